"""What a person should look at in a profile: contradictions, gaps and promises without evidence."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from passend.begrippen.profielinhoud import Eenheid, Methode, Profielinhoud, Tabelrij, Waarschuwing
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import (
    Figuur,
    Grondslag,
    Keuze,
    Kolomsoort,
    Prozatekst,
    Sjabloon,
    Tabel,
    VasteTekst,
    Veld,
)

_BEDRAG = re.compile(r"(?:€|\beur(?:o)?\b)\s*\d|\d[\d.,]*\s*(?:€|euro\b|,-)", re.IGNORECASE)
_ONDERTEKEND = ("opgesteld_op", "mr_op", "bestuur_op")
_NAMEN = {"opgesteld_op": "de directeur en het team", "mr_op": "de MR", "bestuur_op": "het bestuur"}
_GENOEG_VELDEN = 4
_BIJNA_ALLE = 0.8
_EIGEN_DRUK = Waarschuwing(
    code="eigen_druk",
    tekst="Dit document is met Passend gemaakt. De ondersteuningsstructuur, de onderbouwing, de doelen en de stappen "
    "worden er niet uit gelezen. Verander die in Passend zelf.",
)
SCHOOLNAAM = "schoolnaam"
TWIJFEL = 0.9
WETSWIJZIGING = date(2025, 8, 1)


def controleer_lezing(
    sjabloon: Sjabloon, inhoud: Profielinhoud, ontbrekende_figuren: Collection[str], peildatum: date
) -> tuple[Waarschuwing, ...]:
    """Everything that is wrong or doubtful with a profile that was read, most important first."""
    return (
        *_vaststelling(inhoud),
        *_schooljaar(inhoud, peildatum),
        *(_figuur(sjabloon, code) for code in ontbrekende_figuren),
        *_verplichte_velden(sjabloon, inhoud),
        *(melding for tabel in sjabloon.tabellen() for melding in _tabel(tabel, inhoud)),
        *_teksten(sjabloon, inhoud),
    )


def controleer_herkenning(
    sjabloon: Sjabloon, inhoud: Profielinhoud, *, is_eigen_druk: bool
) -> tuple[Waarschuwing, ...]:
    """What says that little of a document was understood, or that a part of it is not read at all.

    Args:
        sjabloon: the template it was read with.
        inhoud: what was read.
        is_eigen_druk: Passend made the document.
    """
    return (
        *_naam(sjabloon, inhoud),
        *_weinig_gelezen(sjabloon, inhoud),
        *((_EIGEN_DRUK,) if is_eigen_druk else ()),
    )


def _naam(sjabloon: Sjabloon, inhoud: Profielinhoud) -> Iterator[Waarschuwing]:
    if _heeft_schoolnaam(sjabloon) and not inhoud.waarde(SCHOOLNAAM):
        yield Waarschuwing(
            code="naam_niet_gelezen",
            tekst="De naam van de school is niet gelezen. Kijk of dit het document van uw school is.",
            sleutel=f"veld:{SCHOOLNAAM}",
        )


def _heeft_schoolnaam(sjabloon: Sjabloon) -> bool:
    return any(isinstance(deel, Veld) and deel.code == SCHOOLNAAM for deel in sjabloon.onderdelen())


def _weinig_gelezen(sjabloon: Sjabloon, inhoud: Profielinhoud) -> Iterator[Waarschuwing]:
    velden = [deel.code for deel in sjabloon.onderdelen() if isinstance(deel, Veld)]
    leeg = sum(not inhoud.waarde(code) for code in velden)
    if len(velden) >= _GENOEG_VELDEN and leeg >= _BIJNA_ALLE * len(velden):
        yield Waarschuwing(
            code="velden_niet_gelezen",
            tekst=f"Van de {len(velden)} algemene gegevens zijn er {leeg} niet gelezen. "
            "Kijk of ze in het document staan, en vul ze in.",
        )


def controleer_profiel(
    sjabloon: Sjabloon, inhoud: Profielinhoud, onderbouwd: Collection[str], peildatum: date
) -> tuple[Waarschuwing, ...]:
    """The same for a working copy, where rows can have evidence; `onderbouwd` are the keys of rows that have it."""
    alle = controleer_lezing(sjabloon, inhoud, (), peildatum)
    zonder_bewijs = {
        f"schaal_eenzijdig:{tabel.code}"
        for tabel in sjabloon.tabellen()
        if any(rij.sleutel in onderbouwd for rij in inhoud.rijen(tabel.code))
    }
    return tuple(melding for melding in alle if f"{melding.code}:{melding.sleutel}" not in zonder_bewijs)


def _datum(inhoud: Profielinhoud, veld: str) -> date | None:
    waarde = inhoud.waarde(veld)
    try:
        return date.fromisoformat(waarde) if waarde else None
    except ValueError:
        return None


def _is_gemist(inhoud: Profielinhoud, code: str) -> bool:
    """True for a field without a value of which a document says something all the same."""
    return any(
        veld.veld == code and veld.waarde is None and veld.zekerheid < TWIJFEL and veld.bron.regel is not None
        for veld in inhoud.velden
    )


def _jaar(inhoud: Profielinhoud) -> Schooljaar | None:
    return Schooljaar.uit_tekst(inhoud.schooljaar) if inhoud.schooljaar else None


def _vaststelling(inhoud: Profielinhoud) -> Iterator[Waarschuwing]:
    if _is_gemist(inhoud, "bestuur_op"):
        yield Waarschuwing(
            code="vaststelling_niet_gelezen",
            tekst="Wanneer het bestuur dit profiel vaststelde, is niet gelezen. Kijk of het in het document staat.",
            sleutel="veld:bestuur_op",
        )
    elif inhoud.waarde("bestuur_op") is None:
        yield Waarschuwing(
            code="niet_vastgesteld",
            tekst="Het bestuur heeft dit profiel niet vastgesteld: er staat geen datum. "
            "De wet wil dat het bestuur dit doet (WPO artikel 13a). Vraag het bestuur om een besluit.",
            sleutel="veld:bestuur_op",
        )
    jaar = _jaar(inhoud)
    if jaar is None:
        return
    for veld in _ONDERTEKEND:
        dag = _datum(inhoud, veld)
        if dag is not None and dag < jaar.vorige.begint_op:
            yield Waarschuwing(
                code="handtekening_ouder_dan_editie",
                tekst=f"De handtekening van {_NAMEN[veld]} is van {dag:%d-%m-%Y}. Dat is lang voor schooljaar {jaar}. "
                "Die hoort bij een oudere versie. Leg dit profiel opnieuw voor.",
                sleutel=f"veld:{veld}",
            )


def _schooljaar(inhoud: Profielinhoud, peildatum: date) -> Iterator[Waarschuwing]:
    jaar = _jaar(inhoud)
    if jaar is None:
        yield Waarschuwing(
            code="schooljaar_onbekend",
            tekst="Er staat niet voor welk schooljaar dit profiel is. Vul het schooljaar in.",
            sleutel="veld:schooljaar",
        )
    elif jaar.eindigt_op < peildatum:
        yield Waarschuwing(
            code="schooljaar_voorbij",
            tekst=f"Dit profiel is voor schooljaar {jaar}. Dat is voorbij. Kijk bij elk onderdeel of het nog klopt.",
            sleutel="veld:schooljaar",
        )
        if jaar.begint_op < WETSWIJZIGING <= peildatum:
            yield Waarschuwing(
                code="oude_wet",
                tekst="Dit profiel is van voor 1 augustus 2025. Sindsdien heet het in de wet 'ondersteuningsaanbod' "
                "en staat het elk jaar in de schoolgids (WPO artikel 13). "
                "Laat eerst de leerlingen meepraten (artikel 13b).",
            )


def _figuur(sjabloon: Sjabloon, code: str) -> Waarschuwing:
    titel = next(deel.titel for deel in sjabloon.onderdelen() if isinstance(deel, Figuur) and deel.code == code)
    return Waarschuwing(
        code="afbeelding_ontbreekt",
        tekst=f"Hier hoort een afbeelding: '{titel}'. In het document staat er geen. "
        "Vul de mensen, overleggen en stappen in, dan maakt Passend de tekening.",
        sleutel="structuur",
    )


def _verplichte_velden(sjabloon: Sjabloon, inhoud: Profielinhoud) -> Iterator[Waarschuwing]:
    for deel in sjabloon.onderdelen():
        if not isinstance(deel, Veld) or deel.verantwoording.grondslag is not Grondslag.WET:
            continue
        if inhoud.waarde(deel.code) is None and deel.code not in {"bestuur_op", "schooljaar"}:
            yield Waarschuwing(
                code="verplicht_leeg",
                tekst=f"'{deel.label}' is niet ingevuld. "
                "De wet vraagt dit. Vul het in voordat het profiel naar de MR en het bestuur gaat.",
                sleutel=f"veld:{deel.code}",
            )


def _tabel(tabel: Tabel, inhoud: Profielinhoud) -> Iterator[Waarschuwing]:
    rijen = inhoud.rijen(tabel.code)
    yield from _rijen(tabel, rijen)
    yield from _schaal(tabel, rijen)
    fte = [rij for rij in rijen if rij.omvang and rij.omvang.eenheid is Eenheid.FTE]
    eenheden = {kolom.eenheid for kolom in tabel.kolommen if kolom.soort is Kolomsoort.OMVANG}
    if fte and Eenheid.UREN.value in eenheden:
        yield Waarschuwing(
            code="uren_zijn_fte",
            tekst=f"In '{tabel.titel}' staat boven de kolom 'uren', maar {len(fte)} keer is FTE ingevuld. "
            "1 FTE is een volle baan. Controleer of dat klopt en houd een eenheid aan.",
            sleutel=fte[0].sleutel,
        )


def _rijen(tabel: Tabel, rijen: Collection[Tabelrij]) -> Iterator[Waarschuwing]:
    if len(rijen) > 1 and tabel.keuze is Keuze.EEN and all(set(rij.cellen.values()) == {False} for rij in rijen):
        yield Waarschuwing(
            code="tabel_leeg",
            tekst=f"In '{tabel.titel}' is niets ingevuld. Kies bij elke rij wat klopt.",
            sleutel=tabel.code,
        )
        return
    for rij in rijen:
        merken = [kolom.code for kolom in tabel.kolommen if kolom.soort is Kolomsoort.MERK]
        aan = sum(rij.cellen.get(code) is True for code in merken)
        if tabel.keuze is Keuze.EEN and aan > 1:
            yield Waarschuwing(
                code="rij_dubbel",
                tekst=f"Bij '{rij.label}' staan {aan} kruisjes. Er kan er maar een gelden. Kies welke klopt.",
                sleutel=rij.sleutel,
                bron=rij.bron,
            )
        elif rij.waarde is None and tabel.keuze in {Keuze.EEN, Keuze.JA_NEE}:
            yield Waarschuwing(
                code="rij_leeg",
                tekst=f"Bij '{rij.label}' is niets ingevuld, of het is niet te lezen. Kies wat klopt.",
                sleutel=rij.sleutel,
                bron=rij.bron,
            )


def _schaal(tabel: Tabel, rijen: Collection[Tabelrij]) -> Iterator[Waarschuwing]:
    waarden = {rij.waarde for rij in rijen}
    if tabel.vraagt_onderbouwing and len(rijen) > 1 and len(waarden) == 1 and None not in waarden:
        kop = next(kolom.kop for kolom in tabel.kolommen if kolom.waarde in waarden)
        yield Waarschuwing(
            code="schaal_eenzijdig",
            tekst=f"In '{tabel.titel}' staat alles op '{kop}', zonder onderbouwing. "
            "Schrijf per rij op waar dat te zien is, en sinds wanneer.",
            sleutel=tabel.code,
        )


def _noemt_bedrag(tekst: str | None) -> bool:
    return tekst is not None and _BEDRAG.search(tekst) is not None


def _teksten(sjabloon: Sjabloon, inhoud: Profielinhoud) -> Iterator[Waarschuwing]:
    gelezen = any(veld.bron.methode is not Methode.INVOER for veld in inhoud.velden)
    aanwezig = {tekst.code for tekst in inhoud.teksten if tekst.is_vast}
    for deel in sjabloon.onderdelen():
        if isinstance(deel, Prozatekst) and deel.toont_bedrag and not _noemt_bedrag(inhoud.tekst(deel.code)):
            yield Waarschuwing(
                code="geen_bedrag",
                tekst=f"'{deel.titel}' noemt geen bedrag. Ouders en MR zien zo niet om hoeveel geld het gaat. "
                "Schrijf het bedrag erbij.",
                sleutel=f"tekst:{deel.code}",
            )
        if isinstance(deel, VasteTekst) and deel.kenmerken and gelezen and deel.code not in aanwezig:
            yield Waarschuwing(
                code="vaste_tekst_ontbreekt",
                tekst=f"De vaste tekst '{deel.titel}' van de regio staat niet in het document, of is veranderd. "
                "In het profiel komt de tekst van de regio die nu geldt.",
                sleutel=f"tekst:{deel.code}",
            )
