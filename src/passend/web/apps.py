"""The app of the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages for people."""

    name = "passend.web"
    label = "web"

    def ready(self) -> None:
        """Let the log say in words what each room does, and the whole file what came along from another school."""
        from passend.leerlingen.queries.uitvoer import register_heel
        from passend.web.kalender.woorden import HANDELINGEN as KALENDER
        from passend.web.leerlingen.woorden import HANDELINGEN
        from passend.web.logwoorden import register_handelingen
        from passend.web.overstap.meegekomen import list_meegekomen
        from passend.web.overstap.woorden import HANDELINGEN as OVERSTAP
        from passend.web.pogingen import HANDELINGEN as POGINGEN
        from passend.web.toelating.woorden import HANDELINGEN as TOELATING

        register_heel("meegekomen", list_meegekomen)
        register_handelingen("leerlingen", HANDELINGEN)
        register_handelingen("toelating", TOELATING)
        register_handelingen("overstap", OVERSTAP)
        register_handelingen("kalender", KALENDER)
        register_handelingen("pogingen", POGINGEN)
