"""What the columns of a file with results are, or which tests it is about: shown as recognised, and put right."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from passend.begrippen.opgave import Invoersoort
from passend.begrippen.toetsopgave import LAAT_WEG
from passend.leerlingen.actions.invoer import InvoerError
from passend.leerlingen.queries.invoer import GEZIEN, Invoer, is_open
from passend.regels.instrumenten import list_instrumenten
from passend.uitwisseling.tabel.formaat import pak_tabel_uit
from passend.uitwisseling.tabel.kolommen import list_andere_koppen
from passend.uitwisseling.tabel.tabel import Tabel
from passend.uitwisseling.tabel.toetskolommen import (
    ALLE,
    BIJ_VAK,
    VELDEN,
    VOOR_ALLES,
    WAARDEN,
    check_toetskoppeling,
    check_voor_alles,
    is_leerlinglijst,
    is_veld,
)
from passend.uitwisseling.tabel.toetsopgave import maak_toetsopgave as uit_tabel
from passend.uitwisseling.uwlr.bestand import Uwlrbestand, pak_bestand_uit
from passend.uitwisseling.uwlr.opgave import RUW, SCHAAL, Toetskeuze, kies_toetsen
from passend.uitwisseling.uwlr.opgave import maak_toetsopgave as uit_uwlr
from passend.volgen.actions.invoer import VAN_TOETS, map_toetsinvoer
from passend.volgen.queries.invoer import get_toetskoppeling
from passend.volgen.queries.resultaten import VAKNAMEN
from passend.web.kader import maak_kader
from passend.web.leerlingen.inlezen import schrijf_op
from passend.web.verzoek import Bezoek, bij_school, lees_of_stuur
from passend.web.volgen.inlezen import zoek_toetsinvoer
from passend.web.volgen.invoerwoorden import INSTRUMENTEN, VELDNAMEN
from passend.web.volgen.woorden import SCHEMAS
from passend.web.zinnen import vertaal

_VOORBEELDEN = 3


@bij_school
@lees_of_stuur
def toetsinvoer_kolommen(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Each column with its first values and what it is; or the tests of a file in UWLR."""
    gevonden = zoek_toetsinvoer(bezoek, pk)
    if not is_open(gevonden, op=bezoek.op):
        return redirect("toetsinvoer", code=bezoek.vestiging.code, pk=pk)
    is_uwlr, fout = gevonden.soort == Invoersoort.UWLR, ""
    if request.method == "POST":
        try:
            (_koppel_toetsen if is_uwlr else _koppel_kolommen)(request, bezoek, gevonden)
        except InvoerError as bezwaar:
            fout = vertaal(bezwaar)
        else:
            return redirect("toetsinvoer", code=bezoek.vestiging.code, pk=pk)
    else:
        schrijf_op(bezoek, gevonden)
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "invoer": gevonden,
        "fout": fout,
        "vakken": VAKNAMEN,
        "instrumenten": INSTRUMENTEN,
        "schemas": SCHEMAS,
        "laat_weg": LAAT_WEG,
    }
    if is_uwlr:
        context["toetsen"] = _toetsen(request, gevonden)
        return render(request, "volgen/invoer_toetsen.jinja", context, status=422 if fout else 200)
    context |= _kolommen(request, bezoek, gevonden)
    return render(request, "volgen/invoer_kolommen.jinja", context, status=422 if fout else 200)


def _tabel(gevonden: Invoer) -> Tabel:
    return pak_tabel_uit(bytes(gevonden.tabel or b""))


def _kolommen(request: HttpRequest, bezoek: Bezoek, gevonden: Invoer) -> dict[str, Any]:
    tabel = _tabel(gevonden)
    wat = {kop: veld for veld, kop in gevonden.koppeling.items() if not veld.startswith(ALLE)}
    alle = {veld: gevonden.koppeling.get(f"{ALLE}{veld}", "") for veld in VOOR_ALLES}
    if request.method == "POST":
        wat = {kop: _veld(request, plek) for plek, kop in enumerate(tabel.koppen)}
        alle = {veld: request.POST.get(f"alle-{veld}", "") for veld in VOOR_ALLES}
    beeld = []
    for plek, kop in enumerate(tabel.koppen):
        veld, _teken, vak = wat.get(kop, "").partition(BIJ_VAK)
        voorbeelden = list(dict.fromkeys(filter(None, tabel.kolom(kop))))[:_VOORBEELDEN]
        beeld.append((plek, kop, voorbeelden, veld, vak))
    onthouden = get_toetskoppeling(vestiging=bezoek.vestiging)
    gezien = onthouden.pop(GEZIEN, ())
    eerder = {veld: kop for veld, kop in onthouden.items() if not veld.startswith((ALLE, VAN_TOETS))}
    andere = list_andere_koppen(tabel, eerder, gezien) if eerder else []
    return {
        "kolommen": sorted(beeld, key=lambda kolom: not kolom[3]),
        "alle": alle,
        "waarden": WAARDEN,
        "velden": {veld: VELDNAMEN[veld] for veld in VELDEN},
        "weggelaten": tabel.weggelaten,
        "is_anders": is_leerlinglijst(tabel.koppen),
        "is_veranderd": bool(andere or set(eerder.values()) - set(tabel.koppen)),
        "andere": andere,
        "vandaag": bezoek.vandaag,
    }


