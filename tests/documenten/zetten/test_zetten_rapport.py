"""The report for the next school on paper: words that people know, and tables that fit on the page."""

from datetime import date
from typing import Any

import pypdfium2 as pdfium

from passend.documenten.zetten.rapportpdf import zet_rapport_pdf

RESULTAAT = {
    "afgenomen_op": "Afgenomen op",
    "instrument": "Instrument",
    "instrumentversie": "Versie",
    "vak": "Vak",
    "afnamemoment": "Moment",
    "ruwe_score": "Ruwe score",
    "schaalscore": "Schaalscore",
    "niveau": "Niveau",
    "normschema": "Normschema",
    "percentiel": "Percentiel",
    "functioneringsniveau": "Functioneringsniveau",
    "referentieniveau": "Referentieniveau",
}
TOETS = ("2026-01-22", "cito_lvs", "3.0", "woordenschat", "M3", 30.0, 11.5, "III", "cito_romeins", 48, "M4", "1F")
OPP = {"waar": "Waar staat het kind nu?", "doel": "Doel"}


def _rubriek(
    naam: str, velden: dict[str, str], *regels: tuple[Any, ...], is_doorlopend: bool = False
) -> dict[str, Any]:
    return {
        "naam": naam,
        "kop": naam.capitalize(),
        "velden": velden,
        "regels": [dict(zip(velden, regel, strict=True)) for regel in regels],
        "is_doorlopend": is_doorlopend,
    }


def _rapport() -> dict[str, Any]:
    rubrieken = [
        _rubriek("toetsresultaten", RESULTAAT, TOETS, ("2025-06-11", *TOETS[1:])),
        _rubriek("ontwikkelingsperspectieven", OPP, ("In groep 5.", "Lezen."), is_doorlopend=True),
    ]
    deel = {"code": "schoolverleden", "wat": "resultaten", "grondslag": "BULB 3", "teksten": {}, "rubrieken": rubrieken}
    return {
        "geschreven_op": date(2026, 11, 25).isoformat(),
        "van": {"naam": "De Wilgenboom", "brin": "99AA", "vestiging": "00", "plaats": "Duinrand"},
        "naar": {"naam": "De Kiem", "brin": "99AC00"},
        "leerling": {
            "voornaam": "Pip",
            "achternaam": "Verzonnen",
            "geboren_op": "2017-05-04",
            "ingeschreven_op": "2021-08-23",
            "uitgeschreven_op": None,
        },
        "ouders": [],
        "onderdelen": [deel],
    }


def _tekst(inhoud: bytes) -> str:
    blad = pdfium.PdfDocument(inhoud)
    return " ".join(" ".join(bladzijde.get_textpage().get_text_range() for bladzijde in blad).split())


def test_results_are_told_in_the_names_that_people_know() -> None:
    tekst = _tekst(zet_rapport_pdf(_rapport()))

    assert "Toetsresultaten: woordenschat, Cito Volgsysteem, 3.0" in tekst
    assert "Niveaus: " in tekst
    assert "11-06-2025 M3 30 11,5 III 48 M4 1F" in tekst
    assert "cito_" not in tekst


def test_no_word_of_a_table_is_printed_over_another_or_off_the_page() -> None:
    bladzijde = pdfium.PdfDocument(zet_rapport_pdf(_rapport()))[0]
    letters = bladzijde.get_textpage()
    vakken = [
        letters.get_charbox(plek) for plek in range(letters.count_chars()) if letters.get_text_range(plek, 1).strip()
    ]

    assert max(rechts for _links, _onder, rechts, _boven in vakken) <= bladzijde.get_width() - 50
    assert [
        (een, ander)
        for plek, een in enumerate(vakken)
        for ander in vakken[plek + 1 :]
        if min(een[2], ander[2]) - max(een[0], ander[0]) > 2 and min(een[3], ander[3]) - max(een[1], ander[1]) > 2
    ] == []


def test_a_question_gets_no_second_sign() -> None:
    tekst = _tekst(zet_rapport_pdf(_rapport()))

    assert "Waar staat het kind nu? In groep 5." in tekst
    assert "Doel: Lezen." in tekst


def test_paper_for_the_samenwerkingsverband_names_no_next_school() -> None:
    gewoon, swv = (_tekst(zet_rapport_pdf(_rapport(), is_voor_swv=is_voor_swv)) for is_voor_swv in (False, True))

    assert "Voor de ouders en de school waar de leerling naartoe gaat." in gewoon
    assert "Voor de ouders en het samenwerkingsverband." in swv
    assert "De Kiem" not in swv
