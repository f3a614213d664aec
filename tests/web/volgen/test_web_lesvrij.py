"""The days on which a school has no lessons, on the page of the school and on that of a pupil."""

import pytest
from django.urls import reverse
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import School, maak_school

from passend.volgen.models import Lesvrijeperiode

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
DAG = {"naam": "Studiedag met het team", "van": "2026-11-12", "soort": "vrij"}


def _plek(school: School, naam: str = "lesvrij") -> str:
    return reverse(naam, kwargs={"code": school.vestiging.code})


def test_free_day_is_added_shown_and_taken_away() -> None:
    school = maak_school()
    browser = meld_aan(school.directeur)

    erbij = inhoud_van(browser.post(_plek(school), DAG, follow=True))
    pk = Lesvrijeperiode.objects.get().pk
    weg = inhoud_van(browser.post(_plek(school, "lesvrij_weg"), {"periode": pk}, follow=True))

    assert "Studiedag met het team" in erbij
    assert "Op uw school zijn de vakanties die van de regio." in weg
    assert browser.post(_plek(school, "lesvrij_weg"), {"periode": pk}).status_code == 404


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"van": ""}, "Vul een bestaande dag in"),
        ({"van": "2026-06-31"}, "Vul een bestaande dag in"),
        ({"tot_en_met": "2026-11-11"}, "De laatste dag ligt voor de eerste"),
        ({"van": "1926-11-12"}, "liggen te ver weg"),
        ({"tot_en_met": "2027-03-01"}, "langer dan negen weken"),
        ({"soort": "les"}, "uw regio geen vakantie"),
    ],
)
def test_days_that_cannot_be_say_why_and_what_was_typed_stays(anders: dict[str, str], zin: str) -> None:
    school = maak_school()

    antwoord = meld_aan(school.intern_begeleider).post(_plek(school), DAG | anders)

    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert "Studiedag met het team" in antwoord.content.decode()
    assert Lesvrijeperiode.objects.count() == 0


def test_page_of_a_pupil_says_which_days_did_not_count() -> None:
    gezin = maak_gezin()
    meld_aan(gezin.school.directeur).post(_plek(gezin.school), DAG | {"van": "2026-10-01"})
    waar = {"code": gezin.school.vestiging.code, "sleutel": gezin.leerling.sleutel}

    pagina = inhoud_van(meld_aan(gezin.ouder).get(reverse("volgen", kwargs=waar)))

    assert "Deze dagen waren zonder les en tellen niet mee" in pagina
    assert "Studiedag met het team" in pagina
