"""The addresses of the agenda."""

from django.urls import URLPattern, path

from passend.web.kalender import agenda

urlpatterns: list[URLPattern] = [
    path("agenda", agenda.agenda, name="agenda"),
    path("agenda/adres", agenda.agenda_adres, name="agenda_adres"),
    path("agenda/feed/<int:nummer>/<str:geheim>.ics", agenda.feed, name="agenda_feed"),
]
