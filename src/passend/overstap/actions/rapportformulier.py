"""Keeping what was typed in the form of a report, all of it at once or nothing."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from passend.overstap.actions.rapport import Bestemming, choose_besluiten, set_bestemming, write_rapport
from passend.overstap.models import Onderwijskundigrapport
from passend.toegang.models import Account


@transaction.atomic
def keep_rapport(
    *,
    actor: Account,
    rapport: Onderwijskundigrapport,
    waarheen: Bestemming | None,
    teksten: Mapping[str, tuple[str, str]],
    besluiten: Collection[str] | None = None,
    op: datetime,
) -> None:
    """Keep the school the pupil goes to and the texts, each when it changed; `teksten` has what the writer saw too.

    `besluiten` is which decisions of meetings go along; None when that was not on the form.

    Raises:
        GeenToegangError: the actor is no intern begeleider or directeur here.
        OverstapError: something of it cannot be; then nothing was kept.
    """
    if waarheen is not None and waarheen != bestemming_van(rapport):
        set_bestemming(actor=actor, rapport=rapport, waarheen=waarheen, op=op)
    for onderdeel, (tekst, eerder) in teksten.items():
        if _schoon(tekst) != _schoon(eerder):
            write_rapport(actor=actor, rapport=rapport, onderdeel=onderdeel, tekst=tekst, eerder=eerder, op=op)
    if besluiten is not None:
        choose_besluiten(actor=actor, rapport=rapport, merken=besluiten, op=op)


def bestemming_van(rapport: Onderwijskundigrapport) -> Bestemming:
    """Where a report goes, as it was kept."""
    return Bestemming(
        naar_school=rapport.naar_school,
        naar_brin=rapport.naar_brin,
        is_adres_geheim=rapport.is_adres_geheim,
        straat=rapport.straat,
        huisnummer=rapport.huisnummer,
        postcode=rapport.postcode,
        woonplaats=rapport.woonplaats,
    )


def _schoon(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()
