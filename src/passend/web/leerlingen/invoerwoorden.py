"""Words of the pages on which files about pupils come in."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VELDNAMEN: dict[str, Promise] = {
    "sleutel": _("leerlingnummer in uw administratie"),
    "voornaam": _("voornaam"),
    "tussenvoegsel": _("tussenvoegsel"),
    "achternaam": _("achternaam"),
    "naam": _("hele naam"),
    "geboren_op": _("geboortedatum"),
    "groep": _("groep"),
    "ingeschreven_op": _("eerste schooldag"),
    "uitgeschreven_op": _("laatste schooldag"),
    "ouder1_naam": _("ouder 1: naam"),
    "ouder1_email": _("ouder 1: e-mail"),
    "ouder1_gezag": _("ouder 1: heeft gezag"),
    "ouder2_naam": _("ouder 2: naam"),
    "ouder2_email": _("ouder 2: e-mail"),
    "ouder2_gezag": _("ouder 2: heeft gezag"),
    "administratiesleutel": _("leerlingnummer"),
}
AANTALWOORDEN: dict[str, Promise] = {
    "nieuw": _("nieuw"),
    "gewijzigd": _("gewijzigd"),
    "ongewijzigd": _("ongewijzigd"),
    "geweigerd": _("geweigerd"),
    "overgeslagen": _("overgeslagen"),
    "uitgeschreven": _("uitgeschreven"),
    "groepen": _("nieuwe groepen"),
    "leerkrachten": _("groepen aan een leerkracht gegeven"),
    "leerkrachten_weg": _("groepen van een leerkracht geëindigd"),
}
