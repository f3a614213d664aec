"""What the board decided on: only other words ask for a new decision."""

from datetime import timedelta

import pytest
from tests.factories.paginas import onderdeel
from tests.factories.profielen import HGW, OP, School, maak_profiel, maak_school, zet_stappen

from passend.begrippen.profielinhoud import Bron, Methode
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.uitgave import Stapsoort
from passend.profielen.actions.onderdelen import add_rij, remove_rij, rename_rij, restore_rij, save_tekst
from passend.profielen.actions.profiel import overwrite_onderdeel
from passend.profielen.models import Ondersteuningsprofiel
from passend.profielen.queries.besluit import count_na_besluit, get_besluit, list_na_besluit
from passend.profielen.queries.taken import list_schoolstanden, taken_van

pytestmark = pytest.mark.django_db
NA = OP + timedelta(hours=1)


def _schrijf(school: School, profiel: Ondersteuningsprofiel, woorden: str) -> None:
    versie = onderdeel(profiel, "tekst:visie").versie
    save_tekst(actor=school.directeur, profiel=profiel, code="visie", tekst=woorden, versie=versie, op=NA)


def _lego(school: School, profiel: Ondersteuningsprofiel) -> str:
    label, tabel = "Lego", "expertise"
    rij = add_rij(actor=school.directeur, profiel=profiel, tabel=tabel, label=label, soort=None, op=OP)
    return rij.sleutel


def _stap(school: School) -> Stapsoort | None:
    stand = list_schoolstanden(vestigingen=[school.vestiging])[0]
    taken = taken_van(stand, rollen={Rolsoort.BESTUURDER, Rolsoort.DIRECTEUR}, peildatum=OP.date())
    return taken[0].stap


def test_words_that_were_put_back_ask_for_no_new_decision() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    zet_stappen(school, profiel)
    gezien = [(count_na_besluit(profiel=profiel), _stap(school))]

    for woorden in ("Anders.", ""):
        _schrijf(school, profiel, woorden)
        gezien.append((count_na_besluit(profiel=profiel), _stap(school)))

    klaar, opnieuw = (0, Stapsoort.GEPUBLICEERD), (1, Stapsoort.BESTUUR_VASTGESTELD)
    assert gezien == [klaar, opnieuw, klaar]


def test_same_words_found_elsewhere_are_no_change() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    zet_stappen(school, profiel)
    rij = onderdeel(profiel, HGW)

    gelezen = {"bron": Bron(methode=Methode.TEKST, regel=3).als_dict(), "zekerheid": 0.6}
    overwrite_onderdeel(rij, rij.inhoud | gelezen, actor=school.directeur, op=NA)

    assert count_na_besluit(profiel=profiel) == 0


def test_row_that_was_taken_away_and_put_back_is_no_change_and_the_other_way_round_is() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    sleutel = _lego(school, profiel)
    zet_stappen(school, profiel)
    wie = {"actor": school.directeur, "profiel": profiel, "sleutel": sleutel, "op": NA}
    remove_rij(versie=1, **wie)
    weg = count_na_besluit(profiel=profiel)
    restore_rij(**wie)

    assert (weg, count_na_besluit(profiel=profiel)) == (1, 0)


def test_row_that_was_away_when_the_board_decided_is_a_change_when_it_comes_back() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    sleutel = _lego(school, profiel)
    remove_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, versie=1, op=OP)
    zet_stappen(school, profiel)

    restore_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, op=NA)

    assert [een.sleutel for een in list_na_besluit(besluit=get_besluit(profiel=profiel))] == [sleutel]


def test_new_row_is_a_change_until_it_is_taken_away_and_a_new_name_is_one_too() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    sleutel = _lego(school, profiel)
    zet_stappen(school, profiel)
    rij = add_rij(actor=school.directeur, profiel=profiel, tabel="expertise", label="Schaken", soort=None, op=NA)
    gezien = [count_na_besluit(profiel=profiel)]

    remove_rij(actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, versie=1, op=NA)
    gezien.append(count_na_besluit(profiel=profiel))
    rename_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, label="Bouwen", op=NA)

    assert [*gezien, count_na_besluit(profiel=profiel)] == [1, 0, 1]
