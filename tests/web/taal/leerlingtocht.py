"""Everybody around a pupil, through the file and every form of it, all in English."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.factories.invoer import MAP, kenmerk_van
from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.leerlingen.models import Dossierstuk, Invoer, Leerling, Ouderrelatie, Toestemming, Zienswijze
from passend.organisaties.models import Bestuur
from passend.organisaties.queries import in_bestuur

SCHOOL = "/school/99AA00"
VOORBEELD = Path(__file__).resolve().parents[3] / "docs" / "gebruiker" / "voorbeeld"
KOLOMMEN = (
    *("sleutel", "voornaam", "tussenvoegsel", "achternaam", "geboren_op", "groep", ""),
    *("ouder1_naam", "ouder1_email", "ouder1_gezag", "ouder2_naam", "ouder2_email", "ouder2_gezag"),
)
ONBEKEND = "00000000-0000-4000-8000-000000000000"


def loop_langs_leerlingen(rondgang: Rondgang) -> None:
    """The list, the file, its pieces, views, permissions, the broken glass, and who saw it."""
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        leerling = Leerling.objects.get(voornaam="Pip", achternaam="Kwast")
        noor = Leerling.objects.get(voornaam="Noor", achternaam="Helmgras")
        stuk = Dossierstuk.objects.get(leerling=leerling, titel="Gesprek met de ouders").pk
        wens = Zienswijze.objects.get(stuk=stuk).pk
        vraag = Toestemming.objects.exclude(doel__startswith="Het overleg").get(leerling=leerling).pk
        ouder = Ouderrelatie.objects.filter(leerling=noor, heeft_gezag=True).get().pk
    dossier, bij_noor = f"{SCHOOL}/leerling/{leerling.sleutel}", f"{SCHOOL}/leerling/{noor.sleutel}"
    ib, leerkracht, directeur, ouder1, ouder2, deskundige, elders = (
        Bezoeker(rondgang, f"{naam}@voorbeeld.nl")
        for naam in ("ib", "leerkracht", "directeur", "ouder", "ouder2", "deskundige", "ib.zandloper")
    )
    for iemand in (ib, leerkracht, directeur, ouder1, deskundige):
        iemand.loop(dossier, meeste=12)
    for naam in ("ouder", "ouder2", "ouder3", "deskundige", "beheer"):
        Bezoeker(rondgang, f"{naam}@voorbeeld.nl").loop("/start", meeste=8)
    for pad in ("leerlingen?q=zzz", "leerlingen?blad=9", f"leerling/{ONBEKEND}", "verzoeken", "documenten"):
        ib.ga(f"{SCHOOL}/{pad}")
    ib.ga(f"{dossier}?geldig_op=2026-01-01&bekend_op=2026-01-01")
    ib.ga(f"{SCHOOL}/leerlingen/nieuw")
    for iemand in (ib, directeur):
        iemand.ga("/start")
    _schrijf(ib, leerkracht, dossier, stuk)
    _ouders(ib, ouder2, dossier, (stuk, wens, vraag))
    _deel(ib, bij_noor)
    for vorm in ({}, {"naam": "Oma Zeegras"}):
        ib.stuur(f"{bij_noor}/ouder", vorm)
    _verbeter(ib, bij_noor, ouder)
    ib.stuur(f"{bij_noor}/ouder/eindigen", {"ouder": ouder})
    for vorm in ({}, {"voornaam": "Pip", "achternaam": "Kwast", "school": "99AA00"}):
        elders.stuur("/school/99AB00/noodinzage", vorm | {"waarom": "zzz"})
        elders.stuur("/school/99AB00/noodinzage", vorm | {"waarom": "zzz zzz zzz zzz zzz"})
    elders.loop(dossier, meeste=4)
    directeur.ga(f"{SCHOOL}/noodinzage")
    directeur.stuur(f"{SCHOOL}/noodinzage/1/gezien")
    _schrijf_uit(ib, bij_noor)
    _verplaats(ib, dossier, stuk)
    directeur.ga(f"{dossier}/ingezien")


def _deel(ib: Bezoeker, dossier: str) -> None:
    for vorm in ({}, {"email": "zzz"}, {"email": "x@y.example"}):
        ib.stuur(f"{dossier}/toestemming", vorm | {"doel": "", "geldig_tot_en_met": "2027-01-01"})


def _schrijf_uit(ib: Bezoeker, dossier: str) -> None:
    for vorm in ({}, {"uitgeschreven_op": "2001-01-01"}, {"uitgeschreven_op": "2026-10-01"}):
        ib.stuur(f"{dossier}/uitschrijven", vorm)
    ib.ga(dossier)
    for _keer in range(2):
        ib.stuur(f"{dossier}/uitschrijven/terug")


def _verbeter(ib: Bezoeker, dossier: str, ouder: int) -> None:
    naam = {"voornaam": "Noor", "achternaam": "Helmgras"}
    for pad in ("gegevens", f"ouder/{ouder}"):
        ib.ga(f"{dossier}/{pad}")
    for vorm in ({}, naam | {"geboren_op": "2018-01-01", "ingeschreven_op": "2017-01-01"}):
        ib.stuur(f"{dossier}/gegevens", vorm)
    for vorm in ({}, {"naam": "Zwaan", "email": "zzz"}, {"gezag": "nee"}, {"gezag": "ja", "vanaf": "2026-10-01"}):
        ib.stuur(f"{dossier}/ouder/{ouder}", vorm)
    for vanaf in ("2001-01-01", "2099-01-01"):
        ib.stuur(f"{dossier}/ouder/{ouder}", {"gezag": "nee", "vanaf": vanaf})


def _verplaats(ib: Bezoeker, dossier: str, stuk: int) -> None:
    for klasse in ("", "zorg", "zorg"):
        ib.stuur(f"{dossier}/stuk/{stuk}/soort", {"vertrouwelijkheid": klasse})
    for waarom in ("", "Gaat over een ander"):
        ib.stuur(f"{dossier}/stuk/{stuk}/intrekken", {"waarom": waarom})
    ib.ga(dossier)


def _schrijf(ib: Bezoeker, leerkracht: Bezoeker, dossier: str, stuk: int) -> None:
    dag = {"geldig_van": "2026-09-01"}
    for vorm in ({}, {"voornaam": "zzz", "achternaam": "kompas", "geboren_op": "2020-01-01"}):
        for ingeschreven_op in ("x", "2019-01-01", "2024-01-01"):
            ib.stuur(f"{SCHOOL}/leerlingen/nieuw", vorm | {"ingeschreven_op": ingeschreven_op})
    for vorm in ({}, {"vertrouwelijkheid": "gewoon", **dag}, {"vertrouwelijkheid": "zorg", "geldig_van": "2099-01-01"}):
        ib.stuur(f"{dossier}/stuk", {"titel": "", "tekst": ""} | vorm)
    leerkracht.stuur(f"{dossier}/stuk", {"titel": "A", "tekst": "B", "vertrouwelijkheid": "zorg", **dag})
    ib.stuur(f"{dossier}/stuk", {"titel": "Rekenen", "tekst": "Gaat goed.", "vertrouwelijkheid": "zorg", **dag})
    for vorm in (
        {},
        {"tekst": "", **dag},
        {"tekst": "Nieuw", "nummer": 9, **dag},
        {"tekst": "Nieuw", "nummer": 1, **dag},
    ):
        ib.stuur(f"{dossier}/stuk/{stuk}", vorm)


def _ouders(ib: Bezoeker, ouder: Bezoeker, dossier: str, sleutels: tuple[int, int, int]) -> None:
    stuk, wens, vraag = sleutels
    for vorm in ({}, {"zienswijze": "Ik zie dit anders."}):
        ouder.stuur(f"{dossier}/stuk/{stuk}/zienswijze", vorm)
        ib.stuur(f"{dossier}/stuk/{stuk}/zienswijze", vorm)
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        kind = Leerling.objects.get(stukken=stuk).pk
    ouder.ga(f"{dossier}/iets-klopt-niet")
    for vorm in ({}, {"zienswijze": "Ik zie dit anders.", "is_verzoek": "1"}):
        ouder.stuur(f"{dossier}/iets-klopt-niet/gegevens/{kind}", vorm)
        ib.stuur(f"{dossier}/iets-klopt-niet/gegevens/{kind}", vorm)
    ouder.ga(f"{dossier}/iets-klopt-niet/gegevens/{kind}")
    klaar = {"uitleg": "Dat staat er nu bij.", "besluit": "verbeterd"}
    for vorm in ({}, klaar, klaar | {"besluit": "bijgevoegd"}, {"uitleg": "Nog eens."}):
        ib.stuur(f"{dossier}/zienswijze/{wens}/besluit", vorm)
    for keus in ("trek_in", "geef", "trek_in", "papier"):
        ouder.stuur(f"{dossier}/toestemming/{vraag}", {"besluit": keus})
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        relatie = Ouderrelatie.objects.filter(leerling__toestemmingen=vraag).latest("pk").pk
    ib.ga(f"{dossier}?geldig_op=2099-01-01")
    ib.stuur(f"{dossier}/toestemming/{vraag}", {"besluit": "nodig_uit"})
    for vorm in ({}, {"getekend_op": "2001-01-01"}, {"besluit": "papier_weg"}, {"besluit": "terug"}):
        ib.stuur(f"{dossier}/toestemming/{vraag}", {"besluit": "papier", "ouder": relatie} | vorm)
    ouder.stuur(f"{dossier}/toestemming/{vraag}", {"besluit": "geef"})
    ib.ga(dossier)


def loop_langs_inlezen(ib: Bezoeker) -> None:
    """Files of every kind, with everything that can be wrong in them."""
    pad = f"{SCHOOL}/leerlingen/inlezen"
    lijst = (VOORBEELD / "leerlingen-de-wilgenboom.csv").read_bytes()
    edexml = (MAP / "wilgenboom.xml").read_bytes()
    for inhoud in (
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"Naam",
        b"<a/>",
        b"<EDEX><school>",
        b"<EDEX/>",
        edexml.replace(b"99AA", b"99ZZ"),
        edexml.replace(b"2026-2027", b"2020-2021"),
        edexml.replace(b"2.1<", b"9.9<"),
        edexml.replace(b"99AA", b"99AA"),
        lijst,
    ):
        naam = "lijst.xml" if inhoud.startswith(b"<") else "lijst.csv"
        ib.stuur(pad, {"bestand": SimpleUploadedFile(naam, inhoud)})
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        tabel, xml = Invoer.objects.order_by("-pk").values_list("pk", flat=True)[:2]
    ib.ga(f"{pad}/{xml}")
    kolommen = f"{pad}/{tabel}/kolommen"
    ib.ga(kolommen)
    goed = {f"kolom-{plek}": veld for plek, veld in enumerate(KOLOMMEN)}
    for vorm in ({}, {"kolom-1": "voornaam", "kolom-3": "achternaam"}, {"kolom-1": "naam", "kolom-2": "naam"}, goed):
        ib.stuur(kolommen, vorm)
    ib.ga(f"{pad}/{tabel}")
    for vorm in ({}, {"uitschrijven": "zzz"}):
        ib.stuur(f"{pad}/{tabel}/uitvoeren", vorm)
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        kenmerk = kenmerk_van(Invoer.objects.get(pk=tabel), timezone.localdate())
    ib.stuur(f"{pad}/{tabel}/uitvoeren", {"kenmerk": kenmerk})
    ib.ga(f"{pad}/{tabel}")
    for _keer in range(2):
        ib.stuur(f"{pad}/{xml}/weg")
    ib.ga(f"{pad}/{xml}")
    ib.stuur(f"{pad}/{xml}/uitvoeren")
    ib.ga(pad)
