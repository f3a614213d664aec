"""UWLR 2.2 as a maker of tests writes it, held against the official schema, and as it should not be."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from tests.factories.invoer import MAP

from passend.begrippen.opgave import OnleesbaarError, Weigering
from passend.begrippen.toetsopgave import Toetsregel
from passend.uitwisseling.uwlr.bestand import Uwlrbestand
from passend.uitwisseling.uwlr.opgave import Toetskeuze, kies_toetsen, maak_toetsopgave
from passend.uitwisseling.uwlr.reader import read_uwlr

SCHEMA = Path(__file__).resolve().parents[4] / "shared" / "standards" / "uwlr" / "2.2" / "UWLR_Leerresultaten_v2p2.xsd"
TOETSEN = (MAP / "toetsen.uwlr.xml").read_text(encoding="utf-8")
REKENEN = Toetsregel(
    15, "L1", "", None, "cito_lvs", "rekenen", date(2026, 1, 20), "3.0", "M5",
    Decimal(71), Decimal("212.5"), "II", "cito_romeins", 65, "M5",
)  # fmt: skip
TOETSCODE = "<toetscode>RW30-M5</toetscode>\n          <oso"
FOUTEN = {
    "31 juni": ("2026-01-20", "2026-06-31", 16, "De afnamedatum '2026-06-31' bestaat niet."),
    "score met komma": ("<score>62<", "<score>62,5<", 45, "De score '62,5' is geen heel getal vanaf 0. Kijk hem na."),
    "score onder nul": ("<score>62<", "<score>-2<", 45, "De score '-2' is geen heel getal vanaf 0. Kijk hem na."),
    "sleutel twee keer": ('key="u2"', 'key="u1"', 41, "De sleutel 'u1' staat bij twee uitslagen."),
    "geen sleutel": ('<resultaat key="u2">', "<resultaat>", 41, "Deze uitslag heeft geen sleutel."),
    "toets die er niet is": (TOETSCODE, TOETSCODE.replace("RW30-M5", "XX"), 15, "De toets 'XX' staat niet"),
    "geen uitslag": ("<score>62</score>", "", 41, "Hier staat geen uitslag"),
    "vreemd deel": ("<score>62</score>", "<score>62</score><cijfer/>", 45, "'cijfer' hoort hier niet"),
    "geen leerling": ("<leerlingid>L2</leerlingid>", "<leerlingid></leerlingid>", 49, "Het leerlingid is leeg"),
}  # fmt: skip


def _lees(tekst: str) -> Uwlrbestand:
    return read_uwlr(io.BytesIO(tekst.encode()))


def _schema() -> etree.XMLSchema:
    if not SCHEMA.exists():
        pytest.skip("the standard does not lie beside the checkout")
    return etree.XMLSchema(etree.parse(SCHEMA))


def test_results_of_a_file_get_the_test_that_stands_behind_them() -> None:
    bestand = _lees(TOETSEN)
    opgave = maak_toetsopgave(bestand, kies_toetsen(bestand, {}))

    assert (opgave.brin, opgave.weigeringen, opgave.opmerkingen) == ("99AA00", [], ())
    assert opgave.regels == [
        REKENEN,
        Toetsregel(
            41, "L1", "", None, "iep", "begrijpend_lezen", date(2026, 1, 22), "", "M6",
            None, Decimal(62), "1F", "iep_taal", None, "", "1F",
        ),
        Toetsregel(
            53, "L2", "", None, "iep", "begrijpend_lezen", date(2026, 1, 22), "", "M6",
            None, Decimal(84), "2F", "iep_taal", None, "", "2F",
        ),
    ]  # fmt: skip


def test_example_of_ours_is_what_the_official_schema_allows() -> None:
    _schema().assertValid(etree.fromstring(TOETSEN.encode()))


@pytest.mark.parametrize("naam", [naam for naam in FOUTEN if naam != "31 juni"])
def test_what_the_official_schema_refuses_is_refused_here_too(naam: str) -> None:
    was, wordt, _regel, _reden = FOUTEN[naam]

    assert not _schema().validate(etree.fromstring(TOETSEN.replace(was, wordt, 1).encode()))


@pytest.mark.parametrize("naam", list(FOUTEN))
def test_result_that_breaks_a_rule_is_refused_with_its_line_and_the_rest_is_read(naam: str) -> None:
    was, wordt, regel, reden = FOUTEN[naam]

    bestand = _lees(TOETSEN.replace(was, wordt, 1))

    [weigering] = bestand.weigeringen
    assert (weigering.regel, weigering.reden.startswith(reden), len(bestand.uitslagen)) == (regel, True, 2)


@pytest.mark.parametrize(
    ("bron", "reden"),
    [
        (TOETSEN[:2000], "Regel 48: het bestand klopt hier niet of breekt af. Er is niets overgenomen."),
        ("<EDEX/>", "Dit is EDEXML: daar staan leerlingen in. Lees het in bij Leerlingen inlezen."),
        ("<html/>", "Dit is geen UWLR. Het bestand begint met 'html', en dat moet leerresultaten_verzoek zijn."),
        (TOETSEN.replace("<xsdversie>2.2", "<xsdversie>1.0"), "Regel 3: dit bestand is UWLR '1.0'. Passend"),
        (
            TOETSEN.replace("?>", '?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 1),
            "Regel 1: dit bestand verwijst naar iets buiten zichzelf.",
        ),
    ],
    ids=["breekt af", "edexml", "geen uwlr", "andere versie", "verwijzing"],
)  # fmt: skip
def test_file_that_is_none_or_breaks_off_is_refused_whole(bron: str, reden: str) -> None:
    with pytest.raises(OnleesbaarError) as fout:
        _lees(bron)

    assert str(fout.value).startswith(reden)


def test_what_somebody_said_of_a_test_goes_before_what_its_words_say() -> None:
    bestand = _lees(TOETSEN)

    keuzes = kies_toetsen(bestand, {"RW30-M5": "cito_lib|rekenen|cito_romeins_plus|ruwe_score"})
    eerste = maak_toetsopgave(bestand, keuzes).regels[0]

    assert (eerste.instrument, eerste.normschema) == ("cito_lib", "cito_romeins_plus")


def test_test_that_need_not_come_along_is_left_out_and_said() -> None:
    bestand = _lees(TOETSEN)

    opgave = maak_toetsopgave(bestand, kies_toetsen(bestand, {"IEP-M6/BL": "geen|||"}))

    assert (opgave.regels, opgave.opmerkingen) == ([REKENEN], ("Deze toetsen zijn weggelaten: IEP LVS M6: Lezen.",))


def test_test_whose_words_say_nothing_waits_for_somebody_to_say_it() -> None:
    bestand = _lees(TOETSEN.replace("Cito LVS Rekenen-Wiskunde 3.0 M5", "Wilgentoets 4"))

    assert kies_toetsen(bestand, {})["RW30-M5"] == Toetskeuze(vak="rekenen", normschema="cito_romeins")


def test_bands_of_letters_are_taken_where_somebody_chose_letters() -> None:
    letters = TOETSEN.replace("<oso:codereferentiescore>FN", "<oso:codereferentiescore>AE").replace(">M5<", ">C<", 1)
    bestand = _lees(letters)

    regels = maak_toetsopgave(
        bestand, kies_toetsen(bestand, {"RW30-M5": "cito_lvs|rekenen|cito_letters|ruwe_score"})
    ).regels

    assert (regels[0].niveau, regels[0].normschema) == ("C", "cito_letters")


def test_value_of_another_group_of_pupils_is_passed_over_and_a_percentile_in_words_refused() -> None:
    bestand = _lees(TOETSEN.replace("Landelijk", "VWO", 1).replace(">65<", ">hoog<"))

    opgave = maak_toetsopgave(
        bestand, kies_toetsen(bestand, {"RW30-M5": str(Toetskeuze(instrument="cito_lvs", vak="rekenen"))})
    )

    assert opgave.weigeringen == [Weigering(15, "L1", "Het percentiel 'hoog' is geen heel getal. Kijk het na.", "L1")]
