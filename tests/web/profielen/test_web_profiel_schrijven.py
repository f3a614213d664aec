"""Writing in the profile: each element is saved on its own, and who comes second sees who came first."""

import re
from typing import Any

import pytest
from django.test import Client
from tests.factories.paginas import HTMX, adres, inhoud_van, meld_aan, onderdeel, tekst
from tests.factories.profielen import HGW, OP, School, maak_editie, maak_profiel, maak_school

from passend.begrippen.schooljaar import Schooljaar
from passend.profielen.actions.onderdelen import save_rij, save_tekst, save_veld
from passend.profielen.models import Onderdeel, Onderdeelversie, Ondersteuningsprofiel, Sjabloonversie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VISIE = "tekst:visie"


def _bewaar(client: Client, school: School, sleutel: str, versie: int = 1, **velden: str) -> Any:
    soort = sleutel.split(":", maxsplit=1)[0]
    return client.post(adres(soort, school), {"sleutel": sleutel, "versie": versie, **velden}, headers=HTMX)


def _versie(antwoord: Any) -> int:
    gevonden = re.search(r'name="versie" value="(\d+)"', antwoord.content.decode())
    assert gevonden is not None
    return int(gevonden[1])


@pytest.mark.parametrize(
    ("sleutel", "velden", "naam", "waarde"),
    [
        ("veld:schoolnaam", {"waarde": " De Wilg "}, "waarde", "De Wilg"),
        ("veld:mr_op", {"waarde": "20260609"}, "waarde", "2026-06-09"),
        ("veld:schooljaar", {"waarde": "2026/2027"}, "waarde", "2026-2027"),
        ("veld:adres", {"waarde": ""}, "waarde", None),
        (VISIE, {"waarde": "Een.\r\nTwee."}, "tekst", "Een.\nTwee."),
        (HGW, {"keus": "in_ontwikkeling"}, "waarde", "in_ontwikkeling"),
        ("rij:expertise:rt", {"cel-ja_nee": "ja", "cel-uren_beschikbaar": "0,5 FTE"}, "waarde", "ja"),
        ("rij:experts:logopedie", {"keus": "regelmatig"}, "waarde", "regelmatig"),
    ],
)
def test_element_is_saved_and_its_next_version_comes_back(
    sleutel: str, velden: dict[str, str], naam: str, waarde: str | None
) -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    antwoord = _bewaar(meld_aan(school.directeur), school, sleutel, **velden)

    bewaard = onderdeel(profiel, sleutel)
    assert (antwoord.status_code, tekst(antwoord)) == (200, "Opgeslagen")
    assert bewaard.inhoud[naam] == waarde
    assert (bewaard.gewijzigd_door, _versie(antwoord)) == (school.directeur, bewaard.versie)


def test_what_was_saved_stands_on_the_page_of_the_next_reader() -> None:
    school = maak_school()
    maak_profiel(school)
    _bewaar(meld_aan(school.directeur), school, VISIE, waarde="Ieder kind hoort erbij.")

    assert "Ieder kind hoort erbij." in inhoud_van(meld_aan(school.leerkracht).get(adres("profiel", school)))
    assert "Ieder kind hoort erbij." in meld_aan(school.directeur).get(adres("profiel", school)).content.decode()


def test_school_year_follows_from_the_profile_and_is_only_read() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    pagina = meld_aan(school.directeur).get(adres("profiel", school)).content.decode()

    vak = pagina.partition('id="o-veld-schooljaar"')[2].partition('class="rij"')[0]
    assert "2026-2027" in vak
    assert "<input" not in vak
    assert onderdeel(profiel, "veld:schooljaar").versie == 1


def test_who_only_reads_gets_words_and_no_form() -> None:
    school = maak_school()
    maak_profiel(school)

    pagina = meld_aan(school.mr_lid).get(adres("profiel", school)).content.decode()

    midden = pagina[pagina.index("<main") :]
    assert "Zo staat het er nu. De directeur en de intern begeleider schrijven het." in pagina
    assert "niet ingevuld" in midden
    assert [merk for merk in ("<textarea", "hx-post", "<form") if merk in midden] == []


