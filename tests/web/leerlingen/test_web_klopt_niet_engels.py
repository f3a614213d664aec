"""What can be asked about and what was asked is English on an English page, and what is kept of it stays Dutch."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.factories.dossiers import plek
from tests.factories.leerlingen import Gezin, maak_gezin, maak_groep
from tests.factories.overleggen import maak_mdo
from tests.factories.overstap import maak_overstaprijen
from tests.factories.paginas import meld_aan
from tests.factories.plannen import maak_planrijen
from tests.factories.profielen import OP
from tests.factories.toelating import maak_toelatingsrijen
from tests.factories.volgen import vul_volgen

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.delen import clear_deelstuk
from passend.leerlingen.models import Dossierstuk, Dossierversie
from passend.leerlingen.queries.delen import list_delen
from passend.toegang.models import Account
from passend.volgen.models import Toetsresultaat
from passend.web.afdruk import afdruk, stuktitel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _vol() -> Gezin:
    gezin = maak_gezin()
    maak_planrijen(gezin.school, gezin.leerling, maak_groep(gezin.school, "6"))
    vul_volgen(gezin.school, gezin.leerling)
    maak_mdo(gezin)
    maak_toelatingsrijen(gezin.school, gezin.leerling)
    maak_overstaprijen(gezin.school, gezin.leerling)
    return gezin


def _engels(account: Account) -> Client:
    client = meld_aan(account)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def _kaal(bladzijde: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", bladzijde.rsplit("<h1", maxsplit=1)[-1]).split())


def test_list_and_part_have_english_headings_and_labels_on_an_english_page() -> None:
    gezin = _vol()
    nr = Toetsresultaat.objects.get().pk
    ouder = _engels(gezin.ouder)

    lijst = _kaal(ouder.get(plek(gezin.leerling, "klopt_niet")).content.decode())
    deel = _kaal(ouder.get(plek(gezin.leerling, "klopt_deel", soort="toetsresultaten", nr=nr)).content.decode())

    assert "Test results Test: reading comprehension, 15-06-2026Instrument: Cito" in lijst
    assert "Details of the child and the parents" in lijst
    assert "Toets" not in lijst
    assert "Test: reading comprehension, 15-06-2026" in deel
    assert "Scale score: 150 " in deel


def test_request_is_kept_in_dutch_and_read_in_english_where_parent_and_school_find_it() -> None:
    gezin = _vol()
    nr = Toetsresultaat.objects.get().pk
    ouder, ib = _engels(gezin.ouder), _engels(gezin.school.intern_begeleider)
    adres = plek(gezin.leerling, "klopt_deel", soort="toetsresultaten", nr=nr)

    ouder.post(adres, {"zienswijze": "Pip was ziek.", "is_verzoek": "1"})

    stuk = Dossierstuk.objects.get(deel=f"toetsresultaten:{nr}")
    assert stuk.titel == "Toets: begrijpend lezen, 15-06-2026"
    assert "Schaalscore: 150" in Dossierversie.objects.get(stuk=stuk).tekst
    plekken = {
        plek(gezin.leerling, "stuk", pk=stuk.pk): (ouder, ib),
        plek(gezin.leerling, "dossier"): (ouder, ib),
        plek(gezin.leerling, "volgen"): (ouder, ib),
        reverse("verzoeken", kwargs={"code": gezin.school.vestiging.code}): (ib,),
        reverse("kinderen"): (ouder,),
    }
    for waar, bezoekers in plekken.items():
        for bezoeker in bezoekers:
            bladzijde = bezoeker.get(waar).content.decode()
            assert "Test: reading comprehension, 15-06-2026" in bladzijde, waar
            assert stuk.titel not in bladzijde, waar
    bladzijde = ouder.get(plek(gezin.leerling, "stuk", pk=stuk.pk)).content.decode()
    assert "Scale score: 150" in bladzijde
    assert 'class="verhaal" lang="nl"' not in bladzijde


def test_what_somebody_wrote_in_a_part_stays_and_is_announced_as_dutch() -> None:
    with translation.override("en"):
        tekst = afdruk("Doel: Leest <b>vlotter</b>.\nEn: dit ook\nOverleg van: 15-10-2026, 10.00 uur")
        rollen = afdruk("Wie erbij was of is gevraagd: Jet Mol (leerkracht), Bo Vis (buurvrouw)")

    doel, los, moment = tekst.split("\n")
    assert doel.endswith(': <span lang="nl">Leest &lt;b&gt;vlotter&lt;/b&gt;.</span>')
    assert (doel.startswith("Doel"), los) == (False, '<span lang="nl">En: dit ook</span>')
    assert moment.endswith("15-10-2026, 10:00")
    assert '<span lang="nl">Jet Mol </span>(teacher)' in rollen
    assert "(buurvrouw)</span>" in rollen


def test_part_of_every_sort_has_an_english_name() -> None:
    gezin = _vol()

    delen = list_delen(leerling=gezin.leerling, klassen=list(Vertrouwelijkheid), peildatum=OP.date())

    with translation.override("en"):
        zonder = [een.titel for een in delen if str(stuktitel(een.titel, een.sleutel)).startswith("<span")]
        assert [een for een in zonder if ":" not in een] == []
        assert stuktitel("Gesprek met Jet") == '<span lang="nl">Gesprek met Jet</span>'
        assert stuktitel("MDO van 15-10-2026", "gesprekken:1") == "Multidisciplinary meeting (MDO) of 15-10-2026"
    with translation.override("nl"):
        assert stuktitel("Jet & Bo") == "Jet &amp; Bo"


def test_copy_of_a_part_that_was_withdrawn_says_so_in_english() -> None:
    gezin = _vol()
    sleutel = f"toetsresultaten:{Toetsresultaat.objects.get().pk}"
    soort, nr = sleutel.split(":")
    ouder = _engels(gezin.ouder)
    ouder.post(plek(gezin.leerling, "klopt_deel", soort=soort, nr=int(nr)), {"zienswijze": "Pip was ziek."})
    directeur = gezin.school.directeur

    clear_deelstuk(leerling=gezin.leerling, sleutel=sleutel, waarom="Van een ander kind.", door=directeur, op=OP)

    stuk = Dossierstuk.objects.get(deel=sleutel)
    bladzijde = _kaal(ouder.get(plek(gezin.leerling, "stuk", pk=stuk.pk)).content.decode())
    assert "This is no longer in the file. The school withdrew it on" in bladzijde
    assert "Reason: Van een ander kind." in bladzijde
