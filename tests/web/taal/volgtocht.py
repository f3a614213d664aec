"""Following the pupils of the demonstration, every form and every refusal of it, all in English."""

from django.utils import timezone
from tests.web.taal.rondgang import Bezoeker, Rondgang

from passend.leerlingen.models import Leerling
from passend.organisaties.models import Bestuur
from passend.organisaties.queries import in_bestuur
from passend.volgen.models import Lesvrijeperiode, Toetsresultaat, Waarneming
from passend.volgen.queries.signalen import list_signalen

SCHOOL = "/school/99AA00"
WIE = (("Pip", "Kwast"), ("Noor", "Helmgras"), ("Lotus", "Meeuwsen"))


def volg_leerlingen(rondgang: Rondgang) -> None:
    """How pupils are doing, writing it down, absence, signals, and the rules of the school."""
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        pip, noor, lotus = (
            Leerling.objects.get(voornaam=voornaam, achternaam=achternaam) for voornaam, achternaam in WIE
        )
        toets = Toetsresultaat.objects.filter(leerling=pip)[0].pk
        eigen = Waarneming.objects.filter(leerling=pip, door__username="leerkracht@voorbeeld.nl")[0].pk
    ib, leerkracht, ouder, deskundige = (
        Bezoeker(rondgang, f"{naam}@voorbeeld.nl") for naam in ("ib", "leerkracht", "ouder", "deskundige")
    )
    bij_pip, bij_noor = f"{SCHOOL}/leerling/{pip.sleutel}", f"{SCHOOL}/leerling/{noor.sleutel}"
    for wie, waar in ((ib, f"{SCHOOL}/leerling/{lotus.sleutel}"), (ouder, bij_pip), (deskundige, bij_pip)):
        wie.ga(f"{waar}/volgen")
    gezien = f"{bij_pip}/waarneming/{eigen}/zienswijze"
    ouder.ga(gezien)
    for vorm in ({}, {"zienswijze": "zzz"}):
        ouder.stuur(gezien, vorm)
    waarom = {"waarom": "Is van een ander."}
    for vorm in ({"waarom": "weg"}, waarom, {"toets": str(toets), **waarom}):
        ib.stuur(f"{bij_pip}/toets/intrekken", vorm)
    ib.ga(f"{SCHOOL}/signalen/aantal")
    _loop_langs_lesvrij(ib)
    _schrijf(leerkracht, bij_pip, eigen)
    _noteer_verzuim(leerkracht, bij_noor)
    _typ_toets(leerkracht, bij_pip)
    _leg_opzij(ib, noor, bij_noor)
    _noteer_in_de_groep(ib, leerkracht, str(pip.sleutel))
    _stel_in(ib, leerkracht)


def _schrijf(leerkracht: Bezoeker, waar: str, eigen: int) -> None:
    dag = {"gezien_op": "2026-10-01"}
    for vorm in (
        {},
        {"soort": "observatie", "tekst": "", **dag},
        {"soort": "observatie", "tekst": "zzz", "gezien_op": "2099-01-01"},
        {"soort": "observatie", "tekst": "zzz", "gezien_op": "2001-01-01"},
        {"soort": "observatie", "tekst": "zzz " * 1001, **dag},
        {"soort": "observatie", "tekst": "zzz", "vak": "zzz", **dag},
        {"soort": "methodetoets", "tekst": "", **dag},
        {"soort": "bezorgdheid", "tekst": "zzz", **dag},
    ):
        leerkracht.stuur(f"{waar}/waarneming", vorm)
    leerkracht.stuur(f"{waar}/waarneming/{eigen}/intrekken")


def _noteer_verzuim(leerkracht: Bezoeker, waar: str) -> None:
    for vorm in (
        {},
        {"soort": "ziek", "van": "2026-10-01", "uren": "9"},
        {"soort": "ziek", "van": "2026-10-01", "tot_en_met": "2026-09-01", "uren": "5,5"},
        {"soort": "ziek", "van": "2026-06-01", "tot_en_met": "2026-10-01", "uren": "5,5"},
        {"soort": "ziek", "van": "2026-10-03", "uren": "5,5"},
        {"soort": "ongeoorloofd", "van": "2026-09-28", "tot_en_met": "2026-10-02", "uren": "5,5"},
    ):
        leerkracht.stuur(f"{waar}/verzuim", vorm)
    leerkracht.stuur(f"{waar}/verzuim/weg", {"dag": "ziek:2026-10-01"})


