"""What a file changes about the pupils of a school, as an intern begeleider would check it by hand."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from tests.factories.opgave import opgave_van

from passend.begrippen.opgave import Leerkrachtopgave, Leerlingopgave, Ouderopgave, Weigering, bij_vestiging
from passend.regels.herkenning import platte_tekst, sleutelkern
from passend.regels.leerlinginvoer import (
    TWIJFEL_NAAM,
    TWIJFEL_NULLEN,
    Bekendeleerling,
    Nieuw,
    Verdwenen,
    Vergelijking,
    Verschil,
    Wijziging,
    laat_weg,
    vergelijk,
)
from passend.regels.opgavecontrole import check_bestand, check_opgave
from passend.regels.ouderinvoer import Bekendeouder, Ouderverschil

NU, SINDS, GEBOREN = date(2026, 10, 12), date(2024, 8, 1), date(2018, 3, 14)
PIP = Leerlingopgave(12, "L1", "Pip", "Duinmans", GEBOREN, SINDS, None, "5")
OT = Leerlingopgave(20, "L2", "Ot", "Helm", date(2017, 5, 6), SINDS, None, "6")
PIP_BEKEND = Bekendeleerling(
    pk=1,
    sleutel=UUID(int=1),
    administratiesleutel="L1",
    voornaam="Pip",
    achternaam="Duinmans",
    geboren_op=GEBOREN,
    ingeschreven_op=SINDS,
    groep="5",
)
ZONDER_SLEUTEL = replace(PIP_BEKEND, administratiesleutel="")


def _kijk(*leerlingen: Leerlingopgave, bekend: tuple[Bekendeleerling, ...] = ()) -> Vergelijking:
    return vergelijk(opgave_van(*leerlingen), bekend, groepen=("5", "6"), peildatum=NU)


def _reden(een: Leerlingopgave, *bekend: Bekendeleerling) -> str:
    geweigerd = _kijk(een, bekend=bekend).geweigerd
    assert [weigering.regel for weigering in geweigerd] == [een.regel]
    return geweigerd[0].reden


def test_pupil_who_is_new_at_a_school_with_others_raises_no_doubt() -> None:
    assert _kijk(PIP, OT, bekend=(PIP_BEKEND,)).nieuw == [Nieuw(OT)]


def test_pupil_who_is_not_known_is_new() -> None:
    assert _kijk(PIP) == Vergelijking(nieuw=[Nieuw(PIP)])


def test_pupil_of_whom_everything_is_the_same_is_unchanged() -> None:
    assert _kijk(PIP, bekend=(PIP_BEKEND,)) == Vergelijking(ongewijzigd=[PIP_BEKEND])


def test_each_difference_of_a_pupil_who_is_known_by_key_is_told() -> None:
    anders = PIP._replace(voornaam="Pippa", achternaam="Duin", ingeschreven_op=date(2024, 9, 1), groep="6")

    assert _kijk(anders, bekend=(PIP_BEKEND,)).gewijzigd == [
        Wijziging(
            anders,
            PIP_BEKEND,
            (
                Verschil("voornaam", "Pip", "Pippa"),
                Verschil("achternaam", "Duinmans", "Duin"),
                Verschil("ingeschreven_op", SINDS, date(2024, 9, 1)),
                Verschil("groep", "5", "6"),
            ),
            (),
        )
    ]


def test_birth_day_that_was_typed_wrong_is_a_difference_as_long_as_the_name_is_the_same() -> None:
    anders = PIP._replace(geboren_op=date(2018, 3, 15))

    verschil = _kijk(anders, bekend=(PIP_BEKEND,)).gewijzigd[0].verschillen
    assert verschil == (Verschil("geboren_op", GEBOREN, date(2018, 3, 15)),)


def test_pupil_without_a_key_is_found_by_name_and_birth_day_with_a_doubt_and_gets_the_key() -> None:
    zoe = replace(ZONDER_SLEUTEL, voornaam="Zoë")
    uit = _kijk(PIP._replace(voornaam="zoe"), bekend=(zoe,))

    assert uit.gewijzigd[0].twijfels == (TWIJFEL_NAAM,)
    assert uit.gewijzigd[0].verschillen[-1] == Verschil("administratiesleutel", "", "L1")


def test_pupil_whose_key_lost_the_zeros_before_it_is_the_same_with_a_doubt() -> None:
    bekend = replace(PIP_BEKEND, administratiesleutel="02101")
    ander = replace(bekend, pk=2, administratiesleutel="002101")

    (uit,) = _kijk(PIP._replace(sleutel="2101", groep="6"), bekend=(bekend,)).gewijzigd
    gelijk = _kijk(PIP._replace(sleutel="2101"), bekend=(bekend,))
    twee = _kijk(PIP._replace(sleutel="2101"), bekend=(bekend, ander))
    iemand = _kijk(PIP._replace(sleutel="2101", voornaam="Bo", geboren_op=date(2019, 1, 1)), bekend=(bekend,))

    anders_geboren = _kijk(PIP._replace(sleutel="2101", geboren_op=date(2018, 3, 15)), bekend=(bekend,))
    anders_geheten = _kijk(PIP._replace(sleutel="2101", voornaam="Pippa", achternaam="Duin"), bekend=(bekend,))

    assert (len(anders_geboren.gewijzigd), len(anders_geheten.gewijzigd)) == (1, 1)
    assert [sleutelkern(een) for een in ("L02", "x02", "²0", "0020X")] == ["", "", "", ""]
    assert (uit.verschillen, uit.twijfels) == ((Verschil("groep", "5", "6"),), (TWIJFEL_NULLEN,))
    assert (gelijk.ongewijzigd, gelijk.verdwenen) == ([bekend], [])
    assert (len(twee.nieuw), len(iemand.nieuw)) == (1, 1)


def test_difference_of_a_pupil_who_has_no_key_anywhere_is_told_with_a_doubt() -> None:
    (uit,) = _kijk(PIP._replace(sleutel="", groep="6"), bekend=(ZONDER_SLEUTEL,)).gewijzigd

    assert (uit.verschillen, uit.twijfels) == ((Verschil("groep", "5", "6"),), (TWIJFEL_NAAM,))


def test_file_without_keys_finds_pupils_by_name_and_changes_nothing_when_all_is_the_same() -> None:
    assert _kijk(PIP._replace(sleutel=""), bekend=(PIP_BEKEND,)).ongewijzigd == [PIP_BEKEND]


def test_pupil_with_the_name_of_another_and_a_key_of_its_own_is_another_pupil() -> None:
    uit = _kijk(PIP, PIP._replace(regel=13, sleutel="L9", voornaam="Pim"), bekend=(PIP_BEKEND,))

    assert uit.ongewijzigd == [PIP_BEKEND]
    assert [een.opgave.voornaam for een in uit.nieuw] == ["Pim"]
    assert uit.nieuw[0].twijfels == (
        "Er is al een leerling met deze achternaam en geboortedag. Is dit een ander kind?",
    )


def test_file_that_is_silent_about_group_first_day_and_parents_changes_none_of_them() -> None:
    met_ouder = replace(PIP_BEKEND, ouders=(Bekendeouder(pk=1, naam="An", email="", heeft_gezag=True),))
    stil = PIP._replace(groep=None, ingeschreven_op=None, ouders=None)

    assert _kijk(stil, bekend=(met_ouder,)).ongewijzigd == [met_ouder]


def test_new_pupils_without_a_first_day_are_counted() -> None:
    zonder = [een._replace(ingeschreven_op=None) for een in (PIP, OT)]

    assert _kijk(*zonder, PIP._replace(regel=30, sleutel="L3", voornaam="Pim")).zonder_eerste_dag == 2


def test_pupil_who_is_not_in_the_file_is_gone_and_who_left_before_is_not() -> None:
    weg = replace(PIP_BEKEND, pk=2, administratiesleutel="L8", uitgeschreven_op=date(2025, 7, 31))

    assert _kijk(OT, bekend=(PIP_BEKEND, weg)).verdwenen == [Verdwenen(PIP_BEKEND)]


def test_pupil_who_is_in_the_file_does_not_hide_the_next_who_is_not() -> None:
    ot = replace(PIP_BEKEND, pk=2, administratiesleutel="L2", voornaam="Ot", achternaam="Helm")

    assert _kijk(PIP, bekend=(PIP_BEKEND, ot)).verdwenen == [Verdwenen(ot)]


def test_what_is_refused_is_told_by_line_with_whom_it_is_about() -> None:
    opgave = opgave_van(
        PIP._replace(achternaam="D" * 121), weigeringen=[Weigering(30, "Ot", "Fout"), Weigering(3, "An", "Fout")]
    )

    assert vergelijk(opgave, (), peildatum=NU).geweigerd == [
        Weigering(3, "An", "Fout"),
        Weigering(
            12,
            f"Pip {'D' * 121}",
            "De achternaam is langer dan 120 tekens. Maak hem korter in uw administratie.",
            "L1",
        ),
        Weigering(30, "Ot", "Fout"),
    ]


def test_pupil_whose_line_was_refused_is_not_gone() -> None:
    op_sleutel = opgave_van(OT, weigeringen=[Weigering(12, "Wie dan ook", "Fout", "L1")])
    op_naam = opgave_van(OT, weigeringen=[Weigering(12, "pip duinmans", "Fout")])

    for opgave in (op_sleutel, op_naam):
        assert vergelijk(opgave, (PIP_BEKEND,), peildatum=NU).verdwenen == []


def test_pupil_of_whom_the_file_says_that_they_left_is_gone_from_that_day() -> None:
    weg = PIP._replace(uitgeschreven_op=date(2026, 9, 30))

    assert _kijk(weg, bekend=(PIP_BEKEND,)).verdwenen == [Verdwenen(PIP_BEKEND, date(2026, 9, 30))]
    assert _kijk(PIP._replace(uitgeschreven_op=NU), bekend=(PIP_BEKEND,)).verdwenen == [Verdwenen(PIP_BEKEND, NU)]
    assert _kijk(PIP._replace(uitgeschreven_op=date(2027, 7, 31)), bekend=(PIP_BEKEND,)).verdwenen == []


def test_last_day_before_the_first_day_that_is_known_is_refused_and_not_moved() -> None:
    zonder_begin = PIP._replace(ingeschreven_op=None, uitgeschreven_op=date(2024, 7, 31))

    assert _reden(zonder_begin, PIP_BEKEND) == (
        "De laatste schooldag ligt voor de eerste schooldag die in Passend staat, 01-08-2024. Kijk de twee datums na."
    )
    assert _kijk(zonder_begin._replace(uitgeschreven_op=SINDS), bekend=(PIP_BEKEND,)).geweigerd == []


@pytest.mark.parametrize(
    ("feiten", "jaren"),
    [
        ({"geboren_op": date(2026, 10, 11), "ingeschreven_op": NU}, 0),
        ({"geboren_op": date(2023, 10, 13), "ingeschreven_op": NU}, 2),
        ({"geboren_op": date(2023, 10, 13), "ingeschreven_op": date(2026, 10, 13)}, None),
        ({"geboren_op": date(2012, 10, 12)}, None),
        ({"geboren_op": date(2011, 10, 12)}, 15),
        ({"geboren_op": date(2011, 10, 12), "groep": "Groep 5"}, 15),
        ({"geboren_op": date(2011, 10, 12), "groep": "VSO 3"}, None),
        ({"geboren_op": date(1997, 1, 1), "groep": None}, 29),
    ],
)
def test_age_that_no_pupil_has_on_the_first_day_is_a_doubt(feiten: dict[str, Any], jaren: int | None) -> None:
    (nieuw,) = _kijk(PIP._replace(**feiten)).nieuw

    assert nieuw.twijfels == (() if jaren is None else (f"Deze leerling is {jaren} jaar. Klopt de geboortedatum?",))


def test_pupil_who_left_here_and_there_is_unchanged() -> None:
    weg = replace(PIP_BEKEND, uitgeschreven_op=date(2026, 9, 30))

    assert _kijk(PIP._replace(uitgeschreven_op=date(2026, 9, 30)), bekend=(weg,)).ongewijzigd == [weg]


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"geboren_op": date(2026, 10, 13)}, "De geboortedatum moet nog komen."),
        ({"geboren_op": date(1995, 1, 1)}, "De geboortedatum is te lang geleden."),
        ({"ingeschreven_op": date(2018, 3, 13)}, "De eerste schooldag ligt voor de geboorte."),
        ({"ingeschreven_op": date(2027, 10, 14)}, "De eerste schooldag ligt meer dan een jaar vooruit."),
        ({"uitgeschreven_op": date(2024, 7, 31)}, "De laatste schooldag ligt voor de eerste."),
        ({"ingeschreven_op": None, "uitgeschreven_op": date(2018, 3, 13)}, "De laatste schooldag ligt voor de eerste."),
        ({"voornaam": ""}, "De naam is niet heel."),
        ({"voornaam": "P" * 81}, "De voornaam is langer dan 80 tekens."),
        ({"achternaam": "D" * 121}, "De achternaam is langer dan 120 tekens."),
        ({"groep": "5" * 41}, "De naam van de groep is langer dan 40 tekens."),
        ({"sleutel": "L" * 257}, "De sleutel is langer dan 256 tekens."),
        ({"uitgeschreven_op": date(2026, 10, 12)}, "Deze leerling is al van school"),
    ],
)
def test_line_that_cannot_be_is_refused_with_the_reason(anders: dict[str, object], reden: str) -> None:
    assert _reden(PIP._replace(**anders)).startswith(reden)


@pytest.mark.parametrize("geboren_op", [NU, date(1996, 1, 1)], ids=["today", "thirty years ago"])
def test_pupil_born_on_a_day_that_just_can_be_is_no_fault_of_the_rule(geboren_op: date) -> None:
    assert check_opgave(PIP._replace(geboren_op=geboren_op, ingeschreven_op=NU), peildatum=NU) is None


def test_first_word_that_is_too_long_is_the_one_that_is_named() -> None:
    lang = PIP._replace(voornaam="P" * 80, achternaam="D" * 121, groep="5" * 41)

    assert check_opgave(lang, peildatum=NU) == (
        "De achternaam is langer dan 120 tekens. Maak hem korter in uw administratie."
    )


def test_pupil_twice_in_one_file_is_refused_the_second_time_with_the_line_of_the_first() -> None:
    op_sleutel = _kijk(PIP, PIP._replace(regel=30, voornaam="PIP", groep=None))
    op_naam = _kijk(PIP._replace(sleutel=""), PIP._replace(sleutel="", regel=30))

    for uit in (op_sleutel, op_naam):
        assert [een.opgave.regel for een in uit.nieuw] == [12]
        assert [(een.regel, een.reden.split(". ")[0]) for een in uit.geweigerd] == [
            (30, "Deze leerling staat twee keer in het bestand, ook op regel 12")
        ]


def test_pupil_who_left_this_school_is_refused_and_not_taken_in_again_in_silence() -> None:
    weg, vandaag, morgen = (
        replace(PIP_BEKEND, uitgeschreven_op=dag) for dag in (date(2026, 7, 31), NU, date(2026, 10, 13))
    )

    assert _reden(PIP, weg) == (
        "Deze leerling is in Passend uitgeschreven op 31-07-2026. Kijk na of dat klopt, en schrijf de leerling dan "
        "opnieuw in."
    )
    assert _reden(PIP, vandaag).startswith("Deze leerling is in Passend uitgeschreven op 12-10-2026.")
    assert _kijk(PIP, bekend=(morgen,)).ongewijzigd == [morgen]


def test_key_that_belongs_to_somebody_else_is_refused() -> None:
    ander = PIP._replace(voornaam="Ot", achternaam="Helm", geboren_op=date(2017, 5, 6))

    assert _reden(ander, PIP_BEKEND).startswith("Dit leerlingnummer hoort in Passend bij Pip Duinmans.")


def test_two_pupils_of_one_name_and_day_are_not_chosen_between() -> None:
    twee = replace(ZONDER_SLEUTEL, pk=2, sleutel=UUID(int=2))

    assert _reden(PIP, ZONDER_SLEUTEL, twee) == (
        "Twee leerlingen in Passend heten zo en zijn dan geboren. Staat een kind er dubbel in? Geef het dubbele "
        "dossier dan een andere voornaam, en lees opnieuw in."
    )


def test_groups_that_are_not_there_yet_are_named_once_and_those_that_are_in_other_capitals_are_the_same() -> None:
    uit = vergelijk(
        opgave_van(PIP._replace(groep="5a"), OT._replace(groep="6B"), groepen=("6b", "7")),
        (),
        groepen=("5A",),
        peildatum=NU,
    )

    assert uit.nieuwe_groepen == ["6b", "7"]


def test_new_parent_of_whom_authority_is_not_said_gets_none_with_a_doubt() -> None:
    an = Ouderopgave(naam="An Duinmans", email="an@duin.example")
    uit = _kijk(PIP._replace(ouders=(an,)), bekend=(PIP_BEKEND,)).gewijzigd[0]

    twijfel = "Het bestand zegt niet of An Duinmans gezag heeft. Passend noteert: geen gezag."
    assert uit.ouders == (
        Ouderverschil(naam="An Duinmans", email="an@duin.example", heeft_gezag=False, twijfels=(twijfel,)),
    )
    assert uit.twijfels == (twijfel,)
    assert _kijk(PIP._replace(ouders=(an,))).nieuw[0].twijfels == (twijfel,)


def test_authority_and_address_that_are_otherwise_are_told_and_a_parent_who_is_not_named_stays() -> None:
    an = Bekendeouder(pk=1, naam="An Duinmans", email="an@duin.example", heeft_gezag=True)
    bo = Bekendeouder(pk=2, naam="Bo Duinmans", email="bo@duin.example", heeft_gezag=True)
    bekend = replace(PIP_BEKEND, ouders=(an, bo))
    opgave = Ouderopgave(naam="an duinmans", email="an@zee.example", heeft_gezag=False)

    uit = _kijk(PIP._replace(ouders=(opgave,)), bekend=(bekend,)).gewijzigd[0]

    assert [(een.email, een.heeft_gezag, een.was) for een in uit.ouders] == [("an@zee.example", False, an)]
    assert uit.twijfels == (
        "An Duinmans verliest het gezag, en mag het dossier dan niet meer zien. Klopt dat?",
        "An Duinmans krijgt een ander e-mailadres. Klopt dat?",
    )


def test_new_parent_with_the_address_of_another_is_a_doubt() -> None:
    an = Bekendeouder(pk=1, naam="An Duinmans", email="thuis@duin.example", heeft_gezag=True)
    opgave = Ouderopgave(naam="A. Duinmans", email="Thuis@duin.example", heeft_gezag=True)

    uit = _kijk(PIP._replace(ouders=(opgave,)), bekend=(replace(PIP_BEKEND, ouders=(an,)),)).gewijzigd[0]

    assert uit.twijfels == ("Het e-mailadres van A. Duinmans hoort al bij een andere ouder. Is het dezelfde?",)


@pytest.mark.parametrize(
    ("schooljaar", "brin", "zin"),
    [
        ("2026-2027", "99AA00", None),
        ("2027-2028", "99AA00", None),
        ("", "", None),
        (
            "2025-2026",
            "99AA00",
            (
                "Dit bestand is van schooljaar 2025-2026, en het is nu 2026-2027. De groepen zouden niet kloppen. "
                "Maak een nieuw bestand in uw administratie."
            ),
        ),
        ("2026-2027", "99aa", None),
        (
            "2026-2027",
            "99ZZ00",
            "Dit bestand is van school 99ZZ, en u leest in voor school 99AA. Kies het goede bestand.",
        ),
    ],
)
def test_file_of_another_school_or_of_a_year_that_is_over_is_refused_whole(
    schooljaar: str, brin: str, zin: str | None
) -> None:
    assert check_bestand(opgave_van(PIP, schooljaar=schooljaar, brin=brin), brin="99AA", peildatum=NU) == zin


def test_list_in_which_hardly_anybody_of_the_school_is_looks_like_one_of_another_school() -> None:
    school = tuple(replace(PIP_BEKEND, pk=nummer, administratiesleutel=f"L{nummer}") for nummer in range(1, 11))
    vreemd = [OT._replace(regel=nummer, sleutel=f"X{nummer}", voornaam=f"Ot{nummer}") for nummer in range(2, 12)]

    def kijk(bekend: tuple[Bekendeleerling, ...], *regels: Leerlingopgave) -> bool:
        return vergelijk(opgave_van(*regels), bekend, peildatum=NU).is_vreemd

    assert kijk(school, *vreemd)
    assert kijk(school, PIP, *vreemd)
    assert kijk(school[:5], *vreemd)
    assert not kijk(school[:4], *vreemd)
    assert not kijk(school, PIP, *vreemd[:4])
    assert not kijk(school, PIP, PIP._replace(regel=30, sleutel="L2", voornaam="Pim"), *vreemd)
    assert not kijk(school, PIP, vreemd[0])
    assert not kijk(school, PIP)
    assert not vergelijk(opgave_van(*vreemd, brin="99AA"), school, peildatum=NU).is_vreemd


def test_file_of_more_sites_gives_the_pupils_of_one_and_who_is_at_none() -> None:
    hier, daar = PIP._replace(vestiging="A"), OT._replace(vestiging="B")
    los = PIP._replace(regel=40)
    juf = Leerkrachtopgave(9, "Bo", "bo@duin.example", ("5", "6", "7"))

    uit = bij_vestiging(opgave_van(hier, daar, los, groepen=("5", "6", "7"), leerkrachten=[juf]), "A")

    assert (uit.leerlingen, uit.groepen) == ([hier, los], ("5",))
    assert [een.groepen for een in uit.leerkrachten] == [("5", "7")]


def test_new_pupils_without_a_group_are_counted() -> None:
    assert _kijk(PIP, OT._replace(groep=None)).zonder_groep == 1


def test_mark_of_an_outcome_stays_while_nothing_changes_and_is_another_when_something_does() -> None:
    eerst = _kijk(PIP, OT)

    assert len(eerst.kenmerk) == 16
    assert eerst.kenmerk == _kijk(PIP, OT).kenmerk
    assert eerst.kenmerk != _kijk(PIP, OT, bekend=(PIP_BEKEND,)).kenmerk
    assert _kijk(PIP, bekend=(PIP_BEKEND,)).kenmerk != _kijk(PIP, bekend=(replace(PIP_BEKEND, groep=""),)).kenmerk


def test_outcome_in_which_nothing_happens_is_empty() -> None:
    assert _kijk(PIP, bekend=(PIP_BEKEND,)).is_leeg
    assert not _kijk(PIP).is_leeg
    assert not _kijk(PIP._replace(groep="6"), bekend=(PIP_BEKEND,)).is_leeg
    assert not _kijk(bekend=(PIP_BEKEND,)).is_leeg
    assert not vergelijk(opgave_van(groepen=("7",)), (), peildatum=NU).is_leeg


@pytest.mark.parametrize(
    ("tekst", "plat"),
    [(" Zoë  van 't Hof ", "zoe van 't hof"), ("DE WIT", "de wit"), ("Weiß", "weiss"), ("", "")],
)
def test_words_are_compared_without_accents_capitals_and_extra_space(tekst: str, plat: str) -> None:
    assert platte_tekst(tekst) == plat


def test_pupil_in_two_lines_that_differ_is_taken_over_from_neither_and_in_two_that_agree_from_the_first() -> None:
    een = Leerlingopgave(2, "901", "Dubbel", "Kind", date(2018, 3, 14), groep="5")
    opgave = opgave_van(een, een._replace(regel=3, groep="7"))
    gelijk = opgave_van(een, een._replace(regel=3))

    anders = _kijk(PIP, PIP._replace(regel=30, voornaam="Pim"))
    uit, zelfde = vergelijk(opgave, [], peildatum=NU), vergelijk(gelijk, [], peildatum=NU)

    assert ([een.opgave.regel for een in uit.nieuw], [een.regel for een in uit.geweigerd]) == ([], [2, 3])
    zonder = _kijk(PIP._replace(sleutel=""), OT._replace(sleutel=""))
    eerst_geen_groep = _kijk(PIP._replace(groep=None), PIP._replace(regel=30))

    assert [een.regel for een in anders.geweigerd] == [12, 30]
    assert (len(zonder.nieuw), zonder.geweigerd) == (2, [])
    assert [een.regel for een in eerst_geen_groep.geweigerd] == [30]
    assert uit.geweigerd[0].reden == (
        "Deze leerling staat twee keer in het bestand, en op regel 3 staat iets anders. Kijk na wat klopt, en haal het "
        "andere weg."
    )
    assert ([een.opgave.regel for een in zelfde.nieuw], [een.regel for een in zelfde.geweigerd]) == ([2], [3])


@pytest.mark.parametrize(
    ("naam", "nieuw"),
    [
        ("Groep 5", []),
        ("groep  5", []),
        ("5", []),
        ("GROEP 6", ["6"]),
        ("Groep", ["Groep"]),
        ("De Groep 5", ["De Groep 5"]),
    ],
)
def test_group_that_a_file_calls_group_is_the_one_that_is_there(naam: str, nieuw: list[str]) -> None:
    een = Leerlingopgave(2, "901", "Pip", "Kind", date(2018, 3, 14), groep=naam)

    uit = vergelijk(opgave_van(een), [], groepen=["5"], peildatum=NU)

    assert uit.nieuwe_groepen == nieuw


def test_two_lines_that_contradict_each_other_in_a_file_of_one_line_refuse_nobody_else() -> None:
    pip, ot = PIP._replace(regel=1), OT._replace(regel=1)

    uit = _kijk(ot, pip, pip._replace(groep="6"))

    assert [een.opgave for een in uit.nieuw] == [ot]
    assert [een.wie for een in uit.geweigerd] == [pip.naam, pip.naam]


def test_line_that_is_left_out_takes_no_other_of_a_file_of_one_line_along_and_no_group_comes_for_it() -> None:
    pip, ot = PIP._replace(regel=1), OT._replace(regel=1, groep="6")
    opgave = opgave_van(pip, ot)
    uit = vergelijk(opgave, (), peildatum=NU)

    over = laat_weg(uit, opgave, {ot.kenmerk})

    assert [een.opgave for een in over.nieuw] == [pip]
    assert (uit.nieuwe_groepen, over.nieuwe_groepen) == (["5", "6"], ["5"])
    assert laat_weg(uit, opgave_van(pip, ot, groepen=("6",)), {ot.kenmerk}).nieuwe_groepen == ["5", "6"]
    assert laat_weg(uit, opgave, ()) is uit


def test_change_that_is_left_out_stays_as_it_was() -> None:
    uit = _kijk(PIP._replace(groep="6"), OT, bekend=(PIP_BEKEND,))

    over = laat_weg(uit, opgave_van(PIP, OT), {uit.gewijzigd[0].opgave.kenmerk})

    assert (over.gewijzigd, [een.opgave for een in over.nieuw]) == ([], [OT])
