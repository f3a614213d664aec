"""How a pupil is doing, as a teacher, a parent and an expert see it; and what is written down on the page."""

import re
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from lxml import html
from tests.factories.dossiers import maak_buurt, nieuwe_regels, plek
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.volgen import maak_resultaat

from passend.toegang.models import Account
from passend.volgen.models import Signaalbesluit, Verzuim, Waarneming
from passend.volgen.queries import vervolg

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VEEL = {"soort": "observatie", "tekst": "Leest graag voor.", "gezien_op": "2026-10-01"}


def _stuur(account: Account, gezin: Gezin, naam: str, velden: dict[str, Any], **waarden: int) -> Any:
    return meld_aan(account).post(plek(gezin.leerling, naam, **waarden), velden, follow=True)


def _kijk(account: Account, gezin: Gezin) -> Any:
    return meld_aan(account).get(plek(gezin.leerling, "volgen"))


def _met_daling() -> Gezin:
    gezin = maak_gezin()
    maak_resultaat(gezin.leerling, date(2025, 6, 10), afnamemoment="E4", niveau="II", schaalscore=Decimal(140))
    maak_resultaat(gezin.leerling, date(2026, 6, 10), niveau="IV", schaalscore=Decimal("146.5"))
    return gezin


def test_teacher_sees_growth_with_the_same_as_a_table_and_the_signal_with_why() -> None:
    gezin = _met_daling()

    boom = html.fromstring(_kijk(gezin.school.leerkracht, gezin).content.decode())

    (beeld,) = boom.xpath(".//figure[@class='groeikaart']")
    assert [punt.text for punt in beeld.xpath(".//svg/text[contains(@class, 'niveau')]")] == ["II", "IV"]
    assert len(beeld.xpath(".//svg/circle")) == 2
    rijen = [[cel.text_content() for cel in rij] for rij in beeld.xpath(".//tbody/tr")]
    assert rijen == [
        ["wo 10 juni 2026", "E5", "146,5", "IV", "65"],
        ["di 10 juni 2025", "E4", "140", "II", "65"],
    ]
    koppen = [cel.text_content() for cel in beeld.xpath(".//thead//th")]
    assert koppen == ["Wanneer", "Moment", "Score", "Niveau", "Percentiel"]  # what no test says is no column
    assert "Laatst: Stuk in het dossier Gesprek, ma 5 oktober 2026 Alles op een lijn" in inhoud_van(
        _kijk(gezin.school.leerkracht, gezin)
    )
    (signaal,) = boom.xpath(".//li[@class='signaal']")
    assert "Van niveau II op 10-06-2025 naar niveau IV op 10-06-2026, op dezelfde toets" in signaal.text_content()


def test_two_instruments_are_two_drawings() -> None:
    gezin = _met_daling()
    iep = {"instrument": "iep", "instrumentversie": "", "normschema": "iep_taal", "niveau": "1F", "percentiel": None}
    maak_resultaat(gezin.leerling, date(2026, 9, 20), **iep, schaalscore=Decimal(65))

    boom = html.fromstring(_kijk(gezin.school.leerkracht, gezin).content.decode())

    koppen = [" ".join(kop.text_content().split()) for kop in boom.xpath(".//figcaption")]
    assert koppen == ["Begrijpend lezen IEP", "Begrijpend lezen Cito Volgsysteem 3.0"]
    schalen = [een.text_content().partition(".")[0] for een in boom.xpath(".//figure//details/p[@class='stil']")]
    assert schalen == ["De tekening: ontwikkelscore", "De tekening: vaardigheidsscore"]


def test_parent_sees_results_and_worries_in_plain_words_but_no_signal_and_no_form() -> None:
    gezin = _met_daling()
    _stuur(gezin.school.leerkracht, gezin, "waarneming_nieuw", VEEL | {"soort": "bezorgdheid", "tekst": "Is zo moe."})

    pagina = inhoud_van(_kijk(gezin.ouder, gezin))

    staat = ["Hoe gaat het met uw kind op school?", "Groei", "Is zo moe.", "van 16 uur zonder goede reden"]
    niet = ["Kijk hier even naar", "Schrijf iets op", "Noteer verzuim", "Trek in", "Leg opzij"]
    assert [zin for zin in staat if zin not in pagina] == []
    assert [zin for zin in niet if zin in pagina] == []


