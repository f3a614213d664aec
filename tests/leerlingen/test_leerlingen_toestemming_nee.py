"""A no of a parent: the school cannot note paper over it, nor open it again by ending the access of who said it."""

from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin, maak_ouder
from tests.factories.profielen import OP
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions.leerlingen import LeerlingError, end_ouder
from passend.leerlingen.actions.toestemming import (
    ask_toestemming,
    give_toestemming,
    record_toestemming,
    retract_papier,
    retract_toestemming,
    withdraw_toestemming,
)
from passend.leerlingen.models import Ouderrelatie, Toestemming, Toestemmingsbesluit
from passend.leerlingen.permissions import get_inzage, visible_leerlingen
from passend.leerlingen.queries.toestemming import (
    Eindgevolg,
    get_eindgevolg,
    list_toestemmingen,
    list_wachtend_op_ouder,
)
from passend.regels.toestemming import Toestemmingsstand
from passend.toegang.models import Account

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
VANDAAG = OP.date()
NEE = "Alleen deze ouder zelf kan dat veranderen"
S = Toestemmingsstand


def _ziet(gezin: Gezin) -> tuple[bool, int]:
    """What the rule says, and what its twin in the lists says."""
    inzage = get_inzage(gezin.deskundige, gezin.leerling, op=LATER)
    lijst = visible_leerlingen(gezin.deskundige, op=LATER).count()
    return inzage is not None and inzage.mag_lezen(gezin.stuk), lijst


def _papier(gezin: Gezin, ouder: Ouderrelatie, dag: date = VANDAAG) -> None:
    actor = gezin.school.directeur
    record_toestemming(actor=actor, toestemming=gezin.toestemming, ouder=ouder, getekend_op=dag, op=LATER)


def _stand(gezin: Gezin, account: Account | None = None) -> Toestemmingsstand:
    (beeld,) = list_toestemmingen(leerling=gezin.leerling, account=account or gezin.ouder, op=LATER)
    return beeld.stand


def _tweede_zegt_nee(gezin: Gezin) -> tuple[Account, Ouderrelatie]:
    tweede, relatie = maak_ouder(gezin.school, gezin.leerling)
    withdraw_toestemming(actor=tweede, toestemming=gezin.toestemming, op=LATER)
    return tweede, relatie


def test_paper_is_not_noted_over_what_a_parent_took_back_or_refused() -> None:
    gezin = maak_gezin()
    _tweede, relatie = _tweede_zegt_nee(gezin)
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=LATER)

    for ouder in (gezin.relatie, relatie):
        with pytest.raises(LeerlingError, match=NEE):
            _papier(gezin, ouder)

    assert Toestemmingsbesluit.objects.filter(ingetrokken_op=LATER, is_op_papier=False).count() == 2
    assert _ziet(gezin) == (False, 0)


def test_paper_is_not_noted_over_it_by_another_row_of_the_same_parent_either() -> None:
    gezin = maak_gezin()
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=LATER)
    end_ouder(actor=gezin.school.directeur, ouder=gezin.relatie, op=LATER)
    _zelfde, opnieuw = maak_ouder(gezin.school, gezin.leerling, account=gezin.ouder)

    with pytest.raises(LeerlingError, match=NEE):
        _papier(gezin, opnieuw)

    assert _ziet(gezin) == (False, 0)


def test_ending_access_does_not_open_again_what_that_parent_closed_and_it_can_be_asked_anew() -> None:
    gezin = maak_gezin()
    _tweede, relatie = _tweede_zegt_nee(gezin)

    end_ouder(actor=gezin.school.directeur, ouder=relatie, op=LATER)

    assert (_ziet(gezin), _stand(gezin)) == ((False, 0), S.GEWEIGERD)
    opnieuw = ask_toestemming(
        actor=gezin.school.directeur,
        leerling=gezin.leerling,
        email="roos@praktijk.example",
        doel="Opnieuw",
        geldig_tot_en_met=OP.date(),
        stukken=[gezin.stuk],
        op=LATER,
        account=gezin.deskundige,
    )
    give_toestemming(actor=gezin.ouder, toestemming=opnieuw, op=LATER)
    assert _ziet(gezin) == (True, 1)


def test_parent_who_has_authority_again_gives_again_what_they_refused_before() -> None:
    gezin = maak_gezin()
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=LATER)
    end_ouder(actor=gezin.school.directeur, ouder=gezin.relatie, op=LATER)
    maak_ouder(gezin.school, gezin.leerling, account=gezin.ouder)
    assert _ziet(gezin) == (False, 0)

    give_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=LATER)

    assert _ziet(gezin) == (True, 1)


