"""The way to removal: what other schools said, objection and dispute after it, and taking back what was wrong."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.profielen import OP
from tests.factories.toelating import maak_beleid

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.toelating import Bezwaaruitkomst
from passend.leerlingen.actions.leerlingen import deregister_leerling
from passend.regels.verwijdering import verwijderingsstand
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.verwijderen import (
    begin_verwijdering,
    decide_bezwaar,
    decide_verwijdering,
    react_oordeel,
    record_verwijderstap,
    void_verwijderstap,
    withdraw_verwijdering,
)
from passend.toelating.actions.verwijderstap import Verwijderstap
from passend.toelating.models import Verwijdergebeurtenis, Verwijdering
from passend.toelating.queries.schorsing import get_verwijderzaak, list_verwijderstanden

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)
BESLUIT = OP + 10 * DAG


class Zaak:
    """A removal, with short names for what can be done to it."""

    def __init__(self, gezin: Gezin) -> None:
        self.gezin, self.school = gezin, gezin.school
        self.rij = begin_verwijdering(
            actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP
        )

    def noteer(
        self, soort: Soort, dagen: int = 0, *, school: str = "", tekst: str = "Genoteerd.", **meer: str
    ) -> Verwijdergebeurtenis:
        """Something that happened some days after the intention, written down that day."""
        stap = Verwijderstap(soort=soort, op=OP.date() + dagen * DAG, tekst=tekst, school=school, **meer)
        return record_verwijderstap(
            actor=self.school.intern_begeleider, verwijdering=self.rij, stap=stap, op=OP + dagen * DAG
        )

    def rijp(self) -> None:
        """Everything the law wants before a decision."""
        self.noteer(Soort.LEERKRACHT_GEHOORD, 1)
        self.noteer(Soort.OUDERS_GEHOORD, 2)
        self.noteer(Soort.SCHOOL_GEVRAAGD, 3, school="De Schelp, Zeestad")
        self.noteer(Soort.SCHOOL_BEREID, 4, school="De Schelp, Zeestad", tekst="De directeur, per mail.")

    def besluit(self) -> Verwijdergebeurtenis:
        """The decision of the directeur."""
        return decide_verwijdering(
            actor=self.school.directeur,
            verwijdering=self.rij,
            motivering="Alles is gedaan.",
            doorbreking="",
            op=BESLUIT,
        )

    def beslis(self, uitkomst: Bezwaaruitkomst, dagen: int = 30) -> Verwijdergebeurtenis:
        """The decision on the objection."""
        return decide_bezwaar(
            actor=self.school.directeur,
            verwijdering=self.rij,
            uitkomst=uitkomst,
            motivering="Zo is het.",
            op=OP + dagen * DAG,
        )

    def reageer(self, dagen: int, tekst: str = "Wij volgen het oordeel.") -> Verwijdergebeurtenis:
        """What the board does with the opinion of the committee."""
        op = OP + dagen * DAG
        return react_oordeel(actor=self.school.directeur, verwijdering=self.rij, tekst=tekst, op=op)

    def stand(self, dagen: int = 40) -> tuple[str, str]:
        """Where it stands, and who is on turn."""
        feiten = get_verwijderzaak(verwijdering=Verwijdering.objects.select_related("leerling__vestiging").get()).feiten
        stand = verwijderingsstand(feiten, peildatum=OP.date() + dagen * DAG)
        return stand.soort.value, stand.aan_zet.value


@pytest.fixture
def gezin() -> Gezin:
    """A pupil at a bijzondere school."""
    gezin = maak_gezin()
    maak_beleid(gezin.school)
    return gezin


@pytest.fixture
def zaak(gezin: Gezin) -> Zaak:
    """A removal that was intended today."""
    return Zaak(gezin)


@pytest.fixture
def besloten(zaak: Zaak) -> Zaak:
    """A removal that was decided on the tenth day."""
    zaak.rijp()
    zaak.besluit()
    return zaak


def _begin(gezin: Gezin, dag: date) -> Verwijdering:
    return begin_verwijdering(
        actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", voorgenomen_op=dag, op=OP
    )


def test_who_was_heard_last_week_is_noted_on_that_day(gezin: Gezin) -> None:
    rij = _begin(gezin, OP.date() - 7 * DAG)
    stap = Verwijderstap(soort=Soort.LEERKRACHT_GEHOORD, op=OP.date() - 6 * DAG, tekst="Alles geprobeerd.")

    record_verwijderstap(actor=gezin.school.directeur, verwijdering=rij, stap=stap, op=OP)

    feiten = get_verwijderzaak(verwijdering=rij).feiten
    assert (feiten.voorgenomen_op, feiten.leraar_gehoord_op) == (OP.date() - 7 * DAG, OP.date() - 6 * DAG)


@pytest.mark.parametrize(
    ("dag", "zin"),
    [(OP.date() + DAG, "nog niet geweest"), (date(2024, 7, 31), "voor de eerste schooldag")],
)
def test_intention_is_no_day_that_cannot_be(gezin: Gezin, dag: date, zin: str) -> None:
    with pytest.raises(ToelatingError, match=zin):
        _begin(gezin, dag)


@pytest.mark.parametrize(("dagen", "zin"), [(-1, r"voor het voornemen \(05-10-2026\)"), (1, "nog niet geweest")])
def test_each_day_that_cannot_be_has_its_own_sentence(zaak: Zaak, dagen: int, zin: str) -> None:
    stap = Verwijderstap(soort=Soort.LEERKRACHT_GEHOORD, op=OP.date() + dagen * DAG, tekst="Ja.")

    with pytest.raises(ToelatingError, match=zin):
        record_verwijderstap(actor=zaak.school.directeur, verwijdering=zaak.rij, stap=stap, op=OP)


def test_second_removal_waits_for_the_end_of_the_first(zaak: Zaak) -> None:
    with pytest.raises(ToelatingError, match="loopt al een verwijdering"):
        _begin(zaak.gezin, OP.date())
    withdraw_verwijdering(actor=zaak.school.directeur, verwijdering=zaak.rij, motivering="Het gaat weer.", op=OP)

    assert _begin(zaak.gezin, OP.date()).pk != zaak.rij.pk


@pytest.mark.parametrize(
    ("soort", "school", "tekst", "zin"),
    [
        (Soort.SCHOOL_GEVRAAGD, "De Wilgenboom", "", "Dit is deze school zelf"),
        (Soort.SCHOOL_BEREID, "De Wilgenboom, Voorbeeldstad", "De directeur.", "Dit is deze school zelf"),
        (Soort.ELDERS_INGESCHREVEN, "De Wilgenboom", "Brief.", "eerst een besluit"),
        (Soort.SCHOOL_BEREID, "De Els", "De directeur.", "nog niet gevraagd"),
        (Soort.SCHOOL_NIET_BEREID, "De Els", "De directeur.", "nog niet gevraagd"),
        (Soort.SCHOOL_BEREID, "De Schelp, Zeestad", " ", "Schrijf op wie dit zei"),
        (Soort.SCHOOL_GEVRAAGD, "de schelp, zeestad", "", "Deze school vroeg u al"),
        (Soort.BEREIDHEID_INGETROKKEN, "De Schelp, Zeestad", "De directeur.", "zei nog geen ja"),
        (Soort.SCHOOL_GEVRAAGD, " ", "", "Vul in welke school het is"),
        (Soort.SCHOOL_GEVRAAGD, "x" * 161, "", "te lang"),
    ],
)
def test_yes_of_another_school_is_one_that_was_asked_and_said_by_somebody(
    zaak: Zaak, soort: Soort, school: str, tekst: str, zin: str
) -> None:
    zaak.school.vestiging.naam = "OBS De Wilgenboom"
    zaak.school.vestiging.save()
    zaak.rij.refresh_from_db()
    zaak.noteer(Soort.SCHOOL_GEVRAAGD, 3, school="De Schelp, Zeestad")

    with pytest.raises(ToelatingError, match=zin):
        zaak.noteer(soort, 4, school=school, tekst=tekst)


def test_yes_to_a_removal_is_not_taken_back_on_a_day_before_it(zaak: Zaak) -> None:
    zaak.noteer(Soort.SCHOOL_GEVRAAGD, 3, school="De Schelp, Zeestad")
    zaak.noteer(Soort.SCHOOL_BEREID, 5, school="De Schelp, Zeestad")

    with pytest.raises(ToelatingError, match=r"voor de dag waarop de school ja zei \(10-10-2026\)"):
        zaak.noteer(Soort.BEREIDHEID_INGETROKKEN, 4, school="De Schelp, Zeestad")

    zaak.noteer(Soort.BEREIDHEID_INGETROKKEN, 5, school="De Schelp, Zeestad")


def test_school_that_said_no_can_be_asked_again(zaak: Zaak) -> None:
    zaak.noteer(Soort.SCHOOL_GEVRAAGD, 3, school="De Schelp, Zeestad")
    zaak.noteer(Soort.SCHOOL_NIET_BEREID, 4, school="De Schelp, Zeestad")

    zaak.noteer(Soort.SCHOOL_GEVRAAGD, 5, school="De Schelp, Zeestad")
    zaak.noteer(Soort.SCHOOL_BEREID, 6, school="De Schelp, Zeestad")

    assert [
        school.is_bereid(OP.date() + 6 * DAG) for school in get_verwijderzaak(verwijdering=zaak.rij).feiten.scholen
    ] == [True]


def test_letter_says_to_whom_by_whom_by_which_law_and_what_was_done(besloten: Zaak) -> None:
    besluit = Verwijdergebeurtenis.objects.get(soort=Soort.BESLUIT)
    school, relatie = besloten.school, besloten.gezin.relatie

    alineas = besluit.brief.split("\n\n")
    assert alineas[0] == f"Beste {relatie.naam},"
    assert alineas[1:7] == [
        (
            f"Het bestuur heeft besloten dat Pip niet op {school.vestiging} kan blijven. Dat heet een verwijdering "
            "(Wet op het primair onderwijs, artikel 40 lid 11)."
        ),
        "De reden: Alles is gedaan.",
        "Voor dit besluit luisterde het bestuur naar de leerkracht, op 6 oktober 2026, en naar u, op 7 oktober 2026.",
        "Deze school wil uw kind toelaten: De Schelp, Zeestad.",
        "Uw kind blijft bij ons ingeschreven tot het op een andere school staat ingeschreven.",
        "Het bestuur meldt dit besluit meteen aan de gemeente (Leerplichtwet 1969, artikel 18).",
    ]
    assert alineas[-3:] == [
        "Met vriendelijke groet,",
        f"{school.directeur}, directeur",
        f"{school.vestiging}, namens {school.vestiging.bestuur}",
    ]
    assert besluit.aan == f"{relatie.naam} {relatie.email}".strip()


def test_objection_is_heard_and_decided_with_a_letter_and_the_child_stays_when_it_succeeds(
    besloten: Zaak,
) -> None:
    besloten.noteer(Soort.BEZWAAR, 20)
    assert besloten.stand(20) == ("besloten", "bestuur")
    besloten.noteer(Soort.OUDERS_GEHOORD, 25)

    rij = besloten.beslis(Bezwaaruitkomst.GEGROND)

    hier = besloten.school.vestiging
    assert rij.brief.split("\n\n")[1:5] == [
        f"U maakte bezwaar tegen het besluit van 15 oktober 2026 dat Pip niet op {hier} kan blijven.",
        "Het bestuur luisterde daarover naar u, op 30 oktober 2026.",
        f"Het bestuur geeft u gelijk en trekt het besluit in. Pip blijft leerling van {hier}.",
        "De reden: Zo is het.",
    ]
    assert besloten.stand() == ("ingetrokken", "niemand")
    assert list_verwijderstanden(vestiging=besloten.school.vestiging, op=OP.date() + 40 * DAG) == []
    with pytest.raises(ToelatingError, match="gaat niet door"):
        besloten.noteer(Soort.GEMEENTE_GEMELD, 31)


def test_hearing_about_the_objection_is_not_the_hearing_before_the_decision(besloten: Zaak) -> None:
    besloten.noteer(Soort.BEZWAAR, 20)
    besloten.noteer(Soort.OUDERS_GEHOORD, 25)

    feiten = get_verwijderzaak(verwijdering=besloten.rij).feiten

    assert (feiten.ouders_gehoord_op, feiten.gehoord_op) == (OP.date() + 2 * DAG, OP.date() + 25 * DAG)
    assert besloten.stand() == ("besloten", "bestuur")


def test_objection_that_fails_leaves_the_removal_and_says_where_to_go(besloten: Zaak) -> None:
    besloten.noteer(Soort.BEZWAAR, 20)
    besloten.noteer(Soort.OUDERS_GEHOORD, 25)

    rij = besloten.beslis(Bezwaaruitkomst.ONGEGROND)

    assert "Het bestuur blijft bij het besluit." in rij.brief
    assert "Dan kunt u het aan de rechter voorleggen." in rij.brief
    assert besloten.stand() == ("besloten", "school")


def test_decision_on_an_objection_waits_for_parents_and_committee(besloten: Zaak) -> None:
    with pytest.raises(ToelatingError, match="nog geen bezwaar om op te beslissen"):
        besloten.beslis(Bezwaaruitkomst.ONGEGROND, 19)
    besloten.noteer(Soort.BEZWAAR, 20)
    with pytest.raises(ToelatingError, match="Hoor eerst de ouders over hun bezwaar"):
        besloten.beslis(Bezwaaruitkomst.ONGEGROND, 21)
    besloten.noteer(Soort.OUDERS_GEHOORD, 22)
    besloten.noteer(Soort.GPO_GEVRAAGD, 23)
    assert besloten.stand(23) == ("besloten", "commissie")
    with pytest.raises(ToelatingError, match="Wacht op haar oordeel"):
        besloten.beslis(Bezwaaruitkomst.ONGEGROND, 24)
    besloten.noteer(Soort.GPO_OORDEEL, 25)
    with pytest.raises(ToelatingError, match="Schrijf eerst aan de ouders"):
        besloten.beslis(Bezwaaruitkomst.ONGEGROND, 26)
    besloten.reageer(26)

    besloten.beslis(Bezwaaruitkomst.ONGEGROND, 27)

    with pytest.raises(ToelatingError, match="geen besluit waarover"):
        besloten.beslis(Bezwaaruitkomst.GEGROND, 28)


def test_board_tells_parents_once_what_it_does_with_the_opinion(besloten: Zaak) -> None:
    with pytest.raises(ToelatingError, match="nog geen oordeel"):
        besloten.reageer(20)
    besloten.noteer(Soort.GPO_GEVRAAGD, 20)
    besloten.noteer(Soort.GPO_OORDEEL, 25)
    assert besloten.stand(25) == ("besloten", "bestuur")
    for tekst, zin in ((" ", "en waarom"), ("a" * 20_001, "te lang")):
        with pytest.raises(ToelatingError, match=zin):
            besloten.reageer(26, tekst)

    rij = besloten.reageer(26)

    assert "gaf op 30 oktober 2026 haar oordeel" in rij.brief
    assert "beslist het bestuur op uw bezwaar" not in rij.brief
    assert besloten.stand(26) == ("besloten", "school")
    with pytest.raises(ToelatingError, match="schreef de ouders al"):
        besloten.reageer(27)


@pytest.mark.parametrize(
    ("soort", "dagen", "zin"),
    [
        (Soort.OUDERS_GEHOORD, 20, "nog geen bezwaar waarover"),
        (Soort.GPO_OORDEEL, 20, "voordat de ouders erom vroegen"),
        (Soort.GPO_REACTIE, 20, "eigen formulier"),
        (Soort.BEZWAAR, 9, r"voor het besluit \(15-10-2026\)"),
        (Soort.LEERKRACHT_GEHOORD, 20, "Dit hoort ervoor"),
    ],
)
def test_after_the_decision_every_step_follows_the_one_before(
    besloten: Zaak, soort: Soort, dagen: int, zin: str
) -> None:
    stap = Verwijderstap(soort=soort, op=OP.date() + dagen * DAG, tekst="Ja.")

    with pytest.raises(ToelatingError, match=zin):
        record_verwijderstap(actor=besloten.school.directeur, verwijdering=besloten.rij, stap=stap, op=OP + 30 * DAG)


def test_objection_counts_once(besloten: Zaak) -> None:
    besloten.noteer(Soort.BEZWAAR, 20)

    with pytest.raises(ToelatingError, match="Dit staat er al"):
        besloten.noteer(Soort.BEZWAAR, 21)


def test_nobody_objects_before_there_is_a_decision(zaak: Zaak) -> None:
    with pytest.raises(ToelatingError, match="eerst een besluit"):
        zaak.noteer(Soort.BEZWAAR)


def test_step_noted_by_mistake_counts_no_more_and_stays_with_why(zaak: Zaak) -> None:
    fout = zaak.noteer(Soort.LEERKRACHT_GEHOORD, 1)
    actor = zaak.school.intern_begeleider
    with pytest.raises(ToelatingError, match="waarom dit niet meetelt"):
        void_verwijderstap(actor=actor, verwijdering=zaak.rij, gebeurtenis=fout, motivering=" ", op=OP)

    void_verwijderstap(actor=actor, verwijdering=zaak.rij, gebeurtenis=fout, motivering="Ander kind.", op=OP)

    beeld = get_verwijderzaak(verwijdering=zaak.rij)
    assert beeld.feiten.leraar_gehoord_op is None
    assert {(een.soort, een.tekst) for een in beeld.gebeurtenissen} == {
        ("leerkracht_gehoord", "Genoteerd."),
        ("vervallen", "Ander kind."),
    }
    with pytest.raises(ToelatingError, match="telt al niet meer mee"):
        void_verwijderstap(actor=actor, verwijdering=zaak.rij, gebeurtenis=fout, motivering="Weer.", op=OP)


def test_what_a_decision_rests_on_is_not_taken_away(besloten: Zaak) -> None:
    na = besloten.noteer(Soort.GEMEENTE_GEMELD, 12)
    actor = besloten.school.intern_begeleider

    for een in Verwijdergebeurtenis.objects.exclude(pk=na.pk):
        with pytest.raises(ToelatingError, match="Dat haalt u niet weg"):
            void_verwijderstap(actor=actor, verwijdering=besloten.rij, gebeurtenis=een, motivering="Fout.", op=BESLUIT)
    void_verwijderstap(actor=actor, verwijdering=besloten.rij, gebeurtenis=na, motivering="Fout.", op=OP + 13 * DAG)

    assert get_verwijderzaak(verwijdering=besloten.rij).feiten.gemeente_op is None


def test_board_takes_its_decision_back_with_a_letter(besloten: Zaak) -> None:
    with pytest.raises(GeenToegangError):
        withdraw_verwijdering(
            actor=besloten.school.intern_begeleider, verwijdering=besloten.rij, motivering="Zomaar.", op=BESLUIT
        )

    rij = withdraw_verwijdering(
        actor=besloten.school.bestuurder, verwijdering=besloten.rij, motivering="Het gaat weer.", op=BESLUIT + DAG
    )

    assert rij.brief.split("\n\n")[1:3] == [
        (
            f"Op 15 oktober 2026 besloot het bestuur dat Pip niet op {besloten.school.vestiging} kon blijven. Dat "
            f"besluit telt niet meer: het bestuur trekt het in. Pip blijft leerling van {besloten.school.vestiging}."
        ),
        "De reden: Het gaat weer.",
    ]
    assert rij.brief.split("\n\n")[-2].endswith(", bestuurder")
    assert besloten.stand() == ("ingetrokken", "niemand")


def test_intention_is_let_go_without_a_letter(zaak: Zaak) -> None:
    with pytest.raises(ToelatingError, match="waarom het bestuur ervan afziet"):
        withdraw_verwijdering(actor=zaak.school.directeur, verwijdering=zaak.rij, motivering=" ", op=OP)

    rij = withdraw_verwijdering(actor=zaak.school.directeur, verwijdering=zaak.rij, motivering="Het gaat weer.", op=OP)

    assert (rij.brief, rij.aan, zaak.stand()) == ("", "", ("ingetrokken", "niemand"))


def test_child_at_another_school_is_to_be_deregistered_and_objection_goes_on(besloten: Zaak) -> None:
    besloten.noteer(Soort.GEMEENTE_GEMELD, 11)
    with pytest.raises(ToelatingError, match="van wie u dit hoorde"):
        besloten.noteer(Soort.ELDERS_INGESCHREVEN, 12, school="De Schelp, Zeestad", tekst=" ")
    besloten.noteer(Soort.ELDERS_INGESCHREVEN, 12, school="De Schelp, Zeestad")
    assert besloten.stand() == ("verwijderd", "school")
    with pytest.raises(ToelatingError, match="kan niet meer terug"):
        withdraw_verwijdering(
            actor=besloten.school.directeur, verwijdering=besloten.rij, motivering="Toch niet.", op=OP + 13 * DAG
        )

    deregister_leerling(
        actor=besloten.school.directeur,
        leerling=besloten.gezin.leerling,
        uitgeschreven_op=OP.date() + 11 * DAG,
        is_verwezen=False,
        op=OP + 13 * DAG,
    )

    assert besloten.stand() == ("verwijderd", "niemand")
    besloten.noteer(Soort.BEZWAAR, 20)
    assert besloten.stand() == ("verwijderd", "bestuur")


def test_removals_under_way_are_told_with_two_questions(zaak: Zaak, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):
        standen = list_verwijderstanden(vestiging=zaak.school.vestiging, op=OP.date())

    assert [(een.verwijdering, stand.aan_zet.value) for een, stand in standen] == [(zaak.rij, "bestuur")]


def _weggevallen(zaak: Zaak) -> list[str]:
    return [een.school for een in get_verwijderzaak(verwijdering=zaak.rij).weggevallen]


@pytest.mark.parametrize("dagen", [4, 10, 12])
@pytest.mark.parametrize("soort", [Soort.BEREIDHEID_INGETROKKEN, Soort.SCHOOL_NIET_BEREID])
def test_yes_that_is_taken_back_after_the_decision_to_remove_is_marked_and_undoes_nothing(
    besloten: Zaak, soort: Soort, dagen: int
) -> None:
    voor, stand = _weggevallen(besloten), besloten.stand()

    stap = Verwijderstap(soort=soort, op=OP.date() + dagen * DAG, tekst="Toch vol.", school="De Schelp, Zeestad")
    record_verwijderstap(
        actor=besloten.school.intern_begeleider, verwijdering=besloten.rij, stap=stap, op=OP + 12 * DAG
    )

    assert (voor, _weggevallen(besloten)) == ([], ["De Schelp, Zeestad"])
    assert besloten.stand() == stand


def test_mark_on_a_removal_goes_when_a_school_says_yes_or_has_the_child_or_the_board_takes_it_back(
    besloten: Zaak,
) -> None:
    besloten.noteer(Soort.BEREIDHEID_INGETROKKEN, 12, school="De Schelp, Zeestad")
    ja = besloten.noteer(Soort.SCHOOL_BEREID, 13, school="De Schelp, Zeestad")
    na_ja = _weggevallen(besloten)
    void_verwijderstap(
        actor=besloten.school.directeur,
        verwijdering=besloten.rij,
        gebeurtenis=ja,
        motivering="Van een ander kind.",
        op=OP + 14 * DAG,
    )
    zonder_ja = _weggevallen(besloten)

    withdraw_verwijdering(
        actor=besloten.school.directeur, verwijdering=besloten.rij, motivering="Wij zoeken verder.", op=OP + 15 * DAG
    )

    assert (na_ja, zonder_ja, _weggevallen(besloten)) == ([], ["De Schelp, Zeestad"], [])


def test_mark_on_a_removal_goes_when_the_child_is_at_another_school(besloten: Zaak) -> None:
    besloten.noteer(Soort.BEREIDHEID_INGETROKKEN, 12, school="De Schelp, Zeestad")

    besloten.noteer(Soort.SCHOOL_GEVRAAGD, 12, school="De Eb, Zeestad")
    besloten.noteer(Soort.SCHOOL_BEREID, 13, school="De Eb, Zeestad")

    besloten.noteer(Soort.ELDERS_INGESCHREVEN, 14, school="De Eb, Zeestad")

    assert _weggevallen(besloten) == []


def test_removal_that_was_not_decided_is_not_marked(zaak: Zaak) -> None:
    zaak.rijp()

    zaak.noteer(Soort.BEREIDHEID_INGETROKKEN, 5, school="De Schelp, Zeestad")

    assert _weggevallen(zaak) == []


def test_special_school_says_how_the_verklaring_stands_before_a_removal_rests_on_it(zaak: Zaak) -> None:
    zaak.noteer(Soort.LEERKRACHT_GEHOORD, 1)
    zaak.noteer(Soort.OUDERS_GEHOORD, 2)
    with pytest.raises(ToelatingError, match="Kies wat voor school"):
        zaak.noteer(Soort.SCHOOL_GEVRAAGD, 3, school="De Rots, Zeestad", schoolsoort="mavo")
    zaak.noteer(Soort.SCHOOL_GEVRAAGD, 3, school="De Rots, Zeestad", schoolsoort="sbo")
    with pytest.raises(ToelatingError, match="Kies of die er is, is aangevraagd of er niet is"):
        zaak.noteer(Soort.SCHOOL_BEREID, 4, school="De Rots, Zeestad")
    zaak.noteer(Soort.SCHOOL_BEREID, 4, school="De Rots, Zeestad", tlv="niet")
    with pytest.raises(ToelatingError, match="De Rots, Zeestad zegt ja, en mag een kind alleen toelaten met"):
        zaak.besluit()
    zaak.noteer(Soort.SCHOOL_BEREID, 5, school="De Rots, Zeestad", tlv="gevraagd")

    brief = zaak.besluit().brief.split("\n\n")

    assert brief[4:6] == [
        "Deze school wil uw kind toelaten: De Rots, Zeestad.",
        (
            "De Rots, Zeestad laat een kind alleen toe met een toelaatbaarheidsverklaring van het "
            "samenwerkingsverband. Die is aangevraagd. Uw kind kan daar beginnen als zij er is; "
            "u hoort wat daarop wordt beslist."
        ),
    ]
    with pytest.raises(ToelatingError, match="De Rots, Zeestad schrijft een kind pas in met een toelaatb"):
        zaak.noteer(Soort.ELDERS_INGESCHREVEN, 20, school="De Rots, Zeestad")
    zaak.noteer(Soort.SCHOOL_BEREID, 21, school="De Rots, Zeestad", tlv="niet")
    assert _weggevallen(zaak) == ["De Rots, Zeestad"]
    zaak.noteer(Soort.SCHOOL_BEREID, 22, school="De Rots, Zeestad", tlv="er")
    zaak.noteer(Soort.ELDERS_INGESCHREVEN, 23, school="de rots, Zeestad")
    assert zaak.stand() == ("verwijderd", "school")


@pytest.mark.parametrize("school", ["De Eb, Zeestad", "De Schelp, Zeestad"])
def test_child_is_not_enrolled_at_a_school_without_a_yes_that_stands(besloten: Zaak, school: str) -> None:
    besloten.noteer(Soort.BEREIDHEID_INGETROKKEN, 12, school="De Schelp, Zeestad")

    with pytest.raises(ToelatingError, match=f"Bij {school} staat geen ja dat op die dag gold"):
        besloten.noteer(Soort.ELDERS_INGESCHREVEN, 13, school=school)

    assert besloten.stand() == ("besloten", "school")
