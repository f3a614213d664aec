"""Where an application stands on a day, whose turn it is, what comes next and what that means for the parents.

Nothing of this is stored: it follows from what happened. A refusal without its evidence is no refusal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from passend.begrippen.termijn import Poortbezwaar, Termijn, in_cijfers
from passend.begrippen.toelating import Aanmeldingsstand, Aanzet, Toelatingsbesluit
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Besluit, feiten_op, waarde, wpo
from passend.regels.besluitdag import dagen_te_laat, toegelaten_van_rechtswege, voorbije_termijnen
from passend.regels.bezwaar import Bezwaarfeiten, bezwaartermijnen, geschil_uiterlijk_op
from passend.regels.toelatingspoorten import check_besluit, resterend
from passend.regels.toelatingstermijnen import (
    EEN_DAG,
    Besluittermijn,
    besluittermijn,
    plaatsing_vanaf,
    toelating_van_rechtswege_vanaf,
    toelatingstermijnen,
    waarschuwingen,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toelatingsstand:
    """Where one application stands on a day.

    Attributes:
        tijdelijk_van: the first day of a temporary placement that holds now; None where there is none.
        uitgeschreven_op: the day on which a temporary placement ended by a refusal.
        volgende: the next date that counts; None when nothing is due any more.
        bezwaren: what is missing for the decision that was written down: then that decision does not count, unless
            `is_afwijking`.
        is_afwijking: the board decided although a gate was closed.
        voorbij: the dates that the decision made an end to, and that stay to be seen.
        dagen_te_laat: how many days too late the parents were told of the decision; None without one.
        uitleg: a few sentences for the parents.
    """

    soort: Aanmeldingsstand
    aan_zet: Aanzet
    uitleg: str
    termijnen: tuple[Termijn, ...] = ()
    waarschuwingen: tuple[Termijn, ...] = ()
    volgende: Termijn | None = None
    tijdelijk_van: date | None = None
    uitgeschreven_op: date | None = None
    bezwaren: tuple[Poortbezwaar, ...] = ()
    is_te_laat: bool = False
    is_afwijking: bool = False
    voorbij: tuple[Termijn, ...] = ()
    dagen_te_laat: int | None = None


def toelatingsstand(feiten: Aanmeldingsfeiten, *, peildatum: date) -> Toelatingsstand:
    """Where an application stands on a day, from what had happened by then.

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
    >>> stand = toelatingsstand(feiten, peildatum=date(2026, 10, 5))
    >>> stand.soort, stand.aan_zet, stand.volgende.dag
    (<Aanmeldingsstand.IN_BEHANDELING: 'in_behandeling'>, <Aanzet.SCHOOL: 'school'>, datetime.date(2026, 10, 26))
    """
    bekend = feiten_op(feiten, peildatum)
    if bekend.ingetrokken_op is not None:
        zin = "U trok de aanmelding in. De school hoeft niets meer te beslissen."
        return Toelatingsstand(soort=Aanmeldingsstand.INGETROKKEN, aan_zet=Aanzet.NIEMAND, uitleg=zin)
    open_ = replace(bekend, besluit=None)
    if bekend.besluit is None:
        return _zonder_besluit(open_, peildatum)
    bezwaren = check_besluit(open_, bekend.besluit, peildatum=peildatum)
    if resterend(bezwaren, bekend.afwijking):
        return replace(_zonder_besluit(open_, peildatum), bezwaren=bezwaren)
    return replace(
        _met_besluit(bekend, bekend.besluit, peildatum),
        is_afwijking=bool(bezwaren),
        bezwaren=bezwaren,
        voorbij=voorbije_termijnen(open_, bekend.besluit),
        dagen_te_laat=dagen_te_laat(open_, bekend.besluit),
    )


def _zonder_besluit(feiten: Aanmeldingsfeiten, peildatum: date) -> Toelatingsstand:
    termijn = besluittermijn(feiten, peildatum=peildatum)
    if termijn is None:
        zin = "De aanmelding is nog niet bij de school binnen. Lever haar in, dan gaat de termijn lopen."
        return Toelatingsstand(soort=Aanmeldingsstand.CONCEPT, aan_zet=Aanzet.OUDERS, uitleg=zin)
    if (vanaf := toelating_van_rechtswege_vanaf(feiten)) is not None and vanaf <= peildatum:
        zin = f"Er kwam op tijd geen besluit. Daarom is uw kind vanaf {in_cijfers(vanaf)} toegelaten op deze school."
        termijnen = _van_rechtswege(feiten, vanaf, peildatum)
        return Toelatingsstand(
            soort=Aanmeldingsstand.TOEGELATEN, aan_zet=Aanzet.SCHOOL, uitleg=zin, termijnen=termijnen
        )
    is_te_laat = termijn.stil_sinds is None and peildatum > termijn.uiterlijk
    plaatsing = plaatsing_vanaf(feiten)
    geplaatst_van = plaatsing if plaatsing is not None and plaatsing <= peildatum else None
    if geplaatst_van is None:
        zin = _zonder_plaatsing(termijn, is_te_laat=is_te_laat)
    else:
        zin = _met_plaatsing(termijn, geplaatst_van, is_te_laat=is_te_laat)
    alle = toelatingstermijnen(feiten, peildatum=peildatum)
    # who is too late cannot extend any more (WPO 40 lid 6)
    termijnen = tuple(een for een in alle if not (is_te_laat and een.wat == "verlenging_hooguit"))
    return Toelatingsstand(
        soort=_soort(termijn),
        aan_zet=_aan_zet(termijn, is_te_laat=is_te_laat),
        uitleg=zin,
        termijnen=termijnen,
        waarschuwingen=waarschuwingen(feiten, peildatum=peildatum),
        volgende=_eerstvolgende(termijnen, peildatum),
        tijdelijk_van=geplaatst_van,
        is_te_laat=is_te_laat,
    )


def _van_rechtswege(feiten: Aanmeldingsfeiten, vanaf: date, peildatum: date) -> tuple[Termijn, ...]:
    """The last day for the decision that did not come, and the day of the admission that came of it (WPO 40 lid 16)."""
    eerder = tuple(een for een in toelatingstermijnen(feiten, peildatum=peildatum) if een.wat == "besluit")
    return (*eerder, toegelaten_van_rechtswege(feiten, vanaf))


def _soort(termijn: Besluittermijn) -> Aanmeldingsstand:
    if termijn.stil_sinds is not None:
        return Aanmeldingsstand.ONVOLLEDIG
    return Aanmeldingsstand.VERLENGD if termijn.is_verlengd else Aanmeldingsstand.IN_BEHANDELING


def _aan_zet(termijn: Besluittermijn, *, is_te_laat: bool) -> Aanzet:
    if termijn.stil_sinds is not None:
        return Aanzet.OUDERS
    return Aanzet.BESTUUR if is_te_laat else Aanzet.SCHOOL


def _zonder_plaatsing(termijn: Besluittermijn, *, is_te_laat: bool) -> str:
    dag = termijn.uiterlijk
    if (tot := termijn.stil_tot) is not None:
        return (
            f"De school mist nog gegevens. Geef die zo snel mogelijk, en uiterlijk op {in_cijfers(tot)}: zolang staat "
            "de klok stil."
        )
    if termijn.stil_sinds is not None:
        return "De school mist nog gegevens. Geef die zo snel mogelijk: tot dan staat de klok stil."
    if is_te_laat:
        return (
            f"Het bestuur moest uiterlijk op {in_cijfers(dag)} beslissen en deed dat niet. Vraag het bestuur wanneer "
            "het besluit komt."
        )
    return f"De school bekijkt de aanmelding. U hoort uiterlijk op {in_cijfers(dag)} wat zij beslist."


def _met_plaatsing(termijn: Besluittermijn, van: date, *, is_te_laat: bool) -> str:
    """Whole sentences, not the ones above with one behind it: a page finds their translation by the whole."""
    dag = termijn.uiterlijk
    if (tot := termijn.stil_tot) is not None:
        return (
            f"De school mist nog gegevens. Geef die zo snel mogelijk, en uiterlijk op {in_cijfers(tot)}: zolang staat "
            f"de klok stil. Uw kind mag vanaf {in_cijfers(van)} naar deze school, tot er een besluit is."
        )
    if termijn.stil_sinds is not None:
        return (
            "De school mist nog gegevens. Geef die zo snel mogelijk: tot dan staat de klok stil. Uw kind mag vanaf "
            f"{in_cijfers(van)} naar deze school, tot er een besluit is."
        )
    if is_te_laat:
        return (
            f"Het bestuur moest uiterlijk op {in_cijfers(dag)} beslissen en deed dat niet. Vraag het bestuur wanneer "
            f"het besluit komt. Uw kind mag vanaf {in_cijfers(van)} naar deze school, tot er een besluit is."
        )
    return (
        f"De school bekijkt de aanmelding. U hoort uiterlijk op {in_cijfers(dag)} wat zij beslist. Uw kind mag vanaf "
        f"{in_cijfers(van)} naar deze school, tot er een besluit is."
    )


def termijnen_na_besluit(feiten: Aanmeldingsfeiten, besluit: Besluit, *, peildatum: date) -> tuple[Termijn, ...]:
    """The dates that follow from a decision: to report a missing number, to object, to ask the committee.

    Parents can object to a refusal, and of a public school also to an application that is not handled, for that is a
    decision in the sense of the Awb; of a bijzondere school the law says so of a refusal only (WPO 63 lid 3).

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
    >>> besluit = Besluit(soort=Toelatingsbesluit.NIET_BEHANDELD, op=date(2026, 10, 26), motivering="Te weinig bekend.")
    >>> [een.wat for een in termijnen_na_besluit(feiten, besluit, peildatum=date(2026, 10, 26))]
    ['geschil_verzoek']
    """
    if besluit.soort is Toelatingsbesluit.TOEGELATEN:
        return _pgn(feiten, besluit.op)
    if besluit.soort is Toelatingsbesluit.NIET_BEHANDELD and not feiten.is_openbaar:
        return (geschil_uiterlijk_op(besluit.bekend_op),)
    return bezwaartermijnen(bezwaarfeiten_van(feiten, besluit), peildatum=peildatum)


def _met_besluit(feiten: Aanmeldingsfeiten, besluit: Besluit, peildatum: date) -> Toelatingsstand:
    if feiten.is_alsnog_toegelaten and feiten.beslist_op is not None:
        return _alsnog(feiten, feiten.beslist_op)
    plaatsing = plaatsing_vanaf(feiten)
    was_geplaatst = plaatsing is not None and plaatsing <= besluit.bekend_op
    weg_op = (
        besluit.bekend_op + EEN_DAG if was_geplaatst and besluit.soort is not Toelatingsbesluit.TOEGELATEN else None
    )
    termijnen = termijnen_na_besluit(feiten, besluit, peildatum=peildatum)
    if besluit.soort is Toelatingsbesluit.TOEGELATEN:
        aan_zet = Aanzet.SCHOOL
        zin = "Uw kind is toegelaten op deze school. De school spreekt met u af wanneer het begint."
    elif besluit.soort is Toelatingsbesluit.NIET_BEHANDELD:
        aan_zet = Aanzet.OUDERS
        zin = (
            "Het bestuur behandelt de aanmelding niet, want er was te weinig bekend. U kunt uw kind opnieuw aanmelden."
        )
        if weg_op is not None:
            zin = (
                "Het bestuur behandelt de aanmelding niet, want er was te weinig bekend. De tijdelijke plek stopt: op "
                f"{in_cijfers(weg_op)} is uw kind uitgeschreven. U kunt uw kind opnieuw aanmelden."
            )
    else:
        aan_zet, zin = _na_bezwaar(bezwaarfeiten_van(feiten, besluit), termijnen, peildatum, weg_op)
    open_ = _open(termijnen, feiten)
    return Toelatingsstand(
        soort=Aanmeldingsstand(besluit.soort.value),
        aan_zet=aan_zet,
        uitleg=zin,
        termijnen=(*_uitschrijving(weg_op), *open_),
        volgende=None if aan_zet is Aanzet.NIEMAND else _eerstvolgende(open_, peildatum),
        uitgeschreven_op=weg_op,
    )


def _uitschrijving(weg_op: date | None) -> tuple[Termijn, ...]:
    """The day on which a temporary placement is over because of this decision (WPO 40 lid 7)."""
    if weg_op is None:
        return ()
    uitleg = f"De tijdelijke plek stopt door dit besluit: het kind is op {in_cijfers(weg_op)} uitgeschreven."
    return (Termijn(wat="uitschrijving", dag=weg_op, vindplaats=wpo("40 lid 7"), uitleg=uitleg),)


def _alsnog(feiten: Aanmeldingsfeiten, beslist_op: date) -> Toelatingsstand:
    termijnen = _pgn(feiten, beslist_op)
    zin = (
        f"Het bestuur besliste op {in_cijfers(beslist_op)} op het bezwaar: uw kind is toch toegelaten op deze school. "
        "De school spreekt met u af wanneer het begint."
    )
    return Toelatingsstand(
        soort=Aanmeldingsstand.TOEGELATEN,
        aan_zet=Aanzet.SCHOOL,
        uitleg=zin,
        termijnen=termijnen,
        volgende=next(iter(termijnen), None),
    )


def bezwaarfeiten_van(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Bezwaarfeiten:
    """What the rules for an objection ask, of an application and the decision on it."""
    return Bezwaarfeiten(
        besluit_op=besluit.bekend_op,
        genomen_op=besluit.op,
        is_openbaar=feiten.is_openbaar,
        bezwaar_op=feiten.bezwaar_op,
        geschil_op=feiten.geschil_op,
        oordeel_op=feiten.oordeel_op,
        reactie_op=feiten.reactie_op,
        gehoord_op=feiten.gehoord_op,
        beslist_op=feiten.beslist_op,
    )


def _na_bezwaar(
    bezwaar: Bezwaarfeiten, termijnen: tuple[Termijn, ...], peildatum: date, weg_op: date | None
) -> tuple[Aanzet, str]:
    dagen = {termijn.wat: termijn.dag for termijn in termijnen}
    if bezwaar.beslist_op is not None:
        return _na_beslissing(bezwaar.beslist_op, dagen.get("beroep"), peildatum)
    if bezwaar.geschil_op is not None and bezwaar.oordeel_op is None:
        dag = dagen["geschil_oordeel"]
        return (
            Aanzet.COMMISSIE,
            f"De geschillencommissie bekijkt het. Haar oordeel komt uiterlijk op {in_cijfers(dag)}.",
        )
    if bezwaar.bezwaar_op is not None:
        dag = dagen["beslissing_op_bezwaar"]
        return Aanzet.BESTUUR, f"Er is bezwaar gemaakt. Het bestuur beslist uiterlijk op {in_cijfers(dag)}."
    if bezwaar.oordeel_op is not None and bezwaar.reactie_op is None:
        return Aanzet.BESTUUR, "De geschillencommissie gaf haar oordeel. Het bestuur schrijft u wat het daarmee doet."
    return _voor_bezwaar(dagen["bezwaar"], peildatum, weg_op)


def _na_beslissing(beslist_op: date, tot: date | None, peildatum: date) -> tuple[Aanzet, str]:
    """The board kept to its decision: of a public school parents have a day to go to court, of another they may go."""
    op = in_cijfers(beslist_op)
    if tot is None:
        return Aanzet.NIEMAND, (
            f"Het bestuur besliste op {op} op het bezwaar, en bleef bij zijn besluit: uw kind is niet toegelaten. Bent "
            "u het daar niet mee eens? Dan kunt u het aan de rechter voorleggen."
        )
    if tot < peildatum:
        return Aanzet.NIEMAND, (
            f"Het bestuur besliste op {op} op het bezwaar, en bleef bij zijn besluit: uw kind is niet toegelaten."
        )
    return Aanzet.OUDERS, (
        f"Het bestuur besliste op {op} op het bezwaar, en bleef bij zijn besluit. Bent u het daar niet mee eens? Ga "
        f"dan uiterlijk op {in_cijfers(tot)} in beroep bij de rechtbank."
    )


def _voor_bezwaar(dag: date, peildatum: date, weg_op: date | None) -> tuple[Aanzet, str]:
    if dag < peildatum:
        return Aanzet.NIEMAND, f"Uw kind is niet toegelaten. Bezwaar maken kon tot en met {in_cijfers(dag)}."
    if weg_op is not None:
        zin = (
            f"Uw kind is niet toegelaten. De tijdelijke plek stopt: op {in_cijfers(weg_op)} is het uitgeschreven. Bent "
            f"u het daar niet mee eens? Maak dan uiterlijk op {in_cijfers(dag)} bezwaar."
        )
        return Aanzet.OUDERS, zin
    zin = f"Uw kind is niet toegelaten. Bent u het daar niet mee eens? Maak dan uiterlijk op {in_cijfers(dag)} bezwaar."
    return Aanzet.OUDERS, zin


def _pgn(feiten: Aanmeldingsfeiten, besluit_op: date) -> tuple[Termijn, ...]:
    if not feiten.is_zonder_pgn or feiten.pgn_gemeld_op is not None:
        return ()
    regel = waarde("pgn_melding", besluit_op)
    dag = besluit_op + timedelta(weeks=regel.feiten["weken"])
    uitleg = f"Het kind heeft nog geen nummer. De school meldt dat uiterlijk op {in_cijfers(dag)} aan de minister."
    return (Termijn(wat="pgn_melding", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg),)


def _open(termijnen: Iterable[Termijn], feiten: Aanmeldingsfeiten) -> list[Termijn]:
    """Without the dates of what was done already."""
    gedaan = {"bezwaar": feiten.bezwaar_op, "geschil_verzoek": feiten.geschil_op}
    return [een for een in termijnen if gedaan.get(een.wat) is None]


def _eerstvolgende(termijnen: Iterable[Termijn], peildatum: date) -> Termijn | None:
    return min((een for een in termijnen if een.dag >= peildatum), key=lambda een: een.dag, default=None)
