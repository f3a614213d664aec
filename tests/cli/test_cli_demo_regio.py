"""What is in the made-up region; loaded once, for these tests only look."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests.factories.organisaties import open_besturen

from passend.begrippen.rollen import Rolsoort
from passend.cli.demo import DEMO_WACHTWOORD, load_demo
from passend.organisaties.models import Vestiging
from passend.profielen.models import Editie, Sjabloonversie
from passend.profielen.queries.openbaar import count_soorten, get_editie, zoek_scholen
from passend.profielen.queries.team import get_open_ronde, list_rondes, list_standen
from passend.profielen.queries.werk import get_evaluatie, get_laatste_profiel
from passend.regels.instrumenten import get_normschema
from passend.toegang.queries import list_demo_accounts
from passend.volgen.models import Toetsresultaat

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)


@pytest.fixture(scope="module")
def _regio(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The region loaded once for the tests that only look."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(VANDAAG)
        yield
        transaction.set_rollback(True)


def _wilgenboom() -> Vestiging:
    open_besturen()
    return Vestiging.objects.get(brin="99AA")


def _rijen(nummer: int) -> dict[str, Any]:
    editie = get_editie(vestiging=_wilgenboom(), nummer=nummer)
    assert editie is not None
    return {rij["label"]: (rij["waarde"], rij["periode"]) for rij in editie.inhoud["tabellen"]}


@pytest.mark.usefixtures("_regio")
def test_region_has_two_templates_one_school_for_a_newcomer_and_two_that_only_say_where_they_have_room() -> None:
    zonder = {regel.naam for regel in zoek_scholen()[0] if regel.editie is None}
    assert zonder == {"Basisschool Het Duinpad", "SBO De Zandkorrel", "SO De Branding"}
    assert set(Sjabloonversie.objects.values_list("code", flat=True)) == {"haaglanden", "plein013"}
    assert min(count_soorten().get(soort, 0) for soort in ("gedrag", "begaafdheid", "motoriek", "nt2")) > 1


@pytest.mark.usefixtures("_regio")
def test_demo_accounts_have_every_role_and_the_password_that_is_printed() -> None:
    accounts = list_demo_accounts()

    rollen = {rol.soort for account in accounts for rol in account.rollen.all()}
    assert rollen == set(Rolsoort)
    assert all(account.check_password(DEMO_WACHTWOORD) for account in accounts[:2])
    assert {account.username.split("@")[1] for account in accounts} == {"voorbeeld.nl"}


@pytest.mark.usefixtures("_regio")
def test_wilgenboom_has_two_years_that_differ() -> None:
    oud, nieuw = _rijen(1), _rijen(2)

    assert oud.keys() - nieuw.keys() == {"Kindercoach in de pauze"}
    assert nieuw.keys() - oud.keys() == {
        "Expertise dyslexie",
        "Rouwgroep",
        "Taalklas voor nieuwkomers",
        "Weerbaarheidstraining Stevig staan",
    }
    assert oud["Plusgroep De Ontdekkers"] != nieuw["Plusgroep De Ontdekkers"]


@pytest.mark.usefixtures("_regio")
def test_wilgenboom_shows_dissent_evidence_goals_and_an_evaluation() -> None:
    profiel = get_laatste_profiel(vestiging=_wilgenboom())
    editie = get_editie(vestiging=_wilgenboom())
    vorige = get_editie(vestiging=_wilgenboom(), nummer=1)
    assert profiel is not None
    assert editie is not None
    assert vorige is not None

    gesloten = list_rondes(profiel=profiel)[1]
    omstreden = [sleutel for sleutel, stand in list_standen(ronde=gesloten).items() if stand.is_omstreden]

    assert (omstreden, get_open_ronde(profiel=profiel) is not None) == (["rij:expertise:gedrag"], True)
    assert (len(editie.verantwoording["onderbouwingen"]), len(editie.verantwoording["doelen"])) == (3, 2)
    assert get_evaluatie(editie=vorige) is not None
    assert len(editie.inhoud["structuur"]) == 13


@pytest.mark.usefixtures("_regio")
def test_some_editions_say_which_step_they_skipped() -> None:
    overgeslagen = {
        editie.vestiging.naam: [stap["soort"] for stap in editie.verantwoording["stappen"] if stap["is_overgeslagen"]]
        for editie in Editie.objects.all()
    }

    assert {naam: stappen for naam, stappen in overgeslagen.items() if stappen} == {
        "OBS De Zandloper": ["leerlingen_gehoord"],
        "Daltonschool Het Kompas": ["mr_gevraagd", "mr_advies"],
    }


@pytest.mark.usefixtures("_regio")
def test_higher_score_is_never_in_a_lower_band_and_one_score_has_one_band() -> None:
    open_besturen()
    per_toets: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for een in Toetsresultaat.objects.exclude(niveau="").filter(schaalscore__isnull=False):
        schema = get_normschema(een.normschema)
        assert schema is not None
        rang = schema.rang(een.niveau)
        assert rang is not None
        toets = (een.instrument, een.instrumentversie, een.vak, een.afnamemoment, een.normschema)
        per_toets[toets].append((een.schaalscore, een.percentiel, rang))

    assert len(per_toets) > 10
    for toets, uitslagen in per_toets.items():
        assert [rang for *_score, rang in sorted(uitslagen)] == sorted(rang for *_score, rang in uitslagen), toets
        assert len({(score, rang) for score, _percentiel, rang in uitslagen}) == len({score for score, *_ in uitslagen})
