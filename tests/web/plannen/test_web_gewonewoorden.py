"""What parents read first: written in place with a hint, read in Dutch or in English, with the whole plan under it."""

import pypdfium2
import pytest
from django.test import Client
from tests.factories.dossiers import plek
from tests.factories.leerlingen import maak_gezin
from tests.factories.opp import Plan, maak_plan, maak_vast_plan, schrijf
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.plannen.test_plannen_leerlingplan import FEITEN, REGEL
from tests.plannen.test_plannen_oppregels import LEESCLUB, maak_gezin_met_aanbod

from passend.plannen.actions.opp import offer_opp
from passend.plannen.actions.plannen import add_plan, save_gewone_woorden
from passend.plannen.queries.opp import teksten
from passend.plannen.queries.oppregels import list_oppregels
from passend.regels.tekstmerk import tekstmerk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
NEDERLANDS, ENGELS = "Pip gaat lezen met een maatje.", "Pip will read with a friend."
LEEG = tekstmerk("")
IN_HET_NEDERLANDS = ("Deze tekst schreef de school in het Nederlands.", "This text was written by the school in Dutch.")


def _pad(plan: Plan, naam: str = "opp", **waarden: str | int) -> str:
    return plek(plan.gezin.leerling, naam, **waarden)


def _engels(client: Client) -> Client:
    client.post("/taal", {"language": "en", "next": "/"})
    return client


def _zegt_dat_het_nederlands_is(pagina: str) -> bool:
    return any(zin in pagina for zin in IN_HET_NEDERLANDS)


def test_line_of_the_handelingsdeel_comes_and_goes_and_parents_read_where_it_points() -> None:
    gezin, behoefte = maak_gezin_met_aanbod()
    plan = maak_plan(gezin)
    client = meld_aan(gezin.school.leerkracht)
    vorm = {"aanpak": "Samen lezen", "wie": "juf", "kenmerk": str(behoefte), "onderdeel": LEESCLUB}

    zonder_wie = client.post(_pad(plan, "opp_regel"), vorm | {"wie": ""})
    for aanpak in ("Samen lezen", "Dit niet"):
        client.post(_pad(plan, "opp_regel"), vorm | {"aanpak": aanpak})
    client.post(_pad(plan, "opp_regel_weg"), {"regel": "2"})

    assert zonder_wie.status_code == 422
    assert 'value="Samen lezen"' in zonder_wie.content.decode()
    plan.versie.refresh_from_db()
    assert [(een["nummer"], een["aanpak"]) for een in list_oppregels(plan.versie)] == [(1, "Samen lezen")]
    offer_opp(actor=gezin.school.intern_begeleider, versie=plan.versie, op=OP)
    for lezer, pagina in ((gezin.school.intern_begeleider, "opp"), (gezin.ouder, "opp_ouder")):
        gelezen = inhoud_van(meld_aan(lezer).get(_pad(plan, pagina)))
        assert [woorden for woorden in ("Samen lezen", "korte stappen", "Leesclub") if woorden not in gelezen] == []


def test_plain_words_of_the_opp_begin_with_the_plan_and_get_a_hint() -> None:
    plan = maak_plan()
    client = meld_aan(plan.school.leerkracht)

    begin = client.post(_pad(plan, "opp_gewoon"), follow=True)
    again = client.post(_pad(plan, "opp_gewoon"))
    hint = client.post(
        _pad(plan, "opp_deel", deelcode="gewone_woorden"),
        {"waarde": "De IB kijkt mee in het handelingsdeel.", "versie": "1"},
    ).content.decode()

    plan.versie.refresh_from_db()
    assert "Maak er gewone woorden van." in inhoud_van(begin)
    assert "- Drie keer per week een kwartier lezen" in inhoud_van(begin)
    assert again.status_code == 302
    assert teksten(plan.versie)["gewone_woorden"] == "De IB kijkt mee in het handelingsdeel."
    for woorden in ('id="leeshint-gewone_woorden"', "Dit kan makkelijker", "handelingsdeel", "Afkortingen:", "IB"):
        assert woorden in hint


