"""What each step on the path asks, in the words of the form."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from passend.begrippen.uitgave import Stapsoort

type Zin = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapveld:
    """One question of a step; `naam` is the fact it becomes."""

    naam: str
    label: Zin
    is_verplicht: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Staptekst:
    """What to do, why, and what to fill in."""

    wat: Zin
    waarom: Zin
    velden: tuple[Stapveld, ...]
    door: Zin = ""


UITLEG: Mapping[Stapsoort, Staptekst] = {
    Stapsoort.LEERLINGEN_GEHOORD: Staptekst(
        wat=_("Praat met leerlingen over wat de school biedt, en schrijf op wat zij zeiden."),
        waarom=_("Kinderen praten mee over het aanbod voordat het wordt vastgesteld."),
        door=_("Met wie sprak u? Bijvoorbeeld: leerlingenraad, groep 7."),
        velden=(
            Stapveld(naam="hoe", label=_("Hoe heeft u het gevraagd?")),
            Stapveld(naam="gezegd", label=_("Wat zeiden de leerlingen?")),
            Stapveld(naam="gedaan", label=_("Wat doet u daarmee, en waarom?")),
        ),
    ),
    Stapsoort.MR_GEVRAAGD: Staptekst(
        wat=_("Stuur het concept naar de MR en vraag om advies."),
        waarom=_("De MR adviseert vooraf. Vertel erbij wat er verandert, waarom, en wat het betekent."),
        door=_("Wie vroeg het?"),
        velden=(Stapveld(naam="hoe", label=_("Wat verandert er, en waarom?"), is_verplicht=False),),
    ),
    Stapsoort.MR_ADVIES: Staptekst(
        wat=_("Leg vast wat de MR adviseert, en wat de school daarmee doet."),
        waarom=_("Het advies en het antwoord horen bij het besluit van het bestuur."),
        door=_("Wie gaf het advies? Bijvoorbeeld: MR, voorzitter."),
        velden=(
            Stapveld(naam="gezegd", label=_("Wat adviseert de MR?")),
            Stapveld(naam="gedaan", label=_("Wat doet de school ermee?"), is_verplicht=False),
        ),
    ),
    Stapsoort.BESTUUR_VASTGESTELD: Staptekst(
        wat=_("Het bestuur stelt het profiel vast."),
        waarom=_(
            "De wet wil dat het bestuur dit vaststelt. Ontbreekt dat besluit nog, dan kan de directeur alleen "
            "publiceren met een reden, en iedereen ziet die."
        ),
        door=_("Wie besluit namens het bestuur?"),
        velden=(Stapveld(naam="gezegd", label=_("Opmerking bij het besluit"), is_verplicht=False),),
    ),
    Stapsoort.GEPUBLICEERD: Staptekst(
        wat=_("Zet het profiel op de openbare pagina."),
        waarom=_(
            "Dit wordt een genummerde editie. Wat erin staat, verandert daarna niet meer. Het concept blijft van u."
        ),
        velden=(),
    ),
    Stapsoort.GEEVALUEERD: Staptekst(
        wat=_("Kijk aan het eind van het jaar terug: klopte wat u beloofde?"),
        waarom=_("Elk jaar terugkijken houdt het profiel waar. De doelen van dit jaar komen hierin terug."),
        door=_("Met wie keek u terug?"),
        velden=(
            Stapveld(naam="gezegd", label=_("Wat ging goed, wat niet?")),
            Stapveld(naam="gedaan", label=_("Wat verandert er volgend jaar?"), is_verplicht=False),
        ),
    ),
}

WIE: Mapping[Stapsoort, Zin] = {
    Stapsoort.LEERLINGEN_GEHOORD: _("de directeur of de intern begeleider"),
    Stapsoort.MR_GEVRAAGD: _("de directeur of de intern begeleider"),
    Stapsoort.MR_ADVIES: _("de MR of de directeur"),
    Stapsoort.BESTUUR_VASTGESTELD: _("het bestuur"),
    Stapsoort.GEPUBLICEERD: _("de directeur of het bestuur"),
    Stapsoort.GEEVALUEERD: _("de directeur of de intern begeleider"),
}

TE_DOEN: Mapping[Stapsoort, Zin] = {
    Stapsoort.LEERLINGEN_GEHOORD: _("Hoor de leerlingen over het aanbod"),
    Stapsoort.MR_GEVRAAGD: _("Vraag de MR om advies"),
    Stapsoort.MR_ADVIES: _("Leg het advies van de MR vast"),
    Stapsoort.BESTUUR_VASTGESTELD: _("Stel het profiel vast"),
    Stapsoort.GEPUBLICEERD: _("Publiceer het profiel"),
    Stapsoort.GEEVALUEERD: _("Kijk terug op dit jaar"),
}

OPNIEUW = _("Stel het profiel opnieuw vast: er is iets veranderd na uw besluit")
