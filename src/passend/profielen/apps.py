"""Django's name of this room."""

from django.apps import AppConfig


class ProfielenConfig(AppConfig):
    """The room of support profiles."""

    name = "passend.profielen"
    label = "profielen"
    verbose_name = "Profielen"
