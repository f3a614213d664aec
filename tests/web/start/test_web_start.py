"""The first screen and the list of schools: what needs me, at the same price for one school and for thirty."""

import re
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests.factories.bewaren import maak_vol_dossier, stel_voor
from tests.factories.opp import maak_plan
from tests.factories.organisaties import maak_bestuur, maak_vestiging
from tests.factories.overleggen import maak_besluit, maak_mdo
from tests.factories.paginas import adres, inhoud_van, maak_inlezing, maak_regio, meld_aan
from tests.factories.profielen import OP, School, maak_editie, maak_profiel, maak_school, zet_stappen
from tests.factories.toegang import SINDS, maak_account
from tests.factories.toelating import besluit, gebeur, maak_aanmelding, maak_weigerbaar
from tests.web.conftest import NU

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.begrippen.overleg import Deelnemerrol
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.toelating import Toelatingsbesluit
from passend.leerlingen.actions.bewaren import hold_leerling
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.models import Besluit
from passend.plannen.models import Opp
from passend.profielen.actions.profiel import create_profiel
from passend.profielen.actions.team import open_ronde
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _scholen(aantal: int) -> tuple[School, Account]:
    """A school and neighbours, each with a profile, and somebody who is directeur of them all."""
    school = maak_school()
    directeur = maak_account(Rolsoort.DIRECTEUR, school.vestiging)
    maak_profiel(school)
    for nummer in range(1, aantal):
        vestiging = maak_vestiging(school.vestiging.bestuur, brin=f"{nummer:02}BB", naam=f"School {nummer:02}")
        grant_rol(account=directeur, soort=Rolsoort.DIRECTEUR, bij=vestiging, geldig_van=SINDS)
        create_profiel(
            actor=directeur, vestiging=vestiging, schooljaar=Schooljaar(2026), sjabloon=school.sjabloon, op=OP
        )
    return school, directeur


def _start(account: Account) -> str:
    return inhoud_van(meld_aan(account).get("/start"))