@pytest.mark.parametrize(
    ("sleutel", "velden", "zin"),
    [
        ("veld:mr_op", {"waarde": "2026-13-01"}, "Dit is geen dag die bestaat."),
        ("veld:email", {"waarde": "school"}, "Dit is geen e-mailadres."),
        ("veld:schoolnaam", {"waarde": "A" * 161}, "Dit is te lang: houd het bij 160 tekens."),
        ("veld:adres", {"waarde": "A" * 5000}, "Dit is te lang: houd het bij 160 tekens."),
        ("veld:schoolgids", {"waarde": "javascript:alert(1)"}, "Dit is geen webadres."),
        ("veld:schooljaar", {"waarde": "ooit"}, "Dit is geen schooljaar."),
        ("veld:schooljaar", {"waarde": "2027-2028"}, "Het schooljaar volgt uit het profiel: 2026-2027."),
        ("veld:schooljaar", {"waarde": ""}, "Het schooljaar volgt uit het profiel: 2026-2027."),
        (HGW, {"keus": "heel_goed"}, "Deze keuze is er niet (meer)."),
    ],
)
def test_value_that_cannot_be_is_refused_and_the_old_one_stays(sleutel: str, velden: dict[str, str], zin: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    vooraf = onderdeel(profiel, sleutel).inhoud

    antwoord = _bewaar(meld_aan(school.directeur), school, sleutel, **velden)

    assert (antwoord.status_code, zin in tekst(antwoord), _versie(antwoord)) == (422, True, 1)
    assert onderdeel(profiel, sleutel).inhoud == vooraf


def test_second_writer_sees_what_the_first_wrote_and_keeps_their_own_words_at_hand() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _bewaar(meld_aan(school.directeur), school, VISIE, waarde="Van de directeur")

    antwoord = _bewaar(meld_aan(school.intern_begeleider), school, VISIE, waarde="Van de ib")

    assert antwoord.status_code == 409
    assert re.search(r"Jo Zandstra heeft dit ook veranderd.*Daar staat nu: “ ?Van de directeur ?”", tekst(antwoord))
    assert "Neem dat over" in tekst(antwoord)
    assert 'hx-vals=\'{"kies_versie": "2"}\'' in antwoord.content.decode()
    assert onderdeel(profiel, VISIE).inhoud["tekst"] == "Van de directeur"


def test_second_writer_who_keeps_their_own_words_loses_nothing_of_the_first() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _bewaar(meld_aan(school.directeur), school, VISIE, waarde="Van de directeur")

    antwoord = _bewaar(meld_aan(school.intern_begeleider), school, VISIE, waarde="Van de ib", kies_versie="2")

    assert antwoord.status_code == 200
    assert onderdeel(profiel, VISIE).inhoud["tekst"] == "Van de ib"
    assert Onderdeelversie.objects.filter(inhoud__tekst="Van de directeur", door=school.directeur).count() == 1


def test_second_writer_who_takes_the_first_over_gets_the_element_as_it_is_now() -> None:
    school = maak_school()
    maak_profiel(school)
    _bewaar(meld_aan(school.directeur), school, VISIE, waarde="Van de directeur")

    antwoord = meld_aan(school.intern_begeleider).get(adres("tekst", school), {"sleutel": VISIE}, headers=HTMX)

    assert "Van de directeur</textarea>" in antwoord.content.decode()
    assert _versie(antwoord) == 2


def test_row_that_two_people_mark_shows_the_mark_of_the_first() -> None:
    school = maak_school()
    maak_profiel(school)
    _bewaar(meld_aan(school.directeur), school, HGW, keus="nog_op_te_starten")

    antwoord = _bewaar(meld_aan(school.intern_begeleider), school, HGW, keus="op_orde")

    assert antwoord.status_code == 409
    assert re.search(r"Daar staat nu: “ ?nog op te starten ?”", tekst(antwoord))


def test_same_words_from_two_people_are_no_conflict_and_no_new_version() -> None:
    school = maak_school()
    maak_profiel(school)

    antwoorden = [
        _bewaar(meld_aan(wie), school, VISIE, waarde="Samen") for wie in (school.directeur, school.intern_begeleider)
    ]

    assert [(antwoord.status_code, _versie(antwoord)) for antwoord in antwoorden] == [(200, 2), (200, 2)]


def test_two_elements_saved_by_two_people_do_not_touch_each_other() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    statussen = [
        _bewaar(meld_aan(school.directeur), school, VISIE, waarde="Visie").status_code,
        _bewaar(meld_aan(school.intern_begeleider), school, "tekst:extra", waarde="Extra").status_code,
    ]

    assert statussen == [200, 200]
    assert [onderdeel(profiel, sleutel).inhoud["tekst"] for sleutel in (VISIE, "tekst:extra")] == ["Visie", "Extra"]


def test_text_of_many_pages_is_kept_whole() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    lang = "Elk kind telt. Ook dat ene kind. " * 20_000

    antwoord = _bewaar(meld_aan(school.directeur), school, VISIE, waarde=lang)

    assert antwoord.status_code == 200
    assert onderdeel(profiel, VISIE).inhoud["tekst"] == lang.strip()
    assert lang.strip() in meld_aan(school.directeur).get(adres("profiel", school)).content.decode()


@pytest.mark.parametrize("code", ["uitleg_visie", "basis", "zorgplicht"])
def test_fixed_text_of_the_region_is_shown_without_a_form_and_cannot_be_saved(code: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)

    antwoord = _bewaar(client, school, f"tekst:{code}", waarde="Anders")

    assert antwoord.status_code == 422
    assert not profiel.onderdelen.filter(sleutel=f"tekst:{code}").exists()
    pagina = client.get(adres("profiel", school)).content.decode()
    assert "Vaste tekst van het samenwerkingsverband" in pagina
    assert f'value="tekst:{code}"' not in pagina


def test_form_that_was_saved_twice_by_an_impatient_hand_is_saved_once() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)

    antwoorden = [_bewaar(client, school, VISIE, waarde="Samen") for _keer in range(2)]

    assert [antwoord.status_code for antwoord in antwoorden] == [200, 200]
    assert Onderdeelversie.objects.count() == 1


