"""Team rounds with dissent, evidence, and goals that come back a year later."""

from datetime import date, timedelta

import pytest
from tests.factories.profielen import HGW, OP, School, maak_profiel, maak_school

from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.schooljaar import Schooljaar
from passend.profielen.actions.doelen import Doelgegevens, add_doel, carry_over_doelen, evaluate_doel
from passend.profielen.actions.profiel import OnderdeelError
from passend.profielen.actions.team import add_onderbouwing, add_reactie, close_ronde, open_ronde, remove_onderbouwing
from passend.profielen.models import Doelregel, Ondersteuningsprofiel, Teamronde
from passend.profielen.queries.team import get_open_ronde, list_rondes, list_standen
from passend.profielen.queries.werk import list_doelen, list_onderbouwingen
from passend.toegang.queries import list_logregels

pytestmark = pytest.mark.django_db
DOEL = Doelgegevens(sleutel=HGW, doel="Vaste agenda", actie="Maken", eigenaar="Intern begeleider")


def _ronde(school: School, profiel: Ondersteuningsprofiel) -> Teamronde:
    return open_ronde(actor=school.directeur, profiel=profiel, vraag="Klopt dit nog?", op=OP)


def _handelingen(profiel: Ondersteuningsprofiel) -> list[str]:
    return [regel.handeling for regel in list_logregels(onderwerp=f"profiel:{profiel.pk}")][::-1]


def test_round_that_is_open_is_not_opened_twice() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    rondes = [_ronde(school, profiel), _ronde(school, profiel)]

    assert rondes == [get_open_ronde(profiel=profiel)] * 2
    assert _handelingen(profiel) == ["create_profiel", "open_ronde"]


def test_round_without_a_question_is_refused() -> None:
    school = maak_school()

    with pytest.raises(OnderdeelError, match="Schrijf op wat u het team vraagt"):
        open_ronde(actor=school.directeur, profiel=maak_profiel(school), vraag=" ", op=OP)


def test_dissent_stays_visible_after_the_round_was_closed() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    ronde = _ronde(school, profiel)
    for account, soort, waarom in (
        (school.leerkracht, "oneens", "In groep 3 nog niet."),
        (school.intern_begeleider, "eens", ""),
        (school.directeur, "voorstel", "Zet op in ontwikkeling."),
    ):
        add_reactie(actor=account, ronde=ronde, sleutel=HGW, soort=soort, toelichting=waarom, op=OP)

    close_ronde(actor=school.directeur, ronde=ronde, op=OP)

    stand = list_standen(ronde=list_rondes(profiel=profiel)[0])[HGW]
    gezegd = [[reactie.toelichting for reactie in lijst] for lijst in (stand.eens, stand.oneens, stand.voorstellen)]
    assert (gezegd, stand.is_omstreden) == ([[""], ["In groep 3 nog niet."], ["Zet op in ontwikkeling."]], True)
    assert get_open_ronde(profiel=profiel) is None


def test_newest_reaction_of_a_colleague_counts() -> None:
    school = maak_school()
    ronde = _ronde(school, maak_profiel(school))
    for soort, waarom in (("oneens", "Nee."), ("eens", "")):
        add_reactie(actor=school.leerkracht, ronde=ronde, sleutel=HGW, soort=soort, toelichting=waarom, op=OP)

    stand = list_standen(ronde=ronde)[HGW]

    assert (len(stand.eens), len(stand.oneens), stand.is_omstreden) == (1, 0, False)


@pytest.mark.parametrize(
    ("sleutel", "soort", "zin"),
    [
        (HGW, "oneens", "Schrijf in een paar woorden waarom"),
        (HGW, "boos", "Deze rij is er niet meer"),
        ("rij:hgw:verzonnen", "eens", "Deze rij is er niet meer"),
    ],
)
def test_reaction_that_cannot_be_is_refused(sleutel: str, soort: str, zin: str) -> None:
    school = maak_school()
    ronde = _ronde(school, maak_profiel(school))

    with pytest.raises(OnderdeelError, match=zin):
        add_reactie(actor=school.leerkracht, ronde=ronde, sleutel=sleutel, soort=soort, toelichting=" ", op=OP)


def test_reaction_in_a_closed_round_is_refused() -> None:
    school = maak_school()
    ronde = _ronde(school, maak_profiel(school))
    close_ronde(actor=school.directeur, ronde=ronde, op=OP)

    with pytest.raises(OnderdeelError, match="Deze ronde is gesloten"):
        add_reactie(actor=school.leerkracht, ronde=ronde, sleutel=HGW, soort="eens", toelichting="", op=OP)