@pytest.mark.parametrize("aantal", [1, 3, 30])
def test_first_screen_takes_as_many_queries_for_any_number(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _school, directeur = _scholen(aantal)
    client = meld_aan(directeur)

    with django_assert_num_queries(20):
        client.get("/start")


@pytest.mark.parametrize("aantal", [1, 3, 30])
@pytest.mark.parametrize("wie", ["bestuurder", "adviseur"])
def test_list_of_schools_takes_nine_queries(
    aantal: int, wie: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school, _directeur = _scholen(aantal)
    client = meld_aan(getattr(school, wie))

    with django_assert_num_queries(9):
        antwoord = client.get("/overzicht")

    assert antwoord.content.decode().count('<th class="utrecht-table__cell" scope="row">') == aantal


def test_first_screen_shows_seven_tasks_and_unfolds_the_others_under_how_many_those_are() -> None:
    _school, directeur = _scholen(9)

    pagina = _start(directeur)
    boven, onder = pagina.split("Nog 2 andere taken")
    onder, _scholen_eronder = onder.split("Hoe staat het ervoor")

    assert [stuk.count("Hoor de leerlingen over het aanbod") for stuk in (boven, onder)] == [7, 2]
    assert "Alle scholen" in pagina


def test_first_screen_with_seven_tasks_unfolds_nothing() -> None:
    _school, directeur = _scholen(7)

    assert "andere taken" not in _start(directeur)


def test_task_is_for_the_role_somebody_has_at_that_school() -> None:
    regio = maak_regio()
    for school in (regio.eigen, regio.buur):
        maak_profiel(school)
    grant_rol(account=regio.eigen.directeur, soort=Rolsoort.LEERKRACHT, bij=regio.buur.vestiging, geldig_van=SINDS)

    pagina = _start(regio.eigen.directeur)

    assert "Hoor de leerlingen over het aanbod De Wilgenboom" in pagina
    assert "Hoor de leerlingen over het aanbod De Kiem" not in pagina


@pytest.mark.parametrize(
    ("wie", "taak"),
    [
        ("directeur", "Hoor de leerlingen over het aanbod"),
        ("intern_begeleider", "Hoor de leerlingen over het aanbod"),
        ("leerkracht", None),
        ("mr_lid", None),
        ("bestuurder", None),
        ("adviseur", None),
    ],
)
def test_new_profile_asks_something_of_who_can_take_the_first_step(wie: str, taak: str | None) -> None:
    school = maak_school()
    maak_profiel(school)

    pagina = _start(getattr(school, wie))

    assert ("Er is vandaag niets dat op u wacht." in pagina) is (taak is None)
    assert ("Dit vraagt vandaag iets van u." in pagina) is (taak is not None)
    assert taak is None or f"{taak} De Wilgenboom" in pagina


def test_board_is_asked_when_everything_before_its_decision_is_done() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    vooraf = _start(school.bestuurder)
    zet_stappen(school, profiel)
    profiel.stappen.filter(soort="bestuur_vastgesteld").delete()

    assert "Er is vandaag niets dat op u wacht." in vooraf
    assert "Stel het profiel vast De Wilgenboom" in _start(school.bestuurder)


def test_most_urgent_task_stands_first() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    open_ronde(actor=school.directeur, profiel=profiel, vraag="Klopt dit?", op=OP)
    maak_inlezing(school)

    pagina = _start(school.directeur)

    plekken = [
        pagina.index(taak)
        for taak in ("Kijk uw ingeleverde document na", "Hoor de leerlingen", "Geef uw mening: Klopt dit?")
    ]
    assert plekken == sorted(plekken)


def test_list_of_schools_counts_what_is_public_and_what_is_on_its_way() -> None:
    regio = maak_regio()
    maak_editie(regio.eigen)

    pagina = inhoud_van(meld_aan(regio.eigen.adviseur).get("/overzicht"))

    assert "3 scholen 1 openbaar 1 onderweg 2 zonder profiel" in pagina
    assert "Het Kompas" not in pagina


def test_list_of_schools_of_a_board_is_that_of_its_own_schools() -> None:
    regio = maak_regio()

    pagina = inhoud_van(meld_aan(regio.eigen.bestuurder).get("/overzicht"))

    assert ["De Wilgenboom" in pagina, "De Kiem" in pagina, "Het Duinpad" in pagina] == [True, True, False]


@pytest.mark.parametrize(
    ("wie", "plekken"),
    [
        ("directeur", ["Vandaag", "Agenda", "Groepen", "Leerlingen", "Overleg", "Profiel"]),
        ("mr_lid", ["Vandaag", "Agenda", "Profiel"]),
        ("bestuurder", ["Vandaag", "Scholen", "Agenda"]),
        ("adviseur", ["Vandaag", "Scholen", "Hulpvragen", "Sjablonen", "Agenda"]),
    ],
)
def test_menu_holds_the_places_of_a_role_and_each_opens(wie: str, plekken: list[str]) -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(getattr(school, wie))

    menu = re.search(r'<ul class="plekken">(.*?)</ul>', client.get("/start").content.decode(), flags=re.DOTALL)

    assert menu is not None
    assert re.findall(r"<span>(.*?)</span>", menu[1]) == plekken
    assert {client.get(pad).status_code for pad in re.findall(r'href="(/[^"]*)"', menu[1])} == {200}


def test_board_at_the_page_of_a_school_gets_the_places_of_that_school() -> None:
    school = maak_school()
    maak_profiel(school)

    pagina = meld_aan(school.bestuurder).get(adres("profiel", school)).content.decode()

    assert adres("vaststelling", school) in pagina
    assert adres("team", school) not in pagina


def test_person_of_two_boards_sees_the_schools_of_both() -> None:
    regio = maak_regio()
    elders = maak_bestuur(regio.eigen.vestiging.bestuur.samenwerkingsverband, "99007")
    maak_vestiging(elders, brin="99AZ", naam="De Zeester")
    grant_rol(account=regio.eigen.bestuurder, soort=Rolsoort.BESTUURDER, bij=elders, geldig_van=SINDS)

    pagina = inhoud_van(meld_aan(regio.eigen.bestuurder).get("/overzicht"))

    assert ["De Kiem" in pagina, "De Zeester" in pagina, "Het Duinpad" in pagina] == [True, True, False]


@pytest.mark.parametrize(
    ("uit", "zin"),
    [
        (date(2024, 10, 12), "Van een leerling die weg is, is een bewaartermijn voorbij"),
        (date(2025, 1, 11), "Van een leerling die weg is, gaat binnen drie maanden iets voorbij de bewaartermijn"),
        (date(2025, 1, 13), ""),
    ],
)
def test_directeur_sees_what_is_over_its_term_and_what_is_soon(uit: date, zin: str) -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school, uit=uit)

    paginas = [_start(school.directeur), _start(school.intern_begeleider)]

    assert [["bewaartermijn" in pagina, zin in pagina] for pagina in paginas] == [[bool(zin), True], [False, not zin]]
    hold_leerling(actor=school.intern_begeleider, leerling=leerling, reden="klacht", op=OP)
    assert "bewaartermijn" not in _start(school.directeur)


def test_what_lies_with_the_board_is_no_task_of_the_directeur_any_more() -> None:
    school = maak_school()
    stel_voor(school, maak_vol_dossier(school))

    assert "bewaartermijn" not in _start(school.directeur)
    assert "Een lijst om te vernietigen wacht op u" in _start(school.bestuurder)


def test_what_is_most_overdue_stands_above_what_is_still_to_come_whatever_it_is() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    afspraak = maak_besluit(mdo, "Leesgroepje", op=NU)
    Besluit.objects.filter(pk=afspraak.pk).update(eigenaar=mdo.deelnemer(Deelnemerrol.INTERN_BEGELEIDER))
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=NU, is_toch_gesloten=True)
    plan = maak_plan(mdo.gezin)
    Opp.objects.filter(pk=plan.versie.opp_id).update(begonnen_op=NU.date() - timedelta(days=60))

    pagina = _start(mdo.ib)

    assert pagina.index("Stel een ontwikkelingsperspectief vast") < pagina.index("Leesgroepje")


