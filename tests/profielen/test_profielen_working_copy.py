"""The working copy: made, carried over to the next year, changed by two people at once."""

from datetime import timedelta

import pytest
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband
from tests.factories.profielen import HGW, JAAR, OP, School, maak_profiel, maak_school

from passend.begrippen.profielinhoud import Structuurdeel
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.schooljaar import Schooljaar
from passend.organisaties.models import Vestiging
from passend.profielen.actions.onderdelen import (
    add_rij,
    remove_rij,
    restore_rij,
    save_rij,
    save_structuur,
    save_tekst,
    save_veld,
)
from passend.profielen.actions.profiel import GelijktijdigError, OnderdeelError, create_profiel
from passend.profielen.models import Onderdeel, Onderdeelversie, Ondersteuningsprofiel
from passend.profielen.queries.werk import (
    STRUCTUUR,
    get_inhoud,
    get_laatste_profiel,
    get_onderdeel,
    get_profiel,
    list_onderdelen,
    list_sjablonen,
    list_versies,
)
from passend.toegang.queries import list_logregels

pytestmark = pytest.mark.django_db
MORGEN = OP + timedelta(days=1)


def _handelingen(profiel: Ondersteuningsprofiel) -> list[tuple[str, str]]:
    regels = list_logregels(onderwerp=f"profiel:{profiel.pk}")
    return [(regel.handeling, regel.reden) for regel in regels][::-1]


def _bewaar_visie(
    school: School, profiel: Ondersteuningsprofiel, tekst: str, versie: int, wie: str = "directeur", later: int = 0
) -> Onderdeel:
    actor, op = getattr(school, wie), OP + timedelta(seconds=later)
    return save_tekst(actor=actor, profiel=profiel, code="visie", tekst=tekst, versie=versie, op=op)


def test_new_profile_asks_everything_the_template_asks_and_names_its_year() -> None:
    school = maak_school()

    inhoud = get_inhoud(profiel=maak_profiel(school))

    ingevuld = [(veld.veld, veld.waarde) for veld in inhoud.velden if veld.waarde]
    aantallen = (len(inhoud.velden), len(inhoud.tabellen), len(inhoud.teksten))
    assert (ingevuld, aantallen) == ([("schooljaar", "2026-2027")], (13, 40, 4))


def test_profile_that_exists_is_returned_as_it_is() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _bewaar_visie(school, profiel, "Ieder kind hoort erbij.", 1)

    nogmaals = maak_profiel(school)

    assert nogmaals == profiel
    assert get_inhoud(profiel=nogmaals).tekst("visie") == "Ieder kind hoort erbij."
    assert _handelingen(profiel) == [("create_profiel", "directeur"), ("save_onderdeel", "directeur")]


def test_next_years_profile_starts_from_last_years_words_without_its_days() -> None:
    school = maak_school()
    vorig = maak_profiel(school, Schooljaar(2025), OP - timedelta(days=365))
    _bewaar_visie(school, vorig, "Ieder kind hoort erbij.", 1)
    for veld, waarde in (("mr_op", "2025-06-10"), ("directeur", "T. Zandstra")):
        save_veld(actor=school.directeur, profiel=vorig, veld=veld, waarde=waarde, versie=1, op=OP)
    add_rij(actor=school.directeur, profiel=vorig, tabel="aanbod", label="Leesclub", soort="taal_lezen", op=OP)

    inhoud = get_inhoud(profiel=maak_profiel(school, op=MORGEN))

    velden = {veld: inhoud.waarde(veld) for veld in ("schooljaar", "mr_op", "directeur")}
    assert velden == {"schooljaar": "2026-2027", "mr_op": None, "directeur": "T. Zandstra"}
    assert inhoud.tekst("visie") == "Ieder kind hoort erbij."
    assert [(rij.label, rij.soort_ondersteuning) for rij in inhoud.rijen("aanbod")] == [("Leesclub", "taal_lezen")]


def test_words_carried_over_keep_the_day_and_the_person_of_the_last_confirmation() -> None:
    school = maak_school()
    vorig = maak_profiel(school, Schooljaar(2025), OP - timedelta(days=365))
    save_tekst(actor=school.intern_begeleider, profiel=vorig, code="visie", tekst="Samen.", versie=1, op=OP)

    visie = list_onderdelen(profiel=maak_profiel(school, op=MORGEN))["tekst:visie"]

    assert (visie.gewijzigd_op, visie.gewijzigd_door, visie.versie) == (OP, school.intern_begeleider, 1)


def test_profile_made_by_somebody_of_another_school_is_refused() -> None:
    school = maak_school()
    elders = maak_school(maak_bestuur(maak_samenwerkingsverband("PO9902"), "99002"), brin="99AB")

    with pytest.raises(GeenToegangError):
        create_profiel(
            actor=elders.directeur, vestiging=school.vestiging, schooljaar=JAAR, sjabloon=school.sjabloon, op=OP
        )

    assert not Ondersteuningsprofiel.objects.exists()


