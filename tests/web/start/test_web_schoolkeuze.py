"""Who works for more schools sees which school a page, a task and a button are for, and goes from one to the other."""

import re

import pytest
from tests.factories.organisaties import maak_vestiging
from tests.factories.paginas import Regio, adres, inhoud_van, maak_regio, meld_aan, tekst
from tests.factories.profielen import maak_profiel
from tests.factories.toegang import SINDS

from passend.begrippen.rollen import Rolsoort
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
_KEUZE = re.compile(r'<details class="menu waar".*?</details>', flags=re.DOTALL)


def _van_twee(rol: Rolsoort = Rolsoort.DIRECTEUR) -> tuple[Regio, Account]:
    """The directeur of De Wilgenboom, who also has a role at De Kiem; both have a profile."""
    regio = maak_regio()
    for school in (regio.eigen, regio.buur):
        maak_profiel(school)
    grant_rol(account=regio.eigen.directeur, soort=rol, bij=regio.buur.vestiging, geldig_van=SINDS)
    return regio, regio.eigen.directeur


def _keuze(pagina: str) -> dict[str, str]:
    """The schools in the picker with the address of each."""
    gevonden = _KEUZE.search(pagina)
    links = re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)<', gevonden[0]) if gevonden else []
    return {naam.strip(): pad for pad, naam in links}


def test_handing_in_stands_per_school_and_no_button_is_for_a_school_one_cannot_see() -> None:
    regio, directeur = _van_twee()

    pagina = meld_aan(directeur).get("/start")

    doelen = re.findall(r'href="(/school/[^"]*/inleveren)"', pagina.content.decode())
    assert sorted(doelen) == sorted(adres("inleveren", school) for school in (regio.eigen, regio.buur))
    assert "Inleveren voor De Kiem" in inhoud_van(pagina)
    assert "Document inleveren" not in inhoud_van(pagina)


def test_handing_in_stands_only_at_schools_one_writes_for() -> None:
    regio, directeur = _van_twee(Rolsoort.LEERKRACHT)

    doelen = re.findall(r'href="(/school/[^"]*/inleveren)"', meld_aan(directeur).get("/start").content.decode())

    assert doelen == [adres("inleveren", regio.eigen)]


@pytest.mark.parametrize("naam", ["profiel", "structuur", "team", "vaststelling", "doelen", "documenten", "inleveren"])
def test_picker_keeps_the_page(naam: str) -> None:
    regio, directeur = _van_twee()
    client = meld_aan(directeur)

    pagina = client.get(adres(naam, regio.eigen)).content.decode()

    keuze = _keuze(pagina)
    assert keuze["De Kiem"] == adres(naam, regio.buur)
    assert keuze["De Wilgenboom"] == adres(naam, regio.eigen)
    assert 'aria-current="true">De Wilgenboom' in pagina
    assert client.get(keuze["De Kiem"]).status_code == 200


@pytest.mark.parametrize(("naam", "wordt"), [("inleveren", "profiel"), ("team", "profiel"), ("doelen", "doelen")])
def test_picker_leads_to_the_profile_where_one_may_not_see_the_same_page(naam: str, wordt: str) -> None:
    regio, lid = _van_twee(Rolsoort.MR_LID)

    pagina = meld_aan(lid).get(adres(naam, regio.eigen)).content.decode()

    assert _keuze(pagina)["De Kiem"] == adres(wordt, regio.buur)


def test_menu_holds_the_places_of_the_role_one_has_at_that_school() -> None:
    regio, lid = _van_twee(Rolsoort.MR_LID)
    client = meld_aan(lid)

    menus = [
        re.search(r'<nav class="bladen"(.*?)</nav>', client.get(adres("profiel", school)).content.decode(), re.DOTALL)
        for school in (regio.eigen, regio.buur)
    ]

    assert [bool(menu and "Team" in menu[1]) for menu in menus] == [True, False]


def test_first_screen_of_more_schools_is_at_none_of_them() -> None:
    _regio, directeur = _van_twee()

    pagina = meld_aan(directeur).get("/start")

    assert "2 scholen Kies een school schooljaar 2026-2027 Uw scholen De Kiem De Wilgenboom" in tekst(pagina)
    menu = re.search(r'<ul class="plekken">(.*?)</ul>', pagina.content.decode(), re.DOTALL)
    assert menu is not None
    assert re.findall(r"<span>(.*?)</span>", menu[1]) == ["Vandaag", "Scholen", "Agenda"]


def test_who_works_at_one_school_has_nothing_to_pick() -> None:
    regio, _directeur = _van_twee()

    client = meld_aan(regio.eigen.intern_begeleider)

    assert not any(_KEUZE.search(client.get(pad).content.decode()) for pad in ("/start", adres("profiel", regio.eigen)))


def test_board_picks_from_its_schools_and_from_the_page_of_all_when_there_are_many() -> None:
    regio, _directeur = _van_twee()
    client = meld_aan(regio.eigen.bestuurder)

    met_twee = client.get(adres("profiel", regio.eigen)).content.decode()
    for nummer in range(12):
        maak_vestiging(regio.eigen.vestiging.bestuur, brin=f"{nummer:02}BB", naam=f"School {nummer:02}")
    met_veertien = client.get(adres("profiel", regio.eigen)).content.decode()

    assert _keuze(met_twee)["De Kiem"] == adres("profiel", regio.buur)
    assert not _KEUZE.search(met_veertien)


def test_place_to_hand_in_says_for_which_school_and_leads_to_the_others() -> None:
    regio, directeur = _van_twee()
    client = meld_aan(directeur)

    pagina = client.get(adres("inleveren", regio.buur))
    een_school = inhoud_van(meld_aan(regio.eigen.intern_begeleider).get(adres("inleveren", regio.eigen)))

    assert "U levert in voor De Kiem . Voor een andere school De Wilgenboom" in inhoud_van(pagina)
    assert "Sleep het document van De Kiem hierheen" in inhoud_van(pagina)
    assert "Voor een andere school" not in een_school


def test_demonstration_names_all_schools_of_somebody_or_says_how_many() -> None:
    regio, directeur = _van_twee()
    Account.objects.filter(pk=directeur.pk).update(is_demo=True)
    client = meld_aan(None)

    met_twee = tekst(client.get("/aanmelden"))
    grant_rol(account=directeur, soort=Rolsoort.DIRECTEUR, bij=regio.ander.vestiging, geldig_van=SINDS)

    assert "directeur De Kiem en De Wilgenboom" in met_twee
    assert "directeur 3 scholen" in tekst(client.get("/aanmelden"))


def test_menu_of_the_demonstration_shows_people_of_this_school_first_and_folds_the_rest() -> None:
    regio = maak_regio()
    maak_profiel(regio.eigen)
    Account.objects.update(is_demo=True)

    pagina = meld_aan(regio.eigen.directeur).get(adres("profiel", regio.eigen)).content.decode()

    menu = re.search(r'<details class="menu ik".*?</header>', pagina, flags=re.DOTALL)
    assert menu is not None
    hier, elders = menu[0].split("Mensen van andere scholen")
    namen = [re.findall(r'<button type="submit" name="account" value="([^"]+)"', deel) for deel in (hier, elders)]
    assert regio.eigen.intern_begeleider.username in namen[0]
    assert regio.eigen.bestuurder.username in namen[0]
    assert regio.eigen.directeur.username not in namen[0] + namen[1]
    assert regio.ander.directeur.username in namen[1]
