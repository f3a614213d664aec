"""Writing something down from the group, and the signals of a school with its rules."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import html
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import nieuwe_regels, onderwerp, plek
from tests.factories.leerlingen import Gezin, maak_gezin, maak_groep, maak_leerling
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.volgen import maak_resultaat

from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.toegang.models import Account
from passend.volgen.models import Signaalinstelling, Waarneming

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VORM = {"soort": "observatie", "tekst": "Lachte veel.", "gezien_op": "2026-10-01"}
REGELS = {"drempel-daling": "2", "drempel-stilstand": "12", "drempel-verzuim": "12", "drempel-evaluatie": "0"}
AAN = {f"aan-{regel}": "1" for regel in ("daling", "stilstand", "verzuim", "evaluatie")}


def _open(account: Account, gezin: Gezin, naam: str = "noteren", vraag: str = "") -> Any:
    return meld_aan(account).get(adres(naam, gezin.school) + vraag)


def _stuur(account: Account, gezin: Gezin, velden: dict[str, Any], naam: str = "noteren") -> Any:
    return meld_aan(account).post(adres(naam, gezin.school), velden, follow=True)


def _te_kiezen(antwoord: Any) -> list[str]:
    boom = html.fromstring(antwoord.content.decode())
    return [label.text_content().strip() for label in boom.xpath(".//fieldset[contains(@class, 'namen')]/label")]


def test_teacher_picks_from_the_own_group_only_and_it_is_kept() -> None:
    gezin = maak_gezin()
    maak_leerling(gezin.school, "Ot", groep=maak_groep(gezin.school, "8"))
    leerkracht = gezin.school.leerkracht

    keus = _te_kiezen(_open(leerkracht, gezin))
    antwoord = _stuur(leerkracht, gezin, VORM | {"leerling": str(gezin.leerling.sleutel)})

    assert keus == [str(gezin.leerling)]
    assert f"Opgeschreven bij {gezin.leerling}." in inhoud_van(antwoord)
    assert list(Waarneming.objects.values_list("leerling", "tekst")) == [(gezin.leerling.pk, "Lachte veel.")]


def test_who_works_with_more_groups_chooses_one_first() -> None:
    gezin = maak_gezin()
    maak_leerling(gezin.school, "Ot", groep=maak_groep(gezin.school, "8"))
    maak_leerling(gezin.school, "Bo")
    ib = gezin.school.intern_begeleider

    assert _te_kiezen(_open(ib, gezin)) == []
    assert "Kies eerst een groep." in inhoud_van(_open(ib, gezin))
    maak_leerling(gezin.school, "Nog", "Nergens")
    assert "Kies eerst een groep." in inhoud_van(_open(ib, gezin))  # and not who is in no group
    assert _te_kiezen(_open(ib, gezin, vraag="?groep=8")) == ["Ot Duinmans"]
    assert _te_kiezen(_open(ib, gezin, vraag="?groep=9")) == []


@pytest.mark.parametrize("leerling", ["", "zzz", "00000000-0000-4000-8000-000000000000"])
def test_pupil_of_nobody_is_refused_and_what_was_typed_stays(leerling: str) -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.leerkracht, gezin, VORM | {"leerling": leerling})

    assert (antwoord.status_code, Waarneming.objects.count()) == (422, 0)
    assert "Kies een leerling." in inhoud_van(antwoord)
    assert html.fromstring(antwoord.content.decode()).xpath(".//textarea")[0].text == "Lachte veel."


def test_pupil_of_another_group_cannot_be_written_about_by_guessing_the_key() -> None:
    gezin = maak_gezin()
    ander = maak_leerling(gezin.school, "Ot", groep=maak_groep(gezin.school, "8"))

    antwoord = _stuur(gezin.school.leerkracht, gezin, VORM | {"leerling": str(ander.sleutel)})

    assert (antwoord.status_code, Waarneming.objects.count()) == (422, 0)


def test_scores_of_a_whole_group_are_kept_for_who_has_one() -> None:
    gezin = maak_gezin()
    ander = maak_leerling(gezin.school, "Ot", groep=gezin.groep)
    velden = {"vak": "rekenen", "tekst": "Blok 3", "gezien_op": "2026-10-01"}

    antwoord = _stuur(
        gezin.school.leerkracht,
        gezin,
        velden | {f"score-{gezin.leerling.sleutel}": "8,5", f"score-{ander.sleutel}": " "},
        "toets_noteren",
    )

    assert "Bewaard voor 1 leerling." in inhoud_van(antwoord)
    assert list(Waarneming.objects.values_list("leerling", "vak", "score", "tekst")) == [
        (gezin.leerling.pk, "rekenen", "8,5", "Blok 3")
    ]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [({"gezien_op": "31-06"}, "Vul een bestaande dag in."), ({"vak": "zzz"}, "Dit vak kent Passend niet.")],
)
def test_scores_that_are_refused_stay_in_the_form(anders: dict[str, str], zin: str) -> None:
    gezin = maak_gezin()
    naam = f"score-{gezin.leerling.sleutel}"

    antwoord = _stuur(
        gezin.school.leerkracht,
        gezin,
        {"vak": "rekenen", "gezien_op": "2026-10-01", naam: "7"} | anders,
        "toets_noteren",
    )

    assert (antwoord.status_code, Waarneming.objects.count()) == (422, 0)
    assert zin in inhoud_van(antwoord)
    assert html.fromstring(antwoord.content.decode()).get_element_by_id(naam).get("value") == "7"


@pytest.mark.parametrize("score", ["<b>", "150", "x" * 20])
def test_score_of_the_group_that_is_no_score_is_refused_and_stays_to_put_right(score: str) -> None:
    gezin = maak_gezin()
    naam = f"score-{gezin.leerling.sleutel}"

    antwoord = _stuur(
        gezin.school.leerkracht, gezin, {"vak": "rekenen", "gezien_op": "2026-10-01", naam: score}, "toets_noteren"
    )

    assert (antwoord.status_code, Waarneming.objects.count()) == (422, 0)
    assert f"Dit is geen score: {score}." in html.fromstring(antwoord.content.decode()).text_content()
    assert html.fromstring(antwoord.content.decode()).get_element_by_id(naam).get("value") == score


@pytest.mark.parametrize("naam", ["noteren", "signalen"])
@pytest.mark.parametrize("aantal", [1, 3])
def test_pages_take_the_same_queries_with_one_pupil_and_with_three(
    aantal: int, naam: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gezin = maak_gezin()
    for nummer in range(aantal - 1):
        maak_leerling(gezin.school, f"Pip {nummer}", groep=gezin.groep)
    client = meld_aan(gezin.school.leerkracht)

    with django_assert_num_queries({"noteren": 12, "signalen": 12}[naam]):
        antwoord = client.get(adres(naam, gezin.school))

    assert antwoord.status_code == 200


def _daling(gezin: Gezin) -> None:
    _daling_van(gezin.leerling)


def _daling_van(leerling: Leerling) -> None:
    maak_resultaat(leerling, date(2025, 6, 10), afnamemoment="E4", niveau="II", schaalscore=Decimal(140))
    maak_resultaat(leerling, date(2026, 6, 10), niveau="IV", schaalscore=Decimal(146))


def test_signals_of_the_own_pupils_are_shown_and_each_look_is_written_down() -> None:
    gezin = maak_gezin()
    _daling(gezin)

    with nieuwe_regels() as nieuw:
        pagina = inhoud_van(_open(gezin.school.leerkracht, gezin, "signalen"))

    assert "Pip Duinmans Groep 5 zakt in niveau: begrijpend lezen" in pagina
    assert "De regels van deze school" not in pagina
    assert [(wat, over) for _wie, wat, over, _reden, _soort in nieuw.regels] == [
        ("open_signalen", f"groep:{gezin.groep.pk}")
    ]


def test_pupil_without_a_group_has_a_line_of_its_own_and_the_rest_of_a_group_one_together() -> None:
    gezin = maak_gezin()
    los = maak_leerling(gezin.school, "Los")
    for leerling in (gezin.leerling, maak_leerling(gezin.school, "Ander", groep=gezin.groep), los):
        _daling_van(leerling)

    with nieuwe_regels() as nieuw:
        _open(gezin.school.intern_begeleider, gezin, "signalen")

    assert sorted(over for _wie, _wat, over, _reden, _soort in nieuw.regels) == sorted(
        [f"groep:{gezin.groep.pk}", onderwerp(los)]
    )


def test_first_screen_of_who_guides_asks_how_many_signals_are_open_and_names_nobody() -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.school.intern_begeleider)

    pad = adres("signalen_aantal", gezin.school)
    leeg = client.get(pad).content.decode().strip()
    _daling(gezin)
    een = client.get(pad).content.decode()

    assert (leeg, "Kijk naar 1 leerling met een signaal" in een, "Pip" in een) == ("", True, False)
    assert pad in client.get("/start").content.decode()
    assert pad not in meld_aan(gezin.school.leerkracht).get("/start").content.decode()


def test_school_sets_its_rules_in_one_go() -> None:
    gezin = maak_gezin()
    _daling(gezin)
    ib = gezin.school.intern_begeleider
    assert "zakt in niveau: begrijpend lezen" in inhoud_van(_open(ib, gezin, "signalen"))

    velden = REGELS | AAN | {"drempel-daling": "3", "vakantieregio": "zuid"}
    pagina = inhoud_van(_stuur(ib, gezin, velden, "signaalinstelling"))

    assert "zakt in niveau: begrijpend lezen" not in pagina
    assert list(Signaalinstelling.objects.values_list("regel", "drempel", "is_ingeschakeld")) == [("daling", 3, True)]
    assert Vestiging.objects.get(pk=gezin.school.vestiging.pk).vakantieregio == "zuid"


@pytest.mark.parametrize("drempel", ["", "99", "-1", "x", "2.5"])
def test_rule_that_cannot_be_says_between_which_numbers_it_can(drempel: str) -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.directeur, gezin, REGELS | AAN | {"drempel-daling": drempel}, "signaalinstelling")

    assert (antwoord.status_code, Signaalinstelling.objects.count()) == (422, 0)
    assert "Kies een getal van 1 tot en met 4." in inhoud_van(antwoord)


def test_who_thinks_of_violence_is_sent_to_the_intern_begeleider_and_never_asked_to_write_it() -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.school.leerkracht)
    waar = [adres("noteren", gezin.school), plek(gezin.leerling, "volgen"), plek(gezin.leerling)]

    zinnen = [re.findall(r"Denkt u aan geweld[^<]*", inhoud_van(client.get(pad))) for pad in waar]

    dan = "Denkt u aan geweld of verwaarlozing? Schrijf het dan niet hier, en ga meteen naar de intern begeleider."
    assert all(len(gevonden) == 1 and gevonden[0].startswith(dan) for gevonden in zinnen)
