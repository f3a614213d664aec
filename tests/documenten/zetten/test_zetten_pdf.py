"""PDF: what is in it, in which order, and that who listens gets it too."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pdfua import Validator
from PIL import Image
from tests.documenten.zetten.uitgaven import (
    ECHT,
    STRUCTUUR,
    andere_regio,
    gelezen_uitgave,
    gepubliceerde_uitgave,
    lege_uitgave,
    metrij,
    metveld,
    volle_uitgave,
    zonder_besluit,
)
from tests.drukwerk import bladzijden, krommen

from passend.begrippen.profielinhoud import Structuurdeel
from passend.begrippen.uitgave import Stap, Stapsoort, Uitgave
from passend.documenten.zetten import typstzetter
from passend.documenten.zetten.poster import qr, zet_poster_pdf
from passend.documenten.zetten.soppdf import zet_sop_pdf

UITGAVEN: dict[str, Callable[[], Uitgave]] = {
    "gelezen": gelezen_uitgave,
    "gepubliceerd": gepubliceerde_uitgave,
    "leeg": lege_uitgave,
    "vol": volle_uitgave,
    "andere regio": andere_regio,
    "zonder besluit": zonder_besluit,
}


def vervangende_teksten(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        wachtrij = [document.Root.StructTreeRoot]
        while wachtrij:
            knoop = wachtrij.pop(0)
            if isinstance(knoop, pikepdf.Array):
                wachtrij = [*list(knoop), *wachtrij]
            elif isinstance(knoop, pikepdf.Dictionary):
                if "/Alt" in knoop:
                    yield str(knoop.Alt)
                if "/K" in knoop:
                    wachtrij.insert(0, knoop.K)


def bevindingen(pdf: bytes, map_: Path) -> list[str]:
    bestand = map_ / "uit.pdf"
    bestand.write_bytes(pdf)
    return [str(bevinding) for bevinding in Validator().validate(bestand).findings]


@pytest.mark.parametrize("welke", UITGAVEN)
def test_sop_and_poster_are_accessible_and_made_to_last(welke: str, tmp_path: Path) -> None:
    for pdf in (zet_sop_pdf(UITGAVEN[welke]()), zet_poster_pdf(UITGAVEN[welke]())):
        assert bevindingen(pdf, tmp_path) == []
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
        assert b"<pdfaid:part>2</pdfaid:part>" in pdf


@pytest.mark.parametrize("welke", ["gepubliceerd", "andere regio"])
def test_sop_follows_the_order_of_its_template(welke: str) -> None:
    uitgave = UITGAVEN[welke]()
    tekst = " ".join(bladzijden(zet_sop_pdf(uitgave))[2:])
    koppen = [f"{sectie.nummer} {sectie.titel}".strip() for sectie in uitgave.sjabloon.secties]
    titels = [tabel.titel for tabel in uitgave.sjabloon.tabellen()]
    plekken = [tekst.index(kop) for kop in koppen]
    assert plekken == sorted(plekken)
    assert [titel for titel in titels if titel not in tekst] == []
    assert tekst.rindex("Hoe dit profiel tot stand kwam") > plekken[-1]


def test_sop_cover_names_school_year_status_and_pages_are_counted() -> None:
    paginas = bladzijden(zet_sop_pdf(gepubliceerde_uitgave()))
    assert paginas[0] == (
        "Schoolondersteuningsprofiel Samenwerkingsverband Haaglanden Basisschool De Wilgenboom 2026-2027 "
        "Gepubliceerd – editie 3 – niet alle stappen zijn gezet Stand van 24 november 2026"
    )
    assert all(f"pagina {nummer} van {len(paginas)}" in tekst for nummer, tekst in enumerate(paginas[1:], 2))


def test_sop_and_poster_say_in_front_and_on_every_page_that_the_board_did_not_adopt_it() -> None:
    zin = "Het bestuur heeft dit aanbod niet vastgesteld: Het bestuur vergadert in mei."
    paginas = bladzijden(zet_sop_pdf(zonder_besluit()))
    assert zin in paginas[0]
    assert all("editie 3 – zonder besluit van het bestuur" in tekst for tekst in paginas)
    assert "Deze stap is overgeslagen; achterin staat waarom" in " ".join(paginas)
    poster = bladzijden(zet_poster_pdf(zonder_besluit()))
    assert len(poster) == 1
    assert zin in poster[0]


def test_sop_says_marks_in_words_for_who_cannot_see_them() -> None:
    uitgave = gelezen_uitgave()
    merken = [
        kolom.kop
        for tabel in uitgave.sjabloon.tabellen()
        for rij in uitgave.inhoud.rijen(tabel.code)
        for kolom in tabel.kolommen
        if rij.cellen.get(kolom.code) is True
    ]
    assert list(vervangende_teksten(zet_sop_pdf(uitgave))) == merken


def test_sop_of_an_empty_profile_shows_every_gap() -> None:
    tekst = " ".join(bladzijden(zet_sop_pdf(lege_uitgave())))
    assert tekst.count("Nog niet ingevuld") >= 13
    assert "Hier hoort een afbeelding: ‘Zo ziet de ondersteuningsstructuur van onze school eruit’." in tekst
    assert "Naam van de school niet ingevuld" in tekst


def test_sop_of_a_document_says_that_the_document_left_it_blank() -> None:
    tekst = " ".join(bladzijden(zet_sop_pdf(gelezen_uitgave())))
    assert "In het ingelezen document staat er geen." in tekst
    assert "Bron: het ingelezen document" in tekst


def test_sop_shows_evidence_dates_goals_and_skipped_steps() -> None:
    tekst = " ".join(bladzijden(zet_sop_pdf(gepubliceerde_uitgave())))
    assert "Te zien aan: Groepsplannen in alle groepen (sinds 1 september 2025)" in tekst
    assert tekst.count("Zonder onderbouwing") == 7
    assert "Alle regels bevestigd op 18 mei 2026" in tekst
    assert "Doelen van dit schooljaar Doel Wat wij doen Wie Hoe het ging Twee keer per jaar" in tekst
    assert "Overgeslagen op 20 mei 2026 door Directeur Reden: De MR had het stuk al" in tekst


def test_sop_repeats_the_header_row_of_a_long_table() -> None:
    paginas = bladzijden(zet_sop_pdf(volle_uitgave()))
    assert sum("Betrokken experts" in tekst or "Structureel Regelmatig Incidenteel" in tekst for tekst in paginas) > 3


@pytest.mark.parametrize("stappen", [4, 12])
def test_tall_drawing_stands_on_the_page_of_its_title(stappen: int) -> None:
    delen = tuple(
        Structuurdeel(soort="stap", naam=f"Stap {nummer}", ring=1, toelichting="De leerkracht past de les aan.")
        for nummer in range(stappen)
    )
    mensen = tuple(deel for deel in STRUCTUUR if deel.soort != "stap")
    uit = gepubliceerde_uitgave()
    uit = replace(uit, inhoud=replace(uit.inhoud, structuur=(*mensen, *delen)))

    pdf = zet_sop_pdf(uit)
    titel = "Zo ziet de ondersteuningsstructuur van onze school eruit"
    aantallen = [
        aantal for tekst, aantal in list(zip(bladzijden(pdf), krommen(pdf), strict=True))[2:] if titel in tekst
    ]

    assert [aantal > len(mensen) for aantal in aantallen] == [True]


def test_sop_draws_the_structure_and_says_it_in_words() -> None:
    pdf = zet_sop_pdf(gepubliceerde_uitgave())
    assert "Tekening van de ondersteuningsstructuur; hetzelfde staat er in woorden bij." in vervangende_teksten(pdf)
    tekst = " ".join(bladzijden(pdf))
    assert "• Noor Achterberg (intern begeleider): ma tot en met do" in tekst
    assert "Hier hoort een afbeelding" not in tekst


def test_sop_prints_code_in_a_label_as_it_is() -> None:
    lelijk = '#read("/etc/passwd") *vet* <b> $x$ \\ [a] "q"'
    tekst = " ".join(bladzijden(zet_sop_pdf(metrij(gelezen_uitgave(), "aanbod", lelijk))))
    assert lelijk in tekst


@pytest.mark.parametrize(("geschreven", "gedrukt"), [("Klas 😀 漢字!", "Klas □ □□!"), ("Bel\x07 ons", "Bel ons")])
def test_sop_shows_a_box_for_what_no_typeface_has(geschreven: str, gedrukt: str) -> None:
    uitgave = metrij(gelezen_uitgave(), "aanbod", geschreven)
    assert gedrukt in " ".join(bladzijden(zet_sop_pdf(uitgave)))


def test_sop_draws_a_structure_with_strange_letters() -> None:
    vreemd = replace(STRUCTUUR[1], naam="Juf 😀", rol="漢字", toelichting="\x07")
    uitgave = gelezen_uitgave()
    pdf = zet_sop_pdf(replace(uitgave, inhoud=replace(uitgave.inhoud, structuur=(vreemd,))))
    assert "Juf □ (□□):" in " ".join(bladzijden(pdf))


def test_sop_says_what_was_read_with_doubt_and_what_the_school_remarks() -> None:
    uitgave = gelezen_uitgave()
    eerste, tweede, *rest = uitgave.inhoud.tabellen
    rijen = (replace(eerste, zekerheid=0.5), replace(tweede, opmerking="Nieuw dit jaar"), *rest)
    velden = tuple(replace(veld, zekerheid=0.5) for veld in uitgave.inhoud.velden if veld.veld == "adres")
    tekst = " ".join(
        bladzijden(zet_sop_pdf(replace(uitgave, inhoud=replace(uitgave.inhoud, tabellen=rijen, velden=velden))))
    )
    assert tekst.count("Niet zeker gelezen, nog nakijken") == 2
    assert "Nieuw dit jaar" in tekst


def test_sop_of_a_signature_long_before_its_year_says_so() -> None:
    oud = Stap(soort=Stapsoort.MR_ADVIES, op=date(2021, 6, 23), door="MR")
    tekst = " ".join(bladzijden(zet_sop_pdf(replace(gelezen_uitgave(), stappen=(oud,)))))
    assert "23 juni 2021, MR Let op: deze datum is van ruim voor schooljaar 2026-2027." in tekst


def test_sop_of_a_row_that_is_partly_known_shows_the_gap_in_its_cell() -> None:
    uitgave = gelezen_uitgave()
    rij = replace(uitgave.inhoud.rijen("aanbod")[0], cellen={}, periode=None)
    tekst = " ".join(bladzijden(zet_sop_pdf(replace(uitgave, inhoud=replace(uitgave.inhoud, tabellen=(rij,))))))
    assert f"{rij.label} leeg Niet ingevuld in het ingelezen document" in tekst


def test_sop_prints_an_endless_address_without_linking_to_it() -> None:
    adres = "https://voorbeeld.example/" + "a" * 9000
    assert bladzijden(zet_sop_pdf(metveld(gelezen_uitgave(), "schoolgids", adres)))


def test_the_same_edition_gives_the_same_pdf() -> None:
    assert zet_sop_pdf(gepubliceerde_uitgave()) == zet_sop_pdf(gepubliceerde_uitgave())


def test_sop_takes_a_logo_and_leaves_out_a_broken_one() -> None:
    beeld = io.BytesIO()
    Image.new("RGB", (40, 20), "#0b5d5e").save(beeld, "PNG")
    goed = zet_sop_pdf(replace(gelezen_uitgave(), logo=beeld.getvalue()))
    stuk = zet_sop_pdf(replace(gelezen_uitgave(), logo=beeld.getvalue()[:30]))
    raar = zet_sop_pdf(replace(gelezen_uitgave(), logo=b"<svg onload='x'>"))
    heeft_logo = ["Logo van Basisschool De Wilgenboom" in vervangende_teksten(pdf) for pdf in (goed, stuk, raar)]
    assert heeft_logo == [True, False, False]


def test_sop_is_set_without_the_typeface_of_the_product(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typstzetter, "LETTERTYPEN", tmp_path / "weg")
    typstzetter.lettertypen.cache_clear()
    try:
        assert "Basisschool De Wilgenboom" in bladzijden(zet_sop_pdf(gelezen_uitgave()))[0]
    finally:
        typstzetter.lettertypen.cache_clear()


@pytest.mark.parametrize("welke", UITGAVEN)
def test_poster_is_one_page_whatever_there_is_to_say(welke: str) -> None:
    (tekst,) = bladzijden(zet_poster_pdf(UITGAVEN[welke]()))
    assert "Dit bieden wij aan kinderen die meer nodig hebben" in tekst
    assert "stand van 24 november 2026" in tekst


def test_poster_shows_offer_by_kind_contacts_and_link() -> None:
    (tekst,) = bladzijden(zet_poster_pdf(gepubliceerde_uitgave()))
    for woorden in (
        "Taal en lezen",
        "Hulp van buiten",
        "Ook op onze school",
        "Rouwgroep – op aanvraag",
        "Noor Achterberg (intern begeleider)",
        "000-1234567",
        "Hulp bij autisme",
    ):
        assert woorden in tekst
    assert "wilgenboom.example/scholen/w" in tekst.replace(" ", "").replace("\u200b", "")
    assert "Hulp bij rekenen" not in tekst


@pytest.mark.parametrize(
    ("adres", "heeft"),
    [("https://wilgenboom.example/scholen/w", True), ("", False), ("https://a.example/" + "a" * 300, False)],
)
def test_poster_has_a_square_to_point_a_phone_at_where_there_is_something_to_read(adres: str, *, heeft: bool) -> None:
    beeld = qr(adres)

    assert beeld.startswith("<svg") is heeft


def test_poster_of_an_empty_profile_says_so() -> None:
    (tekst,) = bladzijden(zet_poster_pdf(lege_uitgave()))
    assert "De school heeft nog niet ingevuld wat zij biedt." in tekst


def test_poster_counts_what_does_not_fit() -> None:
    (tekst,) = bladzijden(zet_poster_pdf(volle_uitgave()))
    assert "andere" in tekst
    assert "en nog" in tekst


def test_poster_with_a_name_that_never_ends_is_still_one_page() -> None:
    assert len(bladzijden(zet_poster_pdf(metveld(gelezen_uitgave(), "schoolnaam", "Naam " * 200)))) == 1
    assert len(bladzijden(zet_poster_pdf(metveld(gelezen_uitgave(), "schoolnaam", "Naam" * 200)))) == 1


@pytest.mark.skipif(not ECHT.exists(), reason="het echte document is er niet")
def test_the_real_document_becomes_a_sop_and_a_poster(tmp_path: Path) -> None:
    uitgave = gelezen_uitgave(ECHT)
    sop, poster = zet_sop_pdf(uitgave), zet_poster_pdf(uitgave)
    tekst = " ".join(bladzijden(sop)[2:])
    plekken = [tekst.index(f"{sectie.nummer} {sectie.titel}".strip()) for sectie in uitgave.sjabloon.secties]
    assert all(eerder < later for eerder, later in pairwise(plekken))
    assert len(bladzijden(poster)) == 1
    assert bevindingen(sop, tmp_path) == bevindingen(poster, tmp_path) == []
