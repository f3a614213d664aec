"""Django's name of this room, and what it adds to the file of a pupil."""

from django.apps import AppConfig


class ToelatingConfig(AppConfig):
    """The room of admission."""

    name = "passend.toelating"
    label = "toelating"
    verbose_name = "Toelating"

    def ready(self) -> None:
        """Let a case be destroyed with the file of the pupil it became, and go along with it."""
        from passend.leerlingen.actions.kluis import register_geheimen
        from passend.leerlingen.actions.uitschrijfpoort import register_uitschrijfpoort
        from passend.leerlingen.queries.bewaren import register_tabellen  # tables, and so after the settings
        from passend.leerlingen.queries.lijstdelen import Lijstdeel, register_lijstdeel
        from passend.leerlingen.queries.lopend import register_aanhouder
        from passend.leerlingen.queries.uitvoer import register_bestanden, register_rubrieken
        from passend.toelating import models
        from passend.toelating.actions.bewaren import destroy_aanmeldingen, release_aanmeldingen
        from passend.toelating.actions.uitschrijven import why_stays
        from passend.toelating.queries.bewaren import tel_aanmeldingen
        from passend.toelating.queries.lopend import list_lopend_over
        from passend.toelating.queries.uitvoer import get_toelatingsrubrieken, list_toelatingsbestanden

        register_tabellen(
            {
                models.Schoolcontact: "leerling",
                models.Brief: "aanmelding__leerling",
                models.Aanmeldgebeurtenis: "aanmelding__leerling",
                models.Aanmeldsleutel: "aanmelding__leerling",
                models.Aanmeldouder: "aanmelding__leerling",
                models.Aanmeldscan: "aanmelding__leerling",
                models.Aanmelding: "leerling",
                models.Schorsing: "leerling",
                models.Verwijdergebeurtenis: "verwijdering__leerling",
                models.Verwijdering: "leerling",
            }
        )
        register_aanhouder("toelating", list_lopend_over)
        aanmeldingen = Lijstdeel(tel=tel_aanmeldingen, vernietig=destroy_aanmeldingen, laat_los=release_aanmeldingen)
        register_lijstdeel("aanmeldingen", aanmeldingen)
        register_rubrieken("toelating", get_toelatingsrubrieken)
        register_bestanden("toelating", list_toelatingsbestanden)
        register_uitschrijfpoort("verwijdering", why_stays)
        register_geheimen("scans", models.Aanmeldscan)

        from passend.leerlingen.queries.kennis import register_kennis
        from passend.toelating.queries.kennis import KENNIS

        register_kennis(KENNIS)
