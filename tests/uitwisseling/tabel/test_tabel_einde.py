"""Lists that end in the middle of a value: what is doubted, what is refused, and what ends as many programs end it."""

import pytest

from passend.begrippen.opgave import Invoersoort, OnleesbaarError
from passend.uitwisseling.tabel.formaat import pak_tabel_in, pak_tabel_uit
from passend.uitwisseling.tabel.lezen import read_tabel

CSV = Invoersoort.CSV


@pytest.mark.parametrize(
    ("kolom", "laatste"),
    [
        (("1-2-2018", "12-11-2017"), "03-04-20"),
        (("2018-02-01", "2017-11-12"), "2018-04-0"),
        (("14 mrt 2018",), "2 mei 20"),
        (("103,5", "98,0"), "82"),
        (("103,5", "98,0"), "82,"),
        (("103,25", "98,50"), "82,5"),
        (("30", "41", "38"), "8"),
        (("an@wilg.nl", "bo@helm.nl"), "ot@kiem.n"),
        (("an@wilg.nl", "bo@helm.nl"), "ot@ki"),
        (("ja", "nee", "ja", "ja"), "n"),
        (("Groep 5", "Groep 5", "Groep 6"), "Groep"),
        (("Wilg", "Helm"), ""),
    ],
)
def test_last_value_of_a_list_without_an_end_is_doubted_when_those_above_it_are_longer(
    kolom: tuple[str, ...], laatste: str
) -> None:
    regels = [f"{een};{waarde}" for een, waarde in enumerate((*kolom, laatste), start=1)]
    lijst = "\n".join(("Nr;Wat", *regels))

    tabel = read_tabel(lijst.encode(), CSV)

    assert f"op regel {len(regels) + 1}, de laatste, staat bij 'Wat'" in tabel.twijfel
    assert tabel.rijen[-1][1][1] == laatste
    assert read_tabel(f"{lijst}\n".encode(), CSV).twijfel == ""
    assert pak_tabel_uit(pak_tabel_in(tabel)) == tabel


@pytest.mark.parametrize(
    ("kolom", "laatste"),
    [
        (("1-2-18", "12-11-17"), "3-4-18"),
        (("1-2-2018", "12-11-17"), "3-4-20"),
        (("103,5", "98"), "82"),
        (("103", "98", "110"), "8"),
        (("30", "41"), "8"),
        (("an@wilg.nl", "bo@helm.nl"), "ot@kiem.com"),
        (("ja", "nee", "ja", "ja"), "nee"),
        (("ja", "nee", "ja", "ja"), "onbekend"),
        (("Groep 5", "Groep 5", "Groep 6"), "Groep 7"),
        (("Wilg", "Helm", "Kiemers"), "Kiem"),
        (("Wilg", ""), ""),
        (("", ""), "Wilg"),
    ],
)
def test_last_value_of_a_list_without_an_end_is_taken_as_it_is_when_it_can_be_one(
    kolom: tuple[str, ...], laatste: str
) -> None:
    regels = [f"{een};{waarde}" for een, waarde in enumerate((*kolom, laatste), start=1)]

    assert read_tabel("\n".join(("Nr;Wat", *regels)).encode(), CSV).twijfel == ""


def test_half_a_number_of_the_state_is_not_repeated_in_what_is_asked() -> None:
    twijfel = read_tabel(b"Naam;BSN\nPip;999999990\nOt;123456782\nSien;111222333\nBo;99999", CSV).twijfel

    assert "staat bij 'BSN' minder dan erboven" in twijfel
    assert "99999" not in twijfel


@pytest.mark.parametrize(
    ("inhoud", "regel"),
    [
        (b'Naam;Geboren\nPip Wilg;1-2-2018\n"Ot Helm";"1-2-20', 3),
        (b'Naam;Geboren\n"Pip Wilg;1-2-2018\nOt Helm;1-2-2018\nSien Kiem;1-2-2018\n', 2),
        (b'sep=;\nNaam;Geboren\n"Pip\nWilg";1-2-2018\n"Ot Helm;1-2-2018\n', 5),
    ],
)
def test_quotation_mark_that_never_ends_refuses_the_list_and_swallows_no_pupils(inhoud: bytes, regel: int) -> None:
    with pytest.raises(OnleesbaarError, match=f"Regel {regel}: hier begint een aanhalingsteken dat nergens eindigt"):
        read_tabel(inhoud, CSV)
