"""The templates of a region: seen, taken along as a file, and a new one taken in; a mistake is told with its place."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband
from tests.factories.paginas import adres, bestand, inhoud_van, maak_regio, meld_aan
from tests.factories.profielen import School, maak_profiel, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.rollen import Rolsoort
from passend.profielen.models import Ondersteuningsprofiel, Sjabloonversie
from passend.toegang.models import Installatieregel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
PAD = "/sjablonen"


def _definitie(**anders: Any) -> dict[str, Any]:
    return {**copy.deepcopy(load_definitie("haaglanden")), "geldig_van": "2026-09-01", **anders}


def _stuur(client: Client, inhoud: bytes | dict[str, Any]) -> str:
    rauw = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
    return inhoud_van(client.post(PAD, {"bestand": bestand(rauw, "sjabloon.json")}, follow=True))


def _client(school: School) -> Client:
    return meld_aan(school.adviseur)


def test_template_taken_along_changed_and_brought_back_is_a_new_one_that_schools_can_use() -> None:
    school = maak_school()
    client = _client(school)
    definitie = client.get(reverse("sjabloon", kwargs={"pk": school.sjabloon.pk})).json()

    pagina = _stuur(client, {**definitie, "geldig_van": "2026-10-01", "naam": "Profiel van deze herfst"})

    assert "Het sjabloon staat erbij. Scholen kunnen het gebruiken vanaf de eerste dag." in pagina
    assert "Profiel van deze herfst geldig van do 1 oktober 2026" in pagina
    meld_aan(school.directeur).post(adres("profiel_nieuw", school))
    assert Ondersteuningsprofiel.objects.get().sjabloon.naam == "Profiel van deze herfst"
    assert (
        Installatieregel.objects.filter(handeling="add_sjabloon", account=school.adviseur, reden="adviseur").count()
        == 1
    )


def test_template_that_really_differs_needs_nothing_but_its_file() -> None:
    school = maak_school()

    pagina = _stuur(_client(school), load_definitie("plein013"))

    assert "Het sjabloon staat erbij." in pagina
    assert "nooit, soms, regelmatig, vaak" in pagina


def test_file_of_a_template_bears_its_code_and_first_day() -> None:
    school = maak_school()

    antwoord = _client(school).get(reverse("sjabloon", kwargs={"pk": school.sjabloon.pk}))

    assert antwoord["Content-Type"] == "application/json"
    assert antwoord["Content-Disposition"] == 'attachment; filename="haaglanden-2021-08-01.json"'
    assert json.loads(antwoord.content) == load_definitie("haaglanden")


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Er is geen bestand gekozen. Kies een sjabloon (json)."),
        (b"geen json", "Dit bestand is geen JSON. Kies het goede bestand."),
        (b"\xff\xfe\x00kapot", "Dit bestand is geen JSON. Kies het goede bestand."),
        (b'{"code": ', "Dit bestand is geen JSON. Kies het goede bestand."),
        (b"[" * 200_000, "Dit bestand is geen JSON. Kies het goede bestand."),
        (b'{"naam": "\\ud800"}', "Dit bestand is geen JSON. Kies het goede bestand."),
        (b'{"naam": "\\u0000"}', "Dit bestand is geen JSON. Kies het goede bestand."),
        (b"[]", "Dit is geen sjabloon: het bestand begint niet met een object."),
        (b'"tekst"', "Dit is geen sjabloon: het bestand begint niet met een object."),
        (b"{}", "In het sjabloon ontbreekt 'geldig_van'. Vul dit aan en probeer het opnieuw."),
        (b"x" * (2 * 1024 * 1024 + 1), "Dit bestand is te groot voor een sjabloon."),
    ],
)
def test_file_that_is_no_template_is_told_and_not_kept(inhoud: bytes, zin: str) -> None:
    school = maak_school()

    pagina = _stuur(_client(school), inhoud)

    assert zin in pagina
    assert Sjabloonversie.objects.count() == 1


@pytest.mark.parametrize(
    ("plek", "waarde", "zin"),
    [
        (("code",), {"a": 1}, "In het sjabloon is 'code' geen code."),
        (("secties", 0, "titel"), 5, "In het sjabloon is 'secties 1 > titel' geen tekst."),
        (("secties", 0, "niveau"), [], "In het sjabloon is 'secties 1 > niveau' geen 1 of 2."),
        (("secties", 0, "onderdelen", 0, "code"), [], "'secties 1 > onderdelen 1 > code' geen code."),
        (("secties", 0, "onderdelen", 0, "soort"), "kleur", "'secties 1 > onderdelen 1 > soort' nu 'kleur'."),
        (("secties", 0, "onderdelen", 1, "code"), "schooljaar", "De code 'schooljaar' komt twee keer voor"),
        (("secties", 1, "onderdelen", 0, "versies", 0, "geldig_van"), "ooit", "versies 1 > geldig_van' geen dag."),
    ],
)
def test_mistake_in_a_template_is_told_with_its_place_and_nothing_is_kept(
    plek: tuple[str | int, ...], waarde: Any, zin: str
) -> None:
    school, definitie = maak_school(), _definitie()
    hier: Any = definitie
    for stap in plek[:-1]:
        hier = hier[stap]
    hier[plek[-1]] = waarde

    pagina = _stuur(_client(school), definitie)

    assert zin in pagina
    assert Sjabloonversie.objects.count() == 1


def _takken(waarde: Any, plek: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value in a template, of lists only to the first."""
    delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde[:1]) if isinstance(waarde, list) else ()
    for sleutel, deel in delen:
        yield (*plek, sleutel)
        yield from _takken(deel, (*plek, sleutel))


