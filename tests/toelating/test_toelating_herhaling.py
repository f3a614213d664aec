"""The same thing sent twice is one thing: one row, one letter and one line in the log; what is news stays news."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import (
    DAG,
    SCAN,
    besluit,
    gebeur,
    maak_aanmelding,
    maak_beleid,
    maak_kind,
    maak_vol,
    maak_weigerbaar,
    zegt_ja,
)

from passend.begrippen.aanmelding import Aanmeldweg, Briefsoort
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.toegang.models import Logregel
from passend.toelating.actions.aanmelden import Aanmelder, ToelatingError, add_aanmeldscan
from passend.toelating.actions.besluiten import decide_bezwaar, enrol_aangemelde, place_tijdelijk
from passend.toelating.actions.brieven import receive_aanmelding, send_aanvulling, send_verlenging
from passend.toelating.actions.dubbel import DubbelError
from passend.toelating.actions.hulp import Hulpantwoord, answer_hulpvraag
from passend.toelating.actions.verwijderen import begin_verwijdering, decide_verwijdering, record_verwijderstap
from passend.toelating.actions.verwijderstap import Verwijderstap
from passend.toelating.actions.zaak import Gebeurtenisgegevens, void_gebeurtenis
from passend.toelating.models import (
    Aanmeldgebeurtenis,
    Aanmelding,
    Aanmeldscan,
    Brief,
    Groepsruimte,
    Verwijdergebeurtenis,
)

pytestmark = pytest.mark.django_db
type Stap = Callable[[School, Aanmelding], Any]
OUDER = Aanmelder(naam="Sanne Zeegras", email="sanne@ouders.example")


def _niets(_school: School, _aanmelding: Aanmelding) -> None: ...


def _geweigerd(school: School, aanmelding: Aanmelding) -> None:
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)


def _gehoord_over_bezwaar(school: School, aanmelding: Aanmelding) -> None:
    _geweigerd(school, aanmelding)
    gebeur(school, aanmelding, Soort.BEZWAAR, 12, tekst="Wij zijn het er niet mee eens.")
    gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 14, tekst="Zij legden het uit.")


def _vraag_aan(school: School, aanmelding: Aanmelding) -> Any:
    op = OP + timedelta(days=2)
    gegevens = Gebeurtenisgegevens(op=op.date(), tekst="Het verslag.", uiterlijk_op=op.date() + timedelta(days=14))
    return send_aanvulling(actor=school.directeur, aanmelding=aanmelding, gegevens=gegevens, op=op)


def _verleng(school: School, aanmelding: Aanmelding) -> Any:
    tot = DAG + timedelta(days=50)
    return send_verlenging(
        actor=school.directeur, aanmelding=aanmelding, nieuwe_datum=tot, motivering="Nog een week.", op=OP
    )


def _beslis_op_bezwaar(school: School, aanmelding: Aanmelding) -> Any:
    op = OP + timedelta(days=20)
    gegevens = Gebeurtenisgegevens(op=op.date(), tekst="Wij blijven erbij.")
    return decide_bezwaar(actor=school.directeur, aanmelding=aanmelding, gegevens=gegevens, is_alsnog=False, op=op)


def _vraag_hulp(school: School, aanmelding: Aanmelding) -> Any:
    return gebeur(school, aanmelding, Soort.OPGESCHAALD, tekst="Welke school past?")


def _help(school: School, aanmelding: Aanmelding) -> Any:
    op = OP + timedelta(days=2)
    antwoord = Hulpantwoord(op=op.date(), tekst="Gebeld.", is_klaar=True)
    return answer_hulpvraag(actor=school.adviseur, aanmelding=aanmelding, antwoord=antwoord, op=op)


STAPPEN: dict[str, tuple[Stap, Stap]] = {
    "ouders gehoord": (_niets, lambda s, a: gebeur(s, a, Soort.OUDERS_GEHOORD, tekst="Zij zien een kleine groep.")),
    "school gevraagd": (_niets, lambda s, a: gebeur(s, a, Soort.SCHOOL_GEVRAAGD, school="De Els", plaats="Zeestad")),
    "school bereid": (maak_weigerbaar, lambda s, a: zegt_ja(s, a, 4)),
    "bezwaar": (_geweigerd, lambda s, a: gebeur(s, a, Soort.BEZWAAR, 12, tekst="Wij zijn het er niet mee eens.")),
    "besluit": (maak_weigerbaar, lambda s, a: besluit(s, a, Toelatingsbesluit.GEWEIGERD)),
    "besluit op bezwaar": (_gehoord_over_bezwaar, _beslis_op_bezwaar),
    "aanvulling": (_niets, _vraag_aan),
    "verlenging": (_niets, _verleng),
    "tijdelijke plek": (
        _niets,
        lambda s, a: place_tijdelijk(actor=s.directeur, aanmelding=a, op=OP + timedelta(days=80)),
    ),
    "hulp gevraagd": (_niets, _vraag_hulp),
    "hulp klaar": (_vraag_hulp, _help),
    "ingetrokken": (_niets, lambda s, a: gebeur(s, a, Soort.INGETROKKEN, tekst="Zij belden.")),
}


@pytest.mark.parametrize("naam", list(STAPPEN))
def test_step_that_is_sent_twice_is_one_row_one_letter_and_one_line_in_the_log(naam: str) -> None:
    vooraf, stap = STAPPEN[naam]
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    vooraf(school, aanmelding)
    eerst = stap(school, aanmelding)
    toen = [een.objects.count() for een in (Aanmeldgebeurtenis, Brief, Logregel)]

    weer = stap(school, aanmelding)

    assert (weer.pk, weer.is_herhaald) == (eerst.pk, True)
    assert [een.objects.count() for een in (Aanmeldgebeurtenis, Brief, Logregel)] == toen


def test_same_words_on_another_day_of_another_school_or_other_words_are_news() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 1, tekst="Zij belden.")
    gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 2, tekst="Zij belden.")
    gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 2, tekst="Zij kwamen langs.")
    for naam in ("De Els", "De Schelp"):
        gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 2, school=naam, plaats="Zeestad")

    assert Aanmeldgebeurtenis.objects.exclude(soort=Soort.ONTVANGST_GEMELD).count() == 5


def test_school_that_takes_its_yes_back_and_says_yes_again_on_one_day_said_yes_twice() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    feiten = {"school": "De Schelp, Zeestad", "tekst": "De directeur van De Schelp."}
    for soort in (Soort.BEREIDHEID_INGETROKKEN, Soort.SCHOOL_BEREID, Soort.BEREIDHEID_INGETROKKEN, Soort.SCHOOL_BEREID):
        gebeur(school, aanmelding, soort, 4, **feiten)

    rij = Aanmeldgebeurtenis.objects.filter(school="De Schelp, Zeestad").order_by("pk")

    assert [een.soort.rsplit("_", 1)[-1] for een in rij] == [
        "gevraagd", "bereid", "ingetrokken", "bereid", "ingetrokken", "bereid",
    ]  # fmt: skip


def test_what_was_taken_back_can_be_noted_again_and_is_taken_back_once() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    eerst = gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, tekst="Zij belden.")
    weg = [
        void_gebeurtenis(
            actor=school.directeur, aanmelding=aanmelding, gebeurtenis=eerst, reden_tekst="Ander kind.", op=OP
        )
        for _keer in range(2)
    ]

    weer = gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, tekst="Zij belden.")

    assert weg[0] == weg[1]
    assert weer.pk != eerst.pk


def test_child_that_is_enrolled_twice_on_one_day_is_one_pupil() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, 0)

    leerlingen = [
        enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=DAG, op=OP)
        for _keer in range(2)
    ]

    assert leerlingen[0] == leerlingen[1]


def test_step_of_a_removal_that_is_sent_twice_is_one() -> None:
    gezin = maak_gezin()
    school, op = gezin.school, OP + timedelta(days=1)
    rij = begin_verwijdering(actor=school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)
    stap = Verwijderstap(soort=Soort.OUDERS_GEHOORD, op=op.date(), tekst="Zij kwamen langs.")
    keren = [
        record_verwijderstap(actor=school.directeur, verwijdering=rij, stap=stap, op=op + minuut)
        for minuut in (timedelta(), timedelta(minutes=1))
    ]

    assert keren[0] == keren[1]
    assert Verwijdergebeurtenis.objects.count() == 1
    assert Logregel.objects.filter(handeling="record_verwijderstap").count() == 1


def test_decision_of_a_removal_that_is_sent_twice_is_one_with_one_letter() -> None:
    gezin = maak_gezin()
    school = gezin.school
    rij = begin_verwijdering(actor=school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)
    wat = {"motivering": "Wij deden alles.", "doorbreking": "De veiligheid kan niet anders."}
    keren = [decide_verwijdering(actor=school.bestuurder, verwijdering=rij, op=OP, **wat) for _keer in range(2)]

    assert keren[0] == keren[1]
    assert Verwijdergebeurtenis.objects.exclude(brief="").count() == 1
    with pytest.raises(ToelatingError, match="Er is al een besluit"):
        decide_verwijdering(actor=school.bestuurder, verwijdering=rij, op=OP, **wat | {"motivering": "Iets anders."})


def test_group_that_is_said_to_be_full_twice_is_so_once() -> None:
    school = maak_school()
    maak_beleid(school)

    for _keer in range(2):
        maak_vol(school)

    assert Groepsruimte.objects.count() == 1


def test_same_paper_is_kept_once() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)

    for _keer in range(2):
        add_aanmeldscan(actor=school.directeur, aanmelding=aanmelding, scan=SCAN, op=OP)

    assert Aanmeldscan.objects.count() == 1


def _van_ouders(school: School, email: str = "sanne@ouders.example", **anders: Any) -> Aanmelding:
    kind = maak_kind(weg=Aanmeldweg.FORMULIER, **anders)
    ouders = [Aanmelder(naam="Sanne Zeegras", email=email)]
    return receive_aanmelding(actor=None, vestiging=school.vestiging, kind=kind, ouders=ouders, op=OP)[0]


def test_registration_that_the_school_sends_twice_is_one_with_one_receipt_and_one_key() -> None:
    school = maak_school()
    keren = [
        receive_aanmelding(
            actor=school.directeur, vestiging=school.vestiging, kind=maak_kind(), ouders=[OUDER], op=OP + minuut
        )
        for minuut in (timedelta(), timedelta(minutes=1))
    ]

    assert keren[0][0] == keren[1][0]
    assert [bool(geheim) for _aanmelding, geheim in keren] == [True, False]
    assert Brief.objects.filter(soort=Briefsoort.ONTVANGST).count() == 1


def test_parents_who_registered_this_child_already_are_told_so_and_get_no_second_receipt() -> None:
    school = maak_school()
    eerst = _van_ouders(school)

    with pytest.raises(DubbelError, match="Dit kind is al aangemeld") as fout:
        _van_ouders(school, "Sanne@Ouders.example", voornaam="noa ", toelichting="Nog iets.")

    assert fout.value.zaak == eerst
    assert (Aanmelding.objects.count(), Brief.objects.count()) == (1, 1)


def test_stranger_learns_from_the_form_of_no_child_by_its_name_and_birthday() -> None:
    school = maak_school()
    eerst = _van_ouders(school)

    tweede = _van_ouders(school, "iemand@elders.example")

    assert tweede != eerst


@pytest.mark.parametrize("soort", [Toelatingsbesluit.NIET_BEHANDELD, None])
def test_parents_register_again_after_it_was_not_handled_or_after_they_withdrew(
    soort: Toelatingsbesluit | None,
) -> None:
    school = maak_school()
    eerst = _van_ouders(school)
    if soort is None:
        gebeur(school, eerst, Soort.INGETROKKEN, 0, tekst="Zij belden.")
    else:
        besluit(school, eerst, soort, 0, motivering="Te weinig bekend.", doorbreking="Het bestuur wil het zo.")

    assert _van_ouders(school) != eerst
