"""What the log says in codes, in words for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.regels.toestemming import Toestemmingsstand

REDENEN: dict[str, Promise] = {
    Inzagegrond.EIGEN_GROEP: _("eigen groep"),
    Inzagegrond.INTERN_BEGELEIDER: _("intern begeleider van de school"),
    Inzagegrond.DIRECTEUR: _("directeur van de school"),
    Inzagegrond.OUDER: _("ouder met gezag"),
    Inzagegrond.DESKUNDIGE: _("toestemming van de ouders"),
    Inzagegrond.NOODINZAGE: _("vervanger; de directeur leest de reden"),
    Rolsoort.BESTUURDER: _("bestuur van de school"),
    Rolsoort.LEERKRACHT: _("leerkracht bij dit bestuur"),
    Rolsoort.MR_LID: _("lid van de MR"),
    Rolsoort.ADVISEUR: _("adviseur passend onderwijs"),
    Rolsoort.BEHEERDER: _("beheerder"),
    "genodigd": _("zelf, met een uitnodiging van de school"),
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
    "refuse_toestemming": _("gaf geen toestemming"),
    "retract_toestemming": _("nam een vraag om toestemming terug"),
    "retract_papier": _("haalde een notitie van papier weg"),
    "set_burgerservicenummer": _("bewaarde het burgerservicenummer"),
    "read_burgerservicenummer": _("bekeek het burgerservicenummer"),
    "hold_leerling": _("hield het dossier aan: er loopt een bezwaar, geschil of klacht"),
    "end_aanhouding": _("beëindigde een aanhouding"),
    "break_glass": _("opende het dossier als vervanger"),
    "see_noodinzage": _("zag dat een vervanger het dossier opende"),
    "open_volgen": _("keek hoe het gaat"),
    "open_signalen": _("zag in een lijst een signaal"),
    "add_waarneming": _("schreef op wat die zag"),
    "withdraw_waarneming": _("trok iets in wat was opgeschreven"),
    "record_verzuim": _("noteerde verzuim"),
    "remove_verzuim": _("haalde verzuim weg"),
    "record_toetsresultaat": _("noteerde een toets"),
    "dismiss_signaal": _("legde een signaal opzij"),
    "open_plannen": _("keek in de plannen"),
    "open_groepsoverzicht": _("keek in het overzicht van de groep"),
    "open_groepsplan": _("keek in een plan van de groep"),
    "export_groepsplan": _("haalde een plan van de groep op"),
    "save_kenmerken": _("schreef op wat helpt, in de weg zit of nodig is"),
    "add_plan": _("maakte een plan"),
    "change_plan": _("wijzigde een plan"),
    "evaluate_plan": _("keek terug op een plan"),
    "continue_plan": _("maakte een vervolg op een plan"),
    "geweigerd": _("wilde erin, en werd geweigerd"),
}
STANDEN: dict[str, Promise] = {
    Toestemmingsstand.GELDT: _("geldt"),
    Toestemmingsstand.WACHT: _("wacht op antwoord"),
    Toestemmingsstand.GEWEIGERD: _("dicht: een ouder zei nee"),
    Toestemmingsstand.NIEMAND: _("geldt niet: er is geen ouder met gezag"),
    Toestemmingsstand.VOORBIJ: _("voorbij"),
    Toestemmingsstand.TERUGGENOMEN: _("teruggenomen door de school"),
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
