"""The pages about keeping, destroying and the number of a pupil, as everybody who may come there, all in English."""

from tests.factories.bewaren import NUMMERS, demoschool, maak_vertrekkers
from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.leerlingen.models import Aanhouding, Leerling, Vernietigingslijst

SCHOOL = "/school/99AA00"
BEWAREN = f"{SCHOOL}/bewaren"


def destroy_what_is_over(rondgang: Rondgang) -> None:
    """Propose, hold, choose, agree and reject, with what can go wrong."""
    vol, betwist, half, kaal = maak_vertrekkers(demoschool("99AA00"))
    directeur, ib = Bezoeker(rondgang, "directeur@voorbeeld.nl"), Bezoeker(rondgang, "ib@voorbeeld.nl")
    bestuur = Bezoeker(rondgang, "bestuur@voorbeeld.nl")
    for iemand in (directeur, ib, bestuur, Bezoeker(rondgang, "leerkracht@voorbeeld.nl")):
        iemand.ga(BEWAREN)
    _stel_voor(directeur, vol, betwist, half, kaal)
    _houd_aan(ib, kaal)
    directeur.stuur(f"{BEWAREN}/voorstel", {"post": f"{kaal.sleutel}:inschrijving"})
    _kies(bestuur)
    for iemand in (directeur, bestuur):
        _besluit(iemand)
    ib.stuur(f"{BEWAREN}/eindigen", {"aanhouding": Aanhouding.objects.filter(geeindigd_op=None)[0].pk})
    directeur.stuur(f"{BEWAREN}/voorstel", {"alles": "1"})
    for wat in ("afwijzen", "akkoord"):
        bestuur.stuur(f"{BEWAREN}/{wat}", {"lijst": Vernietigingslijst.objects.latest("pk").pk})
    directeur.ga(BEWAREN)
    _bekijk_nummer(directeur, ib, kaal)


def _stel_voor(directeur: Bezoeker, vol: Leerling, *anderen: Leerling) -> None:
    for leerling in anderen:
        directeur.stuur(f"{BEWAREN}/voorstel", {"post": f"{leerling.sleutel}:bekostiging"})
    for klassen in ((), ("inschrijving",), ("begeleiding", "bekostiging", "inschrijving"), ("bekostiging",)):
        directeur.stuur(f"{BEWAREN}/voorstel", {"post": [f"{vol.sleutel}:{klasse}" for klasse in klassen]})


def _houd_aan(ib: Bezoeker, leerling: Leerling) -> None:
    for reden in ("geschil", "geschil", "x"):
        ib.stuur(f"{BEWAREN}/aanhouden", {"leerling": leerling.sleutel, "reden": reden})


def _kies(bestuur: Bezoeker) -> None:
    keuze = {"klasse": "begeleiding_verwezen", "maanden": "30", "waarom": "Nazorg"}
    for anders in ({}, {"maanden": "99"}, {"waarom": ""}, {"klasse": "inschrijving"}):
        bestuur.stuur(f"{BEWAREN}/termijn", keuze | anders)


def _besluit(iemand: Bezoeker) -> None:
    iemand.ga(BEWAREN)
    for lijst in Vernietigingslijst.objects.order_by("pk"):
        for wat in ("akkoord", "afwijzen"):
            iemand.stuur(f"{BEWAREN}/{wat}", {"lijst": lijst.pk})


def _bekijk_nummer(directeur: Bezoeker, ib: Bezoeker, leerling: Leerling) -> None:
    pad = f"{SCHOOL}/leerling/{leerling.sleutel}/burgerservicenummer"
    for vorm in ({"toon": "1"}, {"nummer": "1"}, {"nummer": NUMMERS[0]}, {"toon": "1"}):
        directeur.stuur(pad, vorm)
    ib.ga(pad)
