"""Lines of the log go when their term is over; beside the database stands how far that may have gone."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime

from passend.cli.zegels import onthoud_einden, schrijf_einden

MIST = "Het logboek mist wat eerder is onthouden. Doe: passend audit verify\n"


def ruim_logboek_op(op: datetime) -> int | None:
    """Destroy what is over its term in every log; None, and nothing goes, when a log lost what was remembered.

    Where it will go to is remembered first: who is killed in between leaves no log that seems to be tampered with.

    Returns:
        How many lines went.
    """
    from passend.leerlingen.actions.leerlingen import INSTALLATIE  # all need Django to be set up
    from passend.leerlingen.queries.logterm import find_logregels_om
    from passend.organisaties.queries import in_bestuur
    from passend.toegang.actions import destroy_logregels
    from passend.toegang.queries import list_einden

    if not onthoud_einden():
        return None
    dag = op.date()
    tot: dict[int | None, int] = {}
    einden = list_einden()
    for einde in einden:
        with nullcontext() if einde.bestuur is None else in_bestuur(einde.bestuur):
            tot[einde.bestuur] = find_logregels_om(bestuur=einde.bestuur, peildatum=dag)
    if not any(tot.values()):
        return 0
    schrijf_einden([replace(een, vernietigd=tot[een.bestuur] or een.vernietigd) for een in einden])
    return sum(
        destroy_logregels(bestuur=bestuur, tot_en_met=nummer, reden=INSTALLATIE, op=op)
        for bestuur, nummer in tot.items()
        if nummer
    )
