"""Visits to pages: somebody at a screen, what a page says, and a document that is handed in."""

import hashlib
import html
import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielformaat import lezing_als_dict
from passend.documenten.lezen import read_document
from passend.documenten.lezen.weergave import als_blokken
from passend.profielen.actions.inlezingen import Ingeleverd, add_inlezing
from passend.profielen.models import Inlezing, Onderdeel, Ondersteuningsprofiel
from passend.toegang.models import Account
from passend.uitwisseling.sop.reader import read_profiel

VOORBEELDEN = Path(__file__).resolve().parents[1] / "samples"
TWIJFEL = "wilgenboom-layout.txt"  # some rows of it are doubtful
ZEKER = "wilgenboom-rooster.docx"  # nothing of it is
HTMX = {"HX-Request": "true"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regio:
    """A school, a neighbour of the same board, one of another board, and one of another samenwerkingsverband."""

    eigen: School
    buur: School
    ander: School
    ver: School


def maak_regio() -> Regio:
    """Four schools around a boundary each."""
    verband = maak_samenwerkingsverband("PO9901")
    bestuur = maak_bestuur(verband, "99001")
    return Regio(
        eigen=maak_school(bestuur, brin="99AA", naam="De Wilgenboom"),
        buur=maak_school(bestuur, brin="99AB", naam="De Kiem"),
        ander=maak_school(maak_bestuur(verband, "99002"), brin="99AC", naam="Het Duinpad"),
        ver=maak_school(maak_bestuur(maak_samenwerkingsverband("PO9902"), "99003"), brin="99AD", naam="Het Kompas"),
    )


def meld_aan(account: Account | None, **opties: Any) -> Client:
    """A browser of somebody who is signed in, second step and all; of a stranger when there is nobody."""
    client = Client(**opties)
    if account is not None:
        client.force_login(account)
        zet_tweede_stap(client, account)
    return client


def zet_tweede_stap(client: Client, account: Account) -> None:
    """Say in the session that the second step was taken, long ago, and that they looked at a page just now."""
    sessie = client.session
    sessie["begonnen_op"] = sessie["gezien_op"] = timezone.now().timestamp()
    sessie["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    sessie["account_authentication_methods_user"] = str(account.pk)
    sessie.save()


def adres(naam: str, school: School, **waarden: str | int) -> str:
    """The address of a page of a school."""
    return reverse(naam, kwargs={"code": school.vestiging.code, **waarden})


def tekst(antwoord: Any) -> str:
    """What somebody reads: the words of a page on one line, without its marks."""
    kaal = re.sub(r"<(script|style|template)\b.*?</\1>|<[^>]+>", " ", antwoord.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(kaal).split())


def inhoud_van(antwoord: Any) -> str:
    """The words of the middle of a page, without its frame."""
    midden = re.search(r"<main\b.*?</main>", antwoord.content.decode(), flags=re.DOTALL)
    assert midden is not None, "the page has no main part"
    kaal = re.sub(r"<(script|style|template)\b.*?</\1>|<[^>]+>", " ", midden[0], flags=re.DOTALL)
    return " ".join(html.unescape(kaal).split())


def bestand(inhoud: bytes, naam: str = "") -> SimpleUploadedFile:
    """A file as a browser sends it; without a name of its own it is called what it is."""
    einde = next((einde for begin, einde in ((b"%PDF", "pdf"), (b"PK", "docx")) if inhoud.startswith(begin)), "txt")
    return SimpleUploadedFile(naam or f"profiel.{einde}", inhoud)


def voorbeeld(naam: str) -> bytes:
    """The bytes of a sample."""
    return (VOORBEELDEN / naam).read_bytes()


@cache
def _gelezen(naam: str) -> tuple[dict[str, Any], dict[str, Any]]:
    document = read_document(voorbeeld(naam), naam)
    return lezing_als_dict(read_profiel(document, load_sjablonen(), OP.date())), als_blokken(document)


def maak_inlezing(school: School, naam: str = TWIJFEL) -> Inlezing:
    """A sample that was read and waits to be checked."""
    inhoud, (lezing, document) = voorbeeld(naam), deepcopy(_gelezen(naam))
    sha256 = hashlib.sha256(inhoud).hexdigest()
    ingeleverd = Ingeleverd(naam=naam, sha256=sha256, bestand=inhoud, lezing=lezing, document=document)
    return add_inlezing(actor=school.directeur, vestiging=school.vestiging, ingeleverd=ingeleverd, op=OP)[0]


def onderdeel(profiel: Ondersteuningsprofiel, sleutel: str) -> Onderdeel:
    """An element as it is stored now, also when it was taken away."""
    return profiel.onderdelen.get(sleutel=sleutel)
