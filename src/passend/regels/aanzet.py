"""Who acts on a date of an application: whom the law gives that step, and who is on turn for what is too late.

One answer for the line of dates, the lists and the letters: a decision that did not come in time is asked of the board.
"""

from collections.abc import Mapping

from passend.begrippen.toelating import Aanzet
from passend.regels.toelatingsstand import Toelatingsstand

VAN_DE_WET: Mapping[str, Aanzet] = {
    "besluit": Aanzet.SCHOOL,
    "besluit_veilig": Aanzet.SCHOOL,
    "verlenging_hooguit": Aanzet.SCHOOL,
    "aanvullen": Aanzet.OUDERS,
    "niet_behandelen": Aanzet.BESTUUR,
    "tijdelijke_plaatsing": Aanzet.SCHOOL,
    "toelating_van_rechtswege": Aanzet.SCHOOL,
    "pgn_melding": Aanzet.SCHOOL,
    "bezwaar": Aanzet.OUDERS,
    "beslissing_op_bezwaar": Aanzet.BESTUUR,
    "geschil_verzoek": Aanzet.OUDERS,
    "geschil_oordeel": Aanzet.COMMISSIE,
    "beroep": Aanzet.OUDERS,
}
"""Whose step each date is (WPO 40 and 63)."""


def aanzet_bij(wat: str, stand: Toelatingsstand) -> Aanzet:
    """Who acts on a date: whose step it is, and for a decision that is too late who is on turn (WPO 40 lid 1).

    >>> from datetime import date
    >>> from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten
    >>> from passend.regels.toelatingsstand import toelatingsstand
    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
    >>> [aanzet_bij("besluit", toelatingsstand(feiten, peildatum=date(2026, 10, dag))).value for dag in (26, 27)]
    ['school', 'bestuur']
    """
    if wat == "besluit" and stand.is_te_laat:
        return stand.aan_zet
    return VAN_DE_WET.get(wat, Aanzet.SCHOOL)
