"""The page on which a teacher gets a group, and on which it ends."""

from datetime import datetime, timedelta

import pytest
from tests.factories.leerlingen import maak_groep, maak_leerling
from tests.factories.paginas import adres, inhoud_van, maak_regio, meld_aan
from tests.factories.profielen import OP, maak_school

from passend.organisaties.models import Groep
from passend.toegang.actions import give_groep
from passend.toegang.models import Groepstaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def test_teacher_gets_a_group_sees_its_pupils_and_loses_them_at_once(vaste_tijd: datetime) -> None:
    school = maak_school()
    groep = maak_groep(school)
    maak_leerling(school, groep=groep)
    ib, leerkracht = meld_aan(school.intern_begeleider), meld_aan(school.leerkracht)
    eerst = inhoud_van(ib.get(adres("groepsleerkrachten", school)))
    assert "Deze leerkracht ziet nog geen leerling:" in eerst

    vorm = {"leerkracht": school.leerkracht.pk, "groep": groep.pk, "van": vaste_tijd.date().isoformat(), "tot": ""}
    gegeven = ib.post(adres("groep_geven", school), vorm, follow=True)
    met = inhoud_van(leerkracht.get(adres("leerlingen", school)))
    taak = Groepstaak.objects.get()
    geeindigd = ib.post(adres("groep_eindigen", school), {"taak": taak.pk}, follow=True)
    zonder = inhoud_van(leerkracht.get(adres("leerlingen", school)))

    assert "geeft les aan groep 5." in inhoud_van(gegeven)
    assert "ziet groep 5 niet meer." in inhoud_van(geeindigd)
    assert ("Pip Duinmans" in met, "Pip Duinmans" in zonder) == (True, False)


def test_who_stands_in_later_is_shown_with_both_days(vaste_tijd: datetime) -> None:
    school = maak_school()
    groep, morgen = maak_groep(school), vaste_tijd.date() + timedelta(days=1)
    vorm = {"leerkracht": school.leerkracht.pk, "groep": groep.pk, "van": morgen.isoformat()}

    pagina = inhoud_van(
        meld_aan(school.directeur).post(adres("groep_geven", school), vorm | {"tot": morgen.isoformat()}, follow=True)
    )

    assert "geeft straks les aan groep 5." in pagina
    assert "begint nog" in pagina


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"leerkracht": "0"}, "Kies een leerkracht en een groep."),
        ({"groep": "x"}, "Kies een leerkracht en een groep."),
        ({"van": ""}, "Vul een bestaande datum in."),
        ({"tot": "morgen"}, "Vul een bestaande datum in."),
        ({"van": "2026-01-01"}, "De eerste dag ligt voor vandaag."),
        ({"tot": "2026-01-01"}, "De laatste dag ligt voor de eerste."),
    ],
)
def test_what_cannot_be_given_is_said_beside_the_form(anders: dict[str, str], zin: str, vaste_tijd: datetime) -> None:
    school = maak_school()
    vorm = {"leerkracht": school.leerkracht.pk, "groep": maak_groep(school).pk, "van": vaste_tijd.date().isoformat()}

    antwoord = meld_aan(school.directeur).post(adres("groep_geven", school), {**vorm, **anders})

    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert not Groepstaak.objects.exists()


def test_group_is_made_and_a_second_of_that_name_is_not() -> None:
    school = maak_school()
    client = meld_aan(school.intern_begeleider)

    eerst = client.post(adres("groep_nieuw", school), {"naam": "3b"}, follow=True)
    dan = client.post(adres("groep_nieuw", school), {"naam": "Groep 3B"})

    assert "De groep is er." in inhoud_van(eerst)
    assert (dan.status_code, "is er dit schooljaar al" in inhoud_van(dan)) == (422, True)
    assert Groep.objects.get().naam == "3b"


def test_task_of_another_school_is_not_there() -> None:
    regio = maak_regio()
    taak = give_groep(
        actor=regio.buur.directeur,
        account=regio.buur.leerkracht,
        groep=maak_groep(regio.buur),
        geldig_van=OP.date(),
        geldig_tot_en_met=None,
        op=OP,
    )

    antwoord = meld_aan(regio.eigen.directeur).post(adres("groep_eindigen", regio.eigen), {"taak": taak.pk})

    assert antwoord.status_code == 404


def test_way_to_the_page_is_at_the_groups_and_among_the_people() -> None:
    school = maak_school()
    client, hier = meld_aan(school.directeur), adres("groepsleerkrachten", school)

    assert all(hier in client.get(adres(naam, school)).content.decode() for naam in ("groepen", "mensen"))
    assert hier not in meld_aan(school.beheerder).get(adres("mensen", school)).content.decode()


def test_teacher_without_a_group_hears_whom_to_ask_and_a_school_without_groups_what_to_do() -> None:
    school = maak_school()

    van_leerkracht, van_ib = (
        inhoud_van(meld_aan(wie).get(adres("groepen", school))) for wie in (school.leerkracht, school.intern_begeleider)
    )

    assert f"Dit kunt u vragen aan: {school.intern_begeleider} , {school.intern_begeleider.email}" in van_leerkracht
    assert "Dit schooljaar is er nog geen groep." in van_ib
