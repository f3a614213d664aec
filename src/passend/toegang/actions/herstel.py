"""Somebody who lost every proof of the second step: they are taken away, after another proof, and set up anew."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from passend.begrippen.rollen import Reden
from passend.toegang.actions.accounts import BEHEERDER_SERVER, end_sessies
from passend.toegang.actions.logboek import log_handeling
from passend.toegang.models import Account

BEWIJZEN = {
    "identiteitsbewijs": Reden("identiteitsbewijs", "De beheerder zag een identiteitsbewijs."),
    "directeur": Reden("directeur_stond_in", "Wie deze persoon uitnodigde, zei in een gesprek wie het is."),
}
"""What shows who somebody is, no less than when they came: who invites knows whom they invite."""


@transaction.atomic
def forget_tweede_stap(*, account: Account, bewijs: Reden, op: datetime) -> None:
    """Take away apps, passkeys and recovery codes, and sign out everywhere; the log keeps which proof was seen."""
    Authenticator.objects.filter(user=account).delete()
    log_handeling(account=None, handeling="forget_tweede_stap", onderwerp=f"account:{account.pk}", reden=bewijs, op=op)
    end_sessies(actor=None, account=account, reden=BEHEERDER_SERVER, op=op)
