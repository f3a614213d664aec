"""A parent asks to put right what is in a development perspective plan or a report, as in any other part (AVG 16)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests.factories.dossiers import plek
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.opp import maak_vast_plan, rijp, schrijf
from tests.factories.overstap import Bestemming, maak_rapport
from tests.factories.paginas import meld_aan
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.dossier import NietVeranderdError, decide_zienswijze
from passend.leerlingen.models import Zienswijze
from passend.leerlingen.queries.delen import Dossierdeel, get_deel
from passend.leerlingen.queries.dossier import list_versies
from passend.plannen.actions.opp import set_opp
from passend.plannen.actions.oppevaluatie import revise_opp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
LATER = OP + timedelta(days=10)


def _vraag(gezin: Gezin, soort: str, nr: int) -> Zienswijze:
    adres = plek(gezin.leerling, "klopt_deel", soort=soort, nr=nr)
    antwoord = meld_aan(gezin.ouder).post(adres, {"zienswijze": "Dit is niet zo.", "is_verzoek": "1"}, follow=True)
    assert antwoord.status_code == 200
    return Zienswijze.objects.get(stuk__deel=f"{soort}:{nr}")


def _deel(gezin: Gezin, sleutel: str) -> Dossierdeel:
    klassen = [Vertrouwelijkheid.GEWOON, Vertrouwelijkheid.ZORG]
    deel = get_deel(leerling=gezin.leerling, klassen=klassen, sleutel=sleutel, peildatum=OP.date())
    assert deel is not None
    return deel


@pytest.mark.parametrize("soort", ["opp", "rapporten"])
def test_parent_asks_on_the_page_of_it_and_the_school_answers_within_a_month(soort: str) -> None:
    gezin = maak_gezin()
    if soort == "opp":
        nr, van_ouder, van_school = maak_vast_plan(gezin).versie.opp_id, "opp_ouder", "opp"
    else:
        maak_rapport(gezin)
        nr, van_ouder, van_school = gezin.leerling.pk, "rapport", "rapport"
    ouder, ib = meld_aan(gezin.ouder), meld_aan(gezin.school.intern_begeleider)
    naar_deel = plek(gezin.leerling, "klopt_deel", soort=soort, nr=nr)

    for pagina in (van_ouder, "klopt_niet"):
        assert naar_deel in ouder.get(plek(gezin.leerling, pagina)).content.decode()
    wens = _vraag(gezin, soort, nr)

    for client, pagina in ((ouder, van_ouder), (ib, van_school)):
        assert "Dit is niet zo." in client.get(plek(gezin.leerling, pagina)).content.decode()
    verzoeken = ib.get(reverse("verzoeken", kwargs={"code": gezin.school.vestiging.code})).content.decode()
    assert (wens.stuk.titel in verzoeken, "uiterlijk do 12 november 2026" in verzoeken) == (True, True)
    stuk = plek(gezin.leerling, "stuk", pk=wens.stuk_id)
    assert plek(gezin.leerling, van_ouder) in ouder.get(stuk).content.decode()
    assert plek(gezin.leerling, van_school) in ib.get(stuk).content.decode()


def test_plan_is_one_part_with_what_holds_now_and_without_what_parents_said_of_it() -> None:
    plan = maak_vast_plan()
    gezin, ib = plan.gezin, plan.school.intern_begeleider
    sleutel = f"opp:{plan.versie.opp_id}"
    eerst = _deel(gezin, sleutel)
    wens = _vraag(gezin, "opp", plan.versie.opp_id)

    with pytest.raises(NietVeranderdError):
        decide_zienswijze(actor=ib, zienswijze=wens, is_verbeterd=True, uitleg="Veranderd.", op=OP)
    plan = replace(plan, versie=revise_opp(actor=ib, versie=plan.versie, op=OP))
    schrijf(plan.versie, plan.school, {"belemmerend": "Snel moe na een drukke dag."})
    rijp(plan)
    set_opp(actor=ib, versie=plan.versie, op=OP)
    nu = _deel(gezin, sleutel)
    decide_zienswijze(actor=ib, zienswijze=wens, is_verbeterd=True, uitleg="Dit is veranderd.", op=LATER)

    assert ("Versie: 1" in eerst.tekst, "Versie: 1" in nu.tekst, "Versie: 2" in nu.tekst) == (True, False, True)
    assert "Snel moe na een drukke dag." in nu.tekst
    assert "\n\nWat het kind zelf zei\nDag: " in nu.tekst
    assert "Antwoord" not in nu.tekst
    assert list_versies(stuk=wens.stuk)[-1].tekst == nu.tekst


def test_report_is_one_part_with_every_line_of_the_last_and_a_new_one_puts_it_right() -> None:
    gezin = maak_gezin()
    maak_resultaat(gezin.leerling, date(2026, 6, 15))
    maak_rapport(gezin)
    sleutel, directeur = f"rapporten:{gezin.leerling.pk}", gezin.school.directeur
    eerst = _deel(gezin, sleutel)
    wens = _vraag(gezin, "rapporten", gezin.leerling.pk)

    with pytest.raises(NietVeranderdError):
        decide_zienswijze(actor=directeur, zienswijze=wens, is_verbeterd=True, uitleg="Veranderd.", op=OP)
    maak_rapport(gezin, waarheen=Bestemming(naar_school="De Vlieger"))
    nu = _deel(gezin, sleutel)
    decide_zienswijze(actor=directeur, zienswijze=wens, is_verbeterd=True, uitleg="Er is een nieuw.", op=LATER)

    assert eerst.klasse is Vertrouwelijkheid.ZORG
    assert "Naar school: De Kiem" in eerst.tekst
    assert "Over huiswerk." in eerst.tekst
    assert "Afgenomen op: 15 juni 2026; Instrument: Cito Volgsysteem" in eerst.tekst
    assert "Ouders eens met de inhoud" not in eerst.tekst
    assert ("De Kiem" in nu.tekst, "Naar school: De Vlieger" in nu.tekst) == (False, True)
    assert [een.titel for een in (eerst, nu)] == ["Onderwijskundig rapport"] * 2


def test_plan_and_report_that_parents_cannot_read_yet_are_no_part() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_vast=False)

    lijst = meld_aan(gezin.ouder).get(plek(gezin.leerling, "klopt_niet")).content.decode()

    assert "/iets-klopt-niet/rapporten/" not in lijst
    assert "/iets-klopt-niet/opp/" not in lijst
