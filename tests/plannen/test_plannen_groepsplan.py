"""A group plan: drafted in one go, written by two at once, closed with an evaluation, continued."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels
from tests.factories.leerlingen import SINDS, maak_groep, maak_leerling
from tests.factories.plannen import maak_ronde
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toegang import maak_account
from tests.factories.volgen import maak_resultaat

from passend.begrippen.hgw import Cluster, Uitkomst
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.begrippen.volgen import Vak
from passend.leerlingen.models import Groepsplaatsing, Leerling
from passend.organisaties.models import Groep
from passend.plannen.actions.groepsplannen import (
    GelijktijdigPlanError,
    close_groepsplan,
    draft_groepsplan,
    move_leerling,
    save_clustertekst,
    set_uitkomst,
)
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.models import Clusterplaats, Groepsplan, Planronde
from passend.plannen.permissions import visible_in_groep
from passend.plannen.queries.groepsplannen import (
    Groepsplanbeeld,
    get_beeld,
    get_cluster,
    get_groepsplan,
    list_groepsplannen,
    nu_en_eerder,
)
from passend.regels.tekstmerk import tekstmerk
from passend.toegang.actions import assign_groep

pytestmark = pytest.mark.django_db
V, B, I = Cluster  # noqa: E741 -- the letters of the clusters
LEEG = tekstmerk("")
IN_FEBRUARI = datetime(2027, 2, 3, 9, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Klas:
    """A group with its teacher and pupils."""

    school: School
    groep: Groep
    leerlingen: list[Leerling]

    def plan(self, vak: str = Vak.REKENEN, op: datetime = OP) -> Groepsplan:
        return draft_groepsplan(actor=self.school.leerkracht, groep=self.groep, vak=vak, op=op)

    def beeld(self, plan: Groepsplan, op: datetime = OP) -> Groepsplanbeeld:
        return get_beeld(plan=plan, leerlingen=list(visible_in_groep(self.school.leerkracht, self.groep, op=op)))

    def schrijf(self, plan: Groepsplan, cluster: Cluster, **teksten: str) -> None:
        for veld, tekst in teksten.items():
            if veld == "uitkomst":
                set_uitkomst(actor=self.school.leerkracht, plan=plan, cluster=cluster, uitkomst=Uitkomst(tekst), op=OP)
            else:
                huidig = getattr(get_cluster(plan=plan, cluster=cluster), veld)
                save_clustertekst(
                    actor=self.school.leerkracht,
                    plan=plan,
                    cluster=cluster,
                    veld=veld,
                    tekst=tekst,
                    merk=tekstmerk(huidig),
                    op=OP,
                )


def maak_klas(*percentielen: int | None) -> Klas:
    """A group in which each pupil has one result in arithmetic, or none."""
    school = maak_school()
    groep = maak_groep(school)
    assign_groep(account=school.leerkracht, groep=groep, geldig_van=SINDS)
    leerlingen = []
    for nummer, percentiel in enumerate(percentielen):
        leerling = maak_leerling(school, f"Kind{nummer}", f"Achter{nummer}", groep=groep)
        if percentiel is not None:
            maak_resultaat(leerling, vak=Vak.REKENEN, percentiel=percentiel)
        leerlingen.append(leerling)
    return Klas(school=school, groep=groep, leerlingen=leerlingen)


def _wie(beeld: Groepsplanbeeld) -> dict[Cluster, list[str]]:
    return {cluster: [een.leerling.voornaam for een in deel.plaatsen] for cluster, deel in beeld.clusters.items()}


def test_draft_proposes_a_cluster_for_each_pupil_with_the_reason_and_makes_the_rounds() -> None:
    klas = maak_klas(90, 50, 10, None)

    with nieuwe_regels() as nieuw:
        plan = klas.plan()

    assert _wie(klas.beeld(plan)) == {V: ["Kind0"], B: ["Kind1", "Kind3"], I: ["Kind2"]}
    assert Clusterplaats.objects.get(leerling=klas.leerlingen[2]).waarom == (
        "De laatste toets (II op 15-06-2026) past bij intensief."
    )
    assert list(Planronde.objects.values_list("nummer", "geldig_van")) == [
        (1, date(2026, 8, 1)),
        (2, date(2027, 2, 1)),
    ]
    assert nieuw.regels == [
        (klas.school.leerkracht, "draft_groepsplan", f"groepsplan:{plan.pk}", "eigen_groep", "wijzigen")
    ]


def test_drafting_again_gives_the_plan_that_is_there() -> None:
    klas = maak_klas(90)
    plan = klas.plan()

    with nieuwe_regels() as nieuw:
        assert klas.plan() == plan

    assert nieuw.regels == []
    assert klas.plan(Vak.SPELLING) != plan


def test_band_counts_where_there_is_no_percentile_and_a_result_of_another_instrument_does_not() -> None:
    klas = maak_klas(None, None, None)
    maak_resultaat(klas.leerlingen[0], vak=Vak.REKENEN, percentiel=None, niveau="IV")
    maak_resultaat(
        klas.leerlingen[1], vak=Vak.REKENEN, instrument="iep", percentiel=None, niveau="1S", normschema="iep_rekenen"
    )
    maak_resultaat(klas.leerlingen[2], date(2026, 5, 1), vak=Vak.REKENEN, percentiel=90)
    maak_resultaat(klas.leerlingen[2], vak=Vak.REKENEN, instrument="iep", percentiel=None, niveau="", normschema="")

    beeld = klas.beeld(klas.plan())

    assert _wie(beeld) == {V: ["Kind1"], B: ["Kind2"], I: ["Kind0"]}


def test_first_round_that_still_has_to_begin_is_said() -> None:
    klas = maak_klas(50)
    maak_ronde(klas.school, van=date(2026, 11, 1))

    with pytest.raises(PlanError, match=r"^De eerste ronde is nog niet begonnen\."):
        klas.plan()


def test_teacher_moves_a_pupil_and_who_came_later_gets_a_place() -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    nieuw = maak_leerling(klas.school, "Laat", "Later", groep=klas.groep)
    zonder = klas.beeld(plan).zonder

    for leerling in (klas.leerlingen[0], nieuw):
        move_leerling(actor=klas.school.leerkracht, plan=plan, leerling=leerling, cluster=I, op=OP)

    assert zonder == [nieuw]
    assert _wie(klas.beeld(plan)) == {V: [], B: [], I: ["Kind0", "Laat"]}
    assert Clusterplaats.objects.get(leerling=klas.leerlingen[0]).voorstel == B


def test_pupil_of_another_group_gets_no_place() -> None:
    klas = maak_klas(50)
    ander = maak_leerling(klas.school, "Ander", groep=maak_groep(klas.school, "8"))

    with pytest.raises(GeenToegangError):
        move_leerling(actor=klas.school.intern_begeleider, plan=klas.plan(), leerling=ander, cluster=I, op=OP)


def test_pupil_who_left_the_group_is_not_shown_any_more() -> None:
    klas = maak_klas(50, 50)
    plan = klas.plan()
    Groepsplaatsing.objects.filter(leerling=klas.leerlingen[0]).update(geldig_tot_en_met=OP.date())
    morgen = OP + timedelta(days=1)

    assert _wie(klas.beeld(plan, morgen))[B] == ["Kind1"]


def test_two_who_write_the_same_text_notice_it_and_two_texts_do_not_meet() -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    wat = {"plan": plan, "cluster": B, "merk": LEEG, "op": OP}
    save_clustertekst(actor=klas.school.intern_begeleider, veld="doel", tekst="Tot honderd.", **wat)

    with pytest.raises(GelijktijdigPlanError) as botsing:
        save_clustertekst(actor=klas.school.leerkracht, veld="doel", tekst="Tot duizend.", **wat)
    save_clustertekst(actor=klas.school.leerkracht, veld="aanpak", tekst="Elke dag.", **wat)

    assert (botsing.value.huidig, botsing.value.wie) == ("Tot honderd.", str(klas.school.intern_begeleider))
    rij = get_cluster(plan=plan, cluster=B)
    assert (rij.doel, rij.aanpak) == ("Tot honderd.", "Elke dag.")


def test_words_that_go_on_from_what_came_in_meanwhile_are_no_collision() -> None:
    klas = maak_klas(50)
    wat = {"plan": klas.plan(), "cluster": B, "veld": "doel", "merk": LEEG, "op": OP}
    save_clustertekst(actor=klas.school.leerkracht, tekst="Tot honderd.", **wat)

    save_clustertekst(actor=klas.school.leerkracht, tekst="Tot honderd. En terug.", **wat)

    assert get_cluster(plan=wat["plan"], cluster=B).doel == "Tot honderd. En terug."


def test_same_text_twice_is_no_collision_and_no_line() -> None:
    klas = maak_klas(50)
    plan = klas.plan()
    klas.schrijf(plan, B, doel="Tot honderd.")

    with nieuwe_regels() as nieuw:
        save_clustertekst(
            actor=klas.school.leerkracht, plan=plan, cluster=B, veld="doel", tekst="Tot honderd. ", merk=LEEG, op=OP
        )

    assert nieuw.regels == []


def test_text_that_does_not_fit_is_sent_back() -> None:
    klas = maak_klas(50)
    plan = klas.plan()

    with pytest.raises(PlanError, match="past niet op een bladzijde"):
        klas.schrijf(plan, B, doel="x" * 401)

    assert get_cluster(plan=plan, cluster=B).doel == ""


def test_plan_without_evaluation_stays_open() -> None:
    klas = maak_klas(50)
    plan = klas.plan()

    with pytest.raises(PlanError) as fout:
        close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=OP)

    assert fout.value.args == ("Kies of het doel van basis is behaald.", "Schrijf in een zin hoe het ging met basis.")
    assert Groepsplan.objects.get(pk=plan.pk).afgesloten_op is None


def test_closing_makes_the_next_plan_with_what_worked_and_keeps_the_old_one_as_it_was() -> None:
    klas = maak_klas(90, 50, 10)
    plan = klas.plan()
    klas.schrijf(plan, V, doel="dv", aanpak="av", uitkomst="behaald", evaluatie="ev", wat_werkte="wv")
    klas.schrijf(plan, B, doel="db", aanpak="ab", uitkomst="deels", evaluatie="eb")
    klas.schrijf(plan, I, doel="di", aanpak="ai", uitkomst="niet", evaluatie="ei")
    move_leerling(actor=klas.school.leerkracht, plan=plan, leerling=klas.leerlingen[0], cluster=B, op=OP)

    with pytest.raises(PlanError, match="Deze ronde loopt nog tot en met 31-01-2027"):
        close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=OP)
    volgende = close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=OP, is_eerder=True)

    beeld = klas.beeld(volgende)
    assert (volgende.ronde.nummer, volgende.vorige) == (2, plan)
    assert {cluster: (deel.rij.doel, deel.rij.aanpak) for cluster, deel in beeld.clusters.items()} == {
        V: ("", "wv"),
        B: ("db", "ab"),
        I: ("di", ""),
    }
    assert [deel.vorig.evaluatie for deel in beeld.clusters.values() if deel.vorig] == ["ev", "eb", "ei"]
    assert _wie(beeld) == {V: [], B: ["Kind0", "Kind1"], I: ["Kind2"]}  # what the teacher chose counts
    assert beeld.eerder == {klas.leerlingen[0].pk: B, klas.leerlingen[1].pk: B, klas.leerlingen[2].pk: I}
    with pytest.raises(PlanError, match="Dit plan is afgesloten"):
        klas.schrijf(plan, V, doel="anders")
    with pytest.raises(PlanError, match="Dit plan is afgesloten"):
        close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=OP)


def test_last_round_is_closed_without_a_next_one() -> None:
    klas = maak_klas(50)
    plan = klas.plan(op=IN_FEBRUARI)
    klas.schrijf(plan, B, uitkomst="behaald", evaluatie="Goed.")

    assert close_groepsplan(actor=klas.school.leerkracht, plan=plan, op=IN_FEBRUARI, is_eerder=True) == plan
    assert Groepsplan.objects.count() == 1


def test_plan_of_february_begins_with_that_of_autumn() -> None:
    klas = maak_klas(50)
    herfst = klas.plan()
    klas.schrijf(herfst, B, doel="Tot honderd.", aanpak="Elke dag.")

    plan = klas.plan(op=IN_FEBRUARI)

    assert (plan.vorige, get_cluster(plan=plan, cluster=B).doel) == (herfst, "Tot honderd.")


@pytest.mark.parametrize("wie", ["mr_lid", "bestuurder", "beheerder", "adviseur"])
def test_who_has_no_task_with_the_group_drafts_nothing(wie: str) -> None:
    klas = maak_klas(50)

    with pytest.raises(GeenToegangError):
        draft_groepsplan(actor=getattr(klas.school, wie), groep=klas.groep, vak=Vak.REKENEN, op=OP)


def test_teacher_of_another_group_of_the_school_and_who_stopped_draft_nothing() -> None:
    klas = maak_klas(50)
    collega = maak_account(Rolsoort.LEERKRACHT, klas.school.vestiging)
    gestopt = maak_account(Rolsoort.LEERKRACHT, klas.school.vestiging)
    gisteren = OP.date() - timedelta(days=1)
    assign_groep(account=gestopt, groep=klas.groep, geldig_van=SINDS, geldig_tot_en_met=gisteren)

    for wie in (collega, gestopt):
        with pytest.raises(GeenToegangError):
            draft_groepsplan(actor=wie, groep=klas.groep, vak=Vak.REKENEN, op=OP)


def test_plan_of_another_group_is_not_found() -> None:
    klas = maak_klas(50)
    plan = klas.plan()

    assert get_groepsplan(groep=klas.groep, pk=plan.pk) == plan
    assert get_groepsplan(groep=maak_groep(klas.school, "8"), pk=plan.pk) is None


def test_closing_one_subject_early_moves_no_other_subject() -> None:
    klas = maak_klas(50)
    rekenen, lezen = klas.plan(), klas.plan("technisch_lezen")
    klas.schrijf(rekenen, B, uitkomst="behaald", evaluatie="Goed.")

    volgende = close_groepsplan(actor=klas.school.leerkracht, plan=rekenen, op=OP, is_eerder=True)

    nu, eerder = nu_en_eerder(list_groepsplannen(groep=klas.groep))
    assert (nu, eerder) == ([volgende, lezen], [rekenen])
