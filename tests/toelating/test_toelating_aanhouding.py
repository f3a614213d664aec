"""What parents contest keeps the file, whoever wrote it down: of a removal, a refusal, a suspension and a plan."""

from datetime import date, datetime, timedelta

import pytest
from tests.factories.bewaren import ALLES, maak_vertrokken, maak_vol_dossier, stel_voor, tel_rijen
from tests.factories.leerlingen import maak_ouder
from tests.factories.opp import maak_opprijen
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, besluit, gebeur, maak_aanmelding, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.bewaren import Aanhoudbesluit, Aanhoudstand
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.toelating import Bezwaaruitkomst, Toelatingsbesluit
from passend.leerlingen.actions.bewaren import execute_vernietiging
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Leerling
from passend.leerlingen.queries.bewaren import list_posten
from passend.leerlingen.queries.lopend import list_lopend
from passend.leerlingen.queries.taken import AAN_DE_BEURT, list_leerlingtaken
from passend.regels.vernietiging import Vernietigingsbezwaar
from passend.toelating.models import Aanmelding, Schorsing, Verwijdergebeurtenis, Verwijdering

pytestmark = pytest.mark.django_db
EEN_DAG = timedelta(days=1)
LANG_GELEDEN = date(2021, 3, 1)
B, S = Aanhoudbesluit, Aanhoudstand


def _verwijder(school: School, leerling: Leerling, *soorten: Soort, vanaf: date = LANG_GELEDEN) -> Verwijdering:
    """A removal that was decided on a day, and on each day after it one thing that followed."""
    vast = {"bestuur_id": leerling.bestuur_id}
    rij = Verwijdering.objects.create(
        **vast, leerling=leerling, reden="Het gaat niet.", voorgenomen_op=vanaf, begonnen_op=OP,
        begonnen_door=school.directeur,
    )  # fmt: skip
    for nummer, soort in enumerate((Soort.BESLUIT, *soorten)):
        Verwijdergebeurtenis.objects.create(
            **vast, verwijdering=rij, soort=soort, op=vanaf + nummer * EEN_DAG, vastgelegd_op=OP, tekst="Zo is het.",
            uitkomst=Bezwaaruitkomst.ONGEGROND if soort is Soort.BEZWAAR_BESLIST else "",
        )  # fmt: skip
    return rij


def _lopend(leerling: Leerling, op: date = DAG) -> list[tuple[str, str, date]]:
    delen = list_lopend(leerlingen=[leerling], peildatum=op).get(leerling.pk, ())
    return [(een.besluit, een.stand, een.dag) for een in delen]


@pytest.mark.parametrize(
    ("soorten", "stand"),
    [
        ((), None),
        ((Soort.BEZWAAR,), S.BEZWAAR),
        ((Soort.BEZWAAR, Soort.BEZWAAR_BESLIST), None),
        ((Soort.GPO_GEVRAAGD,), S.GESCHIL),
        ((Soort.BEZWAAR, Soort.GPO_GEVRAAGD), S.GESCHIL),
        ((Soort.GPO_GEVRAAGD, Soort.GPO_OORDEEL), S.ANTWOORD),
        ((Soort.GPO_GEVRAAGD, Soort.GPO_OORDEEL, Soort.GPO_REACTIE), None),
        ((Soort.BEZWAAR, Soort.INGETROKKEN), None),
    ],
)
def test_removal_that_is_contested_holds_the_pupil(soorten: tuple[Soort, ...], stand: Aanhoudstand | None) -> None:
    school = maak_school()
    leerling = maak_vertrokken(school)
    _verwijder(school, leerling, *soorten)

    posten = list_posten(vestiging=school.vestiging, peildatum=DAG)

    assert {post.bezwaar for post in posten} == {Vernietigingsbezwaar.AANGEHOUDEN if stand else None}
    assert [(een.besluit, een.stand) for een in posten[0].lopend] == ([(B.VERWIJDERING, stand)] if stand else [])
    taken = list_leerlingtaken(rollen={school.vestiging.pk: [Rolsoort.DIRECTEUR]}, peildatum=DAG)
    assert (AAN_DE_BEURT in {taak.soort for taak in taken}) is (stand is None)


