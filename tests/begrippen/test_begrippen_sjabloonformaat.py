import copy
from datetime import date
from typing import Any

import pytest

from passend.begrippen.meegeleverd import NAMEN, load_definitie, load_sjablonen
from passend.begrippen.sjabloon import Grondslag, Prozatekst, VasteTekst, Veld
from passend.begrippen.sjabloonformaat import SjabloonError, sjabloon_uit_dict


def klein() -> dict[str, Any]:
    """A template with one of everything that can go wrong."""
    return {
        "code": "klein",
        "naam": "Klein profiel",
        "samenwerkingsverband": "PO9999",
        "regio": "Verzonnen",
        "titel": "Profiel",
        "geldig_van": "2025-08-01",
        "secties": [
            {
                "code": "een",
                "titel": "Eerste",
                "onderdelen": [
                    {"type": "veld", "code": "naam", "label": "Naam", "soort": "tekst", "grondslag": "wet"},
                    {
                        "type": "tabel",
                        "code": "hulp",
                        "titel": "Hulp",
                        "kop": "Hulp",
                        "keuze": "een",
                        "grondslag": "regio",
                        "kolommen": [{"code": "ja", "kop": "Ja"}, {"code": "nee", "kop": "Nee"}],
                        "rijen": [{"code": "rt", "label": "Remedial teaching", "soort": "rt"}],
                    },
                    {
                        "type": "vaste_tekst",
                        "code": "plicht",
                        "titel": "Plicht",
                        "grondslag": "wet",
                        "versies": [
                            {"geldig_van": "2025-08-01", "tekst": "Nieuw."},
                            {"geldig_van": "2021-08-01", "tekst": "Oud."},
                        ],
                    },
                ],
            }
        ],
    }


def test_a_small_template_needs_nothing_but_its_data() -> None:
    sjabloon = sjabloon_uit_dict(klein())

    assert (sjabloon.code, sjabloon.geldig_tot_en_met) == ("klein", None)
    assert [deel.code for deel in sjabloon.onderdelen()] == ["naam", "hulp", "plicht"]
    assert [kolom.waarde for kolom in sjabloon.tabel("hulp").kolommen] == ["ja", "nee"]
    assert sjabloon.veld("naam").label == "Naam"


@pytest.mark.parametrize(
    ("dag", "tekst"), [(date(2020, 1, 1), "Oud."), (date(2025, 7, 31), "Oud."), (date(2025, 8, 1), "Nieuw.")]
)
def test_a_fixed_text_has_the_wording_in_force_on_a_day(dag: date, tekst: str) -> None:
    (vast,) = [deel for deel in sjabloon_uit_dict(klein()).onderdelen() if isinstance(deel, VasteTekst)]

    assert vast.tekst_op(dag) == tekst


def _zonder(sleutel: str) -> dict[str, Any]:
    waarden = klein()
    del waarden[sleutel]
    return waarden


def _met(*pad: str | int, waarde: Any) -> dict[str, Any]:
    waarden = klein()
    plek: Any = waarden
    for stap in pad[:-1]:
        plek = plek[stap]
    plek[pad[-1]] = waarde
    return waarden


