"""A full group on the line of dates: which group it is and by which policy, for the school and for the parents."""

from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import BELEID, DAG, gebeur, maak_aanmelding, maak_beleid, maak_vol

from passend.begrippen.aanmelding import Gebeurtenissoort, Hulpvraag
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
GROEP, LINK = "Vastgelegd dat groep 1 vol is", f'<a href="{BELEID}" rel="noopener">Het toelatingsbeleid</a>'
PLAATSEN = "28 van de 28 plaatsen zijn bezet."


def _vol(school: School, **anders: Any) -> Aanmelding:
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        maak_vol(school, 1)
        aanmelding = maak_aanmelding(school, hulpvraag=Hulpvraag.GEEN)
        vol = {"bewijs_adres": BELEID, "vooraf_op": DAG, "tekst": PLAATSEN, "leerjaar": 1} | anders
        gebeur(school, aanmelding, Gebeurtenissoort.SCHOOL_VOL, 2, **vol)
    return aanmelding


def _van_ouders(school: School, aanmelding: Aanmelding) -> Client:
    with in_bestuur(school.vestiging.bestuur_id):
        geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)
    client = Client()
    client.get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True)
    return client


def _lijn(antwoord: Any) -> str:
    bron = antwoord.content.decode()
    return bron[bron.index('<ol class="zaakdata">') : bron.index("</figure>")]


def test_school_reads_which_group_is_full_with_how_many_places_and_the_policy() -> None:
    school = maak_school()
    aanmelding = _vol(school)

    antwoord = meld_aan(school.directeur).get(
        reverse("aanmelding", kwargs={"code": "99AA00", "zaak": aanmelding.sleutel})
    )

    lijn = _lijn(antwoord)
    assert [een in lijn for een in (GROEP, PLAATSEN, LINK)] == [True, True, True]


def test_parents_read_which_group_is_full_and_the_policy_and_no_notes_of_the_school() -> None:
    school = maak_school()
    client = _van_ouders(school, _vol(school))

    lijn = _lijn(client.get("/scholen/99AA00/aanmelden/volgen"))
    papier = client.get("/scholen/99AA00/aanmelden/volgen/aanmelding.pdf")

    assert [een in lijn for een in (GROEP, PLAATSEN, LINK)] == [True, False, True]
    bladen = " ".join(blad.get_textpage().get_text_bounded() for blad in pypdfium2.PdfDocument(papier.content))
    tekst = "".join(bladen.split())
    assert "".join(f"{GROEP}. Het toelatingsbeleid: {BELEID}".split()) in tekst
    assert "".join(PLAATSEN.split()) not in tekst


def test_note_without_a_group_or_an_address_names_none() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        Aanmeldgebeurtenis.objects.create(
            bestuur_id=aanmelding.bestuur_id,
            aanmelding=aanmelding,
            soort=Gebeurtenissoort.SCHOOL_VOL,
            op=DAG,
            vastgelegd_op=OP,
        )

    lijn = _lijn(_van_ouders(school, aanmelding).get("/scholen/99AA00/aanmelden/volgen"))

    assert ("Vastgelegd dat de groep vol is" in lijn, "Het toelatingsbeleid" in lijn) == (True, False)
