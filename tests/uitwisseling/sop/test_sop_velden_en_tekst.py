"""Fields, headings, prose, links and what was not understood."""

import io
from datetime import date

import pytest
from docx import Document as Word
from tests.uitwisseling.sop.bouw import HAAGLANDEN, PEILDATUM, lees_tekst

from passend.begrippen.meegeleverd import load_sjablonen
from passend.documenten.lezen import read_document
from passend.uitwisseling.sop.herkenning import Koppen, OnbekendSjabloonError
from passend.uitwisseling.sop.reader import read_profiel
from passend.uitwisseling.sop.soortherkenning import herken_soort
from passend.uitwisseling.sop.velden import lees_datum

KOP = "Schoolondersteuningsprofiel (SOP) Haaglanden\nAlgemene gegevens\n"
STAART = "2. Basisondersteuning binnen Haaglanden\nExtra expertise binnen het team\n"


def _veld(code: str, tekst: str) -> tuple[str | None, float]:
    velden = {veld.veld: veld for veld in lees_tekst(f"{KOP}{tekst}\n{STAART}").inhoud.velden}
    return velden[code].waarde, velden[code].zekerheid


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("07-06-2021", date(2021, 6, 7)),
        ("7/6/2021", date(2021, 6, 7)),
        ("7.6.21", date(2021, 6, 7)),
        ("2021-06-07", date(2021, 6, 7)),
        ("Den Haag, 7 juni 2021", date(2021, 6, 7)),
        ("1 mrt. 2022", date(2022, 3, 1)),
        ("1 maart 2022", date(2022, 3, 1)),
        ("31-02-2021", None),
        ("7 foo 2021", None),
        ("in juni", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_dutch_people_write_it(tekst: str, dag: date | None) -> None:
    assert lees_datum(tekst) == dag


@pytest.mark.parametrize(
    ("code", "tekst", "waarde"),
    [
        ("schoolnaam", "School Naam : OBS De Boomhut", "OBS De Boomhut"),
        ("schoolnaam", "Naam school: OBS De Boomhut", "OBS De Boomhut"),
        ("telefoon", "Tel: 000-1234567", "000-1234567"),
        ("opgesteld_op", "Opgesteld namens \ndirecteur en team \n\nDatum : 07-06-2021", "2021-06-07"),
        ("mr_op", "Opgesteld met advies MR Datum : \n23-06-2021", "2021-06-23"),
        ("bestuur_op", "Vastgesteld door bestuur Datum : ", None),
        ("bestuur_op", "Vastgesteld door bestuur Datum : ..........", None),
        ("schooljaar", "Dit schoolondersteuningsprofiel is vastgesteld voor schooljaar 2023/2024", "2023-2024"),
        ("adres", "Telefoon : 000-1234567", None),
    ],
)
def test_a_field_is_what_stands_behind_its_label_also_over_lines(code: str, tekst: str, waarde: str | None) -> None:
    assert _veld(code, tekst)[0] == waarde


@pytest.mark.parametrize(
    ("code", "tekst"), [("mr_op", "Opgesteld met advies MR Datum : voorjaar"), ("email", "E-mail : zie website")]
)
def test_a_value_that_does_not_fit_its_field_is_kept_and_doubtful(code: str, tekst: str) -> None:
    waarde, zekerheid = _veld(code, tekst)

    assert (waarde in tekst if waarde else False, zekerheid < 0.9) == (True, True)


def test_text_without_a_place_stays_unread_where_it_stands() -> None:
    lezing = lees_tekst(f"{KOP}School Naam : OBS De Boomhut\nWij zijn een regenboogschool.\n{STAART}")

    (stuk,) = [stuk for stuk in lezing.ongelezen if "regenboog" in stuk.tekst]
    assert (stuk.tekst, stuk.sectie, stuk.bron.regel) == ("Wij zijn een regenboogschool.", "algemeen", 4)


def test_paragraphs_are_joined_and_lists_keep_their_items() -> None:
    lezing = lees_tekst(
        f"{HAAGLANDEN}1. Visie passend onderwijs\nElk kind hoort\nerbij.\n\n"
        "Wij doen dit zo:\n- samen\n- op tijd,\n  elke dag\n"
    )

    assert lezing.inhoud.tekst("visie") == "Elk kind hoort erbij.\n\nWij doen dit zo:\n\n- samen\n- op tijd, elke dag"


def test_a_fixed_text_of_the_region_is_told_apart_from_own_words_in_the_same_chapter() -> None:
    lezing = lees_tekst(
        f"{HAAGLANDEN}6. Ontwikkeling en evaluatie\n"
        "De school zet haar doelen voor passend onderwijs in het jaarplan en bekijkt "
        "dit\nprofiel elk jaar opnieuw. Wij doen dat in mei.\n"
    )

    teksten = {tekst.code: (tekst.tekst, tekst.is_vast) for tekst in lezing.inhoud.teksten}
    assert teksten == {
        "evaluatie_uitleg": (
            "De school zet haar doelen voor passend onderwijs in het jaarplan en bekijkt dit profiel elk jaar opnieuw.",
            True,
        ),
        "evaluatie": ("Wij doen dat in mei.", False),
    }


def test_an_announced_picture_is_missed_only_when_there_is_none() -> None:
    lezing = lees_tekst(
        f"{HAAGLANDEN}B. De ondersteuningsstructuur op school\nZo ziet de zorgstructuur van onze school eruit:\n"
    )

    assert lezing.ontbrekende_figuren == ("ondersteuningsstructuur",)
    assert lees_tekst(HAAGLANDEN).ontbrekende_figuren == ()


def test_links_are_kept_with_their_place() -> None:
    lezing = lees_tekst(f"{KOP}https://www.boomhut.example/schoolgids\nZie ook www.boomhut.example.\n{STAART}")

    assert [(link.url, link.bron.regel) for link in lezing.inhoud.links] == [
        ("https://www.boomhut.example/schoolgids", 3),
        ("www.boomhut.example", 4),
    ]
    assert {veld.veld: veld.waarde for veld in lezing.inhoud.velden}[
        "schoolgids"
    ] == "https://www.boomhut.example/schoolgids"


@pytest.mark.parametrize(
    ("kop", "sectie"),
    [
        ("1. Visie passend onderwijs", "visie"),
        ("VISIE PASSEND ONDERWIJS", "visie"),
        ("5. Financien basis-\nondersteuning", "financien"),
        ("D.  Preventieve en curatieve interventies", "interventies"),
        ("Wij hebben een visie op passend onderwijs.", None),
        ("", None),
    ],
)
def test_a_heading_is_known_by_its_words_and_not_by_its_looks(kop: str, sectie: str | None) -> None:
    gevonden = Koppen(load_sjablonen()[0]).sectie(kop)

    assert (gevonden.code if gevonden else None) == sectie


def test_a_document_that_fits_no_template_is_refused_with_the_ones_that_are_known() -> None:
    with pytest.raises(OnbekendSjabloonError) as fout:
        lees_tekst("Notulen van de teamvergadering. Iedereen was er.")

    assert all(sjabloon.naam in str(fout.value) for sjabloon in load_sjablonen())


@pytest.mark.parametrize(
    ("woorden", "soort"),
    [
        ("Weerbaarheidstraining Rots en Water", "gedrag"),
        ("Expertise (hoog)begaafdheid", "begaafdheid"),
        ("Kindercoach", "sociaal_emotioneel"),
        ("Logopedist op school", "logopedie"),
        ("AD(H)D", "adhd"),
        ("Schaakclub", None),
        ("", None),
    ],
)
def test_words_of_a_school_find_their_kind_of_support(woorden: str, soort: str | None) -> None:
    assert herken_soort(woorden) == soort


@pytest.mark.parametrize(
    ("code", "tekst", "waarde"),
    [
        ("schoolnaam", "School Naam            OBS De Boomhut", "OBS De Boomhut"),
        ("adres", "Adres\tLange straat 12, 1234 AB Stad", "Lange straat 12, 1234 AB Stad"),
        ("opgesteld_op", "Opgesteld namens directeur en      Datum : 01-02-2025\nteam", "2025-02-01"),
    ],
)
def test_a_form_without_colons_or_with_broken_labels_is_read_too(code: str, tekst: str, waarde: str) -> None:
    assert _veld(code, tekst)[0] == waarde


def test_a_form_in_a_table_of_word_is_read_cell_by_cell() -> None:
    word = Word()
    for regel in KOP.splitlines():
        word.add_paragraph(regel)
    tabel = word.add_table(rows=0, cols=2)
    for rij in (
        ("School Naam", "OBS De Boomhut"),
        ("Opgesteld met advies MR", "Datum : 2 maart 2025"),
        ("", "Voorzitter MR : Dhr. B"),
    ):
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            cel.text = tekst
    for regel in STAART.splitlines():
        word.add_paragraph(regel)
    uit = io.BytesIO()
    word.save(uit)

    inhoud = read_profiel(read_document(uit.getvalue(), "p.docx"), load_sjablonen(), PEILDATUM).inhoud

    assert [inhoud.waarde(code) for code in ("schoolnaam", "mr_op", "mr_voorzitter")] == [
        "OBS De Boomhut",
        "2025-03-02",
        "Dhr. B",
    ]


def test_a_line_that_begins_with_a_label_makes_its_field_doubtful_and_stays_unread() -> None:
    lezing = lees_tekst(f"{KOP}School Naam : OBS De Boomhut\nTelefoon 000-1234567\n{STAART}")
    velden = {veld.veld: veld for veld in lezing.inhoud.velden}

    assert "Telefoon 000-1234567" in [stuk.tekst for stuk in lezing.ongelezen]
    assert (velden["telefoon"].waarde, velden["telefoon"].zekerheid < 0.9) == (None, True)
    assert velden["telefoon"].bron.regel == lezing.ongelezen[0].bron.regel
    assert velden["adres"].zekerheid == 1.0


@pytest.mark.parametrize("tekst", ["Nog niet ingevuld", "Niet ingevuld in het ingelezen document", "....."])
def test_words_that_say_a_field_is_blank_are_no_value(tekst: str) -> None:
    lezing = lees_tekst(f"{KOP}Vastgesteld door bestuur Datum : {tekst}\nGedrukt op 3 mei 2026.\n{STAART}")

    assert lezing.inhoud.waarde("bestuur_op") is None


def test_without_a_name_of_the_school_the_reading_asks_for_it() -> None:
    lezing = lees_tekst(f"{KOP}Wij zijn een school.\n{STAART}")
    (naam,) = (veld for veld in lezing.inhoud.velden if veld.veld == "schoolnaam")

    assert (naam.waarde, naam.zekerheid < 0.9) == (None, True)
    assert [melding.code for melding in lezing.waarschuwingen[:2]] == ["naam_niet_gelezen", "velden_niet_gelezen"]
