"""The pupils of a school, for each who works with them; searching, taking in, and the page of a parent."""

import re
from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import maak_buurt, nieuwe_regels, onderwerp, plek
from tests.factories.leerlingen import maak_gezin, maak_groep, maak_leerling, maak_ouder
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import School, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.leerlingen import index_leerlingen
from passend.leerlingen.models import Groepsplaatsing, Leerling
from passend.organisaties.actions import create_groep
from passend.toegang.actions import assign_groep, grant_rol
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
NIEUW = {
    "voornaam": "Saar",
    "achternaam": "Zeegras",
    "geboren_op": "2019-05-06",
    "ingeschreven_op": "2026-10-12",
    "groep": "",
}


def _namen(account: Account, school: School, vraag: str = "") -> list[str]:
    bron = meld_aan(account).get(adres("leerlingen", school) + vraag).content.decode()
    return re.findall(r'<th[^>]*scope="row"><a [^>]*>([^<]*)</a>', bron)


def _stuur(account: Account, school: School, velden: dict[str, Any]) -> Any:
    return meld_aan(account).post(adres("leerling_nieuw", school), velden, follow=True)


def test_each_sees_the_pupils_they_work_with_in_the_order_of_their_names() -> None:
    gezin = maak_gezin()
    for voornaam, achternaam in (("Ot", "Wilg"), ("An", "Duinmans")):
        maak_leerling(gezin.school, voornaam, achternaam)
    alles = ["An Duinmans", "Pip Duinmans", "Ot Wilg"]

    assert _namen(gezin.school.directeur, gezin.school) == alles
    assert _namen(gezin.school.intern_begeleider, gezin.school) == alles
    assert _namen(gezin.school.leerkracht, gezin.school) == ["Pip Duinmans"]


@pytest.mark.parametrize("wie", ["mr_lid", "bestuurder", "adviseur"])
def test_who_does_not_work_with_pupils_gets_no_list_and_hears_for_whom_it_is(wie: str) -> None:
    gezin = maak_gezin()

    antwoord = meld_aan(getattr(gezin.school, wie)).get(adres("leerlingen", gezin.school))

    assert antwoord.status_code == 403
    assert "wie lesgeeft, begeleidt of leidt op deze school" in inhoud_van(antwoord)
    assert "Pip" not in inhoud_van(antwoord)


def test_list_of_this_school_holds_no_pupil_of_another_one_of_somebody_with_a_role_at_both() -> None:
    buurt = maak_buurt()
    wie = buurt.regio.eigen.directeur
    grant_rol(account=wie, soort=Rolsoort.DIRECTEUR, bij=buurt.regio.buur.vestiging, geldig_van=date(2020, 1, 1))

    assert _namen(wie, buurt.regio.eigen) == ["Pip Duinmans"]
    assert _namen(wie, buurt.regio.buur) == ["Saar Buurman"]


def test_teacher_without_a_group_is_told_what_to_do() -> None:
    school = maak_school()

    pagina = inhoud_van(meld_aan(school.leerkracht).get(adres("leerlingen", school)))

    assert "Vraag om een groep; dat gaat op de pagina Groepen, bij Leerkrachten." in pagina
    assert f"Dit kunt u vragen aan: {school.intern_begeleider} , {school.intern_begeleider.email}" in pagina


def test_teacher_whose_group_is_empty_and_who_keeps_no_pupils_yet_are_told_something_else() -> None:
    school = maak_school()
    assign_groep(account=school.leerkracht, groep=maak_groep(school), geldig_van=date(2024, 8, 1))

    leeg, beheer = (
        inhoud_van(meld_aan(wie).get(adres("leerlingen", school)))
        for wie in (school.leerkracht, school.intern_begeleider)
    )

    assert "In uw groep zit nog geen leerling." in leeg
    assert "Er zijn nog geen leerlingen. Lees ze in" in beheer


def test_search_finds_among_the_own_pupils_and_the_log_holds_that_one_searched() -> None:
    gezin = maak_gezin()
    maak_leerling(gezin.school, "Ot", "Duinpan")

    with nieuwe_regels() as nieuw:
        gevonden = _namen(gezin.school.directeur, gezin.school, "?q=duin pip")
        van_leerkracht = _namen(gezin.school.leerkracht, gezin.school, "?q=ot")
        _namen(gezin.school.directeur, gezin.school, "?q=+")

    assert (gevonden, van_leerkracht) == (["Pip Duinmans"], [])
    wat = f"vestiging:{gezin.school.vestiging.pk}"
    assert [regel[1:] for regel in nieuw.regels] == [
        ("zoek_leerlingen", wat, "directeur", "zoeken"),
        ("zoek_leerlingen", wat, "leerkracht", "zoeken"),
        ("list_leerlingen", wat, "directeur", "lezen"),
    ]


