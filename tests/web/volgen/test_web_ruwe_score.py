"""How many answers were right is no score on the scale of a test, so a page says which of the two it is."""

from datetime import date
from decimal import Decimal

import pytest
from lxml import html
from tests.factories.dossiers import plek
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import meld_aan
from tests.factories.volgen import maak_resultaat

from passend.web.volgen.tijdlijn import uitslag

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def test_raw_score_is_called_so_in_the_table_and_in_the_timeline() -> None:
    gezin = maak_gezin()
    kaal = {"niveau": "", "normschema": "", "percentiel": None}
    maak_resultaat(gezin.leerling, date(2025, 6, 10), afnamemoment="E4", **kaal)
    ruw = maak_resultaat(gezin.leerling, date(2026, 1, 20), **kaal, schaalscore=None, ruwe_score=Decimal(71))
    beide = maak_resultaat(gezin.leerling, **kaal, schaalscore=Decimal("184.5"), ruwe_score=Decimal(80))

    pagina = meld_aan(gezin.school.leerkracht).get(plek(gezin.leerling, "volgen")).content.decode()

    rijen = html.fromstring(pagina).xpath(".//figure[@class='groeikaart']//tbody/tr")
    assert [" ".join(rij[2].text_content().split()) for rij in rijen] == ["184,5 ruwe score 80", "ruwe score 71", "150"]
    assert (uitslag(ruw), uitslag(beide)) == ("ruwe score 71", "184,5")
