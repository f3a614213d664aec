"""The made-up region: complete, loaded once, all of it or nothing."""

from datetime import date
from typing import Any

import pytest
from tests.factories.organisaties import open_besturen

from passend.cli import demoschool
from passend.cli.__main__ import main
from passend.cli.demo import load_demo
from passend.cli.demodagen import schooldag
from passend.cli.demovolume import load_scholen
from passend.organisaties.models import Samenwerkingsverband, Vestiging
from passend.profielen.models import Editie, Onderdeel
from passend.profielen.queries.openbaar import zoek_scholen
from passend.regels.werkdagen import is_werkdag
from passend.toegang.models import Account, Logregel
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Schorsing, Verwijdergebeurtenis

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
    assert capsys.readouterr().out.count("is geladen: 10 scholen") == 1


def test_region_is_not_loaded_where_the_demonstration_is_off(capsys: pytest.CaptureFixture[str], settings: Any) -> None:
    settings.DEMONSTRATIE = False

    assert main(["demo", "laden"]) == 1
    assert capsys.readouterr().err.startswith("De demonstratie staat hier uit: iedereen kent het wachtwoord")
    assert Account.objects.count() == 0


def _check_dagen(vandaag: date) -> None:
    """Schools talk, look and decide on working days, and a child that may come does so on a day with school."""
    gebeurd = [een.op for tabel in (Aanmeldgebeurtenis, Verwijdergebeurtenis) for een in tabel.objects.all()]
    geschorst = [dag for een in Schorsing.objects.all() for dag in (een.geldig_van, een.geldig_tot_en_met)]
    assert [dag for dag in [*gebeurd, *geschorst] if not is_werkdag(dag) or dag > vandaag] == []
    gewenst = [een.gewenst_op for een in Aanmelding.objects.all() if een.gewenst_op]
    assert [dag for dag in gewenst if schooldag(dag) != dag] == []
    soorten = Aanmeldgebeurtenis.objects.filter(school__contains="Zandkorrel").values_list("schoolsoort", flat=True)
    assert set(soorten) == {"sbo"}
    assert all(een.adres for een in Aanmelding.objects.all())


@pytest.mark.parametrize("vandaag", [date(2024, 2, 29), date(2026, 8, 1)])
def test_region_can_be_loaded_on_any_day(vandaag: date) -> None:
    load_demo(vandaag)

    dagen = [editie.gepubliceerd_op for editie in Editie.objects.all()]
    assert len(dagen) == 8
    assert max(dagen) <= vandaag
    open_besturen()
    _check_dagen(vandaag)


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

    assert erbij == [10, 0, 110, 0]
    assert Vestiging.objects.count() == 130
    assert zoek_scholen()[1] - Editie.objects.values("vestiging").distinct().count() == 3


def test_more_schools_than_the_country_has_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "laden", "--scholen", "6123"]) == 2
    assert capsys.readouterr().err == "Meer dan 6122 scholen kan niet. Kies een kleiner getal.\n"
