"""Publishing: one edition at a time, frozen for ever, and only what the board has set."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, maak_editie, zet_stappen
from tests.web.profielen.pad import BESTUUR, GEPUBLICEERD, PAD, gezet, school_met_profiel, zet

from passend.profielen.actions.onderdelen import save_tekst
from passend.profielen.models import Aanbodregel, Editie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def test_published_edition_is_not_taken_back() -> None:
    school = school_met_profiel()
    maak_editie(school, school.vestiging.profielen.get())

    antwoord = meld_aan(school.directeur).post(adres("stap_terug", school), {"soort": GEPUBLICEERD}, follow=True)

    assert "Alleen de laatste stap kan terug." in inhoud_van(antwoord)
    assert "Neem terug" not in inhoud_van(antwoord)
    assert Editie.objects.count() == 1


def test_change_after_the_decision_of_the_board_blocks_publishing_until_it_decides_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    school = school_met_profiel()
    profiel = school.vestiging.profielen.get()
    zet_stappen(school, profiel, OP)
    monkeypatch.setattr(timezone, "now", lambda: OP + timedelta(days=8))
    velden = {"sleutel": "tekst:visie", "waarde": "Nog anders", "versie": 1}
    meld_aan(school.directeur).post(adres("tekst", school), velden)

    geblokkeerd = zet(school, "directeur", GEPUBLICEERD)
    meld_aan(school.bestuurder).post(adres("stap_terug", school), {"soort": BESTUUR})
    zet(school, "bestuurder", BESTUUR)
    gepubliceerd = zet(school, "directeur", GEPUBLICEERD)

    assert geblokkeerd.status_code == 422
    assert "Na het besluit van het bestuur is er nog iets veranderd (onderdelen: 1)." in inhoud_van(geblokkeerd)
    assert "Gepubliceerd als editie 1." in inhoud_van(gepubliceerd)


def test_edition_stays_as_it_was_while_the_concept_goes_on() -> None:
    school = school_met_profiel()
    profiel = school.vestiging.profielen.get()
    save_tekst(actor=school.directeur, profiel=profiel, code="visie", tekst="Eerste visie", versie=1, op=OP)
    maak_editie(school, profiel)
    adres_van_editie = "/scholen/99AA00/editie/1"
    vooraf = inhoud_van(Client().get(adres_van_editie))

    velden = {"sleutel": "tekst:visie", "waarde": "Tweede visie", "versie": 2}
    meld_aan(school.directeur).post(adres("tekst", school), velden)
    for soort, wie in PAD:
        zet(school, wie, soort)
    zet(school, "directeur", GEPUBLICEERD)

    assert "Eerste visie" in vooraf
    eerste, nieuwste = Client().get(adres_van_editie), Client().get("/scholen/99AA00")
    assert "Eerste visie" in inhoud_van(eerste)
    assert "Tweede visie" not in inhoud_van(eerste)
    assert "Tweede visie" in inhoud_van(nieuwste)
    assert [editie.nummer for editie in Editie.objects.order_by("nummer")] == [1, 2]


def test_published_twice_by_an_impatient_hand_is_one_edition() -> None:
    school = school_met_profiel()
    for soort, wie in PAD:
        zet(school, wie, soort)

    zet(school, "directeur", GEPUBLICEERD)
    antwoord = zet(school, "directeur", GEPUBLICEERD)

    assert "Editie 1 is openbaar" in inhoud_van(antwoord)
    assert Editie.objects.count() == 1


def test_server_that_stops_while_publishing_leaves_no_half_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    school = school_met_profiel()
    for soort, wie in PAD:
        zet(school, wie, soort)

    def stop(*_waarden: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Aanbodregel.objects, "bulk_create", stop)
    with pytest.raises(KeyboardInterrupt):
        zet(school, "directeur", GEPUBLICEERD)

    assert not Editie.objects.exists()
    assert GEPUBLICEERD not in gezet()
