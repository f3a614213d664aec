"""The user of PostgreSQL that serves may touch rows and nothing that guards them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.db.models import QuerySet
from tests.factories.organisaties import maak_bestuur
from tests.factories.profielen import OP, School, maak_editie, maak_profiel, maak_school

from passend.begrippen.rollen import Reden
from passend.organisaties.actions.dienstrol import grant_dienst
from passend.organisaties.actions.fout import OrganisatieError
from passend.organisaties.queries import in_bestuur
from passend.profielen.actions.onderdelen import save_veld
from passend.profielen.models import Ondersteuningsprofiel
from passend.toegang.actions import log_handeling, log_onderwerpen
from passend.toegang.models import Logregel

pytestmark = pytest.mark.django_db
ROL = "passend_dienst"
NIETS = "FUNCTION logregel_onveranderlijk() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$"
REDEN = Reden("directeur", "U bent directeur van deze school.")


def _is_er() -> bool:
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROL])
        return cursor.fetchone() is not None


@pytest.fixture
def _rol() -> None:
    if not _is_er():
        pytest.skip("only PostgreSQL has users, and scripts/with_postgresql.sh makes the second one")
    grant_dienst(ROL)


@contextmanager
def _als_dienst() -> Iterator[None]:
    """What is asked within this is asked by the user that serves."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROL}")
        yield
        cursor.execute("RESET ROLE")


def _doe(opdracht: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


def _school_met_regel() -> School:
    school = maak_school()
    log_handeling(
        account=None, handeling="x", onderwerp="profiel:1", reden=REDEN, op=OP, bestuur=school.vestiging.bestuur_id
    )
    return school


@pytest.mark.usefixtures("_rol")
@pytest.mark.parametrize(
    "opdracht",
    [
        "ALTER TABLE toegang_account ADD COLUMN x integer",
        "ALTER TABLE leerlingen_leerling DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE leerlingen_leerling NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY eigen_bestuur ON leerlingen_leerling",
        "CREATE POLICY alles ON leerlingen_leerling USING (true)",
        "DROP TABLE leerlingen_leerling",
        "DROP TRIGGER logregel_onveranderlijk ON toegang_logregel",
        "ALTER TABLE toegang_logregel DISABLE TRIGGER USER",
        f"CREATE OR REPLACE {NIETS}",
        "DELETE FROM toegang_logregel",
        "UPDATE toegang_logregel SET reden = 'bestuurder'",
        "TRUNCATE toegang_logregel",
        "DELETE FROM toegang_installatieregel",
        "TRUNCATE toegang_installatieregel",
        "TRUNCATE toegang_account CASCADE",
        "DELETE FROM django_migrations",
        "CREATE TABLE public.x (y integer)",
        "SET LOCAL session_replication_role = replica",
    ],
)
def test_user_that_serves_cannot_touch_what_guards_the_rows(opdracht: str) -> None:
    school = _school_met_regel()

    with (
        _als_dienst(),
        in_bestuur(school.vestiging.bestuur_id),
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
    ):
        _doe(opdracht)
    with in_bestuur(school.vestiging.bestuur_id):
        assert Logregel.objects.exists()


@pytest.mark.usefixtures("_rol")
def test_user_that_serves_does_the_daily_work() -> None:
    school = maak_school()
    bestuur = school.vestiging.bestuur_id
    profiel = maak_profiel(school)

    with _als_dienst(), in_bestuur(bestuur):
        save_veld(actor=school.directeur, profiel=profiel, veld="telefoon", waarde="000-7654321", versie=1, op=OP)
        log_onderwerpen(
            account=None, handeling="x", onderwerpen=["leerling:1"], reden=REDEN, op=OP, bestuur=bestuur
        )  # by COPY, through a table of this transaction
        editie = maak_editie(school, profiel)
        regels = Logregel.objects.count()

    assert regels >= 2
    assert editie.pk is not None


@pytest.mark.usefixtures("_rol")
def test_user_that_serves_sees_one_board_also_when_the_first_wall_has_a_hole() -> None:
    een = maak_school(brin="99AA")
    ander = maak_school(maak_bestuur(een.vestiging.bestuur.samenwerkingsverband, "99002"), brin="99AB")
    for school in (een, ander):
        maak_profiel(school)

    with _als_dienst(), in_bestuur(een.vestiging.bestuur_id):
        gezien = {rij.bestuur_id for rij in QuerySet(Ondersteuningsprofiel)}
    with _als_dienst(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL passend.bestuur = ''")
        niets = list(QuerySet(Ondersteuningsprofiel))

    assert (gezien, niets) == ({een.vestiging.bestuur_id}, [])


@pytest.mark.usefixtures("_rol")
def test_rights_are_given_after_every_migration_when_a_role_is_named(settings: Any) -> None:
    from passend.organisaties.apps import _grant

    def mag() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_table_privilege(%s, 'leerlingen_leerling', 'SELECT')", [ROL])
            return bool(cursor.fetchone()[0])

    _doe(f"REVOKE ALL ON leerlingen_leerling FROM {ROL}")
    settings.DIENSTROL = ""
    _grant(apps.get_app_config("organisaties"))
    zonder = mag()
    settings.DIENSTROL = ROL
    _grant(apps.get_app_config("organisaties"))

    assert (zonder, mag()) == (False, True)


@pytest.mark.usefixtures("_rol")
def test_user_that_makes_the_tables_cannot_be_the_one_that_serves_as_well() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        zelf = cursor.fetchone()[0]

    with pytest.raises(OrganisatieError, match="dezelfde gebruiker"):
        grant_dienst(zelf)
    with pytest.raises(OrganisatieError, match="boven de muren"):
        grant_dienst("passend")  # who made this PostgreSQL
    with pytest.raises(ProgrammingError, match="does not exist"), transaction.atomic():
        grant_dienst("niemand")


def test_nothing_is_asked_where_there_are_no_users_or_none_is_named() -> None:
    grant_dienst("")
    if connection.vendor == "sqlite":
        grant_dienst(ROL)
