"""Django's name of this room."""

from django.apps import AppConfig


class LeerlingenConfig(AppConfig):
    """The room of pupils and their files."""

    name = "passend.leerlingen"
    label = "leerlingen"
    verbose_name = "Leerlingen"