def test_reaction_of_the_mr_is_refused() -> None:
    school = maak_school()
    ronde = _ronde(school, maak_profiel(school))

    with pytest.raises(GeenToegangError, match="het team van de school"):
        add_reactie(actor=school.mr_lid, ronde=ronde, sleutel=HGW, soort="eens", toelichting="", op=OP)


def test_evidence_is_added_and_taken_away_with_a_line_in_the_log() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    regel = add_onderbouwing(
        actor=school.directeur, profiel=profiel, sleutel=HGW, wat="Verslag", wanneer=OP.date(), op=OP
    )
    stond_er = list_onderbouwingen(profiel=profiel)

    for _keer in range(2):
        remove_onderbouwing(actor=school.directeur, profiel=profiel, regel=regel.pk, op=OP)

    assert (stond_er, list_onderbouwingen(profiel=profiel)) == ({HGW: [regel]}, {})
    assert _handelingen(profiel) == ["create_profiel", "add_onderbouwing", "remove_onderbouwing"]


@pytest.mark.parametrize(
    ("sleutel", "wat", "wanneer", "zin"),
    [
        ("rij:hgw:verzonnen", "Verslag", OP.date(), "Deze rij is er niet meer"),
        (HGW, " ", OP.date(), "Schrijf op wat er te zien is"),
        (HGW, "Verslag", OP.date() + timedelta(days=1), "ligt in de toekomst"),
    ],
)
def test_evidence_that_cannot_be_is_refused(sleutel: str, wat: str, wanneer: date, zin: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    with pytest.raises(OnderdeelError, match=zin):
        add_onderbouwing(actor=school.directeur, profiel=profiel, sleutel=sleutel, wat=wat, wanneer=wanneer, op=OP)


def test_goals_that_were_not_reached_come_back_once() -> None:
    school = maak_school()
    vorig = maak_profiel(school, Schooljaar(2025), OP - timedelta(days=365))
    behaald = add_doel(actor=school.directeur, profiel=vorig, gegevens=DOEL, op=OP)
    deels = add_doel(actor=school.directeur, profiel=vorig, gegevens=DOEL, op=OP)
    for doel, stand in ((behaald, "behaald"), (deels, "deels")):
        evaluate_doel(actor=school.directeur, profiel=vorig, doel=doel.pk, stand=stand, evaluatie="Zo ging het.", op=OP)
    profiel = maak_profiel(school)

    for _keer in range(2):
        carry_over_doelen(actor=school.directeur, profiel=profiel, op=OP)

    doelen = [(doel.vorige, doel.doel, doel.stand) for doel in list_doelen(profiel=profiel)]
    assert doelen == [(deels, "Vaste agenda", "open")]
    assert _handelingen(profiel) == ["create_profiel", "carry_over_doelen"]


def test_goals_of_a_first_year_have_nothing_to_come_from() -> None:
    school = maak_school()

    assert carry_over_doelen(actor=school.directeur, profiel=maak_profiel(school), op=OP) == []


@pytest.mark.parametrize(
    ("gegevens", "zin"),
    [
        (Doelgegevens(sleutel="rij:x:y", doel="A", actie="", eigenaar="B"), "De rij bij dit doel is er niet"),
        (Doelgegevens(sleutel=HGW, doel=" ", actie="", eigenaar="B"), "Vul het doel in en wie ervoor zorgt"),
        (Doelgegevens(sleutel=HGW, doel="A", actie="", eigenaar=""), "Vul het doel in en wie ervoor zorgt"),
    ],
)
def test_goal_that_cannot_be_is_refused(gegevens: Doelgegevens, zin: str) -> None:
    school = maak_school()

    with pytest.raises(OnderdeelError, match=zin):
        add_doel(actor=school.directeur, profiel=maak_profiel(school), gegevens=gegevens, op=OP)

    assert not Doelregel.objects.exists()


@pytest.mark.parametrize(
    ("stand", "evaluatie", "zin"),
    [("klaar", "Goed.", "Kies hoe het met dit doel staat"), ("behaald", " ", "hoe het ging")],
)
def test_evaluation_of_a_goal_that_cannot_be_is_refused(stand: str, evaluatie: str, zin: str) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    doel = add_doel(actor=school.directeur, profiel=profiel, gegevens=DOEL, op=OP)

    with pytest.raises(OnderdeelError, match=zin):
        evaluate_doel(actor=school.directeur, profiel=profiel, doel=doel.pk, stand=stand, evaluatie=evaluatie, op=OP)
