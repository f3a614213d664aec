"""What every test gets: templates read anew, and a database that can be emptied although some rows are for ever."""

from collections.abc import Iterator
from importlib import import_module
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django_scopes import scope
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker, Settings
from tests.vormdatabank import bewaar, vorm, vul

from passend.organisaties.queries import Bestuur, in_bestuur, in_vernietiging
from passend.profielen.models import Editie, Vaststellingsstap
from passend.profielen.queries import werk
from passend.toegang.models import Installatieregel, Logregel
from passend.toelating.models import Aanmelding, Groepsruimte, Schorsing, Verwijdering

# a machine that does more is slow, and that is no mistake in what is tested: the bench measures time
settings.register_profile("passend", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("passend")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Migrate only when no migrated database of this very code is kept."""
    kant_en_klaar = vorm()
    if kant_en_klaar is not None and kant_en_klaar.exists():
        connection.settings_dict["TEST"]["MIGRATE"] = False


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Take the kept database, or keep the one that was just made."""
    kant_en_klaar = vorm()
    if kant_en_klaar is None:
        return
    with django_db_blocker.unblock():
        (vul if connection.settings_dict["TEST"]["MIGRATE"] is False else bewaar)(kant_en_klaar)


@pytest.fixture(autouse=True, scope="module")
def _sjablonen_vers_per_bestand() -> None:
    """What a whole module shares is made before the first of its tests, and with keys that were given out before."""
    werk._sjabloon.cache_clear()


@pytest.fixture(autouse=True)
def _sjablonen_vers() -> None:
    """Templates are kept in memory by their key, and every test starts its keys again."""
    werk._sjabloon.cache_clear()


@pytest.fixture(autouse=True)
def _bereik() -> Iterator[None]:
    """A test sees the boards it makes; a page it visits begins with none, as everywhere."""
    with scope(bestuur=[]):
        yield


@pytest.fixture(autouse=True)
def _pogingen_vergeten() -> None:
    """How often somebody tried to sign in is kept in memory, and every test starts counting again."""
    cache.clear()


@pytest.fixture(autouse=True)
def _zegels_apart(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a test remembers of its log is of no other test, and never of the log of this checkout."""
    settings.PASSEND_ZEGELBESTAND = tmp_path_factory.getbasetemp() / f"zegels-{uuid4()}.json"


@pytest.fixture(autouse=True)
def _edities_weg(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that commits is followed by a clean sweep, which the triggers of editions and the log would refuse."""
    if not {"transactional_db", "live_server"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    edities = import_module("passend.profielen.migrations.0002_editie_onveranderlijk")
    logboek = import_module("passend.toegang.migrations.0007_logmuur")
    logterm = import_module("passend.toegang.migrations.0010_logterm")
    with connection.schema_editor(atomic=False) as editor:
        logterm.hold(None, editor)
        for bewaking in (edities, logboek):
            bewaking.remove_triggers(None, editor)
        with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
            Vaststellingsstap.objects.all().delete()
            Logregel.objects.all().delete()
            with in_vernietiging():
                for tabel in (Aanmelding, Groepsruimte, Schorsing, Verwijdering):
                    tabel.objects.all().delete()
        Editie.objects.all().delete()
        Installatieregel.objects.all().delete()
        for bewaking in (edities, logboek):
            bewaking.add_triggers(None, editor)
        logterm.let_go(None, editor)
