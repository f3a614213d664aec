"""What the law gives a day of suspensions and removals: for who keeps the files, and outside no more than a date."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling, maak_ouder
from tests.factories.profielen import OP
from tests.factories.toegang import maak_account

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.agenda import Agendasoort
from passend.begrippen.rollen import Rolsoort
from passend.kalender.queries.agenda import list_agenda, list_mijn_taken
from passend.kalender.queries.dagen.regel import BUITEN
from passend.kalender.queries.herinneringen import in_woorden, list_te_herinneren
from passend.leerlingen.models import Leerling
from passend.toegang.models import Account
from passend.toelating.actions.schorsen import report_schorsing, suspend_leerling
from passend.toelating.actions.verwijderen import begin_verwijdering, decide_verwijdering, record_verwijderstap
from passend.toelating.actions.verwijderstap import Verwijderstap
from passend.toelating.models import Schorsing, Verwijdering

pytestmark = [pytest.mark.django_db]
HIER, DAG = timezone.localtime(OP), OP.date()
SOORTEN = {Agendasoort.SCHORSING, Agendasoort.VERWIJDERING}
MELDEN, EINDE = ("schorsing_inspectie", DAG), ("schorsing_einde", DAG + timedelta(days=2))


def _agenda(account: Account, dagen: int = 0) -> list[tuple[str, date]]:
    regels = list_agenda(account=account, op=HIER + timedelta(days=dagen))
    return [(een.wat, een.dag) for een in regels if een.soort in SOORTEN]


def _schors(gezin: Gezin, leerling: Leerling | None = None) -> Schorsing:
    return suspend_leerling(
        actor=gezin.school.directeur,
        leerling=leerling or gezin.leerling,
        van=DAG,
        tot_en_met=DAG + timedelta(days=2),
        motivering="Er werd gevochten.",
        op=HIER,
    )


def _verwijder(gezin: Gezin) -> Verwijdering:
    """A removal that was decided on today."""
    school, ib = gezin.school, gezin.school.intern_begeleider
    zaak = begin_verwijdering(actor=school.directeur, leerling=gezin.leerling, motivering="Het lukt niet.", op=HIER)
    for soort, tekst, naam in (
        (Soort.LEERKRACHT_GEHOORD, "Het lukt niet.", ""),
        (Soort.OUDERS_GEHOORD, "Zij zijn verdrietig.", ""),
        (Soort.SCHOOL_GEVRAAGD, "", "De Schelp, Zeestad"),
        (Soort.SCHOOL_BEREID, "De directeur, per mail.", "De Schelp, Zeestad"),
    ):
        _stap(ib, zaak, soort, tekst, naam)
    decide_verwijdering(
        actor=school.directeur, verwijdering=zaak, motivering="Alles is geprobeerd.", doorbreking="", op=HIER
    )
    return zaak


def _stap(wie: Account, zaak: Verwijdering, soort: Soort, tekst: str = "", school: str = "") -> None:
    stap = Verwijderstap(soort=soort, op=DAG, tekst=tekst, school=school)
    record_verwijderstap(actor=wie, verwijdering=zaak, stap=stap, op=HIER)


def test_suspension_is_in_the_agenda_of_who_keeps_the_files_until_it_was_reported_and_is_over() -> None:
    gezin = maak_gezin()
    schorsing, school = _schors(gezin), gezin.school

    assert _agenda(school.directeur) == _agenda(school.intern_begeleider) == [MELDEN, EINDE]
    assert _agenda(school.intern_begeleider, dagen=3) == [MELDEN]  # too late, and still there
    assert all(
        _agenda(wie) == []
        for wie in (school.leerkracht, school.bestuurder, school.mr_lid, gezin.ouder, gezin.deskundige)
    )
    report_schorsing(actor=school.intern_begeleider, schorsing=schorsing, dag=DAG, bewijs="M-1", op=HIER)
    assert _agenda(school.directeur) == [EINDE]
    assert _agenda(school.directeur, dagen=3) == []


def test_removal_is_in_the_agenda_from_the_decision_until_it_was_reported_and_nobody_can_object() -> None:
    gezin = maak_gezin()
    school, zaak = gezin.school, _verwijder(gezin)
    gemeente, bezwaar = ("verwijdering_gemeente", DAG), ("bezwaar", DAG + timedelta(weeks=6))

    assert _agenda(school.directeur) == _agenda(school.intern_begeleider) == [gemeente, bezwaar]
    assert all(_agenda(wie) == [] for wie in (school.leerkracht, school.bestuurder, gezin.deskundige))
    _stap(school.intern_begeleider, zaak, Soort.GEMEENTE_GEMELD, "Brief 12.")
    assert _agenda(school.directeur) == [bezwaar]
    assert _agenda(school.directeur, dagen=43) == []


def test_what_must_be_reported_waits_on_the_first_screen_and_what_is_far_away_does_not() -> None:
    gezin = maak_gezin()
    _schors(gezin)
    _verwijder(gezin)

    taken = list_mijn_taken(account=gezin.school.intern_begeleider, op=HIER)

    assert {een.wat for een in taken if een.soort in SOORTEN} == {MELDEN[0], EINDE[0], "verwijdering_gemeente"}


def test_reminder_says_not_even_that_somebody_is_suspended() -> None:
    gezin = maak_gezin()
    _schors(gezin)
    directeur = gezin.school.directeur

    regels = list_te_herinneren(accounts=[directeur], op=HIER)[directeur.pk].values()

    zinnen = {in_woorden(een) for een in regels if een.soort in SOORTEN}
    assert zinnen == {f"{dag:%d-%m-%Y}: een datum uit de wet, De Wilgenboom" for _wat, dag in (MELDEN, EINDE)}
    assert set(BUITEN) == set(Agendasoort)


def test_agenda_asks_as_much_for_three_suspended_pupils_as_for_one() -> None:
    gezin = maak_gezin()
    ib = gezin.school.intern_begeleider
    _schors(gezin)
    with CaptureQueriesContext(connection) as een:
        list_agenda(account=ib, op=HIER)
    for naam in ("Bo", "Cas"):
        _schors(gezin, maak_leerling(gezin.school, naam))

    with CaptureQueriesContext(connection) as drie:
        assert len(_agenda(ib)) == 6

    assert len(drie) == len(een)


def test_removal_that_rests_on_a_yes_that_was_taken_back_is_a_task_of_director_and_board() -> None:
    gezin = maak_gezin()
    zaak, school = _verwijder(gezin), gezin.school

    _stap(school.intern_begeleider, zaak, Soort.BEREIDHEID_INGETROKKEN, "Toch vol.", "De Schelp, Zeestad")

    assert {
        wie: [een.wat for een in list_mijn_taken(account=getattr(school, wie), op=HIER) if een.wat == "besluit_wankelt"]
        for wie in ("directeur", "bestuurder", "intern_begeleider")
    } == {"directeur": ["besluit_wankelt"], "bestuurder": ["besluit_wankelt"], "intern_begeleider": []}


def test_parents_with_authority_have_the_last_day_to_object_until_they_did_and_then_the_answer() -> None:
    gezin = maak_gezin()
    zaak, ander = _verwijder(gezin), maak_leerling(gezin.school, "Bo")
    maak_ouder(gezin.school, ander, account=maak_account(Rolsoort.OUDER, gezin.school.vestiging, naam="Bos"))
    bezwaar = ("bezwaar", DAG + timedelta(weeks=6))

    assert [_agenda(wie) for wie in (gezin.ouder, gezin.ouder_zonder_gezag)] == [[bezwaar], []]
    assert _agenda(gezin.ouder, dagen=43) == []
    [regel] = [een for een in list_agenda(account=gezin.ouder, op=HIER) if een.soort in SOORTEN]
    assert (regel.leerling, regel.verwijdering, regel.vestiging) == (gezin.leerling, None, gezin.school.vestiging)
    _stap(gezin.school.intern_begeleider, zaak, Soort.BEZWAAR, "Zij willen blijven.")
    assert [wat for wat, _dag in _agenda(gezin.ouder)] == ["beslissing_op_bezwaar", "geschil_verzoek"]


def test_last_day_to_object_waits_on_the_first_screen_of_who_works_and_is_a_parent() -> None:
    gezin = maak_gezin()
    _verwijder(gezin)

    def taken(dagen: int) -> set[str]:
        regels = list_mijn_taken(account=gezin.ouder, op=HIER + timedelta(days=dagen))
        return {een.wat for een in regels if een.soort in SOORTEN}

    assert (taken(0), taken(30), taken(43)) == (set(), {"bezwaar"}, set())
