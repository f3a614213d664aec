"""From concept to public edition: in order, by the right people, skipped only aloud, and frozen at the end."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html
from pytest_django import Settings
from tests.factories.paginas import adres, bestand, inhoud_van, meld_aan, zet_tweede_stap
from tests.factories.profielen import OP, maak_editie, maak_school
from tests.web.profielen.pad import (
    ADVIES,
    ALLES,
    BESTUUR,
    GEEVALUEERD,
    GEHOORD,
    GEPUBLICEERD,
    GEVRAAGD,
    PAD,
    gezet,
    school_met_profiel,
    zet,
)

from passend.begrippen.opp import Stemwijze
from passend.begrippen.uitgave import Stapsoort
from passend.organisaties.actions import create_groep
from passend.organisaties.queries import in_bestuur
from passend.plannen.models import Groepsstem
from passend.profielen.models import Editie, Ondersteuningsprofiel, Vaststellingsstap
from passend.regels.vaststelling import VOOR_PUBLICATIE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def test_path_is_walked_by_the_people_of_each_step_and_ends_on_the_public_page() -> None:
    school = school_met_profiel()

    zinnen = [inhoud_van(zet(school, wie, soort)) for soort, wie in PAD]
    gepubliceerd = inhoud_van(zet(school, "directeur", GEPUBLICEERD))

    assert [re.match(r"Vastgelegd: ([^.]+)\.", zin)[1] for zin in zinnen] == [  # type: ignore[index]
        "leerlingen gehoord",
        "advies gevraagd aan de MR",
        "advies van de MR",
        "vastgesteld door het bestuur",
    ]
    assert "Gepubliceerd als editie 1." in gepubliceerd
    assert "Editie 1 is openbaar" in gepubliceerd
    assert "terugkijken: uiterlijk za 31 juli 2027" in gepubliceerd
    openbaar = Client().get("/scholen/99AA00/editie/1")
    assert openbaar.status_code == 200
    assert "De Wilgenboom" in inhoud_van(openbaar)


def test_page_shows_who_took_each_step_when_and_what_was_said() -> None:
    school = school_met_profiel()
    zet(school, "intern_begeleider", GEHOORD)

    pagina = inhoud_van(meld_aan(school.mr_lid).get(adres("vaststelling", school)))

    assert (
        "Leerlingen gehoord di 6 oktober 2026 · Leerlingenraad · vastgelegd door Jo Bos "
        "Hoe: Gesprek Gezegd: Meer rust Gedaan: Stilteplek"
    ) in pagina
    assert "Deze stap is voor de directeur of de intern begeleider." in pagina


@pytest.mark.parametrize(
    ("soort", "mogen"),
    [
        (GEHOORD, {"directeur", "intern_begeleider"}),
        (GEVRAAGD, {"directeur", "intern_begeleider"}),
        (ADVIES, {"directeur", "mr_lid"}),
        (BESTUUR, {"bestuurder"}),
        (GEPUBLICEERD, {"directeur", "bestuurder"}),
    ],
)
def test_step_is_taken_and_offered_to_its_own_people_only(soort: str, mogen: set[str]) -> None:
    school = school_met_profiel()
    for eerder, wie in PAD[: [stap.value for stap in Stapsoort].index(soort)]:
        zet(school, wie, eerder)
    al_gezet = gezet()

    gezien = set()
    for wie in ("leerkracht", "mr_lid", "adviseur", "intern_begeleider", "directeur", "bestuurder"):
        client = meld_aan(getattr(school, wie))
        pagina = client.get(adres("vaststelling", school)).content.decode()
        if f'name="soort" value="{soort}"' in pagina.split("Deze stap overslaan")[0]:
            gezien.add(wie)
        if wie not in mogen:
            assert client.post(adres("stap", school), {"soort": soort, **ALLES}).status_code == 403
            overslaan = {"soort": soort, "sla_over": "1", "waarom": "Geen tijd"}
            if soort != BESTUUR:  # that one is skipped by another than who takes it: see below
                assert client.post(adres("stap", school), overslaan).status_code == 403
        assert gezet() == al_gezet
    zet(school, min(mogen), soort)

    assert gezien == mogen
    assert len(gezet()) == len(al_gezet) + 1


@pytest.mark.parametrize("soort", [GEVRAAGD, ADVIES, BESTUUR, GEPUBLICEERD, GEEVALUEERD])
def test_step_before_its_turn_is_refused_and_names_what_comes_first(soort: str) -> None:
    school = school_met_profiel()
    wie = "bestuurder" if soort == BESTUUR else "directeur"

    antwoord = zet(school, wie, soort)

    assert antwoord.status_code == 422
    assert "Eerst komt: leerlingen gehoord" in inhoud_van(antwoord)
    assert gezet() == []
    assert not Editie.objects.exists()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"op": ""}, "Vul de dag in waarop dit gebeurde."),
        ({"op": "2026-02-30"}, "Vul de dag in waarop dit gebeurde."),
        ({"op": "2026-10-13"}, "Deze datum ligt in de toekomst."),
        ({"door": " "}, "Vul in wie deze stap zette"),
        ({"gezegd": ""}, "Vul in hoe u de leerlingen hoorde, wat zij zeiden en wat u ermee deed."),
        ({"gedaan": " "}, "Vul in hoe u de leerlingen hoorde, wat zij zeiden en wat u ermee deed."),
    ],
)
def test_step_that_misses_something_is_refused_and_what_was_typed_stands_there_still(
    velden: dict[str, str], zin: str
) -> None:
    school = school_met_profiel()

    antwoord = zet(school, "directeur", GEHOORD, **velden)

    pagina = antwoord.content.decode()
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert gezet() == []
    for naam, waarde in {**ALLES, **velden}.items():
        vorm = rf'name="{naam}" value="{waarde}"|name="{naam}"[^>]*>{waarde}</textarea>'
        assert re.search(vorm, pagina), naam


def test_step_of_before_the_one_it_follows_is_refused() -> None:
    school = school_met_profiel()
    zet(school, "directeur", GEHOORD)

    antwoord = zet(school, "directeur", GEVRAAGD, op="2026-10-05")

    assert "Deze datum ligt voor de vorige stap (06-10-2026)." in inhoud_van(antwoord)
    assert gezet() == [GEHOORD]


def test_step_taken_twice_by_an_impatient_hand_is_taken_once() -> None:
    school = school_met_profiel()
    zet(school, "directeur", GEHOORD)

    antwoord = zet(school, "directeur", GEHOORD, door="Iemand anders")

    assert "Deze stap is al gezet. Kijk op de pagina wie dat deed en wanneer." in inhoud_van(antwoord)
    assert [stap.door for stap in Vaststellingsstap.objects.all()] == ["Leerlingenraad"]


@pytest.mark.parametrize("soort", ["", "verzonnen"])
def test_step_that_does_not_exist_has_no_place(soort: str) -> None:
    school = school_met_profiel()
    client = meld_aan(school.directeur)

    statussen = [client.post(adres(naam, school), {"soort": soort}).status_code for naam in ("stap", "stap_terug")]

    assert statussen == [404, 404]
    assert client.get(adres("stapstuk", school, soort="verzonnen")).status_code == 404


def test_skipped_step_is_skipped_aloud_here_and_in_the_edition_and_later_ones_keep_their_own_day() -> None:
    school = school_met_profiel()
    zet(school, "directeur", GEHOORD, sla_over="1", waarom="De raad begint pas na de herfst.")
    for soort, wie in PAD[1:]:
        zet(school, wie, soort)

    pagina = inhoud_van(zet(school, "directeur", GEPUBLICEERD))

    assert "Leerlingen gehoord ma 12 oktober 2026 overgeslagen" in pagina
    assert "Advies gevraagd aan de MR di 6 oktober 2026" in pagina
    assert "De raad begint pas na de herfst." in pagina
    assert "De raad begint pas na de herfst." in inhoud_van(Client().get("/scholen/99AA00/editie/1"))


def test_board_never_skips_its_own_decision_and_the_directeur_says_that_there_is_none() -> None:
    school = school_met_profiel()
    for soort, wie in PAD[:-1]:
        zet(school, wie, soort)
    overslaan = {"soort": BESTUUR, "sla_over": "1", "waarom": "Het bestuur vergadert pas in mei."}

    aangeboden, statussen = set(), {}
    for wie in ("bestuurder", "intern_begeleider", "mr_lid", "leerkracht", "directeur"):
        client = meld_aan(getattr(school, wie))
        if "Deze stap overslaan" in inhoud_van(client.get(adres("vaststelling", school))):
            aangeboden.add(wie)
        statussen[wie] = client.post(adres("stap", school), overslaan).status_code
    voor_publicatie = inhoud_van(meld_aan(school.directeur).get(adres("vaststelling", school)))
    terug = meld_aan(school.directeur).post(adres("stap_terug", school), {"soort": BESTUUR}, follow=True)

    assert "U publiceert zonder besluit van het bestuur" in voor_publicatie
    assert aangeboden == {"directeur"}
    assert statussen == {
        "bestuurder": 403,
        "intern_begeleider": 403,
        "mr_lid": 403,
        "leerkracht": 403,
        "directeur": 302,
    }
    assert "Teruggenomen: vastgesteld door het bestuur." in inhoud_van(terug)


@pytest.mark.parametrize("waarom", ["", "   "])
def test_step_skipped_without_a_reason_is_refused(waarom: str) -> None:
    school = school_met_profiel()

    antwoord = zet(school, "directeur", GEHOORD, sla_over="1", waarom=waarom)

    assert antwoord.status_code == 422
    assert "Schrijf op waarom u deze stap overslaat. Dat komt in de editie te staan." in inhoud_van(antwoord)
    assert gezet() == []


def test_second_click_on_publishing_shows_what_the_first_did() -> None:
    school = school_met_profiel()
    for soort, wie in PAD:
        zet(school, wie, soort)

    klikken = [zet(school, "directeur", GEPUBLICEERD) for _keer in range(2)]

    assert [antwoord.status_code for antwoord in klikken] == [200, 200]
    assert all("Editie 1 is openbaar" in inhoud_van(antwoord) for antwoord in klikken)
    assert "Eerst komt" not in inhoud_van(klikken[1])
    assert Editie.objects.count() == 1


def test_what_is_still_empty_stands_beside_the_button_to_publish() -> None:
    school = school_met_profiel()
    client = meld_aan(school.directeur)
    for soort, wie in PAD:
        vooraf = inhoud_van(client.get(adres("vaststelling", school)))
        zet(school, wie, soort)

    profiel = inhoud_van(client.get(adres("profiel", school)))
    leeg = re.search(r"\d+ plekken zijn leeg", profiel)

    assert leeg is not None
    assert leeg[0] in inhoud_van(client.get(adres("vaststelling", school)))
    assert "plekken zijn leeg" not in vooraf


def test_publishing_cannot_be_skipped() -> None:
    school = school_met_profiel()
    for soort, wie in PAD:
        zet(school, wie, soort)

    pagina = meld_aan(school.directeur).get(adres("vaststelling", school)).content.decode()
    antwoord = zet(school, "directeur", GEPUBLICEERD, sla_over="1", waarom="Geen zin")

    assert 'name="sla_over"' not in pagina
    assert antwoord.status_code == 422
    assert "Publiceren kunt u niet overslaan. Doe het, of laat het profiel een concept." in inhoud_van(antwoord)
    assert not Editie.objects.exists()


def test_last_step_is_taken_back_by_who_may_take_it_and_no_other() -> None:
    school = school_met_profiel()
    zet(school, "directeur", GEHOORD)
    zet(school, "directeur", GEVRAAGD)
    eerder = {"soort": GEHOORD}

    te_vroeg = meld_aan(school.directeur).post(adres("stap_terug", school), eerder, follow=True)
    van_mr = meld_aan(school.mr_lid).post(adres("stap_terug", school), {"soort": GEVRAAGD})
    knoppen = {
        wie: "Neem terug" in inhoud_van(meld_aan(getattr(school, wie)).get(adres("vaststelling", school)))
        for wie in ("directeur", "mr_lid")
    }
    terug = meld_aan(school.directeur).post(adres("stap_terug", school), {"soort": GEVRAAGD}, follow=True)

    assert "Alleen de laatste stap kan terug. Laad de pagina opnieuw." in inhoud_van(te_vroeg)
    assert van_mr.status_code == 403
    assert knoppen == {"directeur": True, "mr_lid": False}
    assert "Teruggenomen: advies gevraagd aan de MR." in inhoud_van(terug)
    assert gezet() == [GEHOORD]


def test_document_of_a_step_is_kept_and_comes_back_under_its_own_name() -> None:
    school = school_met_profiel()
    zet(school, "directeur", GEHOORD, document=bestand(b"Verslag", "Verslag raad – 6 okt.txt"))
    client = meld_aan(school.leerkracht)

    pagina = inhoud_van(client.get(adres("vaststelling", school)))
    stuk = client.get(adres("stapstuk", school, soort=GEHOORD))

    assert "Verslag raad – 6 okt.txt" in pagina
    assert stuk.content == b"Verslag"
    assert stuk["Content-Disposition"] == ("attachment; filename*=UTF-8''Verslag%20raad%20%E2%80%93%206%20okt.txt")
    assert client.get(adres("stapstuk", school, soort=GEVRAAGD)).status_code == 404


def test_document_that_is_too_large_is_refused_and_the_step_is_not_taken(settings: Settings) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1024
    school = school_met_profiel()

    antwoord = zet(school, "directeur", GEHOORD, document=bestand(bytes(10 * 1024 * 1024 + 1), "groot.pdf"))

    assert antwoord.status_code == 422
    assert "Dit stuk is groter dan 10 MB." in inhoud_van(antwoord)
    assert gezet() == []


def test_year_is_looked_back_upon_once_and_then_all_is_done() -> None:
    school = school_met_profiel()
    maak_editie(school, school.vestiging.profielen.get())
    vooraf = inhoud_van(meld_aan(school.directeur).get(adres("vaststelling", school)))

    antwoord = inhoud_van(zet(school, "directeur", GEEVALUEERD, gezegd="Rust hielp.", gedaan="Meer stilteplekken."))

    assert "Kijk aan het eind van het jaar terug: klopte wat u beloofde?" in vooraf
    assert "Vastgelegd: geëvalueerd." in antwoord
    assert "Gezegd: Rust hielp. Gedaan: Meer stilteplekken." in antwoord
    assert "nu aan de beurt" not in antwoord


def test_looking_back_waits_on_the_first_screen_only_when_its_time_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    school = school_met_profiel()
    maak_editie(school, school.vestiging.profielen.get())
    client = meld_aan(school.directeur)

    schermen = []
    for dag in ("2027-05-30", "2027-05-31", "2027-07-31"):
        moment = timezone.datetime.fromisoformat(f"{dag}T12:00:00+02:00")
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        client.force_login(school.directeur)
        zet_tweede_stap(client, school.directeur)
        schermen.append("uiterlijk za 31 juli 2027" in inhoud_van(client.get("/start")))

    assert schermen == [False, True, True]


def test_school_without_a_profile_has_no_path_yet() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    assert "Er is nog geen profiel om vast te stellen." in inhoud_van(client.get(adres("vaststelling", school)))
    assert client.post(adres("stap", school), {"soort": GEHOORD, **ALLES}).status_code == 404


def test_path_of_these_tests_holds_every_step_before_publishing() -> None:
    assert tuple(soort for soort, _wie in PAD) == tuple(stap.value for stap in VOOR_PUBLICATIE)


def test_what_the_groups_said_this_year_is_there_when_the_pupils_are_heard_and_nothing_of_last_year() -> None:
    school = school_met_profiel()
    jaren = [("2026-2027", "5", "Een stille plek.", "Er komt een plek."), ("2026-2027", "3", "Meer buiten.", "")]
    for jaar, naam, gezegd, gedaan in (*jaren, ("2025-2026", "8", "Oud.", "Oud.")):
        with in_bestuur(school.vestiging.bestuur_id):
            groep = create_groep(vestiging=school.vestiging, schooljaar=jaar, naam=naam)
        Groepsstem.objects.create(
            bestuur_id=school.vestiging.bestuur_id,
            groep=groep,
            op=date(2026, 10, 2),
            wijze=Stemwijze.GESPREK,
            gezegd=gezegd,
            gedaan=gedaan,
            vastgelegd_op=OP,
            vastgelegd_door=school.directeur,
        )

    pagina = html.fromstring(meld_aan(school.directeur).get(adres("vaststelling", school)).content.decode())

    velden = pagina.xpath("(//form[@class='formulier'])[1]//*[self::textarea or @name='door' or @name='op']")
    assert {veld.get("name"): veld.get("value") or veld.text or "" for veld in velden} == {
        "op": "2026-10-02",
        "door": "Groep 3 en 5",
        "hoe": "Per groep in de klas: gesprek.",
        "gezegd": "Groep 3: Meer buiten.\nGroep 5: Een stille plek.",
        "gedaan": "Groep 5: Er komt een plek.",
    }


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("veld:schoolnaam", "Basisschool Het Duinpad"), ("veld:adres", "Zeeweg 1, 2555 AB Den Haag")],
)
def test_profile_that_names_another_school_is_asked_about_before_it_is_public(veld: str, waarde: str) -> None:
    school = school_met_profiel()
    school.vestiging.postcode = "1012 JS"
    school.vestiging.save()
    onderdeel = Ondersteuningsprofiel.objects.get().onderdelen.get(sleutel=veld)
    onderdeel.inhoud["waarde"] = waarde
    onderdeel.save()

    for soort, wie in PAD:
        zet(school, wie, soort)
    voor_publicatie = inhoud_van(meld_aan(school.directeur).get(adres("vaststelling", school)))
    gepubliceerd = inhoud_van(zet(school, "directeur", GEPUBLICEERD))

    assert "Is dit het profiel van uw school?" in voor_publicatie
    assert f"In dit profiel staat {waarde}. Dat is niet van {school.vestiging.naam}." in voor_publicatie
    assert "Gepubliceerd als editie 1." in gepubliceerd
    assert "Is dit het profiel van uw school?" not in gepubliceerd


def test_profile_of_the_school_itself_raises_no_question() -> None:
    school = school_met_profiel()

    assert "Is dit het profiel" not in inhoud_van(meld_aan(school.directeur).get(adres("vaststelling", school)))
