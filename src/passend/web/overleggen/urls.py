"""The addresses of meetings: about a pupil under the file, about a group under the school."""

from django.urls import URLPattern, path

from passend.web.overleggen import beheer, blad, lijst, schrijven

_SCHOOL = "school/<str:code>/"
_VAN_LEERLING = f"{_SCHOOL}leerling/<uuid:sleutel>/overleg/<int:nr>"
_VAN_GROEP = f"{_SCHOOL}groepsoverleg/<int:nr>"
_DELEN = {
    "nieuws": blad.nieuws,
    "versies": blad.versies,
    "deel": schrijven.deel,
    "besluit": schrijven.besluit,
    "gedaan": schrijven.gedaan,
    "deelnemer": beheer.deelnemer,
    "uitnodigen": beheer.uitnodigen,
    "tijd": beheer.tijd,
    "sluiten": beheer.sluiten,
    "heropenen": beheer.heropenen,
    "aanwezig": beheer.aanwezig,
}

urlpatterns: list[URLPattern] = [
    path(f"{_SCHOOL}overleg", lijst.overleggen, name="overleggen"),
    path(f"{_SCHOOL}overleg/nieuw", lijst.overleg_nieuw, name="overleg_nieuw"),
    path(f"{_SCHOOL}leerling/<uuid:sleutel>/overleg", lijst.van_leerling, name="leerling_overleggen"),
    path(_VAN_LEERLING, blad.blad, name="overleg"),
    path(f"{_VAN_LEERLING}/verslag.pdf", blad.pdf, name="overleg_pdf"),
    path(f"{_VAN_LEERLING}/toestemming", beheer.toestemming, name="overleg_toestemming"),
    path(f"{_VAN_LEERLING}/stuk", schrijven.stuk, name="overleg_stuk"),
    path(_VAN_GROEP, blad.blad, name="groepsoverleg"),
    path(f"{_VAN_GROEP}/verslag.pdf", blad.pdf, name="groepsoverleg_pdf"),
    *(path(f"{_VAN_LEERLING}/{deel}", view, name=f"overleg_{deel}") for deel, view in _DELEN.items()),
    *(path(f"{_VAN_GROEP}/{deel}", view, name=f"groepsoverleg_{deel}") for deel, view in _DELEN.items()),
]
