"""Two people who change the same phrases at once: what each did counts, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.regels.kenmerken import (
    LANGSTE_KENMERK,
    MEESTE_KENMERKEN,
    Kenmerkbezwaar,
    Samenvoeging,
    check_kenmerken,
    lees_kenmerken,
    voeg_samen,
)

WOORDEN = st.sampled_from(["rustig", "leest graag", "vlot", "wacht lang", "werkt samen", "Vlot"])
REGELS = st.lists(WOORDEN, max_size=5).map(lambda regels: lees_kenmerken("\n".join(regels)))


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("", ()),
        (" \n\n ", ()),
        ("leest graag", ("leest graag",)),
        ("leest  graag \r\n rustig", ("leest graag", "rustig")),
        ("Rustig\nrustig\nRUSTIG", ("Rustig",)),
    ],
)
def test_a_line_is_a_phrase(tekst: str, regels: tuple[str, ...]) -> None:
    assert lees_kenmerken(tekst) == regels


def test_phrase_that_just_fits_is_kept() -> None:
    assert check_kenmerken(["x" * LANGSTE_KENMERK] * MEESTE_KENMERKEN) is None


def test_phrase_that_is_a_story_is_sent_back() -> None:
    assert check_kenmerken(["kort", "y" * (LANGSTE_KENMERK + 1)]) == Kenmerkbezwaar(
        "te_lang",
        f"De regel “{'y' * 40} …” is te lang. Houd het bij 120 tekens, of maak er twee van.",
    )


def test_more_phrases_than_one_sees_at_a_glance_are_sent_back() -> None:
    assert check_kenmerken(["x"] * (MEESTE_KENMERKEN + 1)) == Kenmerkbezwaar(
        "te_veel", "Dit zijn er te veel om in een blik te zien. Houd de 12 belangrijkste over."
    )


@pytest.mark.parametrize(
    ("getypt", "gezien", "huidig", "samen"),
    [
        ((), [], {}, Samenvoeging(erbij=(), weg=(), gezien=(), van_anderen=())),
        (("a",), [], {}, Samenvoeging(erbij=("a",), weg=(), gezien=(), van_anderen=())),
        (("a",), [1], {1: "a"}, Samenvoeging(erbij=(), weg=(), gezien=(1,), van_anderen=())),
        (("A",), [1], {1: "a"}, Samenvoeging(erbij=(), weg=(), gezien=(1,), van_anderen=())),
        ((), [1], {1: "a"}, Samenvoeging(erbij=(), weg=(1,), gezien=(), van_anderen=())),
        (("b",), [1], {1: "a"}, Samenvoeging(erbij=("b",), weg=(1,), gezien=(), van_anderen=())),
        (("a",), [1], {1: "a", 2: "b"}, Samenvoeging(erbij=(), weg=(), gezien=(1,), van_anderen=(2,))),
        (("a", "b"), [1], {1: "a", 2: "b"}, Samenvoeging(erbij=(), weg=(), gezien=(1, 2), van_anderen=())),
        (("c",), [1], {2: "b"}, Samenvoeging(erbij=("c",), weg=(), gezien=(), van_anderen=(2,))),
    ],
)
def test_merging(getypt: tuple[str, ...], gezien: list[int], huidig: dict[int, str], samen: Samenvoeging) -> None:
    assert voeg_samen(getypt, gezien=gezien, huidig=huidig) == samen


def test_two_who_change_one_phrase_leave_both_wordings() -> None:
    eerst = voeg_samen(("leest vlot",), gezien=[1], huidig={1: "leest"})
    daarna = voeg_samen(("leest traag",), gezien=[1], huidig={2: "leest vlot"})

    assert (eerst.weg, eerst.erbij) == ((1,), ("leest vlot",))
    assert (daarna.weg, daarna.erbij, daarna.van_anderen) == ((), ("leest traag",), (2,))


@given(REGELS, st.dictionaries(st.integers(1, 5), WOORDEN, max_size=5), st.lists(st.integers(1, 5), max_size=5))
def test_only_what_was_seen_ends_and_all_that_was_typed_is_there(
    getypt: tuple[str, ...], huidig: dict[int, str], gezien: list[int]
) -> None:
    samen = voeg_samen(getypt, gezien=gezien, huidig=huidig)

    over = {tekst.casefold() for sleutel, tekst in huidig.items() if sleutel not in samen.weg}
    assert set(samen.weg) <= set(gezien)
    assert {regel.casefold() for regel in getypt} <= over | {regel.casefold() for regel in samen.erbij}
    assert set(samen.van_anderen).isdisjoint(gezien)
