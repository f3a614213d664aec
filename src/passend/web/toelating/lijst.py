"""The registrations of a school: which date comes first, and who is on turn; and noting one that came otherwise."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.aanmelding import Aanmeldweg, Hulpvraag, Oudertaal
from passend.begrippen.rollen import Logsoort
from passend.begrippen.termijn import Termijn
from passend.begrippen.toelating import Aanmeldingsstand, Aanzet
from passend.documenten.document import DocumentError
from passend.leerlingen.actions.leerlingen import log_school
from passend.leerlingen.permissions import why_may_direct
from passend.regels.toelatingsstand import Toelatingsstand, toelatingsstand
from passend.toelating.actions.aanmelden import Aanmelder, Kindgegevens, ToelatingError
from passend.toelating.actions.brieven import receive_aanmelding
from passend.toelating.actions.dubbel import DubbelError
from passend.toelating.actions.twijfel import VerError
from passend.toelating.permissions import (
    LEZERS,
    WIE_BEHEERT,
    WIE_LEEST,
    require,
    visible_aanmeldingen,
    why_may_list,
    why_may_manage,
)
from passend.toelating.queries.aanmeldingen import Aanmelding, list_ruimte, list_zonder_scan
from passend.toelating.queries.bewaren import list_te_vernietigen
from passend.toelating.queries.schorsing import list_verwijderstanden, volgende_verwijderdag, voorgenomen_op
from passend.toelating.queries.zaken import Zaakregel, list_zaken, volgende_termijn
from passend.web.bijlage import lees_bijlage
from passend.web.kader import maak_kader
from passend.web.overstap.inkomend import begin_aanmelding
from passend.web.toelating.post import meld_ontvangst
from passend.web.toelating.verzoek import lees_zaakdag
from passend.web.toelating.woorden import (
    AAN_ZET,
    HULPNAMEN,
    STAND_VERWIJDERING,
    STANDICONEN,
    STANDNAMEN,
    TERMIJNNAMEN,
)
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

MEESTE_OUDERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstregel:
    """One case in the list; `is_wankel` when something that its decision rests on is gone."""

    aanmelding: Aanmelding
    stand: Toelatingsstand
    volgende: Termijn | None
    is_gesloten: bool
    is_zonder_scan: bool = False
    is_wankel: bool = False

    @property
    def naam(self) -> str:
        """Where it stands, in words."""
        return str(STANDNAMEN[self.stand.soort])

    @property
    def merk(self) -> tuple[str, str]:
        """The colour and the icon that go with those words."""
        return STANDICONEN.get(self.stand.soort, ("teal", "klok"))

    @property
    def wat(self) -> str:
        """What the next date is; empty without one."""
        return str(TERMIJNNAMEN.get(self.volgende.wat, "")) if self.volgende else ""

    @property
    def gemist_op(self) -> date | None:
        """The day on which there had to be a decision; None while there is time, or when it fell."""
        dagen = [een.dag for een in self.stand.termijnen if een.wat == "besluit"]
        return dagen[0] if self.stand.is_te_laat and dagen else None

    @property
    def moet_inschrijven(self) -> bool:
        """True when all that is left is to enrol the child."""
        return self.stand.soort is Aanmeldingsstand.TOEGELATEN and self.aanmelding.leerling_id is None

    @property
    def wie(self) -> str:
        """Who is on turn."""
        return str(AAN_ZET[self.stand.aan_zet])


@bij_school
@require_safe
def aanmeldingen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The open cases, the first date on top; the closed ones below.

    A decision of which the ground is gone is never below, and above what is late: nobody else may notice it.
    """
    reden = require(why_may_list(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_LEEST)
    zichtbaar = visible_aanmeldingen(bezoek.account, op=bezoek.op).filter(vestiging=bezoek.vestiging)
    rijen = list(zichtbaar)
    for rij in rijen:
        rij.vestiging = bezoek.vestiging
    log_school(bezoek.account, bezoek.vestiging, "list_aanmeldingen", reden, bezoek.op, Logsoort.ZOEKEN)
    zonder = list_zonder_scan(aanmeldingen=rijen)
    regels = [_regel(een, bezoek.vandaag, zonder) for een in list_zaken(aanmeldingen=rijen)]
    open_ = [een for een in regels if een.is_wankel or not (een.is_gesloten or een.stand.aan_zet is Aanzet.NIEMAND)]
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "open": sorted(open_, key=_eerst),
        "klaar": [een for een in regels if een not in open_],
        "termijnnamen": TERMIJNNAMEN,
        "verwijderingen": _verwijderingen(bezoek) if reden.code in LEZERS else [],
        "ruimte": list_ruimte(vestiging=bezoek.vestiging, op=bezoek.op),
        "te_vernietigen": _te_vernietigen(bezoek),
        "mag_beheren": why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "standen": Aanmeldingsstand,
        "vandaag": bezoek.vandaag,
    }
    return render(request, "toelating/lijst.jinja", context)


