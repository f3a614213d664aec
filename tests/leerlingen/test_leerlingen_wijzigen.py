"""What was noted wrongly is put right: names, days, groups, parents, authority, and a pupil who left by mistake."""

from datetime import date, timedelta

import pytest
from tests.factories.bewaren import maak_vertrokken, maak_vol_dossier, stel_voor
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import GEBOREN, maak_gezin, maak_groep, maak_leerling
from tests.factories.leerlingen import SINDS as EERSTE_DAG
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions.bewaren import execute_vernietiging
from passend.leerlingen.actions.leerlingen import (
    LeerlingError,
    Leerlinggegevens,
    Oudergegevens,
    add_ouder,
    deregister_leerling,
    end_ouder,
    place_leerling,
)
from passend.leerlingen.actions.wijzigen import change_gezag, change_leerling, change_ouder, undo_deregistration
from passend.leerlingen.models import Groepsplaatsing, Leerling, Ouderrelatie
from passend.leerlingen.permissions import why_may_read_leerling
from passend.leerlingen.queries.leerlingen import list_groepsnamen, zoek_leerlingen
from passend.toegang.actions import invite
from passend.toegang.models import Account, Uitnodiging
from passend.toegang.queries import list_uitnodigingen

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
VANDAAG = OP.date()
DAG = timedelta(days=1)


def _gegevens(**anders: object) -> Leerlinggegevens:
    velden = {"voornaam": "Pip", "achternaam": "Duinmans", "geboren_op": GEBOREN, "ingeschreven_op": EERSTE_DAG}
    return Leerlinggegevens(**velden | anders)


def _verander(school: School, leerling: Leerling, **anders: object) -> None:
    change_leerling(actor=school.directeur, leerling=leerling, gegevens=_gegevens(**anders), op=LATER)


def test_name_and_days_of_a_pupil_are_put_right_and_the_new_name_is_found() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    nieuw = {"voornaam": " Pippa ", "achternaam": "Van Duin", "geboren_op": date(2018, 3, 15)}

    with nieuwe_regels() as regels:
        _verander(school, leerling, **nieuw)

    leerling.refresh_from_db()
    assert (str(leerling), leerling.geboren_op) == ("Pippa Van Duin", date(2018, 3, 15))
    for woorden, gevonden in (("pippa", [leerling]), ("duin", [leerling]), ("duinmans", [])):
        zoek = zoek_leerlingen(Leerling.objects.all(), vestiging=school.vestiging, woorden=woorden)
        assert (woorden, list(zoek)) == (woorden, gevonden)
    assert regels.regels == [(school.directeur, "change_leerling", onderwerp(leerling), "directeur", "wijzigen")]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"voornaam": " "}, "Vul de hele naam in."),
        ({"achternaam": "x" * 121}, "Dit is te lang"),
        ({"geboren_op": VANDAAG + DAG}, "Deze geboortedag kan niet kloppen"),
        ({"geboren_op": EERSTE_DAG + DAG}, "De inschrijving ligt voor de geboorte"),
        ({"ingeschreven_op": VANDAAG + DAG}, "De inschrijving ligt na de uitschrijving"),
    ],
)
def test_correction_that_cannot_be_is_refused_and_changes_nothing(anders: dict[str, object], zin: str) -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    deregister_leerling(actor=school.directeur, leerling=leerling, uitgeschreven_op=VANDAAG, is_verwezen=False, op=OP)

    with pytest.raises(LeerlingError, match=zin):
        _verander(school, leerling, **anders)

    bewaard = Leerling.objects.get(pk=leerling.pk)
    assert (str(bewaard), bewaard.geboren_op, bewaard.ingeschreven_op) == ("Pip Duinmans", GEBOREN, EERSTE_DAG)


def test_group_that_began_on_the_first_day_begins_on_the_day_it_is_now() -> None:
    school = maak_school()
    leerling = maak_leerling(school, groep=maak_groep(school))

    for eerste in (date(2024, 9, 1), date(2023, 8, 1)):
        _verander(school, leerling, ingeschreven_op=eerste)

        assert Groepsplaatsing.objects.get(leerling=leerling).geldig_van == eerste


def test_pupil_without_a_group_gets_one_and_one_in_a_wrong_group_gets_the_right_one() -> None:
    school = maak_school()
    leerling, vijf, zes = maak_leerling(school), maak_groep(school), maak_groep(school, "6")

    def in_groep(dag: date) -> str | None:
        return list_groepsnamen(leerlingen=[leerling], peildatum=dag).get(leerling.pk)

    for groep, dag in ((vijf, EERSTE_DAG), (zes, EERSTE_DAG), (vijf, EERSTE_DAG), (zes, date(2026, 9, 1))):
        place_leerling(actor=school.directeur, leerling=leerling, groep=groep, geldig_van=dag, op=LATER)
    assert [in_groep(dag) for dag in (EERSTE_DAG, date(2026, 8, 31), date(2026, 9, 1))] == ["5", "5", "6"]
    place_leerling(actor=school.directeur, leerling=leerling, groep=zes, geldig_van=date(2026, 8, 1), op=LATER)

    assert [in_groep(dag) for dag in (date(2026, 7, 31), date(2026, 8, 1), VANDAAG)] == ["5", "6", "6"]
    with pytest.raises(LeerlingError, match="voor de eerste schooldag"):
        place_leerling(actor=school.directeur, leerling=leerling, groep=vijf, geldig_van=EERSTE_DAG - DAG, op=LATER)


