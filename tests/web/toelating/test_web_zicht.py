"""What a case shows to who decides, and what parents read of themselves."""

import pytest
from django.test import Client
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.actions.zaak import void_gebeurtenis
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _zaak(school: School, aanmelding: Aanmelding, wie: str) -> str:
    pad = f"/school/99AA00/aanmelding/{aanmelding.sleutel}"
    return inhoud_van(meld_aan(getattr(school, wie)).get(pad))


def test_case_says_to_who_decides_that_the_school_finds_otherwise_than_the_parents() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        gebeur(school, aanmelding, Soort.ONDERZOEK, 0, bevinding="geen", tekst="Noa leest vlot.")

    pagina = _zaak(school, aanmelding, "directeur")

    assert "De school vindt iets anders dan de ouders" in pagina
    assert "De ouders zeggen: extra hulp nodig. De school zegt: geen extra hulp." in pagina


def test_case_says_loudly_that_its_decision_rests_on_what_was_taken_back() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        gebeur(school, aanmelding, Soort.ONDERZOEK, 0, bevinding="extra", tekst="Gesprek.")
        maak_weigerbaar(school, aanmelding)
        besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)
        ja = Aanmeldgebeurtenis.objects.get(aanmelding=aanmelding, soort=Soort.SCHOOL_BEREID)
        void_gebeurtenis(
            actor=school.intern_begeleider, aanmelding=aanmelding, gebeurtenis=ja, reden_tekst="Typefout.", op=OP
        )

    pagina = _zaak(school, aanmelding, "bestuurder")

    assert "Dit besluit rust op iets dat is vervallen" in pagina
    assert "Typefout." in pagina


def test_parents_read_of_themselves_and_of_what_the_school_found() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        gebeur(school, aanmelding, Soort.ONDERZOEK, 0, bevinding="geen", tekst="Noa leest vlot.")
        gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 0, tekst="Zij schrokken.")
        geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)
    client = Client()

    pagina = inhoud_van(client.get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True))

    assert "De school keek wat uw kind nodig heeft: geen extra hulp" in pagina
    assert "De school praatte met u" in pagina
    assert "de ouders" not in pagina.casefold()
