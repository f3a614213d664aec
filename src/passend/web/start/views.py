"""What needs me today, and the schools I look after."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.rollen import Rolsoort
from passend.kalender.actions.dagen import log_dagen
from passend.kalender.queries.agenda import list_besturen_van_account, list_mijn_taken
from passend.kalender.queries.dagen.regel import Agendaregel, scholen_met_namen
from passend.leerlingen.queries.taken import (
    AAN_DE_BEURT,
    BINNENKORT,
    NOODINZAGE,
    VERNIETIGING,
    VERZOEK,
    Leerlingtaak,
    list_leerlingtaken,
)
from passend.organisaties.queries import Vestiging, in_bestuur
from passend.plannen.queries.opplijst import OPP_EVALUEREN, OPP_GEWEIGERD, OPP_MAKEN, list_opptaken
from passend.profielen.permissions import visible_vestigingen
from passend.profielen.queries.taken import SCHRIJVERS, Schoolstand, Taak, list_schoolstanden, taken_van
from passend.toegang.queries import Account, is_gast, list_rolsoorten
from passend.web.bestand import meeste_mb
from passend.web.kader import maak_kader
from passend.web.kalender.regels import regelbeeld
from passend.web.profielen.stapteksten import OPNIEUW, TE_DOEN
from passend.web.verzoek import aangemeld, account_van

MEESTE_TAKEN = 7
MEESTE_NAMEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakregel:
    """A task as the page shows it."""

    titel: str
    uitleg: str
    adres: str
    icoon: str
    taak: Taak | Leerlingtaak | Agendaregel | None = None
    wat: str = ""


@aangemeld
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The first screen: seven tasks, each one click from done, and the others folded under them."""
    account, vandaag = account_van(request), timezone.localdate()
    vestigingen = list(visible_vestigingen(account, peildatum=vandaag))
    if not vestigingen and is_gast(account, peildatum=vandaag):
        return redirect("kinderen")
    standen = _standen(vestigingen)
    rollen_bij = list_rolsoorten(account=account, vestigingen=vestigingen, peildatum=vandaag)
    taken = [
        taak for stand in standen for taak in taken_van(stand, rollen=rollen_bij[stand.vestiging.pk], peildatum=vandaag)
    ]
    eerste = next((taak for taak in taken if taak.soort == "inleveren"), None)
    regels = [
        *_agendaregels(account),
        *_leerlingregels(vestigingen, rollen_bij),
        *(_regel(taak) for taak in taken if taak is not eerste),
    ]
    regels.sort(key=lambda regel: _wanneer(regel, vandaag))
    met_namen = _scholen_met_namen(regels, vestigingen)
    log_dagen(account=account, scholen=met_namen, handeling="open_start", op=timezone.localtime())
    context = {
        "kader": maak_kader(request),
        "afgeven": eerste.vestiging if eerste else None,
        "meeste_mb": meeste_mb(),
        "taken": regels[:MEESTE_TAKEN],
        "meer": regels[MEESTE_TAKEN:],
        "standen": standen,
        "is_bovenschools": bool(
            {soort for soorten in rollen_bij.values() for soort in soorten} & {Rolsoort.BESTUURDER, Rolsoort.ADVISEUR}
        ),
        "inleveren_bij": {pk for pk, soorten in rollen_bij.items() if soorten & SCHRIJVERS},
        "signalen_bij": [een for een in vestigingen if Rolsoort.INTERN_BEGELEIDER in rollen_bij[een.pk]][:MEESTE_TAKEN],
        "stapnamen": TE_DOEN,
        "voornaam": account.first_name,
    }
    return render(request, "start.jinja", context)


def _scholen_met_namen(regels: Collection[Taakregel], vestigingen: Collection[Vestiging]) -> list[Vestiging]:
    """The schools of which a task names a pupil."""
    genoemd = {een.taak.vestiging for een in regels if isinstance(een.taak, Leerlingtaak) and een.taak.over}
    dagen = [een.taak for een in regels if isinstance(een.taak, Agendaregel)]
    return [*scholen_met_namen(dagen), *(een for een in vestigingen if een.pk in genoemd)]


def _wanneer(regel: Taakregel, vandaag: date) -> tuple[bool, date]:
    """What goes before all else comes first, then what is most overdue; what has no day waits from today on.

    So does what is asked of somebody, although that has a day: nobody is late with an answer that is free.
    """
    taak = regel.taak
    if taak is None or (isinstance(taak, Agendaregel) and taak.soort is Agendasoort.TOESTEMMING_GEVRAAGD):
        return True, vandaag
    return not (isinstance(taak, Agendaregel) and taak.gaat_voor), taak.uiterlijk_op or vandaag


@aangemeld
@require_safe
def scholen(request: HttpRequest) -> HttpResponse:
    """All schools of a board or samenwerkingsverband with where each stands."""
    account, vandaag = account_van(request), timezone.localdate()
    standen = _standen(list(visible_vestigingen(account, peildatum=vandaag)))
    context = {"kader": maak_kader(request), "standen": standen, "stapnamen": TE_DOEN, "telling": _telling(standen)}
    return render(request, "scholen.jinja", context)


def _standen(vestigingen: list[Vestiging]) -> list[Schoolstand]:
    """Where each of one's schools stands; of the boards one has a role for, and so for no other."""
    with in_bestuur(*{vestiging.bestuur_id for vestiging in vestigingen}):
        return list_schoolstanden(vestigingen=vestigingen)


