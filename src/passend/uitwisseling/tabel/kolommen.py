"""What a column is: by its heading, and by what is in it; what somebody said the last time comes first."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from passend.uitwisseling.tabel.koppen import LEERLING
from passend.uitwisseling.tabel.tabel import Tabel
from passend.uitwisseling.tabel.waarden import is_adres, lees_dag, lees_ja_nee, lees_kolomdag

type Koppeling = Mapping[str, str]

VELDEN: tuple[str, ...] = tuple(LEERLING)
_ALLE_KOPPEN = frozenset(kop for koppen in LEERLING.values() for kop in koppen)
_TUSSEN_HAAKJES = re.compile(r"\([^)]*\)")
DAGEN = frozenset({"geboren_op", "ingeschreven_op", "uitgeschreven_op"})
_DEEL = 0.6  # of what is filled in must look like it
_JONGSTE, _OUDSTE = 2, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkenning:
    """Per field the heading of its column; whether all of it was said before, or the headings changed since."""

    koppeling: dict[str, str]
    is_onthouden: bool = False
    is_veranderd: bool = False


def herken(tabel: Tabel, eerder: Koppeling, peildatum: date, gezien: Collection[str] = ()) -> Herkenning:
    """What the columns are; what was said the last time holds as long as its headings are there.

    A column that was not there the last time is shown, for it may hold parents or an authority that nobody would miss.

    Args:
        tabel: the rows.
        eerder: what somebody said of an earlier file, by field; empty the first time.
        peildatum: the day on which is looked, to tell a day of birth from another day.
        gezien: every heading of that earlier file, also of what was not to be read.
    """
    koppeling = {veld: kop for veld, kop in eerder.items() if veld in VELDEN and kop in tabel.koppen}
    is_heel = bool(eerder) and len(koppeling) == len(eerder) and check_koppeling(koppeling) is None
    andere = list_andere_koppen(tabel, koppeling, gezien)
    if is_heel and not andere:
        return Herkenning(koppeling=koppeling, is_onthouden=True)
    vrij = andere if is_heel else [kop for kop in tabel.koppen if kop not in koppeling.values()]
    for veld in VELDEN:
        kop = next((kop for kop in _op_kop(veld, vrij) if _past(veld, tabel.kolom(kop))), None)
        if veld not in koppeling and kop is not None:
            koppeling[veld] = kop
            vrij.remove(kop)
    if "geboren_op" not in koppeling and (kop := _geboortekolom(tabel, vrij, peildatum)):
        koppeling["geboren_op"] = kop
    if {"voornaam", "achternaam"} <= koppeling.keys():
        koppeling.pop("naam", None)
    return Herkenning(koppeling=koppeling, is_veranderd=bool(eerder))


def list_andere_koppen(tabel: Tabel, koppeling: Koppeling, gezien: Collection[str]) -> list[str]:
    """The headings about which nobody said anything yet; all of them when the file has none of its own.

    >>> list_andere_koppen(Tabel(koppen=["Kind", "Klas"], rijen=[]), {"naam": "Kind"}, ["Kind"])
    ['Klas']
    """
    bekend = {*koppeling.values(), *gezien} if tabel.heeft_koppen else set()
    return [kop for kop in tabel.koppen if kop not in bekend]


def check_koppeling(koppeling: Koppeling) -> str | None:
    """What is still missing before rows can be read; None when nothing is.

    >>> check_koppeling({"naam": "Leerling", "geboren_op": "Geboren"}) is None
    True
    """
    if "naam" not in koppeling and not {"voornaam", "achternaam"} <= koppeling.keys():
        return "Wijs aan in welke kolom de voornaam en de achternaam staan, of de hele naam."
    if "geboren_op" not in koppeling:
        return "Wijs aan in welke kolom de geboortedatum staat. Zonder die dag is niet te zien wie wie is."
    for ouder in ("ouder1", "ouder2"):
        if f"{ouder}_email" in koppeling and f"{ouder}_naam" not in koppeling:
            return "Wijs bij het e-mailadres van een ouder ook de kolom met de naam aan, of kies er: niet inlezen."
    if len(set(koppeling.values())) != len(koppeling):
        return "Een kolom is twee keer gekozen. Kies voor elk gegeven een eigen kolom."
    return None


def is_leerlingkop(kop: str) -> bool:
    """True for the heading of a list of pupils.

    >>> is_leerlingkop("Voornaam (roepnaam)"), is_leerlingkop("Toelichting")
    (True, False)
    """
    return any(naam in _ALLE_KOPPEN for naam in namen_van(kop))


def plat(kop: str) -> str:
    """A heading without signs and capitals.

    >>> plat("Geb.-datum"), plat("Ouder/verzorger 1")
    ('geb datum', 'ouder verzorger 1')
    """
    return " ".join(re.sub(r"[^a-z0-9]+", " ", kop.lower()).split())


def namen_van(kop: str) -> tuple[str, str]:
    """What a heading can be known by: all of it, and without what stands between brackets.

    >>> namen_van("Achternaam (met tussenvoegsel)"), namen_van("Ouder/verzorger 1")
    (('achternaam met tussenvoegsel', 'achternaam'), ('ouder 1', 'ouder 1'))
    """
    heel, kaal = plat(kop), plat(_TUSSEN_HAAKJES.sub(" ", kop))
    return heel.replace("ouder verzorger", "ouder"), kaal.replace("ouder verzorger", "ouder")


def _op_kop(veld: str, vrij: Sequence[str]) -> list[str]:
    """The headings that can be this field, the surest first."""
    per_kop = [namen_van(kop) for kop in vrij]
    namen = {paar[deel]: kop for deel in (1, 0) for paar, kop in reversed(list(zip(per_kop, vrij, strict=True)))}
    return [namen[naam] for naam in LEERLING[veld] if naam in namen]


def _past(veld: str, waarden: Sequence[str]) -> bool:
    """True when what is in a column does not contradict its heading."""
    gevuld = [waarde for waarde in waarden if waarde]
    if veld in DAGEN:
        return _meeste(lees_kolomdag(waarde) is not None for waarde in gevuld)
    if veld.endswith("_naam"):
        return not gevuld or not _meeste(_is_geen_naam(waarde) for waarde in gevuld)
    if veld.endswith("_email"):
        return _meeste(is_adres(waarde) for waarde in gevuld)
    if veld.endswith("_gezag"):
        return _meeste(lees_ja_nee(waarde) is not None for waarde in gevuld)
    return True


def _is_geen_naam(waarde: str) -> bool:
    return is_adres(waarde) or lees_ja_nee(waarde) is not None


def _meeste(uitslagen: Iterable[bool]) -> bool:
    lijst = list(uitslagen)
    return sum(lijst) >= _DEEL * len(lijst)


def _geboortekolom(tabel: Tabel, vrij: Sequence[str], peildatum: date) -> str | None:
    """A column of days on which children of a school are born, although its heading says something else."""
    for kop in vrij:
        dagen = [lees_dag(waarde) for waarde in tabel.kolom(kop) if waarde]
        past = [dag is not None and _JONGSTE <= peildatum.year - dag.year <= _OUDSTE for dag in dagen]
        if past and _meeste(past):
            return kop
    return None