def test_parent_is_put_right_and_an_invitation_to_the_old_address_is_withdrawn() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    ouder = _ouder(school, leerling, "jo@thuis.example")
    invite(actor=school.directeur, vestiging=school.vestiging, soort=Rolsoort.OUDER, email="jo@thuis.example", op=OP)

    change_ouder(actor=school.directeur, ouder=ouder, naam=" Jo Bos ", email="jo@nieuw.example", op=LATER)

    ouder.refresh_from_db()
    assert (ouder.naam, ouder.email) == ("Jo Bos", "jo@nieuw.example")
    assert Uitnodiging.objects.get().ingetrokken_op == LATER
    change_ouder(actor=school.directeur, ouder=ouder, naam="Jo Bosch", email="JO@nieuw.example", op=LATER)


def _ouder(school: School, leerling: Leerling, email: str, *, heeft_gezag: bool = True) -> Ouderrelatie:
    gegevens = Oudergegevens(naam="Jo", email=email, heeft_gezag=heeft_gezag, geldig_van=EERSTE_DAG)
    return add_ouder(actor=school.directeur, leerling=leerling, gegevens=gegevens, op=OP)


def test_same_parent_is_noted_once_while_they_are_current() -> None:
    school = maak_school()
    leerling, ander = maak_leerling(school), maak_leerling(school, "Ot")
    eerste, tweede = _ouder(school, leerling, "jo@thuis.example"), _ouder(school, leerling, "bo@thuis.example")
    zin = "Er staat al een ouder met dit e-mailadres bij deze leerling."

    with pytest.raises(LeerlingError, match=zin):
        _ouder(school, leerling, "JO@thuis.example")
    with pytest.raises(LeerlingError, match=zin):
        change_ouder(actor=school.directeur, ouder=tweede, naam="Bo", email="jo@Thuis.example", op=LATER)
    _ouder(school, ander, "jo@thuis.example")
    end_ouder(actor=school.directeur, ouder=eerste, op=OP)
    _ouder(school, leerling, "jo@thuis.example")

    assert Ouderrelatie.objects.filter(leerling=leerling).count() == 3


def test_authority_that_went_on_a_day_is_a_row_that_ends_and_a_new_one() -> None:
    gezin = maak_gezin()
    vanaf = VANDAAG - 3 * DAG

    with nieuwe_regels() as regels:
        nieuw = change_gezag(
            actor=gezin.school.intern_begeleider, ouder=gezin.relatie, heeft_gezag=False, vanaf=vanaf, op=LATER
        )

    gezin.relatie.refresh_from_db()
    assert (gezin.relatie.heeft_gezag, gezin.relatie.geldig_tot_en_met) == (True, vanaf - DAG)
    assert (nieuw.heeft_gezag, nieuw.geldig_van, nieuw.account) == (False, vanaf, gezin.ouder)
    assert why_may_read_leerling(gezin.ouder, gezin.leerling, op=LATER) is None
    assert [regel[1] for regel in regels.regels] == ["change_gezag"]


def test_authority_that_comes_on_a_day_opens_the_file_from_that_day() -> None:
    gezin = maak_gezin()
    relatie = Ouderrelatie.objects.get(account=gezin.ouder_zonder_gezag)

    change_gezag(actor=gezin.school.directeur, ouder=relatie, heeft_gezag=True, vanaf=VANDAAG + DAG, op=LATER)
    relatie.refresh_from_db()
    change_ouder(actor=gezin.school.directeur, ouder=relatie, naam="Jo Nieuw", email=relatie.email, op=LATER)

    ziet = [why_may_read_leerling(gezin.ouder_zonder_gezag, gezin.leerling, op=op) for op in (LATER, LATER + DAG)]
    assert [reden and reden.code for reden in ziet] == [None, "ouder"]
    rijen = Ouderrelatie.objects.filter(account=gezin.ouder_zonder_gezag)
    assert set(rijen.values_list("naam", flat=True)) == {"Jo Nieuw"}


@pytest.mark.parametrize(
    ("heeft_gezag", "vanaf", "zin"),
    [
        (True, VANDAAG, "Zo staat het er al."),
        (False, EERSTE_DAG - DAG, "Op deze dag was deze ouder nog niet genoteerd."),
        (False, VANDAAG + 367 * DAG, "Deze dag ligt te ver weg."),
    ],
)
def test_change_of_authority_that_cannot_be_is_refused(heeft_gezag: bool, vanaf: date, zin: str) -> None:  # noqa: FBT001 -- a column of the table above
    gezin = maak_gezin()

    with pytest.raises(LeerlingError, match=zin):
        change_gezag(actor=gezin.school.directeur, ouder=gezin.relatie, heeft_gezag=heeft_gezag, vanaf=vanaf, op=LATER)

    assert Ouderrelatie.objects.filter(account=gezin.ouder).count() == 1


