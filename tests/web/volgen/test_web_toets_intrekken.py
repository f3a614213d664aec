"""Taking away a result that belongs to another pupil, on the page."""

import pytest
from tests.factories.dossiers import plek
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import meld_aan
from tests.factories.volgen import maak_resultaat

from passend.volgen.queries.resultaten import list_toetsresultaten

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
