"""What a meeting about a group keeps of the group itself goes after its term; of a pupil it goes with the pupil."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from tests.factories.dossiers import nieuwe_regels
from tests.factories.leerlingen import maak_gezin
from tests.factories.overleggen import BEGINT, maak_groepsbespreking, maak_mdo
from tests.factories.profielen import School

from passend.overleggen.actions.bewaren import forget_groepsoverleggen
from passend.overleggen.actions.blad import Besluitgegevens, add_besluit, save_deel
from passend.overleggen.models import Besluit, Overleg, Overlegdeel, Overlegdeelnemer, Overlegdeelversie

pytestmark = pytest.mark.django_db
OP_TIJD = timezone.localtime(datetime(2029, 7, 31, 9, tzinfo=BEGINT.tzinfo))  # two years after 31 July 2027


def _schrijf(overleg: Overleg, school: School) -> None:
    """Words about the group and about the pupil, and a decision of each."""
    ib = overleg.gepland_door
    for deel in Overlegdeel.objects.filter(overleg=overleg):
        eerst = save_deel(actor=ib, deel=deel, tekst="Rust.", versie=deel.versie, op=BEGINT)
        save_deel(actor=school.directeur, deel=eerst, tekst="Rust en orde.", versie=eerst.versie, op=BEGINT)
    add_besluit(
        actor=ib,
        overleg=overleg,
        gegevens=Besluitgegevens(wat="Meer buiten spelen", eigenaar=None, uiterlijk_op=None),
        op=BEGINT,
    )


def test_meeting_of_a_group_stays_until_its_term_is_over() -> None:
    overleg = maak_groepsbespreking(maak_gezin())

    assert forget_groepsoverleggen(bestuur=overleg.bestuur_id, op=OP_TIJD - timedelta(days=1)) == 0
    assert Overlegdeelnemer.objects.filter(overleg=overleg).exists()


def test_words_decisions_and_people_of_a_group_go_and_the_line_of_a_pupil_stays() -> None:
    gezin = maak_gezin()
    overleg = maak_groepsbespreking(gezin)
    _schrijf(overleg, gezin.school)
    besluit = add_besluit(actor=overleg.gepland_door, overleg=overleg, op=BEGINT)
    eigenaar = Overlegdeelnemer.objects.filter(overleg=overleg).first()
    Besluit.objects.filter(pk=besluit.pk).update(leerling=gezin.leerling, eigenaar=eigenaar, wat="Lezen")

    with nieuwe_regels() as nieuw:
        assert forget_groepsoverleggen(bestuur=overleg.bestuur_id, op=OP_TIJD) == 1
        assert forget_groepsoverleggen(bestuur=overleg.bestuur_id, op=OP_TIJD) == 0

    assert list(Overlegdeel.objects.filter(overleg=overleg).values_list("leerling", flat=True)) == [gezin.leerling.pk]
    assert set(Overlegdeelversie.objects.values_list("deel__leerling", flat=True)) == {gezin.leerling.pk}
    assert list(Besluit.objects.filter(overleg=overleg).values_list("wat", flat=True)) == ["Lezen"]
    assert list(Overlegdeelnemer.objects.filter(overleg=overleg)) == [eigenaar]
    assert [(wie, wat) for wie, wat, *_rest in nieuw.regels] == [(None, "forget_groepsoverleggen")]


def test_meeting_in_which_nothing_of_a_pupil_is_left_goes_whole_and_one_about_a_pupil_is_not_touched() -> None:
    mdo = maak_mdo()
    overleg = maak_groepsbespreking(mdo.gezin)
    Overlegdeel.objects.filter(overleg=overleg, leerling__isnull=False).delete()

    forget_groepsoverleggen(bestuur=overleg.bestuur_id, op=OP_TIJD)

    assert list(Overleg.objects.all()) == [mdo.overleg]
    assert Overlegdeelnemer.objects.filter(overleg=mdo.overleg).exists()
