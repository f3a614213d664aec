"""Keeping what a version of a plan said while parents could read it already, before somebody writes on in it."""

from datetime import datetime

from passend.leerlingen.actions.vorig import keep_dag
from passend.plannen.models import Oppversie


def keep_inhoud(versie: Oppversie, op: datetime) -> None:
    """Keep all parts as they stand, once a day; of what nobody was shown yet nothing is kept."""
    if versie.voorgelegd_op is not None:
        keep_dag([versie], ["inhoud"], eerder=versie.geschreven_op or versie.voorgelegd_op, op=op)
