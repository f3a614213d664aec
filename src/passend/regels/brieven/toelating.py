"""The letters of admission in plain Dutch: facts in, paragraphs out; each says why, what now, and where to go."""

from collections.abc import Callable, Iterator, Mapping

from passend.begrippen.aanmelding import Briefsoort
from passend.begrippen.toelating import Weigeringsgrond
from passend.regels.brieven import berichten, verwijderen
from passend.regels.brieven.alineas import uitschrijving, verklaringen, vol, wanneer
from passend.regels.brieven.feiten import MAANDEN, Brieffeiten, Brieftekst, bereid, in_woorden, naar_rechter, niet_eens
from passend.regels.brieven.groet import aanhef, ondertekening
from passend.regels.brieven.gronden import grond
from passend.regels.brieven.ontbrekend import afwijking, bevonden
from passend.regels.brieven.titels import maak_titel

__all__ = ["BESLUITEN", "MAANDEN", "Brieffeiten", "Brieftekst", "in_woorden", "maak_brief"]

BESLUITEN = frozenset(
    {
        Briefsoort.TOEGELATEN,
        Briefsoort.GEWEIGERD,
        Briefsoort.NIET_BEHANDELD,
        Briefsoort.SCHORSING,
        Briefsoort.VERWIJDERING,
        Briefsoort.BEZWAAR,
        Briefsoort.GPO_REACTIE,
        Briefsoort.SCHORSING_TERUG,
        Briefsoort.VERWIJDERING_TERUG,
        Briefsoort.VERWIJDERING_BEZWAAR,
    }
)


def maak_brief(soort: Briefsoort, feiten: Brieffeiten) -> Brieftekst:
    """The letter of a kind with these facts.

    >>> from datetime import date
    >>> feiten = Brieffeiten(school="De Wilg", kind="Noa", op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14),
    ...     uiterlijk_op=date(2026, 10, 26))
    >>> maak_brief(Briefsoort.ONTVANGST, feiten).alineas[1]
    'Op 14 september 2026 kreeg De Wilg uw aanmelding van Noa. Dank u wel.'
    """
    slot = f"Heeft u vragen? Bel of mail de school gerust, of kom langs. {_steunpunt(feiten)}".strip()
    onder = ondertekening(feiten, is_besluit=soort in BESLUITEN)
    return Brieftekst(maak_titel(soort, feiten.kind), (aanhef(feiten), *_BRIEVEN[soort](feiten), slot, *onder))


def _steunpunt(feiten: Brieffeiten) -> str:
    return f"U kunt ook praten met het ouder- en jeugdsteunpunt: {feiten.steunpunt}." if feiten.steunpunt else ""


def _ontvangst(f: Brieffeiten) -> Iterator[str]:
    yield f"Op {in_woorden(f.ontvangen_op)} kreeg {f.school} uw aanmelding van {f.kind}. Dank u wel."
    yield (
        "Wij kijken nu wat uw kind nodig heeft en of wij dat kunnen bieden. Misschien vragen wij u om meer informatie, "
        "of willen wij met u praten."
    )
    yield from wanneer(
        f.op,
        uiterlijk_op=f.uiterlijk_op,
        hooguit=f.hooguit,
        toegelaten_vanaf=f.toegelaten_vanaf,
        plaatsing_vanaf=f.plaatsing_vanaf,
    )
    if f.is_elders_ingeschreven:
        yield "Uw kind blijft op de school waar het nu zit, tot er een besluit is."


def _aanvulling(f: Brieffeiten) -> Iterator[str]:
    yield f"U meldde {f.kind} aan bij {f.school}. Om te kunnen beslissen missen wij nog iets."
    yield f"Dit hebben wij nodig: {f.motivering}"
    if f.uiterlijk_op:
        yield (
            f"Wilt u dit uiterlijk op {in_woorden(f.uiterlijk_op)} geven of sturen? Tot dan staat de termijn voor ons "
            "besluit stil. Lukt het niet op tijd? Bel ons, dan zoeken wij samen een oplossing."
        )
    yield "Krijgen wij niets, dan kan het bestuur besluiten de aanmelding niet te behandelen. U hoort dat dan van ons."


def _verlenging(f: Brieffeiten) -> Iterator[str]:
    yield f"U meldde {f.kind} aan bij {f.school}. Wij hebben meer tijd nodig om goed te beslissen."
    yield f"De reden: {f.motivering}"
    if f.uiterlijk_op:
        yield (
            f"U krijgt ons besluit uiterlijk op {in_woorden(f.uiterlijk_op)}. Verlengen mag maar één keer "
            "(Wet op het primair onderwijs, artikel 40 lid 6)."
        )
    if f.plaatsing_vanaf:
        yield (
            f"Is er dan geen besluit, dan mag uw kind vanaf {in_woorden(f.plaatsing_vanaf)} tijdelijk bij ons naar "
            "school."
        )


