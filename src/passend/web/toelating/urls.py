"""The addresses of admission: for the school, for parents who register, and for parents who follow a case."""

from django.urls import URLPattern, path

from passend.web.toelating import (
    aanmeldpagina,
    bewaren,
    hulpvragen,
    lijst,
    ouderzicht,
    ruimte,
    schorsing,
    stap,
    verwijdering,
    verwijderzicht,
    zaak,
)

_SCHOOL = "school/<str:code>/"
_ZAAK = "school/<str:code>/aanmelding/<uuid:zaak>"
_LEERLING = "school/<str:code>/leerling/<uuid:sleutel>"
_OPENBAAR = "scholen/<str:code>/aanmelden"

urlpatterns: list[URLPattern] = [
    path("vergelijk", ruimte.vergelijk_scholen, name="vergelijk"),
    path("hulpvragen", hulpvragen.hulpvragen, name="hulpvragen"),
    path(f"{_SCHOOL}aanmeldingen", lijst.aanmeldingen, name="aanmeldingen"),
    path(f"{_SCHOOL}aanmeldingen/nieuw", lijst.aanmelding_nieuw, name="aanmelding_nieuw"),
    path(f"{_SCHOOL}aanmeldingen/vernietigen", bewaren.aanmeldingen_vernietigen, name="aanmeldingen_vernietigen"),
    path(f"{_SCHOOL}plaatsruimte", ruimte.plaatsruimte, name="plaatsruimte"),
    path(_ZAAK, zaak.aanmelding, name="aanmelding"),
    path(f"{_ZAAK}/stap", stap.aanmelding_stap, name="aanmelding_stap"),
    path(f"{_ZAAK}/brief/<int:pk>.pdf", zaak.aanmeldbrief, name="aanmeldbrief"),
    path(f"{_ZAAK}/scan/<int:pk>", zaak.aanmeldscan, name="aanmeldscan"),
    path(f"{_SCHOOL}verwijdering/<uuid:zaak>", verwijdering.verwijdering, name="verwijdering"),
    path(f"{_SCHOOL}verwijdering/<uuid:zaak>/brief/<int:pk>.pdf", verwijdering.verwijderbrief, name="verwijderbrief"),
    path(f"{_LEERLING}/schorsing", schorsing.schorsing, name="schorsing"),
    path(f"{_LEERLING}/schorsing/<int:pk>/brief.pdf", schorsing.schorsingsbrief, name="schorsingsbrief"),
    path(f"{_LEERLING}/schorsing/<int:pk>/ingetrokken.pdf", schorsing.intrekkingsbrief, name="intrekkingsbrief"),
    path(f"{_LEERLING}/verwijdering", verwijderzicht.mijn_verwijdering, name="mijn_verwijdering"),
    path(f"{_LEERLING}/verwijdering/stand.pdf", verwijderzicht.mijn_verwijdering_pdf, name="mijn_verwijdering_pdf"),
    path(
        f"{_LEERLING}/verwijdering/brief/<int:pk>.pdf", verwijderzicht.mijn_verwijderbrief, name="mijn_verwijderbrief"
    ),
    path(_OPENBAAR, aanmeldpagina.aanmelden, name="kind_aanmelden"),
    path(f"{_OPENBAAR}/volgen", ouderzicht.mijn_aanmelding, name="mijn_aanmelding"),
    path(f"{_OPENBAAR}/volgen/aanmelding.pdf", ouderzicht.mijn_tijdlijn_pdf, name="mijn_tijdlijn_pdf"),
    path(f"{_OPENBAAR}/volgen/brief/<int:pk>.pdf", ouderzicht.mijn_brief, name="mijn_brief"),
    path(f"{_OPENBAAR}/volgen/scan/<int:pk>", ouderzicht.mijn_scan, name="mijn_scan"),
    path(f"{_OPENBAAR}/volgen/<str:geheim>", ouderzicht.openen, name="aanmelding_openen"),
]
