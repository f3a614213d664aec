"""Saying on which days a school has no lessons of its own, or has them while its region has holidays."""

from datetime import datetime

from django.db import transaction

from passend.leerlingen.actions.leerlingen import WIE_BEHEERT, log_school
from passend.leerlingen.permissions import require, why_may_manage
from passend.organisaties.models import Vestiging
from passend.regels.lesvrij import LesvrijError, Lesvrijregel, check_lesvrij, check_lesvrije_dagen
from passend.toegang.models import Account
from passend.volgen.models import Lesvrijeperiode
from passend.volgen.queries.vakanties import list_lesvrijregels, regiovakanties

LANGSTE_NAAM = 80


@transaction.atomic
def add_lesvrijeperiode(*, actor: Account, vestiging: Vestiging, regel: Lesvrijregel, op: datetime) -> Lesvrijeperiode:
    """Say of a day or some days that there are no lessons, or that there are.

    Raises:
        GeenToegangError: the actor does not keep the pupils of this school.
        LesvrijError: the days cannot be, or the name is too long.
    """
    reden = require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)
    Vestiging.objects.select_for_update().get(pk=vestiging.pk)
    if len(regel.naam.strip()) > LANGSTE_NAAM:
        raise LesvrijError(f"Deze naam is te lang: houd het bij {LANGSTE_NAAM} tekens.")
    van, tot_en_met = regel.periode.van, regel.periode.tot_en_met or regel.periode.van
    check_lesvrije_dagen(regel, peildatum=op.date())
    check_lesvrij(
        regel,
        vakanties=regiovakanties(vestiging=vestiging, van=van, tot_en_met=tot_en_met),
        eerder=list_lesvrijregels(vestiging=vestiging, van=van, tot_en_met=tot_en_met),
    )
    periode = Lesvrijeperiode.objects.create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        naam=regel.naam.strip(),
        geldig_van=van,
        geldig_tot_en_met=tot_en_met,
        is_les=regel.is_les,
        vastgelegd_op=op,
        door=actor,
    )
    log_school(actor, vestiging, "add_lesvrijeperiode", reden, op)
    return periode


@transaction.atomic
def remove_lesvrijeperiode(*, actor: Account, periode: Lesvrijeperiode, op: datetime) -> None:
    """Take away what was said of some days; doing it twice changes nothing.

    Raises:
        GeenToegangError: the actor does not keep the pupils of this school.
    """
    reden = require(why_may_manage(actor, periode.vestiging, op=op), WIE_BEHEERT)
    weg, _per_tabel = Lesvrijeperiode.objects.filter(pk=periode.pk).delete()
    if weg:
        log_school(actor, periode.vestiging, "remove_lesvrijeperiode", reden, op)
