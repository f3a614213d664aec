"""What tests of pages share: a clock that stands still, on a Monday in October."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from tests.factories.profielen import OP

NU = OP + timedelta(days=7)


@pytest.fixture
def vaste_tijd(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Django's clock stands still a week after everything the factories make."""
    monkeypatch.setattr(timezone, "now", lambda: NU)
    return NU
