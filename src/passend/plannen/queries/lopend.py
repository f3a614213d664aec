"""Until when parents can ask the committee for an opinion on a development perspective plan."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import F
from django.utils import timezone

from passend.begrippen.bewaren import Aanhoudbesluit, Aanhoudstand, Lopend
from passend.begrippen.opp import Oppantwoord
from passend.leerlingen.models import Leerling
from passend.plannen.models import Oppinstemming, Oppversie
from passend.regels.opp import geschiltermijnen


def list_opp_lopend(leerlingen: Collection[Leerling], peildatum: date) -> dict[int, list[Lopend]]:
    """Of each of these pupils whose plan was set, or refused by a parent, so lately that a dispute can still begin.

    A dispute itself is not written down with a plan; one that goes on is a hold by hand.
    """
    dagen: dict[int, list[date]] = defaultdict(list)
    versies = Oppversie.objects.filter(
        opp__bestuur=F("bestuur"),
        opp__leerling__in=leerlingen,
        opp__ingetrokken_op__isnull=True,
        vastgesteld_op__isnull=False,
    )
    geweigerd = Oppinstemming.objects.filter(
        versie__bestuur=F("bestuur"),
        versie__opp__bestuur=F("bestuur"),
        versie__opp__leerling__in=leerlingen,
        versie__opp__ingetrokken_op__isnull=True,
        antwoord=Oppantwoord.NIET_AKKOORD,
    )
    for leerling, op in (
        *versies.values_list("opp__leerling", "vastgesteld_op"),
        *geweigerd.values_list("versie__opp__leerling", "op"),
    ):
        dagen[leerling].append(timezone.localtime(op).date())
    tot = {leerling: geschiltermijnen(max(eigen))[0].dag for leerling, eigen in dagen.items()}
    return {
        leerling: [Lopend(besluit=Aanhoudbesluit.ONTWIKKELINGSPERSPECTIEF, stand=Aanhoudstand.TERMIJN, dag=dag)]
        for leerling, dag in tot.items()
        if dag >= peildatum
    }
