"""After a decision: an objection, the hearing, the committee, the decision on it; the number; and what an sbo asks."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories.leerlingen import maak_leerling
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, besluit, gebeur, maak_aanmelding, maak_beleid, maak_weigerbaar

from passend.begrippen.aanmelding import Andereschool, Briefsoort, Gebeurtenissoort
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.toelating import Aanmeldingsstand, Aanzet, Bezwaaruitkomst, Toelatingsbesluit
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.besluiten import PoortError, decide_bezwaar, enrol_aangemelde, react_oordeel
from passend.toelating.actions.school import Beleidgegevens, set_beleid
from passend.toelating.actions.verwijderen import begin_verwijdering, decide_verwijdering, record_verwijderstap
from passend.toelating.actions.verwijderen import decide_bezwaar as decide_bezwaar_van_verwijdering
from passend.toelating.actions.verwijderen import react_oordeel as react_oordeel_van_verwijdering
from passend.toelating.actions.verwijderstap import Verwijderstap
from passend.toelating.actions.zaak import Gebeurtenisgegevens, void_gebeurtenis
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief, Verwijdering
from passend.toelating.queries.schorsing import get_verwijderzaak
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db
S = Gebeurtenissoort
EEN_DAG = timedelta(days=1)
JA, NEE = Toelatingsbesluit.TOEGELATEN, Toelatingsbesluit.GEWEIGERD


@pytest.fixture
def school() -> School:
    """A bijzondere school that lets parents register."""
    school = maak_school()
    maak_beleid(school)
    return school


@pytest.fixture
def geweigerd(school: School) -> Aanmelding:
    """A refusal with all its evidence, on the tenth day."""
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, NEE)
    return aanmelding


def _beslis(school: School, aanmelding: Aanmelding, dagen: int, *, is_alsnog: bool, **wie: Any) -> Aanmeldgebeurtenis:
    op = OP + timedelta(days=dagen)
    return decide_bezwaar(
        actor=wie.get("actor", school.directeur),
        aanmelding=aanmelding,
        gegevens=Gebeurtenisgegevens(op=op.date(), tekst="Wij keken opnieuw."),
        is_alsnog=is_alsnog,
        op=op,
    )


def _stand(aanmelding: Aanmelding, dagen: int) -> Any:
    return toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=DAG + timedelta(days=dagen))


@pytest.mark.parametrize(
    ("soort", "dagen", "zin"),
    [
        (S.BEZWAAR, 9, "Bezwaar kan pas na een besluit"),
        (S.BEZWAAR, 53, "Het bestuur kijkt of er een goede reden is"),
        (S.GPO_OORDEEL, 12, "nog niet gevraagd"),
    ],
)
def test_objection_that_cannot_be_is_refused(
    school: School, geweigerd: Aanmelding, soort: S, dagen: int, zin: str
) -> None:
    with pytest.raises(ToelatingError, match=zin):
        gebeur(school, geweigerd, soort, dagen, tekst="Niet eens.")


def test_late_objection_is_noted_with_why_the_board_looks_at_it(school: School, geweigerd: Aanmelding) -> None:
    rij = gebeur(school, geweigerd, S.BEZWAAR, 53, tekst="Niet eens.", doorbreking=" Zij lagen in het ziekenhuis. ")
    gebeur(school, geweigerd, S.OUDERS_GEHOORD, 54, tekst="Zij legden het uit.")

    _beslis(school, geweigerd, 55, is_alsnog=False)

    assert rij.doorbreking == "Zij lagen in het ziekenhuis."


def test_board_decides_on_an_objection_after_it_heard_the_parents(school: School, geweigerd: Aanmelding) -> None:
    with pytest.raises(ToelatingError, match="geen bezwaar"):
        _beslis(school, geweigerd, 12, is_alsnog=False)
    gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    with pytest.raises(ToelatingError, match="Hoor eerst de ouders over hun bezwaar"):
        _beslis(school, geweigerd, 15, is_alsnog=False)  # that they were heard before the decision is something else
    gebeur(school, geweigerd, S.OUDERS_GEHOORD, 16, tekst="Zij legden het uit.")
    with pytest.raises(GeenToegangError):
        _beslis(school, geweigerd, 17, is_alsnog=False, actor=school.intern_begeleider)

    rij = _beslis(school, geweigerd, 17, is_alsnog=False)

    assert _stand(geweigerd, 17).uitleg == (
        "Het bestuur besliste op 22-10-2026 op het bezwaar, en bleef bij zijn besluit: uw kind is niet toegelaten. "
        "Bent u het daar niet mee eens? Dan kunt u het aan de rechter voorleggen."
    )
    assert "blijft bij zijn besluit" in Brief.objects.get(aanmelding=geweigerd, soort=Briefsoort.BEZWAAR).tekst
    with pytest.raises(ToelatingError, match="al op het bezwaar beslist"):
        _beslis(school, geweigerd, 18, is_alsnog=True)
    with pytest.raises(ToelatingError, match="Een besluit haalt u niet weg"):
        void_gebeurtenis(
            actor=school.directeur,
            aanmelding=geweigerd,
            gebeurtenis=rij,
            reden_tekst="Toch niet.",
            op=OP + timedelta(days=18),
        )


def test_day_to_ask_the_committee_is_gone_once_it_was_asked(school: School, geweigerd: Aanmelding) -> None:
    assert {"bezwaar", "geschil_verzoek"} <= {een.wat for een in _stand(geweigerd, 13).termijnen}
    gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    gebeur(school, geweigerd, S.GPO_GEVRAAGD, 14, tekst="Een brief.")

    nog = {een.wat for een in _stand(geweigerd, 15).termijnen}

    assert {"bezwaar", "geschil_verzoek"} & nog == set()
    assert {"beslissing_op_bezwaar", "geschil_oordeel"} <= nog


def test_decision_on_an_objection_is_of_the_day_of_its_letter_which_names_the_way_to_court(school: School) -> None:
    maak_beleid(school, is_openbaar=True)
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, NEE)
    gebeur(school, aanmelding, S.BEZWAAR, 14, tekst="Niet eens.")
    gebeur(school, aanmelding, S.OUDERS_GEHOORD, 16, tekst="Zij legden het uit.")
    op = OP + timedelta(days=30)

    rij = decide_bezwaar(
        actor=school.directeur,
        aanmelding=aanmelding,
        gegevens=Gebeurtenisgegevens(op=DAG + timedelta(days=17), tekst="Wij keken opnieuw."),
        is_alsnog=False,
        op=op,
    )

    assert rij.op == op.date()
    assert "uiterlijk op 16 december 2026 in beroep gaan bij de rechtbank" in Brief.objects.get(soort="bezwaar").tekst
    komt = [(een.wat, een.dag) for een in _stand(aanmelding, 30).termijnen]
    assert komt == [("geschil_verzoek", date(2026, 11, 26)), ("beroep", date(2026, 12, 16))]


def test_hearing_after_the_decision_leaves_its_evidence_as_it_was(school: School, geweigerd: Aanmelding) -> None:
    gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    gebeur(school, geweigerd, S.OUDERS_GEHOORD, 16, tekst="Zij legden het uit.")
    gebeur(school, geweigerd, S.BEREIDHEID_INGETROKKEN, 16, school="De Schelp, Zeestad")
    gebeur(school, geweigerd, S.SCHOOL_BEREID, 17, school="De Schelp, Zeestad", tekst="De directeur.")

    stand = _stand(geweigerd, 17)

    assert (stand.soort, stand.bezwaren) == (Aanmeldingsstand.GEWEIGERD, ())


def test_second_objection_is_refused_and_moves_no_day_of_the_board(school: School, geweigerd: Aanmelding) -> None:
    eerste = gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    gebeur(school, geweigerd, S.OUDERS_GEHOORD, 16, tekst="Zij legden het uit.")

    with pytest.raises(ToelatingError, match="Dit staat er al"):
        gebeur(school, geweigerd, S.BEZWAAR, 20, tekst="Nog steeds niet eens.", doorbreking="Toch.")

    feiten = get_zaak(aanmelding=geweigerd).feiten
    assert (feiten.bezwaar_op, feiten.gehoord_op) == (eerste.op, DAG + timedelta(days=16))
    assert _stand(geweigerd, 20).volgende.dag == DAG + timedelta(days=42)


def test_first_objection_counts_where_an_older_case_has_two(school: School, geweigerd: Aanmelding) -> None:
    eerste = gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    Aanmeldgebeurtenis.objects.create(
        bestuur_id=geweigerd.bestuur_id,
        aanmelding=geweigerd,
        soort=S.BEZWAAR,
        op=DAG + timedelta(days=20),
        tekst="Nog steeds niet eens.",
        vastgelegd_op=OP + timedelta(days=20),
    )

    assert get_zaak(aanmelding=geweigerd).feiten.bezwaar_op == eerste.op


def test_objection_that_was_noted_by_mistake_makes_room_for_the_real_one(school: School, geweigerd: Aanmelding) -> None:
    fout = gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    void_gebeurtenis(
        actor=school.directeur,
        aanmelding=geweigerd,
        gebeurtenis=fout,
        reden_tekst="Van een ander kind.",
        op=OP + timedelta(days=15),
    )

    goed = gebeur(school, geweigerd, S.BEZWAAR, 20, tekst="Niet eens.")

    assert get_zaak(aanmelding=geweigerd).feiten.bezwaar_op == goed.op


@pytest.mark.parametrize("soort", [S.GPO_GEVRAAGD, S.GPO_OORDEEL])
def test_dispute_is_asked_and_answered_once(school: School, geweigerd: Aanmelding, soort: S) -> None:
    gebeur(school, geweigerd, S.GPO_GEVRAAGD, 16)
    gebeur(school, geweigerd, S.GPO_OORDEEL, 40, tekst="Zorgvuldig.")

    with pytest.raises(ToelatingError, match="Dit staat er al"):
        gebeur(school, geweigerd, soort, 41, tekst="Nog eens.")

    feiten = get_zaak(aanmelding=geweigerd).feiten
    assert (feiten.geschil_op, feiten.oordeel_op) == (DAG + timedelta(days=16), DAG + timedelta(days=40))


def test_decision_on_an_objection_waits_for_the_committee(school: School, geweigerd: Aanmelding) -> None:
    gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    gebeur(school, geweigerd, S.OUDERS_GEHOORD, 15, tekst="Zij legden het uit.")
    gebeur(school, geweigerd, S.GPO_GEVRAAGD, 16)
    with pytest.raises(ToelatingError, match="Wacht op haar oordeel"):
        _beslis(school, geweigerd, 17, is_alsnog=True)
    with pytest.raises(ToelatingError, match="nog geen oordeel"):
        _reageer(school, geweigerd, 39)
    gebeur(school, geweigerd, S.GPO_OORDEEL, 40, tekst="De school moet meer doen.")
    with pytest.raises(ToelatingError, match="Schrijf eerst aan de ouders wat het bestuur daarmee doet"):
        _beslis(school, geweigerd, 41, is_alsnog=True)
    _reageer(school, geweigerd, 41)

    _beslis(school, geweigerd, 41, is_alsnog=True)

    assert _stand(geweigerd, 41).soort is Aanmeldingsstand.TOEGELATEN


def _reageer(bij: School, aanmelding: Aanmelding, dagen: int, **anders: Any) -> Aanmeldgebeurtenis:
    velden = {"actor": bij.bestuurder, "tekst": "Wij volgen het oordeel."} | anders
    return react_oordeel(aanmelding=aanmelding, op=OP + timedelta(days=dagen), **velden)


def test_who_decides_tells_parents_once_what_the_board_does_with_the_opinion(
    school: School, geweigerd: Aanmelding
) -> None:
    gebeur(school, geweigerd, S.GPO_GEVRAAGD, 16)
    gebeur(school, geweigerd, S.GPO_OORDEEL, 40, tekst="De school moet meer doen.")
    stand = _stand(geweigerd, 41)
    assert (stand.aan_zet, stand.uitleg.split(". ")[0]) == (Aanzet.BESTUUR, "De geschillencommissie gaf haar oordeel")
    with pytest.raises(GeenToegangError):
        _reageer(school, geweigerd, 41, actor=school.intern_begeleider)
    with pytest.raises(ToelatingError, match="eigen formulier"):
        gebeur(school, geweigerd, S.GPO_REACTIE, 41, tekst="Wij doen niets.")
    for tekst, zin in ((" ", "en waarom"), ("a" * 20_001, "te lang")):
        with pytest.raises(ToelatingError, match=zin):
            _reageer(school, geweigerd, 41, tekst=tekst)

    rij = _reageer(school, geweigerd, 41)

    assert _reageer(school, geweigerd, 41) == rij
    with pytest.raises(ToelatingError, match="schreef de ouders al"):
        _reageer(school, geweigerd, 42, tekst="Toch anders.")
    with pytest.raises(ToelatingError, match="hebben de brief al"):
        void_gebeurtenis(
            actor=school.directeur, aanmelding=geweigerd, gebeurtenis=rij, reden_tekst="Nee.", op=OP + 42 * EEN_DAG
        )
    [brief] = Brief.objects.filter(soort=Briefsoort.GPO_REACTIE)
    assert "gaf op 14 november 2026 haar oordeel" in brief.tekst
    assert "Wij volgen het oordeel." in brief.tekst
    assert "beslist het bestuur op uw bezwaar" not in brief.tekst
    assert _stand(geweigerd, 41).aan_zet is Aanzet.OUDERS


def test_letter_on_the_opinion_says_when_the_objection_is_decided(school: School, geweigerd: Aanmelding) -> None:
    gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    gebeur(school, geweigerd, S.GPO_GEVRAAGD, 16)
    gebeur(school, geweigerd, S.GPO_OORDEEL, 40, tekst="De school moet meer doen.")

    _reageer(school, geweigerd, 41)

    tekst = Brief.objects.get(soort=Briefsoort.GPO_REACTIE).tekst
    assert "Uiterlijk op 10 december 2026 beslist het bestuur op uw bezwaar." in tekst


def test_child_that_is_admitted_after_all_is_enrolled(school: School, geweigerd: Aanmelding) -> None:
    gebeur(school, geweigerd, S.BEZWAAR, 14, tekst="Niet eens.")
    gebeur(school, geweigerd, S.OUDERS_GEHOORD, 15, tekst="Zij legden het uit.")
    op = OP + timedelta(days=20)
    with pytest.raises(ToelatingError, match="Inschrijven kan pas"):
        enrol_aangemelde(actor=school.directeur, aanmelding=geweigerd, ingeschreven_op=op.date(), op=op)
    _beslis(school, geweigerd, 16, is_alsnog=True)

    enrol_aangemelde(actor=school.directeur, aanmelding=geweigerd, ingeschreven_op=op.date(), op=op)

    assert get_zaak(aanmelding=Aanmelding.objects.get(pk=geweigerd.pk)).is_gesloten is True
    assert "toch welkom" in Brief.objects.get(soort=Briefsoort.BEZWAAR).tekst


def test_case_of_a_child_without_a_number_stays_open_until_it_is_reported(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    with pytest.raises(ToelatingError, match="pas als het bestuur besloot het kind toe te laten"):
        gebeur(school, aanmelding, S.ZONDER_NUMMER, 1)
    besluit(school, aanmelding, JA)
    op = OP + timedelta(days=12)
    with pytest.raises(ToelatingError, match="Noteer eerst dat het kind"):
        gebeur(school, aanmelding, S.NUMMER_GEMELD, 11, tekst="In ROD.")

    gebeur(school, aanmelding, S.ZONDER_NUMMER, 11)
    enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=op.date(), op=op)
    volgende = _stand(aanmelding, 12).volgende
    was_gesloten = get_zaak(aanmelding=aanmelding).is_gesloten
    gebeur(school, aanmelding, S.NUMMER_GEMELD, 13, tekst="In ROD, melding 7.")

    assert (volgende.wat, volgende.dag) == ("pgn_melding", DAG + timedelta(days=24))
    assert (was_gesloten, get_zaak(aanmelding=aanmelding).is_gesloten) == (False, True)
    assert _stand(aanmelding, 13).volgende is None


def test_sbo_admits_with_a_verklaring_that_holds(school: School) -> None:
    gegevens = Beleidgegevens(is_openbaar=False, is_aanmelden_open=True, schoolsoort=Andereschool.SBO)
    set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=gegevens, op=OP)
    aanmelding = maak_aanmelding(school)
    with pytest.raises(PoortError, match="toelaatbaarheidsverklaring"):
        besluit(school, aanmelding, JA, 1)
    feiten = {"tekst": "PO9901-12", "vooraf_op": date(2026, 9, 1)}
    with pytest.raises(ToelatingError, match="altijd tot en met 31 juli, en deze minstens tot en met 31-07-2028"):
        gebeur(school, aanmelding, S.TLV_GEGEVEN, 1, **feiten, uiterlijk_op=date(2028, 6, 30))

    gebeur(school, aanmelding, S.TLV_GEGEVEN, 1, **feiten, uiterlijk_op=date(2028, 7, 31))

    assert besluit(school, aanmelding, JA, 1).uitkomst == JA


def _verwijder(school: School) -> Verwijdering:
    leerling, op = maak_leerling(school), OP
    verwijdering = begin_verwijdering(actor=school.directeur, leerling=leerling, motivering="Het gaat niet.", op=op)
    for soort, meer in (
        (S.LEERKRACHT_GEHOORD, {"tekst": "Zij weet het niet meer."}),
        (S.OUDERS_GEHOORD, {"tekst": "Zij schrokken."}),
        (S.SCHOOL_GEVRAAGD, {"school": "De Schelp, Zeestad"}),
        (S.SCHOOL_BEREID, {"school": "De Schelp, Zeestad", "tekst": "De directeur, per mail."}),
    ):
        _stap(school, verwijdering, soort, 0, **meer)
    decide_verwijdering(
        actor=school.directeur, verwijdering=verwijdering, motivering="Alles is gedaan.", doorbreking="", op=OP
    )
    return verwijdering


def _stap(bij: School, verwijdering: Verwijdering, soort: S, dagen: int, **meer: str) -> None:
    op = OP + timedelta(days=dagen)
    stap = Verwijderstap(soort=soort, op=op.date(), **meer)
    record_verwijderstap(actor=bij.directeur, verwijdering=verwijdering, stap=stap, op=op)


def _beslis_verwijdering(bij: School, verwijdering: Verwijdering, dagen: int) -> None:
    decide_bezwaar_van_verwijdering(
        actor=bij.directeur,
        verwijdering=verwijdering,
        uitkomst=Bezwaaruitkomst.ONGEGROND,
        motivering="Het blijft zo.",
        op=OP + timedelta(days=dagen),
    )


def test_objection_to_a_removal_goes_the_same_way(school: School) -> None:
    verwijdering = _verwijder(school)
    with pytest.raises(ToelatingError, match="geen bezwaar"):
        _beslis_verwijdering(school, verwijdering, 3)
    with pytest.raises(ToelatingError, match="goede reden"):
        _stap(school, verwijdering, S.BEZWAAR, 43, tekst="Niet eens.")
    _stap(school, verwijdering, S.BEZWAAR, 2, tekst="Niet eens.")
    with pytest.raises(ToelatingError, match="Hoor eerst de ouders"):
        _beslis_verwijdering(school, verwijdering, 3)
    _stap(school, verwijdering, S.OUDERS_GEHOORD, 4, tekst="Zij legden het uit.")
    _stap(school, verwijdering, S.GPO_GEVRAAGD, 5)
    with pytest.raises(ToelatingError, match="Wacht op haar oordeel"):
        _beslis_verwijdering(school, verwijdering, 6)
    _stap(school, verwijdering, S.GPO_OORDEEL, 7, tekst="Zorgvuldig.")
    with pytest.raises(ToelatingError, match="Schrijf eerst aan de ouders"):
        _beslis_verwijdering(school, verwijdering, 8)
    react_oordeel_van_verwijdering(
        actor=school.directeur, verwijdering=verwijdering, tekst="Wij volgen het.", op=OP + 8 * EEN_DAG
    )

    _beslis_verwijdering(school, verwijdering, 8)

    feiten = get_verwijderzaak(verwijdering=verwijdering).feiten
    dagen = (feiten.ouders_gehoord_op, feiten.bezwaar_op, feiten.gehoord_op, feiten.oordeel_op, feiten.beslist_op)
    assert dagen == tuple(DAG + timedelta(days=dag) for dag in (0, 2, 4, 7, 8))


def test_objection_to_a_removal_is_for_after_the_decision(school: School) -> None:
    verwijdering = begin_verwijdering(
        actor=school.directeur, leerling=maak_leerling(school), motivering="Het gaat niet.", op=OP
    )

    with pytest.raises(ToelatingError, match="eerst een besluit"):
        _stap(school, verwijdering, S.BEZWAAR, 1, tekst="Niet eens.")
