"""The letters of admission in plain English, to stand under the Dutch ones: the Dutch letter is what counts.

Each function says what its Dutch twin in `toelating` says, sentence by sentence. What the school or the board wrote
itself is not translated: it stands here as it was written.
"""

from collections.abc import Callable, Iterator, Mapping

from passend.begrippen.aanmelding import Briefsoort
from passend.begrippen.toelating import Bezwaaruitkomst, Weigeringsgrond
from passend.regels.brieven import berichten
from passend.regels.brieven.engelse_alineas import (
    bereid,
    naar_rechter,
    niet_eens,
    reden,
    uitschrijving,
    verklaringen,
    vol,
    waarheen,
)
from passend.regels.brieven.feiten import Brieffeiten, in_words
from passend.regels.brieven.groet import salutation, signature
from passend.regels.brieven.gronden import ground
from passend.regels.brieven.ontbrekend import AT_REMOVAL, deviation, found
from passend.regels.brieven.toelating import BESLUITEN


def maak_vertaling(soort: Briefsoort, feiten: Brieffeiten) -> tuple[str, ...]:
    """The paragraphs in English of a letter of a kind with these facts.

    >>> from datetime import date
    >>> feiten = Brieffeiten(school="De Wilg", kind="Noa", op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14),
    ...     uiterlijk_op=date(2026, 10, 26))
    >>> maak_vertaling(Briefsoort.ONTVANGST, feiten)[2]
    'On 14 September 2026 De Wilg received your application for Noa. Thank you.'
    """
    geldt = "The Dutch text is the decision." if soort in BESLUITEN else "The Dutch text is what counts."
    kop = f"This is a translation, to help you. {geldt}"
    slot = f"Do you have questions? Please call or mail the school, or come by. {_steunpunt(feiten)}".strip()
    onder = signature(feiten, is_besluit=soort in BESLUITEN)
    return (kop, salutation(feiten), *_LETTERS[soort](feiten), slot, *onder)


def _steunpunt(f: Brieffeiten) -> str:
    return f"You can also talk to the support desk for parents: {f.steunpunt}." if f.steunpunt else ""


def _ontvangst(f: Brieffeiten) -> Iterator[str]:
    yield f"On {in_words(f.ontvangen_op)} {f.school} received your application for {f.kind}. Thank you."
    yield (
        "We now look at what your child needs and whether we can offer it. We may ask you for more information, or ask "
        "to talk with you."
    )
    yield from _wanneer(f)
    if f.is_elders_ingeschreven:
        yield "Your child stays at its present school until there is a decision."


def _wanneer(f: Brieffeiten) -> Iterator[str]:
    artikel = "article 40(15)" if f.toegelaten_vanaf else "article 40(6)"
    if f.uiterlijk_op and f.uiterlijk_op < f.op:
        yield (
            f"Our decision should have been there by {in_words(f.uiterlijk_op)} (Dutch law on primary education, "
            f"{artikel}). We did not manage that."
        )
        if not f.toegelaten_vanaf:
            yield "We will tell you as soon as possible what the board decides."
    elif f.uiterlijk_op:
        yield (
            f"You will have our decision by {in_words(f.uiterlijk_op)} at the latest. That is six weeks after we "
            f"received it; holidays count too (Dutch law on primary education, {artikel})."
        )
        if f.hooguit:
            yield (
                "If we need more time, we will explain that to you before that day. The decision will then come no "
                f"later than {in_words(f.hooguit)}. This is possible only once."
            )
    if f.toegelaten_vanaf:
        begin = "So" if f.toegelaten_vanaf <= f.op else "If there is no decision by then,"
        yield f"{begin} your child is admitted to our school from {in_words(f.toegelaten_vanaf)} (article 40(16))."
    if f.plaatsing_vanaf:
        begin = "So" if f.plaatsing_vanaf <= f.op else "If there is no decision by then,"
        yield (
            f"{begin} your child may come to our school for the time being from {in_words(f.plaatsing_vanaf)}, if it "
            "is four years old and not enrolled at another school (article 40(7))."
        )


def _aanvulling(f: Brieffeiten) -> Iterator[str]:
    yield f"You applied to {f.school} for {f.kind}. To decide, we still need something."
    yield f"This is what we need, as it was written: {f.motivering}"
    if f.uiterlijk_op:
        yield (
            f"Please give or send it by {in_words(f.uiterlijk_op)}. Until then the clock for our decision stands "
            "still. Is that too soon? Call us, and we will find a way together."
        )
    yield "If we receive nothing, the board can decide not to handle the application. We will let you know."


