"""What admission says of a pupil, as part of the file that goes along."""

from base64 import b64encode
from collections.abc import Collection

from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.begrippen.toelating import Toelatingsbesluit
from passend.leerlingen.models import Leerling
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Aanmeldscan, Brief, Schorsing, Verwijdergebeurtenis
from passend.toelating.models.gebeurtenis import Gebeurtenis
from passend.toelating.queries.aanmeldingen import open_scan

_AANMELDING = {"ontvangen_op": "Ontvangen op", "weg": "Hoe", "hulpvraag": "Hulpvraag", "toelichting": "Ouders zeiden"}
_GEBEURTENIS = {"op": "Op", "wat": "Wat", "school": "School", "tekst": "Tekst"}
_BRIEF = {"op": "Op", "soort": "Brief", "tekst": "Tekst", "vertaling": "Vertaling"}
_SCAN = {"op": "Op", "extensie": "Soort bestand"}
_SCHORSING = {"van": "Van", "tot_en_met": "Tot en met", "reden": "Reden"}


def get_toelatingsrubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """The application of a pupil with what happened and its letters, suspensions and removal; for who reads care."""
    if Vertrouwelijkheid.ZORG not in klassen:
        return []
    hier = {"aanmelding__leerling": leerling, "aanmelding__bestuur": leerling.bestuur_id}
    verwijderd = {"verwijdering__leerling": leerling, "verwijdering__bestuur": leerling.bestuur_id}
    gebeurd = [*Aanmeldgebeurtenis.objects.filter(**hier), *Verwijdergebeurtenis.objects.filter(**verwijderd)]
    return [
        Rubriek(
            naam="aanmelding",
            kop="Aanmelding",
            velden=_AANMELDING,
            regels=[_aanmelding(een) for een in Aanmelding.objects.filter(leerling=leerling)],
        ),
        Rubriek(
            naam="toelating",
            kop="Wat er bij de toelating en verwijdering gebeurde",
            velden=_GEBEURTENIS,
            regels=[_gebeurtenis(een) for een in gebeurd],
            is_doorlopend=True,
        ),
        Rubriek(
            naam="toelatingsbrieven",
            kop="Brieven over de toelating",
            velden=_BRIEF,
            regels=[_brief(een) for een in Brief.objects.filter(**hier)],
            is_doorlopend=True,
        ),
        Rubriek(
            naam="aanmeldscans",
            kop="Scans van de aanmelding op papier",
            velden=_SCAN,
            regels=[_scan(een) for een in Aanmeldscan.objects.filter(**hier)],
        ),
        Rubriek(
            naam="schorsingen",
            kop="Schorsingen",
            velden=_SCHORSING,
            regels=[_schorsing(een) for een in Schorsing.objects.filter(leerling=leerling)],
        ),
    ]


def _aanmelding(een: Aanmelding) -> dict[str, str]:
    return {
        "ontvangen_op": een.ontvangen_op.isoformat(),
        "weg": str(een.get_weg_display()),
        "hulpvraag": str(een.get_hulpvraag_display()),
        "toelichting": een.toelichting,
    }


def _gebeurtenis(een: Gebeurtenis) -> dict[str, str]:
    return {
        "op": een.op.isoformat(),
        "wat": _wat(een),
        "school": een.school,
        "tekst": een.tekst,
    }


def _wat(een: Gebeurtenis) -> str:
    """What happened; of a decision what it was, and of a refusal the ground that the board gave."""
    wat, besluit = str(een.get_soort_display()), str(een.get_uitkomst_display())
    if een.uitkomst == Toelatingsbesluit.GEWEIGERD and een.grond:
        besluit = f"{besluit}, want {een.get_grond_display()}"
    return f"{wat}: {besluit}" if besluit else wat


def _brief(een: Brief) -> dict[str, str]:
    op = timezone.localtime(een.vastgelegd_op).date()
    return {"op": op.isoformat(), "soort": str(een.get_soort_display()), "tekst": een.tekst, "vertaling": een.vertaling}


def _scan(een: Aanmeldscan) -> dict[str, str]:
    """Paper names it; for a machine the whole of it goes along."""
    op = timezone.localtime(een.toegevoegd_op).date()
    inhoud = open_scan(een)
    return {"op": op.isoformat(), "extensie": een.extensie} | (
        {} if inhoud is None else {"inhoud_base64": b64encode(inhoud).decode()}
    )


def _schorsing(een: Schorsing) -> dict[str, str]:
    return {"van": een.geldig_van.isoformat(), "tot_en_met": een.geldig_tot_en_met.isoformat(), "reden": een.reden}
