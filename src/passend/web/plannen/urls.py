"""The addresses of groups and plans; none says anything of a pupil but the key of the file."""

from django.urls import URLPattern, path

from passend.web.plannen import (
    clusterwijzer,
    groepsplan,
    instellingen,
    leerkrachten,
    leerlingplan,
    overzicht,
    planwoorden,
    voorstel,
)

_SCHOOL = "school/<str:code>/"
_GROEP = "school/<str:code>/groepen/<int:groep>/"
_GROEPSPLAN = f"{_GROEP}groepsplan/<int:pk>"
_PLANNEN = "school/<str:code>/leerling/<uuid:sleutel>/plannen"

urlpatterns: list[URLPattern] = [
    path(f"{_SCHOOL}groepen", overzicht.groepen, name="groepen"),
    path(f"{_SCHOOL}groepen/leerkrachten", leerkrachten.leerkrachten, name="groepsleerkrachten"),
    path(f"{_SCHOOL}groepen/leerkrachten/geven", leerkrachten.geven, name="groep_geven"),
    path(f"{_SCHOOL}groepen/leerkrachten/eindigen", leerkrachten.eindigen, name="groep_eindigen"),
    path(f"{_SCHOOL}groepen/nieuw", leerkrachten.nieuw, name="groep_nieuw"),
    path(f"{_GROEP}overzicht", overzicht.overzicht, name="groepsoverzicht"),
    path(f"{_GROEP}leerling/<uuid:sleutel>", overzicht.rij, name="overzichtsrij"),
    path(f"{_GROEP}groepsplan", groepsplan.nieuw, name="groepsplan_nieuw"),
    path(_GROEPSPLAN, groepsplan.groepsplan, name="groepsplan"),
    path(f"{_GROEPSPLAN}/tekst", groepsplan.tekst, name="groepsplan_tekst"),
    path(f"{_GROEPSPLAN}/uitkomst", groepsplan.uitkomst, name="groepsplan_uitkomst"),
    path(f"{_GROEPSPLAN}/wijst", clusterwijzer.wijst, name="groepsplan_wijst"),
    path(f"{_GROEPSPLAN}/plaats", groepsplan.plaats, name="groepsplan_plaats"),
    path(f"{_GROEPSPLAN}/sluit", groepsplan.sluit, name="groepsplan_sluit"),
    path(f"{_GROEPSPLAN}/groepsplan.pdf", groepsplan.pdf, name="groepsplan_pdf"),
    path(f"{_SCHOOL}plannen/instellingen", instellingen.instellingen, name="planinstellingen"),
    path(f"{_SCHOOL}plannen/rondes", instellingen.rondes, name="rondes"),
    path(f"{_SCHOOL}plannen/grenzen", instellingen.clustergrenzen, name="clustergrenzen"),
    path(f"{_SCHOOL}plannen/niveaus", instellingen.niveaus, name="niveaus"),
    path(_PLANNEN, leerlingplan.plannen, name="leerlingplannen"),
    path(f"{_PLANNEN}/voorstel/<int:pk>", voorstel.plan_voorstel, name="plan_voorstel"),
    path(f"{_PLANNEN}/voorstel/<int:pk>/weg", voorstel.voorstel_weg, name="voorstel_weg"),
    path(f"{_PLANNEN}/<int:pk>/doel", planwoorden.doel, name="plan_doel"),
    path(f"{_PLANNEN}/<int:pk>/gewoon", planwoorden.woorden, name="plan_gewoon"),
    path(f"{_PLANNEN}/<int:pk>/gewoon/begin", planwoorden.begin, name="plan_gewoon_begin"),
    path(f"{_PLANNEN}/<int:pk>/regel", leerlingplan.regel, name="plan_regel"),
    path(f"{_PLANNEN}/<int:pk>/regel/weg", leerlingplan.regel_weg, name="plan_regel_weg"),
    path(f"{_PLANNEN}/<int:pk>/evaluatie", leerlingplan.evaluatie, name="plan_evaluatie"),
    path(f"{_PLANNEN}/<int:pk>/vervolg", leerlingplan.vervolg, name="plan_vervolg"),
]
