"""Addresses of the public site; those of schools and editions are printed in documents and never change."""

from django.urls import path

from passend.web.openbaar import school, uitgaven, verschillen, zoeken

urlpatterns = [
    path("", zoeken.zoeken, name="openbaar"),
    path("scholen/<str:code>", school.school, name="school"),
    path("scholen/<str:code>/verschil", verschillen.verschil, name="verschil"),
    path("scholen/<str:code>/editie/<int:nummer>", school.editie, name="editie"),
    path("scholen/<str:code>/editie/<int:nummer>/<str:bestandsnaam>", uitgaven.uitgave, name="uitgave"),
]
