"""What counts as evidence: another school that can be found, a group that is full, and a question that is in time."""

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
    zegt_ja,
)

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.aanmelding import Hulpvraag, Plaatsstand
from passend.begrippen.toelating import Aanmeldingsstand, Aanzet, Toelatingsbesluit, Weigeringsgrond
from passend.organisaties.queries import in_bestuur
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.actions.aanmelden import Aanmelder, ToelatingError
from passend.toelating.actions.besluiten import PoortError, enrol_aangemelde, place_tijdelijk
from passend.toelating.actions.brieven import receive_aanmelding, send_aanvulling
from passend.toelating.actions.dubbel import DubbelError, check_dubbel
from passend.toelating.actions.school import Beleidgegevens, Ruimtegegevens, set_beleid, set_ruimte
from passend.toelating.actions.twijfel import VerError
from passend.toelating.actions.zaak import Gebeurtenisgegevens, record_gebeurtenis
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief, Toelatingsbeleid
from passend.toelating.queries.aanmeldingen import list_dubbele
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db
NEE, JA = Toelatingsbesluit.GEWEIGERD, Toelatingsbesluit.TOEGELATEN
SCHELP = {"school": "De Schelp", "plaats": "Zeestad"}
VOL = {"bewijs_adres": BELEID, "vooraf_op": DAG, "is_gevolgd": True, "tekst": "28 van 28.", "leerjaar": 1}


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"school": "OBS De Wilgenboom"}, "deze school zelf"),
        ({"school": "De Wilgenboom, Duinrand", "eigen": True}, "deze school zelf"),
        ({"school": "De Schelp", "plaats": " "}, "in welke plaats"),
        ({"schoolsoort": "vmbo"}, "wat voor school"),
    ],
)
def test_question_goes_to_another_school_that_can_be_found(school: School, anders: dict[str, Any], zin: str) -> None:
    aanmelding, vestiging = maak_aanmelding(school), None
    feiten = {**SCHELP, **anders}
    if feiten.pop("eigen", False):
        vestiging = school.vestiging
    elif feiten["school"] == "OBS De Wilgenboom":
        feiten["plaats"] = school.vestiging.plaats

    with pytest.raises(ToelatingError, match=zin):
        gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, **feiten, vestiging=vestiging)


def test_school_is_asked_again_only_after_it_said_no(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 1, **SCHELP)
    with pytest.raises(ToelatingError, match="vroeg u al, op 06-10-2026"):
        gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 2, **SCHELP)
    gebeur(school, aanmelding, Soort.SCHOOL_NIET_BEREID, 3, school="De Schelp, Zeestad")
    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 4, **SCHELP)
    zegt_ja(school, aanmelding, 5)

    with pytest.raises(ToelatingError, match="zei al ja"):
        gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 6, **SCHELP)


@pytest.mark.parametrize("soort", [Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID])
def test_answer_does_not_come_before_the_question(school: School, soort: Soort) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 5, **SCHELP)

    with pytest.raises(ToelatingError, match=r"voor de dag waarop u de school vroeg \(10-10-2026\)"):
        gebeur(school, aanmelding, soort, 4, school="De Schelp, Zeestad", tekst="De directeur.")


def test_yes_is_of_somebody(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 1, **SCHELP)

    with pytest.raises(ToelatingError, match="wie van die school ja zei"):
        zegt_ja(school, aanmelding, 2, tekst=" ")


def test_yes_of_special_education_says_how_the_verklaring_stands_and_parents_read_it(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.ONDERZOEK, 1, bevinding=Hulpvraag.EXTRA, tekst="Observatie.")
    gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 1, tekst="Zij willen een kleine groep.")
    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 1, **SCHELP, schoolsoort="sbo")
    with pytest.raises(ToelatingError, match="alleen toe met een toelaatbaarheidsverklaring"):
        zegt_ja(school, aanmelding, 2)
    zegt_ja(school, aanmelding, 3, tlv="niet")
    with pytest.raises(PoortError, match="mag een kind alleen toelaten met een toelaatbaarheidsverklaring"):
        besluit(school, aanmelding, NEE)

    zegt_ja(school, aanmelding, 4, tlv="gevraagd")
    besluit(school, aanmelding, NEE)

    tekst = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    assert "Deze school wil uw kind toelaten: De Schelp, Zeestad. Wij helpen u" in tekst
    assert (
        "De Schelp, Zeestad laat een kind alleen toe met een toelaatbaarheidsverklaring van het samenwerkingsverband. "
        "Die is aangevraagd." in tekst
    )


