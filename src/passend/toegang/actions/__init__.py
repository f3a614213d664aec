"""Writes of accounts, roles, invitations and the log: the front door of the shelf."""

from passend.toegang.actions.accounts import create_account, create_demo_account, end_sessies, forget_accounts
from passend.toegang.actions.logboek import (
    GEEN_REDEN,
    log_handeling,
    log_onderwerpen,
    log_weigering,
    record_aanmelding,
    record_andere_aanmelding,
    record_geweigerde_aanmelding,
    record_te_vaak,
)
from passend.toegang.actions.rollen import (
    RolError,
    assign_groep,
    end_gastrol,
    end_rol,
    end_sessies_van,
    grant_rol,
)
from passend.toegang.actions.uitnodigingen import (
    NieuwAccount,
    UitnodigingError,
    accept_uitnodiging,
    invite,
    issue_uitnodiging,
    withdraw_uitnodiging,
    withdraw_uitnodigingen,
)

__all__ = [
    "GEEN_REDEN",
    "NieuwAccount",
    "RolError",
    "UitnodigingError",
    "accept_uitnodiging",
    "assign_groep",
    "create_account",
    "create_demo_account",
    "end_gastrol",
    "end_rol",
    "end_sessies",
    "end_sessies_van",
    "forget_accounts",
    "grant_rol",
    "invite",
    "issue_uitnodiging",
    "log_handeling",
    "log_onderwerpen",
    "log_weigering",
    "record_aanmelding",
    "record_andere_aanmelding",
    "record_geweigerde_aanmelding",
    "record_te_vaak",
    "withdraw_uitnodiging",
    "withdraw_uitnodigingen",
]
