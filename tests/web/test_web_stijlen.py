"""The styles are found wherever the data of an installation is kept."""

import os
import subprocess
import sys
from pathlib import Path

import passend

VRAAG = (
    "import django; django.setup();"
    "from django.contrib.staticfiles.finders import find;"
    "print(find('passend/nlds.css') or 'weg')"
)


def test_styles_are_found_when_the_data_is_kept_elsewhere(tmp_path: Path) -> None:
    omgeving = {**os.environ, "PASSEND_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "passend.config.settings.base"}

    antwoord = subprocess.run(
        [sys.executable, "-c", VRAAG], env=omgeving, capture_output=True, text=True, check=True
    ).stdout.strip()

    assert antwoord.endswith("var/voorkant/passend/nlds.css")
    assert not antwoord.startswith(str(tmp_path))


def test_small_picture_of_growth_stays_on_a_phone() -> None:
    bron = (Path(passend.__file__).parent / "web" / "static" / "passend" / "theme.css").read_text(encoding="utf-8")

    assert ".vonk svg { display: none" not in bron


def test_remark_of_a_closed_meeting_of_a_group_has_the_whole_width_of_a_phone() -> None:
    bron = (Path(passend.__file__).parent / "web" / "static" / "passend" / "theme.css").read_text(encoding="utf-8")

    assert (
        ".groepsregels .deel form, .groepsregels .deel:not(:has(form)) { grid-template-columns: minmax(0, 1fr); }"
        in bron
    )
