"""The real document of the region, cell by cell; expected values come from reading it by eye.

Only codes stand here: what a school or a person is called is compared with the document when the test runs.
"""

from pathlib import Path

import pytest
from tests.golden.lezing import ECHT, lees

from passend.begrippen.profielinhoud import Profiellezing

DOCUMENT = next(iter(sorted(ECHT.glob("*.txt"))), Path("afwezig"))
pytestmark = pytest.mark.skipif(not DOCUMENT.exists(), reason="the real document is not on this machine")

HGW = ["algemeen", "doelgericht", "systematisch", "onderwijsbehoeften", "wisselwerking", "partners", "positief"]
EXPERTISE = [
    ("rt", "ja", 1.0),
    ("taal", "ja", 0.9),
    ("rekenen", "nee", None),
    ("gedrag", "ja", 1.2),
    ("jonge_kind", "ja", 0.2),
    ("begaafdheid", "nee", None),
    ("motoriek", "ja", 0.1),
    ("nt2", "ja", 1.4),
    ("cognitie", "ja", 0.1),
    ("autisme", "nee", None),
    ("ziek", "nee", None),
    ("faalangst", "ja", 0.1),
]
EXPERTS = [
    ("sbo", "regelmatig"),
    ("so", "structureel"),
    ("adviseur", "structureel"),
    ("smw", "structureel"),
    ("leerplicht", "regelmatig"),
    ("jgz", "structureel"),
    ("cjg", "structureel"),
    ("politie", "regelmatig"),
    ("logopedie", "structureel"),
    ("fysiotherapie", "structureel"),
    ("jeugdhulp", "regelmatig"),
]
VOORZIENINGEN = [
    ("rolstoel", "niet_van_toepassing"),
    ("toilet", "aanwezig"),
    ("doven", "aanwezig"),
    ("blinden", "niet_van_toepassing"),
    ("gespreksruimte", "aanwezig"),
    ("therapieruimte", "aanwezig"),
    ("verzorgingsruimte", "niet_van_toepassing"),
    ("time_out", "niet_van_toepassing"),
    ("lift", "niet_van_toepassing"),
]
AANBOD = ["op aanvraag", *["wekelijks door het hele jaar heen"] * 2, *["op aanvraag"] * 6]


@pytest.fixture
def lezing() -> Profiellezing:
    return lees(DOCUMENT)


def test_every_marked_row_has_the_value_its_cross_stands_under(lezing: Profiellezing) -> None:
    gelezen = [(rij.tabel, rij.rij, rij.waarde) for rij in lezing.inhoud.tabellen if rij.tabel != "aanbod"]

    assert gelezen == [
        *(("hgw", code, "op_orde") for code in [*HGW, "samenwerking"]),
        *(("expertise", code, ja_nee) for code, ja_nee, _fte in EXPERTISE),
        *(("experts", code, waarde) for code, waarde in EXPERTS),
        *(("voorzieningen", code, waarde) for code, waarde in VOORZIENINGEN),
    ]


def test_every_marked_row_has_exactly_one_true_cell(lezing: Profiellezing) -> None:
    aantallen = {
        rij.sleutel: sum(cel is True for cel in rij.cellen.values())
        for rij in lezing.inhoud.tabellen
        if rij.tabel in {"hgw", "experts", "voorzieningen"}
    }

    assert (len(aantallen), set(aantallen.values())) == (28, {1})


def test_amounts_carry_the_unit_the_school_wrote(lezing: Profiellezing) -> None:
    gelezen = [
        (rij.rij, float(rij.omvang.getal), str(rij.omvang.eenheid))
        for rij in lezing.inhoud.rijen("expertise")
        if rij.omvang
    ]

    assert gelezen == [(code, getal, "fte") for code, _ja, getal in EXPERTISE if getal is not None]


def test_the_offer_of_the_school_is_kept_as_its_own_rows_with_their_periods(lezing: Profiellezing) -> None:
    rijen = lezing.inhoud.rijen("aanbod")
    bron = " ".join(DOCUMENT.read_text(encoding="utf-8").split())

    assert [(rij.rij, rij.periode) for rij in rijen] == [(None, periode) for periode in AANBOD]
    assert [rij.label for rij in rijen if f"{rij.label} {rij.periode}" not in bron] == []


