"""A parent who asks for the whole file gets the whole of it: every field of every table, or a reason why not.

Each field of a full file is changed, one after another. What a parent takes along must change with it; a field that it
does not say stands in `REDENEN` with the reason, or is one of the kinds that say nothing of a child.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Final

import pytest
from django.db import IntegrityError, connection, models, transaction
from tests.factories.bewaren import maak_vertrokken, vul_dossier
from tests.factories.profielen import OP, School, maak_school

from passend.leerlingen.actions.kluis import kluis
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.leerlingen.permissions import get_inzage, visible_stukken
from passend.leerlingen.queries.bewaren import TABELLEN, rijen_van
from passend.leerlingen.queries.uitvoer import get_dossieruitvoer
from passend.organisaties.models import Bestuurstabel
from passend.overleggen.models import Besluit
from passend.overstap.models import Onderwijskundigrapport
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db]
LATER = OP + timedelta(hours=1)
GETYPT: Final = frozenset(
    {
        *("vastgelegd_op", "gewijzigd_op", "ingevoerd_op", "gemaakt_op", "gepland_op", "toegevoegd_op"),
        *("vingerafdruk", "handelingsdeelsom", "kenmerk", "hash", "volgnummer", "gewone_woorden_merk"),
    }
)
"""When somebody typed something stands in the log, which a parent reads; fingerprints say nothing of a child."""
ADRES = "waar iemand te bereiken is; de ene ouder krijgt dat van de ander niet"
LOGBOEK = "staat in het logboek, dat een ouder leest"
SLEUTEL = "een sleutel of teller van Passend zelf, die niets over het kind zegt"
VORIG: Final = "staat in het dossier zoals het op een dag was, dat een ouder ook meeneemt"
REDENEN: Final[dict[str, str]] = {
    "Aanhouding.begonnen_op": "een klacht is van wie klaagt (WPO 14 lid 9)",
    "Aanhouding.geeindigd_op": "een klacht is van wie klaagt (WPO 14 lid 9)",
    "Aanhouding.reden": "een klacht is van wie klaagt (WPO 14 lid 9)",
    "Aanmeldgebeurtenis.grond": "staat bij het besluit waar hij bij hoort",
    "Aanmeldouder.email": ADRES,
    "Aanmeldouder.telefoon": ADRES,
    "Aanmeldsleutel.ingetrokken_op": SLEUTEL,
    "Aanmeldsleutel.verloopt_op": SLEUTEL,
    "Besluit.versie": SLEUTEL,
    "Burgerservicenummer.geheim": "gaat met geen enkel bestand mee dan dat voor een school (WPO 182)",
    "Dossierstuk.deel": SLEUTEL,
    "Dossierstuk.waarom_ingetrokken": "staat er zodra een stuk is ingetrokken",
    "Leerling.vernietigd_op": "dan is er geen dossier meer om mee te nemen",
    "Noodinzage.gezien_op": LOGBOEK,
    "Noodinzage.op": LOGBOEK,
    "Noodinzage.waarom": "schreef een vervanger voor de directeur, en kan over de meldcode gaan",
    "Onderwijskundigrapport.begonnen_op": LOGBOEK,
    "Onderwijskundigrapport.besluiten": "welke besluiten meegingen, blijkt uit wat er in het rapport staat",
    "Onderwijskundigrapport.huisnummer": ADRES,
    "Onderwijskundigrapport.is_adres_geheim": ADRES,
    "Onderwijskundigrapport.naar_brin": "de code van de school die er met name staat",
    "Onderwijskundigrapport.postcode": ADRES,
    "Onderwijskundigrapport.straat": ADRES,
    "Onderwijskundigrapport.woonplaats": ADRES,
    "Oppversie.begonnen_op": LOGBOEK,
    "Ouderrelatie.email": ADRES,
    "Overlegdeel.versie": SLEUTEL,
    "Overlegdeelnemer.email": ADRES,
    "Overlegdeelnemer.uitgenodigd_op": LOGBOEK,
    "Overlegdeelnemer.uitgenodigd_volgnummer": SLEUTEL,
    "Overstapbestand.geheim": "wat erin staat, staat er in woorden; in het bestand zelf zit het burgerservicenummer",
    "Plan.bron": SLEUTEL,
    "Planregel.onderdeel": SLEUTEL,
    "Planvoorstel.soort": "blijkt uit de tekst van het plan",
    "Rapportbericht.geheim": "een brief aan een ouder; de school laat die aan die ouder zien",
    "Rapporttekst.onderdeel": "nog niet vastgesteld; wat vaststaat, staat in het rapport",
    "Rapporttekst.tekst": "nog niet vastgesteld; wat vaststaat, staat in het rapport",
    "Schoolcontact.achternaam": "van voor het kind leerling was; staat bij de leerling zelf",
    "Schoolcontact.geboren_op": "van voor het kind leerling was; staat bij de leerling zelf",
    "Schoolcontact.voornaam": "van voor het kind leerling was; staat bij de leerling zelf",
    "Schoolcontact.zaak": SLEUTEL,
    "Verwijdergebeurtenis.grond": "heeft alleen een besluit over een aanmelding",
    "Toetsresultaat.waarom_ingetrokken": "staat er zodra een toets is ingetrokken",
    "Zoekwoord.woord": "een woord van de naam, die er heel staat",
    "Vorigegegeven.rij": VORIG,
    "Vorigegegeven.tabel": VORIG,
    "Vorigegegeven.vervangen_op": VORIG,
    "Vorigegegeven.was": VORIG,
    "Vorigfeit.rij": VORIG,
    "Vorigfeit.tabel": VORIG,
    "Vorigfeit.vervangen_op": VORIG,
    "Vorigfeit.was": VORIG,
}


RAPPORT: Final = {
    "geschreven_op": OP.date().isoformat(),
    "onderdelen": [
        {
            "code": "gedrag",
            "wat": "gedrag",
            "grondslag": "BULB 5",
            "teksten": {"huiswerk": "Maakt het af."},
            "rubrieken": [
                {
                    "naam": "planregels",
                    "kop": "Wat er is gedaan",
                    "velden": {"aanpak": "Wat"},
                    "volgorde": ["aanpak"],
                    "regels": [{"aanpak": "Samen lezen"}],
                    "is_doorlopend": False,
                }
            ],
        }
    ],
}


def _ouder(leerling: Leerling) -> Account:
    relatie = Ouderrelatie.objects.filter(leerling=leerling, account__isnull=False).select_related("account").first()
    assert relatie is not None
    assert relatie.account is not None
    return relatie.account


def _heel(account: Account, leerling: Leerling) -> str:
    leerling = Leerling.objects.get(pk=leerling.pk)
    inzage = get_inzage(account, leerling, op=LATER)
    if inzage is None:  # the field decides who is a parent
        return ""
    uitvoer = get_dossieruitvoer(
        leerling=leerling,
        stukken=list(visible_stukken(inzage, leerling)),
        account=account,
        op=LATER,
        klassen=inzage.leesbaar,
        is_heel=inzage.is_heel,
        is_binnen=inzage.is_binnen,
    )
    return json.dumps(uitvoer)


def _zegt_niets(veld: Any) -> bool:
    """True of keys, of what points at another row, of who and when, and of what the reasons name."""
    is_sleutel = veld.primary_key or isinstance(veld, models.UUIDField | models.ForeignKey)
    return is_sleutel or veld.name in GETYPT or f"{veld.model.__name__}.{veld.name}" in REDENEN


def _anders(veld: Any, waarde: Any) -> list[Any]:
    """Other values that the field can have."""
    if veld.choices:
        return [code for code, _naam in veld.choices if code != waarde]
    anders: list[tuple[type[Any], Callable[[], Any]]] = [
        (models.JSONField, lambda: _json(f"{veld.model.__name__}.{veld.name}", waarde)),
        (models.BinaryField, lambda: kluis().encrypt(b"iets anders") if veld.name == "geheim" else b"iets anders"),
        (models.BooleanField, lambda: not waarde),
        (models.DateTimeField, lambda: (waarde or OP) + timedelta(days=1, hours=1)),
        (models.DateField, lambda: (waarde or OP.date()) + timedelta(days=1)),
        (models.Field, lambda: (waarde or 0) + 1),
    ]
    return [next(maak for soort, maak in anders if isinstance(veld, soort))()]


def _json(naam: str, waarde: Any) -> Any:
    anders: dict[str, Any] = {
        "Oppversie.inhoud": lambda: {**waarde, "beginsituatie": {"tekst": "merk", "nummer": 9, "door": "", "op": ""}},
        "Leerlingstem.praatkaarten": lambda: [*waarde, "rust"],
        "Onderwijskundigrapport.inhoud": lambda: json.loads(json.dumps(waarde).replace("Samen lezen", "merk")),
        "Planvoorstel.inhoud": lambda: {**waarde, "doel": "merk"},
    }
    return anders.get(naam, lambda: {"merk": "merk"})()


def _open_wat_vaststaat() -> None:
    """Let rows be changed that the database keeps as they are; with the test itself this is undone."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (naam,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{naam}"')


