"""A decision of which something it rests on was taken back after it: that must not pass unseen."""

from collections.abc import Collection
from dataclasses import replace

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.aanmelding import Tlvstand
from passend.begrippen.toelating import Toelatingsbesluit
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Gevraagdeschool
from passend.regels.andereschool import kunnen_toelaten
from passend.regels.toelatingspoorten import check_besluit
from passend.regels.verwijdering import Verwijderingsfeiten, is_weggevallen
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Toelatingsbeleid, Verwijdergebeurtenis
from passend.toelating.queries.aanmeldingen import besluit_van, geldige
from passend.toelating.queries.feiten import get_aanmeldingsfeiten, laatst_gezegd

GEWEIGERD = Toelatingsbesluit.GEWEIGERD.value
NIET = Tlvstand.NIET.value
NEE = frozenset({Soort.BEREIDHEID_INGETROKKEN.value, Soort.SCHOOL_NIET_BEREID.value})


def list_weggevallen(
    *,
    aanmelding: Aanmelding,
    gebeurtenissen: Collection[Aanmeldgebeurtenis],
    beleid: Toelatingsbeleid | None,
    feiten: Aanmeldingsfeiten,
) -> list[Aanmeldgebeurtenis]:
    """What took back, after the decision, something without which its gate would have been shut; earliest first.

    It is over when what was taken back is noted again as it was, or the board decided on the objection.
    """
    besluit = besluit_van(gebeurtenissen)
    if besluit is None or feiten.besluit is None or feiten.beslist_op is not None:
        return []
    weg = [een for een in gebeurtenissen if een.pk > besluit.pk and een.soort == Soort.VERVALLEN]
    if weg and not besluit.doorbreking:
        over = [een for een in gebeurtenissen if een.pk < besluit.pk or een.soort not in NEE]
        over = [een for een in over if een.op <= besluit.op or een.soort == Soort.VERVALLEN]
        rest = get_aanmeldingsfeiten(aanmelding=aanmelding, gebeurtenissen=gebeurtenissen, beleid=beleid, bewijs=over)
        rest = replace(rest, besluit=None, afwijking=None)
        if check_besluit(rest, feiten.besluit, peildatum=feiten.besluit.bekend_op):
            return weg
    return _ingetrokken(gebeurtenissen, feiten.scholen, besluit) if besluit.uitkomst == GEWEIGERD else []


def list_weggevallen_bij_verwijdering(
    *, gebeurtenissen: Collection[Verwijdergebeurtenis], feiten: Verwijderingsfeiten
) -> list[Verwijdergebeurtenis]:
    """The schools that cannot admit the pupil any more after the decision to remove, when none is left; earliest first.

    It is over when a school says yes or has the pupil, and when the board takes its decision back.
    """
    besluit = next((een for een in geldige(gebeurtenissen) if een.soort == Soort.BESLUIT), None)
    if besluit is None or feiten.is_herroepen or feiten.ingetrokken_op:
        return []
    if not is_weggevallen(feiten, op=max(een.op for een in gebeurtenissen)):
        return []
    return [een for een in geldige(gebeurtenissen) if een.pk > besluit.pk and (een.soort in NEE or een.tlv == NIET)]


def _ingetrokken(
    gebeurtenissen: Collection[Aanmeldgebeurtenis], scholen: Collection[Gevraagdeschool], besluit: Aanmeldgebeurtenis
) -> list[Aanmeldgebeurtenis]:
    """What makes that no school is left that can admit the child, while one could: a yes that is gone, or without TLV.

    As with a removal: a yes of an sbo or so that got no verklaring is no place (WPO 40 lid 8, WEC 40 lid 10).
    """
    nu = max(een.op for een in gebeurtenissen)
    if not kunnen_toelaten(scholen, besluit.op) or kunnen_toelaten(laatst_gezegd(list(gebeurtenissen)), nu):
        return []
    return [een for een in geldige(gebeurtenissen) if een.pk > besluit.pk and (een.soort in NEE or een.tlv == NIET)]
