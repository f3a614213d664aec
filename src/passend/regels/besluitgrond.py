"""On which ground a decision on an application rests, with the articles that give it: one answer for page and letter.

It is the ground that the board gave. Whether that was proved is said by the gates, beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Besluit, soort_school, waarde, wpo
from passend.regels.andereschool import kunnen_toelaten

AWB: Final = "https://wetten.overheid.nl/BWBR0005537"
_ARTIKELEN: Mapping[Weigeringsgrond, tuple[str, ...]] = {
    Weigeringsgrond.ANDERE_SCHOOL: ("40 lid 4",),
    Weigeringsgrond.SCHOOL_VOL: ("40 lid 5 onder a",),
    Weigeringsgrond.GRONDSLAG: ("40 lid 5 onder b", "58 lid 1"),
    Weigeringsgrond.ANDERS: (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitgrond:
    """Why a board said no, and where that stands.

    Attributes:
        grond: the ground of a refusal; None of an application that is not handled, for too little was known.
        is_bereid: another school said that it can admit the child, on the day of the decision and when it was told.
        vindplaatsen: the articles that give this ground; where none does, the one that asks for reasons.
        is_motivering: the law knows no such ground, and only wants the reasons of it.
    """

    grond: Weigeringsgrond | None
    vindplaatsen: tuple[Vindplaats, ...]
    is_bereid: bool = False
    is_motivering: bool = False


def grond_van(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Besluitgrond | None:
    """On what a decision rests; None for one that admits the child.

    >>> from datetime import date
    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
    >>> besluit = Besluit(soort=Toelatingsbesluit.GEWEIGERD, op=date(2026, 10, 19), grond=Weigeringsgrond.GRONDSLAG)
    >>> [str(een) for een in grond_van(feiten, besluit).vindplaatsen]
    ['WPO artikel 40 lid 5 onder b', 'WPO artikel 58 lid 1']
    """
    if besluit.soort is Toelatingsbesluit.TOEGELATEN:
        return None
    if besluit.soort is Toelatingsbesluit.NIET_BEHANDELD:
        waar = waarde(f"niet_behandelen_{soort_school(feiten)}", feiten.verzocht_op).vindplaats
        return Besluitgrond(grond=None, vindplaatsen=(waar,))
    artikelen = artikelen_van(besluit.grond, is_zorgplichtig=feiten.is_zorgplichtig)
    return Besluitgrond(
        grond=besluit.grond,
        vindplaatsen=artikelen or (waar_redenen(is_openbaar=feiten.is_openbaar),),
        is_bereid=bool(kunnen_toelaten(feiten.scholen, besluit.op, besluit.bekend_op)),
        is_motivering=not artikelen,
    )


def artikelen_van(grond: Weigeringsgrond, *, is_zorgplichtig: bool) -> tuple[Vindplaats, ...]:
    """The articles that give a ground to refuse; nothing where the law names none.

    That another school takes the child is a ground of the law only for one that needs extra support (WPO 40 lid 4).

    >>> artikelen_van(Weigeringsgrond.ANDERE_SCHOOL, is_zorgplichtig=False)
    ()
    """
    if grond is Weigeringsgrond.ANDERE_SCHOOL and not is_zorgplichtig:
        return ()
    return tuple(wpo(artikel) for artikel in _ARTIKELEN[grond])


def waar_redenen(*, is_openbaar: bool) -> Vindplaats:
    """Where it stands that parents read the reasons of a refusal (WPO 63 lid 2; of a public school Awb 3:46).

    >>> str(waar_redenen(is_openbaar=True))
    'Awb artikel 3:46'
    """
    return Vindplaats(regeling="Awb", artikel="3:46", adres=AWB) if is_openbaar else wpo("63 lid 2")