def test_page_of_children_is_a_line_of_each_child_with_why_and_whoever_comes_back_at_once_adds_none() -> None:
    gezin = maak_gezin()

    with nieuwe_regels() as nieuw:
        for wie in (gezin.ouder, gezin.deskundige, gezin.ouder_zonder_gezag, gezin.ouder):
            meld_aan(wie).get("/kinderen")

    assert nieuw.regels == [
        (wie, "open_kinderen", onderwerp(gezin.leerling), waarom, "lezen")
        for wie, waarom in ((gezin.ouder, "ouder"), (gezin.deskundige, "deskundige"))
    ]


@pytest.mark.parametrize(
    "vraag", ["?q=%25", "?q=_", "?q=' OR 1=1 --", "?q=" + "x" * 3000, "?q=%F0%9F%90%B8", "?q=" + "z+" * 1500]
)
def test_search_for_signs_finds_nobody_and_falls_over_nothing(vraag: str) -> None:
    gezin = maak_gezin()

    antwoord = meld_aan(gezin.school.directeur).get(adres("leerlingen", gezin.school) + vraag)

    assert (antwoord.status_code, "Geen leerling van u heeft deze naam." in inhoud_van(antwoord)) == (200, True)


@pytest.mark.parametrize(("blad", "aantal"), [("1", 50), ("2", 1), ("99", 50), ("x", 50), ("-1", 50)])
def test_long_list_goes_by_pages(blad: str, aantal: int) -> None:
    school = maak_school()
    index_leerlingen(
        Leerling.objects.bulk_create(
            Leerling(
                bestuur=school.vestiging.bestuur,
                vestiging=school.vestiging,
                voornaam="Pip",
                achternaam=f"Duin {nummer:02}",
                geboren_op=date(2018, 1, 1),
                ingeschreven_op=date(2022, 1, 1),
            )
            for nummer in range(51)
        )
    )

    assert len(_namen(school.directeur, school, f"?blad={blad}&q=duin")) == aantal


@pytest.mark.parametrize("wie", ["directeur", "intern_begeleider"])
def test_pupil_is_taken_in_with_a_group(wie: str) -> None:
    school = maak_school()
    groep = maak_groep(school, "3")

    antwoord = _stuur(getattr(school, wie), school, NIEUW | {"groep": str(groep.pk)})

    leerling = Leerling.objects.get()
    assert antwoord.redirect_chain == [(plek(leerling), 302)]
    assert "Saar Zeegras Groep 3 · geboren op ma 6 mei 2019" in inhoud_van(antwoord)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"voornaam": " "}, "Vul de naam in en twee bestaande datums."),
        ({"achternaam": ""}, "Vul de naam in en twee bestaande datums."),
        ({"geboren_op": "2019-02-29"}, "Vul de naam in en twee bestaande datums."),
        ({"ingeschreven_op": "vandaag"}, "Vul de naam in en twee bestaande datums."),
        ({"geboren_op": "2026-10-13", "ingeschreven_op": "2026-10-13"}, "Deze geboortedag kan niet kloppen."),
        ({"geboren_op": "0001-01-01", "ingeschreven_op": "0001-01-01"}, "Deze geboortedag kan niet kloppen."),
        ({"ingeschreven_op": "2019-05-05"}, "De inschrijving ligt voor de geboorte."),
        ({"voornaam": "y" * 81}, "Dit is te lang: houd het bij 80 tekens."),
        ({"achternaam": "y" * 121}, "Dit is te lang: houd het bij 120 tekens."),
    ],
)
def test_pupil_that_cannot_be_is_refused_and_what_was_typed_stands_there_still(
    velden: dict[str, str], zin: str
) -> None:
    school = maak_school()

    antwoord = _stuur(school.directeur, school, NIEUW | velden)

    bron = antwoord.content.decode()
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    ingevuld = [f'name="{naam}" value="{(NIEUW | velden)[naam]}"' for naam in NIEUW if naam != "groep"]
    assert [stuk for stuk in ingevuld if stuk not in bron] == []
    assert Leerling.objects.count() == 0


def test_group_of_another_school_or_year_is_not_taken() -> None:
    school = maak_school()
    buur = maak_school(school.vestiging.bestuur, brin="99AB")
    elders = maak_groep(buur, "4")
    oud = create_groep(vestiging=school.vestiging, schooljaar="2020-2021", naam="4")

    for groep in (str(elders.pk), str(oud.pk), "x", "999999"):
        _stuur(school.directeur, school, NIEUW | {"groep": groep, "toch": "1"})

    assert (Leerling.objects.count(), Groepsplaatsing.objects.count()) == (4, 0)


