"""Rows of the school's own and evidence: added, named anew, taken away, put back."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.factories.paginas import HTMX, adres, inhoud_van, meld_aan, onderdeel, tekst
from tests.factories.profielen import HGW, OP, School, maak_profiel, maak_school

from passend.profielen.actions.doelen import Doelgegevens, add_doel
from passend.profielen.actions.onderdelen import add_rij, save_rij
from passend.profielen.actions.team import add_onderbouwing, add_reactie, open_ronde
from passend.profielen.models import Doelregel, Onderbouwingsregel, Onderdeel, Ondersteuningsprofiel, Reactie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
LEGO = "rij:expertise:+lego"
LOCATIE = re.compile(r"/school/99AA00/profiel#(.*)")


def _eigen_rij(school: School, profiel: Ondersteuningsprofiel, label: str = "Lego") -> Onderdeel:
    return add_rij(actor=school.directeur, profiel=profiel, tabel="expertise", label=label, soort="gedrag", op=OP)


def _stuur(client: Client, naam: str, school: School, **velden: Any) -> Any:
    return client.post(adres(naam, school), velden, headers=HTMX)


def _bewijs(client: Client, school: School, **velden: str) -> Any:
    gegevens = {"sleutel": HGW, "wat": "Verslag groepsbespreking", "wanneer": "2026-10-01"} | velden
    return _stuur(client, "onderbouwing", school, **gegevens)


def test_own_row_is_added_under_its_table_with_a_kind_of_support_from_its_words() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)

    antwoord = client.post(adres("rij_nieuw", school), {"tabel": "expertise", "label": "Training tegen faalangst"})

    rij = onderdeel(profiel, "rij:expertise:+training-tegen-faalangst")
    plek = LOCATIE.fullmatch(antwoord["Location"])
    assert plek is not None
    assert f'id="{plek[1]}"' in client.get(adres("profiel", school)).content.decode()
    assert (rij.inhoud["label"], rij.inhoud["is_eigen"]) == ("Training tegen faalangst", True)
    assert rij.inhoud["soort_ondersteuning"]


def test_kind_of_support_that_was_chosen_goes_before_the_words() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    meld_aan(school.directeur).post(
        adres("rij_nieuw", school), {"tabel": "aanbod", "label": "Lego", "soort": "motoriek"}
    )

    assert onderdeel(profiel, "rij:aanbod:+lego").inhoud["soort_ondersteuning"] == "motoriek"


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"tabel": "aanbod", "label": " "}, "De rij heeft nog geen naam."),
        ({"tabel": "aanbod", "label": "x" * 151}, "Deze naam is te lang. Houd het bij 150 tekens"),
        ({"tabel": "hgw", "label": "Iets"}, "In deze tabel staan alleen de rijen van de regio."),
        ({"tabel": "aanbod", "label": "Iets", "soort": "toveren"}, "Deze soort ondersteuning bestaat niet."),
    ],
)
def test_own_row_that_cannot_be_is_refused_in_a_sentence(velden: dict[str, str], zin: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    vooraf = profiel.onderdelen.count()

    antwoord = meld_aan(school.directeur).post(adres("rij_nieuw", school), velden, follow=True)

    assert zin in inhoud_van(antwoord)
    assert profiel.onderdelen.count() == vooraf


def test_row_of_a_table_that_does_not_exist_has_no_place() -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = meld_aan(school.directeur).post(adres("rij_nieuw", school), {"tabel": "visie", "label": "Iets"})

    assert antwoord.status_code == 404


def test_own_row_gets_another_name_and_everything_that_hangs_on_it_comes_along() -> None:
    school = maak_school()
    profiel, actor = maak_profiel(school), school.directeur
    _eigen_rij(school, profiel)
    cellen = {"ja_nee": "ja", "uren_beschikbaar": "2 uur"}
    save_rij(actor=actor, profiel=profiel, sleutel=LEGO, cellen=cellen, versie=1, op=OP)
    add_onderbouwing(actor=actor, profiel=profiel, sleutel=LEGO, wat="Foto", wanneer=OP.date(), op=OP)
    doel = Doelgegevens(sleutel=LEGO, doel="Vaker", actie="", eigenaar="Team")
    add_doel(actor=actor, profiel=profiel, gegevens=doel, op=OP)
    ronde = open_ronde(actor=actor, profiel=profiel, vraag="Klopt dit?", op=OP)
    add_reactie(actor=school.leerkracht, ronde=ronde, sleutel=LEGO, soort="eens", toelichting="", op=OP)

    antwoord = _stuur(meld_aan(actor), "rij_naam", school, sleutel=LEGO, label=" Bouwen met lego ")

    nieuw = "rij:expertise:+bouwen-met-lego"
    bewaard = onderdeel(profiel, nieuw).inhoud
    assert antwoord.status_code == 200
    assert "Bouwen met lego" in tekst(antwoord)
    assert f'value="{nieuw}"' in antwoord.content.decode()
    assert (bewaard["label"], bewaard["waarde"], bewaard["soort_ondersteuning"]) == ("Bouwen met lego", "ja", "gedrag")
    sleutels = [soort.objects.get().sleutel for soort in (Onderbouwingsregel, Doelregel, Reactie)]
    assert sleutels == [nieuw] * 3
    assert not profiel.onderdelen.filter(sleutel=LEGO).exists()


def test_own_row_whose_name_only_gets_a_capital_keeps_its_place() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _eigen_rij(school, profiel)

    _stuur(meld_aan(school.directeur), "rij_naam", school, sleutel=LEGO, label="LEGO")

    assert onderdeel(profiel, LEGO).inhoud["label"] == "LEGO"


@pytest.mark.parametrize(
    ("sleutel", "label", "zin"),
    [
        (LEGO, " ", "De rij heeft nog geen naam."),
        (LEGO, "x" * 151, "Deze naam is te lang."),
        (LEGO, "Schaken", "Er is of was al een rij met deze naam."),
        ("rij:expertise:rt", "Iets anders", "De naam van deze rij is van de regio."),
    ],
)
def test_name_that_cannot_be_is_refused_in_the_row_itself(sleutel: str, label: str, zin: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for naam in ("Lego", "Schaken"):
        _eigen_rij(school, profiel, naam)
    vooraf = list(profiel.onderdelen.order_by("pk").values_list("sleutel", "inhoud"))

    antwoord = _stuur(meld_aan(school.directeur), "rij_naam", school, sleutel=sleutel, label=label)

    assert antwoord.status_code == 422
    assert (zin in tekst(antwoord)) is (sleutel == LEGO)
    assert list(profiel.onderdelen.order_by("pk").values_list("sleutel", "inhoud")) == vooraf


def test_own_row_taken_away_leaves_its_undo_behind_and_comes_back_whole() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _eigen_rij(school, profiel)
    client = meld_aan(school.directeur)

    weg = _stuur(client, "rij_weg", school, sleutel=LEGO, versie=1)
    zonder = client.get(adres("profiel", school)).content.decode()
    terug = _stuur(client, "rij_terug", school, sleutel=LEGO)

    assert tekst(weg) == "Weggehaald: Lego Ongedaan maken"
    assert 'hx-vals=\'{"sleutel": "rij:expertise:+lego"}\'' in weg.content.decode()
    assert LEGO not in zonder
    assert "haal deze rij weg" in tekst(terug)
    assert LEGO in client.get(adres("profiel", school)).content.decode()


def test_own_row_that_a_colleague_just_changed_is_not_taken_away() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _eigen_rij(school, profiel)
    cellen = {"ja_nee": "ja", "uren_beschikbaar": None}
    save_rij(actor=school.intern_begeleider, profiel=profiel, sleutel=LEGO, cellen=cellen, versie=1, op=OP)

    antwoord = _stuur(meld_aan(school.directeur), "rij_weg", school, sleutel=LEGO, versie=1)

    assert antwoord.status_code == 409
    assert tekst(antwoord).startswith("Niet weggehaald Een collega heeft dit net ook veranderd.")
    assert not onderdeel(profiel, LEGO).is_verwijderd


@pytest.mark.parametrize("sleutel", ["rij:expertise:rt", "veld:schoolnaam", "tekst:visie", "structuur"])
def test_only_a_row_of_the_schools_own_can_be_taken_away(sleutel: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    antwoord = _stuur(meld_aan(school.directeur), "rij_weg", school, sleutel=sleutel, versie=1)

    assert antwoord.status_code == 409
    assert not profiel.onderdelen.filter(is_verwijderd=True).exists()


def test_row_taken_away_meanwhile_comes_back_for_who_keeps_writing_in_it() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _eigen_rij(school, profiel)
    _stuur(meld_aan(school.directeur), "rij_weg", school, sleutel=LEGO, versie=1)
    client, velden = meld_aan(school.intern_begeleider), {"sleutel": LEGO, "cel-ja_nee": "ja", "versie": 1}

    botsing = _stuur(client, "rij", school, **velden)
    doorgezet = _stuur(client, "rij", school, **velden, kies_versie=2)

    assert (botsing.status_code, doorgezet.status_code) == (409, 200)
    assert not onderdeel(profiel, LEGO).is_verwijderd


def test_mark_without_evidence_says_so_until_there_is_some() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)
    leeg = client.get(adres("rij", school), {"sleutel": HGW})
    save_rij(actor=school.directeur, profiel=profiel, sleutel=HGW, cellen={"op_orde": True}, versie=1, op=OP)
    gemarkeerd = client.get(adres("rij", school), {"sleutel": HGW})

    bewijs = _bewijs(client, school)

    onderbouwd = client.get(adres("rij", school), {"sleutel": HGW})
    zonder = ["zonder onderbouwing" in tekst(deel) for deel in (leeg, gemarkeerd, onderbouwd)]
    assert zonder == [False, True, False]
    assert bewijs.status_code == 200
    assert "Verslag groepsbespreking (do 1 oktober 2026)" in tekst(bewijs)
    assert "onderbouwd" in tekst(onderbouwd)
    assert "1 rij zonder onderbouwing" not in inhoud_van(client.get(adres("profiel", school)))


def test_evidence_taken_away_brings_the_warning_back() -> None:
    school = maak_school()
    profiel, client = maak_profiel(school), meld_aan(school.directeur)
    save_rij(actor=school.directeur, profiel=profiel, sleutel=HGW, cellen={"op_orde": True}, versie=1, op=OP)
    _bewijs(client, school)
    regel = Onderbouwingsregel.objects.get()

    antwoord = _stuur(client, "onderbouwing_weg", school, sleutel=HGW, regel=regel.pk)

    assert "Verslag groepsbespreking" not in tekst(antwoord)
    assert "1 rij zonder onderbouwing" in inhoud_van(client.get(adres("profiel", school)))


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"wat": " "}, "Schrijf op wat er te zien is"),
        ({"wat": "x" * 501}, "Dit is te lang: houd het bij 500 tekens."),
        ({"wanneer": ""}, "Vul de dag in waarop dit te zien was."),
        ({"wanneer": "ooit"}, "Vul de dag in waarop dit te zien was."),
        ({"wanneer": "2026-10-13"}, "Deze dag ligt in de toekomst."),
    ],
)
def test_evidence_that_cannot_be_is_refused_in_its_own_place(velden: dict[str, str], zin: str) -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = _bewijs(meld_aan(school.directeur), school, **velden)

    assert (antwoord.status_code, zin in tekst(antwoord)) == (422, True)
    assert not Onderbouwingsregel.objects.exists()


def test_evidence_that_is_refused_stands_as_it_was_typed() -> None:
    school = maak_school()
    maak_profiel(school)
    bewijs = {"sleutel": HGW, "wat": 'Foto "van de hal"', "wanneer": "2026-10-13"}

    antwoord = meld_aan(school.directeur).post(adres("onderbouwing", school), bewijs, headers=HTMX)

    assert antwoord.status_code == 422
    assert 'value="Foto &#34;van de hal&#34;"' in antwoord.content.decode()
    assert 'value="2026-10-13"' in antwoord.content.decode()


def test_evidence_of_today_is_not_in_the_future(vaste_tijd: Any) -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)

    statussen = [
        _bewijs(client, school, wanneer=(vaste_tijd.date() + timedelta(days=dagen)).isoformat()).status_code
        for dagen in (-1, 0, 1)
    ]

    assert statussen == [200, 200, 422]


@pytest.mark.parametrize("sleutel", ["veld:schoolnaam", "tekst:visie", "structuur"])
def test_evidence_and_goals_hang_on_rows_only(sleutel: str) -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)

    bewijs = _bewijs(client, school, sleutel=sleutel)
    doel = client.post(adres("doelen", school), {"sleutel": sleutel, "doel": "Rust", "eigenaar": "Team"}, follow=True)

    assert bewijs.status_code in {404, 422}
    assert "De rij bij dit doel is er niet. Kies een rij uit het profiel." in inhoud_van(doel)
    assert not Onderbouwingsregel.objects.exists()
    assert not Doelregel.objects.exists()


def test_own_row_without_a_kind_says_so_and_gets_one_with_which_parents_find_it() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="Powerklas", soort=None, op=OP)
    client = meld_aan(school.directeur)
    sleutel = "rij:aanbod:+powerklas"

    voor = inhoud_van(client.get(adres("profiel", school)))
    _stuur(client, "rij_naam", school, sleutel=sleutel, label="Powerklas", soort="gedrag")
    na = inhoud_van(client.get(adres("profiel", school)))

    assert "1 eigen rij zonder soort hulp" in voor
    assert onderdeel(profiel, sleutel).inhoud["soort_ondersteuning"] == "gedrag"
    assert "zonder soort hulp" not in na


def test_kind_that_does_not_exist_is_refused_and_the_row_keeps_its_own() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    rij = _eigen_rij(school, profiel)

    antwoord = _stuur(
        meld_aan(school.directeur), "rij_naam", school, sleutel=rij.sleutel, label="Lego", soort="tovenarij"
    )

    assert antwoord.status_code == 422
    assert "Deze soort ondersteuning bestaat niet." in tekst(antwoord)
    assert 'value="Lego"' in antwoord.content.decode()
    assert onderdeel(profiel, rij.sleutel).inhoud["soort_ondersteuning"] == "gedrag"


def test_other_name_alone_leaves_the_kind_as_it_is() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    rij = _eigen_rij(school, profiel)

    _stuur(meld_aan(school.directeur), "rij_naam", school, sleutel=rij.sleutel, label="Bouwclub")

    assert onderdeel(profiel, "rij:expertise:+bouwclub").inhoud["soort_ondersteuning"] == "gedrag"


def test_name_that_is_refused_stands_in_the_field_still_with_the_kind_that_was_chosen() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    eerste, _tweede = _eigen_rij(school, profiel), _eigen_rij(school, profiel, "Bouwclub")

    antwoord = _stuur(
        meld_aan(school.directeur), "rij_naam", school, sleutel=eerste.sleutel, label="Bouwclub", soort="motoriek"
    )

    vorm = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert 'value="Bouwclub"' in vorm
    assert re.findall(r'<option value="(\w+)" selected', vorm) == ["motoriek"]
