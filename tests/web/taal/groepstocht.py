"""A teacher and an intern begeleider through the group, its plans and those of a pupil, all in English."""

from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.leerlingen.models import Leerling
from passend.organisaties.models import Bestuur, Groep
from passend.organisaties.queries import in_bestuur
from passend.plannen.models import Groepsplan, Plan
from passend.toegang.models import Account, Groepstaak

SCHOOL = "/school/99AA00"


def loop_langs_groepen(rondgang: Rondgang) -> None:
    """The overview with every choice, a row that opens, a plan until it is closed, and the plans of a pupil."""
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        leerling = Leerling.objects.get(voornaam="Pip", achternaam="Kwast")
        plan = Groepsplan.objects.get(groep__naam="5", afgesloten_op__isnull=True, vak="rekenen")
        eigen = Plan.objects.filter(leerling=leerling, geevalueerd_op__isnull=True).get().pk
    groep, plannen = f"{SCHOOL}/groepen/{plan.groep_id}", f"{SCHOOL}/leerling/{leerling.sleutel}/plannen"
    leerkracht, ib, ouder = (Bezoeker(rondgang, f"{naam}@voorbeeld.nl") for naam in ("leerkracht", "ib", "ouder"))
    for pad in ("", "?toon=plan", "?toon=verdiept", "?sorteer=rekenen", "?sorteer=datum"):
        leerkracht.ga(f"{groep}/overzicht{pad}")
    ib.ga(f"{SCHOOL}/groepen")
    _leerkrachten(ib, plan.groep_id)
    _schrijf(leerkracht, ib, f"{groep}/leerling/{leerling.sleutel}")
    _plan(leerkracht, groep, plan.pk, str(leerling.sleutel))
    _leerling(leerkracht, ouder, plannen, eigen)
    _instellingen(ib)


def _leerkrachten(ib: Bezoeker, groep: int) -> None:
    hier = f"{SCHOOL}/groepen/leerkrachten"
    ib.ga(hier)
    wie = Account.objects.get(username="leerkracht@voorbeeld.nl").pk
    vorm = {"leerkracht": str(wie), "groep": str(groep), "van": "2026-10-05", "tot": ""}
    for anders in ({"groep": ""}, {"van": ""}, {"van": "2026-08-01"}, {"tot": "2026-09-01"}, {"tot": "2030-01-01"}, {}):
        ib.stuur(f"{hier}/geven", vorm | anders)
    for naam in ("", "kompas", "kompas", "z" * 50):
        ib.stuur(f"{SCHOOL}/groepen/nieuw", {"naam": naam})
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        vrij = Groep.objects.get(naam="kompas").pk
    for van in ("2026-10-05", "2027-01-01"):
        ib.stuur(f"{hier}/geven", vorm | {"groep": str(vrij), "van": van, "tot": van})
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        taak = Groepstaak.objects.filter(groep=vrij).earliest("pk").pk
    ib.ga(hier)
    ib.stuur(f"{hier}/eindigen", {"taak": str(taak)})
    ib.ga(hier)


def _schrijf(leerkracht: Bezoeker, ib: Bezoeker, rij: str) -> None:
    leerkracht.ga(f"{rij}?bewerk=1&kolom=rekenen")
    leerkracht.ga(f"{rij}?kolom=rekenen")
    for iemand, tekst in ((leerkracht, "zzz"), (ib, "kompas"), (ib, "zzz" * 50), (ib, "\n".join(map(str, range(20))))):
        iemand.stuur(rij, {"versie": "||", "behoefte": tekst})


def _plan(leerkracht: Bezoeker, groep: str, pk: int, leerling: str) -> None:
    plan = f"{groep}/groepsplan/{pk}"
    leerkracht.ga(plan)
    leerkracht.stuur(f"{groep}/groepsplan", {"vak": "spelling"})
    for versie in ("", "000000000000"):
        leerkracht.stuur(f"{plan}/tekst", {"cluster": "basis", "veld": "doel", "tekst": "zzz", "versie": versie})
    leerkracht.stuur(f"{plan}/tekst", {"cluster": "basis", "veld": "doel", "tekst": "z" * 401, "versie": ""})
    for behoefte in ("", "1"):
        leerkracht.stuur(f"{plan}/wijst", {"cluster": "basis", "versie": "|", "behoefte": behoefte})
    leerkracht.stuur(f"{plan}/plaats", {"leerling": leerling, "cluster": "intensief"})
    leerkracht.stuur(f"{plan}/sluit")
    for cluster in ("verdiept", "basis", "intensief"):
        leerkracht.stuur(f"{plan}/uitkomst", {"cluster": cluster, "uitkomst": "deels"})
        for veld in ("evaluatie", "wat_werkte"):
            vorm = {"cluster": cluster, "veld": veld, "tekst": "kompas", "versie": "e3b0c44298fc"}
            leerkracht.stuur(f"{plan}/tekst", vorm)
    leerkracht.stuur(f"{plan}/sluit")
    leerkracht.ga(plan)
    leerkracht.stuur(f"{plan}/uitkomst", {"cluster": "basis", "uitkomst": "niet"})
    leerkracht.stuur(f"{plan}/wijst", {"cluster": "basis", "versie": "|"})
    leerkracht.ga(f"{groep}/overzicht")


