"""The plans of a pupil in a few steps for who teaches, and in plain words for parents."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import nieuwe_regels, onderwerp, plek
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.plannen.test_plannen_leerlingplan import FEITEN, REGEL

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.plannen.actions.kenmerken import save_kenmerken
from passend.plannen.actions.plannen import add_plan
from passend.plannen.actions.rondes import set_rondes
from passend.plannen.models import Plan, Planregel
from passend.regels.tekstmerk import tekstmerk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VORM = {"aanleiding": "Leest traag.", "doel": "Leest vlot.", "niveau": "2", "geldig_tot_en_met": "2026-12-01"}


def _adres(gezin: Gezin, pagina: str = "leerlingplannen", **waarden: int) -> str:
    return plek(gezin.leerling, pagina, **waarden)


def _plan(gezin: Gezin) -> Plan:
    return add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=FEITEN, regels=[REGEL], op=OP)


def test_need_becomes_a_plan_in_one_form() -> None:
    gezin = maak_gezin()
    pk = save_kenmerken(
        actor=gezin.school.leerkracht,
        leerling=gezin.leerling,
        soort=Kenmerksoort.BEHOEFTE,
        tekst="korte stappen",
        gezien=[],
        op=OP,
    ).gezien[0]
    client = meld_aan(gezin.school.leerkracht)
    leeg = client.get(f"{_adres(gezin)}?behoefte={pk}").content.decode()

    antwoord = client.post(
        _adres(gezin), VORM | {"aanpak": "Samen lezen", "wie": "juf", "kenmerk": str(pk)}, follow=True
    )

    assert ">korte stappen</textarea>" in leeg
    assert f'<option value="{pk}" selected>' in leeg
    for woorden in (
        "Het plan staat.",
        "Leest vlot.",
        "Samen lezen",
        "voor: korte stappen",
        "niveau 2: Extra in de groep",
    ):
        assert woorden in antwoord.content.decode().replace("</span>", "").replace('<span class="klein stil">', "") or (
            woorden in inhoud_van(antwoord)
        )
    assert Plan.objects.get().bron == f"behoefte:{pk}"


@pytest.mark.parametrize(
    "anders",
    [
        {"doel": ""},
        {"geldig_tot_en_met": "2026-02-31"},
        {"geldig_tot_en_met": "2020-01-01"},
        {"niveau": "9"},
        {"wie": "juf"},
    ],
)
def test_plan_that_cannot_be_is_sent_back_with_what_was_typed(anders: dict[str, str]) -> None:
    gezin = maak_gezin()

    antwoord = meld_aan(gezin.school.leerkracht).post(_adres(gezin), VORM | anders)

    assert antwoord.status_code == 422
    assert "Leest traag." in antwoord.content.decode()
    assert not Plan.objects.exists()


def test_plan_is_changed_evaluated_and_continued() -> None:
    gezin = maak_gezin()
    plan, client = _plan(gezin), meld_aan(gezin.school.leerkracht)
    doel = {"tekst": "Leest een boek.", "versie": tekstmerk(plan.doel)}

    assert client.post(_adres(gezin, "plan_doel", pk=plan.pk), doel).status_code == 200
    botsing = client.post(_adres(gezin, "plan_doel", pk=plan.pk), doel | {"tekst": "Iets anders."})
    assert botsing.status_code == 409
    assert client.post(_adres(gezin, "plan_doel", pk=plan.pk), {"tekst": "", "versie": ""}).status_code in {409, 422}
    assert client.post(_adres(gezin, "plan_regel", pk=plan.pk), {"aanpak": "x"}).status_code == 422
    client.post(_adres(gezin, "plan_regel", pk=plan.pk), {"aanpak": "Thuis lezen", "wie": "ouders"})
    weg = Planregel.objects.get(aanpak="Samen lezen").pk
    client.post(_adres(gezin, "plan_regel_weg", pk=plan.pk), {"regel": weg})
    assert client.post(_adres(gezin, "plan_evaluatie", pk=plan.pk), {"uitkomst": "deels"}).status_code == 422
    client.post(_adres(gezin, "plan_evaluatie", pk=plan.pk), {"uitkomst": "deels", "evaluatie": "Gaat vooruit."})
    pagina = inhoud_van(client.post(_adres(gezin, "plan_vervolg", pk=plan.pk), follow=True))
    again = client.post(_adres(gezin, "plan_vervolg", pk=plan.pk))

    assert [regel.aanpak for regel in Planregel.objects.all()] == ["Thuis lezen", "Thuis lezen"]
    assert "Het vervolg staat." in pagina
    assert "Gaat vooruit." in pagina
    assert again.status_code == 422


def test_parent_reads_the_plan_and_writes_nothing_and_the_log_says_who_looked() -> None:
    gezin = maak_gezin()
    plan = _plan(gezin)
    client = meld_aan(gezin.ouder)

    with nieuwe_regels() as nieuw:
        pagina = inhoud_van(client.get(_adres(gezin)))

    for woorden in ("Wat de school extra doet voor uw kind", "Leest vlot.", "Samen lezen", "elke dag"):
        assert woorden in pagina
    for woorden in ("Nieuw plan", "Kijk terug", "Zet dit erbij"):
        assert woorden not in pagina
    assert nieuw.regels == [(gezin.ouder, "open_plannen", onderwerp(gezin.leerling), "ouder", "lezen")]
    assert client.post(_adres(gezin), VORM).status_code == 403
    assert client.post(_adres(gezin, "plan_evaluatie", pk=plan.pk), {"uitkomst": "deels"}).status_code == 403


@pytest.mark.parametrize(
    ("wie", "status"),
    [("ouder", 200), ("ouder_zonder_gezag", 403), ("deskundige", 403)],
)
def test_expert_and_parent_without_authority_see_no_plan(wie: str, status: int) -> None:
    gezin = maak_gezin()
    _plan(gezin)

    assert meld_aan(getattr(gezin, wie)).get(_adres(gezin)).status_code == status


def test_plan_of_another_pupil_is_not_found() -> None:
    gezin = maak_gezin()
    adres = reverse("plan_doel", kwargs={"code": "99AA00", "sleutel": gezin.leerling.sleutel, "pk": 999})

    assert meld_aan(gezin.school.leerkracht).post(adres, {"tekst": "x"}).status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_takes_the_same_queries_with_one_plan_and_with_three(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gezin = maak_gezin()
    for _keer in range(aantal):
        _plan(gezin)
    client = meld_aan(gezin.school.leerkracht)
    client.get(_adres(gezin))

    with django_assert_num_queries(25):
        client.get(_adres(gezin))


def test_second_person_to_look_back_reads_what_they_typed_and_can_copy_it() -> None:
    gezin = maak_gezin()
    adres = _adres(gezin, "plan_evaluatie", pk=_plan(gezin).pk)
    eerste, tweede = meld_aan(gezin.school.leerkracht), meld_aan(gezin.school.intern_begeleider)
    eerste.post(adres, {"uitkomst": "deels", "evaluatie": "Gaat vooruit."})

    antwoord = tweede.post(adres, {"uitkomst": "behaald", "evaluatie": "Leest vlot.", "wat_werkte": "Samen lezen"})
    pagina = antwoord.content.decode()

    assert antwoord.status_code == 422
    assert "Leest vlot.\n\nSamen lezen</textarea>" in pagina
    assert "Het is niet bewaard; kopieer het" in pagina
    assert pagina.count("al geëvalueerd") == 1
    assert Plan.objects.get().evaluatie == "Gaat vooruit."


def test_day_to_look_back_is_a_day_with_lessons() -> None:
    gezin = maak_gezin()
    school = gezin.school
    rondes = [Periode(date(2026, 8, 1), date(2027, 1, 31)), Periode(date(2027, 2, 1), date(2027, 7, 31))]
    set_rondes(actor=school.directeur, vestiging=school.vestiging, schooljaar=Schooljaar(2026), rondes=rondes, op=OP)

    pagina = meld_aan(school.leerkracht).get(_adres(gezin)).content.decode()

    assert date(2027, 1, 31).strftime("%a") == "Sun"
    assert 'value="2027-01-29"' in pagina
    assert 'value="2027-01-31"' not in pagina
