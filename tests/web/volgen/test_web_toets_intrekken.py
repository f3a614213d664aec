"""Taking away a result that belongs to another pupil, on the page."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from tests.factories.dossiers import plek
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat

from passend.leerlingen.models import Zienswijze
from passend.volgen.queries.resultaten import list_toetsresultaten
from passend.web.weergave import datum

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def test_intern_begeleider_takes_it_away_on_the_page_and_a_teacher_is_not_asked() -> None:
    gezin = maak_gezin()
    pk = maak_resultaat(gezin.leerling).pk
    ib, leerkracht = meld_aan(gezin.school.intern_begeleider), meld_aan(gezin.school.leerkracht)
    knop, waar = "Een toets hoort bij een andere leerling", plek(gezin.leerling, "volgen")

    ervoor, van_leerkracht = ib.get(waar).content.decode(), leerkracht.get(waar).content.decode()
    fout = ib.post(plek(gezin.leerling, "toets_intrekken"), {"toets": pk, "waarom": "weg"})
    goed = ib.post(plek(gezin.leerling, "toets_intrekken"), {"toets": pk, "waarom": "Is van een ander."}, follow=True)

    assert (knop in ervoor, knop in van_leerkracht, fout.status_code) == (True, False, 422)
    assert (knop in goed.content.decode(), list_toetsresultaten(leerling=gezin.leerling)) == (False, [])


def test_why_a_result_was_withdrawn_is_read_on_the_page_by_parents_and_school_without_the_score() -> None:
    gezin = maak_gezin()
    pk = maak_resultaat(gezin.leerling, schaalscore=Decimal(987)).pk
    waar, zin = plek(gezin.leerling, "volgen"), "De toets begrijpend lezen van ma 15 juni 2026 is ingetrokken op"
    mensen = [meld_aan(wie) for wie in (gezin.ouder, gezin.school.intern_begeleider, gezin.school.leerkracht)]
    assert [zin in inhoud_van(mens.get(waar)) for mens in mensen] == [False] * 3

    mensen[1].post(plek(gezin.leerling, "toets_intrekken"), {"toets": pk, "waarom": "Is van een ander."})

    dag = datum(OP.date() + timedelta(days=7))
    for mens in mensen:
        pagina = inhoud_van(mens.get(waar))
        assert f"{zin} {dag}. Reden: Is van een ander." in pagina
        assert "987" not in re.sub(r"[0-9a-f-]{32,}", "", pagina)  # a key can have those digits in it


def test_copy_of_a_withdrawn_result_points_nowhere_and_says_since_when_it_is_gone() -> None:
    gezin = maak_gezin()
    een = maak_resultaat(gezin.leerling)
    ouder, ib = meld_aan(gezin.ouder), meld_aan(gezin.school.intern_begeleider)
    adres = plek(gezin.leerling, "klopt_deel", soort="toetsresultaten", nr=een.pk)
    ouder.post(adres, {"zienswijze": "Pip was ziek.", "is_verzoek": "1"})
    stuk = plek(gezin.leerling, "stuk", pk=Zienswijze.objects.get(tekst="Pip was ziek.").stuk_id)
    eerst = ouder.get(stuk).content.decode()

    ib.post(plek(gezin.leerling, "toets_intrekken"), {"toets": een.pk, "waarom": "Is van een ander kind."})
    daarna, lijn = ouder.get(stuk).content.decode(), ouder.get(plek(gezin.leerling, "volgen")).content.decode()

    assert ("Zo stond het in het dossier op" in eerst, "Lees het waar het staat" in eerst) == (True, True)
    assert ("Zo stond het in het dossier op" in daarna, "Lees het waar het staat" in daarna) == (False, False)
    gebeurd = lijn.split("Alles op een lijn</h2>")[1].split("</li>")[0]
    assert ("Toets: begrijpend lezen" in gebeurd, str(gezin.school.intern_begeleider) in gebeurd) == (True, False)
