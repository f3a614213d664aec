"""Team rounds: colleagues agree, challenge or propose; dissent stays visible, and a closed round is closed."""

from typing import Any

import pytest
from django.test import Client
from tests.factories.paginas import HTMX, adres, inhoud_van, meld_aan, tekst
from tests.factories.profielen import HGW, OP, School, maak_profiel, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import Rolsoort
from passend.profielen.actions.team import close_ronde, open_ronde
from passend.profielen.models import Reactie, Teamronde

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _school_met_ronde() -> School:
    school = maak_school()
    open_ronde(actor=school.directeur, profiel=maak_profiel(school), vraag="Klopt dit nog?", op=OP)
    return school


def _reageer(client: Client, school: School, soort: str, toelichting: str = "", sleutel: str = HGW) -> Any:
    velden = {"sleutel": sleutel, "soort": soort, "toelichting": toelichting}
    return client.post(adres("reactie", school), velden, headers=HTMX)


def _pagina(school: School, wie: str = "directeur") -> str:
    return inhoud_van(meld_aan(getattr(school, wie)).get(adres("team", school)))


def test_round_begins_with_a_question_and_waits_on_the_first_screen_of_the_team() -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = meld_aan(school.intern_begeleider).post(adres("ronde", school), {"vraag": "Klopt dit?"}, follow=True)

    assert "De ronde is begonnen. Collega's zien die op hun eerste scherm." in inhoud_van(antwoord)
    schermen = {
        wie: "Geef uw mening: Klopt dit?" in inhoud_van(meld_aan(getattr(school, wie)).get("/start"))
        for wie in ("leerkracht", "directeur", "mr_lid", "bestuurder")
    }
    assert schermen == {"leerkracht": True, "directeur": True, "mr_lid": False, "bestuurder": False}


def test_round_without_a_question_is_refused() -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = meld_aan(school.directeur).post(adres("ronde", school), {"vraag": "  "}, follow=True)

    assert "Schrijf op wat u het team vraagt" in inhoud_van(antwoord)
    assert not Teamronde.objects.exists()


def test_second_round_beside_an_open_one_is_not_begun_and_its_asker_is_told() -> None:
    school = _school_met_ronde()

    antwoord = meld_aan(school.directeur).post(adres("ronde", school), {"vraag": "Iets anders?"}, follow=True)

    assert "Er loopt al een ronde. Sluit die eerst." in inhoud_van(antwoord)
    assert [ronde.vraag for ronde in Teamronde.objects.all()] == ["Klopt dit nog?"]


@pytest.mark.parametrize(
    ("soort", "toelichting", "toont"),
    [
        ("eens", "", "eens Jo Bos"),
        ("oneens", "Wij doen dit alleen in groep 8.", "oneens Jo Bos : Wij doen dit alleen in groep 8."),
        ("voorstel", "Schrijf: in ontwikkeling.", "voorstel Jo Bos : Schrijf: in ontwikkeling."),
    ],
)
def test_reaction_of_a_colleague_is_shown_at_once_and_to_the_directeur(
    soort: str, toelichting: str, toont: str
) -> None:
    school = _school_met_ronde()

    antwoord = _reageer(meld_aan(school.leerkracht), school, soort, toelichting)

    assert (antwoord.status_code, toont in tekst(antwoord)) == (200, True)
    assert toont in _pagina(school)


def test_dissent_stands_first_on_the_page_and_in_the_margin_of_the_profile() -> None:
    school = _school_met_ronde()
    _reageer(meld_aan(school.leerkracht), school, "oneens", "Niet in de bovenbouw.")

    profiel = inhoud_van(meld_aan(school.directeur).get(adres("profiel", school)))

    assert "Hierover is het team het niet eens" in _pagina(school)
    assert "1 rij waar het team anders over denkt" in profiel
    assert "1 keer niet eens" in profiel


@pytest.mark.parametrize(
    ("soort", "toelichting", "sleutel", "zin"),
    [
        ("oneens", " ", HGW, "Schrijf in een paar woorden waarom."),
        ("voorstel", "", HGW, "Schrijf in een paar woorden waarom."),
        ("vaag", "x", HGW, "Deze rij is er niet meer. Laad de pagina opnieuw."),
        ("eens", "", "veld:schoolnaam", ""),
        ("eens", "", "tekst:visie", ""),
        ("eens", "", "rij:hgw:bestaat-niet", ""),
    ],
)
def test_reaction_that_cannot_be_is_refused_and_not_kept(soort: str, toelichting: str, sleutel: str, zin: str) -> None:
    school = _school_met_ronde()

    antwoord = _reageer(meld_aan(school.leerkracht), school, soort, toelichting, sleutel)

    assert antwoord.status_code in {404, 422}
    assert zin in tekst(antwoord)
    assert not Reactie.objects.exists()


