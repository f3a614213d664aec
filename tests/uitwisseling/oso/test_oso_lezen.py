"""Files of OSO are read without losing anything, and bad ones are refused with a sentence."""

import time
from dataclasses import fields, replace
from pathlib import Path

import pytest
from lxml import etree
from tests.factories.oso import boom_van, erbij, maak_popo, maak_poswv, zet

from passend.begrippen.opgave import OnleesbaarError
from passend.uitwisseling.oso.boom import MEESTE_BYTES, MEESTE_DELEN
from passend.uitwisseling.oso.bouwstenen import Document
from passend.uitwisseling.oso.controle import controleer
from passend.uitwisseling.oso.dossier import Swvbestand
from passend.uitwisseling.oso.formaat import Formaat
from passend.uitwisseling.oso.leerling import LeerlingMetNummer, LeerlingZonderNummer
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schema import GeenRegelsError, controleer_officieel, controleer_schema
from passend.uitwisseling.oso.schrijven import schrijf_oso

NORM = Path(__file__).resolve().parents[4] / "shared" / "standards" / "oso"
VOORBEELDEN = sorted(NORM.glob("examples*/*.xml"))
SCHEMA = NORM / "OSO_gegevensset_2019.1.xsd"
met_norm = pytest.mark.skipif(not VOORBEELDEN, reason="the official examples are not on this machine")
VAN_VO = {"bevorderd", "examenresultaat", "resultaatvakkenvo", "certificaat", "competenties", "stage", "overigvombo"}


def kaal(boom: etree._Element) -> list[tuple[object, str, dict[str, str]]]:
    return [(deel.tag, (deel.text or "").strip(), {str(a): str(b) for a, b in deel.items()}) for deel in boom.iter()]


