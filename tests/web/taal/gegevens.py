"""What schools, regions and people wrote, as it stands in the database: the only words a page may leave as they are."""

import calendar
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

from passend.begrippen.engels import EENHEDEN, LABELS, PER, WAARDEN
from passend.begrippen.opgave import Invoerinhoud, Invoersoort
from passend.begrippen.opgaveformaat import pak_opgave_uit, pak_uit
from passend.begrippen.soorten import SOORTEN, SOORTGROEPEN
from passend.begrippen.toetsopgave import pak_toetsopgave_uit
from passend.documenten.zetten.aanbodoverzicht import OVERIG
from passend.leerlingen.models import Invoer, Leerling, Ouderrelatie, Toestemming
from passend.organisaties.models import Bestuur, Groep, Samenwerkingsverband, Vestiging
from passend.organisaties.queries import in_bestuur
from passend.overstap.actions.bestand import open_bestand
from passend.overstap.actions.contact import OverstapError
from passend.overstap.models import Overstapbestand
from passend.overstap.queries.overstap import get_schoolnamen
from passend.profielen.models import Inlezing, Vaststellingsstap
from passend.regels.instrumenten import list_instrumenten, list_normschemas
from passend.regels.oppdelen import DELEN
from passend.regels.parameterbestand import load_parameters
from passend.toegang.models import Account, Uitnodiging
from passend.toelating.models import Aanmelding
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.uitgaven import Vorm
from passend.uitwisseling.uwlr.bestand import pak_bestand_uit
from passend.web.weergave import initialen

KAMERS = (
    *("organisaties", "toegang", "profielen", "leerlingen", "volgen", "plannen", "overleggen"),
    *("toelating", "overstap", "kalender"),
)
_MAANDEN = calendar.month_name[1:]
_DAG = rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{{1,2}} (?:{'|'.join(_MAANDEN)}) \d{{4}}"
_TIJD = rf"\d{{1,2}} (?:{'|'.join(maand[:3] for maand in _MAANDEN)})(?: \d{{4}})? \d{{2}}:\d{{2}}"
_DAGMAAND = rf"\d{{1,2}} (?:{'|'.join(maand[:3] for maand in _MAANDEN)})"
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SCHEIDING = re.compile(r"\.{3}|[,:;·|()/“”\"'…•–-]+")
_NUMMER = re.compile(r"^\w\.? ")
_DAG_NL = re.compile(
    r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}\b"
)
# how the documents and the drawing of a school name its parts; a difference between two editions quotes them
_VAN_DE_EDITIE = re.compile(r"\b(?:Actie|Terugblik|In het midden|Dicht bij het kind|Daaromheen|Verder weg|De stappen):")
# what a visitor of the test types comes back on the page, and whom the board destroyed stood on one before
GEZOCHT = ("zzz", "yyy", "kompas", "n@x.example", "Duinmans", "Ot", "Bo", "Sien", "merel@school.example")


ARTIKELEN = ("40 lid 3", "40 lid 4", "40 lid 5 onder a", "40 lid 5 onder b", "40 lid 8", "63 lid 2")


class Gegevens:
    """Names, which are the same in every language, and everything that was written, which is Dutch."""

    def __init__(self) -> None:
        with in_bestuur(*Bestuur.objects.values_list("pk", flat=True)):
            self._verzamel()

    def _verzamel(self) -> None:
        geschreven = {_effen(tekst).casefold() for tekst in _alle_teksten()}
        self._geschreven = "\n".join(sorted(geschreven))
        namen = sorted({naam for naam in _namen() if _LETTERS.search(naam)}, key=len, reverse=True)
        vast = "|".join(re.escape(_effen(naam)) for naam in namen)
        self._namen = re.compile(rf"{_DAG}|{_TIJD}|{_DAGMAAND}(?!\w)|(?<!\w)(?:{vast})(?!\w)")

    def rest_buiten_namen(self, tekst: str) -> str:
        """What is left of a text on the page without names, days and the English words for kinds of support."""
        rest = self._namen.sub(" ", tekst)
        return " ".join(rest.split()) if _LETTERS.search(rest) else ""

    def rest_buiten_geschreven(self, tekst: str) -> str:
        """What is left of a Dutch passage without what somebody wrote."""
        if _effen(tekst).casefold() in self._geschreven:
            return ""
        rest = self.rest_buiten_namen(_VAN_DE_EDITIE.sub("|", _DAG_NL.sub(" ", tekst)))
        delen = {_NUMMER.sub("", _effen(deel).casefold()) for deel in _SCHEIDING.split(rest)}
        return ", ".join(sorted(deel for deel in delen if _LETTERS.search(deel) and deel not in self._geschreven))


def _effen(tekst: str) -> str:
    return " ".join(tekst.split())


