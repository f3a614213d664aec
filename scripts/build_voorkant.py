"""Put the fonts and the NL Design System components we use where the site and the PDF find them.

Reads `node_modules`, writes the ignored folders `var/voorkant` (served) and `var/lettertypen` (PDF), and compiles the
translations.
"""

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from translations import compile_catalogues

WORTEL = Path(__file__).resolve().parents[1]
NPM = WORTEL / "node_modules"
VOORKANT = WORTEL / "var" / "voorkant" / "passend"
LETTERTYPEN = WORTEL / "var" / "lettertypen"
COMPONENTEN = (
    "button",
    "textbox",
    "textarea",
    "select",
    "checkbox",
    "radio-button",
    "form-field",
    "form-label",
    "form-field-description",
    "form-field-error-message",
    "table",
    "alert",
    "skip-link",
    "breadcrumb-nav",
)
SNEDEN = ("400-normal", "400-italic", "600-normal", "700-normal")


def main() -> int:
    """Build both folders anew; a missing package is told."""
    bron = NPM / "@fontsource" / "atkinson-hyperlegible-next" / "files"
    if not bron.is_dir():
        print("De npm-pakketten ontbreken. Voer eerst 'make setup' uit.", file=sys.stderr)
        return 1
    VOORKANT.mkdir(parents=True, exist_ok=True)
    LETTERTYPEN.mkdir(parents=True, exist_ok=True)
    for snede in SNEDEN:
        for deel in ("latin", "latin-ext"):
            woff2 = bron / f"atkinson-hyperlegible-next-{deel}-{snede}.woff2"
            shutil.copy(woff2, VOORKANT / f"atkinson-{deel}-{snede}.woff2")
        letter = TTFont(bron / f"atkinson-hyperlegible-next-latin-{snede}.woff2")
        letter.flavor = None
        letter.save(LETTERTYPEN / f"atkinson-{snede}.ttf")
    css = [
        (NPM / "@utrecht" / f"{naam}-css" / "dist" / "index.css").read_text(encoding="utf-8") for naam in COMPONENTEN
    ]
    (VOORKANT / "nlds.css").write_text("\n".join(css), encoding="utf-8")
    compile_catalogues()
    return 0


if __name__ == "__main__":
    sys.exit(main())
