"""The addresses of how pupils are doing."""

from django.urls import URLPattern, path

from passend.web.volgen import inlezen, invoerkolommen, lesvrij, noteren, pagina, signalen, toets, zienswijze

_SCHOOL = "school/<str:code>/"
_LEERLING = "school/<str:code>/leerling/<uuid:sleutel>"

urlpatterns: list[URLPattern] = [
    path(f"{_SCHOOL}noteren", noteren.noteren, name="noteren"),
    path(f"{_SCHOOL}noteren/toets", noteren.toets_noteren, name="toets_noteren"),
    path(f"{_SCHOOL}toetsen/inlezen", inlezen.toetsen_inlezen, name="toetsen_inlezen"),
    path(f"{_SCHOOL}toetsen/inlezen/<int:pk>", inlezen.toetsinvoer, name="toetsinvoer"),
    path(
        f"{_SCHOOL}toetsen/inlezen/<int:pk>/kolommen", invoerkolommen.toetsinvoer_kolommen, name="toetsinvoer_kolommen"
    ),
    path(f"{_SCHOOL}toetsen/inlezen/<int:pk>/uitvoeren", inlezen.toetsinvoer_uitvoeren, name="toetsinvoer_uitvoeren"),
    path(f"{_SCHOOL}toetsen/inlezen/<int:pk>/weg", inlezen.toetsinvoer_weg, name="toetsinvoer_weg"),
    path(
        f"{_SCHOOL}toetsen/inlezen/<int:pk>/geweigerd.csv",
        inlezen.toetsinvoer_geweigerd,
        name="toetsinvoer_geweigerd",
    ),
    path(f"{_SCHOOL}signalen", signalen.signalen, name="signalen"),
    path(f"{_SCHOOL}signalen/aantal", signalen.signalen_aantal, name="signalen_aantal"),
    path(f"{_SCHOOL}signalen/instelling", signalen.signaalinstelling, name="signaalinstelling"),
    path(f"{_SCHOOL}lesvrij", lesvrij.lesvrij, name="lesvrij"),
    path(f"{_SCHOOL}lesvrij/weg", lesvrij.lesvrij_weg, name="lesvrij_weg"),
    path(f"{_LEERLING}/volgen", pagina.volgen, name="volgen"),
    path(f"{_LEERLING}/waarneming", pagina.waarneming_nieuw, name="waarneming_nieuw"),
    path(f"{_LEERLING}/waarneming/<int:pk>/intrekken", pagina.waarneming_intrekken, name="waarneming_intrekken"),
    path(f"{_LEERLING}/waarneming/<int:pk>/zienswijze", zienswijze.waarneming_zienswijze, name="waarneming_zienswijze"),
    path(f"{_LEERLING}/toets", toets.toetsresultaat_nieuw, name="toetsresultaat_nieuw"),
    path(f"{_LEERLING}/toets/intrekken", pagina.toets_intrekken, name="toets_intrekken"),
    path(f"{_LEERLING}/toetsen/stuk", pagina.resultaten_als_stuk, name="resultaten_als_stuk"),
    path(f"{_LEERLING}/verzuim", pagina.verzuim_nieuw, name="verzuim_nieuw"),
    path(f"{_LEERLING}/verzuim/weg", pagina.verzuim_weg, name="verzuim_weg"),
    path(f"{_LEERLING}/signaal", pagina.signaal_opzij, name="signaal_opzij"),
]
