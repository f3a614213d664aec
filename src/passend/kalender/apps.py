"""Django's name of this room."""

from django.apps import AppConfig


class KalenderConfig(AppConfig):
    """The room of the calendar."""

    name = "passend.kalender"
    label = "kalender"
    verbose_name = "Kalender"
