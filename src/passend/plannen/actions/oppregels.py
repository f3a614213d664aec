"""Lines of the handelingsdeel: the same as those of an individual plan, and part of the version they stand in."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from passend.leerlingen.actions.leerlingen import log_leerling
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.opp import OppError, lock_concept, schrijft
from passend.plannen.actions.oppvorig import keep_inhoud
from passend.plannen.actions.plannen import Regelgegevens, check_regel, wijs_aan
from passend.plannen.models import Oppversie
from passend.plannen.queries.oppregels import Oppregel, list_oppregels, maak_oppregel, regeldeel
from passend.regels.oppdelen import REGELS
from passend.regels.planregels import Regelfeiten
from passend.toegang.models import Account


@transaction.atomic
def add_oppregel(*, actor: Account, versie: Oppversie, regel: Regelgegevens, op: datetime) -> None:
    """Add something that is done for the child.

    Raises:
        GeenToegangError: the actor does not write in this file.
        OppError: the version is set, or what is done or by whom is missing or too long.
    """
    leerling = versie.opp.leerling

    def met(huidig: Sequence[Oppregel]) -> list[Oppregel]:
        schoon = check_regel(regel, al=len(huidig))
        kenmerk, belofte = wijs_aan(leerling, schoon)
        nieuw = maak_oppregel(
            max((een["nummer"] for een in huidig), default=0) + 1,
            Regelfeiten(
                aanpak=schoon.aanpak,
                wie=schoon.wie,
                hoe_vaak=schoon.hoe_vaak,
                behoefte=kenmerk.tekst if kenmerk else "",
                belofte=belofte,
            ),
            kenmerk=kenmerk.pk if kenmerk else None,
            onderdeel=schoon.onderdeel if belofte else "",
        )
        return [*huidig, nieuw]

    try:
        _change(actor, versie, met, op)
    except PlanError as fout:
        raise OppError(*fout.args) from fout


@transaction.atomic
def remove_oppregel(*, actor: Account, versie: Oppversie, nummer: int, op: datetime) -> None:
    """Take away something that is not done after all; what is gone already stays gone.

    Raises:
        GeenToegangError: the actor does not write in this file.
        OppError: the version is set.
    """
    _change(actor, versie, lambda huidig: [een for een in huidig if een["nummer"] != nummer], op)


def _change(
    actor: Account, versie: Oppversie, wordt: Callable[[Sequence[Oppregel]], list[Oppregel]], op: datetime
) -> None:
    _inzage, reden = schrijft(actor, versie.opp.leerling, op)
    nu = lock_concept(versie)
    deel = nu.inhoud.get(REGELS, {})
    nieuw = regeldeel(
        wordt(list_oppregels(nu)),
        versie=deel.get("versie", 0) + 1,
        door=str(actor),
        op=op.isoformat(timespec="seconds"),
    )
    keep_inhoud(nu, op)
    nu.inhoud = {**nu.inhoud, REGELS: nieuw}
    nu.save(update_fields=["inhoud"])
    versie.inhoud = nu.inhoud
    log_leerling(actor, versie.opp.leerling, "save_oppdeel", reden, op)
