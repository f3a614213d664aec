"""Django's name of this room."""

from django.apps import AppConfig


class PlannenConfig(AppConfig):
    """The room of plans for groups and pupils."""

    name = "passend.plannen"
    label = "plannen"
    verbose_name = "Plannen"

    def ready(self) -> None:
        """Let destruction, the export of a file and the page of a pupil know what this room keeps."""
        from passend.leerlingen.queries.bewaren import register_tabellen  # tables exist only once Django is ready
        from passend.leerlingen.queries.lopend import register_aanhouder
        from passend.leerlingen.queries.uitvoer import register_bestanden, register_rubrieken
        from passend.plannen.queries.uitvoer import TABELLEN, list_rubrieken

        register_tabellen(TABELLEN)
        register_rubrieken("plannen", list_rubrieken)

        from passend.plannen.queries import oppuitvoer
        from passend.plannen.queries.oppbestanden import list_oppbestanden

        register_tabellen(oppuitvoer.TABELLEN)
        register_rubrieken("opp", oppuitvoer.list_opprubrieken)
        register_bestanden("opp", list_oppbestanden)

        from passend.plannen.queries.lopend import list_opp_lopend

        register_aanhouder("opp", list_opp_lopend)

        from passend.plannen.queries.voorsteluitvoer import list_voorstelrubrieken

        register_rubrieken("planvoorstellen", list_voorstelrubrieken)

        from passend.plannen.queries.vervolg import get_planvervolg, list_evaluaties
        from passend.volgen.queries.signalen import register_evaluaties
        from passend.volgen.queries.vervolg import register_vervolg

        register_evaluaties("plannen", list_evaluaties)
        register_vervolg("plannen", get_planvervolg)

        from passend.leerlingen.queries.kennis import register_kennis
        from passend.plannen.queries.kennis import KENNIS, NIET_BEWAARD

        register_kennis(KENNIS, NIET_BEWAARD)
