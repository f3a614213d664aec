"""Calendar files as bytes; nothing of a pupil is ever among the words that come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

PRODID = "-//Passend//Agenda//NL"
ACTUEEL = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """One event: `volgnummer` counts its changes, so that a calendar knows which of two is the newest."""

    uid: str
    titel: str
    begint: datetime | date
    minuten: int = 0
    plaats: str = ""
    uitleg: str = ""
    adres: str = ""
    volgnummer: int = 0
    is_afgezegd: bool = False


def maak_uitnodiging(afspraak: Afspraak, *, van: str, van_naam: str, aan: str, aan_naam: str, op: datetime) -> bytes:
    """An invitation, a change of it, or its end; nobody but the one who gets it stands in it."""
    kalender = _kalender("CANCEL" if afspraak.is_afgezegd else "REQUEST")
    gebeurtenis = _gebeurtenis(afspraak, op)
    organisator = vCalAddress(f"mailto:{van}")
    organisator.params["CN"] = vText(van_naam)
    gebeurtenis["ORGANIZER"] = organisator
    genodigde = vCalAddress(f"mailto:{aan}")
    genodigde.params["CN"] = vText(aan_naam)
    genodigde.params["ROLE"] = vText("REQ-PARTICIPANT")
    genodigde.params["RSVP"] = vText("FALSE")
    gebeurtenis.add("attendee", genodigde, encode=False)
    if not afspraak.is_afgezegd:
        gebeurtenis.add_component(_wekker())
    kalender.add_component(gebeurtenis)
    return bytes(kalender.to_ical())


def maak_feed(afspraken: Iterable[Afspraak], *, naam: str, op: datetime) -> bytes:
    """All days of somebody, as a file that calendars fetch again every hour."""
    kalender = _kalender("PUBLISH")
    kalender.add("x-wr-calname", naam)
    kalender.add("refresh-interval", ACTUEEL, parameters={"VALUE": "DURATION"})
    kalender.add("x-published-ttl", "PT1H")
    for afspraak in afspraken:
        kalender.add_component(_gebeurtenis(afspraak, op))
    return bytes(kalender.to_ical())


def _kalender(methode: str) -> Calendar:
    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("method", methode)
    return kalender


def _gebeurtenis(afspraak: Afspraak, op: datetime) -> Event:
    gebeurtenis = Event()
    gebeurtenis.add("uid", afspraak.uid)
    gebeurtenis.add("dtstamp", op.astimezone(UTC))
    gebeurtenis.add("sequence", afspraak.volgnummer)
    gebeurtenis.add("summary", afspraak.titel)
    if isinstance(afspraak.begint, datetime):
        begint = afspraak.begint.astimezone(UTC)  # a moment needs no rule about summer time beside it
        gebeurtenis.add("dtstart", begint)
        gebeurtenis.add("dtend", begint + timedelta(minutes=afspraak.minuten))
    else:
        gebeurtenis.add("dtstart", afspraak.begint)
        gebeurtenis.add("dtend", afspraak.begint + timedelta(days=1))
        gebeurtenis.add("transp", "TRANSPARENT")
    gebeurtenis.add("status", "CANCELLED" if afspraak.is_afgezegd else "CONFIRMED")
    gebeurtenis.add("class", "PRIVATE")
    for sleutel, woorden in (("location", afspraak.plaats), ("description", afspraak.uitleg), ("url", afspraak.adres)):
        if woorden:
            gebeurtenis.add(sleutel, woorden)
    return gebeurtenis


def _wekker() -> Alarm:
    wekker = Alarm()
    wekker.add("action", "DISPLAY")
    wekker.add("description", "Overleg op school")
    wekker.add("trigger", timedelta(hours=-1))
    return wekker
