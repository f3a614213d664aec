"""A file goes to the child it is about: never to a twin, nor to a child with only one of its names."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.oso import maak_popo
from tests.factories.overstap import laat_toe
from tests.factories.profielen import OP, School, maak_school

from passend.leerlingen.models import Dossierstuk, Leerling
from passend.overstap.actions.bestand import Inschrijving, Vergelijking, compare_bestand, keep_bestand, take_over
from passend.overstap.actions.contact import OverstapError
from passend.overstap.models import Overstapbestand
from passend.toelating.actions.besluiten import enrol_aangemelde
from passend.toelating.models import Aanmelding
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso

pytestmark = [pytest.mark.django_db]
XML = schrijf_oso(maak_popo())
FENNA = replace(maak_opgave(lees_oso(XML)), achternaam="van Zoutman")


def _ingeschreven(school: School, **namen: str) -> Leerling:
    """A pupil with these names, born on the day of Fenna."""
    komt = laat_toe(school, replace(FENNA, **namen))
    return enrol_aangemelde(
        actor=school.directeur,
        aanmelding=Aanmelding.objects.get(pk=komt.aanmelding),
        ingeschreven_op=OP.date(),
        op=OP,
    )


def _bestand(school: School) -> Overstapbestand:
    return keep_bestand(actor=school.intern_begeleider, vestiging=school.vestiging, opgave=FENNA, inhoud=XML, op=OP)


def _beeld(school: School) -> Vergelijking:
    return compare_bestand(vestiging=school.vestiging, opgave=FENNA, bestand=_bestand(school))


def _neem_over(school: School, inschrijving: Inschrijving | None = None) -> Leerling:
    return take_over(
        actor=school.intern_begeleider, bestand=_bestand(school), opgave=FENNA, inschrijving=inschrijving, op=OP
    )


@pytest.mark.parametrize(
    "namen", [{"voornaam": "Bram"}, {"achternaam": "Bakker"}, {"voornaam": "Fen"}, {"achternaam": "Zoutmansen"}]
)
def test_a_twin_and_a_child_with_one_of_the_names_are_never_offered_and_get_nothing(namen: dict[str, str]) -> None:
    school = maak_school()
    ander = _ingeschreven(school, **namen)
    aanmelding = Aanmelding.objects.get()

    beeld = _beeld(school)

    assert beeld.leerling is None
    assert beeld.keuze is not None
    assert beeld.keuze.aanmeldingen == []
    with pytest.raises(OverstapError, match="geen aanmelding van dit kind"):
        _neem_over(school, Inschrijving(aanmelding=aanmelding.pk, eerste_dag=OP.date()))
    assert not Dossierstuk.objects.filter(leerling=ander).exists()


def test_the_registration_of_the_child_itself_goes_before_a_pupil_of_the_same_day() -> None:
    school = maak_school()
    _ingeschreven(school, voornaam="Bram")
    eigen = laat_toe(school, FENNA)

    beeld = _beeld(school)
    leerling = _neem_over(school, eigen)

    assert beeld.leerling is None
    assert beeld.keuze is not None
    assert beeld.keuze.enige is not None
    assert beeld.keuze.enige.pk == eigen.aanmelding
    assert leerling.voornaam == FENNA.voornaam


def test_a_surname_without_what_stands_before_it_is_the_same_child() -> None:
    school = maak_school()
    fenna = _ingeschreven(school, achternaam="Zoutman")

    assert _beeld(school).leerling == fenna


def test_a_name_that_is_alike_is_asked_and_never_chosen_beforehand() -> None:
    school = maak_school()
    fenna = _ingeschreven(school, voornaam=f"{FENNA.voornaam} Maria")
    aanmelding = Aanmelding.objects.get()

    beeld = _beeld(school)

    assert beeld.leerling is None
    assert beeld.keuze is not None
    assert (beeld.keuze.aanmeldingen, beeld.keuze.enige) == ([aanmelding], None)
    with pytest.raises(OverstapError, match="Kies de aanmelding"):
        _neem_over(school)
    assert _neem_over(school, Inschrijving(aanmelding=aanmelding.pk, eerste_dag=None)) == fenna


def test_a_child_that_is_no_pupil_yet_needs_a_first_school_day() -> None:
    school = maak_school()
    komt = laat_toe(school, FENNA)

    with pytest.raises(OverstapError, match="vul de eerste schooldag in"):
        _neem_over(school, Inschrijving(aanmelding=komt.aanmelding, eerste_dag=None))


@pytest.mark.parametrize(("dag", "kan"), [(date(2028, 7, 31), True), (date(2028, 8, 1), False)])
def test_the_first_school_day_is_in_this_or_the_next_school_year(dag: date, *, kan: bool) -> None:
    school = maak_school()
    komt = Inschrijving(aanmelding=laat_toe(school, FENNA).aanmelding, eerste_dag=dag)

    if kan:
        assert _neem_over(school, komt).ingeschreven_op == dag
    else:
        with pytest.raises(OverstapError, match="eerste schooldag is uiterlijk 31-07-2028"):
            _neem_over(school, komt)
