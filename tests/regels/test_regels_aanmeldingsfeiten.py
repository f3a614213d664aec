"""What cannot be true of an application, and what is known of it on a day."""

from dataclasses import fields, replace
from datetime import date

import pytest

from passend.begrippen.toelating import Toelatingsbesluit
from passend.regels.aanmeldingsfeiten import (
    Aanmeldingsfeiten,
    Afwijking,
    Besluit,
    Gevraagdeschool,
    Onderbreking,
    Verlenging,
    check_aanmelding,
    feiten_op,
    wordt_jaar,
    wpo,
)

VERZOCHT, OP = date(2026, 9, 14), date(2026, 10, 5)
FEITEN = Aanmeldingsfeiten(verzocht_op=VERZOCHT, ontvangen_op=VERZOCHT)


def _bezwaren(**anders: object) -> list[tuple[str, str, str]]:
    bezwaren = check_aanmelding(replace(FEITEN, **anders), peildatum=OP)
    return [(een.code, een.zin, str(een.vindplaats)) for een in bezwaren]


@pytest.mark.parametrize(
    "anders",
    [
        {},
        {"ontvangen_op": None},
        {"verzocht_op": OP, "ontvangen_op": OP},
        {"geboren_op": date(2023, 9, 14)},
        {"onderbrekingen": (Onderbreking(van=VERZOCHT, uiterlijk_op=VERZOCHT),)},
        {"onderbrekingen": (Onderbreking(van=OP, uiterlijk_op=date(2026, 10, 19)),)},
        {"onderbrekingen": (Onderbreking(van=VERZOCHT, aangevuld_op=VERZOCHT),)},
        {"ontvangen_op": None, "onderbrekingen": (Onderbreking(van=VERZOCHT),)},
    ],
)
def test_days_that_can_be_true_pass(anders: dict[str, object]) -> None:
    assert _bezwaren(**anders) == []


MORGEN = date(2026, 10, 6)
LID_6, LID_2, LID_4 = "WPO artikel 40 lid 6", "WPO artikel 40 lid 2", "WPO artikel 63 lid 4"


@pytest.mark.parametrize(
    ("anders", "bezwaar"),
    [
        (
            {"verzocht_op": MORGEN, "ontvangen_op": None},
            (
                "verzocht_toekomst",
                "Het verzoek is van 06-10-2026: die dag is nog niet geweest. Vul de dag in waarop het kwam.",
                LID_6,
            ),
        ),
        (
            {"ontvangen_op": MORGEN},
            (
                "ontvangen_toekomst",
                "De ontvangst is van 06-10-2026: die dag is nog niet geweest. Vul de dag in waarop het kwam.",
                LID_6,
            ),
        ),
        (
            {"ontvangen_op": date(2026, 9, 13)},
            (
                "ontvangen_voor_verzocht",
                (
                    "De school kan de aanmelding niet ontvangen (13-09-2026) voordat de ouders erom vroegen "
                    "(14-09-2026). Controleer beide dagen."
                ),
                LID_6,
            ),
        ),
        (
            {"geboren_op": date(2026, 9, 15)},
            (
                "voor_geboorte",
                (
                    "Deze aanmelding is van 14-09-2026, voor de geboorte van het kind (15-09-2026). Controleer beide "
                    "dagen."
                ),
                LID_2,
            ),
        ),
        (
            {"geboren_op": date(2026, 9, 14)},
            (
                "te_jong",
                (
                    "Een kind kan worden aangemeld vanaf de dag waarop het 3 wordt: 14-09-2029. Meld het dan aan, of "
                    "controleer de geboortedatum."
                ),
                LID_2,
            ),
        ),
        (
            {"geboren_op": date(2023, 9, 15), "ontvangen_op": None},
            (
                "te_jong",
                (
                    "Een kind kan worden aangemeld vanaf de dag waarop het 3 wordt: 15-09-2026. Meld het dan aan, of "
                    "controleer de geboortedatum."
                ),
                LID_2,
            ),
        ),
        (
            {"onderbrekingen": (Onderbreking(van=MORGEN),)},
            (
                "onderbreking_toekomst",
                "De vraag om aan te vullen is van 06-10-2026: die dag is nog niet geweest.",
                LID_4,
            ),
        ),
        (
            {"onderbrekingen": (Onderbreking(van=date(2026, 9, 13)),)},
            (
                "onderbreking_voor_ontvangst",
                (
                    "De school kan niet om aanvulling vragen (13-09-2026) voordat zij de aanmelding ontving "
                    "(14-09-2026). Controleer beide dagen."
                ),
                LID_4,
            ),
        ),
        (
            {"is_openbaar": True, "onderbrekingen": (Onderbreking(van=OP, aangevuld_op=date(2026, 10, 4)),)},
            (
                "onderbreking_andersom",
                (
                    "De aanmelding kan niet compleet zijn (04-10-2026) voordat om de aanvulling werd gevraagd "
                    "(05-10-2026). Controleer beide dagen."
                ),
                "Awb artikel 4:15 lid 1",
            ),
        ),
        (
            {"onderbrekingen": (Onderbreking(van=OP, uiterlijk_op=date(2026, 10, 4), aangevuld_op=OP),)},
            (
                "onderbreking_andersom",
                (
                    "De aanmelding kan niet compleet zijn (04-10-2026) voordat om de aanvulling werd gevraagd "
                    "(05-10-2026). Controleer beide dagen."
                ),
                LID_4,
            ),
        ),
    ],
)
def test_days_that_cannot_be_true_are_told(anders: dict[str, object], bezwaar: tuple[str, str, str]) -> None:
    assert _bezwaren(**anders) == [bezwaar]


