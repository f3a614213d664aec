"""All addresses of pages."""

from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from passend.web import mensen
from passend.web.aanmelden.urls import urlpatterns as aanmelden
from passend.web.inlezingen import views as inlezingen
from passend.web.kalender.urls import urlpatterns as kalender
from passend.web.leerlingen.urls import urlpatterns as leerlingen
from passend.web.openbaar.urls import urlpatterns as openbaar
from passend.web.overleggen.urls import urlpatterns as overleggen
from passend.web.overstap.urls import urlpatterns as overstap
from passend.web.plannen.oppurls import urlpatterns as opps
from passend.web.plannen.urls import urlpatterns as plannen
from passend.web.profielen import (
    bevestiging,
    documenten,
    doelen,
    elementen,
    ongelezen,
    structuur,
    team,
    vaststelling,
    versies,
)
from passend.web.profielen import profiel as profielpagina
from passend.web.sjablonen import views as sjablonen
from passend.web.start import views as start
from passend.web.toelating.urls import urlpatterns as toelating
from passend.web.volgen.urls import urlpatterns as volgen

urlpatterns: list[URLPattern | URLResolver] = [
    *openbaar,
    path("taal", set_language, name="taal"),
    *aanmelden,
    *leerlingen,
    *volgen,
    *plannen,
    *overleggen,
    *toelating,
    *overstap,
    *kalender,
    *opps,
    path("start", start.start, name="start"),
    path("overzicht", start.scholen, name="scholen"),
    path("sjablonen", sjablonen.sjablonen, name="sjablonen"),
    path("sjablonen/<int:pk>.json", sjablonen.definitie, name="sjabloon"),
    path("school/<str:code>/mensen", mensen.mensen, name="mensen"),
    path("school/<str:code>/mensen/uitnodigen", mensen.uitnodigen, name="uitnodigen"),
    path("school/<str:code>/mensen/rol-eindigen", mensen.rol_eindigen, name="rol_eindigen"),
    path("school/<str:code>/mensen/afmelden", mensen.afmelden, name="mens_afmelden"),
    path("school/<str:code>/mensen/uitnodiging/weg", mensen.uitnodiging_intrekken, name="uitnodiging_intrekken"),
    path("school/<str:code>/inleveren", inlezingen.inleveren, name="inleveren"),
    path("school/<str:code>/inlezing/<int:pk>", inlezingen.nakijken, name="nakijken"),
    path("school/<str:code>/inlezing/<int:pk>/bladzijde/<int:nummer>.png", inlezingen.bladzijde, name="bladzijde"),
    path("school/<str:code>/inlezing/<int:pk>/antwoord", inlezingen.antwoord, name="antwoord"),
    path("school/<str:code>/inlezing/<int:pk>/opslaan", inlezingen.opslaan, name="opslaan"),
    path("school/<str:code>/inlezing/<int:pk>/weg", inlezingen.weg, name="inlezing_weg"),
    path("school/<str:code>/profiel", profielpagina.profiel, name="profiel"),
    path("school/<str:code>/profiel/nieuw", profielpagina.nieuw, name="profiel_nieuw"),
    path("school/<str:code>/profiel/nieuws", profielpagina.nieuws, name="profiel_nieuws"),
    path("school/<str:code>/veld", elementen.veld, name="veld"),
    path("school/<str:code>/tekst", elementen.tekst, name="tekst"),
    path("school/<str:code>/rij", elementen.rij, name="rij"),
    path("school/<str:code>/rij/nieuw", elementen.rij_nieuw, name="rij_nieuw"),
    path("school/<str:code>/rij/naam", elementen.rij_naam, name="rij_naam"),
    path("school/<str:code>/rij/weg", elementen.rij_weg, name="rij_weg"),
    path("school/<str:code>/rij/terug", elementen.rij_terug, name="rij_terug"),
    path("school/<str:code>/versies", versies.versies, name="versies"),
    path("school/<str:code>/versies/terug", versies.terug, name="versie_terug"),
    path("school/<str:code>/bevestig", bevestiging.bevestig, name="bevestig"),
    path("school/<str:code>/ongelezen", ongelezen.ongelezen, name="ongelezen"),
    path("school/<str:code>/onderbouwing", elementen.onderbouwing, name="onderbouwing"),
    path("school/<str:code>/onderbouwing/weg", elementen.onderbouwing_weg, name="onderbouwing_weg"),
    path("school/<str:code>/structuur", structuur.structuur, name="structuur"),
    path("school/<str:code>/team", team.team, name="team"),
    path("school/<str:code>/team/ronde", team.ronde, name="ronde"),
    path("school/<str:code>/team/reactie", team.reactie, name="reactie"),
    path("school/<str:code>/vaststelling", vaststelling.vaststelling, name="vaststelling"),
    path("school/<str:code>/vaststelling/stap", vaststelling.stap, name="stap"),
    path("school/<str:code>/vaststelling/terug", vaststelling.terug, name="stap_terug"),
    path("school/<str:code>/vaststelling/stuk/<str:soort>", vaststelling.stuk, name="stapstuk"),
    path("school/<str:code>/doelen", doelen.doelen, name="doelen"),
    path("school/<str:code>/doelen/evaluatie", doelen.evaluatie, name="doel_evaluatie"),
    path("school/<str:code>/doelen/anders", doelen.anders, name="doel_anders"),
    path("school/<str:code>/doelen/weg", doelen.weg, name="doel_weg"),
    path("school/<str:code>/documenten", documenten.documenten, name="documenten"),
    path("school/<str:code>/documenten/<str:bestandsnaam>", documenten.download, name="document"),
]
