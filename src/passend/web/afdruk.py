"""The copy of a part of a file: it is kept in Dutch, and our own words in it are shown in the language of the page.

What is kept is plain text: what each value is called, and the value. The names are ours and stand in the catalogue, as
do values that we chose, such as the kind of a meeting. What somebody wrote stays as it is, and is announced as Dutch.
"""

import re
from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_noop as N_  # noqa: N812 -- by this name the catalogue finds it
from markupsafe import Markup, escape

from passend.web.zinnen import CONTEXT

_TITELS = {
    "gegevens": N_("Gegevens van het kind en de ouders"),
    "toetsresultaten": N_("Toets: %(vak)s, %(dag)s"),
    "verzuim": N_("Verzuim op %(dag)s: %(soort)s"),
    "kenmerken": "%(soort)s: %(tekst)s",
    "clusters": N_("Plaats in een groepsplan: %(vak)s, %(schooljaar)s, ronde %(ronde)s"),
    "plannen": N_("Individueel plan van %(dag)s"),
    "gesprekken": N_("%(soort)s van %(dag)s"),
    "overleggen": N_("%(soort)s van %(dag)s"),
    "aanmelding": N_("Aanmelding van %(dag)s"),
    "verwijderingen": N_("Verwijdering, begonnen op %(dag)s"),
    "schorsingen": N_("Schorsing vanaf %(dag)s"),
    "opp": N_("Ontwikkelingsperspectief van %(dag)s"),
    "rapporten": N_("Onderwijskundig rapport"),
    "schoolcontacten": N_("Contact met %(school)s op %(dag)s"),
}
"""How the parts of each sort are called; the queries of the rooms call them so."""
_ZINNEN = (
    N_("Dit staat niet meer in het dossier."),
    N_("Dit staat niet meer in het dossier. De school trok het in op %(dag)s."),
    N_("Wat hier stond, is vernietigd: de school trok dit in op %(dag)s."),
)
_REDEN = N_("Reden:")
"""What a copy says when its part is gone, and what stands before why."""
_WEG = ("Dit staat niet meer in het dossier.", "Wat hier stond, is vernietigd:")
_LETTERS = re.compile(r"[^\W\d_]")
_UUR = re.compile(r"(\d\d-\d\d-\d{4}), (\d{1,2})\.(\d\d) uur")
_HAAKJES = re.compile(r"(\([^()\n]+\))")
_PLAATS = re.compile(r"%\((\w+)\)s")


def stuktitel(titel: str, deel: str = "") -> Markup:
    """What a piece is called, announced as Dutch where somebody wrote it; `deel` is the key of the part it copies."""
    if _is_nederlands():
        return escape(titel)
    vorm = _TITELS.get(deel.partition(":")[0])
    return (_in_vorm(vorm, titel) if vorm else None) or _geschreven(titel)


def afdruk(tekst: str) -> Markup:
    """What a copy says, line by line: names and words of ours in the language of the page, the rest as it stands."""
    if _is_nederlands():
        return escape(tekst)
    return Markup("\n").join(_regel(regel) for regel in tekst.splitlines())


def is_weg(tekst: str) -> bool:
    """True of a copy that no longer says what a part says: the part is gone, or what the copy said was destroyed.

    >>> is_weg("Dit staat niet meer in het dossier."), is_weg("Schaalscore: 18")
    (True, False)
    """
    return tekst.startswith(_WEG)


def _is_nederlands() -> bool:
    return (get_language() or settings.LANGUAGE_CODE) == settings.LANGUAGE_CODE


def _regel(regel: str) -> Markup:
    for gevonden in _namen(regel):
        naam = gevonden.removesuffix(" ")
        kaal = naam.removesuffix(":")
        if (vertaald := pgettext(CONTEXT, kaal)) != kaal:
            teken = ":" if naam.endswith(":") else ""
            return Markup("{}{} {}").format(vertaald, teken, _waarde(regel[len(gevonden) :]))
    if regel and (kop := pgettext(CONTEXT, regel)) != regel:
        return escape(kop)
    zin, reden, waarom = regel.partition(f" {_REDEN} ")
    if weg := next((gezegd for vorm in _ZINNEN if (gezegd := _in_vorm(vorm, zin))), None):
        return Markup("{} {} {}").format(weg, gettext(_REDEN), _geschreven(waarom)) if reden else weg
    return _geschreven(regel)


def _namen(regel: str) -> Iterator[str]:
    """What a value may be called by: a question ends in its own sign, and has no other behind it."""
    yield from (regel[: een.end()] for een in re.finditer(r"[:?] ", regel[:120]))


def _waarde(tekst: str) -> Markup:
    if (vertaald := _woord(tekst)) != tekst:
        return escape(vertaald)
    if moment := _UUR.fullmatch(tekst):
        return escape("{}, {}:{}".format(*moment.groups()))
    return Markup("").join(_rol(stuk) for stuk in _HAAKJES.split(tekst) if stuk)


def _rol(stuk: str) -> Markup:
    """What somebody is, behind their name: `(leerkracht, was erbij)`; all of it is ours, or nothing."""
    if _HAAKJES.fullmatch(stuk):
        woorden = stuk[1:-1].split(", ")
        vertaald = [_woord(woord) for woord in woorden]
        if all(nu != eerst for nu, eerst in zip(vertaald, woorden, strict=True)):
            return escape(f"({', '.join(vertaald)})")
    return _geschreven(stuk)


def _in_vorm(vorm: str, tekst: str) -> Markup | None:
    gevonden = _als_patroon(vorm).fullmatch(tekst)
    if gevonden is None:
        return None
    feiten = {naam: _feit(naam, feit) for naam, feit in gevonden.groupdict().items()}
    return escape(gettext(vorm)) % feiten if feiten else escape(gettext(vorm))


def _feit(naam: str, feit: str) -> Markup:
    """A word of ours, a day or a name, which is the same in every language; only `tekst` did somebody write."""
    return _geschreven(feit) if naam == "tekst" else escape(_woord(feit))


@cache
def _als_patroon(vorm: str) -> re.Pattern[str]:
    stukken = _PLAATS.split(vorm)
    return re.compile(
        "".join(f"(?P<{een}>.*?)" if nr % 2 else re.escape(een) for nr, een in enumerate(stukken)), re.DOTALL
    )


def _woord(tekst: str) -> str:
    """A word of ours in the language of the page; what is none stays as it is."""
    if not tekst or "\n" in tekst:
        return tekst
    for vorm in (tekst, tekst[:1].lower() + tekst[1:]):
        for vertaald in (pgettext(CONTEXT, vorm), gettext(vorm)):
            if vertaald != vorm:
                return vertaald[:1].upper() + vertaald[1:] if tekst[:1].isupper() else vertaald
    return tekst


def _geschreven(tekst: str) -> Markup:
    """What somebody wrote, or a name or number that is the same everywhere."""
    return Markup('<span lang="nl">{}</span>').format(tekst) if _LETTERS.search(tekst) else escape(tekst)
