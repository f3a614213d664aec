"""Making each output, against Chromium printing the same content; PDFs also against a Chromium that runs already.

The same text twice would let the typesetter remember what it set, so every round gets a text of its own.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from bench.chromium import controleer, druk_af, druk_af_lopend, lopende_browser
from bench.document import Proefdocument
from bench.meten import Meting, Taken, Tijden, middelste, om_en_om, verhouding
from bench.papier import GEDRUKT, POSTER, SOP, zet_html_klaar
from passend.begrippen.uitgave import Uitgave
from passend.uitwisseling.uitgaven import Vorm, maak

DEEL_VAN_CHROMIUM = 0.25
_PDF = {Vorm.SOP_PDF, Vorm.POSTER_PDF}
_KOUD = "sop.pdf in een nieuw proces"
_OPDRACHT = "opdracht render (lezen en alle negen)"
_beurt = count(1)


def meet_uitgaven(document: Proefdocument, map_: Path, herhalingen: int) -> Iterator[Meting]:
    """Each output and its match."""
    bladen = zet_html_klaar(document.uitgave, map_)
    with lopende_browser() as blad:
        chromium: Taken = {
            **{f"Chromium {naam}": partial(druk_af, pad, map_ / "chromium") for naam, pad in bladen.items()},
            **{f"lopende Chromium {naam}": partial(druk_af_lopend, blad, bladen[naam]) for naam in (SOP, POSTER)},
        }
        tijden = om_en_om(_eigen(document, map_) | chromium, herhalingen)
    for pdf in map_.glob("*.html"):
        controleer(pdf.with_suffix(".chromium.pdf"))
    yield from _metingen(tijden)
    for naam in chromium:
        yield middelste(f"uitgave: ter vergelijking, {naam}", tijden[naam], "s")


def anders(uitgave: Uitgave, nummer: int) -> Uitgave:
    """The same profile with a number in every paragraph, row and name."""
    inhoud = uitgave.inhoud
    return replace(
        uitgave,
        inhoud=replace(
            inhoud,
            teksten=tuple(replace(tekst, tekst=tekst.tekst.replace(". ", f" {nummer}. ")) for tekst in inhoud.teksten),
            tabellen=tuple(replace(rij, label=f"{rij.label} {nummer}") for rij in inhoud.tabellen),
            velden=tuple(
                replace(veld, waarde=f"{veld.waarde} {nummer}") if veld.veld == "schoolnaam" else veld
                for veld in inhoud.velden
            ),
        ),
    )


def _eigen(document: Proefdocument, map_: Path) -> Taken:
    bewaard = map_ / "uitgave.pickle"
    bewaard.write_bytes(pickle.dumps(document.uitgave))
    render = ["-m", "passend.cli", "profiel", "render", str(document.tekst), "--out", str(map_ / "uit")]
    return {
        **{vorm.bestandsnaam: partial(_maak, document.uitgave, vorm) for vorm in Vorm},
        _KOUD: partial(_draai, ["-m", "bench.koud", str(bewaard)]),
        _OPDRACHT: partial(_draai, render),
    }


def _maak(uitgave: Uitgave, vorm: Vorm) -> None:
    maak(anders(uitgave, next(_beurt)), vorm)


def _draai(argumenten: list[str]) -> None:
    subprocess.run([sys.executable, *argumenten], check=True, capture_output=True)


def _metingen(tijden: Tijden) -> Iterator[Meting]:
    for vorm in Vorm:
        naam, gedrukt = vorm.bestandsnaam, GEDRUKT[vorm]
        doel = DEEL_VAN_CHROMIUM if vorm in _PDF else None
        chromium = tijden[f"Chromium {gedrukt}"]
        yield middelste(f"uitgave: {naam}", tijden[naam], "s")
        yield verhouding(f"uitgave: {naam} tegen Chromium {gedrukt}", tijden[naam], chromium, doel)
        if vorm in _PDF:
            lopend = tijden[f"lopende Chromium {gedrukt}"]
            yield verhouding(f"uitgave: {naam} tegen lopende Chromium", tijden[naam], lopend)
    sop = tijden[f"Chromium {SOP}"]
    yield middelste(f"uitgave: {_KOUD}", tijden[_KOUD], "s")
    yield verhouding(f"uitgave: {_KOUD} tegen Chromium {SOP}", tijden[_KOUD], sop, DEEL_VAN_CHROMIUM)
    yield middelste(f"uitgave: {_OPDRACHT}", tijden[_OPDRACHT], "s")
    yield verhouding(f"uitgave: {_OPDRACHT} tegen Chromium {SOP}", tijden[_OPDRACHT], sop)
