"""The way of a development perspective plan as stops, in the manner of the path of adoption."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from passend.begrippen.opp import Stapstand
from passend.plannen.queries.opp import Oppbeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Halte:
    """One stop: its name, where it stands, the day it was reached, and who or what it is about."""

    code: str
    naam: str
    nummer: int
    stand: Stapstand
    dag: date | datetime | None = None
    wie: str = ""
    voor: date | None = None


def maak_weg(beeld: Oppbeeld, *, vandaag: date) -> list[Halte]:
    """Concept, child, consultation, agreement of each parent, set, evaluation; the first that is not there is now."""
    open_ = {bezwaar.stap for bezwaar in beeld.bezwaren}
    is_gehoord = bool(beeld.stemmen) and "kind" in open_  # heard, but nobody said yet what came of it
    rij: list[tuple[str, str, bool, date | datetime | None, str]] = [
        ("concept", _("Het plan staat"), "concept" not in open_, beeld.versie.begonnen_op, ""),
        (
            "kind",
            _("Antwoord aan het kind") if is_gehoord else _("Het kind is gehoord"),
            "kind" not in open_,
            _laatste(een.op for een in beeld.stemmen),
            "",
        ),
        (
            "overleg",
            _("Besproken met ouders"),
            "overleg" not in open_,
            _laatste(een.overleg.op for een in beeld.overleggen),
            "",
        ),
        *_ouders(beeld),
        ("vastgesteld", _("Vastgesteld"), not beeld.is_concept, beeld.versie.vastgesteld_op, ""),
        ("evaluatie", _("Teruggekeken"), *_evaluatie(beeld, vandaag)),
    ]
    haltes, is_nu_gezet = [], False
    evalueren_voor = beeld.evalueren_voor[0].dag if beeld.evalueren_voor else None
    for nummer, (code, naam, is_gedaan, dag, wie) in enumerate(rij, start=1):
        stand = Stapstand.GEDAAN if is_gedaan else Stapstand.LATER
        if not is_gedaan and not is_nu_gezet:
            stand, is_nu_gezet = Stapstand.NU, True
        if code == "instemming" and wie in _tegen(beeld) and beeld.is_concept:
            stand = Stapstand.VAST
        haltes.append(
            Halte(
                code=code,
                naam=naam,
                nummer=nummer,
                stand=stand,
                dag=dag if is_gedaan else None,
                wie=wie,
                voor=evalueren_voor if code == "evaluatie" and not is_gedaan else None,
            )
        )
    return haltes


def _ouders(beeld: Oppbeeld) -> list[tuple[str, str, bool, date | datetime | None, str]]:
    akkoord = _("Akkoord van ouder")
    if not beeld.ouders:
        return [("instemming", akkoord, False, None, "")]
    is_vast = not beeld.is_concept  # who got authority later was not asked for this version
    return [
        ("instemming", akkoord, een.is_akkoord or is_vast, een.laatste.op if een.laatste else None, een.ouder.naam)
        for een in beeld.ouders
        if een.is_akkoord or not is_vast
    ]


def _tegen(beeld: Oppbeeld) -> set[str]:
    return {een.ouder.naam for een in beeld.ouders if een.is_tegen}


def _evaluatie(beeld: Oppbeeld, vandaag: date) -> tuple[bool, date | None, str]:
    """Done when this schooljaar was looked at: then the term of the law lies in a year to come."""
    if beeld.is_concept or not beeld.evalueren_voor:
        return False, None, ""
    gedaan = [een.op for een in beeld.evaluaties if een.versie_id == beeld.versie.pk]
    wet = beeld.evalueren_voor[0].dag
    return bool(gedaan) and wet > vandaag, _laatste(gedaan), ""


def _laatste(dagen: Iterable[date]) -> date | None:
    return max(dagen, default=None)


def anker(stap: str) -> str:
    """Where on the page one does something about a stop."""
    return {"concept": "delen", "kind": "stem", "overleg": "ouders", "instemming": "ouders"}.get(stap, "delen")
