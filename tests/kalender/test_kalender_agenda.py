"""One agenda for each person: the days of every room, and nothing of what is closed to them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.opp import BEGIN, antwoord, maak_plan, maak_rijp_plan, maak_vast_plan
from tests.factories.overleggen import BEGINT, NA, maak_besluit, maak_mdo, nodig_uit
from tests.factories.profielen import OP

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.opp import Oppantwoord
from passend.kalender.actions.feed import remove_agendasleutel, renew_agendasleutel
from passend.kalender.models import Agendasleutel
from passend.kalender.queries.agenda import list_agenda, list_besturen_van_account, list_mijn_taken
from passend.kalender.queries.dagen.regel import BUITEN
from passend.kalender.queries.feed import find_account, get_gegeven_op
from passend.leerlingen.actions.toestemming import withdraw_toestemming
from passend.overleggen.actions.blad import complete_besluit
from passend.overleggen.actions.deelnemers import ask_deelnemertoestemming
from passend.overleggen.actions.overleg import cancel_overleg
from passend.overleggen.actions.sluiten import close_overleg
from passend.plannen.models import Plan
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(OP)
A = Agendasoort


def _agenda(account: Account, dagen: int = 0) -> list[tuple[Agendasoort, date]]:
    return [(een.soort, een.dag) for een in list_agenda(account=account, op=HIER + timedelta(days=dagen))]


def test_meeting_is_in_the_agenda_of_everybody_who_takes_part_and_of_nobody_else() -> None:
    mdo = nodig_uit(maak_mdo())
    overleg = (A.OVERLEG, BEGINT.date())
    school = mdo.gezin.school

    assert all(overleg in _agenda(wie) for wie in (mdo.ib, school.leerkracht, mdo.gezin.ouder, mdo.deskundige))
    assert all(
        overleg not in _agenda(wie)
        for wie in (school.directeur, mdo.gezin.ouder_zonder_gezag, mdo.gezin.deskundige, school.bestuurder)
    )


def test_meeting_leaves_the_agenda_when_it_is_called_off_over_or_closed_to_somebody() -> None:
    mdo = nodig_uit(maak_mdo())
    mdo.extern.refresh_from_db()
    assert mdo.extern.toestemming is not None
    withdraw_toestemming(actor=mdo.gezin.ouder, toestemming=mdo.extern.toestemming, op=HIER)

    assert (A.OVERLEG, BEGINT.date()) not in _agenda(mdo.deskundige, 1)
    assert (A.OVERLEG, BEGINT.date()) not in _agenda(mdo.ib, 4)
    cancel_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER)
    assert (A.OVERLEG, BEGINT.date()) not in _agenda(mdo.ib)


def test_decision_is_in_the_agenda_of_its_owner_until_it_is_done_also_when_it_is_late() -> None:
    mdo, leerkracht = maak_mdo(), None
    leerkracht = mdo.gezin.school.leerkracht
    besluit = maak_besluit(mdo)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=timezone.localtime(NA))
    verwacht = (A.BESLUIT, (NA + timedelta(days=14)).date())

    assert verwacht in _agenda(leerkracht, 5)
    assert verwacht in _agenda(leerkracht, 60)
    assert verwacht not in _agenda(mdo.ib, 5)
    assert [een.soort for een in list_mijn_taken(account=leerkracht, op=HIER + timedelta(days=5))] == [A.BESLUIT]
    complete_besluit(actor=leerkracht, besluit=besluit, op=timezone.localtime(NA))
    assert verwacht not in _agenda(leerkracht, 5)


def test_parent_who_is_asked_for_permission_finds_it_on_the_day_of_the_meeting() -> None:
    mdo = maak_mdo(met_toestemming=False)
    ask_deelnemertoestemming(
        actor=mdo.ib, deelnemer=mdo.extern, geldig_tot_en_met=BEGINT.date() + timedelta(days=9), op=HIER
    )

    assert (A.TOESTEMMING_GEVRAAGD, BEGINT.date()) in _agenda(mdo.gezin.ouder)
    assert A.TOESTEMMING_GEVRAAGD not in {soort for soort, _dag in _agenda(mdo.ib)}


def test_who_keeps_the_file_sees_requests_permissions_that_end_and_plans_to_look_back_on() -> None:
    mdo = nodig_uit(maak_mdo())
    leerling, dag = mdo.gezin.leerling, (OP + timedelta(days=20)).date()
    Plan.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        niveau=3,
        aanleiding="x",
        doel="Vlot lezen",
        geldig_van=OP.date(),
        geldig_tot_en_met=dag,
        vastgelegd_op=OP,
        door=mdo.ib,
        gewijzigd_op=OP,
        gewijzigd_door=mdo.ib,
    )

    assert _agenda(mdo.ib) == [
        (A.OVERLEG, BEGINT.date()),
        (A.TOESTEMMING_EINDIGT, BEGINT.date()),
        (A.EVALUATIE, dag),
        (A.VERZOEK, date(2026, 11, 5)),
    ]
    dagen = [(dag - OP.date()).days + te_laat for te_laat in (-1, 0, 7)]
    taken = [list_mijn_taken(account=mdo.ib, op=HIER + timedelta(days=na)) for na in dagen]
    assert [[een.dag for een in vandaag if een.soort is A.EVALUATIE] for vandaag in taken] == [[], [dag], [dag]]
    assert (A.EVALUATIE, dag) in _agenda(mdo.ib, dagen=dagen[-1])
    assert _agenda(mdo.gezin.school.leerkracht) == [(A.OVERLEG, BEGINT.date()), (A.EVALUATIE, dag)]
    assert _agenda(mdo.gezin.ouder) == [(A.OVERLEG, BEGINT.date())]


def test_scope_of_an_agenda_is_the_boards_at_which_somebody_works_comes_for_a_child_or_advises() -> None:
    mdo = maak_mdo()
    bestuur = mdo.gezin.school.vestiging.bestuur_id

    school = mdo.gezin.school
    for wie in (mdo.ib, mdo.gezin.ouder, mdo.deskundige, school.bestuurder, school.adviseur):
        assert list_besturen_van_account(account=wie, peildatum=OP.date()) == [bestuur]


def test_feed_opens_with_its_own_secret_until_a_new_one_is_made_and_the_secret_is_kept_nowhere() -> None:
    mdo = maak_mdo()
    nummer, geheim = renew_agendasleutel(actor=mdo.ib, op=HIER)
    assert find_account(nummer=nummer, geheim=geheim) == mdo.ib
    assert geheim not in str(Agendasleutel.objects.values_list())

    zelfde, nieuw = renew_agendasleutel(actor=mdo.ib, op=HIER)
    ander, van_ander = renew_agendasleutel(actor=mdo.gezin.ouder, op=HIER)

    assert (zelfde, find_account(nummer=nummer, geheim=geheim)) == (nummer, None)
    assert find_account(nummer=nummer, geheim=nieuw) == mdo.ib
    assert find_account(nummer=nummer, geheim=van_ander) is None
    assert find_account(nummer=ander + 1, geheim="") is None
    remove_agendasleutel(actor=mdo.ib, op=HIER)
    assert find_account(nummer=nummer, geheim=nieuw) is None
    assert get_gegeven_op(account=mdo.ib) is None


def test_feed_of_who_may_not_sign_in_any_more_is_shut() -> None:
    mdo = maak_mdo()
    nummer, geheim = renew_agendasleutel(actor=mdo.ib, op=HIER)
    Account.objects.filter(pk=mdo.ib.pk).update(is_active=False)

    assert find_account(nummer=nummer, geheim=geheim) is None


def test_plan_that_must_be_set_or_looked_at_again_is_in_the_agenda_of_who_keeps_the_files() -> None:
    plan = maak_plan()
    school, dag = plan.school, BEGIN + timedelta(days=42)

    assert (A.OPP_MAKEN, dag) in _agenda(school.intern_begeleider)
    assert (A.OPP_MAKEN, dag) in _agenda(school.intern_begeleider, dagen=60)  # too late, and still there
    assert (A.OPP_MAKEN, dag) in _agenda(school.directeur)
    assert all(
        A.OPP_MAKEN not in {soort for soort, _dag in _agenda(wie)}
        for wie in (school.leerkracht, plan.gezin.ouder, plan.gezin.deskundige, school.bestuurder)
    )
    [regel] = [een for een in list_agenda(account=school.directeur, op=HIER) if een.soort is A.OPP_MAKEN]
    assert (regel.over, BUITEN[regel.soort]) == ("Pip Duinmans", "Een plan vaststellen")


def test_parent_who_said_no_to_a_plan_waits_in_the_agenda_of_who_keeps_the_files() -> None:
    plan = maak_rijp_plan()
    antwoord(plan, Oppantwoord.NIET_AKKOORD, "Ik wil meer hulp bij rekenen.")
    school = plan.school

    assert (A.OPP_GEWEIGERD, OP.date()) in _agenda(school.intern_begeleider)
    assert A.OPP_GEWEIGERD not in {soort for soort, _dag in _agenda(school.leerkracht)}
    [regel] = [een for een in list_agenda(account=school.directeur, op=HIER) if een.soort is A.OPP_GEWEIGERD]
    assert (regel.over, regel.uiterlijk_op) == ("Pip Duinmans", None)
    assert BUITEN[regel.soort] == "Een antwoord van ouders op een plan"


def test_plan_that_holds_comes_back_when_it_must_be_looked_at_again() -> None:
    vast = maak_vast_plan()

    soorten = {soort for soort, _dag in _agenda(vast.school.intern_begeleider, dagen=250)}

    assert (A.OPP_MAKEN in soorten, A.OPP_EVALUEREN in soorten) == (False, True)
