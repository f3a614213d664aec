"""What is seen of a pupil leaves a line: each address that can be read says which, or why it needs none."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import meld_aan
from tests.factories.profielen import OP
from tests.web.grenzen.leeslog import REGELS, Elders, Geen, Lijn
from tests.web.grenzen.rij import Rij
from tests.web.grenzen.wereld import Wereld, maak_wereld

from passend.overleggen.models import Overlegdeel
from passend.toegang.models import Account, Installatieregel, Logregel
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.models import Aanmelding
from passend.web.toelating.ouderzicht import SESSIE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
EERST = ("directeur", "intern_begeleider", "leerkracht", "ouder", "bestuurder", "adviseur")
WEB = Path(__file__).resolve().parents[1]


def _is_te_lezen(rij: Rij) -> bool:
    return bool(rij.lezen) or rij.alles is not None


def _wie(wereld: Wereld, naam: str, rij: Rij) -> Account | None:
    """Somebody who comes in there; parents on the page that is theirs, and nobody where that is enough."""
    if naam == "kinderen":
        return wereld.gezin.ouder
    soort = next((een for een in EERST if een in rij.lezen and een not in rij.door), "")
    mensen: dict[str, Account] = {**wereld.mensen, **{een: getattr(wereld.regio.eigen, een, None) for een in EERST[:3]}}
    return mensen.get(soort) or getattr(wereld.regio.eigen, soort, None)


def _sleutel(wereld: Wereld) -> str:
    """What the school of this world gives the parents of a registration to follow it."""
    aanmelding = Aanmelding.objects.get(sleutel=wereld.rijen["aanmelding"].waarden["zaak"])
    return create_sleutel(actor=wereld.regio.eigen.directeur, aanmelding=aanmelding, op=OP)


def _regels(client: Client, naam: str, rij: Rij, vraag: dict[str, str]) -> list[tuple[str, str, str]]:
    """The lines that one look leaves; the world is put back as it was."""
    with transaction.atomic():
        vooraf = {tabel: tabel.objects.count() for tabel in (Logregel, Installatieregel)}
        client.get(reverse(naam, kwargs=rij.waarden or None), {**rij.velden, **vraag})
        nieuw = [regel for tabel, aantal in vooraf.items() for regel in tabel.objects.order_by("pk")[aantal:]]
        gevonden = sorted({(een.handeling, een.onderwerp.split(":")[0], een.soort) for een in nieuw})
        transaction.set_rollback(True)
    return gevonden


def test_every_address_that_can_be_read_says_what_it_leaves_in_the_log() -> None:
    te_lezen = {naam for naam, rij in maak_wereld().rijen.items() if _is_te_lezen(rij)}

    assert sorted(te_lezen ^ set(REGELS)) == []
    assert [een.waarom for een in REGELS.values() if isinstance(een, Geen) and len(een.waarom) < 20] == []


def test_a_look_leaves_the_line_that_is_said_and_no_other() -> None:
    wereld = maak_wereld()
    geheim = _sleutel(wereld)
    Overlegdeel.objects.update(gewijzigd_op=OP)  # so that there is something new on the sheet of a meeting

    anders = {}
    for naam, regel in REGELS.items():
        if isinstance(regel, Elders):
            continue
        rij = wereld.rijen[naam]
        client = meld_aan(_wie(wereld, naam, rij), raise_request_exception=False)
        if naam.startswith("mijn_"):
            sessie = client.session
            sessie[SESSIE] = geheim
            sessie.save()
        verwacht = [(regel.handeling, regel.over, regel.soort.value)] if isinstance(regel, Lijn) else []
        gevonden = _regels(client, naam, rij, dict(regel.vraag) if isinstance(regel, Lijn) else {})
        if gevonden != verwacht:
            anders[naam] = (gevonden, verwacht)

    assert anders == {}


def test_test_that_looks_at_the_line_of_an_address_elsewhere_names_its_act() -> None:
    zonder = {
        naam: regel
        for naam, regel in REGELS.items()
        if isinstance(regel, Elders) and f'"{regel.handeling}"' not in (WEB / regel.toets).read_text(encoding="utf-8")
    }

    assert zonder == {}
