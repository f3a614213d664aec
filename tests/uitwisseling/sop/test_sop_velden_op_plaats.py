"""Fields on a page without a colon: the value stands clearly right of its label."""

import pytest

from passend.documenten.document import Regel, Woord
from passend.uitwisseling.sop.veldplaatsen import Plaatsveld, lees_veld_op_plaats

LABELS = {"Adres", "Opgesteld door directeur en team op", "Directeur"}
type Stuk = tuple[float, str]


def _regel(nummer: int, *stukken: Stuk) -> Regel:
    woorden = []
    for x0, tekst in stukken:
        plek = x0
        for woord in tekst.split():
            woorden.append(Woord(tekst=woord, x0=plek, x1=plek + 5.0 * len(woord)))
            plek += 5.0 * len(woord) + 3
    tekst = " ".join(tekst for _x0, tekst in stukken)
    return Regel(
        nummer=nummer, tekst=tekst, woorden=tuple(woorden), pagina=1, kader=(70, 20 * nummer, 500, 20 * nummer + 10)
    )


@pytest.mark.parametrize(
    ("regels", "veld"),
    [
        ([_regel(1, (70, "Adres"), (240, "Kade 1"))], Plaatsveld("Adres", ("Kade 1",), 1)),
        (
            [
                _regel(1, (70, "Opgesteld door directeur en"), (240, "7 juni 2021")),
                _regel(2, (70, "team op")),
                _regel(3, (70, "Directeur"), (240, "Mw. Z")),
            ],
            Plaatsveld("Opgesteld door directeur en team op", ("7 juni 2021",), 2),
        ),
        (
            [_regel(1, (70, "Adres"), (240, "Kade 1,")), _regel(2, (240, "1234 AB Stad")), _regel(3, (70, "Verder."))],
            Plaatsveld("Adres", ("Kade 1,", "1234 AB Stad"), 2),
        ),
        ([_regel(1, (70, "Adres Kade 1"))], None),
        ([_regel(1, (70, "Kade"), (240, "Adres"))], None),
    ],
)
def test_a_label_has_the_words_right_of_it_as_value(regels: list[Regel], veld: Plaatsveld | None) -> None:
    assert lees_veld_op_plaats(regels, LABELS.__contains__) == veld
