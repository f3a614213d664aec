"""Accounts, roles with a period, and the log."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband, maak_vestiging
from tests.factories.profielen import OP, maak_school
from tests.factories.toegang import SINDS, maak_account

from passend.begrippen.rollen import GeenToegangError, Reden, Rolsoort
from passend.organisaties.models import Vestiging
from passend.toegang.actions import (
    RolError,
    accept_uitnodiging,
    create_account,
    create_demo_account,
    end_gastrol,
    end_rol,
    grant_rol,
    invite,
    log_handeling,
)
from passend.toegang.models import Account, Logregel, Rol
from passend.toegang.queries import (
    get_account,
    list_demo_accounts,
    list_logregels,
    list_rollen,
    list_rolperioden_bij_bestuur,
    list_vestigingen_van,
    onthoud_rollen,
    rollen_van,
    rolsoorten_bij,
)

pytestmark = pytest.mark.django_db
PEILDATUM = date(2026, 10, 5)


def test_rol_at_two_organisations_is_refused_by_the_database() -> None:
    vestiging = maak_vestiging()
    account = maak_account()

    with pytest.raises(IntegrityError), transaction.atomic():
        Rol.objects.create(
            account=account, soort="directeur", vestiging=vestiging, bestuur=vestiging.bestuur, geldig_van=PEILDATUM
        )


def test_rol_without_organisation_is_refused_by_the_database() -> None:
    account = maak_account()

    with pytest.raises(IntegrityError), transaction.atomic():
        Rol.objects.create(account=account, soort="directeur", geldig_van=PEILDATUM)


@pytest.mark.parametrize("soort", [Rolsoort.DIRECTEUR, Rolsoort.LEERKRACHT, Rolsoort.ADVISEUR])
def test_rol_of_a_school_cannot_be_given_at_a_bestuur(soort: Rolsoort) -> None:
    bestuur = maak_bestuur()

    with pytest.raises(RolError, match=f"De rol '{soort}' bestaat niet bij Stichting 99001"):
        grant_rol(account=maak_account(), soort=soort, bij=bestuur, geldig_van=PEILDATUM)


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2026, 7, 31), []),
        (date(2026, 8, 1), ["directeur"]),
        (date(2027, 7, 31), ["directeur"]),
        (date(2027, 8, 1), []),
    ],
)
def test_rol_counts_from_its_first_to_its_last_day(dag: date, verwacht: list[str]) -> None:
    account = maak_account()
    rol = grant_rol(account=account, soort=Rolsoort.DIRECTEUR, bij=maak_vestiging(), geldig_van=date(2026, 8, 1))
    Rol.objects.filter(pk=rol.pk).update(geldig_tot_en_met=date(2027, 7, 31))

    assert [rol.soort for rol in list_rollen(account=account, peildatum=dag)] == verwacht


def test_account_that_is_not_active_has_no_roles() -> None:
    account = maak_account(Rolsoort.DIRECTEUR, maak_vestiging())
    account.is_active = False

    assert list(list_rollen(account=account, peildatum=PEILDATUM)) == []


def test_visitor_who_is_not_signed_in_has_no_roles_and_no_schools() -> None:
    vestiging = maak_vestiging()
    bezoeker = AnonymousUser()

    assert rolsoorten_bij(account=bezoeker, vestiging=vestiging, peildatum=PEILDATUM) == frozenset()
    assert list(list_vestigingen_van(account=bezoeker, peildatum=PEILDATUM)) == []


def _drie_scholen() -> tuple[Vestiging, Vestiging, Vestiging]:
    """Two boards in one region, one elsewhere."""
    verband = maak_samenwerkingsverband("PO9901")
    elders = maak_bestuur(maak_samenwerkingsverband("PO9902"), "99003")
    return (
        maak_vestiging(maak_bestuur(verband, "99001"), "99AA", "A"),
        maak_vestiging(maak_bestuur(verband, "99002"), "99AB", "B"),
        maak_vestiging(elders, "99AC", "C"),
    )


@pytest.mark.parametrize(
    ("soort", "verwacht"),
    [(Rolsoort.LEERKRACHT, ["A"]), (Rolsoort.BESTUURDER, ["A"]), (Rolsoort.ADVISEUR, ["A", "B"])],
)
def test_role_reaches_the_schools_of_its_organisation_and_no_other(soort: Rolsoort, verwacht: list[str]) -> None:
    scholen = _drie_scholen()
    a = scholen[0]
    bij = {Rolsoort.BESTUURDER: a.bestuur, Rolsoort.ADVISEUR: a.bestuur.samenwerkingsverband}.get(soort, a)
    account = maak_account(soort, bij)

    zichtbaar = [str(school) for school in list_vestigingen_van(account=account, peildatum=PEILDATUM)]
    rollen = [
        str(school)
        for school in scholen
        if rolsoorten_bij(account=account, vestiging=school, peildatum=PEILDATUM) == {soort}
    ]

    assert (zichtbaar, rollen) == (verwacht, verwacht)


@pytest.mark.parametrize("aantal", [1, 3])
def test_schools_of_an_account_take_two_queries(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    bestuur = maak_bestuur()
    for nummer in range(aantal):
        maak_vestiging(bestuur, f"99A{'ABC'[nummer]}")
    account = maak_account(Rolsoort.BESTUURDER, bestuur)

    with django_assert_num_queries(2):
        besturen = [school.bestuur.naam for school in list_vestigingen_van(account=account, peildatum=PEILDATUM)]

    assert besturen == ["Stichting 99001"] * aantal


def test_demo_accounts_are_only_the_made_up_ones() -> None:
    maak_account()
    demo = create_demo_account(gebruikersnaam="ib@voorbeeld.nl", voornaam="Jo", achternaam="Bos", wachtwoordhash="!")

    assert list(list_demo_accounts()) == [demo]
    assert get_account(gebruikersnaam="ib@voorbeeld.nl") == demo
    assert get_account(gebruikersnaam="niemand@voorbeeld.nl") is None


def test_account_is_shown_by_its_name_or_else_its_user_name() -> None:
    assert [str(maak_account(naam="Bos")), str(Account(username="x@voorbeeld.nl"))] == ["Jo Bos", "x@voorbeeld.nl"]


def test_log_tells_who_did_what_to_which_thing_and_why_newest_first() -> None:
    account, bestuur = maak_account(naam="Bos"), maak_bestuur().pk
    reden = Reden("directeur", "U bent directeur van deze school.")
    for handeling in ("create_profiel", "save_onderdeel"):
        log_handeling(account=account, handeling=handeling, onderwerp="profiel:1", reden=reden, op=OP, bestuur=bestuur)
    log_handeling(account=None, handeling="end_rol", onderwerp="rol:1", reden=reden, op=OP, bestuur=bestuur)

    regels = [(str(regel), str(regel.account), regel.reden) for regel in list_logregels(onderwerp="profiel:1")]

    assert regels == [
        ("2026-10-05 09:00 save_onderdeel profiel:1", "Jo Bos", "directeur"),
        ("2026-10-05 09:00 create_profiel profiel:1", "Jo Bos", "directeur"),
    ]


def test_rol_is_shown_by_its_kind_and_organisation() -> None:
    bestuur = maak_bestuur()
    account = maak_account(Rolsoort.BESTUURDER, bestuur)

    assert str(account.rollen.get()) == f"bestuurder {bestuur.pk}"
    assert account.rollen.get().geldig_van == SINDS


def test_role_stands_beside_a_line_only_from_the_moment_it_was_accepted_until_it_was_ended() -> None:
    school = maak_school()
    binnen, weg = OP + timedelta(hours=1), OP + timedelta(hours=2)
    account = create_account(gebruikersnaam="noor@praktijk.example", voornaam="N", achternaam="B", wachtwoord=None)
    sleutel = invite(
        actor=school.directeur, vestiging=school.vestiging, soort=Rolsoort.DESKUNDIGE, email=account.email, op=OP
    )
    accept_uitnodiging(sleutel=sleutel, account=account, nieuw=None, op=binnen)
    eerst = list_rolperioden_bij_bestuur(accounts=[account.pk], bestuur=school.vestiging.bestuur_id)
    end_gastrol(rol=account.rollen.get(), op=weg)

    daarna = list_rolperioden_bij_bestuur(accounts=[account.pk], bestuur=school.vestiging.bestuur_id)

    momenten = (OP - timedelta(days=1), OP, binnen, weg, weg + timedelta(days=1))
    assert [[een.gold_op(op) for op in momenten] for een in eerst] == [[False, False, True, True, True]]
    assert [[een.gold_op(op) for op in momenten] for een in daarna] == [[False, False, True, False, False]]


def test_role_that_came_in_another_way_counts_by_its_days() -> None:
    school = maak_school()

    (periode,) = list_rolperioden_bij_bestuur(accounts=[school.leerkracht.pk], bestuur=school.vestiging.bestuur_id)

    assert [periode.gold_op(OP - timedelta(days=dagen)) for dagen in (0, 9999)] == [True, False]


def test_roles_are_asked_once_while_a_page_is_read_and_anew_after_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    school = maak_school()
    leerkracht = maak_account(Rolsoort.LEERKRACHT, school.vestiging)

    with onthoud_rollen():
        with django_assert_num_queries(1):
            for _keer in range(3):
                eigen = rolsoorten_bij(account=leerkracht, vestiging=school.vestiging, peildatum=PEILDATUM)
        assert eigen == {Rolsoort.LEERKRACHT}
        assert not rollen_van(account=leerkracht, peildatum=date(1926, 10, 5))
    Rol.objects.filter(account=leerkracht).delete()

    assert rolsoorten_bij(account=leerkracht, vestiging=school.vestiging, peildatum=PEILDATUM) == frozenset()


def test_somebody_elses_roles_are_not_remembered_as_ones_own() -> None:
    school = maak_school()
    leerkracht = maak_account(Rolsoort.LEERKRACHT, school.vestiging)

    with onthoud_rollen():
        assert rollen_van(account=school.directeur, peildatum=PEILDATUM)[0].soort == Rolsoort.DIRECTEUR
        assert [rol.soort for rol in rollen_van(account=leerkracht, peildatum=PEILDATUM)] == [Rolsoort.LEERKRACHT]


def test_role_of_who_comes_for_a_child_is_ended_by_nobody_who_gives_it() -> None:
    school = maak_school()
    rol = maak_account(Rolsoort.OUDER, school.vestiging).rollen.get()

    for actor in (school.directeur, school.intern_begeleider):
        with pytest.raises(GeenToegangError, match="eindigt vanzelf"):
            end_rol(actor=actor, rol=rol, op=OP)

    rol.refresh_from_db()
    assert rol.geldig_tot_en_met is None
    assert not Logregel.objects.filter(handeling="end_rol").exists()


def test_role_that_had_ended_keeps_the_day_on_which_it_did() -> None:
    school = maak_school()
    rol = school.leerkracht.rollen.get()
    assert end_rol(actor=school.directeur, rol=rol, op=OP)

    assert not end_rol(actor=school.directeur, rol=Rol.objects.get(pk=rol.pk), op=OP + timedelta(days=3))

    rol.refresh_from_db()
    assert rol.geldig_tot_en_met == OP.date() - timedelta(days=1)
    assert Logregel.objects.filter(handeling="end_rol").count() == 1
