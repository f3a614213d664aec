"""Every scenario in `scenarios/poorten.toml` and `standen.toml`: what is missing, and where a case stands."""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.regels.feitenlezer import lees_aanmelding, lees_besluit, lees_schorsing, lees_verwijdering

from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.schorsing import check_schorsing
from passend.regels.toelatingspoorten import check_besluit
from passend.regels.toelatingsstand import termijnen_na_besluit, toelatingsstand
from passend.regels.toelatingstermijnen import toelatingstermijnen, waarschuwingen
from passend.regels.verwijdering import check_elders, check_verwijdering, verwijderingsstand
from passend.regels.verwijdertermijnen import lopende_verwijdertermijnen

MAP = Path(__file__).parent / "scenarios"
POORTEN = tomllib.loads((MAP / "poorten.toml").read_text(encoding="utf-8"))
STANDLIJSTEN = tomllib.loads((MAP / "standen.toml").read_text(encoding="utf-8"))
STANDEN = STANDLIJSTEN["stand"]
VERZOCHT, BESLUIT = date(2026, 9, 14), date(2026, 10, 19)
BESLOTEN = STANDLIJSTEN["vast"]["verwijdering"]
VAST = POORTEN["vast"]


def _feiten(scenario: dict[str, Any], vast: dict[str, Any]) -> dict[str, Any]:
    feiten = {**vast, **scenario.get("feiten", {})}
    return {naam: None if waarde == "niet" else waarde for naam, waarde in feiten.items()}


def _met_bron(bezwaren: Iterable[Poortbezwaar]) -> list[str]:
    return [f"{een.code}: {een.vindplaats}" for een in bezwaren]


def _zinnen(lijst: str, bezwaren: Iterable[Poortbezwaar]) -> dict[str, str]:
    return {een.code: POORTEN[lijst][een.code] for een in bezwaren}


def _dagen(termijnen: Iterable[Termijn]) -> list[list[str]]:
    return [[str(een.dag), een.wat, str(een.vindplaats)] for een in termijnen]


@pytest.mark.parametrize("scenario", POORTEN["poort"], ids=lambda scenario: scenario["naam"])
def test_gate_says_what_is_missing(scenario: dict[str, Any]) -> None:
    feiten, besluit = lees_aanmelding(_feiten(scenario, VAST["poort"])), lees_besluit(scenario["besluit"])

    bezwaren = check_besluit(feiten, besluit, peildatum=date(2026, 10, 20))

    assert _met_bron(bezwaren) == scenario["mist"]
    assert {een.code: een.zin for een in bezwaren} == {een.code: POORTEN["zinnen"][een.code] for een in bezwaren}


@pytest.mark.parametrize("lijst", list(VAST))
def test_scenario_names_its_article_only_where_it_may_be_done(lijst: str) -> None:
    assert [een["naam"] for een in POORTEN[lijst] if bool(een["mist"]) == ("grondslag" in een)] == []


@pytest.mark.parametrize("scenario", POORTEN["verwijdering"], ids=lambda scenario: scenario["naam"])
def test_removal_waits_for_what_is_missing(scenario: dict[str, Any]) -> None:
    feiten = _feiten(scenario, VAST["verwijdering"])

    bezwaren = check_verwijdering(lees_verwijdering(feiten), op=BESLUIT, peildatum=date(2026, 10, 20))

    assert _met_bron(bezwaren) == scenario["mist"]
    assert {een.code: een.zin for een in bezwaren} == _zinnen("verwijderzinnen", bezwaren)


@pytest.mark.parametrize("scenario", POORTEN["ingeschreven"], ids=lambda scenario: scenario["naam"])
def test_only_a_school_whose_yes_stands_can_have_enrolled_the_child(scenario: dict[str, Any]) -> None:
    feiten = lees_verwijdering(_feiten(scenario, VAST["ingeschreven"]))

    bezwaren = check_elders(feiten, scenario["school"], op=BESLUIT)

    assert _met_bron(bezwaren) == scenario["mist"]
    zinnen = {een.code: een.zin.replace("Bij De Els", "Bij De Populier") for een in bezwaren}
    assert zinnen == {een.code: POORTEN["zinnen"][een.code] for een in bezwaren}


@pytest.mark.parametrize("scenario", STANDLIJSTEN["verwijderbezwaar"], ids=lambda scenario: scenario["naam"])
def test_parents_can_object_to_a_removal_until(scenario: dict[str, Any]) -> None:
    feiten = lees_verwijdering(_feiten(scenario, BESLOTEN))

    termijnen = lopende_verwijdertermijnen(feiten, peildatum=scenario["op"])
    stand = verwijderingsstand(feiten, peildatum=scenario["op"])

    eerste = _dagen(termijnen)
    assert [een for een in scenario["dan"] if een in eerste] == eerste
    tellend = [een for een in stand.termijnen if een.dag >= scenario["op"] or een.wat == "beslissing_op_bezwaar"]
    assert _dagen(tellend) == scenario["dan"]


@pytest.mark.parametrize("scenario", STANDLIJSTEN["verwijdering"], ids=lambda scenario: scenario["naam"])
def test_removal_stands_where_what_happened_says(scenario: dict[str, Any]) -> None:
    feiten = lees_verwijdering(_feiten(scenario, BESLOTEN))

    stand = verwijderingsstand(feiten, peildatum=scenario["op"])

    assert (stand.soort, stand.aan_zet, stand.uitleg) == (scenario["stand"], scenario["aan_zet"], scenario["uitleg"])
    assert _met_bron(stand.bezwaren) == scenario["mist"]
    assert {een.code: een.zin for een in stand.bezwaren} == _zinnen("verwijderzinnen", stand.bezwaren)
    assert _dagen(stand.termijnen) == scenario.get("dagen", [])
    assert stand.is_afwijking == scenario.get("is_afwijking", False)


