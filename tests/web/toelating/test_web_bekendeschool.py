"""A school that is typed in a form of a case or a removal: what a known school says of itself holds for it too."""

import re
from typing import Any

import pytest
from django.urls import reverse
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband, maak_vestiging
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import maak_aanmelding, maak_beleid

from passend.begrippen.aanmelding import Andereschool
from passend.organisaties.models import Bestuur, Vestiging
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.school import Beleidgegevens, set_beleid
from passend.toelating.actions.verwijderen import begin_verwijdering
from passend.toelating.models import Aanmeldgebeurtenis, Verwijdergebeurtenis

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VRAAG = {"stap": "school_gevraagd", "op": "2026-10-05", "school": "SBO De Zandkorrel", "plaats": "Zeestad"}
NEE = {
    "stap": "grondslag_geweigerd",
    "op": "2026-10-05",
    "vooraf_op": "2026-10-05",
    "tekst": "Ons kind bidt niet mee.",
    "plaats": "Zeestad",
}
VINKJE = 'name="is_openbaar_nagekeken" value="1"'


@pytest.fixture
def gezin() -> Any:
    verband = maak_samenwerkingsverband()
    maak_bestuur(verband, "99002")
    gezin = maak_gezin(maak_school(maak_bestuur(verband)))
    with in_bestuur(gezin.school.vestiging.bestuur_id):
        maak_beleid(gezin.school)
        yield gezin


def _ander(brin: str, naam: str, *, is_openbaar: bool | None = None, soort: str = "bao") -> Vestiging:
    """A school of another board of the same region, and what it says of itself."""
    vestiging = maak_vestiging(Bestuur.objects.get(nummer="99002"), brin, naam, "Zeestad")
    if is_openbaar is not None:
        gegevens = Beleidgegevens(is_openbaar=is_openbaar, is_aanmelden_open=False, schoolsoort=Andereschool(soort))
        with in_bestuur(vestiging.bestuur_id):
            set_beleid(actor=None, vestiging=vestiging, gegevens=gegevens, op=OP)
    return vestiging


def _zaak(school: School) -> tuple[str, str]:
    plek = {"code": school.vestiging.code, "zaak": maak_aanmelding(school).sleutel}
    return reverse("aanmelding", kwargs=plek), reverse("aanmelding_stap", kwargs=plek)


def test_typed_school_that_says_it_is_no_public_school_is_refused_and_its_name_stays(gezin: Gezin) -> None:
    _ander("99BA", "Basisschool De Vlieger", is_openbaar=False)
    client, (_pagina, stap) = meld_aan(gezin.school.intern_begeleider), _zaak(gezin.school)

    antwoord = client.post(stap, NEE | {"school": "De Vlieger", "is_openbaar_nagekeken": "1"})

    assert antwoord.status_code == 422
    assert "Basisschool De Vlieger, Zeestad zegt zelf dat zij geen openbare school is" in inhoud_van(antwoord)
    bron = antwoord.content.decode()
    assert [zin in bron for zin in ('value="De Vlieger"', "Ons kind bidt niet mee.", f"{VINKJE} aria")] == [True] * 3
    assert not Aanmeldgebeurtenis.objects.filter(soort="grondslag_geweigerd").exists()


def test_school_that_did_not_say_what_it_is_is_noted_with_a_tick_and_all_that_was_typed_stays(gezin: Gezin) -> None:
    ander = _ander("99BA", "De Zandloper")
    client, (_pagina, stap) = meld_aan(gezin.school.intern_begeleider), _zaak(gezin.school)
    gekozen = NEE | {"plaats": "", "school_code": ander.code}

    antwoord = client.post(stap, gekozen)

    assert antwoord.status_code == 422
    assert "De Zandloper, Zeestad zei in Passend niet of zij een openbare school is." in inhoud_van(antwoord)
    bron = antwoord.content.decode()
    assert "Ons kind bidt niet mee." in bron
    assert f'value="{ander.code}" selected' in bron
    assert client.post(stap, gekozen | {"is_openbaar_nagekeken": "1"}).status_code == 302
    assert Aanmeldgebeurtenis.objects.get(soort="grondslag_geweigerd").vestiging == ander


def test_schools_that_say_they_are_public_stand_first_and_need_no_tick(gezin: Gezin) -> None:
    for brin, naam, is_openbaar in (("99BA", "A", None), ("99BB", "B", True), ("99BC", "C", False)):
        openbaar = _ander(brin, f"De {naam}zee", is_openbaar=is_openbaar)
        if is_openbaar:
            code = openbaar.code
    client, (pagina, stap) = meld_aan(gezin.school.intern_begeleider), _zaak(gezin.school)

    keuze = client.get(pagina).content.decode().split('id="id-school_code-grondslag"')[1].split("</select>")[0]

    gevonden = re.findall(r'<optgroup label="([^"]+)">|(De \wzee), Zeestad', keuze)
    assert [een or ander for een, ander in gevonden] == [
        *("Zegt zelf dat zij openbaar is", "De Bzee"),
        *("Zei nog niet of zij openbaar is", "De Azee"),
    ]
    assert client.post(stap, NEE | {"plaats": "", "school_code": code}).status_code == 302


def test_typed_school_is_asked_as_the_kind_it_says_it_is(gezin: Gezin) -> None:
    korrel = _ander("99BA", "SBO De Zandkorrel", is_openbaar=False, soort="sbo")
    school = gezin.school
    client, (_pagina, aanmelding) = meld_aan(school.intern_begeleider), _zaak(school)
    rij = begin_verwijdering(actor=school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)
    verwijdering = reverse("verwijdering", kwargs={"code": school.vestiging.code, "zaak": rij.sleutel})
    ja = {"op": "2026-10-05", "bij": "antwoord", "stap": "school_bereid", "tekst": "De directeur."}

    for pad, tabel in ((aanmelding, Aanmeldgebeurtenis), (verwijdering, Verwijdergebeurtenis)):
        assert client.post(pad, VRAAG | {"schoolsoort": "bao"}).status_code == 302
        gevraagd: Any = tabel.objects.get(soort="school_gevraagd")
        assert (gevraagd.vestiging, gevraagd.schoolsoort) == (korrel, "sbo")
        zonder = client.post(pad, ja | {"school": gevraagd.school})
        assert zonder.status_code == 422
        assert "laat een kind alleen toe met een toelaatbaarheidsverklaring. Kies of die er is" in inhoud_van(zonder)
        assert client.post(pad, ja | {"school": gevraagd.school, "tlv": "gevraagd"}).status_code == 302


def test_name_of_this_school_in_another_place_comes_back_beside_what_to_do(gezin: Gezin) -> None:
    client, (_pagina, stap) = meld_aan(gezin.school.intern_begeleider), _zaak(gezin.school)

    antwoord = client.post(stap, VRAAG | {"school": "Basisschool De Wilgenboom"})

    assert antwoord.status_code == 422
    assert "De Wilgenboom is de naam van deze school zelf. Heet een school in Zeestad ook zo" in inhoud_van(antwoord)
    assert 'value="Basisschool De Wilgenboom"' in antwoord.content.decode()
