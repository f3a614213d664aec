"""A school says on which days it has no lessons, and the count of absence follows."""

from datetime import date
from decimal import Decimal

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import maak_regio
from tests.factories.profielen import OP, maak_school

from passend.begrippen.periode import Periode
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.volgen import Verzuimsoort
from passend.regels.lesvrij import LesvrijError, Lesvrijregel
from passend.volgen.actions.lesvrij import add_lesvrijeperiode, remove_lesvrijeperiode
from passend.volgen.actions.verzuim import Verzuimgegevens, record_verzuim
from passend.volgen.actions.waarnemingen import VolgenError
from passend.volgen.models import Lesvrijeperiode
from passend.volgen.queries.vakanties import list_niet_meegeteld, vakantiedagen
from passend.volgen.queries.waarnemingen import get_verzuimstanden

pytestmark = [pytest.mark.django_db]
DAG = date(2026, 9, 3)
STUDIEDAG = Lesvrijregel(naam="Studiedag", periode=Periode(DAG, DAG))
HERFST = Periode(date(2026, 10, 19), date(2026, 10, 23))


def test_free_day_of_a_school_counts_there_and_nowhere_else() -> None:
    regio = maak_regio()

    add_lesvrijeperiode(actor=regio.eigen.directeur, vestiging=regio.eigen.vestiging, regel=STUDIEDAG, op=OP)

    assert vakantiedagen(vestiging=regio.eigen.vestiging, van=DAG, tot_en_met=DAG) == {DAG}
    assert vakantiedagen(vestiging=regio.ander.vestiging, van=DAG, tot_en_met=DAG) == set()


def test_moved_holiday_has_lessons_where_the_region_has_none() -> None:
    school = maak_school()
    les = Lesvrijregel(naam="Herfstvakantie verschoven", periode=HERFST, is_les=True)

    add_lesvrijeperiode(actor=school.directeur, vestiging=school.vestiging, regel=les, op=OP)

    assert vakantiedagen(vestiging=school.vestiging, van=HERFST.van, tot_en_met=date(2026, 10, 23)) == set()


def test_absence_is_not_noted_on_a_free_day_and_what_was_noted_counts_no_longer() -> None:
    gezin = maak_gezin()
    school, leerling = gezin.school, gezin.leerling
    weg = Verzuimgegevens(soort=Verzuimsoort.ONGEOORLOOFD, van=DAG, tot_en_met=DAG, uren=Decimal(5))
    op = OP.replace(month=9, day=20)
    record_verzuim(actor=school.leerkracht, leerling=leerling, gegevens=weg, op=op)
    add_lesvrijeperiode(actor=school.intern_begeleider, vestiging=school.vestiging, regel=STUDIEDAG, op=op)

    with pytest.raises(VolgenError, match="een vrije dag van de school"):
        record_verzuim(actor=school.leerkracht, leerling=leerling, gegevens=weg, op=op)
    stand = get_verzuimstanden(leerlingen=[leerling], vestiging=school.vestiging, peildatum=op.date())[leerling.pk]
    assert stand.uren == 0
    assert list_niet_meegeteld(vestiging=school.vestiging, binnen=stand.venster)[-1] == STUDIEDAG


def test_free_day_is_taken_away_and_twice_is_once() -> None:
    school = maak_school()
    periode = add_lesvrijeperiode(actor=school.directeur, vestiging=school.vestiging, regel=STUDIEDAG, op=OP)

    for _keer in range(2):
        remove_lesvrijeperiode(actor=school.directeur, periode=periode, op=OP)

    assert Lesvrijeperiode.objects.count() == 0


def test_the_same_days_are_not_said_twice_and_a_name_is_short() -> None:
    school = maak_school()
    add_lesvrijeperiode(actor=school.directeur, vestiging=school.vestiging, regel=STUDIEDAG, op=OP)
    lang = Lesvrijregel(naam="x" * 81, periode=Periode(DAG, DAG))

    for regel in (STUDIEDAG, lang):
        with pytest.raises(LesvrijError):
            add_lesvrijeperiode(actor=school.directeur, vestiging=school.vestiging, regel=regel, op=OP)
    assert Lesvrijeperiode.objects.count() == 1


def test_who_teaches_does_not_say_when_the_school_is_free() -> None:
    school = maak_school()
    periode = add_lesvrijeperiode(actor=school.directeur, vestiging=school.vestiging, regel=STUDIEDAG, op=OP)

    with pytest.raises(GeenToegangError):
        add_lesvrijeperiode(actor=school.leerkracht, vestiging=school.vestiging, regel=STUDIEDAG, op=OP)
    with pytest.raises(GeenToegangError):
        remove_lesvrijeperiode(actor=school.leerkracht, periode=periode, op=OP)
