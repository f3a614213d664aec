"""The file of a pupil on paper: what other rooms keep stands in it as a table, or under each other when it is long."""

import io
from typing import Any

import pypdfium2

from passend.documenten.zetten.dossierpdf import zet_dossier_pdf

UITVOER: dict[str, Any] = {
    "opgehaald_op": "2026-11-25T09:00:00+01:00",
    "school": "De Wilgenboom",
    "leerling": {"voornaam": "Fenna", "achternaam": "Voorbeeld"},
    "stukken": [],
}


def _tekst(*rubrieken: dict[str, Any]) -> str:
    pdf = pypdfium2.PdfDocument(io.BytesIO(zet_dossier_pdf(UITVOER | {"rubrieken": list(rubrieken)})))
    return " ".join(bladzijde.get_textpage().get_text_range() for bladzijde in pdf).replace("\r\n", " ")


def test_short_values_stand_in_a_table_as_a_person_writes_them() -> None:
    regel = {"op": "2026-11-02", "score": 12.5, "is_gezien": True, "band": None}

    tekst = _tekst(
        {
            "kop": "Uitslagen",
            "velden": {"op": "Wanneer", "score": "Score", "is_gezien": "Gezien", "band": "Band"},
            "regels": [regel],
            "is_doorlopend": False,
        }
    )

    assert "Uitslagen Wanneer Score Gezien Band 2 november 2026 12,5 ja" in tekst


def test_long_values_stand_under_each_other_and_an_empty_kind_is_left_out() -> None:
    lang = {"kop": "Plannen", "velden": {"doel": "Doel", "hoe": "Aanpak"}, "is_doorlopend": True}

    tekst = _tekst(
        lang | {"regels": [{"doel": "Vlot lezen.", "hoe": ""}]}, lang | {"kop": "Niets hiervan", "regels": []}
    )

    assert "Plannen Doel: Vlot lezen." in tekst
    assert "Aanpak" not in tekst
    assert "Niets hiervan" not in tekst


def test_results_stand_in_a_table_for_each_test_with_the_words_of_the_screen_and_without_codes() -> None:
    velden = ("afgenomen_op", "instrument", "instrumentversie", "vak", "afnamemoment", "ruwe_score", "schaalscore")
    velden += ("niveau", "normschema", "percentiel", "functioneringsniveau", "referentieniveau", "herkomst")
    leeg: dict[str, Any] = dict.fromkeys(velden)
    m, e = (
        leeg
        | {"instrument": "cito_lvs", "instrumentversie": "", "vak": "rekenen", "normschema": "cito_romeins"}
        | {"afgenomen_op": dag, "afnamemoment": moment, "schaalscore": score, "niveau": "II", "herkomst": "bestand"}
        for dag, moment, score in (("2026-01-20", "M5", 180.0), ("2026-06-10", "E5", 190.0))
    )
    koppen = {veld: veld.replace("_", " ").capitalize() for veld in velden}

    tekst = _tekst(
        {
            "naam": "toetsresultaten",
            "kop": "Toetsresultaten",
            "velden": koppen,
            "regels": [m, e, e | {"vak": "spelling"}],
            "is_doorlopend": True,
        }
    )

    assert "Toetsresultaten: rekenen, Cito" in tekst
    assert "Wanneer Moment Score Niveau 10 juni 2026 E5 190 II 20 januari 2026 M5 180 II" in tekst
    assert [code for code in ("cito_lvs", "cito_romeins", "bestand") if code in tekst] == []


def test_what_was_seen_is_told_in_the_words_of_the_screen() -> None:
    tekst = _tekst(
        {
            "naam": "waarnemingen",
            "kop": "Waarnemingen",
            "velden": {"gezien_op": "Gezien op", "soort": "Soort", "vak": "Vak", "tekst": "Tekst"},
            "regels": [{"gezien_op": "2026-11-02", "soort": "bezorgdheid", "vak": "", "tekst": "Huilde."}],
            "is_doorlopend": True,
        }
    )

    assert "Waarnemingen Gezien op Soort Tekst 2 november 2026 ik maak me zorgen Huilde." in tekst


def test_what_a_rule_said_has_its_day_in_full_and_what_people_wrote_stays_as_it_is() -> None:
    velden = {"cluster": "Cluster", "waarom": "Waarom"}
    regel = {"cluster": "basis 01-02-2026", "waarom": "De laatste toets (III op 30-06-2026) past bij basis."}

    tekst = _tekst({"naam": "clusters", "kop": "Plaats", "velden": velden, "regels": [regel], "is_doorlopend": False})

    assert "Cluster Waarom basis 01-02-2026 De laatste toets (III op 30 juni 2026) past bij basis." in tekst
