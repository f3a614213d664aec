"""What a file changes about the parents of a pupil: nobody gets authority, or loses it, by silence."""

import pytest

from passend.begrippen.opgave import Ouderopgave
from passend.regels.ouderinvoer import Bekendeouder, Ouderverschil, vergelijk_ouders

AN = Bekendeouder(pk=1, naam="An Wilg", email="an@voorbeeld.nl", heeft_gezag=True)
BO = Bekendeouder(pk=2, naam="Bo Wilg", email="", heeft_gezag=False)


def _uit(*opgaven: Ouderopgave) -> tuple[Ouderverschil, ...]:
    return vergelijk_ouders(opgaven, [AN, BO])


@pytest.mark.parametrize(
    "opgave",
    [
        Ouderopgave(naam="An Wilg"),
        Ouderopgave(naam="an  WILG"),
        Ouderopgave(naam="An Wilg", email="AN@voorbeeld.nl"),
        Ouderopgave(naam="An Wilg", email="an@voorbeeld.nl", heeft_gezag=True),
        Ouderopgave(naam="Bo Wilg", heeft_gezag=False),
    ],
)
def test_parent_of_whom_the_file_says_nothing_new_stays_as_they_are(opgave: Ouderopgave) -> None:
    assert _uit(opgave) == ()


@pytest.mark.parametrize(
    ("opgave", "verschil"),
    [
        (
            Ouderopgave(naam="an wilg", email="wilg@voorbeeld.nl"),
            Ouderverschil(
                naam="An Wilg",
                email="wilg@voorbeeld.nl",
                heeft_gezag=True,
                was=AN,
                twijfels=("An Wilg krijgt een ander e-mailadres. Klopt dat?",),
            ),
        ),
        (
            Ouderopgave(naam="An Wilg", heeft_gezag=False),
            Ouderverschil(
                naam="An Wilg",
                email="an@voorbeeld.nl",
                heeft_gezag=False,
                was=AN,
                twijfels=("An Wilg verliest het gezag, en mag het dossier dan niet meer zien. Klopt dat?",),
            ),
        ),
        (
            Ouderopgave(naam="Bo Wilg", heeft_gezag=True),
            Ouderverschil(
                naam="Bo Wilg",
                email="",
                heeft_gezag=True,
                was=BO,
                twijfels=("Bo Wilg krijgt het gezag, en mag het dossier dan zien. Klopt dat?",),
            ),
        ),
        (
            Ouderopgave(naam="Bo Wilg", email="bo@voorbeeld.nl"),
            Ouderverschil(naam="Bo Wilg", email="bo@voorbeeld.nl", heeft_gezag=False, was=BO),
        ),
    ],
    ids=["other address", "authority ended", "authority began", "first address"],
)
def test_known_parent_changes_only_in_what_the_file_says(opgave: Ouderopgave, verschil: Ouderverschil) -> None:
    assert _uit(opgave) == (verschil,)


def test_new_parent_has_authority_only_when_the_file_says_so_and_silence_is_doubtful() -> None:
    nieuw = (
        Ouderopgave(naam="Cor Eik", email="cor@voorbeeld.nl", heeft_gezag=True),
        Ouderopgave(naam="Dien Eik", heeft_gezag=False),
        Ouderopgave(naam="Els Eik"),
    )

    assert _uit(*nieuw) == (
        Ouderverschil(naam="Cor Eik", email="cor@voorbeeld.nl", heeft_gezag=True),
        Ouderverschil(naam="Dien Eik", email="", heeft_gezag=False),
        Ouderverschil(
            naam="Els Eik",
            email="",
            heeft_gezag=False,
            twijfels=("Het bestand zegt niet of Els Eik gezag heeft. Passend noteert: geen gezag.",),
        ),
    )


def test_new_name_with_the_address_of_a_known_parent_may_be_the_same_person() -> None:
    (verschil,) = _uit(Ouderopgave(naam="An de Wilg", email="An@Voorbeeld.nl", heeft_gezag=True))

    assert verschil.twijfels == ("Het e-mailadres van An de Wilg hoort al bij een andere ouder. Is het dezelfde?",)


def test_new_parent_in_a_file_does_not_hide_what_changed_of_the_next() -> None:
    uit = _uit(Ouderopgave(naam="Cor Eik", heeft_gezag=True), Ouderopgave(naam="Bo Wilg", heeft_gezag=True))

    assert [een.naam for een in uit] == ["Cor Eik", "Bo Wilg"]
