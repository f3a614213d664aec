"""Checks a file against the official schema and the official rules, for who has them; neither comes with Passend."""

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree

from passend.uitwisseling.oso.bevinding import Bevinding

_REGELBESTAND = {"POPO": "ValideerOverstapprofielen.xsl", "POSWV": "ValideerSwvPaO-profielen.xsl"}
GEEN_SAXON = "Voor de officiële regels is saxonche nodig. Installeer het zo: pip install 'passend[oso]'."

AFGEBROKEN = "De officiële regels breken op dit bestand af. Kijk het eerst na met het schema: --schema."


class GeenRegelsError(RuntimeError):
    """The official schema or rules cannot be used; the text says why and what to do."""


def _lezer() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def controleer_schema(boom: etree._Element, bestand: Path) -> list[Bevinding]:
    """What the schema says is wrong.

    Raises:
        GeenRegelsError: that file is no schema.
    """
    try:
        schema = etree.XMLSchema(etree.parse(bestand, _lezer()))
    except (OSError, etree.XMLSyntaxError, etree.XMLSchemaParseError) as fout:
        raise GeenRegelsError(f"{bestand} is geen schema. Wijs het XSD-bestand van OSO aan.") from fout
    schema.validate(boom)
    fouten: Any = schema.error_log  # a list, whatever its stubs say
    return [
        Bevinding(code="schema", regel=fout.line, zin=f"Volgens het schema klopt dit niet: {fout.message}")
        for fout in fouten
    ]


def controleer_officieel(boom: etree._Element, profiel: str, map_: Path) -> list[Bevinding]:
    """What the official rules say is wrong; they are XSLT 2.0, so Saxon runs them.

    Raises:
        GeenRegelsError: Saxon is not there, or the rules are not in that folder.
    """
    regels = next(iter(sorted(map_.rglob(_REGELBESTAND[profiel]))), None)
    if regels is None:
        raise GeenRegelsError(f"In {map_} staat geen {_REGELBESTAND[profiel]}. Pak daar de regels van OSO uit.")
    try:
        saxon = import_module("saxonche")  # an optional extra of 40 MB
    except ImportError as fout:
        raise GeenRegelsError(GEEN_SAXON) from fout
    with TemporaryDirectory() as plek, saxon.PySaxonProcessor(license=False) as motor:
        schoon = Path(plek, "dossier.xml")
        schoon.write_bytes(etree.tostring(boom))  # without entities, and as we read it
        try:
            uitvoering = motor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(regels))
            uitkomst = uitvoering.transform_to_string(source_file=str(schoon))
        except saxon.PySaxonApiError:
            return [Bevinding(code="officieel", regel=0, zin=AFGEBROKEN)]
    return [
        Bevinding(code="officieel", regel=0, zin=" ".join((melding.text or "").split()))
        for melding in etree.fromstring(uitkomst.encode(), _lezer()).iter("{*}tekst")
    ]
