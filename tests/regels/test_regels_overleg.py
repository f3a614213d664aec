"""Who belongs at a meeting, who may be asked, who reads it, and when it can be closed; read as a lawyer would."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.overleg import EXTERN, Deelnemerrol, Overlegsoort, Overlegstand
from passend.regels.herinnering import moet_herinneren
from passend.regels.overleg import (
    Besluitfeiten,
    Deelnemerslijst,
    is_weekend,
    mag_achteraf,
    mag_heropenen,
    mag_overleg_lezen,
    mag_uitgenodigd,
    nog_niet_ingevuld,
    ontbrekende_deelnemers,
    schrijft_nog,
    sluitbezwaren,
    vaste_deelnemers,
)

R, G = Deelnemerrol, Inzagegrond
DAG = date(2026, 10, 5)
BEGINT = datetime(2026, 10, 5, 13, tzinfo=UTC)


def test_haaglanden_always_has_parents_an_adviser_and_social_work_at_an_mdo_and_the_pupil_if_possible() -> None:
    vast = vaste_deelnemers(Overlegsoort.MDO, samenwerkingsverband="PO2815", peildatum=DAG)

    assert vast.altijd == (R.OUDER, R.ADVISEUR, R.SCHOOLMAATSCHAPPELIJK_WERK)
    assert vast.zo_mogelijk == (R.LEERLING,)
    assert vast.vindplaats is not None
    assert vast.vindplaats.is_beleid
    assert vast.vindplaats.adres.startswith("https://ouders.sppoh.nl/")


@pytest.mark.parametrize(
    ("soort", "verband", "dag"),
    [
        (Overlegsoort.LEERLINGBESPREKING, "PO2815", DAG),
        (Overlegsoort.GROEPSBESPREKING, "PO2815", DAG),
        (Overlegsoort.MDO, "PO0000", DAG),
        (Overlegsoort.MDO, "PO2815", date(2025, 7, 31)),  # the day before it was agreed
    ],
    ids=["other kind", "group", "other region", "before it was agreed"],
)
def test_where_nobody_agreed_on_a_list_there_is_none(soort: Overlegsoort, verband: str, dag: date) -> None:
    assert vaste_deelnemers(soort, samenwerkingsverband=verband, peildatum=dag) == Deelnemerslijst()


def test_agreement_counts_from_its_first_day() -> None:
    vast = vaste_deelnemers(Overlegsoort.MDO, samenwerkingsverband="PO2815", peildatum=date(2025, 8, 1))

    assert vast.altijd == (R.OUDER, R.ADVISEUR, R.SCHOOLMAATSCHAPPELIJK_WERK)


def test_who_belongs_there_and_is_not_on_the_list_is_named_in_order() -> None:
    vast = vaste_deelnemers(Overlegsoort.MDO, samenwerkingsverband="PO2815", peildatum=DAG)

    assert ontbrekende_deelnemers(vast, [R.LEERKRACHT]) == (R.OUDER, R.ADVISEUR, R.SCHOOLMAATSCHAPPELIJK_WERK)
    assert ontbrekende_deelnemers(vast, [R.OUDER, R.ADVISEUR, R.SCHOOLMAATSCHAPPELIJK_WERK]) == ()


@pytest.mark.parametrize("rol", list(Deelnemerrol))
def test_who_is_of_no_school_is_asked_only_with_the_permission_of_the_parents(rol: Deelnemerrol) -> None:
    assert mag_uitgenodigd(rol, heeft_toestemming=True)
    assert mag_uitgenodigd(rol, heeft_toestemming=False) is (rol not in EXTERN)


@pytest.mark.parametrize(
    ("grond", "zonder", "deelnemer", "met_toestemming"),
    [
        (G.INTERN_BEGELEIDER, True, True, True),
        (G.DIRECTEUR, True, True, True),
        (G.OUDER, True, True, True),
        (G.NOODINZAGE, True, True, True),
        (G.EIGEN_GROEP, False, True, False),
        (G.DESKUNDIGE, False, False, False),
    ],
)
def test_sheet_is_read_by_who_keeps_the_file_parents_and_those_who_were_there(
    grond: Inzagegrond, *, zonder: bool, deelnemer: bool, met_toestemming: bool
) -> None:
    def mag(*, is_deelnemer: bool, heeft_toestemming: bool) -> bool:
        feiten = {"is_deelnemer": is_deelnemer, "heeft_toestemming": heeft_toestemming}
        return mag_overleg_lezen([grond], **feiten, is_genodigd=True, is_gesloten=False) is grond

    assert mag(is_deelnemer=False, heeft_toestemming=False) is zonder
    assert mag(is_deelnemer=True, heeft_toestemming=False) is deelnemer
    assert mag(is_deelnemer=False, heeft_toestemming=True) is met_toestemming
    assert mag(is_deelnemer=True, heeft_toestemming=True)


def test_first_reason_that_counts_is_the_one_that_is_told() -> None:
    gronden = [G.EIGEN_GROEP, G.OUDER]

    als = {"heeft_toestemming": False, "is_genodigd": True, "is_gesloten": False}
    assert mag_overleg_lezen(gronden, is_deelnemer=False, **als) is G.OUDER
    assert mag_overleg_lezen(gronden, is_deelnemer=True, **als) is G.EIGEN_GROEP
    assert mag_overleg_lezen([], is_deelnemer=True, **als) is None


@pytest.mark.parametrize(
    ("grond", "is_genodigd", "is_gesloten", "mag"),
    [
        (G.OUDER, False, False, False),
        (G.OUDER, True, False, True),
        (G.OUDER, False, True, True),
        (G.DESKUNDIGE, False, True, False),
        (G.DESKUNDIGE, True, False, True),
        (G.INTERN_BEGELEIDER, False, False, True),
    ],
)
def test_guests_read_from_the_invitation_on_and_parents_the_minutes_too(
    grond: Inzagegrond, *, is_genodigd: bool, is_gesloten: bool, mag: bool
) -> None:
    leest = mag_overleg_lezen(
        [grond], is_deelnemer=True, heeft_toestemming=True, is_genodigd=is_genodigd, is_gesloten=is_gesloten
    )

    assert (leest is grond) is mag


def _bezwaren(*besluiten: Besluitfeiten, stand: Overlegstand = Overlegstand.GEHOUDEN, uren: int = 1) -> tuple[str, ...]:
    return sluitbezwaren(stand=stand, begint_op=BEGINT, besluiten=besluiten, op=BEGINT + timedelta(hours=uren))


def test_meeting_without_decisions_and_one_with_whole_ones_can_be_closed() -> None:
    heel = Besluitfeiten(wat="Leesgroep", heeft_eigenaar=True, uiterlijk_op=DAG)

    assert _bezwaren() == ()
    assert _bezwaren(heel, heel) == ()


def test_each_decision_that_lacks_something_is_named() -> None:
    assert _bezwaren(
        Besluitfeiten(wat=" ", heeft_eigenaar=False, uiterlijk_op=None),
        Besluitfeiten(wat="Leesgroep", heeft_eigenaar=False, uiterlijk_op=DAG),
        Besluitfeiten(wat="Onderzoek", heeft_eigenaar=True, uiterlijk_op=None),
    ) == (
        "Een besluit zegt nog niets. Vul het in of haal het weg.",
        "Een besluit heeft nog niemand die het doet: Leesgroep.",
        "Een besluit heeft nog geen dag: Onderzoek.",
    )


def test_meeting_that_is_closed_called_off_or_still_to_come_is_not_closed() -> None:
    assert _bezwaren(stand=Overlegstand.GESLOTEN) == ("Dit overleg is al gesloten.",)
    assert _bezwaren(stand=Overlegstand.AFGEZEGD) == ("Dit overleg is afgezegd. Plan een nieuw overleg.",)
    assert _bezwaren(stand=Overlegstand.GEPLAND, uren=-1) == (
        "Dit overleg is nog niet begonnen. Sluit het als het gehouden is.",
    )
    assert _bezwaren(stand=Overlegstand.GEPLAND, uren=0) == ()


@pytest.mark.parametrize(
    ("seconden", "wie"),
    [(0, ("Mila",)), (19, ("Mila",)), (20, ()), (3600, ())],
    ids=["now", "just", "done", "long ago"],
)
def test_who_typed_less_than_twenty_seconds_ago_is_still_writing(seconden: int, wie: tuple[str, ...]) -> None:
    assert schrijft_nog([("Mila", BEGINT - timedelta(seconds=seconden))], op=BEGINT) == wie


def test_each_who_writes_is_named_once() -> None:
    net, eerder = BEGINT - timedelta(seconds=2), BEGINT - timedelta(minutes=2)

    assert schrijft_nog([("Mila", net), ("Bo", net), ("Mila", net), ("Cas", eerder)], op=BEGINT) == ("Mila", "Bo")


@pytest.mark.parametrize(
    ("vraag", "besluiten", "zonder_aanwezigheid", "punten"),
    [
        ("Hoe leest Noa?", 1, [], ()),
        (None, 1, [], ()),
        (" ", 1, [], ("De vraag is niet ingevuld.",)),
        (None, 0, [], ("Er is niets afgesproken.",)),
        (
            "",
            0,
            ["Mila", "Bo"],
            (
                "De vraag is niet ingevuld.",
                "Er is niets afgesproken.",
                "Van deze mensen staat er niet of zij er waren: Mila, Bo.",
            ),
        ),
    ],
    ids=["all there", "about a group", "no question", "no decision", "nothing"],
)
def test_what_minutes_will_lack_is_said_before_a_meeting_is_closed(
    vraag: str | None, besluiten: int, zonder_aanwezigheid: list[str], punten: tuple[str, ...]
) -> None:
    besluit = Besluitfeiten(wat="Leesgroep", heeft_eigenaar=True, uiterlijk_op=DAG)

    mist = nog_niet_ingevuld(vraag=vraag, besluiten=[besluit] * besluiten, zonder_aanwezigheid=zonder_aanwezigheid)

    assert mist == punten


def test_what_child_and_parents_think_and_the_goals_are_asked_for_before_a_meeting_is_closed() -> None:
    besluit = Besluitfeiten(wat="Leesgroep", heeft_eigenaar=True, uiterlijk_op=DAG)
    vast: dict[str, Any] = {"vraag": "Hoe leest Noa?", "besluiten": [besluit], "zonder_aanwezigheid": []}

    assert nog_niet_ingevuld(**vast, doelen=" ", zonder_kijk=["Noa", "Jo Duinmans"]) == (
        "Van deze mensen staat er niet wat zij vinden: Noa, Jo Duinmans.",
        "De doelen zijn niet ingevuld.",
    )
    assert nog_niet_ingevuld(**vast, doelen="Vlot lezen") == ()


@pytest.mark.parametrize(
    ("stand", "uren", "mag"),
    [
        (Overlegstand.GESLOTEN, 0, True),
        (Overlegstand.GESLOTEN, 24, True),
        (Overlegstand.GESLOTEN, 25, False),
        (Overlegstand.GESLOTEN, None, False),
        (Overlegstand.GEHOUDEN, 1, False),
        (Overlegstand.GEHOUDEN, None, False),
    ],
)
def test_meeting_that_was_closed_too_early_can_be_opened_for_a_day(
    stand: Overlegstand, uren: int | None, *, mag: bool
) -> None:
    gesloten_op = None if uren is None else BEGINT - timedelta(hours=uren)

    assert mag_heropenen(stand=stand, gesloten_op=gesloten_op, op=BEGINT) is mag


def test_saturday_and_sunday_are_no_school_days() -> None:
    week = [date(2026, 11, 23) + timedelta(days=nummer) for nummer in range(7)]

    assert [is_weekend(dag) for dag in week] == [False] * 5 + [True] * 2


@pytest.mark.parametrize(
    ("soort", "dagen", "verwacht"),
    [
        (Agendasoort.OVERLEG, 2, False),
        (Agendasoort.OVERLEG, 1, True),
        (Agendasoort.OVERLEG, 0, True),
        (Agendasoort.OVERLEG, -1, False),
        (Agendasoort.BESLUIT, 4, False),
        (Agendasoort.BESLUIT, 3, True),
        (Agendasoort.TOESTEMMING_GEVRAAGD, 7, True),
        (Agendasoort.TOESTEMMING_GEVRAAGD, 8, False),
    ],
)
def test_somebody_is_reminded_shortly_before_a_day_and_never_after_it(
    soort: Agendasoort, dagen: int, *, verwacht: bool
) -> None:
    assert moet_herinneren(soort, DAG + timedelta(days=dagen), vandaag=DAG) is verwacht


@pytest.mark.parametrize(
    ("geleden", "verwacht"),
    [
        (timedelta(), True),
        (timedelta(weeks=6), True),
        (timedelta(weeks=6, seconds=1), False),
        (-timedelta(seconds=1), False),
    ],
    ids=["now", "six weeks ago", "longer ago", "still to come"],
)
def test_talk_that_was_held_is_written_down_afterwards_for_six_weeks(geleden: timedelta, *, verwacht: bool) -> None:
    assert mag_achteraf(BEGINT - geleden, op=BEGINT) is verwacht