def _verlenging(f: Brieffeiten) -> Iterator[str]:
    yield f"You applied to {f.school} for {f.kind}. We need more time to decide well."
    yield reden(f)
    if f.uiterlijk_op:
        yield (
            f"You will have our decision by {in_words(f.uiterlijk_op)} at the latest. More time is possible only once "
            "(Dutch law on primary education, article 40(6))."
        )
    if f.plaatsing_vanaf:
        yield (
            f"If there is no decision by then, your child may come to our school for the time being from "
            f"{in_words(f.plaatsing_vanaf)}."
        )


def _toegelaten(f: Brieffeiten) -> Iterator[str]:
    yield f"Good news: {f.kind} is welcome at {f.school}. The board has admitted your child."
    if f.motivering:
        yield f"The board adds, as it was written: {f.motivering}"
    if f.gewenst_op:
        yield f"The first school day is {in_words(f.gewenst_op)}. We can agree on another day."
    yield (
        "To enrol your child we need an official paper with its name, its day of birth and its citizen service number "
        "(burgerservicenummer). Please bring it along."
    )


def _geweigerd(f: Brieffeiten) -> Iterator[str]:
    yield f"You applied to {f.school} for {f.kind}. The board does not admit your child to this school."
    yield from ground(f)
    yield reden(f)
    yield from found(f.kind, f.anders_bevonden)
    if f.grond == Weigeringsgrond.ANDERE_SCHOOL and f.bereid:
        yield (f"With you we looked for a school that fits better. {bereid(f.bereid)} We will help you to apply there.")
        yield from verklaringen(f)
    if f.grond == Weigeringsgrond.SCHOOL_VOL:
        yield from vol(f)
    if f.grond == Weigeringsgrond.GRONDSLAG and f.openbare_school:
        yield (
            "We asked you to respect the denominational basis of the school. A school may refuse on that basis only "
            f"when there is a public school within reasonable distance of your home. That is {f.openbare_school}."
        )
    yield from uitschrijving(f)
    yield from deviation(f.doorbreking, f.ontbrak)
    yield from niet_eens(f)


def _niet_behandeld(f: Brieffeiten) -> Iterator[str]:
    yield f"You applied to {f.school} for {f.kind}. The board does not handle this application."
    yield reden(f)
    yield from uitschrijving(f)
    yield "You can always apply again. The term then starts again."
    yield from deviation(f.doorbreking, f.ontbrak)
    yield from niet_eens(f)


def _tijdelijk(f: Brieffeiten) -> Iterator[str]:
    yield f"You applied to {f.school} for {f.kind}. After ten weeks there is still no decision."
    if f.plaatsing_vanaf:
        yield (
            f"So your child may come to our school for the time being from {in_words(f.plaatsing_vanaf)}, and we enrol "
            "it (Dutch law on primary education, article 40(7))."
        )
    yield (
        "The decision will still come. If it is yes, your child stays. If it is no, the enrolment ends on the day "
        "after the decision. We will then help you to find another school."
    )


def _schorsing(f: Brieffeiten) -> Iterator[str]:
    yield f"{f.kind} may not come to school {_dagen(f)}. This is called a suspension."
    yield reden(f)
    yield (
        "A suspension lasts a week at most (Dutch law on primary education, article 40c). We give your child "
        "schoolwork for at home, and would like to talk with you about how things can go well afterwards."
    )
    if f.is_te_melden:
        yield (
            "Because it lasts longer than a day, the board also reports this suspension with the reason to the "
            "Inspectorate of Education (article 40c(3))."
        )
    yield from _niet_eens_schorsing(f)


def _schorsing_terug(f: Brieffeiten) -> Iterator[str]:
    van = f" of {in_words(f.besloten_op)}" if f.besloten_op else ""
    yield (
        f"In a letter{van} the board wrote that {f.kind} could not come to school {_dagen(f)}. That suspension no "
        f"longer counts: the board withdraws it. {f.kind} is welcome at {f.school}."
    )
    yield reden(f)
    yield "The days no longer count as a suspension. The earlier letter is kept, with a note that it no longer holds."


