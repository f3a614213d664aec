"""Two schools speak about a child: noted once, and seen in the case, at the file that came, and by the gate."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, GEBOREN, besluit, gebeur, maak_aanmelding, maak_contactgegevens, spreek

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.aanmelding import Hulpvraag
from passend.begrippen.overstap import Contactwijze
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.toelating import Toelatingsbesluit
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.besluiten import enrol_aangemelde
from passend.toelating.actions.contact import Contactgegevens, add_contact
from passend.toelating.actions.zaak import void_gebeurtenis
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Schoolcontact
from passend.toelating.queries.contact import Contactkind, contacten_over
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db
KIND = Contactkind(voornaam="Noa", achternaam="Zeegras", geboren_op=GEBOREN, zaak="bestand:7")
GESPREK = maak_contactgegevens()
MET_ELS = "Noor Wilg met Els Vlieger (aan de telefoon): Wat Noa helpt."


def _komt(school: School) -> Aanmelding:
    return maak_aanmelding(school, hulpvraag=Hulpvraag.GEEN, is_elders_ingeschreven=True)


def _noteer(school: School, over: Contactkind | Aanmelding, gegevens: Contactgegevens = GESPREK) -> Schoolcontact:
    actor = school.intern_begeleider
    return add_contact(actor=actor, vestiging=school.vestiging, over=over, gegevens=gegevens, op=OP)


def _in_zaak(aanmelding: Aanmelding) -> list[str]:
    return [een.tekst for een in get_zaak(aanmelding=aanmelding).gebeurtenissen if een.soort == Soort.SCHOOL_GESPROKEN]


def test_talk_noted_in_the_case_is_seen_at_the_file_of_the_same_child() -> None:
    school = maak_school()
    aanmelding = _komt(school)

    contact = _noteer(school, aanmelding)

    assert _in_zaak(aanmelding) == [MET_ELS]
    assert contacten_over(vestiging=school.vestiging, kind=KIND) == [contact]
    assert contacten_over(vestiging=school.vestiging, kind=replace(KIND, voornaam="Tom")) == []


def test_talk_noted_at_the_file_is_counted_by_the_open_case_of_the_same_child() -> None:
    school = maak_school()
    aanmelding = _komt(school)

    contact = _noteer(school, replace(KIND, achternaam="van der Zeegras"))

    assert _in_zaak(aanmelding) == [MET_ELS]
    assert contact.gebeurtenis == Aanmeldgebeurtenis.objects.get(soort=Soort.SCHOOL_GESPROKEN)


def test_talk_noted_at_the_file_before_the_registration_is_counted_when_it_comes() -> None:
    school = maak_school()
    contact = _noteer(school, KIND, replace(GESPREK, op=DAG - timedelta(days=9)))

    aanmelding = _komt(school)

    assert _in_zaak(aanmelding) == [MET_ELS]
    assert get_zaak(aanmelding=aanmelding).feiten.contact_op == DAG - timedelta(days=9)
    assert contacten_over(vestiging=school.vestiging, kind=KIND) == [contact]


@pytest.mark.parametrize("waar", ["zaak", "bestand"])
def test_no_decision_on_a_pupil_of_another_school_before_a_talk_wherever_it_was_noted(waar: str) -> None:
    school = maak_school()
    verband = school.vestiging.bestuur.samenwerkingsverband
    verband.nummer = "PO9901"
    verband.save()
    aanmelding = _komt(school)

    with pytest.raises(ToelatingError, match="Spreek eerst met de school"):
        besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)
    _noteer(school, aanmelding if waar == "zaak" else KIND)

    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)
    assert get_zaak(aanmelding=aanmelding).feiten.besluit is not None


def test_talk_after_a_decision_stays_in_the_log_and_changes_nothing_about_it() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school, hulpvraag=Hulpvraag.GEEN)
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)

    contact = _noteer(school, KIND)

    assert contact.gebeurtenis is None
    assert contacten_over(vestiging=school.vestiging, kind=KIND) == [contact]
    assert get_zaak(aanmelding=aanmelding).feiten.contact_op is None


def test_talk_that_was_taken_back_in_the_case_counts_nowhere() -> None:
    school = maak_school()
    aanmelding = _komt(school)
    rij = spreek(school, aanmelding)

    void_gebeurtenis(
        actor=school.intern_begeleider, aanmelding=aanmelding, gebeurtenis=rij, reden_tekst="Ander kind.", op=OP
    )

    assert contacten_over(vestiging=school.vestiging, kind=KIND) == []
    assert get_zaak(aanmelding=aanmelding).feiten.contact_op is None


def test_talks_of_a_case_are_of_the_pupil_once_the_child_is_one() -> None:
    school = maak_school()
    aanmelding = _komt(school)
    contact = _noteer(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)

    leerling = enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=DAG, op=OP)

    assert contacten_over(vestiging=school.vestiging, leerling=leerling) == [contact]


def test_nothing_is_noted_in_a_case_that_the_parents_withdrew() -> None:
    school = maak_school()
    aanmelding = _komt(school)
    gebeur(school, aanmelding, Soort.INGETROKKEN, 0, tekst="Gebeld.")

    with pytest.raises(ToelatingError, match="trokken deze aanmelding in"):
        _noteer(school, aanmelding)
    assert _noteer(school, KIND).gebeurtenis is None


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"op": DAG + timedelta(days=1)}, "moet nog komen"),
        ({"op": date(1, 1, 1)}, "te lang geleden voor deze overstap"),
        ({"op": OP.date().replace(year=OP.year - 3)}, "te lang geleden voor deze overstap"),
        ({"waarover": " "}, "waarover het ging"),
        ({"wie_daar": ""}, "met wie het contact was"),
        ({"andere_school": "x" * 161}, "te lang"),
    ],
)
def test_talk_that_cannot_be_or_says_nothing_is_refused(anders: dict[str, object], zin: str) -> None:
    gezin: Gezin = maak_gezin()
    ib, waar = gezin.school.intern_begeleider, gezin.school.vestiging

    for over in (gezin.leerling, KIND, _komt(gezin.school)):
        with pytest.raises(ToelatingError, match=zin):
            add_contact(actor=ib, vestiging=waar, over=over, gegevens=maak_contactgegevens(**anders), op=OP)

    assert Schoolcontact.objects.count() == 0


def test_who_teaches_notes_no_talk() -> None:
    gezin = maak_gezin()

    for over in (gezin.leerling, KIND):
        with pytest.raises(GeenToegangError):
            add_contact(
                actor=gezin.school.leerkracht, vestiging=gezin.school.vestiging, over=over, gegevens=GESPREK, op=OP
            )


def test_by_what_means_is_said_in_dutch_whoever_notes_it() -> None:
    school = maak_school()
    aanmelding = _komt(school)

    _noteer(school, aanmelding, replace(GESPREK, wijze=Contactwijze.BEELD))

    assert _in_zaak(aanmelding) == [MET_ELS.replace("aan de telefoon", "met beeldbellen")]


def test_registration_of_a_child_of_another_school_says_which_school_that_is() -> None:
    with pytest.raises(ToelatingError, match="op welke school het kind nu zit"):
        maak_aanmelding(maak_school(), is_elders_ingeschreven=True, huidige_school=" ")


@pytest.mark.parametrize("waar", ["zaak", "bestand"])
def test_talk_that_is_sent_twice_is_noted_once(waar: str) -> None:
    school = maak_school()
    over = _komt(school) if waar == "zaak" else KIND

    eerste, tweede = _noteer(school, over), _noteer(school, over)

    assert eerste.pk == tweede.pk
    assert Schoolcontact.objects.count() == 1
