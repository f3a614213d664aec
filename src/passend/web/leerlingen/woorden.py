"""What the log says in codes, in words for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort

REDENEN: dict[str, Promise] = {
    Inzagegrond.EIGEN_GROEP: _("eigen groep"),
    Inzagegrond.INTERN_BEGELEIDER: _("intern begeleider van de school"),
    Inzagegrond.DIRECTEUR: _("directeur van de school"),
    Inzagegrond.OUDER: _("ouder met gezag"),
    Inzagegrond.DESKUNDIGE: _("toestemming van de ouders"),
    Inzagegrond.NOODINZAGE: _("vervanger, met een reden"),
    Rolsoort.BESTUURDER: _("bestuur van de school"),
    Rolsoort.LEERKRACHT: _("leerkracht bij dit bestuur"),
    "genodigd": _("genodigd"),
    "installatie": _("bij het installeren"),
    "geen_reden": _("geen: geweigerd"),
}
HANDELINGEN: dict[str, Promise] = {
    "open_dossier": _("keek in het dossier"),
    "open_stuk": _("las een stuk"),
    "open_ingezien": _("keek wie het dossier zag"),
    "export_dossier": _("haalde het hele dossier op"),
    "export_ingezien": _("haalde de lijst van kijkers op"),
    "register_leerling": _("schreef de leerling in"),
    "place_leerling": _("zette de leerling in een groep"),
    "deregister_leerling": _("schreef de leerling uit"),
    "add_ouder": _("noteerde een ouder"),
    "end_ouder": _("beëindigde de toegang van een ouder"),
    "link_account": _("kwam binnen met een uitnodiging"),
    "add_stuk": _("legde een stuk vast"),
    "revise_stuk": _("wijzigde een stuk"),
    "add_zienswijze": _("voegde een eigen zienswijze toe"),
    "decide_zienswijze": _("antwoordde op een verzoek"),
    "ask_toestemming": _("vroeg de ouders om toestemming"),
    "give_toestemming": _("gaf toestemming"),
    "record_toestemming": _("noteerde toestemming op papier"),
    "withdraw_toestemming": _("trok de toestemming in"),
    "break_glass": _("opende het dossier als vervanger"),
    "see_noodinzage": _("zag dat een vervanger het dossier opende"),
    "import_leerling": _("nam gegevens over uit een bestand van de administratie"),
    "geweigerd": _("wilde erin, en werd geweigerd"),
}
KLASSEN: dict[str, Promise] = {
    Vertrouwelijkheid.GEWOON: _("gewoon dossier"),
    Vertrouwelijkheid.ZORG: _("zorg"),
    Vertrouwelijkheid.MELDCODE: _("meldcode"),
}
KLASSE_UITLEG: dict[str, Promise] = {
    Vertrouwelijkheid.GEWOON: _("Voor de leerkracht van de groep, de intern begeleider, de directeur en de ouders."),
    Vertrouwelijkheid.ZORG: _("Over gezondheid en zorg. Niet voor de leerkracht."),
    Vertrouwelijkheid.MELDCODE: _("Signalen van geweld of verwaarlozing. Alleen voor intern begeleider en directeur."),
}
