"""Letters that tell parents of something on the way, in Dutch and English: no decision, and yet to be known at once."""

from collections.abc import Iterator

from passend.regels.brieven.feiten import Brieffeiten, in_woorden, in_words


def elders(f: Brieffeiten) -> Iterator[str]:
    """The school noted that the child is enrolled elsewhere, so that there is no temporary place (WPO 40 lid 7)."""
    yield f"Wij hoorden dat {f.kind} is ingeschreven op een andere school: {f.andere_school}."
    yield f"Dit weten wij hiervan: {f.motivering}"
    if f.plaatsing_vanaf:
        yield (
            "Een kind dat op een andere school is ingeschreven, heeft geen recht op een tijdelijke plek bij ons (Wet "
            "op het primair onderwijs, artikel 40 lid 7). Het recht op die plek, vanaf "
            f"{in_woorden(f.plaatsing_vanaf)}, is er dus niet meer."
        )
    yield "Klopt dit niet? Laat het ons meteen weten. Dan halen wij dit weg, en geldt weer wat er eerst stond."
    yield "Uw aanmelding blijft gewoon staan. U krijgt nog een besluit."


def enrolled_elsewhere(f: Brieffeiten) -> Iterator[str]:
    """`elders` in English."""
    yield f"We heard that {f.kind} is enrolled at another school: {f.andere_school}."
    yield f"What we know of this, as it was written: {f.motivering}"
    if f.plaatsing_vanaf:
        yield (
            "A child that is enrolled at another school has no right to a temporary place at our school (Dutch law on "
            f"primary education, article 40(7)). So the right to that place, from {in_words(f.plaatsing_vanaf)}, is no "
            "longer there."
        )
    yield "Is this not right? Please tell us at once. Then we take it away, and what was there before holds again."
    yield "Your application stays as it is. A decision will still come."


def reactie(f: Brieffeiten) -> Iterator[str]:
    """What the board does with the opinion of the committee, and why (IB-WPO 3.3 lid 8)."""
    op = f" op {in_woorden(f.oordeel_op)}" if f.oordeel_op else ""
    yield f"De geschillencommissie passend onderwijs gaf{op} haar oordeel over het besluit over {f.kind}."
    yield f"Dit doet het bestuur met dat oordeel, en waarom: {f.motivering}"
    yield "Het bestuur stuurt dit ook aan de commissie (Inrichtingsbesluit WPO, artikel 3.3 lid 8)."
    if f.uiterlijk_op:
        yield (
            f"Uiterlijk op {in_woorden(f.uiterlijk_op)} beslist het bestuur op uw bezwaar. U krijgt daarover een brief."
        )


def reaction(f: Brieffeiten) -> Iterator[str]:
    """`reactie` in English."""
    op = f" on {in_words(f.oordeel_op)}" if f.oordeel_op else ""
    yield f"The disputes committee gave its opinion{op} on the decision about {f.kind}."
    yield f"What the board does with that opinion, and why, as it was written: {f.motivering}"
    yield "The board also sends this to the committee (Dutch decree on the organisation of schools, article 3.3(8))."
    if f.uiterlijk_op:
        yield (
            f"By {in_words(f.uiterlijk_op)} at the latest the board decides on your objection. You will get a letter "
            "about it."
        )
