"""Files with columns in every encoding, separator and shape that schools send; and those that are none."""

import io
import zipfile
from datetime import date

import pytest
from tests.factories.invoer import MAP, maak_xlsx

from passend.begrippen.opgave import Invoersoort, Leerlingopgave, OnleesbaarError, Ouderopgave, Weigering
from passend.uitwisseling.tabel.kolommen import Herkenning, check_koppeling, herken, is_leerlingkop
from passend.uitwisseling.tabel.lezen import read_tabel, soort_van
from passend.uitwisseling.tabel.opgave import maak_opgave
from passend.uitwisseling.tabel.tabel import Tabel
from passend.uitwisseling.tabel.waarden import als_voorbeeld, lees_dag, splits_naam

CSV, XLSX = Invoersoort.CSV, Invoersoort.XLSX
NU = date(2026, 10, 12)
WILGENBOOM = (MAP / "wilgenboom.csv").read_bytes()
KAAL = Tabel(
    koppen=["Roepnaam", "Achternaam", "Geboren"],
    rijen=[(2, ["Zoë", "Wilg", "14-3-2018"]), (3, ["Ot", "Helm", "1-2-2018"])],
)
TEKST = "Roepnaam;Achternaam;Geboren\nZoë;Wilg;14-3-2018\nOt;Helm;1-2-2018\n"


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("scheider", [";", ",", "\t", "|"])
@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_csv_reads_the_same_however_it_was_written(codering: str, scheider: str, einde: str) -> None:
    inhoud = TEKST.replace(";", scheider).replace("\n", einde).encode(codering)

    assert soort_van(inhoud) is CSV
    assert read_tabel(inhoud, CSV) == KAAL


@pytest.mark.parametrize("codering", ["cp850", "mac_roman"])
@pytest.mark.parametrize("naam", ["Zoë", "Müller", "André", "Renée", "François", "Süleyman", "Danaë"])
def test_name_with_an_accent_of_another_alphabet_is_refused_and_not_mangled(codering: str, naam: str) -> None:
    with pytest.raises(OnleesbaarError, match="Bewaar het opnieuw als CSV UTF-8"):
        read_tabel(f"Naam;Geboren\n{naam};14-3-2018\nOt;1-2-2018\n".encode(codering), CSV)


def test_signs_that_nobody_sees_are_left_out_and_a_lost_letter_refuses_the_row() -> None:
    tabel = read_tabel("Naam;Geboren\nPi\u202ep Wilg;14-3-2018\nZo\ufffd Helm;1-2-2018\n".encode(), CSV)
    opgave = maak_opgave(tabel, {"naam": "Naam", "geboren_op": "Geboren"}, CSV)

    assert [een.voornaam for een in opgave.leerlingen] == ["Pip"]
    assert opgave.weigeringen[0].reden.startswith("In de naam 'Zo\ufffd Helm' staat een teken")


def test_line_that_a_spreadsheet_writes_for_itself_is_no_row_and_counts_as_a_line() -> None:
    assert [regel for regel, _cellen in read_tabel(f"sep=;\n{TEKST}".encode(), CSV).rijen] == [3, 4]


def test_cell_with_a_line_break_and_a_separator_is_one_cell() -> None:
    tabel = read_tabel(b'Naam;Geboren\n"Wilg; van der\nPip";1-2-2018\n', CSV)

    assert tabel.rijen == [(3, ["Wilg; van der\nPip", "1-2-2018"])]


def test_workbook_gives_days_and_numbers_as_a_person_reads_them() -> None:
    tabel = read_tabel(maak_xlsx(["Leerlingnummer", "Naam", "Geboren"], [101, "Pip & Co", "2018-03-14"]), XLSX)

    assert tabel == Tabel(koppen=["Leerlingnummer", "Naam", "Geboren"], rijen=[(2, ["101", "Pip & Co", "2018-03-14"])])


def test_title_above_the_headings_and_empty_rows_are_passed_over() -> None:
    tabel = read_tabel(b"Lijst van 12-10-2026;;\n;;\nNaam;Groep;Geboren\n;;\nPip Wilg;5;1-2-2018\nOt Helm;5\n", CSV)

    assert tabel.koppen == ["Naam", "Groep", "Geboren"]
    assert tabel.rijen == [(5, ["Pip Wilg", "5", "1-2-2018"]), (6, ["Ot Helm", "5", ""])]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"Nr;Naam;Geboren;Groep\n1;Pip Wilg;1-2-2018;5\n2;Ot Helm;03-04-20",
        b"Nr;Naam;Geboren;Groep\r\n1;Pip Wilg;1-2-2018;5\r\n2;Ot",
        b"Nr;Naam;Geboren\n1;Pip",
    ],
)
def test_list_that_breaks_off_in_its_last_line_is_refused_whole(inhoud: bytes) -> None:
    with pytest.raises(OnleesbaarError, match=f"breekt af op regel {len(inhoud.splitlines())}"):
        read_tabel(inhoud, CSV)


