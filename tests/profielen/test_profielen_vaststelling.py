"""The path from concept to edition: in order, in the open, and frozen at the end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories.profielen import (
    HGW,
    OP,
    School,
    maak_editie,
    maak_profiel,
    maak_school,
    stapgegevens,
    zet_stappen,
)

from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort, Verband
from passend.profielen.actions.doelen import Doelgegevens, add_doel
from passend.profielen.actions.onderdelen import save_rij, save_tekst
from passend.profielen.actions.team import add_onderbouwing
from passend.profielen.actions.vaststelling import (
    StapError,
    publish_profiel,
    record_stap,
    skip_stap,
    undo_stap,
)
from passend.profielen.models import Aanbodregel, Editie, Ondersteuningsprofiel
from passend.profielen.queries.openbaar import get_uitgave_van_editie
from passend.profielen.queries.werk import get_evaluatie, get_inhoud, get_uitgave, list_stappen
from passend.regels.vaststelling import VOOR_PUBLICATIE
from passend.toegang.queries import list_logregels

pytestmark = pytest.mark.django_db
GEHOORD, GEVRAAGD, ADVIES, BESTUUR, GEPUBLICEERD, GEEVALUEERD = Stapsoort


def _zet(school: School, profiel: Ondersteuningsprofiel, *soorten: Stapsoort) -> None:
    for soort in soorten:
        actor = school.bestuurder if soort is BESTUUR else school.directeur
        record_stap(actor=actor, profiel=profiel, soort=soort, gegevens=stapgegevens(), op=OP)


def test_step_before_its_turn_is_refused_and_names_what_comes_first() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _zet(school, profiel, GEHOORD)

    with pytest.raises(StapError, match="Eerst komt: advies gevraagd aan de MR, advies van de MR"):
        _zet(school, profiel, BESTUUR)

    assert [stap.soort for stap in list_stappen(profiel=profiel)] == ["leerlingen_gehoord"]


@pytest.mark.parametrize("aantal", range(len(VOOR_PUBLICATIE)))
def test_profile_is_not_published_while_a_step_is_open(aantal: int) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _zet(school, profiel, *VOOR_PUBLICATIE[:aantal])

    with pytest.raises(StapError, match="Eerst komt"):
        publish_profiel(actor=school.directeur, profiel=profiel, op=OP)

    assert not Editie.objects.exists()


@pytest.mark.parametrize("soort", VOOR_PUBLICATIE)
def test_edition_published_without_a_step_says_so(soort: Stapsoort) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for stap in VOOR_PUBLICATIE:
        if stap is soort:
            skip_stap(actor=school.directeur, profiel=profiel, soort=stap, waarom="Geen tijd dit jaar.", op=OP)
        else:
            _zet(school, profiel, stap)

    editie = publish_profiel(actor=school.directeur, profiel=profiel, op=OP)

    uitgave = get_uitgave_van_editie(editie=editie, peildatum=OP.date())
    overgeslagen = [(stap.soort, stap.reden) for stap in uitgave.stappen if stap.is_overgeslagen]
    assert overgeslagen == [(soort, "Geen tijd dit jaar.")]


def test_skipping_without_a_reason_is_refused() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(StapError, match="Schrijf op waarom u deze stap overslaat"):
        skip_stap(actor=school.directeur, profiel=profiel, soort=GEHOORD, waarom=" ", op=OP)

    assert list_stappen(profiel=profiel) == []


def test_publishing_is_neither_skipped_nor_recorded_as_a_loose_step() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    zet_stappen(school, profiel)

    with pytest.raises(StapError, match="Publiceren kunt u niet overslaan"):
        skip_stap(actor=school.directeur, profiel=profiel, soort=GEPUBLICEERD, waarom="x", op=OP)
    with pytest.raises(StapError, match="niet als losse stap"):
        _zet(school, profiel, GEPUBLICEERD)

    assert publish_profiel(actor=school.directeur, profiel=profiel, op=OP).nummer == 1


@pytest.mark.parametrize(
    ("soort", "wie", "mag"),
    [
        (GEHOORD, "leerkracht", False),
        (GEHOORD, "intern_begeleider", True),
        (GEVRAAGD, "mr_lid", False),
        (ADVIES, "mr_lid", True),
        (ADVIES, "bestuurder", False),
        (BESTUUR, "directeur", False),
        (BESTUUR, "bestuurder", True),
        (BESTUUR, "adviseur", False),
    ],
)
def test_each_step_is_taken_by_its_own_role(soort: Stapsoort, wie: str, *, mag: bool) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _zet(school, profiel, *VOOR_PUBLICATIE[: VOOR_PUBLICATIE.index(soort)])
    actor = getattr(school, wie)

    if mag:
        record_stap(actor=actor, profiel=profiel, soort=soort, gegevens=stapgegevens(), op=OP)
    else:
        with pytest.raises(GeenToegangError):
            record_stap(actor=actor, profiel=profiel, soort=soort, gegevens=stapgegevens(), op=OP)

    assert (soort.value in [stap.soort for stap in list_stappen(profiel=profiel)]) is mag


@pytest.mark.parametrize("wie", ["leerkracht", "intern_begeleider", "mr_lid", "adviseur"])
def test_publishing_is_for_the_director_and_the_board(wie: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    zet_stappen(school, profiel)

    with pytest.raises(GeenToegangError, match="de directeur of het bestuur"):
        publish_profiel(actor=getattr(school, wie), profiel=profiel, op=OP)


@pytest.mark.parametrize(
    ("soort", "wijziging", "zin"),
    [
        (GEHOORD, {"door": " "}, "Vul in wie deze stap zette"),
        (GEHOORD, {"gezegd": ""}, "hoe u de leerlingen hoorde, wat zij zeiden"),
        (GEHOORD, {"op": OP.date() + timedelta(days=1)}, "ligt in de toekomst"),
        (ADVIES, {"gezegd": " "}, "wat de MR adviseert"),
        (ADVIES, {"op": OP.date() - timedelta(days=1)}, "ligt voor de vorige stap"),
    ],
)
def test_step_that_is_not_complete_or_not_possible_is_refused(
    soort: Stapsoort, wijziging: dict[str, object], zin: str
) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _zet(school, profiel, *VOOR_PUBLICATIE[: VOOR_PUBLICATIE.index(soort)])
    gegevens = replace(stapgegevens(), **wijziging)  # type: ignore[arg-type] # a table of bad values

    with pytest.raises(StapError, match=zin):
        record_stap(actor=school.directeur, profiel=profiel, soort=soort, gegevens=gegevens, op=OP)


def test_only_the_last_step_can_be_taken_back() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _zet(school, profiel, GEHOORD, GEVRAAGD)

    with pytest.raises(StapError, match="Alleen de laatste stap kan terug"):
        undo_stap(actor=school.directeur, profiel=profiel, soort=GEHOORD, op=OP)
    undo_stap(actor=school.directeur, profiel=profiel, soort=GEVRAAGD, op=OP)

    assert [stap.soort for stap in list_stappen(profiel=profiel)] == ["leerlingen_gehoord"]


def test_step_of_a_published_edition_cannot_be_taken_back() -> None:
    school = maak_school()
    editie = maak_editie(school)

    with pytest.raises(StapError, match="Alleen de laatste stap kan terug"):
        undo_stap(actor=school.bestuurder, profiel=editie.profiel, soort=BESTUUR, op=OP)

    assert editie.stappen.count() == 5


def test_edition_holds_content_evidence_goals_and_steps_as_they_were() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    cellen = {"op_orde": True}
    save_rij(actor=school.directeur, profiel=profiel, sleutel=HGW, cellen=cellen, versie=1, op=OP)
    add_onderbouwing(actor=school.directeur, profiel=profiel, sleutel=HGW, wat="Verslag", wanneer=OP.date(), op=OP)
    doel = Doelgegevens(sleutel=HGW, doel="Vaste agenda", actie="Maken", eigenaar="IB")
    add_doel(actor=school.directeur, profiel=profiel, gegevens=doel, op=OP)
    concept = get_uitgave(profiel=profiel, peildatum=OP.date())
    editie = maak_editie(school, profiel)

    save_tekst(actor=school.directeur, profiel=profiel, code="visie", tekst="Later", versie=1, op=OP)

    uitgave = get_uitgave_van_editie(editie=Editie.objects.get(pk=editie.pk), peildatum=OP.date())
    zelfde = ("sjabloon", "verband", "onderbouwingen", "doelen", "rijen_op")
    verband = school.vestiging.bestuur.samenwerkingsverband
    assert uitgave.verband == Verband(nummer=verband.nummer, naam=verband.naam)
    assert uitgave.inhoud.tabellen == concept.inhoud.tabellen
    assert (uitgave.inhoud.tekst("visie"), uitgave.inhoud.waarde("bestuur_op")) == ("", OP.date().isoformat())
    assert [getattr(uitgave, naam) for naam in zelfde] == [getattr(concept, naam) for naam in zelfde]
    assert [stap.soort for stap in uitgave.stappen] == [*VOOR_PUBLICATIE, GEPUBLICEERD]
    assert (concept.status, uitgave.status, uitgave.nummer, uitgave.adres) == (
        "concept",
        "gepubliceerd",
        1,
        "/scholen/99AA00/editie/1",
    )


def test_day_of_a_step_that_was_taken_replaces_what_stood_in_its_field() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for veld, waarde in (("mr_op", "begin juni"), ("mr_voorzitter", "R. de Wit"), ("bestuur_op", None)):
        onderdeel = profiel.onderdelen.get(sleutel=f"veld:{veld}")
        onderdeel.inhoud = onderdeel.inhoud | {"waarde": waarde}
        onderdeel.save()
    codes = ("mr_op", "mr_voorzitter", "bestuur_op", "bestuur_voorzitter")

    _zet(school, profiel, GEHOORD, GEVRAAGD, ADVIES)
    halverwege = get_uitgave(profiel=profiel, peildatum=OP.date()).inhoud
    _zet(school, profiel, BESTUUR)
    editie = publish_profiel(actor=school.directeur, profiel=profiel, op=OP)

    dag = OP.date().isoformat()
    assert [halverwege.waarde(code) for code in codes] == [dag, "R. de Wit", None, None]
    bevroren = get_uitgave_van_editie(editie=editie, peildatum=OP.date()).inhoud
    assert [bevroren.waarde(code) for code in codes] == [dag, "R. de Wit", dag, "Leerlingenraad"]
    assert get_inhoud(profiel=profiel).waarde("mr_op") == "begin juni"


def test_step_that_was_skipped_gives_its_field_no_day() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for soort in VOOR_PUBLICATIE:
        skip_stap(actor=school.directeur, profiel=profiel, soort=soort, waarom="Geen tijd", op=OP)

    editie = publish_profiel(actor=school.directeur, profiel=profiel, op=OP)

    bevroren = get_uitgave_van_editie(editie=editie, peildatum=OP.date()).inhoud
    assert [bevroren.waarde(code) for code in ("mr_op", "bestuur_op", "bestuur_voorzitter")] == [None, None, None]


def test_edition_whose_steps_were_skipped_names_no_day_or_person_of_an_older_round() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    codes = ("mr_op", "mr_voorzitter", "bestuur_op", "bestuur_voorzitter")
    for veld in codes:
        onderdeel = profiel.onderdelen.get(sleutel=f"veld:{veld}")
        onderdeel.inhoud = onderdeel.inhoud | {"waarde": "2026-06-10" if veld.endswith("_op") else "R. de Wit"}
        onderdeel.save()
    vooraf = get_uitgave(profiel=profiel, peildatum=OP.date()).inhoud
    for soort in VOOR_PUBLICATIE:
        skip_stap(actor=school.directeur, profiel=profiel, soort=soort, waarom="Geen tijd", op=OP)

    editie = publish_profiel(actor=school.directeur, profiel=profiel, op=OP)

    assert [vooraf.waarde(code) for code in codes] == ["2026-06-10", "R. de Wit", "2026-06-10", "R. de Wit"]
    bevroren = get_uitgave_van_editie(editie=editie, peildatum=OP.date()).inhoud
    assert [bevroren.waarde(code) for code in codes] == [None] * 4


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2020, 1, 1), "te lang geleden voor het profiel van 2026-2027"),
        (date(2026, 10, 4), "voor de vorige editie"),
    ],
)
def test_step_of_long_ago_is_refused_also_when_the_ones_before_it_were_skipped(dag: date, zin: str) -> None:
    school = maak_school()
    profiel = maak_editie(school).profiel
    for soort in VOOR_PUBLICATIE[:-1]:
        skip_stap(actor=school.directeur, profiel=profiel, soort=soort, waarom="Geen tijd", op=OP)
    gegevens = replace(stapgegevens(), op=dag)

    with pytest.raises(StapError, match=zin):
        record_stap(actor=school.bestuurder, profiel=profiel, soort=BESTUUR, gegevens=gegevens, op=OP)

    assert list_stappen(profiel=profiel)[-1].soort == ADVIES


def test_editions_are_numbered_within_the_school_over_the_years() -> None:
    school = maak_school()
    vorig = maak_profiel(school, Schooljaar(2025))
    nummers = [maak_editie(school, vorig).nummer, maak_editie(school, vorig).nummer]

    nummers.append(maak_editie(school).nummer)

    assert nummers == [1, 2, 3]


def test_offer_that_can_be_searched_is_that_of_the_newest_edition() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    def publiceer(ja_nee: str, versie: int) -> list[tuple[str, int]]:
        cellen = {"ja_nee": ja_nee, "uren_beschikbaar": "2 uur"}
        rt = "rij:expertise:rt"
        save_rij(actor=school.directeur, profiel=profiel, sleutel=rt, cellen=cellen, versie=versie, op=OP)
        maak_editie(school, profiel)
        return list(Aanbodregel.objects.values_list("label", "editie__nummer"))

    assert [publiceer("ja", 1), publiceer("nee", 2), publiceer("ja", 3)] == [
        [("Remedial teaching", 1)],
        [],
        [("Remedial teaching", 3)],
    ]


def test_evaluation_looks_back_on_the_newest_edition() -> None:
    school = maak_school()
    editie = maak_editie(school)
    vooraf = get_evaluatie(editie=editie)
    later = OP + timedelta(days=200)

    stap = record_stap(
        actor=school.directeur, profiel=editie.profiel, soort=GEEVALUEERD, gegevens=stapgegevens(later), op=later
    )

    assert (vooraf, get_evaluatie(editie=editie), list_stappen(profiel=editie.profiel)) == (None, stap, [])
    with pytest.raises(StapError, match="Deze stap is al gezet"):
        skip_stap(actor=school.directeur, profiel=editie.profiel, soort=GEEVALUEERD, waarom="x", op=later)
    undo_stap(actor=school.directeur, profiel=editie.profiel, soort=GEEVALUEERD, op=later)
    assert get_evaluatie(editie=editie) is None


def test_evaluation_before_anything_was_published_is_refused() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    zet_stappen(school, profiel)

    with pytest.raises(StapError, match="Eerst komt: gepubliceerd"):
        _zet(school, profiel, GEEVALUEERD)


def test_every_step_leaves_a_line_in_the_log() -> None:
    school = maak_school()
    editie = maak_editie(school)

    regels = [(regel.handeling, regel.reden) for regel in list_logregels(onderwerp=f"profiel:{editie.profiel.pk}")]

    assert regels == [
        ("record_stap:gepubliceerd", "directeur"),
        ("record_stap:bestuur_vastgesteld", "bestuurder"),
        ("record_stap:mr_advies", "directeur"),
        ("record_stap:mr_gevraagd", "directeur"),
        ("record_stap:leerlingen_gehoord", "directeur"),
        ("create_profiel", "directeur"),
    ]


def test_profile_changed_after_the_board_set_it_goes_past_the_board_again() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    zet_stappen(school, profiel)
    later = OP + timedelta(hours=1)
    save_tekst(actor=school.directeur, profiel=profiel, code="visie", tekst="Anders", versie=1, op=later)

    with pytest.raises(StapError, match=r"Na het besluit van het bestuur is er nog iets veranderd \(onderdelen: 1\)"):
        publish_profiel(actor=school.directeur, profiel=profiel, op=later)
    undo_stap(actor=school.bestuurder, profiel=profiel, soort=BESTUUR, op=later)
    gegevens = stapgegevens()
    record_stap(actor=school.bestuurder, profiel=profiel, soort=BESTUUR, gegevens=gegevens, op=later)

    assert publish_profiel(actor=school.directeur, profiel=profiel, op=later).nummer == 1


def test_profile_that_skipped_the_board_openly_may_still_change() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _zet(school, profiel, *VOOR_PUBLICATIE[:-1])
    skip_stap(actor=school.directeur, profiel=profiel, soort=BESTUUR, waarom="Geen tijd.", op=OP)
    later = OP + timedelta(hours=1)

    save_tekst(actor=school.directeur, profiel=profiel, code="visie", tekst="Anders", versie=1, op=later)

    assert publish_profiel(actor=school.directeur, profiel=profiel, op=later).nummer == 1
