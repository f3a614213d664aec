"""Made-up editions of the made-up school: as read, as published, as empty and as full as can be."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import INGEVOERD, Profielinhoud, Structuurdeel, Tabelrij, Tekst, Veldwaarde
from passend.begrippen.uitgave import Doel, Onderbouwing, Stap, Stapsoort, Uitgave
from passend.documenten.lezen import read_document
from passend.uitwisseling.sop.reader import read_profiel
from passend.uitwisseling.uitgaven import uitgave_uit_lezing

PEILDATUM = date(2026, 11, 24)
WORTEL = Path(__file__).resolve().parents[3]
ECHT = WORTEL.parent / "shared" / "sop" / "palet-2023-2024.txt"

STRUCTUUR = (
    Structuurdeel(soort="mens", naam="Sam", ring=0),
    Structuurdeel(soort="mens", naam="Leerkracht", rol="kent het kind het best"),
    Structuurdeel(soort="mens", naam="Ouders"),
    Structuurdeel(soort="overleg", naam="Groepsbespreking", rol="drie keer per jaar"),
    Structuurdeel(
        soort="mens", naam="Noor Achterberg", rol="intern begeleider", ring=2, toelichting="ma tot en met do"
    ),
    Structuurdeel(soort="overleg", naam="Leerlingbespreking", ring=2),
    Structuurdeel(soort="mens", naam="Jeugdgezondheidszorg/schoolarts", ring=3),
    Structuurdeel(soort="stap", naam="In de klas", ring=1, toelichting="De leerkracht past de les aan."),
    Structuurdeel(soort="stap", naam="In de school", ring=2),
    Structuurdeel(soort="stap", naam="Hulp van buiten", ring=3),
)


@cache
def gelezen_uitgave(bestand: Path = WORTEL / "tests" / "samples" / "wilgenboom-rooster.docx") -> Uitgave:
    """Straight from a document."""
    lezing = read_profiel(read_document(bestand), load_sjablonen(), PEILDATUM)
    return uitgave_uit_lezing(lezing, PEILDATUM)


def gepubliceerde_uitgave() -> Uitgave:
    """With everything an edition can have; one step was skipped."""
    uit = gelezen_uitgave()
    hgw = uit.inhoud.rijen("hgw")
    return replace(
        uit,
        inhoud=replace(uit.inhoud, structuur=STRUCTUUR),
        status="gepubliceerd",
        nummer=3,
        adres="https://wilgenboom.example/scholen/w/editie/3",
        kleur="#f2b705",
        onderbouwingen={hgw[0].sleutel: (Onderbouwing(wat="Groepsplannen in alle groepen", wanneer=date(2025, 9, 1)),)},
        rijen_op={rij.sleutel: date(2026, 5, 18) for rij in uit.inhoud.tabellen[:12]},
        doelen=(
            Doel(
                sleutel=hgw[4].sleutel,
                doel="Twee keer per jaar met ouders praten",
                actie="Startgesprek in september",
                eigenaar="Team onderbouw",
            ),
        ),
        stappen=(
            Stap(
                soort=Stapsoort.LEERLINGEN_GEHOORD,
                op=date(2026, 4, 14),
                door="Leerlingenraad",
                hoe="Kringgesprek",
                gezegd="Een rustige plek in de pauze",
                gedaan="De bibliotheek is open",
            ),
            Stap(
                soort=Stapsoort.MR_GEVRAAGD,
                op=date(2026, 5, 20),
                door="Directeur",
                is_overgeslagen=True,
                reden="De MR had het stuk al",
            ),
            *uit.stappen,
            Stap(soort=Stapsoort.GEPUBLICEERD, op=date(2026, 6, 30), door="Directeur"),
        ),
    )


def zonder_besluit() -> Uitgave:
    """Published while the board did not adopt it."""
    uit = gepubliceerde_uitgave()
    stappen = tuple(
        replace(stap, is_overgeslagen=True, reden="Het bestuur vergadert in mei.")
        if stap.soort is Stapsoort.BESTUUR_VASTGESTELD
        else stap
        for stap in uit.stappen
    )
    return metveld(replace(uit, stappen=stappen), "bestuur_op", None)


def lege_uitgave() -> Uitgave:
    """A school that has filled in nothing at all."""
    return Uitgave(
        sjabloon=load_sjablonen()[0], inhoud=Profielinhoud(sjabloon="haaglanden", schooljaar=None), peildatum=PEILDATUM
    )


def volle_uitgave() -> Uitgave:
    """Ten times every row, with long names."""
    uit = gelezen_uitgave()
    rijen = tuple(
        replace(rij, rij=None, label=f"{rij.label} met een naam die maar doorgaat en doorgaat {nummer}")
        for nummer in range(10)
        for rij in uit.inhoud.tabellen
    )
    naam = "Christelijke Daltonbasisschool voor Speciaal en Gewoon Onderwijs De Zeer Lange Naam aan de Overkant"
    return metveld(replace(uit, inhoud=replace(uit.inhoud, tabellen=rijen)), "schoolnaam", naam)


def andere_regio() -> Uitgave:
    """A made-up school with the template of the other region; one cell of the independent columns is not known."""
    sjabloon = load_sjablonen()[1]
    rijen = [
        Tabelrij(
            tabel=tabel.code,
            rij=rij.code,
            label=rij.label,
            waarde=None if nummer == 0 else tabel.kolommen[0].waarde,
            cellen={kolom.code: None if nummer == 0 else plek == 0 for plek, kolom in enumerate(tabel.kolommen)},
            zekerheid=1.0,
            bron=INGEVOERD,
            soort_ondersteuning=rij.soort,
        )
        for tabel in sjabloon.tabellen()
        for nummer, rij in enumerate(tabel.rijen)
    ]
    inhoud = Profielinhoud(
        sjabloon=sjabloon.code,
        schooljaar="2026-2027",
        velden=(
            Veldwaarde(
                sectie="algemeen", veld="schoolnaam", label="School", waarde="De Kade", zekerheid=1, bron=INGEVOERD
            ),
        ),
        tabellen=tuple(rijen),
        teksten=(
            Tekst(sectie="domein2", code="domein2", tekst="Wij geven les.", is_vast=False, zekerheid=1, bron=INGEVOERD),
        ),
    )
    return Uitgave(sjabloon=sjabloon, inhoud=inhoud, peildatum=PEILDATUM)


def metveld(uitgave: Uitgave, veld: str, waarde: str | None) -> Uitgave:
    """The same with another value in a field."""
    velden = tuple(replace(v, waarde=waarde) if v.veld == veld else v for v in uitgave.inhoud.velden)
    return replace(uitgave, inhoud=replace(uitgave.inhoud, velden=velden))


def metrij(uitgave: Uitgave, tabel: str, label: str) -> Uitgave:
    """The same with a row of the school's own."""
    rij = replace(uitgave.inhoud.rijen(tabel)[0], rij=None, label=label, zekerheid=1.0)
    return replace(uitgave, inhoud=replace(uitgave.inhoud, tabellen=(*uitgave.inhoud.tabellen, rij)))
