"""Lines of the handelingsdeel: what is done, for which need and with which offer, as a part of the version."""

import pytest
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.opp import TEKST, maak_plan, maak_rijp_plan, rijp
from tests.factories.profielen import OP, maak_editie, maak_profiel

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.soorten import SOORTEN
from passend.plannen.actions.kenmerken import save_kenmerken
from passend.plannen.actions.opp import OppError, offer_opp, save_oppdeel, set_opp
from passend.plannen.actions.oppevaluatie import revise_opp
from passend.plannen.actions.oppregels import add_oppregel, remove_oppregel
from passend.plannen.actions.plannen import Regelgegevens, add_plan
from passend.plannen.queries.opp import get_oppbeeld, teksten
from passend.plannen.queries.opppapier import get_oppapier
from passend.plannen.queries.oppregels import list_oppregels
from passend.plannen.queries.oppuitvoer import list_opprubrieken
from passend.profielen.actions.onderdelen import add_rij
from passend.regels.oppdelen import REGELS
from passend.regels.planevaluatie import Planfeiten
from passend.regels.planregels import MEESTE_REGELS

pytestmark = pytest.mark.django_db
REGEL = Regelgegevens(aanpak="Samen lezen", wie="leerkracht", hoe_vaak="elke dag")
LEESCLUB = "rij:aanbod:+leesclub"


def maak_gezin_met_aanbod() -> tuple[Gezin, int]:
    """A family of a school with a reading club, and the key of a need of its child."""
    gezin = maak_gezin()
    profiel = maak_profiel(gezin.school)
    ib, soort = gezin.school.intern_begeleider, SOORTEN[0].code
    add_rij(actor=ib, profiel=profiel, tabel="aanbod", label="Leesclub", soort=soort, op=OP)
    maak_editie(gezin.school, profiel)
    behoefte = save_kenmerken(
        actor=gezin.school.leerkracht,
        leerling=gezin.leerling,
        soort=Kenmerksoort.BEHOEFTE,
        tekst="korte stappen",
        gezien=[],
        op=OP,
    ).gezien[0]
    return gezin, behoefte


def test_line_points_at_the_need_and_the_offer_and_says_so_in_words() -> None:
    gezin, behoefte = maak_gezin_met_aanbod()
    versie = maak_plan(gezin).versie
    regel = Regelgegevens(aanpak=" Samen  lezen ", wie="leerkracht", kenmerk=behoefte, onderdeel=LEESCLUB)

    with nieuwe_regels() as nieuw:
        add_oppregel(actor=gezin.school.leerkracht, versie=versie, regel=regel, op=OP)

    assert list_oppregels(versie) == [
        {
            "nummer": 1,
            "aanpak": "Samen lezen",
            "wie": "leerkracht",
            "hoe_vaak": "",
            "behoefte": "korte stappen",
            "belofte": "Leesclub",
            "kenmerk": behoefte,
            "onderdeel": LEESCLUB,
        }
    ]
    assert teksten(versie)[REGELS] == "Samen lezen, leerkracht (voor: korte stappen; uit het aanbod: Leesclub)"
    wie = gezin.school.leerkracht
    assert nieuw.regels == [(wie, "save_oppdeel", onderwerp(gezin.leerling), "eigen_groep", "wijzigen")]


def test_offer_that_is_not_there_is_left_out_and_a_line_that_says_nothing_is_refused() -> None:
    plan = maak_plan()
    leerkracht = plan.school.leerkracht
    vreemd = Regelgegevens(aanpak="Lezen", wie="juf", kenmerk=99_999, onderdeel="rij:aanbod:+verzonnen")
    add_oppregel(actor=leerkracht, versie=plan.versie, regel=vreemd, op=OP)
    [regel] = list_oppregels(plan.versie)
    assert (regel["kenmerk"], regel["behoefte"], regel["onderdeel"], regel["belofte"]) == (None, "", "", "")

    with pytest.raises(OppError, match="Zeg wat u gaat doen en wie het doet"):
        add_oppregel(actor=leerkracht, versie=plan.versie, regel=Regelgegevens(aanpak="Lezen", wie=" "), op=OP)
    for _nummer in range(MEESTE_REGELS - 1):
        add_oppregel(actor=leerkracht, versie=plan.versie, regel=REGEL, op=OP)
    with pytest.raises(OppError, match="hoogstens 12 regels"):
        add_oppregel(actor=leerkracht, versie=plan.versie, regel=REGEL, op=OP)


def test_line_that_went_takes_no_other_with_it() -> None:
    plan = maak_plan()
    for wie in ("leerkracht", "assistent", "ouders"):
        regel = Regelgegevens(aanpak="Lezen", wie=wie)
        add_oppregel(actor=plan.school.leerkracht, versie=plan.versie, regel=regel, op=OP)

    for _keer in range(2):  # a second click on the same
        remove_oppregel(actor=plan.school.leerkracht, versie=plan.versie, nummer=3, op=OP)
    add_oppregel(actor=plan.school.leerkracht, versie=plan.versie, regel=REGEL, op=OP)

    assert [(een["nummer"], een["wie"]) for een in list_oppregels(plan.versie)] == [
        (1, "leerkracht"),
        (2, "assistent"),
        (3, "leerkracht"),
    ]