def test_newest_word_of_somebody_counts_and_nobody_speaks_for_another() -> None:
    school = _school_met_ronde()
    collega = maak_account(Rolsoort.LEERKRACHT, school.vestiging, naam="Kraan")
    _reageer(meld_aan(school.leerkracht), school, "oneens", "Nee, nog niet.")
    velden = {"sleutel": HGW, "soort": "eens", "account": school.leerkracht.pk}

    meld_aan(collega).post(adres("reactie", school), velden, headers=HTMX)
    nog_oneens = _pagina(school)
    _reageer(meld_aan(school.leerkracht), school, "eens")

    assert "oneens Jo Bos : Nee, nog niet." in nog_oneens
    assert "eens Jo Kraan" in nog_oneens
    assert "Nee, nog niet." not in _pagina(school)
    assert set(Reactie.objects.values_list("account__last_name", "soort")) == {
        ("Bos", "oneens"),
        ("Bos", "eens"),
        ("Kraan", "eens"),
    }


def test_closed_round_takes_no_reaction_and_keeps_its_dissent() -> None:
    school = _school_met_ronde()
    client = meld_aan(school.leerkracht)
    _reageer(client, school, "oneens", "Niet in de bovenbouw.")

    gesloten = meld_aan(school.directeur).post(adres("ronde", school), {"sluit": "1"}, follow=True)
    te_laat = _reageer(client, school, "eens")

    assert "De ronde is gesloten. Wat er is gezegd, blijft te lezen." in inhoud_van(gesloten)
    assert "Eerdere rondes Klopt dit nog?" in inhoud_van(gesloten)
    assert "Jo Bos (oneens): Niet in de bovenbouw." in inhoud_van(gesloten)
    assert te_laat.status_code == 422
    assert "Er is nu geen ronde open. Praat erover met de intern begeleider." in tekst(te_laat)
    assert Reactie.objects.count() == 1


def test_round_closed_twice_by_an_impatient_hand_is_closed_once() -> None:
    school = _school_met_ronde()
    client = meld_aan(school.directeur)

    antwoorden = [client.post(adres("ronde", school), {"sluit": "1"}, follow=True) for _keer in range(2)]

    assert [
        "De ronde is gesloten. Wat er is gezegd, blijft te lezen." in inhoud_van(antwoord) for antwoord in antwoorden
    ] == [True, True]
    assert Teamronde.objects.filter(gesloten_op__isnull=False).count() == 1


def test_round_in_which_all_agreed_says_so_afterwards() -> None:
    school = _school_met_ronde()
    _reageer(meld_aan(school.leerkracht), school, "eens")
    close_ronde(actor=school.directeur, ronde=Teamronde.objects.get(), op=OP)

    assert "Iedereen die reageerde was het eens." in _pagina(school)


@pytest.mark.parametrize("wie", ["mr_lid", "bestuurder", "adviseur"])
def test_who_is_not_in_the_team_reads_nothing_of_what_colleagues_say(wie: str) -> None:
    school = _school_met_ronde()
    _reageer(meld_aan(school.leerkracht), school, "oneens", "Nog lang niet")
    client = meld_aan(getattr(school, wie))

    ronde, profiel = client.get(adres("team", school)), client.get(adres("profiel", school))

    assert (ronde.status_code, "het team van de school" in inhoud_van(ronde)) == (403, True)
    assert ["niet eens" in inhoud_van(profiel), "Nog lang niet" in inhoud_van(profiel)] == [False, False]
    assert "keer niet eens" in inhoud_van(meld_aan(school.directeur).get(adres("profiel", school)))


def test_round_that_was_closed_too_soon_is_opened_again_with_what_was_said() -> None:
    school = _school_met_ronde()
    client = meld_aan(school.directeur)
    _reageer(client, school, "oneens", "Bij ons niet")
    client.post(adres("ronde", school), {"sluit": "1"})
    ronde = Teamronde.objects.get()

    pagina = inhoud_van(client.post(adres("ronde", school), {"heropen": str(ronde.pk)}, follow=True))

    assert "De ronde is weer open." in pagina
    assert "Bij ons niet" in pagina
    assert [oud.gesloten_op for oud in Teamronde.objects.all()] == [None]


def test_closed_round_stays_closed_while_another_is_open() -> None:
    school = _school_met_ronde()
    client = meld_aan(school.directeur)
    client.post(adres("ronde", school), {"sluit": "1"})
    oud = Teamronde.objects.get()
    client.post(adres("ronde", school), {"vraag": "En dit?"})

    pagina = inhoud_van(client.post(adres("ronde", school), {"heropen": str(oud.pk)}, follow=True))

    assert "Er loopt al een ronde. Sluit die eerst." in pagina
    assert list(Teamronde.objects.filter(gesloten_op=None).values_list("vraag", flat=True)) == ["En dit?"]
