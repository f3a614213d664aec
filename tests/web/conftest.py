"""What tests of pages share: a clock that stands still, on a Monday in October, and an ear for what is asked."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import connection
from django.dispatch import Signal
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
    """Whatever page a test visits: a question about a table of one board says of which board, also where it joins."""
    is_bezoek, zonder = [False], []

    def bezoek(signal: Signal, **_rest: object) -> None:
        is_bezoek[0] = signal is request_started

    def luister(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if is_bezoek[0] and zonder_bestuur(str(sql), tabellen_van_besturen()):
            zonder.append(sql)
        return execute(sql, *rest)

    for signaal in (request_started, request_finished):
        signaal.connect(bezoek, weak=False, dispatch_uid="vragen")
    with connection.execute_wrapper(luister):
        yield
    for signaal in (request_started, request_finished):
        signaal.disconnect(dispatch_uid="vragen")
    assert zonder == []
