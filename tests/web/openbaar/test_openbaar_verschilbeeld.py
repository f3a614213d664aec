"""The difference of two editions, element by element and word by word."""

from dataclasses import replace
from datetime import date

import pytest

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import INGEVOERD, Profielinhoud, Structuurdeel, Tabelrij, Tekst, Veldwaarde
from passend.begrippen.uitgave import Doel, Uitgave
from passend.web.openbaar.verschilbeeld import Plek, Soort, Stukje, vergelijk_uitgaven, woordverschil

SJABLONEN = {sjabloon.code: sjabloon for sjabloon in load_sjablonen()}
HAAGLANDEN, PLEIN013 = sorted(SJABLONEN)[:2]


def _rij(tabel: str, rij: str | None, label: str, waarde: str | None, **cellen: str) -> Tabelrij:
    return Tabelrij(tabel=tabel, rij=rij, label=label, waarde=waarde, cellen=cellen, zekerheid=1, bron=INGEVOERD)


def _tekst(code: str, tekst: str, *, is_vast: bool = False) -> Tekst:
    return Tekst(sectie="1", code=code, tekst=tekst, is_vast=is_vast, zekerheid=1, bron=INGEVOERD)


def _uitgave(*delen: Tabelrij | Tekst | Veldwaarde | Structuurdeel, sjabloon: str = HAAGLANDEN) -> Uitgave:
    inhoud = Profielinhoud(
        sjabloon=sjabloon,
        schooljaar="2026-2027",
        velden=tuple(deel for deel in delen if isinstance(deel, Veldwaarde)),
        tabellen=tuple(deel for deel in delen if isinstance(deel, Tabelrij)),
        teksten=tuple(deel for deel in delen if isinstance(deel, Tekst)),
        structuur=tuple(deel for deel in delen if isinstance(deel, Structuurdeel)),
    )
    return Uitgave(sjabloon=SJABLONEN[sjabloon], inhoud=inhoud, peildatum=date(2026, 10, 5))


def _samengevat(oud: Uitgave, nieuw: Uitgave) -> list[tuple[str, str, str, str]]:
    verschil = vergelijk_uitgaven(oud, nieuw)
    return [(str(v.soort), v.naam, v.oud, v.nieuw) for v in verschil.veranderingen]


def test_row_is_new_gone_or_changed() -> None:
    oud = _uitgave(_rij("expertise", "gedrag", "Gedrag", "ja"), _rij("expertise", "autisme", "Autisme", "nee"))
    nieuw = _uitgave(_rij("expertise", "gedrag", "Gedrag", "nee"), _rij("experts", "cjg", "CJG", "structureel"))

    assert _samengevat(oud, nieuw) == [
        ("gewijzigd", "Gedrag", "Ja", "Nee"),
        ("nieuw", "CJG", "", "Structureel"),
        ("vervallen", "Autisme", "Nee", ""),
    ]


def test_what_stayed_the_same_is_counted_and_not_shown() -> None:
    rij = _rij("expertise", "gedrag", "Gedrag", "ja", uren_beschikbaar="2 uur")

    verschil = vergelijk_uitgaven(_uitgave(rij), _uitgave(rij))

    assert (verschil.veranderingen, verschil.gelijk, verschil.is_zelfde_sjabloon) == ((), 1, True)
    assert [verschil.aantal(soort) for soort in Soort] == [0, 0, 0]


def test_other_hours_in_the_same_row_are_a_change() -> None:
    oud, nieuw = (
        _uitgave(_rij("expertise", "gedrag", "Gedrag", "ja", uren_beschikbaar=uren)) for uren in ("1,0 FTE", "0,8 FTE")
    )

    assert _samengevat(oud, nieuw) == [("gewijzigd", "Gedrag", "Ja, 1,0 FTE", "Ja, 0,8 FTE")]


def test_words_of_a_row_that_are_sentences_of_their_own_stay_sentences() -> None:
    rij = _rij("aanbod", None, "Rust", None, periode_wanneer_in_te_zetten="Wij blijven proberen.")
    oud, nieuw = _uitgave(), _uitgave(replace(rij, opmerking="Hulp in de groep"))

    assert _samengevat(oud, nieuw) == [("nieuw", "Rust", "", "Wij blijven proberen. Hulp in de groep")]