def test_remark_of_a_row_stays_when_its_mark_changes() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    cellen = {"op_orde": True}
    save_rij(
        actor=school.directeur,
        profiel=profiel,
        sleutel=HGW,
        cellen=cellen,
        opmerking="Sinds de herfst",
        versie=1,
        op=OP,
    )

    _bewaar(meld_aan(school.directeur), school, HGW, versie=2, keus="in_ontwikkeling")

    bewaard = onderdeel(profiel, HGW).inhoud
    assert (bewaard["waarde"], bewaard["opmerking"]) == ("in_ontwikkeling", "Sinds de herfst")


def test_page_counts_what_is_empty_and_links_to_it() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    leeg = Onderdeel.objects.exclude(sleutel="structuur").count() - 1  # the school year is filled in
    save_veld(actor=school.directeur, profiel=profiel, veld="adres", waarde="Rietkade 14", versie=1, op=OP)

    pagina = inhoud_van(meld_aan(school.directeur).get(adres("profiel", school)))

    assert f"{leeg - 1} plekken zijn leeg" in pagina


def test_news_names_the_colleague_and_the_element_and_not_ones_own() -> None:
    school = maak_school()
    profiel, sinds = maak_profiel(school), OP.isoformat()
    _bewaar(meld_aan(school.directeur), school, VISIE, waarde="Nieuw")

    van_ander = meld_aan(school.intern_begeleider).get(adres("profiel_nieuws", school), {"sinds": sinds})
    van_zelf = meld_aan(school.directeur).get(adres("profiel_nieuws", school), {"sinds": sinds})
    later = meld_aan(school.intern_begeleider).get(
        adres("profiel_nieuws", school), {"sinds": onderdeel(profiel, VISIE).gewijzigd_op.isoformat()}
    )

    assert "Een collega is ook bezig" in tekst(van_ander)
    assert "Jo Zandstra" in tekst(van_ander)
    assert (tekst(van_zelf), tekst(later)) == ("", "")


