"""Who may open or send what: every address, every role, every method. An address without a row here fails."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import adres, bestand, maak_regio, meld_aan
from tests.factories.profielen import maak_profiel
from tests.factories.toegang import SINDS, maak_account
from tests.web.grenzen.rij import (
    ANDERS,
    COLLEGAS,
    DOOR,
    FOUT_IN_FORMULIER,
    GASTEN,
    NEE,
    OK,
    SCHOOL,
    WEG,
    Rij,
)
from tests.web.grenzen.wereld import Wereld, alles, maak_wereld, zonder_logboek

from passend.begrippen.rollen import Rolsoort
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account
from passend.toegang.queries import list_rollen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]

METHODEN = ("GET", "POST")
ZELDEN = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")  # of three people only: they are refused alike


def _namen(patronen: list[URLPattern | URLResolver]) -> Iterator[str | None]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            yield from _namen(patroon.url_patterns)
        else:
            yield patroon.name


def _verwacht(rij: Rij, wie: str, methode: str) -> int:
    """What the row says; strangers sign in first, and people of elsewhere are refused before anything is looked up."""
    if rij.alles is not None or (wie == "vreemde" and "vreemde" not in rij.lezen | rij.sturen):
        return rij.alles or DOOR
    if wie == "gast_buiten":  # who comes for a child elsewhere is led to that child, as every parent is
        wie = "ouder" if "ouder" in rij.door and rij.binnen is None else "buiten"
    if rij.van_school and wie in COLLEGAS:
        wie = "leerkracht"
    if (rij.van_school and wie not in SCHOOL) or (rij.binnen is not None and wie not in rij.binnen):
        return NEE
    if wie in rij.door:
        return DOOR if methode in {"GET", "HEAD"} else ANDERS
    mogen, goed = (rij.lezen, rij.gelezen) if methode in {"GET", "HEAD"} else (rij.sturen, rij.gestuurd)
    if methode not in {"GET", "HEAD", "POST"} or not mogen:
        return ANDERS
    geweigerd = WEG if wie in rij.weg else NEE
    return goed if wie in mogen else geweigerd


def _stuur(client: Client, methode: str, pad: str, rij: Rij) -> int:
    """Send one request, and put the world back as it was; also how often somebody asked, for the clock stands still."""
    cache.clear()
    with transaction.atomic():
        vraag = {"query_params": rij.velden} if methode in {"GET", "HEAD"} else {}
        antwoord = client.post(pad, rij.velden) if methode == "POST" else client.generic(methode, pad, **vraag)
        status: int = antwoord.status_code
        transaction.set_rollback(True)
    return status


WIE: dict[str, tuple[str, Callable[[Wereld], Account | None]]] = {
    **{f"own {soort}": (soort, lambda w, soort=soort: getattr(w.regio.eigen, soort)) for soort in sorted(SCHOOL)},
    **{f"own {wie}": (wie, lambda w, wie=wie: w.mensen[wie]) for wie in sorted(GASTEN | COLLEGAS)},
    "directeur of a school of the same board": ("buiten", lambda w: w.regio.buur.directeur),
    "intern_begeleider of a school of the same board": ("buiten", lambda w: w.regio.buur.intern_begeleider),
    "mr_lid of a school of the same board": ("buiten", lambda w: w.regio.buur.mr_lid),
    "leerkracht of a school of the same board": ("buiten", lambda w: w.regio.buur.leerkracht),
    "ouder of a school of the same board": ("gast_buiten", lambda w: maak_gezin(w.regio.buur, "8").ouder),
    "deskundige of a school of the same board": ("gast_buiten", lambda w: maak_gezin(w.regio.buur, "8").deskundige),
    "intern_begeleider of another board": ("buiten", lambda w: w.regio.ander.intern_begeleider),
    "mr_lid of another board": ("buiten", lambda w: w.regio.ander.mr_lid),
    "ouder of another board": ("gast_buiten", lambda w: maak_gezin(w.regio.ander, "8").ouder),
    "deskundige of another board": ("gast_buiten", lambda w: maak_gezin(w.regio.ander, "8").deskundige),
    "leerkracht of another board": ("buiten", lambda w: w.regio.ander.leerkracht),
    "directeur of another board": ("buiten", lambda w: w.regio.ander.directeur),
    "bestuurder of another board": ("buiten", lambda w: w.regio.ander.bestuurder),
    "beheerder of another board": ("buiten", lambda w: w.regio.ander.beheerder),
    "adviseur of another samenwerkingsverband": ("adviseur_elders", lambda w: w.regio.ver.adviseur),
    "somebody without a role": ("buiten", lambda _w: maak_account()),
    "anonymous": ("vreemde", lambda _w: None),
}
MEEST_EN_MINST = ("own directeur", "directeur of another board", "anonymous")


def test_every_address_has_a_row() -> None:
    namen = list(_namen(get_resolver().url_patterns))

    assert None not in namen
    assert sorted(namen, key=str) == sorted(maak_wereld().rijen)


@pytest.mark.parametrize("wie", WIE)
def test_every_address_answers_every_role_as_its_row_says(wie: str) -> None:
    wereld = maak_wereld()
    rol, zoek = WIE[wie]
    account = zoek(wereld)
    client = meld_aan(account, raise_request_exception=False)
    vooraf = alles()

    anders = {}
    for naam, rij in wereld.rijen.items():
        pad = reverse(naam, kwargs=rij.waarden or None)
        for methode in METHODEN + (ZELDEN if wie in MEEST_EN_MINST else ()):
            verwacht, status = _verwacht(rij, rol, methode), _stuur(client, methode, pad, rij)
            if naam in {"afmelden", "overal_afmelden"} and methode == "POST":
                client = meld_aan(account, raise_request_exception=False)
            if status != verwacht:
                anders[f"{methode} {naam}"] = f"{status} instead of {verwacht}"

    assert anders == {}
    assert {tabel: rijen for tabel, rijen in alles().items() if tabel != "Account"} == {
        tabel: rijen for tabel, rijen in vooraf.items() if tabel != "Account"
    }


@pytest.mark.parametrize(
    "wie", ["directeur of another board", "adviseur of another samenwerkingsverband", "anonymous", "own leerkracht"]
)
def test_refused_request_stores_nothing(wie: str) -> None:
    wereld = maak_wereld()
    rol, account = WIE[wie]
    client = meld_aan(account(wereld))
    geweigerd = {
        naam: rij for naam, rij in wereld.rijen.items() if rij.sturen and rol not in rij.sturen and rij.van_school
    }
    vooraf = zonder_logboek()

    for naam, rij in geweigerd.items():
        client.post(reverse(naam, kwargs=rij.waarden), rij.velden)

    assert len(geweigerd) >= 15
    assert zonder_logboek() == vooraf


@pytest.mark.parametrize("dagen", [(-30, -1), (1, None)], ids=["ended yesterday", "begins tomorrow"])
def test_role_counts_only_in_its_period(dagen: tuple[int, int | None], vaste_tijd: Any) -> None:
    school = maak_regio().eigen
    van, tot = dagen
    account = maak_account()
    rol = grant_rol(account=account, soort=Rolsoort.DIRECTEUR, bij=school.vestiging, geldig_van=SINDS)
    client, vandaag = meld_aan(account), vaste_tijd.date()
    assert client.get(adres("profiel", school)).status_code == OK

    rol.geldig_van = vandaag + timedelta(days=van)
    rol.geldig_tot_en_met = vandaag + timedelta(days=tot) if tot is not None else None
    rol.save()

    assert client.get(adres("profiel", school)).status_code == NEE
    assert not list_rollen(account=account, peildatum=vandaag).exists()


def test_account_that_was_closed_is_signed_out_at_once() -> None:
    school = maak_regio().eigen
    client = meld_aan(school.directeur)
    assert client.get(adres("profiel", school)).status_code == OK

    school.directeur.is_active = False
    school.directeur.save()

    assert client.get(adres("profiel", school)).status_code == DOOR


@pytest.mark.parametrize("naam", ["nakijken", "bladzijde", "antwoord", "opslaan", "inlezing_weg"])
def test_document_of_another_school_is_as_absent_as_one_that_never_was(naam: str) -> None:
    wereld = maak_wereld()
    regio, rij = wereld.regio, wereld.rijen[naam]
    client = meld_aan(regio.ander.directeur)
    nummer = {key: waarde for key, waarde in rij.waarden.items() if key == "nummer"}

    def vraag(pk: int) -> tuple[int, bytes]:
        pad = adres(naam, regio.ander, pk=pk, **nummer)
        antwoord = client.post(pad, rij.velden) if rij.sturen else client.get(pad)
        return antwoord.status_code, antwoord.content.replace(pad.encode(), b"")

    (van_ander, bladzijde), (nooit, zelfde) = vraag(int(rij.waarden["pk"])), vraag(999_999)

    assert (van_ander, nooit) == (WEG, WEG)
    assert _zonder_sleutel(bladzijde) == _zonder_sleutel(zelfde)


def _zonder_sleutel(pagina: bytes) -> bytes:
    """Without the form key, which is another one in every answer."""
    return b"".join(
        regel for regel in pagina.splitlines() if b"csrfmiddlewaretoken" not in regel and b"X-CSRFToken" not in regel
    )


def test_refusal_is_the_same_whether_or_not_the_school_has_anything() -> None:
    regio = maak_regio()
    maak_profiel(regio.eigen)
    client = meld_aan(regio.ver.directeur)

    gevuld = {naam: client.get(adres(naam, regio.eigen)) for naam in ("profiel", "team", "doelen", "documenten")}
    leeg = {naam: client.get(adres(naam, regio.buur)) for naam in gevuld}

    assert {naam: antwoord.status_code for naam, antwoord in {**gevuld, **leeg}.items()} == dict.fromkeys(gevuld, NEE)
    assert b"De Wilgenboom" not in gevuld["profiel"].content
    assert [gevuld[naam].status_code == leeg[naam].status_code for naam in gevuld] == [True] * 4


def test_template_of_another_region_is_as_absent_as_one_that_never_was() -> None:
    regio = maak_regio()
    client = meld_aan(regio.ver.adviseur)

    van_ander = client.get(reverse("sjabloon", kwargs={"pk": regio.eigen.sjabloon.pk}))
    nooit = client.get(reverse("sjabloon", kwargs={"pk": 999_999}))

    assert (van_ander.status_code, nooit.status_code) == (WEG, WEG)


def test_goal_and_evidence_of_another_school_cannot_be_touched_through_ones_own() -> None:
    wereld = maak_wereld()
    regio = wereld.regio
    maak_profiel(regio.ander)
    client, vooraf = meld_aan(regio.ander.directeur), alles()

    for naam in ("doel_evaluatie", "onderbouwing_weg"):
        client.post(adres(naam, regio.ander), wereld.rijen[naam].velden)

    assert alles() == vooraf


def test_file_in_the_wrong_field_is_no_file() -> None:
    school = maak_regio().eigen

    antwoord = meld_aan(school.directeur).post(adres("inleveren", school), {"iets": bestand(b"x")})

    assert antwoord.status_code == FOUT_IN_FORMULIER