def test_pupil_of_the_same_name_and_day_of_birth_is_warned_for_and_can_be_taken_in_all_the_same() -> None:
    school = maak_school()
    _stuur(school.directeur, school, NIEUW)

    gewaarschuwd = _stuur(school.directeur, school, NIEUW | {"voornaam": "saar"})
    andere_dag = _stuur(school.directeur, school, NIEUW | {"geboren_op": "2019-05-07"})
    toch = _stuur(school.directeur, school, NIEUW | {"toch": "1"})

    assert (gewaarschuwd.status_code, andere_dag.status_code, toch.status_code) == (422, 200, 200)
    assert "al een leerling met deze naam en deze geboortedag" in inhoud_van(gewaarschuwd)
    assert 'value="saar"' in gewaarschuwd.content.decode()
    assert Leerling.objects.count() == 3


@pytest.mark.parametrize("wie", ["leerkracht", "mr_lid", "bestuurder"])
def test_nobody_else_takes_in_a_pupil(wie: str) -> None:
    school = maak_school()

    antwoord = _stuur(getattr(school, wie), school, NIEUW)

    assert (antwoord.status_code, Leerling.objects.count()) == (403, 0)


@pytest.mark.parametrize("aantal", [1, 3])
def test_list_takes_the_same_queries_with_one_pupil_and_with_three(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = maak_school()
    groep = maak_groep(school)
    assign_groep(account=school.leerkracht, groep=groep, geldig_van=date(2024, 8, 1))
    for nummer in range(aantal):
        maak_leerling(school, f"Pip {nummer}", groep=groep)
    client = meld_aan(school.leerkracht)

    with django_assert_num_queries(14):  # six of them are the line of who looks for the first time in a quarter
        antwoord = client.get(adres("leerlingen", school))

    assert inhoud_van(antwoord).count("Duinmans") == aantal


def test_parent_with_children_at_two_boards_sees_both_and_opens_each() -> None:
    buurt = maak_buurt()
    ouder = buurt.gezin.ouder
    grant_rol(account=ouder, soort=Rolsoort.OUDER, bij=buurt.regio.ander.vestiging, geldig_van=date(2024, 8, 1))
    maak_ouder(buurt.regio.ander, buurt.bij_ander, account=ouder)
    client = meld_aan(ouder)

    pagina = inhoud_van(client.get("/kinderen"))

    assert [kind for kind in ("Pip Duinmans De Wilgenboom", "Guus Verderop Het Duinpad") if kind not in pagina] == []
    assert [client.get(plek(een)).status_code for een in (buurt.gezin.leerling, buurt.bij_ander)] == [200, 200]
    assert client.get(plek(buurt.bij_buur)).status_code == 403
    assert "Saar" not in pagina


def test_parent_without_authority_sees_no_child_and_is_told_why() -> None:
    gezin = maak_gezin()
    zonder = meld_aan(gezin.ouder_zonder_gezag)

    pagina = inhoud_van(zonder.get("/kinderen"))

    assert "Pip" in inhoud_van(meld_aan(gezin.ouder).get("/kinderen"))
    assert "Pip" not in pagina
    assert "Een ouder ziet het dossier van het eigen kind als de school gezag heeft genoteerd" in pagina


def test_expert_sees_whom_the_parents_let_them_see() -> None:
    gezin = maak_gezin()
    maak_leerling(gezin.school, "Ot")

    assert "Pip Duinmans De Wilgenboom" in inhoud_van(meld_aan(gezin.deskundige).get("/kinderen"))
    assert "Ot" not in inhoud_van(meld_aan(gezin.deskundige).get("/kinderen"))


def test_intern_begeleider_who_is_a_parent_finds_among_the_own_children_no_other_pupils() -> None:
    gezin = maak_gezin()
    wie = gezin.school.intern_begeleider
    grant_rol(account=wie, soort=Rolsoort.OUDER, bij=gezin.school.vestiging, geldig_van=date(2024, 8, 1))
    maak_ouder(gezin.school, maak_leerling(gezin.school, "Ot"), account=wie)

    pagina = inhoud_van(meld_aan(wie).get("/kinderen"))

    assert "Ot Duinmans" in pagina
    assert "Pip" not in pagina


@pytest.mark.parametrize("wie", ["directeur", "bestuurder", "adviseur"])
def test_who_is_no_parent_sees_no_children(wie: str) -> None:
    gezin = maak_gezin()

    antwoord = meld_aan(getattr(gezin.school, wie)).get("/kinderen")

    assert (antwoord.status_code, "Pip" in inhoud_van(antwoord)) == (200, False)


def test_guest_comes_on_the_page_of_children_after_signing_in_and_anybody_without_a_role_on_none() -> None:
    gezin = maak_gezin()

    assert meld_aan(gezin.ouder).get("/start")["Location"] == "/kinderen"
    assert meld_aan(gezin.deskundige).get("/start")["Location"] == "/kinderen"
    assert "Er is op dit moment geen dossier" in inhoud_van(meld_aan(maak_account()).get("/kinderen"))
