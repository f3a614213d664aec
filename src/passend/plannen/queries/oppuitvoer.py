"""What a development perspective plan adds to the file that goes along, and to what is destroyed in the end."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Bestuurstabel
from passend.plannen.models import (
    Leerlingstem,
    Opp,
    Oppbestand,
    Oppdeelname,
    Oppevaluatie,
    Oppinstemming,
    Oppoverleg,
    Oppversie,
    Oppzienswijze,
)
from passend.plannen.queries.opp import teksten
from passend.plannen.queries.oppregels import list_oppregels
from passend.plannen.queries.oppsleutels import sleutel_van, sleutels_van
from passend.regels.opp import evaluatie_uiterlijk_op
from passend.regels.oppdelen import (
    DELEN,
    ENGELS,
    GEWOON,
    OP_CODE,
    REGELS,
    UITSTROOM,
    UITSTROOMBESTEMMINGEN,
    gevraagde_delen,
)
from passend.regels.parameterbestand import GeenWaardeError
from passend.regels.praatkaarten import PRAATKAARTEN

TABELLEN: Final[Mapping[type[Bestuurstabel], str]] = {
    Oppdeelname: "overleg__versie__opp__leerling",
    Oppoverleg: "versie__opp__leerling",
    Leerlingstem: "versie__opp__leerling",
    Oppinstemming: "versie__opp__leerling",
    Oppzienswijze: "versie__opp__leerling",
    Oppevaluatie: "versie__opp__leerling",
    Oppbestand: "opp__leerling",
    Oppversie: "opp__leerling",
    Opp: "leerling",
}

_PLAN: Final[Mapping[str, str]] = {"plan": "Plan", "versie": "Versie"}
"""Of which plan something is, and of which version of it: a pupil can have had more than one."""
_GEWOON: Final[Mapping[str, str]] = {code: OP_CODE[code].naam for code in (GEWOON, ENGELS)}


def list_opprubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """Every version that was set or laid before the parents, with who said what; of the classes that may be read."""
    versies = list(
        Oppversie.objects.filter(
            Q(vastgesteld_op__isnull=False) | Q(voorgelegd_op__isnull=False),
            opp__bestuur=F("bestuur"),
            opp__leerling=leerling,
        )
        .select_related("opp")
        .order_by("opp", "nummer")
    )
    if not versies:
        return []
    rubrieken = [
        _gewoon(versies),
        _plan(versies, klassen),
        *([_regels(versies)] if OP_CODE[REGELS].klasse in klassen else []),
        _stemmen(versies),
        _overleggen(versies),
        _antwoorden(versies),
    ]
    rubrieken += [_zienswijzen(versies), _evaluaties(versies)]
    return [rubriek for rubriek in rubrieken if rubriek.regels]


def _plan(versies: Collection[Oppversie], klassen: Collection[Vertrouwelijkheid]) -> Rubriek:
    apart = {GEWOON, ENGELS, REGELS}
    delen = [deel for deel in DELEN if deel.soort != "stem" and deel.code not in apart and deel.klasse in klassen]
    nummers = _nummers(versies)
    laatste, terug = _terugkijken(versies)
    regels = []
    for versie in versies:
        inhoud = teksten(versie)
        inhoud[UITSTROOM] = UITSTROOMBESTEMMINGEN.get(inhoud.get(UITSTROOM, ""), "")
        gevraagd = {deel.code for deel in gevraagde_delen(inhoud)}
        regels.append(
            {
                **_van(versie, nummers),
                "aanleiding": str(versie.opp.get_aanleiding_display()),
                "begonnen_op": versie.opp.begonnen_op.isoformat(),
                "geeindigd_op": versie.opp.geeindigd_op.isoformat() if versie.opp.geeindigd_op else None,
                "voorgelegd_op": _moment(versie.voorgelegd_op),
                "opnieuw_gevraagd_op": _moment(versie.opnieuw_gevraagd_op),
                "vastgesteld_op": _moment(versie.vastgesteld_op),
                "ingetrokken_op": _moment(versie.opp.ingetrokken_op),
                "ingetrokken_waarom": versie.opp.ingetrokken_waarom,
                "terugkijken_op": terug if versie.pk == laatste else None,
                **{deel.code: inhoud.get(deel.code, "") for deel in delen if deel.code in gevraagd},
            }
        )
    velden = {
        **_PLAN,
        "aanleiding": "Aanleiding",
        "begonnen_op": "Begonnen op",
        "geeindigd_op": "Geëindigd op",
        "voorgelegd_op": "Aan de ouders gegeven op",
        "opnieuw_gevraagd_op": "Opnieuw gevraagd op",
        "vastgesteld_op": "Vastgesteld op",
        "ingetrokken_op": "Ingetrokken op",
        "ingetrokken_waarom": "Waarom ingetrokken",
        "terugkijken_op": "Terugkijken uiterlijk op",
        **{deel.code: deel.naam for deel in delen},
    }
    return Rubriek(
        naam="ontwikkelingsperspectieven",
        kop="Ontwikkelingsperspectief",
        velden=velden,
        regels=[{veld: regel.get(veld) for veld in velden} for regel in regels],
        is_doorlopend=True,
        sleutels=sleutels_van(versies, versies),
        titels={
            sleutel_van(een.opp_id): f"Ontwikkelingsperspectief van {een.opp.begonnen_op:%d-%m-%Y}" for een in versies
        },
        dagen={sleutel_van(een.opp_id): een.opp.begonnen_op for een in versies},
    )


def _terugkijken(versies: Collection[Oppversie]) -> tuple[int, str | None]:
    """The version that holds, and by when one looks back on it; the law of before the rules here says no day."""
    vast = [een for een in versies if een.vastgesteld_op is not None]
    if not vast or vast[-1].opp.geeindigd_op is not None or vast[-1].vastgesteld_op is None:
        return 0, None
    gedaan = Oppevaluatie.objects.filter(versie=vast[-1], versie__bestuur=F("bestuur")).values_list("op", flat=True)
    try:
        dag = evaluatie_uiterlijk_op(timezone.localtime(vast[-1].vastgesteld_op).date(), list(gedaan)).dag
    except GeenWaardeError:
        return vast[-1].pk, None
    return vast[-1].pk, dag.isoformat()


def _regels(versies: Collection[Oppversie]) -> Rubriek:
    """Who does what, each on a line: a school that goes on with the plan has them as lines too."""
    nummers = _nummers(versies)
    regels = [(versie, regel) for versie in versies for regel in list_oppregels(versie)]
    velden = {"aanpak": "Wat", "wie": "Wie", "hoe_vaak": "Hoe vaak", "behoefte": "Voor welke behoefte"}
    velden["belofte"] = "Aanbod van de school"
    return Rubriek(
        naam="oppregels",
        kop=OP_CODE[REGELS].naam,
        velden={**_PLAN, **velden},
        regels=[{**_van(versie, nummers), **{veld: regel[veld] for veld in velden}} for versie, regel in regels],
        sleutels=sleutels_van(versies, [versie for versie, _regel in regels]),
    )


def _nummers(versies: Collection[Oppversie]) -> dict[int, int]:
    """The plans of a pupil, counted from the first."""
    return {plan: nummer for nummer, plan in enumerate(dict.fromkeys(een.opp_id for een in versies), start=1)}


def _van(versie: Oppversie, nummers: Mapping[int, int]) -> dict[str, int]:
    return {"plan": nummers[versie.opp_id], "versie": versie.nummer}


def _gewoon(versies: Collection[Oppversie]) -> Rubriek:
    """What was written for the parents; apart from the plan, for it stays with them and goes to no other school."""
    met_woorden = [een for een in versies if any(teksten(een).get(code, "") for code in _GEWOON)]
    return Rubriek(
        naam="oppgewonewoorden",
        kop="Het ontwikkelingsperspectief in gewone woorden",
        velden={"versie": "Versie", **_GEWOON},
        regels=[
            {"versie": een.nummer, **{code: teksten(een).get(code, "") for code in _GEWOON}} for een in met_woorden
        ],
        is_doorlopend=True,
        sleutels=sleutels_van(versies, met_woorden),
    )


def _stemmen(versies: Collection[Oppversie]) -> Rubriek:
    stemmen = Leerlingstem.objects.filter(versie__in=versies, versie__bestuur=F("bestuur")).select_related("versie")
    nummers = _nummers(versies)
    return Rubriek(
        naam="leerlingstemmen",
        kop="Wat het kind zelf zei",
        velden={
            **_PLAN,
            "op": "Dag",
            "wijze": "Hoe",
            "steun": "Hulp erbij",
            "gezegd": "Gezegd",
            "praatkaarten": "Kaarten",
            "gedaan": "Wat ermee is gedaan",
            "teruggekoppeld_op": "Terugverteld op",
            "reden": "Waarom niet gehoord",
        },
        regels=[
            {
                **_van(stem.versie, nummers),
                "op": stem.op.isoformat(),
                "wijze": str(stem.get_wijze_display()),
                "steun": stem.steun,
                "gezegd": stem.gezegd,
                "praatkaarten": ", ".join(PRAATKAARTEN[kaart].woorden for kaart in stem.praatkaarten),
                "gedaan": stem.gedaan,
                "teruggekoppeld_op": stem.teruggekoppeld_op.isoformat() if stem.teruggekoppeld_op else None,
                "reden": stem.reden,
            }
            for stem in stemmen
        ],
        is_doorlopend=True,
        sleutels=sleutels_van(versies, [stem.versie for stem in stemmen]),
    )


def _overleggen(versies: Collection[Oppversie]) -> Rubriek:
    overleggen = Oppoverleg.objects.filter(versie__in=versies, versie__bestuur=F("bestuur")).select_related("versie")
    wie: dict[int, list[str]] = defaultdict(list)
    deelnames = Oppdeelname.objects.filter(overleg__in=overleggen, ouder__bestuur=F("bestuur")).select_related("ouder")
    for een in deelnames:
        erbij = _("was erbij") if een.is_verschenen else _("was er niet")
        wie[een.overleg_id].append(f"{een.ouder.naam} ({erbij})")
    return Rubriek(
        naam="oppoverleggen",
        kop="Overleg over het plan",
        velden={"versie": "Versie", "op": "Dag", "wie": "Ouders", "gezegd": "Gezegd", "gedaan": "Gedaan"},
        regels=[
            {
                "versie": gesprek.versie.nummer,
                "op": gesprek.op.isoformat(),
                "wie": ", ".join(wie[gesprek.pk]),
                "gezegd": gesprek.gezegd,
                "gedaan": gesprek.gedaan,
            }
            for gesprek in overleggen
        ],
        is_doorlopend=True,
        sleutels=sleutels_van(versies, [gesprek.versie for gesprek in overleggen]),
    )


def _antwoorden(versies: Collection[Oppversie]) -> Rubriek:
    antwoorden = Oppinstemming.objects.filter(
        versie__in=versies, versie__bestuur=F("bestuur"), ouder__bestuur=F("bestuur")
    ).select_related("versie", "ouder")
    return Rubriek(
        naam="oppinstemmingen",
        kop="Wat ouders antwoordden",
        velden={
            "versie": "Versie",
            "ouder": "Ouder",
            "antwoord": "Antwoord",
            "reden": "Reden",
            "handelingsdeel": "Waarover het ging",
            "is_op_papier": "Op papier",
            "op": "Moment",
        },
        regels=[
            {
                "versie": een.versie.nummer,
                "ouder": een.ouder.naam,
                "antwoord": str(een.get_antwoord_display()),
                "reden": een.reden,
                "handelingsdeel": "\n".join(
                    f"{_deelnaam(code)}: {woorden}" for code, woorden in een.handelingsdeel.items()
                ),
                "is_op_papier": een.is_op_papier,
                "op": _moment(een.op),
            }
            for een in antwoorden
        ],
    )


def _zienswijzen(versies: Collection[Oppversie]) -> Rubriek:
    zienswijzen = Oppzienswijze.objects.filter(
        versie__in=versies, versie__bestuur=F("bestuur"), ouder__bestuur=F("bestuur")
    ).select_related("versie", "ouder")
    return Rubriek(
        naam="oppzienswijzen",
        kop="Wat ouders van het plan vinden",
        velden={"versie": "Versie", "ouder": "Ouder", "tekst": "Zienswijze", "op": "Moment"},
        regels=[
            {
                "versie": een.versie.nummer,
                "ouder": een.ouder.naam,
                "tekst": een.tekst,
                "op": _moment(een.ingediend_op),
            }
            for een in zienswijzen
        ],
        is_doorlopend=True,
    )


def _evaluaties(versies: Collection[Oppversie]) -> Rubriek:
    evaluaties = Oppevaluatie.objects.filter(versie__in=versies, versie__bestuur=F("bestuur")).select_related("versie")
    nummers = _nummers(versies)
    return Rubriek(
        naam="oppevaluaties",
        kop="Terugkijken op het plan",
        velden={
            **_PLAN,
            "op": "Dag",
            "werkte": "Wat werkte",
            "werkte_niet": "Wat niet werkte",
            "vervolg": "Het plan",
            "is_besproken_met_ouders": "Besproken met de ouders",
            "is_besproken_met_leerling": "Besproken met het kind",
        },
        regels=[
            {
                **_van(een.versie, nummers),
                "op": een.op.isoformat(),
                "werkte": een.werkte,
                "werkte_niet": een.werkte_niet,
                "vervolg": str(een.get_vervolg_display()),
                "is_besproken_met_ouders": een.is_besproken_met_ouders,
                "is_besproken_met_leerling": een.is_besproken_met_leerling,
            }
            for een in evaluaties
        ],
        is_doorlopend=True,
        sleutels=sleutels_van(versies, [een.versie for een in evaluaties]),
    )


def _deelnaam(code: str) -> str:
    return OP_CODE[code].naam if code in OP_CODE else code


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
