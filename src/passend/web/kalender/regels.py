"""A day of the agenda in words, with the page it leads to; and the same day for outside, where nobody is named."""

from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passend.begrippen.agenda import Agendasoort
from passend.kalender.queries.dagen.regel import BUITEN, Agendaregel
from passend.uitwisseling.agenda.ics import Afspraak
from passend.web.overleggen.woorden import SOORTNAMEN
from passend.web.toelating.woorden import OUDERTERMIJNEN, TERMIJNNAMEN

ICONEN = {
    Agendasoort.OVERLEG: "gesprek",
    Agendasoort.BESLUIT: "vink",
    Agendasoort.TOESTEMMING_GEVRAAGD: "slot",
    Agendasoort.TOESTEMMING_EINDIGT: "slot",
    Agendasoort.VERZOEK: "kind",
    Agendasoort.EVALUATIE: "pad",
    Agendasoort.OPP_MAKEN: "doel",
    Agendasoort.OPP_EVALUEREN: "doel",
    Agendasoort.OPP_GEWEIGERD: "doel",
    Agendasoort.BEWAREN: "weg",
    Agendasoort.PROFIEL: "boek",
    Agendasoort.AANMELDING: "pad",
    Agendasoort.SCHORSING: "klok",
    Agendasoort.VERWIJDERING: "klok",
}

UIT_DE_WET = frozenset({Agendasoort.AANMELDING, Agendasoort.SCHORSING, Agendasoort.VERWIJDERING})

ZWIJGEND = frozenset({Agendasoort.SCHORSING, Agendasoort.VERWIJDERING})
"""What outside Passend not even its name says."""