def test_school_without_a_profile_is_shown_two_ways_to_begin() -> None:
    school = maak_school()

    schrijver = inhoud_van(meld_aan(school.directeur).get(adres("profiel", school)))
    lezer = inhoud_van(meld_aan(school.leerkracht).get(adres("profiel", school)))

    assert "Document inleveren Leeg beginnen voor 2026-2027" in schrijver
    assert "De directeur of de intern begeleider kan het maken." in lezer


def test_profile_begun_empty_is_that_of_this_school_year() -> None:
    school = maak_school()

    antwoord = meld_aan(school.directeur).post(adres("profiel_nieuw", school), follow=True)

    assert "Het profiel voor 2026-2027 staat klaar." in inhoud_van(antwoord)
    assert [profiel.schooljaar for profiel in Ondersteuningsprofiel.objects.all()] == ["2026-2027"]


@pytest.mark.parametrize("jaar", [2025, 2023])
def test_new_year_takes_along_what_the_last_profile_said_however_old_it_is(jaar: int) -> None:
    school = maak_school()
    vorig = maak_profiel(school, Schooljaar(jaar))
    save_tekst(actor=school.directeur, profiel=vorig, code="visie", tekst="Onze visie", versie=1, op=OP)
    client = meld_aan(school.directeur)
    assert "Begin het profiel van 2026-2027: alles van dit jaar gaat mee" in inhoud_van(
        client.get(adres("profiel", school))
    )

    client.post(adres("profiel_nieuw", school))

    nieuw = Ondersteuningsprofiel.objects.get(schooljaar="2026-2027")
    assert onderdeel(nieuw, VISIE).inhoud["tekst"] == "Onze visie"


def test_new_year_with_a_new_template_takes_along_what_it_still_asks() -> None:
    school = maak_school()
    vorig = maak_profiel(school, Schooljaar(2025))
    save_tekst(actor=school.directeur, profiel=vorig, code="visie", tekst="Onze visie", versie=1, op=OP)
    oud = school.sjabloon
    nieuw = {**oud.definitie, "geldig_van": "2026-08-01", "naam": "Nieuw sjabloon"}
    nieuw["secties"] = [sectie for sectie in nieuw["secties"] if sectie["code"] != "financien"]
    Sjabloonversie.objects.filter(pk=oud.pk).update(geldig_tot_en_met="2026-07-31")
    Sjabloonversie.objects.create(
        samenwerkingsverband=oud.samenwerkingsverband,
        code=oud.code,
        naam="Nieuw sjabloon",
        geldig_van="2026-08-01",
        definitie=nieuw,
    )

    antwoord = meld_aan(school.directeur).post(adres("profiel_nieuw", school), follow=True)

    profiel = Ondersteuningsprofiel.objects.get(schooljaar="2026-2027")
    assert antwoord.status_code == 200
    assert profiel.sjabloon.naam == "Nieuw sjabloon"
    assert onderdeel(profiel, VISIE).inhoud["tekst"] == "Onze visie"
    assert not profiel.onderdelen.filter(sleutel="tekst:financien").exists()


def test_region_without_a_template_is_told_to_whom_to_turn() -> None:
    school = maak_school()
    school.sjabloon.delete()
    client = meld_aan(school.directeur)

    pagina = inhoud_van(client.get(adres("profiel", school)))
    antwoord = inhoud_van(client.post(adres("profiel_nieuw", school), follow=True))

    assert "Uw samenwerkingsverband heeft nog geen sjabloon klaargezet." in pagina
    assert "Uw samenwerkingsverband heeft nog geen sjabloon. Vraag het daar na." in antwoord


def test_page_says_what_is_public_of_it() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)
    vooraf = inhoud_van(client.get(adres("profiel", school)))
    maak_editie(school, profiel)

    assert "Nog niet openbaar." in vooraf
    assert "Openbaar: editie 1 van ma 5 oktober 2026." in inhoud_van(client.get(adres("profiel", school)))
