"""Admission, by everybody who comes there and with every form of it, all in English."""

from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.leerlingen.models import Leerling
from passend.organisaties.models import Bestuur
from passend.organisaties.queries import in_bestuur
from passend.toelating.models import Aanmelding, Schorsing, Verwijdering

SCHOOL = "/school/99AA00"
OPENBAAR = "/scholen/99AA00/aanmelden"
KIND = {
    "voornaam": "zzz",
    "achternaam": "zzz",
    "geboren_op": "2022-01-01",
    "hulpvraag": "extra",
    "ouder1_naam": "zzz",
    "ouder1_email": "n@x.example",
    "akkoord": "1",
    "verzocht_op": "2026-10-01",
    "ontvangen_op": "2026-10-01",
}


def loop_langs_toelating(rondgang: Rondgang) -> None:
    """The list, every case, the forms of a case, the page of parents, suspension and removal."""
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        zaken = [f"{SCHOOL}/aanmelding/{een.sleutel}" for een in Aanmelding.objects.order_by("pk")]
        pip = Leerling.objects.get(voornaam="Pip", achternaam="Kwast")
    directeur, bestuur, ouder, verband = (
        Bezoeker(rondgang, f"{naam}@voorbeeld.nl") for naam in ("directeur", "bestuur", "ouder", "samenwerkingsverband")
    )
    for iemand in (directeur, bestuur, verband, ouder):
        iemand.ga(f"{SCHOOL}/aanmeldingen")
        for pad in zaken:
            iemand.ga(pad)
    verband.ga("/hulpvragen")
    for vorm in ({}, KIND | {"ontvangen_op": "2001-01-01"}, KIND | {"ouder1_email": "zzz"}, KIND):
        directeur.stuur(f"{SCHOOL}/aanmeldingen/nieuw", vorm)
    directeur.ga(f"{SCHOOL}/aanmeldingen/nieuw")
    for wie in (directeur, bestuur):
        wie.ga(f"{SCHOOL}/plaatsruimte")
    for vorm in ({}, {"wat": "beleid", "beleid_adres": "zzz"}, {"wat": "ruimte", "leerjaar": "9", "stand": "vol"}):
        directeur.stuur(f"{SCHOOL}/plaatsruimte", vorm)
    _doe_stappen(directeur, bestuur, zaken[0])
    for vorm in ({}, KIND | {"akkoord": ""}, KIND):
        ouder.stuur(OPENBAAR, vorm)
    for pad in (OPENBAAR, f"{OPENBAAR}/volgen", f"{OPENBAAR}/volgen/x"):
        ouder.ga(pad)
    _schors(directeur, f"{SCHOOL}/leerling/{pip.sleutel}/schorsing")
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        bram = Leerling.objects.get(voornaam="Bram", achternaam="Zoutman")
    Bezoeker(rondgang, "ouder4@voorbeeld.nl").ga(f"{SCHOOL}/leerling/{bram.sleutel}/verwijdering")


def _doe_stappen(directeur: Bezoeker, bestuur: Bezoeker, zaak: str) -> None:
    dag = "2026-10-12"
    for stap in (
        *({"stap": stap, "op": dag} for stap in ("aangevuld", "ouders_gehoord", "school_gevraagd", "school_vol")),
        {"stap": "school_bereid", "op": dag, "school": "zzz"},
        {"stap": "school_gevraagd", "op": dag, "school": "zzz"},
        {"stap": "onderzoek", "op": "2099-01-01", "tekst": "zzz", "bevinding": "extra"},
        {"stap": "verleng", "uiterlijk_op": "2099-01-01", "tekst": "zzz"},
        {"stap": "verleng", "uiterlijk_op": ""},
        {"stap": "plaats"},
        {"stap": "schrijf_in", "ingeschreven_op": dag},
        {"stap": "ontvangst"},
        {"stap": "scan"},
        {"stap": "oudertaal", "oudertaal": "en"},
        {"stap": "besluit"},
        *(
            {"stap": "besluit", "besluit": besluit, "op": dag}
            for besluit in ("geweigerd:andere_school", "geweigerd:school_vol", "geweigerd:grondslag", "niet_behandeld")
        ),
    ):
        directeur.stuur(f"{zaak}/stap", stap)
    bestuur.stuur(f"{zaak}/stap", {"stap": "besluit", "besluit": "geweigerd:anders", "op": dag, "doorbreking": "zzz"})
    directeur.ga(zaak)


