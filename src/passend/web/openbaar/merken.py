"""Marks (ETags) of what never changes, so that a browser that has it gets no second copy."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.utils.http import quote_etag

import passend
from passend.profielen.queries.openbaar import Editie

_SOORTEN = {".py", ".jinja", ".typ", ".mo"}


def merk(editie: Editie, *delen: str | int) -> str:
    """A mark of an edition and of everything else the bytes depend on."""
    alles = (
        editie.inhoud,
        editie.verantwoording,
        editie.definitie,
        editie.gepubliceerd_op.isoformat(),
        editie.nummer,
        editie.vestiging.code,
        editie.vestiging.kleur,
        release(),
        delen,
    )
    return quote_etag(hashlib.sha256(json.dumps(alles, sort_keys=True).encode()).hexdigest()[:32])


@cache
def release() -> str:
    """Tells one version of the product from the next: when its newest file was written."""
    bestanden = (pad for map_ in passend.__path__ for pad in Path(map_).rglob("*") if pad.suffix in _SOORTEN)
    return str(max(pad.stat().st_mtime_ns for pad in bestanden))
