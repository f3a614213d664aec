"""The words of the page for parents, in Dutch at B1 and in English. Rights: WPO 40, 40a, 43, 63 and 19."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from passend.documenten.zetten.woorden import Taal


@dataclass(frozen=True, slots=True, kw_only=True)
class Oudersteksten:
    """All fixed words of the page; `{regio}` and `{school}` are filled in."""

    titel: str
    welkom: tuple[str, ...]
    concept: str
    zonder_besluit: str
    kop_aanbod: str
    aanbod: str
    kop_niet: str
    kop_niet_gebouw: str
    niet: str
    kop_onbekend: str
    leeg: str
    kop_wie: str
    wie: tuple[str, ...]
    wie_leeg: str
    kop_stappen: str
    school_zegt: str
    in_nederlands: str
    kop_rechten: str
    aanmelden: str
    rechten_aanmelden: tuple[str, ...]
    plan: str
    rechten_plan: tuple[str, ...]
    kop_vragen: str
    vragen: tuple[str, ...]
    stand: str
    bevestigd: str
    labels: Mapping[str, str]


NEDERLANDS: Final = Oudersteksten(
    titel="Hulp voor uw kind op {school}",
    welkom=(
        (
            "Gaat het op school niet vanzelf met uw kind? Dan helpen wij. Op deze bladzijde leest u wat de "
            "school kan doen, "
            "met wie u praat en wat uw rechten zijn."
        ),
        "U hoeft niets voor te bereiden. U mag altijd iemand meenemen naar een gesprek. Een vraag stellen mag altijd.",
    ),
    concept="Let op: deze bladzijde is nog een concept. Het bestuur heeft dit nog niet vastgesteld.",
    zonder_besluit="Let op: het schoolbestuur heeft dit niet vastgesteld. De school zegt waarom: ",
    kop_aanbod="Wat kan de school voor mijn kind doen?",
    aanbod="Elk kind krijgt goed les, en hulp als iets niet lukt. Dat heet basisondersteuning. "
    "Dit is er verder op onze school:",
    kop_niet="Hiervoor is op onze school niets extra’s",
    kop_niet_gebouw="Dit is er niet in het gebouw",
    niet="Uw kind krijgt wel gewoon les en basisondersteuning. Is er meer nodig? Dan zoeken wij samen met u naar hulp, "
    "of naar een school die dit wel heeft.",
    kop_onbekend="Dit heeft de school nog niet ingevuld",
    leeg="De school heeft dit nog niet ingevuld.",
    kop_wie="Met wie praat ik?",
    wie=("Praat eerst met de leerkracht van uw kind. Die kent uw kind het best.",),
    wie_leeg="Wie u daarna kunt spreken: de school heeft dit nog niet ingevuld.",
    kop_stappen="Wat gebeurt er, stap voor stap?",
    school_zegt="De school schrijft zelf:",
    in_nederlands="",
    kop_rechten="Wat zijn mijn rechten?",
    aanmelden="Als u uw kind aanmeldt op een school",
    rechten_aanmelden=(
        "U meldt uw kind schriftelijk aan. Dat mag vanaf de dag dat uw kind 3 jaar wordt.",
        "De school beslist binnen 6 weken. Zij mag daar één keer 4 weken bij doen. Dan hoort u dat op tijd.",
        (
            "Is er na 10 weken nog geen besluit, en is uw kind 4 jaar of ouder? Gaat uw kind nog nergens naar school? "
            "Dan krijgt uw kind tijdelijk een plek."
        ),
        (
            "Kan de school niet geven wat uw kind nodig heeft? Dan moet het schoolbestuur een andere school "
            "vinden die uw "
            "kind wel toelaat. Dat gaat in overleg met u. Dit heet zorgplicht."
        ),
        (
            "Zorgplicht geldt niet als de school vol is. Ook niet als de school vraagt om haar geloof of "
            "overtuiging te "
            "respecteren en u dat niet wilt."
        ),
    ),
    plan="Als uw kind extra hulp krijgt",
    rechten_plan=(
        "De school maakt samen met u een plan. Dat heet een ontwikkelingsperspectief (OPP).",
        "Het deel over de hulp mag alleen als u het ermee eens bent.",
        "Uw kind mag zeggen wat het zelf vindt. De school legt uit wat zij daarmee doet. Dit heet hoorrecht.",
        "Elk schooljaar kijkt de school met u en uw kind of het plan nog klopt.",
    ),
    kop_vragen="Waar kan ik terecht met een vraag of een klacht?",
    vragen=(
        "Bent u het ergens niet mee eens? Zeg het eerst tegen de leerkracht of de directeur.",
        "Het ouder- en jeugdsteunpunt van samenwerkingsverband {regio} geeft u uitleg, raad en steun.",
        (
            "Laat de school uw kind niet toe, of moet uw kind weg? Dan krijgt u een brief met de reden. "
            "U kunt binnen 6 weken bezwaar maken bij het schoolbestuur."
        ),
        "U kunt ook naar de Geschillencommissie passend onderwijs. Doe dat binnen 6 weken.",
        "Hoe u een klacht indient, staat in de schoolgids.",
    ),
    stand="{status}. Stand van {dag}.",
    bevestigd="De school keek deze lijst na {wanneer}.",
    labels={},
)

ENGELS: Final = Oudersteksten(
    titel="Help for your child at {school}",
    welkom=(
        (
            "Is school not going smoothly for your child? We are here to help. This page tells you what the "
            "school can do, "
            "who you can talk to, and what your rights are."
        ),
        "You do not have to prepare anything. You may always bring someone with you. You may always ask a question.",
    ),
    concept="Please note: this page is a draft. The school board has not adopted it yet.",
    zonder_besluit="Please note: the school board has not adopted this. The reason, in the school's own words: ",
    kop_aanbod="What can the school do for my child?",
    aanbod="Every child gets good lessons, and help when something is hard. This is called basic support "
    "(basisondersteuning). Our school also has:",
    kop_niet="There is nothing extra at our school for",
    kop_niet_gebouw="Not in the building",
    niet="Your child does get normal lessons and basic support. Is more needed? Then we look for help together with "
    "you, or for a school that does have it.",
    kop_onbekend="Not filled in by the school yet",
    leeg="The school has not filled this in yet.",
    kop_wie="Who do I talk to?",
    wie=("Talk to your child's teacher first. The teacher knows your child best.",),
    wie_leeg="Who you can talk to after that: the school has not filled this in yet.",
    kop_stappen="What happens, step by step?",
    school_zegt="In the school's own words (in Dutch):",
    in_nederlands="Some words on this page are the school's own. They are in Dutch.",
    kop_rechten="What are my rights?",
    aanmelden="When you apply for a place at a school",
    rechten_aanmelden=(
        "You apply in writing. You can do this from the day your child turns 3.",
        "The school decides within 6 weeks. It may add 4 weeks once. It must tell you in time.",
        (
            "Is there no decision after 10 weeks, and is your child 4 or older? Is your child not at any school yet? "
            "Then your child gets a temporary place."
        ),
        (
            "Can the school not give what your child needs? Then the school board must find another school "
            "that will take "
            "your child. It must talk with you about this. This is called the duty of care (zorgplicht)."
        ),
        (
            "The duty of care does not apply when the school is full. Nor does it apply when the school asks "
            "you to respect "
            "its faith or beliefs and you do not want to."
        ),
    ),
    plan="When your child gets extra help",
    rechten_plan=(
        "The school makes a plan together with you. It is called an ontwikkelingsperspectief (OPP).",
        "The part about the help may only be used if you agree with it.",
        (
            "Your child may say what he or she thinks. The school explains what it does with that. This is "
            "the right to be "
            "heard (hoorrecht)."
        ),
        "Every school year the school looks with you and your child whether the plan is still right.",
    ),
    kop_vragen="Where can I go with a question or a complaint?",
    vragen=(
        "Do you disagree with something? Tell the teacher or the head teacher first.",
        (
            "The parent and youth support point (ouder- en jeugdsteunpunt) of the school partnership {regio} gives you "
            "information, advice and support."
        ),
        (
            "Does the school refuse your child, or must your child leave? Then you get a letter with the reason. "
            "You can object to the school board within 6 weeks."
        ),
        "You can also go to the disputes committee (Geschillencommissie passend onderwijs). Do this within 6 weeks.",
        "The school guide (schoolgids) tells you how to make a complaint.",
    ),
    stand="{status}. As of {dag}.",
    bevestigd="The school checked this list {wanneer}.",
    labels={
        "adres": "Address",
        "telefoon": "Phone",
        "email": "E-mail",
        "website": "Website",
        "schoolgids": "School guide",
        "schoolplan": "School plan",
    },
)

STATUS_EN: Final[Mapping[str, str]] = {"concept": "Draft", "vastgesteld": "Adopted", "gepubliceerd": "Published"}
TEKSTEN: Final[Mapping[Taal, Oudersteksten]] = {"nl": NEDERLANDS, "en": ENGELS}
