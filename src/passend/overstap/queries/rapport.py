"""What a report says: filled from the file, and no more of it than the decree allows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils import translation

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overstap import RAPPORTFORMATEN
from passend.begrippen.rubriek import Rubriek
from passend.begrippen.volgen import Verzuimsoort
from passend.leerlingen.models import Groepsplaatsing, Leerling
from passend.leerlingen.queries.leerlingen import list_ouders
from passend.leerlingen.queries.uitvoer import list_rubrieken
from passend.organisaties.models import Vestiging
from passend.overstap.models import Onderwijskundigrapport
from passend.regels.okr import (
    BESLUITEN,
    alleen_toegestaan,
    besluiten_van_plan,
    besluitmerk,
    okr_onderdelen,
    verzuimperiode,
)
from passend.regels.rapportvolgorde import VOLGORDE, in_volgorde
from passend.volgen.models import Verzuim

KLASSEN = frozenset({Vertrouwelijkheid.GEWOON, Vertrouwelijkheid.ZORG})
"""Signs of abuse are never in a report."""
OPPS = "ontwikkelingsperspectieven"
VAN_OPP = frozenset({OPPS, "oppregels", "leerlingstemmen", "oppevaluaties"})
"""What belongs to one version of a plan."""


def get_rapportinhoud(
    *, rapport: Onderwijskundigrapport, teksten: Mapping[str, str], geschreven_op: date
) -> dict[str, Any]:
    """Everything a report says, as plain data; what is not on the list of the decree is not in it."""
    leerling, vestiging = rapport.leerling, rapport.leerling.vestiging
    with translation.override(settings.LANGUAGE_CODE):  # it goes to another school, whoever reads it before
        uit_dossier = _vastgesteld(list_rubrieken(leerling, KLASSEN))
        rubrieken = [*_eigen(leerling, geschreven_op), *_gekozen(uit_dossier, rapport.besluiten)]
    onderdelen = []
    for deel in okr_onderdelen(geschreven_op):
        binnen = [een for een in rubrieken if een.naam in deel.rubrieken]
        onderdelen.append(
            {
                "code": deel.code,
                "wat": deel.wat,
                "grondslag": str(deel.vindplaats),
                "teksten": {code: teksten.get(code, "").strip() for code in deel.teksten},
                "rubrieken": [
                    _als_dict(een) for een in alleen_toegestaan(deel.code, binnen, geschreven_op) if een.regels
                ],
            }
        )
    return {
        "formaat": RAPPORTFORMATEN[-1],
        "geschreven_op": geschreven_op.isoformat(),
        "van": _school(vestiging),
        "naar": {"naam": rapport.naar_school, "brin": rapport.naar_brin},
        "leerling": _leerling(leerling),
        "ouders": [
            {"naam": ouder.naam, "heeft_gezag": ouder.heeft_gezag}
            for ouder in list_ouders(leerling=leerling, peildatum=geschreven_op)
        ],
        "onderdelen": onderdelen,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitkeuze:
    """A decision of a meeting about the pupil, and whether it goes along."""

    merk: str
    op: str
    wat: str
    is_gekozen: bool


def list_besluitkeuzes(*, rapport: Onderwijskundigrapport) -> list[Besluitkeuze]:
    """Every decision of the meetings about the pupil, for who writes the report to choose from."""
    rubrieken = _vastgesteld(list_rubrieken(rapport.leerling, KLASSEN))
    gekozen = besluiten_van_plan(rubrieken) if rapport.besluiten is None else set(rapport.besluiten)
    besluiten = (regel for een in rubrieken if een.naam == BESLUITEN for regel in een.regels)
    return [
        Besluitkeuze(merk=merk, op=str(een["op"]), wat=str(een["wat"]), is_gekozen=merk in gekozen)
        for een in besluiten
        for merk in [besluitmerk(een)]
    ]


def get_vaste_inhoud(*, rapport: Onderwijskundigrapport) -> dict[str, Any] | None:
    """What a report said when it was set, in the order in which it is read; None while it is being written."""
    return in_volgorde(rapport.inhoud) if rapport.inhoud is not None else None


def _eigen(leerling: Leerling, geschreven_op: date) -> list[Rubriek]:
    """The school years, and absence without a good reason in the year before."""
    plaatsingen = Groepsplaatsing.objects.filter(leerling=leerling, groep__bestuur=F("bestuur"))
    van, tot_en_met = verzuimperiode(geschreven_op)
    verzuim = Verzuim.objects.filter(
        leerling=leerling, soort=Verzuimsoort.ONGEOORLOOFD.value, op__gte=van, op__lte=tot_en_met
    )
    return [
        Rubriek(
            naam="loopbaan",
            kop="Groepen op deze school",
            velden={"schooljaar": "Schooljaar", "groep": "Groep", "van": "Van", "tot_en_met": "Tot en met"},
            regels=[
                {
                    "schooljaar": een.groep.schooljaar,
                    "groep": een.groep.naam,
                    "van": een.geldig_van.isoformat(),
                    "tot_en_met": een.geldig_tot_en_met.isoformat() if een.geldig_tot_en_met else None,
                }
                for een in plaatsingen.select_related("groep").order_by("geldig_van", "pk")
            ],
        ),
        Rubriek(
            naam="relatief_verzuim",
            kop="Verzuim zonder goede reden",
            velden={"op": "Op", "uren": "Uren"},
            regels=[{"op": een.op.isoformat(), "uren": float(een.uren)} for een in verzuim],
        ),
    ]


def _gekozen(rubrieken: Collection[Rubriek], besluiten: Collection[str] | None) -> list[Rubriek]:
    """With only the decisions of meetings that go along."""
    merken = besluiten_van_plan(rubrieken) if besluiten is None else set(besluiten)
    return [
        replace(een, regels=[regel for regel in een.regels if besluitmerk(regel) in merken])
        if een.naam == BESLUITEN
        else een
        for een in rubrieken
    ]


def _vastgesteld(rubrieken: Collection[Rubriek]) -> list[Rubriek]:
    """Without versions of a plan that were laid before the parents and not set, and what belongs to those."""
    vast = {
        (regel["plan"], regel["versie"])
        for rubriek in rubrieken
        if rubriek.naam == OPPS
        for regel in rubriek.regels
        if regel.get("vastgesteld_op")
    }
    return [
        replace(een, regels=[regel for regel in een.regels if (regel.get("plan"), regel.get("versie")) in vast])
        if een.naam in VAN_OPP
        else een
        for een in rubrieken
    ]


def _als_dict(rubriek: Rubriek) -> dict[str, Any]:
    """One kind of thing, without fields that are empty everywhere; results read best beside each other."""
    velden = {
        veld: naam
        for veld, naam in rubriek.velden.items()
        if any(regel.get(veld) not in {None, ""} for regel in rubriek.regels)
    }
    return {
        "naam": rubriek.naam,
        "kop": rubriek.kop,
        "velden": velden,
        VOLGORDE: list(velden),
        "regels": [{veld: regel.get(veld) for veld in velden} for regel in rubriek.regels],
        "is_doorlopend": rubriek.is_doorlopend and rubriek.naam != "toetsresultaten",
    }


def _school(vestiging: Vestiging) -> dict[str, str]:
    return {
        "naam": vestiging.naam,
        "brin": vestiging.brin,
        "vestiging": vestiging.volgnummer,
        "adres": vestiging.adres,
        "postcode": vestiging.postcode,
        "plaats": vestiging.plaats,
        "telefoon": vestiging.telefoon,
        "email": vestiging.email,
    }


def _leerling(leerling: Leerling) -> dict[str, str | None]:
    weg = leerling.uitgeschreven_op
    return {
        "voornaam": leerling.voornaam,
        "achternaam": leerling.achternaam,
        "geboren_op": leerling.geboren_op.isoformat(),
        "ingeschreven_op": leerling.ingeschreven_op.isoformat(),
        "uitgeschreven_op": weg.isoformat() if weg else None,
    }
