"""`passend profiel read`: what it prints, what it says when it cannot, and that it stores nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.documenten.lezen.slecht import SLECHT
from tests.golden.lezing import VOORBEELDEN, lees

from passend.begrippen.profielformaat import lezing_als_dict
from passend.cli.__main__ import main


@pytest.mark.parametrize("naam", ["wilgenboom-rooster.pdf", "wilgenboom-vakjes.docx", "wilgenboom-witruimte.txt"])
def test_read_with_json_prints_one_object_with_everything_that_was_read(
    naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["profiel", "read", str(VOORBEELDEN / naam), "--json"])

    uit, fout = capsys.readouterr()
    gelezen, verwacht = json.loads(uit), json.loads(json.dumps(lezing_als_dict(lees(VOORBEELDEN / naam))))
    gelezen.pop("waarschuwingen")  # these depend on the day of today
    verwacht.pop("waarschuwingen")
    assert (code, fout) == (0, "")
    assert gelezen == verwacht


def test_read_without_json_prints_fields_rows_and_what_to_look_at(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["profiel", "read", str(VOORBEELDEN / "wilgenboom-layout.txt")])

    regels = capsys.readouterr().out.splitlines()
    assert code == 0
    assert regels[0] == "wilgenboom-layout.txt: gelezen met sjabloon 'haaglanden', schooljaar 2026-2027"
    assert "  Naam van de school: Basisschool De Wilgenboom" in regels
    assert "  hgw: 1. Doelgericht werken. = in_ontwikkeling" in regels
    assert "  aanbod: Rouwgroep = op aanvraag" in regels
    assert [regel for regel in regels if regel.startswith("46 rijen, waarvan ")] != []
    assert [regel for regel in regels if regel.startswith("! Hier hoort een afbeelding")] != []


def test_a_doubtful_row_is_shown_with_a_question_mark(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    tekst = (VOORBEELDEN / "wilgenboom-witruimte.txt").read_text(encoding="utf-8")
    bestand = tmp_path / "profiel.txt"
    bestand.write_text(tekst.replace("Speciaal Onderwijs  X   ", "Speciaal Onderwijs X  X  "), encoding="utf-8")

    main(["profiel", "read", str(bestand)])

    assert "  experts: Speciaal Onderwijs = (niet ingevuld) ?" in capsys.readouterr().out.splitlines()


def test_a_file_that_does_not_exist_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code = main(["profiel", "read", str(tmp_path / "weg.pdf"), "--json"])

    uit, fout = capsys.readouterr()
    assert (code, uit) == (1, "")
    assert fout == f"Het bestand {tmp_path / 'weg.pdf'} bestaat niet. Controleer de naam en de map.\n"


def test_a_folder_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code = main(["profiel", "read", str(tmp_path)])

    assert code == 1
    assert "is een map, of iets anders dan een bestand. Kies het document zelf." in capsys.readouterr().err


def test_a_device_is_not_read_forever(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["profiel", "read", "/dev/zero"])

    assert code == 1
    assert "iets anders dan een bestand" in capsys.readouterr().err


def test_a_document_of_another_kind_is_told_with_what_is_known(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bestand = tmp_path / "brief.txt"
    bestand.write_text("Beste ouders, morgen is het studiedag. De school is dicht.\n", encoding="utf-8")

    code = main(["profiel", "read", str(bestand)])

    fout = capsys.readouterr().err
    assert code == 1
    assert fout.startswith("Dit document lijkt niet op een profiel dat Passend kent. Passend kent nu: ")
    assert "Haaglanden" in fout


@pytest.mark.parametrize("geval", ["pdf met wachtwoord", "scan", "docx-bom", "rekenblad", "leeg"])
def test_a_bad_file_gives_its_sentence_and_nothing_is_stored(
    geval: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    naam, maak, begin = SLECHT[geval]
    (tmp_path / naam).write_bytes(maak())
    monkeypatch.chdir(tmp_path)

    code = main(["profiel", "read", naam, "--json"])

    uit, fout = capsys.readouterr()
    assert (code, uit) == (1, "")
    assert fout.startswith(begin)
    assert [pad.name for pad in tmp_path.iterdir()] == [naam]


def test_somebody_who_stops_reading_gets_no_message(tmp_path: Path) -> None:
    lezen, schrijven = os.pipe()
    os.close(lezen)
    opdracht = [sys.executable, "-m", "passend.cli", "profiel", "read", str(VOORBEELDEN / "wilgenboom-layout.txt")]

    kind = subprocess.run(opdracht, stdout=schrijven, stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    os.close(schrijven)

    assert (kind.returncode, kind.stderr) == (0, b"")
