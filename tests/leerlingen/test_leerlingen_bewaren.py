"""How long the file of a pupil stays: the terms, the choice of a board, and what is contested."""

from datetime import date, timedelta

import pytest
from tests.factories.bewaren import ALLES, maak_vertrokken, maak_vol_dossier, stel_voor
from tests.factories.leerlingen import maak_gezin
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.bewaarkeuze import set_bewaarkeuze
from passend.leerlingen.actions.bewaren import end_aanhouding, hold_leerling
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Aanhouding
from passend.leerlingen.queries.bewaren import (
    get_keuzes,
    list_aanhoudingen,
    list_keuzes,
    list_posten,
    list_wachtend,
)
from passend.regels.vernietiging import Vernietigingsbezwaar
from passend.toegang.models import Logregel

pytestmark = pytest.mark.django_db
K, B = Bewaarklasse, Vernietigingsbezwaar
DAG = OP.date()


def _posten(school: School, peildatum: date = DAG) -> dict[str, B | None]:
    return {str(post.klasse): post.bezwaar for post in list_posten(vestiging=school.vestiging, peildatum=peildatum)}


def _kies(school: School, maanden: int | None, waarom: str = "Nazorg duurt bij ons langer.") -> None:
    set_bewaarkeuze(
        actor=school.bestuurder,
        vestiging=school.vestiging,
        klasse=K.BEGELEIDING,
        maanden=maanden,
        waarom=waarom,
        op=OP,
    )


def test_each_class_of_a_pupil_who_left_has_its_term_and_what_must_go_with_it() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school, uit=date(2024, 10, 5))
    maak_gezin(school)  # still here

    posten = list_posten(vestiging=school.vestiging, peildatum=DAG)

    assert [(str(post.klasse), post.begint_op, post.bezwaar) for post in posten] == [
        ("begeleiding", date(2026, 10, 5), None),
        ("overstapdossier", date(2029, 10, 5), B.NOG_BEWAREN),
        ("bekostiging", date(2029, 10, 5), B.NOG_BEWAREN),
        ("inschrijving", date(2029, 10, 5), B.NOG_BEWAREN),
    ]
    assert [post.samen_met for post in posten] == [(), (), (), (K.BEGELEIDING, K.BEKOSTIGING, K.OVERSTAPDOSSIER)]
    assert [post.sleutel for post in posten] == [f"{leerling.sleutel}:{post.klasse}" for post in posten]


def test_pupil_of_whom_nothing_else_is_kept_has_one_class() -> None:
    school = maak_school()
    maak_vertrokken(school)

    assert _posten(school) == {"inschrijving": None}


def test_file_of_who_was_referred_stays_a_year_longer() -> None:
    school = maak_school()
    maak_vol_dossier(school, uit=date(2024, 10, 5), is_verwezen=True)

    assert _posten(school)["begeleiding_verwezen"] is B.NOG_BEWAREN
    assert _posten(school, date(2027, 10, 4))["begeleiding_verwezen"] is B.NOG_BEWAREN
    assert _posten(school, date(2027, 10, 5))["begeleiding_verwezen"] is None


def test_what_waits_for_the_board_says_on_which_list_and_the_board_sees_years_and_no_names() -> None:
    school = maak_school()
    leerling, ander = maak_vol_dossier(school), maak_vol_dossier(school, "Ot", uit=date(2020, 7, 31))
    maak_vol_dossier(school, "Bo")
    lijst = stel_voor(school, leerling, ander)

    posten = list_posten(vestiging=school.vestiging, peildatum=DAG)
    (beeld,) = list_wachtend(vestiging=school.vestiging)

    assert [post.lijst for post in posten if post.tabelklasse is K.BEKOSTIGING] == [None, lijst, lijst]
    assert [(str(regel.klasse), regel.leerlingen, dict(regel.jaren)) for regel in beeld.regels] == [
        (str(klasse), 2, {2020: 1, 2021: 1}) for klasse in sorted(ALLES)
    ]


