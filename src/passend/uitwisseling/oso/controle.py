"""Our own check of a transfer file: its parts, its codes and days, the rules of the two profiles, what may be in it.

The rules are data (`codes_2019.toml`, `regels_2019.toml`); `dekking_2019.csv` says of each rule of the standard which
of them covers it, or why none does.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

from passend.begrippen.opgave import OnleesbaarError
from passend.regels.burgerservicenummer import is_burgerservicenummer
from passend.uitwisseling.oso.bevinding import Bevinding, regel_van
from passend.uitwisseling.oso.dagen import dagfouten
from passend.uitwisseling.oso.formaat import NIEUWSTE, Formaat
from passend.uitwisseling.oso.vorm import vormfouten

PROFIELEN = ("POPO", "POSWV")
_LEERLING = "o:huidigeschool/o:leerling/"
_DELEN = {"ll": _LEERLING, "oo": f"{_LEERLING}o:onderwijsondersteuning/"}
_MAIL = re.compile(r"[a-zA-Z0-9!#$%*+=?^_`{|}~.-]+@[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9-]+)*")
_NAMEN = {
    "cat_metadata": "het dossier zelf",
    "cat_ouderinzage": "inzage door ouders",
    "cat_oudersverzorgers": "ouders en verzorgers",
    "cat_vve": "voor- en vroegschool",
    "cat_schoolloopbaan": "schoolloopbaan",
    "cat_overstapadvies": "overstapadvies",
    "cat_onderwijsondersteuning": "onderwijsondersteuning",
    "cat_verzuim": "verzuim",
    "cat_eindtoetsbo": "eindtoets",
    "cat_toetsresultaten": "toetsresultaten",
    "cat_handelingsplannen": "handelingsplannen",
    "cat_cijferlijsten": "cijferlijsten",
    "cat_vombo": "voortgezet onderwijs",
    "cat_bijlagedocs": "bijlagen",
}


def controleer(boom: etree._Element, formaat: Formaat = NIEUWSTE) -> list[Bevinding]:
    """Everything that is wrong with a file, in the order of its lines; empty for one that can be sent.

    Raises:
        OnleesbaarError: it is of a profile that Passend has no rules for.
    """
    profiel = profiel_van(boom, formaat)
    if profiel not in PROFIELEN:
        raise OnleesbaarError(
            f"Dit is een dossier voor een andere overstap ({profiel}). "
            "Passend kijkt na: van basisschool naar basisschool (POPO) en naar het samenwerkingsverband (POSWV)."
        )
    gevonden = [*_codes(boom, formaat), *_categorieen(boom, formaat), *_regels(boom, formaat, profiel)]
    gevonden += [*vormfouten(boom, formaat), *dagfouten(boom, formaat)]
    return sorted(gevonden, key=lambda een: (een.regel, een.code))


def profiel_van(boom: etree._Element, formaat: Formaat = NIEUWSTE) -> str:
    """For which transfer it is made, as the standard calls it."""
    ruimte = {"o": formaat.ruimte}
    soort = str(boom.findtext("o:overdrachtsoort", "", ruimte))
    if soort == "overdrachtbinnenbrin":
        return "binnen een school"
    gezegd = str(boom.findtext("o:metadata/o:overstap", "", ruimte))
    return gezegd or ("POSWV" if soort == "swv-dossier" else "POPO")


def _codes(boom: etree._Element, formaat: Formaat) -> Iterator[Bevinding]:
    for lijst in _lees(f"codes_{formaat.jaar}.toml")["codelijst"]:
        codes, nummer = set(lijst["codes"].split()), lijst["nummer"]
        for pad in lijst["paden"]:
            for element in _zoek(pad, formaat.ruimte)(boom):
                if (element.text or "") not in codes:
                    zin = f"Bij {lijst['wat']} staat een code die niet bestaat. Kies een code uit lijst {nummer}."
                    yield Bevinding(code=f"codelijst {nummer}", regel=regel_van(element), zin=zin)


def _categorieen(boom: etree._Element, formaat: Formaat) -> Iterator[Bevinding]:
    ruimte = {"o": formaat.ruimte}
    for naam, paden in _lees(f"regels_{formaat.jaar}.toml")["categorieen"].items():
        stand = boom.findtext(f"o:metadata/o:categorie_uitlevering/o:{naam}", "", ruimte)
        delen = [deel for pad in paden.split() if (deel := boom.find(pad.format(**_DELEN), ruimte)) is not None]
        wat, regel = _NAMEN[naam], regel_van(boom)
        if stand == "VERPLICHT" and not delen:
            zin = f"Gegevens over {wat} zijn verplicht, en ze ontbreken. Vul ze aan."
            yield Bevinding(code=naam, regel=regel, zin=zin)
        elif stand in {"VERBODEN", "OPT-UIT"} and delen:
            zin = f"Gegevens over {wat} gaan niet mee, en ze staan er toch in. Haal ze weg, of lever ze wel."
            yield Bevinding(code=naam, regel=regel_van(delen[0]), zin=zin)


def _regels(boom: etree._Element, formaat: Formaat, profiel: str) -> Iterator[Bevinding]:
    for regel in _lees(f"regels_{formaat.jaar}.toml")["regel"]:
        if regel.get("profiel", profiel) != profiel:
            continue
        is_fout = _toets(f"boolean({regel['fout'].strip()})", formaat.ruimte)
        for element in _zoek(regel["op"], formaat.ruimte)(boom):
            if is_fout(element):
                yield Bevinding(code=regel["code"], regel=regel_van(element), zin=regel["zin"])


@cache
def _lees(naam: str) -> dict[str, Any]:
    return tomllib.loads(files("passend.uitwisseling.oso").joinpath(naam).read_text(encoding="utf-8"))


@cache
def _zoek(pad: str, ruimte: str) -> Callable[[etree._Element], list[etree._Element]]:
    xpath = etree.XPath(pad, namespaces={"o": ruimte})

    def zoek(boom: etree._Element) -> list[etree._Element]:
        gevonden: Any = xpath(boom)
        return list(gevonden)

    return zoek


@cache
def _toets(vraag: str, ruimte: str) -> Callable[[etree._Element], bool]:
    extra = {(None, "waar"): _waar, (None, "mailadres"): _mailadres, (None, "elfproef"): _elfproef}
    xpath = etree.XPath(vraag, namespaces={"o": ruimte}, extensions=extra)
    return lambda element: bool(xpath(element))


def _woord(delen: Any) -> str:
    return (delen[0].text or "").strip() if delen else ""


def _waar(_context: object, delen: Any) -> bool:
    return _woord(delen) in {"true", "1"}


def _mailadres(_context: object, delen: Any) -> bool:
    return _MAIL.fullmatch(_woord(delen)) is not None


def _elfproef(_context: object, delen: Any) -> bool:
    return is_burgerservicenummer(_woord(delen))
