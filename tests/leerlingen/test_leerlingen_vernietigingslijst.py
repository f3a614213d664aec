"""Who proposes what is destroyed, who decides, and what cannot be proposed."""

from datetime import date, timedelta

import pytest
from tests.factories.bewaren import (
    ALLES,
    LANG_WEG,
    maak_vertrokken,
    maak_vol_dossier,
    stel_voor,
    tel_rijen,
    vul_dossier,
)
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions.bewaren import (
    execute_vernietiging,
    hold_leerling,
    propose_vernietiging,
    reject_vernietiging,
)
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Vernietigingslijst
from passend.leerlingen.queries.bewaren import list_wachtend
from passend.regels.vernietiging import ZINNEN, Vernietigingsbezwaar
from passend.toegang.actions import grant_rol
from passend.toegang.models import Logregel

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
K, B = Bewaarklasse, Vernietigingsbezwaar
KORT_WEG = date(2024, 9, 30)  # more than two years, and less than five


def _voer_uit(school: School, lijst: Vernietigingslijst) -> None:
    execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=LATER)


def test_nobody_but_the_board_destroys_and_never_who_proposed() -> None:
    school = maak_school()
    lijst = stel_voor(school, maak_vol_dossier(school))
    grant_rol(account=school.directeur, soort=Rolsoort.BESTUURDER, bij=school.vestiging.bestuur, geldig_van=LANG_WEG)

    for actor in (school.intern_begeleider, school.leerkracht, school.adviseur):
        with pytest.raises(GeenToegangError, match="het bestuur van deze school"):
            execute_vernietiging(actor=actor, lijst=lijst, op=LATER)
        with pytest.raises(GeenToegangError, match="het bestuur van deze school"):
            reject_vernietiging(actor=actor, lijst=lijst, op=LATER)
    with pytest.raises(GeenToegangError, match="Wie de lijst voorstelde"):
        execute_vernietiging(actor=school.directeur, lijst=lijst, op=LATER)
    assert Vernietigingslijst.objects.get().afgehandeld_op is None


def test_list_that_is_rejected_destroys_nothing_and_is_not_carried_out_later() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    lijst, vooraf = stel_voor(school, leerling), tel_rijen(leerling)

    for _keer in range(2):
        reject_vernietiging(actor=school.bestuurder, lijst=lijst, op=LATER)

    with pytest.raises(LeerlingError, match="Deze lijst is afgewezen"):
        _voer_uit(school, lijst)
    assert tel_rijen(leerling) == vooraf
    assert (Vernietigingslijst.objects.get().afloop, list_wachtend(vestiging=school.vestiging)) == ("afgewezen", [])
    assert Logregel.objects.filter(handeling="reject_vernietiging").count() == 1


def test_list_that_was_carried_out_cannot_be_rejected() -> None:
    school = maak_school()
    lijst = stel_voor(school, maak_vol_dossier(school))
    _voer_uit(school, lijst)

    with pytest.raises(LeerlingError, match="Wat vernietigd is, komt niet terug"):
        reject_vernietiging(actor=school.bestuurder, lijst=lijst, op=LATER)


@pytest.mark.parametrize(
    ("uit", "is_vol", "is_betwist", "klassen", "bezwaar"),
    [
        (KORT_WEG, True, False, {K.BEKOSTIGING}, B.NOG_BEWAREN),
        (LANG_WEG, True, True, ALLES, B.AANGEHOUDEN),
        (LANG_WEG, True, False, {K.INSCHRIJVING}, B.ER_IS_MEER),
        (LANG_WEG, False, False, {K.BEGELEIDING}, B.AL_WEG),
        (LANG_WEG, True, False, {K.LOGBOEK}, B.AL_WEG),
    ],
)
def test_what_may_not_go_now_is_not_proposed_not_even_beside_what_may(
    *, uit: date, is_vol: bool, is_betwist: bool, klassen: set[K], bezwaar: B
) -> None:
    school = maak_school()
    goed, leerling = maak_vol_dossier(school), maak_vertrokken(school, uit=uit)
    if is_vol:
        vul_dossier(school, leerling)
    if is_betwist:
        hold_leerling(actor=school.directeur, leerling=leerling, reden="bezwaar", op=OP)

    with pytest.raises(LeerlingError) as fout:
        propose_vernietiging(
            actor=school.directeur,
            vestiging=school.vestiging,
            gekozen={goed.sleutel: ALLES, leerling.sleutel: frozenset(klassen)},
            op=OP,
        )

    assert str(fout.value) == ZINNEN[bezwaar]
    assert not Vernietigingslijst.objects.exists()


def test_nothing_and_pupils_of_another_school_cannot_be_proposed() -> None:
    school = maak_school()
    buur = maak_school(school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    ander = maak_vol_dossier(buur)

    for gekozen in ({}, {ander.sleutel: ALLES}, {maak_vol_dossier(school).sleutel: frozenset[K]()}):
        with pytest.raises(LeerlingError, match="Kies eerst"):
            propose_vernietiging(actor=school.directeur, vestiging=school.vestiging, gekozen=gekozen, op=OP)


def test_what_waits_for_the_board_is_not_proposed_again() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    stel_voor(school, leerling, klassen=frozenset({K.BEGELEIDING}))

    with pytest.raises(LeerlingError, match="Dit staat al op een lijst"):
        stel_voor(school, leerling)


@pytest.mark.parametrize("wie", ["intern_begeleider", "bestuurder", "leerkracht"])
def test_directeur_alone_proposes(wie: str) -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)

    with pytest.raises(GeenToegangError, match="de directeur van deze school"):
        propose_vernietiging(
            actor=getattr(school, wie), vestiging=school.vestiging, gekozen={leerling.sleutel: ALLES}, op=OP
        )