def _met(plek: tuple[str | int, ...], waarde: Any) -> dict[str, Any]:
    definitie = _definitie()
    definitie["secties"] = [sectie for sectie in definitie["secties"] if sectie["code"] == "hgw"]
    definitie["secties"][0]["onderdelen"].reverse()
    hier: Any = definitie
    for stap in plek[:-1]:
        hier = hier[stap]
    hier[plek[-1]] = waarde
    return definitie


@pytest.mark.parametrize("kapot", [None, 5, [], {}, [5], "\u00e9"])
def test_value_of_any_kind_anywhere_in_a_template_is_never_a_fault_of_ours(kapot: Any, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = False  # nobody hands in so many in a minute
    school = maak_school()
    client = _client(school)
    plekken = list(_takken(_met(("geldig_van",), "2026-09-01")))

    statussen = {
        client.post(PAD, {"bestand": bestand(json.dumps(_met(plek, kapot)).encode(), "s.json")}).status_code
        for plek in plekken
    }
    profiel = meld_aan(school.directeur).post(adres("profiel_nieuw", school), follow=True)

    assert len(plekken) > 25
    assert statussen == {302}
    assert (client.get(PAD).status_code, profiel.status_code) == (200, 200)


def test_same_template_twice_is_kept_once() -> None:
    school = maak_school()

    pagina = _stuur(_client(school), load_definitie("haaglanden"))

    assert "Het sjabloon staat erbij." in pagina
    assert Sjabloonversie.objects.count() == 1


def test_template_of_the_same_first_day_corrects_one_that_nobody_uses() -> None:
    school = maak_school()
    anders = {**load_definitie("haaglanden"), "naam": "Betere naam", "geldig_tot_en_met": "2027-07-31"}

    pagina = _stuur(_client(school), anders)

    versie = Sjabloonversie.objects.get()
    assert "Betere naam geldig van zo 1 augustus 2021 tot en met za 31 juli 2027" in pagina
    assert (versie.naam, str(versie.geldig_tot_en_met)) == ("Betere naam", "2027-07-31")


def test_template_of_the_same_first_day_is_refused_when_schools_use_that_one() -> None:
    school = maak_school()
    maak_profiel(school)

    pagina = _stuur(_client(school), {**load_definitie("haaglanden"), "naam": "Anders"})

    assert "Scholen gebruiken dit sjabloon al. Geef de nieuwe versie een nieuwe datum bij 'geldig_van'." in pagina
    assert Sjabloonversie.objects.get().naam != "Anders"


def test_template_of_another_region_is_not_touched_by_one_of_the_same_name() -> None:
    regio = maak_regio()

    _stuur(meld_aan(regio.ver.adviseur), {**load_definitie("haaglanden"), "naam": "Van ver"})

    namen = dict(Sjabloonversie.objects.values_list("samenwerkingsverband__nummer", "naam"))
    assert namen["PO9902"] == "Van ver"
    assert namen["PO9901"] != "Van ver"


@pytest.mark.parametrize("wie", ["directeur", "intern_begeleider", "leerkracht", "mr_lid", "bestuurder"])
def test_only_the_samenwerkingsverband_sees_and_adds_templates(wie: str) -> None:
    school = maak_school()
    client = meld_aan(getattr(school, wie))

    gezien = client.get(PAD)
    gestuurd = client.post(PAD, {"bestand": bestand(json.dumps(_definitie()).encode())})

    assert (gezien.status_code, gestuurd.status_code) == (403, 403)
    assert "Dit mag wel: wie voor het samenwerkingsverband werkt." in inhoud_van(gezien)
    assert "Sjablonen" not in client.get("/start").content.decode()
    assert Sjabloonversie.objects.count() == 1


def test_region_without_a_template_says_what_to_do() -> None:
    verband = maak_samenwerkingsverband("PO9903")
    maak_bestuur(verband, "99009")

    pagina = inhoud_van(meld_aan(maak_account(Rolsoort.ADVISEUR, verband)).get(PAD))

    assert "Er is nog geen sjabloon. Voeg er hieronder een toe." in pagina


@pytest.mark.parametrize("aantal", [1, 3, 30])
def test_list_of_templates_takes_five_queries(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    school = maak_school()
    verband = school.vestiging.bestuur.samenwerkingsverband
    for nummer in range(1, aantal):
        dag = f"2026-09-{nummer:02}"
        definitie = _definitie(geldig_van=dag, secties=_definitie()["secties"][:1])
        Sjabloonversie.objects.create(
            samenwerkingsverband=verband, code="haaglanden", naam="Nog een", geldig_van=dag, definitie=definitie
        )
    client = _client(school)

    with django_assert_num_queries(5):
        antwoord = client.get(PAD)

    assert antwoord.content.decode().count("<section><h2") == aantal
