"""Django's name of this room."""

from django.apps import AppConfig


class LeerlingenConfig(AppConfig):
    """The room of pupils and their files."""

    name = "passend.leerlingen"
    label = "leerlingen"
    verbose_name = "Leerlingen"

    def ready(self) -> None:
        """Let a request of a parent that waits for an answer keep the file."""
        from passend.leerlingen.queries.lopend import list_verzoek_lopend, register_aanhouder

        register_aanhouder("verzoeken", list_verzoek_lopend)
