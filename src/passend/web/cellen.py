"""The cells of a row out of a form; the same names for checking a document and for writing a profile."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from passend.begrippen.profielinhoud import Celwaarde
from passend.begrippen.sjabloon import Keuze, Kolomsoort, Tabel
from passend.profielen.actions.profiel import OnderdeelError

KEUS = "keus"


def cellen_uit_formulier(
    tabel: Tabel, waarden: Mapping[str, str], huidig: Mapping[str, Celwaarde]
) -> dict[str, Celwaarde]:
    """Every column of the table; what the form does not mention is unmarked or blank.

    A document can say more than yes or no; no button of the form stands for that, so it stays until one is chosen.

    Raises:
        OnderdeelError: a column was chosen that the table has not.
    """
    if waarden.get(KEUS) and waarden[KEUS] not in {kolom.code for kolom in tabel.kolommen}:
        raise OnderdeelError(_("Deze keuze is er niet (meer). Laad de pagina opnieuw en kies opnieuw."))
    cellen: dict[str, Celwaarde] = {}
    for kolom in tabel.kolommen:
        invoer = waarden.get(f"cel-{kolom.code}", "").strip()
        if kolom.soort is Kolomsoort.JA_NEE and f"cel-{kolom.code}" not in waarden:
            cellen[kolom.code] = huidig.get(kolom.code)
        elif kolom.soort is not Kolomsoort.MERK:
            cellen[kolom.code] = invoer or None
        elif tabel.keuze is Keuze.LOS:
            cellen[kolom.code] = {"ja": True, "nee": False}.get(invoer)
        else:
            cellen[kolom.code] = waarden.get(KEUS) == kolom.code
    return cellen
