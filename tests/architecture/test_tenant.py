"""Whose rows a table holds is declared, and the tables of one board are built so that a wall can stand around them."""

import re
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.db import models
from tests.architecture.bestanden import WORTEL

from passend.begrippen.deling import Deling
from passend.organisaties.models import Bestuursmanager, Bestuurstabel, Groep
from passend.profielen.models import Aanbodregel, Editie

TABELLEN: tuple[Any, ...] = tuple(tabel for tabel in apps.get_models() if tabel.__module__.startswith("passend."))
BUITEN_DE_MUUR = {
    "Samenwerkingsverband": "the register: everybody may look up which school belongs where",
    "Bestuur": "the register, and what the wall is built from",
    "Vestiging": "the register",
    "Account": "somebody can work for more than one board",
    "Rol": "says at which boards somebody works, and so is read before there is a scope",
    "Uitnodiging": "is opened by who has no role yet",
    "Agendasleutel": "is opened by a calendar that signs in nowhere",
    "Logketen": "has one log for what belongs to no board",
    "Installatieregel": "lines of no board: who signed in, and who was refused where no school is",
    "Sjabloonversie": "belongs to a samenwerkingsverband, and its boards share it",
    "Editie": "public once it is made; read over all boards by who signs in nowhere",
    "Aanbodregel": "what people search in public, over all boards",
}
MET_BESTUUR = {Editie, Aanbodregel}  # outside the wall, and yet kept on the server of their board


def _per_bestuur() -> list[Any]:
    """The tables whose rows are kept with their board."""
    return [tabel for tabel in TABELLEN if issubclass(tabel, Bestuurstabel) or tabel in MET_BESTUUR]


def _zonder_bestuur(tabel: Any) -> list[str]:
    """What is unique in a table over all boards; the key of the row is unique anyway."""
    uniek = [regel for regel in tabel._meta.constraints if isinstance(regel, models.UniqueConstraint)]
    kolommen = [kolom for kolom in tabel._meta.local_fields if kolom.unique and not kolom.primary_key]
    return [regel.name for regel in uniek if "bestuur" not in regel.fields] + [kolom.name for kolom in kolommen]


def test_every_table_declares_with_whom_it_is_shared() -> None:
    assert [tabel.__name__ for tabel in TABELLEN if not isinstance(getattr(tabel, "deling", None), Deling)] == []
    assert {tabel.__name__ for tabel in TABELLEN if tabel.deling is not Deling.BESTUUR} == set(BUITEN_DE_MUUR)
    assert {tabel for tabel in TABELLEN if tabel.deling is Deling.BESTUUR} == {
        tabel for tabel in TABELLEN if issubclass(tabel, Bestuurstabel)
    }


def test_table_of_a_board_is_reached_through_its_wall_only() -> None:
    tabellen = [tabel for tabel in TABELLEN if issubclass(tabel, Bestuurstabel)]
    managers = {type(manager) for tabel in tabellen for manager in (*tabel._meta.managers, tabel._base_manager)}

    assert len(tabellen) >= 11
    assert managers == {Bestuursmanager}


def test_nothing_of_a_board_is_unique_over_all_boards() -> None:
    assert {tabel.__name__: naam for tabel in _per_bestuur() for naam in _zonder_bestuur(tabel)} == {}
    assert [tabel.__name__ for tabel in _per_bestuur() if tabel._meta.get_field("bestuur").null] == []


def test_what_is_unique_over_all_boards_is_found() -> None:
    proef = SimpleNamespace(
        constraints=(models.UniqueConstraint(fields=("nummer",), name="proef"),),
        local_fields=(models.IntegerField(name="nummer", unique=True), models.IntegerField(name="aantal")),
    )

    assert _zonder_bestuur(SimpleNamespace(_meta=proef)) == ["proef", "nummer"]
    assert _zonder_bestuur(Groep) == []


def test_no_shared_table_points_into_the_wall() -> None:
    """A key from there would have to be looked up at every board."""
    per_bestuur = set(_per_bestuur())
    naar_binnen = [
        f"{tabel.__name__}.{kolom.name}"
        for tabel in TABELLEN
        for kolom in tabel._meta.local_fields
        if tabel not in per_bestuur and kolom.related_model in per_bestuur
    ]

    assert naar_binnen == []


GEVRAAGD_DOOR_BEWAKERS = {"toegang_logketen"}
"""What a trigger on rows of a board asks, on the server of those rows: where the log of that board begins."""


def test_page_on_more_servers_names_every_table_that_leaves_the_coordinator() -> None:
    pagina = (WORTEL / "docs" / "developer" / "howto" / "distribute-over-servers.md").read_text(encoding="utf-8")
    per_bestuur, overal = (
        re.findall(rf"{opdracht}\('([a-z_]+)'", pagina)
        for opdracht in ("create_distributed_table", "create_reference_table")
    )
    genoemd = {tabel._meta.db_table: tabel for tabel in TABELLEN}
    eerder = {naam: per_bestuur[:plaats] for plaats, naam in enumerate(per_bestuur)}

    assert sorted(per_bestuur) == sorted(tabel._meta.db_table for tabel in _per_bestuur())
    assert sorted(overal) == sorted({*_nodig(_per_bestuur()), *GEVRAAGD_DOOR_BEWAKERS})
    assert [naam for naam in per_bestuur if not _ouders(genoemd[naam]) <= {naam, *eerder[naam], *overal}] == []


def _ouders(tabel: Any) -> set[str]:
    return {kolom.related_model._meta.db_table for kolom in tabel._meta.local_fields if kolom.related_model}


def _nodig(tabellen: list[Any]) -> set[str]:
    """What rows of a board hang on, and what that hangs on in its turn, as far as it is no row of a board itself."""
    genoemd = {tabel._meta.db_table: tabel for tabel in TABELLEN}
    nodig = {naam for tabel in tabellen for naam in _ouders(tabel)} - {tabel._meta.db_table for tabel in tabellen}
    return nodig | {naam for ouder in nodig for naam in _ouders(genoemd[ouder])}
