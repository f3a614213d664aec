"""What the shipped templates say in words a parent knows, in Dutch at B1 and in English.

A row of a template is a few words of school language: `Expertise faalangst`, `CJG`. `onderwerp` is what it is about,
`hulp` how help with it is called, and `hoe` what people of it do: come to the school, or think along.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class GewoneNaam:
    """A thing in plain words: Dutch and English, each as a subject and as help (`Hulp bij autisme`)."""

    onderwerp: str
    onderwerp_en: str
    hulp: str = "{}"
    hulp_en: str = "{}"
    hoe: Literal["", "komt", "denkt"] = ""

    def naam(self, taal: str) -> str:
        """The subject, to say that there is none of it."""
        return _hoofdletter(self.onderwerp if taal == "nl" else self.onderwerp_en)

    def als_hulp(self, taal: str) -> str:
        """The help there is."""
        vorm, woord = (self.hulp, self.onderwerp) if taal == "nl" else (self.hulp_en, self.onderwerp_en)
        return _hoofdletter(vorm.format(woord))


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _bij(onderwerp: str, onderwerp_en: str) -> GewoneNaam:
    return GewoneNaam(onderwerp, onderwerp_en, "Hulp bij {}", "Help with {}")


def _voor(onderwerp: str, onderwerp_en: str) -> GewoneNaam:
    return GewoneNaam(onderwerp, onderwerp_en, "Hulp voor {}", "Help for {}")


def _mens(onderwerp: str, onderwerp_en: str) -> GewoneNaam:
    return GewoneNaam(onderwerp, onderwerp_en, hoe="komt")


def _buiten(onderwerp: str, onderwerp_en: str) -> GewoneNaam:
    return GewoneNaam(onderwerp, onderwerp_en, hoe="denkt")


_PRATEN = _bij("praten, taal en lezen", "talking, language and reading")
_SNEL = _voor("kinderen die heel snel leren", "children who learn very fast")
_NEDERLANDS = _voor("kinderen die Nederlands leren", "children who are learning Dutch")
_LEREN = _bij("leren en denken", "learning and thinking")
_BEWEGEN = _bij("bewegen", "movement")
_ZIEK = _voor("kinderen die lang ziek zijn", "children who are ill for a long time")
_AUTISME = _bij("autisme", "autism")
_SMW = _mens(
    "schoolmaatschappelijk werker, voor zorgen thuis of op school",
    "school social worker, for worries at home or school",
)
_LEERPLICHT = _mens(
    "leerplichtambtenaar van de gemeente, over naar school gaan", "school attendance officer of the municipality"
)
_POLITIE = _mens("wijkagent van de politie", "neighbourhood police officer")
_ARTS = _mens("schoolarts of schoolverpleegkundige", "school doctor or school nurse")

GEWOON: Final[Mapping[str, GewoneNaam]] = {
    "remedial teaching": GewoneNaam(
        "extra les, alleen of in een klein groepje", "extra lessons, alone or in a small group"
    ),
    "taal, lezen en spraak": _PRATEN,
    "rekenen en wiskunde": _bij("rekenen", "maths"),
    "gedrag": _bij("gedrag", "behaviour"),
    "jonge kind": _voor("jonge kinderen", "young children"),
    "(hoog)begaafdheid": _SNEL,
    "hoogbegaafdheid": _SNEL,
    "motoriek": _BEWEGEN,
    "tweede taal/nt2": _NEDERLANDS,
    "nt2": _NEDERLANDS,
    "cognitieve ontwikkeling": _LEREN,
    "autisme": _AUTISME,
    "zieke leerlingen": _ZIEK,
    "faalangst": _bij("faalangst", "fear of failure"),
    "dyslexie": _bij("dyslexie", "dyslexia"),
    "dyscalculie": _bij("dyscalculie", "dyscalculia"),
    "speciaal basisonderwijs": _buiten(
        "een school voor speciaal basisonderwijs", "a school for special primary education"
    ),
    "speciaal onderwijs": _buiten("een school voor speciaal onderwijs", "a school for special education"),
    "adviseur passend onderwijs": _mens(
        "adviseur van het samenwerkingsverband, voor hulp op school",
        "adviser of the school partnership, for help at school",
    ),
    "schoolmaatschappelijk werk": _SMW,
    "smw": _SMW,
    "leerplichtambtenaar": _LEERPLICHT,
    "jeugdgezondheidzorg/schoolarts/schoolverpleegkundige": _ARTS,
    "ggd": _ARTS,
    "cjg": _mens(
        "iemand van het Centrum voor Jeugd en Gezin, voor vragen over opvoeden",
        "someone from the youth and family centre, for questions about bringing up children",
    ),
    "politie/wijkagent": _POLITIE,
    "politie": _POLITIE,
    "logopedie": _mens("logopedist, voor praten en slikken", "speech therapist"),
    "fysiotherapie": _mens("fysiotherapeut, voor bewegen", "physiotherapist, for movement"),
    "jeugdhulppartners": _buiten(
        "jeugdhulp, als het thuis of met uw kind niet goed gaat", "youth help, when things are hard"
    ),
    "rolstoelvriendelijk": GewoneNaam("geschikt voor een rolstoel", "suitable for a wheelchair"),
    "invalidetoilet": GewoneNaam("een wc voor wie een rolstoel heeft", "a toilet for wheelchair users"),
    "voorzieningen doven/slechthorenden": GewoneNaam(
        "hulpmiddelen voor kinderen die niet of slecht horen", "aids for children who are deaf or hard of hearing"
    ),
    "voorzieningen blinden/slechtzienden": GewoneNaam(
        "hulpmiddelen voor kinderen die niet of slecht zien", "aids for children who are blind or partially sighted"
    ),
    "gespreksruimte": GewoneNaam("een kamer om rustig te praten", "a room for a quiet talk"),
    "therapieruimte": GewoneNaam("een kamer voor therapie", "a therapy room"),
    "verzorgingsruimte": GewoneNaam("een kamer om een kind te verzorgen", "a room for personal care"),
    "time out ruimte": GewoneNaam("een plek om rustig te worden", "a place to calm down"),
    "lift": GewoneNaam("een lift", "a lift"),
    "visuele beperkingen": _voor("kinderen die slecht zien", "children who see poorly"),
    "auditieve beperkingen": _voor("kinderen die slecht horen", "children who hear poorly"),
    "spraak/taal belemmeringen": _bij("praten en taal", "talking and language"),
    "cognitieve beperkingen": _voor("kinderen die moeilijk leren", "children who find learning hard"),
    "motorische beperkingen": _voor("kinderen die moeilijk bewegen", "children who find moving hard"),
    "beperkingen door langdurige ziekte": _ZIEK,
    "autisme spectrum stoornissen": _AUTISME,
    "adhd": _bij(
        "ADHD: druk zijn of moeilijk opletten", "ADHD: being very active, or finding it hard to pay attention"
    ),
    "overige psychiatrische aandoeningen": _bij("psychische problemen", "mental health problems"),
    "gedragsproblemen": _bij("moeilijk gedrag", "difficult behaviour"),
    "onderwijsachterstanden andere culturen": _NEDERLANDS,
    "bureau jeugdzorg": _buiten("jeugdzorg", "youth care"),
    "ggz": _buiten("hulp bij psychische problemen (ggz)", "mental health care (ggz)"),
    "mee": _buiten("MEE, hulp voor mensen met een beperking", "MEE, help for people with a disability"),
    "(kinder)ziekenhuis": _buiten("het ziekenhuis of kinderziekenhuis", "the hospital or children's hospital"),
    "revalidatiekliniek": _buiten("de kliniek voor revalidatie", "the rehabilitation clinic"),
    "kdc": _buiten("het kinderdagcentrum (KDC)", "the day centre for children (KDC)"),
    "mkd": _buiten("het medisch kinderdagverblijf (MKD)", "the medical day centre for young children (MKD)"),
    "justitiële inrichting": _buiten("de jeugdgevangenis", "the youth detention centre"),
    "gemeente, leerplicht": _LEERPLICHT,
    "gemeente brede school": _buiten(
        "de gemeente, voor dingen na schooltijd", "the municipality, for after-school activities"
    ),
    "gemeente vve": _buiten(
        "de gemeente, voor peuters en kleuters", "the municipality, for toddlers and young children"
    ),
    "gemeente schakelklassen": _buiten(
        "de gemeente, voor een klas met extra taal", "the municipality, for language classes"
    ),
    "gemeente ketenzorg": _buiten(
        "de gemeente, voor hulp thuis en op school", "the municipality, for help at home and school"
    ),
}


def in_gewone_taal(label: str) -> GewoneNaam | None:
    """A row of a shipped template in plain words; None for a school's own words.

    >>> in_gewone_taal("Expertise faalangst").als_hulp("nl"), in_gewone_taal("Stevig staan")
    ('Hulp bij faalangst', None)
    """
    heel = " ".join(label.casefold().split()).removeprefix("expertise ")
    return GEWOON.get(heel) or GEWOON.get(heel.split(" (", 1)[0])