@pytest.mark.parametrize("wie", ["leerkracht", "mr_lid", "bestuurder", "adviseur"])
def test_text_saved_by_who_does_not_write_the_profile_is_refused(wie: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(GeenToegangError, match="de directeur en de intern begeleider"):
        save_tekst(actor=getattr(school, wie), profiel=profiel, code="visie", tekst="Nee", versie=1, op=OP)

    assert get_inhoud(profiel=profiel).tekst("visie") == ""


def test_second_writer_sees_the_first_and_nothing_is_lost() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    eerste = _bewaar_visie(school, profiel, "Van Tess.", 1)

    with pytest.raises(GelijktijdigError) as botsing:
        _bewaar_visie(school, profiel, "Van Jamal.", 1, "intern_begeleider")
    tweede = _bewaar_visie(school, profiel, "Van Tess en Jamal.", botsing.value.huidig.versie, "intern_begeleider")

    assert (eerste.versie, botsing.value.huidig.inhoud["tekst"], tweede.versie) == (2, "Van Tess.", 3)
    assert [versie.inhoud["tekst"] for versie in list_versies(onderdeel=tweede)] == ["Van Tess.", ""]


def test_page_loaded_anew_while_it_was_saved_is_no_conflict_with_oneself() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _bewaar_visie(school, profiel, "Bij het weggaan.", 1)

    weer = _bewaar_visie(school, profiel, "Bij het weggaan. En verder.", 1, later=20)

    assert [versie.inhoud["tekst"] for versie in list_versies(onderdeel=weer)] == ["Bij het weggaan.", ""]


def test_page_that_lay_open_in_another_window_is_a_conflict_with_oneself_too() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _bewaar_visie(school, profiel, "In het ene venster.", 1)

    with pytest.raises(GelijktijdigError):
        _bewaar_visie(school, profiel, "In het andere.", 1, later=60)


def test_same_words_saved_by_two_people_are_no_conflict() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    versies = [_bewaar_visie(school, profiel, "Samen.", 1).versie for _keer in range(2)]

    assert versies == [2, 2]
    assert Onderdeelversie.objects.count() == 1


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("mr_op", "2026-02-30", "Dit is geen dag die bestaat"),
        ("email", "school", "Dit is geen e-mailadres"),
        ("schoolgids", "javascript:alert(1)", "Dit is geen webadres"),
    ],
)
def test_field_of_the_wrong_shape_is_refused_with_an_example(veld: str, waarde: str, zin: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(OnderdeelError, match=zin):
        save_veld(actor=school.directeur, profiel=profiel, veld=veld, waarde=waarde, versie=1, op=OP)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("mr_op", "2026-02-28"),
        ("email", "info@school.example"),
        ("schoolgids", "https://school.example"),
        ("adres", ""),
    ],
)
def test_field_of_the_right_shape_is_saved_and_blank_stays_blank(veld: str, waarde: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    save_veld(actor=school.directeur, profiel=profiel, veld=veld, waarde=f" {waarde} ", versie=1, op=OP)

    assert get_inhoud(profiel=profiel).waarde(veld) == (waarde or None)


def test_marked_row_gets_its_value_and_becomes_certain() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    onderdeel = save_rij(
        actor=school.directeur,
        profiel=profiel,
        sleutel=HGW,
        cellen={"op_orde": True},
        versie=1,
        op=OP,
        opmerking=" Sinds de herfst ",
    )

    gekozen = {naam: onderdeel.inhoud[naam] for naam in ("waarde", "opmerking", "zekerheid", "cellen")}
    cellen = {"op_orde": True, "in_ontwikkeling": False, "nog_op_te_starten": False}
    assert gekozen == {"waarde": "op_orde", "opmerking": "Sinds de herfst", "zekerheid": 1.0, "cellen": cellen}


@pytest.mark.parametrize(
    ("cellen", "zin"),
    [
        ({"op_orde": True, "in_ontwikkeling": True}, "maar een vakje aan staan"),
        ({"verzonnen": True}, "De kolom 'verzonnen' bestaat niet"),
    ],
)
def test_row_marked_wrongly_is_refused(cellen: dict[str, bool | str | None], zin: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(OnderdeelError, match=zin):
        save_rij(actor=school.directeur, profiel=profiel, sleutel=HGW, cellen=cellen, versie=1, op=OP)


def test_amount_and_period_follow_from_the_cells() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    rt, cellen = "rij:expertise:rt", {"ja_nee": "ja", "uren_beschikbaar": "0,8 FTE"}
    save_rij(actor=school.directeur, profiel=profiel, sleutel=rt, cellen=cellen, versie=1, op=OP)

    onderdeel = get_onderdeel(profiel=profiel, sleutel=rt)

    assert onderdeel is not None
    assert (onderdeel.inhoud["waarde"], onderdeel.inhoud["omvang"]) == ("ja", {"getal": 0.8, "eenheid": "fte"})


def test_own_row_added_twice_is_one_row() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    rijen = [
        add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label=label, soort=None, op=OP)
        for label in ("Leesclub", " leesclub ")
    ]

    assert rijen[0] == rijen[1]
    assert [rij.label for rij in get_inhoud(profiel=profiel).rijen("aanbod")] == ["Leesclub"]


@pytest.mark.parametrize(
    ("tabel", "label", "zin"),
    [
        ("hgw", "Eigen uitgangspunt", "alleen de rijen van de regio"),
        ("aanbod", "  ", "nog geen naam"),
        ("aanbod", "x" * 151, "te lang"),
    ],
)
def test_own_row_that_cannot_be_is_refused(tabel: str, label: str, zin: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(OnderdeelError, match=zin):
        add_rij(actor=school.directeur, profiel=profiel, tabel=tabel, label=label, soort=None, op=OP)


def test_own_row_taken_away_can_be_put_back_or_added_again() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    rij = add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="Leesclub", soort=None, op=OP)
    staat_er = [get_onderdeel(profiel=profiel, sleutel=rij.sleutel) is not None]

    weg = remove_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, versie=1, op=OP)
    staat_er.append(get_onderdeel(profiel=profiel, sleutel=rij.sleutel) is not None)
    restore_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, op=OP)
    staat_er.append(get_onderdeel(profiel=profiel, sleutel=rij.sleutel) is not None)
    remove_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, versie=weg.versie + 1, op=OP)
    add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="Leesclub", soort=None, op=OP)
    staat_er.append(get_onderdeel(profiel=profiel, sleutel=rij.sleutel) is not None)

    assert staat_er == [True, False, True, True]
    assert _handelingen(profiel)[1:4] == [
        ("add_rij", "directeur"),
        ("remove_rij", "directeur"),
        ("restore_rij", "directeur"),
    ]


