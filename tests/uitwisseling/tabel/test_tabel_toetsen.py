"""Lists of test results: a row for each, or a row for each pupil with a column for each subject."""

from datetime import date
from decimal import Decimal

import pytest

from passend.begrippen.opgave import Invoersoort, Weigering
from passend.begrippen.toetsopgave import Toetsopgave, Toetsregel
from passend.uitwisseling.tabel.kolommen import Herkenning
from passend.uitwisseling.tabel.lezen import read_tabel
from passend.uitwisseling.tabel.tabel import Tabel
from passend.uitwisseling.tabel.toetskolommen import check_toetskoppeling, herken_toetskolommen
from passend.uitwisseling.tabel.toetsopgave import maak_toetsopgave

CSV = Invoersoort.CSV
LANG = """Leerlingnummer;Leerling;Toets;Afnamedatum;Vaardigheidsscore;Niveau;Percentiel;Functioneringsniveau
L1;Pip Duinmans;Rekenen-Wiskunde 3.0 M5;20-01-2026;212,5;II;65;M5
L2;Ot Helm;Rekenen-Wiskunde 3.0 M5;31-06-2026;198;III;48;E4
L3;Sien Branding;Spelling 3.0 M5;20-01-2026;veel;V;-;
"""
BREED = """Naam;Ontwikkelscore Lezen;Ontwikkelscore Rekenen;Referentieniveau Rekenen;Niveau Rekenen
"Duinmans, Pip";62;81;1S;1S
Ot Helm;;55;<1F;onder 1F
"""


def _tabel(tekst: str) -> Tabel:
    return read_tabel(tekst.encode(), CSV)


def _opgave(tekst: str, **anders: str) -> Toetsopgave:
    tabel = _tabel(tekst)
    return maak_toetsopgave(tabel, {**herken_toetskolommen(tabel, {}, "iep.csv").koppeling, **anders}, CSV)


def test_list_with_a_row_for_each_result_is_recognised_and_read_with_what_is_refused() -> None:
    tabel = _tabel(LANG)
    herkend = herken_toetskolommen(tabel, {}, "Cito_LVS_uitslagen.csv")

    assert herkend == Herkenning(
        koppeling={
            "sleutel": "Leerlingnummer",
            "naam": "Leerling",
            "toets": "Toets",
            "afgenomen_op": "Afnamedatum",
            "schaalscore": "Vaardigheidsscore",
            "niveau": "Niveau",
            "percentiel": "Percentiel",
            "functioneringsniveau": "Functioneringsniveau",
            "alle:instrument": "cito_lvs",
            "alle:normschema": "cito_romeins",
        }
    )
    assert maak_toetsopgave(tabel, herkend.koppeling, CSV) == Toetsopgave(
        soort=CSV,
        regels=[
            Toetsregel(
                2, "L1", "Pip Duinmans", None, "cito_lvs", "rekenen", date(2026, 1, 20), "3.0", "M5",
                None, Decimal("212.5"), "II", "cito_romeins", 65, "M5",
            )
        ],
        weigeringen=[
            Weigering(
                3,
                "Ot Helm",
                "De datum van de toets '31-06-2026' bestaat niet. Schrijf een dag als 14-03-2026.",
                "L2",
            ),
            Weigering(4, "Sien Branding", "'veel' is geen getal. Kijk de score na.", "L3"),
        ],
    )  # fmt: skip


def test_list_with_a_column_for_each_subject_gives_a_result_for_each() -> None:
    regels = _opgave(BREED, **{"alle:afgenomen_op": "2026-01-22", "alle:afnamemoment": "M6"}).regels

    assert [
        (een.naam, een.vak, een.schaalscore, een.niveau, een.normschema, een.referentieniveau) for een in regels
    ] == [
        ("Pip Duinmans", "begrijpend_lezen", Decimal(62), "", "", ""),
        ("Pip Duinmans", "rekenen", Decimal(81), "1S", "iep_rekenen", "1S"),
        ("Ot Helm", "rekenen", Decimal(55), "<1F", "iep_rekenen", "<1F"),
    ]
    assert {(een.instrument, een.afnamemoment, een.afgenomen_op) for een in regels} == {
        ("iep", "M6", date(2026, 1, 22))
    }


def test_what_was_said_before_holds_without_the_day_and_a_heading_that_went_is_said() -> None:
    eerder = {
        "naam": "Naam",
        "schaalscore@rekenen": "Ontwikkelscore Rekenen",
        "alle:instrument": "iep",
        "alle:afgenomen_op": "2025-01-22",
    }

    zelfde = herken_toetskolommen(_tabel(BREED), eerder, gezien=_tabel(BREED).koppen)
    anders = herken_toetskolommen(_tabel(BREED.replace("Ontwikkelscore Rekenen", "Rekenen OS")), eerder)

    assert (zelfde.is_onthouden, zelfde.is_veranderd, "alle:afgenomen_op" in zelfde.koppeling) == (False, False, False)
    assert check_toetskoppeling(zelfde.koppeling) == (
        "Wijs aan in welke kolom de datum van de toets staat, of vul een datum in voor alle toetsen."
    )
    assert (anders.is_veranderd, anders.koppeling["schaalscore@rekenen"]) == (True, "Rekenen OS")


