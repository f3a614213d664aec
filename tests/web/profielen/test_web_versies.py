"""Earlier versions of an element: seen, and put back without losing what stands there now."""

from datetime import timedelta
from typing import Any

import pytest
from tests.factories.paginas import HTMX, adres, meld_aan, onderdeel, tekst
from tests.factories.profielen import HGW, OP, School, maak_profiel, maak_school

from passend.profielen.actions.onderdelen import add_rij, rename_rij, save_rij, save_tekst
from passend.profielen.models import Ondersteuningsprofiel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VISIE = "tekst:visie"


def _schrijf(school: School, profiel: Ondersteuningsprofiel, woorden: str, minuten: int) -> None:
    stand = onderdeel(profiel, VISIE)
    moment = OP + timedelta(minutes=minuten)
    save_tekst(actor=school.directeur, profiel=profiel, code="visie", tekst=woorden, versie=stand.versie, op=moment)


def _zet_terug(school: School, sleutel: str, terug: int, versie: int) -> Any:
    velden = {"sleutel": sleutel, "terug": str(terug), "versie": str(versie)}
    return meld_aan(school.directeur).post(adres("versie_terug", school), velden, headers=HTMX)


def test_earlier_versions_are_shown_newest_first_with_who_wrote_them() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for minuten, woorden in enumerate(("Eerste", "Tweede", "Derde")):
        _schrijf(school, profiel, woorden, minuten)

    woorden = tekst(meld_aan(school.directeur).get(adres("versies", school), {"sleutel": VISIE}, headers=HTMX))

    plekken = [woorden.index(deel) for deel in ("Tweede", "Eerste", "niet ingevuld")]
    assert plekken == sorted(plekken)
    assert "Derde" not in woorden
    assert "Zandstra" in woorden


def test_earlier_version_is_put_back_and_what_stood_there_becomes_one() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _schrijf(school, profiel, "Eerste", 0)
    _schrijf(school, profiel, "Tweede", 1)

    antwoord = _zet_terug(school, VISIE, terug=2, versie=3)

    stand = onderdeel(profiel, VISIE)
    assert antwoord.status_code == 200
    assert (stand.inhoud["tekst"], stand.versie) == ("Eerste", 4)
    assert [oud.inhoud["tekst"] for oud in stand.versies.all()] == ["Tweede", "Eerste", ""]


def test_earlier_version_of_a_renamed_row_keeps_the_name_it_has_now() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    rij = add_rij(actor=school.directeur, profiel=profiel, tabel="expertise", label="Lego", soort="gedrag", op=OP)
    save_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, cellen={"ja_nee": "ja"}, versie=1, op=OP)
    nieuw = rename_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, label="Legoclub", op=OP)

    _zet_terug(school, nieuw.sleutel, terug=1, versie=3)

    stand = onderdeel(profiel, nieuw.sleutel)
    assert (stand.inhoud["label"], stand.inhoud["waarde"]) == ("Legoclub", None)


@pytest.mark.parametrize(("terug", "versie"), [(9, 3), (2, 2)], ids=["no such version", "a colleague was first"])
def test_version_that_cannot_be_put_back_changes_nothing(terug: int, versie: int) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _schrijf(school, profiel, "Eerste", 0)
    _schrijf(school, profiel, "Tweede", 1)

    antwoord = _zet_terug(school, VISIE, terug=terug, versie=versie)

    assert antwoord.status_code == 409
    assert onderdeel(profiel, VISIE).inhoud["tekst"] == "Tweede"


def test_only_who_writes_sees_earlier_versions() -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = meld_aan(school.leerkracht).get(adres("versies", school), {"sleutel": HGW}, headers=HTMX)

    assert antwoord.status_code == 403


def test_version_that_says_the_same_is_no_earlier_version_to_go_back_to() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for minuten, woorden in enumerate(("Zo", "Anders", "Zo")):
        _schrijf(school, profiel, woorden, minuten)

    blad = meld_aan(school.directeur).get(adres("versies", school), {"sleutel": VISIE}, headers=HTMX)

    assert blad.content.decode().count("zet dit terug") == 2
    assert "Anders" in tekst(blad)


def test_kind_of_support_of_before_is_shown_with_an_earlier_version() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    rij = add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="Lego", soort="gedrag", op=OP)
    rename_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, label="Lego", soort="motoriek", op=OP)

    woorden = tekst(meld_aan(school.directeur).get(adres("versies", school), {"sleutel": rij.sleutel}, headers=HTMX))

    assert "Gedrag" in woorden
    assert "Motoriek" not in woorden
