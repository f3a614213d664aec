"""Gather every sentence of the pages into the English catalogue, and compile it; Babel does the work, not GNU gettext.

Sentences of the rooms below the pages (rules, refusals) are not marked there: those rooms know no translations. They
are found by their form, an f-string as a sentence with a placeholder for each fact, and get the context "zin";
`passend.web.zinnen` finds them back in what a room says.
"""

import ast
import builtins
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

WORTEL = Path(__file__).resolve().parents[1]
BRON = WORTEL / "src" / "passend"
CATALOGI = BRON / "locale"
ENGELS = CATALOGI / "en" / "LC_MESSAGES" / "django.po"
ZIN = "zin"
EERSTE_DAG = datetime(2026, 8, 1, tzinfo=UTC)  # a date of today would change the file each time
# rooms whose sentences reach a page
GESPROKEN = (
    "begrippen/sjabloonformaat.py",
    "regels/*.py",
    "documenten/lezen/*.py",
    "documenten/zetten/dossierpdf.py",
    "uitwisseling/sop/herkenning.py",
    "uitwisseling/edexml/*.py",
    "uitwisseling/tabel/*.py",
    "uitwisseling/uwlr/*.py",
    "leerlingen/permissions.py",
    "leerlingen/actions/*.py",
    "leerlingen/queries/uitvoertoen.py",
    "profielen/permissions.py",
    "toegang/actions/*.py",
    "volgen/actions/*.py",
    "profielen/actions/*.py",
    "overleggen/permissions.py",
    "overstap/permissions.py",
    "overstap/actions/*.py",
    "uitwisseling/oso/*.py",
    "uitwisseling/passend/*.py",
    "overleggen/actions/*.py",
    "plannen/permissions.py",
    "plannen/actions/*.py",
    "toelating/permissions.py",
    "toelating/actions/*.py",
    "web/verzoek.py",
)
# keys of tables of rules whose words reach a page
IN_TABELLEN = {"uitwisseling/oso/regels_*.toml": "zin", "uitwisseling/oso/codes_*.toml": "wat"}
# names (constants, variables, arguments) that hold words a page shows, or that stand in such a sentence
WOORDEN = {
    "regels/profielcontrole.py": {"_NAMEN"},
    "regels/vaststelling.py": {"NAMEN", "ARTIKELEN"},
    "regels/opp.py": {"_BEGIN"},
    "documenten/lezen/bijlage.py": {"goed"},
    "regels/oppdelen.py": {"naam", "vraag", "_TIJD", "GROEPEN", "UITSTROOMBESTEMMINGEN"},
    "regels/praatkaarten.py": {"woorden", "KOPPEN"},
    "regels/leerlinginvoer.py": {"namen"},
    "uitwisseling/tabel/opgave.py": {"_DAGNAMEN"},
    "uitwisseling/tabel/toetsopgave.py": {"_DAGNAMEN"},
    "uitwisseling/uwlr/reader.py": {"wat"},
    "regels/instrumenten.py": {"_KORTE_WOORDEN"},
    "leerlingen/actions/bewaren.py": {"WIE_STELT_VOOR", "WIE_VERNIETIGT", "WIE_ZIET"},
    "leerlingen/actions/burgerservicenummer.py": {"WIE_DIRECTEUR"},
    "profielen/actions/profiel.py": {"WIE_SCHRIJFT"},
    "profielen/actions/vaststelling.py": {"wie"},
    "web/verzoek.py": {"WIE_LEEST"},
    "leerlingen/permissions.py": {"WIE_LEEST", "WIE_SCHRIJFT"},
    "overstap/permissions.py": {"WIE_RAPPORT", "WIE_VASTSTELT", "WIE_LEEST", "WIE_INLEEST", "WIE_REAGEERT"},
    "uitwisseling/oso/controle.py": {"_NAMEN"},
    "uitwisseling/oso/dagen.py": {"_NA_GEBOORTE"},
    "uitwisseling/oso/vorm.py": {"_VORMEN"},
    "uitwisseling/oso/lezen.py": {"SOORTEN"},
    "uitwisseling/oso/naar_opgave.py": {"wat", "waarom", "_NUMMER"},
    "overleggen/permissions.py": {"WIE_LEEST", "WIE_SCHRIJFT", "WIE_PLANT"},
    "overleggen/actions/blad.py": {"WIE_DOET_HET"},
    "leerlingen/actions/leerlingen.py": {"WIE_BEHEERT"},
    "leerlingen/actions/dossier.py": {"WIE_OUDER", "WIE_BESLIST"},
    "leerlingen/actions/stukken.py": {"WIE_TREKT_IN"},
    "leerlingen/actions/toestemming.py": {"WIE_OUDER", "WIE_VERVANGT", "WIE_ZIET"},
    "begrippen/hgw.py": {"VERDIEPT", "BASIS", "INTENSIEF", "NIVEAUS"},
    "regels/groepsplannen.py": {"NAMEN"},
    "volgen/permissions.py": {"WIE_VOLGT", "WIE_NOTEERT"},
    "volgen/actions/waarnemingen.py": {"WIE_TREKT_IN"},
    "plannen/permissions.py": {
        "WIE_LEEST_OPP",
        "WIE_SCHRIJFT_OPP",
        "WIE_LEIDT_OPP",
        "WIE_ANTWOORDT_OPP",
        "WIE_HOORT_GROEP",
        "WIE_GROEP",
        "WIE_STELT_IN",
        "LESGEVEN",
    },
    "toelating/permissions.py": {"WIE_LEEST", "WIE_BEHEERT", "WIE_BESLIST", "WIE_DOORBREEKT"},
    "web/leerlingen/lijst.py": {"WIE_LIJST"},
    "web/leerlingen/logboek.py": {"WIE_ZIET_KIJKERS"},
    "toegang/permissions.py": {"WIE_NODIGT_UIT", "WIE_GEEFT_GROEP"},
    "uitwisseling/uitgaven/vorm.py": {
        *("SOP_PDF", "SOP_DOCX", "SCHOOLGIDS_HTML", "SCHOOLGIDS_DOCX", "POSTER_PDF"),
        *("OUDERS_NL", "OUDERS_EN", "AANBOD_JSON", "AANBOD_CSV"),
    },
    "begrippen/volgen.py": {
        "REKENEN",
        "SPELLING",
        "TAALVERZORGING",
        "WOORDENSCHAT",
        "STUDIEVAARDIGHEDEN",
        "LEERAANPAK",
    },
    "leerlingen/queries/delen.py": {"kop", "velden"},
    "leerlingen/queries/uitvoer.py": {"kop", "velden"},
    "overleggen/queries/uitvoer.py": {"kop", "OVERLEGGEN", "_GESPREK", "_VELDEN", "_EERDER", "_BESLUITVELDEN"},
    "overstap/queries/uitvoer.py": {"kop", "_RAPPORT", "_CONTACT", "_INHOUD", "_WEG", "_BERICHT", "_GEKOMEN"},
    "overstap/queries/rapport.py": {"kop", "velden"},
    "plannen/queries/oppbestanden.py": {"bij"},
    "plannen/queries/voorsteluitvoer.py": {"kop", "velden"},
    "web/overstap/meegekomen.py": {"kop", "_VELDEN"},
    "plannen/queries/uitvoer.py": {"kop", "velden"},
    "plannen/queries/oppuitvoer.py": {"kop", "velden"},
    "toelating/queries/uitvoer.py": {
        "kop",
        "bij",
        "_AANMELDING",
        "_GEBEURTENIS",
        "_BRIEF",
        "_SCHORSING",
        "_VERWIJDERING",
    },
    "volgen/queries/uitvoer.py": {"kop", "_RESULTAAT", "_INGETROKKEN", "_WAARNEMING", "_VERZUIM", "_BESLUIT"},
    "documenten/zetten/dossierpdf.py": {"WOORDEN", "kop", "tot", "zei", "zin"},
    "regels/dossierwoorden.py": {"_SOORTEN", "_VAKKEN", "_HERKOMSTEN", "_EENS", "_BRIEFVORMEN", "RESULTAATVELDEN"},
    "documenten/zetten/structuurtekening.py": {"kop", "naam", "KIND", "_KRINGNAMEN"},
}
_ZIN = re.compile(r"""(?s)["'%A-ZÀ-Þ].*\s.*[.?!]["']?""")
_WOORD = re.compile(r"[^/._]*[A-Za-zà-ÿ]{2}[^/._]*")  # no names of files, no media types, no codes
_NAAM = re.compile(r"[a-z_]+", re.IGNORECASE)


