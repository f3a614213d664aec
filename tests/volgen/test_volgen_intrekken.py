"""A result that belongs to another pupil is withdrawn: it is shown and counted nowhere, and what was done stays."""

from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.toegang.models import Logregel
from passend.volgen.actions.resultaten import withdraw_toetsresultaat
from passend.volgen.actions.waarnemingen import VolgenError
from passend.volgen.models import Toetsresultaat
from passend.volgen.queries.resultaten import list_resultaten_van, list_toetsresultaten
from passend.volgen.queries.uitvoer import list_rubrieken

pytestmark = [pytest.mark.django_db]


def test_withdrawn_result_is_gone_everywhere_and_the_right_one_can_take_its_place() -> None:
    gezin = maak_gezin()
    leerling, ib = gezin.leerling, gezin.school.intern_begeleider
    fout = maak_resultaat(leerling, niveau="V")

    withdraw_toetsresultaat(actor=ib, leerling=leerling, pk=fout.pk, waarom="Is van een ander kind.", op=OP)
    goed = maak_resultaat(leerling, niveau="II")

    assert list_toetsresultaten(leerling=leerling) == [goed]
    assert list_resultaten_van(leerlingen=[leerling.pk], peildatum=OP.date()) == {
        leerling.pk: {"begrijpend_lezen": [goed]}
    }
    rubrieken = {een.naam: een.regels for een in list_rubrieken(leerling, {Vertrouwelijkheid.GEWOON})}
    assert [regel["niveau"] for regel in rubrieken["toetsresultaten"]] == ["II"]
    assert [(regel["waarom"], regel["door"]) for regel in rubrieken["ingetrokken_toetsen"]] == [
        ("Is van een ander kind.", str(ib))
    ]
    assert Logregel.objects.filter(handeling="withdraw_toetsresultaat").count() == 1
    assert Toetsresultaat.objects.count() == 2


def test_result_is_withdrawn_once_with_a_reason_by_who_keeps_the_file() -> None:
    gezin = maak_gezin()
    leerling, ib = gezin.leerling, gezin.school.intern_begeleider
    pk = maak_resultaat(leerling, date(2026, 1, 15)).pk

    for actor in (gezin.school.leerkracht, gezin.ouder):
        with pytest.raises(GeenToegangError):
            withdraw_toetsresultaat(actor=actor, leerling=leerling, pk=pk, waarom="Is van een ander.", op=OP)
    with pytest.raises(VolgenError, match="drie woorden"):
        withdraw_toetsresultaat(actor=ib, leerling=leerling, pk=pk, waarom="Fout.", op=OP)
    withdraw_toetsresultaat(actor=ib, leerling=leerling, pk=pk, waarom="Is van een ander.", op=OP)
    with pytest.raises(VolgenError, match="niet meer"):
        withdraw_toetsresultaat(
            actor=ib, leerling=leerling, pk=pk, waarom="Is van een ander.", op=OP + timedelta(days=1)
        )
