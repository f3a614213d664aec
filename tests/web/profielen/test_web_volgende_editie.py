"""What changes after an edition becomes public with a next one; the edition itself stays as it was."""

import re

import pytest
from django.utils import timezone
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import HGW, School, maak_editie, maak_school
from tests.web.profielen.pad import GEEVALUEERD, GEHOORD, GEPUBLICEERD, PAD, zet

from passend.profielen.actions.onderdelen import save_rij, save_tekst
from passend.profielen.models import Editie, Ondersteuningsprofiel, Vaststellingsstap

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VERANDERD = "Er is iets veranderd sinds editie 1"


def _met_editie() -> tuple[School, Ondersteuningsprofiel]:
    school = maak_school()
    return school, maak_editie(school).profiel


def _schrijf(school: School, profiel: Ondersteuningsprofiel, woorden: str) -> None:
    visie = profiel.onderdelen.get(sleutel="tekst:visie")
    save_tekst(
        actor=school.directeur,
        profiel=profiel,
        code="visie",
        versie=visie.versie,
        tekst=woorden,
        op=timezone.now(),
    )


def _pagina(school: School, naam: str, vraag: str = "", wie: str = "directeur") -> str:
    return inhoud_van(meld_aan(getattr(school, wie)).get(adres(naam, school) + vraag))


@pytest.mark.parametrize("naam", ["profiel", "vaststelling"])
def test_change_after_an_edition_is_told_and_gone_when_it_is_put_back(naam: str) -> None:
    school, profiel = _met_editie()
    was = profiel.onderdelen.get(sleutel="tekst:visie").inhoud["tekst"]
    schermen = [_pagina(school, naam)]

    for woorden in ("Anders.", was):
        _schrijf(school, profiel, woorden)
        schermen.append(_pagina(school, naam))

    assert [VERANDERD in scherm for scherm in schermen] == [False, True, False]


def test_changed_profile_goes_the_path_again_to_a_next_edition_and_leaves_the_first_alone() -> None:
    school, profiel = _met_editie()
    eerste = Editie.objects.get()
    van_eerste = list(Vaststellingsstap.objects.filter(editie=eerste).values())
    _schrijf(school, profiel, "Een verbeterde visie.")

    begin = _pagina(school, "vaststelling", "?ronde=nieuw")
    for soort, wie in PAD:
        zet(school, wie, soort)
    gepubliceerd = inhoud_van(zet(school, "directeur", GEPUBLICEERD))

    assert "Dit worden de stappen voor editie 2" in begin
    assert "nu aan de beurt: de directeur of de intern begeleider" in begin
    assert "Gepubliceerd als editie 2." in gepubliceerd
    assert VERANDERD not in gepubliceerd
    assert "Er is iets veranderd" not in gepubliceerd
    eerste.refresh_from_db()
    assert "Een verbeterde visie." not in str(eerste.inhoud)
    assert "Een verbeterde visie." in str(Editie.objects.get(nummer=2).inhoud)
    assert list(Vaststellingsstap.objects.filter(editie=eerste).values()) == van_eerste


def test_edition_can_be_looked_back_upon_while_the_next_is_under_way() -> None:
    school, _profiel = _met_editie()
    zet(school, "directeur", GEHOORD)

    lopend = _pagina(school, "vaststelling")
    van_editie = meld_aan(school.directeur).get(adres("vaststelling", school) + "?ronde=editie").content.decode()
    zet(school, "directeur", GEEVALUEERD, gezegd="Rust hielp.")

    assert "Naar de stappen van editie 1" in lopend
    assert f'name="soort" value="{GEEVALUEERD}"' in van_editie
    stappen = Vaststellingsstap.objects.values_list("soort", "editie__nummer")
    assert {soort: nummer for soort, nummer in stappen if soort == GEEVALUEERD} == {GEEVALUEERD: 1}
    assert "Rust hielp." in _pagina(school, "vaststelling", "?ronde=editie")
    assert "Leerlingen gehoord" in _pagina(school, "vaststelling")


@pytest.mark.parametrize("is_overgeslagen", [False, True])
def test_who_takes_back_the_only_step_of_a_new_round_stays_in_that_round(*, is_overgeslagen: bool) -> None:
    school, profiel = _met_editie()
    _schrijf(school, profiel, "Anders.")
    zet(school, "directeur", GEHOORD, **({"sla_over": "1", "waarom": "Geen tijd"} if is_overgeslagen else {}))

    terug = meld_aan(school.directeur).post(adres("stap_terug", school), {"soort": GEHOORD}, follow=True)

    assert terug.redirect_chain[0][0].endswith("?ronde=nieuw")
    assert "Dit worden de stappen voor editie 2" in inhoud_van(terug)
    assert f'name="soort" value="{GEHOORD}"' in terug.content.decode()
    assert f'name="soort" value="{GEEVALUEERD}"' not in terug.content.decode()


@pytest.mark.parametrize("wie", ["directeur", "intern_begeleider", "bestuurder", "mr_lid", "leerkracht", "adviseur"])
def test_only_who_can_do_something_there_is_sent_to_the_steps_of_a_next_edition(wie: str) -> None:
    school, profiel = _met_editie()
    _schrijf(school, profiel, "Anders.")
    mogen = {"directeur", "intern_begeleider"}

    scherm = _pagina(school, "profiel", wie=wie)

    assert VERANDERD in scherm
    assert ("Maak dat openbaar" in scherm) is (wie in mogen)


@pytest.mark.parametrize(("soort", "wie"), [PAD[2], PAD[3]])
def test_mr_and_board_find_what_they_speak_about_beside_their_form(soort: str, wie: str) -> None:
    school, _profiel = _met_editie()
    for eerder, ander in PAD[: PAD.index((soort, wie))]:
        zet(school, ander, eerder)

    pagina = meld_aan(getattr(school, wie)).get(adres("vaststelling", school)).content.decode()

    assert f'href="{adres("document", school, bestandsnaam="sop.pdf")}"' in pagina
    assert "Lees het profiel" in pagina


def test_row_that_changed_is_counted() -> None:
    school, profiel = _met_editie()
    rij = profiel.onderdelen.get(sleutel=HGW)
    cellen = {code: code == "in_ontwikkeling" for code in rij.inhoud["cellen"]}
    save_rij(actor=school.directeur, profiel=profiel, sleutel=HGW, versie=rij.versie, cellen=cellen, op=timezone.now())

    assert "1 plek in het profiel is anders dan wat openbaar is." in _pagina(school, "vaststelling")


@pytest.mark.parametrize(
    ("dag", "is_geevalueerd", "jaar"),
    [
        ("2027-05-31", False, None),
        ("2027-05-30", True, None),
        ("2027-05-31", True, "2027-2028"),
        ("2027-08-01", False, "2027-2028"),
    ],
)
def test_next_year_begins_after_looking_back_when_it_is_near(
    monkeypatch: pytest.MonkeyPatch, dag: str, *, is_geevalueerd: bool, jaar: str | None
) -> None:
    school, _profiel = _met_editie()
    if is_geevalueerd:
        zet(school, "directeur", GEEVALUEERD)
    moment = timezone.datetime.fromisoformat(f"{dag}T12:00:00+02:00")
    monkeypatch.setattr(timezone, "now", lambda: moment)

    gevonden = re.search(r"Begin (\d{4}-\d{4})", _pagina(school, "profiel"))

    assert (gevonden[1] if gevonden else None) == jaar
    if jaar:
        antwoord = meld_aan(school.directeur).post(adres("profiel_nieuw", school), follow=True)
        assert f"Het profiel voor {jaar} staat klaar." in inhoud_van(antwoord)
