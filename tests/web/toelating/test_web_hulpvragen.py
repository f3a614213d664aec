"""The cases with which schools asked the samenwerkingsverband for help, on one page of its adviser."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import School, maak_school
from tests.factories.toelating import gebeur, maak_aanmelding

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.organisaties.queries import in_bestuur
from passend.toegang.models import Logregel
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
