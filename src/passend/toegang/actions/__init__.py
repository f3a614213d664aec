"""Writes of accounts, roles, invitations and the log: the front door of the shelf."""

from passend.toegang.actions.accounts import create_account, create_demo_account, end_sessies, forget_accounts
from passend.toegang.actions.groepen import (
    GroepstaakError,
    add_groep,
    assign_groep,
    end_groep,
    give_groep,
    start_groepstaak,
    stop_groepstaak,
)
from passend.toegang.actions.logboek import (
    GEEN_REDEN,
    log_eens,
    log_handeling,
    log_onderwerpen,
    log_weigering,
    record_aanmelding,
    record_andere_aanmelding,
    record_geweigerde_aanmelding,
    record_te_vaak,
)
from passend.toegang.actions.pogingen import record_geweigerde_poging
from passend.toegang.actions.rollen import RolError, end_gastrol, end_rol, end_sessies_van, grant_rol
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
    "GroepstaakError",
    "NieuwAccount",
    "RolError",
    "UitnodigingError",
    "accept_uitnodiging",
    "add_groep",
    "assign_groep",
    "create_account",
    "create_demo_account",
    "end_gastrol",
    "end_groep",
    "end_rol",
    "end_sessies",
    "end_sessies_van",
    "forget_accounts",
    "give_groep",
    "grant_rol",
    "invite",
    "issue_uitnodiging",
    "log_eens",
    "log_handeling",
    "log_onderwerpen",
    "log_weigering",
    "record_aanmelding",
    "record_andere_aanmelding",
    "record_geweigerde_aanmelding",
    "record_geweigerde_poging",
    "record_te_vaak",
    "start_groepstaak",
    "stop_groepstaak",
    "withdraw_uitnodiging",
    "withdraw_uitnodigingen",
]
