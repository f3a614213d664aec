"""The cases with which schools asked the samenwerkingsverband for help, on one page of its adviser."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import gebeur, maak_aanmelding

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.organisaties.queries import in_bestuur
from passend.toegang.models import Logregel
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.models import Aanmelding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
PAD = "/hulpvragen"


def _vraag_hulp(school: School, voornaam: str = "Noa") -> Aanmelding:
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school, voornaam=voornaam)
        gebeur(school, aanmelding, Gebeurtenissoort.OPGESCHAALD, 0, tekst="Welke school past?")
    return aanmelding


def test_adviser_comes_from_the_menu_and_the_first_screen_to_a_case_with_which_a_school_asked_for_help() -> None:
    school = maak_school()
    aanmelding, client = _vraag_hulp(school), meld_aan(school.adviseur)
    zaak = reverse("aanmelding", kwargs={"code": "99AA00", "zaak": aanmelding.sleutel})

    start, lijst = (client.get(pad).content.decode() for pad in ("/start", PAD))

    assert f'href="{PAD}"' in start
    assert "Een school vraagt u om hulp bij een aanmelding" in start
    assert f'href="{zaak}"' in start
    assert f'href="{zaak}"' in lijst
    assert 'data-kop="Volgende datum">ma 16 november 2026' in lijst
    assert client.get(zaak).status_code == 200
    assert Logregel.objects.filter(account=school.adviseur, handeling="list_aanmeldingen").count() == 1


def test_list_of_the_adviser_holds_no_case_without_a_call_for_help_and_is_of_nobody_else() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_aanmelding(school, voornaam="Zora")

    assert "Zora" not in inhoud_van(meld_aan(school.adviseur).get(PAD))
    assert {meld_aan(wie).get(PAD).status_code for wie in (school.directeur, school.bestuurder)} == {403}


def test_adviser_writes_what_was_done_and_school_and_parents_read_it_on_the_line() -> None:
    school = maak_school()
    aanmelding, client = _vraag_hulp(school), meld_aan(school.adviseur)
    with in_bestuur(school.vestiging.bestuur_id):
        geheim = create_sleutel(actor=None, aanmelding=aanmelding, op=OP)
    plek = {"code": "99AA00", "zaak": aanmelding.sleutel}
    velden = {"stap": "hulp", "op": OP.date().isoformat(), "tekst": "Met De Schelp gebeld: zij komt kijken."}

    formulier = inhoud_van(client.get(reverse("aanmelding", kwargs=plek)))
    leeg = client.post(reverse("aanmelding_stap", kwargs=plek), velden | {"tekst": " ", "is_klaar": "1"})
    goed = client.post(reverse("aanmelding_stap", kwargs=plek), velden | {"is_klaar": "1"})

    assert "Schrijf wat u deed" in formulier
    assert "De school en de ouders lezen dit." in formulier
    assert (leeg.status_code, goed.status_code) == (422, 302)
    assert 'name="is_klaar" value="1" checked' in leeg.content.decode()
    van_school = inhoud_van(meld_aan(school.intern_begeleider).get(reverse("aanmelding", kwargs=plek)))
    van_ouders = inhoud_van(Client().get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True))
    for een in (van_school, van_ouders):
        assert "Het samenwerkingsverband is klaar met helpen" in een
        assert "Met De Schelp gebeld: zij komt kijken." in een
    assert "Vraag het samenwerkingsverband om hulp" in van_school
    assert "Schrijf wat u deed" not in van_school
    lijst = inhoud_van(client.get(PAD))
    assert "1 hulpvraag is klaar" in lijst
    assert "Geen school vraagt nu uw hulp." in lijst


def test_nobody_but_the_adviser_answers_a_call_for_help() -> None:
    school = maak_school()
    plek = {"code": "99AA00", "zaak": _vraag_hulp(school).sleutel}
    velden = {"stap": "hulp", "op": OP.date().isoformat(), "tekst": "Gebeld."}

    for wie in (school.directeur, school.intern_begeleider, school.bestuurder):
        assert meld_aan(wie).post(reverse("aanmelding_stap", kwargs=plek), velden).status_code == 403


@pytest.mark.parametrize("aantal", [1, 3])
def test_list_of_the_adviser_takes_as_many_queries_for_any_number(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = maak_school()
    for nummer in range(aantal):
        _vraag_hulp(school, f"Noa{'abc'[nummer]}")
    client = meld_aan(school.adviseur)

    with django_assert_num_queries(12):
        client.get(PAD)
