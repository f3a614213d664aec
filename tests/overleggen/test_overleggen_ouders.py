"""Two parents who disagree each have their own words on the sheet, under their own name."""

from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone
from tests.factories.leerlingen import maak_gezin, maak_ouder
from tests.factories.opp import maak_plan
from tests.factories.overleggen import NA, Mdo, maak_mdo, nodig_uit
from tests.factories.profielen import OP

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import Deelsoort
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.models import Ouderrelatie
from passend.leerlingen.permissions import get_inzage
from passend.overleggen.actions.blad import save_deel
from passend.overleggen.actions.deelnemers import remove_deelnemer
from passend.overleggen.models import Overlegdeel, Overlegdeelnemer
from passend.overleggen.queries.blad import list_delen
from passend.overleggen.queries.oppwoorden import list_oppwoorden
from passend.overleggen.queries.uitvoer import get_overlegrubrieken
from passend.plannen.actions.opp import offer_opp
from passend.plannen.actions.oppouders import add_oppzienswijze
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(NA)


def _twee() -> tuple[Mdo, Account, Ouderrelatie]:
    """An MDO to which two parents with authority are asked, and the second of them."""
    gezin = maak_gezin()
    tweede, relatie = maak_ouder(gezin.school, gezin.leerling)
    Ouderrelatie.objects.filter(pk=relatie.pk).update(naam="Joost Kwast")
    return nodig_uit(maak_mdo(gezin, met_toestemming=False)), tweede, relatie


def _deel(mdo: Mdo, ouder: Ouderrelatie | None) -> Overlegdeel:
    return Overlegdeel.objects.get(overleg=mdo.overleg, soort=Deelsoort.OUDERS, ouder=ouder)


def _schrijf(wie: Account, deel: Overlegdeel, tekst: str) -> None:
    save_deel(actor=wie, deel=deel, tekst=tekst, versie=deel.versie, op=HIER)


def _samen(mdo: Mdo) -> Overlegdeel:
    """The view of the parents together, as it was before each had their own."""
    return Overlegdeel.objects.create(
        bestuur_id=mdo.overleg.bestuur_id, overleg=mdo.overleg, leerling=mdo.gezin.leerling, soort=Deelsoort.OUDERS
    )


def test_each_parent_writes_in_their_own_part_and_not_in_that_of_the_other() -> None:
    mdo, tweede, relatie = _twee()

    _schrijf(mdo.gezin.ouder, _deel(mdo, mdo.gezin.relatie), "Wij willen het onderzoek wel.")
    _schrijf(tweede, _deel(mdo, relatie), "Geen onderzoek.")
    for wie, ouder in ((tweede, mdo.gezin.relatie), (mdo.gezin.ouder, relatie)):
        with pytest.raises(GeenToegangError, match="elke ouder bij de eigen kijk"):
            _schrijf(wie, _deel(mdo, ouder), "Iets anders.")

    assert {een.ouder: een.tekst for een in list_delen(overleg=mdo.overleg) if een.soort == Deelsoort.OUDERS} == {
        mdo.gezin.relatie: "Wij willen het onderzoek wel.",
        relatie: "Geen onderzoek.",
    }


def test_school_notes_in_a_talk_what_each_parent_says() -> None:
    mdo, _tweede, relatie = _twee()

    for wie, ouder in ((mdo.ib, relatie), (mdo.gezin.school.leerkracht, mdo.gezin.relatie)):
        _schrijf(wie, _deel(mdo, ouder), f"Gehoord door {wie.pk}.")

    assert _deel(mdo, relatie).tekst == f"Gehoord door {mdo.ib.pk}."
    assert _deel(mdo, mdo.gezin.relatie).tekst == f"Gehoord door {mdo.gezin.school.leerkracht.pk}."


def test_parent_without_authority_has_no_part_and_a_meeting_without_parents_one_for_what_they_said() -> None:
    mdo, _tweede, relatie = _twee()
    Ouderrelatie.objects.update(heeft_gezag=False)
    zonder = maak_mdo(mdo.gezin, met_toestemming=False)

    ouders = [
        [een.ouder for een in list_delen(overleg=overleg) if een.soort == Deelsoort.OUDERS]
        for overleg in (mdo.overleg, zonder.overleg)
    ]

    assert ouders == [[mdo.gezin.relatie, relatie], [None]]


