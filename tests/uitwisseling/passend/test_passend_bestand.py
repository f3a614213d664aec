"""A report between two Passends: nothing lost, readable by one school only, and nobody can change it."""

import copy
import json
import zlib
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opgave import OnleesbaarError
from passend.begrippen.overstap import Meegekomenopp, Meegekomenplan, Meegekomenregel
from passend.uitwisseling.passend.bestand import (
    _pak_uit,
    _teken,
    is_passendbestand,
    lees_bewijs,
    maak_bewijs,
    open_bestand,
    verzegel,
)
from passend.uitwisseling.passend.naar_opgave import LANGSTE, maak_opgave
from passend.uitwisseling.passend.sleutels import lees_kaart, lees_sleutels, maak_sleutels, vast

OP = datetime(2026, 11, 10, 9, tzinfo=UTC)
DUIN, KIEM, VREEMD = maak_sleutels(), maak_sleutels(), maak_sleutels()
KAART_DUIN = DUIN.kaart(school="Het Duinpad", brin="99AC00")
KAART_KIEM = KIEM.kaart(school="De Kiem", brin="99AB00")
INHOUD: dict[str, Any] = {
    "formaat": "passend-overstap-1",
    "geschreven_op": "2026-11-10",
    "van": {"naam": "Het Duinpad", "brin": "99AC", "vestiging": "00"},
    "leerling": {"voornaam": "Pip", "achternaam": "Kwast", "geboren_op": "2018-03-14"},
    "ouders": [{"naam": "Robin Kwast", "heeft_gezag": True}],
    "onderdelen": [
        {
            "code": "begeleiding",
            "wat": "begeleiding die is gegeven of nodig is",
            "teksten": {"toelichting_begeleiding": "Elke dag kort."},
            "rubrieken": [
                {
                    "naam": "plannen",
                    "kop": "Individuele plannen",
                    "velden": {
                        "aanleiding": "Aanleiding",
                        "doel": "Doel",
                        "niveau": "Niveau",
                        "nummer": "Plan",
                        "tot_en_met": "Tot en met",
                        "uitkomst": "Uitkomst",
                        "van": "Van",
                    },
                    "regels": [
                        {
                            "nummer": 1,
                            "van": "2026-02-01",
                            "tot_en_met": "2026-07-01",
                            "niveau": 2,
                            "aanleiding": "Leest nog niet.",
                            "doel": "Korte woorden lezen",
                            "uitkomst": "doel behaald",
                        },
                        {
                            "nummer": 2,
                            "van": "2026-09-01",
                            "tot_en_met": "2027-01-31",
                            "niveau": 3,
                            "aanleiding": "Leest traag.",
                            "doel": "Vlot lezen",
                            "uitkomst": "",
                        },
                    ],
                },
                {
                    "naam": "planregels",
                    "kop": "Wat er in de plannen wordt gedaan",
                    "velden": {"aanpak": "Wat", "hoe_vaak": "Hoe vaak", "plan": "Plan", "wie": "Wie"},
                    "regels": [
                        {"plan": 1, "aanpak": "Letters leren", "wie": "Juf Els", "hoe_vaak": ""},
                        {
                            "plan": 2,
                            "aanpak": "Samen lezen",
                            "wie": "Meester Tom",
                            "hoe_vaak": "elke dag",
                            "behoefte": "korte stappen",
                        },
                    ],
                },
                {
                    "naam": "ontwikkelingsperspectieven",
                    "kop": "Ontwikkelingsperspectief",
                    "velden": {
                        "afwijking": "Wat doet het kind anders dan de klas?",
                        "begonnen_op": "Begonnen op",
                        "beginsituatie": "Waar staat het kind nu?",
                        "uitstroom": "Waar gaat het kind na deze school naartoe?",
                        "vastgesteld_op": "Vastgesteld op",
                        "versie": "Versie",
                    },
                    "is_doorlopend": True,
                    "regels": [
                        {
                            "versie": 1,
                            "begonnen_op": "2026-01-12",
                            "vastgesteld_op": "2026-01-14T10:00:00+01:00",
                            "beginsituatie": "Leest als groep 3.",
                            "uitstroom": "Vmbo kader",
                            "afwijking": "Een eigen boek.",
                        }
                    ],
                },
                {
                    "naam": "oppevaluaties",
                    "kop": "Terugkijken op het plan",
                    "velden": {"op": "Dag", "versie": "Versie", "vervolg": "Het plan", "werkte": "Wat werkte"},
                    "is_doorlopend": True,
                    "regels": [{"versie": 1, "op": "2026-06-20", "werkte": "Samen lezen.", "vervolg": "gaat zo door"}],
                },
            ],
        },
        {"code": "verzuim", "wat": "verzuim", "teksten": {}, "rubrieken": []},
    ],
    "ouderreactie": {"akkoord": "Ja", "opmerking": "Fijn."},
}
PLANWOORDEN = """Plan 1, van 01-02-2026 tot en met 01-07-2026, niveau 2
Aanleiding: Leest nog niet.
Doel: Korte woorden lezen
Wat er gebeurt:
- Letters leren, Juf Els
Uitkomst: doel behaald

Plan 2, van 01-09-2026 tot en met 31-01-2027, niveau 3
Aanleiding: Leest traag.
Doel: Vlot lezen
Wat er gebeurt:
- Samen lezen, Meester Tom, elke dag (nodig: korte stappen)"""
OPPWOORDEN = """Versie: 1
Begonnen op: 12-01-2026
Vastgesteld op: 14-01-2026
Waar staat het kind nu? Leest als groep 3.
Waar gaat het kind na deze school naartoe? Vmbo kader
Wat doet het kind anders dan de klas? Een eigen boek.

Terugkijken op het plan:

Versie: 1
Dag: 20-06-2026
Wat werkte: Samen lezen.
Het plan: gaat zo door"""
BESTAND = verzegel(INHOUD, aan=KAART_KIEM, van=KAART_DUIN, sleutels=DUIN, op=OP)


