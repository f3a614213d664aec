"""What admission says of a pupil, as part of the file that goes along."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Dossierbestand, Rubriek
from passend.leerlingen.models import Leerling
from passend.toelating.models import (
    Aanmeldgebeurtenis,
    Aanmelding,
    Aanmeldouder,
    Aanmeldscan,
    Brief,
    Schorsing,
    Verwijdergebeurtenis,
    Verwijdering,
)
from passend.toelating.models.gebeurtenis import Gebeurtenis
from passend.toelating.queries.aanmeldingen import open_scan

_AANMELDING = {
    "voornaam": "Voornaam",
    "achternaam": "Achternaam",
    "geboren_op": "Geboren op",
    "adres": "Adres",
    "verzocht_op": "Gevraagd op",
    "ontvangen_op": "Ontvangen op",
    "weg": "Hoe",
    "gewenst_op": "Gewenste eerste schooldag",
    "is_elders_ingeschreven": "Staat op een andere school",
    "huidige_school": "Huidige school",
    "andere_scholen": "Ook aangemeld bij",
    "is_eerste_voorkeur": "Eerste voorkeur",
    "hulpvraag": "Hulpvraag",
    "toelichting": "Ouders zeiden",
    "is_asielzoeker": "Asielzoeker",
    "oudertaal": "Taal van de ouders",
    "ouders": "Aangemeld door",
}
_GEBEURTENIS = {
    "op": "Op",
    "wat": "Wat",
    "uiterlijk_op": "Uiterlijk op",
    "vooraf_op": "Van tevoren gezegd op",
    "bevinding": "Bevinding",
    "school": "School",
    "schoolsoort": "Soort school",
    "tlv": "Toelaatbaarheidsverklaring",
    "leerjaar": "Leerjaar",
    "tekst": "Tekst",
    "bewijs_adres": "Bewijs",
    "beleid_genoteerd_op": "Beleid genoteerd op",
    "is_gevolgd": "Beleid gevolgd",
    "doorbreking": "Waarom toch",
    "aan": "Brief aan",
    "brief": "Brief",
    "vertaling": "Vertaling",
}
_BRIEF = {
    "op": "Op",
    "soort": "Brief",
    "aan": "Aan",
    "onderwerp": "Onderwerp",
    "tekst": "Tekst",
    "vertaling": "Vertaling",
}
_SCHORSING = {
    "van": "Van",
    "tot_en_met": "Tot en met",
    "reden": "Reden",
    "besloten_op": "Besloten op",
    "aan": "Brief aan",
    "brief": "Brief",
    "vertaling": "Vertaling",
    "inspectie_gemeld_op": "Gemeld aan de Inspectie op",
    "inspectie_bewijs": "Bewijs van die melding",
    "ingetrokken_op": "Ingetrokken op",
    "waarom_ingetrokken": "Waarom ingetrokken",
    "brief_ingetrokken": "Brief over het intrekken",
    "vertaling_ingetrokken": "Vertaling van die brief",
}
_VERWIJDERING = {"voorgenomen_op": "Ouders hoorden het op", "begonnen_op": "Begonnen op", "reden": "Reden"}


def get_toelatingsrubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """The application of a pupil with what happened and its letters, suspensions and removal; for who reads care."""
    if Vertrouwelijkheid.ZORG not in klassen:
        return []
    hier = {"aanmelding__leerling": leerling, "aanmelding__bestuur": leerling.bestuur_id}
    verwijderd = {"verwijdering__leerling": leerling, "verwijdering__bestuur": leerling.bestuur_id}
    gebeurd: list[Aanmeldgebeurtenis | Verwijdergebeurtenis] = [
        *Aanmeldgebeurtenis.objects.filter(**hier),
        *Verwijdergebeurtenis.objects.filter(**verwijderd),
    ]
    aanmeldingen = list(Aanmelding.objects.filter(leerling=leerling))
    verwijderingen = list(Verwijdering.objects.filter(leerling=leerling))
    schorsingen = list(Schorsing.objects.filter(leerling=leerling))
    brieven = list(Brief.objects.filter(**hier))
    return [
        Rubriek(
            naam="aanmelding",
            kop="Aanmelding",
            velden=_AANMELDING,
            regels=_aanmeldingen(aanmeldingen),
            is_doorlopend=True,
            sleutels=[f"aanmelding:{een.pk}" for een in aanmeldingen],
            titels={f"aanmelding:{een.pk}": f"Aanmelding van {een.ontvangen_op:%d-%m-%Y}" for een in aanmeldingen},
            dagen={f"aanmelding:{een.pk}": een.ontvangen_op for een in aanmeldingen},
        ),
        Rubriek(
            naam="verwijderingen",
            kop="Verwijdering",
            velden=_VERWIJDERING,
            regels=[_verwijdering(een) for een in verwijderingen],
            is_doorlopend=True,
            sleutels=[f"verwijderingen:{een.pk}" for een in verwijderingen],
            titels={
                f"verwijderingen:{een.pk}": f"Verwijdering, begonnen op {timezone.localtime(een.begonnen_op):%d-%m-%Y}"
                for een in verwijderingen
            },
            dagen={f"verwijderingen:{een.pk}": een.begonnen_op.date() for een in verwijderingen},
        ),
        Rubriek(
            naam="toelating",
            kop="Wat er bij de toelating en verwijdering gebeurde",
            velden=_GEBEURTENIS,
            regels=[_gebeurtenis(een) for een in gebeurd],
            is_doorlopend=True,
            sleutels=[_zaak(een) for een in gebeurd],
        ),
        Rubriek(
            naam="toelatingsbrieven",
            kop="Brieven over de toelating",
            velden=_BRIEF,
            regels=[_brief(een) for een in brieven],
            is_doorlopend=True,
            sleutels=[f"aanmelding:{een.aanmelding_id}" for een in brieven],
        ),
        Rubriek(
            naam="schorsingen",
            kop="Schorsingen",
            velden=_SCHORSING,
            regels=[_schorsing(een) for een in schorsingen],
            is_doorlopend=True,
            sleutels=[f"schorsingen:{een.pk}" for een in schorsingen],
            titels={f"schorsingen:{een.pk}": f"Schorsing vanaf {een.geldig_van:%d-%m-%Y}" for een in schorsingen},
            dagen={f"schorsingen:{een.pk}": een.geldig_van for een in schorsingen},
        ),
    ]


def list_toelatingsbestanden(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Dossierbestand]:
    """The paper of a registration, for who reads care."""
    if Vertrouwelijkheid.ZORG not in klassen:
        return []
    scans = Aanmeldscan.objects.filter(aanmelding__leerling=leerling, aanmelding__bestuur=leerling.bestuur_id)
    return [
        Dossierbestand(
            bij="Aanmelding op papier",
            naam=f"aanmelding-{timezone.localtime(een.toegevoegd_op):%Y-%m-%d}-{een.pk}.{een.extensie}",
            extensie=een.extensie,
            inhoud=open_scan(een),
        )
        for een in scans
    ]


def _zaak(een: Aanmeldgebeurtenis | Verwijdergebeurtenis) -> str:
    if isinstance(een, Aanmeldgebeurtenis):
        return f"aanmelding:{een.aanmelding_id}"
    return f"verwijderingen:{een.verwijdering_id}"


def _aanmeldingen(aanmeldingen: Sequence[Aanmelding]) -> list[dict[str, str | bool | None]]:
    """What was typed at the registration; of who did it the name, for one parent gets no address of another."""
    ouders: dict[int, list[str]] = defaultdict(list)
    for een in Aanmeldouder.objects.filter(aanmelding__in=aanmeldingen):
        ouders[een.aanmelding_id].append(een.naam + (" (gezag)" if een.heeft_gezag else ""))
    return [
        {
            "voornaam": een.voornaam,
            "achternaam": een.achternaam,
            "geboren_op": een.geboren_op.isoformat(),
            "adres": een.adres,
            "verzocht_op": een.verzocht_op.isoformat(),
            "ontvangen_op": een.ontvangen_op.isoformat(),
            "weg": str(een.get_weg_display()),
            "gewenst_op": _dag(een.gewenst_op),
            "is_elders_ingeschreven": een.is_elders_ingeschreven,
            "huidige_school": een.huidige_school,
            "andere_scholen": een.andere_scholen,
            "is_eerste_voorkeur": een.is_eerste_voorkeur,
            "hulpvraag": str(een.get_hulpvraag_display()),
            "toelichting": een.toelichting,
            "is_asielzoeker": een.is_asielzoeker,
            "oudertaal": str(een.get_oudertaal_display()),
            "ouders": ", ".join(ouders[een.pk]),
        }
        for een in aanmeldingen
    ]


def _verwijdering(een: Verwijdering) -> dict[str, str | None]:
    return {
        "voorgenomen_op": _dag(een.voorgenomen_op),
        "begonnen_op": een.begonnen_op.isoformat(timespec="seconds"),
        "reden": een.reden,
    }


def _gebeurtenis(een: Gebeurtenis) -> dict[str, str | int | bool | None]:
    return {
        "op": een.op.isoformat(),
        "wat": _wat(een),
        "uiterlijk_op": _dag(een.uiterlijk_op),
        "vooraf_op": _dag(een.vooraf_op),
        "bevinding": str(een.get_bevinding_display()),
        "school": een.school,
        "schoolsoort": str(een.get_schoolsoort_display()),
        "tlv": str(een.get_tlv_display()),
        "leerjaar": een.leerjaar,
        "tekst": een.tekst,
        "bewijs_adres": een.bewijs_adres,
        "beleid_genoteerd_op": _dag(getattr(een, "beleid_genoteerd_op", None)),
        "is_gevolgd": een.is_gevolgd or None,
        "doorbreking": een.doorbreking,
        "aan": _zonder_adres(getattr(een, "aan", "")),
        "brief": getattr(een, "brief", ""),
        "vertaling": getattr(een, "vertaling", ""),
    }


def _wat(een: Gebeurtenis) -> str:
    """What happened; of a decision what it was, and of a refusal the ground that the board gave."""
    wat, besluit = str(een.get_soort_display()), str(een.get_uitkomst_display())
    if besluit and een.grond:
        besluit = f"{besluit}, want {een.get_grond_display()}"
    return f"{wat}: {besluit}" if besluit else wat


def _brief(een: Brief) -> dict[str, str]:
    return {
        "op": timezone.localtime(een.vastgelegd_op).date().isoformat(),
        "soort": str(een.get_soort_display()),
        "aan": _zonder_adres(een.aan),
        "onderwerp": een.onderwerp,
        "tekst": een.tekst,
        "vertaling": een.vertaling,
    }


def _zonder_adres(aan: str) -> str:
    """To whom a letter went: the names alone, for the one parent gets no address of another."""
    regels = (" ".join(woord for woord in regel.split() if "@" not in woord) for regel in aan.splitlines())
    return ", ".join(regel for regel in regels if regel)


def _schorsing(een: Schorsing) -> dict[str, str | None]:
    return {
        "van": een.geldig_van.isoformat(),
        "tot_en_met": een.geldig_tot_en_met.isoformat(),
        "reden": een.reden,
        "besloten_op": een.besloten_op.isoformat(timespec="seconds"),
        "aan": _zonder_adres(een.aan),
        "brief": een.brief,
        "vertaling": een.vertaling,
        "inspectie_gemeld_op": _dag(een.inspectie_gemeld_op),
        "inspectie_bewijs": een.inspectie_bewijs,
        "ingetrokken_op": een.ingetrokken_op.isoformat(timespec="seconds") if een.ingetrokken_op else None,
        "waarom_ingetrokken": een.waarom_ingetrokken,
        "brief_ingetrokken": een.brief_ingetrokken,
        "vertaling_ingetrokken": een.vertaling_ingetrokken,
    }


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None
