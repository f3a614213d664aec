"""Write `docs/developer/reference/regels.md` from the scenarios of the tests and the dated numbers of the rules.

The page is in Dutch, for its reader is a lawyer; the words for facts and codes are in `regelwoorden.py` beside this.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.utils import translation

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.regelwoorden import (
    BEURTEN,
    DAGNAMEN,
    PARAMETERKOPPEN,
    STANDEN,
    UITSCHRIJVING,
    zeg_besluit,
    zeg_bewaren,
    zeg_dag,
    zeg_feiten,
    zeg_opdracht,
    zeg_verzuim,
)

from passend.regels.parameterbestand import Waarde, load_parameters

WORTEL = Path(__file__).resolve().parents[1]
SCENARIOS = WORTEL / "tests" / "regels" / "scenarios"
PARAMETERS = WORTEL / "src" / "passend" / "regels" / "parameters"
PAGINA = WORTEL / "docs" / "developer" / "reference" / "regels.md"
KOP = Path(__file__).with_name("regelkop.md")
MIST = "Wat er nog ontbreekt, of waarom het mag, met grondslag"
KAN_NIET = "Wat er niet kan, of waarom het mag, met grondslag"
DAGEN = "Dagen die tellen, met grondslag"
BLIJVEN = "Dagen die bij de zaak blijven staan, met grondslag"
STANDKOPPEN = ("Voorbeeld", "Feiten", "Op", "Stand", "Wat de ouders lezen", DAGEN)
IN_ELKE_RIJ = ("besloten_op",)
"""What stands in each row about a removal, for every day of it counts from there."""


def pagina() -> str:
    """The whole page, in Dutch: whoever reads it knows the law and not the code."""
    with translation.override("nl"):
        return "\n".join(_delen()).rstrip("\n") + "\n"


def _delen() -> Iterator[str]:
    yield KOP.read_text(encoding="utf-8")
    yield "## Data: wat de wet na deze feiten vraagt\n"
    yield from _termijnen(_lees("termijnen")["scenario"])
    yield from _poortdelen(_lees("poorten"))
    yield from _standdelen(_lees("standen"))
    yield "## Op welke grond een besluit rust, en of het op tijd was\n"
    yield _tabel(("Voorbeeld", "Feiten", "Grond", "Verteld", BLIJVEN), _besluiten(_lees("besluiten")))
    yield "## Hoe lang gegevens blijven\n"
    yield "De termijn begint in elk voorbeeld op 31-07-2026.\n"
    yield _tabel(
        ("Voorbeeld", "Feiten", "Op", "Stand", "Wat er staat", "Grondslag"), _bewaren(_lees("bewaren")["bewaren"])
    )
    yield "## Wanneer verzuim wordt gemeld\n"
    yield _tabel(
        ("Voorbeeld", "Feiten", "Op", "Uren die tellen", "Melden", "Grondslag"), _verzuim(_lees("verzuim")["verzuim"])
    )
    yield "## De getallen\n"
    yield from _parameters()


def _poortdelen(poorten: Mapping[str, Any]) -> Iterator[str]:
    vast = poorten["vast"]
    yield "## Wat er moet liggen voor een besluit over een aanmelding\n"
    yield _tabel(("Voorbeeld", "Feiten", MIST), _poorten(poorten["poort"], vast["poort"]))
    yield _zinnen(poorten["zinnen"])
    yield "## Wat er moet liggen voor een verwijdering\n"
    yield "Elk besluit is van 19-10-2026, tenzij er iets anders staat.\n"
    yield _tabel(("Voorbeeld", "Feiten", MIST), _poorten(poorten["verwijdering"], vast["verwijdering"]))
    yield _zinnen(poorten["verwijderzinnen"])
    yield "## Wanneer een andere school een verwijderde leerling kan hebben ingeschreven\n"
    yield "Op 19-10-2026 noteert de school dat het kind op die andere school is ingeschreven.\n"
    yield _tabel(("Voorbeeld", "Feiten", MIST), _ingeschreven(poorten["ingeschreven"], vast["ingeschreven"]))
    yield "## Wanneer een leerling zo niet geschorst kan worden\n"
    yield _tabel(("Voorbeeld", "Feiten", KAN_NIET), _poorten(poorten["schorsing"], vast["schorsing"]))
    yield _zinnen(poorten["schorsingszinnen"])


def _standdelen(standen: Mapping[str, Any]) -> Iterator[str]:
    yield "## Waar een aanmelding staat\n"
    yield _tabel(STANDKOPPEN, _standen(standen["stand"], standen["vast"]["stand"]))
    yield "Wat een code bij *ontbreekt* betekent, staat hierboven bij het besluit over een aanmelding.\n"
    yield "## Waar een verwijdering staat\n"
    vast = standen["vast"]["verwijdering"]
    vooraf = {naam: feit for naam, feit in vast.items() if naam not in IN_ELKE_RIJ}
    yield f"Bij elk voorbeeld, tenzij er iets anders staat: {'; '.join(zeg_feiten(vooraf))}.\n"
    kort = {naam: vast[naam] for naam in IN_ELKE_RIJ}
    yield _tabel(STANDKOPPEN, _standen(standen["verwijdering"], kort))
    yield "Wat een code bij *ontbreekt* betekent, staat hierboven bij een verwijdering.\n"
    yield "## Tot wanneer iemand bezwaar kan maken tegen een verwijdering\n"
    yield _tabel(("Voorbeeld", "Feiten", "Op", DAGEN), _dagen(standen["verwijderbezwaar"], kort))


def _lees(naam: str) -> Any:
    return tomllib.loads((SCENARIOS / f"{naam}.toml").read_text(encoding="utf-8"))


def _termijnen(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for scenario in scenarios:
        opdracht = scenario["opdracht"]
        yield f"### {scenario['naam']}\n"
        yield f"Feiten: {'; '.join(zeg_opdracht(opdracht))}.\n"
        if "weigert" in scenario:
            yield "".join(f"- Kan niet: {zin}\n" for zin in scenario["weigert"])
        else:
            is_vertrek = opdracht.startswith("uitschrijving")
            namen = {**DAGNAMEN, "uitschrijving": UITSCHRIJVING} if is_vertrek else DAGNAMEN
            rijen = ((zeg_dag(dag), f"{namen[wat]} (`{wat}`)", waar) for dag, wat, waar in sorted(scenario["dan"]))
            yield _tabel(("Datum", "Wat", "Grondslag"), rijen)
        yield f"Na te rekenen met `passend termijn {opdracht}`.\n"


def _feiten(scenario: Mapping[str, Any], vast: Mapping[str, Any]) -> list[str]:
    return list(zeg_feiten({**vast, **scenario.get("feiten", {})}))


def _poorten(scenarios: Iterable[Mapping[str, Any]], vast: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        besluit = zeg_besluit(scenario["besluit"]) if "besluit" in scenario else ()
        yield scenario["naam"], _regels([*_feiten(scenario, vast), *besluit]), _mist_of_mag(scenario)


def _ingeschreven(scenarios: Iterable[Mapping[str, Any]], vast: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        waar = f"ingeschreven op {scenario['school'].title()}"
        yield scenario["naam"], _regels([*_feiten(scenario, vast), waar]), _mist_of_mag(scenario)


def _mist_of_mag(scenario: Mapping[str, Any]) -> str:
    """What is missing with its articles; and if nothing is, on which articles it may be done."""
    return _mist(scenario["mist"]) or f"niets: het mag<br>{_opsomming(scenario['grondslag'])}"


def _mist(mist: Iterable[str]) -> str:
    codes = (een.partition(": ") for een in mist)
    return _regels([f"`{code}`: {_artikel(waar)}" for code, _streep, waar in codes])


def _artikel(waar: str) -> str:
    """An article, or in plain words that there is none: an agreement or a choice is no law."""
    return waar if " artikel " in waar else f"geen artikel ({waar})"


def _standen(scenarios: Iterable[Mapping[str, Any]], vast: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        yield (
            scenario["naam"],
            _regels(_feiten(scenario, vast)),
            zeg_dag(scenario["op"]),
            _regels(_stand(scenario)),
            scenario["uitleg"],
            _regels(_tellend(scenario)) or f"geen<br>{_opsomming(scenario['grondslag'])}",
        )


def _stand(scenario: Mapping[str, Any]) -> Iterator[str]:
    yield f"{STANDEN[scenario['stand']]}; aan zet: {BEURTEN[scenario['aan_zet']]}"
    if scenario.get("is_te_laat"):
        yield "het besluit is te laat"
    if "tijdelijk_van" in scenario:
        yield f"tijdelijke plaats vanaf {zeg_dag(scenario['tijdelijk_van'])}"
    if "uitgeschreven_op" in scenario:
        yield f"uitgeschreven op {zeg_dag(scenario['uitgeschreven_op'])}"
    if scenario.get("is_afwijking"):
        yield "besloten terwijl er iets ontbrak"
    for een in scenario.get("mist", ()):
        yield f"ontbreekt: {_mist([een])}"


def _tellend(scenario: Mapping[str, Any]) -> Iterator[str]:
    """Every day of a case with its article; the next one stands out."""
    volgende = scenario.get("volgende") or next(
        (f"{wat} {dag}" for dag, wat, _waar in scenario.get("dagen", ()) if dag >= str(scenario["op"])), ""
    )
    for dag, wat, waar in sorted(scenario.get("dagen", ())):
        zin = f"{zeg_dag(dag)}: {DAGNAMEN[wat]}"
        yield f"**{zin}** ({waar})" if f"{wat} {dag}" == volgende else f"{zin} ({waar})"


def _dagen(scenarios: Iterable[Mapping[str, Any]], vast: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        tellend = [f"{zeg_dag(dag)}: {DAGNAMEN[wat]} ({waar})" for dag, wat, waar in sorted(scenario["dan"])]
        yield (
            scenario["naam"],
            _regels(_feiten(scenario, vast)),
            zeg_dag(scenario["op"]),
            _regels(tellend) or f"geen meer<br>{_opsomming(scenario['grondslag'])}",
        )


def _besluiten(besluiten: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for scenario in besluiten["besluit"]:
        te_laat, waar = scenario["te_laat"], "; ".join(scenario["waar"])
        yield (
            scenario["naam"],
            _regels([*_feiten(scenario, besluiten["vast"]), *zeg_besluit(scenario["besluit"])]),
            f"geen van de wet; de redenen: {waar}" if scenario.get("motivering") else waar or "niet nodig",
            "op tijd" if not te_laat else f"{te_laat} {'dag' if te_laat == 1 else 'dagen'} te laat",
            _regels(f"{zeg_dag(dag)}: {DAGNAMEN[wat]} ({bron})" for dag, wat, bron in scenario["dan"]),
        )


def _bewaren(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        yield (
            scenario["naam"],
            _regels(zeg_bewaren(scenario)),
            zeg_dag(scenario["op"]),
            scenario["stand"].replace("_", " "),
            scenario["uitleg"],
            scenario["grondslag"],
        )


def _verzuim(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    waar = str(load_parameters("verzuim")["melding"].waarden[0].vindplaats)
    for scenario in scenarios:
        melden = "ja" if scenario["melden"] else "nee"
        uren = scenario["uren"].replace(".", ",")
        yield scenario["naam"], _regels(zeg_verzuim(scenario)), zeg_dag(scenario["op"]), uren, melden, waar


def _zinnen(zinnen: Mapping[str, str]) -> str:
    return _tabel(("Code", "Wat de school leest"), ((f"`{code}`", zin) for code, zin in zinnen.items()))


def _opsomming(zinnen: Iterable[str]) -> str:
    """Lines below a first one, so that a single one has its dot as well."""
    return "<br>".join(f"· {zin}" for zin in zinnen)


def _regels(zinnen: Iterable[str]) -> str:
    """Several lines in one cell; a dot shows where each begins, for a cell breaks lines of its own."""
    alle = list(zinnen)
    return _opsomming(alle) if len(alle) > 1 else "".join(alle)


def _parameters() -> Iterator[str]:
    kop = ("Wat", "Geteld vanaf", "Waarde", "Geldig van", "Grondslag", "Gecontroleerd op")
    for pad in sorted(PARAMETERS.glob("*.toml")):
        yield f"### {PARAMETERKOPPEN[pad.stem]}\n"
        yield f"Uit `{pad.name}`.\n"
        yield _tabel(
            kop,
            (
                (
                    parameter.wat,
                    parameter.vanaf,
                    _waarde(waarde),
                    zeg_dag(waarde.geldig_van),
                    _grondslag(waarde),
                    zeg_dag(waarde.gecontroleerd_op),
                )
                for parameter in load_parameters(pad.stem).values()
                for waarde in parameter.waarden
            ),
        )


def _waarde(waarde: Waarde) -> str:
    return ", ".join(f"{naam}: {_woord(feit)}".replace("_", " ") for naam, feit in waarde.feiten.items()) or "-"


def _woord(feit: Any) -> str:
    return " en ".join(map(str, feit)) if isinstance(feit, list) else str(feit)


def _grondslag(waarde: Waarde) -> str:
    waar = waarde.vindplaats
    bron = f"[{waar}]({waar.adres})" if waar.adres else f"{waar}; geen openbare bron"
    return f"{bron} (beleid)" if waar.is_beleid else bron


def _tabel(kop: Iterable[str], rijen: Iterable[Iterable[str]]) -> str:
    koppen = tuple(kop)
    regels = [koppen, ["---"] * len(koppen), *rijen]
    return "".join(f"| {' | '.join(regel)} |\n" for regel in regels)


if __name__ == "__main__":
    PAGINA.write_text(pagina(), encoding="utf-8")
    sys.exit(0)
