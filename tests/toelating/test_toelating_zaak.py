"""A registration from its first day: what it must have, what happens to it, and what cannot."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, gebeur, maak_aanmelding, maak_kind, zegt_ja

from passend.begrippen.aanmelding import Aanmeldweg, Gebeurtenissoort, Hulpvraag
from passend.begrippen.rollen import GeenToegangError
from passend.organisaties.queries import in_bestuur
from passend.regels.aanmeldingsfeiten import Gevraagdeschool, Onderbreking
from passend.regels.toelatingsstand import toelatingsstand
from passend.toegang.models import Account, Logregel
from passend.toelating.actions.aanmelden import Aanmelder, ToelatingError, register_aanmelding
from passend.toelating.actions.brieven import receive_aanmelding, send_ontvangst, send_verlenging
from passend.toelating.actions.zaak import Gebeurtenisgegevens, record_gebeurtenis, void_gebeurtenis
from passend.toelating.models import Aanmelding, Brief
from passend.toelating.permissions import visible_aanmeldingen, why_may_read_aanmelding
from passend.toelating.queries.aanmeldingen import find_aanmelding
from passend.toelating.queries.zaken import get_zaak, volgende_termijn

pytestmark = pytest.mark.django_db
OUDER = [Aanmelder(naam="Sanne Zeegras", email="sanne@ouders.example")]


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        yield school


def _verleng(school: School, aanmelding: Aanmelding, dagen: int, tot: date, reden: str = "Meer tijd.") -> None:
    actor, op = school.intern_begeleider, OP + timedelta(days=dagen)
    send_verlenging(actor=actor, aanmelding=aanmelding, nieuwe_datum=tot, motivering=reden, op=op)


def test_registration_comes_with_a_letter_that_names_the_last_day_for_the_decision(school: School) -> None:
    aanmelding = maak_aanmelding(school)

    brief = Brief.objects.get(aanmelding=aanmelding)
    assert "uiterlijk op 16 november 2026" in brief.tekst
    assert [een.soort for een in get_zaak(aanmelding=aanmelding).gebeurtenissen] == ["ontvangst_gemeld"]


def test_receipt_is_told_once(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    [brief] = get_zaak(aanmelding=aanmelding).brieven

    assert send_ontvangst(actor=school.directeur, aanmelding=aanmelding, op=OP) == brief
    with pytest.raises(ToelatingError, match="al gestuurd"):
        send_ontvangst(actor=school.directeur, aanmelding=aanmelding, op=OP + timedelta(days=1))

    assert get_zaak(aanmelding=aanmelding).brieven == [brief]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"voornaam": " "}, "Vul de voornaam"),
        ({"ontvangen_op": DAG + timedelta(days=1)}, "nog niet geweest"),
        ({"verzocht_op": DAG, "ontvangen_op": DAG - timedelta(days=1)}, "Controleer beide dagen"),
        ({"geboren_op": date(2024, 3, 14)}, "vanaf de dag waarop het 3 wordt"),
        ({"geboren_op": date(2001, 3, 14)}, "te oud"),
        ({"geboren_op": DAG + timedelta(days=9)}, "voor de geboorte"),
        ({"gewenst_op": date(2019, 1, 1)}, "voor de geboorte"),
        ({"gewenst_op": DAG - timedelta(days=1)}, "voor de dag van de aanmelding"),
        ({"voornaam": "x" * 300}, "is te lang"),
        ({"huidige_school": "x" * 200}, "is te lang"),
    ],
)
def test_registration_that_cannot_be_is_refused_with_a_reason(school: School, anders: dict[str, Any], zin: str) -> None:
    with pytest.raises(ToelatingError, match=zin):
        maak_aanmelding(school, **anders)

    assert Aanmelding.objects.count() == 0


@pytest.mark.parametrize(
    ("ouders", "zin"),
    [
        ([], "wie het kind aanmeldt"),
        (OUDER * 5, "hoogstens"),
        ([Aanmelder(naam="", email="")], "naam van de ouder"),
        ([Aanmelder(naam="Sanne", email="geen adres")], "geen e-mailadres"),
    ],
)
def test_registration_asks_for_a_parent_one_can_write_to(school: School, ouders: list[Aanmelder], zin: str) -> None:
    with pytest.raises(ToelatingError, match=zin):
        register_aanmelding(actor=school.directeur, vestiging=school.vestiging, kind=maak_kind(), ouders=ouders, op=OP)


def test_parents_register_by_the_form_without_an_account_and_get_a_key_that_opens_their_case_alone(
    school: School,
) -> None:
    kind = maak_kind(weg=Aanmeldweg.FORMULIER)
    aanmelding, geheim = receive_aanmelding(actor=None, vestiging=school.vestiging, kind=kind, ouders=OUDER, op=OP)
    maak_aanmelding(school)

    assert find_aanmelding(vestiging=school.vestiging, geheim=geheim, op=OP) == aanmelding
    assert find_aanmelding(vestiging=school.vestiging, geheim="iets anders", op=OP) is None
    assert find_aanmelding(vestiging=school.vestiging, geheim=geheim, op=OP + timedelta(days=366)) is None
    assert set(Logregel.objects.filter(onderwerp__startswith="aanmelding:", account=None).values_list("reden")) == {
        ("aanmeldformulier",)
    }


def test_teacher_and_adviser_keep_no_registrations(school: School) -> None:
    for account in (school.leerkracht, school.mr_lid, school.adviseur, school.bestuurder):
        with pytest.raises(GeenToegangError):
            register_aanmelding(actor=account, vestiging=school.vestiging, kind=maak_kind(), ouders=OUDER, op=OP)


def test_region_sees_a_case_only_once_the_school_asked_for_help(school: School) -> None:
    aanmelding, _ander = maak_aanmelding(school), maak_aanmelding(school)
    gebeur(school, aanmelding, Gebeurtenissoort.OPGESCHAALD, tekst="Denkt u mee?")

    def ziet(account: Account) -> set[int]:
        twee = {een.pk for een in Aanmelding.objects.all() if why_may_read_aanmelding(account, een, op=OP)}
        assert set(visible_aanmeldingen(account, op=OP).values_list("pk", flat=True)) == twee
        return twee

    alle = {aanmelding.pk, _ander.pk}
    assert [ziet(wie) for wie in (school.directeur, school.intern_begeleider, school.bestuurder)] == [alle] * 3
    assert [ziet(wie) for wie in (school.adviseur, school.leerkracht, school.beheerder)] == [
        {aanmelding.pk},
        set(),
        set(),
    ]


def test_extension_that_parents_have_the_letter_of_stays_and_there_is_no_second(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    _verleng(school, aanmelding, 20, date(2026, 12, 7))
    [rij] = [een for een in get_zaak(aanmelding=aanmelding).gebeurtenissen if een.soort == "verlengd"]

    with pytest.raises(ToelatingError, match="al, en verlengen mag maar één keer"):
        void_gebeurtenis(
            actor=school.directeur,
            aanmelding=aanmelding,
            gebeurtenis=rij,
            reden_tekst="Verkeerde dag.",
            op=OP + timedelta(days=21),
        )
    with pytest.raises(ToelatingError, match="al een keer verlengd"):
        _verleng(school, aanmelding, 22, date(2026, 12, 14))

    assert Brief.objects.filter(aanmelding=aanmelding, soort="verlenging").count() == 1


def test_clock_stands_still_while_the_file_is_not_complete(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    with pytest.raises(ToelatingError, match="hoogstens 6 weken"):
        gebeur(
            school, aanmelding, Gebeurtenissoort.AANVULLING_GEVRAAGD, 5, tekst="Iets", uiterlijk_op=date(2028, 12, 31)
        )
    gebeur(school, aanmelding, Gebeurtenissoort.AANVULLING_GEVRAAGD, 5, tekst="Iets", uiterlijk_op=date(2026, 10, 24))
    gebeur(school, aanmelding, Gebeurtenissoort.AANGEVULD, 12)

    feiten = get_zaak(aanmelding=aanmelding).feiten
    assert feiten.onderbrekingen == (
        Onderbreking(van=date(2026, 10, 10), uiterlijk_op=date(2026, 10, 24), aangevuld_op=date(2026, 10, 17)),
    )
    volgende = volgende_termijn(toelatingsstand(feiten, peildatum=date(2026, 10, 20)), peildatum=date(2026, 10, 20))
    assert volgende is not None
    assert (volgende.wat, volgende.dag) == ("besluit", date(2026, 11, 23))


def test_second_extension_is_refused_and_so_is_one_that_is_too_long(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    with pytest.raises(ToelatingError, match="niet later dan die dag"):
        _verleng(school, aanmelding, 20, date(2026, 12, 31))
    _verleng(school, aanmelding, 20, date(2026, 11, 30))

    with pytest.raises(ToelatingError, match="maar één keer"):
        _verleng(school, aanmelding, 21, date(2026, 12, 7))

    assert Brief.objects.filter(aanmelding=aanmelding, soort="verlenging").count() == 1


def test_school_that_takes_its_yes_back_is_not_willing_any_more(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Gebeurtenissoort.SCHOOL_GEVRAAGD, 1, school="De Schelp", plaats="Zeestad")
    zegt_ja(school, aanmelding, 2)
    gebeur(school, aanmelding, Gebeurtenissoort.BEREIDHEID_INGETROKKEN, 3, school="De Schelp, Zeestad")

    assert get_zaak(aanmelding=aanmelding).feiten.scholen == (
        Gevraagdeschool(
            naam="De Schelp, Zeestad",
            gevraagd_op=date(2026, 10, 6),
            bereid_op=date(2026, 10, 7),
            ingetrokken_op=date(2026, 10, 8),
        ),
    )


def test_yes_is_not_taken_back_on_a_day_before_it(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Gebeurtenissoort.SCHOOL_GEVRAAGD, 1, school="De Schelp", plaats="Zeestad")
    zegt_ja(school, aanmelding, 5)
    zegt_ja(school, aanmelding, 9)

    with pytest.raises(ToelatingError, match=r"voor de dag waarop de school ja zei \(10-10-2026\)"):
        gebeur(school, aanmelding, Gebeurtenissoort.BEREIDHEID_INGETROKKEN, 4, school="De Schelp, Zeestad")

    gebeur(school, aanmelding, Gebeurtenissoort.BEREIDHEID_INGETROKKEN, 5, school="De Schelp, Zeestad")


@pytest.mark.parametrize(
    ("soort", "feiten", "zin"),
    [
        (Gebeurtenissoort.ONDERZOEK, {"tekst": "Gesprek"}, "Kies wat het kind nodig heeft"),
        (Gebeurtenissoort.OUDERS_GEHOORD, {"tekst": "  "}, "wat de ouders zeiden"),
        (Gebeurtenissoort.AANGEVULD, {}, "niet om een aanvulling gevraagd"),
        (Gebeurtenissoort.SCHOOL_BEREID, {"school": "De Schelp"}, "nog niet gevraagd"),
        (Gebeurtenissoort.BEREIDHEID_INGETROKKEN, {"school": "De Schelp"}, "zei nog geen ja"),
        (Gebeurtenissoort.BEZWAAR, {"tekst": "Nee."}, "pas na een besluit"),
        (Gebeurtenissoort.GPO_OORDEEL, {"tekst": "Ja."}, "eerst een besluit"),
        (Gebeurtenissoort.SCHOOL_VOL, {"vooraf_op": DAG, "bewijs_adres": "javascript:x"}, "https://"),
        (Gebeurtenissoort.BESLUIT, {}, "eigen formulier"),
        (Gebeurtenissoort.SCHOOL_GEVRAAGD, {"school": "x" * 200}, "te lang"),
        (Gebeurtenissoort.SCHOOL_VOL, {"vooraf_op": date(2027, 1, 1), "bewijs_adres": "https://a.nl"}, "volgorde"),
    ],
)
def test_event_that_cannot_be_is_refused_with_a_reason(
    school: School, soort: Gebeurtenissoort, feiten: dict[str, Any], zin: str
) -> None:
    aanmelding = maak_aanmelding(school)

    with pytest.raises(ToelatingError, match=zin):
        gebeur(school, aanmelding, soort, **feiten)


def test_event_of_tomorrow_and_one_before_the_receipt_are_refused(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    for dag, zin in ((DAG + timedelta(days=1), "nog niet geweest"), (DAG - timedelta(days=1), "voor de ontvangst")):
        gegevens = Gebeurtenisgegevens(op=dag, tekst="Gepraat.")
        with pytest.raises(ToelatingError, match=zin):
            record_gebeurtenis(
                actor=school.directeur,
                aanmelding=aanmelding,
                soort=Gebeurtenissoort.OUDERS_GEHOORD,
                gegevens=gegevens,
                op=OP,
            )


def test_what_was_noted_by_mistake_stays_to_be_read_and_does_not_count(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    fout = gebeur(school, aanmelding, Gebeurtenissoort.OUDERS_GEHOORD, tekst="Verkeerd kind.")

    actor, op = school.directeur, OP + timedelta(days=2)
    void_gebeurtenis(actor=actor, aanmelding=aanmelding, gebeurtenis=fout, reden_tekst="Verkeerd kind.", op=op)

    zaak = get_zaak(aanmelding=aanmelding)
    assert zaak.feiten.ouders_gehoord_op is None
    assert [een.soort for een in zaak.gebeurtenissen] == ["ontvangst_gemeld", "ouders_gehoord", "vervallen"]
    with pytest.raises(ToelatingError, match="al niet meer"):
        void_gebeurtenis(actor=actor, aanmelding=aanmelding, gebeurtenis=fout, reden_tekst="Nog eens.", op=op)


def test_what_the_school_finds_goes_before_what_parents_say(school: School) -> None:
    aanmelding = maak_aanmelding(school, hulpvraag=Hulpvraag.GEEN)
    assert get_zaak(aanmelding=aanmelding).feiten.heeft_ondersteuning_nodig is None

    gebeur(school, aanmelding, Gebeurtenissoort.ONDERZOEK, bevinding="taal", tekst="Gesprek.")

    feiten = get_zaak(aanmelding=aanmelding).feiten
    assert (feiten.heeft_ondersteuning_nodig, feiten.is_alleen_nt2, feiten.is_zorgplichtig) == (True, True, False)


def test_registration_that_was_withdrawn_is_closed(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Gebeurtenissoort.INGETROKKEN, tekst="Gebeld.")

    assert get_zaak(aanmelding=aanmelding).is_gesloten
    with pytest.raises(ToelatingError, match="trokken deze aanmelding in"):
        gebeur(school, aanmelding, Gebeurtenissoort.OUDERS_GEHOORD, 2, tekst="Toch nog.")