def test_change_of_authority_that_was_noted_already_is_refused() -> None:
    gezin = maak_gezin()
    end_ouder(actor=gezin.school.directeur, ouder=gezin.relatie, op=OP)

    with pytest.raises(LeerlingError, match="al vastgelegd dat er iets verandert"):
        change_gezag(actor=gezin.school.directeur, ouder=gezin.relatie, heeft_gezag=False, vanaf=VANDAAG, op=LATER)


@pytest.mark.parametrize(("andere_school", "blijft"), [(False, 1), (True, 0)])
def test_invitation_of_a_parent_whose_access_ended_goes_unless_they_come_for_another_child_here(
    andere_school: bool,  # noqa: FBT001 -- a column of the table above
    blijft: int,
) -> None:
    school = maak_school()
    buur = maak_school(school.vestiging.bestuur, brin="99AB")
    ouder = _ouder(school, maak_leerling(school), "jo@thuis.example")
    elders = buur if andere_school else school
    _ouder(elders, maak_leerling(elders, "Ot"), "jo@thuis.example")
    invite(actor=school.directeur, vestiging=school.vestiging, soort=Rolsoort.OUDER, email="jo@thuis.example", op=OP)

    end_ouder(actor=school.directeur, ouder=ouder, op=LATER)

    assert list_uitnodigingen(vestiging=school.vestiging, op=LATER).count() == blijft


def test_pupil_who_left_by_mistake_is_back_in_the_group_and_the_teacher_sees_the_file() -> None:
    gezin = maak_gezin()
    school, leerling = gezin.school, gezin.leerling
    place_leerling(actor=school.directeur, leerling=leerling, groep=gezin.groep, geldig_van=VANDAAG, op=OP)
    weg = {"actor": school.directeur, "leerling": leerling, "is_verwezen": True, "op": OP}
    for dag in (VANDAAG - DAG, VANDAAG):
        deregister_leerling(uitgeschreven_op=dag, **weg)
    assert why_may_read_leerling(school.leerkracht, leerling, op=LATER + DAG) is None

    with nieuwe_regels() as regels:
        undo_deregistration(actor=school.intern_begeleider, leerling=leerling, op=LATER)

    leerling.refresh_from_db()
    assert (leerling.uitgeschreven_op, leerling.is_verwezen) == (None, False)
    assert why_may_read_leerling(school.leerkracht, leerling, op=LATER + DAG) is not None
    wat = onderwerp(leerling)
    assert regels.regels == [(school.intern_begeleider, "undo_deregistration", wat, "intern_begeleider", "wijzigen")]
    with pytest.raises(LeerlingError, match="Deze leerling is niet uitgeschreven"):
        undo_deregistration(actor=school.directeur, leerling=leerling, op=LATER)


def test_leaving_is_not_undone_once_something_may_have_been_destroyed() -> None:
    school = maak_school()
    weg = maak_vertrokken(school, "Bo")
    kort = maak_leerling(school, "Ot")
    deregister_leerling(actor=school.directeur, leerling=kort, uitgeschreven_op=VANDAAG, is_verwezen=False, op=OP)
    execute_vernietiging(actor=school.bestuurder, lijst=stel_voor(school, maak_vol_dossier(school)), op=LATER)

    with pytest.raises(LeerlingError, match="Schrijf de leerling opnieuw in"):
        undo_deregistration(actor=school.directeur, leerling=weg, op=LATER)
    undo_deregistration(actor=school.directeur, leerling=kort, op=LATER)

    weg.refresh_from_db()
    assert weg.uitgeschreven_op is not None


@pytest.mark.parametrize("wie", ["leerkracht", "mr_lid", "bestuurder"])
def test_nothing_is_put_right_by_who_does_not_keep_the_pupils(wie: str) -> None:
    gezin = maak_gezin()
    mensen: list[Account] = [getattr(gezin.school, wie), gezin.ouder, gezin.deskundige]

    for actor in mensen:
        for doe in (
            lambda wie: change_leerling(actor=wie, leerling=gezin.leerling, gegevens=_gegevens(), op=LATER),
            lambda wie: change_ouder(actor=wie, ouder=gezin.relatie, naam="x", email="", op=LATER),
            lambda wie: change_gezag(actor=wie, ouder=gezin.relatie, heeft_gezag=False, vanaf=VANDAAG, op=LATER),
            lambda wie: undo_deregistration(actor=wie, leerling=gezin.leerling, op=LATER),
        ):
            with pytest.raises(GeenToegangError, match="de intern begeleider en de directeur van deze school"):
                doe(actor)
