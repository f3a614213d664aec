"""The shape of what is typed in a field: a day, an address, a school year; and how long it may be."""

from collections.abc import Callable, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Veldsoort
from passend.profielen.actions.profiel import OnderdeelError

LANGSTE_WAARDE = 160  # as long as the name of a school can be; more is no value of a few words
LANGSTE_ADRES = 2000


def check_veld(waarde: str, soort: Veldsoort) -> str | None:
    """The value as it is stored; None when it is blank.

    Raises:
        OnderdeelError: it has not the shape the field asks, or is too long for a field.
    """
    schoon = waarde.strip()
    if len(schoon) > (meeste := LANGSTE_ADRES if soort is Veldsoort.LINK else LANGSTE_WAARDE):
        raise OnderdeelError(f"Dit is te lang: houd het bij {meeste} tekens. Maak het korter en probeer het opnieuw.")
    try:
        if schoon and (vorm := _VELDVORMEN.get(soort)) is not None:
            schoon = vorm(schoon)
    except (ValidationError, ValueError) as fout:
        raise OnderdeelError(_VELDFOUTEN[soort]) from fout
    return schoon or None


def heeft_vorm(waarde: str, soort: Veldsoort) -> bool:
    """True when a value has the shape that a field asks.

    >>> heeft_vorm("https://school.example", Veldsoort.LINK), heeft_vorm("zie de site", Veldsoort.LINK)
    (True, False)
    """
    try:
        check_veld(waarde, soort)
    except OnderdeelError:
        return False
    return True


def _als_dag(waarde: str) -> str:
    return date.fromisoformat(waarde).isoformat()


def _als_email(waarde: str) -> str:
    validate_email(waarde)
    return waarde


def _als_link(waarde: str) -> str:
    URLValidator(schemes=["http", "https"])(waarde)
    return waarde


def _als_schooljaar(waarde: str) -> str:
    schooljaar = Schooljaar.uit_tekst(waarde)
    if schooljaar is None:
        raise ValueError(waarde)
    return str(schooljaar)


_VELDVORMEN: Mapping[Veldsoort, Callable[[str], str]] = {
    Veldsoort.DATUM: _als_dag,
    Veldsoort.EMAIL: _als_email,
    Veldsoort.LINK: _als_link,
    Veldsoort.SCHOOLJAAR: _als_schooljaar,
}
_VELDFOUTEN = {
    Veldsoort.DATUM: "Dit is geen dag die bestaat. Schrijf hem als jaar-maand-dag, zoals 2026-09-01.",
    Veldsoort.EMAIL: "Dit is geen e-mailadres. Het heeft een @ en een punt, zoals info@school.example.",
    Veldsoort.LINK: "Dit is geen webadres. Het begint met https://, zoals https://school.example.",
    Veldsoort.SCHOOLJAAR: "Dit is geen schooljaar. Schrijf het als twee jaren, zoals 2026-2027.",
}
