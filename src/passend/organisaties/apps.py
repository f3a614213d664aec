"""Django's name of this room."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db.backends.signals import connection_created
from django.db.models import Model
from django.db.models.signals import post_migrate


class OrganisatiesConfig(AppConfig):
    """The room of samenwerkingsverbanden, besturen and vestigingen."""

    name = "passend.organisaties"
    label = "organisaties"
    verbose_name = "Organisaties"

    def ready(self) -> None:
        """Guard the tables of every room after each migration, so that no table can be forgotten."""
        from passend.organisaties.queries import teach_vernietiging  # tables, and so after the settings

        post_migrate.connect(_guard, dispatch_uid="passend.organisaties.guard_tabellen")
        post_migrate.connect(_grant, sender=self, dispatch_uid="passend.organisaties.grant_dienst")
        connection_created.connect(teach_vernietiging, dispatch_uid="passend.organisaties.teach_vernietiging")


def _guard(sender: AppConfig, **signaal: Any) -> None:
    from passend.organisaties.actions import guard_tabellen

    toen = signaal.get("apps", apps)  # the tables as they are now: who goes back a migration has some of before
    guard_tabellen([tabel for tabel in sender.get_models() if _names_bestuur(tabel, toen)])


def _grant(sender: AppConfig, **_signaal: Any) -> None:
    """Once, when the tables of all rooms are there."""
    from passend.organisaties.actions.dienstrol import grant_dienst

    grant_dienst(settings.DIENSTROL)


def _names_bestuur(tabel: type[Model], toen: Any) -> bool:
    try:
        kolommen = toen.get_model(tabel._meta.label)._meta.fields  # noqa: SLF001 -- Django documents it
    except LookupError:
        return False
    return any(kolom.name == "bestuur" for kolom in kolommen)
