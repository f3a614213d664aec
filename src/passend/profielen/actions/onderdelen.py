"""Changing one element of the working copy: saved as one types, two people at once without loss."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from passend.begrippen.profielformaat import rij_als_dict, rij_uit_dict, zegt_hetzelfde
from passend.begrippen.profielinhoud import INGEVOERD, Celwaarde, Structuurdeel
from passend.begrippen.sjabloon import Keuze, Kolomsoort, Tabel, Veldsoort
from passend.begrippen.soorten import SOORT_BIJ_CODE
from passend.profielen.actions.profiel import (
    GelijktijdigError,
    OnderdeelError,
    lege_cellen,
    log_profiel,
    maak_rij,
    met_schooljaar,
    overwrite_onderdeel,
    require_schrijver,
)
from passend.profielen.actions.veldvormen import check_veld
from passend.profielen.models import Onderdeel, Ondersteuningsprofiel, Reactie
from passend.profielen.queries.werk import STRUCTUUR, get_sjabloon
from passend.toegang.models import Account

LANGSTE_LABEL = 150
EVEN = timedelta(minutes=1)


@transaction.atomic
def save_veld(
    *, actor: Account, profiel: Ondersteuningsprofiel, veld: str, waarde: str, versie: int, op: datetime
) -> Onderdeel:
    """Save a field; blank is allowed and stays visibly empty.

    Raises:
        OnderdeelError: the value has not the shape the field asks (a day, an e-mail address, a web address), or is
            another school year than the profile's.
        GelijktijdigError: a colleague was first.
    """
    soort = get_sjabloon(profiel=profiel).veld(veld).soort
    schoon = check_veld(waarde, soort)
    if soort is Veldsoort.SCHOOLJAAR and schoon != profiel.schooljaar:
        raise OnderdeelError(
            f"Het schooljaar volgt uit het profiel: {profiel.schooljaar}. U kunt het hier niet veranderen. Begin voor "
            "een ander jaar een nieuw profiel."
        )
    return _save(actor, profiel, f"veld:{veld}", {"waarde": schoon}, versie, op)


@transaction.atomic
def save_tekst(
    *, actor: Account, profiel: Ondersteuningsprofiel, code: str, tekst: str, versie: int, op: datetime
) -> Onderdeel:
    """Save prose.

    Raises:
        GelijktijdigError: a colleague was first.
    """
    return _save(actor, profiel, f"tekst:{code}", {"tekst": tekst.replace("\r\n", "\n").strip()}, versie, op)


@transaction.atomic
def save_rij(  # noqa: PLR0913 -- a row has cells and a remark, and each is saved on its own
    *,
    actor: Account,
    profiel: Ondersteuningsprofiel,
    sleutel: str,
    cellen: Mapping[str, Celwaarde],
    versie: int,
    op: datetime,
    opmerking: str | None = None,
) -> Onderdeel:
    """Save the cells of a row; value, amount and period follow from them, and a remark stays when none is given.

    Raises:
        OnderdeelError: more than one column is marked where one may be, or a column does not exist.
        GelijktijdigError: a colleague was first.
    """
    onderdeel = _rij(profiel, sleutel)
    tabel = get_sjabloon(profiel=profiel).tabel(onderdeel.inhoud["tabel"])
    schoon = check_cellen(tabel, cellen)
    rij = maak_rij(
        tabel,
        rij=onderdeel.inhoud["rij"],
        label=onderdeel.inhoud["label"],
        cellen=schoon,
        soort=onderdeel.inhoud["soort_ondersteuning"],
    )
    opgemerkt = onderdeel.inhoud["opmerking"] if opmerking is None else opmerking.strip() or None
    nieuw = rij_als_dict(rij) | {"opmerking": opgemerkt}
    return _save(actor, profiel, sleutel, nieuw, versie, op)


def check_cellen(tabel: Tabel, cellen: Mapping[str, Celwaarde]) -> dict[str, Celwaarde]:
    """The cells as they are stored, with every column.

    Raises:
        OnderdeelError: more than one column is marked where one may be, or a column does not exist.
    """
    schoon = lege_cellen(tabel)
    for code, waarde in cellen.items():
        if code not in schoon:
            raise OnderdeelError(f"De kolom '{code}' bestaat niet in deze tabel. Laad de pagina opnieuw.")
        schoon[code] = waarde.strip() or None if isinstance(waarde, str) else waarde
    merken = [schoon[kolom.code] for kolom in tabel.kolommen if kolom.soort is Kolomsoort.MERK]
    if tabel.keuze is Keuze.EEN and sum(merk is True for merk in merken) > 1:
        raise OnderdeelError("In deze rij kan maar een vakje aan staan. Kies er een.")
    return schoon


@transaction.atomic
def add_rij(
    *, actor: Account, profiel: Ondersteuningsprofiel, tabel: str, label: str, soort: str | None, op: datetime
) -> Onderdeel:
    """Add a row of the school's own to a table; the same words again give the row that is there.

    Raises:
        OnderdeelError: the table takes no rows of a school's own, the label is blank or too long, or the kind of
            support does not exist.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    vorm = get_sjabloon(profiel=profiel).tabel(tabel)
    if not vorm.is_uitbreidbaar:
        raise OnderdeelError("In deze tabel staan alleen de rijen van de regio. Kies een andere tabel.")
    _check_label(label)
    _check_soort(soort)
    rij = maak_rij(vorm, rij=None, label=label.strip(), cellen=lege_cellen(vorm), soort=soort)
    onderdeel, is_nieuw = profiel.onderdelen.get_or_create(
        sleutel=rij.sleutel,
        defaults={
            "bestuur_id": profiel.bestuur_id,
            "volgorde": _laatste_volgorde(profiel) + 1,
            "inhoud": rij_als_dict(rij),
            "gewijzigd_op": op,
            "gewijzigd_door": actor,
        },
    )
    if not is_nieuw and onderdeel.is_verwijderd:
        overwrite_onderdeel(onderdeel, rij_als_dict(rij), actor=actor, op=op)
    log_profiel(actor, profiel, "add_rij", reden, op)
    return onderdeel