@pytest.mark.parametrize(
    "einde", ["\n", "", "\n;;", "\n \x1a", "\n3;Sien Kiem", "\n3;Sien Kiem\n", "\n3;Sien Kiem\n4;Bo;1-2-2018"]
)
def test_list_whose_last_line_has_no_end_is_read_as_long_as_it_is_as_wide_as_others(einde: str) -> None:
    kort = "Nr;Naam;Geboren\n1;Pip Wilg\n2;Ot Helm"

    assert read_tabel(f"{kort}{einde}".encode(), CSV).rijen[:2] == [
        (2, ["1", "Pip Wilg", ""]),
        (3, ["2", "Ot Helm", ""]),
    ]


def test_list_without_headings_keeps_its_first_pupil_and_is_asked_about_each_time() -> None:
    tabel = read_tabel(b"Lijst van 2026\n3001;Pip;Wilg;1-2-2018;5\n3002;Ot;Helm;;6\nx;Sien;Kiem;;6\n", CSV)

    assert (tabel.heeft_koppen, tabel.koppen) == (False, [f"kolom {een}" for een in range(1, 6)])
    assert [cellen[1] for _regel, cellen in tabel.rijen] == ["", "Pip", "Ot", "Sien"]
    assert herken(tabel, {}, NU).koppeling == {"geboren_op": "kolom 4"}
    eerder = {"voornaam": "kolom 2", "achternaam": "kolom 3", "geboren_op": "kolom 4"}
    assert not herken(tabel, eerder, NU, tabel.koppen).is_onthouden


def test_heading_that_is_a_year_is_still_a_heading() -> None:
    assert read_tabel(b"Naam;2024;2025\nPip Wilg;212;214\n", CSV).koppen == ["Naam", "2024", "2025"]


def test_sheet_with_the_headings_of_a_list_is_read_and_the_others_are_named() -> None:
    uitleg = [["Toelichting", "Voor wie"], *[[f"Regel {een}", "Naam"] for een in range(20)]]
    lijst = [["Naam", "Geboortedatum"], ["Pip Wilg", "1-2-2018"]]
    inhoud = maak_xlsx(*uitleg, bladen={"Leerlingen": lijst, "Leeg": []})

    tabel = read_tabel(inhoud, XLSX, is_leerlingkop)

    assert (tabel.koppen, len(tabel.rijen)) == (["Naam", "Geboortedatum"], 1)
    assert tabel.opmerkingen == (
        "Passend las het blad 'Leerlingen'. In deze werkmap staat ook: 'Blad1'. Dat is niet gelezen.",
    )
    opgave = maak_opgave(tabel, {"naam": "Naam", "geboren_op": "Geboortedatum"}, XLSX)
    assert opgave.opmerkingen == tabel.opmerkingen


def test_heading_with_an_explanation_between_brackets_is_known_by_what_stands_before_it() -> None:
    tabel = read_tabel(
        b"Voornaam (roepnaam);Tussenvoegsel;Achternaam (met tussenvoegsel);Geboren (dag)\nPip;de;de Wilg;1-2-2018\n",
        CSV,
    )

    koppeling = herken(tabel, {}, NU).koppeling

    assert koppeling["achternaam"] == "Achternaam (met tussenvoegsel)"
    assert [een.naam for een in maak_opgave(tabel, koppeling, CSV).leerlingen] == ["Pip de Wilg"]


def test_headings_that_are_the_same_or_empty_can_be_told_apart() -> None:
    assert read_tabel(b"Naam;Naam;\na;b;c\n", CSV).koppen == ["Naam", "Naam (2)", "kolom 3"]


