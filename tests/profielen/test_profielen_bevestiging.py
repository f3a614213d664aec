"""Saying that something is still right makes it younger, and changes nothing."""

from datetime import timedelta

import pytest
from tests.factories.paginas import onderdeel
from tests.factories.profielen import HGW, OP, maak_editie, maak_profiel, maak_school, zet_stappen

from passend.begrippen.profielinhoud import Bron, Methode
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.schooljaar import Schooljaar
from passend.profielen.actions.bevestiging import confirm_onderdelen
from passend.profielen.actions.onderdelen import save_rij
from passend.profielen.actions.profiel import OnderdeelError, overwrite_onderdeel
from passend.profielen.actions.vaststelling import publish_profiel
from passend.profielen.models import Onderdeelversie
from passend.profielen.queries.besluit import count_na_besluit
from passend.profielen.queries.openbaar import get_uitgave_van_editie
from passend.profielen.queries.taken import count_veranderd
from passend.profielen.queries.werk import rijen_op
from passend.toegang.queries import list_logregels

pytestmark = pytest.mark.django_db
VISIE = "tekst:visie"
LATER = OP + timedelta(days=400)


def test_what_is_still_right_counts_from_the_day_somebody_said_so_also_in_the_edition() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    confirm_onderdelen(actor=school.intern_begeleider, profiel=profiel, sleutels=[HGW, VISIE], op=LATER)

    dagen = rijen_op(profiel=profiel)
    assert (dagen[HGW], dagen[VISIE], dagen["rij:hgw:positief"]) == (LATER.date(), LATER.date(), OP.date())
    assert not Onderdeelversie.objects.exists()
    regel = list_logregels(onderwerp=f"profiel:{profiel.pk}")[0]
    assert (regel.handeling, regel.reden) == ("confirm_onderdelen", "intern_begeleider")
    zet_stappen(school, profiel, LATER)
    editie = publish_profiel(actor=school.directeur, profiel=profiel, op=LATER)
    assert get_uitgave_van_editie(editie=editie, peildatum=LATER.date()).rijen_op[HGW] == LATER.date()


def test_confirming_voids_no_decision_and_makes_no_edition_out_of_date() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    zet_stappen(school, profiel)
    confirm_onderdelen(actor=school.directeur, profiel=profiel, sleutels=[HGW], op=OP + timedelta(hours=1))
    na_besluit = count_na_besluit(profiel=profiel)
    editie = publish_profiel(actor=school.directeur, profiel=profiel, op=OP + timedelta(hours=2))

    confirm_onderdelen(actor=school.directeur, profiel=profiel, sleutels=[HGW], op=LATER)

    assert (na_besluit, count_veranderd(profiel=profiel, editie=editie)) == (0, 0)


def test_other_words_void_the_confirmation_and_the_same_words_from_elsewhere_do_not() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    confirm_onderdelen(actor=school.directeur, profiel=profiel, sleutels=[HGW, VISIE], op=LATER)
    rij, visie = onderdeel(profiel, HGW), onderdeel(profiel, VISIE)
    gelezen = {"bron": Bron(methode=Methode.TEKST, regel=3).als_dict(), "zekerheid": 0.6}

    overwrite_onderdeel(rij, rij.inhoud | gelezen, actor=school.directeur, op=LATER)
    overwrite_onderdeel(visie, visie.inhoud | gelezen | {"tekst": "Anders."}, actor=school.directeur, op=LATER)

    assert onderdeel(profiel, HGW).bevestigd_op == LATER
    assert onderdeel(profiel, VISIE).bevestigd_op is None


def test_confirmation_comes_along_to_the_next_year() -> None:
    school = maak_school()
    confirm_onderdelen(actor=school.directeur, profiel=maak_profiel(school), sleutels=[HGW], op=LATER)

    assert onderdeel(maak_profiel(school, Schooljaar(2027), LATER), HGW).bevestigd_op == LATER


def test_only_who_writes_confirms_and_only_what_is_there() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(GeenToegangError):
        confirm_onderdelen(actor=school.leerkracht, profiel=profiel, sleutels=[HGW], op=OP)
    with pytest.raises(OnderdeelError, match="Dit onderdeel is er niet meer"):
        confirm_onderdelen(actor=school.directeur, profiel=profiel, sleutels=[HGW, "rij:hgw:weg"], op=OP)

    assert not profiel.onderdelen.filter(bevestigd_op__isnull=False, sleutel="rij:hgw:weg").exists()


def test_edition_of_before_keeps_its_days() -> None:
    school = maak_school()
    editie = maak_editie(school)
    versie = onderdeel(editie.profiel, HGW).versie
    cellen = {"op_orde": True}
    save_rij(actor=school.directeur, profiel=editie.profiel, sleutel=HGW, cellen=cellen, versie=versie, op=LATER)

    confirm_onderdelen(actor=school.directeur, profiel=editie.profiel, sleutels=[HGW], op=LATER)

    assert get_uitgave_van_editie(editie=editie, peildatum=LATER.date()).rijen_op[HGW] == OP.date()