def test_parents_who_can_still_object_hold_the_pupil_until_the_last_day() -> None:
    school = maak_school()
    leerling = maak_vertrokken(school)
    _verwijder(school, leerling, vanaf=DAG)
    laatste = DAG + timedelta(weeks=6)

    assert _lopend(leerling, laatste) == [(B.VERWIJDERING, S.TERMIJN, laatste)]
    assert _lopend(leerling, laatste + EEN_DAG) == []


def test_file_with_an_objection_cannot_be_proposed() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    _verwijder(school, leerling, Soort.BEZWAAR)

    with pytest.raises(LeerlingError, match="Er loopt nog een bezwaar, geschil, klacht of verzoek"):
        stel_voor(school, leerling)


def test_objection_that_comes_after_the_proposal_keeps_everything_and_is_counted() -> None:
    school = maak_school()
    leerling, ander = maak_vol_dossier(school), maak_vol_dossier(school, "Ot")
    lijst = stel_voor(school, leerling, ander)
    _verwijder(school, leerling, Soort.BEZWAAR)
    vooraf = tel_rijen(leerling)

    uitkomst = execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP + timedelta(hours=1))

    assert tel_rijen(leerling) == vooraf
    assert not any(tel_rijen(ander).values())
    lijst.refresh_from_db()
    assert lijst.overgeslagen == {"aangehouden": len(ALLES)}
    assert {bewijs.leerlingen for bewijs in uitkomst.bewijzen} == {1}


@pytest.mark.parametrize(
    ("soorten", "dag", "verwacht"),
    [
        ((), DAG + timedelta(days=30), (B.WEIGERING, S.TERMIJN, DAG + timedelta(days=52))),
        ((), DAG + timedelta(days=60), None),
        ((Soort.BEZWAAR,), DAG + timedelta(days=900), (B.WEIGERING, S.BEZWAAR, DAG + timedelta(days=14))),
        ((Soort.GPO_GEVRAAGD,), DAG + timedelta(days=900), (B.WEIGERING, S.GESCHIL, DAG + timedelta(days=14))),
    ],
)
def test_refusal_before_the_pupil_came_holds_it(
    soorten: tuple[Soort, ...], dag: date, verwacht: tuple[str, str, date] | None
) -> None:
    school = maak_school()
    leerling, aanmelding = maak_vertrokken(school), maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)
    for soort in soorten:
        gebeur(school, aanmelding, soort, 14, tekst="Niet eens.")
    Aanmelding.objects.filter(pk=aanmelding.pk).update(leerling=leerling)

    assert _lopend(leerling, dag) == ([verwacht] if verwacht else [])


@pytest.mark.parametrize(("ingetrokken", "aantal"), [(None, 1), (OP, 0)])
def test_suspension_holds_for_the_weeks_in_which_parents_can_object(ingetrokken: datetime | None, aantal: int) -> None:
    school = maak_school()
    leerling = maak_vertrokken(school)
    Schorsing.objects.create(
        bestuur_id=leerling.bestuur_id, leerling=leerling, geldig_van=DAG, geldig_tot_en_met=DAG, reden="Vechten.",
        brief="Brief.", besloten_op=OP, besloten_door=school.directeur, ingetrokken_op=ingetrokken,
    )  # fmt: skip

    laatste = DAG + timedelta(weeks=6)
    assert _lopend(leerling, laatste) == [(B.SCHORSING, S.TERMIJN, laatste)] * aantal
    assert _lopend(leerling, laatste + EEN_DAG) == []


def test_plan_holds_for_the_weeks_in_which_parents_can_ask_the_committee() -> None:
    school = maak_school()
    leerling = maak_vertrokken(school)
    ouder, _relatie = maak_ouder(school, leerling)
    weg, leerling.uitgeschreven_op = leerling.uitgeschreven_op, None
    maak_opprijen(school, leerling, ouder, vast=OP)
    leerling.uitgeschreven_op = weg

    laatste = DAG + timedelta(weeks=6)
    assert _lopend(leerling, laatste) == [(B.ONTWIKKELINGSPERSPECTIEF, S.TERMIJN, laatste)]
    assert _lopend(leerling, laatste + EEN_DAG) == []
