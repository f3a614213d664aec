"""A file of another school tells where a child comes from: then both schools speak before one decides."""

import pytest
from tests.factories.oso import maak_popo
from tests.factories.overstap import laat_toe
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, maak_aanmelding, maak_contactgegevens

from passend.begrippen.aanmelding import Hulpvraag
from passend.begrippen.overstap import Overstapopgave
from passend.begrippen.toelating import Toelatingsbesluit
from passend.organisaties.models import Bestuur
from passend.overstap.actions.bestand import keep_bestand
from passend.toegang.models import Logregel
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.contact import add_contact
from passend.toelating.models import Aanmelding
from passend.toelating.queries.zaken import get_zaak
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso

pytestmark = [pytest.mark.django_db]
XML = schrijf_oso(maak_popo())
FENNA = maak_opgave(lees_oso(XML))


def _school() -> School:
    """A school in the region that agreed on it."""
    school = maak_school()
    verband = school.vestiging.bestuur.samenwerkingsverband
    type(verband).objects.filter(pk=verband.pk).update(nummer="PO2815")
    school.vestiging.bestuur = Bestuur.objects.get(pk=school.vestiging.bestuur_id)
    return school


def _lever_in(school: School, opgave: Overstapopgave = FENNA) -> None:
    keep_bestand(actor=school.intern_begeleider, vestiging=school.vestiging, opgave=opgave, inhoud=XML, op=OP)


def _meld_aan(school: School, voornaam: str = FENNA.voornaam, huidige_school: str = "") -> Aanmelding:
    return maak_aanmelding(
        school,
        voornaam=voornaam,
        achternaam=FENNA.achternaam,
        geboren_op=FENNA.geboren_op,
        hulpvraag=Hulpvraag.GEEN,
        huidige_school=huidige_school,
    )


def _laat_toe(school: School, aanmelding: Aanmelding) -> None:
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, dagen=0)


@pytest.mark.parametrize("eerst", ["bestand", "aanmelding", "alleen de naam"])
def test_a_child_of_another_school_is_decided_on_after_a_talk_whoever_ticked_what(eerst: str) -> None:
    school = _school()
    if eerst == "bestand":
        _lever_in(school)
    aanmelding = _meld_aan(school, huidige_school=FENNA.van_school if eerst == "alleen de naam" else "")
    if eerst == "aanmelding":
        _lever_in(school)

    aanmelding.refresh_from_db()
    assert (aanmelding.huidige_school, aanmelding.is_elders_ingeschreven) == (FENNA.van_school, False)
    with pytest.raises(ToelatingError, match="Spreek eerst met de school"):
        _laat_toe(school, aanmelding)
    add_contact(
        actor=school.intern_begeleider,
        vestiging=school.vestiging,
        over=aanmelding,
        gegevens=maak_contactgegevens(),
        op=OP,
    )
    _laat_toe(school, aanmelding)
    assert get_zaak(aanmelding=aanmelding).feiten.besluit is not None


def test_a_file_of_a_twin_says_nothing_of_this_child() -> None:
    school = _school()
    _lever_in(school)

    aanmelding = _meld_aan(school, voornaam="Bram")

    assert aanmelding.huidige_school == ""
    _laat_toe(school, aanmelding)


def test_a_file_that_comes_after_the_decision_changes_nothing_about_it() -> None:
    school = _school()
    laat_toe(school, FENNA)

    _lever_in(school)

    assert Aanmelding.objects.get().huidige_school == ""
    assert not Logregel.objects.filter(handeling="note_andere_school").exists()


def test_what_the_school_wrote_itself_stays() -> None:
    school = _school()
    aanmelding = _meld_aan(school, huidige_school="De Zelfgetypte")

    _lever_in(school)

    aanmelding.refresh_from_db()
    assert aanmelding.huidige_school == "De Zelfgetypte"
