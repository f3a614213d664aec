"""Who reads which meeting: the rule for one and the list for many agree, and an expert has one meeting and no more."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.leerlingen import maak_gezin, maak_leerling, maak_ouder
from tests.factories.overleggen import BEGINT, NA, Mdo, maak_groepsbespreking, maak_mdo, nodig_uit
from tests.factories.profielen import OP, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.overleg import Deelsoort
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions.toestemming import break_glass, withdraw_toestemming
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.models import Overleg, Overlegdeelnemer
from passend.overleggen.permissions import get_overlegrecht, require_overlegrecht, visible_overleggen
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(OP)


def _wereld() -> tuple[Mdo, dict[str, Overleg], dict[str, Account]]:
    """Two meetings about one pupil, one about another, one about the group; and everybody around them."""
    mdo = nodig_uit(maak_mdo())
    gezin, school = mdo.gezin, mdo.gezin.school
    ander = maak_leerling(school, "Ot")
    ander_ouder, _relatie = maak_ouder(school, ander)
    vervanger = maak_school(school.vestiging.bestuur, brin="99AX", naam="De Buur").leerkracht
    break_glass(actor=vervanger, leerling=gezin.leerling, waarom="Ik vervang de ib-er.", op=HIER)
    zonder = nodig_uit(maak_mdo(gezin, begint_op=BEGINT + timedelta(days=1), met_toestemming=False))
    overleggen = {"mdo": mdo.overleg, "zonder": zonder.overleg, "groep": maak_groepsbespreking(gezin)}
    mensen = {
        "ib": school.intern_begeleider,
        "directeur": school.directeur,
        "leerkracht": school.leerkracht,
        "andere leerkracht": maak_account(Rolsoort.LEERKRACHT, school.vestiging),
        "ouder": gezin.ouder,
        "ouder zonder gezag": gezin.ouder_zonder_gezag,
        "ouder van een ander": ander_ouder,
        "deskundige": mdo.deskundige,
        "deskundige zonder ja": zonder.deskundige,
        "deskundige van het dossier": gezin.deskundige,
        "vervanger": vervanger,
        "bestuurder": school.bestuurder,
        "adviseur": school.adviseur,
    }
    return mdo, overleggen, mensen


def test_each_person_reads_the_meetings_that_are_theirs_one_by_one_and_in_the_list() -> None:
    _mdo, overleggen, mensen = _wereld()

    leest = {
        wie: {naam for naam, een in overleggen.items() if get_overlegrecht(account, een, op=HIER)}
        for wie, account in mensen.items()
    }
    lijst = {
        wie: {naam for naam, een in overleggen.items() if een in set(visible_overleggen(account, op=HIER))}
        for wie, account in mensen.items()
    }

    assert leest == {
        "ib": {"mdo", "zonder", "groep"},
        "directeur": {"mdo", "zonder", "groep"},
        "leerkracht": {"mdo", "zonder", "groep"},
        "andere leerkracht": set(),
        "ouder": {"mdo", "zonder"},
        "ouder zonder gezag": set(),
        "ouder van een ander": set(),
        "deskundige": {"mdo"},
        "deskundige zonder ja": set(),
        "deskundige van het dossier": set(),
        "vervanger": {"mdo", "zonder"},
        "bestuurder": set(),
        "adviseur": set(),
    }
    assert lijst == leest


def test_parents_and_experts_see_a_meeting_once_they_were_asked_and_parents_the_minutes_in_any_case() -> None:
    mdo = maak_mdo()
    gasten = (mdo.gezin.ouder, mdo.deskundige)

    def ziet() -> list[tuple[bool, bool]]:
        overleg = Overleg.objects.get(pk=mdo.overleg.pk)
        return [
            (get_overlegrecht(wie, overleg, op=HIER) is not None, overleg in visible_overleggen(wie, op=HIER))
            for wie in gasten
        ]

    assert ziet() == [(False, False), (False, False)]
    nodig_uit(mdo)
    assert ziet() == [(True, True), (True, True)]
    Overlegdeelnemer.objects.update(uitgenodigd_op=None)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=timezone.localtime(NA))
    assert ziet() == [(True, True), (False, False)]


def test_expert_reads_until_the_last_day_of_the_permission_and_not_when_it_was_taken_back() -> None:
    mdo = nodig_uit(maak_mdo())
    laatste = BEGINT.replace(hour=20)

    op_de_dag = get_overlegrecht(mdo.deskundige, mdo.overleg, op=timezone.localtime(laatste))
    de_dag_erna = get_overlegrecht(mdo.deskundige, mdo.overleg, op=timezone.localtime(laatste + timedelta(days=1)))
    mdo.extern.refresh_from_db()
    assert mdo.extern.toestemming is not None
    withdraw_toestemming(actor=mdo.gezin.ouder, toestemming=mdo.extern.toestemming, op=HIER)

    assert op_de_dag is not None
    assert op_de_dag.reden.code == Inzagegrond.DESKUNDIGE
    assert de_dag_erna is None
    assert get_overlegrecht(mdo.deskundige, mdo.overleg, op=HIER + timedelta(minutes=1)) is None
    assert not visible_overleggen(mdo.deskundige, op=HIER + timedelta(minutes=1)).exists()


def test_who_writes_what_while_it_is_open_and_nobody_after_it_was_closed() -> None:
    mdo, _overleggen, mensen = _wereld()
    alles, ouders = frozenset(Deelsoort), frozenset({Deelsoort.OUDERS})

    def schrijft(op_na: int) -> dict[str, frozenset[Deelsoort]]:
        op, overleg = HIER + timedelta(minutes=op_na), Overleg.objects.get(pk=mdo.overleg.pk)
        rechten = {wie: get_overlegrecht(account, overleg, op=op) for wie, account in mensen.items()}
        return {wie: recht.schrijft for wie, recht in rechten.items() if recht and recht.schrijft}

    assert schrijft(0) == {"ib": alles, "directeur": alles, "leerkracht": alles, "ouder": ouders}
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=timezone.localtime(NA))
    assert schrijft(1) == {}


def test_meeting_that_is_not_for_somebody_and_one_that_is_not_there_say_the_same() -> None:
    mdo = maak_mdo()

    with pytest.raises(GeenToegangError, match="of het is er niet"):
        require_overlegrecht(mdo.gezin.ouder_zonder_gezag, mdo.overleg, op=HIER)


def test_teacher_whose_role_ended_reads_no_meeting_of_the_group_any_more() -> None:
    gezin = maak_gezin()
    overleg = maak_groepsbespreking(gezin)
    gezin.school.leerkracht.rollen.update(geldig_tot_en_met=OP.date() - timedelta(days=1))

    assert get_overlegrecht(gezin.school.leerkracht, overleg, op=HIER) is None
    assert not visible_overleggen(gezin.school.leerkracht, op=HIER).exists()
