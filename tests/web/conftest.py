"""What tests of pages share: a clock that stands still, on a Monday in October, and an ear for what is asked."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from tests.factories.profielen import OP
from tests.web.vragen import tabellen_van_besturen, zonder_bestuur

NU = OP + timedelta(days=7)


@pytest.fixture
def vaste_tijd(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Django's clock stands still a week after everything the factories make."""
    monkeypatch.setattr(timezone, "now", lambda: NU)
    return NU


@pytest.fixture(autouse=True)
def _vragen_noemen_hun_bestuur() -> Iterator[None]:
    """Whatever a test visits: a question about a table of one board says of which board, also where it joins."""
    zonder = []

    def luister(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if zonder_bestuur(sql, tabellen_van_besturen()):
            zonder.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(luister):
        yield
    assert zonder == []
