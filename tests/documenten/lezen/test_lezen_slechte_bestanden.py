"""Whatever somebody hands in: a clear sentence, in time, within memory, or a document."""

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documenten.lezen.slecht import (
    MEGABYTE,
    SLECHT,
    VOORBEELDEN,
    Maker,
    pdf_met_reuzenblad,
    pdf_met_veel_lijnen,
    pdf_met_wachtwoord,
    voorbeeld,
    willekeurig,
)
from tests.golden.lezing import PEILDATUM

from passend.begrippen.meegeleverd import load_sjablonen
from passend.documenten.document import (
    BeschadigdBestandError,
    DocumentError,
    TeGrootBestandError,
)
from passend.documenten.lezen import read_document
from passend.documenten.lezen.bewaakt import read_bewaakt
from passend.uitwisseling.sop.herkenning import OnbekendSjabloonError
from passend.uitwisseling.sop.reader import read_profiel

SECONDEN = 5.0
MAX_MEGABYTES = 512
ZWAAR = (
    "pdf-bom",
    "pdf-bom van vlakken",
    "pdf-bom van wit",
    "vormen in vormen",
    "docx-bom",
    "docx-bom in relaties",
    "pdf van 2000 bladzijden",
    "te groot",
    "eindeloze tekst",
)
_METING = """
import datetime, json, resource, sys
from pathlib import Path
from passend.begrippen.meegeleverd import load_sjablonen
from passend.documenten.document import DocumentError
from passend.documenten.lezen.bewaakt import read_bewaakt
from passend.uitwisseling.sop.herkenning import OnbekendSjabloonError
from passend.uitwisseling.sop.reader import read_profiel
zin = ""
try:
    read_profiel(read_bewaakt(Path(sys.argv[1])), load_sjablonen(), datetime.date.fromisoformat(sys.argv[2]))
except (DocumentError, OnbekendSjabloonError) as fout:
    zin = str(fout)
kosten = [resource.getrusage(wie) for wie in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
seconden = sum(deel.ru_utime + deel.ru_stime for deel in kosten)  # of the processor: the same on a busy computer
status = Path("/proc/self/status").read_text()  # what this process used; its rusage counts the one it was forked from
zelf = int(status.partition("VmHWM:")[2].split()[0])
geheugen = max(zelf, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(json.dumps({"zin": zin, "seconden": seconden, "megabytes": geheugen / 1024}))
"""


def meet(bestand: Path) -> dict[str, Any]:
    """Read a file with limits from a small process, and say what it took at most."""
    omgeving = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    opdracht = [sys.executable, "-c", _METING, str(bestand), PEILDATUM.isoformat()]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=True, env=omgeving, timeout=120)
    meting: dict[str, Any] = json.loads(klaar.stdout)
    return meting


@pytest.mark.parametrize("geval", [geval for geval in SLECHT if geval not in ZWAAR])
def test_a_bad_file_gets_a_clear_sentence(geval: str) -> None:
    naam, maak, begin = SLECHT[geval]

    with pytest.raises(DocumentError) as fout:
        read_document(maak(), naam)

    assert str(fout.value).startswith(begin)
    assert str(fout.value).count(".") >= 2


@pytest.mark.parametrize("geval", ZWAAR)
def test_a_file_built_to_do_harm_is_refused_in_time_and_within_memory(geval: str, tmp_path: Path) -> None:
    naam, maak, begin = SLECHT[geval]
    bestand = tmp_path / naam
    bestand.write_bytes(maak())

    meting = meet(bestand)

    assert meting["zin"].startswith(begin)
    assert meting["seconden"] < SECONDEN
    assert meting["megabytes"] < MAX_MEGABYTES


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    bestand = tmp_path / "profiel.pdf"
    with bestand.open("wb") as leeg:
        leeg.truncate(200 * MEGABYTE)

    meting = meet(bestand)

    assert meting["zin"].startswith("Dit bestand is groter dan 50 MB.")
    assert meting["seconden"] < 2
    assert meting["megabytes"] < 100