def _check_label(label: str) -> None:
    if len(label) > LANGSTE_LABEL:
        raise OnderdeelError(
            f"Deze naam is te lang. Houd het bij {LANGSTE_LABEL} tekens; de rest past bij de opmerking."
        )
    if not label.strip():
        raise OnderdeelError("De rij heeft nog geen naam. Schrijf op wat de school biedt.")


def _check_soort(soort: str | None) -> None:
    if soort and soort not in SOORT_BIJ_CODE:
        raise OnderdeelError("Deze soort ondersteuning bestaat niet. Kies er een uit de lijst.")


@transaction.atomic
def rename_rij(
    *,
    actor: Account,
    profiel: Ondersteuningsprofiel,
    sleutel: str,
    label: str,
    op: datetime,
    soort: str | None = None,
) -> Onderdeel:
    """Give a row of the school's own other words; its evidence, goals and reactions come along.

    Its key follows its words, so that two who rename it at once cannot both find it. `soort` is the kind of support
    it is found by: nothing takes the kind away, None leaves it as it is.

    Raises:
        OnderdeelError: the row belongs to the region, the label cannot be, another row has it, or the kind of support
            does not exist.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    onderdeel = _rij(profiel, sleutel)
    if onderdeel.inhoud["rij"] is not None:
        raise OnderdeelError("De naam van deze rij is van de regio. Voeg een eigen rij toe met uw eigen woorden.")
    _check_label(label)
    nieuw = replace(rij_uit_dict(onderdeel.inhoud), label=label.strip())
    if nieuw.sleutel != sleutel and profiel.onderdelen.filter(sleutel=nieuw.sleutel).exists():
        raise OnderdeelError("Er is of was al een rij met deze naam. Kies andere woorden, of voeg die rij weer toe.")
    _check_soort(soort)
    onderdeel.sleutel = nieuw.sleutel
    wijziging = {"label": nieuw.label} | ({"soort_ondersteuning": soort or None} if soort is not None else {})
    overwrite_onderdeel(onderdeel, onderdeel.inhoud | wijziging, actor=actor, op=op)
    for hangt_eraan in (profiel.onderbouwingen, profiel.doelen, Reactie.objects.filter(ronde__in=profiel.rondes.all())):
        hangt_eraan.filter(sleutel=sleutel).update(sleutel=nieuw.sleutel)
    log_profiel(actor, profiel, "rename_rij", reden, op)
    return onderdeel


def _laatste_volgorde(profiel: Ondersteuningsprofiel) -> int:
    laatste = profiel.onderdelen.order_by("-volgorde").first()
    return laatste.volgorde if laatste else 0


@transaction.atomic
def remove_rij(*, actor: Account, profiel: Ondersteuningsprofiel, sleutel: str, versie: int, op: datetime) -> Onderdeel:
    """Take away a row of the school's own; it can be put back with `restore_rij`.

    Raises:
        OnderdeelError: the row belongs to the region.
        GelijktijdigError: a colleague changed it in the meantime.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    onderdeel = _rij(profiel, sleutel)
    if onderdeel.inhoud["rij"] is not None:
        raise OnderdeelError("Deze rij hoort bij de regio en blijft staan. U kunt hem wel leeg laten.")
    if onderdeel.versie != versie:
        raise GelijktijdigError(onderdeel)
    overwrite_onderdeel(onderdeel, onderdeel.inhoud, actor=actor, op=op, is_verwijderd=True)
    log_profiel(actor, profiel, "remove_rij", reden, op)
    return onderdeel


