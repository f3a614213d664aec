"""EDEXML as an administration writes it, as the standard shows it, and as it should not be."""

import io
from datetime import date
from pathlib import Path

import pytest
from tests.factories.invoer import MAP

from passend.begrippen.opgave import Leerkrachtopgave, Leerlingopgave, OnleesbaarError, Opgave, Weigering
from passend.uitwisseling.edexml.reader import ZONDER_NUMMER, ZONDER_SAMENGESTELD, read_edexml

NORM = Path(__file__).resolve().parents[4] / "shared" / "standards" / "edexml"
WILGENBOOM = (MAP / "wilgenboom.xml").read_text(encoding="utf-8")


def _lees(tekst: str) -> Opgave:
    return read_edexml(io.BytesIO(tekst.encode()))


def _norm(*delen: str) -> Opgave:
    pad = NORM.joinpath(*delen)
    if not pad.exists():
        pytest.skip("the standard does not lie beside the checkout")
    with pad.open("rb") as bron:
        return read_edexml(bron)


def test_file_of_a_school_gives_its_groups_pupils_and_teachers_and_refuses_what_is_wrong_with_its_line() -> None:
    opgave = _lees(WILGENBOOM)

    assert (opgave.schooljaar, opgave.brin, opgave.groepen) == ("2026-2027", "99AA00", ("5", "6"))
    assert opgave.leerlingen == [
        Leerlingopgave(21, "L1", "Pip", "Duinmans", date(2018, 3, 14), date(2024, 8, 1), None, "5"),
        Leerlingopgave(30, "L2", "Zoë", "van het Zeegras", date(2017, 11, 2), date(2023, 8, 21), None, "6"),
    ]
    assert opgave.leerkrachten == [Leerkrachtopgave(53, "Merel Wulp", "merel@school.example", ("5",))]
    assert opgave.weigeringen == [
        Weigering(
            42,
            "Ot Helm",
            "De geboortedatum '2018-06-31' bestaat niet. Schrijf een dag als 2018-03-14, en kijk de maand na.",
            "L3",
        ),
        Weigering(49, "Sien Branding", "De groep 'g9' is onbekend: die staat niet (goed) in dit bestand.", "L4"),
    ]


def test_number_of_the_state_is_in_nothing_that_was_read_and_that_is_said() -> None:
    opgave = _lees(WILGENBOOM)

    assert "999999990" not in repr(opgave)
    assert opgave.opmerkingen == (ZONDER_NUMMER,)


def test_official_example_of_2_1_is_read() -> None:
    opgave = _norm("examples", "EDEXML.Voorbeeld.2.1.xml")

    assert (opgave.schooljaar, opgave.brin) == ("2014-2015", "99ZZ00")
    assert opgave.vestigingen == (("VH", "Vestiging Huissen"), ("VB", "Vestiging Bemmel"))
    assert opgave.groepen == ("Kabouters", "Muizen", "Vlinders", "4A", "4B")
    assert [(een.regel, een.naam, een.groep, een.uitgeschreven_op) for een in opgave.leerlingen] == [
        (77, "Wimpie imp ie", "4B", None),
        (108, "Gradje van 't Hof", None, date(2014, 7, 18)),
    ]
    assert [(een.naam, een.groepen) for een in opgave.leerkrachten] == [
        ("Julia van Bemmel", ("4A",)),
        ("Uilke Veldman", ("Muizen", "Kabouters")),
        ("Lia de Bruin", ()),  # there as a trainee
    ]
    assert [(een.regel, een.wie) for een in opgave.weigeringen] == [(94, "Assati")]
    assert opgave.opmerkingen == (ZONDER_NUMMER, ZONDER_SAMENGESTELD)


@pytest.mark.parametrize(
    ("delen", "leerlingen", "geweigerd"),
    [
        (("examples", "EDEXML.Voorbeeld.2.1-Vla.xml"), 1, 2),
        (("2.0", "EDEXML.Voorbeeld.2.0.xml"), 1, 2),
        (("1.0.3", "sample.xml"), 398, 2),
    ],
)
def test_other_official_examples_are_read(delen: tuple[str, ...], leerlingen: int, geweigerd: int) -> None:
    opgave = _norm(*delen)

    assert (len(opgave.leerlingen), len(opgave.weigeringen)) == (leerlingen, geweigerd)


def test_invalid_official_sample_is_refused_on_the_line_of_the_wrong_code_with_everybody_who_hangs_on_it() -> None:
    opgave = _norm("1.0.3", "sample-invalid.xml")

    assert opgave.weigeringen[0] == Weigering(
        15, "groep 1A", "'100' kan niet bij jaargroep in EDEXML 1.0.3. Kijk het na in uw administratie."
    )
    assert "1A" not in opgave.groepen
    assert sum("De groep '1A' is geweigerd" in een.reden for een in opgave.weigeringen) == 16