def test_the_receiver_reads_every_word_and_knows_the_sender() -> None:
    geopend = open_bestand(BESTAND, kaart=KAART_KIEM, sleutels=KIEM, nu=OP)

    assert (geopend.inhoud, geopend.van) == (INHOUD, KAART_DUIN)
    assert is_passendbestand(BESTAND)
    assert not is_passendbestand(b"<dossier/>")


def test_nothing_of_the_pupil_can_be_read_in_the_file() -> None:
    assert [woord for woord in (b"Pip", b"Kwast", b"Vlot lezen", b"2018-03-14") if woord in BESTAND] == []


def test_another_school_cannot_open_it() -> None:
    with pytest.raises(OnleesbaarError, match="voor een andere school"):
        open_bestand(BESTAND, kaart=VREEMD.kaart(school="Vreemd", brin="99ZZ00"), sleutels=VREEMD, nu=OP)
    with pytest.raises(OnleesbaarError, match="onderweg veranderd"):
        open_bestand(BESTAND, kaart=KAART_KIEM, sleutels=VREEMD, nu=OP)


@pytest.mark.parametrize("naam", ["geheim", "gemaakt_op", "handtekening", "van"])
def test_a_file_that_was_changed_is_refused(naam: str) -> None:
    ruw = json.loads(BESTAND)
    ruw[naam] = VREEMD.kaart(school="Het Duinpad", brin="99AC00").als_dict() if naam == "van" else f"A{ruw[naam][1:]}B"

    with pytest.raises(OnleesbaarError, match="onderweg veranderd"):
        open_bestand(json.dumps(ruw).encode(), kaart=KAART_KIEM, sleutels=KIEM, nu=OP)


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"[]", b"<dossier/>", BESTAND[:200]])
def test_what_is_no_file_of_ours_is_refused_with_a_sentence(inhoud: bytes) -> None:
    with pytest.raises(OnleesbaarError, match="geen overstapbestand van Passend"):
        open_bestand(inhoud, kaart=KAART_KIEM, sleutels=KIEM, nu=OP)


DIEP = b"[" * 200_000


