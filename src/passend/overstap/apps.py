"""Django's name of this room, and what it adds to the file of a pupil."""

from django.apps import AppConfig


class OverstapConfig(AppConfig):
    """The room of pupils who go from one school to another."""

    name = "passend.overstap"
    label = "overstap"
    verbose_name = "Overstap"

    def ready(self) -> None:
        """Let reports, talks and files be destroyed with the pupil, and go along with the file they are about."""
        from passend.leerlingen.actions.kluis import register_geheimen
        from passend.leerlingen.queries.bewaren import register_tabellen  # tables, and so after the settings
        from passend.leerlingen.queries.uitvoer import register_heel, register_rubrieken
        from passend.overstap import models
        from passend.overstap.queries.uitvoer import get_overstaprubrieken, list_heel

        register_tabellen(
            {
                models.Rapportuitvoer: "rapport__leerling",
                models.Rapportbericht: "rapport__leerling",
                models.Rapportreactie: "rapport__leerling",
                models.Rapporttekst: "rapport__leerling",
                models.Onderwijskundigrapport: "leerling",
                models.Overstapbestand: "leerling",
            }
        )
        register_geheimen("overstapbestanden", models.Overstapbestand)
        register_geheimen("rapportberichten", models.Rapportbericht)
        register_geheimen("schoolsleutels", models.Schoolsleutel)
        register_rubrieken("overstap", get_overstaprubrieken)
        register_heel("overstap", list_heel)

        from passend.overstap.queries.overstap import find_school_van
        from passend.toelating.queries.andereschool import register_andere_school

        register_andere_school("overstap", find_school_van)

        from passend.leerlingen.queries.kennis import register_kennis
        from passend.overstap.queries.kennis import KENNIS

        register_kennis(KENNIS)
