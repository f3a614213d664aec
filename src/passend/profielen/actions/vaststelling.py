"""The path from concept to published edition: each step with who and when, skipped only openly."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from passend.begrippen.rollen import Reden
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import AANBOD, Stapsoort
from passend.organisaties.models import Vestiging
from passend.profielen.actions.profiel import OnderdeelError, log_profiel
from passend.profielen.models import Aanbodregel, Editie, Ondersteuningsprofiel, Vaststellingsstap
from passend.profielen.permissions import require, why_may_skip_stap, why_may_take_stap
from passend.profielen.queries.besluit import count_na_besluit
from passend.profielen.queries.verantwoording import doel_als_dict, stap_als_dict
from passend.profielen.queries.werk import (
    list_doelen,
    list_onderbouwingen,
    list_stappen,
    rijen_op,
    vastgesteld_dict,
)
from passend.regels.vaststelling import VOLGORDE, check_dag, check_stap
from passend.toegang.models import Account


class StapError(OnderdeelError):
    """A step that cannot be taken now; the text says what comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapgegevens:
    """What is recorded of a step: who did it on which day, how, what was said, what was done with it."""

    op: date
    door: str
    hoe: str = ""
    gezegd: str = ""
    gedaan: str = ""
    document: bytes | None = None
    documentnaam: str = ""


@transaction.atomic
def record_stap(
    *, actor: Account, profiel: Ondersteuningsprofiel, soort: Stapsoort, gegevens: Stapgegevens, op: datetime
) -> Vaststellingsstap:
    """Record that a step was taken.

    The evaluation belongs to the newest edition; every other step to the round that is going on.

    Raises:
        StapError: it is not the turn of this step, its date cannot be right, or something of it is missing.
        GeenToegangError: this role does not take this step.
    """
    if soort is Stapsoort.GEPUBLICEERD:
        raise StapError("Publiceren gaat met 'Publiceren', niet als losse stap. Dan komt er ook een editie.")
    return _record(actor, profiel, soort, gegevens, op)


def _record(
    actor: Account, profiel: Ondersteuningsprofiel, soort: Stapsoort, gegevens: Stapgegevens, op: datetime
) -> Vaststellingsstap:
    reden = _require(actor, profiel.vestiging, soort, op)
    editie = _editie_van(profiel, soort)
    if soort is Stapsoort.BESTUUR_VASTGESTELD and count_na_besluit(profiel=profiel):
        profiel.stappen.filter(editie=None, soort=soort.value).delete()  # the board decides again on what it says now
    _check(profiel, editie, soort, gegevens.op, op)
    _check_dag(profiel, editie, gegevens.op)
    _check_volledig(soort, gegevens)
    stap = Vaststellingsstap.objects.create(
        bestuur_id=profiel.bestuur_id,
        profiel=profiel,
        editie=editie,
        soort=soort.value,
        op=gegevens.op,
        door=gegevens.door.strip(),
        hoe=gegevens.hoe.strip(),
        gezegd=gegevens.gezegd.strip(),
        gedaan=gegevens.gedaan.strip(),
        document=gegevens.document,
        documentnaam=gegevens.documentnaam,
        vastgelegd_door=actor,
        vastgelegd_op=op,
    )
    log_profiel(actor, profiel, f"record_stap:{soort}", reden, op)
    return stap


@transaction.atomic
def skip_stap(
    *, actor: Account, profiel: Ondersteuningsprofiel, soort: Stapsoort, waarom: str, op: datetime
) -> Vaststellingsstap:
    """Skip a step openly; the edition will say so.

    Raises:
        StapError: no reason was given, or it is not the turn of this step.
    """
    reden = _require(actor, profiel.vestiging, soort, op, is_overslaan=True)
    if soort is Stapsoort.GEPUBLICEERD:
        raise StapError("Publiceren kunt u niet overslaan. Doe het, of laat het profiel een concept.")
    editie = _editie_van(profiel, soort)
    _check(profiel, editie, soort, op.date(), op)
    if not waarom.strip():
        raise StapError("Schrijf op waarom u deze stap overslaat. Dat komt in de editie te staan.")
    stap = Vaststellingsstap.objects.create(
        bestuur_id=profiel.bestuur_id,
        profiel=profiel,
        editie=editie,
        soort=soort.value,
        op=op.date(),
        door=str(actor),
        is_overgeslagen=True,
        reden=waarom.strip(),
        vastgelegd_door=actor,
        vastgelegd_op=op,
    )
    log_profiel(actor, profiel, f"skip_stap:{soort}", reden, op)
    return stap