def _vol(school: School) -> Leerling:
    """A pupil of whom everything is known that can be: the report was set, and the meeting was held."""
    leerling = maak_vertrokken(school)
    vul_dossier(school, leerling)
    Onderwijskundigrapport.objects.filter(leerling=leerling).update(vastgesteld_op=OP, inhoud=RAPPORT)
    Besluit.objects.filter(leerling=leerling).update(wat="Leesgroepje")
    return leerling


def _velden() -> Iterator[tuple[type[Bestuurstabel], Any]]:
    for tabel in TABELLEN:
        yield from ((tabel, veld) for veld in tabel._meta.concrete_fields if not _zegt_niets(veld))


def _is_woorden(veld: Any) -> bool:
    return isinstance(veld, models.CharField | models.TextField) and not veld.choices


def _merk(veld: Any) -> str:
    merk = f"merk {veld.model.__name__}.{veld.name}."
    kort = hashlib.sha256(merk.encode()).hexdigest()
    return merk if len(merk) <= (veld.max_length or len(merk)) else kort[: veld.max_length]


def _zonder_woorden(account: Account, leerling: Leerling) -> list[str]:
    """The fields with words of which a parent does not read what stands in them; all are written over at once."""
    punt = transaction.savepoint_create()
    woorden = [(tabel, veld) for tabel, veld in _velden() if _is_woorden(veld)]
    for tabel in TABELLEN:
        merken = {veld.name: _merk(veld) for van, veld in woorden if van is tabel}
        rij = rijen_van(tabel, [leerling]).order_by("pk").first()
        assert rij is not None, f"vul_dossier has no row of {tabel.__name__}"
        if merken:
            tabel.objects.filter(pk=rij.pk).update(**merken)
    heel = _heel(account, leerling)
    transaction.savepoint_rollback(punt)
    return [f"{tabel.__name__}.{veld.name}" for tabel, veld in woorden if _merk(veld) not in heel]


