"""From which day a claim counts: never later than somebody stood for it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.factories.profielen import HGW, JAAR, OP, School, maak_editie, maak_school

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.profielinhoud import Bron, Methode
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloonformaat import sjabloon_uit_dict
from passend.profielen.actions.inlezingen import Ingeleverd, add_inlezing, confirm_element, store_inlezing
from passend.profielen.actions.onderdelen import save_rij, save_veld
from passend.profielen.actions.profiel import create_profiel, leeg_profiel
from passend.profielen.models import Onderdeel, Ondersteuningsprofiel
from passend.profielen.queries.openbaar import get_uitgave_van_editie
from passend.profielen.queries.werk import get_uitgave, rijen_op

pytestmark = pytest.mark.django_db
NAGEKEKEN, VERBETERD, ONGEZIEN = HGW, "rij:hgw:doelgericht", "rij:expertise:rt"
TOEN, INGELEZEN = date(2024, 5, 18), OP.date()
LATER = OP + timedelta(days=20)


def _lees_in(school: School, opgesteld_op: str | None, schooljaar: Schooljaar = JAAR) -> Ondersteuningsprofiel:
    """A profile from a document of which one row was checked."""
    inhoud: dict[str, Any] = leeg_profiel(sjabloon_uit_dict(load_definitie("haaglanden")))
    gelezen = Bron(methode=Methode.TEKST, regel=1).als_dict()
    for deel in (*inhoud["velden"], *inhoud["tabellen"], *inhoud["teksten"]):
        deel["bron"] = gelezen
    for rij in inhoud["tabellen"]:
        rij["opmerking"] = "Staat in het document."
    next(veld for veld in inhoud["velden"] if veld["veld"] == "opgesteld_op")["waarde"] = opgesteld_op
    lezing = {**inhoud, "sjabloon": "haaglanden", "schooljaar": None}
    ingeleverd = Ingeleverd(naam="oud.docx", sha256="a" * 64, bestand=b"PK", lezing=lezing, document={})
    wie = school.directeur
    inlezing, _is_nieuw = add_inlezing(actor=wie, vestiging=school.vestiging, ingeleverd=ingeleverd, op=OP)
    gekeken = confirm_element(actor=wie, inlezing=inlezing, sleutel=NAGEKEKEN, verbeterd=None, op=OP)
    return store_inlezing(actor=wie, inlezing=gekeken, schooljaar=schooljaar, sjabloon=school.sjabloon, op=OP)


def _verbeter(school: School, profiel: Ondersteuningsprofiel, sleutel: str) -> None:
    versie = Onderdeel.objects.get(profiel=profiel, sleutel=sleutel).versie
    cellen = {"op_orde": True}
    save_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, cellen=cellen, versie=versie, op=LATER)


def _dagen(profiel: Ondersteuningsprofiel) -> list[date]:
    dagen = rijen_op(profiel=profiel)
    return [dagen[sleutel] for sleutel in (NAGEKEKEN, VERBETERD, ONGEZIEN)]


def test_row_that_nobody_looked_at_counts_from_the_day_its_document_was_made() -> None:
    school = maak_school()
    profiel = _lees_in(school, TOEN.isoformat())
    eerst = _dagen(profiel)

    _verbeter(school, profiel, VERBETERD)

    assert eerst == [INGELEZEN, TOEN, TOEN]
    assert _dagen(profiel) == [INGELEZEN, LATER.date(), TOEN]
    editie = maak_editie(school, profiel, op=LATER)
    uitgave = get_uitgave_van_editie(editie=editie, peildatum=LATER.date())
    assert uitgave.rijen_op == get_uitgave(profiel=profiel, peildatum=LATER.date()).rijen_op
    assert uitgave.rijen_op[ONGEZIEN] == TOEN


@pytest.mark.parametrize("opgesteld_op", [None, "begin juni", "2027-01-01"])
def test_row_of_a_document_without_a_day_that_can_be_counts_from_the_day_it_was_read_in(
    opgesteld_op: str | None,
) -> None:
    profiel = _lees_in(maak_school(), opgesteld_op)

    assert _dagen(profiel) == [INGELEZEN] * 3


def test_new_day_in_the_profile_makes_no_old_row_younger() -> None:
    school = maak_school()
    profiel = _lees_in(school, TOEN.isoformat())
    veld = profiel.onderdelen.get(sleutel="veld:opgesteld_op")

    dag = "2026-10-20"
    save_veld(actor=school.directeur, profiel=profiel, veld="opgesteld_op", waarde=dag, versie=veld.versie, op=LATER)

    assert _dagen(profiel) == [INGELEZEN, TOEN, TOEN]


def test_row_that_came_along_to_a_new_year_keeps_its_day() -> None:
    school = maak_school()
    _lees_in(school, TOEN.isoformat())
    begin = datetime(2027, 8, 2, 9, tzinfo=UTC)

    nieuw = create_profiel(
        actor=school.directeur,
        vestiging=school.vestiging,
        schooljaar=Schooljaar(2027),
        sjabloon=school.sjabloon,
        op=begin,
    )

    assert _dagen(nieuw) == [INGELEZEN, TOEN, TOEN]
