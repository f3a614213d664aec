"""What was read from a document, element by element, as the check screen shows and answers it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielformaat import rij_als_dict
from passend.begrippen.sjabloon import Prozatekst, Sjabloon, Tabel, Veld
from passend.profielen.actions.inlezingen import ZEKER, gelezen_onderdelen, vreemd_onderdeel
from passend.profielen.actions.onderdelen import check_cellen
from passend.profielen.actions.profiel import maak_rij, sleutels_met_inhoud
from passend.profielen.actions.veldvormen import check_veld
from passend.profielen.queries.inlezingen import Inlezing, get_sjabloon_van_inlezing
from passend.web.cellen import cellen_uit_formulier
from passend.web.inlezingen.twijfel import OVER_TWIJFEL, is_onleesbare_dag, vraagt_keuze, waarom


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """One element: what was read or answered, where it belongs, and whether somebody must still look."""

    sleutel: str
    soort: str
    titel: str
    groep: str
    inhoud: Mapping[str, Any]
    is_twijfel: bool
    is_nagekeken: bool
    tabel: Tabel | None = None
    veld: Veld | None = None
    melding: str = ""
    waarom: str = ""

    @property
    def is_onleesbare_dag(self) -> bool:
        """True when words stand where a day belongs: a day is asked, and agreeing with them is not offered."""
        return is_onleesbare_dag(self.veld, self.inhoud)

    @property
    def vraagt_keuze(self) -> bool:
        """True for a row of which one mark must be chosen."""
        return self.tabel is not None and vraagt_keuze(self.inhoud)

    @property
    def dom_id(self) -> str:
        """An id that is valid in a page."""
        return "e-" + "".join(teken if teken.isalnum() else "-" for teken in self.sleutel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """Elements under one heading."""

    titel: str
    elementen: list[Gelezen]
    ongelezen: list[str]


def maak_gelezen(inlezing: Inlezing) -> list[Gelezen]:
    """All elements in the order of the document, with the checker's answers over them."""
    sjabloon = get_sjabloon_van_inlezing(inlezing=inlezing) or _meegeleverd(inlezing.lezing["sjabloon"])
    meldingen: dict[str, tuple[str, str]] = {}
    for waarschuwing in inlezing.lezing["waarschuwingen"]:
        if waarschuwing["sleutel"]:
            meldingen.setdefault(waarschuwing["sleutel"], (waarschuwing["tekst"], waarschuwing["code"]))
    vreemd = vreemd_onderdeel(inlezing)
    gelezen = []
    for sleutel, inhoud in gelezen_onderdelen(inlezing):
        element = _element(sjabloon, sleutel, inhoud)
        if element is not None:
            melding, code = meldingen.get(sleutel, ("", ""))
            element = replace(element, melding="" if code in OVER_TWIJFEL else melding)
            if vreemd is not None and sleutel == vreemd[0]:
                element = replace(element, is_twijfel=True, waarom=_("Dit lijkt van een andere school te zijn."))
            elif element.is_twijfel:
                element = replace(element, waarom=waarom(element.tabel, element.veld, inhoud))
            gelezen.append(_beantwoord(element, inlezing.antwoorden))
    return gelezen


def _meegeleverd(code: str) -> Sjabloon:
    return next(sjabloon for sjabloon in load_sjablonen() if sjabloon.code == code)


def _element(sjabloon: Sjabloon, sleutel: str, inhoud: Mapping[str, Any]) -> Gelezen | None:
    soort = sleutel.split(":", 1)[0]
    titels = {sectie.code: sectie.titel for sectie in sjabloon.secties}
    is_twijfel = inhoud.get("zekerheid", 1.0) < ZEKER
    if soort == "rij":
        tabel = sjabloon.tabel(inhoud["tabel"])
        return Gelezen(
            sleutel=sleutel,
            soort=soort,
            titel=inhoud["label"],
            groep=tabel.titel,
            inhoud=inhoud,
            is_twijfel=is_twijfel,
            is_nagekeken=False,
            tabel=tabel,
        )
    if soort == "veld":
        veld = sjabloon.veld(inhoud["veld"])
        titel, groep = veld.label, titels.get(inhoud["sectie"], _("Zonder plaats"))
        return Gelezen(
            sleutel=sleutel,
            soort=soort,
            titel=titel,
            groep=groep,
            inhoud=inhoud,
            is_twijfel=is_twijfel,
            is_nagekeken=False,
            veld=veld,
        )
    if soort == "tekst":
        titel, groep = _teksttitel(sjabloon, inhoud["code"]), titels.get(inhoud["sectie"], _("Zonder plaats"))
        return Gelezen(
            sleutel=sleutel,
            soort=soort,
            titel=titel,
            groep=groep,
            inhoud=inhoud,
            is_twijfel=is_twijfel,
            is_nagekeken=False,
        )
    return None


