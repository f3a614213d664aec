"""The letters of suspension and removal, and those that take one back."""

from collections.abc import Iterator

from passend.begrippen.toelating import Bezwaaruitkomst
from passend.regels.brieven.alineas import verklaringen
from passend.regels.brieven.feiten import Brieffeiten, bereid, in_woorden, naar_rechter, niet_eens, waarheen
from passend.regels.brieven.ontbrekend import BIJ_VERWIJDERING, afwijking


def _tot(f: Brieffeiten) -> str:
    return f" tot en met {in_woorden(f.uiterlijk_op)}" if f.uiterlijk_op else ""


def schorsing(f: Brieffeiten) -> Iterator[str]:
    """A pupil may not come for at most a week, with what parents can do."""
    yield f"{f.kind} mag {_dagen(f)} niet naar school komen. Dat heet een schorsing."
    yield f"De reden: {f.motivering}"
    yield (
        "Een schorsing duurt hoogstens een week (Wet op het primair onderwijs, artikel 40c). Wij geven uw kind "
        "schoolwerk voor thuis, en praten graag met u over hoe het daarna goed gaat."
    )
    if f.is_te_melden:
        yield (
            "Omdat het langer duurt dan een dag, meldt het bestuur deze schorsing met de reden ook aan de Inspectie "
            "van het Onderwijs (artikel 40c lid 3)."
        )
    yield from _niet_eens_schorsing(f)


def schorsing_terug(f: Brieffeiten) -> Iterator[str]:
    """A suspension that does not count any more."""
    van = f" van {in_woorden(f.besloten_op)}" if f.besloten_op else ""
    yield (
        f"In een brief{van} schreef het bestuur dat {f.kind} {_dagen(f)} niet naar school mocht komen. Die schorsing "
        f"telt niet meer: het bestuur trekt haar in. {f.kind} is welkom op {f.school}."
    )
    yield f"De reden: {f.motivering}"
    yield "De dagen tellen niet meer als schorsing. De eerdere brief blijft bewaard, met erbij dat hij niet meer geldt."


def verwijdering(f: Brieffeiten) -> Iterator[str]:
    """A pupil cannot stay, with what was done before and what parents can do."""
    yield (
        f"Het bestuur heeft besloten dat {f.kind} niet op {f.school} kan blijven. Dat heet een verwijdering (Wet op "
        "het primair onderwijs, artikel 40 lid 11)."
    )
    yield f"De reden: {f.motivering}"
    if f.leraar_gehoord_op and f.ouders_gehoord_op:
        yield (
            f"Voor dit besluit luisterde het bestuur naar de leerkracht, op {in_woorden(f.leraar_gehoord_op)}, en naar "
            f"u, op {in_woorden(f.ouders_gehoord_op)}."
        )
    if f.bereid:
        yield bereid(f.bereid)
        yield from verklaringen(f.met_tlv, f.tlv_gevraagd)
    yield "Uw kind blijft bij ons ingeschreven tot het op een andere school staat ingeschreven."
    yield "Het bestuur meldt dit besluit meteen aan de gemeente (Leerplichtwet 1969, artikel 18)."
    yield from afwijking(f.doorbreking, f.ontbrak, BIJ_VERWIJDERING)
    yield from niet_eens(f)


def verwijdering_terug(f: Brieffeiten) -> Iterator[str]:
    """A removal that the board takes back."""
    op = f"Op {in_woorden(f.besloten_op)}" if f.besloten_op else "Eerder"
    yield (
        f"{op} besloot het bestuur dat {f.kind} niet op {f.school} kon blijven. Dat besluit telt niet meer: het "
        f"bestuur trekt het in. {f.kind} blijft leerling van {f.school}."
    )
    yield f"De reden: {f.motivering}"


def verwijdering_bezwaar(f: Brieffeiten) -> Iterator[str]:
    """What the board decided on the objection of the parents against a removal."""
    op = f" van {in_woorden(f.besloten_op)}" if f.besloten_op else ""
    yield f"U maakte bezwaar tegen het besluit{op} dat {f.kind} niet op {f.school} kan blijven."
    if f.ouders_gehoord_op:
        yield f"Het bestuur luisterde daarover naar u, op {in_woorden(f.ouders_gehoord_op)}."
    if f.uitkomst == Bezwaaruitkomst.GEGROND:
        yield f"Het bestuur geeft u gelijk en trekt het besluit in. {f.kind} blijft leerling van {f.school}."
    else:
        yield (
            "Het bestuur blijft bij het besluit. Uw kind blijft bij ons ingeschreven tot het op een andere school "
            "staat ingeschreven."
        )
    yield f"De reden: {f.motivering}"
    if f.uitkomst == Bezwaaruitkomst.GEGROND:
        return
    yield from naar_rechter(f)


def _dagen(f: Brieffeiten) -> str:
    """One day, or from one until another."""
    return f"op {in_woorden(f.op)}" if f.uiterlijk_op == f.op else f"van {in_woorden(f.op)}{_tot(f)}"


def _niet_eens_schorsing(f: Brieffeiten) -> Iterator[str]:
    """Parents of a public school object by the Awb; of another they talk, and may complain."""
    if f.is_openbaar and f.bezwaar_tot:
        yield (
            f"Bent u het er niet mee eens? Praat er dan over met de school. U kunt ook bezwaar maken: schrijf "
            f"{f.bestuur or 'het bestuur'} een brief, uiterlijk op {in_woorden(f.bezwaar_tot)} (Algemene wet "
            f"bestuursrecht, artikel 6:7). {waarheen(f)} De schorsing gaat intussen door."
        )
    else:
        yield (
            "Bent u het er niet mee eens? Praat er dan over met de school. Helpt dat niet, dan kunt u een klacht "
            "sturen aan de klachtencommissie (Wet op het primair onderwijs, artikel 14). In de schoolgids staat hoe."
        )
