"""The parts of an ontwikkelingsperspectief, in the order in which one writes them, each with who asks for it.

What the law asks stands in WPO 40a lid 8 and 9 lid 12, Inrichtingsbesluit WPO 3.1, and for less teaching time in
Beleidsregel afwijken onderwijstijd funderend onderwijs 2025, 4 lid 4. What the region asks is its way of working:
overzicht, inzicht, uitzicht. The rest a school may leave empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.sjabloon import Grondslag
from passend.begrippen.vindplaats import Vindplaats

type Voorwaarde = Literal["altijd", "kerndoelen", "onderwijstijd"]

WPO: Final = "https://wetten.overheid.nl/BWBR0003420"
INRICHTINGSBESLUIT: Final = "https://wetten.overheid.nl/BWBR0046350"
BELEIDSREGEL: Final = "https://wetten.overheid.nl/BWBR0051659"
KERNDOELEN, ONDERWIJSTIJD, INBRENG, UITSTROOM = "kerndoelen", "onderwijstijd", "inbreng", "uitstroom"
DOELEN, BEGELEIDING, REGELS = "doelen", "begeleiding", "begeleidingsregels"
GEWOON, ENGELS, VOOR_OUDERS = "gewone_woorden", "gewone_woorden_engels", "ouders"
JA, NEE = "ja", "nee"


_wpo = partial(Vindplaats, regeling="WPO", adres=WPO)
_BESLUIT: Final = Vindplaats(regeling="Inrichtingsbesluit WPO", artikel="3.1", adres=INRICHTINGSBESLUIT)
_regel = partial(Vindplaats, regeling="Beleidsregel afwijken onderwijstijd", adres=BELEIDSREGEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppdeel:
    """One part: what it is called, what is asked, who asks it, when it is asked, and how it is filled in.

    `is_handelingsdeel` is true of what parents must agree to. `klasse` is that of the file it belongs to: of health
    and care a teacher reads nothing. `groep` is the heading it stands under.
    """

    code: str
    groep: str
    naam: str
    vraag: str
    grondslag: Grondslag
    vindplaats: Vindplaats | None = None
    voorwaarde: Voorwaarde = "altijd"
    is_handelingsdeel: bool = False
    klasse: Vertrouwelijkheid = Vertrouwelijkheid.GEWOON
    soort: Literal["tekst", "keuze", "ja_nee", "stem", "regels"] = "tekst"


UITSTROOMBESTEMMINGEN: Final[Mapping[str, str]] = {
    "praktijkonderwijs": "Praktijkonderwijs",
    "vmbo_basis": "Vmbo basis",
    "vmbo_kader": "Vmbo kader",
    "vmbo_theorie": "Vmbo gemengd of theoretisch",
    "havo": "Havo",
    "vwo": "Vwo",
    "vso_vervolgonderwijs": "Vso, daarna verder leren",
    "vso_arbeidsmarkt": "Vso, daarna werken",
    "vso_dagbesteding": "Vso, daarna dagbesteding",
}
GROEPEN: Final[Mapping[str, str]] = {
    "overzicht": "Wat we weten",
    "inzicht": "Wat helpt, en wat in de weg zit",
    "uitzicht": "Waar het heen gaat",
    "handelingsdeel": "Wat we gaan doen",
    "onderwijstijd": "Minder tijd op school",
    VOOR_OUDERS: "Voor de ouders, in gewone woorden",
    "stem": "Wat het kind zegt",
}
_TIJD: Final = (
    (
        "a",
        "Wat de school aan de inspectie vraagt",
        "Zeg dat u de inspectie vraagt om minder uren, en op welke dag u dat doet.",
    ),
    (
        "b",
        "Waarom het nodig is",
        "De lichamelijke of psychische reden, en waarom het op school niet anders kan.",
    ),
    ("c", "Welke lessen het kind mist", "Noem de lessen en de dagdelen."),
    ("d", "Hoeveel uren het kind mist", "In cijfers, per dag en per week."),
    (
        "e",
        "Van wanneer tot wanneer",
        "Van welke dag tot en met welke dag, binnen dit schooljaar. Bijvoorbeeld 11-01-2027 tot en met 26-03-2027.",
    ),
    ("f", "Wat het kind wel volgt", "Welke lessen en uren blijven."),
    ("g", "Wat het kind krijgt in de gemiste uren", "Welke hulp, van wie en waar."),
    ("h", "Hoe het weer opbouwt", "In welke stappen het kind weer meer naar school gaat."),
)
DELEN: Final[tuple[Oppdeel, ...]] = (
    Oppdeel(
        code="beginsituatie",
        groep="overzicht",
        naam="Waar staat het kind nu?",
        vraag="Leren, gedrag, welbevinden en thuis, in een paar zinnen. Wat het systeem weet, staat hierboven al.",
        grondslag=Grondslag.REGIO,
    ),
    Oppdeel(
        code="werkt",
        groep="overzicht",
        naam="Wat al werkt",
        vraag="Wat hielp eerder, en blijft dus. Na een evaluatie staat hier vanzelf wat werkte.",
        grondslag=Grondslag.EIGEN_KEUZE,
    ),
    Oppdeel(
        code="bevorderend",
        groep="inzicht",
        naam="Wat helpt dit kind",
        vraag="Sterke kanten van het kind, de klas en thuis waar het plan op leunt.",
        grondslag=Grondslag.WET,
        vindplaats=_BESLUIT,
    ),
    Oppdeel(
        code="belemmerend",
        groep="inzicht",
        naam="Wat zit in de weg",
        vraag="Wat het leren moeilijk maakt. Schrijf wat u op school ziet; een diagnose hoort in het zorgdossier.",
        grondslag=Grondslag.WET,
        vindplaats=_BESLUIT,
    ),
    Oppdeel(
        code="behoeften",
        groep="inzicht",
        naam="Wat heeft dit kind nodig",
        vraag="Maak de zin af: dit kind heeft een juf of meester nodig die, een taak die, klasgenoten die.",
        grondslag=Grondslag.REGIO,
    ),
    Oppdeel(
        code=UITSTROOM,
        groep="uitzicht",
        naam="Waar gaat het kind na deze school naartoe?",
        vraag="Wat u nu verwacht. Bij elke evaluatie kijkt u opnieuw.",
        grondslag=Grondslag.WET,
        vindplaats=_BESLUIT,
        soort="keuze",
    ),
    Oppdeel(
        code="onderbouwing",
        groep="uitzicht",
        naam="Waarom we dat verwachten",
        vraag="Noem de resultaten en wat helpt en in de weg zit. Die twee staan hierboven al.",
        grondslag=Grondslag.WET,
        vindplaats=_BESLUIT,
    ),
    Oppdeel(
        code="afwijking",
        groep="uitzicht",
        naam="Wat doet het kind anders dan de klas?",
        vraag="Van welke delen van het lesprogramma wijkt u af, en hoe. Doet het alles mee, schrijf dat dan op.",
        grondslag=Grondslag.WET,
        vindplaats=_wpo(artikel="40a lid 8 onder b"),
    ),
    Oppdeel(
        code=KERNDOELEN,
        groep="uitzicht",
        naam="Is een kerndoel niet haalbaar door een handicap?",
        vraag="Bij ja komen er vervangende doelen bij.",
        grondslag=Grondslag.WET,
        vindplaats=_wpo(artikel="9 lid 12"),
        soort="ja_nee",
    ),
    Oppdeel(
        code="vervangende_doelen",
        groep="uitzicht",
        naam="Vervangende doelen",
        vraag="Welk doel komt in de plaats van welk kerndoel.",
        grondslag=Grondslag.WET,
        vindplaats=_wpo(artikel="9 lid 12"),
        voorwaarde="kerndoelen",
    ),
    Oppdeel(
        code=DOELEN,
        groep="handelingsdeel",
        naam="Wat willen we bereiken?",
        vraag="Twee of drie doelen met een dag erbij. Zo dat u straks kunt zien of het lukte.",
        grondslag=Grondslag.EIGEN_KEUZE,
        is_handelingsdeel=True,
    ),
    Oppdeel(
        code=BEGELEIDING,
        groep="handelingsdeel",
        naam="Welke begeleiding krijgt het kind?",
        vraag="Wie doet wat, hoe vaak, waar en wanneer. Hier moeten de ouders het mee eens zijn.",
        grondslag=Grondslag.WET,
        vindplaats=_wpo(artikel="40a lid 8 onder a"),
        is_handelingsdeel=True,
    ),
    Oppdeel(
        code=REGELS,
        groep="handelingsdeel",
        naam="Wie doet wat, en hoe vaak?",
        vraag="Elke hulp op een eigen regel. Kies erbij voor welke behoefte het is, en welk aanbod van de school.",
        grondslag=Grondslag.WET,
        vindplaats=_wpo(artikel="40a lid 8 onder a"),
        is_handelingsdeel=True,
        soort="regels",
    ),
    Oppdeel(
        code=ONDERWIJSTIJD,
        groep="onderwijstijd",
        naam="Gaat het kind minder uren naar school?",
        vraag="Alleen om lichamelijke of psychische redenen. Bij ja komen er acht punten bij.",
        grondslag=Grondslag.WET,
        vindplaats=_regel(artikel="4 lid 4"),
        is_handelingsdeel=True,
        soort="ja_nee",
    ),
    *(
        Oppdeel(
            code=f"tijd_{letter}",
            groep="onderwijstijd",
            naam=naam,
            vraag=vraag,
            grondslag=Grondslag.WET,
            vindplaats=_regel(artikel=f"4 lid 4 onder {letter}"),
            voorwaarde="onderwijstijd",
            is_handelingsdeel=True,
            klasse=Vertrouwelijkheid.ZORG if letter == "b" else Vertrouwelijkheid.GEWOON,
        )
        for letter, naam, vraag in _TIJD
    ),
    Oppdeel(
        code=GEWOON,
        groep=VOOR_OUDERS,
        naam="In gewone woorden",
        vraag="Wat gaat het kind leren, wie helpt, en wanneer kijkt u samen terug? De ouders lezen dit als eerste.",
        grondslag=Grondslag.EIGEN_KEUZE,
    ),
    Oppdeel(
        code=ENGELS,
        groep=VOOR_OUDERS,
        naam="In het Engels",
        vraag="Hetzelfde, voor ouders die Engels lezen. Mag leeg: zij lezen dan het Nederlands.",
        grondslag=Grondslag.EIGEN_KEUZE,
    ),
    Oppdeel(
        code=INBRENG,
        groep="stem",
        naam="Wat het kind zelf zegt",
        vraag="Wat het kind inbracht en wat er daardoor in dit plan staat.",
        grondslag=Grondslag.WET,
        vindplaats=_wpo(artikel="40a lid 8 onder c"),
        soort="stem",
    ),
)
OP_CODE: Final[Mapping[str, Oppdeel]] = {deel.code: deel for deel in DELEN}


def gevraagde_delen(inhoud: Mapping[str, str]) -> tuple[Oppdeel, ...]:
    """The parts that are asked of this plan: replacement goals and the eight points only where they apply.

    >>> "tijd_a" in [deel.code for deel in gevraagde_delen({"onderwijstijd": "ja"})]
    True
    >>> "tijd_a" in [deel.code for deel in gevraagde_delen({})]
    False
    """
    geldt = {
        "altijd": True,
        "kerndoelen": inhoud.get(KERNDOELEN) == JA,
        "onderwijstijd": inhoud.get(ONDERWIJSTIJD) == JA,
    }
    return tuple(deel for deel in DELEN if geldt[deel.voorwaarde])


def heeft_begeleiding(inhoud: Mapping[str, str]) -> bool:
    """True when the plan says which guidance there is: in words, in lines, or both (WPO 40a lid 8 onder a).

    >>> heeft_begeleiding({"begeleidingsregels": "Samen lezen, leerkracht"}), heeft_begeleiding({"doelen": "Lezen"})
    (True, False)
    """
    return any(inhoud.get(code, "").strip() for code in (BEGELEIDING, REGELS))


def te_lezen_delen(inhoud: Mapping[str, str]) -> tuple[Oppdeel, ...]:
    """The parts a reader looks for: of guidance in words and in lines only what is filled in, when one of both is.

    >>> codes = [deel.code for deel in te_lezen_delen({"begeleidingsregels": "Samen lezen, leerkracht"})]
    >>> "begeleiding" in codes, "begeleidingsregels" in codes
    (False, True)
    """
    leeg = {code for code in (REGELS, GEWOON, ENGELS) if not inhoud.get(code, "").strip()}
    if heeft_begeleiding(inhoud) and not inhoud.get(BEGELEIDING, "").strip():
        leeg.add(BEGELEIDING)
    return tuple(deel for deel in gevraagde_delen(inhoud) if deel.code not in leeg)


def missende_delen(inhoud: Mapping[str, str], *, is_gehoord: bool) -> tuple[Oppdeel, ...]:
    """What the law asks and is not there yet; what a region or the school itself asks may stay empty (WPO 40a lid 8).

    `is_gehoord` is true when the words of the child and what was done with them are there, or why they are not. The
    two questions with yes or no need no answer: without one the plan says nothing of it.

    >>> half = {"uitstroom": "havo", "begeleiding": "Een uur", "afwijking": "Niets"}
    >>> [deel.code for deel in missende_delen(half, is_gehoord=True)]
    ['bevorderend', 'belemmerend', 'onderbouwing']
    """

    def is_er(deel: Oppdeel) -> bool:
        if deel.soort == "stem":
            return is_gehoord
        if deel.code == BEGELEIDING:
            return heeft_begeleiding(inhoud)
        return deel.soort in {"ja_nee", "regels"} or bool(inhoud.get(deel.code, "").strip())

    return tuple(deel for deel in gevraagde_delen(inhoud) if deel.grondslag is Grondslag.WET and not is_er(deel))
