"""The plain words of a plan begin with what the plan says already."""

from datetime import date

from passend.regels.gewonewoorden import LANGSTE_GEWOON, begin_gewoon
from passend.regels.planregels import Regelfeiten, regelzin


def test_goals_help_and_the_day_of_looking_back_are_each_a_sentence() -> None:
    regels = [
        Regelfeiten(aanpak="Samen lezen.", wie="leerkracht", hoe_vaak="elke dag", behoefte="rust", belofte="Leesclub"),
        Regelfeiten(aanpak="Thuis lezen", wie="ouders"),
    ]

    begin = begin_gewoon(
        voornaam="Pip",
        doelen=["Pip leest vlot.", " ", "- Pip leest graag."],
        regels=regels,
        woorden="Pip zit vooraan.\n",
        terugkijken=date(2026, 12, 1),
    )

    assert begin.splitlines() == [
        "Dit gaat Pip leren:",
        "- Pip leest vlot.",
        "- Pip leest graag.",
        "",
        "Zo helpen we:",
        "- Pip zit vooraan.",
        "- Samen lezen. Wie: leerkracht. Wanneer: elke dag.",
        "- Thuis lezen. Wie: ouders.",
        "",
        "Op 1-12-2026 kijken we samen of het helpt.",
    ]


def test_plan_that_says_nothing_gives_nothing_to_begin_with() -> None:
    assert begin_gewoon(voornaam="Pip", doelen=[], regels=[], terugkijken=None) == ""


def test_beginning_of_a_long_plan_fits_where_it_goes() -> None:
    assert len(begin_gewoon(voornaam="Pip", doelen=["x" * 3000], regels=[], terugkijken=None)) == LANGSTE_GEWOON


def test_line_says_only_what_it_has() -> None:
    assert regelzin(Regelfeiten(aanpak="Lezen", wie="juf", belofte="Leesclub")) == (
        "Lezen, juf (uit het aanbod: Leesclub)"
    )
    assert regelzin(Regelfeiten(aanpak="Lezen", wie="juf")) == "Lezen, juf"


def test_sentences_end_in_one_full_stop_whatever_stood_there() -> None:
    regel = Regelfeiten(aanpak="Rekenen met Project X.", wie="juf Max X.")

    assert begin_gewoon(voornaam="Pip", doelen=[], regels=[regel], terugkijken=None) == (
        "Zo helpen we:\n- Rekenen met Project X. Wie: juf Max X."
    )


def test_line_names_the_need_and_the_offer() -> None:
    regel = Regelfeiten(aanpak="Samen lezen", wie="leerkracht", behoefte="korte stappen", belofte="Leesclub")

    assert regelzin(regel) == "Samen lezen, leerkracht (voor: korte stappen; uit het aanbod: Leesclub)"
