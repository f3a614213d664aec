"""What the columns of a file with test results are: a row for each result, or a row for each pupil with more subjects.

A field is a name, such as `schaalscore`; where the subject is in the heading, it is written behind it, as in
`schaalscore@rekenen`. What holds for the whole file stands under `alle:`, such as `alle:instrument`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from passend.regels.instrumenten import list_instrumenten, list_normschemas
from passend.regels.toetsherkenning import herken_instrument, herken_moment, herken_schema, herken_vak
from passend.uitwisseling.tabel.kolommen import Herkenning, Koppeling, list_andere_koppen, namen_van, plat
from passend.uitwisseling.tabel.koppen import LEERLING, TOETS, WAARDE, WIE
from passend.uitwisseling.tabel.tabel import Tabel
from passend.uitwisseling.tabel.waarden import lees_dag, lees_kolomdag

ALLE = "alle:"
BIJ_VAK = "@"
VELDEN: tuple[str, ...] = (*WIE, *TOETS, *WAARDE)
WAARDEN: tuple[str, ...] = tuple(WAARDE)
VOOR_ALLES = ("instrument", "vak", "afgenomen_op", "afnamemoment", "normschema")
ELKE_KEER = frozenset({f"{ALLE}afgenomen_op", f"{ALLE}afnamemoment"})  # of another file these are otherwise
_DAGEN = frozenset({"geboren_op", "afgenomen_op"})
_DEEL = 0.6
_GETAL = re.compile(r"\d+([.,]\d+)?")


def herken_toetskolommen(
    tabel: Tabel, eerder: Koppeling, bestandsnaam: str = "", gezien: Collection[str] = ()
) -> Herkenning:
    """What the columns are; what was said the last time holds as long as its headings are there.

    Args:
        tabel: the rows.
        eerder: what somebody said of an earlier file, by field; empty the first time.
        bestandsnaam: its name, which often has the instrument in it.
        gezien: every heading of that earlier file, also of what was not to be read.
    """
    kolommen = {veld: kop for veld, kop in eerder.items() if not veld.startswith(ALLE)}
    vast = {veld: wat for veld, wat in eerder.items() if veld.startswith(ALLE) and veld not in ELKE_KEER}
    over = {veld: kop for veld, kop in kolommen.items() if kop in tabel.koppen and is_veld(veld)}
    is_heel = bool(eerder) and len(over) == len(kolommen)
    andere = list_andere_koppen(tabel, over, gezien)
    if is_heel and not andere:
        koppeling = over | vast
        return Herkenning(koppeling=koppeling, is_onthouden=check_toetskoppeling(koppeling) is None)
    koppeling = dict(over)
    for kop in andere if is_heel else tabel.koppen:
        if kop not in koppeling.values():
            veld = _veld_van(kop, tabel.kolom(kop))
            if veld and veld not in koppeling:
                koppeling[veld] = kop
    if {"voornaam", "achternaam"} <= koppeling.keys():
        koppeling.pop("naam", None)
    return Herkenning(
        koppeling=koppeling | dict(_voor_alles(tabel, koppeling, bestandsnaam)) | vast, is_veranderd=bool(eerder)
    )


def is_toetskop(kop: str) -> bool:
    """True for the heading of a list of results.

    >>> is_toetskop("Afnamedatum"), is_toetskop("Rekenen VS"), is_toetskop("Toelichting")
    (True, True, False)
    """
    naam = f" {plat(kop)} "
    is_vast = any(not {*namen_van(kop)}.isdisjoint(koppen) for koppen in (*WIE.values(), *TOETS.values()))
    return is_vast or any(f" {woord} " in naam for koppen in WAARDE.values() for woord in koppen)


def is_toetslijst(koppen: Iterable[str]) -> bool:
    """True for headings of results, which somebody can hand in where pupils are asked.

    >>> is_toetslijst(["Naam", "Toets", "Score"]), is_toetslijst(["Naam", "Geboren", "Niveau"])
    (True, False)
    """
    soorten = _soorten(koppen)
    return "waarde" in soorten and not {"toets", "afgenomen_op"}.isdisjoint(soorten)


def is_leerlinglijst(koppen: Iterable[str]) -> bool:
    """True for headings of pupils, which somebody can hand in where results are asked.

    >>> is_leerlinglijst(["Naam", "Geboren", "Groep"]), is_leerlinglijst(["Naam", "Geboren", "Groep", "Score"])
    (True, False)
    """
    soorten = _soorten(koppen)
    return "geboren_op" in soorten and "leerling" in soorten and "waarde" not in soorten


def _soorten(koppen: Iterable[str]) -> set[str]:
    """What kinds of column there are: fields of who and of a test, `waarde` for a result, `leerling` for a pupil."""
    soorten = set()
    for kop in koppen:
        namen, woorden = {*namen_van(kop)}, f" {plat(kop)} "
        soorten |= {veld for veld, namen_van_veld in (WIE | TOETS).items() if not namen.isdisjoint(namen_van_veld)}
        if any(f" {woord} " in woorden for woorden_van_veld in WAARDE.values() for woord in woorden_van_veld):
            soorten.add("waarde")
        if any(not namen.isdisjoint(namen_van_veld) for veld, namen_van_veld in LEERLING.items() if veld not in WIE):
            soorten.add("leerling")
    return soorten


def is_veld(veld: str) -> bool:
    """True for a name of a column as it is kept.

    >>> is_veld("schaalscore@rekenen"), is_veld("naam"), is_veld("naam@rekenen")
    (True, True, False)
    """
    wat, teken, vak = veld.partition(BIJ_VAK)
    return wat in VELDEN and (not teken or (wat in WAARDEN and herken_vak(vak.replace("_", " ")) == vak))


def check_toetskoppeling(koppeling: Koppeling) -> str | None:
    """What is still missing before rows can be read; None when nothing is."""
    heeft = koppeling.keys()
    waarden = {veld.partition(BIJ_VAK)[0] for veld in heeft if not veld.startswith(ALLE)}
    kolommen = [kop for veld, kop in koppeling.items() if not veld.startswith(ALLE)]
    heeft_naam = {"voornaam", "achternaam"} <= heeft or {"sleutel", "naam"} & heeft
    heeft_vak = not set(WAARDEN) & heeft or {"vak", "toets", f"{ALLE}vak"} & heeft
    bezwaren = (
        (not heeft_naam, "Wijs aan in welke kolom het leerlingnummer of de naam staat."),
        (not set(WAARDEN) & waarden, "Wijs aan in welke kolom een score of een niveau staat."),
        (not {"instrument", "toets", f"{ALLE}instrument"} & heeft, "Kies van welke maker deze toetsen zijn."),
        (
            not {"afgenomen_op", f"{ALLE}afgenomen_op"} & heeft,
            "Wijs aan in welke kolom de datum van de toets staat, of vul een datum in voor alle toetsen.",
        ),
        (not heeft_vak, "Wijs aan in welke kolom het vak staat, of kies een vak voor alle toetsen."),
        (
            "niveau" in waarden and not _heeft_indeling(koppeling),
            "Kies bij welke indeling de niveaus horen: A kan in de ene indeling iets anders zijn dan in de andere.",
        ),
        (len(set(kolommen)) != len(kolommen), "Een kolom is twee keer gekozen. Kies voor elk gegeven een eigen kolom."),
    )
    return next((zin for is_zo, zin in bezwaren if is_zo), None)


def _heeft_indeling(koppeling: Koppeling) -> bool:
    """True when it is known what the bands mean; IEP has one scheme for each subject, so there it follows."""
    return bool({"normschema", f"{ALLE}normschema"} & koppeling.keys()) or koppeling.get(f"{ALLE}instrument") == "iep"


def _veld_van(kop: str, waarden: Sequence[str]) -> str:
    """The field of a column by its heading, as far as what is in it does not contradict it; empty when not known."""
    naam = plat(kop)
    for veld, koppen in (*WIE.items(), *TOETS.items()):
        if not {*namen_van(kop)}.isdisjoint(koppen):
            return (
                veld
                if veld not in _DAGEN or _meeste(lees_kolomdag(waarde) is not None for waarde in waarden if waarde)
                else ""
            )
    veld = next((veld for veld, koppen in WAARDE.items() if any(f" {woord} " in f" {naam} " for woord in koppen)), "")
    vak = herken_vak(kop)
    if not veld and vak and _meeste(bool(_GETAL.fullmatch(waarde)) for waarde in waarden if waarde):
        veld = "ruwe_score"
    return f"{veld}{BIJ_VAK}{vak}" if veld and vak else veld


def _voor_alles(tabel: Tabel, koppeling: Mapping[str, str], bestandsnaam: str) -> Iterator[tuple[str, str]]:
    """What is the same for the whole file, as far as it can be told."""
    instrument = herken_instrument(re.sub(r"[_.-]+", " ", bestandsnaam))
    if not instrument and any("ontwikkelscore" in plat(kop) for kop in tabel.koppen):
        instrument = "iep"
    if instrument and "instrument" not in koppeling:
        yield f"{ALLE}instrument", instrument
    if "afnamemoment" not in koppeling and (moment := herken_moment(re.sub(r"[_.-]+", " ", bestandsnaam))):
        yield f"{ALLE}afnamemoment", moment
    niveaus = {
        waarde.upper()
        for veld, kop in koppeling.items()
        if veld.partition(BIJ_VAK)[0] == "niveau"
        for waarde in tabel.kolom(kop)
        if waarde
    }
    schema = herken_schema(niveaus, instrument=instrument, vak="")
    if schema and not schema.startswith("iep_") and "normschema" not in koppeling:
        yield f"{ALLE}normschema", schema


def _meeste(uitslagen: Iterator[bool]) -> bool:
    lijst = list(uitslagen)
    return bool(lijst) and sum(lijst) >= _DEEL * len(lijst)


def check_voor_alles(veld: str, waarde: str, *, peildatum: date) -> bool:
    """True when what somebody chose for the whole file can be.

    >>> check_voor_alles("instrument", "iep", peildatum=date(2026, 3, 1))
    True
    """
    if veld == "instrument":
        return waarde in list_instrumenten()
    if veld == "normschema":
        return waarde in list_normschemas()
    if veld == "vak":
        return any(waarde in een.vakken for een in list_instrumenten().values())
    if veld == "afgenomen_op":
        dag = lees_dag(waarde)
        return dag is not None and dag <= peildatum
    return True
