"""What parents read of the removal of their child: where it stands, who is on turn, the dates and the letters."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.drukwerk import bladzijden
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.factories.toelating import maak_beleid

from passend.begrippen.aanmelding import Briefsoort
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.organisaties.queries import in_bestuur
from passend.regels.brieven.titels import maak_titel
from passend.toelating.actions.verwijderen import (
    begin_verwijdering,
    decide_verwijdering,
    record_verwijderstap,
    withdraw_verwijdering,
)
from passend.toelating.actions.verwijderstap import Verwijderstap
from passend.toelating.models import Verwijdergebeurtenis, Verwijdering
from passend.web.toelating.woorden import brieftitel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
STAPPEN: tuple[dict[str, Any], ...] = (
    {"soort": Soort.LEERKRACHT_GEHOORD, "tekst": "Notitie van de school."},
    {"soort": Soort.OUDERS_GEHOORD, "tekst": "Zij schrokken."},
    {"soort": Soort.SCHOOL_GEVRAAGD, "school": "De Rots, Rijswijk", "schoolsoort": "sbo"},
    {"soort": Soort.SCHOOL_BEREID, "school": "De Rots, Rijswijk", "tekst": "Jo.", "tlv": "gevraagd"},
)


@pytest.fixture
def gezin() -> Any:
    """A pupil of a bijzondere school with a parent who has an account."""
    gezin = maak_gezin()
    with in_bestuur(gezin.school.vestiging.bestuur_id):
        maak_beleid(gezin.school)
        yield gezin


@pytest.fixture
def rij(gezin: Gezin) -> Verwijdering:
    """A removal that was intended today."""
    return begin_verwijdering(
        actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet meer.", op=OP
    )


def _noteer(gezin: Gezin, rij: Verwijdering, *stappen: dict[str, Any]) -> None:
    for stap in stappen:
        record_verwijderstap(
            actor=gezin.school.intern_begeleider, verwijdering=rij, stap=Verwijderstap(op=OP.date(), **stap), op=OP
        )


def _besluit(gezin: Gezin, rij: Verwijdering) -> None:
    _noteer(gezin, rij, *STAPPEN)
    decide_verwijdering(
        actor=gezin.school.directeur, verwijdering=rij, motivering="Wij deden alles.", doorbreking="", op=OP
    )


def _pad(gezin: Gezin, naam: str = "mijn_verwijdering", **meer: int) -> str:
    return reverse(naam, kwargs={"code": "99AA00", "sleutel": gezin.leerling.sleutel, **meer})


def _lees(gezin: Gezin) -> str:
    antwoord = meld_aan(gezin.ouder).get(_pad(gezin))
    assert antwoord.status_code == 200
    return inhoud_van(antwoord)


def test_parents_read_of_an_intention_that_the_child_stays_and_what_must_be_done_first(
    gezin: Gezin, rij: Verwijdering
) -> None:
    _noteer(gezin, rij, STAPPEN[0])

    pagina = _lees(gezin)

    assert "Het bestuur wil uw kind van school verwijderen, maar heeft dat nog niet besloten. Uw kind blijft" in pagina
    assert "Aan zet: het bestuur" in pagina
    assert "U hoorde dat het bestuur uw kind van school wil verwijderen" in pagina
    assert "Het gaat niet meer." in pagina
    assert "Er is nu geen laatste dag." in pagina
    assert "Het bestuur luistert naar de leerkracht ma 5 oktober 2026 Het bestuur luistert naar u nu" in pagina
    assert "Notitie van de school." not in pagina


def test_parents_read_after_the_decision_what_comes_and_whose_turn_it_is(gezin: Gezin, rij: Verwijdering) -> None:
    _besluit(gezin, rij)

    pagina = _lees(gezin)

    assert "U kunt bezwaar maken tot en met 16 november 2026." in pagina
    assert "Andere school zegt ja: De Rots, Rijswijk" in pagina
    assert "De toelaatbaarheidsverklaring is aangevraagd." in pagina
    assert "Besluit: uw kind kan niet op deze school blijven" in pagina
    assert "Wij deden alles." in pagina
    assert "Laatste dag voor bezwaar hierna ma 16 november 2026 over 35 dagen · aan zet: u" in pagina
    assert "WPO artikel 63 lid 3" in pagina
    assert [zin in pagina for zin in ("Zij schrokken.", "Jo.")] == [False, False]


def test_next_date_of_a_removal_stands_with_the_children_of_parents_and_in_the_list_of_the_school(
    gezin: Gezin, rij: Verwijdering
) -> None:
    assert "Verwijdering van" not in inhoud_van(meld_aan(gezin.ouder).get("/kinderen"))
    _besluit(gezin, rij)

    van_ouder = inhoud_van(meld_aan(gezin.ouder).get("/kinderen"))
    van_school = inhoud_van(meld_aan(gezin.school.directeur).get(reverse("aanmeldingen", kwargs={"code": "99AA00"})))

    assert f"Verwijdering van {gezin.leerling.voornaam}" in van_ouder
    assert "Schrijf dat uiterlijk op 16 november 2026 aan het bestuur." in van_ouder
    assert "Laatste dag voor bezwaar: ma 16 november 2026" in van_school
    assert "Verwijdering van" not in inhoud_van(meld_aan(gezin.ouder_zonder_gezag).get("/kinderen"))


def test_parents_read_that_no_school_is_left_and_that_their_objection_waits(gezin: Gezin, rij: Verwijdering) -> None:
    _besluit(gezin, rij)
    _noteer(gezin, rij, {"soort": Soort.BEREIDHEID_INGETROKKEN, "school": "De Rots, Rijswijk", "tekst": "Vol."})

    zonder_school = _lees(gezin)
    _noteer(
        gezin,
        rij,
        {"soort": Soort.SCHOOL_BEREID, "school": "De Rots, Rijswijk", "tekst": "Jo.", "tlv": "er"},
        {"soort": Soort.BEZWAAR, "tekst": "Wij willen blijven."},
        {"soort": Soort.OUDERS_GEHOORD, "tekst": "Zij zeiden het."},
    )
    met_bezwaar = _lees(gezin)

    assert "Er is nu geen school die het kan toelaten. Uw kind blijft hier leerling" in zonder_school
    assert "Een andere school zegt dat uw kind daar kan komen nu" in zonder_school
    assert "Het beslist nog op uw bezwaar." in met_bezwaar
    assert "U maakte bezwaar" in met_bezwaar
    assert "Het bestuur luisterde naar u over uw bezwaar" in met_bezwaar
    assert "Uiterlijk deze dag hoort u wat er met uw bezwaar gebeurt" in met_bezwaar


def test_parents_read_that_it_is_off_with_its_letters(gezin: Gezin, rij: Verwijdering) -> None:
    _besluit(gezin, rij)
    terug = withdraw_verwijdering(actor=gezin.school.bestuurder, verwijdering=rij, motivering="Het gaat weer.", op=OP)

    pagina, ouder = _lees(gezin), meld_aan(gezin.ouder)

    assert "Het bestuur trok het besluit in. Uw kind blijft op deze school." in pagina
    assert "De weg" not in pagina
    assert ouder.get(_pad(gezin, "mijn_verwijderbrief", pk=terug.pk))["Content-Type"] == "application/pdf"
    assert ouder.get(_pad(gezin, "mijn_verwijderbrief", pk=0)).status_code == 404


def test_same_goes_on_paper_for_parents_without_an_account(gezin: Gezin, rij: Verwijdering) -> None:
    _besluit(gezin, rij)

    antwoord = meld_aan(gezin.school.directeur).get(_pad(gezin, "mijn_verwijdering_pdf"))

    assert antwoord["Content-Type"] == "application/pdf"
    assert f"Beste {gezin.ouder}," in bladzijden(antwoord.content)[0]


def test_file_leads_parents_to_it_only_when_there_is_one(gezin: Gezin) -> None:
    pad, ouder = adres("dossier", gezin.school, sleutel=gezin.leerling.sleutel), meld_aan(gezin.ouder)
    zonder = inhoud_van(ouder.get(pad))
    assert ouder.get(_pad(gezin)).status_code == 404

    begin_verwijdering(actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)

    zin = "verwijdering: zo staat het"
    assert [zin in pagina for pagina in (zonder, inhoud_van(ouder.get(pad)))] == [False, True]


def test_page_of_parents_asks_as_much_for_many_steps_as_for_one(gezin: Gezin, rij: Verwijdering) -> None:
    ouder, aantallen = meld_aan(gezin.ouder), []
    ouder.get(_pad(gezin))
    for stappen in (STAPPEN[:1], STAPPEN[1:]):
        _noteer(gezin, rij, *stappen)
        with CaptureQueriesContext(connection) as vragen:
            ouder.get(_pad(gezin))
        aantallen.append(len(vragen))

    assert len(set(aantallen)) == 1


def test_letter_of_a_removal_that_was_fetched_stands_in_the_log_of_the_pupil(gezin: Gezin, rij: Verwijdering) -> None:
    _besluit(gezin, rij)
    pk = Verwijdergebeurtenis.objects.exclude(brief="").latest("pk").pk
    van_school = reverse("verwijderbrief", kwargs={"code": "99AA00", "zaak": rij.sleutel, "pk": pk})

    with nieuwe_regels() as nieuw:
        statussen = [
            meld_aan(gezin.ouder).get(_pad(gezin, "mijn_verwijderbrief", pk=pk)).status_code,
            meld_aan(gezin.school.directeur).get(van_school).status_code,
        ]

    assert statussen == [200, 200]
    assert [regel[:3] for regel in nieuw.regels] == [
        (wie, "open_verwijdering", onderwerp(gezin.leerling)) for wie in (gezin.ouder, gezin.school.directeur)
    ]
    assert {regel[4] for regel in nieuw.regels} == {"uitvoer"}


@pytest.mark.parametrize("soort", Briefsoort)
def test_page_calls_a_letter_as_it_was_sent(soort: Briefsoort) -> None:
    assert brieftitel(soort, "Noa") == maak_titel(soort, "Noa")
