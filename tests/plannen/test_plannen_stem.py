"""A child is heard in the way it chose, a class on what the school offers; and both are told what was done with it."""

from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import maak_gezin, maak_groep
from tests.factories.opp import SCAN, hoor, maak_plan, maak_vast_plan, verwerk
from tests.factories.profielen import OP, maak_school

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.opp import Stemwijze
from passend.begrippen.rollen import GeenToegangError
from passend.plannen.actions.opp import OppError
from passend.plannen.actions.stem import (
    Stemgegevens,
    answer_groepsstem,
    answer_leerlingstem,
    record_groepsstem,
    record_leerlingstem,
)
from passend.plannen.models import Groepsstem, Leerlingstem
from passend.plannen.queries.groepsstem import Groepsstemtelling, count_groepsstemmen

pytestmark = pytest.mark.django_db
PDF = Bijlage(extensie="pdf", inhoud=b"%PDF-1.7")


@pytest.mark.parametrize(
    "anders",
    [
        {"wijze": Stemwijze.EIGEN_WOORDEN, "gezegd": "Ik wil buiten lezen."},
        {"wijze": Stemwijze.GESPREK, "gezegd": "We praatten bij de knikkers.", "steun": "Juf las de vragen voor."},
        {"wijze": Stemwijze.TEKENING, "gezegd": "", "tekening": SCAN},
        {"wijze": Stemwijze.PRAATKAARTEN, "gezegd": "", "praatkaarten": ["rust", "samen", "bestaat_niet"]},
        {"wijze": Stemwijze.NIET_GEHOORD, "gezegd": "", "reden": "Pip is langdurig ziek thuis."},
    ],
    ids=lambda anders: str(anders["wijze"]),
)
def test_child_says_it_in_the_way_it_chose(anders: dict[str, object]) -> None:
    plan = maak_plan()

    hoor(plan, **anders)

    stem = Leerlingstem.objects.get()
    assert (stem.wijze, stem.gezegd) == (anders["wijze"], anders["gezegd"])
    assert set(stem.praatkaarten) == {"rust", "samen"} & set(anders.get("praatkaarten", ()))  # type: ignore[call-overload]
    assert (stem.bestand is not None) is ("tekening" in anders)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"gezegd": " "}, "Er staat nog niets"),
        ({"wijze": Stemwijze.TEKENING}, "Kies de tekening"),
        ({"wijze": Stemwijze.TEKENING, "tekening": PDF}, "Kies de tekening"),
        ({"wijze": Stemwijze.PRAATKAARTEN}, "Kies een of meer kaarten"),
        ({"wijze": Stemwijze.NIET_GEHOORD, "reden": "ziek"}, "waarom het kind niet gehoord is"),
        ({"op": (OP + timedelta(days=1)).date()}, "Deze dag moet nog komen"),
        ({"steun": "x" * 301}, "Dit is te lang"),
    ],
)
def test_voice_without_what_was_chosen_is_refused_and_nothing_is_kept(anders: dict[str, object], zin: str) -> None:
    plan = maak_plan()

    with pytest.raises(ValueError, match=zin):
        hoor(plan, **anders)
    assert Leerlingstem.objects.count() == 0


def test_who_does_not_write_in_the_file_hears_no_child() -> None:
    plan = maak_plan()
    gegevens = Stemgegevens(op=OP.date(), wijze=Stemwijze.EIGEN_WOORDEN, gezegd="Iets")
    stem = hoor(plan)

    for actor in (plan.gezin.ouder, plan.gezin.deskundige, plan.school.bestuurder):
        with pytest.raises(GeenToegangError):
            record_leerlingstem(actor=actor, versie=plan.versie, gegevens=gegevens, op=OP)
        with pytest.raises(GeenToegangError):
            answer_leerlingstem(actor=actor, stem=stem, gedaan="x", teruggekoppeld_op=None, op=OP)


