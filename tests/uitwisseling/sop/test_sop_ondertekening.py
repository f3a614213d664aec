"""Signatures: a day and a name for the team, the council and the board, in the layouts that documents have."""

import pytest
from tests.uitwisseling.sop.bouw import haaglanden_roosters, lees_tekst

from passend.begrippen.profielinhoud import Profiellezing

KOP = "Schoolondersteuningsprofiel (SOP) Haaglanden\nAlgemene gegevens\n"
STAART = "\n2. Basisondersteuning binnen Haaglanden\nExtra expertise binnen het team\n"
WIE = ("Opgesteld namens directeur en team", "Opgesteld met advies MR", "Vastgesteld door bestuur")
DAGEN = ("12-05-2026", "02-06-2026", "24-06-2026")
NAMEN = ("Mw. T. Zandstra", "Dhr. F. Okonjo", "Mw. L. van der Veer")
ROLLEN = ("Directeur", "Voorzitter MR", "Voorzitter bestuur")
VERWACHT = {
    "opgesteld_op": "2026-05-12",
    "mr_op": "2026-06-02",
    "bestuur_op": "2026-06-24",
    "directeur": NAMEN[0],
    "mr_voorzitter": NAMEN[1],
    "bestuur_voorzitter": NAMEN[2],
}
BLOKKEN = list(zip(WIE, DAGEN, ROLLEN, NAMEN, strict=True))
TEKSTEN = {
    "een_regel": "".join(f"{w} Datum : {d}\n{r} : {n}\n\n" for w, d, r, n in BLOKKEN),
    "naast_elkaar": "".join(f"{w:40}Datum : {d}\n{'':40}{r} : {n}\n" for w, d, r, n in BLOKKEN),
    "dag_en_naam_op_een_regel": "".join(f"{w}\nDatum : {d}     {r} : {n}\n" for w, d, r, n in BLOKKEN),
    "een_spatie": "".join(f"{w}\nDatum : {d} {r} : {n}\n" for w, d, r, n in BLOKKEN),
    "waarde_eronder": "".join(f"{w}\nDatum\n{d}\n{r}\n{n}\n\n" for w, d, r, n in BLOKKEN),
    "dag_boven_de_woorden": "".join(f"{'':40}Datum : {d}\n{w:40}{r} : {n}\n" for w, d, r, n in BLOKKEN),
    "kolommen": "\n".join(
        "".join(f"{stuk:40}" for stuk in rij)
        for rij in (WIE, [f"Datum : {d}" for d in DAGEN], [f"{r} : {n}" for _w, _d, r, n in BLOKKEN])
    ),
}
ROOSTERS = {
    "twee_regels_in_een_cel": [[w, f"Datum : {d}\n{r} : {n}"] for w, d, r, n in BLOKKEN],
    "drie_kolommen": [[w, f"Datum : {d}", f"{r} : {n}"] for w, d, r, n in BLOKKEN],
    "label_en_waarde_los": [rij for w, d, r, n in BLOKKEN for rij in ([w, "Datum", d], ["", r, n])],
    "alles_in_een_rij": [[f"{w}\nDatum : {d}\n{r} : {n}" for w, d, r, n in BLOKKEN]],
    "gebroken_label": [[w.replace(" en ", "\nen "), f"Datum : {d}\n{r} : {n}"] for w, d, r, n in BLOKKEN],
}


def _velden(lezing: Profiellezing) -> dict[str, str | None]:
    return {veld.veld: veld.waarde for veld in lezing.inhoud.velden if veld.veld in VERWACHT}


@pytest.mark.parametrize("vorm", TEKSTEN)
def test_days_and_names_are_read_from_lines(vorm: str) -> None:
    lezing = lees_tekst(KOP + TEKSTEN[vorm] + STAART)

    assert _velden(lezing) == VERWACHT
    assert "niet_vastgesteld" not in {melding.code for melding in lezing.waarschuwingen}


@pytest.mark.parametrize("vorm", ROOSTERS)
def test_days_and_names_are_read_from_a_grid(vorm: str) -> None:
    kop = "Basisondersteuning binnen Haaglanden\nExtra expertise binnen het team\n" + KOP

    assert _velden(haaglanden_roosters(ROOSTERS[vorm], kop=kop)) == VERWACHT


def test_the_rest_of_a_name_on_the_next_line_is_kept_and_doubtful() -> None:
    tekst = f"{'':30}Datum : 24-06-2026\n{'':30}Voorzitter bestuur : Mw. L. van der\n{WIE[2]:30}Veer\n"

    naam = next(v for v in lees_tekst(KOP + tekst + STAART).inhoud.velden if v.veld == "bestuur_voorzitter")

    assert (naam.waarde, naam.zekerheid < 0.9) == ("Mw. L. van der Veer", True)


def test_words_of_a_day_without_a_day_make_its_absence_doubtful() -> None:
    lezing = lees_tekst(KOP + "Vastgesteld door bestuur\n\n" + STAART)

    veld = next(veld for veld in lezing.inhoud.velden if veld.veld == "bestuur_op")
    assert (veld.waarde, veld.zekerheid < 0.9) == (None, True)
    codes = {melding.code for melding in lezing.waarschuwingen}
    assert ("vaststelling_niet_gelezen" in codes, "niet_vastgesteld" in codes) == (True, False)


def test_a_remark_beside_a_day_is_kept_and_makes_it_doubtful() -> None:
    regel = "Opgesteld namens directeur en team Datum : 07-06-2026 (concept, onder voorbehoud)\n"

    lezing = lees_tekst(KOP + regel + STAART)

    veld = next(veld for veld in lezing.inhoud.velden if veld.veld == "opgesteld_op")
    assert (veld.waarde, veld.zekerheid < 0.9) == ("2026-06-07", True)
    assert "(concept, onder voorbehoud)" in [stuk.tekst for stuk in lezing.ongelezen]


def test_name_that_is_missing_is_found_at_the_line_of_its_label() -> None:
    tekst = KOP + "Vastgesteld door bestuur Datum :\nVoorzitter bestuur :\n\nSchoolgids\n" + STAART

    veld = next(veld for veld in lees_tekst(tekst).inhoud.velden if veld.veld == "bestuur_voorzitter")

    assert (veld.waarde, veld.bron.regel) == (None, 4)
