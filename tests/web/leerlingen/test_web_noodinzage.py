"""The story of a stand-in: goes in with a reason, for a day, and the directeur and the parents see it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.factories.dossiers import Buurt, maak_buurt, nieuwe_regels, onderwerp, plek
from tests.factories.leerlingen import maak_leerling, maak_stuk
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import School

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Leerling, Noodinzage
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account, Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
WAAROM = "De ib-er is ziek en er is nu een gesprek."
PIP = {"voornaam": "Pip", "achternaam": "Duinmans", "school": "99AA00", "waarom": WAAROM}
MOMENT = timedelta(seconds=1)


def _open(account: Account, waar: School, **anders: str) -> Any:
    return meld_aan(account).post(adres("noodinzage", waar), PIP | anders, follow=True)


def _opnieuw(buurt: Buurt) -> int:
    return Noodinzage.objects.exclude(pk__in=[buurt.gezin.noodinzage.pk]).count()


def test_stand_in_of_a_neighbour_goes_in_reads_and_is_read_about() -> None:
    buurt = maak_buurt()
    gezin, ib = buurt.gezin, buurt.regio.buur.intern_begeleider
    maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.ZORG, "Bril")
    maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.MELDCODE, "Stap een")

    with nieuwe_regels() as nieuw:
        antwoord = _open(ib, buurt.regio.buur)

    pagina = inhoud_van(antwoord)
    assert antwoord.redirect_chain == [(plek(gezin.leerling), 302)]
    assert "De directeur ziet dat u het opende, en waarom. De ouders zien dat u het deed." in pagina
    assert [titel in pagina for titel in ("Gesprek", "Bril", "Stap een", "Leg iets vast")] == [True, True, False, False]
    wat = onderwerp(gezin.leerling)
    assert [regel[:4] for regel in nieuw.regels] == [
        (ib, "break_glass", wat, "intern_begeleider"),
        (ib, "open_dossier", wat, "noodinzage"),
    ]
    gezien = inhoud_van(meld_aan(gezin.ouder).get(plek(gezin.leerling, "ingezien")))
    assert "opende het dossier als vervanger" in gezien
    assert "Jo Bos intern begeleider van De Kiem keek in het dossier vervanger; de directeur leest de reden" in gezien
    assert WAAROM not in gezien


def test_directeur_reads_the_reason_and_says_that_it_was_seen() -> None:
    buurt = maak_buurt()
    directeur = meld_aan(buurt.regio.eigen.directeur)
    _open(buurt.regio.buur.leerkracht, buurt.regio.buur)
    nood = Noodinzage.objects.latest("pk")

    vooraf = inhoud_van(directeur.get(adres("noodinzage", buurt.regio.eigen)))
    daarna = inhoud_van(directeur.post(adres("noodinzage_gezien", buurt.regio.eigen, pk=nood.pk), follow=True))

    assert f"Jo Bos · Pip Duinmans 12 okt 11:00 {WAAROM} Ik heb dit gezien" in vooraf
    assert "gezien door Jo Zandstra op 12 okt 11:00" in daarna
    nood.refresh_from_db()
    assert nood.gezien_door == buurt.regio.eigen.directeur


def test_stand_in_tells_two_pupils_of_one_name_apart_by_the_day_of_birth() -> None:
    buurt = maak_buurt()
    ander = maak_leerling(buurt.regio.eigen)
    Leerling.objects.filter(pk=ander.pk).update(geboren_op=date(2019, 5, 1))
    leerkracht = buurt.regio.buur.leerkracht

    vraagt, mis, raak = (
        _open(leerkracht, buurt.regio.buur, **dag)
        for dag in ({}, {"geboren_op": "2019-05-02"}, {"geboren_op": "2019-05-01"})
    )

    assert 'name="geboren_op"' not in meld_aan(leerkracht).get(adres("noodinzage", buurt.regio.buur)).content.decode()
    assert "meer dan een leerling met deze naam. Vul ook de geboortedag in." in inhoud_van(vraagt)
    assert 'name="geboren_op" value=""' in vraagt.content.decode()
    assert "geen leerling met deze naam en deze geboortedag" in inhoud_van(mis)
    assert 'name="geboren_op" value="2019-05-02"' in mis.content.decode()
    assert raak.redirect_chain == [(plek(ander), 302)]


def test_two_pupils_of_one_name_and_one_day_of_birth_are_not_guessed_between() -> None:
    buurt = maak_buurt()
    maak_leerling(buurt.regio.eigen)

    antwoord = _open(buurt.regio.buur.leerkracht, buurt.regio.buur, geboren_op="2018-03-14")

    assert (antwoord.status_code, "Bel de school." in inhoud_van(antwoord), _opnieuw(buurt)) == (422, True, 0)


@pytest.mark.parametrize("wie", ["intern_begeleider", "leerkracht"])
def test_nobody_but_the_directeur_reads_who_stood_in_and_says_it_was_seen(wie: str) -> None:
    buurt = maak_buurt()
    _open(buurt.regio.buur.leerkracht, buurt.regio.buur)
    nood = Noodinzage.objects.latest("pk")
    client = meld_aan(getattr(buurt.regio.eigen, wie))

    pagina = inhoud_van(client.get(adres("noodinzage", buurt.regio.eigen)))
    status = client.post(adres("noodinzage_gezien", buurt.regio.eigen, pk=nood.pk)).status_code

    assert "Open het dossier" in pagina
    assert (WAAROM in pagina, status) == (False, 403)


def test_directeur_of_another_school_finds_no_such_thing_under_her_own_school() -> None:
    buurt = maak_buurt()
    _open(buurt.regio.buur.leerkracht, buurt.regio.buur)
    nood = Noodinzage.objects.latest("pk")

    statussen = [
        meld_aan(school.directeur).post(adres("noodinzage_gezien", school, pk=nood.pk)).status_code
        for school in (buurt.regio.buur, buurt.regio.ander)
    ]

    assert statussen == [404, 404]
    assert WAAROM not in inhoud_van(meld_aan(buurt.regio.buur.directeur).get(adres("noodinzage", buurt.regio.buur)))


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        (
            {"waarom": ""},
            "Schrijf in drie woorden of meer waarom u dit dossier nu nodig heeft. De directeur leest dat.",
        ),
        (
            {"waarom": f"{'z' * 40} ziek  "},
            "Schrijf in drie woorden of meer waarom u dit dossier nu nodig heeft. De directeur leest dat.",
        ),
        ({"voornaam": "Pip2"}, "Er is hier geen leerling met precies deze naam."),
        ({"voornaam": " "}, "Vul de voornaam en de achternaam van de leerling in, en waarom u het nu nodig heeft."),
        ({"voornaam": "", "achternaam": "", "waarom": ""}, "Vul de voornaam en de achternaam van de leerling in"),
        ({"achternaam": "Duin%"}, "Er is hier geen leerling met precies deze naam."),
        ({"school": "99AC00", "voornaam": "Guus", "achternaam": "Verderop"}, "Er is hier geen leerling"),
    ],
)
def test_opening_that_cannot_be_is_refused_and_what_was_typed_stands_there_still(
    velden: dict[str, str], zin: str
) -> None:
    buurt = maak_buurt()

    antwoord = _open(buurt.regio.buur.leerkracht, buurt.regio.buur, **velden)

    bron = antwoord.content.decode()
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    heel = PIP | velden
    assert [naam for naam in ("voornaam", "achternaam") if f'value="{heel[naam]}"' not in bron] == []
    assert f"{heel['waarom']}</textarea>" in bron
    assert _opnieuw(buurt) == 0


def test_who_gives_no_reason_does_not_learn_who_goes_to_a_school() -> None:
    buurt = maak_buurt()
    wie = buurt.regio.buur.leerkracht

    er_wel, er_niet = (_open(wie, buurt.regio.buur, voornaam=naam, waarom="x") for naam in ("Pip", "Verzonnen"))

    paginas = [inhoud_van(antwoord).replace("Verzonnen", "Pip") for antwoord in (er_wel, er_niet)]
    assert paginas[0] == paginas[1]


def test_every_name_that_was_tried_stands_in_the_log_without_the_name() -> None:
    buurt = maak_buurt()
    wie = buurt.regio.buur.leerkracht

    with nieuwe_regels() as nieuw:
        for naam in ("Een", "Twee"):
            _open(wie, buurt.regio.buur, voornaam=naam)

    wat = f"vestiging:{buurt.regio.eigen.vestiging.pk}"
    assert nieuw.regels == [(wie, "zoek_leerlingen", wat, "leerkracht", "zoeken")] * 2


def test_who_may_see_the_file_already_does_not_stand_in() -> None:
    buurt = maak_buurt()

    antwoord = _open(buurt.regio.eigen.intern_begeleider, buurt.regio.eigen)

    assert (antwoord.status_code, "U mag dit dossier al zien." in inhoud_van(antwoord)) == (422, True)
    assert _opnieuw(buurt) == 0


@pytest.mark.parametrize("wie", ["mr_lid", "bestuurder", "adviseur"])
def test_who_does_not_work_with_pupils_cannot_stand_in(wie: str) -> None:
    buurt = maak_buurt()

    antwoord = _open(getattr(buurt.regio.eigen, wie), buurt.regio.eigen)

    assert antwoord.status_code == 403
    assert "wie lesgeeft of begeleidt bij dit bestuur" in inhoud_van(antwoord)


def test_nobody_of_another_board_or_a_guest_comes_near() -> None:
    buurt = maak_buurt()
    mensen = (buurt.regio.ander.directeur, buurt.regio.ver.leerkracht, buurt.gezin.ouder, buurt.gezin.deskundige)

    assert [_open(wie, buurt.regio.eigen).status_code for wie in mensen] == [403] * 4
    assert _opnieuw(buurt) == 0


@pytest.mark.parametrize(("voorbij", "status"), [(-MOMENT, 200), (timedelta(0), 403), (MOMENT, 403)])
def test_file_is_open_until_the_last_second_of_24_hours(
    voorbij: timedelta, status: int, monkeypatch: pytest.MonkeyPatch, vaste_tijd: datetime
) -> None:
    buurt = maak_buurt()
    wie = buurt.regio.buur.leerkracht
    _open(wie, buurt.regio.buur)
    monkeypatch.setattr(timezone, "now", lambda: vaste_tijd + timedelta(hours=24) + voorbij)

    assert meld_aan(wie).get(plek(buurt.gezin.leerling)).status_code == status


def test_file_closes_to_a_stand_in_who_stops_working_at_the_board() -> None:
    buurt = maak_buurt()
    wie, client = buurt.regio.buur.leerkracht, meld_aan(buurt.regio.buur.leerkracht)
    _open(wie, buurt.regio.buur)
    eerst = client.get(plek(buurt.gezin.leerling)).status_code

    Rol.objects.filter(account=wie).update(geldig_tot_en_met=date(2026, 10, 11))

    assert (eerst, client.get(plek(buurt.gezin.leerling)).status_code) == (200, 403)


def test_two_pupils_of_one_name_are_not_guessed_between() -> None:
    buurt = maak_buurt()
    maak_leerling(buurt.regio.eigen)

    antwoord = _open(buurt.regio.buur.leerkracht, buurt.regio.buur)

    assert (antwoord.status_code, _opnieuw(buurt)) == (422, 0)


def test_who_works_at_two_boards_stands_in_at_each_by_its_own_school() -> None:
    buurt = maak_buurt()
    wie = buurt.regio.buur.leerkracht
    grant_rol(
        account=wie,
        soort=Rolsoort.LEERKRACHT,
        bij=buurt.regio.ander.vestiging,
        geldig_van=date(2020, 1, 1),
    )

    ander = _open(wie, buurt.regio.ander, voornaam="Guus", achternaam="Verderop", school="99AC00")

    assert "Guus Verderop" in inhoud_van(ander)
    assert meld_aan(wie).get(plek(buurt.gezin.leerling)).status_code == 403
