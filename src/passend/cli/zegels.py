"""Where each log ended, kept beside the database: who changes the database alone cannot change that too.

Without it, somebody who cuts lines off the end and puts the end right, or puts an old copy of the database back, leaves
a chain that is whole. The daily round and a check that found nothing wrong write it; an end is never replaced by one
that does not follow from it. It also says up to which line a log may be destroyed, written before that is done: a begin
that somebody else moves shows.
"""

import json
import os
import secrets
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from passend.toegang.queries import Einde


def _bestand() -> Path:
    from django.conf import settings  # needs the settings

    bestand: Path = settings.PASSEND_ZEGELBESTAND
    return bestand


def is_onthouden() -> bool:
    """False when there is no file, so that nothing can be compared."""
    return _bestand().exists()


def list_onthouden() -> "list[Einde]":
    """The ends that are remembered; none when there is no file yet.

    Raises:
        ValueError: the file is not what Passend wrote.
    """
    from passend.toegang.queries import Einde  # needs the settings

    try:
        rijen = json.loads(_bestand().read_text(encoding="utf-8"))
        return [
            Einde(
                bestuur=rij["bestuur"],
                volgnummer=int(rij["volgnummer"]),
                zegel=rij["zegel"],
                vernietigd=int(rij.get("vernietigd", 0)),
            )
            for rij in rijen
        ]
    except FileNotFoundError:
        return []
    except (AttributeError, KeyError, TypeError) as fout:
        raise ValueError(str(fout)) from fout


def onthoud_einden() -> bool:
    """Remember where each log ends now; False, and nothing is written, when one lost what was remembered."""
    from passend.toegang.queries import is_er_nog, list_einden  # needs the settings

    nieuw = list_einden()  # before the question, so that what is written then is asked after the next time
    try:
        is_heel = all(map(is_er_nog, list_onthouden()))
    except ValueError:
        return False
    if is_heel:
        schrijf_einden(nieuw)
    return is_heel


def schrijf_einden(einden: "list[Einde]") -> None:
    """Put these ends in the file, whole or not at all."""
    rijen = [asdict(een) for een in einden]
    bestand = _bestand()
    deel = bestand.with_name(f"logboekzegels-{secrets.token_hex(8)}.deel")
    with os.fdopen(os.open(deel, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as blad:
        json.dump(rijen, blad, indent=1)
        blad.flush()
        os.fsync(blad.fileno())
    deel.replace(bestand)
