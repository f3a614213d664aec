"""Inviting somebody by a letter: whoever gets no letter is not invited either."""

import logging
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from passend.begrippen.rollen import Rolsoort
from passend.organisaties.queries import Vestiging
from passend.toegang.actions import invite, withdraw_uitnodiging
from passend.toegang.queries import ROLNAMEN, Account, find_uitnodiging
from passend.web.aanmelden import brieven

logger = logging.getLogger(__name__)


class BriefError(Exception):
    """A letter that could not be sent; the text says what that means."""


def nodig_uit(
    request: HttpRequest, *, actor: Account, vestiging: Vestiging, soort: Rolsoort, email: str, op: datetime
) -> None:
    """Invite somebody for a role; the link goes by mail and is shown to nobody else.

    The letter goes after the invitation is kept, for a mail server can take its time; when it cannot be sent the
    invitation is withdrawn, so that the list names nobody as invited who heard nothing.

    Raises:
        GeenToegangError: the actor does not give this role here.
        BriefError: the letter could not be sent.
    """
    sleutel = invite(actor=actor, vestiging=vestiging, soort=soort, email=email, op=op)
    adres = request.build_absolute_uri(reverse("uitnodiging_open", kwargs={"sleutel": sleutel}))
    try:
        brieven.stuur(brieven.UITNODIGING, email, {"adres": adres, "school": vestiging, "rol": ROLNAMEN[soort]})
    except OSError:  # all errors of the mail are; what it says can hold an address
        logger.error("a letter of invitation could not be sent")  # noqa: TRY400 -- the error can name somebody
        rij = find_uitnodiging(sleutel=sleutel)
        if rij is not None:
            withdraw_uitnodiging(actor=actor, uitnodiging=rij, op=op)
        raise BriefError(
            _(
                "De brief ging niet weg, want de mailserver neemt hem nu niet aan. Er is niemand uitgenodigd, en een "
                "eerdere uitnodiging telt niet meer. Kijk of het adres klopt en probeer het straks opnieuw. Lukt het "
                "dan nog niet? Vraag de beheerder van Passend."
            )
        ) from None
