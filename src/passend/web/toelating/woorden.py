"""What the codes of admission are called on a page, for the school and for parents."""

from django.utils.translation import gettext_lazy as _

from passend.begrippen.aanmelding import Briefsoort, Gebeurtenissoort, Hulpvraag, Tlvstand
from passend.begrippen.toelating import (
    Aanmeldingsstand,
    Aanzet,
    Bezwaaruitkomst,
    Toelatingsbesluit,
    Verwijderingsstand,
    Weigeringsgrond,
)
from passend.web import schoolsoorten

HANDELINGEN = {
    "note_andere_school": _("noteerde van welke school het kind komt"),
    "register_aanmelding": _("noteerde een aanmelding"),
    "create_aanmeldsleutel": _("maakte een link voor de ouders"),
    "open_aanmelding": _("keek in de aanmelding"),
    "open_aanmeldbrief": _("las een brief"),
    "open_aanmeldscan": _("las de aanmelding op papier"),
    "add_aanmeldscan": _("voegde de aanmelding op papier toe"),
    "set_oudertaal": _("koos de taal van de brieven"),
    "void_gebeurtenis": _("zei dat iets niet meetelt"),
    "enrol_aangemelde": _("schreef het aangemelde kind in"),
    "suspend_leerling": _("schorste de leerling"),
    "report_schorsing": _("meldde de schorsing aan de Inspectie"),
    "withdraw_schorsing": _("trok de schorsing in"),
    "begin_verwijdering": _("begon een verwijdering"),
    "record_verwijderstap": _("noteerde een stap van een verwijdering"),
    "decide_verwijdering": _("besloot over de verwijdering"),
    "void_verwijderstap": _("zei dat een stap niet meetelt"),
    "open_schorsing": _("keek naar schorsingen"),
    "open_verwijdering": _("keek in de verwijdering"),
    **{f"record_{soort.value}": _("noteerde een gebeurtenis") for soort in Gebeurtenissoort},
    **{f"send_brief_{soort.value}": _("stuurde de ouders een brief") for soort in Briefsoort},
    "list_aanmeldingen": _("keek in de lijst van aanmeldingen"),
}
STANDNAMEN = {
    Aanmeldingsstand.CONCEPT: _("nog niet binnen"),
    Aanmeldingsstand.ONVOLLEDIG: _("wacht op gegevens"),
    Aanmeldingsstand.IN_BEHANDELING: _("in behandeling"),
    Aanmeldingsstand.VERLENGD: _("termijn verlengd"),
    Aanmeldingsstand.TOEGELATEN: _("toegelaten"),
    Aanmeldingsstand.GEWEIGERD: _("geweigerd"),
    Aanmeldingsstand.NIET_BEHANDELD: _("niet behandeld"),
    Aanmeldingsstand.INGETROKKEN: _("ingetrokken"),
}
STANDICONEN = {
    Aanmeldingsstand.TOEGELATEN: ("goed", "vink"),
    Aanmeldingsstand.GEWEIGERD: ("", "info"),
    Aanmeldingsstand.NIET_BEHANDELD: ("", "info"),
    Aanmeldingsstand.INGETROKKEN: ("", "info"),
    Aanmeldingsstand.ONVOLLEDIG: ("let-op", "klok"),
    Aanmeldingsstand.VERLENGD: ("let-op", "klok"),
}
AAN_ZET = {
    Aanzet.SCHOOL: _("de school"),
    Aanzet.OUDERS: _("de ouders"),
    Aanzet.BESTUUR: _("het bestuur"),
    Aanzet.COMMISSIE: _("de geschillencommissie"),
    Aanzet.NIEMAND: _("niemand"),
}
TERMIJNNAMEN = {
    "besluit": _("Uiterlijk het besluit"),
    "besluit_veilig": _("Laatste werkdag voor het besluit"),
    "verlenging_hooguit": _("Laatste dag als de school verlengt"),
    "aanvullen": _("Uiterlijk de gegevens van de ouders"),
    "niet_behandelen": _("Laatste dag om niet te behandelen"),
    "tijdelijke_plaatsing": _("Tijdelijke plek als er geen besluit is"),
    "toelating_van_rechtswege": _("Toegelaten als er geen besluit is"),
    "toegelaten_van_rechtswege": _("Toegelaten, want er was geen besluit"),
    "uitschrijving": _("De tijdelijke plek stopt"),
    "besluit_was": _("De laatste dag voor het besluit"),
    "tijdelijke_plaatsing_was": _("Recht op een tijdelijke plek"),
    "pgn_melding": _("Melding zonder nummer"),
    "bezwaar": _("Laatste dag voor bezwaar"),
    "beslissing_op_bezwaar": _("Uiterlijk de beslissing op het bezwaar"),
    "geschil_verzoek": _("Laatste dag voor de geschillencommissie"),
    "geschil_oordeel": _("Uiterlijk het oordeel van de commissie"),
    "beroep": _("Laatste dag om naar de rechtbank te gaan"),
    "verwijdering_gemeente": _("Meld het aan de gemeente"),
    "schorsing_inspectie": _("Meld het aan de Inspectie"),
    "schorsing_einde": _("Laatste dag"),
}
OUDERTERMIJNEN = {
    "besluit": _("Uiterlijk deze dag hoort u het besluit"),
    "besluit_was": _("Uiterlijk deze dag moest u het besluit horen"),
    "verlenging_hooguit": _("Uiterlijk het besluit, als de school meer tijd vraagt"),
    "aanvullen": _("Uiterlijk deze dag geeft u wat de school mist"),
    "niet_behandelen": _("Tot deze dag kan het bestuur zeggen dat het te weinig weet om te beslissen"),
    "beslissing_op_bezwaar": _("Uiterlijk deze dag hoort u wat er met uw bezwaar gebeurt"),
    "verwijdering_gemeente": _("Deze dag hoort de gemeente dat uw kind niet op school kan blijven"),
}
"""What parents read, where the words of the school would not do."""
SCHOOLSOORTEN = schoolsoorten.SCHOOLSOORTEN
TLVSTANDEN = {
    Tlvstand.ER.value: _("Er is een toelaatbaarheidsverklaring"),
    Tlvstand.GEVRAAGD.value: _("De toelaatbaarheidsverklaring is aangevraagd"),
    Tlvstand.NIET.value: _("Er is geen toelaatbaarheidsverklaring"),
}
STAND_VERWIJDERING = {
    Verwijderingsstand.VOORGENOMEN: _("voornemen"),
    Verwijderingsstand.BESLOTEN: _("besloten, het kind blijft nog"),
    Verwijderingsstand.VERWIJDERD: _("op een andere school"),
    Verwijderingsstand.INGETROKKEN: _("ingetrokken"),
}
VERWIJDERTERMIJN = {
    "verwijdering_gemeente": _("De gemeente hoort het meteen, op de dag van het besluit."),
    "bezwaar": _("Tot en met die dag kunnen de ouders bezwaar maken bij het bestuur."),
    "beslissing_op_bezwaar": _("Zo lang heeft het bestuur. Tijdens een geschil staat deze tijd stil."),
    "geschil_verzoek": _("Tot en met die dag kunnen de ouders de commissie om een oordeel vragen."),
    "geschil_oordeel": _("De commissie geeft dan haar oordeel. Het bestuur wacht daarop."),
    "beroep": _("Tot en met die dag kunnen de ouders in beroep bij de rechtbank."),
}
BEZWAARUITKOMST = {
    Bezwaaruitkomst.GEGROND: _("De ouders krijgen gelijk: het besluit gaat van tafel, het kind blijft"),
    Bezwaaruitkomst.ONGEGROND: _("Het besluit blijft"),
}
GEBEURTENISNAMEN = {
    Gebeurtenissoort.ONTVANGST_GEMELD: _("Ontvangst gemeld aan de ouders"),
    Gebeurtenissoort.AANVULLING_GEVRAAGD: _("De school vroeg om meer gegevens"),
    Gebeurtenissoort.AANGEVULD: _("De ouders vulden de aanmelding aan"),
    Gebeurtenissoort.SCHOOL_GESPROKEN: _("Gesproken met de school van het kind"),
    Gebeurtenissoort.ONDERZOEK: _("Gekeken wat het kind nodig heeft"),
    Gebeurtenissoort.VERLENGD: _("De school heeft meer tijd nodig"),
    Gebeurtenissoort.LEERKRACHT_GEHOORD: _("Met de leerkracht gepraat"),
    Gebeurtenissoort.OUDERS_GEHOORD: _("Met de ouders gepraat"),
    Gebeurtenissoort.SCHOOL_GEVRAAGD: _("Andere school gevraagd"),
    Gebeurtenissoort.SCHOOL_BEREID: _("Andere school zegt ja"),
    Gebeurtenissoort.SCHOOL_NIET_BEREID: _("Andere school zegt nee"),
    Gebeurtenissoort.BEREIDHEID_INGETROKKEN: _("Andere school trekt haar ja in"),
    Gebeurtenissoort.SCHOOL_VOL: _("Vastgelegd dat de groep vol is"),
    Gebeurtenissoort.GRONDSLAG_GEWEIGERD: _("Ouders respecteren de grondslag niet"),
    Gebeurtenissoort.OPGESCHAALD: _("Samenwerkingsverband om hulp gevraagd"),
    Gebeurtenissoort.HULP_GEGEVEN: _("Wat het samenwerkingsverband deed"),
    Gebeurtenissoort.HULP_KLAAR: _("Het samenwerkingsverband is klaar met helpen"),
    Gebeurtenissoort.BESLUIT: _("Besluit van het bestuur"),
    Gebeurtenissoort.TIJDELIJK_GEPLAATST: _("Tijdelijke plek gegeven"),
    Gebeurtenissoort.BEZWAAR: _("Bezwaar van de ouders"),
    Gebeurtenissoort.BEZWAAR_BESLIST: _("Beslist op het bezwaar"),
    Gebeurtenissoort.GPO_GEVRAAGD: _("Geschillencommissie gevraagd"),
    Gebeurtenissoort.GPO_OORDEEL: _("Oordeel van de geschillencommissie"),
    Gebeurtenissoort.GPO_REACTIE: _("Reactie van het bestuur op het oordeel"),
    Gebeurtenissoort.GEMEENTE_GEMELD: _("Gemeld aan de gemeente"),
    Gebeurtenissoort.ELDERS_INGESCHREVEN: _("Ingeschreven op een andere school"),
    Gebeurtenissoort.INGETROKKEN: _("Ouders trokken de aanmelding in"),
    Gebeurtenissoort.TLV_GEGEVEN: _("Toelaatbaarheidsverklaring gezien"),
    Gebeurtenissoort.ZONDER_NUMMER: _("Het kind heeft nog geen burgerservicenummer"),
    Gebeurtenissoort.NUMMER_GEMELD: _("Gemeld dat er geen nummer is"),
    Gebeurtenissoort.VERVALLEN: _("Telt niet meer mee"),
}
VERWIJDERNAMEN = {
    **GEBEURTENISNAMEN,
    Gebeurtenissoort.BESLUIT: _("Besluit over de verwijdering"),
    Gebeurtenissoort.BEZWAAR_BESLIST: _("Besluit op het bezwaar"),
    Gebeurtenissoort.INGETROKKEN: _("De verwijdering is ingetrokken"),
}
OUDERGEBEURTENISSEN = {
    Gebeurtenissoort.ONTVANGST_GEMELD: _("U kreeg bericht dat de aanmelding er is"),
    Gebeurtenissoort.AANGEVULD: _("U vulde de aanmelding aan"),
    Gebeurtenissoort.ONDERZOEK: _("De school keek wat uw kind nodig heeft"),
    Gebeurtenissoort.OUDERS_GEHOORD: _("De school praatte met u"),
    Gebeurtenissoort.GRONDSLAG_GEWEIGERD: _("U respecteert de grondslag van de school niet"),
    Gebeurtenissoort.BEZWAAR: _("U maakte bezwaar"),
    Gebeurtenissoort.GPO_GEVRAAGD: _("U vroeg de geschillencommissie om een oordeel"),
    Gebeurtenissoort.INGETROKKEN: _("U trok de aanmelding in"),
}
"""What parents read of themselves, where the school reads of them."""
OUDERVERWIJDERING = {
    Gebeurtenissoort.LEERKRACHT_GEHOORD: _("Het bestuur luisterde naar de leerkracht"),
    Gebeurtenissoort.OUDERS_GEHOORD: _("Het bestuur luisterde naar u"),
    Gebeurtenissoort.BESLUIT: _("Besluit: uw kind kan niet op deze school blijven"),
    Gebeurtenissoort.GEMEENTE_GEMELD: _("De gemeente hoorde van het besluit"),
    Gebeurtenissoort.ELDERS_INGESCHREVEN: _("Uw kind staat op een andere school ingeschreven"),
    Gebeurtenissoort.BEZWAAR: _("U maakte bezwaar"),
    Gebeurtenissoort.GPO_GEVRAAGD: _("U vroeg de geschillencommissie om een oordeel"),
}
"""What parents read of a removal, where the school reads of them."""
STAND_VERWIJDERING_OUDER = {
    **STAND_VERWIJDERING,
    Verwijderingsstand.BESLOTEN: _("besloten, uw kind blijft nog"),
    Verwijderingsstand.INGETROKKEN: _("gaat niet door"),
}
BEZWAARUITKOMST_OUDER = {
    Bezwaaruitkomst.GEGROND.value: _("Het bestuur gaf u gelijk: uw kind blijft op deze school"),
    Bezwaaruitkomst.ONGEGROND.value: _("Besluit op uw bezwaar: het besluit blijft"),
}
VERWIJDERBRIEVEN = {
    Gebeurtenissoort.BESLUIT: Briefsoort.VERWIJDERING,
    Gebeurtenissoort.BEZWAAR_BESLIST: Briefsoort.VERWIJDERING_BEZWAAR,
    Gebeurtenissoort.INGETROKKEN: Briefsoort.VERWIJDERING_TERUG,
    Gebeurtenissoort.GPO_REACTIE: Briefsoort.GPO_REACTIE,
}
"""Which letter goes with what the board did to a removal."""
AAN_ZET_OUDER = {**AAN_ZET, Aanzet.OUDERS: _("u")}
BESLUITNAMEN = {
    Toelatingsbesluit.TOEGELATEN: _("Toelaten"),
    Toelatingsbesluit.GEWEIGERD: _("Weigeren"),
    Toelatingsbesluit.NIET_BEHANDELD: _("Niet behandelen"),
}
BESLUITUITKOMST = {
    Toelatingsbesluit.TOEGELATEN.value: _("toegelaten"),
    Toelatingsbesluit.GEWEIGERD.value: _("geweigerd"),
    Toelatingsbesluit.NIET_BEHANDELD.value: _("niet behandeld"),
}
GRONDNAMEN = {
    Weigeringsgrond.ANDERE_SCHOOL: _("Een andere school past beter en wil het kind toelaten"),
    Weigeringsgrond.SCHOOL_VOL: _("Er is geen plaats"),
    Weigeringsgrond.GRONDSLAG: _("De ouders respecteren de grondslag niet"),
    Weigeringsgrond.ANDERS: _("Een andere reden"),
}
BEREID, ONVOLLEDIG = "bereid", "onvolledig"
BESLUITGRONDEN = {
    Weigeringsgrond.ANDERE_SCHOOL.value: _("een andere school past beter"),
    BEREID: _("een andere school past beter en wil het kind toelaten"),
    Weigeringsgrond.SCHOOL_VOL.value: _("er is geen plaats"),
    Weigeringsgrond.GRONDSLAG.value: _("de ouders respecteren de grondslag niet"),
    Weigeringsgrond.ANDERS.value: _("er is een andere reden"),
    ONVOLLEDIG: _("er was te weinig bekend"),
}
"""Why a board said no, within a sentence; that another school is willing only where it said so."""
OUDERGRONDEN = {
    Weigeringsgrond.ANDERE_SCHOOL.value: _("een andere school past beter bij uw kind"),
    BEREID: _("een andere school past beter en wil uw kind toelaten"),
    Weigeringsgrond.GRONDSLAG.value: _("u respecteert de grondslag van de school niet"),
}
HULPNAMEN = {
    Hulpvraag.GEEN: _("Geen extra hulp"),
    Hulpvraag.EXTRA: _("Extra hulp nodig"),
    Hulpvraag.TAAL: _("Alleen hulp bij het leren van Nederlands"),
}
BRIEFTITELS = {
    Briefsoort.ONTVANGST: _("Uw aanmelding van %(kind)s"),
    Briefsoort.AANVULLING: _("Uw aanmelding van %(kind)s: wij missen nog iets"),
    Briefsoort.VERLENGING: _("Uw aanmelding van %(kind)s: meer tijd nodig"),
    Briefsoort.TOEGELATEN: _("%(kind)s is welkom"),
    Briefsoort.GEWEIGERD: _("Besluit over de aanmelding van %(kind)s"),
    Briefsoort.NIET_BEHANDELD: _("Besluit over de aanmelding van %(kind)s"),
    Briefsoort.TIJDELIJK: _("%(kind)s mag tijdelijk naar school"),
    Briefsoort.SCHORSING: _("Schorsing van %(kind)s"),
    Briefsoort.VERWIJDERING: _("Verwijdering van %(kind)s: het besluit"),
    Briefsoort.SCHORSING_TERUG: _("De schorsing van %(kind)s is ingetrokken"),
    Briefsoort.VERWIJDERING_TERUG: _("De verwijdering van %(kind)s is ingetrokken"),
    Briefsoort.VERWIJDERING_BEZWAAR: _("Uw bezwaar over %(kind)s: het besluit"),
    Briefsoort.BEZWAAR: _("Besluit op uw bezwaar over %(kind)s"),
    Briefsoort.ELDERS: _("%(kind)s is ingeschreven op een andere school"),
    Briefsoort.GPO_REACTIE: _("Het oordeel van de geschillencommissie over %(kind)s: wat het bestuur doet"),
}
"""What a letter is called on a page; the letter itself keeps the title it was sent with."""


def brieftitel(soort: Briefsoort, kind: str) -> str:
    """The title of a letter in the language of the page."""
    return str(BRIEFTITELS[soort]) % {"kind": kind}
