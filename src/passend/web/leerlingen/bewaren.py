"""What of pupils who left is over its term: the directeur proposes, the board decides, and the proof stays."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.vindplaats import Vindplaats
from passend.leerlingen.actions.bewaarkeuze import set_bewaarkeuze
from passend.leerlingen.actions.bewaren import (
    WIE_VERNIETIGT,
    WIE_ZIET,
    Gekozen,
    execute_vernietiging,
    log_bewaren,
    propose_vernietiging,
    reject_vernietiging,
)
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require, why_may_destroy, why_may_direct, why_may_manage
from passend.leerlingen.queries.bewaren import (
    REDENEN,
    Bewaarpost,
    get_lijst,
    get_tabelnamen,
    list_aanhoudingen,
    list_afgehandeld,
    list_bewijzen,
    list_keuzes,
    list_posten,
    list_wachtend,
)
from passend.leerlingen.queries.leerlingen import list_ingeschreven
from passend.leerlingen.queries.taken import VOORUIT
from passend.regels.bewaartermijnen import VAN_BESTUUR, parameter_van
from passend.regels.vernietiging import KEUSBAAR, LEERLINGKLASSEN, ZINNEN, Vernietigingsbezwaar
from passend.toelating.queries.bewaren import list_aan_de_beurt
from passend.web.kader import maak_kader
from passend.web.leerlingen.aanhouden import lees_sleutel, lijst_lopend, lopend_zin
from passend.web.leerlingen.woorden import TABELWOORDEN
from passend.web.verzoek import Bezoek, bij_school, heel_getal
from passend.web.zinnen import vertaal


@dataclass(frozen=True, slots=True, kw_only=True)
class Klassebeeld:
    """One class of data that is over its term, with the pupils."""

    naam: str
    vindplaats: Vindplaats
    posten: list[Bewaarpost]


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnregel:
    """How long a class stays at this board, and what says so."""

    klasse: Bewaarklasse
    naam: str
    maanden: int
    vindplaats: Vindplaats
    waarom: str
    is_keusbaar: bool


@bij_school
@require_safe
def bewaren(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """What is due, what waits for the board, what was destroyed, and what goes on."""
    return _pagina(request, bezoek)


@bij_school
@require_POST
def voorstel(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Propose what was ticked, or everything that is due."""
    gekozen = set(request.POST.getlist("post"))
    if request.POST.get("alles") and why_may_direct(bezoek.account, bezoek.vestiging, op=bezoek.op):
        posten = list_posten(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)
        gekozen = {post.sleutel for post in posten if post.bezwaar is None and post.lijst is None}
        if not gekozen and any(post.bezwaar is Vernietigingsbezwaar.AANGEHOUDEN for post in posten):
            return _pagina(request, bezoek, fout=vertaal(ZINNEN[Vernietigingsbezwaar.AANGEHOUDEN]), status=422)
    try:
        propose_vernietiging(actor=bezoek.account, vestiging=bezoek.vestiging, gekozen=_gekozen(gekozen), op=bezoek.op)
    except LeerlingError as fout:
        return _pagina(request, bezoek, gekozen=gekozen, fout=vertaal(fout), status=422)
    messages.success(request, _("De lijst ligt nu bij het bestuur. Er verdwijnt niets tot het akkoord is."))
    return redirect("bewaren", code=bezoek.vestiging.code)


@bij_school
@require_POST
def akkoord(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Destroy what is on a list, as the board."""
    lijst = _lijst(request, bezoek)
    try:
        uitkomst = execute_vernietiging(actor=bezoek.account, lijst=lijst, op=bezoek.op)
    except LeerlingError as fout:
        messages.error(request, vertaal(fout))
        return redirect("bewaren", code=bezoek.vestiging.code)
    if uitkomst.bewijzen:
        messages.success(request, _("Vernietigd. Het bewijs staat hieronder."))
    if uitkomst.overgeslagen:
        messages.warning(request, " ".join(_overgeslagen(uitkomst.overgeslagen)))
    return redirect("bewaren", code=bezoek.vestiging.code)


@bij_school
@require_POST
def afwijzen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Reject a list, as the board; nothing goes."""
    lijst = _lijst(request, bezoek)
    try:
        reject_vernietiging(actor=bezoek.account, lijst=lijst, op=bezoek.op)
    except LeerlingError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("De lijst is afgewezen. Er is niets vernietigd."))
    return redirect("bewaren", code=bezoek.vestiging.code)


