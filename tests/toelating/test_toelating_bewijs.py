"""What happened stays as it was written, also for who goes around the actions; only destruction lets go of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, models, transaction
from tests.factories.leerlingen import maak_leerling
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import SCAN, maak_aanmelding, maak_beleid, maak_toelatingsrijen

from passend.begrippen.aanmelding import Plaatsstand
from passend.leerlingen.actions.kluis import rotate_sleutels
from passend.organisaties.queries import in_vernietiging
from passend.toelating.actions.aanmelden import add_aanmeldscan
from passend.toelating.actions.school import Ruimtegegevens, set_ruimte
from passend.toelating.actions.schorsen import report_schorsing
from passend.toelating.models import (
    Aanmeldgebeurtenis,
    Aanmelding,
    Aanmeldscan,
    Brief,
    Groepsruimte,
    Schorsing,
    Verwijdergebeurtenis,
    Verwijdering,
)
from passend.toelating.queries.aanmeldingen import open_scan

pytestmark = pytest.mark.django_db
VAST = (Aanmeldgebeurtenis, Brief, Groepsruimte, Schorsing, Verwijdering, Verwijdergebeurtenis)
VELD = {
    Aanmeldgebeurtenis: {"tekst": "Anders."},
    Brief: {"tekst": "Anders."},
    Groepsruimte: {"toelichting": "Anders."},
    Schorsing: {"reden": "Anders."},
    Verwijdering: {"reden": "Anders."},
    Verwijdergebeurtenis: {"tekst": "Anders."},
}


@pytest.fixture
def school() -> School:
    """A school with a row in every table of the room."""
    school = maak_school()
    maak_beleid(school)
    maak_toelatingsrijen(school, maak_leerling(school))
    gegevens = Ruimtegegevens(leerjaar=1, stand=Plaatsstand.VOL, geldig_van=OP.date())
    set_ruimte(actor=school.intern_begeleider, vestiging=school.vestiging, gegevens=gegevens, op=OP)
    return school


@pytest.mark.parametrize(
    "doe",
    [
        lambda tabel: tabel.objects.update(**VELD[tabel]),
        lambda tabel: tabel.objects.all()._raw_delete(tabel.objects.db),
    ],
    ids=["update", "delete"],
)
@pytest.mark.parametrize("tabel", VAST, ids=lambda tabel: tabel.__name__)
@pytest.mark.usefixtures("school")
def test_database_refuses_to_touch_what_happened(tabel: type[models.Model], doe: Callable[[Any], object]) -> None:
    voor = list(tabel.objects.order_by("pk").values())

    with pytest.raises(DatabaseError, match="staat vast"), transaction.atomic():
        doe(tabel)

    assert voor
    assert list(tabel.objects.order_by("pk").values()) == voor


def test_case_itself_goes_only_while_it_is_destroyed(school: School) -> None:
    aanmelding = maak_aanmelding(school)

    with pytest.raises(DatabaseError, match="staat vast"), transaction.atomic():
        aanmelding.delete()

    assert Aanmelding.objects.filter(pk=aanmelding.pk).exists()


@pytest.mark.usefixtures("school")
def test_destruction_lets_go_but_changes_nothing() -> None:
    with in_vernietiging(), pytest.raises(DatabaseError, match="staat vast"), transaction.atomic():
        Brief.objects.update(tekst="Anders.")

    with in_vernietiging():
        Brief.objects.all().delete()

    assert not Brief.objects.exists()


@pytest.mark.usefixtures("school")
def test_destruction_is_over_when_it_ends_or_breaks() -> None:
    with pytest.raises(ValueError, match="halverwege"), in_vernietiging():
        raise ValueError("halverwege")

    with pytest.raises(DatabaseError, match="staat vast"), transaction.atomic():
        Verwijdergebeurtenis.objects.all().delete()

    with in_vernietiging():
        Verwijdergebeurtenis.objects.all().delete()
    with pytest.raises(DatabaseError, match="staat vast"), transaction.atomic():
        Brief.objects.all().delete()


def test_suspension_takes_its_report_once(school: School) -> None:
    rij = Schorsing.objects.select_related("leerling__vestiging").get()
    report_schorsing(actor=school.intern_begeleider, schorsing=rij, dag=OP.date(), bewijs="Melding 12", op=OP)

    with pytest.raises(DatabaseError, match="staat vast"), transaction.atomic():
        Schorsing.objects.update(inspectie_gemeld_op=date(2026, 1, 1))

    rij.refresh_from_db()
    assert (rij.inspectie_gemeld_op, rij.inspectie_bewijs) == (OP.date(), "Melding 12")


def test_paper_stays_locked_as_it_came_and_only_its_lock_changes() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    scan = add_aanmeldscan(actor=school.intern_begeleider, aanmelding=aanmelding, scan=SCAN, op=OP)

    rotate_sleutels(bestuur=school.vestiging.bestuur_id, op=OP)
    with pytest.raises(DatabaseError, match="staat vast"), transaction.atomic():
        Aanmeldscan.objects.update(extensie="pdf")

    scan.refresh_from_db()
    assert SCAN.inhoud not in bytes(scan.geheim)
    assert open_scan(scan) == SCAN.inhoud
