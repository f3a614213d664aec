"""The words above a column, as administrations and makers of tests write them in Dutch and in English.

Without signs and capitals, the most usual first.
"""

WIE: dict[str, tuple[str, ...]] = {
    "sleutel": (
        *("leerlingnummer", "leerlingsleutel", "leerling id", "leerlingid", "stamnummer", "leerlingcode", "key"),
        *("administratienummer", "administratiesleutel", "llnr", "lln nr", "leerlingnr", "leerling nr"),
        *("nummer leerling", "id", "sleutel"),
        *("pupil id", "pupil number", "student id", "student number"),
    ),
    "voornaam": ("roepnaam", "voornaam", "voornamen", "first name", "firstname", "given name"),
    "tussenvoegsel": (
        *("tussenvoegsel", "voorvoegsel", "tussenvoegsels", "voorvoegsels", "tv"),
        *("prefix", "infix", "name prefix", "surname prefix"),
    ),
    "achternaam": (
        *("achternaam", "familienaam", "geslachtsnaam"),
        *("last name", "lastname", "surname", "family name"),
    ),
    "naam": (
        *("naam", "naam leerling", "leerling", "volledige naam", "leerlingnaam"),
        *("name", "full name", "pupil", "pupil name", "student", "student name"),
    ),
    "geboren_op": (
        *("geboortedatum", "geboren op", "geboren", "geb datum", "gebdatum", "geboortedag"),
        *("date of birth", "birth date", "birthdate", "dob"),
    ),
}
_OUDER = {1: ("ouder 1", "verzorger 1", "moeder", "parent 1", "guardian 1", "mother")}
_OUDER |= {2: ("ouder 2", "verzorger 2", "vader", "parent 2", "guardian 2", "father")}
_VAN_OUDER = {
    "naam": ("{ouder}", "naam {ouder}", "{ouder} naam", "name {ouder}", "{ouder} name", "name of {ouder}"),
    "email": ("email {ouder}", "{ouder} email", "e mail {ouder}", "{ouder} e mail", "mail {ouder}", "email of {ouder}"),
    "gezag": (
        *("gezag {ouder}", "{ouder} gezag", "ouderlijk gezag {ouder}", "{ouder} heeft gezag", "gezag van {ouder}"),
        *("custody {ouder}", "{ouder} custody", "parental authority {ouder}", "{ouder} parental authority"),
    ),
}
LEERLING: dict[str, tuple[str, ...]] = (
    WIE
    | {
        "groep": (
            *("groep", "groepsnaam", "stamgroep", "klas", "huidige groep", "naam groep", "jaargroep"),
            *("group", "group name", "class", "class name"),
        ),
        "ingeschreven_op": (
            *("instroomdatum", "inschrijfdatum", "datum inschrijving", "inschrijvingsdatum", "datum instroom"),
            *("eerste schooldag", "ingeschreven op", "in school sinds"),
            *("enrolment date", "enrollment date", "date of enrolment", "admission date", "first school day"),
        ),
        "uitgeschreven_op": (
            *("uitstroomdatum", "uitschrijfdatum", "datum uitschrijving", "datum uitstroom"),
            *("leaving date", "date of leaving", "last school day"),
        ),
    }
    | {
        f"ouder{n}_{wat}": tuple(vorm.format(ouder=ouder) for ouder in _OUDER[n] for vorm in vormen)
        for n in (1, 2)
        for wat, vormen in _VAN_OUDER.items()
    }
)
LEERLING |= {
    f"ouder{n}_gezag": (
        *LEERLING[f"ouder{n}_gezag"],
        *(f"gezag {n}", f"ouderlijk gezag {n}", f"wettelijk vertegenwoordiger {n}"),
    )
    for n in (1, 2)
}
TOETS: dict[str, tuple[str, ...]] = {
    "toets": (
        *("toets", "toetsnaam", "naam toets", "toets naam", "taak"),
        *("test", "test name", "name of test", "assessment"),
    ),
    "instrument": (
        *("instrument", "toetssysteem", "leerlingvolgsysteem", "lvs", "uitgever", "toetsaanbieder"),
        *("maker", "maker van de toets", "aanbieder", "publisher", "test provider", "provider"),
    ),
    "instrumentversie": ("versie", "toetsversie", "versie toets", "version", "test version"),
    "vak": ("vak", "vakgebied", "leergebied", "domein", "onderdeel", "toetsonderdeel", "subject", "domain"),
    "afgenomen_op": (
        *("afnamedatum", "datum afname", "toetsdatum", "datum toets", "datum", "afgenomen op", "datum van afname"),
        *("test date", "date of test", "date", "date taken", "assessment date"),
    ),
    "afnamemoment": (
        *("afnamemoment", "moment", "toetsmoment", "periode", "meetmoment", "afnameperiode", "toetsperiode"),
        *("test moment", "period", "test period"),
    ),
    "normschema": ("normschema", "normering", "norm", "indeling", "normgroep", "norm group", "norms"),
}
WAARDE: dict[str, tuple[str, ...]] = {
    "schaalscore": (
        *("vaardigheidsscore", "ontwikkelscore", "schaalscore", "vaardigheid", "vs", "os"),
        *("scale score", "scaled score", "ability score", "development score"),
    ),
    "functioneringsniveau": ("functioneringsniveau", "functionering", "fn", "functional level", "functioning level"),
    "referentieniveau": (
        *("behaald referentieniveau", "referentieniveau", "ref niveau", "refniveau", "rn"),
        *("reference level", "ref level"),
    ),
    "niveau": (
        *("niveau i t m v", "niveau a t m e", "niveau i v", "niveau a e", "niveauwaarde", "niveau", "i v", "a e"),
        "level",
    ),
    "percentiel": ("percentielscore", "percentiel", "perc", "percentile"),
    "ruwe_score": (
        *("ruwe score", "ruwscore", "aantal goed", "toetsscore", "score", "goed"),
        *("raw score", "number correct", "correct"),
    ),
}