@pytest.mark.parametrize(
    ("koppeling", "bezwaar"),
    [
        ({"schaalscore": "S"}, "Wijs aan in welke kolom het leerlingnummer of de naam staat."),
        ({"naam": "N"}, "Wijs aan in welke kolom een score of een niveau staat."),
        ({"naam": "N", "schaalscore": "S"}, "Kies van welke maker deze toetsen zijn."),
        ({"naam": "N", "schaalscore": "S", "toets": "T"}, "Wijs aan in welke kolom de datum van de toets staat"),
        (
            {"naam": "N", "schaalscore": "S", "instrument": "I", "afgenomen_op": "D"},
            "Wijs aan in welke kolom het vak staat, of kies een vak voor alle toetsen.",
        ),
        (
            {"naam": "N", "niveau": "S", "toets": "T", "afgenomen_op": "D"},
            "Kies bij welke indeling de niveaus horen: A kan in de ene indeling iets anders zijn",
        ),
        (
            {"naam": "N", "schaalscore": "N", "toets": "T", "afgenomen_op": "D"},
            "Een kolom is twee keer gekozen.",
        ),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(koppeling: dict[str, str], bezwaar: str) -> None:
    assert (check_toetskoppeling(koppeling) or "").startswith(bezwaar)


def test_scheme_follows_from_the_subject_also_when_the_band_is_of_the_other_one() -> None:
    opgave = _opgave(
        "Naam;Instrument;Vak;Datum;Score;Niveau\nPip;IEP;rekenen;20-1-2026;85;2F\n"
        "Ot;IEP;taal verzorging;20-1-2026;85;1S\n"
    )

    assert [(een.niveau, een.normschema) for een in opgave.regels] == [("2F", "iep_rekenen"), ("1S", "iep_taal")]


def test_test_of_a_maker_that_is_not_read_stays_away_whatever_was_chosen_for_the_file() -> None:
    opgave = _opgave("Naam;Toets;Datum;Score\nPip;SCOL sociaal emotioneel;20-1-2026;7\nOt;Rekenen;20-1-2026;7\n")
    zonder = maak_toetsopgave(
        _tabel("Naam;Toets;Datum;Score\nPip;Rekenen;20-1-2026;7\n"),
        {"naam": "Naam", "toets": "Toets", "afgenomen_op": "Datum", "ruwe_score": "Score"},
        CSV,
    )

    assert [een.naam for een in opgave.regels] == ["Ot"]
    assert opgave.weigeringen[0].reden == "Passend leest geen toetsen van SCOL. Deze regel blijft weg."
    assert zonder.weigeringen[0].reden.startswith("Passend kent de toets 'Rekenen' niet, en deze regel blijft weg.")


@pytest.mark.parametrize(
    ("regel", "reden"),
    [
        (
            "Pip;Wilgentoets;rekenen;20-1-2026;7;;",
            "Passend kent de maker 'Wilgentoets' niet. Passend leest toetsen van: IEP, Cito Volgsysteem, Leerling in ",
        ),
        ("Pip;Diataal 2;rekenen;20-1-2026;7;;", "Passend leest geen toetsen van Diataal. Deze regel blijft weg."),
        ("Pip;IEP;gym;20-1-2026;7;;", "Passend kent het vak 'gym' niet."),
        ("Pip;IEP;rekenen;;7;;", "De datum van de toets is leeg."),
        ("Pip;Cito;rekenen;20-1-2026;7;B;eigen indeling", "Passend kent de indeling 'eigen indeling' niet. Bekend"),
    ],
)  # fmt: skip
def test_row_with_something_unknown_is_refused_with_what_is_known(regel: str, reden: str) -> None:
    opgave = _opgave(f"Naam;Instrument;Vak;Datum;Score;Niveau;Normschema\n{regel}\nOt;IEP;rekenen;20-1-2026;7;;\n")

    [weigering] = opgave.weigeringen
    assert (weigering.regel, weigering.reden.startswith(reden), len(opgave.regels)) == (2, True, 1)


@pytest.mark.parametrize(
    ("naam", "code"), [("cito lovs", "cito_lvs"), ("IEP LVS groep 5", "iep"), ("Cito Leerling in beeld", "cito_lib")]
)
def test_maker_in_a_column_is_known_by_its_name_also_among_other_words(naam: str, code: str) -> None:
    [regel] = _opgave(f"Naam;Instrument;Vak;Datum;Score\nPip;{naam};rekenen;20-1-2026;7\n").regels

    assert regel.instrument == code


def test_english_headings_are_known_and_so_are_english_subjects() -> None:
    koppeling = herken_toetskolommen(
        _tabel(
            "Student number;First name;Last name;Date of birth;Group;Teacher;Test;Subject;Test date;Test period;"
            "Raw score;Score Maths;Reference level reading;Level;Percentile;Functional level\n"
            "L1;Pip;Wilg;1-2-2018;5;An;IEP M5;Maths;20-1-2026;M5;31;30;1F;I;85;M5\n"
        ),
        {},
    ).koppeling

    assert {veld: kop for veld, kop in koppeling.items() if not veld.startswith("alle:")} == {
        "sleutel": "Student number",
        "voornaam": "First name",
        "achternaam": "Last name",
        "geboren_op": "Date of birth",
        "toets": "Test",
        "vak": "Subject",
        "afgenomen_op": "Test date",
        "afnamemoment": "Test period",
        "ruwe_score": "Raw score",
        "ruwe_score@rekenen": "Score Maths",
        "referentieniveau@begrijpend_lezen": "Reference level reading",
        "niveau": "Level",
        "percentiel": "Percentile",
        "functioneringsniveau": "Functional level",
    }


def test_headings_of_iep_are_known_by_their_letters_and_the_period_is_the_moment() -> None:
    koppeling = herken_toetskolommen(_tabel("Naam;Afnameperiode;Lezen RN;Lezen OS\nPip;M5;1F;60\n"), {}).koppeling

    assert koppeling == {
        "naam": "Naam",
        "afnamemoment": "Afnameperiode",
        "referentieniveau@begrijpend_lezen": "Lezen RN",
        "schaalscore@begrijpend_lezen": "Lezen OS",
    }