@pytest.mark.parametrize("maak", [pdf_met_veel_lijnen, pdf_met_reuzenblad])
def test_a_strange_page_is_read_or_refused_in_time_and_within_memory(maak: Maker, tmp_path: Path) -> None:
    bestand = tmp_path / "vreemd.pdf"
    bestand.write_bytes(maak())

    meting = meet(bestand)

    assert meting["seconden"] < SECONDEN
    assert meting["megabytes"] < MAX_MEGABYTES


def test_an_ordinary_profile_stays_far_below_the_limits() -> None:
    meting = meet(VOORBEELDEN / "wilgenboom-rooster.pdf")

    assert meting["zin"] == ""
    assert meting["seconden"] < SECONDEN
    assert meting["megabytes"] < MAX_MEGABYTES / 2


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(TeGrootBestandError) as fout:
        read_bewaakt(voorbeeld("wilgenboom-rooster.pdf"), "profiel.pdf", wachttijd=0.01)

    assert str(fout.value).startswith("Dit bestand kost te veel tijd of geheugen")


def test_a_reader_that_falls_over_is_told_as_a_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(BeschadigdBestandError) as fout:
        read_bewaakt(b"een profiel", "profiel.txt")

    assert str(fout.value).startswith("Dit bestand is niet te lezen")


@pytest.mark.parametrize(
    ("einde", "begin"),
    [
        (signal.SIGXCPU, "Dit bestand kost te veel tijd of geheugen"),
        (signal.SIGKILL, "Dit bestand kost te veel tijd of geheugen"),
        (signal.SIGABRT, "Dit bestand kost te veel tijd of geheugen"),
        (signal.SIGTRAP, "Dit bestand kost te veel tijd of geheugen"),
        (signal.SIGILL, "Dit bestand kost te veel tijd of geheugen"),
        (signal.SIGSEGV, "Dit bestand is niet te lezen"),
        (signal.SIGBUS, "Dit bestand is niet te lezen"),
    ],
)
def test_a_reader_that_the_system_stops_is_told_in_words(
    einde: signal.Signals, begin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lezer = tmp_path / "lezer"
    lezer.write_text(f"#!/bin/sh\nulimit -c 0\nkill -{einde.value} $$\n")
    lezer.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(lezer))

    with pytest.raises(DocumentError) as fout:
        read_bewaakt(b"een profiel", "profiel.txt")

    assert str(fout.value).startswith(begin)


@pytest.mark.parametrize("geval", ["pdf met wachtwoord", "entiteit van buiten", "leeg"])
def test_the_guarded_reader_says_the_same_as_the_reader_itself(geval: str) -> None:
    naam, maak, _begin = SLECHT[geval]
    with pytest.raises(DocumentError) as zelf:
        read_document(maak(), naam)

    with pytest.raises(type(zelf.value)) as bewaakt:
        read_bewaakt(maak(), naam)

    assert str(bewaakt.value) == str(zelf.value)


@pytest.mark.parametrize("naam", ["wilgenboom-rooster.pdf", "wilgenboom-vakjes.docx", "wilgenboom-layout.txt"])
def test_the_guarded_reader_gives_the_same_document_as_the_reader_itself(naam: str) -> None:
    assert read_bewaakt(VOORBEELDEN / naam) == read_document(VOORBEELDEN / naam)


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    document = read_document(pdf_met_wachtwoord(gebruiker=""), "profiel.pdf")

    assert document.blokken == read_document(voorbeeld("wilgenboom-rooster.pdf"), "profiel.pdf").blokken


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_reads_the_same_in_every_encoding_people_use(codering: str) -> None:
    tekst = voorbeeld("wilgenboom-layout.txt").decode("utf-8")

    document = read_document(tekst.encode(codering), "profiel.txt")

    assert document.blokken == read_document(tekst.encode("utf-8"), "profiel.txt").blokken


@pytest.mark.parametrize("regeleinde", ["\r\n", "\r"])
def test_a_text_reads_the_same_with_every_line_end(regeleinde: str) -> None:
    tekst = voorbeeld("wilgenboom-witruimte.txt").decode("utf-8")

    document = read_document(tekst.replace("\n", regeleinde).encode(), "profiel.txt")

    assert document.blokken == read_document(tekst.encode(), "profiel.txt").blokken


