"""How long ago a day is, in days, and after two months in whole months and years that have passed."""

from datetime import date

import pytest
from django.utils import timezone

from passend.web.weergave import over


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2026, 11, 25), "over 1 dag"),
        (date(2026, 11, 24), "vandaag"),
        (date(2026, 9, 25), "60 dagen geleden"),
        (date(2026, 9, 24), "2 maanden geleden"),
        (date(2025, 7, 2), "16 maanden geleden"),
        (date(2025, 7, 25), "15 maanden geleden"),
        (date(2024, 11, 25), "23 maanden geleden"),
        (date(2024, 11, 24), "2 jaar geleden"),
        (date(2021, 11, 25), "4 jaar geleden"),
    ],
)
def test_days_months_and_years_count_when_they_have_passed(
    dag: date, verwacht: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 24))

    assert over(dag) == verwacht
