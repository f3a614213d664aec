"""What the database does when the first wall has a hole, for the tables of profiles; and the keys for more servers."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import QuerySet
from django_scopes import ScopeError, scope
from tests.factories.organisaties import maak_bestuur
from tests.factories.profielen import OP, School, maak_editie, maak_profiel, maak_school

from passend.organisaties.models import Bestuurstabel
from passend.organisaties.queries import in_bestuur
from passend.profielen.models import Editie, Onderdeel, Ondersteuningsprofiel, Teamronde

pytestmark = pytest.mark.django_db
alleen_postgresql = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite has no second wall: one school, one file"
)
TABELLEN: list[type[Bestuurstabel]] = [
    tabel for tabel in apps.get_app_config("profielen").get_models() if issubclass(tabel, Bestuurstabel)
]
PAGINA = Path(__file__).resolve().parents[2] / "docs" / "developer" / "howto" / "distribute-over-servers.md"


def _twee() -> tuple[School, School]:
    """Two schools of two boards, each with a published edition and a round that is open."""
    een = maak_school(brin="99AA")
    scholen = een, maak_school(maak_bestuur(een.vestiging.bestuur.samenwerkingsverband, "99002"), brin="99AB")
    for school in scholen:
        editie = maak_editie(school)
        Teamronde.objects.create(bestuur_id=editie.bestuur_id, geopend_door=school.directeur, **_ronde(editie.profiel))
    return scholen


def _ronde(profiel: Ondersteuningsprofiel) -> dict[str, Any]:
    return {"profiel": profiel, "vraag": "Klopt dit?", "geopend_op": OP}


def _besturen(tabel: str) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT bestuur_id FROM {tabel}")  # noqa: S608 -- a table of our own
        return {rij[0] for rij in cursor.fetchall()}


def test_nothing_of_a_profile_is_read_or_followed_outside_a_scope() -> None:
    een, _ander = _twee()
    profiel = Ondersteuningsprofiel.objects.get(vestiging=een.vestiging)
    editie = Editie.objects.get(vestiging=een.vestiging)

    with scope(bestuur=None):
        for tabel in TABELLEN:
            with pytest.raises(ScopeError):
                tabel.objects.first()
        with pytest.raises(ScopeError):
            profiel.onderdelen.count()
        with pytest.raises(ScopeError):
            editie.stappen.count()
        with pytest.raises(ScopeError):
            str(editie.profiel)


def test_scope_of_one_board_shows_nothing_of_another() -> None:
    een, ander = _twee()

    with in_bestuur(een.vestiging.bestuur_id):
        assert not Ondersteuningsprofiel.objects.filter(vestiging=ander.vestiging).exists()
        assert {ronde.profiel.vestiging_id for ronde in Teamronde.objects.all()} == {een.vestiging.pk}
        assert Editie.objects.count() == 2


@alleen_postgresql
def test_hole_in_the_first_wall_shows_nothing_of_another_board() -> None:
    een, ander = _twee()
    beide = {een.vestiging.bestuur_id, ander.vestiging.bestuur_id}
    gevuld = [tabel for tabel in TABELLEN if tabel.objects.exists()]

    for bestuur in beide:
        with in_bestuur(bestuur):
            assert {naam: _besturen(naam) for naam in (tabel._meta.db_table for tabel in gevuld)} == {
                tabel._meta.db_table: {bestuur} for tabel in gevuld
            }
            assert {rij.bestuur_id for tabel in gevuld for rij in QuerySet(tabel)} == {bestuur}
    assert {Ondersteuningsprofiel, Onderdeel, Teamronde} <= set(gevuld)
    assert _besturen("profielen_editie") == beide


@alleen_postgresql
def test_row_of_another_board_can_be_neither_made_nor_changed() -> None:
    een, ander = _twee()
    elders = QuerySet(Ondersteuningsprofiel).get(vestiging=ander.vestiging)

    with in_bestuur(een.vestiging.bestuur_id):
        assert QuerySet(Onderdeel).filter(profiel=elders).update(versie=99) == 0
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            QuerySet(Teamronde).create(bestuur=ander.vestiging.bestuur, geopend_door=een.directeur, **_ronde(elders))


@alleen_postgresql
def test_keys_of_the_page_on_more_servers_let_no_row_hang_on_one_of_another_board() -> None:
    stap = PAGINA.read_text(encoding="utf-8").split("## 2.")[1].split("## 3.")[0]
    een, ander = _twee()  # before the step: whoever takes it has rows already
    elders = maak_profiel(ander)
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(re.findall(r"```sql\n(.*?)```", stap, re.DOTALL)[0])
        cursor.execute("SELECT count(*) FROM verwijzing")
        assert cursor.fetchone()[0] > 10

    Teamronde.objects.create(bestuur=een.vestiging.bestuur, geopend_door=een.directeur, **_ronde(elders))
    with pytest.raises(IntegrityError, match="foreign key"):
        connection.check_constraints()


@alleen_postgresql
def test_page_on_more_servers_names_every_function_that_guards_a_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT proname FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
            " JOIN pg_attribute ON attrelid = tgrelid AND attname = 'bestuur_id' AND attnotnull WHERE NOT tgisinternal"
        )
        bewakers = {rij[0] for rij in cursor.fetchall()}

    assert bewakers
    genoemd = set(re.findall(r"create_distributed_function\('(\w+)\(\)'\)", PAGINA.read_text(encoding="utf-8")))
    assert bewakers == genoemd
