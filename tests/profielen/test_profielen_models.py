"""What the database itself refuses, on SQLite and on PostgreSQL."""

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.factories.profielen import OP, maak_editie, maak_profiel, maak_school

from passend.begrippen.uitgave import Stapsoort
from passend.profielen.models import Editie, Ondersteuningsprofiel, Teamronde, Vaststellingsstap

pytestmark = pytest.mark.django_db
UNIEK = "(?i)unique constraint"


def test_edition_that_is_changed_is_refused() -> None:
    editie = maak_editie(maak_school())

    with pytest.raises(DatabaseError, match="een editie is onveranderlijk"), transaction.atomic():
        Editie.objects.filter(pk=editie.pk).update(inhoud={})

    assert Editie.objects.get(pk=editie.pk).inhoud == editie.inhoud


def test_edition_that_is_deleted_is_refused() -> None:
    editie = maak_editie(maak_school())

    with (
        pytest.raises(DatabaseError, match="een editie is onveranderlijk"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM profielen_editie WHERE id = %s", [editie.pk])

    assert Editie.objects.filter(pk=editie.pk).exists()


def test_second_profile_of_a_school_year_is_refused() -> None:
    profiel = maak_profiel(maak_school())

    with pytest.raises(IntegrityError, match=UNIEK), transaction.atomic():
        Ondersteuningsprofiel.objects.create(
            bestuur_id=profiel.bestuur_id,
            vestiging=profiel.vestiging,
            schooljaar="2026-2027",
            sjabloon=profiel.sjabloon,
            aangemaakt_op=OP,
        )


def test_second_open_round_is_refused() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    ronde: dict[str, Any] = {"profiel": profiel, "geopend_op": OP, "geopend_door": school.directeur}
    Teamronde.objects.create(bestuur_id=profiel.bestuur_id, vraag="Een", **ronde)

    with pytest.raises(IntegrityError, match=UNIEK), transaction.atomic():
        Teamronde.objects.create(bestuur_id=profiel.bestuur_id, vraag="Twee", **ronde)


def test_skipped_step_without_a_reason_is_refused() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(IntegrityError, match="overgeslagen_met_reden"), transaction.atomic():
        Vaststellingsstap.objects.create(
            bestuur_id=profiel.bestuur_id,
            profiel=profiel,
            soort=Stapsoort.MR_ADVIES.value,
            op=OP.date(),
            door="x",
            is_overgeslagen=True,
            vastgelegd_door=school.directeur,
            vastgelegd_op=OP,
        )


def test_rows_are_shown_by_what_they_are() -> None:
    school = maak_school()
    editie = maak_editie(school)
    stap = editie.stappen.get(soort="gepubliceerd")
    plek = school.vestiging.pk

    namen = [str(editie), str(editie.profiel), str(stap), str(school.sjabloon)]

    assert namen == [
        f"{plek} editie 1",
        f"{plek} 2026-2027",
        f"{editie.profiel.pk} gepubliceerd",
        "Schoolondersteuningsprofiel Haaglanden",
    ]
