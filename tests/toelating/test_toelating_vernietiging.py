"""Children who never came: the directeur proposes, the board agrees, a proof stays, and nothing is for ever."""

import json
from datetime import timedelta

import pytest
from tests.factories.leerlingen import maak_leerling
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, besluit, gebeur, maak_aanmelding, maak_beleid, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.bewaren import Aanhoudstand, Bewaarklasse
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.toelating import Toelatingsbesluit
from passend.leerlingen.actions.bewaarkeuze import set_bewaarkeuze
from passend.leerlingen.actions.bewaren import Uitkomst, execute_vernietiging, reject_vernietiging
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Vernietigingsbewijs, Vernietigingslijst
from passend.leerlingen.queries.bewaren import list_wachtend
from passend.regels.bewaartermijnen import over_maanden
from passend.regels.vernietiging import Vernietigingsbezwaar
from passend.toegang.models import Logregel
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.bewaren import propose_aanmeldingen
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief
from passend.toelating.queries.bewaren import Bewaarzaak, list_aan_de_beurt, list_te_vernietigen

pytestmark = pytest.mark.django_db
NEE = Toelatingsbesluit.GEWEIGERD
JAAR = timedelta(days=330)  # after a refusal on the tenth day its last weeks have begun


@pytest.fixture
def school() -> School:
    """A bijzondere school that lets parents register."""
    school = maak_school()
    maak_beleid(school)
    return school


@pytest.fixture
def geweigerd(school: School) -> Aanmelding:
    """A refusal with all its evidence, on the tenth day."""
    return _weiger(school)


def _weiger(school: School, **anders: str) -> Aanmelding:
    aanmelding = maak_aanmelding(school, **anders)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, NEE)
    return aanmelding


def _stel_voor(school: School, *zaken: Aanmelding, na: timedelta = JAAR) -> Vernietigingslijst:
    sleutels = [een.sleutel for een in zaken]
    return propose_aanmeldingen(actor=school.directeur, vestiging=school.vestiging, sleutels=sleutels, op=OP + na)


def _voer_uit(school: School, lijst: Vernietigingslijst, *, na: timedelta = JAAR) -> Uitkomst:
    return execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP + na)


def _zaken(school: School, dagen: int) -> list[Bewaarzaak]:
    return list_te_vernietigen(vestiging=school.vestiging, peildatum=DAG + timedelta(days=dagen))


@pytest.mark.parametrize(("dagen", "vrij"), [(310, 0), (330, 1)])
def test_case_goes_in_the_last_weeks_of_its_year(school: School, geweigerd: Aanmelding, dagen: int, vrij: int) -> None:
    (zaak,) = _zaken(school, dagen)

    assert (zaak.aanmelding, zaak.mag_weg, zaak.is_nooit_afgerond) == (geweigerd, bool(vrij), False)
    if not vrij:
        with pytest.raises(ToelatingError, match="De bewaartermijn is nog niet voorbij"):
            _stel_voor(school, geweigerd, na=timedelta(days=dagen))


def test_nothing_goes_before_the_board_agrees_and_a_proof_without_a_name_stays(
    school: School, geweigerd: Aanmelding
) -> None:
    ander = maak_aanmelding(school, voornaam="Ot", achternaam="Zandbank")
    with pytest.raises(GeenToegangError):
        propose_aanmeldingen(
            actor=school.bestuurder, vestiging=school.vestiging, sleutels=[geweigerd.sleutel], op=OP + JAAR
        )

    lijst = _stel_voor(school, geweigerd)
    (beeld,) = list_wachtend(vestiging=school.vestiging)
    assert [(een.klasse, een.leerlingen, een.jaren) for een in beeld.regels] == [
        (Bewaarklasse.NIET_TOEGELATEN, 1, {2026: 1})
    ]
    assert Aanmelding.objects.count() == 2
    with pytest.raises(GeenToegangError):
        execute_vernietiging(actor=school.directeur, lijst=lijst, op=OP + JAAR)

    _voer_uit(school, lijst)

    assert list(Aanmelding.objects.all()) == [ander]
    assert not Aanmeldgebeurtenis.objects.filter(aanmelding=geweigerd.pk).exists()
    assert not Brief.objects.filter(aanmelding=geweigerd.pk).exists()
    bewijs = Vernietigingsbewijs.objects.get()
    assert (bewijs.klasse, bewijs.leerlingen, bewijs.door) == ("niet_toegelaten", 1, school.bestuurder)
    assert bewijs.grondslag == "AVG artikel 5 lid 1 onder e"
    assert bewijs.aantallen["aanmelding"] == 1
    assert bewijs.aantallen["aanmeldgebeurtenis"] > 4
    geschreven = json.dumps([*Vernietigingsbewijs.objects.values(), *Vernietigingslijst.objects.values()], default=str)
    assert [woord for woord in ("Noa", "Zeegras", str(geweigerd.sleutel)) if woord in geschreven] == []
    assert Logregel.objects.filter(handeling="destroy:niet_toegelaten").count() == 1


