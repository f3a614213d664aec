"""What the columns of a file are, or which of its sites is this school: shown as recognised, and put right."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from passend.begrippen.opgave import Invoersoort
from passend.leerlingen.actions.invoer import InvoerError, map_invoer
from passend.leerlingen.queries.invoer import GEZIEN, VESTIGING, Invoer, get_hele_opgave, get_koppeling, is_open
from passend.uitwisseling.tabel.formaat import pak_tabel_uit
from passend.uitwisseling.tabel.kolommen import DAGEN, VELDEN, check_koppeling, list_andere_koppen
from passend.uitwisseling.tabel.opgave import maak_opgave
from passend.uitwisseling.tabel.tabel import Tabel
from passend.uitwisseling.tabel.toetskolommen import is_toetslijst
from passend.uitwisseling.tabel.waarden import als_voorbeeld
from passend.web.kader import maak_kader
from passend.web.leerlingen.inlezen import schrijf_op, zoek_invoer
from passend.web.leerlingen.invoerwoorden import VELDNAMEN
from passend.web.verzoek import Bezoek, bij_school, lees_of_stuur
from passend.web.zinnen import vertaal

_VOORBEELDEN = 3


@bij_school
@lees_of_stuur
def kolommen(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Each column with its first values and what it is; or the sites of a file, one of which is this."""
    gevonden = zoek_invoer(bezoek, pk)
    if not is_open(gevonden, op=bezoek.op):
        return redirect("invoer", code=bezoek.vestiging.code, pk=pk)
    fout = ""
    if request.method == "POST":
        try:
            _koppel(request, bezoek, gevonden)
        except InvoerError as bezwaar:
            fout = vertaal(bezwaar)
        else:
            return redirect("invoer", code=bezoek.vestiging.code, pk=pk)
    else:
        schrijf_op(bezoek, gevonden)
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "invoer": gevonden,
        "fout": fout,
        "velden": {veld: VELDNAMEN[veld] for veld in VELDEN},
        "kolommen": [],
        "vestigingen": [],
        "gekozen": request.POST.get(VESTIGING, gevonden.koppeling.get(VESTIGING, "")),
        "weggelaten": (),
        "is_anders": False,
        "is_veranderd": False,
        "andere": [],
    }
    if gevonden.tabel:
        context |= _kolommen(request, bezoek, gevonden)
    elif opgave := get_hele_opgave(gevonden):
        context["vestigingen"] = opgave.vestigingen
    return render(request, "leerlingen/invoer_kolommen.jinja", context, status=422 if fout else 200)


def _kolommen(request: HttpRequest, bezoek: Bezoek, gevonden: Invoer) -> dict[str, Any]:
    tabel = _tabel(gevonden)
    wat = {kop: veld for veld, kop in gevonden.koppeling.items()}
    if request.method == "POST":
        wat = {kop: request.POST.get(f"kolom-{plek}", "") for plek, kop in enumerate(tabel.koppen)}
    beeld = []
    for plek, kop in enumerate(tabel.koppen):
        voorbeelden, veld = list(dict.fromkeys(filter(None, tabel.kolom(kop))))[:_VOORBEELDEN], wat.get(kop, "")
        if veld in DAGEN:
            voorbeelden = [als_voorbeeld(een) for een in voorbeelden]
        beeld.append((plek, kop, voorbeelden, veld))
    onthouden = get_koppeling(vestiging=bezoek.vestiging)
    eerder = {veld: kop for veld, kop in onthouden.items() if veld in VELDEN}
    andere = list_andere_koppen(tabel, eerder, onthouden.get(GEZIEN, ())) if eerder else []
    return {
        "kolommen": sorted(beeld, key=lambda kolom: not kolom[3]),
        "weggelaten": tabel.weggelaten,
        "is_anders": is_toetslijst(tabel.koppen),
        "is_veranderd": bool(andere or set(eerder.values()) - set(tabel.koppen)),
        "andere": andere,
    }


def _tabel(gevonden: Invoer) -> Tabel:
    return pak_tabel_uit(bytes(gevonden.tabel or b""))


def _koppel(request: HttpRequest, bezoek: Bezoek, gevonden: Invoer) -> None:
    opgave, koppen = get_hele_opgave(gevonden), []
    if gevonden.tabel:
        tabel = _tabel(gevonden)
        koppen = tabel.koppen
        koppeling = _gekozen(request, tabel)
        opgave = maak_opgave(tabel, koppeling, Invoersoort(gevonden.soort))
    else:
        koppeling = {VESTIGING: request.POST.get(VESTIGING, "")}
        if opgave is None or koppeling[VESTIGING] not in dict(opgave.vestigingen):
            raise InvoerError(_("Kies welke vestiging uit het bestand deze school is."))
    map_invoer(actor=bezoek.account, invoer=gevonden, koppeling=koppeling, opgave=opgave, op=bezoek.op, koppen=koppen)


def _gekozen(request: HttpRequest, tabel: Tabel) -> dict[str, str]:
    """Per field the column that was chosen for it.

    Raises:
        InvoerError: two columns are one field, or a field that is needed has none.
    """
    koppeling: dict[str, str] = {}
    for plek, kop in enumerate(tabel.koppen):
        veld = request.POST.get(f"kolom-{plek}", "")
        if veld not in VELDEN:
            continue
        if veld in koppeling:
            zin = _("Twee kolommen zijn allebei '%(veld)s': %(een)s en %(twee)s. Kies er een.")
            raise InvoerError(zin % {"veld": VELDNAMEN[veld], "een": koppeling[veld], "twee": kop})
        koppeling[veld] = kop
    if bezwaar := check_koppeling(koppeling):
        raise InvoerError(bezwaar)
    return koppeling
