"""The working copy: made from a template, last year or a checked document, and changed element by element."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from passend.begrippen.profielformaat import rij_als_dict, tekst_als_dict, veld_als_dict, zegt_hetzelfde
from passend.begrippen.profielinhoud import INGEVOERD, Celwaarde, Tabelrij, Tekst, Veldwaarde
from passend.begrippen.rollen import Reden
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Kolomsoort, Prozatekst, Sjabloon, Tabel, Veld, Veldsoort
from passend.begrippen.tabelwaarden import omvang_uit_cellen, periode_uit_cellen, waarde_uit_cellen
from passend.organisaties.models import Vestiging
from passend.profielen.models import Onderdeel, Onderdeelversie, Ondersteuningsprofiel, Sjabloonversie
from passend.profielen.permissions import require, why_may_edit_profiel
from passend.profielen.queries.werk import STRUCTUUR, get_sjabloon, list_onderdelen
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account

VAN_DIT_JAAR = frozenset({Veldsoort.SCHOOLJAAR, Veldsoort.DATUM})
EIGEN_WERK = ("soort_ondersteuning", "opmerking")
WIE_SCHRIJFT = "de directeur en de intern begeleider"


class GelijktijdigError(Exception):
    """A colleague changed the same thing in the meantime; `huidig` is what it says now."""

    def __init__(self, huidig: Onderdeel) -> None:
        super().__init__("Een collega heeft dit net ook veranderd. Kijk wat er nu staat en kies.")
        self.huidig = huidig


class OnderdeelError(ValueError):
    """What was typed does not fit; the text says what to do."""


def require_schrijver(actor: Account, vestiging: Vestiging, op: datetime) -> Reden:
    """Why somebody may write the profile of a site.

    Raises:
        GeenToegangError: they may not.
    """
    return require(why_may_edit_profiel(actor, vestiging, peildatum=op.date()), WIE_SCHRIJFT)


def log_profiel(actor: Account, profiel: Ondersteuningsprofiel, handeling: str, reden: Reden, op: datetime) -> None:
    """Write a line about a profile in the log of its board."""
    log_handeling(
        account=actor,
        handeling=handeling,
        onderwerp=f"profiel:{profiel.pk}",
        reden=reden,
        op=op,
        bestuur=profiel.vestiging.bestuur_id,
    )


@transaction.atomic
def create_profiel(
    *, actor: Account, vestiging: Vestiging, schooljaar: Schooljaar, sjabloon: Sjabloonversie, op: datetime
) -> Ondersteuningsprofiel:
    """Make the working copy of a school year; filled from the last one before it when there is one.

    An existing one is returned as it is.
    """
    reden = require_schrijver(actor, vestiging, op)
    profiel, is_nieuw = Ondersteuningsprofiel.objects.get_or_create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        schooljaar=str(schooljaar),
        defaults={"sjabloon": sjabloon, "aangemaakt_op": op},
    )
    if not is_nieuw:
        return profiel
    eerder = Ondersteuningsprofiel.objects.filter(vestiging=vestiging, schooljaar__lt=str(schooljaar))
    vorig = eerder.order_by("-schooljaar").first()
    _start(profiel, list_onderdelen(profiel=vorig) if vorig is not None else {}, actor=actor, op=op)
    log_profiel(actor, profiel, "create_profiel", reden, op)
    return profiel


def _start(profiel: Ondersteuningsprofiel, bestaand: Mapping[str, Onderdeel], *, actor: Account, op: datetime) -> None:
    """The elements of a new working copy; what comes from before keeps the day on which it was last confirmed."""
    sjabloon = get_sjabloon(profiel=profiel)
    waarden = dict(sleutels_met_inhoud(leeg_profiel(sjabloon)))
    nieuw_dit_jaar = {f"veld:{veld.code}" for veld in _velden(sjabloon) if veld.soort in VAN_DIT_JAAR}
    over = {
        sleutel: oud
        for sleutel, oud in bestaand.items()
        if sleutel not in nieuw_dit_jaar and _past(sleutel, oud.inhoud, waarden, sjabloon)
    }
    waarden |= {sleutel: oud.inhoud | _plaats(waarden.get(sleutel, {})) for sleutel, oud in over.items()}
    Onderdeel.objects.bulk_create(
        Onderdeel(
            bestuur_id=profiel.bestuur_id,
            profiel=profiel,
            sleutel=sleutel,
            volgorde=volgorde,
            inhoud=waarde,
            gewijzigd_op=over[sleutel].gewijzigd_op if sleutel in over else op,
            gewijzigd_door=over[sleutel].gewijzigd_door if sleutel in over else actor,
            bevestigd_op=over[sleutel].bevestigd_op if sleutel in over else None,
        )
        for volgorde, (sleutel, waarde) in enumerate(met_schooljaar(waarden, sjabloon, profiel).items(), start=1)
    )


def _past(sleutel: str, inhoud: Mapping[str, Any], gevraagd: Mapping[str, Any], sjabloon: Sjabloon) -> bool:
    """True for what the template asks too: the same key, and for a row its columns; own rows need only those."""
    if not sleutel.startswith("rij:"):
        return sleutel in gevraagd or sleutel.startswith("link:")
    kolommen = {tabel.code: {kolom.code for kolom in tabel.kolommen} for tabel in sjabloon.tabellen()}
    is_gevraagd = sleutel in gevraagd or inhoud["rij"] is None
    return is_gevraagd and set(inhoud["cellen"]) <= kolommen.get(inhoud["tabel"], set())


def _plaats(gevraagd: Mapping[str, Any]) -> dict[str, Any]:
    """Where the template puts an element, and how it names it."""
    return {naam: gevraagd[naam] for naam in ("sectie", "label") if naam in gevraagd}


def met_schooljaar(
    waarden: Mapping[str, Any], sjabloon: Sjabloon, profiel: Ondersteuningsprofiel
) -> dict[str, dict[str, Any]]:
    """The elements, with the school year of the working copy in the field that names it."""
    sleutels = {f"veld:{veld.code}" for veld in _velden(sjabloon) if veld.soort is Veldsoort.SCHOOLJAAR}
    return {
        sleutel: {**waarde, "waarde": profiel.schooljaar} if sleutel in sleutels else waarde
        for sleutel, waarde in waarden.items()
    }


def _velden(sjabloon: Sjabloon) -> list[Veld]:
    return [deel for deel in sjabloon.onderdelen() if isinstance(deel, Veld)]


def leeg_profiel(sjabloon: Sjabloon) -> dict[str, Any]:
    """Everything a template asks, still empty, in the open format."""
    velden, teksten = [], []
    for sectie in sjabloon.secties:
        for deel in sectie.onderdelen:
            if isinstance(deel, Veld):
                leeg = Veldwaarde(
                    sectie=sectie.code, veld=deel.code, label=deel.label, waarde=None, zekerheid=1.0, bron=INGEVOERD
                )
                velden.append(veld_als_dict(leeg))
            elif isinstance(deel, Prozatekst):
                tekst = Tekst(
                    sectie=sectie.code, code=deel.code, tekst="", is_vast=False, zekerheid=1.0, bron=INGEVOERD
                )
                teksten.append(tekst_als_dict(tekst))
    rijen = [
        rij_als_dict(maak_rij(tabel, rij=rij.code, label=rij.label, cellen=lege_cellen(tabel), soort=rij.soort))
        for tabel in sjabloon.tabellen()
        for rij in tabel.rijen
    ]
    return {"velden": velden, "tabellen": rijen, "teksten": teksten, "links": [], "structuur": []}


def lege_cellen(tabel: Tabel) -> dict[str, Celwaarde]:
    """The cells of a row nobody filled: unmarked, and blank where words belong."""
    return {kolom.code: False if kolom.soort is Kolomsoort.MERK else None for kolom in tabel.kolommen}


def maak_rij(
    tabel: Tabel, *, rij: str | None, label: str, cellen: Mapping[str, Celwaarde], soort: str | None
) -> Tabelrij:
    """A row typed by a person: certain, with value, amount and period following from the cells."""
    return Tabelrij(
        tabel=tabel.code,
        rij=rij,
        label=label,
        waarde=waarde_uit_cellen(tabel, cellen),
        cellen=cellen,
        omvang=omvang_uit_cellen(tabel, cellen),
        periode=periode_uit_cellen(tabel, cellen),
        soort_ondersteuning=soort or None,
        zekerheid=1.0,
        bron=INGEVOERD,
    )


def sleutels_met_inhoud(inhoud: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """The elements of a profile in the open format with their keys; fixed texts belong to the template.

    Two rows of the same words get keys of their own, so that neither is lost.
    """
    gezien: dict[str, int] = {}
    for sleutel, waarde in _sleutels(inhoud):
        gezien[sleutel] = gezien.get(sleutel, 0) + 1
        yield (sleutel if gezien[sleutel] == 1 else f"{sleutel}-{gezien[sleutel]}"), waarde


def _sleutels(inhoud: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for veld in inhoud["velden"]:
        yield f"veld:{veld['veld']}", veld
    for rij in inhoud["tabellen"]:
        yield _rijsleutel(rij), rij
    for tekst in inhoud["teksten"]:
        if not tekst["is_vast"]:
            yield f"tekst:{tekst['code']}", tekst
    for nummer, link in enumerate(inhoud["links"]):
        yield f"link:{nummer}", link
    yield STRUCTUUR, {"delen": inhoud.get("structuur", [])}


def _rijsleutel(rij: Mapping[str, Any]) -> str:
    leeg = Tabelrij(
        tabel=rij["tabel"], rij=rij["rij"], label=rij["label"], waarde=None, cellen={}, zekerheid=1.0, bron=INGEVOERD
    )
    return leeg.sleutel


def write_onderdelen(
    profiel: Ondersteuningsprofiel,
    inhoud: Mapping[str, Any],
    *,
    nagekeken: Collection[str],
    actor: Account,
    op: datetime,
) -> None:
    """Write all elements of a profile in the open format over the working copy; what was there is kept as a version.

    Where the document says nothing, what the school wrote stays, unless somebody said that nothing is right. A
    document holds a picture of the ondersteuningsstructuur at most, so what the school entered of it stays too.
    """
    bestaand = {onderdeel.sleutel: onderdeel for onderdeel in profiel.onderdelen.select_for_update()}
    volgorde = max((onderdeel.volgorde for onderdeel in bestaand.values()), default=0)
    waarden = met_schooljaar(dict(sleutels_met_inhoud(inhoud)), get_sjabloon(profiel=profiel), profiel)
    if not inhoud["structuur"]:
        del waarden[STRUCTUUR]
    nieuw = []
    for sleutel, waarde in waarden.items():
        if (onderdeel := bestaand.get(sleutel)) is not None:
            if sleutel not in nagekeken and _is_blanco(sleutel, waarde):
                continue
            _write_over(onderdeel, _met_eigen_werk(onderdeel, waarde), actor, op, is_nagekeken=sleutel in nagekeken)
        else:
            volgorde += 1
            nieuw.append(
                Onderdeel(
                    bestuur_id=profiel.bestuur_id,
                    profiel=profiel,
                    sleutel=sleutel,
                    volgorde=volgorde,
                    inhoud=waarde,
                    gewijzigd_op=op,
                    gewijzigd_door=actor,
                )
            )
    Onderdeel.objects.bulk_create(nieuw)


def _write_over(
    onderdeel: Onderdeel, waarde: Mapping[str, Any], actor: Account, op: datetime, *, is_nagekeken: bool
) -> None:
    """What says the same stays as young as it is; who checked it in the document says that it is still right."""
    if onderdeel.is_verwijderd or not zegt_hetzelfde(onderdeel.inhoud, waarde):
        overwrite_onderdeel(onderdeel, waarde, actor=actor, op=op)
    elif is_nagekeken:
        onderdeel.bevestigd_op = op
        onderdeel.save(update_fields=["bevestigd_op"])


def _is_blanco(sleutel: str, waarde: Mapping[str, Any]) -> bool:
    gezegd = any(waarde.get(naam) for naam in ("waarde", "tekst", "omvang", "periode", "opmerking"))
    return not sleutel.startswith("link:") and not gezegd and not any(waarde.get("cellen", {}).values())


def _met_eigen_werk(onderdeel: Onderdeel, waarde: Mapping[str, Any]) -> dict[str, Any]:
    """The kind of support and the remark a school gave a row stay when a document says nothing of them."""
    eigen = {naam: onderdeel.inhoud[naam] for naam in EIGEN_WERK if onderdeel.inhoud.get(naam)}
    return {**waarde, **{naam: oud for naam, oud in eigen.items() if not waarde.get(naam)}}


def overwrite_onderdeel(
    onderdeel: Onderdeel, inhoud: Mapping[str, Any], *, actor: Account, op: datetime, is_verwijderd: bool = False
) -> None:
    """Replace what an element says and keep what it said; the same content changes nothing.

    That somebody said it was still right holds for what it said then, and not for other words.
    """
    if onderdeel.inhoud == inhoud and onderdeel.is_verwijderd == is_verwijderd:
        return
    Onderdeelversie.objects.create(
        bestuur_id=onderdeel.bestuur_id,
        onderdeel=onderdeel,
        versie=onderdeel.versie,
        inhoud=onderdeel.inhoud,
        is_verwijderd=onderdeel.is_verwijderd,
        op=onderdeel.gewijzigd_op,
        door=onderdeel.gewijzigd_door,
    )
    if not zegt_hetzelfde(onderdeel.inhoud, inhoud):
        onderdeel.bevestigd_op = None
    onderdeel.inhoud = inhoud
    onderdeel.versie += 1
    onderdeel.is_verwijderd = is_verwijderd
    onderdeel.gewijzigd_op = op
    onderdeel.gewijzigd_door = actor
    onderdeel.save()
