"""A document names the same article for a step as the screen where that step is taken."""

from passend.documenten.zetten.woorden import STAPARTIKELEN
from passend.regels.vaststelling import ARTIKELEN


def test_document_and_screen_name_the_same_articles() -> None:
    assert STAPARTIKELEN == ARTIKELEN
    assert len(STAPARTIKELEN) == 6