def gather() -> Catalog:
    """Every sentence in the code as it is now, without a translation."""
    wie = {"project": "Passend", "version": "1", "msgid_bugs_address": "", "last_translator": "", "language_team": ""}
    catalogus = Catalog(locale="en", domain="django", charset="utf-8", fuzzy=False, **wie)
    catalogus.header_comment = "# English pages of Passend; the words of the code are Dutch."
    for pad in sorted(BRON.rglob("*")):
        naam = str(pad.relative_to(WORTEL))
        if pad.suffix == ".jinja":
            _voeg_gemarkeerde_toe(catalogus, pad, naam, "jinja2.ext:babel_extract")
        elif pad.suffix == ".py":
            _voeg_gemarkeerde_toe(catalogus, pad, naam, "python")
            for zin in sorted(set(_gesproken(pad))):
                catalogus.add(zin, locations=[(naam, 0)], context=ZIN)
        elif pad.suffix == ".toml":
            for zin in sorted(set(_uit_tabel(pad))):
                catalogus.add(zin, locations=[(naam, 0)], context=ZIN)
    return catalogus


def _uit_tabel(pad: Path) -> Iterator[str]:
    """The sentences and words in the rows of a table of rules."""
    sleutel = next((sleutel for vorm, sleutel in IN_TABELLEN.items() if pad.relative_to(BRON).match(vorm)), None)
    if sleutel is None:
        return
    for rijen in tomllib.loads(pad.read_text(encoding="utf-8")).values():
        if isinstance(rijen, list):
            yield from (rij[sleutel] for rij in rijen if sleutel in rij)