def test_letter_names_two_schools_as_two_and_a_verklaring_that_is_there(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 5, school="De Kiezel", plaats="Zeestad", schoolsoort="so")
    zegt_ja(school, aanmelding, 6, school="De Kiezel, Zeestad", tlv="er")

    besluit(school, aanmelding, NEE)

    tekst = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    assert "Deze scholen willen uw kind toelaten: De Schelp, Zeestad en De Kiezel, Zeestad." in tekst
    assert "toelaatbaarheidsverklaring van het samenwerkingsverband. Die is er." in tekst


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"leerjaar": None}, "Kies welke groep"),
        ({"leerjaar": 9}, "Kies een groep van 1 tot en met 8"),
        ({"tekst": " "}, "hoeveel plaatsen"),
        ({"leerjaar": 2}, "niet dat groep 2 vol is"),
        ({"leerjaar": 3}, "niet dat groep 3 vol is"),
        ({"vooraf_op": DAG - timedelta(days=1)}, "openbaar is sinds 05-10-2026"),
    ],
)
def test_group_is_full_when_the_page_of_the_school_says_so(school: School, anders: dict[str, Any], zin: str) -> None:
    maak_vol(school, 1)
    maak_vol(school, 2)
    weer = Ruimtegegevens(leerjaar=2, stand=Plaatsstand.PLAATS, geldig_van=DAG + timedelta(days=1))
    set_ruimte(actor=school.directeur, vestiging=school.vestiging, gegevens=weer, op=OP)
    aanmelding = maak_aanmelding(school)
    with pytest.raises(ToelatingError, match=zin):
        gebeur(school, aanmelding, Soort.SCHOOL_VOL, 1, **VOL | anders)

    gebeur(school, aanmelding, Soort.SCHOOL_VOL, 1, **VOL)

    assert get_zaak(aanmelding=aanmelding).feiten.vol is not None


def test_policy_counts_as_public_since_the_day_that_was_said_or_on_which_its_address_came(school: School) -> None:
    def zet(adres: str, sinds: date | None, dagen: int) -> date | None:
        gegevens = Beleidgegevens(is_openbaar=False, is_aanmelden_open=True, beleid_adres=adres, beleid_sinds=sinds)
        op = OP + timedelta(days=dagen)
        set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=gegevens, op=op)
        return Toelatingsbeleid.objects.get().beleid_sinds

    nieuw = "https://school.example/nieuw"
    assert [zet(BELEID, None, 3), zet(nieuw, None, 4), zet(nieuw, DAG, 5), zet("", DAG, 6)] == [
        DAG,
        DAG + timedelta(days=4),
        DAG,
        None,
    ]
    with pytest.raises(ToelatingError, match="nog niet geweest"):
        zet(BELEID, DAG + timedelta(days=8), 7)


def test_board_that_is_too_late_cannot_ask_parents_for_more(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    laatste = date(2026, 11, 16)
    vraag = Gebeurtenisgegevens(op=laatste + timedelta(days=1), tekst="Een verslag", uiterlijk_op=date(2026, 12, 1))

    with pytest.raises(ToelatingError, match=r"uiterlijk op 16-11-2026 zijn\. Daarna zet een vraag"):
        send_aanvulling(actor=school.directeur, aanmelding=aanmelding, gegevens=vraag, op=OP + timedelta(days=43))

    assert Brief.objects.filter(aanmelding=aanmelding, soort="aanvulling").count() == 0
    stand = toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=vraag.op)
    assert (stand.is_te_laat, stand.soort) == (True, Aanmeldingsstand.IN_BEHANDELING)


def test_group_is_full_for_a_child_from_the_day_the_page_of_the_school_said_so(school: School) -> None:
    maak_beleid(school, sinds=DAG)
    aanmelding, gezegd = maak_aanmelding(school), OP + timedelta(days=20)
    sinds = Ruimtegegevens(leerjaar=1, stand=Plaatsstand.VOL, geldig_van=DAG + timedelta(days=5))
    set_ruimte(actor=school.directeur, vestiging=school.vestiging, gegevens=sinds, op=gezegd)

    def noteer(dag: int) -> None:
        gegevens = Gebeurtenisgegevens(op=DAG + timedelta(days=dag), **VOL)
        record_gebeurtenis(
            actor=school.directeur, aanmelding=aanmelding, soort=Soort.SCHOOL_VOL, gegevens=gegevens, op=gezegd
        )

    for dag in (5, 6, 19):
        with pytest.raises(ToelatingError, match="zei pas op 25-10-2026 op haar pagina dat groep 1 vol is"):
            noteer(dag)
    noteer(20)

    met_grond = {"grond": Weigeringsgrond.SCHOOL_VOL}
    with pytest.raises(PoortError, match="Nergens staat dat de groep vol is"):
        besluit(school, aanmelding, NEE, 20, op=DAG + timedelta(days=6), **met_grond)
    assert besluit(school, aanmelding, NEE, 20, **met_grond).op == gezegd.date()


