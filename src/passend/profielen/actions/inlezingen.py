"""A document handed in: kept once, checked element by element, then stored into the working copy."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from passend.begrippen.rollen import Reden
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Prozatekst, Sjabloon, Tabel, Veld, Veldsoort
from passend.organisaties.models import Vestiging
from passend.profielen.actions.profiel import (
    OnderdeelError,
    create_profiel,
    require_schrijver,
    sleutels_met_inhoud,
    write_onderdelen,
)
from passend.profielen.models import Inlezing, Ondersteuningsprofiel, Sjabloonversie
from passend.profielen.queries.inlezingen import get_sjabloon_van_inlezing, ongelezen_sleutel
from passend.profielen.queries.werk import get_sjabloon
from passend.regels.schoolnaam import is_andere_naam, is_andere_postcode
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account

ZEKER = 0.9
SCHOOLNAAM, ADRES = "veld:schoolnaam", "veld:adres"
_SOORTEN = {Veld: "veld", Tabel: "rij", Prozatekst: "tekst"}  # the parts of a template whose elements are in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingeleverd:
    """A file as it was handed in, with what was read from it in the open format."""

    naam: str
    sha256: str
    bestand: bytes
    lezing: Mapping[str, Any]
    document: Mapping[str, Any]


@transaction.atomic
def add_inlezing(
    *, actor: Account, vestiging: Vestiging, ingeleverd: Ingeleverd, op: datetime
) -> tuple[Inlezing, bool]:
    """Keep a document that was read; the same file again gives the one that is there.

    Returns:
        The inlezing, and whether it is new.
    """
    reden = require_schrijver(actor, vestiging, op)
    inlezing, is_nieuw = Inlezing.objects.get_or_create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        sha256=ingeleverd.sha256,
        defaults={
            "bestandsnaam": ingeleverd.naam[-200:],
            "bestand": ingeleverd.bestand,
            "lezing": ingeleverd.lezing,
            "document": ingeleverd.document,
            "ingelezen_op": op,
            "ingelezen_door": actor,
        },
    )
    if is_nieuw:
        _log(actor, inlezing, "add_inlezing", reden, op)
    return inlezing, is_nieuw


@transaction.atomic
def confirm_element(
    *, actor: Account, inlezing: Inlezing, sleutel: str, verbeterd: Mapping[str, Any] | None, op: datetime
) -> Inlezing:
    """Say that an element was read right, or what it should be.

    Args:
        actor: who checks.
        inlezing: the document.
        sleutel: the key of the element.
        verbeterd: the element in the open format as it should be; None when it was read right.
        op: the moment.

    Raises:
        OnderdeelError: the document has no such element, or was stored already.
    """
    require_schrijver(actor, inlezing.vestiging, op)
    vers = Inlezing.objects.select_for_update().defer("bestand").get(pk=inlezing.pk)
    if vers.profiel_id is not None:
        raise OnderdeelError("Dit document is al opgeslagen. Verander het nu in het profiel zelf.")
    if sleutel not in dict(gelezen_onderdelen(vers)):
        raise OnderdeelError("Dit onderdeel komt niet voor in het document. Laad de pagina opnieuw.")
    vers.antwoorden[sleutel] = {"inhoud": verbeterd} if verbeterd is not None else {"akkoord": True}
    vers.save(update_fields=["antwoorden"])
    return vers


def gelezen_onderdelen(inlezing: Inlezing) -> list[tuple[str, Any]]:
    """What was read, by key; what lost its place because the region corrected its template since is left out."""
    sjabloon = get_sjabloon_van_inlezing(inlezing=inlezing)
    elementen = list(sleutels_met_inhoud(inlezing.lezing))
    if sjabloon is None:
        return elementen
    plekken = {f"{_SOORTEN[type(deel)]}:{deel.code}" for deel in sjabloon.onderdelen() if type(deel) in _SOORTEN}
    vrij = tuple(f"{soort}:" for soort in _SOORTEN.values())
    return [
        (sleutel, waarde)
        for sleutel, waarde in elementen
        if not sleutel.startswith(vrij) or ":".join(sleutel.split(":")[:2]) in plekken
    ]


def vreemd_onderdeel(inlezing: Inlezing) -> tuple[str, str] | None:
    """What says that the document is of another school: the key of the element and what it says; None when nothing."""
    gelezen = dict(gelezen_onderdelen(inlezing))
    beantwoord = {
        sleutel: antwoord["inhoud"] for sleutel, antwoord in inlezing.antwoorden.items() if "inhoud" in antwoord
    }
    naam, adres = ((gelezen | beantwoord).get(sleutel, {}).get("waarde") or "" for sleutel in (SCHOOLNAAM, ADRES))
    if is_andere_naam(naam, inlezing.vestiging.naam):
        return SCHOOLNAAM, naam
    if not naam and is_andere_postcode(adres, inlezing.vestiging.postcode):
        return ADRES, adres
    return None


def list_twijfels(inlezing: Inlezing) -> list[str]:
    """The keys of elements that are doubtful and that nobody looked at yet, in the order of the document."""
    vreemd = vreemd_onderdeel(inlezing)
    return [
        sleutel
        for sleutel, waarde in gelezen_onderdelen(inlezing)
        if (waarde.get("zekerheid", 1.0) < ZEKER or (vreemd is not None and sleutel == vreemd[0]))
        and sleutel not in inlezing.antwoorden
    ]


@transaction.atomic
def store_inlezing(
    *,
    actor: Account,
    inlezing: Inlezing,
    schooljaar: Schooljaar,
    sjabloon: Sjabloonversie,
    op: datetime,
) -> Ondersteuningsprofiel:
    """Write a checked document into the working copy of a school year; a second time changes nothing.

    Raises:
        OnderdeelError: doubtful elements are still open, or the profile of that year has another template.
    """
    vers = Inlezing.objects.select_for_update().defer("bestand").get(pk=inlezing.pk)
    reden = require_schrijver(actor, vers.vestiging, op)
    if vers.profiel is not None:
        return vers.profiel
    if open_twijfels := list_twijfels(vers):
        raise OnderdeelError(f"Nog niet alles is nagekeken (nog te doen: {len(open_twijfels)}). Doe dat eerst.")
    profiel = create_profiel(actor=actor, vestiging=vers.vestiging, schooljaar=schooljaar, sjabloon=sjabloon, op=op)
    if get_sjabloon(profiel=profiel).code != vers.lezing["sjabloon"]:
        raise OnderdeelError(
            f"Dit document hoort bij een ander sjabloon dan het profiel van {schooljaar} ({profiel.sjabloon.naam}). "
            "Kies een ander schooljaar, of een document dat bij dit sjabloon hoort."
        )
    inhoud = met_antwoorden(vers)
    woorden = _neem_woorden_uit_datums(inhoud, vers.lezing, get_sjabloon(profiel=profiel))
    vers.lezing["ongelezen"] = [*vers.lezing.get("ongelezen", ()), *woorden]
    write_onderdelen(profiel, inhoud, nagekeken=vers.antwoorden, actor=actor, op=op)
    vers.profiel = profiel
    vers.save(update_fields=["profiel", "lezing"])
    _log(actor, vers, "store_inlezing", reden, op)
    return profiel


def _neem_woorden_uit_datums(
    inhoud: Mapping[str, Any], lezing: Mapping[str, Any], sjabloon: Sjabloon
) -> list[dict[str, Any]]:
    """Leave blank what is no day where a day belongs; the words that stood there are unread text, so none is lost."""
    dagen = {deel.code for deel in sjabloon.onderdelen() if isinstance(deel, Veld) and deel.soort is Veldsoort.DATUM}
    gelezen = {veld["veld"]: veld for veld in lezing["velden"]}
    woorden = []
    for veld in inhoud["velden"]:
        if veld["veld"] not in dagen:
            continue
        if is_geen_dag(veld["waarde"]):
            veld["waarde"] = None
        stond_er = gelezen[veld["veld"]]
        if veld["waarde"] is None and is_geen_dag(stond_er["waarde"]):
            tekst = f"{veld['label']}: {stond_er['waarde']}"
            sleutel = f"veld:{veld['veld']}"
            woorden.append({"tekst": tekst, "sectie": veld["sectie"], "na": sleutel, "bron": stond_er["bron"]})
    return woorden


def is_geen_dag(waarde: str | None) -> bool:
    """True for words that are no day, such as `begin juni`; a blank says nothing wrong.

    >>> is_geen_dag("begin juni"), is_geen_dag("2026-06-10"), is_geen_dag(None)
    (True, False, False)
    """
    if not waarde:
        return False
    try:
        date.fromisoformat(waarde)
    except ValueError:
        return True
    return False


@transaction.atomic
def settle_ongelezen(
    *, actor: Account, vestiging: Vestiging, stukken: Collection[tuple[int, int]], is_verwerkt: bool, op: datetime
) -> None:
    """Say that unread text was dealt with, or that it was not after all; the text stays with its document.

    Args:
        actor: who says so.
        vestiging: the site.
        stukken: per piece the key of its document and its number there; one of another site is passed over.
        is_verwerkt: whether somebody dealt with it.
        op: the moment.
    """
    reden = require_schrijver(actor, vestiging, op)
    documenten = {document for document, _nummer in stukken}
    for inlezing in vestiging.inlezingen.select_for_update().defer("bestand", "document").filter(pk__in=documenten):
        sleutels = {ongelezen_sleutel(nummer) for document, nummer in stukken if document == inlezing.pk}
        over = {sleutel: antwoord for sleutel, antwoord in inlezing.antwoorden.items() if sleutel not in sleutels}
        inlezing.antwoorden = over | ({sleutel: {"akkoord": True} for sleutel in sleutels} if is_verwerkt else {})
        inlezing.save(update_fields=["antwoorden"])
        _log(actor, inlezing, "settle_ongelezen", reden, op)


@transaction.atomic
def remove_inlezing(*, actor: Account, inlezing: Inlezing, op: datetime) -> None:
    """Throw away a document that was handed in by mistake, with everything that was read from it.

    Raises:
        OnderdeelError: it was stored already, and the profile says where its words come from.
    """
    vers = Inlezing.objects.select_for_update().defer("bestand").get(pk=inlezing.pk)
    reden = require_schrijver(actor, vers.vestiging, op)
    if vers.profiel_id is not None:
        raise OnderdeelError("Dit document is al opgeslagen in het profiel en blijft daarom bewaard.")
    _log(actor, vers, "remove_inlezing", reden, op)
    Inlezing.objects.filter(pk=vers.pk).delete()


def met_antwoorden(inlezing: Inlezing) -> dict[str, Any]:
    """What was read with the checker's answers over it; what a person confirmed is certain."""
    antwoorden = inlezing.antwoorden

    def beantwoord(sleutel: str, waarde: dict[str, Any]) -> dict[str, Any]:
        antwoord = antwoorden.get(sleutel)
        if antwoord is None:
            return waarde
        return {**(antwoord.get("inhoud") or waarde), "zekerheid": 1.0}

    inhoud: dict[str, Any] = {"velden": [], "tabellen": [], "teksten": [], "links": [], "structuur": []}
    lijst_van = {"veld": "velden", "rij": "tabellen", "tekst": "teksten", "link": "links"}
    for sleutel, waarde in gelezen_onderdelen(inlezing):
        soort = sleutel.split(":", 1)[0]
        if soort in lijst_van:
            inhoud[lijst_van[soort]].append(beantwoord(sleutel, dict(waarde)) if soort != "link" else waarde)
    return inhoud


def _log(actor: Account, inlezing: Inlezing, handeling: str, reden: Reden, op: datetime) -> None:
    log_handeling(
        account=actor,
        handeling=handeling,
        onderwerp=f"inlezing:{inlezing.pk}",
        reden=reden,
        op=op,
        bestuur=inlezing.vestiging.bestuur_id,
    )
