"""A file that gives a group to another teacher: what ends is ticked before it is carried out."""

import re
from datetime import datetime

import pytest
from tests.factories.invoer import lever_in
from tests.factories.leerlingen import GEBOREN, SINDS, maak_gezin
from tests.factories.opgave import opgave_van
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.toegang import maak_account

from passend.begrippen.opgave import Leerkrachtopgave, Leerlingopgave
from passend.begrippen.rollen import Rolsoort
from passend.toegang.models import Groepstaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def test_what_ends_is_ticked_and_carried_out_and_the_page_says_how_many(vaste_tijd: datetime) -> None:
    gezin = maak_gezin()
    school, client = gezin.school, meld_aan(gezin.school.intern_begeleider)
    sietse = maak_account(Rolsoort.LEERKRACHT, school.vestiging, naam="Kraan")
    pip = Leerlingopgave(2, "L1", "Pip", "Duinmans", GEBOREN, SINDS, None, "5")
    invoer = lever_in(
        school, opgave_van(pip, leerkrachten=[Leerkrachtopgave(9, "Sietse", sietse.email, ("5",))]), vaste_tijd
    )
    taak = Groepstaak.objects.get(account=school.leerkracht)
    hier = adres("invoer", school, pk=invoer.pk)

    bron = client.get(hier).content.decode()
    kenmerk = re.findall(r'name="kenmerk" value="(\w+)"', bron)[0]
    vorm = {"kenmerk": kenmerk, "van_hier": "1", "eindigen": taak.pk}
    pagina = inhoud_van(client.post(adres("invoer_uitvoeren", school, pk=invoer.pk), vorm, follow=True))

    assert f'name="eindigen" value="{taak.pk}" checked' in bron
    assert "1 groepen van een leerkracht geëindigd" in pagina
    taak.refresh_from_db()
    assert taak.geldig_tot_en_met is not None