def test_row_taken_away_by_a_colleague_does_not_come_back_by_saving() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    rij = add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="Leesclub", soort=None, op=OP)
    remove_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, versie=1, op=OP)

    with pytest.raises(GelijktijdigError) as botsing:
        save_rij(
            actor=school.intern_begeleider,
            profiel=profiel,
            sleutel=rij.sleutel,
            cellen={"periode_wanneer_in_te_zetten": "elke dinsdag"},
            versie=1,
            op=OP,
        )

    assert botsing.value.huidig.is_verwijderd
    assert get_onderdeel(profiel=profiel, sleutel=rij.sleutel) is None


def test_row_changed_by_a_colleague_is_not_taken_away() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    rij = add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="Leesclub", soort=None, op=OP)
    cellen = {"periode_wanneer_in_te_zetten": "elke dinsdag"}
    save_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, cellen=cellen, versie=1, op=OP)

    with pytest.raises(GelijktijdigError):
        remove_rij(actor=school.intern_begeleider, profiel=profiel, sleutel=rij.sleutel, versie=1, op=OP)


def test_row_of_the_region_cannot_be_taken_away() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(OnderdeelError, match="Deze rij hoort bij de regio"):
        remove_rij(actor=school.directeur, profiel=profiel, sleutel=HGW, versie=1, op=OP)


def test_row_that_does_not_exist_is_told() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(OnderdeelError, match="Dit onderdeel is er niet meer"):
        restore_rij(actor=school.directeur, profiel=profiel, sleutel="rij:aanbod:+niets", op=OP)


def test_structure_of_people_and_steps_comes_back_as_it_was_saved() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    delen = (
        Structuurdeel(soort="mens", naam="Het kind", ring=0),
        Structuurdeel(soort="stap", naam="Samen kijken", toelichting="Zes weken."),
    )

    save_structuur(actor=school.directeur, profiel=profiel, delen=delen, versie=1, op=OP)

    assert get_inhoud(profiel=profiel).structuur == delen
    assert STRUCTUUR in list_onderdelen(profiel=profiel)


def test_newest_profile_is_that_of_the_last_school_year() -> None:
    school = maak_school()
    jaren = [maak_profiel(school, Schooljaar(jaar)) for jaar in (2026, 2025)]

    gevonden = [
        get_laatste_profiel(vestiging=school.vestiging),
        get_profiel(vestiging=school.vestiging, schooljaar=Schooljaar(2025)),
        get_profiel(vestiging=school.vestiging, schooljaar=Schooljaar(2024)),
    ]

    assert gevonden == [jaren[0], jaren[1], None]


def _codes(vestiging: Vestiging) -> list[str]:
    return [sjabloon.code for sjabloon in list_sjablonen(vestiging=vestiging, peildatum=OP.date())]


def test_templates_of_a_school_are_those_of_its_region_in_their_period() -> None:
    school = maak_school()
    elders = maak_school(maak_bestuur(maak_samenwerkingsverband("PO9902"), "99002"), brin="99AB", sjabloon="plein013")

    lopend = [_codes(school.vestiging), _codes(elders.vestiging)]
    school.sjabloon.geldig_tot_en_met = OP.date() - timedelta(days=1)
    school.sjabloon.save()

    assert (lopend, _codes(school.vestiging)) == ([["haaglanden"], ["plein013"]], [])
