"""Days that are asked for many at once are those of each alone: nobody is told of what they may not see."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.overleggen import BEGINT, maak_mdo, nodig_uit
from tests.factories.profielen import OP
from tests.factories.toegang import maak_account
from tests.factories.wereld import DAG, EINDE, een_van, maak_rij, maak_wereld

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.opp import Oppaanleiding
from passend.begrippen.overleg import Deelnemerrol, Overlegsoort, Overlegstand
from passend.begrippen.rollen import Rolsoort
from passend.cli.herinneringen import send_herinneringen
from passend.kalender.queries.agenda import list_agenda, list_agendas
from passend.kalender.queries.dagen.regel import Agendaregel
from passend.leerlingen.models import Leerling, Ouderrelatie, Toestemming
from passend.leerlingen.permissions import SCHOOL, get_inzage
from passend.organisaties.models import Groep
from passend.overleggen.models import Besluit, Overleg, Overlegdeelnemer
from passend.overleggen.permissions import get_overlegrecht
from passend.plannen.models import Opp, Oppversie, Plan
from passend.toegang.models import Account, Rol
from passend.toelating.models import Aanmelding, Schorsing
from passend.toelating.permissions import why_may_manage, why_may_read_aanmelding

pytestmark = pytest.mark.django_db
A = Agendasoort
HIER = timezone.localtime(OP)
GRONDEN = {
    A.TOESTEMMING_GEVRAAGD: {Inzagegrond.OUDER},
    A.TOESTEMMING_EINDIGT: SCHOOL,
    A.EVALUATIE: {*SCHOOL, Inzagegrond.EIGEN_GROEP},
    A.OPP_MAKEN: SCHOOL,
    A.SCHORSING: SCHOOL,
    A.VERWIJDERING: {*SCHOOL, Inzagegrond.OUDER},
}
OPEN = st.none() | st.just(OP)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_in_every_world_the_days_of_all_are_those_of_each_and_what_the_rules_let_them_see(data: st.DataObject) -> None:
    with transaction.atomic():
        leerlingen, mensen = maak_wereld(data)
        _vul(data, leerlingen, mensen)

        samen = list_agendas(accounts=mensen, op=HIER)

        for account in mensen:
            assert samen[account.pk] == list_agenda(account=account, op=HIER)
            assert all(_mag(account, regel) for regel in samen[account.pk])
            assert {een.sleutel for een in samen[account.pk]} >= _verwacht(account)
        transaction.set_rollback(True)


def test_round_asks_as_much_of_the_database_for_more_people_of_a_school() -> None:
    mdo = nodig_uit(maak_mdo())
    school, op = mdo.gezin.school.vestiging, HIER + timedelta(days=60)
    maak_account(Rolsoort.INTERN_BEGELEIDER, school, naam="Eerste")
    send_herinneringen(op)  # the first round of a day clears up: of whom no child is left has no role any more
    with CaptureQueriesContext(connection) as weinig:
        assert send_herinneringen(op) == (0, 0)
    for soort in (Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR, Rolsoort.LEERKRACHT, Rolsoort.OUDER):
        for nummer in range(3):
            maak_account(soort, school, naam=f"{soort}{nummer}")
    Rol.objects.filter(soort=Rolsoort.OUDER).update(geldig_van=op.date())  # who still waits for a child
    with CaptureQueriesContext(connection) as veel:
        assert send_herinneringen(op) == (0, 0)

    assert len(veel) == len(weinig)


def test_round_asks_a_few_things_more_for_each_letter_and_nothing_for_who_was_told() -> None:
    mdo = nodig_uit(maak_mdo())
    Account.objects.update(is_demo=False)
    op = timezone.localtime(BEGINT - timedelta(days=1))
    with CaptureQueriesContext(connection) as eerst:
        verstuurd, _mislukt = send_herinneringen(op)
    with CaptureQueriesContext(connection) as daarna:
        assert send_herinneringen(op + timedelta(hours=1)) == (0, 0)

    assert verstuurd >= len({mdo.ib, mdo.gezin.ouder, mdo.deskundige})
    meer = [_zonder_bereik(vragen) for vragen in (eerst, daarna)]
    assert meer[0] - meer[1] <= 8 * verstuurd


def _zonder_bereik(vragen: CaptureQueriesContext) -> int:
    """Without savepoints, and what only PostgreSQL is told: of which board the rows are."""
    geen_vraag = ("SET LOCAL", "SAVEPOINT", "RELEASE")
    return sum(not vraag["sql"].startswith(geen_vraag) for vraag in vragen.captured_queries)


def _mag(account: Account, regel: Agendaregel) -> bool:
    """What the rules say of one day, asked one by one."""
    if regel.overleg is not None:
        return get_overlegrecht(account, regel.overleg, op=HIER) is not None
    if regel.aanmelding is not None:
        return why_may_read_aanmelding(account, regel.aanmelding, op=HIER) is not None
    if regel.leerling is not None:
        return _gronden(account, regel.leerling) & set(GRONDEN[regel.soort]) != set()
    return True


def _gronden(account: Account, leerling: Leerling) -> set[Inzagegrond]:
    inzage = get_inzage(account, leerling, op=HIER)
    return set(inzage.gronden) if inzage else set()


def _verwacht(account: Account) -> set[str]:
    """What must be in an agenda, by the rules one by one."""

    def ziet(rij: Any, soort: A) -> bool:
        return bool(_gronden(account, rij.leerling) & set(GRONDEN[soort]))

    eindigt = Toestemming.objects.filter(geldig_tot_en_met__gte=OP.date())
    deelnemers = [een for een in Overlegdeelnemer.objects.all() if account.pk in _wie(een)]
    gesprekken = {een.overleg for een in deelnemers if get_overlegrecht(account, een.overleg, op=HIER)}
    besluiten = Besluit.objects.filter(
        eigenaar__in=deelnemers, gedaan_op=None, uiterlijk_op__isnull=False, overleg__stand=Overlegstand.GESLOTEN.value
    )
    zaken = [een for een in Aanmelding.objects.all() if why_may_manage(account, een.vestiging, op=HIER)]
    return {
        *(f"evaluatie:{een.pk}" for een in Plan.objects.filter(geevalueerd_op=None) if ziet(een, A.EVALUATIE)),
        *(f"opp:{een.leerling_id}:1:False" for een in Opp.objects.all() if ziet(een, A.OPP_MAKEN)),
        *(f"toestemming_eindigt:{een.pk}" for een in eindigt if ziet(een, A.TOESTEMMING_EINDIGT)),
        *(f"schorsing:{een.pk}:schorsing_einde" for een in Schorsing.objects.all() if ziet(een, A.SCHORSING)),
        *(f"overleg:{een.pk}" for een in gesprekken if een.stand == Overlegstand.GEPLAND),
        *(f"besluit:{een.pk}" for een in besluiten if een.overleg in gesprekken),
        *(f"aanmelding:{een.pk}:besluit" for een in zaken),
    }


def _wie(een: Overlegdeelnemer) -> set[int | None]:
    ouder, toestemming = een.ouder, een.toestemming
    return {een.account_id, ouder.account_id if ouder else None, toestemming.account_id if toestemming else None}


def _vul(data: st.DataObject, leerlingen: list[Leerling], mensen: list[Account]) -> None:
    """Plans, meetings and registrations around the pupils of a world."""
    door = mensen[0]
    for _keer in range(data.draw(st.integers(0, 3))):
        maak_rij(
            Plan, leerling=een_van(data, leerlingen), niveau=2, aanleiding="x", doel="Lezen", geldig_van=OP.date(),
            geldig_tot_en_met=data.draw(DAG), vastgelegd_op=OP, door=door, gewijzigd_op=OP, gewijzigd_door=door,
            geevalueerd_op=data.draw(EINDE),
        )  # fmt: skip
    for leerling in data.draw(st.lists(st.sampled_from(leerlingen), unique_by=lambda kind: kind.pk)):
        opp = maak_rij(
            Opp, leerling=leerling, aanleiding=Oppaanleiding.INSCHRIJVING, begonnen_op=OP.date(), gemaakt_op=OP,
            gemaakt_door=door,
        )  # fmt: skip
        Oppversie.objects.create(bestuur_id=opp.bestuur_id, opp=opp, nummer=1, begonnen_op=OP)
        vestiging = leerling.vestiging
        Aanmelding.objects.create(
            bestuur_id=vestiging.bestuur_id, vestiging=vestiging, voornaam="Noa", achternaam="Zeegras", weg="papier",
            geboren_op=OP.date() - timedelta(days=2000), verzocht_op=OP.date(), ontvangen_op=OP.date(),
            hulpvraag="extra", ingevoerd_op=OP,
        )  # fmt: skip
        maak_rij(
            Schorsing, leerling=leerling, geldig_van=OP.date(), geldig_tot_en_met=OP.date() + timedelta(days=1),
            reden="x", brief="x", besloten_op=OP, besloten_door=door,
        )  # fmt: skip
    for _keer in range(data.draw(st.integers(0, 3))):
        _overleg(data, een_van(data, leerlingen), mensen)


def _overleg(data: st.DataObject, leerling: Leerling, mensen: list[Account]) -> None:
    """A meeting about a pupil or a group of their school, with people, parents and experts of that pupil."""
    is_groep = data.draw(st.booleans())
    groep = Groep.objects.filter(vestiging=leerling.vestiging).order_by("pk")[0]
    vast = {"bestuur_id": leerling.bestuur_id}
    overleg = Overleg.objects.create(
        **vast, soort=Overlegsoort.MDO, vestiging=leerling.vestiging, begint_op=BEGINT, gepland_op=OP,
        leerling=None if is_groep else leerling, groep=groep if is_groep else None, gepland_door=mensen[0],
        stand=data.draw(st.sampled_from([Overlegstand.GEPLAND, Overlegstand.GESLOTEN])),
    )  # fmt: skip
    wie: list[dict[str, Any]] = [{"account": een} for een in data.draw(st.lists(st.sampled_from(mensen), max_size=3))]
    if not is_groep:
        wie += [{"ouder": een} for een in Ouderrelatie.objects.filter(leerling=leerling)]
        wie += [{"toestemming": een} for een in Toestemming.objects.filter(leerling=leerling)]
    for een in wie:
        deelnemer = Overlegdeelnemer.objects.create(
            **vast, overleg=overleg, rol=Deelnemerrol.LEERKRACHT, naam="x", uitgenodigd_op=data.draw(OPEN), **een
        )
        Besluit.objects.create(
            **vast, overleg=overleg, wat="x", eigenaar=deelnemer, uiterlijk_op=OP.date(), gedaan_op=data.draw(OPEN),
            gewijzigd_op=OP, gewijzigd_door=mensen[0],
        )  # fmt: skip
