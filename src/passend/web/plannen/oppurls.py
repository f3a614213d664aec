"""The addresses of development perspective plans, and of what classes say."""

from django.urls import URLPattern, path

from passend.web.plannen import (
    groepsstem,
    opp,
    oppdeel,
    opplijst,
    oppouders,
    opppapier,
    oppregel,
    oppstem,
    voorstel,
)

_SCHOOL = "school/<str:code>/"
_OPP = "school/<str:code>/leerling/<uuid:sleutel>/opp"

urlpatterns: list[URLPattern] = [
    path(f"{_SCHOOL}opp", opplijst.opps, name="opps"),
    path(f"{_SCHOOL}groepsstem", groepsstem.groepsstem, name="groepsstem"),
    path(f"{_SCHOOL}groepsstem/<int:pk>", groepsstem.groepsstem_antwoord, name="groepsstem_antwoord"),
    path(_OPP, opp.opp, name="opp"),
    path(f"{_OPP}/begin", opp.begin, name="opp_begin"),
    path(f"{_OPP}/voorstel/<int:pk>", voorstel.opp_voorstel, name="opp_voorstel"),
    path(f"{_OPP}/begin/anders", opp.begin_anders, name="opp_begin_anders"),
    path(f"{_OPP}/intrekken", opp.intrekken, name="opp_intrekken"),
    path(f"{_OPP}/deel/<slug:deelcode>", oppdeel.deel, name="opp_deel"),
    path(f"{_OPP}/regel", oppregel.regel, name="opp_regel"),
    path(f"{_OPP}/regel/weg", oppregel.regel_weg, name="opp_regel_weg"),
    path(f"{_OPP}/gewoon", oppregel.gewoon, name="opp_gewoon"),
    path(f"{_OPP}/voorleggen", opp.voorleggen, name="opp_voorleggen"),
    path(f"{_OPP}/overleg", opp.overleg, name="opp_overleg"),
    path(f"{_OPP}/papier", oppouders.papier, name="opp_papier"),
    path(f"{_OPP}/vaststellen", opp.vaststellen, name="opp_vaststellen"),
    path(f"{_OPP}/versie", opp.nieuwe_versie, name="opp_versie"),
    path(f"{_OPP}/evaluatie", opp.evaluatie, name="opp_evaluatie"),
    path(f"{_OPP}/stem", oppstem.stem, name="opp_stem"),
    path(f"{_OPP}/stem/<int:pk>", oppstem.stem_antwoord, name="opp_stem_antwoord"),
    path(f"{_OPP}/bestand/<int:pk>", oppstem.bestand, name="opp_bestand"),
    path(f"{_OPP}/ouders", oppouders.opp_ouder, name="opp_ouder"),
    path(f"{_OPP}/antwoord", oppouders.antwoord, name="opp_antwoord"),
    path(f"{_OPP}/zienswijze", oppouders.opp_zienswijze, name="opp_zienswijze"),
    path(f"{_OPP}/versie-<int:nummer>.pdf", opppapier.opp_pdf, name="opp_pdf"),
]
