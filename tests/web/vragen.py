"""Which questions to the database say of which board they are."""

import re
from functools import cache

from django.apps import apps
from django.db import models

from passend.organisaties.models import Bestuurstabel
from passend.profielen.models import Aanbodregel, Editie

_OP_SLEUTEL = re.compile(r'^DELETE FROM ("\w+") WHERE \1\."id" IN ')


@cache
def tabellen_van_besturen() -> tuple[type[models.Model], ...]:
    """The tables whose rows belong to one board."""
    return tuple(tabel for tabel in apps.get_models() if issubclass(tabel, Bestuurstabel))


@cache
def tabellen_per_bestuur() -> tuple[type[models.Model], ...]:
    """Those, and the public ones whose rows name their board as well."""
    return (*tabellen_van_besturen(), Editie, Aanbodregel)


@cache
def _genoemd(tabellen: tuple[type[models.Model], ...]) -> re.Pattern[str]:
    namen = "|".join(tabel._meta.db_table for tabel in tabellen)
    return re.compile(rf'(?:FROM|JOIN|UPDATE) ("(?:{namen})")(?: ("[A-Z]\d+"))?')


def zonder_bestuur(sql: str, tabellen: tuple[type[models.Model], ...]) -> list[str]:
    """The tables, each by the name it has there, that a query reads or changes without saying of which board.

    A new row is passed over: it holds its board itself. So is a row that is deleted by its key, for Django deletes what
    it found in scope.
    """
    sql = _OP_SLEUTEL.sub("", sql)
    namen = {bijnaam or tabel for tabel, bijnaam in _genoemd(tabellen).findall(sql)}
    return sorted(naam for naam in namen if not re.search(rf'{naam}\."bestuur_id" (?:=|IN) ', sql))


def noemt(sql: str, tabellen: tuple[type[models.Model], ...]) -> bool:
    """Whether a query is about one of these tables."""
    return _genoemd(tabellen).search(sql) is not None
