"""A letter whose question was taken back: parents hear it, and read on the letter itself that it counts no more."""

from datetime import date
from typing import Any

import pypdfium2
import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import maak_aanmelding, maak_beleid

from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.actions.brieven import send_aanvulling, send_elders
from passend.toelating.actions.zaak import Gebeurtenisgegevens
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief
from passend.toelating.queries.zaken import get_zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
MERK = "telt niet meer"


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


def _vraag(school: School, aanmelding: Aanmelding) -> Aanmeldgebeurtenis:
    gegevens = Gebeurtenisgegevens(op=OP.date(), tekst="Het verslag", uiterlijk_op=date(2026, 10, 19))
    return send_aanvulling(actor=school.directeur, aanmelding=aanmelding, gegevens=gegevens, op=OP)


def _elders(school: School, aanmelding: Aanmelding) -> Aanmeldgebeurtenis:
    gegevens = Gebeurtenisgegevens(op=OP.date(), tekst="Van vader.", school="De Eb")
    return send_elders(actor=school.directeur, aanmelding=aanmelding, gegevens=gegevens, op=OP)


def _papier(antwoord: Any) -> str:
    bladen = pypdfium2.PdfDocument(antwoord.content)
    return " ".join(" ".join(blad.get_textpage().get_text_bounded() for blad in bladen).split())


@pytest.mark.parametrize(("doe", "soort"), [(_vraag, "aanvulling"), (_elders, "elders")])
def test_letter_whose_question_was_taken_back_says_so_to_parents_and_school(
    school: School, doe: Any, soort: str, django_capture_on_commit_callbacks: Any
) -> None:
    aanmelding = maak_aanmelding(school)
    rij = doe(school, aanmelding)
    brief = Brief.objects.get(soort=soort)
    geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)
    client, directeur, plek = Client(), meld_aan(school.directeur), {"code": "99AA00", "zaak": aanmelding.sleutel}
    volgen = f"/scholen/99AA00/aanmelden/volgen/{geheim}"
    assert MERK not in inhoud_van(client.get(volgen, follow=True))

    with django_capture_on_commit_callbacks(execute=True):
        velden = {"stap": "vervallen", "gebeurtenis": rij.pk, "tekst": "Het lag er al."}
        assert directeur.post(reverse("aanmelding_stap", kwargs=plek), velden).status_code == 302

    assert get_zaak(aanmelding=aanmelding).vervallen_brieven == {brief.pk}
    pagina = inhoud_van(client.get(volgen, follow=True))
    papieren = (
        client.get(reverse("mijn_brief", kwargs={"code": "99AA00", "pk": brief.pk})),
        directeur.get(reverse("aanmeldbrief", kwargs=plek | {"pk": brief.pk})),
    )
    assert pagina.count(MERK) == 1
    assert MERK in inhoud_van(directeur.get(reverse("aanmelding", kwargs=plek)))
    assert ["Deze brief telt niet meer" in _papier(een) for een in papieren] == [True, True]
    assert [een.subject for een in mail.outbox] == ["Een brief over uw aanmelding telt niet meer"]
    brief.refresh_from_db()
    assert "telt niet meer" not in brief.tekst  # what was sent stays as it was


def test_letter_that_stands_beside_one_that_was_taken_back_is_not_marked(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    ontvangst = Brief.objects.get()
    _vraag(school, aanmelding)

    assert get_zaak(aanmelding=aanmelding).vervallen_brieven == set()
    papier = meld_aan(school.directeur).get(
        reverse("aanmeldbrief", kwargs={"code": "99AA00", "zaak": aanmelding.sleutel, "pk": ontvangst.pk})
    )
    assert MERK not in _papier(papier)
