"""Whether a file, and each line of it, can be of a pupil of this school now; whatever is known of them already."""

from datetime import date, timedelta
from operator import gt

from passend.begrippen.opgave import Leerlingopgave, Opgave
from passend.begrippen.schooljaar import Schooljaar

LANGSTE_VOORNAAM, LANGSTE_ACHTERNAAM, LANGSTE_GROEPSNAAM, LANGSTE_SLEUTEL = 80, 120, 40, 256
OUDSTE_LEERLING = 30  # years: who is older was never a pupil of these schools
VERSTE_DAG = timedelta(days=366)
JONGSTE, OUDSTE, OUDSTE_IN_JAARGROEP = 3, 20, 14  # years: outside of these somebody looks again
_JAARGROEPEN = tuple("12345678")


def check_school(van_bestand: str, *, brin: str) -> str | None:
    """Why a file with this number of a school and a site cannot be of a school; None when it can.

    >>> check_school("99aa01", brin="99AA") is None, (check_school("99AA", brin="99BB") or "")[:35]
    (True, 'Dit bestand is van school 99AA, en ')
    """
    gegeven = van_bestand[:4].upper()
    if gegeven and gegeven != brin:
        return f"Dit bestand is van school {gegeven}, en u leest in voor school {brin}. Kies het goede bestand."
    return None


def is_andere_vestiging(van_bestand: str, *, code: str) -> bool:
    """True when a file has the number of another site of the school; where it has none, it can be of any.

    >>> is_andere_vestiging("99AA01", code="99AA00"), is_andere_vestiging("99aa", code="99AA01")
    (True, False)
    """
    return van_bestand[4:] not in {"", code[4:]}


def melding_vestiging(van_bestand: str, *, code: str) -> str:
    """What somebody must look at when a file has another number of a site than this one has; empty when not."""
    if not is_andere_vestiging(van_bestand, code=code):
        return ""
    return (
        f"Dit bestand noemt vestiging {van_bestand[4:]}, en deze vestiging heeft nummer {code[4:]}. "
        "Kijk na of het bestand van deze school is."
    )


def bezwaar_vestiging(van_bestand: str, *, code: str) -> str:
    """Why a file of another site that is here too is not taken in for this one."""
    return (
        f"Dit bestand is van vestiging {van_bestand[:6].upper()}, en u leest in voor {code}. "
        "Kies het goede bestand, of lees het bij die vestiging in."
    )


def check_bestand(opgave: Opgave, *, brin: str, peildatum: date) -> str | None:
    """Why a whole file cannot be of this school now: it is of another one, or of a year that is over; None when it can.

    >>> from passend.begrippen.opgave import Invoersoort
    >>> oud = Opgave(soort=Invoersoort.EDEXML, schooljaar="2014-2015", brin="99AA00")
    >>> check_bestand(oud, brin="99AA", peildatum=date(2026, 10, 1))[:39]
    'Dit bestand is van schooljaar 2014-2015'
    """
    if bezwaar := check_school(opgave.brin, brin=brin):
        return bezwaar
    nu = Schooljaar.op(peildatum)
    if opgave.schooljaar and opgave.schooljaar not in {str(nu), str(nu.volgende)}:
        return (
            f"Dit bestand is van schooljaar {opgave.schooljaar}, en het is nu {nu}. "
            "De groepen zouden niet kloppen. Maak een nieuw bestand in uw administratie."
        )
    return None


def check_opgave(een: Leerlingopgave, *, peildatum: date) -> str | None:
    """Why what a line says of a pupil cannot be, whatever is known; None when it can."""
    if een.geboren_op > peildatum:
        return "De geboortedatum moet nog komen. Kijk het jaar na in uw administratie."
    if een.geboren_op.year < peildatum.year - OUDSTE_LEERLING:
        return "De geboortedatum is te lang geleden. Kijk het jaar na in uw administratie."
    if not een.voornaam or not een.achternaam:
        return "De naam is niet heel. Vul de voornaam en de achternaam in in uw administratie."
    return _check_schooldagen(een, peildatum) or _te_lang(een)


def _check_schooldagen(een: Leerlingopgave, peildatum: date) -> str | None:
    eerste, laatste = een.ingeschreven_op, een.uitgeschreven_op
    if eerste is not None and eerste < een.geboren_op:
        return "De eerste schooldag ligt voor de geboorte. Kijk de twee datums na in uw administratie."
    if eerste is not None and eerste > peildatum + VERSTE_DAG:
        return "De eerste schooldag ligt meer dan een jaar vooruit. Kijk het jaar na in uw administratie."
    if laatste is not None and laatste < (eerste or een.geboren_op):
        return "De laatste schooldag ligt voor de eerste. Kijk de twee datums na in uw administratie."
    return None


def _te_lang(een: Leerlingopgave) -> str | None:
    maten = (LANGSTE_VOORNAAM, LANGSTE_ACHTERNAAM, LANGSTE_GROEPSNAAM, LANGSTE_SLEUTEL)
    lengtes = (len(een.voornaam), len(een.achternaam), len(een.groep or ""), len(een.sleutel))
    te_lang = tuple(map(gt, lengtes, maten))
    if True in te_lang:
        welke = te_lang.index(True)
        wat = ("voornaam", "achternaam", "naam van de groep", "sleutel")[welke]
        return f"De {wat} is langer dan {maten[welke]} tekens. Maak hem korter in uw administratie."
    return None


def twijfel_leeftijd(een: Leerlingopgave, *, peildatum: date) -> str:
    """What is odd about the age of a new pupil on the first day; empty when nothing is.

    >>> twijfel_leeftijd(Leerlingopgave(2, "", "Pip", "Wilg", date(2026, 9, 1)), peildatum=date(2026, 10, 1))
    'Deze leerling is 0 jaar. Klopt de geboortedatum?'
    """
    dag = max(peildatum, een.ingeschreven_op or peildatum)
    jaren = dag.year - een.geboren_op.year - ((dag.month, dag.day) < (een.geboren_op.month, een.geboren_op.day))
    oudste = OUDSTE_IN_JAARGROEP if (een.groep or "").removeprefix("Groep ").startswith(_JAARGROEPEN) else OUDSTE
    return "" if JONGSTE <= jaren <= oudste else f"Deze leerling is {jaren} jaar. Klopt de geboortedatum?"