@pytest.mark.parametrize("wie", ["deskundige", "ouder_zonder_gezag"])
def test_expert_and_parent_without_authority_see_nothing_of_it(wie: str) -> None:
    gezin = _met_daling()

    antwoord = _kijk(getattr(gezin, wie), gezin)

    assert antwoord.status_code == 403
    assert "146,5" in inhoud_van(_kijk(gezin.school.leerkracht, gezin))
    assert "146,5" not in inhoud_van(antwoord)


def test_visit_is_written_down_with_why() -> None:
    gezin = maak_gezin()

    with nieuwe_regels() as nieuw:
        _kijk(gezin.ouder, gezin)

    assert [(wie, wat, reden) for wie, wat, _wie, reden, _soort in nieuw.regels] == [
        (gezin.ouder, "open_volgen", "ouder")
    ]


def test_what_was_written_down_stands_on_the_line_and_can_be_taken_back() -> None:
    gezin = maak_gezin()
    leerkracht = gezin.school.leerkracht

    pagina = inhoud_van(_stuur(leerkracht, gezin, "waarneming_nieuw", VEEL))
    een = Waarneming.objects.get()
    daarna = _stuur(leerkracht, gezin, "waarneming_intrekken", {}, pk=een.pk)

    assert "Leest graag voor." in pagina
    assert "<del>Leest graag voor.</del>" in daarna.content.decode()


def test_form_that_is_refused_keeps_what_was_typed_and_says_what_to_do() -> None:
    gezin = maak_gezin()
    velden = VEEL | {"soort": "methodetoets", "vak": "rekenen", "tekst": "Blok 3", "gezien_op": "2026-10-02"}

    antwoord = _stuur(gezin.school.leerkracht, gezin, "waarneming_nieuw", velden)

    boom = html.fromstring(antwoord.content.decode())
    assert (antwoord.status_code, Waarneming.objects.count()) == (422, 0)
    assert [een.text for een in boom.xpath(".//*[@role='alert']")] == [
        "Een toets heeft een vak en een score. Vul aan wat leeg is."
    ]
    assert boom.xpath(".//textarea")[0].text == "Blok 3"
    assert [
        keus.get("value") for keus in boom.xpath(".//form[contains(@class, 'noteer')]//*[@checked or @selected]")
    ] == [
        "methodetoets",
        "rekenen",
    ]


@pytest.mark.parametrize("velden", [{}, {"soort": "observatie", "gezien_op": "2026-02-31", "tekst": "x"}])
def test_day_or_kind_that_does_not_exist_is_refused(velden: dict[str, str]) -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.leerkracht, gezin, "waarneming_nieuw", velden)

    assert (antwoord.status_code, Waarneming.objects.count()) == (422, 0)
    assert "Kies wat u opschrijft, en vul een bestaande dag in." in inhoud_van(antwoord)


@pytest.mark.parametrize("uren", ["5,5", " 5.5 "])
def test_absence_is_noted_in_hours_as_people_write_them_and_the_counter_counts_it(uren: str) -> None:
    gezin = maak_gezin()
    velden = {"soort": "ongeoorloofd", "van": "2026-09-30", "tot_en_met": "2026-10-01", "uren": uren}

    pagina = inhoud_van(_stuur(gezin.school.leerkracht, gezin, "verzuim_nieuw", velden))

    assert re.search(r"11 van 16 uur zonder goede reden .*vanaf 8 uur let u op", pagina)
    assert "zonder goede reden: 2 dagen, 11 uur" in pagina


@pytest.mark.parametrize(
    "anders",
    [{"uren": "vijf"}, {"uren": "NaN"}, {"uren": "1e9"}, {"van": "31-06"}, {"soort": "x"}, {"tot_en_met": "x"}],
)
def test_absence_of_the_wrong_shape_is_refused_and_nothing_is_stored(anders: dict[str, str]) -> None:
    gezin = maak_gezin()

    antwoord = _stuur(
        gezin.school.leerkracht,
        gezin,
        "verzuim_nieuw",
        {"soort": "ziek", "van": "2026-10-01", "uren": "5,5"} | anders,
    )

    assert (antwoord.status_code, Verzuim.objects.count()) == (422, 0)
    assert "Kies een soort, bestaande dagen, en een aantal uren zoals 5,5." in inhoud_van(antwoord)