@pytest.mark.parametrize("leeg", ["-", " ", "–"])
def test_dash_for_no_hours_is_no_word(leeg: str) -> None:
    oud = _uitgave(_rij("expertise", "gedrag", "Gedrag", "nee", uren_beschikbaar=leeg))
    nieuw = _uitgave(_rij("expertise", "gedrag", "Gedrag", "nee"))

    assert _samengevat(oud, nieuw) == []


def test_row_in_another_template_is_found_back_by_its_words() -> None:
    oud = _uitgave(_rij("experts", "politie", "Politie", "regelmatig"), sjabloon=HAAGLANDEN)
    nieuw = _uitgave(_rij("instanties", "politie_x", "politie", "soms"), sjabloon=PLEIN013)

    verschil = vergelijk_uitgaven(oud, nieuw)

    assert verschil.is_zelfde_sjabloon is False
    assert [(v.soort, v.oud, v.nieuw) for v in verschil.veranderingen] == [(Soort.GEWIJZIGD, "Regelmatig", "Soms")]


def test_text_is_compared_word_by_word() -> None:
    oud, nieuw = _uitgave(_tekst("visie", "Wij helpen elk kind.")), _uitgave(_tekst("visie", "Wij leren elk kind."))

    (verandering,) = vergelijk_uitgaven(oud, nieuw).op(Plek.TEKST)

    assert (verandering.naam, verandering.stukjes) == (
        "Onze visie",
        (
            Stukje(soort="gelijk", tekst="Wij"),
            Stukje(soort="weg", tekst="helpen"),
            Stukje(soort="nieuw", tekst="leren"),
            Stukje(soort="gelijk", tekst="elk kind."),
        ),
    )


def test_long_stretch_that_stayed_the_same_is_shortened() -> None:
    zelfde = " ".join(f"w{nummer}" for nummer in range(50))

    stukjes = woordverschil(f"oud {zelfde}", f"nieuw {zelfde}")

    assert stukjes[2:] == (
        Stukje(soort="gelijk", tekst=" ".join(f"w{nummer}" for nummer in range(10))),
        Stukje(soort="overgeslagen", tekst="40"),
    )


def test_fixed_text_of_the_region_stands_apart() -> None:
    oud, nieuw = (_uitgave(_tekst("zorgplicht", woorden, is_vast=True)) for woorden in ("Oud.", "Nieuw."))

    verschil = vergelijk_uitgaven(oud, nieuw)

    assert (len(verschil.op(Plek.REGIO)), len(verschil.op(Plek.TEKST))) == (1, 0)


def test_first_drawing_is_one_piece_of_news() -> None:
    delen = (Structuurdeel(soort="mens", naam="Leerkracht"), Structuurdeel(soort="mens", naam="Ouders"))

    assert [(soort, naam) for soort, naam, _, _ in _samengevat(_uitgave(), _uitgave(*delen))] == [
        ("nieuw", "De ondersteuningsstructuur")
    ]


def test_drawing_is_compared_part_by_part_and_twins_stay_apart() -> None:
    overleg = Structuurdeel(soort="overleg", naam="Bespreking", rol="team")
    oud = _uitgave(overleg, overleg)
    nieuw = _uitgave(overleg, replace(overleg, rol="ouders"))

    assert _samengevat(oud, nieuw) == [("gewijzigd", "Bespreking", "team", "ouders")]


def test_goal_that_was_looked_back_on_is_a_change() -> None:
    doel = Doel(sleutel="rij:hgw:algemeen", doel="Meer rust", actie="Stilteplek", eigenaar="Bos")
    oud = replace(_uitgave(), doelen=(doel,))
    nieuw = replace(_uitgave(), doelen=(replace(doel, evaluatie="Gelukt"),))

    (verandering,) = vergelijk_uitgaven(oud, nieuw).op(Plek.DOEL)

    assert (verandering.soort, verandering.nieuw) == (
        Soort.GEWIJZIGD,
        "Meer rust\nActie: Stilteplek\nTerugblik: Gelukt",
    )


def test_day_in_a_field_is_written_in_words() -> None:
    oud, nieuw = (
        _uitgave(
            Veldwaarde(sectie="0", veld="mr_op", label="Advies van de MR op", waarde=dag, zekerheid=1, bron=INGEVOERD)
        )
        for dag in ("2025-06-10", "2026-06-11")
    )

    assert _samengevat(oud, nieuw) == [("gewijzigd", "Advies van de MR op", "10 juni 2025", "11 juni 2026")]
