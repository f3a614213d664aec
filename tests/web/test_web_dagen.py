"""Days as a page writes them, also when a document holds words where a day belongs."""

from datetime import date

import pytest
from django.utils import translation

from passend.web.weergave import datum


@pytest.mark.parametrize(
    ("dag", "woorden"),
    [
        (date(2026, 10, 26), "ma 26 oktober 2026"),
        ("2026-10-26", "ma 26 oktober 2026"),
        ("begin juni", "begin juni"),
        ("31-02-2026", "31-02-2026"),
        ("", ""),
    ],
)
def test_a_day_is_written_in_words_and_words_stay_words(dag: date | str, woorden: str) -> None:
    with translation.override("nl"):
        assert datum(dag) == woorden
