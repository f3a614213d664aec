"""One result on a test of a maker, typed by hand in under a minute; what the last one was is filled in already."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import list_groepsnamen
from passend.regels.instrumenten import (
    Resultaatgegevens,
    ToetsresultaatError,
    list_normschemas,
    list_referentieniveaus,
)
from passend.regels.toetsherkenning import gewoon_moment, herken_moment
from passend.volgen.actions.resultaten import ToetsvraagError, record_toetsresultaat
from passend.volgen.permissions import WIE_NOTEERT, why_may_record
from passend.volgen.queries.resultaten import VAKNAMEN, list_toetsresultaten
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.verzoek import lees_of_stuur
from passend.web.volgen.invoerwoorden import INSTRUMENTEN
from passend.web.volgen.woorden import SCHEMAS
from passend.web.zinnen import vertaal


@bij_leerling("open_volgen")
@lees_of_stuur
def toetsresultaat_nieuw(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Which test, which day, what came out; the rest only for who has it."""
    require(why_may_record(bezoek.inzage), WIE_NOTEERT)
    if request.method != "POST":
        return _toon(request, bezoek, _begin(bezoek))
    try:
        opslag = record_toetsresultaat(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            gegevens=_lees(request.POST),
            is_nagekeken=bool(request.POST.get("nagekeken")),
            op=bezoek.op,
        )
    except ToetsvraagError as fout:
        return _toon(request, bezoek, request.POST.dict(), fout=vertaal(fout), is_vraag=True, status=422)
    except ToetsresultaatError as fout:
        return _toon(request, bezoek, request.POST.dict(), fout=vertaal(fout), status=422)
    if opslag.gewijzigd:
        messages.success(request, _("Deze toets stond er al. De uitslag is nu zoals u hem typte."))
    elif opslag.gelijk:
        messages.success(request, _("Deze uitslag stond er al precies zo."))
    else:
        messages.success(request, _("De toets is bewaard. Hij telt mee in de groei hieronder."))
    return bezoek.naar("volgen")


def _begin(bezoek: Dossierbezoek) -> dict[str, str]:
    """What is most likely: the maker and the version of the last result, today, and the moment of the group."""
    eerder = list_toetsresultaten(leerling=bezoek.leerling, peildatum=bezoek.vandaag)
    groep = list_groepsnamen(leerlingen=[bezoek.leerling], peildatum=bezoek.vandaag).get(bezoek.leerling.pk, "")
    begin = {
        "afgenomen_op": bezoek.vandaag.isoformat(),
        "afnamemoment": gewoon_moment(groep, bezoek.vandaag),
    }
    if eerder:
        begin |= {"instrument": eerder[-1].instrument, "instrumentversie": eerder[-1].instrumentversie}
    return begin


def _lees(post: Mapping[str, str]) -> Resultaatgegevens:
    """What somebody typed, as far as it is of the right shape.

    Raises:
        ToetsresultaatError: a day or a number that is none.
    """
    normschema, _teken, niveau = post.get("niveau", "").partition(":")
    moment = post.get("afnamemoment", "").strip()
    return Resultaatgegevens(
        instrument=post.get("instrument", ""),
        instrumentversie=post.get("instrumentversie", "").strip(),
        vak=post.get("vak", ""),
        afgenomen_op=_dag(post.get("afgenomen_op", "")),
        afnamemoment=herken_moment(moment) or moment,
        ruwe_score=_getal(post.get("ruwe_score", "")),
        schaalscore=_getal(post.get("schaalscore", "")),
        niveau=niveau,
        normschema=normschema,
        percentiel=_heel(post.get("percentiel", "")),
        functioneringsniveau=post.get("functioneringsniveau", "").strip(),
        referentieniveau=post.get("referentieniveau", "").strip(),
    )


def _dag(tekst: str) -> date:
    dag = lees_dag(tekst)
    if dag is None:
        raise ToetsresultaatError(_("Vul de dag van de toets in, een dag die bestaat."))
    return dag


def _getal(tekst: str) -> Decimal | None:
    if not tekst.strip():
        return None
    try:
        return Decimal(tekst.strip().replace(",", "."))
    except InvalidOperation:
        raise ToetsresultaatError(_("'%(wat)s' is geen getal. Kijk de score na.") % {"wat": tekst.strip()}) from None


def _heel(tekst: str) -> int | None:
    getal = _getal(tekst)
    if getal is not None and (not getal.is_finite() or getal != getal.to_integral_value()):
        raise ToetsresultaatError(_("Een percentiel is een heel getal van 0 tot en met 100. Kijk het na."))
    return None if getal is None else int(getal)


def _toon(
    request: HttpRequest,
    bezoek: Dossierbezoek,
    ingevuld: Mapping[str, str],
    *,
    fout: str = "",
    status: int = 200,
    is_vraag: bool = False,
) -> HttpResponse:
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": bezoek.leerling,
        "plek": bezoek.plek,
        "instrumenten": INSTRUMENTEN,
        "vakken": VAKNAMEN,
        "niveaus": [
            (code, SCHEMAS[code], [naam for naam, _vanaf in reversed(schema.niveaus)])
            for code, schema in list_normschemas().items()
        ],
        "referentieniveaus": {niveau: niveau for niveau in list_referentieniveaus()},
        "ingevuld": ingevuld,
        "fout": fout,
        "is_vraag": is_vraag,
    }
    return render(request, "volgen/toets.jinja", context, status=status)