def test_child_is_told_after_the_plan_was_set_and_what_was_done_stays_as_it_was() -> None:
    plan = maak_vast_plan()
    stem = Leerlingstem.objects.get()

    answer_leerlingstem(
        actor=plan.school.leerkracht, stem=stem, gedaan="Iets anders", teruggekoppeld_op=OP.date(), op=OP
    )

    stem.refresh_from_db()
    assert (stem.gedaan, stem.teruggekoppeld_op) == ("We lezen nu met een maatje.", OP.date())


def test_child_is_not_told_before_it_spoke_and_not_without_a_word() -> None:
    plan = maak_plan()
    stem = hoor(plan)
    velden = {"actor": plan.school.leerkracht, "stem": stem, "op": OP}

    with pytest.raises(OppError, match="Schrijf op wat u deed"):
        answer_leerlingstem(**velden, gedaan=" ", teruggekoppeld_op=None)
    with pytest.raises(OppError, match="voordat het kind iets zei"):
        answer_leerlingstem(**velden, gedaan="Ja", teruggekoppeld_op=(OP - timedelta(days=1)).date())
    verwerk(plan, stem)


def test_class_is_heard_without_names_and_counted() -> None:
    school = maak_school()
    vijf, _zes = maak_groep(school), maak_groep(school, "6")
    velden = {"groep": vijf, "dag": OP.date(), "wijze": Stemwijze.GESPREK, "op": OP}

    stem = record_groepsstem(actor=school.leerkracht, **velden, gezegd="We willen een stille plek.")
    with pytest.raises(OppError, match="staat er op deze dag al iets"):
        record_groepsstem(actor=school.directeur, **velden, gezegd="Nog iets")
    with pytest.raises(OppError, match="Schrijf op wat de groep zei"):
        record_groepsstem(actor=school.directeur, **velden, gezegd=" ")
    for actor in (school.mr_lid, school.bestuurder):
        with pytest.raises(GeenToegangError):
            record_groepsstem(actor=actor, **velden, gezegd="Iets")
    telling = [count_groepsstemmen(vestiging=school.vestiging, schooljaar="2026-2027")]
    with pytest.raises(OppError, match="Schrijf op wat de school ermee doet"):
        answer_groepsstem(actor=school.leerkracht, stem=stem, gedaan="", teruggekoppeld_op=OP.date(), op=OP)
    answer_groepsstem(
        actor=school.leerkracht, stem=stem, gedaan="Er komt een leeshoek.", teruggekoppeld_op=OP.date(), op=OP
    )
    telling.append(count_groepsstemmen(vestiging=school.vestiging, schooljaar="2026-2027"))

    assert telling == [
        Groepsstemtelling(groepen=2, gehoord=1, teruggekoppeld=0),
        Groepsstemtelling(groepen=2, gehoord=1, teruggekoppeld=1),
    ]
    assert Groepsstem.objects.get().gedaan == "Er komt een leeshoek."


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"dag": date(1950, 3, 3)}, "Deze dag valt niet in het schooljaar 2026-2027"),
        ({"gezegd": "Pip zei dat het te druk is."}, "de naam van een kind van de school: Pip."),
    ],
)
def test_class_is_not_heard_in_another_year_or_with_a_name(anders: dict[str, object], zin: str) -> None:
    gezin = maak_gezin()
    velden = {"groep": gezin.groep, "dag": OP.date(), "wijze": Stemwijze.GESPREK, "gezegd": "Te druk.", "op": OP}

    with pytest.raises(OppError, match=zin):
        record_groepsstem(actor=gezin.school.leerkracht, **(velden | anders))
    assert Groepsstem.objects.count() == 0
    stem = record_groepsstem(actor=gezin.school.leerkracht, **velden)
    antwoord = {"actor": gezin.school.leerkracht, "stem": stem, "op": OP}
    with pytest.raises(OppError, match="de naam van een kind"):
        answer_groepsstem(**antwoord, gedaan="Pip krijgt een plek.", teruggekoppeld_op=None)
    with pytest.raises(OppError, match="voordat de groep iets zei"):
        answer_groepsstem(**antwoord, gedaan="Een plek.", teruggekoppeld_op=OP.date() - timedelta(days=1))
