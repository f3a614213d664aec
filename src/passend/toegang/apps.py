"""Django's name of this room."""

from django.apps import AppConfig


class ToegangConfig(AppConfig):
    """The room of accounts, roles and the log."""

    name = "passend.toegang"
    label = "toegang"
    verbose_name = "Toegang"