def _voeg_gemarkeerde_toe(catalogus: Catalog, pad: Path, naam: str, methode: str) -> None:
    with pad.open("rb") as bestand:
        opties = {"extensions": "jinja2.ext.do", "silent": "false"} if pad.suffix == ".jinja" else {}
        for _regel, zin, _uitleg, context in extract(methode, bestand, keywords=DEFAULT_KEYWORDS, options=opties):
            catalogus.add(zin, locations=[(naam, 0)], context=context)


def _gesproken(pad: Path) -> Iterator[str]:
    """Sentences of a room below the pages, and the words that are named above."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    eigen = pad.relative_to(BRON)
    if any(eigen.match(vorm) for vorm in GESPROKEN):
        yield from (zin for zin in _teksten(boom) if _ZIN.fullmatch(zin))
    namen = WOORDEN.get(str(eigen), set())
    for waarde in _waarden(boom, namen):
        yield from (woord for woord in _teksten(waarde) if _WOORD.fullmatch(woord))


def _waarden(boom: ast.AST, namen: set[str]) -> Iterator[ast.AST]:
    for knoop in ast.walk(boom):
        doelen: list[ast.expr] = []
        if isinstance(knoop, ast.Assign):
            doelen = knoop.targets
        elif isinstance(knoop, ast.AnnAssign):
            doelen = [knoop.target]
        heeft_naam = isinstance(knoop, ast.keyword) and knoop.arg in namen
        if (heeft_naam or any(isinstance(doel, ast.Name) and doel.id in namen for doel in doelen)) and knoop.value:
            yield knoop.value


def _teksten(boom: ast.AST) -> Iterator[str]:
    """Strings as they read, f-strings with a placeholder for each value; what is for programmers is left out."""
    if isinstance(boom, ast.Expr) and isinstance(boom.value, ast.Constant):
        return
    if isinstance(boom, ast.Call) and isinstance(boom.func, ast.Name) and boom.func.id in dir(builtins):
        return
    if isinstance(boom, ast.JoinedStr):
        yield _met_plaatsen(boom)
    elif isinstance(boom, ast.Constant) and isinstance(boom.value, str):
        yield boom.value
    else:
        for kind in boom.values if isinstance(boom, ast.Dict) else ast.iter_child_nodes(boom):  # keys are codes
            yield from _teksten(kind)


def _met_plaatsen(zin: ast.JoinedStr) -> str:
    """`f"Bij '{rij.label}' staan {aan} kruisjes."` becomes `Bij '%(label)s' staan %(aan)s kruisjes.`."""
    namen: list[str] = []
    delen: list[str] = []
    for deel in zin.values:
        if isinstance(deel, ast.FormattedValue):
            naam = _NAAM.findall(ast.unparse(deel.value))[-1].lower().strip("_")
            namen.append(naam if naam not in namen else f"{naam}_{len(namen)}")
            delen.append(f"%({namen[-1]})s")
        elif isinstance(deel, ast.Constant):
            delen.append(str(deel.value).replace("%", "%%"))
    return "".join(delen)


def read() -> Catalog:
    """The English catalogue as it is stored."""
    if not ENGELS.exists():
        return Catalog(locale="en")
    with ENGELS.open("rb") as bestand:
        return read_po(bestand, locale="en")


def renew() -> tuple[Catalog, list[Message]]:
    """The sentences of now with the English they had; and the messages that are gone."""
    nieuw, oud = gather(), read()
    for bericht in nieuw:
        vorig = oud.get(bericht.id, bericht.context) if bericht.id else None
        if vorig is not None and vorig.id == bericht.id and not vorig.fuzzy:
            bericht.string = vorig.string
    weg = [bericht for bericht in oud if bericht.id and nieuw.get(bericht.id, bericht.context) is None]
    return nieuw, weg


def write(catalogus: Catalog) -> None:
    """Store the catalogue; the same sentences give the same bytes."""
    ENGELS.parent.mkdir(parents=True, exist_ok=True)
    catalogus.creation_date = catalogus.revision_date = EERSTE_DAG
    with ENGELS.open("wb") as bestand:
        write_po(bestand, catalogus, width=120, sort_by_file=True, include_lineno=False)


def compile_catalogues() -> None:
    """Make what the running site reads, beside each catalogue."""
    for po in CATALOGI.glob("*/LC_MESSAGES/django.po"):
        with po.open("rb") as tekst, po.with_suffix(".mo").open("wb") as doel:
            write_mo(doel, read_po(tekst))


def untranslated(catalogus: Catalog) -> list[Message]:
    """Messages without English, in one form or in both."""
    return [
        bericht
        for bericht in catalogus
        if bericht.id and not all([bericht.string] if isinstance(bericht.string, str) else bericht.string or [""])
    ]


def main() -> int:
    """Renew the catalogue; tell what has no English yet and which English is no longer used."""
    catalogus, weg = renew()
    write(catalogus)
    compile_catalogues()
    for bericht in weg:
        print(f"gone: {bericht.id!r} was {bericht.string!r}")
    zonder = untranslated(catalogus)
    for bericht in zonder:
        print(f"no English yet: {bericht.id!r} ({', '.join(pad for pad, _regel in bericht.locations)})")
    print(f"{len(catalogus)} sentences, {len(zonder)} without English: {ENGELS.relative_to(WORTEL)}")
    return 1 if zonder else 0


if __name__ == "__main__":
    sys.exit(main())
