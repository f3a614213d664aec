"""The way to a removal as parents read it: what was said to them on a line, the steps, and what comes."""

from datetime import date

from django.utils.translation import gettext as _

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.begrippen.toelating import Aanzet, Verwijderingsstand
from passend.regels.aanzet import VAN_DE_WET
from passend.regels.verwijdering import Verwijdering, Verwijderingsfeiten, school_bereid_op
from passend.toelating.queries.schorsing import Verwijdergebeurtenis, Verwijderzaak
from passend.web.toelating.lijn import Punt, Tijdlijn, teken_lijn
from passend.web.toelating.woorden import (
    AAN_ZET_OUDER,
    BEZWAARUITKOMST_OUDER,
    OUDERTERMIJNEN,
    OUDERVERWIJDERING,
    TERMIJNNAMEN,
    TLVSTANDEN,
    VERWIJDERNAMEN,
)

MOET = frozenset({"beslissing_op_bezwaar", "verwijdering_gemeente"})
MET_WOORDEN = frozenset(
    {
        *(Gebeurtenissoort.BESLUIT, Gebeurtenissoort.BEZWAAR_BESLIST, Gebeurtenissoort.INGETROKKEN),
        Gebeurtenissoort.GPO_REACTIE,
    }
)
"""What the board wrote for the parents; notes of the school stay with the school."""


def maak_verwijderlijn(zaak: Verwijderzaak, stand: Verwijdering, *, vandaag: date) -> Tijdlijn:
    """The line of a removal on a day, for the parents."""
    besluit = next((een for een in zaak.tellend if een.soort == Gebeurtenissoort.BESLUIT), None)
    begin = Punt(
        dag=zaak.feiten.voorgenomen_op,
        titel=_("U hoorde dat het bestuur uw kind van school wil verwijderen"),
        uitleg=zaak.verwijdering.reden,
        is_getypt=True,
    )
    gebeurd = [_gebeurd(een, besluit) for een in zaak.tellend]
    return teken_lijn([begin, *gebeurd, *_komt(stand, vandaag)], vandaag=vandaag)


def maak_weg(feiten: Verwijderingsfeiten, *, vandaag: date) -> list[tuple[str, date | None]]:
    """The steps in their order as parents read them, each with the day on which it was done."""
    return [
        (_("Het bestuur luistert naar de leerkracht"), feiten.leraar_gehoord_op),
        (_("Het bestuur luistert naar u"), feiten.ouders_gehoord_op),
        (_("Een andere school zegt dat uw kind daar kan komen"), school_bereid_op(feiten, peildatum=vandaag)),
        (_("Het bestuur besluit, en u krijgt een brief"), feiten.besloten_op),
        (_("De gemeente hoort van het besluit"), feiten.gemeente_op),
        (_("De andere school schrijft uw kind in; tot dan blijft het hier"), feiten.elders_ingeschreven_op),
    ]


def _gebeurd(een: Verwijdergebeurtenis, besluit: Verwijdergebeurtenis | None) -> Punt:
    soort = Gebeurtenissoort(een.soort)
    titel = str({**VERWIJDERNAMEN, **OUDERVERWIJDERING}[soort])
    if soort is Gebeurtenissoort.OUDERS_GEHOORD and besluit is not None and een.pk > besluit.pk:
        titel = _("Het bestuur luisterde naar u over uw bezwaar")
    if een.uitkomst:
        titel = str(BEZWAARUITKOMST_OUDER[een.uitkomst])
    if een.tlv:
        return Punt(dag=een.op, titel=titel, naam=een.school, uitleg=f"{TLVSTANDEN[een.tlv]}.")
    uitleg = een.tekst if soort in MET_WOORDEN else ""
    afwijking = een.doorbreking if soort is Gebeurtenissoort.BESLUIT else ""
    return Punt(dag=een.op, titel=titel, naam=een.school, uitleg=uitleg, is_getypt=True, afwijking=afwijking)


def _komt(stand: Verwijdering, vandaag: date) -> list[Punt]:
    if stand.soort is Verwijderingsstand.INGETROKKEN:
        return []
    volgende = min((een for een in stand.termijnen if een.dag >= vandaag), key=lambda een: een.dag, default=None)
    return [
        Punt(
            dag=een.dag,
            titel=str({**TERMIJNNAMEN, **OUDERTERMIJNEN}[een.wat]),
            uitleg=een.uitleg,
            wie=str(AAN_ZET_OUDER[VAN_DE_WET.get(een.wat, Aanzet.SCHOOL)]),
            soort="te_laat" if een.dag < vandaag else "volgende" if een == volgende else "komt",
            artikel=str(een.vindplaats),
            adres=een.vindplaats.adres,
        )
        for een in stand.termijnen
        if een.dag >= vandaag or een.wat in MOET
    ]
