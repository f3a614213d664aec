"""Pupils who go to another school or come from one, with every form and every refusal, all in English."""

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories.plannen import OPPINHOUD, PLANINHOUD, maak_voorstel_van
from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.begrippen.hgw import Voorstelsoort
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Bestuur
from passend.organisaties.queries import in_bestuur
from passend.overstap.models import Onderwijskundigrapport, Overstapbestand, Rapportuitvoer, Sleutelkaart
from passend.toegang.models import Account
from passend.toelating.models import Aanmelding
from passend.uitwisseling.passend.sleutels import maak_sleutels

SCHOOL = "/school/99AA00"
CONTACT = {
    "andere_school": "De Kiem",
    "wie_daar": "Sam",
    "wie_hier": "Noor",
    "waarover": "Lezen.",
    "wijze": "telefoon",
    "reden": "terug",
}


def loop_langs_overstap(rondgang: Rondgang) -> None:
    """The report of a pupil, a file that waits, and the cards of other schools."""
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        pip = Leerling.objects.get(voornaam="Pip", achternaam="Kwast")
        ander = Leerling.objects.get(voornaam="Noor", achternaam="Helmgras")
        komt = Overstapbestand.objects.filter(vestiging=pip.vestiging_id, stand="concept").order_by("pk")[0].pk
    ib, directeur, ouder = (Bezoeker(rondgang, f"{naam}@voorbeeld.nl") for naam in ("ib", "directeur", "ouder"))
    dossier, tweede = (f"{SCHOOL}/leerling/{een.sleutel}/overstap" for een in (pip, ander))
    for iemand in (ib, directeur, ouder):
        iemand.ga(dossier)
    for vorm in ("pdf", "oso", "oso_swv", "passend"):
        directeur.stuur(f"{dossier}/bestand", {"vorm": vorm})
    for naam in ("ouders", "bewijs", "bestemming", "vaststellen", "adres"):
        directeur.stuur(f"{dossier}/{naam}")
    directeur.stuur(f"{dossier}/adres", {"is_adres_geheim": "1"})
    for vorm in ({}, {"eens": "Nee"}, {"eens": "Nee", "opmerking": "Te kort."}, {"eens": "Ja"}):
        ouder.stuur(f"{dossier}/reactie", vorm)
    ouder.stuur(f"{dossier}/gelezen")
    _laat_weggaan(pip)
    ouder.stuur(f"{dossier}/gelezen")
    directeur.stuur(f"{tweede}/begin")
    directeur.stuur(f"{tweede}/vaststellen")
    directeur.stuur(f"{tweede}/bestemming", {"naar_school": "De Kiem"})
    directeur.stuur(f"{tweede}/tekst", {"huiswerk": "Af.", "eerder_huiswerk": "Iets anders."})
    directeur.stuur(f"{tweede}/vaststellen")
    for dag in ("", "2099-01-01", "2026-09-01"):
        ib.stuur(f"{dossier}/contact", CONTACT | {"op": dag})
    _kom_binnen(ib, komt)
    _neem_plannen_over(ib)
    _wissel_kaarten(ib)


def _laat_weggaan(leerling: Leerling) -> None:
    """The report goes to another school: then nobody says anything of it any more."""
    with in_bestuur(leerling.bestuur_id):
        rapport = Onderwijskundigrapport.objects.filter(leerling=leerling)[0]
        Rapportuitvoer.objects.create(
            bestuur_id=leerling.bestuur_id,
            rapport=rapport,
            vorm="passend",
            vingerafdruk="0" * 64,
            op=rapport.vastgesteld_op,
            door=rapport.begonnen_door,
        )


def _kom_binnen(ib: Bezoeker, komt: int) -> None:
    ib.ga(f"{SCHOOL}/overstap")
    ib.stuur(f"{SCHOOL}/overstap")
    ib.stuur(f"{SCHOOL}/overstap", {"bestand": SimpleUploadedFile("a.xml", b"niets")})
    ib.ga(f"{SCHOOL}/overstap/{komt}")
    ib.ga(f"{SCHOOL}/overstap/{komt}/bijlage/1")
    ib.stuur(f"{SCHOOL}/overstap/{komt}/contact")
    ib.stuur(f"{SCHOOL}/overstap/{komt}/contact", CONTACT | {"op": "2026-09-01"})
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        aanmelding = Aanmelding.objects.get(voornaam="Juul").pk
    for vorm in ({}, {"aanmelding": aanmelding, "eerste_dag": "2027-01-04"}, {}):
        ib.stuur(f"{SCHOOL}/overstap/{komt}/overnemen", vorm)
    ib.ga(f"{SCHOOL}/overstap/{komt}")
    ib.ga(f"{SCHOOL}/overstap/{komt}/bewijs")
    ib.stuur(f"{SCHOOL}/overstap/{komt}/weg")


def _neem_plannen_over(ib: Bezoeker) -> None:
    """What a previous school gave along: a plan that goes on, and perspectives that do and do not."""
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        leerling = Leerling.objects.get(voornaam="Idris")
        van = Account.objects.get(username="ib@voorbeeld.nl")
        plan = maak_voorstel_van(leerling, van, Voorstelsoort.PLAN, PLANINHOUD).pk
        opp, weg = (maak_voorstel_van(leerling, van, Voorstelsoort.OPP, OPPINHOUD).pk for _keer in range(2))
    dossier = f"{SCHOOL}/leerling/{leerling.sleutel}"
    for pad in ("plannen", "opp"):
        ib.ga(f"{dossier}/{pad}")
    for dag in ("", "2001-01-01", "2027-06-01", "2027-06-01"):
        ib.stuur(f"{dossier}/plannen/voorstel/{plan}", {"geldig_tot_en_met": dag})
    for vorm in ({}, {"aanleiding": "inschrijving", "begonnen_op": "2026-09-01"}):
        ib.stuur(f"{dossier}/opp/voorstel/{opp}", vorm)
    for _keer in range(2):
        ib.stuur(f"{dossier}/plannen/voorstel/{weg}/weg")
    for pad in ("plannen", "opp"):
        ib.ga(f"{dossier}/{pad}")


def _wissel_kaarten(ib: Bezoeker) -> None:
    kaart = maak_sleutels().kaart(school="De Kiem", brin="99AB00").als_bestand()
    ib.ga(f"{SCHOOL}/overstap/sleutels")
    for vorm in ({}, {"maak": "1"}, {"kaart": SimpleUploadedFile("k.json", kaart)}):
        ib.stuur(f"{SCHOOL}/overstap/sleutels", vorm)
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        pk = Sleutelkaart.objects.order_by("-pk")[0].pk
    ib.stuur(f"{SCHOOL}/overstap/sleutelkaart/klopt", {"kaart": pk})
    ib.ga(f"{SCHOOL}/overstap/sleutelkaart.json")
