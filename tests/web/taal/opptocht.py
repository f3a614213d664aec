"""Everybody around a development perspective plan, through its pages and every form of them, all in English."""

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.opp import TEKST, maak_tekening
from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.organisaties.models import Bestuur
from passend.organisaties.queries import in_bestuur
from passend.plannen.models import Groepsstem, Leerlingstem

SCHOOL = "/school/99AA00"


def loop_langs_opps(rondgang: Rondgang) -> None:
    """The list, a plan that is set, one that waits and one that begins; the child, the parents and the classes."""
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        leerlingen = {een.voornaam: een for een in Leerling.objects.all()}
        noor = Ouderrelatie.objects.get(leerling=leerlingen["Noor"], heeft_gezag=True).pk
        stem = Leerlingstem.objects.get(versie__opp__leerling=leerlingen["Noor"]).pk
        groepsstem = Groepsstem.objects.first()
    assert groepsstem is not None
    ib, leerkracht, ouder = (Bezoeker(rondgang, f"{naam}@voorbeeld.nl") for naam in ("ib", "leerkracht", "ouder"))
    opp = {naam: f"{SCHOOL}/leerling/{een.sleutel}/opp" for naam, een in leerlingen.items()}
    for pad in (
        f"{SCHOOL}/opp",
        opp["Pip"],
        f"{opp['Pip']}/ouders",
        opp["Noor"],
        f"{opp['Noor']}/ouders",
        opp["Idris"],
    ):
        ib.ga(pad)
    leerkracht.ga(opp["Pip"])
    leerkracht.ga(opp["Bram"])
    _begin(ib, opp["Bram"])
    _schrijf(ib, leerkracht, opp["Noor"])
    _hoor(ib, opp["Noor"], stem)
    _ouders(ib, opp["Noor"], noor)
    _antwoord(ouder, f"/school/99AD00/leerling/{leerlingen['Mats'].sleutel}/opp")
    ouder.ga(f"{opp['Pip']}/ouders")
    _kijk_terug(ib, opp["Pip"])
    _groepen(ib, groepsstem.pk)


def _begin(ib: Bezoeker, opp: str) -> None:
    for vorm in ({}, {"aanleiding": "inschrijving", "begonnen_op": "2001-01-01"}):
        ib.stuur(f"{opp}/begin", vorm)
    for pad in ("begin/anders", "intrekken"):
        ib.stuur(f"{opp}/{pad}")


def _schrijf(ib: Bezoeker, leerkracht: Bezoeker, opp: str) -> None:
    for code, vorm in (
        ("werkt", {"waarde": "Rust", "versie": 0}),
        ("werkt", {"waarde": "Muziek", "versie": 0}),
        ("uitstroom", {"waarde": "zzz", "versie": 1}),
        ("uitstroom", {"waarde": "vwo", "versie": 9}),
        ("onderwijstijd", {"waarde": "ja", "versie": 0}),
    ):
        ib.stuur(f"{opp}/deel/{code}", vorm)
    ib.ga(f"{opp}/deel/werkt")
    for vorm in ({"aanpak": "zzz"}, {"aanpak": "zzz", "wie": "kompas"}):
        ib.stuur(f"{opp}/regel", vorm)
    ib.stuur(f"{opp}/regel/weg", {"regel": "1"})
    for _keer in range(2):
        ib.stuur(f"{opp}/gewoon")
    for tekst, versie in (("kompas " * 20, 1), ("IB zzzzzzzzzzzzzzzzzzzz", 2)):
        ib.stuur(f"{opp}/deel/gewone_woorden", {"waarde": tekst, "versie": versie})
    leerkracht.stuur(f"{opp}/deel/tijd_b", {"waarde": "x", "versie": 0})
    ib.ga(opp)


def _hoor(ib: Bezoeker, opp: str, stem: int) -> None:
    ib.ga(f"{opp}/stem")
    for vorm in ({}, {"wijze": "tekening"}, {"wijze": "praatkaarten"}, {"wijze": "eigen_woorden"}):
        ib.stuur(f"{opp}/stem", vorm)
    for inhoud in (b"MZ", b"zzz", maak_tekening()):
        bestand = SimpleUploadedFile("tekening.png", inhoud)
        ib.stuur(f"{opp}/stem", {"wijze": "tekening", "tekening": bestand})
    ib.stuur(f"{opp}/stem", {"wijze": "niet_gehoord", "van_school": "1"})
    for vorm in ({}, {"gedaan": "Meer rust.", "teruggekoppeld_op": "2026-01-01"}):
        ib.stuur(f"{opp}/stem/{stem}", vorm)


def _ouders(ib: Bezoeker, opp: str, ouder: int) -> None:
    for vorm in ({}, {"op": "2026-10-01"}, {"op": "2026-10-01", f"ouder-{ouder}": "erbij"}):
        ib.stuur(f"{opp}/overleg", vorm)
    for vorm in ({}, {"ouder": ouder, "antwoord": "akkoord"}, {"ouder": ouder, "antwoord": "niet_akkoord"}):
        ib.stuur(f"{opp}/papier", vorm)
    reden = {"ouder": ouder, "antwoord": "niet_akkoord", "reden": "Ik wil meer hulp bij spelen."}
    ib.stuur(f"{opp}/papier", reden)
    ib.stuur(f"{opp}/voorleggen", {})
    ib.stuur(f"{opp}/vaststellen", {})


def _antwoord(ouder: Bezoeker, opp: str) -> None:
    ouder.ga("/kinderen")
    ouder.ga(f"{opp}/ouders")
    for vorm in ({"antwoord": "akkoord", "gelezen": "x"}, {"antwoord": "gezien"}):
        ouder.stuur(f"{opp}/antwoord", vorm)
    for vorm in ({}, {"zienswijze": "Fijn."}):
        ouder.stuur(f"{opp}/zienswijze", vorm)
    ouder.ga(f"{opp}/ouders")


def _kijk_terug(ib: Bezoeker, opp: str) -> None:
    for vorm in ({}, {"op": "2099-01-01"}, {"op": "2001-01-01", "werkte": TEKST["begeleiding"], "vervolg": "vervolg"}):
        ib.stuur(f"{opp}/evaluatie", vorm)
    for _keer in range(2):
        ib.stuur(f"{opp}/versie", {})
    ib.stuur(f"{opp}/voorleggen", {})
    ib.ga(opp)
    ib.ga(f"{opp}?versie=1")


def _groepen(ib: Bezoeker, stem: int) -> None:
    ib.ga(f"{SCHOOL}/groepsstem")
    ib.stuur(f"{SCHOOL}/groepsstem", {})
    for vorm in ({}, {"gedaan": "Meer rust."}):
        ib.stuur(f"{SCHOOL}/groepsstem/{stem}", vorm)