def test_page_says_what_the_counter_counts_and_what_stood_there_already() -> None:
    gezin = maak_gezin()
    velden = {"van": "2026-10-01", "uren": "5,5"}
    stuur = partial(_stuur, gezin.school.leerkracht, gezin, "verzuim_nieuw")

    ziek, nogmaals, dubbel = (stuur(velden | {"soort": soort}) for soort in ("ziek", "ziek", "ongeoorloofd"))

    assert "Het staat onder de teller: die telt alleen verzuim zonder goede reden." in inhoud_van(ziek)
    assert "Dit stond er al. Er is niets veranderd." in inhoud_van(nogmaals)
    assert "Op 01-10-2026 staat al 5,5 uur van een andere soort." in inhoud_van(dubbel)


def test_day_of_absence_is_taken_away_again() -> None:
    gezin = maak_gezin()
    leerkracht = gezin.school.leerkracht
    _stuur(leerkracht, gezin, "verzuim_nieuw", {"soort": "ziek", "van": "2026-10-01", "uren": "5,5"})
    assert Verzuim.objects.count() == 1

    for dag in ("ziek:2026-10-02", "zzz:2026-10-01", "ziek", "ziek:2026-10-01"):
        _stuur(leerkracht, gezin, "verzuim_weg", {"dag": dag})

    assert Verzuim.objects.count() == 0


def test_signal_is_put_aside_with_a_word_that_others_read() -> None:
    gezin = _met_daling()
    boom = html.fromstring(_kijk(gezin.school.leerkracht, gezin).content.decode())
    kenmerk = boom.xpath(".//input[@name='kenmerk']")[0].get("value")

    zonder = _stuur(gezin.school.leerkracht, gezin, "signaal_opzij", {"kenmerk": kenmerk, "woord": " "})
    _stuur(gezin.school.leerkracht, gezin, "signaal_opzij", {"kenmerk": kenmerk, "woord": "Ouders weten het."})

    pagina = inhoud_van(_kijk(gezin.school.intern_begeleider, gezin))
    assert (zonder.status_code, Signaalbesluit.objects.count()) == (422, 1)
    assert "1 signaal ligt opzij" in pagina
    assert "Ouders weten het." in pagina
    assert "Passend rekent dit uit" not in pagina


def test_entry_about_another_pupil_is_not_there() -> None:
    buurt = maak_buurt()
    eigen = buurt.gezin
    _stuur(eigen.school.leerkracht, eigen, "waarneming_nieuw", VEEL)
    pk = Waarneming.objects.get().pk

    antwoord = meld_aan(buurt.regio.buur.intern_begeleider).post(plek(buurt.bij_buur, "waarneming_intrekken", pk=pk))

    assert antwoord.status_code == 404
    assert Waarneming.objects.get().ingetrokken_op is None


def test_plan_stands_behind_the_curve_of_its_subject_and_the_next_day_at_the_top(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gezin = _met_daling()
    maak_resultaat(gezin.leerling, date(2025, 6, 10), vak="rekenen")
    maak_resultaat(gezin.leerling, date(2026, 6, 10), vak="rekenen")
    monkeypatch.setattr(vervolg, "_GEVERS", {})
    lezen = {"vak": "begrijpend_lezen", "van": date(2026, 1, 1)}
    plannen = [
        vervolg.Planperiode(naam="Extra lezen", tot_en_met=date(2026, 12, 1), **lezen),
        vervolg.Planperiode(naam="Lang geleden", tot_en_met=date(2026, 1, 1), **lezen),
    ]
    dagen = [vervolg.Afspraak(op=date(2026, 11, 2), wat="Gesprek met ouders")]
    vervolg.register_vervolg("proef", lambda *_wat: vervolg.Vervolg(periodes=plannen, afspraken=dagen))

    antwoord = _kijk(gezin.school.leerkracht, gezin)

    beelden = html.fromstring(antwoord.content.decode()).xpath(".//figure[@class='groeikaart']")
    assert [len(beeld.xpath(".//rect[@class='planbalk']")) for beeld in beelden] == [1, 0]
    assert "Hierna: Gesprek met ouders , ma 2 november 2026" in inhoud_van(antwoord)
    assert "Extra lezen do 1 januari 2026 – di 1 december 2026" in inhoud_van(antwoord)