def test_words_of_the_parents_together_stay_and_no_parent_changes_them() -> None:
    mdo, tweede, relatie = _twee()
    samen = _samen(mdo)

    def gelezen() -> list[Ouderrelatie | None]:
        return [een.ouder for een in list_delen(overleg=mdo.overleg) if een.soort == Deelsoort.OUDERS]

    assert gelezen() == [mdo.gezin.relatie, relatie]
    _schrijf(mdo.ib, samen, "Thuis leest hij niet.")
    assert gelezen() == [None, mdo.gezin.relatie, relatie]
    with pytest.raises(GeenToegangError):
        _schrijf(tweede, _deel(mdo, None), "Anders.")


def test_meeting_that_was_open_gets_a_part_for_each_parent_and_keeps_the_words_of_all_of_them() -> None:
    mdo, _tweede, relatie = _twee()
    Overlegdeel.objects.filter(soort=Deelsoort.OUDERS).delete()
    _schrijf(mdo.ib, _samen(mdo), "Thuis leest hij niet.")

    import_module("passend.overleggen.migrations.0003_kijk_per_ouder").add_kijk_per_ouder(apps, None)

    assert [
        (een.ouder, een.leerling, een.tekst) for een in list_delen(overleg=mdo.overleg) if een.soort == Deelsoort.OUDERS
    ] == [
        (None, mdo.gezin.leerling, "Thuis leest hij niet."),
        (mdo.gezin.relatie, mdo.gezin.leerling, ""),
        (relatie, mdo.gezin.leerling, ""),
    ]


def test_empty_part_goes_with_the_parent_who_was_taken_off_and_words_stay() -> None:
    mdo, _tweede, relatie = _twee()
    _schrijf(mdo.ib, _deel(mdo, relatie), "Geen onderzoek.")

    for deelnemer in Overlegdeelnemer.objects.filter(overleg=mdo.overleg, ouder__isnull=False):
        remove_deelnemer(actor=mdo.ib, deelnemer=deelnemer, op=HIER)

    assert [(een.ouder, een.tekst) for een in Overlegdeel.objects.filter(soort=Deelsoort.OUDERS)] == [
        (relatie, "Geen onderzoek.")
    ]


def test_file_that_goes_along_says_which_parent_said_what() -> None:
    mdo, _tweede, relatie = _twee()
    _schrijf(mdo.ib, _deel(mdo, mdo.gezin.relatie), "Wel.")
    _schrijf(mdo.ib, _deel(mdo, relatie), "Niet.")

    rubrieken = {een.naam: een.regels for een in get_overlegrubrieken(mdo.gezin.leerling, set(Vertrouwelijkheid))}

    assert [(regel["deel"], regel["van"], regel["tekst"]) for regel in rubrieken["overleggen"]] == [
        ("kijk van de ouders", mdo.gezin.relatie.naam, "Wel."),
        ("kijk van de ouders", "Joost Kwast", "Niet."),
    ]


def test_what_a_parent_said_on_the_plan_is_for_their_own_part() -> None:
    mdo, tweede, relatie = _twee()
    plan = maak_plan(mdo.gezin)
    offer_opp(actor=mdo.ib, versie=plan.versie, op=OP)
    for wie, tekst in ((mdo.gezin.ouder, "Thuis leest hij graag."), (tweede, "Bij mij niet.")):
        add_oppzienswijze(actor=wie, versie=plan.versie, tekst=tekst, op=OP)
    inzage = get_inzage(mdo.ib, mdo.gezin.leerling, op=HIER)
    assert inzage is not None

    woorden = list_oppwoorden(leerling=mdo.gezin.leerling, inzage=inzage)

    assert {plek: een.overname for plek, een in woorden.items()} == {
        (Deelsoort.OUDERS, mdo.gezin.relatie.pk): "Thuis leest hij graag.",
        (Deelsoort.OUDERS, relatie.pk): "Bij mij niet.",
    }
