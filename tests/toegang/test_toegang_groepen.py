"""Who teaches which group: given from a day, perhaps until a day, and over at once when it ends."""

from datetime import date, timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels
from tests.factories.leerlingen import SINDS, maak_groep, maak_leerling
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.permissions import visible_leerlingen
from passend.organisaties.models import Groep
from passend.toegang.actions import (
    GroepstaakError,
    add_groep,
    assign_groep,
    end_groep,
    end_rol,
    give_groep,
    grant_rol,
)
from passend.toegang.models import Account, Groepstaak

pytestmark = pytest.mark.django_db
VANDAAG = OP.date()
MORGEN, GISTEREN = VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)


def _geef(
    school: School, groep: Groep, van: date = VANDAAG, tot: date | None = None, account: Account | None = None
) -> Groepstaak:
    return give_groep(
        actor=school.intern_begeleider,
        account=account or school.leerkracht,
        groep=groep,
        geldig_van=van,
        geldig_tot_en_met=tot,
        op=OP,
    )


def _ziet(school: School, dagen: int = 0) -> int:
    return visible_leerlingen(school.leerkracht, op=OP + timedelta(days=dagen)).count()


def test_teacher_sees_the_pupils_of_a_group_from_the_day_it_is_given_until_it_ends() -> None:
    school = maak_school()
    groep = maak_groep(school)
    maak_leerling(school, groep=groep)
    eerst = _ziet(school)

    with nieuwe_regels() as nieuw:
        taak = _geef(school, groep)
        gegeven = _ziet(school)
        end_groep(actor=school.directeur, taak=taak, op=OP)

    assert (eerst, gegeven, _ziet(school)) == (0, 1, 0)
    assert nieuw.regels == [
        (school.intern_begeleider, "give_groep", f"groepstaak:{taak.pk}", "intern_begeleider", "wijzigen"),
        (school.directeur, "end_groep", f"groepstaak:{taak.pk}", "directeur", "wijzigen"),
    ]


def test_who_stands_in_sees_the_group_on_those_days_alone() -> None:
    school = maak_school()
    groep = maak_groep(school)
    maak_leerling(school, groep=groep)

    _geef(school, groep, MORGEN, MORGEN)

    assert [_ziet(school, dagen) for dagen in range(3)] == [0, 1, 0]


def test_group_that_was_taken_can_be_given_again_the_same_day() -> None:
    school = maak_school()
    groep = maak_groep(school)
    maak_leerling(school, groep=groep)
    end_groep(actor=school.intern_begeleider, taak=_geef(school, groep), op=OP)

    _geef(school, groep)

    assert _ziet(school) == 1


@pytest.mark.parametrize(
    ("van", "tot"),
    [(VANDAAG, None), (MORGEN, None), (VANDAAG, VANDAAG), (VANDAAG, MORGEN), (MORGEN, VANDAAG + timedelta(days=9))],
)
def test_days_on_which_a_teacher_has_the_group_already_are_refused(van: date, tot: date | None) -> None:
    school = maak_school()
    groep = maak_groep(school)
    _geef(school, groep, VANDAAG, MORGEN)

    with pytest.raises(GroepstaakError, match="heeft deze groep al"):
        _geef(school, groep, van, tot)

    assert Groepstaak.objects.count() == 1


def test_days_after_one_another_and_another_teacher_are_no_overlap() -> None:
    school = maak_school()
    groep, ander = maak_groep(school), maak_account(Rolsoort.LEERKRACHT, school.vestiging)

    _geef(school, groep, MORGEN, MORGEN)
    _geef(school, groep, VANDAAG, VANDAAG)
    _geef(school, groep, account=ander)

    assert Groepstaak.objects.count() == 3


@pytest.mark.parametrize(
    ("van", "tot", "zin"),
    [
        (GISTEREN, None, "ligt voor vandaag"),
        (MORGEN, VANDAAG, "ligt voor de eerste"),
        (date(2027, 8, 1), None, "na dit schooljaar"),
        (VANDAAG, date(2027, 8, 1), "na dit schooljaar"),
    ],
)
def test_days_that_cannot_be_are_refused(van: date, tot: date | None, zin: str) -> None:
    school = maak_school()

    with pytest.raises(GroepstaakError, match=zin):
        _geef(school, maak_groep(school), van, tot)