def _toegelaten(f: Brieffeiten) -> Iterator[str]:
    yield f"Goed nieuws: {f.kind} is welkom op {f.school}. Het bestuur heeft uw kind toegelaten."
    if f.motivering:
        yield f.motivering
    if f.gewenst_op:
        yield f"De eerste schooldag is {in_woorden(f.gewenst_op)}. Een andere dag spreken wij met u af."
    yield (
        "Voor de inschrijving hebben wij een officieel papier nodig met de naam, de geboortedag en het "
        "burgerservicenummer van uw kind. Neemt u dat mee?"
    )


def _geweigerd(f: Brieffeiten) -> Iterator[str]:
    yield f"U meldde {f.kind} aan bij {f.school}. Het bestuur laat uw kind niet toe op deze school."
    yield from grond(f)
    yield f"De reden: {f.motivering}"
    yield from bevonden(f.kind, f.anders_bevonden)
    if f.grond == Weigeringsgrond.ANDERE_SCHOOL and f.bereid:
        yield (
            f"Wij zochten met u naar een school die beter past. {bereid(f.bereid)} Wij helpen u met de aanmelding daar."
        )
        yield from verklaringen(f.met_tlv, f.tlv_gevraagd)
    if f.grond == Weigeringsgrond.SCHOOL_VOL:
        yield from vol(f)
    if f.grond == Weigeringsgrond.GRONDSLAG and f.openbare_school:
        yield (
            "Wij vroegen u de grondslag van de school te respecteren. Weigeren om de grondslag mag alleen als er op "
            f"redelijke afstand van uw huis een openbare school is. Dat is {f.openbare_school}."
        )
    yield from uitschrijving(f.uitgeschreven_op)
    yield from afwijking(f.doorbreking, f.ontbrak)
    yield from niet_eens(f)


def _niet_behandeld(f: Brieffeiten) -> Iterator[str]:
    yield f"U meldde {f.kind} aan bij {f.school}. Het bestuur behandelt deze aanmelding niet."
    yield f"De reden: {f.motivering}"
    yield from uitschrijving(f.uitgeschreven_op)
    yield "U mag uw kind altijd opnieuw aanmelden. Dan begint de termijn opnieuw."
    yield from afwijking(f.doorbreking, f.ontbrak)
    yield from niet_eens(f)


def _tijdelijk(f: Brieffeiten) -> Iterator[str]:
    yield f"U meldde {f.kind} aan bij {f.school}. Na tien weken is er nog geen besluit."
    if f.plaatsing_vanaf:
        yield (
            f"Daarom mag uw kind vanaf {in_woorden(f.plaatsing_vanaf)} tijdelijk bij ons naar school en schrijven wij "
            "het in (Wet op het primair onderwijs, artikel 40 lid 7)."
        )
    yield (
        "Het besluit komt nog. Is dat ja, dan blijft uw kind. Is dat nee, dan stopt de inschrijving de dag na het "
        "besluit. Wij helpen u dan met een andere school."
    )


def _bezwaar(f: Brieffeiten) -> Iterator[str]:
    yield f"U maakte bezwaar tegen het besluit over {f.kind}. Het bestuur hoorde u en besliste opnieuw."
    if f.is_alsnog_toegelaten:
        yield f"Goed nieuws: {f.kind} is toch welkom op {f.school}. Wij spreken met u af wanneer het begint."
    else:
        yield f"Het bestuur blijft bij zijn besluit: {f.kind} wordt niet toegelaten op {f.school}."
    yield f"De reden: {f.motivering}"
    if not f.is_alsnog_toegelaten:
        yield from naar_rechter(f)


_BRIEVEN: Mapping[Briefsoort, Callable[[Brieffeiten], Iterator[str]]] = {
    Briefsoort.ONTVANGST: _ontvangst,
    Briefsoort.AANVULLING: _aanvulling,
    Briefsoort.VERLENGING: _verlenging,
    Briefsoort.TOEGELATEN: _toegelaten,
    Briefsoort.GEWEIGERD: _geweigerd,
    Briefsoort.NIET_BEHANDELD: _niet_behandeld,
    Briefsoort.TIJDELIJK: _tijdelijk,
    Briefsoort.ELDERS: berichten.elders,
    Briefsoort.GPO_REACTIE: berichten.reactie,
    Briefsoort.SCHORSING: verwijderen.schorsing,
    Briefsoort.VERWIJDERING: verwijderen.verwijdering,
    Briefsoort.SCHORSING_TERUG: verwijderen.schorsing_terug,
    Briefsoort.VERWIJDERING_TERUG: verwijderen.verwijdering_terug,
    Briefsoort.VERWIJDERING_BEZWAAR: verwijderen.verwijdering_bezwaar,
    Briefsoort.BEZWAAR: _bezwaar,
}