def test_decision_of_which_the_ground_is_gone_stands_above_what_is_overdue() -> None:
    school = maak_school()
    wankel, te_laat = (maak_aanmelding(school, op=OP, voornaam=naam) for naam in ("Noa", "Bo"))
    for aanmelding in (wankel, te_laat):
        maak_weigerbaar(school, aanmelding)
        besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)
    gebeur(school, te_laat, Gebeurtenissoort.BEZWAAR, 12, tekst="Wij zijn het er niet mee eens.")
    gebeur(school, wankel, Gebeurtenissoort.BEREIDHEID_INGETROKKEN, 11, school="De Schelp, Zeestad", tekst="Toch vol.")

    for wie in (school.directeur, school.bestuurder):
        with patch.object(timezone, "now", lambda: OP + timedelta(days=60)):
            pagina = _start(wie)
        eerste, *_rest, laatste = re.findall(r"Een besluit rust op|beslissing op het bezwaar", pagina)
        assert (eerste, laatste) == ("Een besluit rust op", "beslissing op het bezwaar")


def test_list_of_schools_names_each_cell_where_a_phone_has_no_columns() -> None:
    regio = maak_regio()

    pagina = meld_aan(regio.eigen.bestuurder).get("/overzicht").content.decode()

    assert 'class="utrecht-table stapel"' in pagina
    koppen = ("Plaats", "Openbaar", "Gepubliceerd", "Volgende stap")
    assert [kop for kop in koppen if f'data-kop="{kop}"' not in pagina] == []
