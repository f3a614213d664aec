"""What a password must be: long, not known to everybody, and not made of words of the school alone."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from tests.factories.paginas import inhoud_van

from passend.toegang.actions import create_account
from passend.toegang.models import Account
from passend.web.aanmelden.alledaags import LIJST, STUK

RAADBAAR = "Dit wachtwoord raden anderen snel. Neem een zin van vier woorden."
OUD = "vier-rustige-blauwe-stoelen"


@pytest.mark.parametrize(
    "woord",
    [
        *("passendonderwijs", "Basisschool2026!", "welkomwelkom123", "WachtwoordSchool", "zomer2026zomer"),
        *("123456789012", "............", "qwerty-qwerty-1", "tess-zandstra-1", "Zandstra2026!!"),
    ],
)
def test_password_of_words_of_the_school_the_season_or_ones_own_name_is_refused(woord: str) -> None:
    wie = Account(first_name="Tess", last_name="Zandstra", email="tess@school.example")

    with pytest.raises(ValidationError) as weigering:
        validate_password(woord, wie)

    assert RAADBAAR in weigering.value.messages


@pytest.mark.parametrize(
    "woord",
    [
        *(
            "1q2w3e4r5t6y7u8i",
            "iloveyouforever",
            "ILoveYouForever",
            "manchesterunited",
            "Liverpool1892",
            "iloveyou1234",
        ),
        *("iloveyou1234", "letmeinletmein", " harrypotter1 ", "Barcelona123", "supernatural", "michaeljackson"),
    ],
)
def test_password_that_is_used_much_is_refused_however_it_is_written(woord: str) -> None:
    with pytest.raises(ValidationError) as weigering:
        validate_password(woord, Account(first_name="Tess", last_name="Zandstra"))

    assert RAADBAAR in weigering.value.messages


def test_list_holds_many_times_the_three_thousand_that_are_asked_in_their_order() -> None:
    inhoud = LIJST.read_bytes()
    stukken = [inhoud[plek : plek + STUK] for plek in range(0, len(inhoud), STUK)]

    assert len(stukken) > 40_000
    assert stukken == sorted(set(stukken))
    assert {len(stuk) for stuk in stukken} == {STUK}


@pytest.mark.parametrize(
    "woord", [OUD, "fietsenstallingen", "Een lange zin, met spaties", "zee" * 30, "пароль-из-слов"]
)
def test_password_of_any_signs_and_length_is_taken(woord: str) -> None:
    validate_password(woord, Account(first_name="Tess", last_name="Zandstra"))


@pytest.mark.django_db
def test_word_of_here_is_refused_where_a_password_is_changed_and_a_very_long_one_works_to_the_last_letter() -> None:
    lang = "Zee en lucht " * 10 + "Ω"
    naam = "tess@school.example"
    create_account(gebruikersnaam=naam, voornaam="Tess", achternaam="Zandstra", wachtwoord=OUD)
    client = Client()
    client.post("/aanmelden", {"login": naam, "password": OUD})

    def _verander(woord: str) -> str:
        velden = {"oldpassword": OUD, "password1": woord, "password2": woord}
        return inhoud_van(client.post("/account/wachtwoord", velden, follow=True))

    geweigerd = _verander("passendonderwijs")
    _verander(lang)

    assert RAADBAAR in geweigerd
    assert Client().post("/aanmelden", {"login": naam, "password": lang[:-1]}).status_code == 422
    assert Client().post("/aanmelden", {"login": naam, "password": lang.lower()}).status_code == 422
    assert Client().post("/aanmelden", {"login": naam, "password": lang}).status_code == 302