@pytest.mark.parametrize(
    ("bestand", "naam", "soort"),
    [
        ("wilgenboom-rooster.pdf", "profiel.docx", "pdf"),
        ("wilgenboom-rooster.docx", "profiel.txt", "docx"),
        ("wilgenboom-rooster.odt", "profiel", "odt"),
        ("wilgenboom-layout.txt", "profiel.pdf", "tekst"),
    ],
)
def test_the_kind_of_a_file_follows_from_its_bytes_and_not_from_its_name(bestand: str, naam: str, soort: str) -> None:
    assert read_document(voorbeeld(bestand), naam).soort == soort


def _gewijzigd(inhoud: bytes, wijzigingen: list[tuple[int, bytes]]) -> bytes:
    uit = bytearray(inhoud)
    for plek, nieuw in wijzigingen:
        begin = plek % max(len(uit), 1)
        uit[begin : begin + len(nieuw)] = nieuw
    return bytes(uit)


WIJZIGINGEN = st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=40)), min_size=1, max_size=12)
ONDERDEEL = {"docx": "word/document.xml", "odt": "content.xml"}
kort = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _lees_of_leg_uit(inhoud: bytes, naam: str) -> None:
    try:
        read_profiel(read_document(inhoud, naam), load_sjablonen(), PEILDATUM)
    except (DocumentError, OnbekendSjabloonError) as fout:
        assert str(fout).endswith(".")  # noqa: PT017 -- either outcome is right, and the sentence is whole


@pytest.mark.parametrize(
    "naam", ["wilgenboom-rooster.pdf", "wilgenboom-rooster.docx", "wilgenboom-rooster.odt", "wilgenboom-layout.txt"]
)
@kort
@given(wijzigingen=WIJZIGINGEN)
def test_a_file_with_random_damage_is_read_or_refused_in_words(naam: str, wijzigingen: list[tuple[int, bytes]]) -> None:
    _lees_of_leg_uit(_gewijzigd(voorbeeld(naam), wijzigingen), naam)


@pytest.mark.parametrize("naam", ["wilgenboom-vakjes.docx", "wilgenboom-rooster.odt"])
@kort
@given(wijzigingen=WIJZIGINGEN)
def test_a_document_with_damage_inside_its_archive_is_read_or_refused_in_words(
    naam: str, wijzigingen: list[tuple[int, bytes]]
) -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(voorbeeld(naam))) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for lid in oud.namelist():
            deel = oud.read(lid)
            nieuw.writestr(lid, _gewijzigd(deel, wijzigingen) if lid == ONDERDEEL[naam.split(".")[1]] else deel)

    _lees_of_leg_uit(uit.getvalue(), naam)


@kort
@given(snede=st.integers(1, 57_000))
def test_a_pdf_that_was_cut_off_anywhere_is_read_or_refused_in_words(snede: int) -> None:
    _lees_of_leg_uit(voorbeeld("wilgenboom-rooster.pdf")[:snede], "profiel.pdf")


@kort
@given(regels=st.lists(st.sampled_from(voorbeeld("wilgenboom-layout.txt").decode().splitlines()), max_size=300))
def test_a_text_with_its_lines_shuffled_is_read_or_refused_in_words(regels: list[str]) -> None:
    _lees_of_leg_uit("\n".join(regels).encode(), "profiel.txt")


@pytest.mark.parametrize("begin", [b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b""])
def test_random_bytes_after_any_good_beginning_are_refused_in_words(begin: bytes) -> None:
    with pytest.raises(DocumentError):
        read_document(begin + willekeurig(20_000), "profiel")


@pytest.mark.parametrize(
    "regel",
    [
        "Uitgangspunt HGW    Op orde    In ontwikkeling    Nog op te starten",
        "Uitgangspunt HGW Op orde In ontwikkeling Nog op te starten",
        "Expertise gedrag ja nee ja nee ja X X X",
        "woord " * 150,
    ],
)
def test_a_text_that_repeats_one_line_without_end_is_read_in_time(regel: str, tmp_path: Path) -> None:
    bestand = tmp_path / "profiel.txt"
    bestand.write_bytes(voorbeeld("wilgenboom-witruimte.txt") + f"\n{f'{regel}\n' * 2000}".encode())

    meting = meet(bestand)

    assert meting["seconden"] < SECONDEN
    assert meting["megabytes"] < MAX_MEGABYTES