def _verwijderingen(bezoek: Bezoek) -> list[dict[str, Any]]:
    """Each removal under way: since when, where it stands, who is on turn, and its next date."""
    return [
        {
            "verwijdering": zaak.verwijdering,
            "sinds": voorgenomen_op(zaak.verwijdering),
            "standnaam": str(STAND_VERWIJDERING[stand.soort]),
            "is_afwijking": stand.is_afwijking,
            "is_wankel": bool(zaak.weggevallen),
            "wie": str(AAN_ZET[stand.aan_zet]),
            "volgende": volgende_verwijderdag(zaak, op=bezoek.vandaag),
        }
        for zaak, stand in list_verwijderstanden(vestiging=bezoek.vestiging, op=bezoek.vandaag)
    ]


def _te_vernietigen(bezoek: Bezoek) -> int:
    """How many cases the directeur can propose to destroy now; for the directeur alone."""
    if why_may_direct(bezoek.account, bezoek.vestiging, op=bezoek.op) is None:
        return 0
    return sum(een.mag_weg for een in list_te_vernietigen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag))


def _regel(zaak: Zaakregel, vandaag: date, zonder_scan: Collection[int]) -> Lijstregel:
    stand = toelatingsstand(zaak.feiten, peildatum=vandaag)
    volgende = volgende_termijn(stand, peildatum=vandaag)
    return Lijstregel(
        aanmelding=zaak.aanmelding,
        stand=stand,
        volgende=volgende,
        is_gesloten=zaak.is_gesloten,
        is_zonder_scan=zaak.aanmelding.pk in zonder_scan,
        is_wankel=zaak.weggevallen_op is not None and not zaak.is_gesloten,
    )


def _eerst(regel: Lijstregel) -> tuple[bool, bool, date]:
    return (not regel.is_wankel, not regel.stand.is_te_laat, regel.volgende.dag if regel.volgende else date.max)


