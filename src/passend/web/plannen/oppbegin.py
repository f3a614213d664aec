"""Why a development perspective plan is there and since when, as the forms that begin one ask it."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from django.utils.translation import gettext as _

from passend.begrippen.opp import Oppaanleiding
from passend.web.leerlingen.verzoek import lees_dag


class Oppbegin(TypedDict):
    """What was typed; no day where the file has it."""

    aanleiding: Oppaanleiding
    begonnen_op: date | None


def list_aanleidingen() -> dict[str, str]:
    """Why there is to be a plan, in the words of who begins one."""
    return {
        Oppaanleiding.EXTRA_ONDERSTEUNING.value: _("Het kind zit hier al, en krijgt nu extra ondersteuning"),
        Oppaanleiding.INSCHRIJVING.value: _("Het kind kwam op school met extra ondersteuning"),
        Oppaanleiding.DEFINITIEVE_PLAATSING.value: _("De tijdelijke plaatsing werd definitief"),
    }


def lees_begin(post: Mapping[str, str]) -> Oppbegin | None:
    """What somebody typed; None for what is no reason, or no day of the calendar."""
    getypt, aanleiding = post.get("begonnen_op", ""), post.get("aanleiding", "")
    dag = lees_dag(getypt)
    if (getypt and dag is None) or aanleiding not in set(Oppaanleiding):
        return None
    return {"aanleiding": Oppaanleiding(aanleiding), "begonnen_op": dag}


def geen_begin() -> str:
    """What is said of a form from which no beginning can be read."""
    return _("Kies waarom dit plan er komt, en vul een bestaande dag in.")