def test_day_on_which_a_policy_was_written_down_is_kept_beside_the_day_that_was_said(school: School) -> None:
    def zet(adres: str, sinds: date | None, dagen: int, **anders: Any) -> date | None:
        gegevens = Beleidgegevens(
            is_openbaar=False, is_aanmelden_open=True, beleid_adres=adres, beleid_sinds=sinds, **anders
        )
        op = OP + timedelta(days=dagen)
        set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=gegevens, op=op)
        return Toelatingsbeleid.objects.get().beleid_genoteerd_op

    oud, nieuw = date(2019, 1, 1), "https://school.example/nieuw"
    assert [
        zet(nieuw, oud, 3),
        zet(nieuw, oud, 4, steunpunt="Steunpunt Duinrand"),
        zet(nieuw, date(2018, 1, 1), 5),
        zet(BELEID, date(2018, 1, 1), 6),
        zet("", None, 7),
    ] == [DAG + timedelta(days=dag) for dag in (3, 3, 5, 6)] + [None]


@pytest.mark.parametrize("dagen", [-36, -6, -1, 1])
def test_parents_are_asked_for_more_on_the_day_of_the_letter_whatever_day_was_typed(school: School, dagen: int) -> None:
    op = OP + timedelta(days=40)
    aanmelding, dag = maak_aanmelding(school), op.date() + timedelta(days=dagen)
    vraag = Gebeurtenisgegevens(op=dag, tekst="Een verslag", uiterlijk_op=date(2026, 12, 1))

    rij = send_aanvulling(actor=school.directeur, aanmelding=aanmelding, gegevens=vraag, op=op)

    assert rij.op == op.date()
    [onderbreking] = get_zaak(aanmelding=aanmelding).feiten.onderbrekingen
    assert onderbreking.van == op.date()


def test_question_of_a_day_before_the_term_was_over_stops_no_clock_after_it(school: School) -> None:
    aanmelding, op = maak_aanmelding(school), OP + timedelta(days=50)
    vraag = Gebeurtenisgegevens(op=date(2026, 11, 12), tekst="Een verslag", uiterlijk_op=date(2026, 12, 1))

    with pytest.raises(ToelatingError, match=r"uiterlijk op 16-11-2026 zijn"):
        send_aanvulling(actor=school.directeur, aanmelding=aanmelding, gegevens=vraag, op=op)
    with pytest.raises(ToelatingError, match="met een brief"):
        record_gebeurtenis(
            actor=school.directeur,
            aanmelding=aanmelding,
            soort=Soort.AANVULLING_GEVRAAGD,
            gegevens=vraag,
            op=op,
        )

    stand = toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=op.date())
    assert (stand.is_te_laat, stand.aan_zet) == (True, Aanzet.BESTUUR)


def test_word_of_parents_is_no_assessment_of_the_school(school: School) -> None:
    aanmelding = maak_aanmelding(school, hulpvraag=Hulpvraag.TAAL)
    with pytest.raises(PoortError) as fout:
        besluit(school, aanmelding, NEE)
    assert [zin.split(".")[0] for zin in fout.value.args] == [
        "Beoordeel eerst of het kind extra ondersteuning nodig heeft, en schrijf dat op",
        "Geen school zei dat zij het kind wil toelaten",
    ]

    gebeur(school, aanmelding, Soort.ONDERZOEK, 2, bevinding=Hulpvraag.TAAL, tekst="Gesprek.")
    besluit(school, aanmelding, NEE, grond=Weigeringsgrond.ANDERS)

    assert "Dit past beter." in Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst


def _asiel(school: School) -> Aanmelding:
    return maak_aanmelding(
        school,
        op=OP + timedelta(days=45),
        is_asielzoeker=True,
        hulpvraag=Hulpvraag.GEEN,
        gewenst_op=None,
    )