@transaction.atomic
def undo_stap(*, actor: Account, profiel: Ondersteuningsprofiel, soort: Stapsoort, op: datetime) -> None:
    """Take back the last step of the round that is going on; what was published stays.

    Raises:
        StapError: it is not the last step.
    """
    stappen = profiel.stappen.filter(editie=_editie_van(profiel, soort))
    is_overgeslagen = stappen.filter(soort=soort.value, is_overgeslagen=True).exists()
    reden = _require(actor, profiel.vestiging, soort, op, is_overslaan=is_overgeslagen)
    gezet = [Stapsoort(waarde) for waarde in stappen.values_list("soort", flat=True)]
    if not gezet or max(gezet, key=VOLGORDE.index) is not soort:
        raise StapError("Alleen de laatste stap kan terug. Laad de pagina opnieuw.")
    stappen.filter(soort=soort.value).delete()
    log_profiel(actor, profiel, f"undo_stap:{soort}", reden, op)


@transaction.atomic
def publish_profiel(*, actor: Account, profiel: Ondersteuningsprofiel, op: datetime) -> Editie:
    """Freeze the working copy as the next numbered edition of the site and put it on the public page.

    Raises:
        StapError: an earlier step was neither taken nor openly skipped, or what the board set was changed since.
    """
    profiel = (
        Ondersteuningsprofiel.objects.select_for_update().select_related("vestiging", "sjabloon").get(pk=profiel.pk)
    )
    Vestiging.objects.select_for_update().get(pk=profiel.vestiging_id)  # editions are numbered within the site
    _check_ongewijzigd(profiel)
    gegevens = Stapgegevens(op=op.date(), door=str(actor))
    stap = _record(actor, profiel, Stapsoort.GEPUBLICEERD, gegevens, op)
    laatste = Editie.objects.filter(bestuur=profiel.bestuur_id, vestiging=profiel.vestiging).first()
    editie = Editie.objects.create(
        bestuur_id=profiel.bestuur_id,
        profiel=profiel,
        vestiging=profiel.vestiging,
        nummer=(laatste.nummer if laatste else 0) + 1,
        schooljaar=profiel.schooljaar,
        inhoud=vastgesteld_dict(profiel=profiel),
        verantwoording=_verantwoording(profiel),
        definitie=profiel.sjabloon.definitie,
        gepubliceerd_op=stap.op,
        gepubliceerd_door=actor,
    )
    profiel.stappen.filter(editie__isnull=True).update(editie=editie)
    _rebuild_aanbod(editie)
    return editie


def _verantwoording(profiel: Ondersteuningsprofiel) -> dict[str, Any]:
    onderbouwingen = list_onderbouwingen(profiel=profiel)
    return {
        "stappen": [stap_als_dict(stap) for stap in list_stappen(profiel=profiel)],
        "onderbouwingen": {
            sleutel: [{"wat": regel.wat, "wanneer": regel.wanneer.isoformat()} for regel in regels]
            for sleutel, regels in onderbouwingen.items()
        },
        "doelen": [doel_als_dict(doel) for doel in list_doelen(profiel=profiel)],
        "rijen_op": {sleutel: dag.isoformat() for sleutel, dag in rijen_op(profiel=profiel).items()},
    }


def _rebuild_aanbod(editie: Editie) -> None:
    Aanbodregel.objects.filter(bestuur=editie.bestuur_id, vestiging=editie.vestiging).delete()
    Aanbodregel.objects.bulk_create(aanbodregels(editie))


