"""Calendar files say when and where, in the form that every calendar reads, and to whom a change belongs."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from passend.uitwisseling.agenda.ics import Afspraak, maak_feed, maak_uitnodiging

OP = datetime(2026, 10, 5, 9, tzinfo=UTC)
BEGINT = datetime(2026, 10, 12, 12, 30, tzinfo=UTC)
AFSPRAAK = Afspraak(
    uid="a1@passend", titel="Overleg op school", begint=BEGINT, minuten=45, plaats="Kamer 4, boven; links"
)


def _lees(afspraak: Afspraak) -> tuple[Calendar, str]:
    inhoud = maak_uitnodiging(
        afspraak,
        van="school@wilgenboom.example",
        van_naam="De Wilgenboom",
        aan="roos@praktijk.example",
        aan_naam="Roos; van der Ven",
        op=OP,
    )
    return Calendar.from_ical(inhoud), inhoud.decode()


def test_invitation_asks_one_person_for_one_moment_and_wakes_them_an_hour_before() -> None:
    kalender, tekst = _lees(AFSPRAAK)

    gebeurtenis = kalender.events[0]
    assert kalender["method"] == "REQUEST"
    assert (gebeurtenis["uid"], gebeurtenis["sequence"], gebeurtenis["status"]) == ("a1@passend", 0, "CONFIRMED")
    assert (gebeurtenis.start, gebeurtenis.end) == (BEGINT, datetime(2026, 10, 12, 13, 15, tzinfo=UTC))
    assert gebeurtenis["location"] == "Kamer 4, boven; links"
    assert (str(gebeurtenis["attendee"]), gebeurtenis["attendee"].params["CN"]) == (
        "mailto:roos@praktijk.example",
        "Roos; van der Ven",
    )
    assert tekst.count("BEGIN:VALARM") == 1
    assert all(len(regel.encode()) <= 75 for regel in tekst.split("\r\n"))


def test_meeting_that_is_called_off_is_taken_out_of_the_calendar_by_a_higher_number() -> None:
    kalender, tekst = _lees(
        Afspraak(uid="a1@passend", titel="Overleg op school", begint=BEGINT, volgnummer=2, is_afgezegd=True)
    )

    assert kalender["method"] == "CANCEL"
    assert (kalender.events[0]["sequence"], kalender.events[0]["status"]) == (2, "CANCELLED")
    assert "VALARM" not in tekst


def test_feed_has_moments_and_whole_days_and_is_empty_without_any() -> None:
    dag = Afspraak(uid="d@passend", titel="Afspraak uit een overleg", begint=date(2026, 10, 31))

    kalender = Calendar.from_ical(maak_feed([AFSPRAAK, dag], naam="Passend", op=OP))

    assert kalender["method"] == "PUBLISH"
    assert [een.start for een in kalender.events] == [BEGINT, date(2026, 10, 31)]
    assert kalender.events[1].end == date(2026, 11, 1)
    assert Calendar.from_ical(maak_feed([], naam="Passend", op=OP)).events == []
