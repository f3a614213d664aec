"""Decisions: gates that name what is missing, the board that goes through one with its reason, and what follows."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import (
    BELEID,
    DAG,
    besluit,
    gebeur,
    maak_aanmelding,
    maak_beleid,
    maak_kind,
    maak_vol,
    maak_weigerbaar,
)

from passend.begrippen.aanmelding import Gebeurtenissoort, Hulpvraag, Plaatsstand
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.toelating import Aanmeldingsstand, Toelatingsbesluit, Weigeringsgrond
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.organisaties.queries import in_bestuur
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.actions.aanmelden import Aanmelder, ToelatingError
from passend.toelating.actions.besluiten import (
    Besluitgegevens,
    PoortError,
    decide_aanmelding,
    enrol_aangemelde,
    place_tijdelijk,
)
from passend.toelating.actions.brieven import receive_aanmelding
from passend.toelating.actions.school import Beleidgegevens, Ruimtegegevens, set_beleid, set_ruimte
from passend.toelating.models import Aanmelding, Brief
from passend.toelating.queries.aanmeldingen import list_ruimte
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db
NEE, JA = Toelatingsbesluit.GEWEIGERD, Toelatingsbesluit.TOEGELATEN


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        yield school


def _stand(aanmelding: Aanmelding, dagen: int) -> Aanmeldingsstand:
    peildatum = (OP + timedelta(days=dagen)).date()
    return toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=peildatum).soort


def test_refusal_names_everything_that_is_missing_and_nothing_is_kept(school: School) -> None:
    aanmelding = maak_aanmelding(school)

    with pytest.raises(PoortError) as fout:
        besluit(school, aanmelding, NEE)

    assert [zin.split(".")[0] for zin in fout.value.args] == [
        "Beoordeel eerst of het kind extra ondersteuning nodig heeft, en schrijf dat op",
        "Overleg eerst met de ouders over een andere school, en schrijf op wanneer dat was",
        "Er is nog geen school die het kind wil toelaten",
    ]
    assert _stand(aanmelding, 10) is Aanmeldingsstand.IN_BEHANDELING
    assert Brief.objects.filter(soort="geweigerd").count() == 0


@pytest.mark.parametrize("dag", [5, 9, 10])
def test_refusal_of_an_earlier_day_needs_a_school_that_is_still_willing_when_parents_hear(
    school: School, dag: int
) -> None:
    maak_beleid(school)
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    gebeur(
        school, aanmelding, Gebeurtenissoort.BEREIDHEID_INGETROKKEN, dag, school="De Schelp, Zeestad", tekst="Toch vol."
    )

    with pytest.raises(PoortError, match="De Schelp, Zeestad was bereid, maar trok dat in"):
        besluit(school, aanmelding, NEE, op=DAG + timedelta(days=4))

    besluit(school, aanmelding, NEE, op=DAG + timedelta(days=4), doorbreking="Besproken met de inspectie.")
    assert "Schelp" not in Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst


def test_refusal_with_a_willing_school_is_told_with_its_reasons_objection_and_committee(school: School) -> None:
    maak_beleid(school)
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)

    besluit(school, aanmelding, NEE)

    tekst = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    assert "De Schelp" in tekst
    assert "uiterlijk op 26 november 2026" in tekst
    assert "geschillencommissie passend onderwijs" in tekst
    assert f"Schrijf {school.vestiging.bestuur} dan een brief" in tekst
    assert "U mag hem ook aan de school geven" in tekst
    assert tekst.startswith("Beste Sanne Zeegras,\n\n")
    assert tekst.split("\n\n")[-3:] == [
        "Met vriendelijke groet,",
        f"{school.directeur}, directeur",
        f"{school.vestiging}, namens {school.vestiging.bestuur}",
    ]
    assert "steunpunt: 070" in tekst
    assert _stand(aanmelding, 10) is Aanmeldingsstand.GEWEIGERD


def test_refusal_rests_on_no_assessment_that_was_made_after_it(school: School) -> None:
    maak_beleid(school)
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Gebeurtenissoort.ONDERZOEK, 1, bevinding="extra", tekst="Observatie.")
    gebeur(school, aanmelding, Gebeurtenissoort.ONDERZOEK, 9, bevinding="geen", tekst="Toch niet.")

    with pytest.raises(PoortError, match="De school beoordeelde op 14-10-2026 wat het kind nodig heeft"):
        besluit(school, aanmelding, NEE, op=date(2026, 10, 13))


def test_public_school_has_no_grondslag_that_parents_can_refuse(school: School) -> None:
    maak_beleid(school, is_openbaar=True)
    aanmelding = maak_aanmelding(school)

    with pytest.raises(ToelatingError, match="Een openbare school heeft geen grondslag"):
        gebeur(
            school,
            aanmelding,
            Gebeurtenissoort.GRONDSLAG_GEWEIGERD,
            2,
            vooraf_op=date(2026, 10, 6),
            tekst="Zij zeiden nee.",
        )


def test_letter_names_the_partnership_for_support_where_the_school_named_no_desk(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)

    besluit(school, aanmelding, NEE)

    verband = school.vestiging.bestuur.samenwerkingsverband
    assert f"jeugdsteunpunt: {verband}." in Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst


def test_letter_of_refusal_says_where_an_objection_goes_once_the_school_said_so(school: School) -> None:
    beleid = Beleidgegevens(is_openbaar=False, is_aanmelden_open=True, bezwaar_adres="bezwaar@bestuur.example")
    maak_beleid(school)
    set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=beleid, op=OP)
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)

    besluit(school, aanmelding, NEE)

    tekst = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    assert "Stuur hem naar bezwaar@bestuur.example." in tekst


def test_refusal_for_want_of_room_needs_a_policy_that_was_public_before(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_beleid(school, sinds=DAG - timedelta(days=90))
    maak_vol(school)
    vol = {"bewijs_adres": BELEID, "is_gevolgd": True, "tekst": "28 plaatsen, 28 kinderen.", "leerjaar": 1}
    gebeur(school, aanmelding, Gebeurtenissoort.SCHOOL_VOL, 2, vooraf_op=DAG + timedelta(days=1), **vol)
    with pytest.raises(PoortError, match="niet openbaar"):
        besluit(school, aanmelding, NEE, grond=Weigeringsgrond.SCHOOL_VOL)

    gebeur(school, aanmelding, Gebeurtenissoort.SCHOOL_VOL, 3, vooraf_op=DAG - timedelta(days=90), **vol)
    besluit(school, aanmelding, NEE, grond=Weigeringsgrond.SCHOOL_VOL)

    assert _stand(aanmelding, 10) is Aanmeldingsstand.GEWEIGERD
    tekst = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    assert f"Er is geen plaats in groep 1. Wij volgden hierbij ons toelatingsbeleid. Dat leest u op {BELEID}." in tekst


@pytest.mark.parametrize("op", [DAG + timedelta(days=2), DAG + timedelta(days=1)])
@pytest.mark.parametrize("is_gevolgd", [True, False])
def test_letter_claims_the_policy_only_if_it_was_followed_and_noted_by_the_day_of_the_decision(
    school: School, op: date, *, is_gevolgd: bool
) -> None:
    aanmelding = maak_aanmelding(school, oudertaal="en")
    maak_beleid(school, sinds=DAG - timedelta(days=90))
    maak_vol(school)
    vol = {"bewijs_adres": BELEID, "vooraf_op": DAG - timedelta(days=90), "tekst": "28 plaatsen.", "leerjaar": 1}
    gebeur(school, aanmelding, Gebeurtenissoort.SCHOOL_VOL, 2, is_gevolgd=is_gevolgd, **vol)

    besluit(school, aanmelding, NEE, grond=Weigeringsgrond.SCHOOL_VOL, op=op, doorbreking="Het kan niet wachten.")

    mag = is_gevolgd and op == DAG + timedelta(days=2)
    brief = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd")
    assert "Er is geen plaats in groep 1." in brief.tekst
    assert ("Wij volgden hierbij ons toelatingsbeleid." in brief.tekst) is mag
    assert ("We followed our admission policy." in brief.vertaling) is mag
    assert (BELEID in brief.tekst) is mag


def test_letter_claims_no_policy_where_no_full_group_was_noted(school: School) -> None:
    aanmelding = maak_aanmelding(school, oudertaal="en")

    besluit(school, aanmelding, NEE, grond=Weigeringsgrond.SCHOOL_VOL, doorbreking="Het kan niet wachten.")

    brief = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd")
    niet_klaar = "Het bestuur besloot, terwijl dit nog niet klaar was: vastleggen dat de groep vol is."
    assert f"\n\nEr is geen plaats.\n\n{niet_klaar}" in brief.tekst
    assert "We followed our admission policy" not in brief.vertaling


def test_only_the_board_breaks_through_a_gate_and_it_shows(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gegevens = Besluitgegevens(soort=NEE, op=DAG, motivering="Het kan niet.", doorbreking="Besproken met de Inspectie.")
    with pytest.raises(GeenToegangError, match="alleen het bestuur"):
        decide_aanmelding(actor=school.directeur, aanmelding=aanmelding, gegevens=gegevens, op=OP)

    rij = decide_aanmelding(actor=school.bestuurder, aanmelding=aanmelding, gegevens=gegevens, op=OP)

    assert rij.doorbreking == "Besproken met de Inspectie."
    assert "week af" in Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    stand = toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=DAG)
    assert (stand.soort, stand.is_afwijking) == (Aanmeldingsstand.GEWEIGERD, True)


def test_reason_of_the_board_is_not_kept_where_nothing_was_missing(school: School) -> None:
    aanmelding = maak_aanmelding(school)

    rij = besluit(school, aanmelding, JA, doorbreking="Voor de zekerheid.")

    assert rij.doorbreking == ""


def test_board_does_not_break_through_what_cannot_be_true(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    morgen = Besluitgegevens(soort=JA, op=DAG + timedelta(days=1), doorbreking="Toch.")

    with pytest.raises(ToelatingError, match="nog niet geweest"):
        decide_aanmelding(actor=school.bestuurder, aanmelding=aanmelding, gegevens=morgen, op=OP)


def test_intern_begeleider_decides_nothing(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gegevens = Besluitgegevens(soort=JA, op=DAG)

    with pytest.raises(GeenToegangError):
        decide_aanmelding(actor=school.intern_begeleider, aanmelding=aanmelding, gegevens=gegevens, op=OP)


def test_child_that_is_admitted_becomes_a_pupil_with_its_parents_and_their_authority(school: School) -> None:
    ouders = [
        Aanmelder(naam="Sanne Zeegras", email="sanne@ouders.example"),
        Aanmelder(naam="Joris Zeegras", email="", heeft_gezag=False),
    ]
    aanmelding, _geheim = receive_aanmelding(
        actor=school.directeur, vestiging=school.vestiging, kind=maak_kind(), ouders=ouders, op=OP
    )
    dag = date(2026, 11, 2)
    with pytest.raises(ToelatingError, match="pas als het kind is toegelaten"):
        enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=dag, op=OP)
    besluit(school, aanmelding, JA)

    leerling = enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=dag, op=OP)

    assert (str(leerling), leerling.geboren_op, leerling.ingeschreven_op) == (
        "Noa Zeegras",
        maak_kind().geboren_op,
        dag,
    )
    assert list(Ouderrelatie.objects.values_list("naam", "email", "heeft_gezag")) == [
        ("Sanne Zeegras", "sanne@ouders.example", True),
        ("Joris Zeegras", "", False),
    ]
    assert get_zaak(aanmelding=Aanmelding.objects.get(pk=aanmelding.pk)).is_gesloten
    with pytest.raises(ToelatingError, match="al ingeschreven"):
        enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=dag + timedelta(days=1), op=OP)


def test_child_of_three_is_admitted_and_enrolled_from_its_fourth_birthday(school: School) -> None:
    aanmelding = maak_aanmelding(school, geboren_op=date(2023, 2, 1))
    besluit(school, aanmelding, JA)

    with pytest.raises(ToelatingError, match="01-02-2027"):
        enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=date(2027, 1, 31), op=OP)


@pytest.mark.parametrize(("dagen", "mag"), [(70, False), (71, True)])
def test_temporary_place_is_given_from_the_day_after_ten_weeks(school: School, dagen: int, *, mag: bool) -> None:
    aanmelding, op = maak_aanmelding(school), OP + timedelta(days=dagen)
    if not mag:
        with pytest.raises(ToelatingError, match="pas vanaf 15-12-2026"):
            place_tijdelijk(actor=school.directeur, aanmelding=aanmelding, op=op)
        return

    place_tijdelijk(actor=school.directeur, aanmelding=aanmelding, op=op)

    assert "tijdelijk bij ons naar school" in Brief.objects.get(aanmelding=aanmelding, soort="tijdelijk").tekst
    with pytest.raises(ToelatingError, match="al een tijdelijke plek"):
        place_tijdelijk(actor=school.directeur, aanmelding=aanmelding, op=op + timedelta(days=1))


def test_child_that_another_school_has_gets_no_temporary_place(school: School) -> None:
    aanmelding = maak_aanmelding(school, is_elders_ingeschreven=True)

    with pytest.raises(ToelatingError, match="op een andere school"):
        place_tijdelijk(actor=school.directeur, aanmelding=aanmelding, op=OP + timedelta(days=99))


def test_pupil_with_a_temporary_place_leaves_the_day_after_a_refusal(school: School) -> None:
    aanmelding, op = maak_aanmelding(school), OP + timedelta(days=72)
    place_tijdelijk(actor=school.directeur, aanmelding=aanmelding, op=op)
    enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=op.date(), op=op)
    maak_weigerbaar(school, aanmelding)

    besluit(school, Aanmelding.objects.get(pk=aanmelding.pk), NEE, dagen=80)

    assert Leerling.objects.get().uitgeschreven_op == (OP + timedelta(days=81)).date()
    tekst = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    assert "stopt de inschrijving op 25 december 2026 (artikel 40 lid 7)" in tekst


def test_decision_is_taken_once_and_objection_follows_it(school: School) -> None:
    aanmelding = maak_aanmelding(school, hulpvraag=Hulpvraag.TAAL)
    gebeur(school, aanmelding, Gebeurtenissoort.ONDERZOEK, 2, bevinding=Hulpvraag.TAAL, tekst="Gesprek.")
    besluit(school, aanmelding, NEE, grond=Weigeringsgrond.ANDERS)
    with pytest.raises(PoortError, match="al een besluit"):
        besluit(school, aanmelding, JA, dagen=11)

    gebeur(school, aanmelding, Gebeurtenissoort.BEZWAAR, 14, tekst="Wij zijn het niet eens.")

    feiten = get_zaak(aanmelding=aanmelding).feiten
    stand = toelatingsstand(feiten, peildatum=(OP + timedelta(days=15)).date())
    assert stand.uitleg == "Er is bezwaar gemaakt. Het bestuur beslist uiterlijk op 16-11-2026."


def test_year_group_is_full_only_with_a_policy_that_is_public(school: School) -> None:
    vol = Ruimtegegevens(leerjaar=5, stand=Plaatsstand.VOL, geldig_van=DAG, toelichting="28 kinderen")
    with pytest.raises(ToelatingError, match="iedereen kan lezen"):
        set_ruimte(actor=school.intern_begeleider, vestiging=school.vestiging, gegevens=vol, op=OP)
    maak_beleid(school)
    morgen = replace(vol, geldig_van=DAG + timedelta(days=1))
    with pytest.raises(ToelatingError, match=r"06-10-2026 is nog niet geweest: zet het er op die dag bij"):
        set_ruimte(actor=school.intern_begeleider, vestiging=school.vestiging, gegevens=morgen, op=OP)

    set_ruimte(actor=school.intern_begeleider, vestiging=school.vestiging, gegevens=vol, op=OP)
    later = Ruimtegegevens(leerjaar=5, stand=Plaatsstand.PLAATS, geldig_van=DAG + timedelta(days=7))
    set_ruimte(actor=school.intern_begeleider, vestiging=school.vestiging, gegevens=later, op=OP)

    def nu(dagen: int) -> list[tuple[int, str]]:
        ruimte = list_ruimte(vestiging=school.vestiging, op=OP + timedelta(days=dagen))
        return [(rij.leerjaar, rij.stand) for rij in ruimte]

    assert (nu(0), nu(7)) == ([(5, "vol")], [(5, "plaats")])


def test_policy_is_set_by_who_decides_and_names_a_page(school: School) -> None:
    fout = Beleidgegevens(is_openbaar=True, is_aanmelden_open=True, beleid_adres="geen adres")
    with pytest.raises(ToelatingError, match="https://"):
        set_beleid(actor=school.bestuurder, vestiging=school.vestiging, gegevens=fout, op=OP)
    goed = Beleidgegevens(is_openbaar=True, is_aanmelden_open=True)
    with pytest.raises(GeenToegangError):
        set_beleid(actor=school.intern_begeleider, vestiging=school.vestiging, gegevens=goed, op=OP)
