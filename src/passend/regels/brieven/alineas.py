"""Paragraphs of letters of admission that weigh what is known: when a decision comes, and what a refusal does."""

from collections.abc import Collection, Iterator
from datetime import date

from passend.regels.brieven.feiten import Brieffeiten, in_woorden

WPO = "Wet op het primair onderwijs"


def wanneer(
    op: date,
    *,
    uiterlijk_op: date | None,
    hooguit: date | None,
    toegelaten_vanaf: date | None,
    plaatsing_vanaf: date | None,
) -> Iterator[str]:
    """When the decision comes, and what holds without one; a day that went by already is no promise any more.

    The term of a child that seeks asylum, the one that the law can admit, is in a paragraph of its own (WPO 40 lid 15).
    """
    artikel = "artikel 40 lid 15" if toegelaten_vanaf else "artikel 40 lid 6"
    if uiterlijk_op and uiterlijk_op < op:
        yield (
            f"Ons besluit moest er uiterlijk op {in_woorden(uiterlijk_op)} zijn ({WPO}, {artikel}). Dat is niet gelukt."
        )
        if not toegelaten_vanaf:
            yield "U hoort zo snel mogelijk van ons wat het bestuur besluit."
    elif uiterlijk_op:
        yield (
            f"U krijgt ons besluit uiterlijk op {in_woorden(uiterlijk_op)}. Dat is zes weken na de ontvangst; "
            f"vakanties tellen mee ({WPO}, {artikel})."
        )
        if hooguit:
            yield (
                "Hebben wij meer tijd nodig, dan leggen wij u dat voor die dag uit. Het besluit komt dan niet later "
                f"dan {in_woorden(hooguit)}. Dit mag maar één keer."
            )
    if toegelaten_vanaf:
        begin = "Daarom is" if toegelaten_vanaf <= op else "Is er dan nog geen besluit, dan is"
        yield f"{begin} uw kind vanaf {in_woorden(toegelaten_vanaf)} toegelaten op onze school (artikel 40 lid 16)."
    if plaatsing_vanaf:
        begin = "Daarom mag" if plaatsing_vanaf <= op else "Is er dan nog geen besluit, dan mag"
        yield (
            f"{begin} uw kind vanaf {in_woorden(plaatsing_vanaf)} tijdelijk bij ons naar school, als het vier jaar "
            "is en niet op een andere school staat ingeschreven (artikel 40 lid 7)."
        )


def verklaringen(met_tlv: Collection[str], tlv_gevraagd: Collection[str]) -> Iterator[str]:
    """What a willing school of special education asks for, and whether that is there (WPO 40 lid 8, WEC 40 lid 10)."""
    for school in (*met_tlv, *tlv_gevraagd):
        hoe = "Die is er."
        if school in tlv_gevraagd:
            hoe = "Die is aangevraagd. Uw kind kan daar beginnen als zij er is; u hoort wat daarop wordt beslist."
        yield (
            f"{school} laat een kind alleen toe met een toelaatbaarheidsverklaring van het samenwerkingsverband. {hoe}"
        )


def vol(f: Brieffeiten) -> Iterator[str]:
    """Which group is full, where the policy stands that was followed, and when it was written down if that was late.

    A board can refuse for want of room although no policy was followed or noted; then the letter claims none.
    """
    plaats = f"Er is geen plaats in groep {f.groep}." if f.groep else "Er is geen plaats."
    if not (f.is_beleid_gevolgd and f.beleid_adres):
        yield plaats
        return
    yield f"{plaats} Wij volgden hierbij ons toelatingsbeleid. Dat leest u op {f.beleid_adres}."
    if f.beleid_later_op:
        eerder = f" Volgens de school was het al eerder openbaar, en is dat zo te zien: {f.beleid_eerder}"
        yield (
            f"Dit beleid staat sinds {in_woorden(f.beleid_later_op)} in het systeem van de school. Dat is na uw "
            f"aanmelding.{eerder if f.beleid_eerder else ''}"
        )


def uitschrijving(uitgeschreven_op: date | None) -> Iterator[str]:
    """That a temporary place is over the day after the decision (WPO 40 lid 7)."""
    if uitgeschreven_op:
        yield (
            f"Uw kind was tijdelijk bij ons geplaatst. Door dit besluit stopt de inschrijving op "
            f"{in_woorden(uitgeschreven_op)} (artikel 40 lid 7). Wij helpen u met een andere school."
        )