def _teksttitel(sjabloon: Sjabloon, code: str) -> str:
    titels = (deel.titel for deel in sjabloon.onderdelen() if isinstance(deel, Prozatekst) and deel.code == code)
    return next(titels, _("Tekst"))


def _beantwoord(element: Gelezen, antwoorden: Mapping[str, Any]) -> Gelezen:
    antwoord = antwoorden.get(element.sleutel)
    if antwoord is None:
        return element
    inhoud = antwoord.get("inhoud") or element.inhoud
    is_leeggelaten = element.is_onleesbare_dag and not inhoud["waarde"]
    woorden = _("In het document stond: %(woorden)s. Dat blijft bewaard bij de tekst die niet begrepen is.")
    melding = woorden % {"woorden": element.inhoud["waarde"]} if is_leeggelaten else element.melding
    return replace(element, inhoud=inhoud, is_twijfel=False, is_nagekeken=True, waarom="", melding=melding)


def maak_groepen(elementen: list[Gelezen], inlezing: Inlezing) -> list[Groep]:
    """The elements under their headings, in order; unread text stands with the section it was found in.

    What has no place in the template any more is shown as unread text too, so that it is not lost without a word.
    """
    groepen: dict[str, Groep] = {}
    for element in elementen:
        groep = groepen.setdefault(element.groep, Groep(titel=element.groep, elementen=[], ongelezen=[]))
        groep.elementen.append(element)
    sjabloon = get_sjabloon_van_inlezing(inlezing=inlezing) or _meegeleverd(inlezing.lezing["sjabloon"])
    titels = {sectie.code: sectie.titel for sectie in sjabloon.secties}
    for stuk in inlezing.lezing["ongelezen"]:
        titel = titels.get(stuk["sectie"] or "", _("Zonder plaats"))
        groepen.setdefault(titel, Groep(titel=titel, elementen=[], ongelezen=[])).ongelezen.append(stuk["tekst"])
    if kwijt := list(_zonder_plek(inlezing)):
        titel = _("Zonder plaats")
        groepen.setdefault(titel, Groep(titel=titel, elementen=[], ongelezen=[])).ongelezen.extend(kwijt)
    return list(groepen.values())


def _zonder_plek(inlezing: Inlezing) -> Iterable[str]:
    met_plek = dict(gelezen_onderdelen(inlezing))
    for sleutel, inhoud in sleutels_met_inhoud(inlezing.lezing):
        gezegd = inhoud.get("waarde") or inhoud.get("tekst") or inhoud.get("periode")
        if sleutel not in met_plek and gezegd:
            yield ": ".join(deel for deel in (inhoud.get("label"), gezegd) if deel)


def maak_akkoord(element: Gelezen) -> dict[str, Any] | None:
    """What agreeing makes of an element: nothing new, but a blank where nobody can agree with what stands there."""
    if element.is_onleesbare_dag:
        return dict(element.inhoud) | {"waarde": None, "zekerheid": 1.0}
    if element.vraagt_keuze:
        return maak_verbeterd(element, {})
    return None


def tel_ongelezen(groepen: Iterable[Groep]) -> int:
    """How many pieces of text were not understood."""
    return sum(len(groep.ongelezen) for groep in groepen)


def maak_verbeterd(element: Gelezen, waarden: Mapping[str, str]) -> dict[str, Any]:
    """The element as the checker says it should be, in the open format.

    Raises:
        OnderdeelError: it has not the shape its place asks.
    """
    inhoud = dict(element.inhoud)
    if element.tabel is not None:
        rij = maak_rij(
            element.tabel,
            rij=inhoud["rij"],
            label=inhoud["label"],
            cellen=check_cellen(element.tabel, cellen_uit_formulier(element.tabel, waarden, inhoud["cellen"])),
            soort=inhoud["soort_ondersteuning"],
        )
        return rij_als_dict(rij) | {"bron": inhoud["bron"], "opmerking": inhoud["opmerking"]}
    waarde = waarden.get("waarde", "")
    if element.veld is not None:
        return inhoud | {"waarde": check_veld(waarde, element.veld.soort), "zekerheid": 1.0}
    return inhoud | {"tekst": waarde.replace("\r\n", "\n").strip(), "zekerheid": 1.0}
