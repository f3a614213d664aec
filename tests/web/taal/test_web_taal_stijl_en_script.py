"""Words that no page holds: those of the style sheet are there in English, the script has none of its own."""

import re

from scripts.translations import BRON

STATISCH = BRON / "web" / "static" / "passend"
_INHOUD = re.compile(r'^\s*([^{}]+?)\s*\{[^{}]*content:\s*"([^"]*[^\W\d_]{3,}[^"]*)"', re.MULTILINE)
_SCHRIJFT = re.compile(
    r"""(?:textContent|innerText|innerHTML|title|ariaLabel|placeholder)\s*=\s*(["'`])(.*?)\1|(?:alert|confirm)\("""
)
_VELD = re.compile(r"\$\{[^}]*\}")


def test_words_of_the_style_sheet_are_there_in_english() -> None:
    woorden = dict(_INHOUD.findall((STATISCH / "theme.css").read_text(encoding="utf-8")))
    nederlands = {keuze for keuze in woorden if ":lang(en)" not in keuze}

    assert nederlands == {keuze.replace(":lang(en) ", "") for keuze in woorden if ":lang(en)" in keuze}
    assert nederlands


def test_script_writes_only_words_that_a_page_handed_to_it() -> None:
    script = (STATISCH / "passend.js").read_text(encoding="utf-8")
    eigen = [
        gevonden[0]
        for gevonden in _SCHRIJFT.finditer(script)
        if re.search(r"[^\W\d_]{2,}", _VELD.sub("", gevonden[2] or "x alert"))
    ]

    assert ".dataset." in script
    assert eigen == []
