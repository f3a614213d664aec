"""Django's name of this room."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OrganisatiesConfig(AppConfig):
    """The room of samenwerkingsverbanden, besturen and vestigingen."""

    name = "passend.organisaties"
    label = "organisaties"
    verbose_name = "Organisaties"

    def ready(self) -> None:
        """Guard the tables of every room after each migration, so that no table can be forgotten."""
        post_migrate.connect(_guard, dispatch_uid="passend.organisaties.guard_tabellen")


def _guard(sender: AppConfig, **_rest: Any) -> None:
    from passend.organisaties.actions import guard_tabellen

    guard_tabellen(list(sender.get_models()))
