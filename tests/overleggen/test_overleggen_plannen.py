"""A meeting is planned, moved, called off and closed, and its sheet is laid out with what the file knows."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.leerlingen import maak_gezin, maak_leerling, maak_stuk
from tests.factories.overleggen import BEGINT, NA, gegevens, maak_besluit, maak_groepsbespreking, maak_mdo
from tests.factories.profielen import OP

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import Overlegsoort
from passend.begrippen.rollen import GeenToegangError
from passend.overleggen.actions.blad import add_besluit, save_deel
from passend.overleggen.actions.overleg import (
    AlVoorbijError,
    OverlegError,
    cancel_overleg,
    move_overleg,
    plan_overleg,
)
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.models import Overleg, Overlegdeelnemer, Overlegstuk
from passend.overleggen.queries.blad import list_delen, list_mijn_besluiten
from passend.overleggen.queries.overleggen import list_overleggen, mijn_deelnames
from passend.toegang.queries import list_logregels

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(OP)


def test_mdo_begins_with_the_people_who_belong_there_and_with_the_ordinary_file_on_its_sheet() -> None:
    gezin = maak_gezin()
    maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.ZORG, "Bril")
    maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.MELDCODE, "Stap een")

    overleg = plan_overleg(
        actor=gezin.school.directeur, over=gezin.leerling, soort=Overlegsoort.MDO, gegevens=gegevens(), op=HIER
    )

    assert [(een.rol, een.naam) for een in Overlegdeelnemer.objects.filter(overleg=overleg)] == [
        ("directeur", str(gezin.school.directeur)),
        ("leerkracht", str(gezin.school.leerkracht)),
        ("ouder", gezin.relatie.naam),
        ("leerling", "Pip"),
    ]
    assert [deel.soort for deel in list_delen(overleg=overleg)] == [
        *("vraag", "bekend", "geprobeerd", "kind", "ouders", "doelen"),
    ]
    assert [een.stuk for een in Overlegstuk.objects.filter(overleg=overleg)] == [gezin.stuk]
    assert [regel.handeling for regel in list_logregels(onderwerp=f"leerling:{gezin.leerling.sleutel.hex}")][:1] == [
        "plan_overleg"
    ]


@pytest.mark.parametrize("dagen", [0, 1, 42])
def test_talk_that_was_held_is_noted_afterwards_by_who_says_so_and_can_be_closed(dagen: int) -> None:
    gezin = maak_gezin()
    ib, toen = gezin.school.intern_begeleider, HIER - timedelta(days=dagen, minutes=-1 if dagen else 7)
    wat = {"actor": ib, "over": gezin.leerling, "soort": Overlegsoort.MDO, "gegevens": gegevens(toen), "op": HIER}

    with pytest.raises(AlVoorbijError, match="Noteer het dan achteraf"):
        plan_overleg(**wat)
    overleg = plan_overleg(**wat, is_achteraf=True)

    assert (overleg.stand, overleg.is_achteraf) == ("gehouden", True)
    assert list_logregels(onderwerp=f"leerling:{gezin.leerling.sleutel.hex}")[0].handeling == "note_overleg"
    close_overleg(actor=ib, overleg=overleg, op=HIER)
    assert Overleg.objects.get().stand == "gesloten"


def test_talk_of_longer_than_six_weeks_ago_is_not_noted_and_who_says_held_of_what_is_to_come_plans_it() -> None:
    gezin = maak_gezin()
    wat = {"actor": gezin.school.intern_begeleider, "over": gezin.leerling, "soort": Overlegsoort.MDO, "op": HIER}

    with pytest.raises(OverlegError, match="langer dan zes weken geleden"):
        plan_overleg(**wat, gegevens=gegevens(HIER - timedelta(days=43)), is_achteraf=True)
    overleg = plan_overleg(**wat, gegevens=gegevens(), is_achteraf=True)

    assert (overleg.stand, overleg.is_achteraf) == ("gepland", False)


def test_meeting_about_a_group_has_a_line_for_each_pupil_that_is_in_it_and_nobody_of_outside() -> None:
    gezin = maak_gezin()
    maak_leerling(gezin.school, "Ans", groep=gezin.groep)
    maak_leerling(gezin.school, "Weg")

    overleg = maak_groepsbespreking(gezin)

    assert [(deel.soort, str(deel.leerling or "")) for deel in list_delen(overleg=overleg)] == [
        ("groep", ""),
        ("leerling", "Ans Duinmans"),
        ("leerling", "Pip Duinmans"),
    ]
    assert {een.rol for een in Overlegdeelnemer.objects.filter(overleg=overleg)} == {"intern_begeleider", "leerkracht"}


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"begint_op": OP - timedelta(minutes=1)}, "al voorbij"),
        ({"begint_op": OP + timedelta(days=400)}, "meer dan een jaar"),
        ({"minuten": 4}, "tussen 5 en 480 minuten"),
        ({"minuten": 481}, "tussen 5 en 480 minuten"),
        ({"plaats": "x" * 161}, "te lang"),
    ],
)
def test_time_that_cannot_be_is_refused_and_nothing_is_planned(anders: dict[str, object], zin: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(OverlegError, match=zin):
        plan_overleg(
            actor=gezin.school.intern_begeleider,
            over=gezin.leerling,
            soort=Overlegsoort.MDO,
            gegevens=gegevens(**anders),  # type: ignore[arg-type]
            op=HIER,
        )

    assert list_overleggen(leerling=gezin.leerling) == []


def test_kind_of_meeting_fits_what_it_is_about_and_only_who_keeps_the_file_plans_it() -> None:
    gezin = maak_gezin()

    def plan(actor: object, over: object, soort: Overlegsoort) -> None:
        plan_overleg(actor=actor, over=over, soort=soort, gegevens=gegevens(), op=HIER)  # type: ignore[arg-type]

    with pytest.raises(OverlegError):
        plan(gezin.school.directeur, gezin.groep, Overlegsoort.MDO)
    with pytest.raises(OverlegError):
        plan(gezin.school.directeur, gezin.leerling, Overlegsoort.GROEPSBESPREKING)
    for wie in (gezin.school.leerkracht, gezin.ouder, gezin.school.bestuurder):
        with pytest.raises(GeenToegangError):
            plan(wie, gezin.leerling, Overlegsoort.MDO)
    assert Overleg.objects.count() == 0


def test_meeting_that_moves_counts_its_change_and_one_that_stays_does_not() -> None:
    mdo = maak_mdo()
    later = gegevens(BEGINT + timedelta(days=1), plaats="Aula")

    move_overleg(actor=mdo.ib, overleg=mdo.overleg, gegevens=later, op=HIER)
    move_overleg(actor=mdo.ib, overleg=mdo.overleg, gegevens=later, op=HIER)

    overleg = Overleg.objects.get(pk=mdo.overleg.pk)
    assert (overleg.volgnummer, overleg.plaats, overleg.begint_op) == (1, "Aula", BEGINT + timedelta(days=1))


def test_what_was_called_off_or_held_neither_moves_nor_is_called_off() -> None:
    mdo, ander = maak_mdo(), None
    cancel_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER)
    ander = maak_mdo(mdo.gezin)
    save_deel(actor=ander.ib, deel=ander.deel("vraag"), tekst="Hoe?", versie=1, op=timezone.localtime(NA))

    for een in (mdo, ander):
        with pytest.raises(OverlegError):
            move_overleg(actor=een.ib, overleg=een.overleg, gegevens=gegevens(NA + timedelta(days=2)), op=HIER)
        with pytest.raises(OverlegError):
            cancel_overleg(actor=een.ib, overleg=een.overleg, op=HIER)
    standen = {een.pk: (een.stand, een.volgnummer) for een in Overleg.objects.all()}
    assert standen == {mdo.overleg.pk: ("afgezegd", 1), ander.overleg.pk: ("gehouden", 0)}


def test_closing_asks_for_whole_decisions_and_then_nothing_changes_any_more() -> None:
    mdo, na = maak_mdo(), timezone.localtime(NA)
    maak_besluit(mdo)
    leeg = add_besluit(actor=mdo.ib, overleg=mdo.overleg, op=na)

    with pytest.raises(OverlegError, match="zegt nog niets"):
        close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=na)
    leeg.delete()
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=na)

    overleg = Overleg.objects.get(pk=mdo.overleg.pk)
    assert (overleg.stand, overleg.gesloten_op, overleg.gesloten_door) == ("gesloten", NA, mdo.ib)
    for poging in (
        lambda: save_deel(actor=mdo.ib, deel=mdo.deel("vraag"), tekst="Anders", versie=1, op=na),
        lambda: add_besluit(actor=mdo.ib, overleg=mdo.overleg, op=na),
        lambda: close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=na),
    ):
        with pytest.raises((OverlegError, GeenToegangError)):
            poging()
    assert mdo.deel("vraag").tekst == ""


def test_decision_becomes_a_task_of_its_owner_when_the_meeting_is_closed_and_not_before() -> None:
    mdo = maak_mdo()
    besluit = maak_besluit(mdo)
    leerkracht = mdo.gezin.school.leerkracht

    voor = list_mijn_besluiten(deelnames=mijn_deelnames(account=leerkracht))
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=timezone.localtime(NA))

    assert voor == []
    assert list_mijn_besluiten(deelnames=mijn_deelnames(account=leerkracht)) == [besluit]
    assert list_mijn_besluiten(deelnames=mijn_deelnames(account=mdo.ib)) == []