@pytest.mark.parametrize("scenario", POORTEN["schorsing"], ids=lambda scenario: scenario["naam"])
def test_suspension_waits_for_what_is_wrong(scenario: dict[str, Any]) -> None:
    feiten = lees_schorsing(_feiten(scenario, VAST["schorsing"]))

    bezwaren = check_schorsing(feiten, peildatum=feiten.besloten_op)

    assert _met_bron(bezwaren) == scenario["mist"]
    assert {een.code: een.zin for een in bezwaren} == _zinnen("schorsingszinnen", bezwaren)


@pytest.mark.parametrize("scenario", STANDEN, ids=lambda scenario: scenario["naam"])
def test_case_stands_where_what_happened_says(scenario: dict[str, Any]) -> None:
    feiten = lees_aanmelding(_feiten(scenario, STANDLIJSTEN["vast"]["stand"]))
    stand = toelatingsstand(feiten, peildatum=scenario["op"])

    volgende = f"{stand.volgende.wat} {stand.volgende.dag}" if stand.volgende else None
    assert (stand.soort, stand.aan_zet, stand.uitleg) == (scenario["stand"], scenario["aan_zet"], scenario["uitleg"])
    assert volgende == scenario.get("volgende")
    assert stand.tijdelijk_van == scenario.get("tijdelijk_van")
    assert stand.uitgeschreven_op == scenario.get("uitgeschreven_op")
    assert _met_bron(stand.bezwaren) == scenario.get("mist", [])
    assert _dagen(stand.termijnen) == scenario.get("dagen", [])
    assert (stand.is_te_laat, stand.is_afwijking) == (
        scenario.get("is_te_laat", False),
        scenario.get("is_afwijking", False),
    )


@pytest.mark.parametrize(
    "anders", [{}, {"besluit": {"soort": "niet_behandeld", "op": BESLUIT, "motivering": "Weinig."}}]
)
def test_case_has_the_dates_and_warnings_of_its_facts(anders: dict[str, Any]) -> None:
    stil = [{"van": VERZOCHT, "uiterlijk_op": date(2026, 9, 21)}]
    feiten = lees_aanmelding({"verzocht_op": VERZOCHT, "onderbrekingen": stil, **anders})

    stand = toelatingsstand(feiten, peildatum=BESLUIT)

    if feiten.besluit is None:
        assert stand.termijnen == toelatingstermijnen(feiten, peildatum=BESLUIT)
        assert stand.waarschuwingen == waarschuwingen(feiten, peildatum=BESLUIT) != ()
    else:
        assert stand.termijnen == termijnen_na_besluit(feiten, feiten.besluit, peildatum=BESLUIT) != ()
        assert stand.waarschuwingen == ()


def test_every_school_that_took_its_yes_back_is_named() -> None:
    terug = {"gevraagd_op": VERZOCHT, "bereid_op": VERZOCHT, "ingetrokken_op": BESLUIT}
    scholen = [{"naam": naam, **terug} for naam in ("De Els", "De Populier")]
    feiten = lees_aanmelding({"verzocht_op": VERZOCHT, "heeft_ondersteuning_nodig": True, "scholen": scholen})
    besluit = lees_besluit({"soort": "geweigerd", "op": BESLUIT, "motivering": "De Els kan dit wel."})

    assert check_besluit(feiten, besluit, peildatum=BESLUIT)[-1].zin.startswith("De Els, De Populier was bereid")


def test_refusal_that_names_a_school_that_said_nothing_shows_the_law_of_a_public_school() -> None:
    feiten = lees_aanmelding({"verzocht_op": VERZOCHT, "heeft_ondersteuning_nodig": False, "is_openbaar": True})
    besluit = lees_besluit({"soort": "geweigerd", "op": BESLUIT, "motivering": "De Els past beter."})

    [bezwaar] = check_besluit(feiten, besluit, peildatum=BESLUIT)

    awb = Vindplaats(regeling="Awb", artikel="3:46", adres="https://wetten.overheid.nl/BWBR0005537")
    assert (bezwaar.code, bezwaar.vindplaats) == ("grond_bereid", awb)


def test_every_school_that_waits_for_a_verklaring_is_named_with_its_law() -> None:
    ja = {"gevraagd_op": VERZOCHT, "bereid_op": VERZOCHT, "soort": "so"}
    scholen = [{"naam": naam, **ja} for naam in ("De Els", "De Populier")]
    feiten = lees_aanmelding(
        {
            "verzocht_op": VERZOCHT,
            "heeft_ondersteuning_nodig": True,
            "ouders_gehoord_op": VERZOCHT,
            "scholen": scholen,
        }
    )
    besluit = lees_besluit({"soort": "geweigerd", "op": BESLUIT, "motivering": "De Els kan dit wel."})

    [bezwaar] = check_besluit(feiten, besluit, peildatum=BESLUIT)

    assert bezwaar.zin == (
        "De Els, De Populier zegt ja, en mag een kind alleen toelaten met een toelaatbaarheidsverklaring. Vraag die "
        "aan bij het samenwerkingsverband, en noteer bij haar ja dat die er is of is aangevraagd."
    )
    wec = Vindplaats(regeling="WEC", artikel="40 lid 10", adres="https://wetten.overheid.nl/BWBR0003549")
    assert (bezwaar.code, bezwaar.vindplaats) == ("bereid_tlv", wec)
