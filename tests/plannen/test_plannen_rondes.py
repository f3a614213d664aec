"""Rounds and levels of support: the school chooses, and without a choice it works too."""

from datetime import date

import pytest
from tests.factories.dossiers import nieuwe_regels
from tests.factories.leerlingen import SINDS, maak_gezin, maak_groep
from tests.factories.profielen import JAAR, OP, School, maak_school
from tests.factories.toegang import maak_account
from tests.factories.volgen import maak_resultaat

from passend.begrippen.hgw import NIVEAUS
from passend.begrippen.periode import Periode
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.begrippen.volgen import Vak
from passend.plannen.actions.groepsplannen import draft_groepsplan
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.rondes import set_clustergrenzen, set_niveaus, set_rondes
from passend.plannen.models import Clusterplaats
from passend.plannen.permissions import visible_groepen, why_may_see_groep
from passend.plannen.queries.rondes import get_clustergrenzen, get_ronde_op, list_niveaus, list_rondes
from passend.regels.clusters import ClusterError, Clustergrenzen
from passend.regels.planrondes import verdeel
from passend.toegang.actions import assign_groep

pytestmark = pytest.mark.django_db
RUIM = Clustergrenzen(verdiept_vanaf=60, intensief_tot_en_met=20)
NAMEN = {nummer: (f"Niveau {nummer}", "") for nummer in range(1, 6)}


def _set(school: School, aantal: int) -> None:
    set_rondes(
        actor=school.intern_begeleider,
        vestiging=school.vestiging,
        schooljaar=JAAR,
        rondes=verdeel(JAAR, aantal),
        op=OP,
    )


def test_school_chooses_its_rounds_and_moves_them() -> None:
    school = maak_school()
    _set(school, 2)

    with nieuwe_regels() as nieuw:
        _set(school, 4)

    rondes = list_rondes(vestiging=school.vestiging, schooljaar=JAAR)
    assert [(een.nummer, een.geldig_van) for een in rondes] == [
        (1, date(2026, 8, 1)),
        (2, date(2026, 11, 1)),
        (3, date(2027, 2, 1)),
        (4, date(2027, 5, 1)),
    ]
    assert get_ronde_op(vestiging=school.vestiging, dag=date(2027, 4, 30)) == rondes[2]
    assert get_ronde_op(vestiging=school.vestiging, dag=date(2027, 9, 1)) is None  # another year, not chosen yet
    assert nieuw.regels == [
        (
            school.intern_begeleider,
            "set_rondes",
            f"vestiging:{school.vestiging.pk}",
            "intern_begeleider",
            "wijzigen",
        )
    ]


def test_round_with_plans_does_not_go() -> None:
    gezin = maak_gezin()
    _set(gezin.school, 3)
    in_april = OP.replace(year=2027, month=4, day=5)
    draft_groepsplan(actor=gezin.school.leerkracht, groep=gezin.groep, vak="rekenen", op=in_april)

    with pytest.raises(PlanError, match="staan al groepsplannen"):
        _set(gezin.school, 2)

    assert len(list_rondes(vestiging=gezin.school.vestiging, schooljaar=JAAR)) == 3


def test_days_that_overlap_are_sent_back() -> None:
    school = maak_school()
    rondes = [Periode(date(2026, 8, 1), date(2027, 2, 1)), Periode(date(2027, 2, 1), date(2027, 7, 31))]

    with pytest.raises(PlanError, match="Ronde 2 begint voordat ronde 1 klaar is"):
        set_rondes(actor=school.directeur, vestiging=school.vestiging, schooljaar=JAAR, rondes=rondes, op=OP)

    assert list_rondes(vestiging=school.vestiging, schooljaar=JAAR) == []


def test_school_names_its_levels() -> None:
    school = maak_school()
    eerst = {nummer: niveau.naam for nummer, niveau in list_niveaus(vestiging=school.vestiging).items()}

    set_niveaus(actor=school.directeur, vestiging=school.vestiging, niveaus=NAMEN, op=OP)

    assert eerst == {nummer: naam for nummer, (naam, _uitleg) in enumerate(NIVEAUS, start=1)}
    assert [een.naam for een in list_niveaus(vestiging=school.vestiging).values()] == [
        f"Niveau {nummer}" for nummer in range(1, 6)
    ]


