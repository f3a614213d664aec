"""Two who write at once notice it: a text is known by its mark, and words that only go on take nobody's away."""

import pytest

from passend.regels.tekstmerk import gaat_verder, schone_tekst, tekstmerk


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [
        ("Leest graag.", "Leest graag."),
        ("  Leest graag.\n", "Leest graag."),
        ("Leest graag.\r\nRekent vlot.\r\n", "Leest graag.\nRekent vlot."),
        ("Leest graag.\n\nRekent vlot.", "Leest graag.\n\nRekent vlot."),
        (" \r\n ", ""),
    ],
)
def test_text_is_kept_the_same_whichever_browser_sent_it(getypt: str, bewaard: str) -> None:
    assert schone_tekst(getypt) == bewaard


def test_same_text_has_the_same_mark_and_another_text_another() -> None:
    merken = [tekstmerk(tekst) for tekst in ("Leest graag.", " Leest graag.\r\n", "Leest graag", "leest graag.", "")]

    assert merken[0] == merken[1]
    assert len(set(merken)) == 4
    assert {len(merk) for merk in merken} == {12}


@pytest.mark.parametrize(
    ("huidig", "nieuw", "verder"),
    [
        ("Eerst dit.", "Eerst dit. En toen dat.", True),
        ("Eerst dit.\r\nDan dat.", "Eerst dit.\nDan dat.\nEn klaar.", True),
        ("Eerst dit. ", "Eerst dit.", True),
        ("", "Eerst dit.", True),
        ("Eerst dit.", "", False),
        ("Van een ander.", "Eerst dit.", False),
        ("Eerst dit.", "En toen: Eerst dit.", False),
    ],
)
def test_words_that_only_go_on_take_nobody_elses_away(huidig: str, nieuw: str, *, verder: bool) -> None:
    assert gaat_verder(huidig, nieuw) is verder