def _leerling(leerkracht: Bezoeker, ouder: Bezoeker, plannen: str, pk: int) -> None:
    for iemand in (leerkracht, ouder):
        iemand.ga(plannen)
    vorm = {"aanleiding": "zzz", "doel": "kompas", "niveau": "2", "geldig_tot_en_met": "2027-06-01"}
    for anders in (
        {"aanleiding": ""},
        {"doel": ""},
        {"niveau": "9"},
        {"geldig_tot_en_met": "x"},
        {"aanpak": "zzz"},
        {},
    ):
        leerkracht.stuur(plannen, vorm | anders)
    for dag in ("2020-01-01", "2030-01-01"):
        leerkracht.stuur(plannen, vorm | {"geldig_tot_en_met": dag})
    leerkracht.stuur(f"{plannen}/{pk}/doel", {"tekst": "kompas", "versie": ""})
    for tekst, versie in (("kompas", "e3b0c44298fc"), ("zzz", "000000000000"), ("z" * 2001, "")):
        leerkracht.stuur(f"{plannen}/{pk}/gewoon", {"tekst": tekst, "versie": versie, "taal": "nl"})
    leerkracht.stuur(f"{plannen}/{pk}/gewoon/begin")
    ouder.ga(plannen)
    leerkracht.stuur(f"{plannen}/{pk}/vervolg")
    leerkracht.stuur(f"{plannen}/{pk}/regel", {"aanpak": "zzz", "wie": "kompas"})
    leerkracht.stuur(f"{plannen}/{pk}/regel", {"aanpak": "zzz"})
    leerkracht.stuur(f"{plannen}/{pk}/regel", {"aanpak": "z" * 301, "wie": "kompas"})
    leerkracht.stuur(f"{plannen}/{pk}/regel/weg", {"regel": "0"})
    for vorm in ({}, {"uitkomst": "deels"}, {"uitkomst": "deels", "evaluatie": "zzz", "wat_werkte": "kompas"}, {}):
        leerkracht.stuur(f"{plannen}/{pk}/evaluatie", vorm)
    leerkracht.stuur(f"{plannen}/{pk}/regel", {"aanpak": "zzz", "wie": "kompas"})
    for _keer in range(2):
        leerkracht.stuur(f"{plannen}/{pk}/vervolg")


def _instellingen(ib: Bezoeker) -> None:
    ib.ga(f"{SCHOOL}/plannen/instellingen")
    twee = {"van-1": "2026-08-01", "tot-1": "2027-01-31", "van-2": "2027-02-01", "tot-2": "2027-07-31"}
    for anders in ({"van-2": ""}, {"van-2": "2027-01-01"}, {"tot-2": "2027-12-31"}, {"tot-2": "2027-02-10"}):
        ib.stuur(f"{SCHOOL}/plannen/rondes", twee | anders)
    ib.stuur(f"{SCHOOL}/plannen/rondes", {"van-1": "2026-08-01", "tot-1": "2027-07-31"})
    vier = {"van-3": "2027-03-01", "tot-3": "2027-04-30", "van-4": "2027-05-01", "tot-4": "2027-07-31"}
    ib.stuur(f"{SCHOOL}/plannen/rondes", twee | {"tot-2": "2027-02-28"} | vier)
    for naam in ("", "zzz", "z" * 61):
        ib.stuur(f"{SCHOOL}/plannen/niveaus", {f"naam-{nummer}": naam for nummer in range(1, 6)})
    for laag, hoog in (("0", "50"), ("60", "50"), ("20", "80")):
        ib.stuur(f"{SCHOOL}/plannen/grenzen", {"intensief": laag, "verdiept": hoog})
