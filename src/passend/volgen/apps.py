"""Django's name of this room."""

from django.apps import AppConfig


class VolgenConfig(AppConfig):
    """The room of what the school sees of a pupil."""

    name = "passend.volgen"
    label = "volgen"
    verbose_name = "Volgen"
