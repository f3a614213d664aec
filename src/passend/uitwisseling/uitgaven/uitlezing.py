"""An edition straight from a document that was read, without storing anything."""

from collections.abc import Sequence
from datetime import date

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Profielinhoud, Profiellezing
from passend.begrippen.sjabloon import Sjabloon
from passend.begrippen.uitgave import STAPVELDEN, Stap, Stapsoort, Uitgave


def uitgave_uit_lezing(lezing: Profiellezing, peildatum: date, sjablonen: Sequence[Sjabloon] | None = None) -> Uitgave:
    """What a document says, ready to be set; `sjablonen` when it was read with other than the shipped ones.

    It is adopted when the document names the day the board did so; the steps it does not speak of stay open.
    """
    sjabloon = next(sj for sj in sjablonen or load_sjablonen() if sj.code == lezing.inhoud.sjabloon)
    stappen = tuple(_stappen(lezing.inhoud))
    is_vastgesteld = any(stap.soort is Stapsoort.BESTUUR_VASTGESTELD for stap in stappen)
    return Uitgave(
        sjabloon=sjabloon,
        inhoud=lezing.inhoud,
        peildatum=peildatum,
        status="vastgesteld" if is_vastgesteld else "concept",
        stappen=stappen,
        ontbrekende_figuren=lezing.ontbrekende_figuren,
    )


def _stappen(inhoud: Profielinhoud) -> list[Stap]:
    stappen: list[Stap] = []
    for soort, (veld, wie) in STAPVELDEN.items():
        try:
            op = date.fromisoformat(inhoud.waarde(veld) or "")
        except ValueError:
            continue
        stappen.append(Stap(soort=soort, op=op, door=inhoud.waarde(wie) or ""))
    return stappen
