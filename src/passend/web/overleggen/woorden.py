"""What the sheet of a meeting says in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from passend.begrippen.overleg import Deelnemerrol, Deelsoort, Overlegsoort, Overlegstand
from passend.overleggen.queries.blad import Overlegdeel
from passend.overleggen.queries.overleggen import Overlegdeelnemer

KOPPEN: dict[str, Promise] = {
    Deelsoort.VRAAG: _("Wat is de vraag?"),
    Deelsoort.BEKEND: _("Wat is bekend?"),
    Deelsoort.GEPROBEERD: _("Wat is geprobeerd, en wat hielp het?"),
    Deelsoort.KIND: _("Wat vindt het kind?"),
    Deelsoort.OUDERS: _("Wat vinden de ouders?"),
    Deelsoort.DOELEN: _("Waar willen we naartoe?"),
    Deelsoort.GROEP: _("Hoe gaat het met de groep?"),
}
SOORTNAMEN: dict[str, Promise] = {
    Overlegsoort.MDO: _("MDO"),
    Overlegsoort.LEERLINGBESPREKING: _("Leerlingbespreking"),
    Overlegsoort.GROEPSBESPREKING: _("Groepsbespreking"),
}
STANDNAMEN: dict[str, Promise] = {
    Overlegstand.GEPLAND: _("gepland"),
    Overlegstand.GEHOUDEN: _("gehouden, nog niet gesloten"),
    Overlegstand.GESLOTEN: _("gesloten"),
    Overlegstand.AFGEZEGD: _("afgezegd"),
}
ROLNAMEN: dict[str, Promise] = {
    Deelnemerrol.OUDER: _("ouder"),
    Deelnemerrol.LEERLING: _("leerling"),
    Deelnemerrol.LEERKRACHT: _("leerkracht"),
    Deelnemerrol.INTERN_BEGELEIDER: _("intern begeleider"),
    Deelnemerrol.DIRECTEUR: _("directeur"),
    Deelnemerrol.ADVISEUR: _("adviseur passend onderwijs"),
    Deelnemerrol.SCHOOLMAATSCHAPPELIJK_WERK: _("schoolmaatschappelijk werk"),
    Deelnemerrol.JEUGDARTS: _("jeugdarts of jeugdverpleegkundige"),
    Deelnemerrol.LEERPLICHT: _("leerplicht"),
    Deelnemerrol.JEUGDHULP: _("jeugdhulp"),
    Deelnemerrol.ANDERS: _("iemand anders"),
}


def kop_van(deel: Overlegdeel) -> str:
    """What stands above a part: a question, to a parent by name; of a group the name of the pupil."""
    if deel.ouder is not None:
        return _("Wat vindt %(naam)s?") % {"naam": deel.ouder.naam}
    return str(KOPPEN.get(deel.soort, deel.leerling))


def aanwezigheid(deelnemer: Overlegdeelnemer) -> Promise:
    """Whether somebody was there, as far as anybody said so; who was asked may not have come."""
    if deelnemer.is_aanwezig is not None:
        return _("aanwezig") if deelnemer.is_aanwezig else _("afwezig")
    return _("genodigd") if deelnemer.uitgenodigd_op else _("niet ingevuld")
