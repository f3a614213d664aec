"""How days look on a page: how long ago in days, then in months and years, and in words within a sentence."""

from datetime import date

import pytest
from django.utils import timezone

from passend.web.weergave import dagen, over


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


@pytest.mark.parametrize(
    ("zin", "gelezen"),
    [
        ("Uiterlijk op 16-01-2027 (artikel 40).", "Uiterlijk op 16 januari 2027 (artikel 40)."),
        ("Van 01-02-2026 tot 28-02-2026.", "Van 1 februari 2026 tot 28 februari 2026."),
        ("Dossier 31-02-2026 en 06-12345678.", "Dossier 31-02-2026 en 06-12345678."),
    ],
)
def test_days_within_a_sentence_are_read_in_words_and_other_numbers_stay(zin: str, gelezen: str) -> None:
    assert dagen(zin) == gelezen
