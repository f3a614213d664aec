"""Every edition of the made-up region comes back as it was set, also when it was filled in on the screen."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests.golden.lezing import PEILDATUM

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Profielinhoud
from passend.begrippen.uitgave import Uitgave
from passend.cli.demo import load_demo
from passend.documenten.lezen import read_document
from passend.profielen.models import Editie
from passend.profielen.queries.openbaar import get_uitgave_van_editie
from passend.uitwisseling.sop.reader import read_profiel
from passend.uitwisseling.uitgaven import Vorm, maak

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)


@pytest.fixture(scope="module")
def uitgaven(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[Uitgave]]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(VANDAAG)
        yield [get_uitgave_van_editie(editie=editie, peildatum=VANDAAG) for editie in Editie.objects.order_by("pk")]
        transaction.set_rollback(True)


def _gezegd(inhoud: Profielinhoud) -> dict[str, object]:
    """What it says: the days and rows as a reader sees them, cells that were not touched as blank ones."""
    velden = {veld.sleutel: veld.waarde for veld in inhoud.velden if veld.waarde}
    rijen = {
        rij.sleutel: (rij.label, rij.waarde, rij.omvang, rij.periode, rij.opmerking, rij.zekerheid < 0.9)
        for rij in inhoud.tabellen
        if rij.waarde is not None or rij.periode is not None
    }
    teksten = {tekst.sleutel: tekst.tekst.split() for tekst in inhoud.teksten if tekst.tekst and not tekst.is_vast}
    return {**velden, **rijen, **teksten}


@pytest.mark.parametrize("vorm", [Vorm.SOP_PDF, Vorm.SOP_DOCX], ids=lambda vorm: vorm.bestandsnaam)
def test_every_edition_of_the_region_comes_back(uitgaven: list[Uitgave], vorm: Vorm) -> None:
    anders = {}
    for uitgave in uitgaven:
        lezing = read_profiel(read_document(maak(uitgave, vorm), vorm.bestandsnaam), load_sjablonen(), PEILDATUM)
        voor, na = _gezegd(uitgave.inhoud), _gezegd(lezing.inhoud)
        verschil = {
            sleutel: (voor.get(sleutel), na.get(sleutel))
            for sleutel in {*voor, *na}
            if voor.get(sleutel) != na.get(sleutel)
        }
        if verschil or lezing.ongelezen:
            anders[str(uitgave.inhoud.waarde("schoolnaam"))] = (verschil, [stuk.tekst for stuk in lezing.ongelezen])

    assert len(uitgaven) > 3
    assert anders == {}
