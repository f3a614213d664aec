"""A report between two Passends: nothing lost, readable by one school only, and nobody can change it."""

import json
from datetime import UTC, datetime

import pytest

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opgave import OnleesbaarError
from passend.uitwisseling.passend.bestand import (
    is_passendbestand,
    lees_bewijs,
    maak_bewijs,
    open_bestand,
    verzegel,
)
from passend.uitwisseling.passend.naar_opgave import LANGSTE, maak_opgave
from passend.uitwisseling.passend.sleutels import lees_kaart, lees_sleutels, maak_sleutels

OP = datetime(2026, 11, 10, 9, tzinfo=UTC)
DUIN, KIEM, VREEMD = maak_sleutels(), maak_sleutels(), maak_sleutels()
KAART_DUIN = DUIN.kaart(school="Het Duinpad", brin="99AC00")
KAART_KIEM = KIEM.kaart(school="De Kiem", brin="99AB00")
INHOUD = {
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
                    "velden": {"doel": "Doel", "tot_en_met": "Tot en met"},
                    "regels": [{"doel": "Vlot lezen", "tot_en_met": "2027-01-31"}],
                }
            ],
        },
        {"code": "verzuim", "wat": "verzuim", "teksten": {}, "rubrieken": []},
    ],
    "ouderreactie": {"akkoord": "Ja", "opmerking": "Fijn."},
}
BESTAND = verzegel(INHOUD, aan=KAART_KIEM, van=KAART_DUIN, sleutels=DUIN, op=OP)


def test_the_receiver_reads_every_word_and_knows_the_sender() -> None:
    geopend = open_bestand(BESTAND, kaart=KAART_KIEM, sleutels=KIEM)

    assert (geopend.inhoud, geopend.van) == (INHOUD, KAART_DUIN)
    assert is_passendbestand(BESTAND)
    assert not is_passendbestand(b"<dossier/>")


def test_nothing_of_the_pupil_can_be_read_in_the_file() -> None:
    assert [woord for woord in (b"Pip", b"Kwast", b"Vlot lezen", b"2018-03-14") if woord in BESTAND] == []


def test_another_school_cannot_open_it() -> None:
    with pytest.raises(OnleesbaarError, match="voor een andere school"):
        open_bestand(BESTAND, kaart=VREEMD.kaart(school="Vreemd", brin="99ZZ00"), sleutels=VREEMD)
    with pytest.raises(OnleesbaarError, match="onderweg veranderd"):
        open_bestand(BESTAND, kaart=KAART_KIEM, sleutels=VREEMD)


@pytest.mark.parametrize("naam", ["geheim", "gemaakt_op", "handtekening", "van"])
def test_a_file_that_was_changed_is_refused(naam: str) -> None:
    ruw = json.loads(BESTAND)
    ruw[naam] = VREEMD.kaart(school="Het Duinpad", brin="99AC00").als_dict() if naam == "van" else f"A{ruw[naam][1:]}B"

    with pytest.raises(OnleesbaarError, match="onderweg veranderd"):
        open_bestand(json.dumps(ruw).encode(), kaart=KAART_KIEM, sleutels=KIEM)


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"[]", b"<dossier/>", BESTAND[:200]])
def test_what_is_no_file_of_ours_is_refused_with_a_sentence(inhoud: bytes) -> None:
    with pytest.raises(OnleesbaarError, match="geen overstapbestand van Passend"):
        open_bestand(inhoud, kaart=KAART_KIEM, sleutels=KIEM)


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


def test_a_report_becomes_pieces_with_goals_and_days_and_what_parents_think() -> None:
    opgave = maak_opgave(INHOUD)

    assert [(stuk.titel, stuk.vertrouwelijkheid) for stuk in opgave.stukken] == [
        ("Begeleiding die is gegeven of nodig is (vorige school)", Vertrouwelijkheid.ZORG),
        ("Wat de ouders ervan vinden (vorige school)", Vertrouwelijkheid.GEWOON),
    ]
    assert "Doel: Vlot lezen; Tot en met: 31-01-2027" in opgave.stukken[0].tekst
    assert "Elke dag kort." in opgave.stukken[0].tekst


def test_a_piece_that_is_too_long_goes_on_in_a_next_one() -> None:
    lang = "woord " * 5_000
    deel = {**INHOUD["onderdelen"][0], "teksten": {"toelichting_begeleiding": lang}}  # type: ignore[index]

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