@pytest.mark.parametrize(
    ("was", "wordt", "wie", "reden"),
    [
        ("<geslacht>9", "<geslacht>7", "Pip Duinmans", "'7' kan niet bij geslacht in EDEXML 2.1."),
        ("<geslacht>9</geslacht>", "<kleur>rood</kleur>", "Pip Duinmans", "'kleur' hoort niet bij een leerling"),
        ("<roepnaam>Pip</roepnaam>", "<roepnaam>Pip</roepnaam>" * 2, "Pip Duinmans", "'roepnaam' staat hier twee keer"),
        ("<roepnaam>Pip</roepnaam>", "", "Duinmans", "De roepnaam is leeg."),
        ('key="L1"', 'key=""', "Pip Duinmans", "De sleutel is leeg."),
        ("<achternaam>Duinmans", f"<achternaam>{'D' * 201}", "Pip", "De sleutel of de achternaam is te lang."),
        ("<roepnaam>Merel</roepnaam>", "<kleur>rood</kleur>", "Wulp", "Deze leerkracht heeft geen naam, of iets"),
        (
            '<groep key="g5"/>\n\t\t\t</groepen>',
            '<groep key="g5"><rol>XX</rol></groep>\n\t\t\t</groepen>',
            "Merel",
            "'XX'",
        ),
        ('<groep key="g6">', '<groep key="g5">', "groep 6", "De sleutel 'g5' staat bij twee groepen."),
        ("<naam>6</naam>", f"<naam>{'6' * 41}</naam>", "groep 6666", "De naam van deze groep is langer dan 40 tekens."),
        ("<naam>6</naam>", "<naam/>", "groep g6", "Deze groep heeft geen naam of geen sleutel."),
    ],
)
def test_record_that_breaks_a_rule_is_refused_by_itself(was: str, wordt: str, wie: str, reden: str) -> None:
    opgave = _lees(WILGENBOOM.replace(was, wordt, 1))

    gevonden = [een for een in opgave.weigeringen if een.wie.startswith(wie) and een.reden.startswith(reden)]
    assert len(gevonden) == 1
    assert gevonden[0].regel > 9


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("<EDEX><school>", "Regel 1: het bestand klopt hier niet of breekt af."),
        (WILGENBOOM[:1200], "Regel 47: het bestand klopt hier niet of breekt af."),
        ("<leerlingen/>", "Dit is geen EDEXML. Het bestand begint met 'leerlingen'"),
        ("<EDEX/>", "In dit bestand staat niet van welk schooljaar het is."),
        (WILGENBOOM.replace("2026-2027", "2026-2028"), "Regel 3: '2026-2028' is geen schooljaar."),
        (WILGENBOOM.replace("<xsdversie>2.1", "<xsdversie>3.0"), "Dit bestand is EDEXML 3.0. Passend leest 1.0.3, 2.0"),
        (WILGENBOOM.split("<leerlingen>", maxsplit=1)[0] + "</EDEX>", "In dit bestand staat geen leerling."),
        ('<!DOCTYPE EDEX [<!ENTITY a "b">]>' + WILGENBOOM.split("?>")[1], "Regel 1: dit bestand verwijst naar iets"),
    ],
)
def test_file_that_is_no_whole_edexml_is_refused_with_the_reason(tekst: str, zin: str) -> None:
    with pytest.raises(OnleesbaarError) as fout:
        _lees(tekst)

    assert str(fout.value).startswith(zin)


def test_pupil_of_a_group_that_was_refused_hears_its_name_and_not_its_key() -> None:
    zonder = WILGENBOOM.replace("<naam>6</naam>", f"<naam>{'6' * 41}</naam>", 1)

    redenen = [een.reden for een in _lees(zonder).weigeringen if een.wie == "Zoë van het Zeegras"]

    assert redenen == [f"De groep '{'6' * 41}' is geweigerd, zie de regel daarvan. Verbeter eerst de groep."]


def test_file_without_a_number_of_its_site_gives_the_number_of_the_school() -> None:
    zonder = WILGENBOOM.replace("<dependancecode>00</dependancecode>", "")

    assert _lees(zonder).brin == "99AA"


def test_version_can_be_told_and_then_counts_above_what_the_file_says() -> None:
    opgave = read_edexml(io.BytesIO(WILGENBOOM.encode()), versie="1.0.3")

    assert opgave.weigeringen[0] == Weigering(
        36, "Zoë van het Zeegras", "'bsn' hoort niet bij een leerling in EDEXML 1.0.3.", "L2"
    )


def test_day_with_a_time_zone_is_that_day() -> None:
    opgave = _lees(WILGENBOOM.replace("2018-03-14", "2018-03-14+01:00"))

    assert opgave.leerlingen[0].geboren_op == date(2018, 3, 14)


def test_many_pupils_are_let_go_of_as_they_pass() -> None:
    een = WILGENBOOM[WILGENBOOM.index("\t\t<leerling ") : WILGENBOOM.index('\t\t<leerling key="L2')]
    veel = "".join(een.replace("L1", f"M{nummer}") for nummer in range(1_200))

    opgave = _lees(WILGENBOOM.replace("</leerlingen>", veel + "</leerlingen>"))

    assert len(opgave.leerlingen) == 1_202
    assert opgave.leerlingen[-1].sleutel == "M1199"