@pytest.mark.parametrize(
    ("engels", "verwacht", "zegt_nederlands_eerst"), [(ENGELS, ENGELS, False), ("", NEDERLANDS, True)]
)
def test_parent_who_reads_english_gets_the_english_words_or_is_told_that_they_are_dutch(
    engels: str, verwacht: str, zegt_nederlands_eerst: object
) -> None:
    plan = maak_plan()
    schrijf(plan.versie, plan.school, {"gewone_woorden": NEDERLANDS, "gewone_woorden_engels": engels})
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)

    nederlandse = inhoud_van(meld_aan(plan.gezin.ouder).get(_pad(plan, "opp_ouder")))
    engelse = inhoud_van(_engels(meld_aan(plan.gezin.ouder)).get(_pad(plan, "opp_ouder")))

    assert nederlandse.index(NEDERLANDS) < nederlandse.index("Drie keer per week")
    assert not _zegt_dat_het_nederlands_is(nederlandse)
    voor, _woorden, na = engelse.partition(verwacht)
    assert _zegt_dat_het_nederlands_is(voor) is zegt_nederlands_eerst
    assert _zegt_dat_het_nederlands_is(voor + na)
    assert "Drie keer per week" in na


def test_english_page_of_a_plan_without_plain_words_says_that_it_is_in_dutch() -> None:
    plan = maak_vast_plan()

    engelse = inhoud_van(_engels(meld_aan(plan.gezin.ouder)).get(_pad(plan, "opp_ouder")))

    assert _zegt_dat_het_nederlands_is(engelse)


def test_paper_for_parents_begins_with_the_plain_words() -> None:
    plan = maak_plan()
    schrijf(plan.versie, plan.school, {"gewone_woorden": NEDERLANDS, "gewone_woorden_engels": ENGELS})
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)

    papier = pypdfium2.PdfDocument(meld_aan(plan.gezin.ouder).get(_pad(plan, "opp_pdf", nummer=1)).content)

    eerste = papier[0].get_textpage().get_text_bounded()
    assert eerste.index(NEDERLANDS) < eerste.index(ENGELS) < eerste.index("Wat helpt, en wat in de weg zit")


def test_plan_is_told_in_plain_words_and_parents_read_them_first() -> None:
    gezin = maak_gezin()
    plan = add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=FEITEN, regels=[REGEL], op=OP)
    client = meld_aan(gezin.school.leerkracht)
    adres = plek(gezin.leerling, "plan_gewoon", pk=plan.pk)

    begin = client.post(plek(gezin.leerling, "plan_gewoon_begin", pk=plan.pk), follow=True)
    plan.refresh_from_db()
    begonnen = plan.gewone_woorden
    vorm = {"tekst": NEDERLANDS, "versie": tekstmerk(begonnen), "taal": "nl"}
    bewaard = client.post(adres, vorm)
    botsing = client.post(adres, vorm | {"tekst": "Iets anders."})
    te_lang = client.post(adres, vorm | {"tekst": "x" * 2001, "versie": tekstmerk(NEDERLANDS)})
    client.post(adres, {"tekst": ENGELS, "versie": LEEG, "taal": "en"})

    assert "Maak er gewone woorden van." in inhoud_van(begin)
    assert begonnen.startswith("Dit gaat Pip leren:")
    assert (bewaard.status_code, botsing.status_code, te_lang.status_code) == (200, 409, 422)
    assert "Dit leest makkelijk" in bewaard.content.decode()
    gelezen = inhoud_van(meld_aan(gezin.ouder).get(plek(gezin.leerling, "leerlingplannen")))
    assert gelezen.index(NEDERLANDS) < gelezen.index("Leest vlot.")
    engelse = inhoud_van(_engels(meld_aan(gezin.ouder)).get(plek(gezin.leerling, "leerlingplannen")))
    voor, _woorden, na = engelse.partition(ENGELS)
    assert (_zegt_dat_het_nederlands_is(voor), _zegt_dat_het_nederlands_is(na)) == (False, True)


def test_words_that_stand_there_are_not_taken_away_by_beginning_again() -> None:
    gezin = maak_gezin()
    plan = add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=FEITEN, regels=[], op=OP)
    save_gewone_woorden(actor=plan.door, plan=plan, tekst=NEDERLANDS, merk=LEEG, op=OP)

    meld_aan(gezin.school.leerkracht).post(plek(gezin.leerling, "plan_gewoon_begin", pk=plan.pk))

    plan.refresh_from_db()
    assert plan.gewone_woorden == NEDERLANDS