def test_board_keeps_a_file_longer_and_leaves_it_to_the_guideline_again() -> None:
    school = maak_school()
    maak_vol_dossier(school, uit=date(2024, 10, 5))

    _kies(school, 36)
    assert (_posten(school)["begeleiding"], get_keuzes(bestuur=school.vestiging.bestuur_id)) == (
        B.NOG_BEWAREN,
        {K.BEGELEIDING: 36},
    )
    _kies(school, 24)
    assert [(keuze.maanden, keuze.waarom) for keuze in list_keuzes(bestuur=school.vestiging.bestuur_id)] == [
        (24, "Nazorg duurt bij ons langer.")
    ]
    _kies(school, None, "")
    assert list_keuzes(bestuur=school.vestiging.bestuur_id) == []
    assert (
        list(Logregel.objects.filter(onderwerp__startswith="bestuur:").values_list("handeling", flat=True))
        == ["set_bewaarkeuze:begeleiding"] * 3
    )


def test_board_cannot_choose_where_the_law_says_it_or_without_a_reason() -> None:
    school = maak_school()

    for klasse, waarom, zin in (
        (K.INSCHRIJVING, "Ruimte", "Deze termijn staat vast"),
        (K.BEGELEIDING, "  ", "Schrijf in een zin waarom"),
    ):
        with pytest.raises(LeerlingError, match=zin):
            set_bewaarkeuze(
                actor=school.bestuurder, vestiging=school.vestiging, klasse=klasse, maanden=12, waarom=waarom, op=OP
            )
    with pytest.raises(GeenToegangError, match="het bestuur van deze school"):
        set_bewaarkeuze(
            actor=school.directeur, vestiging=school.vestiging, klasse=K.BEGELEIDING, maanden=12, waarom="x", op=OP
        )


@pytest.mark.parametrize("wie", ["intern_begeleider", "directeur"])
def test_dispute_keeps_everything_until_it_is_over(wie: str) -> None:
    school = maak_school()
    leerling, actor = maak_vol_dossier(school), getattr(school, wie)

    aanhouding = hold_leerling(actor=actor, leerling=leerling, reden="bezwaar", op=OP)
    assert set(_posten(school).values()) == {B.AANGEHOUDEN}
    assert list_aanhoudingen(vestiging=school.vestiging) == [aanhouding]
    for _keer in range(2):
        end_aanhouding(actor=actor, aanhouding=aanhouding, op=OP + timedelta(days=1))

    assert set(_posten(school).values()) == {None}
    assert list_aanhoudingen(vestiging=school.vestiging) == []
    assert Aanhouding.objects.get(pk=aanhouding.pk).geeindigd_op == date(2026, 10, 6)
    regels = Logregel.objects.filter(account=actor, onderwerp=f"leerling:{leerling.sleutel.hex}")
    assert [regel.handeling for regel in regels.order_by("-pk")][:2] == ["end_aanhouding", "hold_leerling"]


def test_second_dispute_keeps_everything_when_the_first_is_over() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    eerste = hold_leerling(actor=school.directeur, leerling=leerling, reden="bezwaar", op=OP)
    hold_leerling(actor=school.directeur, leerling=leerling, reden="geschil", op=OP)

    end_aanhouding(actor=school.directeur, aanhouding=eerste, op=OP)

    assert set(_posten(school).values()) == {B.AANGEHOUDEN}


def test_dispute_is_noted_once_for_a_reason_there_is_by_who_keeps_the_pupils() -> None:
    school = maak_school()
    leerling = maak_vertrokken(school)
    aanhouding = hold_leerling(actor=school.directeur, leerling=leerling, reden="klacht", op=OP)

    with pytest.raises(LeerlingError, match="Dit is al vastgelegd"):
        hold_leerling(actor=school.intern_begeleider, leerling=leerling, reden="klacht", op=OP)
    with pytest.raises(LeerlingError, match="Kies waarom"):
        hold_leerling(actor=school.directeur, leerling=leerling, reden="zomaar", op=OP)
    for wie in (school.leerkracht, school.bestuurder, school.adviseur):
        with pytest.raises(GeenToegangError, match="de intern begeleider en de directeur"):
            hold_leerling(actor=wie, leerling=leerling, reden="bezwaar", op=OP)
        with pytest.raises(GeenToegangError, match="de intern begeleider en de directeur"):
            end_aanhouding(actor=wie, aanhouding=aanhouding, op=OP)
