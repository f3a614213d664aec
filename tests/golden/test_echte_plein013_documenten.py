"""Twelve real documents of a region with another template, scored against the lists made for them."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.golden.lezing import ECHT, lees

from passend.begrippen.profielinhoud import Tabelrij
from passend.uitwisseling.sop.woordvorm import compact

MAP = ECHT / "plein013"
pytestmark = pytest.mark.skipif(not MAP.exists(), reason="the real documents are not on this machine")

ZEKER = 0.9
CELLEN = ("binnen_de_school_zelf_beschikbaar", "buiten_de_school_snel_toegankelijk")


def _verwacht(naam: str) -> Iterator[dict[str, str]]:
    with (MAP / naam).open(encoding="utf-8", newline="") as bestand:
        yield from csv.DictReader(bestand)


def _document(brin: str) -> Path:
    return next(MAP.glob(f"plein013_{brin}_*.txt"))


def _rij(brin: str, tabel: str, label: str) -> Tabelrij | None:
    """The row whose label has the words of the list, by their letters."""
    gezocht = compact(label)
    rijen = lees(_document(brin)).inhoud.rijen(tabel)
    gelijk = [rij for rij in rijen if compact(rij.label) == gezocht]
    return next(iter(gelijk or [rij for rij in rijen if gezocht in compact(rij.label)]), None)


def _als_cel(woord: str) -> bool | None:
    return None if woord == "" else woord == "1"


def test_at_least_95_percent_of_the_expertise_rows_is_right_and_what_is_certain_is_right() -> None:
    goed, totaal, zeker, zeker_fout = 0, 0, 0, 0
    for regel in _verwacht("expected_expertise.csv"):
        rij = _rij(regel["brin"], "expertise", regel["expertise"])
        verwacht = [_als_cel(regel["binnen_school"]), _als_cel(regel["buiten_snel"])]
        gelezen = [rij.cellen[code] for code in CELLEN] if rij else []
        goed += gelezen == verwacht
        totaal += 1
        if rij and rij.zekerheid >= ZEKER:
            zeker += len(CELLEN)
            zeker_fout += sum(a != b for a, b in zip(gelezen, verwacht, strict=True))

    assert totaal == 139
    assert goed / totaal >= 0.95
    assert zeker_fout / zeker <= 0.01


def test_at_least_95_percent_of_the_agency_rows_is_right_and_what_is_certain_is_right() -> None:
    goed, totaal, zeker, zeker_fout = 0, 0, 0, 0
    for regel in _verwacht("expected_agencies.csv"):
        rij = _rij(regel["brin"], "instanties", regel["instantie"])
        goed += rij is not None and rij.waarde == regel["frequentie"]
        totaal += 1
        if rij and rij.zekerheid >= ZEKER:
            zeker += 1
            zeker_fout += rij.waarde != regel["frequentie"]

    assert totaal == 107
    assert goed / totaal >= 0.95
    assert zeker_fout / zeker <= 0.01


def test_every_document_is_recognised_as_the_template_of_the_region() -> None:
    assert {lees(pad).inhoud.sjabloon for pad in MAP.glob("plein013_*.txt")} == {"plein013"}


def test_where_the_list_and_a_document_disagree_the_cells_are_blank_and_nothing_is_guessed() -> None:
    """The list says no twice for a row of a table of ja and nee, but its two cells are blank: not stated."""
    rijen = [
        (rij, [_als_cel(regel["binnen_school"]), _als_cel(regel["buiten_snel"])])
        for regel in _verwacht("expected_expertise.csv")
        if (rij := _rij(regel["brin"], "expertise", regel["expertise"]))
    ]
    anders = [rij for rij, verwacht in rijen if [rij.cellen[code] for code in CELLEN] != verwacht]

    assert [([rij.cellen[code] for code in CELLEN], rij.zekerheid < ZEKER) for rij in anders] == [([None, None], True)]


def test_a_cell_with_an_arrow_or_idem_is_not_read_and_doubtful() -> None:
    gevonden = [
        (None in rij.cellen.values(), rij.zekerheid < ZEKER)
        for pad in MAP.glob("plein013_*.txt")
        for regels in [pad.read_text(encoding="utf-8").splitlines()]
        for rij in lees(pad).inhoud.rijen("expertise")
        if {"↓", "idem"} & set(regels[(rij.bron.regel or 1) - 1].split())
    ]

    assert gevonden == [(True, True)] * 5


def test_a_remark_in_a_cell_is_kept_whole_also_when_it_runs_over_lines() -> None:
    opmerkingen = {
        rij.opmerking: pad.read_text(encoding="utf-8").split()
        for pad in MAP.glob("plein013_*.txt")
        for rij in lees(pad).inhoud.rijen("expertise")
        if rij.opmerking
    }

    assert [opmerking for opmerking, woorden in opmerkingen.items() if not set(opmerking.split()) <= set(woorden)] == []
    assert max(len(opmerking.split()) for opmerking in opmerkingen) == 6
