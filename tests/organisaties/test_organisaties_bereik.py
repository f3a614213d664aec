"""Two walls between boards: a query without a scope fails, and the database shows nothing of another board."""

from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.db.models import QuerySet
from django_scopes import ScopeError, scope
from tests.factories.organisaties import maak_bestuur, maak_vestiging

from passend.organisaties.actions import create_groep
from passend.organisaties.models import Bestuurstabel, Groep, Vestiging
from passend.organisaties.queries import in_bestuur, list_groepen

pytestmark = pytest.mark.django_db
JAAR = "2026-2027"


def _twee() -> tuple[Vestiging, Vestiging]:
    """Two sites of two boards, each with a group."""
    een = maak_vestiging(brin="99AA")
    twee = maak_vestiging(maak_bestuur(een.bestuur.samenwerkingsverband, "99002"), brin="99AB")
    for vestiging in (een, twee):
        create_groep(vestiging=vestiging, schooljaar=JAAR, naam="5")
    return een, twee


def _namen(sql: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [rij[0] for rij in cursor.fetchall()]


def test_query_outside_a_scope_fails() -> None:
    een, _ander = _twee()

    with scope(bestuur=None):
        for vraag in (Groep.objects.all, Groep.objects.count, lambda: list_groepen(vestiging=een, schooljaar=JAAR)):
            with pytest.raises(ScopeError):
                vraag()
        with pytest.raises(ScopeError):
            een.groepen.first()


def test_row_at_hand_is_saved_and_read_again_within_its_scope_alone() -> None:
    een, twee = _twee()
    groep = Groep.objects.get(vestiging=een)

    for bestuur, fout in ((None, ScopeError), (twee.bestuur_id, DatabaseError)):
        with scope(bestuur=bestuur), pytest.raises(fout), transaction.atomic():
            groep.save(update_fields=["naam"])
    with scope(bestuur=twee.bestuur_id), pytest.raises(Groep.DoesNotExist):
        groep.refresh_from_db()


def test_scope_shows_the_rows_of_its_board_alone() -> None:
    een, twee = _twee()

    with in_bestuur(een.bestuur_id):
        assert [groep.vestiging_id for groep in Groep.objects.all()] == [een.pk]
        assert list(list_groepen(vestiging=twee, schooljaar=JAAR)) == []


def test_scope_of_more_boards_shows_the_rows_of_each_and_ends() -> None:
    een, twee = _twee()

    with in_bestuur(een.bestuur_id):
        with in_bestuur(een.bestuur_id, twee.bestuur_id):
            assert Groep.objects.count() == 2
        assert Groep.objects.count() == 1


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no second wall: one school, one file")
class TestTweedeMuur:
    """What the database does when the first wall has a hole."""

    def test_hole_in_the_first_wall_shows_nothing_of_another_board(self) -> None:
        een, _ander = _twee()

        with in_bestuur(een.bestuur_id):
            assert [groep.vestiging_id for groep in QuerySet(Groep)] == [een.pk]
            assert _namen("SELECT vestiging_id FROM organisaties_groep") == [een.pk]

    def test_without_a_setting_nothing_is_shown_at_all(self) -> None:
        _twee()

        with in_bestuur():
            assert _namen("SELECT vestiging_id FROM organisaties_groep") == []

    def test_row_of_another_board_can_be_neither_made_nor_moved_nor_deleted(self) -> None:
        een, twee = _twee()

        with in_bestuur(een.bestuur_id):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                create_groep(vestiging=twee, schooljaar=JAAR, naam="6")
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                QuerySet(Groep).update(bestuur=twee.bestuur)
            QuerySet(Groep).delete()
        with in_bestuur(twee.bestuur_id):
            assert Groep.objects.count() == 1

    def test_setting_does_not_outlive_its_block_also_when_that_fails(self) -> None:
        een, twee = _twee()

        with in_bestuur(een.bestuur_id):
            with pytest.raises(ZeroDivisionError), in_bestuur(twee.bestuur_id):
                date(2026, 1, 1 // 0)
            assert _namen("SELECT vestiging_id FROM organisaties_groep") == [een.pk]

    def test_every_table_of_a_board_is_guarded_also_against_its_owner(self) -> None:
        met = _namen("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        beleid = _namen("SELECT tablename FROM pg_policies")

        tabellen = sorted(tabel._meta.db_table for tabel in _bestuurstabellen())
        assert sorted(met) == tabellen
        assert sorted(beleid) == tabellen  # one each: a second one would let more through, not less

    def test_tests_run_as_a_user_whom_the_policies_bind(self) -> None:
        assert _namen("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user") == [False]


def _bestuurstabellen() -> list[type[Bestuurstabel]]:
    return [tabel for tabel in apps.get_models() if issubclass(tabel, Bestuurstabel)]