def _veld(request: HttpRequest, plek: int) -> str:
    veld, vak = request.POST.get(f"kolom-{plek}", ""), request.POST.get(f"vak-{plek}", "")
    return f"{veld}{BIJ_VAK}{vak}" if veld in WAARDEN and vak else veld


def _koppel_kolommen(request: HttpRequest, bezoek: Bezoek, gevonden: Invoer) -> None:
    """Keep what the columns are.

    Raises:
        InvoerError: two columns are one field, or something that is needed is missing.
    """
    tabel = _tabel(gevonden)
    koppeling: dict[str, str] = {}
    for plek, kop in enumerate(tabel.koppen):
        veld = _veld(request, plek)
        if not is_veld(veld):
            continue
        if veld in koppeling:
            zin = _("Twee kolommen zijn allebei '%(veld)s': %(een)s en %(twee)s. Kies er een.")
            naam = VELDNAMEN[veld.partition(BIJ_VAK)[0]]
            raise InvoerError(zin % {"veld": naam, "een": koppeling[veld], "twee": kop})
        koppeling[veld] = kop
    for veld in VOOR_ALLES:
        waarde = request.POST.get(f"alle-{veld}", "").strip()
        if waarde and not check_voor_alles(veld, waarde, peildatum=bezoek.vandaag):
            raise InvoerError(_("Kies bij '%(wat)s' iets dat bestaat.") % {"wat": VELDNAMEN[veld]})
        if waarde:
            koppeling[f"{ALLE}{veld}"] = waarde
    if bezwaar := check_toetskoppeling(koppeling):
        raise InvoerError(bezwaar)
    opgave = uit_tabel(tabel, koppeling, Invoersoort(gevonden.soort))
    map_toetsinvoer(
        actor=bezoek.account,
        invoer=gevonden,
        koppeling=koppeling,
        opgave=opgave,
        op=bezoek.op,
        koppen=tabel.koppen,
    )


def _bestand(gevonden: Invoer) -> tuple[Uwlrbestand, dict[str, Toetskeuze]]:
    bestand = pak_bestand_uit(bytes(gevonden.tabel or b""))
    eerder = {veld.removeprefix(VAN_TOETS): wat for veld, wat in gevonden.koppeling.items()}
    return bestand, kies_toetsen(bestand, eerder)


def _toetsen(request: HttpRequest, gevonden: Invoer) -> list[tuple[int, str, int, Toetskeuze]]:
    """Each test with its place, its name, how many results it has, and what it is."""
    bestand, keuzes = _bestand(gevonden)
    if request.method == "POST":
        keuzes = {code: _keuze(request, plek) for plek, code in enumerate(keuzes)}
    aantal = [een.toets for een in bestand.uitslagen]
    return [
        (plek, bestand.toetsen[code].naam, aantal.count(code), keuze)
        for plek, (code, keuze) in enumerate(keuzes.items())
    ]


def _keuze(request: HttpRequest, plek: int) -> Toetskeuze:
    instrument, vak, schema, maat = (
        request.POST.get(f"{wat}-{plek}", "") for wat in ("instrument", "vak", "schema", "maat")
    )
    return Toetskeuze(
        instrument=instrument if instrument in INSTRUMENTEN or instrument == LAAT_WEG else "",
        vak=vak if vak in VAKNAMEN else "",
        normschema=schema if schema in SCHEMAS or schema == LAAT_WEG else "",
        maat=SCHAAL if maat == SCHAAL else RUW,
    )


def _koppel_toetsen(request: HttpRequest, bezoek: Bezoek, gevonden: Invoer) -> None:
    """Keep which tests these are.

    Raises:
        InvoerError: of one it is not said yet, or the maker has no test for that subject.
    """
    bestand, oud = _bestand(gevonden)
    keuzes = {code: _keuze(request, plek) for plek, code in enumerate(oud)}
    for code, keuze in keuzes.items():
        naam = bestand.toetsen[code].naam
        if not keuze.is_heel:
            zin = _("Kies bij '%(toets)s' de maker en het vak, of kies dat die toets niet mee hoeft.")
            raise InvoerError(zin % {"toets": naam})
        if not keuze.is_weg and keuze.vak not in list_instrumenten()[keuze.instrument].vakken:
            zin = _("%(maker)s heeft geen toets voor dit vak. Kijk na wat u koos bij '%(toets)s'.")
            raise InvoerError(zin % {"maker": INSTRUMENTEN[keuze.instrument], "toets": naam})
    map_toetsinvoer(
        actor=bezoek.account,
        invoer=gevonden,
        koppeling={f"{VAN_TOETS}{code}": str(keuze) for code, keuze in keuzes.items()},
        opgave=uit_uwlr(bestand, keuzes),
        op=bezoek.op,
    )
