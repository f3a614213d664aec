"""Pages of a PDF as pictures, also when several people look at once."""

import io
import time
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from PIL import Image
from tests.documenten.lezen.bladen import blad

from passend.documenten.lezen.weergave import MEESTE_PIXELS, SCHAAL, teken_bladzijde

INHOUD = blad(b"72 600 100 100 re f")


def test_a_page_is_drawn_where_a_reader_sees_it() -> None:
    beeld = Image.open(io.BytesIO(teken_bladzijde(INHOUD, 1))).convert("L")

    assert beeld.size == (round(595 * SCHAAL), pytest.approx(842 * SCHAAL, abs=1))
    midden, ernaast = (122, 842 - 650), (300, 842 - 650)
    assert beeld.getpixel((int(midden[0] * SCHAAL), int(midden[1] * SCHAAL))) == 0
    assert beeld.getpixel((int(ernaast[0] * SCHAAL), int(ernaast[1] * SCHAAL))) == 255


def test_a_giant_page_is_drawn_small() -> None:
    beeld = Image.open(io.BytesIO(teken_bladzijde(blad(b"", MediaBox=[0, 0, 10_000, 20_000]), 1)))

    assert max(beeld.size) <= MEESTE_PIXELS + 1


@pytest.mark.parametrize("nummer", [0, 2])
def test_a_page_that_is_not_there_is_refused(nummer: int) -> None:
    with pytest.raises(IndexError):
        teken_bladzijde(INHOUD, nummer)


def test_pages_for_several_people_are_drawn_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    tegelijk: list[int] = []
    open_nu = 0

    class Document(pypdfium2.PdfDocument):  # type: ignore[misc] -- the library tells no types
        def __init__(self, bron: bytes) -> None:
            nonlocal open_nu
            open_nu += 1
            tegelijk.append(open_nu)
            time.sleep(0.02)
            super().__init__(bron)

        def close(self) -> None:
            nonlocal open_nu
            super().close()
            open_nu -= 1

    monkeypatch.setattr(pypdfium2, "PdfDocument", Document)
    with ThreadPoolExecutor(4) as lezers:
        beelden = list(lezers.map(lambda _nummer: teken_bladzijde(INHOUD, 1), range(8)))

    assert tegelijk == [1] * 8
    assert len(set(beelden)) == 1
