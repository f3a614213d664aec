"""Django's name of this room, and what it adds to the file of a pupil."""

from django.apps import AppConfig


class OverleggenConfig(AppConfig):
    """The room of meetings."""

    name = "passend.overleggen"
    label = "overleggen"
    verbose_name = "Overleggen"

    def ready(self) -> None:
        """Let meetings be destroyed, go along with the file they are about, and be seen where they are to come."""
        from passend.leerlingen.queries.bewaren import register_tabellen  # tables, and so after the settings
        from passend.leerlingen.queries.uitvoer import register_rubrieken
        from passend.overleggen import models
        from passend.overleggen.queries.uitvoer import get_overlegrubrieken

        register_tabellen(
            {
                models.Besluit: "leerling",
                models.Overlegstuk: "overleg__leerling",
                models.Overlegdeelversie: "deel__leerling",
                models.Overlegdeel: "leerling",
                models.Overlegdeelnemer: "overleg__leerling",
                models.Overleg: "leerling",
            }
        )
        register_rubrieken("overleggen", get_overlegrubrieken)

        from passend.overleggen.queries.vervolg import get_overlegvervolg
        from passend.volgen.queries.vervolg import register_vervolg

        register_vervolg("overleggen", get_overlegvervolg)

        from passend.leerlingen.queries.kennis import register_kennis
        from passend.overleggen.queries.kennis import KENNIS, NIET_BEWAARD

        register_kennis(KENNIS, NIET_BEWAARD)