def test_lists_in_lists_without_end_are_refused_with_a_sentence_wherever_they_stand() -> None:
    kop = b'{"formaat": "passend-overstapbestand-1", "geheim": ' + DIEP
    verpakt = vast({"diep": 1}).replace(b"1", DIEP)

    with pytest.raises(OnleesbaarError, match="geen overstapbestand van Passend"):
        open_bestand(kop, kaart=KAART_KIEM, sleutels=KIEM, nu=OP)
    with pytest.raises(OnleesbaarError, match="geen overstapbestand van Passend"):
        _pak_uit(zlib.compress(verpakt))
    with pytest.raises(OnleesbaarError, match="geen sleutelkaart"):
        lees_kaart(kop)
    with pytest.raises(OnleesbaarError, match="geen ontvangstbewijs"):
        lees_bewijs(kop)


def test_a_card_survives_its_file_and_keys_survive_being_stored() -> None:
    assert lees_kaart(KAART_KIEM.als_bestand()) == KAART_KIEM
    assert lees_sleutels(KIEM.als_bytes()).kaart(school="De Kiem", brin="99AB00") == KAART_KIEM
    assert "ondertekening" not in repr(KIEM)


def test_the_code_of_a_card_is_digits_to_read_aloud_and_another_card_has_another() -> None:
    code = KAART_KIEM.code

    assert [len(groep) for groep in code.split()] == [4] * 8
    assert code.replace(" ", "").isdecimal()
    assert code != VREEMD.kaart(school="De Kiem", brin="99AB00").code


@pytest.mark.parametrize("inhoud", [b"", b"{}", b'{"formaat": "passend-sleutelkaart-1"}', b"[1]"])
def test_what_is_no_card_is_refused(inhoud: bytes) -> None:
    with pytest.raises(OnleesbaarError, match="geen sleutelkaart"):
        lees_kaart(inhoud)


def test_a_receipt_says_which_file_arrived_when_and_by_whom() -> None:
    bewijs = maak_bewijs(BESTAND, kaart=KAART_KIEM, sleutels=KIEM, op=OP)

    gelezen = lees_bewijs(bewijs)

    assert (gelezen.op, gelezen.van) == (OP, KAART_KIEM)
    with pytest.raises(OnleesbaarError, match="onderweg veranderd"):
        lees_bewijs(bewijs.replace(b"2026-11-10", b"2026-11-11"))
    with pytest.raises(OnleesbaarError, match="geen ontvangstbewijs"):
        lees_bewijs(BESTAND)


def _getekend(ruw: dict[str, Any], **anders: object) -> bytes:
    """What another school signed, whatever it says."""
    heel = {naam: waarde for naam, waarde in {**ruw, **anders}.items() if naam != "handtekening" and waarde is not None}
    return json.dumps({**heel, "handtekening": _teken(heel, DUIN)}).encode()


@pytest.mark.parametrize("moment", [None, 1, "gisteren", "2026-11-10T09:00:00", "2026-11-10"])
def test_a_moment_without_a_time_zone_or_that_is_none_is_refused_however_well_signed(moment: object) -> None:
    bewijs = json.loads(maak_bewijs(BESTAND, kaart=KAART_DUIN, sleutels=DUIN, op=OP))

    with pytest.raises(OnleesbaarError, match="geen ontvangstbewijs"):
        lees_bewijs(_getekend(bewijs, ontvangen_op=moment))
    with pytest.raises(OnleesbaarError, match="geen overstapbestand"):
        open_bestand(_getekend(json.loads(BESTAND), gemaakt_op=moment), kaart=KAART_KIEM, sleutels=KIEM, nu=OP)


def test_a_signed_file_without_what_is_sealed_in_it_is_refused() -> None:
    for geheim in (None, 1, "?"):
        with pytest.raises(OnleesbaarError, match="onderweg veranderd"):
            open_bestand(_getekend(json.loads(BESTAND), geheim=geheim), kaart=KAART_KIEM, sleutels=KIEM, nu=OP)


@pytest.mark.parametrize(("na", "is_te_laat"), [(timedelta(minutes=10), False), (timedelta(minutes=11), True)])
def test_a_file_from_a_clock_that_is_a_little_ahead_is_read_and_one_of_the_future_is_not(
    na: timedelta, *, is_te_laat: bool
) -> None:
    bestand = verzegel(INHOUD, aan=KAART_KIEM, van=KAART_DUIN, sleutels=DUIN, op=OP + na)

    if is_te_laat:
        with pytest.raises(OnleesbaarError, match="gemaakt op een moment dat nog moet komen"):
            open_bestand(bestand, kaart=KAART_KIEM, sleutels=KIEM, nu=OP)
    else:
        assert open_bestand(bestand, kaart=KAART_KIEM, sleutels=KIEM, nu=OP).op == OP + na


