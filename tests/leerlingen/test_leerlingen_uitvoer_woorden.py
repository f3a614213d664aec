"""The whole file on paper: every choice of every table in words, and no sign of a machine."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.factories.bewaren import maak_vol_dossier
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.documenten.zetten import dossierpdf
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import get_inzage, visible_stukken
from passend.leerlingen.queries.bewaren import TABELLEN, rijen_van
from passend.leerlingen.queries.uitvoer import get_dossieruitvoer
from passend.organisaties.models import Bestuurstabel
from passend.overstap.models import Onderwijskundigrapport
from passend.toelating.models import Aanmeldgebeurtenis, Brief, Verwijdergebeurtenis

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
NIET_ERIN = {
    "Aanhouding.reden",  # why the school keeps a file for longer is not in it
    "Planvoorstel.soort",  # decides how the plan is read
    "Toetsresultaat.herkomst",  # no column of the tables on paper
}


def _keuzes(alles: list[tuple[str, object]]) -> dict[str, str]:
    """The codes that are called otherwise, with what, and two that are called what they are, to compare with."""
    woord_van = {code: str(woord) for code, woord in alles if code}
    anders = {code: woord for code, woord in woord_van.items() if code != woord}
    return anders | dict([een for een in woord_van.items() if een[0] not in anders][:2])


KEUZES = [
    (tabel, veld.name, _keuzes(veld.flatchoices))
    for tabel in TABELLEN
    for veld in tabel._meta.concrete_fields
    if veld.choices and f"{tabel.__name__}.{veld.name}" not in NIET_ERIN
]
VAST = {Aanmeldgebeurtenis, Verwijdergebeurtenis, Brief}  # the database lets no row of these change
ALLEEN_MET = {"grond": {"uitkomst": "geweigerd"}}
TEKEN = re.compile(r"\b\d\d-\d\d-\d{4}\b|\b\d{4}-\d\d-\d\d(?!-\d)|\bTrue\b|\bFalse\b|\bNone\b|\b[a-z]+_[a-z_]+\b")
INHOUD = {
    "onderdelen": [
        {
            "wat": "resultaten",
            "teksten": {},
            "rubrieken": [
                {
                    "naam": "toetsresultaten",
                    "kop": "Toetsresultaten",
                    "velden": {"afgenomen_op": "Afgenomen op", "instrument": "Instrument", "herkomst": "Herkomst"},
                    "volgorde": ["afgenomen_op", "instrument", "herkomst"],
                    "regels": [{"afgenomen_op": "2026-06-15", "instrument": "cito_lvs", "herkomst": "bestand"}],
                },
                {
                    "naam": "oppevaluaties",
                    "kop": "Terugkijken",
                    "velden": {"is_besproken_met_ouders": "Besproken met de ouders"},
                    "regels": [{"is_besproken_met_ouders": True}],
                },
            ],
        }
    ]
}


class _Vangst:
    """What would be set on paper."""

    def __init__(self) -> None:
        self.gegevens: dict[str, Any] = {}

    def __call__(self, _vorm: str, gegevens: dict[str, Any], **_rest: object) -> bytes:
        self.gegevens = gegevens
        return b""


@pytest.fixture
def vangst(monkeypatch: pytest.MonkeyPatch) -> _Vangst:
    """Setting two hundred papers takes minutes; what would stand on them does not."""
    gevangen = _Vangst()
    monkeypatch.setattr(dossierpdf, "zet_pdf", gevangen)
    return gevangen


def _vol(school: School) -> Leerling:
    """A pupil with a row in every table, and a report that was set."""
    leerling = maak_vol_dossier(school)
    vast = {"vastgesteld_op": OP, "vastgesteld_door": school.directeur, "inhoud": INHOUD}
    Onderwijskundigrapport.objects.filter(leerling=leerling).update(**vast)
    return leerling


def _zinnen(waarde: object) -> Iterator[str]:
    """Everything that stands on a paper, piece by piece."""
    if isinstance(waarde, dict):
        waarde = list(waarde.values())
    if isinstance(waarde, list):
        for een in waarde:
            yield from _zinnen(een)
    elif isinstance(waarde, str):
        yield waarde


def _woorden(zinnen: Iterator[str]) -> Counter[str]:
    """The words, or groups of words, between signs."""
    return Counter(stuk.strip(" .?") for zin in zinnen for stuk in re.split(r"[:;,()\n]", zin) if stuk.strip())


def _papier(school: School, leerling: Leerling, vangst: _Vangst) -> list[str]:
    inzage = get_inzage(school.directeur, leerling, op=LATER)
    assert inzage is not None
    uitvoer = get_dossieruitvoer(
        leerling=leerling,
        stukken=list(visible_stukken(inzage, leerling)),
        account=school.directeur,
        op=LATER,
        klassen=list(Vertrouwelijkheid),
        is_heel=True,
        is_binnen=True,
    )
    dossierpdf.zet_dossier_pdf(uitvoer)
    return list(_zinnen(vangst.gegevens))


def _schrijf(tabel: type[Bestuurstabel], leerling: Leerling, veld: str, code: str) -> None:
    """Let the first row of a table say this, or a row of its own where rows never change."""
    velden = {veld: code} | ALLEEN_MET.get(veld, {})
    rij = rijen_van(tabel, [leerling]).order_by("pk")[:1].get()
    if tabel not in VAST:
        tabel.objects.filter(pk=rij.pk).update(**velden)
        return
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.pk = None
    tabel.objects.bulk_create([rij])


def test_every_choice_of_every_table_stands_on_paper_in_words(vangst: _Vangst) -> None:
    school = maak_school()
    leerling = _vol(school)
    eerst = _woorden(iter(_papier(school, leerling, vangst)))
    als_code, nergens = set(), set()

    for tabel, veld, woord_van in KEUZES:
        papieren = {"": eerst}
        for code in woord_van:
            with suppress(IntegrityError), transaction.atomic():  # a sheet has each part once
                _schrijf(tabel, leerling, veld, code)
                papieren[code] = _woorden(iter(_papier(school, leerling, vangst)))
                transaction.set_rollback(True)
        for code in papieren.keys() & woord_van.keys():
            hier, in_woorden = papieren[code], _woorden(iter([woord_van[code]]))
            if any(code in hier - ander for ander in papieren.values()) and not in_woorden.keys() <= hier.keys():
                als_code.add(f"{tabel.__name__}.{veld}={code}")
        if all(een == eerst for een in papieren.values()):
            nergens.add(f"{tabel.__name__}.{veld}")

    assert (als_code, nergens) == (set(), set())


def test_paper_has_no_day_in_figures_and_no_code_or_sign_of_a_machine(vangst: _Vangst) -> None:
    school = maak_school()
    zinnen = _papier(school, _vol(school), vangst)

    assert "15 juni 2026" in zinnen
    assert "Tekst: Afgenomen op: 15 juni 2026; Instrument: Cito Volgsysteem; Herkomst: uit een bestand" in {
        zin.replace("Wat er staat", "Tekst") for zin in zinnen
    }
    assert [(zin, gevonden[0]) for zin in zinnen if (gevonden := TEKEN.search(zin))] == []