@bij_school
@require_POST
def keuze(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Choose a term, as the board, where no law has one."""
    klasse, maanden = request.POST.get("klasse", ""), request.POST.get("maanden", "").strip()
    if klasse not in set(Bewaarklasse):
        raise Http404
    try:
        set_bewaarkeuze(
            actor=bezoek.account,
            vestiging=bezoek.vestiging,
            klasse=Bewaarklasse(klasse),
            maanden=heel_getal(maanden) if maanden else None,
            waarom=request.POST.get("waarom", "")[:300],
            op=bezoek.op,
        )
    except LeerlingError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("De termijn is bewaard. Zij geldt voor alle scholen van dit bestuur."))
    return redirect("bewaren", code=bezoek.vestiging.code)


def _pagina(request: HttpRequest, bezoek: Bezoek, *, status: int = 200, **invoer: Any) -> HttpResponse:
    account, vestiging, op = bezoek.account, bezoek.vestiging, bezoek.op
    directeur = why_may_direct(account, vestiging, op=op)
    beheer, bestuur = why_may_manage(account, vestiging, op=op), why_may_destroy(account, vestiging, op=op)
    require(beheer or bestuur, WIE_ZIET)
    context: dict[str, Any] = {
        "kader": maak_kader(request, vestiging),
        "vestiging": vestiging,
        "is_directeur": directeur is not None,
        "is_bestuur": bestuur is not None,
        "is_beheer": beheer is not None,
        "account": account,
        "klassenamen": klassenamen(),
        "invoer": {"gekozen": set(), "fout": "", **invoer},
        "termijnen": _termijnen(bezoek),
    }
    if beheer is not None:
        log_bewaren(actor=account, vestiging=vestiging, reden=beheer, op=op)
        posten = list_posten(vestiging=vestiging, peildatum=bezoek.vandaag)
        context |= {
            "klassen": _klassen(posten, bezoek.vandaag),
            "binnenkort": _binnenkort(posten, bezoek.vandaag),
            "vertrokken": list(dict.fromkeys(post.leerling for post in posten)),
            "ingeschreven": list_ingeschreven(vestiging=vestiging),
            "aanhoudingen": list_aanhoudingen(vestiging=vestiging),
            "lopend": lijst_lopend(posten),
            "zaken": list_aan_de_beurt(vestiging=vestiging, peildatum=bezoek.vandaag) if directeur else [],
            "lopend_zin": lopend_zin,
            "redenen": REDENEN,
        }
    if directeur is not None or bestuur is not None:
        bewijzen = defaultdict(list)
        for bewijs in list_bewijzen(vestiging=vestiging):
            bewijzen[bewijs.lijst_id].append(bewijs)
        context |= {
            "wachtend": list_wachtend(vestiging=vestiging),
            "afgehandeld": [
                (lijst, bewijzen[lijst.pk], _overgeslagen(lijst.overgeslagen))
                for lijst in list_afgehandeld(vestiging=vestiging)
            ],
            "tabelnamen": get_tabelnamen() | TABELWOORDEN,
        }
    return render(request, "leerlingen/bewaren.jinja", context, status=status)


def klassenamen() -> dict[Bewaarklasse, str]:
    """What the page calls each class of data."""
    return {
        Bewaarklasse.BEGELEIDING: _("dossier"),
        Bewaarklasse.BEGELEIDING_VERWEZEN: _("dossier van wie naar het sbo of so ging"),
        Bewaarklasse.OVERSTAPDOSSIER: _("onderwijskundig rapport en contact met andere scholen"),
        Bewaarklasse.BEKOSTIGING: _("burgerservicenummer"),
        Bewaarklasse.INSCHRIJVING: _("inschrijving, groep en ouders"),
        Bewaarklasse.NIET_TOEGELATEN: _("aanmelding van wie niet is gekomen"),
        Bewaarklasse.LOGBOEK: _("logboek van wie wat las en deed"),
    }


def _klassen(posten: Iterable[Bewaarpost], vandaag: date) -> list[Klassebeeld]:
    """What is over its term, also what is contested or on a list already."""
    per_klasse: dict[Bewaarklasse, list[Bewaarpost]] = defaultdict(list)
    for post in posten:
        if vandaag >= post.begint_op:
            per_klasse[post.klasse].append(post)
    namen = klassenamen()
    return [
        Klassebeeld(
            naam=namen[klasse],
            vindplaats=per_klasse[klasse][0].termijn.vindplaats,
            posten=sorted(per_klasse[klasse], key=lambda post: (post.begint_op, post.leerling.achternaam)),
        )
        for klasse in namen
        if klasse in per_klasse
    ]


def _binnenkort(posten: Iterable[Bewaarpost], vandaag: date) -> tuple[int, date] | None:
    """How much comes within three months, and the first day of it."""
    dagen = [post.begint_op for post in posten if vandaag < post.begint_op <= vandaag + VOORUIT]
    return (len(dagen), min(dagen)) if dagen else None


def _termijnen(bezoek: Bezoek) -> list[Termijnregel]:
    gekozen = {een.klasse: een for een in list_keuzes(bestuur=bezoek.vestiging.bestuur_id)}
    namen, regels = klassenamen(), []
    for klasse in (*KEUSBAAR[:2], *LEERLINGKLASSEN[1:], *KEUSBAAR[2:]):
        waarde, eigen = parameter_van(klasse).op(bezoek.vandaag), gekozen.get(klasse)
        is_keusbaar = klasse in KEUSBAAR and waarde.vindplaats.is_beleid
        eigen = eigen if is_keusbaar else None
        regels.append(
            Termijnregel(
                klasse=klasse,
                naam=namen[klasse],
                maanden=eigen.maanden if eigen else waarde.feiten["maanden"],
                vindplaats=VAN_BESTUUR if eigen else waarde.vindplaats,
                waarom=eigen.waarom if eigen else "",
                is_keusbaar=is_keusbaar,
            )
        )
    return regels


def _overgeslagen(aantallen: Mapping[Vernietigingsbezwaar, int] | Mapping[str, int]) -> list[str]:
    """What stayed although it was on the list, and why."""
    woorden = {
        Vernietigingsbezwaar.INGESCHREVEN: _("nog op school"),
        Vernietigingsbezwaar.AANGEHOUDEN: _("bezwaar, geschil, klacht of verzoek"),
        Vernietigingsbezwaar.NOG_BEWAREN: _("termijn nog niet voorbij"),
        Vernietigingsbezwaar.ER_IS_MEER: _("er is nog meer van deze leerling"),
        Vernietigingsbezwaar.AL_WEG: _("was al weg"),
    }
    return [
        ngettext("%(n)s regel bleef staan: %(waarom)s.", "%(n)s regels bleven staan: %(waarom)s.", aantal)
        % {"n": aantal, "waarom": woorden[Vernietigingsbezwaar(code)]}
        for code, aantal in aantallen.items()
    ]


def _lijst(request: HttpRequest, bezoek: Bezoek) -> Any:
    require(why_may_destroy(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_VERNIETIGT)
    lijst = get_lijst(vestiging=bezoek.vestiging, pk=heel_getal(request.POST.get("lijst", "")))
    if lijst is None:
        raise Http404
    return lijst


def _gekozen(sleutels: Iterable[str]) -> Gekozen:
    """What was ticked, by pupil; what is no pupil and class of ours is left out."""
    gekozen: dict[Any, frozenset[Bewaarklasse]] = {}
    for sleutel in sleutels:
        deel, _dubbelepunt, klasse = sleutel.partition(":")
        uuid = lees_sleutel(deel)
        if uuid is not None and klasse in set(LEERLINGKLASSEN):
            gekozen[uuid] = gekozen.get(uuid, frozenset()) | {Bewaarklasse(klasse)}
    return gekozen
