"""What a case shows to who decides, and what parents read of themselves."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client, TestCase
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.organisaties.queries import in_bestuur
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.actions.besluiten import decide_bezwaar, enrol_aangemelde, react_oordeel
from passend.toelating.actions.zaak import Gebeurtenisgegevens, void_gebeurtenis
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Aanmeldouder
from passend.toelating.queries.zaken import get_zaak
from passend.web.toelating.tijdlijn import maak_tijdlijn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
GEWEIGERD = "Besluit: geweigerd, want een andere school past beter en wil uw kind toelaten"


def _zaak(school: School, aanmelding: Aanmelding, wie: str, *, is_ruw: bool = False) -> str:
    antwoord = meld_aan(getattr(school, wie)).get(f"/school/99AA00/aanmelding/{aanmelding.sleutel}")
    return antwoord.content.decode() if is_ruw else inhoud_van(antwoord)


def test_case_says_to_who_decides_that_the_school_finds_otherwise_than_the_parents() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        gebeur(school, aanmelding, Soort.ONDERZOEK, 0, bevinding="geen", tekst="Noa leest vlot.")

    pagina = _zaak(school, aanmelding, "directeur")

    assert "De school vindt iets anders dan de ouders" in pagina
    assert "De ouders zeggen: extra hulp nodig. De school zegt: geen extra hulp." in pagina


def test_case_tells_school_and_parents_that_its_decision_rests_on_what_was_taken_back() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        gebeur(school, aanmelding, Soort.ONDERZOEK, 0, bevinding="extra", tekst="Gesprek.")
        maak_weigerbaar(school, aanmelding)
        besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, 5)
        ja = Aanmeldgebeurtenis.objects.get(aanmelding=aanmelding, soort=Soort.SCHOOL_BEREID)
        void_gebeurtenis(
            actor=school.intern_begeleider, aanmelding=aanmelding, gebeurtenis=ja, reden_tekst="Typefout.", op=OP
        )

        geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)

    pagina = _zaak(school, aanmelding, "bestuurder")
    van_ouders = inhoud_van(Client().get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True))

    assert "Dit besluit rust op iets dat is vervallen" in pagina
    assert "Typefout." in pagina
    assert "Iets waar dit besluit op rust, telt niet meer" in van_ouders
    assert f"{ja.school} (telt niet meer sinds" in van_ouders
    assert "Bezwaar maken kan tot en met" in van_ouders
    assert "Typefout." not in van_ouders  # a note of the school to itself


def test_public_school_nearby_does_not_read_as_the_one_whose_grondslag_it_is() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        dichtbij = {"school": "De Zandloper", "plaats": "Zeestad", "is_openbaar_nagekeken": True}
        feiten = {"vooraf_op": OP.date(), "tekst": "Nee.", **dichtbij}
        nee = gebeur(school, aanmelding, Soort.GRONDSLAG_GEWEIGERD, 1, **feiten)
        besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, 5, grond=Weigeringsgrond.GRONDSLAG)
        void_gebeurtenis(
            actor=school.intern_begeleider, aanmelding=aanmelding, gebeurtenis=nee, reden_tekst="Toch wel.", op=OP
        )
        geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)

    van_ouders = inhoud_van(Client().get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True))

    assert "U respecteert de grondslag van de school niet (telt niet meer sinds" in van_ouders
    assert "respecteren de grondslag niet: De Zandloper" not in _zaak(school, aanmelding, "directeur")


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


def test_case_tells_to_speak_with_the_present_school_and_that_nobody_with_authority_registered() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school, is_elders_ingeschreven=True, huidige_school="De Vlieger")
        Aanmeldouder.objects.filter(aanmelding=aanmelding).update(heeft_gezag=False)
    zinnen = ["Spreek eerst met de school waar het kind nu zit", "Niemand met gezag meldde dit kind aan"]

    pagina = _zaak(school, aanmelding, "directeur")

    assert [een in pagina for een in zinnen] == [True, True]
    with in_bestuur(school.vestiging.bestuur_id):
        Aanmeldouder.objects.filter(aanmelding=aanmelding).update(heeft_gezag=True)
        gebeur(school, aanmelding, Soort.SCHOOL_GESPROKEN, 0, tekst="Met juf Els.")
    pagina = _zaak(school, aanmelding, "directeur")
    assert [een in pagina for een in zinnen] == [False, False]


def test_parents_read_what_the_board_decided_on_their_objection_and_what_the_committee_found() -> None:
    school, op = maak_school(), OP + timedelta(days=17)
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        maak_weigerbaar(school, aanmelding)
        besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)
        gebeur(school, aanmelding, Soort.BEZWAAR, 14, tekst="Niet eens.")
        gebeur(school, aanmelding, Soort.GPO_GEVRAAGD, 14, tekst="Een brief.")
        gebeur(school, aanmelding, Soort.GPO_OORDEEL, 15, tekst="De commissie vindt het besluit zorgvuldig.")
        gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 16, tekst="Zij legden het uit.")
        react_oordeel(actor=school.directeur, aanmelding=aanmelding, tekst="Wij volgen de commissie.", op=op)
        gegevens = Gebeurtenisgegevens(op=op.date(), tekst="Wij keken opnieuw.")
        decide_bezwaar(actor=school.directeur, aanmelding=aanmelding, gegevens=gegevens, is_alsnog=False, op=op)
        zaak = get_zaak(aanmelding=aanmelding)

    stand = toelatingsstand(zaak.feiten, peildatum=op.date())
    punten = maak_tijdlijn(zaak, stand, vandaag=op.date(), is_ouder=True).punten

    woorden = {punt.titel: punt.uitleg for punt in punten}
    assert woorden["Beslissing op uw bezwaar: geweigerd"] == "Wij keken opnieuw."
    assert "De commissie vindt het besluit zorgvuldig." in woorden.values()
    assert [punt.titel for punt in punten].count(GEWEIGERD) == 1


def test_child_that_was_enrolled_has_its_first_day_on_the_case_and_nobody_is_on_turn() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)
        enrol_aangemelde(
            actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=OP.date() + timedelta(days=14), op=OP
        )

    pagina = _zaak(school, aanmelding, "directeur")

    assert "Uw kind is toegelaten op deze school. De eerste schooldag is ma 19 oktober 2026." in pagina
    assert "Ingeschreven: de eerste schooldag" in pagina
    assert "Aan zet: niemand" in pagina


def test_parents_get_word_that_the_school_noted_that_they_withdrew() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
    pad = f"/school/99AA00/aanmelding/{aanmelding.sleutel}/stap"
    velden = {"stap": "ingetrokken", "op": OP.date().isoformat()}
    client = meld_aan(school.intern_begeleider)

    assert client.post(pad, velden).status_code == 422  # nobody said how the parents let that know
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(pad, velden | {"tekst": "Gebeld."}).status_code == 302

    [post] = mail.outbox
    assert (post.to, post.subject) == (["sanne@ouders.example"], "Uw aanmelding is ingetrokken")


def test_line_of_a_long_case_folds_what_was_first_in_the_picture_and_in_the_list() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        kort = _zaak(school, aanmelding, "directeur", is_ruw=True)
        for keer in range(12):
            gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 0, tekst=f"Gebeld, keer {keer}.")

    lang = _zaak(school, aanmelding, "directeur", is_ruw=True)

    assert ["zaaklijn-titel" in een for een in (kort, lang)] == [True, True]
    assert ["Eerder: 6 dingen" in een for een in (kort, lang)] == [False, True]
    assert [f"Gebeld, keer {keer}." in lang for keer in range(12)] == [True] * 12


def test_case_without_a_decision_in_time_says_too_late_and_the_board_to_school_and_parents() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        dag = OP.date() - timedelta(days=50)
        aanmelding = maak_aanmelding(school, verzocht_op=dag, ontvangen_op=dag)
        geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)

    pagina = _zaak(school, aanmelding, "directeur")
    van_ouders = inhoud_van(Client().get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True))

    for een in (pagina, van_ouders):
        assert "te laat Aan zet: het bestuur" in een
        assert "voorbij zo 27 september 2026 15 dagen geleden · aan zet: het bestuur" in een


def test_last_working_day_before_the_decision_comes_first_for_the_school_and_parents_hear_the_day_of_the_law() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        zondag = OP.date() - timedelta(days=1)
        aanmelding = maak_aanmelding(school, verzocht_op=zondag, ontvangen_op=zondag)
        geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)

    pagina = _zaak(school, aanmelding, "directeur")
    van_ouders = inhoud_van(Client().get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True))

    assert "Laatste werkdag voor het besluit hierna vr 13 november 2026" in pagina
    assert pagina.count("hierna") == van_ouders.count("hierna") == 1
    assert "Uiterlijk deze dag hoort u het besluit hierna zo 15 november 2026" in van_ouders


def test_case_of_a_child_that_came_to_another_school_meanwhile_offers_to_note_the_talk_with_it() -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        assert "school_gesproken" not in _zaak(school, aanmelding, "directeur", is_ruw=True)

        gebeur(school, aanmelding, Soort.ELDERS_INGESCHREVEN, 1, school="De Eb, Zeestad", tekst="Van de directeur.")

        assert 'value="school_gesproken"' in _zaak(school, aanmelding, "directeur", is_ruw=True)
