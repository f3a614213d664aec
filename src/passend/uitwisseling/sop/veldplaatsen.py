"""A field without a colon on a page: a label, and right of it its value, each on as many lines as it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from passend.documenten.document import Regel
from passend.uitwisseling.sop.layoutkop import Brok, brokken

_MARGE = 3.0
_LABELREGELS = 3
_MEESTE_REGELS = 8


@dataclass(frozen=True, slots=True)
class Plaatsveld:
    """A field as it stands on a page, and how many lines it takes."""

    label: str
    stukken: tuple[str, ...]
    hoogte: int

    def waarde(self, *, is_aaneen: bool) -> str:
        """The words of the value; `is_aaneen` for an address, in which a line end is no space."""
        return ("" if is_aaneen else " ").join(self.stukken)


def lees_veld_op_plaats(regels: Sequence[Regel], is_label: Callable[[str], bool]) -> Plaatsveld | None:
    """The field that starts on the first line; None when no label stands there with words right of it."""
    delen = brokken(regels[0]) if regels and regels[0].kader is not None else []
    if len(delen) < 2:  # noqa: PLR2004 -- a label and a value
        return None
    vanaf = delen[1].x0
    rijen = _bij_elkaar(regels, delen[0].x0, vanaf)
    for hoogte in range(1, min(len(rijen), _LABELREGELS) + 1):
        label = " ".join(links for links, _rechts in rijen[:hoogte] if links)
        if is_label(label):
            over = _zonder_label(rijen, hoogte)
            waarde = tuple(rechts for _links, rechts in rijen[:over] if rechts)
            return Plaatsveld(label, waarde, over)
    return None


def _bij_elkaar(regels: Sequence[Regel], links: float, rechts: float) -> list[tuple[str, str]]:
    """Per line below each other the words of the label and of the value, as long as they stand in those places."""
    uit: list[tuple[str, str]] = []
    for regel in regels[:_MEESTE_REGELS]:
        delen = brokken(regel)
        if not delen or regel.pagina != regels[0].pagina or not all(_past(deel, links, rechts) for deel in delen):
            break
        label = [deel.tekst for deel in delen if deel.x0 < rechts - _MARGE]
        waarde = [deel.tekst for deel in delen if deel.x0 >= rechts - _MARGE]
        uit.append((" ".join(label), " ".join(waarde)))
    return uit


def _past(deel: Brok, links: float, rechts: float) -> bool:
    return abs(deel.x0 - links) <= _MARGE or deel.x0 >= rechts - _MARGE


def _zonder_label(rijen: Sequence[tuple[str, str]], vanaf: int) -> int:
    """The first line after the label with words below it again: the next field starts there."""
    return next((plek for plek in range(vanaf, len(rijen)) if rijen[plek][0]), len(rijen))