def test_fields_are_the_words_of_the_document(lezing: Profiellezing) -> None:
    bron = DOCUMENT.read_text(encoding="utf-8")
    velden = {veld.veld: veld.waarde for veld in lezing.inhoud.velden}
    in_bron = ("schoolnaam", "adres", "telefoon", "email", "directeur", "mr_voorzitter", "schoolgids")

    assert [veld for veld in in_bron if not velden[veld] or f"{velden[veld]}" not in bron] == []
    assert {veld: waarde for veld, waarde in velden.items() if veld not in in_bron and veld != "schoolplan"} == {
        "schooljaar": "2023-2024",
        "opgesteld_op": "2021-06-07",
        "mr_op": "2021-06-23",
        "bestuur_op": None,
        "bestuur_voorzitter": None,
    }


def test_one_address_for_two_links_is_doubtful_for_the_second(lezing: Profiellezing) -> None:
    velden = {veld.veld: veld for veld in lezing.inhoud.velden}

    assert velden["schoolgids"].waarde == velden["schoolplan"].waarde
    assert (velden["schoolgids"].zekerheid >= 0.9, velden["schoolplan"].zekerheid >= 0.9) == (True, False)


def test_only_the_rows_whose_white_space_contradicts_itself_are_doubtful(lezing: Profiellezing) -> None:
    assert [rij.rij for rij in lezing.inhoud.tabellen if rij.zekerheid < 0.9] == ["fysiotherapie", "jeugdhulp"]


def test_chapters_are_split_in_fixed_and_own_text(lezing: Profiellezing) -> None:
    teksten = lezing.inhoud.teksten

    assert [tekst.code for tekst in teksten if not tekst.is_vast] == ["visie", "financien"]
    assert [tekst.code for tekst in teksten if tekst.is_vast] == [
        "uitleg_visie",
        "basis",
        "basiskwaliteit",
        "structuur_uitleg",
        "hgw_uitleg",
        "interventies",
        "extra_uitleg",
        "zorgplicht",
        "financien_uitleg",
        "evaluatie_uitleg",
    ]


def test_warnings_are_those_a_careful_reader_would_give(lezing: Profiellezing) -> None:
    assert [(melding.code, melding.sleutel) for melding in lezing.waarschuwingen] == [
        ("niet_vastgesteld", "veld:bestuur_op"),
        ("handtekening_ouder_dan_editie", "veld:opgesteld_op"),
        ("handtekening_ouder_dan_editie", "veld:mr_op"),
        ("schooljaar_voorbij", "veld:schooljaar"),
        ("oude_wet", None),
        ("afbeelding_ontbreekt", "structuur"),
        ("schaal_eenzijdig", "hgw"),
        ("uren_zijn_fte", "rij:expertise:rt"),
        ("geen_bedrag", "tekst:financien"),
    ]


def test_the_remark_behind_the_school_year_is_kept_as_unread(lezing: Profiellezing) -> None:
    regels = DOCUMENT.read_text(encoding="utf-8").splitlines()

    assert [stuk.sectie for stuk in lezing.ongelezen] == ["algemeen"]
    assert [stuk.tekst in regels[(stuk.bron.regel or 0) - 1] for stuk in lezing.ongelezen] == [True]


def test_nothing_of_the_document_is_lost(lezing: Profiellezing) -> None:
    """Every word of the document comes back in a value, a label, a text or as unread, or is a heading."""
    inhoud = lezing.inhoud
    terug = " ".join(
        [
            *(tekst.tekst for tekst in inhoud.teksten),
            *(f"{rij.label} {' '.join(str(cel) for cel in rij.cellen.values())}" for rij in inhoud.tabellen),
            *(stuk.tekst for stuk in lezing.ongelezen),
            *(veld.waarde or "" for veld in inhoud.velden),
        ]
    )
    woorden = {woord for woord in DOCUMENT.read_text(encoding="utf-8").split() if len(woord) > 12}
    verloren = {woord for woord in woorden if woord.strip("-.,:;()") not in terug and not woord.startswith("http")}

    assert {woord.casefold() for woord in verloren} <= {
        "schoolondersteuningsprofiel",
        "basiskwaliteit",
        "basiskwaliteit.",
        "basisondersteuning",
        "handelingsgericht",
        "ondersteuningsstructuur",
        "zorgstructuur",
        "toegankelijkheid",
        "deskundigen",
        "georganiseerd",
        "voorzieningen",
        "jeugdgezondheidzorg/schoolarts/school",
        "verpleegkundige",
        "ontwikkeling/",
        "interventies",
        "ontwikkeling",
    }