PAGINAS = {
    Agendasoort.OPP_MAKEN: "opp",
    Agendasoort.OPP_EVALUEREN: "opp",
    Agendasoort.OPP_GEWEIGERD: "opp",
    Agendasoort.EVALUATIE: "leerlingplannen",
    Agendasoort.SCHORSING: "schorsing",
    Agendasoort.VERWIJDERING: "mijn_verwijdering",
}
"""Where one does something about a pupil; anywhere else it is in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelbeeld:
    """A day as the page shows it; `wat` is in the words of who wrote it."""

    regel: Agendaregel
    titel: str
    wat: str
    uitleg: str
    adres: str
    icoon: str


def regelbeeld(regel: Agendaregel) -> Regelbeeld:
    """A day in words, one click from what it is about."""
    uitleg = " · ".join(
        filter(None, [_over(regel) if regel.soort is not Agendasoort.OVERLEG else "", str(regel.vestiging)])
    )
    return Regelbeeld(
        regel=regel,
        titel=_titel(regel),
        wat=_wat(regel),
        uitleg=uitleg,
        adres=_adres(regel),
        icoon=ICONEN[regel.soort],
    )


def _wat(regel: Agendaregel) -> str:
    """Words of somebody; of what the law gives a day, or a meeting of a group, its title says it all."""
    if regel.soort in UIT_DE_WET:
        return ""
    if regel.soort is not Agendasoort.OVERLEG:
        return regel.wat
    return "" if _is_van_groep(regel) else regel.over


def _over(regel: Agendaregel) -> str:
    """Of whom it is, or of which group."""
    return _("groep %(groep)s") % {"groep": regel.over} if _is_van_groep(regel) else regel.over


def _is_van_groep(regel: Agendaregel) -> bool:
    return regel.overleg is not None and regel.overleg.leerling_id is None


def _titel(regel: Agendaregel) -> str:
    if regel.soort is Agendasoort.OVERLEG:
        soort = str(SOORTNAMEN[regel.wat])
        return (
            _("%(soort)s: groep %(groep)s") % {"soort": soort, "groep": regel.over} if _is_van_groep(regel) else soort
        )
    if regel.soort in UIT_DE_WET:
        return _van_termijn(regel)
    return {
        Agendasoort.BESLUIT: "",
        Agendasoort.TOESTEMMING_GEVRAAGD: _("De school vraagt uw toestemming"),
        Agendasoort.TOESTEMMING_EINDIGT: _("Een toestemming loopt af"),
        Agendasoort.VERZOEK: ngettext(
            "Een ouder wacht op antwoord", "Ouders wachten op %(num)s antwoorden", regel.aantal
        )
        % {"num": regel.aantal},
        Agendasoort.EVALUATIE: _("Kijk of het plan hielp"),
        Agendasoort.OPP_MAKEN: _("Stel het ontwikkelingsperspectief vast"),
        Agendasoort.OPP_EVALUEREN: _("Kijk terug op het ontwikkelingsperspectief"),
        Agendasoort.OPP_GEWEIGERD: _("Een ouder is het niet eens met het ontwikkelingsperspectief. Praat erover"),
        Agendasoort.BEWAREN: ngettext(
            "De bewaartijd is voorbij, van %(num)s dossier",
            "De bewaartijd is voorbij, van %(num)s dossiers",
            regel.aantal,
        )
        % {"num": regel.aantal},
        Agendasoort.PROFIEL: _("Kijk terug op het profiel van dit jaar"),
    }[regel.soort]


def _van_termijn(regel: Agendaregel) -> str:
    wachtend = {
        "nieuw": _("Een kind is aangemeld. Bekijk de aanmelding"),
        "hulp_gevraagd": _("Een school vraagt u om hulp bij een aanmelding"),
        "hulp_beantwoord": _("Het samenwerkingsverband schreef wat het deed. Lees het"),
        "besluit_wankelt": _("Een besluit rust op iets dat is vervallen. Kijk het na"),
        "verwijdering_besluit": _("Het bestuur beslist over een verwijdering"),
    }
    if regel.wat in wachtend:
        return wachtend[regel.wat]
    is_van_ouder = regel.soort is Agendasoort.VERWIJDERING and regel.verwijdering is None
    wat = str(({**TERMIJNNAMEN, **OUDERTERMIJNEN} if is_van_ouder else TERMIJNNAMEN)[regel.wat])
    zin = {
        Agendasoort.AANMELDING: _("Aanmelding: %(wat)s"),
        Agendasoort.SCHORSING: _("Schorsing: %(wat)s"),
        Agendasoort.VERWIJDERING: _("Verwijdering: %(wat)s"),
    }[regel.soort]
    return zin % {"wat": wat[:1].lower() + wat[1:]}


def _adres(regel: Agendaregel) -> str:
    code = {"code": regel.vestiging.code}
    if regel.overleg is not None:
        plek = code | {"nr": regel.overleg.pk}
        if regel.leerling is None:
            return reverse("groepsoverleg", kwargs=plek)
        return reverse("overleg", kwargs=plek | {"sleutel": regel.leerling.sleutel})
    if zaak := regel.aanmelding or regel.verwijdering:
        return reverse("aanmelding" if regel.aanmelding else "verwijdering", kwargs=code | {"zaak": zaak.sleutel})
    if regel.leerling is not None:
        pagina = PAGINAS.get(regel.soort, "dossier")
        return reverse(pagina, kwargs=code | {"sleutel": regel.leerling.sleutel})
    pagina = {Agendasoort.VERZOEK: "verzoeken", Agendasoort.BEWAREN: "bewaren"}.get(regel.soort, "vaststelling")
    return reverse(pagina, kwargs=code)


def afspraak(regel: Agendaregel) -> Afspraak:
    """A day for outside; a meeting has the name it has in its invitation, so that a calendar holds it once."""
    sleutel = uuid5(NAMESPACE_OID, regel.sleutel) if regel.soort in ZWIJGEND else regel.sleutel.replace(":", "-")
    return Afspraak(
        uid=f"{regel.uid or sleutel}@passend",
        titel=BUITEN[regel.soort],
        begint=regel.begint_op or regel.dag,
        minuten=regel.minuten,
        plaats=regel.plaats,
        uitleg=f"{regel.vestiging}. Waarover het gaat, leest u in Passend.",
        volgnummer=regel.volgnummer,
    )