def _verwijdering(f: Brieffeiten) -> Iterator[str]:
    yield (
        f"The board has decided that {f.kind} cannot stay at {f.school}. This is called a removal (Dutch law on "
        "primary education, article 40(11))."
    )
    yield reden(f)
    if f.leraar_gehoord_op and f.ouders_gehoord_op:
        yield (
            f"Before this decision the board heard the teacher, on {in_words(f.leraar_gehoord_op)}, and you, on "
            f"{in_words(f.ouders_gehoord_op)}."
        )
    if f.bereid:
        yield bereid(f.bereid)
        yield from verklaringen(f)
    yield "Your child stays enrolled with us until another school has enrolled it."
    yield "The board reports this decision at once to the municipality (Dutch law on compulsory education, article 18)."
    yield from deviation(f.doorbreking, f.ontbrak, AT_REMOVAL)
    yield from niet_eens(f)


def _bezwaar(f: Brieffeiten) -> Iterator[str]:
    yield f"You objected to the decision about {f.kind}. The board heard you and decided again."
    if f.is_alsnog_toegelaten:
        yield f"Good news: {f.kind} is welcome at {f.school} after all. We will agree with you on the first day."
    else:
        yield f"The board keeps to its decision: {f.kind} is not admitted to {f.school}."
    yield reden(f)
    if not f.is_alsnog_toegelaten:
        yield from naar_rechter(f)


def _verwijdering_terug(f: Brieffeiten) -> Iterator[str]:
    op = f"On {in_words(f.besloten_op)}" if f.besloten_op else "Earlier"
    yield (
        f"{op} the board decided that {f.kind} could not stay at {f.school}. That decision no longer counts: the board "
        f"withdraws it. {f.kind} stays a pupil of {f.school}."
    )
    yield reden(f)


def _verwijdering_bezwaar(f: Brieffeiten) -> Iterator[str]:
    op = f" of {in_words(f.besloten_op)}" if f.besloten_op else ""
    yield f"You objected to the decision{op} that {f.kind} cannot stay at {f.school}."
    if f.ouders_gehoord_op:
        yield f"The board heard you about it, on {in_words(f.ouders_gehoord_op)}."
    if f.uitkomst == Bezwaaruitkomst.GEGROND:
        yield f"The board agrees with you and withdraws the decision. {f.kind} stays a pupil of {f.school}."
    else:
        yield (
            "The board keeps to its decision. Your child stays enrolled with us until another school has enrolled it."
        )
    yield reden(f)
    if f.uitkomst == Bezwaaruitkomst.GEGROND:
        return
    yield from naar_rechter(f)


def _dagen(f: Brieffeiten) -> str:
    if f.uiterlijk_op == f.op:
        return f"on {in_words(f.op)}"
    return f"from {in_words(f.op)}" + (f" up to and including {in_words(f.uiterlijk_op)}" if f.uiterlijk_op else "")


def _niet_eens_schorsing(f: Brieffeiten) -> Iterator[str]:
    if f.is_openbaar and f.bezwaar_tot:
        yield (
            f"Do you not agree? Please talk about it with the school. You can also object: write a letter to "
            f"{f.bestuur or 'the board'}, by {in_words(f.bezwaar_tot)} at the latest (Dutch general administrative "
            f"law, article 6:7). {waarheen(f)} The suspension goes on meanwhile."
        )
    else:
        yield (
            "Do you not agree? Please talk about it with the school. If that does not help, you can send a complaint "
            "to the complaints committee (Dutch law on primary education, article 14). The school guide says how."
        )


_LETTERS: Mapping[Briefsoort, Callable[[Brieffeiten], Iterator[str]]] = {
    Briefsoort.ONTVANGST: _ontvangst,
    Briefsoort.AANVULLING: _aanvulling,
    Briefsoort.VERLENGING: _verlenging,
    Briefsoort.TOEGELATEN: _toegelaten,
    Briefsoort.GEWEIGERD: _geweigerd,
    Briefsoort.NIET_BEHANDELD: _niet_behandeld,
    Briefsoort.TIJDELIJK: _tijdelijk,
    Briefsoort.ELDERS: berichten.enrolled_elsewhere,
    Briefsoort.GPO_REACTIE: berichten.reaction,
    Briefsoort.SCHORSING: _schorsing,
    Briefsoort.VERWIJDERING: _verwijdering,
    Briefsoort.BEZWAAR: _bezwaar,
    Briefsoort.SCHORSING_TERUG: _schorsing_terug,
    Briefsoort.VERWIJDERING_TERUG: _verwijdering_terug,
    Briefsoort.VERWIJDERING_BEZWAAR: _verwijdering_bezwaar,
}
