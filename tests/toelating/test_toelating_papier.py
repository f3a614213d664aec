"""The paper of a registration, and the language in which parents read its letters."""

from dataclasses import replace

import pytest
from tests.factories.leerlingen import maak_leerling
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import SCAN, besluit, maak_aanmelding, maak_beleid, maak_kind

from passend.begrippen.aanmelding import Aanmeldweg, Briefsoort, Oudertaal
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.toelating.actions.aanmelden import (
    MEESTE_SCANS,
    Aanmelder,
    ToelatingError,
    add_aanmeldscan,
    set_oudertaal,
)
from passend.toelating.actions.besluiten import enrol_aangemelde
from passend.toelating.actions.brieven import receive_aanmelding
from passend.toelating.models import Aanmelding, Aanmeldscan, Brief
from passend.toelating.queries.uitvoer import get_toelatingsrubrieken, list_toelatingsbestanden

pytestmark = pytest.mark.django_db
OUDERS = [Aanmelder(naam="Sanne Zeegras", email="")]


@pytest.fixture
def school() -> School:
    """A school that lets parents register."""
    school = maak_school()
    maak_beleid(school)
    return school


def test_paper_comes_with_its_scan_and_of_another_way_none_is_kept(school: School) -> None:
    for weg in (Aanmeldweg.PAPIER, Aanmeldweg.SCHOOL):
        receive_aanmelding(
            actor=school.intern_begeleider,
            vestiging=school.vestiging,
            kind=maak_kind(weg=weg),
            ouders=OUDERS,
            scan=SCAN,
            op=OP,
        )

    assert [een.aanmelding.weg for een in Aanmeldscan.objects.select_related("aanmelding")] == [Aanmeldweg.PAPIER]


def test_paper_is_refused_where_none_was_and_when_there_are_many(school: School) -> None:
    ib, digitaal = school.intern_begeleider, maak_aanmelding(school, weg=Aanmeldweg.SCHOOL)
    papier = maak_aanmelding(school)
    for nummer in range(MEESTE_SCANS):
        add_aanmeldscan(actor=ib, aanmelding=papier, scan=replace(SCAN, inhoud=bytes([nummer])), op=OP)

    with pytest.raises(ToelatingError, match="Deze kwam anders binnen"):
        add_aanmeldscan(actor=ib, aanmelding=digitaal, scan=SCAN, op=OP)
    with pytest.raises(ToelatingError, match="Zet meer bladzijden samen"):
        add_aanmeldscan(actor=ib, aanmelding=papier, scan=SCAN, op=OP)
    with pytest.raises(GeenToegangError):
        add_aanmeldscan(actor=school.leerkracht, aanmelding=papier, scan=SCAN, op=OP)


def test_paper_is_part_of_the_file_of_the_pupil_it_became(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    add_aanmeldscan(actor=school.intern_begeleider, aanmelding=aanmelding, scan=SCAN, op=OP)
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)
    leerling = enrol_aangemelde(actor=school.intern_begeleider, aanmelding=aanmelding, ingeschreven_op=OP.date(), op=OP)

    [scan] = list_toelatingsbestanden(leerling, [Vertrouwelijkheid.ZORG])

    assert (scan.bij, scan.extensie, scan.inhoud) == ("Aanmelding op papier", "png", b"een plaatje")
    assert list_toelatingsbestanden(leerling, [Vertrouwelijkheid.GEWOON]) == []


def test_file_of_the_pupil_says_what_was_decided_and_on_which_ground(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, doorbreking="Besproken.", grond=Weigeringsgrond.SCHOOL_VOL)
    leerling = maak_leerling(school)
    Aanmelding.objects.filter(pk=aanmelding.pk).update(leerling=leerling)

    rubrieken = {een.naam: een for een in get_toelatingsrubrieken(leerling, [Vertrouwelijkheid.ZORG])}

    assert "besluit: geweigerd, want er is geen plaats" in [een["wat"] for een in rubrieken["toelating"].regels]


def test_letters_carry_a_translation_from_the_moment_it_is_chosen(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    set_oudertaal(actor=school.intern_begeleider, aanmelding=aanmelding, taal=Oudertaal.ENGELS, op=OP)

    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)

    eerst, later = Brief.objects.order_by("pk")
    assert (eerst.soort, eerst.vertaling) == (Briefsoort.ONTVANGST, "")
    assert later.tekst.startswith("Beste Sanne Zeegras,\n\nGoed nieuws: Noa is welkom")
    assert later.vertaling.split("\n\n")[:3] == [
        "This is a translation, to help you. The Dutch text is the decision.",
        "Dear Sanne Zeegras,",
        f"Good news: Noa is welcome at {school.vestiging}. The board has admitted your child.",
    ]
