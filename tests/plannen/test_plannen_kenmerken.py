"""What helps, what is in the way and what is needed: noted by who teaches, with the days it held."""

from datetime import date, datetime, timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import maak_gezin
from tests.factories.profielen import OP

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.models import Leerling
from passend.plannen.actions.kenmerken import Opgeslagen, PlanError, save_kenmerken
from passend.plannen.models import Leerlingkenmerk
from passend.plannen.queries.kenmerken import list_kenmerken, list_kenmerkverleden

pytestmark = pytest.mark.django_db
BEHOEFTE = Kenmerksoort.BEHOEFTE
LATER = OP + timedelta(days=30)


def _teksten(leerling: Leerling, op: datetime = OP, soort: Kenmerksoort = BEHOEFTE) -> list[str]:
    kenmerken = list_kenmerken(leerlingen=[leerling], peildatum=op.date())
    return [een.tekst for een in kenmerken[leerling.pk][soort]]


def test_teacher_of_the_group_notes_phrases_and_the_log_says_so() -> None:
    gezin = maak_gezin()
    wie = gezin.school.leerkracht

    with nieuwe_regels() as nieuw:
        stand = save_kenmerken(
            actor=wie, leerling=gezin.leerling, soort=BEHOEFTE, tekst="korte stappen\nrust", gezien=[], op=OP
        )

    assert _teksten(gezin.leerling) == ["korte stappen", "rust"]
    assert stand == Opgeslagen(gezien=tuple(Leerlingkenmerk.objects.values_list("pk", flat=True)), van_anderen=())
    assert nieuw.regels == [(wie, "save_kenmerken", onderwerp(gezin.leerling), "eigen_groep", "wijzigen")]


def test_saving_the_same_again_changes_nothing_and_logs_nothing() -> None:
    gezin = maak_gezin()
    wat = {"actor": gezin.school.leerkracht, "leerling": gezin.leerling, "soort": BEHOEFTE, "tekst": "rust"}
    eerst = save_kenmerken(**wat, gezien=[], op=OP)

    with nieuwe_regels() as nieuw:
        daarna = save_kenmerken(**wat, gezien=eerst.gezien, op=OP)

    assert daarna == eerst
    assert nieuw.regels == []


def test_phrase_that_ends_stays_to_be_seen_as_it_was() -> None:
    gezin = maak_gezin()
    wat = {"actor": gezin.school.leerkracht, "leerling": gezin.leerling, "soort": BEHOEFTE}
    eerst = save_kenmerken(**wat, tekst="rust", gezien=[], op=OP)

    save_kenmerken(**wat, tekst="uitdaging", gezien=eerst.gezien, op=LATER)

    assert _teksten(gezin.leerling, OP) == ["rust"]
    assert _teksten(gezin.leerling, LATER) == ["uitdaging"]
    verleden = list_kenmerkverleden(leerling=gezin.leerling, peildatum=LATER.date())
    assert [(een.tekst, een.geldig_tot_en_met, een.beeindigd_door) for een in verleden] == [
        ("rust", date(2026, 11, 3), gezin.school.leerkracht)
    ]


def test_what_is_typed_over_on_the_same_day_is_no_history() -> None:
    gezin = maak_gezin()
    wat = {"actor": gezin.school.leerkracht, "leerling": gezin.leerling, "soort": BEHOEFTE, "op": OP}
    eerst = save_kenmerken(**wat, tekst="korte sta", gezien=[])

    save_kenmerken(**wat, tekst="korte stappen", gezien=eerst.gezien)

    assert list(Leerlingkenmerk.objects.values_list("tekst", flat=True)) == ["korte stappen"]


def test_phrase_of_a_colleague_that_is_taken_away_on_the_same_day_is_kept_as_never_held() -> None:
    gezin = maak_gezin()
    wat = {"leerling": gezin.leerling, "soort": BEHOEFTE, "op": OP}
    eerst = save_kenmerken(**wat, actor=gezin.school.intern_begeleider, tekst="rust", gezien=[])

    save_kenmerken(**wat, actor=gezin.school.leerkracht, tekst="", gezien=eerst.gezien)

    assert _teksten(gezin.leerling) == []
    assert Leerlingkenmerk.objects.get().geldig_tot_en_met == date(2026, 10, 4)
    assert list_kenmerkverleden(leerling=gezin.leerling, peildatum=LATER.date()) == []


def test_two_at_once_lose_nothing() -> None:
    gezin = maak_gezin()
    wat = {"leerling": gezin.leerling, "soort": BEHOEFTE, "op": OP}
    save_kenmerken(**wat, actor=gezin.school.intern_begeleider, tekst="rust", gezien=[])

    stand = save_kenmerken(**wat, actor=gezin.school.leerkracht, tekst="korte stappen", gezien=[])

    assert _teksten(gezin.leerling) == ["rust", "korte stappen"]
    assert stand.van_anderen == ("rust",)


def test_kinds_are_kept_apart() -> None:
    gezin = maak_gezin()
    wat = {"actor": gezin.school.leerkracht, "leerling": gezin.leerling, "gezien": [], "op": OP}
    save_kenmerken(**wat, soort=Kenmerksoort.BEVORDEREND, tekst="leest graag")

    save_kenmerken(**wat, soort=Kenmerksoort.BELEMMEREND, tekst="moe na de middag")

    assert _teksten(gezin.leerling, soort=Kenmerksoort.BEVORDEREND) == ["leest graag"]
    assert _teksten(gezin.leerling, soort=Kenmerksoort.BELEMMEREND) == ["moe na de middag"]


def test_phrase_that_is_too_long_stores_nothing() -> None:
    gezin = maak_gezin()

    with pytest.raises(PlanError):
        save_kenmerken(
            actor=gezin.school.leerkracht,
            leerling=gezin.leerling,
            soort=BEHOEFTE,
            tekst=f"rust\n{'x' * 121}",
            gezien=[],
            op=OP,
        )

    assert not Leerlingkenmerk.objects.exists()


@pytest.mark.parametrize("wie", ["mr_lid", "bestuurder", "beheerder"])
def test_who_has_no_task_with_the_pupil_notes_nothing(wie: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(GeenToegangError):
        save_kenmerken(
            actor=getattr(gezin.school, wie), leerling=gezin.leerling, soort=BEHOEFTE, tekst="x", gezien=[], op=OP
        )


def test_parent_reads_and_does_not_note() -> None:
    gezin = maak_gezin()

    with pytest.raises(GeenToegangError):
        save_kenmerken(actor=gezin.ouder, leerling=gezin.leerling, soort=BEHOEFTE, tekst="x", gezien=[], op=OP)
