"""What was not understood in a document stays in its place in the profile until it was dealt with."""

import re
from typing import Any

import pytest
from django.test import Client
from tests.factories.paginas import HTMX, adres, inhoud_van, maak_inlezing, meld_aan, tekst
from tests.factories.profielen import JAAR, OP, School, maak_school

from passend.profielen.actions.inlezingen import confirm_element, list_twijfels, store_inlezing
from passend.profielen.models import Inlezing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _stuk(woorden: str, sectie: str | None, na: str | None) -> dict[str, Any]:
    return {
        "tekst": woorden,
        "sectie": sectie,
        "na": na,
        "bron": {"methode": "tekst", "regel": 7, "pagina": None, "kader": None},
    }


def _opgeslagen(school: School) -> Inlezing:
    inlezing = maak_inlezing(school)
    inlezing.lezing["ongelezen"] = [
        _stuk("Losse kop", None, None),
        _stuk("(zie bijlage 3)", "hgw", "rij:hgw:algemeen"),
        _stuk("Versie van mei", "algemeen", None),
    ]
    inlezing.save()
    for sleutel in list_twijfels(inlezing):
        inlezing = confirm_element(actor=school.directeur, inlezing=inlezing, sleutel=sleutel, verbeterd=None, op=OP)
    store_inlezing(actor=school.directeur, inlezing=inlezing, schooljaar=JAAR, sjabloon=school.sjabloon, op=OP)
    return inlezing


def _plekken(client: Client, school: School) -> list[tuple[str, list[str]]]:
    """Per block of unread text where it stands, and its words."""
    blad = client.get(adres("profiel", school)).content.decode()
    blokken = re.findall(r'<form class="ongelezen".*?</form>', blad, flags=re.DOTALL)
    return [
        (re.findall(r'name="plek" value="(.*?)"', blok)[0], re.findall(r"<li><span[^>]*>(.*?)</span>", blok))
        for blok in blokken
    ]


def test_unread_text_stands_below_its_table_in_its_section_or_at_the_top() -> None:
    school = maak_school()
    _opgeslagen(school)

    assert _plekken(meld_aan(school.directeur), school) == [
        ("", ["Losse kop"]),
        ("s-algemeen", ["Versie van mei"]),
        ("hgw", ["(zie bijlage 3)"]),
    ]


def test_who_does_not_write_is_not_bothered_with_it() -> None:
    school = maak_school()
    _opgeslagen(school)

    blad = meld_aan(school.leerkracht).get(adres("profiel", school))

    assert "Handelingsgericht werken" in inhoud_van(blad)
    assert "Losse kop" not in inhoud_van(blad)


def test_what_was_dealt_with_is_gone_from_the_page_and_comes_back_with_undo() -> None:
    school = maak_school()
    inlezing, client = _opgeslagen(school), meld_aan(school.directeur)
    stuk = {"stuk": f"{inlezing.pk}:0", "plek": ""}

    weg = client.post(adres("ongelezen", school), stuk, headers=HTMX)
    na_weg = _plekken(client, school)
    terug = client.post(adres("ongelezen", school), stuk | {"terug": "1"}, headers=HTMX)

    assert "In het document zelf blijft het staan" in tekst(weg)
    assert [woorden for _plek, woorden in na_weg] == [["Versie van mei"], ["(zie bijlage 3)"]]
    assert "Losse kop" in tekst(terug)
    assert len(_plekken(client, school)) == 3


def test_rubbish_as_a_piece_changes_nothing() -> None:
    school = maak_school()
    _opgeslagen(school)
    client = meld_aan(school.directeur)

    antwoord = client.post(adres("ongelezen", school), {"stuk": ["x", "9:9", "-1:", ":"]}, headers=HTMX)

    assert antwoord.status_code == 200
    assert len(_plekken(client, school)) == 3