@pytest.mark.parametrize("kop", ["BSN", "Burgerservicenummer", "Onderwijsnummer", "PGN leerling", "Nummer"])
def test_column_with_numbers_of_the_state_is_left_out_by_its_heading_or_by_what_is_in_it(kop: str) -> None:
    nummers = ("999999990", "123456782", "111222333")
    tabel = read_tabel(f"Naam;{kop}\n".encode() + "".join(f"Kind {een};{een}\n" for een in nummers).encode(), CSV)

    assert (tabel.koppen, tabel.weggelaten) == (["Naam"], (kop,))
    assert [cellen for _regel, cellen in tabel.rijen] == [[f"Kind {een}"] for een in nummers]


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "In dit bestand staan geen rijen onder de koppen."),
        (b"Naam;Groep\n", "In dit bestand staan geen rijen onder de koppen."),
        (b'Naam;Groep\n"' + b"x" * 140_000, "Regel 2: hier is iets mis met de aanhalingstekens"),
        (b"Naam~Geboren\nPip Wilg~1-2-2018\n", "Passend ziet in dit bestand maar een kolom."),
        (b"a;b\n" * 30_003, "Dit bestand heeft meer dan 30000 rijen"),
    ],
)
def test_csv_without_a_list_in_it_is_refused_with_the_reason(inhoud: bytes, zin: str) -> None:
    with pytest.raises(OnleesbaarError) as fout:
        read_tabel(inhoud, CSV)

    assert str(fout.value).startswith(zin)


def _zip(**delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"PK\x03\x04 en verder niets", "Dit Excel-bestand is beschadigd"),
        (_zip(iets=b"geen werkmap"), "Dit Excel-bestand is beschadigd"),
        (_zip(bom=b"\0" * 130 * 1024 * 1024), "Dit bestand pakt uit tot iets veel groters"),
    ],
)
def test_workbook_that_is_none_or_a_bomb_is_refused_with_the_reason(inhoud: bytes, zin: str) -> None:
    with pytest.raises(OnleesbaarError) as fout:
        read_tabel(inhoud, XLSX)

    assert str(fout.value).startswith(zin)


@pytest.mark.parametrize("begin", [b"%PDF-1.7", b"\xd0\xcf\x11\xe0", b"MZ\x90", b"naam\x00groep"])
def test_file_of_another_kind_is_refused_by_how_it_begins(begin: bytes) -> None:
    with pytest.raises(OnleesbaarError, match="Lever EDEXML, Excel"):
        soort_van(begin)
    with pytest.raises(OnleesbaarError, match="Lever UWLR, Excel"):
        soort_van(begin, xml="UWLR")


def test_sample_of_an_administration_is_recognised_whole_and_its_rows_are_read() -> None:
    tabel = read_tabel(WILGENBOOM, CSV)
    herkend = herken(tabel, {}, NU)

    assert herkend == Herkenning(
        koppeling={
            "sleutel": "Leerlingnr",
            "voornaam": "Roepnaam",
            "tussenvoegsel": "Voorvoegsel",
            "achternaam": "Achternaam",
            "geboren_op": "Geb.datum",
            "groep": "Groep",
            "ouder1_naam": "Ouder 1",
            "ouder1_email": "E-mail ouder 1",
            "ouder1_gezag": "Gezag ouder 1",
        }
    )
    opgave = maak_opgave(tabel, herkend.koppeling, CSV)
    zoe = Ouderopgave(naam="Bo van het Zeegras", email="bo@zee.example", heeft_gezag=False)
    assert opgave.leerlingen[:2] == [
        Leerlingopgave(
            3, "101", "Pip", "Duinmans", date(2018, 3, 14), None, None, "5",
            (Ouderopgave(naam="An Duinmans", email="an@duin.example", heeft_gezag=True),),
        ),
        Leerlingopgave(4, "102", "Zoë", "van het Zeegras", date(2017, 11, 2), None, None, "6", (zoe,)),
    ]  # fmt: skip
    assert opgave.weigeringen == [
        Weigering(5, "Ot Helm", "De geboortedatum '31-6-2018' bestaat niet. Schrijf een dag als 14-03-2018.", "103")
    ]
    assert opgave.opmerkingen[0].startswith("De kolom 'BSN' is weggelaten")
    assert "999999990" not in repr(opgave)


def test_heading_with_a_point_is_known_also_when_its_days_are_the_numbers_of_a_spreadsheet() -> None:
    tabel = read_tabel(b"Lln nr;Achternaam;Roepnaam;Geb. datum;Plek\n45001;Wilg;Pip;43567;41000\n", CSV)

    koppeling = herken(tabel, {}, NU).koppeling

    assert koppeling == {
        "sleutel": "Lln nr",
        "voornaam": "Roepnaam",
        "achternaam": "Achternaam",
        "geboren_op": "Geb. datum",
    }
    (pip,) = maak_opgave(tabel, koppeling, CSV).leerlingen
    assert (pip.sleutel, pip.geboren_op) == ("45001", date(2019, 4, 12))
    assert als_voorbeeld("43567") == "43567 (12-04-2019)"


