"""The page of the rules is as new as the scenarios and the numbers it is made of, and a lawyer can read it alone."""

import re

import pytest
from scripts.regelpagina import PAGINA, pagina

DAG = re.compile(r"\d{2}-\d{2}-\d{4}")
WAAR = re.compile(r"\b(WPO|WEC|Awb|Leerplichtwet 1969) artikel \d|\bgeen artikel(: | \()")
UITKOMSTEN = {"niets: het mag", "geen", "geen meer"}


def _rijen(kop: str) -> list[list[str]]:
    """The rows of the first table below a heading, without that of its columns."""
    deel = pagina().split(f"\n## {kop}\n", 1)[1].split("\n## ", 1)[0]
    tabel = [regel.strip("| ").split(" | ") for regel in deel.split("\n| --- ", 1)[1].split("\n\n", 1)[0].splitlines()]
    return tabel[1:]


def _zegt_waar(cel: str) -> bool:
    """Whether each line below the outcome has an article, or says plainly that there is none."""
    regels = [regel for regel in cel.split("<br>") if regel not in UITKOMSTEN]
    return bool(regels) and all(WAAR.search(regel) for regel in regels)


def test_page_of_the_rules_is_made_of_the_scenarios_and_numbers_of_today() -> None:
    assert "### Over de zomer: een vakantie stopt niets" in pagina()
    assert PAGINA.read_text(encoding="utf-8") == pagina(), "Run: python scripts/regelpagina.py"


def test_each_date_has_a_name_beside_its_code_and_where_it_stands() -> None:
    rijen = re.findall(r"^\| \d{2}-\d{2}-\d{4} \| (.*?) \| (.*?) \|$", pagina(), re.MULTILINE)

    assert len(rijen) > 100
    assert [wat for wat, _waar in rijen if not re.fullmatch(r"[A-Z].* \(`[a-z_]+`\)", wat)] == []
    assert [wat for wat, waar in rijen if not waar] == []


def test_case_shows_its_facts_its_dates_and_where_those_stand() -> None:
    namen = {"Waar een aanmelding staat", "Waar een verwijdering staat"}
    rijen = {rij[0]: rij for naam in namen for rij in _rijen(naam)}

    _naam, feiten, op, stand, uitleg, dagen = rijen["De termijn om aan te vullen is voorbij: de klok loopt weer"]
    assert feiten == (
        "· aangemeld, en door de school ontvangen, op 14-09-2026<br>"
        "· op 01-10-2026 vroeg de school om gegevens, uiterlijk op 15-10-2026"
    )
    assert (op, stand) == ("16-10-2026", "in behandeling; aan zet: de school")
    assert dagen.startswith("· **09-11-2026: Uiterlijk het besluit** (WPO artikel 40 lid 6)")
    assert "09-11-2026" in uitleg
    assert [rij[0] for rij in rijen.values() if not DAG.search(rij[1])] == []
    assert [rij[0] for rij in rijen.values() if len(DAG.findall(rij[5])) != rij[5].count("(")] == []


def test_days_to_object_to_a_removal_say_when_it_was_decided() -> None:
    rijen = _rijen("Tot wanneer iemand bezwaar kan maken tegen een verwijdering")

    assert len(rijen) > 5
    assert [rij[0] for rij in rijen if "besluit van 19-10-2026" not in rij[1]] == []


def test_each_code_of_what_is_missing_has_a_sentence_on_the_page() -> None:
    codes = set(re.findall(r"`([a-z_]+)`: ", pagina()))

    assert "bereid_weggevallen" in codes
    assert {code for code in codes if f"\n| `{code}` | " not in pagina()} == set()


@pytest.mark.parametrize(
    ("kop", "minstens"),
    [
        ("Wat er moet liggen voor een besluit over een aanmelding", 85),
        ("Wat er moet liggen voor een verwijdering", 9),
        ("Wanneer een andere school een verwijderde leerling kan hebben ingeschreven", 8),
        ("Wanneer een leerling zo niet geschorst kan worden", 8),
    ],
)
def test_each_row_of_what_must_be_there_stands_on_an_article_or_says_there_is_none(kop: str, minstens: int) -> None:
    rijen = _rijen(kop)

    assert len(rijen) >= minstens
    assert [rij[0] for rij in rijen if not _zegt_waar(rij[-1])] == []


@pytest.mark.parametrize(
    "kop",
    [
        "Waar een aanmelding staat",
        "Waar een verwijdering staat",
        "Tot wanneer iemand bezwaar kan maken tegen een verwijdering",
    ],
)
def test_case_without_a_date_says_on_which_article(kop: str) -> None:
    rijen = [rij for rij in _rijen(kop) if rij[-1].startswith("geen")]

    assert rijen != []
    assert [rij[0] for rij in rijen if not _zegt_waar(rij[-1])] == []
