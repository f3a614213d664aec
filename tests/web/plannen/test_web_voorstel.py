"""A plan of a previous school on the page: read whole, taken over with one click, and then in the agenda."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import plek
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.plannen import maak_voorstel

from passend.begrippen.hgw import Voorstelsoort
from passend.plannen.models import Opp, Plan, Planvoorstel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def test_a_plan_of_the_previous_school_runs_here_after_one_click_and_its_day_is_in_the_agenda() -> None:
    gezin = maak_gezin()
    voorstel = maak_voorstel(gezin)
    client = meld_aan(gezin.school.intern_begeleider)
    adres = plek(gezin.leerling, "leerlingplannen")
    vooraf = client.get(adres).content.decode()

    antwoord = client.post(
        plek(gezin.leerling, "plan_voorstel", pk=voorstel.pk), {"geldig_tot_en_met": "2026-10-20"}, follow=True
    )

    for woorden in ("De Kiem", "Leest vlotter.", "Samen lezen", "korte stappen", 'value="2027-01-14"'):
        assert woorden in vooraf
    assert "Er loopt geen plan." in vooraf
    daarna = inhoud_van(antwoord)
    assert "Overgenomen. Het plan loopt nu bij u." in daarna
    assert "Neem dit plan over" not in daarna
    assert Plan.objects.get().doel == "Leest vlotter."
    agenda = client.get(reverse("agenda")).content.decode()
    assert "20 oktober 2026" in agenda
    assert adres in agenda


def test_a_day_that_cannot_be_is_told_beside_the_plan_and_stays() -> None:
    gezin = maak_gezin()
    adres = plek(gezin.leerling, "plan_voorstel", pk=maak_voorstel(gezin).pk)
    client = meld_aan(gezin.school.intern_begeleider)

    leeg = client.post(adres, {"geldig_tot_en_met": ""})
    voorbij = client.post(adres, {"geldig_tot_en_met": "2026-01-01"})

    assert (leeg.status_code, voorbij.status_code) == (422, 422)
    assert '<nav class="bladen"' in leeg.content.decode()
    assert "Vul de dag in waarop u terugkijkt." in leeg.content.decode()
    assert "Kies een latere dag." in voorbij.content.decode()
    assert 'value="2026-01-01"' in voorbij.content.decode()
    assert Plan.objects.count() == 0


def test_a_perspective_of_the_previous_school_becomes_a_concept() -> None:
    gezin = maak_gezin()
    voorstel = maak_voorstel(gezin, Voorstelsoort.OPP)
    client = meld_aan(gezin.school.intern_begeleider)
    vooraf = client.get(plek(gezin.leerling, "opp")).content.decode()
    velden = {"aanleiding": "inschrijving", "begonnen_op": gezin.leerling.ingeschreven_op.isoformat()}
    adres = plek(gezin.leerling, "opp_voorstel", pk=voorstel.pk)

    leeg = client.post(adres, {})
    antwoord = client.post(adres, velden, follow=True)

    assert "Het plan van de vorige school" in vooraf
    assert "Leest als groep 3." in vooraf
    assert leeg.status_code == 422
    assert '<nav class="bladen"' in leeg.content.decode()
    daarna = inhoud_van(antwoord)
    assert "overgenomen van de vorige school" in daarna
    assert "Elke dag lezen." in daarna
    assert Opp.objects.count() == 1


@pytest.mark.parametrize("soort", list(Voorstelsoort))
def test_what_is_not_wanted_is_put_aside_once(soort: Voorstelsoort) -> None:
    gezin = maak_gezin()
    adres = plek(gezin.leerling, "voorstel_weg", pk=maak_voorstel(gezin, soort).pk)
    client = meld_aan(gezin.school.intern_begeleider)

    eerst, nog_eens = (inhoud_van(client.post(adres, follow=True)) for _keer in range(2))

    assert "Niet overgenomen." in eerst
    assert "al beslist" in nog_eens
    assert Planvoorstel.objects.get().stand == "niet"


def test_a_parent_sees_no_proposal_and_who_teaches_elsewhere_nothing_at_all() -> None:
    gezin = maak_gezin()
    maak_voorstel(gezin)

    ouder = meld_aan(gezin.ouder).get(plek(gezin.leerling, "leerlingplannen"))

    assert "De Kiem" not in ouder.content.decode()


def test_more_proposals_ask_no_more_questions(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    gezin = maak_gezin()
    client, adres = meld_aan(gezin.school.intern_begeleider), plek(gezin.leerling, "leerlingplannen")
    maak_voorstel(gezin)
    client.get(adres)
    with django_assert_max_num_queries(200) as een:
        client.get(adres)
    for _keer in range(2):
        maak_voorstel(gezin)

    with django_assert_max_num_queries(len(een)):
        client.get(adres)
