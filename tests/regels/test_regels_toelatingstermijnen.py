"""When a school decides on an application: each case with the day before, the day itself and the day after."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest

from passend.begrippen.toelating import Toelatingsbesluit
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Besluit, Onderbreking, Verlenging
from passend.regels.toelatingstermijnen import toelatingstermijnen, waarschuwingen
from passend.regels.verlengingspoort import check_verlenging

OP = date(2026, 9, 14)
FEITEN = Aanmeldingsfeiten(verzocht_op=OP, ontvangen_op=OP)
VERLENGD = Verlenging(op=date(2026, 10, 19), tot=date(2026, 11, 9), reden="Er is nog onderzoek nodig.")


def _datums(feiten: Aanmeldingsfeiten, peildatum: date = OP) -> dict[str, tuple[date, str]]:
    return {een.wat: (een.dag, str(een.vindplaats)) for een in toelatingstermijnen(feiten, peildatum=peildatum)}


def test_decision_is_due_six_weeks_after_receipt_and_placement_the_day_after_ten() -> None:
    assert _datums(FEITEN) == {
        "besluit": (date(2026, 10, 26), "WPO artikel 40 lid 6"),
        "verlenging_hooguit": (date(2026, 11, 23), "WPO artikel 40 lid 6"),
        "tijdelijke_plaatsing": (date(2026, 11, 24), "WPO artikel 40 lid 7"),
    }


def test_holiday_stops_nothing() -> None:
    zomer = Aanmeldingsfeiten(verzocht_op=date(2026, 7, 6), ontvangen_op=date(2026, 7, 6))

    assert [dag for dag, _waar in _datums(zomer).values()] == [
        date(2026, 8, 17),
        date(2026, 9, 14),
        date(2026, 9, 15),
    ]


def test_ten_weeks_count_from_the_request_and_six_from_receipt() -> None:
    datums = _datums(replace(FEITEN, ontvangen_op=date(2026, 9, 21)), date(2026, 9, 21))

    assert datums["besluit"][0] == date(2026, 11, 2)
    assert datums["tijdelijke_plaatsing"][0] == date(2026, 11, 24)


def test_extension_moves_the_decision_and_not_the_placement() -> None:
    assert _datums(replace(FEITEN, verlengd=VERLENGD), VERLENGD.op) == {
        "besluit": (date(2026, 11, 9), "WPO artikel 40 lid 6"),
        "tijdelijke_plaatsing": (date(2026, 11, 24), "WPO artikel 40 lid 7"),
    }


def test_incomplete_application_stops_the_clock_of_the_decision_only() -> None:
    tien_dagen = Onderbreking(van=date(2026, 9, 21), uiterlijk_op=date(2026, 10, 5), aangevuld_op=date(2026, 10, 1))
    datums = _datums(replace(FEITEN, onderbrekingen=(tien_dagen,)), date(2026, 10, 1))

    assert datums == {
        "besluit": (date(2026, 11, 5), "WPO artikel 40 lid 6"),
        "verlenging_hooguit": (date(2026, 12, 3), "WPO artikel 40 lid 6"),
        "niet_behandelen": (date(2026, 10, 29), "WPO artikel 63 lid 4"),
        "tijdelijke_plaatsing": (date(2026, 11, 24), "WPO artikel 40 lid 7"),
    }


def test_public_school_stops_its_clock_by_another_law() -> None:
    open_ = Onderbreking(van=date(2026, 9, 21))
    besluit = toelatingstermijnen(
        replace(FEITEN, is_openbaar=True, onderbrekingen=(open_,)), peildatum=date(2026, 9, 28)
    )[0]

    assert (besluit.dag, str(besluit.vindplaats), besluit.is_voorlopig) == (
        date(2026, 11, 2),
        "Awb artikel 4:15 lid 1",
        True,
    )


def test_child_at_another_school_gets_no_temporary_placement() -> None:
    assert "tijdelijke_plaatsing" not in _datums(replace(FEITEN, is_elders_ingeschreven=True))


@pytest.mark.parametrize(
    ("geboren", "vanaf"),
    [
        (date(2022, 11, 23), date(2026, 11, 24)),
        (date(2022, 11, 24), date(2026, 11, 24)),
        (date(2022, 11, 25), date(2026, 11, 25)),
    ],
)
def test_placement_is_never_before_the_fourth_birthday(geboren: date, vanaf: date) -> None:
    assert _datums(replace(FEITEN, geboren_op=geboren))["tijdelijke_plaatsing"][0] == vanaf


def test_child_that_seeks_asylum_is_admitted_after_six_weeks_and_nothing_is_extended() -> None:
    asiel = replace(FEITEN, is_asielzoeker=True, verlengd=VERLENGD)

    assert _datums(asiel, VERLENGD.op) == {
        "besluit": (date(2026, 10, 26), "WPO artikel 40 lid 15"),
        "toelating_van_rechtswege": (date(2026, 10, 27), "WPO artikel 40 lid 16"),
    }


def test_last_day_on_a_sunday_names_the_earlier_working_day_as_safe() -> None:
    zondag = replace(FEITEN, verzocht_op=date(2026, 9, 13), ontvangen_op=date(2026, 9, 13))
    _besluit, veilig, *_rest = toelatingstermijnen(zondag, peildatum=OP)

    assert (veilig.wat, veilig.dag, veilig.vindplaats.is_beleid) == ("besluit_veilig", date(2026, 10, 23), True)


def test_school_is_warned_on_the_agreed_days() -> None:
    assert {een.wat: (een.dag - OP).days for een in waarschuwingen(FEITEN, peildatum=OP)} == {
        f"waarschuwing_{dag}": dag for dag in (28, 35, 40, 42, 63, 70)
    }


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({}, []),
        ({"op": date(2026, 10, 26)}, []),
        ({"op": date(2026, 10, 27)}, ["verlengd_te_laat"]),
        ({"tot": date(2026, 11, 23)}, []),
        ({"tot": date(2026, 11, 24)}, ["verlengd_te_lang"]),
        ({"tot": date(2026, 10, 27)}, []),
        ({"tot": date(2026, 10, 26)}, ["verlengd_te_kort"]),
        ({"reden": " "}, ["reden"]),
        ({"op": date(2026, 9, 13)}, ["verlengd_voor_ontvangst"]),
    ],
)
def test_extension_is_in_time_and_not_too_long(anders: dict[str, date], code: list[str]) -> None:
    bezwaren = check_verlenging(FEITEN, replace(VERLENGD, **anders), peildatum=date(2026, 10, 27))

    assert [een.code for een in bezwaren] == code


def test_second_extension_is_refused() -> None:
    bezwaren = check_verlenging(replace(FEITEN, verlengd=VERLENGD), VERLENGD, peildatum=VERLENGD.op)

    assert [een.code for een in bezwaren] == ["al_verlengd"]


def test_extension_of_tomorrow_is_refused() -> None:
    bezwaren = check_verlenging(FEITEN, VERLENGD, peildatum=VERLENGD.op - timedelta(days=1))

    assert [een.code for een in bezwaren] == ["verlengd_toekomst"]


@pytest.mark.parametrize(
    ("feiten", "peildatum", "uitleg"),
    [
        (
            FEITEN,
            OP,
            [
                (
                    "De school beslist zo snel mogelijk, en uiterlijk op 26-10-2026: 6 weken na ontvangst van de "
                    "aanmelding. Vakanties tellen mee."
                ),
                (
                    "Heeft de school meer tijd nodig, dan vertelt zij dat uiterlijk op 26-10-2026, met de reden en "
                    "een zo vroeg mogelijke dag. Die dag is niet later dan 23-11-2026."
                ),
                (
                    "Is er na 10 weken geen besluit, dan mag het kind vanaf 24-11-2026 tijdelijk naar deze school, "
                    "zolang het niet op een andere school staat ingeschreven."
                ),
            ],
        ),
        (
            replace(FEITEN, verlengd=VERLENGD, is_elders_ingeschreven=True),
            VERLENGD.op,
            ["De school heeft meer tijd nodig en heeft dat verteld. Zij beslist uiterlijk op 09-11-2026."],
        ),
        (
            replace(FEITEN, onderbrekingen=(Onderbreking(van=OP, aangevuld_op=OP),), is_asielzoeker=True),
            OP,
            [
                (
                    "De school beslist zo snel mogelijk, en uiterlijk op 26-10-2026: 6 weken na ontvangst, zonder "
                    "de dagen waarop de aanmelding niet compleet was."
                ),
                (
                    "Is er nog steeds te weinig bekend, dan kan het bestuur tot en met 12-10-2026 laten weten dat "
                    "het de aanmelding niet behandelt."
                ),
                "Is er na 6 weken geen besluit, dan is het kind vanaf 27-10-2026 toegelaten.",
            ],
        ),
        (
            replace(FEITEN, onderbrekingen=(Onderbreking(van=OP),), is_elders_ingeschreven=True, is_asielzoeker=True),
            date(2026, 9, 19),
            [
                (
                    "De aanmelding is nog niet compleet. De klok staat stil sinds 14-09-2026. Is zij vandaag compleet, "
                    "dan beslist de school uiterlijk op 31-10-2026; elke dag later schuift die dag op."
                ),
                "31-10-2026 is geen werkdag. Beslis uiterlijk op 30-10-2026: dan bent u zeker op tijd.",
                "Is er na 6 weken geen besluit, dan is het kind vanaf 27-10-2026 toegelaten.",
            ],
        ),
        (
            replace(
                FEITEN,
                onderbrekingen=(Onderbreking(van=OP, uiterlijk_op=date(2026, 9, 28)),),
                is_elders_ingeschreven=True,
                is_asielzoeker=True,
            ),
            date(2026, 9, 19),
            [
                "De ouders geven uiterlijk op 28-09-2026 wat de school nog mist. Daarna loopt de klok weer.",
                (
                    "De aanmelding is nog niet compleet. De klok staat stil sinds 14-09-2026, tot zij compleet is en "
                    "hoogstens tot 28-09-2026. De school beslist daarom op zijn laatst op 09-11-2026, en eerder als "
                    "de aanmelding eerder compleet is."
                ),
                "Is er na 6 weken geen besluit, dan is het kind vanaf 27-10-2026 toegelaten.",
            ],
        ),
    ],
)
def test_every_date_tells_parents_and_school_what_it_means(
    feiten: Aanmeldingsfeiten, peildatum: date, uitleg: list[str]
) -> None:
    termijnen = toelatingstermijnen(feiten, peildatum=peildatum)

    assert [een.uitleg for een in termijnen] == uitleg


def test_dates_are_provisional_while_the_clock_stands_still() -> None:
    open_ = replace(FEITEN, onderbrekingen=(Onderbreking(van=OP, uiterlijk_op=date(2026, 9, 28)),))

    def voorlopig(peildatum: date) -> list[tuple[str, date, bool]]:
        return [(een.wat, een.dag, een.is_voorlopig) for een in toelatingstermijnen(open_, peildatum=peildatum)]

    assert voorlopig(OP) == voorlopig(date(2026, 9, 27))
    assert voorlopig(date(2026, 9, 27)) == [
        ("aanvullen", date(2026, 9, 28), False),
        ("besluit", date(2026, 11, 9), True),
        ("verlenging_hooguit", date(2026, 12, 7), True),
        ("tijdelijke_plaatsing", date(2026, 11, 24), False),
    ]
    assert voorlopig(date(2026, 9, 28)) == [
        ("aanvullen", date(2026, 9, 28), False),
        ("besluit", date(2026, 11, 9), False),
        ("verlenging_hooguit", date(2026, 12, 7), False),
        ("niet_behandelen", date(2026, 10, 26), False),
        ("tijdelijke_plaatsing", date(2026, 11, 24), False),
    ]
    assert "aanvullen" not in {wat for wat, _dag, _is in voorlopig(date(2026, 9, 29))}


def test_parents_have_until_the_last_day_of_the_requests_they_did_not_answer() -> None:
    vragen = (
        Onderbreking(van=OP, uiterlijk_op=date(2026, 9, 28), aangevuld_op=date(2026, 9, 20)),
        Onderbreking(van=date(2026, 9, 21), uiterlijk_op=date(2026, 10, 1)),
        Onderbreking(van=date(2026, 9, 22), uiterlijk_op=date(2026, 10, 5)),
    )
    feiten = replace(FEITEN, onderbrekingen=vragen)

    def ouders(dag: date) -> date | None:
        return _datums(feiten, dag).get("aanvullen", (None,))[0]

    assert [ouders(date(2026, 9, dag)) for dag in (13, 19, 20, 21, 22)] == [
        None,
        date(2026, 9, 28),
        None,
        date(2026, 10, 1),
        date(2026, 10, 5),
    ]


def test_application_that_is_not_received_has_a_placement_only() -> None:
    concept = replace(FEITEN, ontvangen_op=None)

    assert list(_datums(concept)) == ["tijdelijke_plaatsing"]
    assert waarschuwingen(concept, peildatum=OP) == ()
    assert [een.code for een in check_verlenging(concept, VERLENGD, peildatum=VERLENGD.op)] == ["niet_ontvangen"]


@pytest.mark.parametrize(
    ("onderbrekingen", "besluit"),
    [
        ([(14, 21)], date(2026, 11, 2)),
        ([(14, 14)], date(2026, 10, 26)),
        ([(14, 21), (21, 28)], date(2026, 11, 9)),
        ([(21, 28), (14, 21)], date(2026, 11, 9)),
        ([(14, 28), (15, 20)], date(2026, 11, 9)),
        ([(14, 16), (20, 22)], date(2026, 10, 30)),
    ],
)
def test_each_day_of_standing_still_counts_once(onderbrekingen: list[tuple[int, int]], besluit: date) -> None:
    stil = tuple(Onderbreking(van=date(2026, 9, van), aangevuld_op=date(2026, 9, tot)) for van, tot in onderbrekingen)

    assert _datums(replace(FEITEN, onderbrekingen=stil), date(2026, 10, 5))["besluit"][0] == besluit


@pytest.mark.parametrize(
    ("van", "besluit"),
    [(date(2026, 10, 26), date(2026, 11, 2)), (date(2026, 10, 27), date(2026, 10, 26))],
)
def test_clock_can_be_stopped_until_the_term_is_over(van: date, besluit: date) -> None:
    stil = Onderbreking(van=van, aangevuld_op=van + timedelta(days=7))

    assert _datums(replace(FEITEN, onderbrekingen=(stil,)), date(2026, 12, 1))["besluit"][0] == besluit


@pytest.mark.parametrize(
    ("op", "van", "besluit"),
    [
        (19, date(2026, 10, 19), date(2026, 11, 9)),  # stopped by then: the date that was named holds
        (19, date(2026, 10, 20), date(2026, 11, 16)),
        (19, date(2026, 11, 9), date(2026, 11, 16)),
        (19, date(2026, 11, 10), date(2026, 11, 9)),
        (27, date(2026, 11, 1), date(2026, 10, 26)),  # told too late: no extension at all
        (26, date(2026, 11, 1), date(2026, 11, 16)),
    ],
)
def test_clock_can_be_stopped_after_an_extension_too(op: int, van: date, besluit: date) -> None:
    stil = Onderbreking(van=van, aangevuld_op=van + timedelta(days=7))
    verlengd = replace(VERLENGD, op=date(2026, 10, op))

    datums = _datums(replace(FEITEN, onderbrekingen=(stil,), verlengd=verlengd), date(2026, 12, 1))

    assert datums["besluit"][0] == besluit


def test_parents_who_are_asked_again_after_an_extension_stop_the_clock_again() -> None:
    weken = [date(2026, 9, 14), date(2026, 9, 21), date(2026, 9, 28)]
    stil = tuple(Onderbreking(van=van, aangevuld_op=tot) for van, tot in itertools.pairwise(weken))

    datums = _datums(replace(FEITEN, onderbrekingen=stil, verlengd=replace(VERLENGD, op=date(2026, 9, 18))), weken[-1])

    assert datums["besluit"][0] == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("op", "tot", "besluit"),
    [
        (date(2026, 9, 14), date(2026, 11, 9), date(2026, 11, 9)),
        (date(2026, 9, 13), date(2026, 11, 9), date(2026, 10, 26)),
        (date(2026, 10, 26), date(2026, 10, 27), date(2026, 10, 27)),
        (date(2026, 10, 26), date(2026, 10, 26), date(2026, 10, 26)),
        (date(2026, 10, 26), date(2026, 12, 1), date(2026, 11, 23)),
    ],
)
def test_extension_that_the_law_does_not_allow_does_not_count(op: date, tot: date, besluit: date) -> None:
    datums = _datums(replace(FEITEN, verlengd=Verlenging(op=op, tot=tot, reden="Onderzoek.")), date(2026, 12, 1))

    assert datums["besluit"][0] == besluit
    assert ("verlenging_hooguit" in datums) is (besluit == date(2026, 10, 26))


@pytest.mark.parametrize(
    ("feiten", "dagen"),
    [
        (replace(FEITEN, is_elders_ingeschreven=True), {28: 28, 35: 35, 40: 40, 42: 42}),
        (
            replace(FEITEN, is_elders_ingeschreven=True, verlengd=VERLENGD),
            {28: 28, 35: 35, 40: 40, 42: 42, 63: 63, 70: 70},
        ),
        (
            replace(FEITEN, onderbrekingen=(Onderbreking(van=OP, aangevuld_op=date(2026, 9, 21)),)),
            {28: 35, 35: 42, 40: 47, 42: 49, 63: 63, 70: 70},
        ),
        (
            replace(FEITEN, ontvangen_op=date(2026, 9, 16)),
            {28: 30, 35: 37, 40: 42, 42: 44, 63: 63, 70: 70},
        ),
    ],
)
def test_warnings_move_with_the_clock_they_are_of(feiten: Aanmeldingsfeiten, dagen: dict[int, int]) -> None:
    gegeven = waarschuwingen(feiten, peildatum=date(2026, 10, 19))

    assert {een.wat: (een.dag - OP).days for een in gegeven} == {f"waarschuwing_{dag}": op for dag, op in dagen.items()}
    assert all(een.vindplaats.is_beleid for een in gegeven)


def test_warning_says_which_day_it_is_about() -> None:
    van_besluit, *_midden, van_plaatsing = waarschuwingen(FEITEN, peildatum=OP)
    verlengd = waarschuwingen(
        replace(FEITEN, is_elders_ingeschreven=True, verlengd=VERLENGD), peildatum=date(2026, 10, 19)
    )

    assert van_besluit.uitleg == "Dag 28: er is nog geen besluit. Het gaat om 26-10-2026."
    assert van_plaatsing.uitleg == "Dag 70: er is nog geen besluit. Het gaat om 24-11-2026."
    assert [een.uitleg[-11:] for een in verlengd] == ["09-11-2026."] * 6


BESLIST = date(2026, 11, 1)
VERLENGZINNEN = {
    "al_verlengd": "De termijn is al een keer verlengd, tot 09-11-2026. Dat mag maar één keer: beslis voor die dag.",
    "al_besloten": "Er is al een besluit. Dan valt er niets meer te verlengen.",
    "reden": "Schrijf voor de ouders op waarom de school meer tijd nodig heeft.",
    "verlengd_toekomst": "De ouders horen het op 28-10-2026: die dag is nog niet geweest. Vul de dag in waarop u "
    "het hun vertelde.",
    "verlengd_te_laat": "Verlengen kon tot en met 26-10-2026, het einde van de eerste termijn. Dat is te laat: "
    "beslis nu zo snel mogelijk.",
    "verlengd_te_lang": "Verlengen mag tot en met 23-11-2026. Kies de vroegste dag waarop het besluit er kan zijn, "
    "en niet later dan die dag.",
}


def test_everything_that_is_wrong_with_an_extension_is_told_at_once() -> None:
    besloten = replace(
        FEITEN, verlengd=VERLENGD, besluit=Besluit(soort=Toelatingsbesluit.TOEGELATEN, op=date(2026, 10, 26))
    )
    verkeerd = Verlenging(op=date(2026, 10, 28), tot=date(2026, 12, 1), reden="")

    bezwaren = check_verlenging(besloten, verkeerd, peildatum=date(2026, 10, 27))

    assert {een.code: een.zin for een in bezwaren} == VERLENGZINNEN
    assert {str(een.vindplaats) for een in bezwaren} == {"WPO artikel 40 lid 6"}


def test_other_sentences_of_an_extension_say_what_to_do() -> None:
    zinnen = [
        [(een.code, str(een.vindplaats), een.zin) for een in check_verlenging(feiten, verlenging, peildatum=BESLIST)]
        for feiten, verlenging in (
            (replace(FEITEN, ontvangen_op=None), VERLENGD),
            (replace(FEITEN, is_asielzoeker=True), VERLENGD),
            (FEITEN, replace(VERLENGD, op=date(2026, 9, 13))),
            (FEITEN, replace(VERLENGD, tot=date(2026, 10, 26))),
        )
    ]

    assert zinnen == [
        [(code, f"WPO artikel 40 {lid}", zin)]
        for code, lid, zin in (
            (
                "niet_ontvangen",
                "lid 6",
                "De school heeft deze aanmelding nog niet ontvangen. Vul eerst in op welke dag dat was.",
            ),
            (
                "asielzoeker",
                "lid 15",
                "Voor een kind dat asiel zoekt mag de termijn niet langer. Beslis binnen de eerste termijn.",
            ),
            (
                "verlengd_voor_ontvangst",
                "lid 6",
                "De verlenging (13-09-2026) kan niet voor de ontvangst liggen (14-09-2026). Controleer beide dagen.",
            ),
            (
                "verlengd_te_kort",
                "lid 6",
                "De eerste termijn loopt al tot en met 26-10-2026. Kies een dag daarna, of verleng niet.",
            ),
        )
    ]


def test_extension_looks_at_what_is_known_on_the_day_it_is_asked() -> None:
    stil = replace(FEITEN, onderbrekingen=(Onderbreking(van=OP, aangevuld_op=date(2026, 9, 21)),))
    verlenging = Verlenging(op=date(2026, 11, 2), tot=date(2026, 11, 30), reden="Onderzoek.")

    assert check_verlenging(stil, verlenging, peildatum=date(2026, 11, 2)) == ()
    assert check_verlenging(FEITEN, replace(VERLENGD, op=OP), peildatum=OP) == ()
