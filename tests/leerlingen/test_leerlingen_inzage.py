"""Who sees a file of a pupil, how much of it, and why."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories.leerlingen import SINDS, deel_ook, maak_gezin, maak_groep, maak_leerling, maak_ouder, maak_stuk
from tests.factories.organisaties import maak_bestuur, maak_vestiging
from tests.factories.profielen import OP, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions.leerlingen import end_ouder
from passend.leerlingen.actions.toestemming import break_glass, give_toestemming, withdraw_toestemming
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.leerlingen.permissions import _GRONDEN, ZINNEN, get_inzage, visible_leerlingen, why_may_read_leerling
from passend.leerlingen.queries.inzage import ROL_BIJ
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account, Rol

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)


def _reden(account: Account, leerling: Leerling, op: datetime = LATER) -> str | None:
    reden = why_may_read_leerling(account, leerling, op=op)
    return reden.code if reden else None


def test_each_person_around_a_pupil_has_a_reason_of_their_own_or_none() -> None:
    gezin = maak_gezin()
    school = gezin.school

    redenen = {
        naam: _reden(account, gezin.leerling)
        for naam, account in {
            "leerkracht": school.leerkracht,
            "ib": school.intern_begeleider,
            "directeur": school.directeur,
            "ouder": gezin.ouder,
            "zonder gezag": gezin.ouder_zonder_gezag,
            "deskundige": gezin.deskundige,
            "mr": school.mr_lid,
            "bestuurder": school.bestuurder,
            "adviseur": school.adviseur,
        }.items()
    }

    assert redenen == {
        "leerkracht": "eigen_groep",
        "ib": "intern_begeleider",
        "directeur": "directeur",
        "ouder": "ouder",
        "zonder gezag": None,
        "deskundige": "deskundige",
        "mr": None,
        "bestuurder": None,
        "adviseur": None,
    }


def test_teacher_of_another_group_sees_nothing() -> None:
    gezin = maak_gezin()
    ander = maak_leerling(gezin.school, "Ot", groep=maak_groep(gezin.school, "6"))

    assert _reden(gezin.school.leerkracht, ander) is None
    assert list(visible_leerlingen(gezin.school.leerkracht, op=LATER)) == [gezin.leerling]


def test_role_that_ended_closes_the_file_although_the_group_is_still_theirs() -> None:
    gezin = maak_gezin()
    Rol.objects.filter(account=gezin.school.leerkracht).update(geldig_tot_en_met=date(2026, 10, 4))

    assert _reden(gezin.school.leerkracht, gezin.leerling) is None


def test_account_that_was_closed_sees_nothing_whatever_it_is() -> None:
    gezin = maak_gezin()
    gezin.ouder.is_active = False

    assert get_inzage(gezin.ouder, gezin.leerling, op=LATER) is None
    assert list(visible_leerlingen(gezin.ouder, op=LATER)) == []


@pytest.mark.parametrize(
    ("wie", "klassen"),
    [
        ("leerkracht", {"gewoon"}),
        ("intern_begeleider", {"gewoon", "zorg", "meldcode"}),
        ("directeur", {"gewoon", "zorg", "meldcode"}),
    ],
)
def test_confidential_classes_are_for_who_needs_them(wie: str, klassen: set[str]) -> None:
    gezin = maak_gezin()

    inzage = get_inzage(getattr(gezin.school, wie), gezin.leerling, op=LATER)

    assert inzage is not None
    assert set(inzage.leesbaar) == klassen == set(inzage.schrijfbaar)


def test_parent_reads_care_but_no_signs_of_abuse_and_writes_nothing() -> None:
    gezin = maak_gezin()

    inzage = get_inzage(gezin.ouder, gezin.leerling, op=LATER)

    assert inzage is not None
    assert set(inzage.leesbaar) == {"gewoon", "zorg"}
    assert inzage.schrijfbaar == frozenset()


def test_expert_sees_the_shared_piece_alone() -> None:
    gezin = maak_gezin()
    ander = maak_stuk(gezin.school, gezin.leerling, titel="Ander gesprek")

    inzage = get_inzage(gezin.deskundige, gezin.leerling, op=LATER)

    assert inzage is not None
    assert (inzage.mag_lezen(gezin.stuk), inzage.mag_lezen(ander), inzage.is_heel) == (True, False, False)


def test_expert_reads_the_first_and_the_last_day_of_what_is_shared_until_different_days() -> None:
    gezin = maak_gezin()
    ander = maak_stuk(gezin.school, gezin.leerling, titel="Ander gesprek")
    deel_ook(gezin, ander, date(2026, 12, 18))

    inzage = get_inzage(gezin.deskundige, gezin.leerling, op=LATER)

    assert inzage is not None
    assert inzage.gedeeld == {gezin.stuk.pk: date(2026, 12, 31), ander.pk: date(2026, 12, 18)}
    assert inzage.reden.zin == (
        "De ouders gaven u toestemming voor wat hier staat: het eerste tot en met 18-12-2026, "
        "het laatste tot en met 31-12-2026."
    )


def test_piece_that_is_shared_twice_can_be_read_until_the_last_of_both_days() -> None:
    gezin = maak_gezin()
    deel_ook(gezin, gezin.stuk, date(2026, 12, 18))

    inzage = get_inzage(gezin.deskundige, gezin.leerling, op=LATER)

    assert inzage is not None
    assert inzage.reden.zin == "De ouders gaven u toestemming voor wat hier staat, tot en met 31-12-2026."


def test_permission_ends_when_it_is_taken_back_when_its_day_passes_and_when_a_parent_gets_authority() -> None:
    gezin = maak_gezin()
    morgen = OP + timedelta(days=1)

    assert _reden(gezin.deskundige, gezin.leerling, datetime(2027, 1, 1, 9, tzinfo=UTC)) is None
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=LATER)
    assert _reden(gezin.deskundige, gezin.leerling, LATER) is None
    give_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=morgen)
    assert _reden(gezin.deskundige, gezin.leerling, morgen) == "deskundige"
    maak_ouder(gezin.school, gezin.leerling)
    assert _reden(gezin.deskundige, gezin.leerling, morgen) is None


def test_parent_without_authority_cannot_let_anybody_in() -> None:
    gezin = maak_gezin()

    with pytest.raises(GeenToegangError, match="een ouder met gezag"):
        give_toestemming(actor=gezin.ouder_zonder_gezag, toestemming=gezin.toestemming, op=LATER)


def test_authority_that_ends_closes_the_file_at_once() -> None:
    gezin = maak_gezin()
    relatie = Ouderrelatie.objects.get(account=gezin.ouder)

    end_ouder(actor=gezin.school.directeur, ouder=relatie, op=LATER)

    assert _reden(gezin.ouder, gezin.leerling) is None


def test_pupil_of_sixteen_has_the_rights_itself() -> None:
    gezin = maak_gezin()

    assert _reden(gezin.ouder, gezin.leerling, datetime(2034, 3, 13, 9, tzinfo=UTC)) == "ouder"
    assert _reden(gezin.ouder, gezin.leerling, datetime(2034, 3, 14, 9, tzinfo=UTC)) is None


def test_glass_that_is_broken_opens_ordinary_and_care_for_a_day() -> None:
    gezin = maak_gezin()
    buur = maak_school(gezin.school.vestiging.bestuur, brin="99AB", naam="De Kiem")

    break_glass(actor=buur.intern_begeleider, leerling=gezin.leerling, waarom="Ik vervang de ib-er.", op=OP)
    inzage = get_inzage(buur.intern_begeleider, gezin.leerling, op=LATER)

    assert inzage is not None
    assert (inzage.gronden, set(inzage.leesbaar)) == ((Inzagegrond.NOODINZAGE,), {"gewoon", "zorg"})
    assert _reden(buur.intern_begeleider, gezin.leerling, OP + timedelta(hours=24)) is None


def test_glass_is_not_broken_by_who_works_at_another_board() -> None:
    gezin = maak_gezin()
    ander = maak_bestuur(gezin.school.vestiging.bestuur.samenwerkingsverband, "99002")
    vreemde = maak_account(Rolsoort.INTERN_BEGELEIDER, maak_vestiging(ander, brin="99AX"))

    with pytest.raises(GeenToegangError, match="bij dit bestuur"):
        break_glass(actor=vreemde, leerling=gezin.leerling, waarom="Ik vervang de ib-er.", op=OP)


def test_every_reason_says_of_which_role_it_is() -> None:
    assert set(ROL_BIJ) | {Inzagegrond.NOODINZAGE} == set(Inzagegrond)


def test_every_reason_has_a_query_and_a_sentence() -> None:
    assert list(_GRONDEN) == list(Inzagegrond) == list(ZINNEN)


def test_stand_in_who_leaves_the_board_sees_nothing_more_although_they_work_elsewhere() -> None:
    gezin = maak_gezin()
    ander = maak_bestuur(gezin.school.vestiging.bestuur.samenwerkingsverband, "99002")
    vervanger = maak_account(Rolsoort.LEERKRACHT, gezin.school.vestiging)
    grant_rol(account=vervanger, soort=Rolsoort.LEERKRACHT, bij=maak_vestiging(ander, "99AX"), geldig_van=SINDS)
    break_glass(actor=vervanger, leerling=gezin.leerling, waarom="Ik vervang de ib-er.", op=OP)

    assert _reden(vervanger, gezin.leerling) == "noodinzage"
    Rol.objects.filter(account=vervanger, vestiging=gezin.school.vestiging).update(geldig_tot_en_met=date(2026, 10, 4))

    assert _reden(vervanger, gezin.leerling) is None
    assert list(visible_leerlingen(vervanger, op=LATER)) == []


def test_teacher_of_the_group_stands_in_for_care_and_sees_no_signs_of_abuse() -> None:
    gezin = maak_gezin()

    break_glass(actor=gezin.school.leerkracht, leerling=gezin.leerling, waarom="Ik vervang de ib-er.", op=OP)
    inzage = get_inzage(gezin.school.leerkracht, gezin.leerling, op=LATER)

    assert inzage is not None
    assert set(inzage.leesbaar) == {"gewoon", "zorg"}