def test_receipt_before_birth_counts_even_when_the_request_came_later() -> None:
    codes = [code for code, _zin, _waar in _bezwaren(geboren_op=VERZOCHT, ontvangen_op=date(2026, 9, 13))]

    assert codes == ["ontvangen_voor_verzocht", "voor_geboorte"]


def test_on_a_day_only_what_happened_by_then_is_known() -> None:
    later = Aanmeldingsfeiten(
        verzocht_op=VERZOCHT,
        ontvangen_op=OP,
        onderbrekingen=(Onderbreking(van=OP),),
        verlengd=Verlenging(op=OP, tot=OP, reden="Onderzoek."),
        besluit=Besluit(soort=Toelatingsbesluit.TOEGELATEN, op=OP),
        afwijking=Afwijking(op=OP, reden="Besproken."),
        ingetrokken_op=OP,
        bezwaar_op=OP,
        gehoord_op=OP,
        beslist_op=OP,
        is_alsnog_toegelaten=True,
        geschil_op=OP,
        oordeel_op=OP,
        reactie_op=OP,
    )

    assert feiten_op(later, OP) == later
    assert feiten_op(later, date(2026, 10, 4)) == Aanmeldingsfeiten(verzocht_op=VERZOCHT, ontvangen_op=None)
    assert feiten_op(FEITEN, date(2026, 10, 4)) == FEITEN


def test_every_day_of_a_fact_has_a_name_that_says_so() -> None:
    dagen = [veld.name for veld in fields(Aanmeldingsfeiten) if "date" in str(veld.type)]

    assert [naam for naam in dagen if not naam.endswith("_op")] == []


@pytest.mark.parametrize(
    ("uiterlijk", "aangevuld", "eind"),
    [
        (None, None, None),
        (date(2026, 10, 5), None, date(2026, 10, 5)),
        (date(2026, 10, 6), None, None),
        (date(2026, 10, 6), date(2026, 10, 5), date(2026, 10, 5)),
        (date(2026, 10, 2), date(2026, 10, 5), date(2026, 10, 2)),
        (None, date(2026, 10, 6), None),
    ],
)
def test_clock_runs_again_when_it_is_complete_or_the_term_is_over(
    uiterlijk: date | None, aangevuld: date | None, eind: date | None
) -> None:
    assert Onderbreking(van=VERZOCHT, uiterlijk_op=uiterlijk, aangevuld_op=aangevuld).eindigt_op(OP) == eind


@pytest.mark.parametrize(
    ("bereid", "ingetrokken", "is_bereid"),
    [
        (None, None, False),
        (OP, None, True),
        (MORGEN, None, False),
        (VERZOCHT, OP, False),
        (VERZOCHT, MORGEN, True),
        (None, MORGEN, False),
    ],
)
def test_school_is_willing_from_its_yes_until_it_takes_that_back(
    bereid: date | None,
    ingetrokken: date | None,
    is_bereid: bool,  # noqa: FBT001 -- a case
) -> None:
    school = Gevraagdeschool(naam="De Els", gevraagd_op=VERZOCHT, bereid_op=bereid, ingetrokken_op=ingetrokken)

    assert school.is_bereid(OP) is is_bereid


@pytest.mark.parametrize(
    ("heeft", "alleen_nt2", "is_zorgplichtig"),
    [(True, False, True), (True, True, False), (False, False, False), (None, False, False)],
)
def test_only_extra_support_makes_the_duty_of_care(
    heeft: bool | None,  # noqa: FBT001 -- a case
    alleen_nt2: bool,  # noqa: FBT001 -- a case
    is_zorgplichtig: bool,  # noqa: FBT001 -- a case
) -> None:
    feiten = replace(FEITEN, heeft_ondersteuning_nodig=heeft, is_alleen_nt2=alleen_nt2)

    assert feiten.is_zorgplichtig is is_zorgplichtig


def test_birthday_of_29_february_is_1_march_in_other_years() -> None:
    assert [wordt_jaar(date(2024, 2, 29), jaren) for jaren in (3, 4)] == [date(2027, 3, 1), date(2028, 2, 29)]


def test_article_of_the_law_has_its_address() -> None:
    assert (str(wpo("40 lid 4")), wpo("40 lid 4").adres) == (
        "WPO artikel 40 lid 4",
        "https://wetten.overheid.nl/BWBR0003420",
    )