TABEL = ("secties", 0, "onderdelen", 1)


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        (_zonder("regio"), "In het sjabloon ontbreekt 'regio'. Vul dit aan en probeer het opnieuw."),
        (_met("geldig_van", waarde="gisteren"), "In het sjabloon is 'geldig_van' geen dag."),
        (_met("geldig_tot_en_met", waarde="2025-07-31"), "ligt 'geldig_tot_en_met' voor 'geldig_van'."),
        (_met("code", waarde="Eigen code"), "In het sjabloon is 'code' geen code."),
        (_met("code", waarde=["klein"]), "In het sjabloon is 'code' geen code."),
        (_met("naam", waarde="x" * 161), "In het sjabloon is 'naam' te lang. Houd het bij 160 tekens."),
        (_met("titel", waarde=" "), "In het sjabloon is 'titel' geen tekst."),
        (_met("herkenning", waarde=["a", 1]), "In het sjabloon is 'herkenning' geen lijst van teksten."),
        (_met("secties", 0, "niveau", waarde=3), "In het sjabloon is 'secties 1 > niveau' geen 1 of 2."),
        (_met("secties", 0, waarde="een"), "In het sjabloon is 'secties' geen lijst van objecten."),
        (_met("secties", waarde=[]), "In het sjabloon is 'secties' leeg."),
        (_met(*TABEL, "type", waarde="lijst"), "is 'secties 1 > onderdelen 2 > type' nu 'lijst'. Dat bestaat niet."),
        (_met(*TABEL, "keuze", waarde="twee"), "'secties 1 > onderdelen 2 > keuze' nu 'twee'."),
        (_met(*TABEL, "keuze", waarde="twee"), "Kies uit: een, los, ja_nee, vrij."),
        (_met(*TABEL, "keuze", waarde="ja_nee"), "De tabel 'hulp' vraagt ja of nee, maar heeft geen kolom"),
        (_met(*TABEL, "grondslag", waarde="mode"), "'secties 1 > onderdelen 2 > grondslag' nu 'mode'."),
        (_met(*TABEL, "is_uitbreidbaar", waarde="ja"), "'secties 1 > onderdelen 2 > is_uitbreidbaar' geen true of"),
        (_met(*TABEL, "kolommen", 0, "eenheid", waarde="kilo"), "onderdelen 2 > kolommen 1 > eenheid' nu 'kilo'."),
        (_met(*TABEL, "rijen", 0, "label", waarde=5), "'secties 1 > onderdelen 2 > rijen 1 > label' geen tekst."),
        (_met(*TABEL, "code", waarde="naam"), "De code 'naam' komt twee keer voor in het sjabloon."),
        (_met(*TABEL, "kolommen", 1, "code", waarde="ja"), "De code 'ja' komt twee keer voor in het sjabloon."),
        (_met(*TABEL, "rijen", 0, "soort", waarde="toverij"), "De soort ondersteuning 'toverij' van rij"),
        (_met("secties", 0, "onderdelen", 2, "versies", waarde=[]), "De vaste tekst 'plicht' heeft geen versie."),
        (_met("secties", waarde=None), "In het sjabloon is 'secties' geen lijst van objecten."),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_place(waarden: dict[str, Any], zin: str) -> None:
    with pytest.raises(SjabloonError) as fout:
        sjabloon_uit_dict(waarden)

    assert zin in str(fout.value)


def test_reading_a_template_leaves_its_data_alone() -> None:
    waarden = klein()
    vooraf = copy.deepcopy(waarden)

    sjabloon_uit_dict(waarden)

    assert waarden == vooraf


@pytest.mark.parametrize("naam", NAMEN)
def test_a_shipped_template_reads_under_its_own_name(naam: str) -> None:
    sjabloon = sjabloon_uit_dict(load_definitie(naam))

    assert sjabloon.code == naam
    assert sjabloon in load_sjablonen()


def test_every_field_text_and_table_of_the_shipped_templates_says_who_asks_for_it_and_helps() -> None:
    zonder_hulp = [
        (sjabloon.code, deel.code)
        for sjabloon in load_sjablonen()
        for deel in sjabloon.onderdelen()
        if isinstance(deel, Veld | Prozatekst) and not deel.verantwoording.hulp
    ]
    grondslagen = {deel.verantwoording.grondslag for sjabloon in load_sjablonen() for deel in sjabloon.onderdelen()}

    assert zonder_hulp == []
    assert grondslagen == set(Grondslag)


def test_the_two_shipped_templates_ask_really_different_things() -> None:
    haaglanden, plein013 = load_sjablonen()

    assert {tabel.code: len(tabel.kolommen) for tabel in haaglanden.tabellen()} == {
        "hgw": 3,
        "expertise": 2,
        "experts": 4,
        "aanbod": 1,
        "voorzieningen": 2,
    }
    assert {tabel.code: (tabel.keuze.value, len(tabel.kolommen)) for tabel in plein013.tabellen()} == {
        "expertise": ("los", 2),
        "instanties": ("een", 4),
    }
