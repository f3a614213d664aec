"""The parts of a file that are no piece of it, such as a plan or a meeting, and what parents say of each.

A part is one or more lines of what goes along with the file, so that whatever a room keeps of a pupil is a part without
more ado: its key says of which section and which row it is, as `plannen:12`. What a parent says of it is kept at a
piece that holds the words of the part as they were then (AVG 16).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import F
from django.utils import timezone, translation

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Dossierstuk, Groepsplaatsing, Leerling, Zienswijze
from passend.leerlingen.queries.leerlingen import list_ouders
from passend.leerlingen.queries.uitvoer import list_alle_rubrieken
from passend.regels.dossierwoorden import in_woorden

GEGEVENS = "gegevens"
LANGSTE_TITEL = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierdeel:
    """A part of a file as it is now: what it is called, under which heading, and what it says.

    `klasse` is care as soon as a word of it is of that class; `uitgelicht` are the lines that tell it from its like.
    """

    sleutel: str
    kop: str
    titel: str
    tekst: str
    klasse: Vertrouwelijkheid
    uitgelicht: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelbeeld:
    """What parents said of a part, and the piece at which it stands."""

    stuk: Dossierstuk
    zienswijzen: list[Zienswijze]


def list_delen(*, leerling: Leerling, klassen: Collection[Vertrouwelijkheid], peildatum: date) -> list[Dossierdeel]:
    """Every part that may be read with these classes, under the headings of the file; of each the newest first."""
    with translation.override(settings.LANGUAGE_CODE):  # it is kept, and so in the language of the file
        alles = [_gegevens(leerling, peildatum), *list_alle_rubrieken(leerling, klassen)]
        gewoon = list_alle_rubrieken(leerling, {Vertrouwelijkheid.GEWOON})  # who has authority, a teacher does not read
    teksten, ook_gewoon = _teksten(alles), _teksten(gewoon)
    onder: dict[str, list[tuple[date, Dossierdeel]]] = defaultdict(list)
    for rubriek in alles:
        uitgelicht = _uitgelicht(rubriek)
        for sleutel, titel in rubriek.titels.items():
            if not (tekst := teksten.get(sleutel)):
                continue
            is_gewoon = ook_gewoon.get(sleutel) == tekst
            deel = Dossierdeel(
                sleutel=sleutel,
                kop=rubriek.deelkop or rubriek.kop,
                titel=titel[:LANGSTE_TITEL],
                tekst=tekst,
                klasse=Vertrouwelijkheid.GEWOON if is_gewoon else Vertrouwelijkheid.ZORG,
                uitgelicht=uitgelicht.get(sleutel, ()),
            )
            onder[deel.kop].append((rubriek.dagen.get(sleutel, date.min), deel))
    return [deel for delen in onder.values() for _dag, deel in sorted(delen, key=lambda paar: paar[0], reverse=True)]


def get_deel(
    *, leerling: Leerling, klassen: Collection[Vertrouwelijkheid], sleutel: str, peildatum: date
) -> Dossierdeel | None:
    """One part; None when it is not there, or may not be read with these classes."""
    delen = list_delen(leerling=leerling, klassen=klassen, peildatum=peildatum)
    return next((een for een in delen if een.sleutel == sleutel), None)


def get_deelstuk(*, leerling: Leerling, sleutel: str) -> Dossierstuk | None:
    """The piece at which stands what parents said of a part; None when nobody said anything."""
    return Dossierstuk.objects.filter(leerling=leerling, deel=sleutel, ingetrokken_op__isnull=True).first()


def list_deelbeelden(*, stukken: Iterable[Dossierstuk]) -> dict[str, Deelbeeld]:
    """What parents said, by the key of the part; of the pieces that may be read."""
    van_deel = {een.pk: een for een in stukken if een.deel and een.ingetrokken_op is None}
    if not van_deel:
        return {}
    zienswijzen: dict[int, list[Zienswijze]] = defaultdict(list)
    for een in Zienswijze.objects.filter(stuk__in=van_deel, stuk__bestuur=F("bestuur")).select_related("ouder"):
        zienswijzen[een.stuk_id].append(een)
    return {stuk.deel: Deelbeeld(stuk=stuk, zienswijzen=zienswijzen[pk]) for pk, stuk in van_deel.items()}


def _gegevens(leerling: Leerling, peildatum: date) -> Rubriek:
    """What the school registered of the child: the name, the days, the groups, and who its parents are."""
    plaatsingen = Groepsplaatsing.objects.filter(leerling=leerling, groep__bestuur=leerling.bestuur_id)
    groepen = [
        f"{een.groep.schooljaar}: {een.groep.naam}"
        for een in plaatsingen.select_related("groep").order_by("geldig_van", "pk")
    ]
    ouders = [
        f"{ouder.naam} ({'gezag' if ouder.heeft_gezag else 'geen gezag'})"
        for ouder in list_ouders(leerling=leerling, peildatum=peildatum)
    ]
    sleutel = f"{GEGEVENS}:{leerling.pk}"
    weg = leerling.uitgeschreven_op
    return Rubriek(
        naam=GEGEVENS,
        kop="Gegevens",
        velden={
            "voornaam": "Voornaam",
            "achternaam": "Achternaam",
            "geboren_op": "Geboren op",
            "ingeschreven_op": "Ingeschreven op",
            "uitgeschreven_op": "Uitgeschreven op",
            "groepen": "Groepen",
            "ouders": "Ouders",
        },
        regels=[
            {
                "voornaam": leerling.voornaam,
                "achternaam": leerling.achternaam,
                "geboren_op": leerling.geboren_op.isoformat(),
                "ingeschreven_op": leerling.ingeschreven_op.isoformat(),
                "uitgeschreven_op": weg.isoformat() if weg else None,
                "groepen": ", ".join(groepen),
                "ouders": ", ".join(ouders),
            }
        ],
        sleutels=[sleutel],
        titels={sleutel: "Gegevens van het kind en de ouders"},
    )


def _teksten(rubrieken: Iterable[Rubriek]) -> Mapping[str, str]:
    """What each part says: all its lines, each value behind what it is; what lines begin with alike only once."""
    regels: dict[str, list[str]] = defaultdict(list)
    vorige: dict[str, tuple[tuple[str, str], ...]] = {}
    for rubriek in rubrieken:
        verder = set(vorige)  # parts that said something in a section before: the next one has its heading above it
        velden = [veld for veld in rubriek.velden if veld not in rubriek.buiten_deel]
        for sleutel, gezegd in _gezegd(rubriek, velden):
            regels[sleutel] += ["", rubriek.kop] if sleutel in verder else []
            regels[sleutel] += [_als_regel(label, tekst) for label, tekst in _anders(gezegd, vorige.get(sleutel, ()))]
            vorige[sleutel] = gezegd
            verder.discard(sleutel)
    return {sleutel: "\n".join(woorden) for sleutel, woorden in regels.items()}


def _anders(gezegd: Sequence[tuple[str, str]], vorige: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """A line without what it begins with in the same words as the line before: of which day and which part it is."""
    paren = zip(gezegd, vorige, strict=False)
    gelijk = next((nummer for nummer, (nu, eerst) in enumerate(paren) if nu != eerst), min(len(gezegd), len(vorige)))
    return gezegd[gelijk:] or gezegd


def _uitgelicht(rubriek: Rubriek) -> dict[str, tuple[tuple[str, str], ...]]:
    """Of each part the first of its lines, as far as it tells that part from others of the same name."""
    gevonden: dict[str, tuple[tuple[str, str], ...]] = {}
    for sleutel, gezegd in _gezegd(rubriek, rubriek.uitgelicht):
        gevonden.setdefault(sleutel, gezegd)
    return gevonden


def _gezegd(rubriek: Rubriek, velden: Iterable[str]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Of each line that belongs to a part the key of that part, and its values that are not empty with their names."""
    for sleutel, regel in zip(rubriek.sleutels, rubriek.regels, strict=bool(rubriek.sleutels)):
        teksten = {veld: _als_tekst(in_woorden(rubriek.naam, veld, regel.get(veld))) for veld in velden}
        if sleutel:
            yield sleutel, tuple((rubriek.velden[veld], tekst) for veld, tekst in teksten.items() if tekst)


def _als_regel(label: str, tekst: str) -> str:
    return f"{label} {tekst}" if label.endswith("?") else f"{label}: {tekst}"


def _als_tekst(waarde: object) -> str:
    """A value as a person reads it: a day as they write it, and yes or no."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int | float):
        return f"{waarde:g}".replace(".", ",")
    tekst = "" if waarde is None else str(waarde)
    try:
        moment = datetime.fromisoformat(tekst)
    except ValueError:
        return tekst
    if moment.tzinfo is None:
        return f"{moment:%d-%m-%Y}"
    moment = timezone.localtime(moment)
    return f"{moment:%d-%m-%Y}, {moment.hour}.{moment:%M} uur"
