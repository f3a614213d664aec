"""Which kind of support the words in the search box mean, and which words are of a name or place."""

import pytest

from passend.begrippen.soorten import SOORTEN
from passend.web.openbaar.zoekwoorden import lees_woorden


@pytest.mark.parametrize(
    ("getypt", "soort", "rest"),
    [
        ("dyslexie", "dyslexie", ""),
        ("Dysle", "dyslexie", ""),
        ("rolstoel", "toegankelijk", ""),
        ("rolstoelen", "toegankelijk", ""),
        ("hoogbegaafd", "begaafdheid", ""),
        ("Scholen met logopedie in Voorbeeldstad", "logopedie", "Voorbeeldstad"),
        ("tweede taal", "nt2", ""),
        ("taal", "taal_lezen", ""),
        ("speciaal onderwijs", "so", ""),
        ("giftedness", "begaafdheid", ""),
        ("autist", "autisme", ""),
        ("autistisch", "autisme", ""),
        ("autistische kinderen in Voorbeeldstad", "autisme", "kinderen Voorbeeldstad"),
        ("dyslectisch", "dyslexie", ""),
        ("doof", "auditief", ""),
        ("rustig", "ruimte", ""),
        ("time out", "ruimte", ""),
    ],
)
def test_kind_is_known_by_its_words_and_by_their_beginning(getypt: str, soort: str, rest: str) -> None:
    gelezen = lees_woorden(getypt)

    assert (gelezen.soort, gelezen.rest) == (soort, rest)


@pytest.mark.parametrize("getypt", ["Assen", "Wijk aan Zee", "Hoorn", "Samen", "Meer", "wilg", "basisschool", "De", ""])
def test_names_and_places_are_no_kinds(getypt: str) -> None:
    gelezen = lees_woorden(getypt)

    assert (gelezen.soort, gelezen.rest) == ("", getypt)


def test_every_kind_is_found_by_its_own_label() -> None:
    assert {soort.code: lees_woorden(soort.label).soort for soort in SOORTEN} == {
        soort.code: soort.code for soort in SOORTEN
    }
