"""The page of the rules is as new as the scenarios and the numbers it is made of."""

from scripts.regelpagina import PAGINA, pagina


def test_page_of_the_rules_is_made_of_the_scenarios_and_numbers_of_today() -> None:
    assert "### Over de zomer: een vakantie stopt niets" in pagina()
    assert PAGINA.read_text(encoding="utf-8") == pagina(), "Run: python scripts/regelpagina.py"
