"""The dates of a case as a picture and as the list beside it: what was, where we are, what comes and who is on turn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from passend.begrippen.aanmelding import Gebeurtenissoort, Hulpvraag
from passend.begrippen.termijn import Termijn
from passend.begrippen.toelating import Aanmeldingsstand, Aanzet
from passend.regels.toelatingsstand import Toelatingsstand
from passend.toelating.queries.aanmeldingen import Aanmeldgebeurtenis, geldige
from passend.toelating.queries.zaken import KANS, Zaak, volgende_termijn
from passend.web.toelating.woorden import (
    AAN_ZET,
    AAN_ZET_OUDER,
    BESLUITUITKOMST,
    GEBEURTENISNAMEN,
    HULPNAMEN,
    OUDERGEBEURTENISSEN,
    OUDERTERMIJNEN,
    TERMIJNNAMEN,
    WIE_TERMIJN,
)
from passend.web.weergave import datum

BREED, RAND, KLEINSTE = 1000, 40, 64
MEESTE_PUNTEN = 12
VANAF = frozenset({"tijdelijke_plaatsing", "toelating_van_rechtswege", "toegelaten_van_rechtswege"})
MOET = frozenset({"besluit", "beslissing_op_bezwaar", "pgn_melding"})
OUDERS_ZIEN = frozenset(set(Gebeurtenissoort) - {Gebeurtenissoort.VERVALLEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One day on the line.

    Attributes:
        x: where its dot stands; `lijn_x` where its day is, when the dot had to move aside for another.
        soort: `gebeurd`, `komt`, `volgende`, `geldt` or `te_laat`.
        wie: who acts; empty for what happened already.
        naam: another school, as somebody typed it; `is_getypt` when the explanation is in the words of somebody too.
    """

    nummer: int
    dag: date
    titel: str
    uitleg: str
    wie: str
    soort: str
    artikel: str = ""
    adres: str = ""
    is_voorlopig: bool = False
    naam: str = ""
    is_getypt: bool = False
    x: int = 0
    lijn_x: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdlijn:
    """The picture: its dots, where today is, and where the clock stands still."""

    punten: list[Punt]
    vandaag: date
    vandaag_x: int
    begin_x: int
    einde_x: int

    @property
    def is_te_vol(self) -> bool:
        """True when the dots would touch: then the list says it alone."""
        return len(self.punten) > MEESTE_PUNTEN

    @property
    def woorden(self) -> str:
        """The picture in one sentence, for who does not see it."""
        return "; ".join(f"{punt.dag:%d-%m-%Y}: {punt.titel}" for punt in self.punten)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ruw:
    dag: date
    titel: str
    uitleg: str = ""
    wie: str = ""
    soort: str = "gebeurd"
    artikel: str = ""
    adres: str = ""
    is_voorlopig: bool = False
    naam: str = ""
    is_getypt: bool = False


def met_schooldag(stand: Toelatingsstand, zaak: Zaak) -> Toelatingsstand:
    """Where an admitted child stands once it was enrolled: its first day is known, and nobody has to act."""
    leerling = zaak.aanmelding.leerling
    if leerling is None or stand.soort is not Aanmeldingsstand.TOEGELATEN:
        return stand
    zin = _("Uw kind is toegelaten op deze school. De eerste schooldag is %(dag)s.")
    aan_zet = stand.aan_zet if stand.termijnen else Aanzet.NIEMAND
    return replace(stand, uitleg=zin % {"dag": datum(leerling.ingeschreven_op)}, aan_zet=aan_zet)


def maak_tijdlijn(zaak: Zaak, stand: Toelatingsstand, *, vandaag: date, is_ouder: bool) -> Tijdlijn:
    """The line of a case on a day; parents read what was said to them, and no notes of the school."""
    ruw = [
        *_begin(zaak, is_ouder=is_ouder),
        *_schooldag(zaak, vandaag, is_ouder=is_ouder),
        *(_gebeurd(een, is_ouder=is_ouder) for een in geldige(zaak.gebeurtenissen) if een.soort in OUDERS_ZIEN),
        *_komt(stand, vandaag, is_ouder=is_ouder),
    ]
    ruw.sort(key=lambda een: (een.dag, een.soort != "gebeurd"))
    dagen = [*(een.dag for een in ruw), vandaag]
    eerste, laatste = min(dagen), max(dagen)
    punten = _zet(ruw, eerste, laatste)
    return Tijdlijn(
        punten=punten,
        vandaag=vandaag,
        vandaag_x=_x(vandaag, eerste, laatste),
        begin_x=min(punt.lijn_x for punt in punten),
        einde_x=max(_x(laatste, eerste, laatste), *(punt.x for punt in punten)),
    )


