"""A file of another school: looked at first, taken over whole or not at all, and twice is once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from cryptography.fernet import Fernet
from pytest_django import Settings
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.oso import maak_popo
from tests.factories.overstap import laat_toe, maak_rapport
from tests.factories.paginas import maak_regio
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.overstap import Meegekomenplan, Overstapopgave
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.kluis import rotate_sleutels
from passend.leerlingen.models import Dossierstuk, Leerling, Ouderrelatie
from passend.organisaties.models import Vestiging
from passend.overstap.actions.bestand import (
    Inschrijving,
    compare_bestand,
    discard_bestand,
    keep_bestand,
    open_bestand,
    take_over,
)
from passend.overstap.actions.contact import OverstapError
from passend.overstap.models import Overstapbestand
from passend.plannen.models import Plan
from passend.plannen.queries.voorstellen import list_planvoorstellen
from passend.toelating.models import Aanmelding
from passend.uitwisseling.oso.controle import controleer
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso
from passend.uitwisseling.oso.uit_rapport import Verzending, Woonadres
from passend.uitwisseling.oso.uit_rapport import maak_popo as popo_van
from passend.uitwisseling.oso.uit_rapport import maak_poswv as poswv_van

pytestmark = [pytest.mark.django_db]
XML = schrijf_oso(maak_popo())
ADRES = Woonadres(is_geheim=False, straat="Duinweg", nummer="3", postcode="9999 ZZ", plaats="Duinrand")
VERZENDING = Verzending(
    datum=OP.date(), adres=ADRES, inzagedatum=OP.date(), akkoord="Ja", opmerking="", rapport=b"%PDF"
)


def _opgave(xml: bytes = XML) -> Overstapopgave:
    return maak_opgave(lees_oso(xml))


def _met_telefoon(school: School | None = None) -> Gezin:
    gezin = maak_gezin(school)
    Vestiging.objects.filter(pk=gezin.school.vestiging.pk).update(telefoon="070 - 000 00 00")
    gezin.school.vestiging.refresh_from_db()
    gezin.leerling.refresh_from_db()
    return gezin


def _bewaar(school: School, xml: bytes = XML) -> Overstapbestand:
    return keep_bestand(
        actor=school.intern_begeleider, vestiging=school.vestiging, opgave=_opgave(xml), inhoud=xml, op=OP
    )


def _neem_over(school: School, xml: bytes = XML) -> Leerling:
    """Take a file over, of a child that was admitted when it is no pupil yet."""
    opgave, bestand = _opgave(xml), _bewaar(school, xml)
    beeld = compare_bestand(vestiging=school.vestiging, opgave=opgave, bestand=bestand)
    inschrijving = None if beeld.leerling else laat_toe(school, opgave)
    return take_over(actor=school.intern_begeleider, bestand=bestand, opgave=opgave, inschrijving=inschrijving, op=OP)


def test_looking_at_a_file_changes_nothing_and_keeps_it_locked() -> None:
    school = maak_school()

    bestand = _bewaar(school)

    assert Leerling.objects.count() == 0
    assert b"999999990" not in bytes(bestand.geheim)
    assert open_bestand(bestand) == XML
    beeld = compare_bestand(vestiging=school.vestiging, opgave=_opgave(), bestand=bestand)
    assert [een.wat for een in beeld.nieuw] == [
        "Fenna Verzonnen",
        "Verzonnen",
        "Schoolloopbaan (vorige school)",
        "Wat de ouders ervan vinden (vorige school)",
    ]
    assert beeld.al_hier == []
    assert [bool(een.tekst) for een in beeld.nieuw] == [False, False, True, True]


def test_taking_over_makes_the_pupil_the_parents_and_the_pieces() -> None:
    school = maak_school()

    leerling = _neem_over(school)

    assert str(leerling) == "Fenna Verzonnen"
    ouders = Ouderrelatie.objects.order_by("naam").values_list("naam", "heeft_gezag")
    assert list(ouders) == [("Sanne Zeegras", True), ("Verzonnen", True)]
    assert list(Dossierstuk.objects.values_list("titel", flat=True)) == [
        "Schoolloopbaan (vorige school)",
        "Wat de ouders ervan vinden (vorige school)",
    ]


def test_the_same_file_twice_changes_nothing() -> None:
    school = maak_school()
    _neem_over(school)
    eerste = Overstapbestand.objects.get()

    tweede = _bewaar(school)

    assert tweede == eerste
    with pytest.raises(OverstapError, match="al overgenomen"):
        take_over(actor=school.intern_begeleider, bestand=tweede, opgave=_opgave(), op=OP)
    assert (Leerling.objects.count(), Ouderrelatie.objects.count(), Dossierstuk.objects.count()) == (1, 2, 2)


def test_the_same_words_in_another_file_come_once() -> None:
    school = maak_school()
    _neem_over(school)

    _neem_over(school, XML + b"\n")

    assert (Leerling.objects.count(), Ouderrelatie.objects.count(), Dossierstuk.objects.count()) == (1, 2, 2)


def test_a_plan_that_ran_at_the_other_school_is_offered_and_is_no_plan_yet() -> None:
    school, plan = (
        maak_school(),
        Meegekomenplan(
            niveau=2,
            aanleiding="Leest traag.",
            doel="Leest vlot.",
            geldig_van=date(2026, 6, 1),
            geldig_tot_en_met=date(2027, 1, 14),
        ),
    )
    opgave, bestand = replace(_opgave(), plannen=[plan]), _bewaar(school)

    leerling = take_over(
        actor=school.intern_begeleider,
        bestand=bestand,
        opgave=opgave,
        inschrijving=laat_toe(school, opgave),
        op=OP,
    )

    (beeld,) = list_planvoorstellen(leerling=leerling)
    assert (beeld.plan, beeld.voorstel.van_school, beeld.voorstel.door) == (
        plan,
        opgave.van_school,
        school.intern_begeleider,
    )
    assert Plan.objects.count() == 0


def test_what_is_not_taken_over_says_why() -> None:
    assert [een.wat for een in _opgave().niet_overgenomen] == [
        "burgerservicenummer of onderwijsnummer",
        "adres en telefoonnummer",
    ]


def test_a_file_that_nobody_takes_over_goes_after_a_week_or_at_once() -> None:
    school = maak_school()
    ib = school.intern_begeleider
    oud = _bewaar(school)

    keep_bestand(actor=ib, vestiging=school.vestiging, opgave=_opgave(), inhoud=XML + b" ", op=OP + timedelta(days=8))

    assert not Overstapbestand.objects.filter(pk=oud.pk).exists()
    discard_bestand(actor=ib, bestand=Overstapbestand.objects.get(), op=OP)
    assert Overstapbestand.objects.count() == 0


def test_who_teaches_takes_no_file_in() -> None:
    school = maak_school()
    bestand = _bewaar(school)

    with pytest.raises(GeenToegangError):
        take_over(actor=school.leerkracht, bestand=bestand, opgave=_opgave(), op=OP)


def test_a_file_made_of_a_report_breaks_no_rule_and_comes_in_elsewhere() -> None:
    regio = maak_regio()
    gezin, elders = _met_telefoon(regio.eigen), regio.ander
    rapport = maak_rapport(gezin)
    xml = schrijf_oso(popo_van(rapport.inhoud, VERZENDING, bsn="999999990"))
    assert controleer(lees_oso(xml).boom) == []

    leerling = _neem_over(elders, xml)

    assert (str(leerling), leerling.geboren_op) == (str(gezin.leerling), gezin.leerling.geboren_op)


def test_a_file_for_the_samenwerkingsverband_breaks_no_rule_and_has_no_number() -> None:
    rapport = maak_rapport(_met_telefoon())

    xml = schrijf_oso(poswv_van(rapport.inhoud, VERZENDING))

    assert controleer(lees_oso(xml).boom) == []
    assert b"bsn" not in xml


@pytest.mark.parametrize(("akkoord", "reden"), [("Ja", False), ("Onbekend", False), ("Nee", True)])
def test_words_of_parents_are_a_reason_only_when_they_do_not_agree(akkoord: str, *, reden: bool) -> None:
    rapport = maak_rapport(_met_telefoon())
    verzending = replace(VERZENDING, akkoord=akkoord, opmerking="Het leesplan helpt.")

    for xml in (
        schrijf_oso(popo_van(rapport.inhoud, verzending, bsn="999999990")),
        schrijf_oso(poswv_van(rapport.inhoud, verzending)),
    ):
        assert (b"redennietakkoord" in xml) is reden
        assert controleer(lees_oso(xml).boom) == []


def test_a_file_without_an_address_is_not_made_and_says_why() -> None:
    rapport = maak_rapport()
    zonder = Verzending(
        datum=OP.date(),
        adres=Woonadres(is_geheim=False),
        inzagedatum=OP.date(),
        akkoord="Ja",
        opmerking="",
        rapport=b"x",
    )

    with pytest.raises(ValueError, match="adres van de leerling"):
        popo_van(rapport.inhoud, zonder, bsn="999999990")


def test_files_are_locked_anew_when_the_installation_gets_a_new_key(settings: Settings) -> None:
    school = maak_school()
    bestand = _bewaar(school)
    nieuw = Fernet.generate_key().decode()
    settings.PASSEND_SLEUTELS = [nieuw, *settings.PASSEND_SLEUTELS]

    wissel = rotate_sleutels(bestuur=school.vestiging.bestuur_id, op=OP)

    settings.PASSEND_SLEUTELS = [nieuw]
    bestand.refresh_from_db()
    assert (wissel.vernieuwd, wissel.onleesbaar) == (1, 0)
    assert open_bestand(bestand) == XML


def test_a_file_of_which_no_key_is_known_stays_and_says_so(settings: Settings) -> None:
    school = maak_school()
    bestand = _bewaar(school)
    settings.PASSEND_SLEUTELS = [Fernet.generate_key().decode()]

    wissel = rotate_sleutels(bestuur=school.vestiging.bestuur_id, op=OP)

    assert (wissel.vernieuwd, wissel.onleesbaar) == (0, 1)
    with pytest.raises(OverstapError, match="sleutel die er niet meer is"):
        open_bestand(bestand)


def test_a_child_without_a_registration_is_not_made_a_pupil() -> None:
    school = maak_school()
    bestand = _bewaar(school)

    with pytest.raises(OverstapError, match="Noteer haar eerst bij Aanmeldingen"):
        take_over(actor=school.intern_begeleider, bestand=bestand, opgave=_opgave(), op=OP)

    assert Leerling.objects.count() == 0


def test_a_child_of_which_nobody_decided_is_not_made_a_pupil() -> None:
    school = maak_school()
    bestand, inschrijving = _bewaar(school), laat_toe(school, _opgave(), is_toegelaten=False)

    with pytest.raises(OverstapError, match="als het kind is toegelaten, of een tijdelijke plek heeft"):
        take_over(actor=school.intern_begeleider, bestand=bestand, opgave=_opgave(), inschrijving=inschrijving, op=OP)

    assert (Leerling.objects.count(), Dossierstuk.objects.count()) == (0, 0)


def test_a_child_becomes_a_pupil_on_the_day_that_was_typed_and_never_by_itself() -> None:
    school = maak_school()
    bestand, inschrijving = _bewaar(school), laat_toe(school, _opgave())
    in_januari = Inschrijving(aanmelding=inschrijving.aanmelding, eerste_dag=date(2027, 1, 4))

    with pytest.raises(OverstapError, match="vul de eerste schooldag in"):
        take_over(actor=school.intern_begeleider, bestand=bestand, opgave=_opgave(), op=OP)
    leerling = take_over(
        actor=school.intern_begeleider, bestand=bestand, opgave=_opgave(), inschrijving=in_januari, op=OP
    )

    assert leerling.ingeschreven_op == date(2027, 1, 4)
    assert Aanmelding.objects.get().leerling == leerling


def test_a_file_is_known_by_the_child_it_is_of() -> None:
    assert _bewaar(maak_school()).naam == "Fenna Verzonnen"
