"""Meetings go along with the file for who may read it, are destroyed with it, and show what other rooms know."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.overleggen import NA, Mdo, maak_besluit, maak_groepsbespreking, maak_mdo

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.queries.bewaren import TABELLEN, rijen_van, tabellen_van
from passend.overleggen.actions.blad import Besluitgegevens, add_besluit, save_deel
from passend.overleggen.models import Besluit, Overleg, Overlegdeel
from passend.overleggen.queries.bekend import list_bekend
from passend.overleggen.queries.uitvoer import get_overlegrubrieken
from passend.plannen.models import Leerlingkenmerk, Plan
from passend.regels.vernietiging import LEERLINGKLASSEN
from passend.volgen.models import Toetsresultaat

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(NA)
V = Vertrouwelijkheid


def _vol() -> Mdo:
    mdo = maak_mdo()
    save_deel(actor=mdo.ib, deel=mdo.deel("vraag"), tekst="Hoe helpen we Pip?", versie=1, op=HIER)
    maak_besluit(mdo)
    groep = maak_groepsbespreking(mdo.gezin)
    regel = Overlegdeel.objects.get(overleg=groep, leerling=mdo.gezin.leerling)
    save_deel(actor=mdo.ib, deel=regel, tekst="Gaat goed.", versie=1, op=HIER)
    gegevens = Besluitgegevens(wat="Rustige plek", eigenaar=None, uiterlijk_op=None, leerling=mdo.gezin.leerling)
    add_besluit(actor=mdo.ib, overleg=groep, gegevens=gegevens, op=HIER)
    return mdo


@pytest.mark.parametrize(
    ("klassen", "teksten", "besluiten"),
    [
        ({V.GEWOON, V.ZORG}, ["Hoe helpen we Pip?", "Gaat goed."], ["Leesgroepje", "Rustige plek"]),
        ({V.GEWOON}, ["Gaat goed."], ["Rustige plek"]),
    ],
)
def test_file_that_goes_along_has_the_meetings_of_the_classes_that_may_be_read(
    klassen: set[Vertrouwelijkheid], teksten: list[str], besluiten: list[str]
) -> None:
    mdo = _vol()

    rubrieken = {een.naam: een.regels for een in get_overlegrubrieken(mdo.gezin.leerling, klassen)}

    assert [regel["tekst"] for regel in rubrieken["overleggen"]] == teksten
    assert [regel["wat"] for regel in rubrieken["besluiten"]] == besluiten
    assert [regel["plaats"] for regel in rubrieken["gesprekken"]] == (["Kamer 4"] if V.ZORG in klassen else [])
    assert get_overlegrubrieken(mdo.gezin.leerling, set()) == []


def test_everything_of_a_meeting_about_a_pupil_goes_with_the_file_and_the_line_in_that_of_a_group_too() -> None:
    mdo = _vol()
    leerling = mdo.gezin.leerling

    for klasse in LEERLINGKLASSEN:
        for tabel in tabellen_van(klasse):
            if tabel in TABELLEN and tabel._meta.app_label == "overleggen":
                _aantal, per_tabel = rijen_van(tabel, [leerling]).delete()
                assert set(per_tabel) <= {tabel._meta.label}

    assert [een.soort for een in Overleg.objects.all()] == ["groepsbespreking"]
    assert [een.soort for een in Overlegdeel.objects.all()] == ["groep"]
    assert not Besluit.objects.exists()


def test_sheet_knows_the_newest_result_what_is_needed_and_the_plan_that_runs_without_a_word_typed() -> None:
    mdo = maak_mdo()
    leerling, ib, dag = mdo.gezin.leerling, mdo.ib, date(2026, 9, 20)
    van = {"bestuur_id": leerling.bestuur_id, "leerling": leerling}
    for afgenomen_op, niveau in ((dag - timedelta(days=100), "III"), (dag, "II")):
        Toetsresultaat.objects.create(
            **van,
            instrument="iep",
            vak="rekenen",
            afnamemoment="B5",
            afgenomen_op=afgenomen_op,
            niveau=niveau,
            herkomst="getypt",
            vastgelegd_op=HIER,
        )
    Leerlingkenmerk.objects.create(
        **van, soort="behoefte", tekst="een rustige plek", geldig_van=dag, vastgelegd_op=HIER, door=ib
    )
    Plan.objects.create(
        **van,
        niveau=3,
        aanleiding="x",
        doel="Vlot lezen",
        geldig_van=dag,
        geldig_tot_en_met=dag + timedelta(days=60),
        vastgelegd_op=HIER,
        door=ib,
        gewijzigd_op=HIER,
        gewijzigd_door=ib,
    )

    bekend = list_bekend(leerling=leerling, leesbaar={V.GEWOON}, peildatum=HIER.date())

    assert [(een.waarover, een.tekst, een.op) for een in bekend] == [
        ("wat nodig is", "een rustige plek", dag),
        ("plan", "Vlot lezen", dag),
        ("rekenen", "niveau II", dag),
    ]
    assert [een.kort for een in bekend] == ["", "", "II"]
    assert list_bekend(leerling=leerling, leesbaar=set(), peildatum=HIER.date()) == []
