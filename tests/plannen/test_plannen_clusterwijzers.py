"""A cluster of a group plan points at what the school offers and at the needs of who is in it."""

from datetime import timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels
from tests.factories.profielen import OP, maak_editie, maak_profiel
from tests.plannen.test_plannen_groepsplan import IN_FEBRUARI, B, I, Klas, V, maak_klas

from passend.begrippen.hgw import Cluster, Kenmerksoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.soorten import SOORTEN
from passend.leerlingen.models import Leerling
from passend.plannen.actions.clusterwijzers import Clusterkeuze, point_cluster
from passend.plannen.actions.groepsplannen import close_groepsplan, move_leerling
from passend.plannen.actions.kenmerken import PlanError, save_kenmerken
from passend.plannen.models import Clusterbehoefte, Groepsplan, Leerlingkenmerk
from passend.plannen.queries.clusterbehoeften import list_behoeftekeuzes
from passend.plannen.queries.groepsplannen import get_cluster
from passend.plannen.queries.uitvoer import list_rubrieken
from passend.profielen.actions.onderdelen import add_rij

pytestmark = pytest.mark.django_db
NIETS = Clusterkeuze()
LEESCLUB = "rij:aanbod:+leesclub"


def bied_leesclub(klas: Klas) -> None:
    """The school offers a reading club in its adopted profile."""
    profiel = maak_profiel(klas.school)
    ib = klas.school.intern_begeleider
    add_rij(actor=ib, profiel=profiel, tabel="aanbod", label="Leesclub", soort=SOORTEN[0].code, op=OP)
    maak_editie(klas.school, profiel)


def heeft_nodig(klas: Klas, leerling: Leerling, *zinnen: str) -> frozenset[int]:
    """What a pupil needs, one phrase each."""
    soort, tekst = Kenmerksoort.BEHOEFTE, "\n".join(zinnen)
    save_kenmerken(actor=klas.school.leerkracht, leerling=leerling, soort=soort, tekst=tekst, gezien=[], op=OP)
    return frozenset(Leerlingkenmerk.objects.filter(leerling=leerling).values_list("pk", flat=True))


def wijs(
    klas: Klas, plan: Groepsplan, gekozen: Clusterkeuze, gezien: Clusterkeuze = NIETS, cluster: Cluster = B
) -> None:
    """Let the teacher choose."""
    point_cluster(actor=klas.school.leerkracht, plan=plan, cluster=cluster, gekozen=gekozen, gezien=gezien, op=OP)


def _keuzes(klas: Klas, plan: Groepsplan) -> dict[Cluster, list[tuple[str, tuple[str, ...], bool]]]:
    keuzes = list_behoeftekeuzes(beeld=klas.beeld(plan), peildatum=OP.date())
    return {cluster: [(een.tekst, een.wie, een.is_gekozen) for een in eigen] for cluster, eigen in keuzes.items()}


def test_cluster_points_at_the_offer_and_at_the_needs_of_who_is_in_it() -> None:
    klas = maak_klas(50, 50, 10)
    bied_leesclub(klas)
    eerste = heeft_nodig(klas, klas.leerlingen[0], "korte stappen", "rust")
    tweede = heeft_nodig(klas, klas.leerlingen[1], "Korte stappen")
    heeft_nodig(klas, klas.leerlingen[2], "veel herhaling")
    plan = klas.plan()
    kort = frozenset({min(eerste), *tweede})

    with nieuwe_regels() as nieuw:
        wijs(klas, plan, Clusterkeuze(LEESCLUB, kort))

    rij = get_cluster(plan=plan, cluster=B)
    assert (rij.onderdeel, rij.belofte) == (LEESCLUB, "Leesclub")
    assert _keuzes(klas, plan) == {
        V: [],
        B: [("korte stappen", ("Kind0", "Kind1"), True), ("rust", ("Kind0",), False)],
        I: [("veel herhaling", ("Kind2",), False)],
    }
    assert [regel[1] for regel in nieuw.regels] == ["save_clustertekst"]


def test_what_nobody_offers_and_need_of_who_is_elsewhere_are_left_out() -> None:
    klas = maak_klas(50, 10)
    bied_leesclub(klas)
    elders = heeft_nodig(klas, klas.leerlingen[1], "rust")
    plan = klas.plan()

    wijs(klas, plan, Clusterkeuze("rij:aanbod:+verzonnen", elders | {99_999}))

    rij = get_cluster(plan=plan, cluster=B)
    assert (rij.onderdeel, rij.belofte, Clusterbehoefte.objects.count()) == ("", "", 0)


def test_two_who_choose_at_once_lose_nothing() -> None:
    klas = maak_klas(50)
    bied_leesclub(klas)
    rust, kort = sorted(heeft_nodig(klas, klas.leerlingen[0], "rust", "korte stappen"))
    plan = klas.plan()

    wijs(klas, plan, Clusterkeuze(LEESCLUB, frozenset({rust})))
    wijs(klas, plan, Clusterkeuze("", frozenset({kort})))  # still saw an empty form

    gekozen = set(Clusterbehoefte.objects.values_list("kenmerk", flat=True))
    assert (get_cluster(plan=plan, cluster=B).belofte, gekozen) == ("Leesclub", {rust, kort})
    wijs(klas, plan, Clusterkeuze("", frozenset({kort})), gezien=Clusterkeuze(LEESCLUB, frozenset({rust, kort})))
    gekozen = set(Clusterbehoefte.objects.values_list("kenmerk", flat=True))
    assert (get_cluster(plan=plan, cluster=B).belofte, gekozen) == ("", {kort})


