"""Names of scales and norm schemes for people; the catalogue of instruments has them in codes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SCHALEN: dict[str, Promise] = {
    "vaardigheidsscore": _("vaardigheidsscore"),
    "ontwikkelscore": _("ontwikkelscore"),
    "percentiel": _("percentiel"),
    "schaalscore": _("schaalscore"),
}
SCHEMAS: dict[str, Promise] = {
    "cito_romeins": _("I tot en met V: elk een vijfde van de kinderen"),
    "cito_romeins_plus": _("I+ tot en met V: I+ is de hoogste tien procent"),
    "cito_letters": _("A tot en met E: 25, 25, 25, 15 en 10 procent van de kinderen"),
    "letters_15_20_30": _("A tot en met E: 15, 20, 30, 20 en 15 procent van de kinderen"),
    "iep_taal": _("referentieniveaus taal: 1F vanaf 60, 2F vanaf 80"),
    "iep_rekenen": _("referentieniveaus rekenen: 1F vanaf 60, 1S vanaf 80"),
}
