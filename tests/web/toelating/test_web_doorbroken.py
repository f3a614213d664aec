"""A board that decided while something was missing: parents read that too, on their page and on its paper."""

from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, maak_school
from tests.factories.toelating import besluit, maak_aanmelding, maak_beleid, maak_weigerbaar

from passend.begrippen.toelating import Toelatingsbesluit
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.actions.verwijderen import begin_verwijdering, decide_verwijdering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
REDEN = "Besproken met de inspectie."
LABEL = "besloten terwijl er iets ontbrak"
ZIN = f"Het bestuur besloot terwijl er iets ontbrak. De reden: {REDEN}"


def _papier(antwoord: Any) -> str:
    bladen = pypdfium2.PdfDocument(antwoord.content)
    return " ".join(" ".join(blad.get_textpage().get_text_bounded() for blad in bladen).split())


@pytest.mark.parametrize("is_doorbroken", [True, False])
def test_parents_read_of_a_refusal_that_something_was_missing_and_why(*, is_doorbroken: bool) -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        aanmelding = maak_aanmelding(school)
        if not is_doorbroken:
            maak_weigerbaar(school, aanmelding)
        dagen = 0 if is_doorbroken else 7
        besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, dagen, doorbreking=REDEN if is_doorbroken else "")
        geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)
    client = Client()

    pagina = inhoud_van(client.get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True))

    papier = _papier(client.get("/scholen/99AA00/aanmelden/volgen/aanmelding.pdf"))
    assert [LABEL in pagina, ZIN in pagina, ZIN in papier] == [is_doorbroken] * 3


def test_parents_read_of_a_removal_that_something_was_missing_and_why() -> None:
    gezin = maak_gezin()
    with in_bestuur(gezin.school.vestiging.bestuur_id):
        maak_beleid(gezin.school)
        rij = begin_verwijdering(
            actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP
        )
        decide_verwijdering(
            actor=gezin.school.bestuurder, verwijdering=rij, motivering="Het kan niet.", doorbreking=REDEN, op=OP
        )
    client, plek = meld_aan(gezin.ouder), {"code": "99AA00", "sleutel": gezin.leerling.sleutel}

    pagina = inhoud_van(client.get(reverse("mijn_verwijdering", kwargs=plek)))

    papier = _papier(client.get(reverse("mijn_verwijdering_pdf", kwargs=plek)))
    assert [LABEL in pagina, ZIN in pagina, ZIN in papier] == [True] * 3
