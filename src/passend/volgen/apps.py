"""Django's name of this room."""

from django.apps import AppConfig


class VolgenConfig(AppConfig):
    """The room of what the school sees of a pupil."""

    name = "passend.volgen"
    label = "volgen"
    verbose_name = "Volgen"

    def ready(self) -> None:
        """Let what is kept here be destroyed in time, and go along with the file."""
        from passend.leerlingen.queries.bewaren import register_tabellen
        from passend.leerlingen.queries.uitvoer import register_rubrieken
        from passend.volgen.models import Signaalbesluit, Toetsresultaat, Verzuim, Waarneming
        from passend.volgen.queries.uitvoer import list_rubrieken

        register_tabellen(dict.fromkeys((Toetsresultaat, Waarneming, Verzuim, Signaalbesluit), "leerling"))
        register_rubrieken("volgen", list_rubrieken)

        from passend.leerlingen.queries.kennis import register_kennis
        from passend.volgen.queries.kennis import KENNIS

        register_kennis(KENNIS)
