"""How old it is: the same on the profile page as in the edition, told before publishing, and easily made younger."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.factories.paginas import adres, inhoud_van, meld_aan, onderdeel, tekst
from tests.factories.profielen import HGW, School, maak_profiel, maak_school, zet_stappen
from tests.web.profielen.pad import GEPUBLICEERD, zet

from passend.begrippen.profielinhoud import Bron, Methode
from passend.profielen.actions.onderdelen import save_rij, save_tekst, save_veld
from passend.profielen.models import Editie, Ondersteuningsprofiel
from passend.web.weergave import datum

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
OUD = "2025-05-19"
RIJEN = (HGW, "rij:hgw:positief")


def _oud_profiel(dag: str = OUD) -> tuple[School, Ondersteuningsprofiel]:
    """A working copy of which two rows and the vision come from a document of long ago."""
    school = maak_school()
    profiel, toen = maak_profiel(school, op=timezone.now() - timedelta(days=3)), timezone.now() - timedelta(days=2)
    actor = school.directeur
    save_veld(actor=actor, profiel=profiel, veld="opgesteld_op", waarde=dag, versie=1, op=toen)
    for sleutel in RIJEN:
        save_rij(actor=actor, profiel=profiel, sleutel=sleutel, cellen={"op_orde": True}, versie=1, op=toen)
    save_tekst(actor=actor, profiel=profiel, code="visie", tekst="Elk kind telt.", versie=1, op=toen)
    for sleutel in (*RIJEN, "tekst:visie"):
        rij = onderdeel(profiel, sleutel)
        rij.inhoud = rij.inhoud | {"bron": Bron(methode=Methode.TEKST, regel=1).als_dict()}
        rij.save()
    return school, profiel


def _kantlijn(antwoord: Any, sleutel: str) -> str:
    dom = "kant-o-" + re.sub(r"[^a-z0-9]", "-", sleutel)
    gevonden = re.search(rf'id="{dom}".*?</div>', antwoord.content.decode(), flags=re.DOTALL)
    assert gevonden is not None
    return gevonden[0]


def test_profile_page_says_the_day_that_the_edition_will_say() -> None:
    school, profiel = _oud_profiel()

    antwoord = meld_aan(school.directeur).get(adres("profiel", school))

    for sleutel in (*RIJEN, "tekst:visie"):
        assert 'datetime="2025-05-19"' in _kantlijn(antwoord, sleutel)
        assert "ouder dan een jaar" in _kantlijn(antwoord, sleutel)
    assert "3 plekken zijn ouder dan een jaar" in inhoud_van(antwoord)
    zet_stappen(school, profiel, timezone.now())
    zet(school, "directeur", GEPUBLICEERD)
    assert Editie.objects.get().verantwoording["rijen_op"][HGW] == OUD


@pytest.mark.parametrize(("groep", "sleutels", "over"), [("t-hgw", RIJEN, 1), ("s-visie", ("tekst:visie",), 2)])
def test_one_button_makes_a_table_or_the_texts_of_a_section_of_today(
    groep: str, sleutels: tuple[str, ...], over: int
) -> None:
    school, _profiel = _oud_profiel()
    client = meld_aan(school.intern_begeleider)
    vooraf = client.get(adres("profiel", school)).content.decode()

    antwoord = client.post(adres("bevestig", school), {"groep": groep}, headers={"HX-Request": "true"})

    assert f'name="groep" value="{groep}"' in vooraf
    assert "Nagekeken: vandaag." in tekst(antwoord)
    for sleutel in sleutels:
        assert 'hx-swap-oob="true"' in _kantlijn(antwoord, sleutel)
        assert "vandaag" in _kantlijn(antwoord, sleutel)
        assert "ouder dan een jaar" not in _kantlijn(antwoord, sleutel)
    nu = inhoud_van(client.get(adres("profiel", school)))
    assert re.search(rf"{over} plek(ken zijn| is) ouder dan een jaar", nu)


def test_button_for_what_is_not_there_leads_nowhere_and_who_only_reads_has_none() -> None:
    school, _profiel = _oud_profiel()

    assert meld_aan(school.directeur).post(adres("bevestig", school), {"groep": "t-weg"}).status_code == 404
    assert meld_aan(school.mr_lid).post(adres("bevestig", school), {"groep": "t-hgw"}).status_code == 403
    assert "Dit klopt nog" not in inhoud_van(meld_aan(school.mr_lid).get(adres("profiel", school)))


def test_age_is_told_where_one_publishes_with_the_way_to_do_something_about_it() -> None:
    school, profiel = _oud_profiel()
    zet_stappen(school, profiel, timezone.now())
    client = meld_aan(school.directeur)

    antwoord = client.get(adres("vaststelling", school))

    assert "3 plekken zijn voor het laatst nagekeken in mei 2025." in inhoud_van(antwoord)
    vorm = rf'href="{adres("profiel", school)}(#o-[a-z-]+)">[^<]*<svg[^>]*>.*?</svg> Kijk ze na'
    eerste = re.search(vorm, antwoord.content.decode())
    assert eerste is not None
    assert f'id="{eerste[1][1:]}"' in client.get(adres("profiel", school)).content.decode()
    for groep in ("t-hgw", "s-visie"):
        client.post(adres("bevestig", school), {"groep": groep})
    na = inhoud_van(client.get(adres("vaststelling", school)))
    assert "voor het laatst nagekeken" not in na
    assert "opnieuw nodig" not in na
    assert "Gepubliceerd als editie 1." in inhoud_van(zet(school, "directeur", GEPUBLICEERD))


def test_ages_that_differ_are_told_from_the_first_to_the_last_month() -> None:
    school, profiel = _oud_profiel()
    veld = onderdeel(profiel, "veld:opgesteld_op")
    dag, op = "2024-11-01", timezone.now() - timedelta(days=1)
    save_veld(actor=school.directeur, profiel=profiel, veld="opgesteld_op", waarde=dag, versie=veld.versie, op=op)
    rij = onderdeel(profiel, HGW)
    rij.gewijzigd_op = timezone.now() - timedelta(hours=1)
    rij.save()
    zet_stappen(school, profiel, timezone.now())

    pagina = inhoud_van(meld_aan(school.directeur).get(adres("vaststelling", school)))

    assert "3 plekken zijn voor het laatst nagekeken tussen november 2024 en mei 2025." in pagina
    assert datum(OUD) == "ma 19 mei 2025"
