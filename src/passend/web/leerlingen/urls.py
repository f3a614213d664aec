"""The addresses of pupils and their files."""

from django.urls import URLPattern, path

from passend.web.leerlingen import (
    bewaren,
    burgerservicenummer,
    dossier,
    inlezen,
    invoerkolommen,
    lijst,
    logboek,
    nood,
    stukken,
    toestemming,
    wijzigen,
)

_SCHOOL = "school/<str:code>/"
_DOSSIER = "school/<str:code>/leerling/<uuid:sleutel>"

urlpatterns: list[URLPattern] = [
    path("kinderen", lijst.kinderen, name="kinderen"),
    path(f"{_SCHOOL}leerlingen", lijst.leerlingen, name="leerlingen"),
    path(f"{_SCHOOL}leerlingen/nieuw", lijst.leerling_nieuw, name="leerling_nieuw"),
    path(f"{_SCHOOL}leerlingen/inlezen", inlezen.inlezen, name="leerlingen_inlezen"),
    path(f"{_SCHOOL}leerlingen/inlezen/<int:pk>", inlezen.invoer, name="invoer"),
    path(f"{_SCHOOL}leerlingen/inlezen/<int:pk>/kolommen", invoerkolommen.kolommen, name="invoer_kolommen"),
    path(f"{_SCHOOL}leerlingen/inlezen/<int:pk>/uitvoeren", inlezen.uitvoeren, name="invoer_uitvoeren"),
    path(f"{_SCHOOL}leerlingen/inlezen/<int:pk>/weg", inlezen.weg, name="invoer_weg"),
    path(f"{_SCHOOL}leerlingen/inlezen/<int:pk>/geweigerd.csv", inlezen.geweigerd, name="invoer_geweigerd"),
    path(f"{_SCHOOL}verzoeken", lijst.verzoeken, name="verzoeken"),
    path(f"{_SCHOOL}noodinzage", nood.noodinzage, name="noodinzage"),
    path(f"{_SCHOOL}noodinzage/<int:pk>/gezien", nood.noodinzage_gezien, name="noodinzage_gezien"),
    path(f"{_SCHOOL}bewaren", bewaren.bewaren, name="bewaren"),
    path(f"{_SCHOOL}bewaren/voorstel", bewaren.voorstel, name="vernietiging_voorstel"),
    path(f"{_SCHOOL}bewaren/akkoord", bewaren.akkoord, name="vernietiging_akkoord"),
    path(f"{_SCHOOL}bewaren/afwijzen", bewaren.afwijzen, name="vernietiging_afwijzen"),
    path(f"{_SCHOOL}bewaren/aanhouden", bewaren.aanhouden, name="aanhouden"),
    path(f"{_SCHOOL}bewaren/eindigen", bewaren.aanhouding_eindigen, name="aanhouding_eindigen"),
    path(f"{_SCHOOL}bewaren/termijn", bewaren.keuze, name="bewaarkeuze"),
    path(_DOSSIER, dossier.dossier, name="dossier"),
    path(f"{_DOSSIER}/burgerservicenummer", burgerservicenummer.burgerservicenummer, name="burgerservicenummer"),
    path(f"{_DOSSIER}/dossier.pdf", dossier.dossier_pdf, name="dossier_pdf"),
    path(f"{_DOSSIER}/dossier.json", dossier.dossier_json, name="dossier_json"),
    path(f"{_DOSSIER}/uitschrijven", dossier.uitschrijven, name="uitschrijven"),
    path(f"{_DOSSIER}/uitschrijven/terug", dossier.uitschrijven_terug, name="uitschrijven_terug"),
    path(f"{_DOSSIER}/gegevens", wijzigen.gegevens, name="gegevens"),
    path(f"{_DOSSIER}/ouder/<int:pk>", wijzigen.ouder, name="ouder"),
    path(f"{_DOSSIER}/ouder", dossier.ouder_nieuw, name="ouder_nieuw"),
    path(f"{_DOSSIER}/ouder/eindigen", dossier.ouder_eindigen, name="ouder_eindigen"),
    path(f"{_DOSSIER}/ouder/uitnodigen", toestemming.ouder_uitnodigen, name="ouder_uitnodigen"),
    path(f"{_DOSSIER}/stuk", stukken.stuk_nieuw, name="stuk_nieuw"),
    path(f"{_DOSSIER}/stuk/<int:pk>", stukken.stuk, name="stuk"),
    path(f"{_DOSSIER}/stuk/<int:pk>/bestand/<int:bestand>", stukken.stukbestand, name="stukbestand"),
    path(f"{_DOSSIER}/stuk/<int:pk>/soort", stukken.stuk_soort, name="stuk_soort"),
    path(f"{_DOSSIER}/stuk/<int:pk>/intrekken", stukken.stuk_intrekken, name="stuk_intrekken"),
    path(f"{_DOSSIER}/stuk/<int:pk>/zienswijze", stukken.zienswijze, name="zienswijze"),
    path(f"{_DOSSIER}/zienswijze/<int:pk>/besluit", stukken.zienswijze_besluit, name="zienswijze_besluit"),
    path(f"{_DOSSIER}/toestemming", toestemming.toestemming_vragen, name="toestemming_vragen"),
    path(f"{_DOSSIER}/toestemming/<int:pk>", toestemming.toestemming_besluit, name="toestemming_besluit"),
    path(f"{_DOSSIER}/ingezien", logboek.ingezien, name="ingezien"),
    path(f"{_DOSSIER}/ingezien.pdf", logboek.ingezien_pdf, name="ingezien_pdf"),
]