@met_norm
@pytest.mark.parametrize("bestand", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_every_official_example_is_read_and_only_of_secondary_schools_something_is_left(bestand: Path) -> None:
    lezing = lees_oso(bestand.read_bytes())

    assert {naam.rsplit("/", 1)[1] for naam in lezing.overgeslagen} <= VAN_VO


@met_norm
@pytest.mark.parametrize(
    "bestand", [pad for pad in VOORBEELDEN if "_POPO_" in pad.name or "_POSWV_" in pad.name], ids=lambda pad: pad.stem
)
def test_an_example_of_our_profiles_is_the_same_after_reading_and_writing(bestand: Path) -> None:
    lezing = lees_oso(bestand.read_bytes())

    opnieuw = etree.fromstring(schrijf_oso(lezing.bestand))

    assert kaal(opnieuw) == kaal(lezing.boom)
    assert controleer_schema(opnieuw, SCHEMA) == []
    assert controleer(opnieuw) == []


def test_there_are_twelve_official_examples_where_there_are_any() -> None:
    assert len(VOORBEELDEN) in {0, 12}


@met_norm
@pytest.mark.parametrize("bestand", [maak_popo(), maak_poswv()], ids=["popo", "poswv"])
def test_a_file_of_ours_passes_the_schema(bestand: object) -> None:
    assert controleer_schema(boom_van(bestand), SCHEMA) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("bestand", [maak_popo(), maak_poswv()], ids=["popo", "poswv"])
def test_a_file_of_ours_is_the_same_after_writing_and_reading(bestand: object) -> None:
    assert lees_oso(schrijf_oso(bestand)).bestand == bestand  # type: ignore[arg-type]


def test_the_file_for_the_samenwerkingsverband_has_no_place_for_a_number() -> None:
    plekken = {veld.name for veld in fields(LeerlingZonderNummer)}

    assert plekken & {"bsn", "onderwijsnummer", "geboorteplaats", "nationaliteit"} == set()
    assert {veld.name for veld in fields(LeerlingMetNummer)} - plekken == {
        "bsn",
        "onderwijsnummer",
        "geboorteplaats",
        "nationaliteit",
    }


def test_a_number_in_a_file_for_the_samenwerkingsverband_is_read_by_nobody() -> None:
    boom = boom_van(maak_poswv())
    erbij("leerling", "<bsn>999999990</bsn>")(boom)

    lezing = lees_oso(etree.tostring(boom))

    assert isinstance(lezing.bestand, Swvbestand)
    assert lezing.overgeslagen == ("huidigeschool/leerling/bsn",)
    assert "999999990" not in repr(lezing.bestand)


def test_a_number_is_not_in_what_a_log_would_say_of_a_pupil() -> None:
    assert "999999990" not in repr(maak_popo())


def test_the_year_of_the_version_is_in_the_namespace_that_is_written() -> None:
    ander = Formaat(jaar="2024", versie="2024.1", validatie="2024.1.1")

    assert b"oso_gegevensset/2024/dossier" in schrijf_oso(maak_popo(), ander)


XML = schrijf_oso(maak_popo())
BOM = b'<!DOCTYPE dossier [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>'
FOUT = {
    "another year": (XML.replace(b"/2019/", b"/2022/"), "Dit bestand is OSO van 2022. Passend leest OSO van 2019."),
    "no xml": (b"%PDF-1.7 niets", "Dit is geen OSO-bestand, of het is beschadigd"),
    "empty": (b"", "Dit is geen OSO-bestand, of het is beschadigd"),
    "other xml": (b"<EDEX/>", "Dit is geen overstapdossier (OSO)."),
    "cut in half": (XML[: len(XML) // 2], "Dit bestand breekt af bij regel"),
    "entities": (XML.replace(b"?>\n", b"?>" + BOM, 1).replace(b"Fenna", b"&c;"), "In dit bestand staan verwijzingen"),
    "only a doctype": (XML.replace(b"?>\n", b"?><!DOCTYPE dossier>", 1), "In dit bestand staan verwijzingen"),
    "no day": (XML.replace(b"2017-05-04", b"4 mei 2017"), "Er hoort een dag."),
    "no yes or no": (XML.replace(b"<adresgeheim>false", b"<adresgeheim>nee"), "Er hoort ja of nee."),
    "no surname": (XML.replace(b"achternaam>", b"naam>"), "In dit bestand ontbreekt 'achternaam'"),
    "several files": (
        XML.replace(b"<dossier ", b"<dossiers ").replace(b"</dossier>", b"</dossiers>"),
        "Dit OSO-bestand is geen dossier van een leerling.",
    ),
}


@pytest.mark.parametrize(("inhoud", "zin"), FOUT.values(), ids=FOUT)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(inhoud: bytes, zin: str) -> None:
    with pytest.raises(OnleesbaarError) as gevangen:
        lees_oso(inhoud)

    assert zin in str(gevangen.value)


def test_a_file_of_too_many_bytes_or_parts_is_refused_before_it_is_read() -> None:
    with pytest.raises(OnleesbaarError, match="te groot"):
        lees_oso(b" " * (MEESTE_BYTES + 1))
    with pytest.raises(OnleesbaarError, match="te veel delen"):
        lees_oso(XML.replace(b"</metadata>", b"<a/>" * MEESTE_DELEN + b"</metadata>"))


def test_large_documents_are_read_in_a_moment() -> None:
    groot = Document(bestandsnaam="plan.pdf", bestandsinhoud="QUJD" * 4_000_000)  # 16 MB of base64, 12 MB of document
    heel = maak_popo()
    met = replace(
        heel,
        huidigeschool=replace(
            heel.huidigeschool, leerling=replace(heel.huidigeschool.leerling, documenten=(groot,) * 2)
        ),
    )
    xml = schrijf_oso(met)

    begin = time.perf_counter()
    gelezen = lees_oso(xml)

    assert time.perf_counter() - begin < 5
    assert gelezen.bestand == met


def test_the_official_rules_need_a_folder_that_has_them(tmp_path: Path) -> None:
    with pytest.raises(GeenRegelsError, match="Pak daar de regels van OSO uit"):
        controleer_officieel(boom_van(maak_popo()), "POPO", tmp_path)


def test_a_schema_that_is_none_is_refused_with_a_sentence(tmp_path: Path) -> None:
    geen = tmp_path / "a.xsd"
    geen.write_text("<a/>")

    with pytest.raises(GeenRegelsError, match="is geen schema"):
        controleer_schema(boom_van(maak_popo()), geen)


def test_rules_in_xslt_are_run_by_saxon_where_it_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("saxonche")
    (tmp_path / "ValideerOverstapprofielen.xsl").write_text(
        '<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:template match="/"><m><melding><tekst>Een  fout.</tekst></melding></m></xsl:template></xsl:stylesheet>'
    )

    assert [een.zin for een in controleer_officieel(boom_van(maak_popo()), "POPO", tmp_path)] == ["Een fout."]


@pytest.mark.parametrize("dag", [b"2017-05-04x", b"2017-05-04T00:00", b"20170504", b"2017-02-30"])
def test_a_day_with_more_behind_it_is_no_day(dag: bytes) -> None:
    with pytest.raises(OnleesbaarError, match="Er hoort een dag"):
        lees_oso(XML.replace(b"2017-05-04", dag))


def test_a_file_that_no_school_can_use_is_refused_with_a_sentence() -> None:
    van_later = XML.replace(b"2017-05-04", b"2030-01-01")

    with pytest.raises(OnleesbaarError, match="gemaakt voor het samenwerkingsverband"):
        maak_opgave(lees_oso(schrijf_oso(maak_poswv())))
    with pytest.raises(OnleesbaarError, match="De geboortedag in dit bestand is 01-01-2030"):
        maak_opgave(lees_oso(van_later))


def test_what_a_file_says_is_said_in_words_and_names() -> None:
    heel = maak_popo()
    leerling = replace(heel.huidigeschool.leerling, geslacht="2")
    met = replace(heel, huidigeschool=replace(heel.huidigeschool, leerling=leerling))

    opgave = maak_opgave(lees_oso(schrijf_oso(met)), {"99AA00": "De Wilgenboom"})

    assert (opgave.geslacht, opgave.ingeschreven_op) == ("meisje", leerling.datuminschrijving)
    assert [stuk.tekst.splitlines()[2] for stuk in opgave.stukken] == [
        "2026-2027: groep 5A, De Wilgenboom",
        "Wat de ouders zeiden op 02-11-2026: zij zijn het eens met het dossier.",
    ]


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        ("POVO", "naar het voortgezet onderwijs \\(POVO\\)"),
        ("VOVO", "tussen scholen voor voortgezet onderwijs"),
        ("XXXX", "ander soort overstap"),
    ],
)
def test_a_file_for_another_transfer_is_refused_and_says_what_it_is_for(soort: str, zin: str) -> None:
    boom = boom_van(maak_popo())
    zet("metadata/overstap", soort)(boom)

    with pytest.raises(OnleesbaarError, match=zin):
        maak_opgave(lees_oso(etree.tostring(boom)))


@met_norm
def test_of_the_official_examples_only_those_between_basisscholen_can_be_taken_over() -> None:
    goed = set()
    for bestand in VOORBEELDEN:
        try:
            maak_opgave(lees_oso(bestand.read_bytes()))
        except OnleesbaarError:
            continue
        goed.add(bestand.stem)

    assert goed == {"Voorbeelddossier_OV_POPO_full", "Voorbeelddossier_OV_POPO_opt_out"}