@pytest.mark.parametrize("anders", [{3: ("", "")}, {3: ("x" * 61, "")}, {3: ("x", "y" * 201)}])
def test_level_without_a_name_or_with_too_many_words_is_sent_back(anders: dict[int, tuple[str, str]]) -> None:
    school = maak_school()

    with pytest.raises(PlanError):
        set_niveaus(actor=school.directeur, vestiging=school.vestiging, niveaus={**NAMEN, **anders}, op=OP)

    assert list_niveaus(vestiging=school.vestiging)[1].naam == "Basis"


@pytest.mark.parametrize("wie", ["leerkracht", "mr_lid", "bestuurder", "beheerder", "adviseur"])
def test_who_does_not_guide_or_lead_chooses_nothing(wie: str) -> None:
    school = maak_school()

    with pytest.raises(GeenToegangError):
        set_niveaus(actor=getattr(school, wie), vestiging=school.vestiging, niveaus=NAMEN, op=OP)


def test_list_of_groups_and_its_twin_agree_for_everyone() -> None:
    gezin = maak_gezin()
    school, andere = gezin.school, maak_groep(gezin.school, "8")
    maak_groep(school, "7", schooljaar="2025-2026")
    collega = maak_account(Rolsoort.LEERKRACHT, school.vestiging)
    assign_groep(account=collega, groep=andere, geldig_van=SINDS)
    elders = maak_account(Rolsoort.INTERN_BEGELEIDER, maak_school(school.vestiging.bestuur, brin="99AB").vestiging)
    verwacht = [
        (school.leerkracht, ["5"]),
        (collega, ["8"]),
        (school.intern_begeleider, ["5", "8"]),
        (school.directeur, ["5", "8"]),
        (school.mr_lid, []),
        (school.bestuurder, []),
        (gezin.ouder, []),
        (elders, []),
    ]

    for wie, namen in verwacht:
        groepen = visible_groepen(wie, school.vestiging, op=OP)
        assert [groep.naam for groep in groepen] == namen
        assert [groep.naam for groep in (gezin.groep, andere) if why_may_see_groep(wie, groep, op=OP)] == namen


def test_school_that_chose_borders_gets_other_clusters_in_its_next_plan() -> None:
    gezin = maak_gezin()
    ib, school = gezin.school.intern_begeleider, gezin.school.vestiging
    maak_resultaat(gezin.leerling, vak=Vak.SPELLING, percentiel=70)
    maak_resultaat(gezin.leerling, vak=Vak.REKENEN, percentiel=70)
    vast = {"actor": gezin.school.leerkracht, "groep": gezin.groep, "op": OP}

    draft_groepsplan(vak=Vak.SPELLING, **vast)
    set_clustergrenzen(actor=ib, vestiging=school, grenzen=RUIM, op=OP)
    draft_groepsplan(vak=Vak.REKENEN, **vast)

    clusters = Clusterplaats.objects.order_by("pk").values_list("groepsplan__vak", "cluster")
    assert list(clusters) == [("spelling", "basis"), ("rekenen", "verdiept")]
    assert get_clustergrenzen(vestiging=school) == RUIM
    with pytest.raises(GeenToegangError):
        set_clustergrenzen(actor=gezin.school.leerkracht, vestiging=school, grenzen=RUIM, op=OP)


@pytest.mark.parametrize(
    ("laag", "hoog", "reden"),
    [
        (0, 50, "Een grens is een percentiel van 1 tot en met 99."),
        (40, 100, "Een grens is een percentiel van 1 tot en met 99."),
        (50, 40, "De grens van intensief ligt onder die van verdiept, met basis ertussen."),
        (50, 51, "De grens van intensief ligt onder die van verdiept, met basis ertussen."),
    ],
)
def test_borders_without_basis_between_them_are_refused(laag: int, hoog: int, reden: str) -> None:
    school = maak_school()
    grenzen = Clustergrenzen(verdiept_vanaf=hoog, intensief_tot_en_met=laag)

    with pytest.raises(ClusterError, match=reden):
        set_clustergrenzen(actor=school.directeur, vestiging=school.vestiging, grenzen=grenzen, op=OP)
