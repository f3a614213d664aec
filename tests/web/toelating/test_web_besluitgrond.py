"""Why a board said no, by which article, and whether parents were told in time: the same for all who read it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding, maak_beleid

from passend.begrippen.aanmelding import Gebeurtenissoort, Hulpvraag
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.leerlingen.models import Leerling
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.actions.besluiten import decide_bezwaar, enrol_aangemelde
from passend.toelating.actions.zaak import Gebeurtenisgegevens
from passend.toelating.models import Aanmelding, Brief

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
NEE, REDEN = Toelatingsbesluit.GEWEIGERD, "Besproken met de inspectie."
LEZERS = ("intern_begeleider", "directeur", "bestuurder", "adviseur")
VOL, A = "want er is geen plaats", "WPO artikel 40 lid 5 onder a"
B = "WPO artikel 40 lid 5 onder b, WPO artikel 58 lid 1"


@pytest.fixture
def school() -> Iterator[School]:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


def _aanmelding(school: School, geleden: int = 1, **anders: Any) -> Aanmelding:
    dag = OP.date() - timedelta(days=geleden)
    aanmelding = maak_aanmelding(school, verzocht_op=dag, ontvangen_op=dag, **anders)
    gebeur(school, aanmelding, Gebeurtenissoort.OPGESCHAALD, 0, tekst="Denkt u mee?")
    return aanmelding


def _zonder_hulp(school: School, geleden: int) -> Aanmelding:
    aanmelding = _aanmelding(school, geleden, hulpvraag=Hulpvraag.GEEN)
    gebeur(school, aanmelding, Gebeurtenissoort.ONDERZOEK, 0, bevinding="geen", tekst="Noa leest vlot.")
    return aanmelding


def _weiger(school: School, aanmelding: Aanmelding, grond: Weigeringsgrond, **anders: Any) -> None:
    besluit(school, aanmelding, NEE, 0, grond=grond, **anders)


def _zaak(school: School, aanmelding: Aanmelding, wie: str) -> str:
    pad = reverse("aanmelding", kwargs={"code": "99AA00", "zaak": aanmelding.sleutel})
    return inhoud_van(meld_aan(getattr(school, wie)).get(pad))


def _ouders(school: School, aanmelding: Aanmelding) -> tuple[str, str]:
    """Their page, and its line on paper."""
    geheim = create_sleutel(actor=school.intern_begeleider, aanmelding=aanmelding, op=OP)
    client = Client()
    pagina = inhoud_van(client.get(f"/scholen/99AA00/aanmelden/volgen/{geheim}", follow=True))
    bladen = pypdfium2.PdfDocument(client.get("/scholen/99AA00/aanmelden/volgen/aanmelding.pdf").content)
    return pagina, " ".join(" ".join(blad.get_textpage().get_text_bounded() for blad in bladen).split())


def test_everybody_reads_on_which_ground_with_its_article(school: School) -> None:
    aanmelding = _aanmelding(school)
    _weiger(school, aanmelding, Weigeringsgrond.SCHOOL_VOL, doorbreking=REDEN)

    for wie in LEZERS:
        pagina = _zaak(school, aanmelding, wie)
        assert f"Het besluit: geweigerd, {VOL} {A}" in pagina
        assert f"Besluit: geweigerd, {VOL} {A} op tijd" in pagina
        assert f"Besluit van het bestuur : geweigerd, {VOL} ({A})" in pagina
    pagina, papier = _ouders(school, aanmelding)
    assert pagina.count(f"Besluit: geweigerd, {VOL} {A} op tijd") == 2
    assert f"Besluit: geweigerd, {VOL} ({A}). Op tijd." in papier


@pytest.mark.parametrize(
    ("grond", "school_leest", "ouders_lezen"),
    [
        (
            Weigeringsgrond.GRONDSLAG,
            f"geweigerd, want de ouders respecteren de grondslag niet {B}",
            f"geweigerd, want u respecteert de grondslag van de school niet {B}",
        ),
        (
            Weigeringsgrond.ANDERE_SCHOOL,
            "geweigerd, want een andere school past beter WPO artikel 40 lid 4",
            "geweigerd, want een andere school past beter bij uw kind WPO artikel 40 lid 4",
        ),
    ],
)
def test_parents_read_the_ground_in_their_own_words(
    school: School, grond: Weigeringsgrond, school_leest: str, ouders_lezen: str
) -> None:
    aanmelding = _aanmelding(school)
    _weiger(school, aanmelding, grond, doorbreking=REDEN)

    assert f"Besluit: {school_leest}" in _zaak(school, aanmelding, "directeur")
    assert f"Besluit: {ouders_lezen}" in _ouders(school, aanmelding)[0]


def test_ground_that_the_law_does_not_know_has_only_the_article_on_reasons(school: School) -> None:
    aanmelding = _zonder_hulp(school, 1)
    _weiger(school, aanmelding, Weigeringsgrond.ANDERS)

    pagina = _zaak(school, aanmelding, "directeur")

    assert "geweigerd, want er is een andere reden de redenen: WPO artikel 63 lid 2" in pagina
    assert "op deze grond" not in Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst


def test_letter_that_the_board_sent_against_a_gate_names_ground_and_articles(school: School) -> None:
    aanmelding = _aanmelding(school)
    _weiger(school, aanmelding, Weigeringsgrond.ANDERE_SCHOOL, doorbreking=REDEN)

    brief = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst

    assert "een andere school past beter bij uw kind (Wet op het primair onderwijs, artikel 40 lid 4)." in brief


def test_what_was_missing_has_its_article_for_school_and_parents(school: School) -> None:
    aanmelding = _aanmelding(school)
    _weiger(school, aanmelding, Weigeringsgrond.ANDERE_SCHOOL, doorbreking=REDEN)

    pagina, papier = _ouders(school, aanmelding)

    vak = _zaak(school, aanmelding, "bestuurder").split("Het bestuur besloot terwijl er iets ontbrak")[-1]
    assert (
        "Overleg eerst met de ouders over een andere school, en schrijf op wanneer dat was. WPO artikel 40 lid 4" in vak
    )
    zin = "met u praten over een school die past (WPO artikel 40 lid 4)"
    assert "Dit ontbrak:" in pagina
    assert zin in pagina
    assert zin in papier


def test_parents_of_a_child_that_was_admitted_after_all_read_the_first_decision_on_the_line_only(
    school: School,
) -> None:
    aanmelding = _zonder_hulp(school, 1)
    _weiger(school, aanmelding, Weigeringsgrond.ANDERS)
    gebeur(school, aanmelding, Gebeurtenissoort.BEZWAAR, 1, tekst="Niet eens.")
    gebeur(school, aanmelding, Gebeurtenissoort.OUDERS_GEHOORD, 2, tekst="Zij legden het uit.")
    op = OP + timedelta(days=3)
    gegevens = Gebeurtenisgegevens(op=op.date(), tekst="Wij keken opnieuw.")
    decide_bezwaar(actor=school.directeur, aanmelding=aanmelding, gegevens=gegevens, is_alsnog=True, op=op)

    pagina, _papier = _ouders(school, aanmelding)

    assert pagina.count("Besluit: geweigerd, want") == 1


@pytest.mark.parametrize(("geleden", "hoe"), [(42, "op tijd"), (43, "1 dag te laat"), (47, "5 dagen te laat")])
def test_case_says_whether_the_parents_were_told_in_time_and_keeps_the_last_day(
    school: School, geleden: int, hoe: str
) -> None:
    aanmelding = _zonder_hulp(school, geleden)
    assert "De laatste dag voor het besluit" not in _zaak(school, aanmelding, "directeur")
    _weiger(school, aanmelding, Weigeringsgrond.ANDERS)

    pagina, papier = _ouders(school, aanmelding)

    school_leest = _zaak(school, aanmelding, "directeur")
    assert f"de redenen: WPO artikel 63 lid 2 {hoe}" in school_leest
    assert "De laatste dag voor het besluit" in school_leest
    for een in (school_leest, pagina, papier):
        assert f"{hoe}." in een
        assert "WPO artikel 40 lid 6" in een
    assert f"de redenen: WPO artikel 63 lid 2 {hoe}" in pagina
    assert "Uiterlijk deze dag moest u het besluit horen" in pagina
    assert "Uiterlijk deze dag moest u het besluit horen" in papier


def test_right_to_a_place_before_the_decision_stays_on_the_line(school: School) -> None:
    for geleden, bleef in ((70, False), (71, True)):
        aanmelding = _zonder_hulp(school, geleden)
        _weiger(school, aanmelding, Weigeringsgrond.ANDERS)

        for een in (_zaak(school, aanmelding, "directeur"), *_ouders(school, aanmelding)):
            assert ("Recht op een tijdelijke plek" in een) is bleef


def test_first_date_that_comes_is_the_end_of_the_temporary_place(school: School) -> None:
    aanmelding = _zonder_hulp(school, 75)
    besluit(school, aanmelding, NEE, 7, grond=Weigeringsgrond.ANDERS)

    assert "Hierna: de tijdelijke plek stopt, di 13 oktober 2026 over 1 dag" in _zaak(school, aanmelding, "directeur")
    lijst = inhoud_van(meld_aan(school.directeur).get(adres("aanmeldingen", school)))
    assert "di 13 oktober 2026 over 1 dag De tijdelijke plek stopt" in lijst
    hulpvragen = inhoud_van(meld_aan(school.adviseur).get("/hulpvragen"))
    assert "di 13 oktober 2026 over 1 dag De tijdelijke plek stopt" in hulpvragen


def test_way_to_the_file_of_the_pupil_is_for_who_may_read_it(school: School) -> None:
    aanmelding = _aanmelding(school)
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)
    enrol_aangemelde(actor=school.intern_begeleider, aanmelding=aanmelding, ingeschreven_op=OP.date(), op=OP)
    pad = reverse("dossier", kwargs={"code": "99AA00", "sleutel": Leerling.objects.get().sleutel})

    for wie in LEZERS:
        is_goed = meld_aan(getattr(school, wie)).get(pad).status_code == 200
        assert ("Naar het dossier van de leerling" in _zaak(school, aanmelding, wie)) is is_goed
    assert "Naar het dossier van de leerling" in _zaak(school, aanmelding, "directeur")
    assert "Naar het dossier van de leerling" not in _zaak(school, aanmelding, "adviseur")