def test_child_admitted_by_law_is_told_so_and_refused_by_nobody(school: School) -> None:
    aanmelding = _asiel(school)
    tekst = Brief.objects.get(aanmelding=aanmelding, soort="ontvangst").tekst
    assert "Ons besluit moest er uiterlijk op 16 november 2026 zijn" in tekst
    assert "Daarom is uw kind vanaf 17 november 2026 toegelaten op onze school (artikel 40 lid 16)." in tekst
    assert "U krijgt ons besluit" not in tekst

    with pytest.raises(PoortError, match="door de wet toegelaten"):
        besluit(school, aanmelding, NEE, 46, grond=Weigeringsgrond.ANDERS, doorbreking="Het moet.")

    stand = toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=(OP + timedelta(days=46)).date())
    assert stand.soort is Aanmeldingsstand.TOEGELATEN


def test_child_admitted_by_law_is_enrolled_from_that_day_without_a_decision(school: School) -> None:
    aanmelding, op = _asiel(school), OP + timedelta(days=46)
    with pytest.raises(ToelatingError, match="vanaf 17-11-2026"):
        enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=date(2026, 11, 16), op=op)

    leerling = enrol_aangemelde(
        actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=date(2026, 11, 17), op=op
    )

    assert leerling.ingeschreven_op == date(2026, 11, 17)


def test_child_with_a_temporary_place_is_enrolled_from_the_day_of_its_right(school: School) -> None:
    aanmelding, op = maak_aanmelding(school), OP + timedelta(days=75)
    place_tijdelijk(actor=school.directeur, aanmelding=aanmelding, op=op)
    with pytest.raises(ToelatingError, match="vanaf 15-12-2026"):
        enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=date(2026, 12, 14), op=op)

    enrol_aangemelde(actor=school.directeur, aanmelding=aanmelding, ingeschreven_op=date(2026, 12, 15), op=op)


def test_admitted_child_is_not_enrolled_before_the_decision(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    besluit(school, aanmelding, JA, 10)

    with pytest.raises(ToelatingError, match="vanaf 15-10-2026"):
        enrol_aangemelde(
            actor=school.directeur,
            aanmelding=aanmelding,
            ingeschreven_op=date(2026, 10, 14),
            op=OP + timedelta(days=10),
        )


def test_letter_that_is_made_late_promises_no_day_that_went_by(school: School) -> None:
    aanmelding = maak_aanmelding(school, op=OP + timedelta(days=80), gewenst_op=None)

    tekst = Brief.objects.get(aanmelding=aanmelding, soort="ontvangst").tekst

    assert "Ons besluit moest er uiterlijk op 16 november 2026 zijn" in tekst
    assert "U hoort zo snel mogelijk van ons" in tekst
    assert "Daarom mag uw kind vanaf 15 december 2026 tijdelijk bij ons naar school" in tekst
    assert "niet later dan" not in tekst


def test_school_is_warned_of_a_child_it_noted_already(school: School) -> None:
    eerste = maak_aanmelding(school)
    kind = maak_kind(voornaam="noa", achternaam="Zeegras")
    with pytest.raises(DubbelError, match="binnen op 05-10-2026") as fout:
        check_dubbel(school.vestiging, kind)
    assert fout.value.zaak == eerste
    check_dubbel(school.vestiging, maak_kind(voornaam="Mila"))

    tweede = maak_aanmelding(school, voornaam="noa")

    assert list_dubbele(aanmelding=tweede) == [eerste]


def test_full_group_rests_on_no_policy_of_which_only_the_school_says_that_it_was_there_before(school: School) -> None:
    aanmelding = maak_aanmelding(school, oudertaal="en")
    maak_vol(school, 1)
    adres, sinds, grond = "https://school.example/later", date(2019, 1, 1), Weigeringsgrond.SCHOOL_VOL
    later = Beleidgegevens(is_openbaar=False, is_aanmelden_open=True, beleid_adres=adres, beleid_sinds=sinds)
    set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=later, op=OP + timedelta(days=1))
    vol = VOL | {"bewijs_adres": adres, "vooraf_op": sinds}
    gebeur(school, aanmelding, Soort.SCHOOL_VOL, 2, **vol)

    with pytest.raises(PoortError, match=r"zette haar beleid over plaatsen op 06-10-2026 in Passend: na de aanmelding"):
        besluit(school, aanmelding, NEE, grond=grond)
    gebeur(school, aanmelding, Soort.SCHOOL_VOL, 3, **vol, doorbreking=" Schoolgids 2025, bladzijde 12. ")
    besluit(school, aanmelding, NEE, grond=grond)

    brief = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd")
    assert "sinds 6 oktober 2026 in het systeem van de school. Dat is na uw aanmelding." in brief.tekst
    assert brief.tekst.count("Schoolgids 2025, bladzijde 12.") == 1
    assert "since 6 October 2026. That is after you applied. The school says" in brief.vertaling


