"""Two names are of one child when both are the same; when they are only alike, a person is asked."""

import pytest

from passend.regels.kindnaam import Naam, is_zelfde_heel, is_zelfde_naam, lijkt_op_naam


@pytest.mark.parametrize(
    ("een", "ander", "zelfde", "lijkt"),
    [
        (("Bram", "Zoutman"), ("BRAM", " zoutman "), True, True),
        (("Bram", "van der Zoutman"), ("Bram", "Zoutman"), True, True),
        (("José", "'t Hof"), ("Jose", "Hof"), True, True),
        (("Bram", "Zoutman"), ("Fleur", "Zoutman"), False, False),
        (("Bram", "Zoutman"), ("Bram", "Bakker"), False, False),
        (("Bram", "Zandberg"), ("Bram", "Berg"), False, False),
        (("Bram Jan", "Zoutman"), ("Bram", "Zoutman"), False, True),
        (("Bram", "Zoutman-Bakker"), ("Bram Jan", "Zoutman"), False, True),
        (("Bram Jan", "Zoutman"), ("Bram Piet", "Zoutman"), False, False),
        (("Bram", "van de"), ("Bram", "van de"), True, True),
        (("Bram", "van de"), ("Bram", "op de"), False, False),
        (("Bram", ""), ("Bram", ""), False, False),
        (("", "Zoutman"), ("", "Zoutman"), False, False),
        (("Ли", "Ван"), ("Чжан", "Чэнь"), False, False),
        (("Ли", "Ван"), ("ли", "Ван"), True, True),
    ],
)
def test_names_of_one_child(een: Naam, ander: Naam, *, zelfde: bool, lijkt: bool) -> None:
    assert (is_zelfde_naam(een, ander), is_zelfde_naam(ander, een)) == (zelfde, zelfde)
    assert (lijkt_op_naam(een, ander), lijkt_op_naam(ander, een)) == (lijkt, lijkt)


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [
        ("Bram Zoutman", "BRAM  zoutman", True),
        ("Bram van der Zoutman", "Bram Zoutman", True),
        ("José 't Hof", "Jose Hof", True),
        ("Bram Zoutman", "Fleur Zoutman", False),
        ("Bram Zoutman", "Bram Bakker", False),
        ("Bram Zandberg", "Bram Berg", False),
        ("Bram Jan Zoutman", "Bram Zoutman", False),
        ("Zoutman Bram", "Bram Zoutman", False),
        ("Ли Ван", "ли ван", True),
        ("Ли Ван", "Чжан Чэнь", False),
        ("van de", "van de", False),
        ("", "", False),
    ],
)
def test_names_of_one_child_that_are_written_whole(een: str, ander: str, *, zelfde: bool) -> None:
    assert is_zelfde_heel(een, ander) is zelfde
    assert is_zelfde_heel(ander, een) is zelfde