def test_group_of_another_year_and_somebody_who_does_not_teach_here_are_refused() -> None:
    school = maak_school()
    elders = maak_school(school.vestiging.bestuur, brin="99AE", naam="Elders")

    with pytest.raises(GroepstaakError, match="ander schooljaar"):
        _geef(school, maak_groep(school, schooljaar="2025-2026"))
    for wie in (elders.leerkracht, school.mr_lid):
        with pytest.raises(GroepstaakError, match="geen leerkracht"):
            _geef(school, maak_groep(school, str(wie.pk)), account=wie)


@pytest.mark.parametrize("wie", ["leerkracht", "mr_lid", "bestuurder", "adviseur", "beheerder", "buur"])
def test_only_who_guides_or_leads_this_school_gives_and_ends_groups(wie: str) -> None:
    school = maak_school()
    groep = maak_groep(school)
    iemand = (
        maak_school(school.vestiging.bestuur, brin="99AE", naam="Elders").intern_begeleider
        if wie == "buur"
        else getattr(school, wie)
    )
    taak = _geef(school, groep)

    with pytest.raises(GeenToegangError, match="de intern begeleider en de directeur van deze school"):
        give_groep(
            actor=iemand, account=school.leerkracht, groep=groep, geldig_van=MORGEN, geldig_tot_en_met=None, op=OP
        )
    with pytest.raises(GeenToegangError):
        end_groep(actor=iemand, taak=taak, op=OP)
    with pytest.raises(GeenToegangError):
        add_groep(actor=iemand, vestiging=school.vestiging, naam="8", op=OP)

    taak.refresh_from_db()
    assert taak.geldig_tot_en_met is None


def test_what_ended_before_stays_as_it_ended() -> None:
    school = maak_school()
    toen = VANDAAG - timedelta(days=30)
    assign_groep(account=school.leerkracht, groep=maak_groep(school), geldig_van=SINDS, geldig_tot_en_met=toen)

    end_groep(actor=school.intern_begeleider, taak=Groepstaak.objects.get(), op=OP)

    assert Groepstaak.objects.get().geldig_tot_en_met == toen


def test_role_that_ends_takes_the_groups_of_that_school_along_so_that_a_new_one_opens_none() -> None:
    school = maak_school()
    elders = maak_school(school.vestiging.bestuur, brin="99AE", naam="Elders")
    groep, verderop = maak_groep(school), maak_groep(elders)
    maak_leerling(school, groep=groep)
    rol = school.leerkracht.rollen.get()
    grant_rol(account=school.leerkracht, soort=Rolsoort.LEERKRACHT, bij=elders.vestiging, geldig_van=SINDS)
    for een in (groep, verderop):
        assign_groep(account=school.leerkracht, groep=een, geldig_van=SINDS)

    with nieuwe_regels() as nieuw:
        end_rol(actor=school.directeur, rol=rol, op=OP)
    grant_rol(account=school.leerkracht, soort=Rolsoort.LEERKRACHT, bij=school.vestiging, geldig_van=VANDAAG)

    assert _ziet(school) == 0
    assert list(Groepstaak.objects.order_by("pk").values_list("geldig_tot_en_met", flat=True)) == [GISTEREN, None]
    assert [regel[1] for regel in nieuw.regels] == ["end_rol", "end_groep"]


def test_another_role_that_ends_leaves_the_groups_of_who_teaches_on() -> None:
    school = maak_school()
    assign_groep(account=school.leerkracht, groep=maak_groep(school), geldig_van=SINDS)
    rol = grant_rol(account=school.leerkracht, soort=Rolsoort.MR_LID, bij=school.vestiging, geldig_van=SINDS)

    end_rol(actor=school.directeur, rol=rol, op=OP)

    assert Groepstaak.objects.get().geldig_tot_en_met is None


def test_group_is_made_for_this_year_once_under_a_name() -> None:
    school = maak_school()

    with nieuwe_regels() as nieuw:
        groep = add_groep(actor=school.intern_begeleider, vestiging=school.vestiging, naam=" 3  b ", op=OP)

    assert (groep.naam, groep.schooljaar) == ("3 b", "2026-2027")
    assert [regel[1:3] for regel in nieuw.regels] == [("add_groep", f"groep:{groep.pk}")]
    for naam, zin in (("", "Vul in"), ("x" * 41, "te lang"), ("Groep 3 B", "al")):
        with pytest.raises(GroepstaakError, match=zin):
            add_groep(actor=school.intern_begeleider, vestiging=school.vestiging, naam=naam, op=OP)