def test_ending_access_tells_beforehand_what_stays_closed_opens_and_stops() -> None:
    gezin = maak_gezin()
    tweede, relatie = maak_ouder(gezin.school, gezin.leerling)

    def gevolg(ouder: Ouderrelatie) -> Eindgevolg:
        beelden = list_toestemmingen(leerling=gezin.leerling, account=gezin.ouder, op=LATER)
        return get_eindgevolg(beelden=beelden, ouder=ouder, op=LATER)

    niets = Eindgevolg(blijft_dicht=[], gaat_gelden=[], stopt=[])
    assert [gevolg(ouder) for ouder in (relatie, gezin.relatie)] == [
        Eindgevolg(blijft_dicht=[], gaat_gelden=[gezin.toestemming], stopt=[]),
        niets,
    ]
    withdraw_toestemming(actor=tweede, toestemming=gezin.toestemming, op=LATER)
    assert gevolg(relatie) == Eindgevolg(blijft_dicht=[gezin.toestemming], gaat_gelden=[], stopt=[])
    give_toestemming(actor=tweede, toestemming=gezin.toestemming, op=LATER)
    assert gevolg(relatie) == niets
    end_ouder(actor=gezin.school.directeur, ouder=gezin.relatie, op=LATER)
    assert gevolg(relatie) == Eindgevolg(blijft_dicht=[], gaat_gelden=[], stopt=[gezin.toestemming])


def test_note_of_paper_that_was_a_mistake_goes_and_what_a_parent_said_themselves_does_not() -> None:
    gezin = maak_gezin()
    tweede, relatie = maak_ouder(gezin.school, gezin.leerling)
    _papier(gezin, relatie)
    weg = {"toestemming": gezin.toestemming, "op": LATER}

    retract_papier(actor=gezin.school.intern_begeleider, ouder=relatie, **weg)
    onbeantwoord = _stand(gezin)
    _papier(gezin, relatie)
    withdraw_toestemming(actor=tweede, toestemming=gezin.toestemming, op=LATER)

    assert onbeantwoord is S.WACHT
    for ouder in (relatie, gezin.relatie):  # taken back since; and given by the parent themselves
        with pytest.raises(LeerlingError, match="geen notitie van papier"):
            retract_papier(actor=gezin.school.intern_begeleider, ouder=ouder, **weg)
    with pytest.raises(GeenToegangError):
        retract_papier(actor=gezin.ouder, ouder=relatie, **weg)
    assert _stand(gezin) is S.GEWEIGERD


@pytest.mark.parametrize("dag", [OP.date() + timedelta(days=1), date(2025, 10, 4)])
def test_paper_was_signed_on_a_day_that_can_be(dag: date) -> None:
    gezin = maak_gezin()
    _tweede, relatie = maak_ouder(gezin.school, gezin.leerling)

    with pytest.raises(LeerlingError, match="niet voor 05-10-2025"):
        _papier(gezin, relatie, dag)
    with pytest.raises(LeerlingError, match="Deze ouder gaf al toestemming"):
        _papier(gezin, gezin.relatie)


def test_question_that_the_school_took_back_shares_nothing_and_nobody_answers_it_any_more() -> None:
    gezin = maak_gezin()
    tweede, relatie = maak_ouder(gezin.school, gezin.leerling)

    for actor in (gezin.ouder, gezin.school.leerkracht):
        with pytest.raises(GeenToegangError):
            retract_toestemming(actor=actor, toestemming=gezin.toestemming, op=LATER)
    for moment in (LATER, LATER + timedelta(days=1)):
        retract_toestemming(actor=gezin.school.intern_begeleider, toestemming=gezin.toestemming, op=moment)

    with pytest.raises(LeerlingError, match="De school nam deze vraag terug"):
        give_toestemming(actor=tweede, toestemming=gezin.toestemming, op=LATER)
    with pytest.raises(LeerlingError, match="De school nam deze vraag terug"):
        _papier(gezin, relatie)
    vraag = Toestemming.objects.get()
    assert (vraag.ingetrokken_op, vraag.ingetrokken_door) == (LATER, gezin.school.intern_begeleider)
    assert (_ziet(gezin), _stand(gezin)) == ((False, 0), S.TERUGGENOMEN)


def test_question_waits_for_who_said_nothing_and_for_nobody_once_somebody_said_no() -> None:
    gezin = maak_gezin()
    tweede, _relatie = maak_ouder(gezin.school, gezin.leerling)

    def wacht(account: Account) -> list[Toestemming]:
        return list_wachtend_op_ouder(leerlingen=[gezin.leerling], account=account, op=LATER)

    open_ = [wacht(account) for account in (tweede, gezin.ouder, gezin.ouder_zonder_gezag, gezin.deskundige)]
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=LATER)

    assert open_ == [[gezin.toestemming], [], [], []]
    assert [wacht(account) for account in (tweede, gezin.ouder)] == [[], []]


@pytest.mark.parametrize("hier", [True, False])
def test_expert_who_comes_at_this_school_already_is_tied_to_the_question_at_once(*, hier: bool) -> None:
    gezin = maak_gezin()
    roos = maak_account(Rolsoort.DESKUNDIGE if hier else Rolsoort.OUDER, gezin.school.vestiging)

    vraag = ask_toestemming(
        actor=gezin.school.intern_begeleider,
        leerling=gezin.leerling,
        email=roos.email.upper(),
        doel="Gehoor",
        geldig_tot_en_met=OP.date(),
        stukken=[gezin.stuk],
        op=LATER,
    )
    give_toestemming(actor=gezin.ouder, toestemming=vraag, op=LATER)

    assert vraag.account == (roos if hier else None)
    beeld = list_toestemmingen(leerling=gezin.leerling, account=gezin.ouder, op=LATER)[0]
    assert (beeld.geldt, beeld.is_binnen) == (True, hier)
