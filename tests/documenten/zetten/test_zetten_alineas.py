"""Prose as paragraphs and lists."""

from passend.documenten.zetten.alineas import Alinea, alineas


def test_lines_join_and_dashes_become_a_list() -> None:
    tekst = "Wij\nkopen:\n- een bril\n  op maat\n- een klok\n\n- een stoel\n\nKlaar."
    assert alineas(tekst) == (
        Alinea(tekst="Wij kopen:"),
        Alinea(punten=("een bril op maat", "een klok", "een stoel")),
        Alinea(tekst="Klaar."),
    )


def test_a_list_after_other_words_is_a_list_of_its_own() -> None:
    assert alineas("• een\n\ntussen\n\n• twee") == (
        Alinea(punten=("een",)),
        Alinea(tekst="tussen"),
        Alinea(punten=("twee",)),
    )


def test_blank_prose_has_no_paragraphs() -> None:
    assert alineas(" \n\n \n") == ()
