"""The words of these pages, and of what the log of a pupil names."""

from django.utils.translation import gettext_lazy as _

TEKSTKOPPEN = {
    "werkervaring": _("Werkhouding en ervaring met werken"),
    "sociale_omgang": _("Omgaan met anderen"),
    "spel_en_leren": _("Spelen en leren"),
    "huiswerk": _("Huiswerk"),
    "concentratie": _("Concentratie en doorzetten"),
    "zelfstandigheid": _("Zelfstandig werken"),
    "overig_gedrag": _("Verder over gedrag"),
    "toelichting_begeleiding": _("Toelichting op de begeleiding"),
}
DEELNAMEN = {
    "schoolverleden": _("Schoolverleden, resultaten en werkervaring"),
    "gedrag": _("Sociaal-emotionele ontwikkeling en gedrag"),
    "begeleiding": _("Begeleiding die is gegeven of nodig is"),
    "verzuim": _("Verzuim zonder goede reden, in het jaar ervoor"),
}
GEEN_AANLEVERPUNT = _(
    "Passend maakt en leest OSO-bestanden. Passend is geen gekwalificeerd OSO-aanleverpunt: "
    "het verstuurt niets via OSO. U geeft het bestand zelf door, op een veilige manier."
)
HANDELINGEN = {
    "open_rapport": _("las het onderwijskundig rapport"),
    "begin_rapport": _("begon een onderwijskundig rapport"),
    "write_rapport": _("schreef in het onderwijskundig rapport"),
    "choose_besluiten": _("koos welke besluiten uit overleggen meegaan met het rapport"),
    "set_bestemming": _("vulde in naar welke school de leerling gaat"),
    "set_adres": _("vulde het adres van de leerling in, voor een OSO-bestand"),
    "freeze_rapport": _("stelde het onderwijskundig rapport vast"),
    "tell_parents": _("legde vast dat de ouders van het rapport weten"),
    "tell_ouder": _("legde vast dat een ouder van het rapport weet"),
    "open_rapportscan": _("haalde de brief of het verslag van het gesprek over een rapport op"),
    "read_rapport": _("liet weten het onderwijskundig rapport te hebben gelezen"),
    "answer_rapport": _("schreef wat zij of hij van het onderwijskundig rapport vindt"),
    "export_rapport": _("haalde het onderwijskundig rapport op"),
    "export_rapport:pdf": _("haalde het onderwijskundig rapport op als PDF"),
    "export_rapport:oso": _("haalde het onderwijskundig rapport op als OSO-bestand"),
    "export_rapport:oso_swv": _("haalde een OSO-bestand op voor het samenwerkingsverband"),
    "export_rapport:passend": _("haalde het onderwijskundig rapport op voor een andere Passend"),
    "record_ontvangst": _("legde vast dat de andere school het rapport ontving"),
    "keep_bestand": _("leverde het bestand van de vorige school in"),
    "open_overstapbestand": _("keek in het bestand van de vorige school"),
    "take_over": _("nam het bestand van de vorige school over"),
    "discard_bestand": _("gooide het bestand van de vorige school weg"),
    "list_overstap": _("keek welke bestanden van andere scholen er zijn"),
    "export_overstapbewijs": _("haalde het bewijs van ontvangst voor de vorige school op"),
    "open_overstapbijlage": _("las een bijlage uit het bestand van de vorige school"),
    "add_contact": _("legde contact met een andere school vast"),
}