def test_objection_that_comes_after_the_proposal_keeps_the_case_and_is_counted(
    school: School, geweigerd: Aanmelding
) -> None:
    lijst = _stel_voor(school, geweigerd)
    Aanmeldgebeurtenis.objects.create(
        bestuur_id=geweigerd.bestuur_id,
        aanmelding=geweigerd,
        soort=Soort.BEZWAAR,
        op=DAG + JAAR,
        vastgelegd_op=OP + JAAR,
    )

    uitkomst = _voer_uit(school, lijst)

    assert (uitkomst.bewijzen, uitkomst.overgeslagen) == ((), {Vernietigingsbezwaar.AANGEHOUDEN: 1})
    geweigerd.refresh_from_db()
    assert geweigerd.vernietigingslijst is None
    assert not Logregel.objects.filter(handeling__startswith="destroy").exists()
    (zaak,) = list_aan_de_beurt(vestiging=school.vestiging, peildatum=DAG + JAAR)
    assert zaak.lopend is not None
    assert zaak.lopend.stand is Aanhoudstand.BEZWAAR


def test_child_that_came_after_the_proposal_stays(school: School, geweigerd: Aanmelding) -> None:
    lijst = _stel_voor(school, geweigerd)
    Aanmelding.objects.filter(pk=geweigerd.pk).update(leerling=maak_leerling(school))

    assert _voer_uit(school, lijst).overgeslagen == {Vernietigingsbezwaar.INGESCHREVEN: 1}


def test_case_on_a_list_is_not_proposed_twice_and_comes_back_when_the_board_says_no(
    school: School, geweigerd: Aanmelding
) -> None:
    lijst = _stel_voor(school, geweigerd)
    with pytest.raises(ToelatingError, match="Dit staat al op een lijst"):
        _stel_voor(school, geweigerd)

    reject_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP + JAAR)

    assert [een.mag_weg for een in _zaken(school, JAAR.days)] == [True]


def test_dispute_without_an_objection_keeps_a_case_that_was_not_handled(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    Aanmeldgebeurtenis.objects.create(
        bestuur_id=aanmelding.bestuur_id, aanmelding=aanmelding, soort=Soort.BESLUIT, op=DAG, vastgelegd_op=OP,
        uitkomst=Toelatingsbesluit.NIET_BEHANDELD, tekst="Te weinig bekend.",
    )  # fmt: skip
    assert [een.mag_weg for een in _zaken(school, 500)] == [True]
    Aanmeldgebeurtenis.objects.create(
        bestuur_id=aanmelding.bestuur_id, aanmelding=aanmelding, soort=Soort.GPO_GEVRAAGD, op=DAG, vastgelegd_op=OP
    )

    assert [een.mag_weg for een in _zaken(school, 500)] == [False]


def test_case_on_which_nobody_decided_counts_from_the_last_thing_that_happened(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    assert _zaken(school, 42) == []  # the weeks for a decision still run
    gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 50, tekst="Zij denken na.")

    (zaak,) = _zaken(school, 60)
    assert (zaak.is_nooit_afgerond, zaak.begon_op, zaak.mag_weg) == (True, DAG + timedelta(days=50), False)
    assert zaak.termijn.vernietigen_uiterlijk_op == over_maanden(DAG + timedelta(days=50), 12)

    laat = timedelta(days=50 + 365)
    _voer_uit(school, _stel_voor(school, aanmelding, na=laat), na=laat)
    assert not Aanmelding.objects.exists()


def test_withdrawn_case_counts_from_that_day(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.INGETROKKEN, 5, tekst="Naar een andere school.")

    (zaak,) = _zaken(school, 20)

    assert (zaak.begon_op, zaak.is_nooit_afgerond) == (DAG + timedelta(days=5), False)


def test_nothing_and_what_is_of_a_neighbour_is_refused(school: School, geweigerd: Aanmelding) -> None:
    buur = maak_school(school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    for waar, zaken in ((school, ()), (buur, (geweigerd,))):
        with pytest.raises(ToelatingError, match="Kies eerst"):
            _stel_voor(waar, *zaken)


def _kies(school: School, maanden: int) -> None:
    set_bewaarkeuze(
        actor=school.bestuurder, vestiging=school.vestiging, klasse=Bewaarklasse.NIET_TOEGELATEN, maanden=maanden,
        waarom="Wij bewaren niet langer dan nodig.", op=OP,
    )  # fmt: skip


def test_board_chooses_how_long_a_case_stays_and_no_choice_goes_before_the_parents_can_object(school: School) -> None:
    _weiger(school)
    _kies(school, 3)

    assert [een.mag_weg for een in _zaken(school, 50)] == [False]
    assert _zaken(school, 60)[0].termijn.vernietigen_uiterlijk_op == over_maanden(DAG + timedelta(days=10), 3)
    assert [een.mag_weg for een in _zaken(school, 60)] == [True]


@pytest.mark.parametrize("maanden", [2, 13])
def test_board_keeps_a_case_no_shorter_than_it_can_run_and_no_longer_than_a_year(school: School, maanden: int) -> None:
    with pytest.raises(LeerlingError, match="Kies een termijn van 3 tot en met 12 maanden"):
        _kies(school, maanden)
