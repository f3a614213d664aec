"""The common vocabulary of kinds of support, so that schools and regions with other words can be compared.

`groep` is the broad kind a parent recognises; it also fixes the colour of tags and charts. The vocabulary is
the product's own (no statutory list exists: the law leaves basisondersteuning to the samenwerkingsverband).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Soortgroep:
    """A broad kind of support."""

    code: str
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class SoortOndersteuning:
    """One kind of support; `woorden` are the words schools use for it."""

    code: str
    label: str
    label_en: str
    groep: str
    woorden: tuple[str, ...] = ()


SOORTGROEPEN: Final = (
    Soortgroep("taal", "Taal en lezen", "Language and reading"),
    Soortgroep("rekenen", "Rekenen en denken", "Maths and thinking"),
    Soortgroep("gedrag", "Gedrag en gevoel", "Behaviour and feelings"),
    Soortgroep("motoriek", "Bewegen", "Movement"),
    Soortgroep("lichaam", "Zien, horen en gezondheid", "Sight, hearing and health"),
    Soortgroep("jonge_kind", "Jonge kinderen", "Young children"),
    Soortgroep("samenwerking", "Hulp van buiten", "Help from outside"),
    Soortgroep("werkwijze", "Zo werken wij", "How we work"),
    Soortgroep("gebouw", "Het gebouw", "The building"),
)

SOORTEN: Final = (
    SoortOndersteuning("rt", "Remedial teaching", "Remedial teaching", "taal", ("remedial teaching", "rt")),
    SoortOndersteuning(
        "taal_lezen",
        "Taal, lezen en spraak",
        "Language, reading and speech",
        "taal",
        ("taal", "lezen", "spraak", "spraak/taal belemmeringen", "taalontwikkeling", "tos"),
    ),
    SoortOndersteuning("logopedie", "Logopedie", "Speech therapy", "taal", ("logopedie", "logopedist")),
    SoortOndersteuning("dyslexie", "Dyslexie", "Dyslexia", "taal", ("dyslexie", "leesproblemen")),
    SoortOndersteuning(
        "nt2",
        "Nederlands als tweede taal",
        "Dutch as a second language",
        "taal",
        ("nt2", "tweede taal", "onderwijsachterstanden andere culturen", "nieuwkomers", "schakelklas"),
    ),
    SoortOndersteuning("rekenen", "Rekenen en wiskunde", "Maths", "rekenen", ("rekenen", "wiskunde", "dyscalculie")),
    SoortOndersteuning(
        "cognitie",
        "Leren en denken",
        "Learning and thinking",
        "rekenen",
        ("cognitieve ontwikkeling", "cognitieve beperkingen", "moeilijk lerend", "leerachterstand"),
    ),
    SoortOndersteuning(
        "begaafdheid",
        "Meer- en hoogbegaafdheid",
        "Giftedness",
        "rekenen",
        ("hoogbegaafdheid", "begaafdheid", "meerbegaafd", "hoogbegaafd", "plusklas", "verrijking"),
    ),
    SoortOndersteuning(
        "gedrag",
        "Gedrag",
        "Behaviour",
        "gedrag",
        ("gedrag", "gedragsproblemen", "sociale vaardigheden", "weerbaarheid", "rots en water", "kanjertraining"),
    ),
    SoortOndersteuning(
        "sociaal_emotioneel",
        "Gevoelens en omgaan met anderen",
        "Feelings and getting along",
        "gedrag",
        ("sociaal-emotioneel", "kindercoach", "creatieve therapie", "ikt", "speltherapie"),
    ),
    SoortOndersteuning(
        "autisme", "Autisme", "Autism", "gedrag", ("autisme", "autisme spectrum stoornissen", "ass", "autisme spectrum")
    ),
    SoortOndersteuning("adhd", "ADHD", "ADHD", "gedrag", ("adhd", "ad(h)d", "concentratie")),
    SoortOndersteuning("faalangst", "Faalangst", "Fear of failure", "gedrag", ("faalangst", "faalangsttraining")),
    SoortOndersteuning(
        "psychiatrisch",
        "Psychische problemen",
        "Mental health",
        "gedrag",
        ("psychiatrische aandoeningen", "overige psychiatrische aandoeningen", "overige psychiatrische"),
    ),
    SoortOndersteuning(
        "motoriek",
        "Motoriek",
        "Motor skills",
        "motoriek",
        ("motoriek", "mrt", "motorische beperkingen", "fysiotherapie", "balans in bewegen"),
    ),
    SoortOndersteuning(
        "visueel",
        "Zien",
        "Sight",
        "lichaam",
        ("visuele beperkingen", "blinden", "slechtzienden", "voorzieningen blinden/slechtzienden"),
    ),
    SoortOndersteuning(
        "auditief",
        "Horen",
        "Hearing",
        "lichaam",
        ("auditieve beperkingen", "doven", "slechthorenden", "voorzieningen doven/slechthorenden"),
    ),
    SoortOndersteuning(
        "ziek",
        "Langdurig ziek",
        "Long-term illness",
        "lichaam",
        ("zieke leerlingen", "langdurige ziekte", "beperkingen door langdurige ziekte", "epilepsie"),
    ),
    SoortOndersteuning("jonge_kind", "Jonge kind", "Young children", "jonge_kind", ("jonge kind", "kleuters", "vve")),
    SoortOndersteuning(
        "sbo",
        "Speciaal basisonderwijs",
        "Special primary education",
        "samenwerking",
        ("speciaal basisonderwijs", "sbo"),
    ),
    SoortOndersteuning("so", "Speciaal onderwijs", "Special education", "samenwerking", ("speciaal onderwijs", "so")),
    SoortOndersteuning(
        "adviseur",
        "Adviseur passend onderwijs",
        "Inclusive-education adviser",
        "samenwerking",
        ("adviseur passend onderwijs", "samenwerkingsverband", "orthopedagoog"),
    ),
    SoortOndersteuning(
        "smw", "Schoolmaatschappelijk werk", "School social work", "samenwerking", ("schoolmaatschappelijk werk", "smw")
    ),
    SoortOndersteuning(
        "leerplicht", "Leerplicht", "School attendance officer", "samenwerking", ("leerplichtambtenaar", "leerplicht")
    ),
    SoortOndersteuning(
        "jgz",
        "Jeugdgezondheidszorg",
        "Youth health care",
        "samenwerking",
        ("jeugdgezondheidzorg", "jeugdgezondheidszorg", "schoolarts", "ggd", "jgz"),
    ),
    SoortOndersteuning(
        "jeugdhulp",
        "Jeugdhulp",
        "Youth help",
        "samenwerking",
        ("jeugdhulp", "jeugdhulppartners", "cjg", "bureau jeugdzorg", "ggz", "mee", "wijkteam"),
    ),
    SoortOndersteuning(
        "politie", "Politie", "Police", "samenwerking", ("politie", "wijkagent", "justitiele inrichting")
    ),
    SoortOndersteuning(
        "medisch",
        "Ziekenhuis en revalidatie",
        "Hospital and rehabilitation",
        "samenwerking",
        ("ziekenhuis", "kinderziekenhuis", "revalidatiekliniek", "revalidatie"),
    ),
    SoortOndersteuning(
        "gemeente",
        "Gemeente",
        "Municipality",
        "samenwerking",
        ("gemeente brede school", "gemeente vve", "gemeente schakelklassen", "gemeente ketenzorg"),
    ),
    SoortOndersteuning("hgw", "Handelingsgericht werken", "Needs-based working", "werkwijze", ("hgw",)),
    SoortOndersteuning(
        "toegankelijk",
        "Toegankelijk gebouw",
        "Accessible building",
        "gebouw",
        ("rolstoelvriendelijk", "lift", "invalidetoilet", "rolstoel", "aangepast toilet"),
    ),
    SoortOndersteuning(
        "ruimte",
        "Rustige of aparte ruimte",
        "Quiet or separate room",
        "gebouw",
        ("gespreksruimte", "therapieruimte", "time out ruimte", "time-outruimte", "rustruimte"),
    ),
    SoortOndersteuning("verzorging", "Verzorging", "Personal care", "gebouw", ("verzorgingsruimte", "verzorging")),
)

SOORT_BIJ_CODE: Final = {soort.code: soort for soort in SOORTEN}
GROEP_BIJ_CODE: Final = {groep.code: groep for groep in SOORTGROEPEN}
