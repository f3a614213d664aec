"""The agenda on a page, one click from each thing, and as a feed in which nobody is named."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from tests.factories.leerlingen import maak_gezin
from tests.factories.overleggen import maak_besluit, maak_mdo, nodig_uit
from tests.factories.paginas import inhoud_van, meld_aan
from tests.web.conftest import NU

from passend.overleggen.actions.sluiten import close_overleg
from passend.toelating.actions.schorsen import suspend_leerling
from passend.toelating.actions.verwijderen import begin_verwijdering
from passend.toelating.models import Verwijdergebeurtenis

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
STRAKS = NU + timedelta(days=2)


def test_agenda_leads_to_what_each_line_is_about_and_says_what_is_late() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(days=4))
    maak_besluit(mdo, op=NU - timedelta(days=4), dagen=1)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=NU - timedelta(days=4))
    volgend = maak_mdo(mdo.gezin, begint_op=STRAKS)

    antwoord = meld_aan(mdo.gezin.school.leerkracht).get("/agenda")

    pagina, bron = inhoud_van(antwoord), antwoord.content.decode()
    assert pagina.index("Te laat") < pagina.index("Leesgroepje") < pagina.index("MDO: Pip Duinmans")
    for overleg in (mdo.overleg, volgend.overleg):
        assert f"/leerling/{mdo.gezin.leerling.sleutel}/overleg/{overleg.pk}" in bron


def test_address_of_the_feed_is_shown_once_and_the_feed_names_nobody() -> None:
    mdo = nodig_uit(maak_mdo(begint_op=STRAKS))
    client = meld_aan(mdo.gezin.ouder)

    eerste = _adres(client)
    assert "/agenda/feed/" not in client.get("/agenda").content.decode()
    feed = Client().get(eerste)
    nieuw = _adres(client)

    assert (feed.status_code, feed["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    kalender = Calendar.from_ical(feed.content)
    assert [str(een["uid"]) for een in kalender.events] == [f"{mdo.overleg.sleutel}@passend"]
    assert "Pip" not in feed.content.decode()
    assert "Duinmans" not in feed.content.decode()
    assert (Client().get(eerste).status_code, Client().get(nieuw).status_code) == (404, 200)
    client.post("/agenda/adres", {"weg": "1"})
    assert Client().get(nieuw).status_code == 404


def test_suspension_and_removal_lead_to_their_pages_and_the_feed_says_only_that_there_is_a_date() -> None:
    gezin = maak_gezin()
    school, op = gezin.school, timezone.localtime(NU)
    suspend_leerling(
        actor=school.directeur,
        leerling=gezin.leerling,
        van=op.date(),
        tot_en_met=op.date() + timedelta(days=2),
        motivering="Er werd gevochten.",
        op=op,
    )
    zaak = begin_verwijdering(actor=school.directeur, leerling=gezin.leerling, motivering="Het lukt niet.", op=op)
    Verwijdergebeurtenis.objects.create(
        bestuur_id=zaak.bestuur_id, verwijdering=zaak, soort="besluit", op=op.date(), tekst="Alles is geprobeerd.",
        doorbreking="Besproken.", vastgelegd_op=op,
    )  # fmt: skip
    client = meld_aan(school.intern_begeleider)

    antwoord = client.get("/agenda")
    feed = Client().get(_adres(client)).content.decode()

    pagina, bron = inhoud_van(antwoord), antwoord.content.decode()
    for zin in (
        "Schorsing: meld het aan de Inspectie",
        "Schorsing: laatste dag",
        "Verwijdering: meld het aan de gemeente",
        "Verwijdering: laatste dag voor bezwaar",
    ):
        assert zin in pagina
    assert f"/leerling/{gezin.leerling.sleutel}/schorsing" in bron
    assert f"/verwijdering/{zaak.sleutel}" in bron
    assert feed.count("SUMMARY:Een datum uit de wet") == 4
    assert "chors" not in feed
    assert "erwijder" not in feed
    ouder = meld_aan(gezin.ouder)
    antwoord = ouder.get("/agenda")
    assert "Verwijdering: laatste dag voor bezwaar" in inhoud_van(antwoord)
    assert f"/leerling/{gezin.leerling.sleutel}/verwijdering" in antwoord.content.decode()
    feed = Client().get(_adres(ouder)).content.decode()
    assert (feed.count("SUMMARY:Een datum uit de wet"), "erwijder" in feed) == (1, False)


def _adres(client: Client) -> str:
    gevonden = re.search(r"http://testserver(/agenda/feed/\S+?\.ics)", client.post("/agenda/adres").content.decode())
    assert gevonden is not None
    return gevonden[1]


def test_empty_agenda_says_what_will_come_there() -> None:
    mdo = maak_mdo(begint_op=STRAKS)

    assert "Er staat niets in uw agenda." in inhoud_van(meld_aan(mdo.gezin.school.mr_lid).get("/agenda"))