def _alle_teksten() -> Iterator[str]:
    for bestand in ("bewaartermijnen", "opp", "toelating", "bezwaar", "schorsing"):
        for parameter in load_parameters(bestand).values():
            yield from (str(waarde.vindplaats) for waarde in parameter.waarden)
    yield from (str(deel.vindplaats) for deel in DELEN if deel.vindplaats)
    yield from (f"WPO artikel {artikel}" for artikel in ARTIKELEN)
    yield from (
        f"WPO artikel {artikel}" for artikel in ("40a lid 1", "40a lid 2", "40a lid 6", "40a lid 7 en lid 8 onder c")
    )
    yield from _uit_overstap()
    for kamer in KAMERS:
        for model in apps.get_app_config(kamer).get_models():
            kolommen = [
                kolom.name
                for kolom in model._meta.local_fields
                if isinstance(kolom, models.CharField | models.TextField | models.JSONField)
            ]
            for rij in model._default_manager.values_list(*kolommen):
                yield from _bladeren(rij)


def _bladeren(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
        yield waarde.replace("_", " ")
    elif isinstance(waarde, dict):
        yield from _bladeren(list(waarde.values()))
    elif isinstance(waarde, list | tuple):
        for deel in waarde:
            yield from _bladeren(deel)


def _uit_bestanden() -> Iterator[str]:
    """What somebody wrote in a file about pupils that waits to be carried out."""
    yield from ("EDEXML", "UWLR", "CSV", "XLSX")
    for invoer in Invoer.objects.all():
        yield invoer.bestandsnaam
        if invoer.inhoud == Invoerinhoud.TOETSRESULTATEN:
            yield from _uit_toetsen(invoer)
            continue
        if invoer.tabel:
            yield from _uit_tabel(bytes(invoer.tabel))
        if invoer.opgave:
            opgave = pak_opgave_uit(bytes(invoer.opgave))
            yield from (een.naam for een in (*opgave.leerlingen, *opgave.leerkrachten))
            yield from (een.wie for een in opgave.weigeringen)
            yield from (ouder.naam for een in opgave.leerlingen for ouder in een.ouders or ())


def _uit_overstap() -> Iterator[str]:
    """What another school wrote about a pupil in a file that waits, and what it becomes in the file here."""
    for bestand in Overstapbestand.objects.filter(vorm="oso", vestiging__brin="99AA"):
        with suppress(OverstapError):  # a row of a pupil who is to be destroyed holds no file
            opgave = maak_opgave(lees_oso(open_bestand(bestand)), get_schoolnamen())
            yield f"{opgave.voornaam} {opgave.achternaam}"
            yield from _bladeren(asdict(opgave))


def _uit_tabel(inhoud: bytes) -> Iterator[str]:
    koppen, rijen, *_rest = pak_uit(inhoud)
    yield from koppen
    for kolom in zip(*(cellen for _regel, cellen in rijen), strict=True):
        yield from (*kolom, ", ".join(list(dict.fromkeys(filter(None, kolom)))[:3]))


def _uit_toetsen(invoer: Invoer) -> Iterator[str]:
    if invoer.tabel and invoer.soort == Invoersoort.UWLR:
        yield from (een.naam for een in pak_bestand_uit(bytes(invoer.tabel)).toetsen.values())
    elif invoer.tabel:
        yield from _uit_tabel(bytes(invoer.tabel))
    if invoer.opgave:
        opgave = pak_toetsopgave_uit(bytes(invoer.opgave))
        yield from (een.naam for een in opgave.regels)
        yield from (een.wie for een in opgave.weigeringen)


def _namen() -> Iterator[str]:
    yield from (instrument.naam for instrument in list_instrumenten().values())
    yield from (naam for schema in list_normschemas().values() for naam, _vanaf in schema.niveaus)
    yield from ("Passend", "FTE", "PDF", "English", "Nederlands", *GEZOCHT)
    yield from Uitnodiging.objects.values_list("email", flat=True)
    yield from (vorm.bestandsnaam for vorm in Vorm)
    yield from (soort.label_en for soort in (*SOORTEN, *SOORTGROEPEN, OVERIG))
    yield from (*LABELS.values(), *WAARDEN.values(), *PER.values())
    yield from (woord for een in EENHEDEN.values() for woord in een)
    for verband in Samenwerkingsverband.objects.all():
        yield from (verband.naam, str(verband))
    for bestuur in Bestuur.objects.all():
        yield from (bestuur.naam, str(bestuur))
    for school in Vestiging.objects.all():
        yield from (school.naam, school.adres, school.postcode, school.plaats, school.telefoon, school.email)
        yield from (school.code, school.website, school.website.split("://")[-1])
    for account in Account.objects.all():
        yield from (str(account), account.first_name, account.username, initialen(str(account)))
    yield from Inlezing.objects.values_list("bestandsnaam", flat=True)
    yield from _uit_bestanden()
    yield from Vaststellingsstap.objects.values_list("documentnaam", flat=True)
    for leerling in Leerling.objects.all():
        yield from (str(leerling), leerling.voornaam)
    for aanmelding in Aanmelding.objects.all():
        yield from (str(aanmelding), aanmelding.voornaam)
    yield from Groep.objects.values_list("naam", flat=True)
    for ouder in Ouderrelatie.objects.all():
        yield from (ouder.naam, ouder.email)
    yield from Toestemming.objects.values_list("email", flat=True)
    yield from (naam for _code, naam in settings.LANGUAGES)
