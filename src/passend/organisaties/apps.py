"""Django's name of this room."""

from django.apps import AppConfig


class OrganisatiesConfig(AppConfig):
    """The room of samenwerkingsverbanden, besturen and vestigingen."""

    name = "passend.organisaties"
    label = "organisaties"
    verbose_name = "Organisaties"
