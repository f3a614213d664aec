"""The tables of an SOP, with evidence, dates and doubts in small type."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from passend.begrippen.profielinhoud import Bron, Methode, Tabelrij
from passend.begrippen.sjabloon import Keuze, Kolom, Kolomsoort, Tabel
from passend.begrippen.uitgave import Uitgave
from passend.documenten import aankleding
from passend.documenten.zetten.sopdelen import Cel, Regel, Tabelblok
from passend.documenten.zetten.status import leegwoorden
from passend.documenten.zetten.woorden import datum, waardetekst

TWIJFEL: Final = 0.9


def bouw_tabel(uitgave: Uitgave, tabel: Tabel) -> Tabelblok:
    """A table: the rows of the region first, filled in or not, then the school's own."""
    rijen = uitgave.inhoud.rijen(tabel.code)
    dag = _gedeelde_dag(uitgave, tabel)
    bron = bronregel(tuple(rij.bron for rij in rijen))
    noten = (aankleding.ALLE_BEVESTIGD.format(dag=datum(dag)) if dag else "", bron)
    regels = (*_vaste_regels(uitgave, tabel, rijen), *_eigen_regels(uitgave, tabel, rijen))
    return Tabelblok(
        titel=tabel.titel,
        kop=tabel.kop,
        koppen=tuple(kolom.kop for kolom in tabel.kolommen),
        breed=tuple(kolom.soort in {Kolomsoort.TEKST, Kolomsoort.PERIODE} for kolom in tabel.kolommen),
        regels=regels,
        noot=". ".join(noot for noot in noten if noot),
        leeg="" if rijen or tabel.rijen else leegwoorden(uitgave),
    )


def _gedeelde_dag(uitgave: Uitgave, tabel: Tabel) -> date | None:
    """The day all rows were confirmed on: said once below the table instead of in every row."""
    dagen = {uitgave.rijen_op.get(rij.sleutel) for rij in uitgave.inhoud.rijen(tabel.code)}
    return dagen.pop() if len(dagen) == 1 else None


def _vaste_regels(uitgave: Uitgave, tabel: Tabel, rijen: tuple[Tabelrij, ...]) -> Iterator[Regel]:
    gelezen = {rij.rij: rij for rij in rijen if rij.rij is not None}
    for vast in tabel.rijen:
        rij = gelezen.get(vast.code)
        if rij is not None:
            yield _regel(uitgave, tabel, rij)
        else:
            leeg = tuple(Cel(soort="leeg", tekst=leegwoorden(uitgave)) for _ in tabel.kolommen)
            yield Regel(label=vast.label, cellen=leeg)


def _eigen_regels(uitgave: Uitgave, tabel: Tabel, rijen: tuple[Tabelrij, ...]) -> Iterator[Regel]:
    bekend = {vast.code for vast in tabel.rijen}
    for rij in rijen:
        if rij.rij not in bekend:
            yield _regel(uitgave, tabel, rij)


def _regel(uitgave: Uitgave, tabel: Tabel, rij: Tabelrij) -> Regel:
    return Regel(
        label=rij.label,
        cellen=tuple(_cel(uitgave, tabel, rij, kolom) for kolom in tabel.kolommen),
        noten=tuple(_noten(uitgave, tabel, rij)),
        is_eigen=rij.rij is None and bool(tabel.rijen),
    )


def _cel(uitgave: Uitgave, tabel: Tabel, rij: Tabelrij, kolom: Kolom) -> Cel:
    waarde = rij.cellen.get(kolom.code)
    is_los = tabel.keuze is Keuze.LOS
    if kolom.soort is Kolomsoort.MERK:
        if not is_los and rij.waarde is None and True not in rij.cellen.values():
            return Cel(soort="leeg", tekst=leegwoorden(uitgave))
        if waarde is None:
            return Cel(soort="leeg", tekst=leegwoorden(uitgave)) if is_los else Cel(soort="open")
        return Cel(soort="merk", tekst=kolom.kop) if waarde is True else Cel(soort="open")
    if kolom.soort is Kolomsoort.JA_NEE:
        return _ja_nee(uitgave, tabel, rij)
    tekst = waarde.strip() if isinstance(waarde, str) else ""
    return Cel(soort="tekst", tekst=tekst) if tekst else _lege_tekst(uitgave, rij)


def _ja_nee(uitgave: Uitgave, tabel: Tabel, rij: Tabelrij) -> Cel:
    if rij.waarde is None:
        return Cel(soort="leeg", tekst=leegwoorden(uitgave))
    return Cel(soort="ja" if rij.waarde == "ja" else "tekst", tekst=waardetekst(tabel, rij.waarde))


def _lege_tekst(uitgave: Uitgave, rij: Tabelrij) -> Cel:
    """An amount that a row without the offer does not need is not missing."""
    return (
        Cel(soort="tekst", tekst=aankleding.GEEN)
        if rij.waarde == "nee"
        else Cel(soort="leeg", tekst=leegwoorden(uitgave))
    )


def _noten(uitgave: Uitgave, tabel: Tabel, rij: Tabelrij) -> Iterator[str]:
    if rij.opmerking:
        yield aankleding.OPMERKING.format(woorden=rij.opmerking)
    bewijzen = uitgave.onderbouwingen.get(rij.sleutel, ())
    for bewijs in bewijzen:
        yield aankleding.ONDERBOUWING.format(wat=bewijs.wat, dag=datum(bewijs.wanneer))
    if tabel.vraagt_onderbouwing and not bewijzen and rij.waarde is not None:
        yield aankleding.ZONDER_ONDERBOUWING
    if rij.zekerheid < TWIJFEL:
        yield aankleding.TWIJFEL
    dag = uitgave.rijen_op.get(rij.sleutel)
    if dag is not None and _gedeelde_dag(uitgave, tabel) is None:
        yield aankleding.BEVESTIGD.format(dag=datum(dag))


def dag_en_bron(uitgave: Uitgave, sleutel: str, bronnen: tuple[Bron, ...]) -> Iterator[str]:
    """When a claim was confirmed, and where it was read."""
    dag = uitgave.rijen_op.get(sleutel)
    if dag is not None:
        yield aankleding.BEVESTIGD.format(dag=datum(dag))
    regel = bronregel(bronnen)
    if regel:
        yield regel


def bronregel(bronnen: tuple[Bron, ...]) -> str:
    """Where in the document something stood; empty for what a person typed."""
    gelezen = [bron for bron in bronnen if bron.methode is not Methode.INVOER]
    if not gelezen:
        return ""
    plekken = [
        _reeks("pagina", [bron.pagina for bron in gelezen if bron.pagina and bron.kader]),
        _reeks("regel", [bron.regel for bron in gelezen if bron.regel and not bron.kader]),
    ]
    waar = ", ".join(plek for plek in plekken if plek)
    return f"{aankleding.BRON}{', ' if waar else ''}{waar}"


def _reeks(woord: str, nummers: list[int]) -> str:
    if not nummers:
        return ""
    eerste, laatste = min(nummers), max(nummers)
    return f"{woord} {eerste}" if eerste == laatste else f"{woord} {eerste} tot en met {laatste}"
