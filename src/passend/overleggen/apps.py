"""Django's name of this room."""

from django.apps import AppConfig


class OverleggenConfig(AppConfig):
    """The room of meetings."""

    name = "passend.overleggen"
    label = "overleggen"
    verbose_name = "Overleggen"
