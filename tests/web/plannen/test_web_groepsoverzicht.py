"""The group overview: everything of thirty pupils side by side, written in place, for who teaches or guides them."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import nieuwe_regels
from tests.factories.leerlingen import SINDS, Gezin, maak_gezin, maak_groep, maak_leerling
from tests.factories.overleggen import NA, maak_besluit, maak_mdo
from tests.factories.paginas import meld_aan
from tests.factories.profielen import OP
from tests.factories.toegang import maak_account
from tests.factories.volgen import maak_resultaat
from tests.plannen.test_plannen_leerlingplan import FEITEN, REGEL

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.volgen import Vak
from passend.leerlingen.models import Leerling
from passend.overleggen.actions.blad import complete_besluit
from passend.overleggen.actions.sluiten import close_overleg
from passend.plannen.actions.groepsplannen import draft_groepsplan
from passend.plannen.actions.kenmerken import save_kenmerkblad
from passend.plannen.actions.plannen import add_plan
from passend.plannen.models import Leerlingkenmerk
from passend.toegang.actions import assign_groep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
HELPT, WEG, NODIG = Kenmerksoort
VRAGEN = 22


def tekst_van(antwoord: Any) -> str:
    """All of a page, or of a part of one."""
    tekst: str = antwoord.content.decode()
    return tekst


def _adres(gezin: Gezin, pagina: str = "groepsoverzicht", **waarden: object) -> str:
    return reverse(pagina, kwargs={"code": "99AA00", "groep": gezin.groep.pk, **waarden})


def _rij(gezin: Gezin, leerling: Leerling | None = None) -> str:
    return _adres(gezin, "overzichtsrij", sleutel=(leerling or gezin.leerling).sleutel)


def _noteer(gezin: Gezin, **teksten: str) -> None:
    save_kenmerkblad(
        actor=gezin.school.leerkracht,
        leerling=gezin.leerling,
        teksten={Kenmerksoort(soort): tekst for soort, tekst in teksten.items()},
        gezien={},
        op=OP,
    )


def _versie(pagina: str) -> str:
    return re.findall(r'name="versie" value="([^"]*)"', pagina)[0]


def _namen(pagina: str) -> list[str]:
    return re.findall(r'<th scope="row"><div><a title="([^"]*)"', pagina)


def test_long_plan_is_folded_on_the_screen_and_whole_on_paper_while_there_is_room() -> None:
    gezin = maak_gezin()
    regels = [replace(REGEL, aanpak=f"{nummer} keer samen lezen in een boek over dieren") for nummer in range(1, 7)]
    add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=FEITEN, regels=regels, op=OP)

    pagina = meld_aan(gezin.school.leerkracht).get(_adres(gezin)).content.decode()

    [vouw] = re.findall(r"<details><summary>(.*?)</summary></details>", pagina, re.DOTALL)
    assert "1 keer samen lezen" in vouw
    assert "6 keer samen lezen" in vouw
    assert "overzicht stapel druk-7" in pagina
    assert "Puntjes: de rest staat in Passend." not in pagina


def test_teacher_with_one_group_goes_straight_to_it_and_who_guides_chooses() -> None:
    gezin = maak_gezin()
    adres = reverse("groepen", kwargs={"code": "99AA00"})

    leerkracht, ib = meld_aan(gezin.school.leerkracht).get(adres), meld_aan(gezin.school.intern_begeleider).get(adres)

    assert (leerkracht.status_code, leerkracht["Location"]) == (302, _adres(gezin))
    assert "Groep 5" in tekst_van(ib)


def test_overview_shows_growth_phrases_plan_and_cluster_and_writes_who_looked() -> None:
    gezin = maak_gezin()
    _noteer(gezin, bevorderend="leest graag", belemmerend="snel moe", behoefte="korte stappen")
    for maand, score in ((1, 140), (6, 152)):
        maak_resultaat(gezin.leerling, OP.date().replace(month=maand), vak=Vak.REKENEN, schaalscore=score)
    draft_groepsplan(actor=gezin.school.leerkracht, groep=gezin.groep, vak=Vak.REKENEN, op=OP)

    with nieuwe_regels() as nieuw:
        pagina = tekst_van(meld_aan(gezin.school.leerkracht).get(_adres(gezin)))

    for woord in (
        "leest graag",
        "snel moe",
        "korte stappen",
        "rekenen, scores: 140, 152",
        'title="basis"',
        "Plan rekenen",
    ):
        assert woord in pagina
    assert nieuw.regels[-1] == (
        gezin.school.leerkracht,
        "open_groepsoverzicht",
        f"groep:{gezin.groep.pk}",
        "eigen_groep",
        "lezen",
    )


def test_parent_reads_in_the_log_who_looked_at_the_group() -> None:
    gezin = maak_gezin()
    ander = maak_leerling(gezin.school, "Bo")
    meld_aan(gezin.school.leerkracht).get(_adres(gezin))

    kijkers = tekst_van(
        meld_aan(gezin.ouder).get(reverse("ingezien", kwargs={"code": "99AA00", "sleutel": gezin.leerling.sleutel}))
    )
    elders = tekst_van(
        meld_aan(gezin.school.directeur).get(reverse("ingezien", kwargs={"code": "99AA00", "sleutel": ander.sleutel}))
    )

    assert "keek in het overzicht van de groep" in kijkers
    assert "keek in het overzicht van de groep" not in elders


@pytest.mark.parametrize(
    ("wie", "status"),
    [
        ("leerkracht", 200),
        ("intern_begeleider", 200),
        ("directeur", 200),
        ("mr_lid", 403),
        ("bestuurder", 403),
        ("beheerder", 403),
        ("adviseur", 403),
    ],
)
def test_overview_is_for_who_teaches_or_guides(wie: str, status: int) -> None:
    gezin = maak_gezin()

    assert meld_aan(getattr(gezin.school, wie)).get(_adres(gezin)).status_code == status


def test_colleague_sees_no_other_group_and_guests_see_none() -> None:
    gezin = maak_gezin()
    collega = maak_account(Rolsoort.LEERKRACHT, gezin.school.vestiging)
    assign_groep(account=collega, groep=maak_groep(gezin.school, "8"), geldig_van=SINDS)

    antwoorden = [meld_aan(wie).get(_adres(gezin)).status_code for wie in (collega, gezin.ouder, gezin.deskundige)]

    assert antwoorden == [403, 403, 403]


@pytest.mark.parametrize("aantal", [1, 3, 30])
def test_overview_takes_the_same_queries_with_one_pupil_and_with_thirty(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gezin = maak_gezin()
    leerlingen = [gezin.leerling]
    leerlingen += [maak_leerling(gezin.school, f"Kind{n}", groep=gezin.groep) for n in range(aantal - 1)]
    for leerling in leerlingen:
        maak_resultaat(leerling, vak=Vak.REKENEN)
        save_kenmerkblad(
            actor=gezin.school.leerkracht,
            leerling=leerling,
            teksten={HELPT: "leest graag", NODIG: "rust"},
            gezien={},
            op=OP,
        )
        add_plan(actor=gezin.school.leerkracht, leerling=leerling, feiten=FEITEN, regels=[REGEL], op=OP)
    draft_groepsplan(actor=gezin.school.leerkracht, groep=gezin.groep, vak=Vak.REKENEN, op=OP)
    client = meld_aan(gezin.school.leerkracht)
    client.get(_adres(gezin))

    with django_assert_num_queries(VRAGEN):
        pagina = tekst_van(client.get(_adres(gezin)))

    assert len(_namen(pagina)) == aantal


def test_overview_sorts_and_filters() -> None:
    gezin = maak_gezin()
    bo = maak_leerling(gezin.school, "Bo", "Aal", groep=gezin.groep)
    maak_resultaat(gezin.leerling, vak=Vak.REKENEN, schaalscore=100)
    maak_resultaat(bo, vak=Vak.REKENEN, schaalscore=200)
    _noteer(gezin, behoefte="rust")
    client = meld_aan(gezin.school.leerkracht)

    def toon(vraag: str) -> list[str]:
        return _namen(tekst_van(client.get(_adres(gezin) + vraag)))

    assert toon("") == ["Bo Aal", "Pip Duinmans"]
    assert toon("?sorteer=rekenen") == ["Pip Duinmans", "Bo Aal"]
    assert toon("?sorteer=zzz&toon=zzz") == ["Bo Aal", "Pip Duinmans"]
    assert toon("?toon=leeg") == ["Bo Aal"]
    assert toon("?toon=plan") == []


def test_overview_sorts_by_the_surname_and_not_by_what_comes_before_it() -> None:
    gezin = maak_gezin()
    for naam in ("van der Aal", "de Wit", "Özgür"):
        maak_leerling(gezin.school, "Bo", naam, groep=gezin.groep)

    pagina = tekst_van(meld_aan(gezin.school.leerkracht).get(_adres(gezin)))

    assert _namen(pagina) == ["Bo van der Aal", "Pip Duinmans", "Bo Özgür", "Bo de Wit"]


def test_subject_sorts_by_band_and_then_by_score_within_an_instrument() -> None:
    gezin = maak_gezin()
    iep = {"instrument": "iep", "normschema": "iep_taal", "percentiel": None}
    for naam, feiten in {
        "Laag": {"niveau": "V", "schaalscore": 216, "percentiel": 5},
        "Hoog": {"niveau": "II", "schaalscore": 179},
        "Hoger": {"niveau": "II", "schaalscore": 190},
        "Ander": {**iep, "niveau": "1F", "schaalscore": 60},
        "Zonder": {**iep, "niveau": "", "schaalscore": 20},
    }.items():
        maak_resultaat(maak_leerling(gezin.school, naam, "Aal", groep=gezin.groep), **feiten)

    pagina = tekst_van(meld_aan(gezin.school.leerkracht).get(_adres(gezin) + "?sorteer=begrijpend_lezen"))

    assert _namen(pagina) == ["Laag Aal", "Ander Aal", "Hoog Aal", "Hoger Aal", "Zonder Aal", "Pip Duinmans"]
    assert re.findall(r'class="niveau"[^>]*>([^<]+)', pagina) == ["V", "1F", "II", "II"]


def test_row_opens_is_saved_as_typed_and_closes_again() -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.school.leerkracht)
    open_ = tekst_van(client.get(_rij(gezin) + "?bewerk=1&kolom=rekenen"))

    opslag = client.post(
        _rij(gezin), {"versie": _versie(open_), HELPT: "leest graag", WEG: "", NODIG: "rust\nkorte stappen"}
    )
    dicht = client.post(
        _rij(gezin),
        {
            "versie": _versie(tekst_van(opslag)),
            HELPT: "leest graag",
            WEG: "snel moe",
            NODIG: "rust",
            "klaar": "1",
            "kolom": "rekenen",
        },
    )

    assert 'textarea class="utrecht-textarea"' in open_
    assert "Opgeslagen" in tekst_van(opslag)
    assert (dicht["HX-Retarget"], dicht["HX-Reswap"]) == (f"#r-{gezin.leerling.sleutel}", "outerHTML")
    assert "snel moe" in tekst_van(dicht)
    assert list(Leerlingkenmerk.objects.order_by("soort").values_list("soort", "tekst")) == [
        ("behoefte", "rust"),
        ("belemmerend", "snel moe"),
        ("bevorderend", "leest graag"),
    ]


def test_two_who_write_at_once_lose_nothing_and_read_of_each_other() -> None:
    gezin = maak_gezin()
    adres = _rij(gezin)
    een, ander = meld_aan(gezin.school.leerkracht), meld_aan(gezin.school.intern_begeleider)
    versies = [_versie(tekst_van(client.get(f"{adres}?bewerk=1"))) for client in (een, ander)]

    een.post(adres, {"versie": versies[0], NODIG: "rust"})
    antwoord = tekst_van(ander.post(adres, {"versie": versies[1], NODIG: "korte stappen"}))

    assert "Een collega schreef ook:" in antwoord
    assert list(Leerlingkenmerk.objects.values_list("tekst", flat=True)) == ["rust", "korte stappen"]


def test_phrase_that_is_a_story_is_sent_back_with_what_to_do() -> None:
    gezin = maak_gezin()

    antwoord = meld_aan(gezin.school.leerkracht).post(_rij(gezin), {"versie": "||", NODIG: "x" * 121})

    assert antwoord.status_code == 422
    assert "is te lang. Houd het bij 120 tekens" in tekst_van(antwoord)
    assert not Leerlingkenmerk.objects.exists()


@pytest.mark.parametrize("versie", ["", "x", "9999999999999|-1|,,,", "||||"])
def test_mark_that_is_none_ends_nothing(versie: str) -> None:
    gezin = maak_gezin()
    _noteer(gezin, behoefte="rust")

    antwoord = meld_aan(gezin.school.leerkracht).post(_rij(gezin), {"versie": versie, NODIG: "korte stappen"})

    assert antwoord.status_code == 200
    assert list(Leerlingkenmerk.objects.values_list("tekst", flat=True)) == ["rust", "korte stappen"]


def test_pupil_of_another_group_is_not_written_here() -> None:
    gezin = maak_gezin()
    ander = maak_leerling(gezin.school, "Bo", groep=maak_groep(gezin.school, "8"))

    antwoord = meld_aan(gezin.school.intern_begeleider).post(_rij(gezin, ander), {"versie": "||", NODIG: "rust"})

    assert antwoord.status_code == 403
    assert not Leerlingkenmerk.objects.exists()


def test_group_of_another_year_or_school_is_not_there() -> None:
    gezin = maak_gezin()
    vorig = maak_groep(gezin.school, "4", schooljaar="2025-2026")
    client = meld_aan(gezin.school.directeur)

    for groep in (vorig.pk, 999_999):
        adres = reverse("groepsoverzicht", kwargs={"code": "99AA00", "groep": groep})
        assert client.get(adres).status_code == 404


@pytest.mark.parametrize(("aantal", "is_rij"), [(39, True), (40, False)], ids=["forty groups", "forty-one"])
def test_school_with_very_many_groups_gets_a_link_to_their_page_instead_of_a_row(aantal: int, *, is_rij: bool) -> None:
    gezin = maak_gezin()
    for nummer in range(aantal):
        maak_groep(gezin.school, naam=f"Klas {nummer}")

    pagina = tekst_van(meld_aan(gezin.school.intern_begeleider).get(_adres(gezin)))

    assert ("Klas 38</a>" in pagina, ">Alle groepen</a>" in pagina) == (is_rij, not is_rij)


def test_decision_of_a_meeting_is_an_agreement_with_its_day_until_it_is_done() -> None:
    mdo = maak_mdo()
    besluit = maak_besluit(mdo)
    client = meld_aan(mdo.gezin.school.leerkracht)

    voor = tekst_van(client.get(_adres(mdo.gezin)))
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=NA)
    erna = tekst_van(client.get(_adres(mdo.gezin)))
    complete_besluit(actor=mdo.gezin.school.leerkracht, besluit=besluit, op=NA)
    klaar = tekst_van(client.get(_adres(mdo.gezin)))

    assert [besluit.wat in pagina for pagina in (voor, erna, klaar)] == [False, True, False]
    assert f'<time datetime="{besluit.uiterlijk_op}">' in erna


def test_overview_of_a_group_is_at_the_place_of_groups_in_the_menu() -> None:
    gezin = maak_gezin()
    pagina = tekst_van(meld_aan(gezin.school.leerkracht).get(_adres(gezin)))

    assert re.findall(r'aria-current="true">.*?<span>([^<]+)', pagina, re.DOTALL) == ["Mijn groep"]
