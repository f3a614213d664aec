"""Nothing grows so big that nobody reads it."""

from tests.architecture.bestanden import BRON, modules

MEESTE_REGELS = 350
MEESTE_REGELS_PAGINA = 200


def test_no_module_has_more_lines_than_one_can_read() -> None:
    regels = {str(pad.relative_to(BRON)): len(pad.read_text(encoding="utf-8").splitlines()) for pad in modules()}

    assert len(regels) > 50
    assert {pad: aantal for pad, aantal in regels.items() if aantal > MEESTE_REGELS} == {}


def test_no_template_has_more_lines_than_one_can_read() -> None:
    regels = {pad.name: len(pad.read_text(encoding="utf-8").splitlines()) for pad in BRON.rglob("*.jinja")}

    assert len(regels) > 5
    assert {naam: aantal for naam, aantal in regels.items() if aantal > MEESTE_REGELS_PAGINA} == {}
