"""The mail about a registration: that something waits, never of whom or what; the letter itself is behind the link."""

import logging
from collections.abc import Callable
from datetime import date
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from passend.begrippen.aanmelding import Oudertaal
from passend.organisaties.queries import Vestiging
from passend.regels.brieven.feiten import in_woorden, in_words
from passend.regels.toelatingstermijnen import besluittermijn
from passend.toelating.queries.aanmeldingen import Aanmelding, list_ouders_bij
from passend.toelating.queries.zaken import get_zaak
from passend.web.toelating.verzoek import Zaakbezoek

type Dagwoord = Callable[[date], str]
type Bericht = tuple[str, str]
logger = logging.getLogger(__name__)


def ouderadres(request: HttpRequest, vestiging: Vestiging, geheim: str) -> str:
    """Where the parents follow their registration."""
    return request.build_absolute_uri(reverse("aanmelding_openen", kwargs={"code": vestiging.code, "geheim": geheim}))


def meld_ontvangst(request: HttpRequest, vestiging: Vestiging, aanmelding: Aanmelding, geheim: str) -> None:
    """Tell the parents that it came in, on which day, by when they hear, and where they follow it."""
    termijn = besluittermijn(get_zaak(aanmelding=aanmelding).feiten, peildatum=aanmelding.ontvangen_op)
    assert termijn is not None  # noqa: S101 -- it was received
    ontvangen, uiterlijk, adres = aanmelding.ontvangen_op, termijn.uiterlijk, ouderadres(request, vestiging, geheim)

    def bericht(dag: Dagwoord) -> Bericht:
        zin = _(
            "%(school)s kreeg uw aanmelding op %(wanneer)s.\n\nWat gebeurt er nu? De school kijkt wat uw kind nodig "
            "heeft. U hoort uiterlijk op %(volgende)s wat zij besluit. Op dit adres ziet u altijd hoe het staat:\n\n"
            "%(adres)s\n\nBewaar deze e-mail. Het adres is alleen voor u: wie het heeft, kan de aanmelding zien."
        )
        feiten = {"school": vestiging, "wanneer": dag(ontvangen), "volgende": dag(uiterlijk), "adres": adres}
        return _("Uw aanmelding is ontvangen"), zin % feiten

    _stuur(aanmelding, bericht)


def meld_nieuw_adres(bezoek: Zaakbezoek, adres: str) -> None:
    """Send the parents the new address of their page, for the old one is dead."""

    def bericht(_dag: Dagwoord) -> Bericht:
        zin = _(
            "%(school)s maakte een nieuw adres waarop u ziet hoe het met uw aanmelding staat. Het oude werkt niet "
            "meer.\n\n%(adres)s\n\nBewaar deze e-mail. Het adres is alleen voor u: wie het heeft, kan de aanmelding "
            "zien."
        )
        return _("Uw aanmelding heeft een nieuw adres"), zin % {"school": bezoek.vestiging, "adres": adres}

    _stuur(bezoek.aanmelding, bericht)


def meld_nieuws(bezoek: Zaakbezoek) -> None:
    """Tell the parents that there is a letter."""

    def bericht(_dag: Dagwoord) -> Bericht:
        zin = _(
            "%(school)s schreef u een brief over uw aanmelding. U leest hem op het adres uit de e-mail die u kreeg "
            "toen u aanmeldde. Heeft u die niet meer? Vraag de school om een nieuw adres, of om de brief op papier."
        )
        return _("Er is een brief over uw aanmelding"), zin % {"school": bezoek.vestiging}

    _stuur(bezoek.aanmelding, bericht)


def meld_vervallen(bezoek: Zaakbezoek) -> None:
    """Tell the parents that a letter they have counts no more."""

    def bericht(_dag: Dagwoord) -> Bericht:
        zin = _(
            "%(school)s schreef u een brief over uw aanmelding die niet meer telt. U ziet welke op het adres uit de "
            "e-mail die u kreeg toen u aanmeldde. Heeft u die niet meer? Vraag het de school."
        )
        return _("Een brief over uw aanmelding telt niet meer"), zin % {"school": bezoek.vestiging}

    _stuur(bezoek.aanmelding, bericht)


def meld_ingetrokken(bezoek: Zaakbezoek) -> None:
    """Tell the parents that the school noted that they withdrew, so that they can say it is not so."""

    def bericht(_dag: Dagwoord) -> Bericht:
        zin = _(
            "%(school)s noteerde dat u de aanmelding van uw kind intrekt. De school beslist er niet meer over. Klopt "
            "dit niet? Laat het de school dan meteen weten."
        )
        return _("Uw aanmelding is ingetrokken"), zin % {"school": bezoek.vestiging}

    _stuur(bezoek.aanmelding, bericht)


def _stuur(aanmelding: Aanmelding, maak: Callable[[Dagwoord], Bericht]) -> None:
    """In Dutch, and below it in English for parents who asked for letters in English."""
    with translation.override(settings.LANGUAGE_CODE):
        onderwerp, tekst = maak(in_woorden)
    if aanmelding.oudertaal == Oudertaal.ENGELS:
        with translation.override("en"):
            engels, vertaling = maak(in_words)
        onderwerp, tekst = f"{onderwerp} / {engels}", f"{tekst}\n\n---\n\n{vertaling}"
    for een in list_ouders_bij(aanmelding=aanmelding):
        if een.email:
            transaction.on_commit(partial(_probeer, een.email, onderwerp, tekst))


def _probeer(adres: str, onderwerp: str, tekst: str) -> None:
    try:
        send_mail(onderwerp, f"{tekst}\n", None, [adres])
    except OSError:  # all errors of the mail are; the letter stays behind the link and at the school
        logger.error("a letter about a registration could not be sent")  # noqa: TRY400 -- the error can name somebody
