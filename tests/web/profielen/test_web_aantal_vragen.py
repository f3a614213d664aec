"""Each page of a school costs the same number of queries however much is on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.paginas import adres, maak_inlezing, meld_aan
from tests.factories.profielen import HGW, OP, School, maak_editie, maak_profiel, maak_school, stapgegevens
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.profielen.actions.doelen import Doelgegevens, add_doel
from passend.profielen.actions.inlezingen import Ingeleverd, add_inlezing
from passend.profielen.actions.onderdelen import add_rij
from passend.profielen.actions.team import add_onderbouwing, add_reactie, close_ronde, open_ronde
from passend.profielen.actions.vaststelling import record_stap
from passend.profielen.models import Ondersteuningsprofiel
from passend.profielen.queries.team import get_open_ronde
from passend.regels.vaststelling import VOLGORDE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
HOEVEEL = (1, 3, 30)
type Vuller = Callable[[School, Ondersteuningsprofiel, int], None]


def _rijen(school: School, profiel: Ondersteuningsprofiel, aantal: int) -> None:
    for nummer in range(aantal):
        rij = add_rij(
            actor=school.directeur, profiel=profiel, tabel="aanbod", label=f"Aanbod {nummer}", soort="gedrag", op=OP
        )
        add_onderbouwing(
            actor=school.directeur, profiel=profiel, sleutel=rij.sleutel, wat="Foto", wanneer=OP.date(), op=OP
        )


def _reacties(school: School, profiel: Ondersteuningsprofiel, aantal: int) -> None:
    ronde = get_open_ronde(profiel=profiel)
    assert ronde is not None
    for nummer in range(aantal):
        collega = maak_account(Rolsoort.LEERKRACHT, school.vestiging, naam=f"Collega {nummer}")
        add_reactie(actor=collega, ronde=ronde, sleutel=HGW, soort="oneens", toelichting="Nee", op=OP)


def _rondes(school: School, profiel: Ondersteuningsprofiel, aantal: int) -> None:
    lopend = get_open_ronde(profiel=profiel)
    assert lopend is not None
    close_ronde(actor=school.directeur, ronde=lopend, op=OP)
    for nummer in range(aantal):
        ronde = open_ronde(actor=school.directeur, profiel=profiel, vraag=f"Vraag {nummer}", op=OP)
        add_reactie(actor=school.leerkracht, ronde=ronde, sleutel=HGW, soort="oneens", toelichting="Nee", op=OP)
        if nummer < aantal - 1:
            close_ronde(actor=school.directeur, ronde=ronde, op=OP + timedelta(minutes=nummer))


def _doelen(school: School, profiel: Ondersteuningsprofiel, aantal: int) -> None:
    for nummer in range(aantal):
        gegevens = Doelgegevens(sleutel=HGW, doel=f"Doel {nummer}", actie="", eigenaar="Team")
        add_doel(actor=school.directeur, profiel=profiel, gegevens=gegevens, op=OP)


def _vorige_doelen(school: School, _profiel: Ondersteuningsprofiel, aantal: int) -> None:
    _doelen(school, Ondersteuningsprofiel.objects.get(schooljaar="2025-2026"), aantal)


def _stappen(school: School, profiel: Ondersteuningsprofiel, aantal: int) -> None:
    for nummer, soort in enumerate(VOLGORDE[: min(aantal, 3)]):
        gegevens = replace(stapgegevens(), door=f"Wie {nummer}")
        actor = maak_account(Rolsoort.DIRECTEUR, school.vestiging)
        record_stap(actor=actor, profiel=profiel, soort=soort, gegevens=gegevens, op=OP)


def _edities(school: School, profiel: Ondersteuningsprofiel, aantal: int) -> None:
    for _keer in range(aantal):
        maak_editie(school, profiel)


def _inlezingen(school: School, _profiel: Ondersteuningsprofiel, aantal: int) -> None:
    eerste = maak_inlezing(school)
    for nummer in range(1, aantal):
        ingeleverd = Ingeleverd(
            naam=f"{nummer}.txt", sha256=f"{nummer:064}", bestand=b"x", lezing=eerste.lezing, document=eerste.document
        )
        add_inlezing(actor=school.directeur, vestiging=school.vestiging, ingeleverd=ingeleverd, op=OP)


@pytest.mark.parametrize("aantal", HOEVEEL)
@pytest.mark.parametrize(
    ("naam", "vul", "vragen"),
    [
        ("profiel", _rijen, 16),
        ("profiel", _reacties, 16),
        ("team", _rijen, 12),
        ("team", _reacties, 12),
        ("team", _rondes, 13),
        ("doelen", _doelen, 9),
        ("doelen", _vorige_doelen, 9),
        ("vaststelling", _edities, 9),
        ("vaststelling", _stappen, 10),
        ("documenten", _edities, 6),
        ("inleveren", _inlezingen, 5),
    ],
)
def test_page_takes_the_same_number_of_queries_for_one_thing_and_for_thirty(
    naam: str, vul: Vuller, vragen: int, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = maak_school()
    maak_profiel(school, Schooljaar(2025))
    profiel = maak_profiel(school)
    open_ronde(actor=school.directeur, profiel=profiel, vraag="Klopt dit?", op=OP)
    vul(school, profiel, aantal)
    client = meld_aan(school.directeur)

    with django_assert_num_queries(vragen):
        antwoord = client.get(adres(naam, school))

    assert antwoord.status_code == 200