def test_day_of_birth_is_found_by_what_is_in_the_column_and_not_where_the_heading_lies() -> None:
    tabel = read_tabel(b"Naam;Geboren;Dag\nPip Wilg;Den Haag;1-2-2018\nOt Helm;Delft;3-4-2017\n", CSV)

    assert herken(tabel, {}, NU).koppeling == {"naam": "Naam", "geboren_op": "Dag"}


@pytest.mark.parametrize(
    ("tekst", "koppeling"),
    [
        (
            "Naam;Geboortedatum;Moeder;E-mail moeder;Gezag moeder;Vader\nPip Wilg;1-2-2018;An;an@wilg.nl;ja;Bo\n",
            {
                "naam": "Naam",
                "geboren_op": "Geboortedatum",
                "ouder1_naam": "Moeder",
                "ouder1_email": "E-mail moeder",
                "ouder1_gezag": "Gezag moeder",
                "ouder2_naam": "Vader",
            },
        ),
        (
            "First name;Surname;Date of birth;Group;Teacher;Parent 1;Email parent 1\nPip;W;1-2-2018;5;Bo;An;an@w.nl\n",
            {
                "voornaam": "First name",
                "achternaam": "Surname",
                "geboren_op": "Date of birth",
                "groep": "Group",
                "ouder1_naam": "Parent 1",
                "ouder1_email": "Email parent 1",
            },
        ),
        (
            "Name;Date of birth;Mother;Father;Custody father\nPip Wilg;1-2-2018;An;Bo;yes\n",
            {
                "naam": "Name",
                "geboren_op": "Date of birth",
                "ouder1_naam": "Mother",
                "ouder2_naam": "Father",
                "ouder2_gezag": "Custody father",
            },
        ),
        ("Naam;Geboren;Moeder;Vader\nPip Wilg;1-2-2018;ja;nee\n", {"naam": "Naam", "geboren_op": "Geboren"}),
        ("Naam;Geboren;Moeder\nPip Wilg;1-2-2018;an@w.nl\n", {"naam": "Naam", "geboren_op": "Geboren"}),
        (
            "Naam;Geboren;Moeder;Ouderlijk gezag 1\nPip Wilg;1-2-2018;;ja\n",
            {"naam": "Naam", "geboren_op": "Geboren", "ouder1_naam": "Moeder", "ouder1_gezag": "Ouderlijk gezag 1"},
        ),
    ],
)
def test_headings_of_parents_and_in_english_are_known_where_what_is_below_them_fits(
    tekst: str, koppeling: dict[str, str]
) -> None:
    assert herken(read_tabel(tekst.encode(), CSV), {}, NU).koppeling == koppeling


def test_what_was_said_the_last_time_holds_while_its_headings_are_there() -> None:
    tabel = read_tabel(b"Kind;Geb;Geboortedatum\nPip Wilg;1-2-2018;3-4-2019\n", CSV)

    assert herken(tabel, {"naam": "Kind", "geboren_op": "Geb"}, NU, ["Kind", "Geb", "Geboortedatum"]) == Herkenning(
        koppeling={"naam": "Kind", "geboren_op": "Geb"}, is_onthouden=True
    )
    assert herken(tabel, {"naam": "Kind", "geboren_op": "Weg"}, NU) == Herkenning(
        koppeling={"naam": "Kind", "geboren_op": "Geboortedatum"}, is_veranderd=True
    )


def test_column_that_is_new_since_the_last_time_is_asked_about_and_what_was_not_to_be_read_stays_so() -> None:
    tabel = read_tabel(b"Kind;Geb;Groep;Ouder 1;Gezag ouder 1\nPip Wilg;1-2-2018;5;An Wilg;ja\n", CSV)
    eerder = {"naam": "Kind", "geboren_op": "Geb"}

    assert herken(tabel, eerder, NU, ["Kind", "Geb", "Groep"]) == Herkenning(
        koppeling={**eerder, "ouder1_naam": "Ouder 1", "ouder1_gezag": "Gezag ouder 1"}, is_veranderd=True
    )
    assert herken(tabel, eerder, NU, tabel.koppen).is_onthouden


@pytest.mark.parametrize(
    ("koppeling", "zin"),
    [
        ({"voornaam": "a", "geboren_op": "b"}, "Wijs aan in welke kolom de voornaam"),
        ({"naam": "a"}, "Wijs aan in welke kolom de geboortedatum"),
        ({"naam": "a", "geboren_op": "b", "ouder2_email": "c"}, "Wijs bij het e-mailadres van een ouder ook"),
        ({"naam": "a", "geboren_op": "a"}, "Een kolom is twee keer gekozen."),
    ],
)
def test_mapping_that_says_too_little_is_told_what_is_missing(koppeling: dict[str, str], zin: str) -> None:
    assert str(check_koppeling(koppeling)).startswith(zin)