def test_need_goes_when_its_pupil_goes_to_another_cluster() -> None:
    klas = maak_klas(50, 50)
    weg, blijft = (heeft_nodig(klas, een, "rust") for een in klas.leerlingen)
    plan = klas.plan()
    wijs(klas, plan, Clusterkeuze("", weg | blijft))

    move_leerling(actor=klas.school.leerkracht, plan=plan, leerling=klas.leerlingen[0], cluster=I, op=OP)

    assert set(Clusterbehoefte.objects.values_list("kenmerk", flat=True)) == blijft


@pytest.mark.parametrize(("uitkomst", "belofte"), [("deels", "Leesclub"), ("behaald", "Leesclub"), ("niet", "")])
def test_next_round_begins_with_what_the_cluster_pointed_at_unless_it_did_not_help(uitkomst: str, belofte: str) -> None:
    klas = maak_klas(50)
    bied_leesclub(klas)
    behoefte = heeft_nodig(klas, klas.leerlingen[0], "rust")
    plan = klas.plan()
    klas.schrijf(plan, B, doel="Tot honderd.", aanpak="Oefenen.", uitkomst=uitkomst, evaluatie="Ging zo.")
    wijs(klas, plan, Clusterkeuze(LEESCLUB, behoefte))

    volgende = close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=IN_FEBRUARI, is_eerder=True)

    rij = get_cluster(plan=volgende, cluster=B)
    mee = [een.kenmerk_id for een in rij.behoeften.filter(bestuur=rij.bestuur_id)]
    assert (rij.belofte, mee) == (belofte, list(behoefte) if belofte else [])
    with pytest.raises(PlanError, match="afgesloten"):
        wijs(klas, plan, NIETS)


def test_need_that_does_not_hold_any_more_stays_with_the_old_plan_only() -> None:
    klas = maak_klas(50)
    behoefte = heeft_nodig(klas, klas.leerlingen[0], "rust")
    plan = klas.plan()
    klas.schrijf(plan, B, doel="Tot honderd.", aanpak="Oefenen.", uitkomst="deels", evaluatie="Ging zo.")
    wijs(klas, plan, Clusterkeuze("", behoefte))
    save_kenmerken(
        actor=klas.school.leerkracht,
        leerling=klas.leerlingen[0],
        soort=Kenmerksoort.BEHOEFTE,
        tekst="",
        gezien=behoefte,
        op=OP + timedelta(days=3),
    )

    close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=IN_FEBRUARI, is_eerder=True)

    assert [een.groepsplancluster.groepsplan_id for een in Clusterbehoefte.objects.all()] == [plan.pk]


def test_need_that_was_typed_today_and_is_pointed_at_is_not_wiped() -> None:
    klas = maak_klas(50)
    behoefte = heeft_nodig(klas, klas.leerlingen[0], "rust")
    wijs(klas, klas.plan(), Clusterkeuze("", behoefte))

    save_kenmerken(
        actor=klas.school.leerkracht,
        leerling=klas.leerlingen[0],
        soort=Kenmerksoort.BEHOEFTE,
        tekst="stilte",
        gezien=behoefte,
        op=OP,
    )

    assert [een.tekst for een in Leerlingkenmerk.objects.all()] == ["rust", "stilte"]


def test_who_has_no_task_with_the_group_points_at_nothing() -> None:
    klas = maak_klas(50)
    plan = klas.plan()

    with pytest.raises(GeenToegangError):
        point_cluster(actor=klas.school.mr_lid, plan=plan, cluster=B, gekozen=NIETS, gezien=NIETS, op=OP)


def test_the_subject_of_that_help_is_called_as_people_call_it() -> None:
    klas = maak_klas(50, 50)
    bied_leesclub(klas)
    wijs(klas, klas.plan(), Clusterkeuze(LEESCLUB, heeft_nodig(klas, klas.leerlingen[0], "rust")))
    Groepsplan.objects.update(vak="technisch_lezen")

    [hulp] = [een for een in list_rubrieken(klas.leerlingen[0], list(Vertrouwelijkheid)) if een.naam == "clusterhulp"]

    assert [een["vak"] for een in hulp.regels] == ["technisch lezen"]


def test_help_for_an_own_need_goes_along_with_the_file_of_that_pupil_alone() -> None:
    klas = maak_klas(50, 50)
    bied_leesclub(klas)
    behoefte = heeft_nodig(klas, klas.leerlingen[0], "rust")
    wijs(klas, klas.plan(), Clusterkeuze(LEESCLUB, behoefte))

    van_wie = [
        {een.naam: een.regels for een in list_rubrieken(leerling, list(Vertrouwelijkheid))}.get("clusterhulp")
        for leerling in klas.leerlingen
    ]

    assert van_wie == [
        [{"schooljaar": "2026-2027", "ronde": 1, "vak": "rekenen", "behoefte": "rust", "belofte": "Leesclub"}],
        None,
    ]