def test_a_report_becomes_pieces_that_keep_the_order_of_the_report() -> None:
    opgave = maak_opgave(json.loads(json.dumps(INHOUD, sort_keys=True)))

    begin = "Uit het onderwijskundig rapport van Het Duinpad.\n\n"
    assert [(stuk.titel, stuk.vertrouwelijkheid, stuk.tekst) for stuk in opgave.stukken] == [
        (
            "Begeleiding die is gegeven of nodig is (vorige school)",
            Vertrouwelijkheid.ZORG,
            begin + "Toelichting op de begeleiding: Elke dag kort.",
        ),
        ("Individuele plannen (vorige school)", Vertrouwelijkheid.ZORG, begin + PLANWOORDEN),
        ("Ontwikkelingsperspectief (vorige school)", Vertrouwelijkheid.ZORG, begin + OPPWOORDEN),
        (
            "Wat de ouders ervan vinden (vorige school)",
            Vertrouwelijkheid.GEWOON,
            begin + "Eens met het rapport: Ja.\n\nFijn.",
        ),
    ]


def test_the_plan_that_runs_and_the_perspective_that_holds_come_as_data() -> None:
    opgave = maak_opgave(INHOUD)

    assert opgave.plannen == (
        Meegekomenplan(
            niveau=3,
            aanleiding="Leest traag.",
            doel="Vlot lezen",
            geldig_van=date(2026, 9, 1),
            geldig_tot_en_met=date(2027, 1, 31),
            regels=(
                Meegekomenregel(aanpak="Samen lezen", wie="Meester Tom", hoe_vaak="elke dag", behoefte="korte stappen"),
            ),
        ),
    )
    assert opgave.opp == Meegekomenopp(
        begonnen_op=date(2026, 1, 12),
        vastgesteld_op=date(2026, 1, 14),
        delen={"beginsituatie": "Leest als groep 3.", "uitstroom": "vmbo_kader", "afwijking": "Een eigen boek."},
        geevalueerd_op=(date(2026, 6, 20),),
    )


def _met_opp(opps: list[dict[str, Any]], regels: list[dict[str, Any]], evaluaties: list[dict[str, Any]]) -> Any:
    """The report with these versions, lines and looks back."""
    inhoud = copy.deepcopy(INHOUD)
    rubrieken = inhoud["onderdelen"][0]["rubrieken"]
    rubrieken[2]["regels"], rubrieken[3]["regels"] = opps, evaluaties
    velden = {"plan": "Plan", "versie": "Versie", "aanpak": "Wat", "wie": "Wie", "hoe_vaak": "Hoe vaak"}
    rubrieken.append({"naam": "oppregels", "kop": "Wie doet wat, en hoe vaak?", "velden": velden, "regels": regels})
    return inhoud


def _versie(plan: int, versie: int, begonnen_op: str, **meer: str) -> dict[str, Any]:
    return {
        "plan": plan,
        "versie": versie,
        "begonnen_op": begonnen_op,
        "vastgesteld_op": f"{begonnen_op}T10:00:00+01:00",
        "doelen": "Vlot lezen",
        **meer,
    }


def _regel(plan: int, versie: int, aanpak: str) -> dict[str, Any]:
    return {"plan": plan, "versie": versie, "aanpak": aanpak, "wie": "juf", "hoe_vaak": "elke dag", "behoefte": ""}