def _typ_toets(leerkracht: Bezoeker, waar: str) -> None:
    leerkracht.stuur(f"{waar}/toetsen/stuk")
    leerkracht.ga(f"{waar}/toets")
    goed = {"instrument": "iep", "vak": "rekenen", "afgenomen_op": "2026-06-16", "schaalscore": "81"}
    for vorm in (
        {},
        goed | {"vak": "engels"},
        goed | {"schaalscore": "zzz"},
        goed | {"schaalscore": "81", "percentiel": "1,5"},
        goed | {"niveau": "cito_letters:B"},
        goed,
        goed,
        goed | {"schaalscore": "82"},
    ):
        leerkracht.stuur(f"{waar}/toets", vorm)


def _leg_opzij(ib: Bezoeker, leerling: Leerling, waar: str) -> None:
    ib.stuur(f"{waar}/signaal", {"kenmerk": "zzz", "woord": "zzz"})
    dag = timezone.localdate()
    with in_bestuur(leerling.bestuur_id):
        beelden = list_signalen(leerlingen=[leerling], vestiging=leerling.vestiging, peildatum=dag)
    for beeld in beelden[leerling.pk]:
        for woord in ("", "z" * 201, "zzz"):
            ib.stuur(f"{waar}/signaal", {"kenmerk": beeld.signaal.kenmerk, "woord": woord})


def _noteer_in_de_groep(ib: Bezoeker, leerkracht: Bezoeker, sleutel: str) -> None:
    for pad in ("noteren", "noteren?groep=5", "noteren?groep=zzz", "noteren/toets?groep=5"):
        ib.ga(f"{SCHOOL}/{pad}")
    for vorm in ({}, {"leerling": sleutel}, {"leerling": sleutel, "soort": "observatie", "gezien_op": "2026-10-01"}):
        leerkracht.stuur(f"{SCHOOL}/noteren", vorm)
        leerkracht.stuur(f"{SCHOOL}/noteren", vorm | {"tekst": "zzz"})
    for score, dag in (("", ""), ("", "2026-10-01"), ("7", "2026-10-01")):
        leerkracht.stuur(f"{SCHOOL}/noteren/toets", {f"score-{sleutel}": score, "vak": "rekenen", "gezien_op": dag})


def _stel_in(ib: Bezoeker, leerkracht: Bezoeker) -> None:
    goed = {"drempel-daling": "2", "drempel-stilstand": "12", "drempel-verzuim": "8", "drempel-evaluatie": "0"}
    for vorm in ({}, goed | {"drempel-verzuim": "99"}, goed | {"aan-verzuim": "1", "vakantieregio": "noord"}):
        ib.stuur(f"{SCHOOL}/signalen/instelling", vorm)
    leerkracht.stuur(f"{SCHOOL}/signalen/instelling", goed)
    leerkracht.ga(f"{SCHOOL}/signalen")
    ib.ga(f"{SCHOOL}/signalen/aantal")


def _loop_langs_lesvrij(ib: Bezoeker) -> None:
    """The days without lessons of the school, with every refusal."""
    adres, goed = f"{SCHOOL}/lesvrij", {"naam": "Teamdag", "van": "2026-11-05", "soort": "vrij"}
    ib.ga(adres)
    for anders in (
        *({"van": ""}, {"naam": ""}, {"tot_en_met": "2026-11-01"}, {"van": "1926-11-05"}, {"tot_en_met": "2027-03-01"}),
        *({"naam": "x" * 81}, {"van": "2026-11-07"}, {"van": "2026-10-20"}, {"soort": "les"}, {}, {}),
    ):
        ib.stuur(adres, goed | anders)
    with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
        pk = Lesvrijeperiode.objects.get(naam="Teamdag").pk
    ib.stuur(f"{adres}/weg", {"periode": pk})
