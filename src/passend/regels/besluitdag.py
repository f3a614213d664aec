"""What stays to be seen of the dates of an application once it was decided: the last day, and what it gave until then.

Counted from the day on which the parents were told, by the same terms as before the decision.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from passend.begrippen.termijn import Termijn, in_cijfers
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Besluit, waarde
from passend.regels.toelatingstermijnen import (
    besluittermijn,
    plaatsing_vanaf,
    toelating_van_rechtswege_vanaf,
    toelatingstermijnen,
)


def dagen_te_laat(feiten: Aanmeldingsfeiten, besluit: Besluit) -> int | None:
    """How many days after the last one the parents were told; 0 when in time, None where no day was set.

    >>> from passend.begrippen.toelating import Toelatingsbesluit
    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
    >>> dagen_te_laat(feiten, Besluit(soort=Toelatingsbesluit.TOEGELATEN, op=date(2026, 10, 31)))
    5
    """
    termijn = besluittermijn(feiten, peildatum=besluit.bekend_op)
    return None if termijn is None else max((besluit.bekend_op - termijn.uiterlijk).days, 0)


def voorbije_termijnen(feiten: Aanmeldingsfeiten, besluit: Besluit) -> tuple[Termijn, ...]:
    """The last day for the decision, and a right to a place that began before the parents were told of it."""
    return (*_laatste_dag(feiten, besluit), *_plek(feiten, besluit.bekend_op), *_van_rechtswege(feiten, besluit))


def toegelaten_van_rechtswege(feiten: Aanmeldingsfeiten, vanaf: date) -> Termijn:
    """The day on which the law admitted a child because nothing was decided (WPO 40 lid 16)."""
    uitleg = f"Er was op tijd geen besluit. Daarom is het kind vanaf {in_cijfers(vanaf)} toegelaten."
    waar = waarde("asielzoeker_toelating", feiten.verzocht_op).vindplaats
    return Termijn(wat="toegelaten_van_rechtswege", dag=vanaf, vindplaats=waar, uitleg=uitleg)


def _laatste_dag(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Iterator[Termijn]:
    bekend_op = besluit.bekend_op
    for een in toelatingstermijnen(feiten, peildatum=bekend_op):
        if een.wat == "besluit":
            uitleg = _uitleg(een.dag, bekend_op)
            yield replace(een, wat="besluit_was", uitleg=uitleg, is_voorlopig=False)


def _uitleg(uiterlijk: date, bekend_op: date) -> str:
    """Whole sentences: a page finds their translation by the whole."""
    dagen = (bekend_op - uiterlijk).days
    if dagen <= 0:
        return (
            f"Het besluit moest er uiterlijk op {in_cijfers(uiterlijk)} zijn. Het is verteld op "
            f"{in_cijfers(bekend_op)}: op tijd."
        )
    if dagen == 1:
        return (
            f"Het besluit moest er uiterlijk op {in_cijfers(uiterlijk)} zijn. Het is verteld op "
            f"{in_cijfers(bekend_op)}: 1 dag te laat."
        )
    return (
        f"Het besluit moest er uiterlijk op {in_cijfers(uiterlijk)} zijn. Het is verteld op "
        f"{in_cijfers(bekend_op)}: {dagen} dagen te laat."
    )


def _plek(feiten: Aanmeldingsfeiten, bekend_op: date) -> Iterator[Termijn]:
    vanaf = plaatsing_vanaf(feiten)
    if vanaf is not None and vanaf <= bekend_op:
        regel = waarde("tijdelijke_plaatsing", feiten.verzocht_op)
        uitleg = (
            f"Er was na {regel.feiten['weken']} weken geen besluit. Vanaf {in_cijfers(vanaf)} had het kind daarom "
            "recht op een tijdelijke plek."
        )
        yield Termijn(wat="tijdelijke_plaatsing_was", dag=vanaf, vindplaats=regel.vindplaats, uitleg=uitleg)


def _van_rechtswege(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Iterator[Termijn]:
    vanaf = toelating_van_rechtswege_vanaf(feiten)
    if vanaf is not None and vanaf <= besluit.bekend_op:
        yield toegelaten_van_rechtswege(feiten, vanaf)
