"""Taking away a result that belongs to another pupil, on the page."""

from datetime import timedelta
from decimal import Decimal

import pytest
from tests.factories.dossiers import plek
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat

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
    waar, zin = plek(gezin.leerling, "volgen"), "Een toets is ingetrokken op"
    mensen = [meld_aan(wie) for wie in (gezin.ouder, gezin.school.intern_begeleider, gezin.school.leerkracht)]
    assert [zin in inhoud_van(mens.get(waar)) for mens in mensen] == [False] * 3

    mensen[1].post(plek(gezin.leerling, "toets_intrekken"), {"toets": pk, "waarom": "Is van een ander."})

    dag = datum(OP.date() + timedelta(days=7))
    for mens in mensen:
        pagina = inhoud_van(mens.get(waar))
        assert f"{zin} {dag}: begrijpend lezen. Reden: Is van een ander." in pagina
        assert "987" not in pagina
