"""A teacher types one result of a pupil of the own group."""

from decimal import Decimal
from typing import Any

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.volgen import maak_resultaat

from passend.volgen.models import Toetsresultaat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
GOED = {
    "instrument": "cito_lvs",
    "instrumentversie": "3.0",
    "vak": "rekenen",
    "afgenomen_op": "2026-06-16",
    "afnamemoment": "e4",
    "schaalscore": "212,5",
    "niveau": "cito_romeins:II",
    "percentiel": "65",
}
VELDEN = ("afnamemoment", "schaalscore", "niveau", "normschema", "percentiel", "herkomst")


def _pad(leerling: Any) -> str:
    return f"/school/99AA00/leerling/{leerling.sleutel}/toets"


def test_result_is_typed_once_and_typed_again_it_takes_the_place_of_what_was() -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.school.leerkracht)

    eerst = inhoud_van(client.post(_pad(gezin.leerling), GOED, follow=True))
    gelijk = inhoud_van(client.post(_pad(gezin.leerling), GOED, follow=True))
    anders = inhoud_van(client.post(_pad(gezin.leerling), GOED | {"schaalscore": "213"}, follow=True))

    assert "De toets is bewaard. Hij telt mee in de groei hieronder." in eerst
    assert "Deze uitslag stond er al precies zo." in gelijk
    assert "Deze toets stond er al. De uitslag is nu zoals u hem typte." in anders
    assert list(Toetsresultaat.objects.values_list(*VELDEN)) == [
        ("E4", Decimal(213), "II", "cito_romeins", 65, "getypt")
    ]


def test_form_begins_with_the_maker_of_the_last_result_today_and_the_moment_of_the_group() -> None:
    gezin = maak_gezin()
    maak_resultaat(gezin.leerling)

    bron = meld_aan(gezin.school.leerkracht).get(_pad(gezin.leerling)).content.decode()

    assert '<option value="cito_lvs" selected>Cito Volgsysteem</option>' in bron
    assert 'name="afgenomen_op" value="2026-10-12"' in bron
    assert 'name="afnamemoment" value="B5"' in bron
    assert 'name="instrumentversie" value="3.0"' in bron


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"afgenomen_op": "2026-06-31"}, "Vul de dag van de toets in, een dag die bestaat."),
        ({"afgenomen_op": "2027-06-01"}, "De toets is op 01-06-2027, en dat moet nog komen."),
        ({"schaalscore": "veel"}, "'veel' is geen getal. Kijk de score na."),
        ({"schaalscore": "NaN"}, "Een score ligt tussen 0 en 99999."),
        ({"percentiel": "1,5"}, "Een percentiel is een heel getal van 0 tot en met 100."),
        ({"vak": "leeraanpak"}, "Cito Volgsysteem heeft geen toets voor “leeraanpak”."),
        ({"niveau": "iep_taal:1F"}, "Bij niveau 1F hoort een indeling van Cito Volgsysteem."),
        ({"instrument": ""}, "Passend kent de toets “” niet."),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(anders: dict[str, str], reden: str) -> None:
    gezin = maak_gezin()

    antwoord = meld_aan(gezin.school.leerkracht).post(_pad(gezin.leerling), GOED | anders)

    assert (antwoord.status_code, reden in inhoud_van(antwoord)) == (422, True)
    assert 'name="instrumentversie" value="3.0"' in antwoord.content.decode()
    assert not Toetsresultaat.objects.exists()


def test_score_that_nobody_expects_is_asked_after_and_kept_once_somebody_looked() -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.school.leerkracht)
    client.post(_pad(gezin.leerling), GOED)
    vreemd = GOED | {"schaalscore": "99999", "afgenomen_op": "2026-10-01", "afnamemoment": "B5"}

    vraag = client.post(_pad(gezin.leerling), vreemd)
    goed = client.post(_pad(gezin.leerling), vreemd | {"nagekeken": "1"})

    assert vraag.status_code == 422
    for woorden in ("Klopt het getal? De vorige score was 212,5.", "Ja, ik keek het na: dit klopt"):
        assert woorden in inhoud_van(vraag)
    assert (goed.status_code, Toetsresultaat.objects.count()) == (302, 2)