def _zonder_waarde(account: Account, leerling: Leerling) -> list[str]:
    """The other fields that can be changed while what a parent reads stays the same."""
    eerst, mist = _heel(account, leerling), []
    for tabel, veld in _velden():
        if _is_woorden(veld):
            continue
        rij: Any = rijen_van(tabel, [leerling]).order_by("pk").first()
        for waarde in _anders(veld, getattr(rij, veld.name)):
            punt = transaction.savepoint_create()
            try:
                with transaction.atomic():
                    tabel.objects.filter(pk=rij.pk).update(**{veld.name: waarde})
            except IntegrityError:  # another row has that already
                transaction.savepoint_rollback(punt)
                continue
            if _heel(account, leerling) == eerst:
                mist.append(f"{tabel.__name__}.{veld.name}")
            transaction.savepoint_rollback(punt)
            break
    return mist


def test_every_field_of_a_file_is_in_what_a_parent_takes_along_or_there_is_a_reason() -> None:
    school = maak_school()
    leerling = _vol(school)
    account = _ouder(leerling)
    _open_wat_vaststaat()

    mist = [*_zonder_woorden(account, leerling), *_zonder_waarde(account, leerling)]

    assert not mist, "\n".join(mist)


def test_every_reason_is_about_a_field_that_is_there() -> None:
    velden = {f"{tabel.__name__}.{veld.name}" for tabel in TABELLEN for veld in tabel._meta.concrete_fields}

    assert REDENEN.keys() - velden == set()