@pytest.mark.parametrize("woorden", ["x", "Schoolgids", "2025, 12."])
def test_full_group_is_not_noted_with_words_that_name_no_place_and_no_evidence(school: School, woorden: str) -> None:
    aanmelding = maak_aanmelding(school)
    maak_vol(school, 1)
    later = {"bewijs_adres": "https://school.example/later"}

    with pytest.raises(ToelatingError) as fout:
        gebeur(school, aanmelding, Soort.SCHOOL_VOL, 2, **VOL | later, doorbreking=woorden)

    assert str(fout.value) == (
        "Schrijf op welke plek iedereen het beleid toen kon lezen, en waaraan dat te zien is, bijvoorbeeld: in de "
        "schoolgids van 2025, bladzijde 12. De ouders lezen dit in de brief, en moeten het kunnen nakijken."
    )
    assert not Aanmeldgebeurtenis.objects.filter(aanmelding=aanmelding, soort=Soort.SCHOOL_VOL).exists()


def test_board_that_refuses_by_a_late_policy_on_its_own_reason_tells_the_parents_so(school: School) -> None:
    aanmelding, elders = maak_aanmelding(school), "https://school.example/elders"
    maak_vol(school, 1)
    gebeur(school, aanmelding, Soort.SCHOOL_VOL, 2, **VOL | {"bewijs_adres": elders})

    besluit(
        school, aanmelding, NEE, grond=Weigeringsgrond.SCHOOL_VOL, doorbreking="Wij bespraken het met de inspectie."
    )

    tekst = Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst
    assert "laten zien dat het toelatingsbeleid al openbaar was voordat u uw kind aanmeldde" in tekst
    assert "sinds 7 oktober 2026 in het systeem van de school. Dat is na uw aanmelding." in tekst
    assert "Volgens de school" not in tekst


def test_day_on_which_a_policy_was_written_down_stays_as_it_was_when_the_group_was_full(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_vol(school, 1)
    gebeur(school, aanmelding, Soort.SCHOOL_VOL, 2, **VOL, beleid_genoteerd_op=date(2030, 1, 1))
    ander = Beleidgegevens(is_openbaar=False, is_aanmelden_open=True, beleid_adres="https://school.example/ander")
    set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=ander, op=OP + timedelta(days=5))

    vol = get_zaak(aanmelding=aanmelding).feiten.vol

    assert vol is not None
    assert (vol.beleid_genoteerd_op, vol.eerder_openbaar) == (DAG, "")
    assert besluit(school, aanmelding, NEE, grond=Weigeringsgrond.SCHOOL_VOL).pk


def test_first_school_day_of_more_than_a_year_ahead_is_asked_after_and_then_comes_in(school: School) -> None:
    jaar = date(2027, 10, 5)

    def meld(dag: date, **anders: Any) -> str:
        ouders = [Aanmelder(naam="Sanne Zeegras", email="sanne@ouders.example")]
        kind = maak_kind(voornaam=f"Noa {dag}", gewenst_op=dag)
        vast = {"actor": school.intern_begeleider, "vestiging": school.vestiging, "op": OP}
        return receive_aanmelding(**vast, kind=kind, ouders=ouders, **anders)[0].voornaam

    assert meld(jaar, is_ver=False) == "Noa 2027-10-05"
    with pytest.raises(VerError, match=r"De eerste schooldag \(06-10-2027\) is over meer dan een jaar"):
        meld(jaar + timedelta(days=1), is_ver=False)
    assert meld(jaar + timedelta(days=1), is_ver=True) == "Noa 2027-10-06"


def test_far_first_school_day_at_enrolment_is_asked_after_unless_the_parents_asked_for_it(school: School) -> None:
    ver, nog_verder = date(2027, 11, 1), date(2027, 11, 2)
    aanmelding = maak_aanmelding(school, hulpvraag=Hulpvraag.GEEN, gewenst_op=ver)
    besluit(school, aanmelding, JA)
    vast: dict[str, Any] = {"actor": school.intern_begeleider, "aanmelding": aanmelding, "op": OP + timedelta(days=10)}

    with pytest.raises(VerError, match="02-11-2027"):
        enrol_aangemelde(**vast, ingeschreven_op=nog_verder, is_ver=False)
    assert enrol_aangemelde(**vast, ingeschreven_op=ver, is_ver=False).ingeschreven_op == ver
