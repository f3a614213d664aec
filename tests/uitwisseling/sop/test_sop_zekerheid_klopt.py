"""What claims to be certain is right however a table is set, and where the white does not tell, it is doubtful."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.uitwisseling.sop.bouw import haaglanden, plein013
from tests.uitwisseling.sop.tabelzetter import Rij, Zetwijze, zet_tabel

from passend.begrippen.profielinhoud import Profiellezing
from passend.uitwisseling.sop.woordvorm import compact

ZEKER = 0.9
KOPPEN = ("binnen de school zelf beschikbaar", "buiten de school snel toegankelijk")
FREQUENTIES = ("nooit", "soms", "regelmatig", "vaak")
EXPERTISE = (
    "visuele beperkingen",
    "spraak/taal belemmeringen",
    "beperkingen door langdurige ziekte",
    "Autisme Spectrum Stoornissen (ASS)",
    "ADHD",
    "dyslexie",
    "gedragsproblemen",
    "anders, nl. specialist hoogbegaafdheid",
)
INSTANTIES = ("SMW", "Bureau Jeugdzorg", "GGD", "(Kinder)ziekenhuis", "Gemeente, leerplicht", "Politie", "Kompaan")
NOTATIES = (("x", ""), ("X", ""), ("1x", ""), ("✓", ""), ("●", ""), ("+", ""), ("Ja", "Nee"), ("ja", "nee"))
snel = settings(max_examples=60, deadline=None, derandomize=True)


@st.composite
def expertises(trek: st.DrawFn) -> list[Rij]:
    """Rows with a mark in either cell, both or none, in one notation, and in any order."""
    ja, nee = trek(st.sampled_from(NOTATIES))
    labels = trek(st.permutations(EXPERTISE))[: trek(st.integers(4, len(EXPERTISE)))]
    return [(label, tuple(ja if trek(st.booleans()) else nee for _kop in KOPPEN)) for label in labels]


@st.composite
def samenwerkingen(trek: st.DrawFn) -> list[Rij]:
    """Rows with one mark, in some of the columns or in all of them."""
    kolommen = trek(st.sets(st.integers(0, 3), min_size=1))
    gekozen = [trek(st.sampled_from(sorted(kolommen))) for _label in INSTANTIES]
    return [(label, _kruis(kolom, 4)) for label, kolom in zip(INSTANTIES, gekozen, strict=True)]


def _kruis(kolom: int, aantal: int) -> tuple[str, ...]:
    return tuple("x" if plek == kolom else "" for plek in range(aantal))


@st.composite
def zetwijzen(trek: st.DrawFn, aantal: int) -> Zetwijze:
    """Columns wide and narrow, headings and marks left or in the middle, a page that ends between two rows."""
    return Zetwijze(
        breedtes=tuple(trek(st.lists(st.integers(14, 26), min_size=aantal, max_size=aantal))),
        labels_rechts=aantal == len(KOPPEN) and trek(st.booleans()),
        kop=trek(st.sampled_from(("links", "midden"))),
        merk=trek(st.sampled_from(("links", "midden"))),
        labelbreedte=trek(st.sampled_from((20, 28, 42))),
        marge=trek(st.integers(0, 9)),
        wit=trek(st.booleans()),
        blad_voor=trek(st.none() | st.integers(1, 5)),
        schuif=trek(st.integers(0, 14)),
        met_voetnoot=trek(st.booleans()),
    )


def _zeker_fout(lezing: Profiellezing, tabel: str, rijen: list[Rij]) -> list[str]:
    """Certain rows that are not what was set."""
    waar = {compact(label): tuple(cel not in {"", "Nee", "nee"} for cel in cellen) for label, cellen in rijen}
    zeker = [rij for rij in lezing.inhoud.rijen(tabel) if rij.zekerheid >= ZEKER]
    return [rij.label for rij in zeker if waar.get(compact(rij.label)) != tuple(rij.cellen.values())]


@snel
@given(expertises(), zetwijzen(2))
def test_a_certain_row_of_independent_columns_is_what_was_set(rijen: list[Rij], wijze: Zetwijze) -> None:
    lezing = plein013(zet_tabel(KOPPEN, rijen, wijze))

    assert _zeker_fout(lezing, "expertise", rijen) == []


@snel
@given(samenwerkingen(), zetwijzen(4))
def test_a_certain_row_of_a_scale_is_what_was_set(rijen: list[Rij], wijze: Zetwijze) -> None:
    lezing = plein013(zet_tabel(FREQUENTIES, rijen, wijze))

    assert _zeker_fout(lezing, "instanties", rijen) == []


@snel
@given(expertises(), zetwijzen(2))
def test_a_table_set_as_the_region_sets_it_is_read_whole(rijen: list[Rij], wijze: Zetwijze) -> None:
    gewoon = replace(wijze, labels_rechts=True, kop="links", merk="midden", schuif=0)

    lezing = plein013(zet_tabel(KOPPEN, rijen, gewoon))

    gelezen = {compact(rij.label): tuple(map(bool, rij.cellen.values())) for rij in lezing.inhoud.rijen("expertise")}
    gezet = {compact(label): tuple(cel not in {"", "Nee", "nee"} for cel in cellen) for label, cellen in rijen}
    assert {label: gelezen.get(label) for label in gezet if any(gezet[label])} == {
        label: cellen for label, cellen in gezet.items() if any(cellen)
    }


@snel
@given(samenwerkingen(), zetwijzen(4), st.booleans())
def test_white_that_lost_its_width_is_no_witness(rijen: list[Rij], wijze: Zetwijze, met_kop: bool) -> None:  # noqa: FBT001 -- hypothesis passes it
    kop, *regels = zet_tabel(FREQUENTIES, rijen, replace(wijze, labelbreedte=24, marge=0)).splitlines()
    plat = [re.sub(r" {2,}", "  ", regel.strip()) for regel in regels]

    lezing = plein013("\n".join([kop if met_kop else re.sub(r" {2,}", "  ", kop.strip()), *plat]))

    assert _zeker_fout(lezing, "instanties", rijen) == []


@snel
@given(
    st.lists(st.integers(0, 3), min_size=4, max_size=4),
    st.sampled_from(("", " ")),
    st.sampled_from(("heel", "afgeknipt", "enkel")),
)
def test_a_certain_row_told_by_one_space_a_cell_is_what_was_set(kolommen: list[int], los: str, schade: str) -> None:
    labels = ("CJG", "Logopedie", "Speciaal Onderwijs", "Politie/wijkagent")
    regels = [f"{label}{los} {' ' * k}X {' ' * (3 - k)}" for label, k in zip(labels, kolommen, strict=True)]
    beschadigd = {"heel": str, "afgeknipt": str.rstrip, "enkel": lambda regel: re.sub(" +", " ", regel)}[schade]
    rijen = [(label, _kruis(k, 4)) for label, k in zip(labels, kolommen, strict=True)]

    kop = "Betrokken experts Structureel Regelmatig Incidenteel  Niet van \ntoepassing  \n\n"
    lezing = haaglanden(kop + "\n\n".join(beschadigd(regel) for regel in regels) + "\n")

    assert _zeker_fout(lezing, "experts", rijen) == []
    assert len(lezing.inhoud.rijen("experts")) == len(rijen)
