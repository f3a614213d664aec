"""Words of the pages on which test results come in, out of a file or typed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from passend.regels.instrumenten import list_instrumenten

UITSLAGNAMEN: dict[str, Promise] = {
    "schaalscore": _("vaardigheidsscore of ontwikkelscore"),
    "niveau": _("niveau"),
    "percentiel": _("percentiel"),
    "functioneringsniveau": _("functioneringsniveau"),
    "referentieniveau": _("referentieniveau"),
    "ruwe_score": _("ruwe score"),
    "normschema": _("indeling van de niveaus"),
}
VELDNAMEN: dict[str, Promise] = {
    "sleutel": _("leerlingnummer in uw administratie"),
    "voornaam": _("voornaam"),
    "tussenvoegsel": _("tussenvoegsel"),
    "achternaam": _("achternaam"),
    "naam": _("hele naam"),
    "geboren_op": _("geboortedatum"),
    "toets": _("naam van de toets"),
    "instrument": _("maker van de toets"),
    "instrumentversie": _("versie van de toets"),
    "vak": _("vak"),
    "afgenomen_op": _("datum van de toets"),
    "afnamemoment": _("moment, zoals M5"),
    **UITSLAGNAMEN,
}
INSTRUMENTEN: dict[str, str] = {code: een.naam for code, een in list_instrumenten().items()}
