"""The paragraphs in English that more kinds of letters share."""

from collections.abc import Iterator, Sequence

from passend.regels.brieven.feiten import Brieffeiten, in_words

GPO = "disputes committee (geschillencommissie passend onderwijs), onderwijsgeschillen.nl"


def reden(f: Brieffeiten) -> str:
    """The reasons of the board, which stay in Dutch: nobody translates what somebody decided."""
    return f"The reason, as it was written: {f.motivering}"


def vol(f: Brieffeiten) -> Iterator[str]:
    """Which group is full, and where the policy stands that was followed; as `alineas.vol`."""
    plaats = f"There is no place in year group {f.groep}." if f.groep else "There is no place."
    if not (f.is_beleid_gevolgd and f.beleid_adres):
        yield plaats
        return
    yield f"{plaats} We followed our admission policy. You can read it at {f.beleid_adres}."
    if f.beleid_later_op:
        eerder = f" The school says that it was public before, and that this shows it: {f.beleid_eerder}"
        yield (
            f"This policy has been in the system of the school since {in_words(f.beleid_later_op)}. That is after "
            f"you applied.{eerder if f.beleid_eerder else ''}"
        )


def verklaringen(f: Brieffeiten) -> Iterator[str]:
    """Which schools ask for a verklaring, and whether it is there (WPO 40 lid 8, WEC 40 lid 10)."""
    for school in (*f.met_tlv, *f.tlv_gevraagd):
        hoe = "It is there."
        if school in f.tlv_gevraagd:
            hoe = (
                "It was applied for. Your child can start there once it is there; you will hear what is decided on it."
            )
        yield f"{school} admits a child only with a statement of admissibility (toelaatbaarheidsverklaring). {hoe}"


def uitschrijving(f: Brieffeiten) -> Iterator[str]:
    """That a temporary place is over the day after the decision (WPO 40 lid 7)."""
    if f.uitgeschreven_op:
        yield (
            "Your child had a place at our school for the time being. By this decision the enrolment ends on "
            f"{in_words(f.uitgeschreven_op)} (article 40(7)). We will help you to find another school."
        )


def naar_rechter(f: Brieffeiten) -> Iterator[str]:
    """What parents can do who do not agree with the decision on their objection (Awb 6:7, 8:1)."""
    if not f.is_openbaar:
        yield "Do you not agree? Then you can bring it before a judge."
        return
    wanneer = f"by {in_words(f.beroep_tot)} at the latest" if f.beroep_tot else "within six weeks"
    yield (
        f"Do you not agree? Then you can appeal to the court {wanneer} (Dutch general administrative law, article 8:1)."
    )


def waarheen(f: Brieffeiten) -> str:
    """Where a letter with an objection goes."""
    if f.bezwaaradres:
        return f"Send it to {f.bezwaaradres}."
    return "You may also hand it to the school, which takes it to the board."


def bereid(scholen: Sequence[str]) -> str:
    """Which schools are willing."""
    wie = "This school is" if len(scholen) == 1 else "These schools are"
    return f"{wie} willing to admit your child: {' and '.join(scholen)}."


def niet_eens(f: Brieffeiten) -> Iterator[str]:
    """What parents can do who do not agree."""
    if f.bezwaar_tot is None:
        return
    wet = "Dutch general administrative law" if f.is_openbaar else "Dutch law on primary education, article 63"
    yield (
        f"Do you not agree? Then write {f.bestuur or 'the board'} a letter with your objection, by "
        f"{in_words(f.bezwaar_tot)} at the latest ({wet}). {waarheen(f)} The board first hears you and then decides "
        "again."
    )
    yield (
        f"You can also go to the {GPO}. Do so by {in_words(f.bezwaar_tot)} too. The committee gives an opinion within "
        "ten weeks. Until then the board waits with its decision on your objection."
    )
