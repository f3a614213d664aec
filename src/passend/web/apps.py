"""The app of the pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages for people."""

    name = "passend.web"
    label = "web"