@pytest.mark.parametrize(
    ("cellen", "reden"),
    [
        ("Pip;;1-2-2018;;;", "De naam is niet heel."),
        ("Pip;Wilg;;;;", "De geboortedatum is leeg."),
        ("Pip;Wilg;1-2-2018;An;geen adres;", "'geen adres' bij een ouder is geen e-mailadres."),
        ("Pip;Wilg;1-2-2018;An;;misschien", "'misschien' bij gezag begrijpt Passend niet."),
        ("Pip;Wilg;1-2-2018;;an@wilg.example;ja", "Bij het e-mailadres 'an@wilg.example' staat geen naam"),
    ],
)
def test_row_that_cannot_be_is_refused_with_its_line(cellen: str, reden: str) -> None:
    koppen = "Roepnaam;Achternaam;Geboortedatum;Ouder 1;Email ouder 1;Gezag ouder 1"
    tabel = read_tabel(f"{koppen}\n{cellen}\n".encode(), CSV)
    opgave = maak_opgave(tabel, dict(zip(_VELDEN, koppen.split(";"), strict=True)), CSV)

    assert opgave.leerlingen == []
    assert [een.regel for een in opgave.weigeringen] == [2]
    assert opgave.weigeringen[0].reden.startswith(reden)


@pytest.mark.parametrize(
    ("tweede", "aantal"),
    [("an  WILG;an@wilg.example;ja", 1), ("An Wilg;;ja", None), ("An Wilg;an@wilg.example;nee", None), ("Bo;;", 2)],
)
def test_parent_who_stands_on_a_line_twice_is_one_or_the_line_is_refused(tweede: str, aantal: int | None) -> None:
    koppen = "Naam;Geboortedatum;Ouder 1;Email ouder 1;Gezag ouder 1;Ouder 2;Email ouder 2;Gezag ouder 2"
    tabel = read_tabel(f"{koppen}\nPip Wilg;1-2-2018;An Wilg;an@wilg.example;ja;{tweede}\n".encode(), CSV)

    opgave = maak_opgave(tabel, herken(tabel, {}, NU).koppeling, CSV)

    assert [len(een.ouders or ()) for een in opgave.leerlingen] == ([aantal] if aantal else [])
    assert [een.reden.split(",")[0] for een in opgave.weigeringen] == (
        [] if aantal else ["An Wilg staat hier twee keer als ouder"]
    )


_VELDEN = ("voornaam", "achternaam", "geboren_op", "ouder1_naam", "ouder1_email", "ouder1_gezag")


def test_file_that_is_silent_about_parents_says_nothing_of_them_and_one_that_names_none_says_that() -> None:
    tabel = read_tabel(b"Naam;Geboren;Ouder 1\nPip Wilg;1-2-2018;\n", CSV)

    met = maak_opgave(tabel, {"naam": "Naam", "geboren_op": "Geboren", "ouder1_naam": "Ouder 1"}, CSV)
    zonder = maak_opgave(tabel, {"naam": "Naam", "geboren_op": "Geboren"}, CSV)

    assert (met.leerlingen[0].ouders, zonder.leerlingen[0].ouders) == ((), None)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("14-03-2018", date(2018, 3, 14)),
        ("14/3/18", date(2018, 3, 14)),
        ("14.3.2018", date(2018, 3, 14)),
        ("2018-03-14", date(2018, 3, 14)),
        ("2018-03-14T00:00:00", date(2018, 3, 14)),
        ("14 maart 2018", date(2018, 3, 14)),
        ("14 mrt 2018", date(2018, 3, 14)),
        ("1 xyz 2018", None),
        ("31-06-2018", None),
        ("2018", None),
        ("Den Haag", None),
    ],
)
def test_day_is_read_as_people_and_programs_write_it(tekst: str, dag: date | None) -> None:
    assert lees_dag(tekst) == dag


@pytest.mark.parametrize(
    ("naam", "delen"),
    [
        ("Wilg, Pip", ("Pip", "Wilg")),
        ("Wilg, Anne Pip van 't", ("Anne Pip", "van 't Wilg")),
        ("Pip de Wilg", ("Pip", "de Wilg")),
        ("", ("", "")),
    ],
)
def test_whole_name_in_one_column_is_cut_in_two(naam: str, delen: tuple[str, str]) -> None:
    assert splits_naam(naam) == delen
