"""The addresses of pupils who go to another school, or come from one."""

from django.urls import URLPattern, path

from passend.web.overstap import bestand, inkomend, ouders, rapport, sleutels

_SCHOOL = "school/<str:code>/"
_LEERLING = f"{_SCHOOL}leerling/<uuid:sleutel>/overstap"
_BESTAND = f"{_SCHOOL}overstap/<int:pk>"

urlpatterns: list[URLPattern] = [
    path(_LEERLING, rapport.rapport, name="rapport"),
    path(f"{_LEERLING}/begin", rapport.rapport_begin, name="rapport_begin"),
    path(f"{_LEERLING}/tekst", rapport.rapport_tekst, name="rapport_tekst"),
    path(f"{_LEERLING}/bestemming", rapport.rapport_bestemming, name="rapport_bestemming"),
    path(f"{_LEERLING}/vaststellen", rapport.rapport_vaststellen, name="rapport_vaststellen"),
    path(f"{_LEERLING}/ouders", ouders.rapport_ouders, name="rapport_ouders"),
    path(f"{_LEERLING}/ouders/<int:pk>/scan", ouders.rapport_scan, name="rapport_scan"),
    path(f"{_LEERLING}/gelezen", ouders.rapport_gelezen, name="rapport_gelezen"),
    path(f"{_LEERLING}/reactie", ouders.rapport_reactie, name="rapport_reactie"),
    path(f"{_LEERLING}/contact", rapport.rapport_contact, name="rapport_contact"),
    path(f"{_LEERLING}/bewijs", bestand.rapport_bewijs, name="rapport_bewijs"),
    path(f"{_LEERLING}/adres", bestand.rapport_adres, name="rapport_adres"),
    path(f"{_LEERLING}/bestand", bestand.rapport_bestand, name="rapport_bestand"),
    path(f"{_SCHOOL}overstap", inkomend.overstap, name="overstap"),
    path(f"{_SCHOOL}overstap/sleutels", sleutels.sleutels, name="sleutels"),
    path(f"{_SCHOOL}overstap/sleutelkaart.json", sleutels.sleutelkaart, name="sleutelkaart"),
    path(f"{_SCHOOL}overstap/sleutelkaart/klopt", sleutels.sleutelkaart_klopt, name="sleutelkaart_klopt"),
    path(_BESTAND, inkomend.overstapbestand, name="overstapbestand"),
    path(f"{_BESTAND}/contact", inkomend.overstap_contact, name="overstap_contact"),
    path(f"{_BESTAND}/overnemen", inkomend.overstap_overnemen, name="overstap_overnemen"),
    path(f"{_BESTAND}/bijlage/<int:nummer>", inkomend.overstap_bijlage, name="overstap_bijlage"),
    path(f"{_BESTAND}/bewijs", inkomend.overstap_bewijs, name="overstap_bewijs"),
    path(f"{_BESTAND}/weg", inkomend.overstap_weg, name="overstap_weg"),
]
