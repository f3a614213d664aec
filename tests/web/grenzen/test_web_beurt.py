"""Reading takes turns: no more at once than there are processors, and the rest of the site stays there."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest
from django.conf import settings as instellingen
from tests.factories.paginas import ZEKER, adres, bestand, inhoud_van, meld_aan, voorbeeld
from tests.factories.profielen import maak_school

from passend.profielen.models import Inlezing
from passend.web import beurt
from passend.web.beurt import LEZERS, WACHTENDEN, DrukteError, Leesbeurten

ZIN = "Er worden nu al andere bestanden gelezen. Er is niets bewaard. Wacht een minuut en probeer het opnieuw."


@pytest.fixture
def _vol(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everybody who may read at this moment does, and nobody stops within the time one waits."""
    vol = Leesbeurten(lezers=1, wachtenden=WACHTENDEN, seconden=0.01)
    monkeypatch.setattr(beurt.leesbeurten, "neem", vol.neem)
    with vol.neem():
        yield


def test_no_more_read_at_once_than_may_and_one_waits() -> None:
    beurten, mag, binnen = Leesbeurten(lezers=2, wachtenden=1, seconden=30), Event(), []
    bezig = [Event(), Event(), Event()]

    def lees(nummer: int) -> None:
        with beurten.neem():
            bezig[nummer].set()
            mag.wait(30)
            binnen.append(nummer)

    draden = [Thread(target=lees, args=(nummer,)) for nummer in range(2)]
    for draad in draden:
        draad.start()
    assert all(een.wait(30) for een in bezig[:2])
    wachter = Thread(target=lees, args=(2,))
    wachter.start()
    assert not bezig[2].wait(0.2)
    with pytest.raises(DrukteError):  # a fourth hears it at once
        _lees_niets(beurten)
    mag.set()
    for draad in (*draden, wachter):
        draad.join(30)

    assert sorted(binnen) == [0, 1, 2]
    _lees_niets(beurten)  # all turns came back


def _lees_niets(beurten: Leesbeurten) -> None:
    with beurten.neem():
        pass


def test_turn_comes_back_also_when_reading_fails() -> None:
    beurten = Leesbeurten(lezers=1, wachtenden=0, seconden=0)
    with pytest.raises(ValueError, match="stuk"), beurten.neem():
        raise ValueError("stuk")

    _lees_niets(beurten)


def test_who_reads_and_who_waits_leave_a_thread_for_the_rest() -> None:
    assert 1 <= LEZERS < instellingen.DRADEN - WACHTENDEN


@pytest.mark.django_db
@pytest.mark.usefixtures("vaste_tijd", "_vol")
@pytest.mark.parametrize("naam", ["inleveren", "leerlingen_inlezen", "toetsen_inlezen", "overstap"])
def test_file_that_comes_when_all_turns_are_taken_is_not_kept_and_the_page_says_so(naam: str) -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    antwoord = client.post(adres(naam, school), {"bestand": bestand(voorbeeld(ZEKER), ZEKER)})

    assert antwoord.status_code == 503
    assert ZIN in inhoud_van(antwoord)
    assert Inlezing.objects.count() == 0
    assert client.get(adres("leerlingen", school)).status_code == 200


@pytest.mark.django_db
@pytest.mark.usefixtures("vaste_tijd", "_vol")
def test_scan_that_comes_then_leaves_what_was_typed() -> None:
    school = maak_school()

    velden = {"weg": "papier", "scan": bestand(b"\xff\xd8\xff", "scan.jpg"), "voornaam": "Ot"}
    antwoord = meld_aan(school.directeur).post(adres("aanmelding_nieuw", school), velden)

    assert ZIN in inhoud_van(antwoord)
    assert 'value="Ot"' in antwoord.content.decode()