def _agendaregels(account: Account) -> list[Taakregel]:
    """The meetings of today, what was decided that one does oneself, and permissions that are asked."""
    op = timezone.localtime()
    with in_bestuur(*list_besturen_van_account(account=account, peildatum=op.date())):
        beelden = [regelbeeld(regel) for regel in list_mijn_taken(account=account, op=op)]
    return [
        Taakregel(titel=een.titel, wat=een.wat, uitleg=een.uitleg, adres=een.adres, icoon=een.icoon, taak=een.regel)
        for een in beelden
    ]


def _leerlingregels(vestigingen: list[Vestiging], rollen_bij: Mapping[int, Collection[Rolsoort]]) -> list[Taakregel]:
    """What the files of pupils ask; of a request of a parent about whom, of the rest only behind the link."""
    with in_bestuur(*{vestiging.bestuur_id for vestiging in vestigingen}):
        taken = list_leerlingtaken(rollen=rollen_bij, peildatum=timezone.localdate())
        taken += list_opptaken(rollen=rollen_bij, peildatum=timezone.localdate())
    scholen = {vestiging.pk: vestiging for vestiging in vestigingen}
    return [_leerlingregel(taak, scholen[taak.vestiging]) for taak in taken]


def _leerlingregel(taak: Leerlingtaak, school: Vestiging) -> Taakregel:
    titels = {
        NOODINZAGE: ngettext(
            "Een vervanger opende een dossier: lees waarom",
            "Vervangers openden %(num)s dossiers: lees waarom",
            taak.aantal,
        ),
        VERZOEK: ngettext(
            "Een ouder vraagt om iets te verbeteren", "Ouders vragen %(num)s keer om iets te verbeteren", taak.aantal
        ),
        AAN_DE_BEURT: ngettext(
            "Van een leerling die weg is, is een bewaartermijn voorbij",
            "Van %(num)s leerlingen die weg zijn, is een bewaartermijn voorbij",
            taak.aantal,
        ),
        BINNENKORT: ngettext(
            "Van een leerling die weg is, gaat binnen drie maanden iets voorbij de bewaartermijn",
            "Van %(num)s leerlingen die weg zijn, gaat binnen drie maanden iets voorbij de bewaartermijn",
            taak.aantal,
        ),
        VERNIETIGING: ngettext(
            "Een lijst om te vernietigen wacht op u", "%(num)s lijsten om te vernietigen wachten op u", taak.aantal
        ),
        OPP_MAKEN: ngettext(
            "Stel een ontwikkelingsperspectief vast", "Stel %(num)s ontwikkelingsperspectieven vast", taak.aantal
        ),
        OPP_EVALUEREN: ngettext(
            "Kijk terug op een ontwikkelingsperspectief",
            "Kijk terug op %(num)s ontwikkelingsperspectieven",
            taak.aantal,
        ),
        OPP_GEWEIGERD: ngettext(
            "Een ouder is het niet eens met een ontwikkelingsperspectief: praat erover",
            "Ouders zijn het niet eens met %(num)s ontwikkelingsperspectieven: praat erover",
            taak.aantal,
        ),
    }
    opp = dict.fromkeys((OPP_MAKEN, OPP_EVALUEREN, OPP_GEWEIGERD), "opps")
    pagina = {NOODINZAGE: "noodinzage", VERZOEK: "verzoeken", **opp}
    return Taakregel(
        titel=titels[taak.soort] % {"num": taak.aantal},
        uitleg=" · ".join([*taak.over[:MEESTE_NAMEN], str(school)]),
        adres=reverse(pagina.get(taak.soort, "bewaren"), kwargs={"code": school.code}),
        icoon={NOODINZAGE: "slot", VERZOEK: "kind", **dict.fromkeys(opp, "doel")}.get(taak.soort, "weg"),
        taak=taak,
    )


def _telling(standen: list[Schoolstand]) -> dict[str, int]:
    return {
        "scholen": len(standen),
        "gepubliceerd": sum(stand.editie is not None for stand in standen),
        "onderweg": sum(stand.volgende is not None for stand in standen),
        "zonder": sum(stand.editie is None and stand.schooljaar is None for stand in standen),
    }


def _regel(taak: Taak) -> Taakregel:
    code, school = taak.vestiging.code, str(taak.vestiging)
    if taak.soort == "nakijken":
        assert taak.inlezing is not None  # noqa: S101 -- a task of this kind has one
        adres = reverse("nakijken", kwargs={"code": code, "pk": taak.inlezing})
        return Taakregel(
            titel=_("Kijk uw ingeleverde document na"), uitleg=school, adres=adres, icoon="inleveren", taak=taak
        )
    if taak.soort == "inleveren":
        adres = reverse("inleveren", kwargs={"code": code})
        return Taakregel(
            titel=_("Lever het profiel in dat u al heeft"), uitleg=school, adres=adres, icoon="inleveren", taak=taak
        )
    if taak.soort == "ronde":
        adres = reverse("team", kwargs={"code": code})
        return Taakregel(
            titel=_("Geef uw mening: %(vraag)s") % {"vraag": taak.vraag},
            uitleg=school,
            adres=adres,
            icoon="team",
            taak=taak,
        )
    assert taak.stap is not None  # noqa: S101 -- the only kind that is left has one
    adres = reverse("vaststelling", kwargs={"code": code})
    titel = str(OPNIEUW if taak.is_opnieuw else TE_DOEN[taak.stap])
    return Taakregel(titel=titel, uitleg=school, adres=adres, icoon="pad", taak=taak)
