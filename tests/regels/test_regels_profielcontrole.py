"""Every warning: when it is given and when it is not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import (
    INGEVOERD,
    Bron,
    Eenheid,
    Methode,
    Omvang,
    Profielinhoud,
    Tabelrij,
    Tekst,
    Veldwaarde,
    Waarschuwing,
)
from passend.begrippen.sjabloon import Figuur, Keuze, Onderdeel, Prozatekst, Sectie, Sjabloon, Tabel, VasteTekst, Veld
from passend.regels.profielcontrole import (
    controleer_herkenning,
    controleer_lezing,
    controleer_profiel,
)

HAAGLANDEN, PLEIN013 = load_sjablonen()
VANDAAG = date(2026, 9, 1)
GELEZEN = Bron(methode=Methode.TEKST, regel=3)
VELDEN = {
    "schooljaar": "2026-2027",
    "schoolnaam": "Basisschool De Wilgenboom",
    "opgesteld_op": "2026-05-18",
    "mr_op": "2026-06-10",
    "bestuur_op": "2026-06-24",
    "schoolgids": "https://www.wilgenboom.example/schoolgids",
}


def _velden(**anders: str | None) -> tuple[Veldwaarde, ...]:
    waarden = {**VELDEN, **anders}
    return tuple(
        Veldwaarde(
            sectie="algemeen", veld=v.code, label=v.label, waarde=waarden.get(v.code), zekerheid=1, bron=INGEVOERD
        )
        for v in HAAGLANDEN.onderdelen()
        if isinstance(v, Veld)
    )


def _rij(tabel: str, rij: str, waarde: str | None, *aan: str, omvang: Omvang | None = None) -> Tabelrij:
    gezocht = HAAGLANDEN.tabel(tabel)
    label = next(bekend.label for bekend in gezocht.rijen if bekend.code == rij)
    return Tabelrij(
        tabel=tabel,
        rij=rij,
        label=label,
        waarde=waarde,
        cellen={kolom.code: kolom.code in aan for kolom in gezocht.kolommen},
        zekerheid=1,
        bron=GELEZEN,
        omvang=omvang,
    )


def _rijen(tabel: str) -> tuple[Tabelrij, ...]:
    """Rows of a table where nothing is wrong: two values, in turn."""
    gezocht: Tabel = HAAGLANDEN.tabel(tabel)
    keuzes = ["ja", "nee"] if gezocht.keuze is Keuze.JA_NEE else [kolom.code for kolom in gezocht.kolommen]
    waarden = {kolom.code: kolom.waarde for kolom in gezocht.kolommen}
    return tuple(
        _rij(tabel, rij.code, waarden.get(keuzes[nummer % 2], keuzes[nummer % 2]), keuzes[nummer % 2])
        for nummer, rij in enumerate(gezocht.rijen)
    )


def goed() -> Profielinhoud:
    """A profile without anything to warn for."""
    teksten = [
        Tekst(
            sectie=sectie.code,
            code=deel.code,
            tekst="Dit jaar 31.400 euro." if isinstance(deel, Prozatekst) else deel.versies[-1].tekst,
            is_vast=isinstance(deel, VasteTekst),
            zekerheid=1,
            bron=GELEZEN,
        )
        for sectie in HAAGLANDEN.secties
        for deel in sectie.onderdelen
        if isinstance(deel, Prozatekst | VasteTekst)
    ]
    tabellen = (rij for tabel in ("hgw", "expertise", "experts", "voorzieningen") for rij in _rijen(tabel))
    return Profielinhoud(
        sjabloon="haaglanden",
        schooljaar="2026-2027",
        velden=_velden(),
        tabellen=tuple(tabellen),
        teksten=tuple(teksten),
    )


def _meldingen(inhoud: Profielinhoud, *figuren: str, op: date = VANDAAG) -> list[tuple[str, str | None]]:
    return [(melding.code, melding.sleutel) for melding in controleer_lezing(HAAGLANDEN, inhoud, figuren, op)]


def _met_rij(nieuw: Tabelrij) -> Profielinhoud:
    inhoud = goed()
    return replace(inhoud, tabellen=tuple(nieuw if rij.sleutel == nieuw.sleutel else rij for rij in inhoud.tabellen))


def _met_tekst(code: str, tekst: str | None) -> Profielinhoud:
    inhoud = goed()
    teksten = (replace(t, tekst=tekst) if t.code == code and tekst is not None else t for t in inhoud.teksten)
    return replace(inhoud, teksten=tuple(t for t in teksten if t.code != code or tekst is not None))


def _zinnen(inhoud: Profielinhoud, *figuren: str, op: date = VANDAAG) -> list[str]:
    return [melding.tekst for melding in controleer_lezing(HAAGLANDEN, inhoud, figuren, op)]


def _met_tabel(code: str, *nieuw: Tabelrij) -> Profielinhoud:
    inhoud = goed()
    return replace(inhoud, tabellen=(*nieuw, *(rij for rij in inhoud.tabellen if rij.tabel != code)))


def _sjabloon(*onderdelen: Onderdeel) -> Sjabloon:
    return replace(HAAGLANDEN, secties=(Sectie(code="alles", titel="Alles", onderdelen=onderdelen),))


VELD = next(deel for deel in HAAGLANDEN.onderdelen() if isinstance(deel, Veld))
FIGUUR = next(deel for deel in HAAGLANDEN.onderdelen() if isinstance(deel, Figuur))


def test_a_profile_in_order_gets_no_warning() -> None:
    assert _meldingen(goed()) == []


def test_a_profile_without_a_decision_of_the_board_is_told() -> None:
    inhoud = replace(goed(), velden=_velden(bestuur_op=None))

    assert _meldingen(inhoud) == [("niet_vastgesteld", "veld:bestuur_op")]
    assert _zinnen(inhoud) == [
        (
            "Het bestuur heeft dit profiel niet vastgesteld: er staat geen datum. De wet wil dat het bestuur dit doet "
            "(WPO artikel 13a). Vraag het bestuur om een besluit."
        )
    ]


def _onzeker(zekerheid: float, bron: Bron, waarde: str | None = None) -> Profielinhoud:
    inhoud = goed()
    velden = (
        replace(veld, waarde=waarde, zekerheid=zekerheid, bron=bron) if veld.veld == "bestuur_op" else veld
        for veld in inhoud.velden
    )
    return replace(inhoud, velden=tuple(velden))


def test_a_decision_of_the_board_that_stands_there_but_was_not_read_is_told_otherwise() -> None:
    (melding,) = controleer_lezing(HAAGLANDEN, _onzeker(0.5, GELEZEN), (), VANDAAG)

    assert melding == Waarschuwing(
        code="vaststelling_niet_gelezen",
        tekst="Wanneer het bestuur dit profiel vaststelde, is niet gelezen. Kijk of het in het document staat.",
        sleutel="veld:bestuur_op",
    )


@pytest.mark.parametrize(
    ("inhoud", "codes"),
    [
        (_onzeker(0.9, GELEZEN), ["niet_vastgesteld"]),
        (_onzeker(0.5, Bron(methode=Methode.TEKST)), ["niet_vastgesteld"]),
        (_onzeker(0.5, GELEZEN, "2026-06-24"), []),
    ],
    ids=["certainly blank", "no line says it", "read with doubt"],
)
def test_a_decision_is_missed_only_where_a_line_speaks_of_it(inhoud: Profielinhoud, codes: list[str]) -> None:
    assert [code for code, _sleutel in _meldingen(inhoud)] == codes


@pytest.mark.parametrize("veld", ["opgesteld_op", "mr_op", "bestuur_op"])
def test_a_signature_of_more_than_a_year_before_the_edition_is_told(veld: str) -> None:
    assert _meldingen(replace(goed(), velden=_velden(**{veld: "2025-07-31"}))) == [
        ("handtekening_ouder_dan_editie", f"veld:{veld}")
    ]


def test_an_old_signature_of_more_people_is_told_in_a_sentence_that_reads_well() -> None:
    inhoud = replace(goed(), velden=_velden(opgesteld_op="2025-07-31"))

    (melding,) = controleer_lezing(HAAGLANDEN, inhoud, (), VANDAAG)

    assert melding.tekst == (
        "De handtekening van de directeur en het team is van 31-07-2025. Dat is lang voor schooljaar 2026-2027. Die "
        "hoort bij een oudere versie. Leg dit profiel opnieuw voor."
    )


def test_a_signature_in_the_year_before_the_edition_is_in_order() -> None:
    assert _meldingen(replace(goed(), velden=_velden(opgesteld_op="2025-08-01"))) == []


def test_a_day_that_cannot_be_read_is_not_called_old() -> None:
    assert _meldingen(replace(goed(), velden=_velden(mr_op="vorige week"))) == []


def test_a_profile_that_does_not_say_its_school_year_is_told() -> None:
    for inhoud in (replace(goed(), schooljaar=None), replace(goed(), schooljaar=None, velden=_velden(schooljaar=None))):
        assert _meldingen(inhoud) == [("schooljaar_onbekend", "veld:schooljaar")]
        assert _zinnen(inhoud) == ["Er staat niet voor welk schooljaar dit profiel is. Vul het schooljaar in."]


def test_a_profile_of_a_year_that_is_over_is_told_only_after_its_last_day() -> None:
    assert _meldingen(goed(), op=date(2027, 7, 31)) == []
    assert _meldingen(goed(), op=date(2027, 8, 1)) == [("schooljaar_voorbij", "veld:schooljaar")]


def test_a_profile_from_before_the_change_of_the_law_is_told() -> None:
    velden = _velden(opgesteld_op="2024-06-01", mr_op="2024-06-02", bestuur_op="2024-06-03")
    oud = replace(goed(), schooljaar="2024-2025", velden=velden)

    assert _meldingen(oud, op=date(2025, 8, 1)) == [("schooljaar_voorbij", "veld:schooljaar"), ("oude_wet", None)]
    assert _zinnen(oud, op=date(2025, 9, 1)) == [
        "Dit profiel is voor schooljaar 2024-2025. Dat is voorbij. Kijk bij elk onderdeel of het nog klopt.",
        (
            "Dit profiel is van voor 1 augustus 2025. Sindsdien heet het in de wet 'ondersteuningsaanbod' en staat "
            "het elk jaar in de schoolgids (WPO artikel 13). Laat eerst de leerlingen meepraten (artikel 13b)."
        ),
    ]


def test_a_profile_of_the_first_year_under_the_new_law_is_only_old() -> None:
    velden = _velden(opgesteld_op="2025-06-01", mr_op="2025-06-02", bestuur_op="2025-06-03")
    inhoud = replace(goed(), schooljaar="2025-2026", velden=velden)

    assert _meldingen(inhoud, op=date(2026, 9, 1)) == [("schooljaar_voorbij", "veld:schooljaar")]


def test_a_picture_that_was_announced_but_is_absent_is_told() -> None:
    assert _meldingen(goed(), "ondersteuningsstructuur") == [("afbeelding_ontbreekt", "structuur")]


def test_a_picture_that_is_absent_is_told_by_its_own_title() -> None:
    sjabloon = _sjabloon(
        replace(FIGUUR, code="eerste", titel="Wie doet wat"), replace(FIGUUR, code="tweede", titel="Route")
    )

    (melding,) = controleer_lezing(sjabloon, replace(goed(), velden=_velden()), ("tweede",), VANDAAG)

    assert melding.tekst == (
        "Hier hoort een afbeelding: 'Route'. In het document staat er geen. Vul de mensen, overleggen en stappen in, "
        "dan maakt Passend de tekening."
    )


@pytest.mark.parametrize("veld", ["schoolnaam", "mr_op", "schoolgids"])
def test_a_field_the_law_asks_for_is_told_when_it_is_blank(veld: str) -> None:
    assert _meldingen(replace(goed(), velden=_velden(**{veld: None}))) == [("verplicht_leeg", f"veld:{veld}")]


def test_a_blank_field_of_the_law_is_told_by_its_name() -> None:
    assert _zinnen(replace(goed(), velden=_velden(schoolnaam=None))) == [
        (
            "'Naam van de school' is niet ingevuld. De wet vraagt dit. Vul het in voordat het profiel naar de MR en "
            "het bestuur gaat."
        )
    ]


def test_a_field_only_the_region_asks_for_may_stay_blank() -> None:
    assert _meldingen(replace(goed(), velden=_velden(directeur=None))) == []


def test_a_row_with_two_crosses_is_told_with_its_place() -> None:
    rij = _rij("experts", "logopedie", None, "structureel", "regelmatig")

    (melding,) = controleer_lezing(HAAGLANDEN, _met_rij(rij), (), VANDAAG)

    assert (melding.code, melding.sleutel, melding.bron) == ("rij_dubbel", "rij:experts:logopedie", GELEZEN)
    assert melding.tekst == "Bij 'Logopedie' staan 2 kruisjes. Er kan er maar een gelden. Kies welke klopt."


@pytest.mark.parametrize(("tabel", "rij"), [("experts", "logopedie"), ("expertise", "rt")])
def test_a_row_that_was_left_blank_is_told_with_its_place(tabel: str, rij: str) -> None:
    (melding,) = controleer_lezing(HAAGLANDEN, _met_rij(_rij(tabel, rij, None)), (), VANDAAG)

    assert (melding.code, melding.sleutel, melding.bron) == ("rij_leeg", f"rij:{tabel}:{rij}", GELEZEN)
    assert melding.tekst.endswith("' is niets ingevuld, of het is niet te lezen. Kies wat klopt.")


@pytest.mark.parametrize(
    ("rijen", "zinnen"),
    [
        (["logopedie"], ["Bij 'Logopedie' is niets ingevuld, of het is niet te lezen. Kies wat klopt."]),
        (
            ["logopedie", "smw"],
            ["In 'Expertise van externe deskundigen' is niets ingevuld. Kies bij elke rij wat klopt."],
        ),
    ],
)
def test_blank_rows_are_told_once_from_two_on(rijen: list[str], zinnen: list[str]) -> None:
    assert _zinnen(_met_tabel("experts", *(_rij("experts", rij, None) for rij in rijen))) == zinnen


def test_a_table_in_which_nothing_is_filled_is_told_once() -> None:
    inhoud = goed()
    leeg = tuple(_rij("experts", rij.code, None) for rij in HAAGLANDEN.tabel("experts").rijen)
    rijen = tuple(rij for rij in inhoud.tabellen if rij.tabel != "experts")

    assert _meldingen(replace(inhoud, tabellen=(*rijen, *leeg))) == [("tabel_leeg", "experts")]


def test_hours_that_are_fte_are_told_once_for_the_table() -> None:
    omvang = Omvang(getal=Decimal("0.8"), eenheid=Eenheid.FTE)

    inhoud = _met_rij(_rij("expertise", "rt", "ja", "ja_nee", omvang=omvang))

    assert _meldingen(inhoud) == [("uren_zijn_fte", "rij:expertise:rt")]
    assert _zinnen(inhoud) == [
        (
            "In 'Extra expertise binnen het team' staat boven de kolom 'uren', maar 1 keer is FTE ingevuld. 1 FTE is "
            "een volle baan. Controleer of dat klopt en houd een eenheid aan."
        )
    ]


@pytest.mark.parametrize("eenheid", [Eenheid.UREN, Eenheid.DAGDELEN])
def test_hours_that_are_hours_are_in_order(eenheid: Eenheid) -> None:
    omvang = Omvang(getal=Decimal(4), eenheid=eenheid)

    assert _meldingen(_met_rij(_rij("expertise", "rt", "ja", "ja_nee", omvang=omvang))) == []


def _eenzijdig() -> Profielinhoud:
    inhoud = goed()
    hgw = tuple(_rij("hgw", rij.code, "op_orde", "op_orde") for rij in HAAGLANDEN.tabel("hgw").rijen)
    return replace(inhoud, tabellen=(*hgw, *(rij for rij in inhoud.tabellen if rij.tabel != "hgw")))


def test_a_scale_all_on_one_value_without_evidence_is_told() -> None:
    (melding,) = controleer_lezing(HAAGLANDEN, _eenzijdig(), (), VANDAAG)

    assert (melding.code, melding.sleutel) == ("schaal_eenzijdig", "hgw")
    assert melding.tekst == (
        "In 'Uitgangspunten HGW' staat alles op 'Op orde', zonder onderbouwing. Schrijf per rij op waar dat te zien "
        "is, en sinds wanneer."
    )


@pytest.mark.parametrize(("aantal", "codes"), [(1, []), (2, ["schaal_eenzijdig"])])
def test_a_scale_is_all_on_one_value_from_two_rows_on(aantal: int, codes: list[str]) -> None:
    rijen = (_rij("hgw", rij.code, "op_orde", "op_orde") for rij in HAAGLANDEN.tabel("hgw").rijen[:aantal])

    assert [code for code, _sleutel in _meldingen(_met_tabel("hgw", *rijen))] == codes


def test_a_scale_all_on_one_value_with_evidence_is_in_order() -> None:
    assert controleer_profiel(HAAGLANDEN, _eenzijdig(), {"rij:hgw:positief"}, VANDAAG) == ()


def test_evidence_for_a_row_of_another_table_does_not_count() -> None:
    meldingen = controleer_profiel(HAAGLANDEN, _eenzijdig(), {"rij:experts:smw"}, VANDAAG)

    assert [melding.code for melding in meldingen] == ["schaal_eenzijdig"]


def test_a_table_that_asks_no_evidence_may_be_all_on_one_value() -> None:
    inhoud = goed()
    experts = tuple(
        _rij("experts", rij.code, "structureel", "structureel") for rij in HAAGLANDEN.tabel("experts").rijen
    )
    rijen = tuple(rij for rij in inhoud.tabellen if rij.tabel != "experts")

    assert _meldingen(replace(inhoud, tabellen=(*rijen, *experts))) == []


@pytest.mark.parametrize("tekst", [None, "Wij betalen materiaal.", "In 2025 kregen 12 leerlingen hulp."])
def test_a_finance_chapter_without_an_amount_is_told(tekst: str | None) -> None:
    assert _meldingen(_met_tekst("financien", tekst)) == [("geen_bedrag", "tekst:financien")]
    assert _zinnen(_met_tekst("financien", tekst)) == [
        (
            "'Zo gebruiken wij het geld' noemt geen bedrag. Ouders en MR zien zo niet om hoeveel geld het gaat. "
            "Schrijf het bedrag erbij."
        )
    ]


@pytest.mark.parametrize("bedrag", ["€ 31.400", "€31400", "31.400 euro", "31.400,-", "EUR 31400", "euro 500"])
def test_a_finance_chapter_with_an_amount_is_in_order(bedrag: str) -> None:
    assert _meldingen(_met_tekst("financien", f"Dit jaar was er {bedrag} voor.")) == []


def test_a_fixed_text_that_is_not_in_a_document_is_told() -> None:
    inhoud = _met_tekst("zorgplicht", None)
    gelezen = replace(inhoud, velden=tuple(replace(veld, bron=GELEZEN) for veld in inhoud.velden))

    assert _meldingen(gelezen) == [("vaste_tekst_ontbreekt", "tekst:zorgplicht")]
    assert _zinnen(gelezen) == [
        (
            "De vaste tekst 'Zorgplicht' van de regio staat niet in het document, of is veranderd. In het profiel komt "
            "de tekst van de regio die nu geldt."
        )
    ]


def test_a_fixed_text_is_not_missed_in_a_profile_that_was_written_here() -> None:
    assert _meldingen(_met_tekst("zorgplicht", None)) == []


def test_every_warning_is_in_plain_words_and_says_what_to_do() -> None:
    inhoud = Profielinhoud(sjabloon="plein013", schooljaar="2015-2016")

    meldingen = controleer_lezing(PLEIN013, inhoud, (), VANDAAG)

    assert meldingen
    assert [
        m.code for m in meldingen if m.tekst.count(".") < 2 or "dient" in m.tekst or not m.tekst.endswith(".")
    ] == []


@pytest.mark.parametrize(
    ("anders", "is_eigen_druk", "codes"),
    [
        ({}, False, []),
        ({}, True, ["eigen_druk"]),
        ({"schoolnaam": None}, False, ["naam_niet_gelezen"]),
        (dict.fromkeys(VELDEN), False, ["naam_niet_gelezen", "velden_niet_gelezen"]),
        (dict.fromkeys(VELDEN) | {"schoolnaam": "De Kade"}, False, ["velden_niet_gelezen"]),
    ],
)
def test_a_document_of_which_hardly_anything_was_read_is_told(
    *, anders: dict[str, str | None], is_eigen_druk: bool, codes: list[str]
) -> None:
    inhoud = Profielinhoud(sjabloon="haaglanden", schooljaar=None, velden=_velden(**anders))

    meldingen = controleer_herkenning(HAAGLANDEN, inhoud, is_eigen_druk=is_eigen_druk)

    assert [melding.code for melding in meldingen] == codes


def test_a_document_that_was_hardly_read_says_how_much_was_not() -> None:
    inhoud = Profielinhoud(sjabloon="haaglanden", schooljaar=None, velden=_velden(**dict.fromkeys(VELDEN)))

    assert controleer_herkenning(HAAGLANDEN, inhoud, is_eigen_druk=False) == (
        Waarschuwing(
            code="naam_niet_gelezen",
            tekst="De naam van de school is niet gelezen. Kijk of dit het document van uw school is.",
            sleutel="veld:schoolnaam",
        ),
        Waarschuwing(
            code="velden_niet_gelezen",
            tekst="Van de 13 algemene gegevens zijn er 13 niet gelezen. Kijk of ze in het document staan, en vul ze "
            "in.",
        ),
    )


@pytest.mark.parametrize(
    ("velden", "gelezen", "codes"),
    [
        (3, 0, []),
        (4, 0, ["velden_niet_gelezen"]),
        (4, 1, []),
        (5, 1, ["velden_niet_gelezen"]),
        (5, 2, []),
    ],
)
def test_hardly_anything_is_four_fields_in_five_of_at_least_four(velden: int, gelezen: int, codes: list[str]) -> None:
    sjabloon = _sjabloon(FIGUUR, *(replace(VELD, code=f"veld{nummer}") for nummer in range(velden)))
    waarden = (
        Veldwaarde(sectie="alles", veld=f"veld{nummer}", label="Veld", waarde="x", zekerheid=1, bron=GELEZEN)
        for nummer in range(gelezen)
    )
    inhoud = Profielinhoud(sjabloon="haaglanden", schooljaar=None, velden=tuple(waarden))

    meldingen = controleer_herkenning(sjabloon, inhoud, is_eigen_druk=False)

    assert [melding.code for melding in meldingen] == codes
