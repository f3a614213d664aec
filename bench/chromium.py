"""Print pages with Chromium: started anew for each page, or running already."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from playwright.sync_api import Page, sync_playwright

_NAMEN = ("chromium", "chromium-browser", "google-chrome")
_VLAGGEN = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def zoek_chromium() -> str:
    """Where the browser is."""
    gevonden = next((pad for naam in _NAMEN if (pad := shutil.which(naam))), None)
    if gevonden is None:
        raise SystemExit("Chromium ontbreekt. Installeer het (op Debian: apt-get install chromium) en probeer opnieuw.")
    return gevonden


def druk_af(bron: Path, profielmap: Path) -> None:
    """A new browser prints one page; its profile folder is kept, so that only the first start has to make one."""
    doel = bron.with_suffix(".chromium.pdf")
    doel.unlink(missing_ok=True)
    opdracht = [zoek_chromium(), *_VLAGGEN, f"--user-data-dir={profielmap}", f"--print-to-pdf={doel}", bron.as_uri()]
    subprocess.run(opdracht, check=True, capture_output=True)
    if not doel.exists():
        raise RuntimeError(f"Chromium maakte geen PDF van {bron.name}.")


def controleer(pdf: Path) -> int:
    """The pages of a printed PDF; one without tags is no fair match for ours."""
    with pikepdf.open(pdf) as gedrukt:
        if "/StructTreeRoot" not in gedrukt.Root:
            raise RuntimeError(f"{pdf.name} heeft geen codes.")
        return len(gedrukt.pages)


@contextmanager
def lopende_browser() -> Iterator[Page]:
    """A tab of a browser that was started before."""
    with sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=zoek_chromium(), args=list(_VLAGGEN[1:]))
        try:
            yield browser.new_page()
        finally:
            browser.close()


def druk_af_lopend(blad: Page, bron: Path) -> None:
    """Load and print one page in that tab."""
    blad.goto(bron.as_uri())
    blad.pdf(path=bron.with_suffix(".lopend.pdf"), prefer_css_page_size=True, print_background=True, tagged=True)