def _begin(zaak: Zaak, *, is_ouder: bool) -> list[_Ruw]:
    aanmelding = zaak.aanmelding
    if aanmelding.verzocht_op == aanmelding.ontvangen_op:
        return [_Ruw(dag=aanmelding.ontvangen_op, titel=_("Aangemeld en ontvangen"))]
    return [
        _Ruw(
            dag=aanmelding.verzocht_op,
            titel=_("U meldde uw kind aan") if is_ouder else _("Ouders meldden het kind aan"),
        ),
        _Ruw(dag=aanmelding.ontvangen_op, titel=_("De school ontving de aanmelding")),
    ]


def _schooldag(zaak: Zaak, vandaag: date, *, is_ouder: bool) -> list[_Ruw]:
    """The first day at school of a child that was enrolled."""
    leerling = zaak.aanmelding.leerling
    if leerling is None:
        return []
    dag = leerling.ingeschreven_op
    titel = _("De eerste schooldag van uw kind") if is_ouder else _("Ingeschreven: de eerste schooldag")
    return [_Ruw(dag=dag, titel=titel, soort="gebeurd" if dag <= vandaag else "komt")]


def _gebeurd(een: Aanmeldgebeurtenis, *, is_ouder: bool) -> _Ruw:
    namen = {**GEBEURTENISNAMEN, **OUDERGEBEURTENISSEN} if is_ouder else GEBEURTENISNAMEN
    titel = str(namen[Gebeurtenissoort(een.soort)])
    if een.bevinding:
        titel += f": {str(HULPNAMEN[Hulpvraag(een.bevinding)]).lower()}"
    if een.uitkomst:
        titel = _("Besluit: %(wat)s") % {"wat": BESLUITUITKOMST[een.uitkomst]}
    toon_tekst = not is_ouder or een.soort in {
        Gebeurtenissoort.BESLUIT,
        Gebeurtenissoort.VERLENGD,
        Gebeurtenissoort.AANVULLING_GEVRAAGD,
    }
    uitleg = een.tekst if toon_tekst else ""
    return _Ruw(dag=een.op, titel=titel, naam=een.school, uitleg=uitleg, is_getypt=True)


def _komt(stand: Toelatingsstand, vandaag: date, *, is_ouder: bool) -> list[_Ruw]:
    if stand.soort is Aanmeldingsstand.INGETROKKEN or stand.aan_zet is Aanzet.NIEMAND:
        return []
    namen = {**TERMIJNNAMEN, **OUDERTERMIJNEN} if is_ouder else TERMIJNNAMEN
    return [
        _Ruw(
            dag=een.dag,
            titel=str(namen.get(een.wat, een.wat)),
            uitleg=een.uitleg,
            wie=str((AAN_ZET_OUDER if is_ouder else AAN_ZET)[WIE_TERMIJN.get(een.wat, Aanzet.SCHOOL)]),
            soort=_soort(een, stand, vandaag),
            artikel=str(een.vindplaats),
            adres=een.vindplaats.adres,
            is_voorlopig=een.is_voorlopig,
        )
        for een in stand.termijnen
        if (een.dag >= vandaag or een.wat not in KANS or een.wat == "uitschrijving")
        and not (is_ouder and een.wat == "besluit_veilig")
    ]


def _soort(termijn: Termijn, stand: Toelatingsstand, vandaag: date) -> str:
    """How a date is shown: too late, holding now, the next one, or later."""
    if termijn.dag <= vandaag and termijn.wat in VANAF:
        return "geldt"
    if termijn.dag < vandaag:
        return "te_laat" if termijn.wat in MOET else "gebeurd"
    return "volgende" if termijn == volgende_termijn(stand, peildatum=vandaag) else "komt"


def _x(dag: date, eerste: date, laatste: date) -> int:
    lengte = max((laatste - eerste).days, 1)
    return RAND + round((dag - eerste).days * (BREED - 2 * RAND) / lengte)


def _zet(ruw: Sequence[_Ruw], eerste: date, laatste: date) -> list[Punt]:
    """Each dot on its day, or beside it when another stands there: no number is hidden."""
    plekken = [_x(een.dag, eerste, laatste) for een in ruw]
    afstand = min(KLEINSTE, (BREED - 2 * RAND) // max(len(ruw) - 1, 1))
    plaats = list(plekken)
    for i in range(1, len(plaats)):
        plaats[i] = max(plaats[i], plaats[i - 1] + afstand)
    grens = BREED - RAND
    for i in range(len(plaats) - 1, -1, -1):
        plaats[i] = min(plaats[i], grens)
        grens = plaats[i] - afstand
    return [
        Punt(
            nummer=nummer,
            dag=een.dag,
            titel=een.titel,
            uitleg=een.uitleg,
            wie=een.wie,
            soort=een.soort,
            artikel=een.artikel,
            adres=een.adres,
            is_voorlopig=een.is_voorlopig,
            naam=een.naam,
            is_getypt=een.is_getypt,
            x=x,
            lijn_x=lijn_x,
        )
        for nummer, (een, x, lijn_x) in enumerate(zip(ruw, plaats, plekken, strict=True), start=1)
    ]
