"""`passend overstap` looks at a file and says plainly what Passend is not."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Self

import pytest
from lxml import etree
from tests.factories.oso import boom_van, maak_popo, maak_popo_met, weg

from passend.cli.__main__ import main
from passend.cli.overstap import GEEN_AANLEVERPUNT
from passend.uitwisseling.oso.bijlagen import pak_in
from passend.uitwisseling.oso.bouwstenen import Document
from passend.uitwisseling.oso.schrijven import schrijf_oso


@pytest.fixture
def goed(tmp_path: Path) -> Path:
    bestand = tmp_path / "goed.xml"
    bestand.write_bytes(schrijf_oso(maak_popo()))
    return bestand


@pytest.fixture
def fout(tmp_path: Path) -> Path:
    boom = boom_van(maak_popo())
    weg("inzage/akkoord")(boom)
    bestand = tmp_path / "fout.xml"
    bestand.write_bytes(etree.tostring(boom))
    return bestand


def test_a_good_file_has_code_0(goed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["overstap", "check", str(goed)]) == 0
    assert capsys.readouterr().out == (
        f"Niets mis gevonden.\nHet schema is niet nagekeken. Geef het mee met --schema.\n{GEEN_AANLEVERPUNT}\n"
    )


def test_what_is_wrong_is_said_with_its_line_and_code_1(fout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["overstap", "check", str(fout), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "code": "akkoord",
            "regel": 30,
            "zin": "Er staat niet in of de ouders het met het dossier eens zijn. Vul Ja, Nee of Onbekend in.",
        }
    ]


def test_a_file_that_is_none_gets_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "geen.xml"
    bestand.write_text("niets")

    assert main(["overstap", "check", str(bestand)]) == 1
    assert main(["overstap", "lees", str(tmp_path / "weg.xml")]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Dit is geen OSO-bestand, of het is beschadigd bij regel 1. Vraag het opnieuw aan de andere school.",
        f"Er is geen bestand {tmp_path / 'weg.xml'}. Kijk of de naam klopt.",
    ]


def test_a_folder_without_the_official_rules_is_said(
    goed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["overstap", "check", str(goed), "--regels", str(tmp_path)]) == 1
    assert "Pak daar de regels van OSO uit." in capsys.readouterr().err


def test_reading_says_how_much_is_in_it_and_no_name_or_number(goed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["overstap", "lees", str(goed)]) == 0
    assert capsys.readouterr().out == (
        "OSO 2019.1, POPO, van 10-11-2026\n"
        "Schooljaren: 1. Toetsen: 0.\n"
        "Bijlagen: 0. Verzorgers: 1.\n"
        f"{GEEN_AANLEVERPUNT}\n"
    )


@pytest.mark.parametrize(
    ("was", "wordt", "kop"),
    [
        (b"<standaardversie>2019.1<", b"<standaardversie>2020.1<", "OSO 2020.1 (gelezen als 2019.1), POPO, van"),
        (b">overstapdossier<", b">overdrachtbinnenbrin<", "OSO 2019.1, binnen een school, van"),
    ],
)
def test_reading_says_which_version_and_which_transfer_a_file_says_it_is(
    was: bytes, wordt: bytes, kop: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "ander.xml"
    bestand.write_bytes(schrijf_oso(maak_popo()).replace(was, wordt))

    assert main(["overstap", "lees", str(bestand)]) == 0
    assert capsys.readouterr().out.startswith(kop)


def test_an_impossible_day_of_birth_is_found_with_all_else_that_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kapot = schrijf_oso(maak_popo()).replace(b"2017-05-04", b"2017-05-04x").replace(b"99AA", b"9")
    bestand = tmp_path / "kapot.xml"
    bestand.write_bytes(kapot)

    assert main(["overstap", "check", str(bestand)]) == 1
    assert "3 keer iets mis." in capsys.readouterr().out


def test_attachments_are_counted_wherever_they_hang(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    papier = Document(bestandsnaam="rapport.pdf", bestandsinhoud=pak_in("rapport.pdf", b"%PDF"))
    bestand = tmp_path / "met.xml"
    bestand.write_bytes(schrijf_oso(maak_popo_met(papier)))

    assert main(["overstap", "lees", str(bestand)]) == 0
    assert "Bijlagen: 1." in capsys.readouterr().out


SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="anders"/></xs:schema>"""


def test_who_gives_no_schema_hears_that_it_was_not_looked_at(
    goed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = tmp_path / "anders.xsd"
    schema.write_text(SCHEMA)

    assert main(["overstap", "check", str(goed)]) == 0
    assert "Het schema is niet nagekeken. Geef het mee met --schema." in capsys.readouterr().out
    assert main(["overstap", "check", str(goed), "--schema", str(schema), "--regels", str(tmp_path)]) == 1
    uit = capsys.readouterr().out
    assert "Volgens het schema klopt dit niet" in uit
    assert "niet nagekeken" not in uit


class _Motor:
    """Saxon that stops at a file."""

    class PySaxonApiError(Exception):
        """As it says so."""

    def __init__(self, **_wat: object) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_wat: object) -> None: ...

    def new_xslt30_processor(self) -> "_Motor":
        return self

    def compile_stylesheet(self, **_wat: object) -> "_Motor":
        return self

    def transform_to_string(self, **_wat: object) -> str:
        raise self.PySaxonApiError


def test_official_rules_that_break_off_are_a_sentence(
    goed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ValideerOverstapprofielen.xsl").write_text("<x/>")
    motor = SimpleNamespace(PySaxonProcessor=_Motor, PySaxonApiError=_Motor.PySaxonApiError)
    monkeypatch.setitem(sys.modules, "saxonche", motor)

    assert main(["overstap", "check", str(goed), "--regels", str(tmp_path)]) == 1
    assert "De officiële regels breken op dit bestand af." in capsys.readouterr().out