@bij_school
@lees_of_stuur
def aanmelding_nieuw(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Note a registration that came on paper, or that the school writes down with the parents."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    if request.method != "POST":
        return _nieuw(request, bezoek, begin=_begin(request, bezoek))
    weg = Aanmeldweg.PAPIER if request.POST.get("weg") == Aanmeldweg.PAPIER else Aanmeldweg.SCHOOL
    try:
        scan = lees_bijlage(request, "scan", is_pdf_goed=True) if weg is Aanmeldweg.PAPIER else None
        kind = lees_kind(request.POST, weg=weg, vandaag=bezoek.vandaag)
        aanmelding, geheim = receive_aanmelding(
            actor=bezoek.account,
            vestiging=bezoek.vestiging,
            kind=kind,
            ouders=lees_ouders(request.POST),
            scan=scan,
            is_andere=bool(request.POST.get("is_andere")),
            is_ver=bool(request.POST.get("is_ver")),
            op=bezoek.op,
        )
    except (ToelatingError, DocumentError) as fout:
        return _nieuw(request, bezoek, fout=fout, status=422)
    if geheim:
        meld_ontvangst(request, bezoek.vestiging, aanmelding, geheim)
    messages.success(request, _("Genoteerd. Ouders met een e-mailadres krijgen bericht, met het adres van hun pagina."))
    return redirect("aanmelding", code=bezoek.vestiging.code, zaak=aanmelding.sleutel)


def _begin(request: HttpRequest, bezoek: Bezoek) -> dict[str, str]:
    """What a file of another school says already, when one comes from there."""
    bestand = heel_getal(request.GET.get("bestand", ""))
    return begin_aanmelding(bezoek, bestand) if bestand else {}


def _nieuw(
    request: HttpRequest,
    bezoek: Bezoek,
    *,
    fout: ToelatingError | DocumentError | None = None,
    begin: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "ingevuld": request.POST or begin or {},
        "hulpnamen": HULPNAMEN,
        "vandaag": bezoek.vandaag,
        "fout": vertaal(fout) if fout else "",
        "had_scan": "scan" in request.FILES,
        "dubbel": fout.zaak if isinstance(fout, DubbelError) else None,
        "is_ver": isinstance(fout, VerError),
    }
    return render(request, "toelating/nieuw.jinja", context, status=status)


def lees_kind(velden: QueryDict, *, weg: Aanmeldweg, vandaag: date) -> Kindgegevens:
    """The child and how it came, out of a form; the form of parents counts from today.

    Raises:
        ToelatingError: a day is none, or nothing was said about help.
    """
    geboren_op = lees_zaakdag(velden.get("geboren_op", ""))
    is_formulier = weg is Aanmeldweg.FORMULIER
    verzocht_op = vandaag if is_formulier else lees_zaakdag(velden.get("verzocht_op", ""))
    ontvangen_op = vandaag if is_formulier else lees_zaakdag(velden.get("ontvangen_op", ""))
    if geboren_op is None or verzocht_op is None or ontvangen_op is None:
        raise ToelatingError(_("Vul bestaande datums in: wanneer het kind is geboren en wanneer het is aangemeld."))
    hulpvraag = velden.get("hulpvraag", "")
    if hulpvraag not in set(Hulpvraag):
        raise ToelatingError(_("Kies of het kind extra hulp nodig heeft."))
    gewenst_op = lees_zaakdag(velden.get("gewenst_op", ""))
    if velden.get("gewenst_op") and gewenst_op is None:
        raise ToelatingError(_("De gewenste eerste schooldag bestaat niet. Kijk hem na, of laat hem leeg."))
    huidige_school = velden.get("huidige_school", "").strip()
    return Kindgegevens(
        voornaam=velden.get("voornaam", "").strip(),
        achternaam=velden.get("achternaam", "").strip(),
        geboren_op=geboren_op,
        adres=velden.get("adres", "").strip(),
        weg=weg,
        verzocht_op=verzocht_op,
        ontvangen_op=ontvangen_op,
        gewenst_op=gewenst_op,
        hulpvraag=Hulpvraag(hulpvraag),
        andere_scholen=velden.get("andere_scholen", "").strip(),
        is_eerste_voorkeur=velden.get("voorkeur", "eerste") == "eerste",
        toelichting=velden.get("toelichting", "").strip(),
        is_elders_ingeschreven=bool(velden.get("is_elders_ingeschreven") or huidige_school),
        huidige_school=huidige_school,
        is_asielzoeker=bool(velden.get("is_asielzoeker")),
        oudertaal=Oudertaal.ENGELS if velden.get("oudertaal") == Oudertaal.ENGELS else Oudertaal.NEDERLANDS,
    )


def lees_ouders(velden: QueryDict) -> list[Aanmelder]:
    """The parents out of a form; an empty line is none."""
    ouders = []
    for nummer in range(1, MEESTE_OUDERS + 1):
        naam, email = velden.get(f"ouder{nummer}_naam", "").strip(), velden.get(f"ouder{nummer}_email", "").strip()
        if naam or email:
            ouders.append(
                Aanmelder(
                    naam=naam,
                    email=email,
                    telefoon=velden.get(f"ouder{nummer}_telefoon", "").strip(),
                    heeft_gezag=bool(velden.get(f"ouder{nummer}_gezag")),
                )
            )
    return ouders
