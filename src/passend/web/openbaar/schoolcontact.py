"""What a school is called and how it is reached: as its edition says, and where that is silent as registered."""

from collections.abc import Mapping
from dataclasses import dataclass

from passend.begrippen.sjabloon import Veldsoort
from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.contact import Contact, lees_contacten
from passend.documenten.zetten.woorden import verwijzing
from passend.organisaties.queries import Vestiging
from passend.regels.schoolnaam import naam_van_school

_GIDSEN = ("schoolgids", "schoolplan")
_SOORTEN = {"email": Veldsoort.EMAIL, "website": Veldsoort.LINK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolcontact:
    """The head of the page of a school; a `Contact` without an address is only read."""

    naam: str
    plaats: str
    adres: tuple[str, ...]
    bereik: tuple[Contact, ...]
    gidsen: tuple[Contact, ...]
    bestuur: str
    verband: str


def maak_contact(vestiging: Vestiging, contacten: tuple[Contact, ...] = (), schoolnaam: str = "") -> Schoolcontact:
    """What an edition says (`contacten`, `schoolnaam`) over what is registered of a site."""
    gezegd = {contact.code: contact for contact in contacten}
    return Schoolcontact(
        naam=naam_van_school(schoolnaam, vestiging.naam),
        plaats=vestiging.plaats,
        adres=_adres(vestiging, gezegd),
        bereik=tuple(
            bereik for code in ("telefoon", "email", "website") if (bereik := _bereik(vestiging, gezegd, code)).waarde
        ),
        gidsen=tuple(gezegd[code] for code in _GIDSEN if code in gezegd and gezegd[code].adres),
        bestuur=str(vestiging.bestuur),
        verband=vestiging.bestuur.samenwerkingsverband.naam,
    )


def _adres(vestiging: Vestiging, gezegd: Mapping[str, Contact]) -> tuple[str, ...]:
    """The lines of the address; the place belongs to it, whatever the school wrote."""
    if "adres" not in gezegd:
        plaats = f"{vestiging.postcode} {vestiging.plaats}".strip()
        return (vestiging.adres, plaats) if vestiging.adres else (vestiging.plaats,)
    adres = gezegd["adres"].waarde
    return (adres,) if vestiging.plaats.casefold() in adres.casefold() else (adres, vestiging.plaats)


def _bereik(vestiging: Vestiging, gezegd: Mapping[str, Contact], code: str) -> Contact:
    contact = gezegd.get(code)
    waarde = contact.waarde if contact else str(getattr(vestiging, code))
    if code == "telefoon":
        cijfers = "".join(teken for teken in waarde if teken.isdecimal() or teken == "+")
        adres = f"tel:{cijfers}" if cijfers else ""
    else:
        adres = contact.adres if contact else verwijzing(waarde, _SOORTEN[code])
    kort = waarde.removeprefix("https://").removeprefix("http://") if code == "website" else waarde
    return Contact(code=code, label=contact.label if contact else "", waarde=kort, adres=adres)


def contact_van_editie(vestiging: Vestiging, uitgave: Uitgave) -> Schoolcontact:
    """The head of the page of an edition."""
    return maak_contact(vestiging, lees_contacten(uitgave), uitgave.inhoud.waarde("schoolnaam") or "")