def test_the_perspective_has_the_lines_of_its_last_version_and_every_look_back_on_that_plan() -> None:
    inhoud = _met_opp(
        [
            _versie(1, 1, "2023-09-01", geeindigd_op="2024-07-01"),
            _versie(2, 1, "2026-01-12"),
            _versie(2, 2, "2026-01-12"),
        ],
        [_regel(1, 1, "Oud"), _regel(2, 1, "Eerst"), _regel(2, 2, "Samen plannen")],
        [
            {"plan": 1, "versie": 1, "op": "2024-05-01"},
            {"plan": 2, "versie": 1, "op": "2026-09-20"},
            {"plan": 2, "versie": 2, "op": "2026-10-20"},
        ],
    )

    opgave = maak_opgave(inhoud)

    assert opgave.opp is not None
    assert opgave.opp.regels == (Meegekomenregel(aanpak="Samen plannen", wie="juf", hoe_vaak="elke dag"),)
    assert opgave.opp.geevalueerd_op == (date(2026, 9, 20), date(2026, 10, 20))
    [stuk] = [een for een in opgave.stukken if een.titel.startswith("Ontwikkelingsperspectief")]
    assert "Wie doet wat, en hoe vaak?\n\nPlan 1, Versie 1\n- Oud, juf, elke dag" in stuk.tekst


def test_what_the_child_said_is_read_with_the_perspective() -> None:
    inhoud = _met_opp([_versie(1, 1, "2026-01-12")], [], [])
    velden = {"versie": "Versie", "gezegd": "Gezegd", "gedaan": "Wat ermee is gedaan"}
    zei = {"versie": 1, "gezegd": "Ik lees met een vriend.", "gedaan": "Zij lezen samen."}
    inhoud["onderdelen"][0]["rubrieken"].append(
        {"naam": "leerlingstemmen", "kop": "Wat het kind zelf zei", "velden": velden, "regels": [zei]}
    )

    [stuk] = [een for een in maak_opgave(inhoud).stukken if een.titel.startswith("Ontwikkelingsperspectief")]

    assert "Wat het kind zelf zei:" in stuk.tekst
    assert "Gezegd: Ik lees met een vriend.\nWat ermee is gedaan: Zij lezen samen." in stuk.tekst


def test_a_report_that_does_not_number_its_plans_looks_back_since_the_plan_began() -> None:
    opps = [_versie(1, 1, "2023-09-01", geeindigd_op="2024-07-01"), _versie(2, 2, "2026-01-12")]
    evaluaties: list[dict[str, Any]] = [{"versie": 1, "op": "2024-05-01"}, {"versie": 1, "op": "2026-09-20"}]
    for een in opps:
        del een["plan"]

    opp = maak_opgave(_met_opp(opps, [], [*evaluaties, {"versie": 1, "op": ""}])).opp

    assert opp is not None
    assert opp.geevalueerd_op == (date(2026, 9, 20),)


def test_lines_that_are_only_words_come_with_the_guidance_and_without_what_the_other_school_offers() -> None:
    regels = "Samen plannen, juf (uit het aanbod: Club)"
    opp = maak_opgave(_met_opp([_versie(1, 1, "2026-01-12", begeleidingsregels=regels)], [], [])).opp

    assert opp is not None
    assert opp.delen == {"doelen": "Vlot lezen", "begeleiding": "Samen plannen, juf"}


@pytest.mark.parametrize("weg", ["niveau", "tot_en_met", "doel"])
def test_a_plan_that_lacks_something_is_read_in_words_and_not_offered(weg: str) -> None:
    inhoud = copy.deepcopy(INHOUD)
    for plan in inhoud["onderdelen"][0]["rubrieken"][0]["regels"]:
        del plan[weg]

    opgave = maak_opgave(inhoud)

    assert opgave.plannen == ()
    assert "Leest traag." in opgave.stukken[1].tekst


def test_a_piece_that_is_too_long_goes_on_in_a_next_one() -> None:
    lang = "woord " * 5_000
    deel = {**INHOUD["onderdelen"][0], "teksten": {"toelichting_begeleiding": lang}}

    stukken = maak_opgave({**INHOUD, "onderdelen": [deel]}).stukken[:2]

    assert [stuk.titel[-6:] for stuk in stukken] == ["deel 1", "deel 2"]
    assert all(len(stuk.tekst) <= LANGSTE for stuk in stukken)
    assert lang.strip() in "".join(stuk.tekst for stuk in stukken)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [({"formaat": "passend-overstap-9"}, "andere versie"), ({"formaat": "passend-overstap-1"}, "ontbreekt iets")],
)
def test_a_report_that_cannot_be_read_is_refused(inhoud: dict[str, str], zin: str) -> None:
    with pytest.raises(OnleesbaarError, match=zin):
        maak_opgave(inhoud)
