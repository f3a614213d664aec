"""The published schemas hold for what the product reads and ships."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.golden.lezing import ECHT, VOORBEELDEN, lees

from passend.begrippen.meegeleverd import NAMEN, load_definitie
from passend.begrippen.profielformaat import lezing_als_dict

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schema"
EIGEN = ("profiellezing-1", "sjabloon-1")
BESTANDEN = sorted(pad for pad in VOORBEELDEN.glob("wilgenboom-*") if pad.suffix != ".json")


def _schema(naam: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = json.loads((SCHEMAS / f"{naam}.json").read_text(encoding="utf-8"))
    return inhoud


def _fouten(naam: str, waarden: Any) -> list[str]:
    keurder = Draft202012Validator(_schema(naam), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{fout.json_path}: {fout.message}" for fout in keurder.iter_errors(waarden)]


@pytest.mark.parametrize("naam", EIGEN)
def test_a_published_schema_is_a_schema(naam: str) -> None:
    Draft202012Validator.check_schema(_schema(naam))


def _objecten(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [gevonden for deel in schema for gevonden in _objecten(deel)]
    if not isinstance(schema, dict):
        return []
    eigen = [schema] if "properties" in schema and schema.get("type") == "object" else []
    return [*eigen, *(gevonden for deel in schema.values() for gevonden in _objecten(deel))]


@pytest.mark.parametrize("naam", EIGEN)
def test_every_object_in_a_schema_is_closed_and_explained(naam: str) -> None:
    open_of_stil = [
        deel["properties"].keys()
        for deel in _objecten(_schema(naam))
        if deel.get("additionalProperties") is not False or not deel.get("description")
    ]

    assert open_of_stil == []


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda pad: pad.name)
def test_what_is_read_from_a_sample_keeps_to_the_schema(bestand: Path) -> None:
    assert _fouten("profiellezing-1", json.loads(json.dumps(lezing_als_dict(lees(bestand))))) == []


@pytest.mark.skipif(not ECHT.exists(), reason="the real documents are not on this machine")
def test_what_is_read_from_the_real_documents_keeps_to_the_schema() -> None:
    bestanden = [*ECHT.glob("*.txt"), *ECHT.glob("plein013/*.txt")]

    assert [fout for bestand in bestanden for fout in _fouten("profiellezing-1", lezing_als_dict(lees(bestand)))] == []


@pytest.mark.parametrize("naam", NAMEN)
def test_a_shipped_template_keeps_to_the_schema(naam: str) -> None:
    assert _fouten("sjabloon-1", load_definitie(naam)) == []


@pytest.mark.parametrize(
    ("sleutel", "waarde"),
    [("zekerheid", 1.2), ("bron", None), ("cellen", {"Op orde": True}), ("waarde", "Op orde"), ("extra", 1)],
)
def test_the_schema_refuses_a_row_that_is_not_one(sleutel: str, waarde: Any) -> None:
    lezing = lezing_als_dict(lees(BESTANDEN[0]))
    lezing["tabellen"][0][sleutel] = waarde

    assert len(_fouten("profiellezing-1", lezing)) >= 1
