"""The dates of a case as a picture and as the list beside it: what was, where we are, what comes and who is on turn."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from passend.begrippen.aanmelding import Gebeurtenissoort, Hulpvraag
from passend.begrippen.termijn import Termijn
from passend.begrippen.toelating import Aanmeldingsstand, Aanzet
from passend.regels.aanzet import aanzet_bij
from passend.regels.toelatingsstand import Toelatingsstand
from passend.toelating.queries.aanmeldingen import Aanmeldgebeurtenis, geldige
from passend.toelating.queries.zaken import KANS, Zaak, volgende_termijn
from passend.web.toelating.besluitwoorden import Besluitwoorden, maak_besluitwoorden, wat_ontbrak
from passend.web.toelating.lijn import Punt, Tijdlijn, teken_lijn
from passend.web.toelating.woorden import (
    AAN_ZET,
    AAN_ZET_OUDER,
    BESLUITUITKOMST,
    GEBEURTENISNAMEN,
    HULPNAMEN,
    OUDERGEBEURTENISSEN,
    OUDERTERMIJNEN,
    TERMIJNNAMEN,
)
from passend.web.weergave import datum

VANAF = frozenset({"tijdelijke_plaatsing", "toelating_van_rechtswege", "toegelaten_van_rechtswege"})
MOET = frozenset({"besluit", "beslissing_op_bezwaar", "pgn_melding"})
VAN_DE_SCHOOL = frozenset({"besluit_veilig"})
"""What only helps the school to be in time: parents hear the last day of the law."""
WEG_ALS_VOORBIJ = KANS | VAN_DE_SCHOOL
TEKST_VOOR_OUDERS = frozenset(
    {
        *(Gebeurtenissoort.BESLUIT, Gebeurtenissoort.VERLENGD, Gebeurtenissoort.AANVULLING_GEVRAAGD),
        *(Gebeurtenissoort.HULP_GEGEVEN, Gebeurtenissoort.HULP_KLAAR),
        *(Gebeurtenissoort.BEZWAAR_BESLIST, Gebeurtenissoort.GPO_OORDEEL, Gebeurtenissoort.GPO_REACTIE),
    }
)
OUDERS_ZIEN = frozenset(set(Gebeurtenissoort) - {Gebeurtenissoort.VERVALLEN})


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
    woorden = maak_besluitwoorden(zaak, stand, is_ouder=is_ouder)
    gebeurd = [een for een in geldige(zaak.gebeurtenissen) if een.soort in OUDERS_ZIEN]
    punten = [
        *_begin(zaak, is_ouder=is_ouder),
        *_schooldag(zaak, vandaag, is_ouder=is_ouder),
        *(
            _besluit(_gebeurd(een, is_ouder=is_ouder), woorden, wat_ontbrak(stand) if is_ouder else ())
            if een.soort == Gebeurtenissoort.BESLUIT and woorden is not None
            else _gebeurd(een, is_ouder=is_ouder)
            for een in gebeurd
        ),
        *_voorbij(stand, vandaag, is_ouder=is_ouder),
        *_komt(stand, vandaag, is_ouder=is_ouder),
    ]
    return teken_lijn(punten, vandaag=vandaag)


def _begin(zaak: Zaak, *, is_ouder: bool) -> list[Punt]:
    aanmelding = zaak.aanmelding
    if aanmelding.verzocht_op == aanmelding.ontvangen_op:
        return [Punt(dag=aanmelding.ontvangen_op, titel=_("Aangemeld en ontvangen"))]
    return [
        Punt(
            dag=aanmelding.verzocht_op,
            titel=_("U meldde uw kind aan") if is_ouder else _("Ouders meldden het kind aan"),
        ),
        Punt(dag=aanmelding.ontvangen_op, titel=_("De school ontving de aanmelding")),
    ]


def _schooldag(zaak: Zaak, vandaag: date, *, is_ouder: bool) -> list[Punt]:
    """The first day at school of a child that was enrolled."""
    leerling = zaak.aanmelding.leerling
    if leerling is None:
        return []
    dag = leerling.ingeschreven_op
    titel = _("De eerste schooldag van uw kind") if is_ouder else _("Ingeschreven: de eerste schooldag")
    return [Punt(dag=dag, titel=titel, soort="gebeurd" if dag <= vandaag else "komt")]


def _gebeurd(een: Aanmeldgebeurtenis, *, is_ouder: bool) -> Punt:
    namen = {**GEBEURTENISNAMEN, **OUDERGEBEURTENISSEN} if is_ouder else GEBEURTENISNAMEN
    titel, is_vol = str(namen[Gebeurtenissoort(een.soort)]), een.soort == Gebeurtenissoort.SCHOOL_VOL
    if is_vol and een.leerjaar:
        titel = _("Vastgelegd dat groep %(groep)s vol is") % {"groep": een.leerjaar}
    if een.bevinding in set(Hulpvraag):
        titel += f": {str(HULPNAMEN[Hulpvraag(een.bevinding)]).lower()}"
    if een.uitkomst:
        titel = _uitkomst(een, is_ouder=is_ouder) % {"wat": BESLUITUITKOMST[een.uitkomst]}
    uitleg = een.tekst if not is_ouder or een.soort in TEKST_VOOR_OUDERS else ""
    if een.soort == Gebeurtenissoort.GRONDSLAG_GEWEIGERD and een.school:
        titel = _("%(wat)s. Openbare school op redelijke afstand") % {"wat": titel}
    afwijking = een.doorbreking if een.soort == Gebeurtenissoort.BESLUIT else ""
    return Punt(
        dag=een.op,
        titel=titel,
        naam=een.school,
        uitleg=uitleg,
        is_getypt=True,
        afwijking=afwijking,
        bewijs=een.bewijs_adres if is_vol else "",
    )


def _besluit(punt: Punt, woorden: Besluitwoorden, ontbrak: tuple[str, ...]) -> Punt:
    """The decision itself, with its ground and whether it was in time; the school reads elsewhere what was missing."""
    return replace(
        punt,
        titel=_("Besluit: %(wat)s") % {"wat": woorden.wat},
        waar=woorden.waar,
        optijd=woorden.optijd,
        is_te_laat=woorden.is_te_laat,
        ontbrak=ontbrak,
    )


def _voorbij(stand: Toelatingsstand, vandaag: date, *, is_ouder: bool) -> list[Punt]:
    """The dates that the decision ended, once they went by: what was due, and what the child had a right to."""
    namen = {**TERMIJNNAMEN, **OUDERTERMIJNEN} if is_ouder else TERMIJNNAMEN
    return [
        Punt(
            dag=een.dag,
            titel=str(namen[een.wat]),
            uitleg=een.uitleg,
            artikel=str(een.vindplaats),
            adres=een.vindplaats.adres,
        )
        for een in stand.voorbij
        if een.dag <= vandaag
    ]


def _uitkomst(een: Aanmeldgebeurtenis, *, is_ouder: bool) -> str:
    if een.soort != Gebeurtenissoort.BEZWAAR_BESLIST:
        return _("Besluit: %(wat)s")
    return _("Beslissing op uw bezwaar: %(wat)s") if is_ouder else _("Beslissing op het bezwaar: %(wat)s")


def _komt(stand: Toelatingsstand, vandaag: date, *, is_ouder: bool) -> list[Punt]:
    if stand.soort is Aanmeldingsstand.INGETROKKEN or stand.aan_zet is Aanzet.NIEMAND:
        return []
    namen = {**TERMIJNNAMEN, **OUDERTERMIJNEN} if is_ouder else TERMIJNNAMEN
    zichtbaar = [een for een in stand.termijnen if not (is_ouder and een.wat in VAN_DE_SCHOOL)]
    volgende = volgende_termijn(replace(stand, termijnen=tuple(zichtbaar)), peildatum=vandaag)
    return [
        Punt(
            dag=een.dag,
            titel=str(namen.get(een.wat, een.wat)),
            uitleg=een.uitleg,
            wie=str((AAN_ZET_OUDER if is_ouder else AAN_ZET)[aanzet_bij(een.wat, stand)]),
            soort=_soort(een, vandaag, is_volgende=een == volgende),
            artikel=str(een.vindplaats),
            adres=een.vindplaats.adres,
            is_voorlopig=een.is_voorlopig,
        )
        for een in zichtbaar
        if een.dag >= vandaag or een.wat not in WEG_ALS_VOORBIJ
    ]


def _soort(termijn: Termijn, vandaag: date, *, is_volgende: bool) -> str:
    """How a date is shown: too late, holding now, over, the next one, or later."""
    if termijn.dag <= vandaag and termijn.wat in VANAF:
        return "geldt"
    if termijn.dag < vandaag:
        return "te_laat" if termijn.wat in MOET else "gebeurd"
    return "volgende" if is_volgende else "komt"
