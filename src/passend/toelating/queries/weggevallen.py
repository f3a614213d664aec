"""A decision of which something it rests on was taken back after it: that must not pass unseen."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten
from passend.regels.toelatingspoorten import check_besluit
from passend.toelating.models import Aanmeldgebeurtenis
from passend.toelating.queries.aanmeldingen import bereide_scholen, besluit_van, geldige


def list_weggevallen(
    gebeurtenissen: Collection[Aanmeldgebeurtenis], feiten: Aanmeldingsfeiten, *, peildatum: date | None = None
) -> list[Aanmeldgebeurtenis]:
    """What took back, after the decision, something without which its gate would have been shut; earliest first.

    It is over when what was taken back is noted again as it was, or the board decided on the objection.
    """
    besluit = besluit_van(gebeurtenissen)
    if besluit is None or feiten.besluit is None or feiten.beslist_op is not None:
        return []
    weg = [een for een in gebeurtenissen if een.pk > besluit.pk and een.soort == Soort.VERVALLEN]
    toen = replace(feiten, besluit=None, afwijking=None)
    if weg and not besluit.doorbreking and check_besluit(toen, feiten.besluit, peildatum=peildatum or besluit.op):
        return weg
    return _ingetrokken(gebeurtenissen, feiten, besluit)


def _ingetrokken(
    gebeurtenissen: Collection[Aanmeldgebeurtenis], feiten: Aanmeldingsfeiten, besluit: Aanmeldgebeurtenis
) -> list[Aanmeldgebeurtenis]:
    """The schools that took their yes back since, when none is left that admits the child that was refused here."""
    was_bereid = any(een.is_bereid(besluit.op) for een in feiten.scholen)
    if besluit.uitkomst != Toelatingsbesluit.GEWEIGERD or not was_bereid or bereide_scholen(gebeurtenissen):
        return []
    nee = {Soort.BEREIDHEID_INGETROKKEN, Soort.SCHOOL_NIET_BEREID}
    return [een for een in geldige(gebeurtenissen) if een.pk > besluit.pk and een.soort in nee]
