"""What a page asks of the tables of a board names that board, and each row is of the board of what it hangs on."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.paginas import meld_aan
from tests.factories.profielen import HGW, OP, maak_editie, maak_profiel
from tests.web.grenzen.rij import Rij
from tests.web.grenzen.wereld import Wereld, maak_wereld
from tests.web.vragen import noemt, tabellen_per_bestuur, tabellen_van_besturen, zonder_bestuur

from passend.organisaties.models import Vestiging
from passend.profielen.actions.onderdelen import add_rij
from passend.profielen.actions.team import add_reactie
from passend.profielen.models import Teamronde

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


@pytest.mark.parametrize(
    ("sql", "zonder"),
    [
        ('SELECT * FROM "profielen_onderdeel" WHERE "profielen_onderdeel"."bestuur_id" = 1', []),
        ('SELECT * FROM "profielen_onderdeel" WHERE "profielen_onderdeel"."id" = 1', ['"profielen_onderdeel"']),
        ('UPDATE "profielen_doelregel" SET "bestuur_id" = 1', ['"profielen_doelregel"']),
        ('DELETE FROM "profielen_doelregel" WHERE "profielen_doelregel"."id" IN (1)', []),
        ('DELETE FROM "profielen_doelregel" WHERE "profielen_doelregel"."doel" = 1', ['"profielen_doelregel"']),
        (
            'DELETE FROM "profielen_doelregel" WHERE "profielen_doelregel"."id" IN (SELECT 1 FROM "profielen_editie")',
            ['"profielen_editie"'],
        ),
        (
            'SELECT * FROM "profielen_inlezing" JOIN "profielen_editie" WHERE "profielen_inlezing"."bestuur_id" IN (1)',
            ['"profielen_editie"'],
        ),
        ('SELECT EXISTS(SELECT 1 FROM "profielen_editie" "U0" WHERE "U0"."vestiging_id" = 1)', ['"U0"']),
        ('INSERT INTO "profielen_doelregel" ("bestuur_id") VALUES (1)', []),
        ('SELECT * FROM "organisaties_vestiging"', []),
    ],
)
def test_question_that_does_not_name_its_board_is_found(sql: str, zonder: list[str]) -> None:
    assert zonder_bestuur(sql, tabellen_per_bestuur()) == zonder


@pytest.mark.parametrize("wie", ["directeur", "bestuurder", "adviseur"])
def test_every_question_of_a_page_names_its_board(wie: str) -> None:
    wereld = _gevuld()
    bladen = ("start", "scholen", "sjablonen", "hulpvragen")
    rijen = {naam: rij for naam, rij in wereld.rijen.items() if rij.van_school or naam in bladen}
    vragen = list(_vragen(meld_aan(getattr(wereld.regio.eigen, wie)), rijen))

    assert sorted({f"{naam}: {sql}" for naam, sql in vragen if zonder_bestuur(sql, tabellen_per_bestuur())}) == []
    assert sum(noemt(sql, tabellen_van_besturen()) for _naam, sql in vragen) > 30


def test_every_row_is_of_the_board_of_what_it_hangs_on() -> None:
    _gevuld()

    bestuur_van = {
        tabel: dict(tabel._default_manager.values_list("pk", "bestuur"))
        for tabel in (*tabellen_per_bestuur(), Vestiging)
    }
    anders = [
        f"{tabel.__name__}.{kolom.name} {pk}"
        for tabel in tabellen_per_bestuur()
        for kolom in tabel._meta.fields
        if kolom.related_model in bestuur_van
        for pk, ouder in tabel._default_manager.values_list("pk", kolom.attname)
        if ouder is not None and bestuur_van[kolom.related_model][ouder] != bestuur_van[tabel][pk]
    ]

    assert anders == []
    assert [tabel for tabel, rijen in bestuur_van.items() if not rijen and tabel._meta.app_label == "profielen"] == []


def _vragen(client: Client, rijen: dict[str, Rij]) -> Iterator[tuple[str, str]]:
    """Open and send everything, each time from the same world; what is asked of the database at which page."""
    for naam, rij in rijen.items():
        pad = reverse(naam, kwargs=rij.waarden or None)
        for stuur in (client.get, client.post):
            with transaction.atomic(), CaptureQueriesContext(connection) as gevraagd:
                stuur(pad, rij.velden)
                transaction.set_rollback(True)
            yield from ((naam, vraag["sql"]) for vraag in gevraagd)


def _gevuld() -> Wereld:
    """A world with a row in every table of the profiles."""
    wereld = maak_wereld()
    eigen, buur = wereld.regio.eigen, wereld.regio.buur
    ronde = Teamronde.objects.get()
    add_reactie(actor=eigen.leerkracht, ronde=ronde, sleutel=HGW, soort="eens", toelichting="", op=OP)
    profiel = maak_profiel(buur)
    add_rij(actor=buur.directeur, profiel=profiel, tabel="aanbod", label="Plusgroep", soort="begaafdheid", op=OP)
    maak_editie(buur, profiel)
    return wereld