@transaction.atomic
def restore_rij(*, actor: Account, profiel: Ondersteuningsprofiel, sleutel: str, op: datetime) -> Onderdeel:
    """Undo `remove_rij`.

    Raises:
        OnderdeelError: there is no such row.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    onderdeel = _rij(profiel, sleutel)
    overwrite_onderdeel(onderdeel, onderdeel.inhoud, actor=actor, op=op)
    log_profiel(actor, profiel, "restore_rij", reden, op)
    return onderdeel


@transaction.atomic
def restore_versie(
    *, actor: Account, profiel: Ondersteuningsprofiel, sleutel: str, terug: int, versie: int, op: datetime
) -> Onderdeel:
    """Say again what an element said before; what it says now becomes an earlier version.

    Raises:
        OnderdeelError: it has no such earlier version.
        GelijktijdigError: a colleague changed it in the meantime.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    onderdeel = _onderdeel(profiel, sleutel)
    oud = onderdeel.versies.filter(versie=terug).first()
    if oud is None:
        raise OnderdeelError("Deze versie is er niet. Laad de pagina opnieuw.")
    if onderdeel.versie != versie:
        raise GelijktijdigError(onderdeel)
    naam = {"label": onderdeel.inhoud["label"]} if "label" in onderdeel.inhoud else {}  # its key follows its name
    terug_naar = met_schooljaar({sleutel: oud.inhoud | naam}, get_sjabloon(profiel=profiel), profiel)[sleutel]
    overwrite_onderdeel(onderdeel, terug_naar, actor=actor, op=op)
    log_profiel(actor, profiel, "restore_versie", reden, op)
    return onderdeel


@transaction.atomic
def save_structuur(
    *, actor: Account, profiel: Ondersteuningsprofiel, delen: Sequence[Structuurdeel], versie: int, op: datetime
) -> Onderdeel:
    """Save the ondersteuningsstructuur: people, roles, meetings and steps.

    Raises:
        GelijktijdigError: a colleague was first.
    """
    return _save(actor, profiel, STRUCTUUR, {"delen": [asdict(deel) for deel in delen]}, versie, op)


def _save(
    actor: Account, profiel: Ondersteuningsprofiel, sleutel: str, wijziging: dict[str, Any], versie: int, op: datetime
) -> Onderdeel:
    reden = require_schrijver(actor, profiel.vestiging, op)
    onderdeel = _onderdeel(profiel, sleutel)
    inhoud = onderdeel.inhoud | wijziging
    if zegt_hetzelfde(onderdeel.inhoud, inhoud):
        return onderdeel
    if onderdeel.versie != versie and not _is_eigen_vorige(onderdeel, versie, actor, op):
        raise GelijktijdigError(onderdeel)
    if "bron" in inhoud:
        inhoud |= {"zekerheid": 1.0, "bron": INGEVOERD.als_dict()}
    overwrite_onderdeel(onderdeel, inhoud, actor=actor, op=op)
    log_profiel(actor, profiel, "save_onderdeel", reden, op)
    return onderdeel


def _is_eigen_vorige(onderdeel: Onderdeel, versie: int, actor: Account, op: datetime) -> bool:
    """True when the writer meets only what they wrote themselves a moment ago, as the page was left or loaded anew."""
    is_eigen = onderdeel.gewijzigd_door_id == actor.pk and versie == onderdeel.versie - 1
    return is_eigen and op - onderdeel.gewijzigd_op < EVEN


def _rij(profiel: Ondersteuningsprofiel, sleutel: str) -> Onderdeel:
    """A row of a table; what is no row cannot be saved as one, nor taken away."""
    return _onderdeel(profiel, sleutel if sleutel.startswith("rij:") else "")


def _onderdeel(profiel: Ondersteuningsprofiel, sleutel: str) -> Onderdeel:
    onderdeel = profiel.onderdelen.select_for_update().filter(sleutel=sleutel).first()
    if onderdeel is None:
        raise OnderdeelError("Dit onderdeel is er niet meer. Laad de pagina opnieuw.")
    return onderdeel