def test_plan_begins_with_the_lines_of_the_plan_that_runs_and_where_they_point() -> None:
    gezin, behoefte = maak_gezin_met_aanbod()
    dag = OP.date()
    add_plan(
        actor=gezin.school.leerkracht,
        leerling=gezin.leerling,
        feiten=Planfeiten(
            aanleiding="Leest traag.",
            doel="Leest vlot.",
            niveau=2,
            geldig_van=dag,
            geldig_tot_en_met=dag.replace(month=12),
        ),
        regels=[Regelgegevens(aanpak="Samen lezen", wie="juf", kenmerk=behoefte, onderdeel=LEESCLUB)],
        op=OP,
    )

    versie = maak_plan(gezin, delen={}).versie

    assert [(een["aanpak"], een["behoefte"], een["onderdeel"]) for een in list_oppregels(versie)] == [
        ("Samen lezen", "korte stappen", LEESCLUB)
    ]
    offer_opp(actor=gezin.school.intern_begeleider, versie=versie, op=OP)  # the lines say which guidance there is


def test_agreement_lapses_when_a_line_comes() -> None:
    plan = maak_rijp_plan()

    add_oppregel(actor=plan.school.leerkracht, versie=plan.versie, regel=REGEL, op=OP)

    beeld = get_oppbeeld(versie=plan.versie, op=OP)
    assert [een.geldt for een in beeld.ouders] == [False]


def test_set_version_keeps_its_lines_and_the_next_begins_with_them() -> None:
    plan = maak_plan()
    ib = plan.school.intern_begeleider
    add_oppregel(actor=ib, versie=plan.versie, regel=REGEL, op=OP)
    rijp(plan)
    set_opp(actor=ib, versie=plan.versie, op=OP)

    with pytest.raises(OppError, match="al vastgesteld"):
        remove_oppregel(actor=ib, versie=plan.versie, nummer=1, op=OP)
    volgende = revise_opp(actor=ib, versie=plan.versie, op=OP)
    remove_oppregel(actor=ib, versie=volgende, nummer=1, op=OP)

    plan.versie.refresh_from_db()
    assert [een["aanpak"] for een in list_oppregels(plan.versie)] == ["Samen lezen"]
    assert list_oppregels(volgende) == []


def test_lines_are_written_one_by_one_and_only_by_who_writes_the_plan() -> None:
    plan = maak_plan()

    with pytest.raises(OppError, match="Dit onderdeel is er niet"):
        save_oppdeel(actor=plan.school.leerkracht, versie=plan.versie, code=REGELS, tekst="x", gezien=0, op=OP)
    with pytest.raises(GeenToegangError):
        add_oppregel(actor=plan.school.mr_lid, versie=plan.versie, regel=REGEL, op=OP)


def test_paper_and_file_say_what_is_done_and_where_it_points() -> None:
    gezin, behoefte = maak_gezin_met_aanbod()
    plan = maak_plan(gezin, delen={code: tekst for code, tekst in TEKST.items() if code != "begeleiding"})
    ib = gezin.school.intern_begeleider
    regel = Regelgegevens(aanpak="Samen lezen", wie="juf", hoe_vaak="elke dag", kenmerk=behoefte, onderdeel=LEESCLUB)
    add_oppregel(actor=ib, versie=plan.versie, regel=regel, op=OP)
    offer_opp(actor=ib, versie=plan.versie, op=OP)

    papier = get_oppapier(versie=plan.versie, klassen=list(Vertrouwelijkheid), op=OP)
    rubrieken = {een.naam: een.regels for een in list_opprubrieken(gezin.leerling, list(Vertrouwelijkheid))}

    doen = next(groep for groep in papier["groepen"] if groep["kop"] == "Wat we gaan doen")
    assert [(deel["naam"], deel["artikel"], deel["regels"]) for deel in doen["delen"]] == [
        (
            "Wie doet wat, en hoe vaak?",
            "WPO artikel 40a lid 8 onder a",
            [["Samen lezen", "juf", "elke dag", "Voor: korte stappen. Uit het aanbod: Leesclub"]],
        )
    ]
    assert REGELS not in rubrieken["ontwikkelingsperspectieven"][0]
    assert rubrieken["oppregels"] == [
        {
            "plan": 1,
            "versie": 1,
            "aanpak": "Samen lezen",
            "wie": "juf",
            "hoe_vaak": "elke dag",
            "behoefte": "korte stappen",
            "belofte": "Leesclub",
        }
    ]