def aanbodregels(editie: Editie) -> list[Aanbodregel]:
    """The claims of an edition that can be searched; not saved yet."""
    return [
        Aanbodregel(
            bestuur_id=editie.bestuur_id,
            vestiging=editie.vestiging,
            editie=editie,
            soort_ondersteuning=rij["soort_ondersteuning"],
            tabel=rij["tabel"],
            label=rij["label"][:200],
            waarde=rij["waarde"] or "",
        )
        for rij in editie.inhoud["tabellen"]
        if rij["soort_ondersteuning"] and (rij["waarde"] in AANBOD or (rij["is_eigen"] and rij["waarde"] is None))
    ]


def _require(
    actor: Account, vestiging: Vestiging, soort: Stapsoort, op: datetime, *, is_overslaan: bool = False
) -> Reden:
    waarom = why_may_skip_stap if is_overslaan else why_may_take_stap
    wie = {
        Stapsoort.MR_ADVIES: "de MR of de directeur",
        Stapsoort.BESTUUR_VASTGESTELD: "de directeur" if is_overslaan else "het bestuur",
        Stapsoort.GEPUBLICEERD: "de directeur of het bestuur",
    }.get(soort, "de directeur en de intern begeleider")
    return require(waarom(actor, vestiging, soort=soort, peildatum=op.date()), wie)


def _editie_van(profiel: Ondersteuningsprofiel, soort: Stapsoort) -> Editie | None:
    edities = profiel.edities.filter(bestuur=profiel.bestuur_id)
    return edities.first() if soort is Stapsoort.GEEVALUEERD else None


def _check(profiel: Ondersteuningsprofiel, editie: Editie | None, soort: Stapsoort, dag: date, op: datetime) -> None:
    stappen = profiel.stappen.filter(editie=editie).values_list("soort", "op", "is_overgeslagen")
    # a step that was skipped has no day of its own: only the day on which somebody said so
    genomen = {
        Stapsoort(gezet): date.min if is_overgeslagen else gezet_op for gezet, gezet_op, is_overgeslagen in stappen
    }
    bezwaar = check_stap(soort, op=dag, genomen=genomen, peildatum=op.date())
    if bezwaar is not None:
        raise StapError(bezwaar.zin)


def _check_dag(profiel: Ondersteuningsprofiel, editie: Editie | None, dag: date) -> None:
    edities = profiel.vestiging.edities.filter(bestuur=profiel.bestuur_id)
    gepubliceerd = edities.values_list("gepubliceerd_op", flat=True)
    vorige = gepubliceerd.first() if editie is None else None  # looking back follows its own edition
    bezwaar = check_dag(dag, schooljaar=Schooljaar(int(profiel.schooljaar[:4])), vorige_editie=vorige)
    if bezwaar is not None:
        raise StapError(bezwaar.zin)


def _check_ongewijzigd(profiel: Ondersteuningsprofiel) -> None:
    if aantal := count_na_besluit(profiel=profiel):
        raise StapError(
            f"Na het besluit van het bestuur is er nog iets veranderd (onderdelen: {aantal}). Het bestuur bekijkt dat "
            "en legt zijn besluit hier opnieuw vast. Daarna kunt u publiceren."
        )


def _check_volledig(soort: Stapsoort, gegevens: Stapgegevens) -> None:
    if not gegevens.door.strip():
        raise StapError("Vul in wie deze stap zette, bijvoorbeeld 'leerlingenraad' of 'MR, voorzitter'.")
    if soort is Stapsoort.LEERLINGEN_GEHOORD and not all(
        woorden.strip() for woorden in (gegevens.hoe, gegevens.gezegd, gegevens.gedaan)
    ):
        raise StapError("Vul in hoe u de leerlingen hoorde, wat zij zeiden en wat u ermee deed.")
    if soort is Stapsoort.MR_ADVIES and not gegevens.gezegd.strip():
        raise StapError("Vul in wat de MR adviseert.")
