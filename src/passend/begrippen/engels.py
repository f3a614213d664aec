"""English words for what the shipped templates say; a school's own words are never translated."""

from collections.abc import Mapping
from typing import Final

WAARDEN: Final[Mapping[str, str]] = {
    "ja": "in our own team",
    "structureel": "comes as a fixed arrangement",
    "regelmatig": "regularly",
    "incidenteel": "sometimes",
    "soms": "sometimes",
    "vaak": "often",
    "aanwezig": "in the building",
    "binnen_de_school": "inside the school",
    "buiten_de_school": "quickly available outside the school",
    "beide": "inside the school, and outside as well",
}
EENHEDEN: Final[Mapping[str, tuple[str, str]]] = {
    "fte": ("FTE", "FTE"),
    "uren": ("hour", "hours"),
    "dagdelen": ("half-day", "half-days"),
}
"""A unit of help, for one and for more."""
PER: Final[Mapping[str, str]] = {"week": "a week", "dag": "a day", "maand": "a month", "jaar": "a year"}
LABELS: Final[Mapping[str, str]] = {
    "remedial teaching": "Remedial teaching",
    "expertise taal, lezen en spraak": "Language, reading and speech",
    "expertise rekenen en wiskunde": "Maths",
    "expertise gedrag": "Behaviour",
    "expertise jonge kind": "Young children",
    "expertise (hoog)begaafdheid": "Giftedness",
    "expertise motoriek": "Motor skills",
    "expertise tweede taal/nt2": "Dutch as a second language",
    "expertise cognitieve ontwikkeling": "Learning and thinking",
    "expertise autisme": "Autism",
    "expertise zieke leerlingen": "Pupils who are ill",
    "expertise faalangst": "Fear of failure",
    "speciaal basisonderwijs": "Special primary education (sbo)",
    "speciaal onderwijs": "Special education (so)",
    "adviseur passend onderwijs": "Inclusive-education adviser",
    "schoolmaatschappelijk werk": "School social worker",
    "schoolmaatschappelijk werk (+)": "School social worker",
    "leerplichtambtenaar": "School attendance officer",
    "jeugdgezondheidzorg/schoolarts/schoolverpleegkundige": "Youth health care, school doctor or school nurse",
    "cjg": "Youth and family centre (CJG)",
    "politie/wijkagent": "Police, neighbourhood officer",
    "logopedie": "Speech therapist",
    "fysiotherapie": "Physiotherapist",
    "jeugdhulppartners": "Youth help organisations",
    "rolstoelvriendelijk": "Wheelchair friendly",
    "invalidetoilet": "Accessible toilet",
    "voorzieningen doven/slechthorenden": "For deaf or hard-of-hearing children",
    "voorzieningen blinden/slechtzienden": "For blind or partially sighted children",
    "gespreksruimte": "Room for a quiet talk",
    "therapieruimte": "Therapy room",
    "verzorgingsruimte": "Personal-care room",
    "time out ruimte": "Time-out room",
    "lift": "Lift",
    "visuele beperkingen": "Problems with sight",
    "auditieve beperkingen": "Problems with hearing",
    "spraak/taal belemmeringen": "Problems with speech or language",
    "cognitieve beperkingen": "Difficulty learning",
    "motorische beperkingen": "Difficulty moving",
    "beperkingen door langdurige ziekte": "Long-term illness",
    "autisme spectrum stoornissen (ass)": "Autism",
    "adhd": "ADHD",
    "dyslexie": "Dyslexia",
    "overige psychiatrische aandoeningen": "Mental health problems",
    "gedragsproblemen": "Difficult behaviour",
    "onderwijsachterstanden andere culturen": "Catching up after another language or school system",
    "smw": "School social worker",
    "bureau jeugdzorg": "Youth care office",
    "ggd": "Municipal health service (GGD)",
    "ggz": "Mental health care (GGZ)",
    "mee": "MEE, support for people with a disability",
    "(kinder)ziekenhuis": "(Children's) hospital",
    "revalidatiekliniek": "Rehabilitation clinic",
    "kdc": "Day centre for children (KDC)",
    "mkd": "Medical day centre for young children (MKD)",
    "justitiële inrichting": "Youth detention centre",
    "gemeente, leerplicht": "Municipality: school attendance officer",
    "politie": "Police",
    "gemeente brede school": "Municipality: community school",
    "gemeente vve": "Municipality: early childhood education (VVE)",
    "gemeente schakelklassen": "Municipality: language catch-up classes",
    "gemeente ketenzorg": "Municipality: linked care services",
}


def label_en(label: str) -> str | None:
    """The English name of a row of a shipped template, or None.

    Schools put own words behind a label in brackets; the label before them still has a name.

    >>> label_en("Expertise gedrag (IKT, SMW+)"), label_en("Stevig staan")
    ('Behaviour', None)
    """
    heel = " ".join(label.casefold().split())
    zonder = heel.split(" (", 1)[0]
    return LABELS.get(heel) or LABELS.get(zonder)


def waarde_en(waarde: str) -> str | None:
    """The value of a row in English, or None."""
    return WAARDEN.get(waarde)
