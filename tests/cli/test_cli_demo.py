"""The made-up region: complete, loaded once, all of it or nothing."""

from datetime import date

import pytest
from tests.factories.organisaties import open_besturen

from passend.cli import demoschool
from passend.cli.__main__ import main
from passend.cli.demo import load_demo
from passend.cli.demovolume import load_scholen
from passend.organisaties.models import Samenwerkingsverband, Vestiging
from passend.profielen.models import Editie, Onderdeel
from passend.profielen.queries.openbaar import zoek_scholen
from passend.toegang.models import Account, Logregel

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)


def test_region_loaded_twice_is_loaded_once(capsys: pytest.CaptureFixture[str]) -> None:
    codes = [main(["demo", "laden"])]
    open_besturen()
    aantallen = [tabel.objects.count() for tabel in (Vestiging, Editie, Onderdeel, Account, Logregel)]

    codes.append(main(["demo", "laden"]))

    assert codes == [0, 0]
    assert min(aantallen) > 0
    assert [tabel.objects.count() for tabel in (Vestiging, Editie, Onderdeel, Account, Logregel)] == aantallen
    assert capsys.readouterr().out.count("is geladen: 8 scholen") == 1


@pytest.mark.parametrize("vandaag", [date(2024, 2, 29), date(2026, 8, 1)])
def test_region_can_be_loaded_on_any_day(vandaag: date) -> None:
    load_demo(vandaag)

    dagen = [editie.gepubliceerd_op for editie in Editie.objects.all()]
    assert len(dagen) == 8
    assert max(dagen) <= vandaag


def test_region_that_breaks_off_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def breek_af(*_waarden: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demoschool, "load_wilgenboom", breek_af)
    with pytest.raises(KeyboardInterrupt):
        load_demo(VANDAAG)

    assert not Samenwerkingsverband.objects.exists()


def test_volume_fills_up_to_a_number_of_schools_and_goes_on_where_it_stopped() -> None:
    load_demo(VANDAAG)

    erbij = [load_scholen(aantal, VANDAAG) for aantal in (20, 20, 130, 5)]

    assert erbij == [12, 0, 110, 0]
    assert Vestiging.objects.count() == 130
    assert zoek_scholen()[1] - Editie.objects.values("vestiging").distinct().count() == 1


def test_more_schools_than_the_country_has_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "laden", "--scholen", "6123"]) == 2
    assert capsys.readouterr().err == "Meer dan 6122 scholen kan niet. Kies een kleiner getal.\n"