def _schors(directeur: Bezoeker, pad: str) -> None:
    eerste = {"geldig_van": "2026-10-13", "geldig_tot_en_met": "2026-10-14", "motivering": "zzz"}
    for vorm in ({}, {"geldig_van": "2026-10-13", "geldig_tot_en_met": "2026-11-13"}, eerste):
        directeur.stuur(pad, vorm)
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        schorsing = str(Schorsing.objects.order_by("-pk")[0].pk)
    for vorm in (
        {"geldig_van": "2026-10-13", "geldig_tot_en_met": "2026-10-14", "motivering": "zzz"},
        {"geldig_van": "2026-10-15", "geldig_tot_en_met": "2026-10-21", "motivering": "zzz"},
        {"geldig_van": "2010-10-15", "geldig_tot_en_met": "2010-10-14", "motivering": "zzz"},
        {"geldig_van": "2029-10-15", "geldig_tot_en_met": "2029-10-15", "motivering": "zzz"},
        {"wat": "gemeld"},
        {"wat": "gemeld", "schorsing": schorsing, "op": "2026-10-01", "bewijs": "zzz"},
        {"wat": "ingetrokken", "schorsing": schorsing},
        {"wat": "ingetrokken", "schorsing": schorsing, "motivering": "zzz"},
        {"wat": "verwijderen"},
        {"wat": "verwijderen", "motivering": "zzz", "voorgenomen_op": "2099-01-01"},
        {"wat": "verwijderen", "motivering": "zzz"},
    ):
        directeur.stuur(pad, vorm)
    directeur.ga(pad)
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        zaak = f"{SCHOOL}/verwijdering/{Verwijdering.objects.order_by('-pk')[0].sleutel}"
    dag, klaar = "2026-10-12", {"stap": "bezwaar_beslist", "uitkomst": "gegrond", "motivering": "zzz"}
    for stap in (
        *({}, {"stap": "besluit"}, {"stap": "bezwaar_beslist"}, {"stap": "ingetrokken"}, {"stap": "vervallen"}),
        *(
            {"stap": naam, "op": dag}
            for naam in ("gemeente_gemeld", "school_gevraagd", "school_bereid", "ouders_gehoord")
        ),
        *({"stap": "leerkracht_gehoord", "tekst": "zzz", "op": op} for op in ("2099-01-01", "2001-01-01", dag)),
        {"stap": "ouders_gehoord", "tekst": "zzz", "op": dag},
        *(
            {"stap": naam, "school": "zzz", "op": dag}
            for naam in ("school_bereid", "school_gevraagd", "school_gevraagd")
        ),
        {"stap": "school_bereid", "school": "zzz", "op": dag, "tekst": "zzz"},
        {"stap": "besluit", "motivering": "zzz"},
        {"stap": "elders_ingeschreven", "school": "yyy", "tekst": "zzz", "op": dag},
        *(
            {"stap": naam, "tekst": "zzz", "op": dag}
            for naam in ("leerkracht_gehoord", "gpo_oordeel", "bezwaar", "bezwaar")
        ),
        klaar,
        {"stap": "ouders_gehoord", "tekst": "zzz", "op": dag},
        klaar,
        {"stap": "gemeente_gemeld", "tekst": "zzz", "op": dag},
    ):
        directeur.stuur(zaak, stap)
    directeur.ga(zaak)
    directeur.ga(pad.replace("/schorsing", "/verwijdering"))
