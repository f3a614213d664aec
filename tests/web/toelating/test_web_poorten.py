"""Gates of a registration on a page: what is offered, what is not any more, and what parents and school read of it."""

import re
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.organisaties import maak_vestiging
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, maak_aanmelding, maak_beleid, maak_vol, maak_weigerbaar
from tests.web.toelating.test_web_toelating import DAGEN, FORMULIER, _lees, _stap, _zaak

from passend.begrippen.aanmelding import Andereschool, Plaatsstand
from passend.begrippen.toelating import Toelatingsbesluit, Zaakfase
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import in_bestuur
from passend.regels.zaakstappen import FASEN, mogelijke_stappen
from passend.toelating.actions.aanmelden import create_sleutel
from passend.toelating.actions.school import Beleidgegevens, Ruimtegegevens, set_beleid, set_ruimte
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Toelatingsbeleid

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


def _lang_geleden(school: School, dagen: int, **anders: Any) -> Aanmelding:
    op = OP - dagen * DAGEN
    return maak_aanmelding(school, op=op, verzocht_op=op.date(), ontvangen_op=op.date(), **anders)


def test_case_of_a_child_admitted_by_law_shows_its_article_and_no_way_to_refuse(school: School) -> None:
    aanmelding = _lang_geleden(school, 45, is_asielzoeker=True)

    bron = meld_aan(school.directeur).get(_zaak(aanmelding)).content.decode()

    assert "Toegelaten, want er was geen besluit" in bron
    assert "WPO artikel 40 lid 16" in bron
    assert "Toegelaten zonder besluit" in bron
    assert re.findall(r'name="besluit" value="([\w:]+)"', bron) == ["toegelaten"]
    assert "Schrijf het kind in" in bron
    assert "Vraag de ouders om meer gegevens" not in bron


def test_school_that_is_too_late_is_not_offered_to_ask_for_more(school: School) -> None:
    op_tijd, te_laat = _lang_geleden(school, 35), _lang_geleden(school, 36)

    paginas = [_lees(school.intern_begeleider, _zaak(een)) for een in (op_tijd, te_laat)]

    assert ["Vraag de ouders om meer gegevens" in een for een in paginas] == [True, False]
    velden = {"stap": "aanvulling_gevraagd", "op": "2026-10-12", "uiterlijk_op": "2026-10-19", "tekst": "Een verslag"}
    antwoord = _stap(school.intern_begeleider, te_laat, velden, 422)
    assert "Daarna zet een vraag om gegevens de klok niet meer stil." in inhoud_van(antwoord)


def test_gate_that_is_open_leads_to_its_own_choice_in_the_form(school: School) -> None:
    aanmelding = maak_aanmelding(school)

    bron = meld_aan(school.directeur).get(f"{_zaak(aanmelding)}?besluit=toelaten").content.decode()
    gekozen = meld_aan(school.directeur).get(f"{_zaak(aanmelding)}?besluit=toegelaten").content.decode()

    assert 'href="?besluit=toegelaten#neem-besluit"' in bron
    assert re.findall(r'id="neem-besluit" (\w*)>', gekozen) == ["open"]
    assert re.findall(r'value="([\w:]+)" required checked', gekozen) == ["toegelaten"]
    assert "Alleen bij toelaten mag dit leeg." in bron


def test_another_reason_is_offered_only_where_no_other_school_must_be_found(school: School) -> None:
    zonder = maak_aanmelding(school, hulpvraag="geen")
    met = maak_aanmelding(school)

    bronnen = [meld_aan(school.directeur).get(_zaak(een)).content.decode() for een in (zonder, met)]

    assert ['value="geweigerd:anders"' in een for een in bronnen] == [True, False]


def test_full_group_is_chosen_and_the_policy_is_typed_once(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    vol = {"stap": "school_vol", "op": "2026-10-05", "leerjaar": "3", "tekst": "28 van 28.", "is_gevolgd": "1"}
    geweigerd = _stap(school.intern_begeleider, aanmelding, vol, 422)
    assert "zegt op haar pagina niet dat groep 3 vol is" in inhoud_van(geweigerd)
    assert "28 van 28." in geweigerd.content.decode()
    maak_vol(school, 3)

    _stap(school.intern_begeleider, aanmelding, vol)

    bron = meld_aan(school.intern_begeleider).get(_zaak(aanmelding)).content.decode()
    assert "<strong>Vastgelegd dat de groep vol is</strong>: groep 3" in bron


def test_child_that_was_noted_already_is_noted_again_only_when_that_is_meant(school: School) -> None:
    maak_aanmelding(school)
    velden = FORMULIER | {"weg": "papier", "verzocht_op": "2026-10-05", "ontvangen_op": "2026-10-05"}
    client, pad = meld_aan(school.intern_begeleider), adres("aanmelding_nieuw", school)

    antwoord = client.post(pad, velden)
    assert antwoord.status_code == 422
    assert "Bekijk de aanmelding die er al is" in inhoud_van(antwoord)
    assert Aanmelding.objects.count() == 1

    naar = client.post(pad, velden | {"is_andere": "1"})
    assert "Dit kind staat hier nog een keer" in inhoud_van(client.get(naar.headers["Location"]))


def test_school_without_an_answer_has_no_day_of_answer_and_the_verklaring_shows(school: School) -> None:
    aanmelding = _lang_geleden(school, 10)
    vraag = {"stap": "school_gevraagd", "op": "2026-10-05", "school": "De Schelp", "plaats": "Zeestad"}
    _stap(school.intern_begeleider, aanmelding, vraag | {"schoolsoort": "sbo"})
    zonder = _lees(school.intern_begeleider, _zaak(aanmelding))
    assert "nog geen antwoord" in zonder
    assert "antwoord op" not in zonder

    ja = {"stap": "school_bereid", "school": "De Schelp, Zeestad", "op": "2026-10-05", "tekst": "De directeur."}
    _stap(school.intern_begeleider, aanmelding, ja | {"tlv": "gevraagd"})

    assert "De toelaatbaarheidsverklaring is aangevraagd" in _lees(school.intern_begeleider, _zaak(aanmelding))


def test_place_that_stops_by_a_refusal_is_said_to_the_director_and_on_the_line(school: School) -> None:
    aanmelding = _lang_geleden(school, 75)
    _stap(school.directeur, aanmelding, {"stap": "plaats"})
    _stap(school.directeur, aanmelding, {"stap": "schrijf_in", "ingeschreven_op": "2026-10-05"})
    velden = {
        "stap": "besluit",
        "besluit": "geweigerd:andere_school",
        "op": "2026-10-05",
        "motivering": "Het kan niet.",
        "doorbreking": "Besproken met de Inspectie.",
    }

    client = meld_aan(school.bestuurder)
    client.post(_zaak(aanmelding, "aanmelding_stap"), velden)

    pagina = inhoud_van(client.get(_zaak(aanmelding)))
    assert "De tijdelijke plek stopt" in pagina
    assert "WPO artikel 40 lid 7" in pagina


def test_parents_read_what_is_missing_where_to_bring_it_and_how_to_withdraw(school: School, client: Client) -> None:
    client.post(reverse("kind_aanmelden", kwargs={"code": "99AA00"}), FORMULIER)
    aanmelding = Aanmelding.objects.get()
    velden = {"stap": "aanvulling_gevraagd", "op": "2026-10-12", "uiterlijk_op": "2026-10-19", "tekst": "Het verslag"}
    _stap(school.intern_begeleider, aanmelding, velden)
    geheim = create_sleutel(actor=None, aanmelding=aanmelding, op=OP + 7 * DAGEN)
    pad = reverse("aanmelding_openen", kwargs={"code": "99AA00", "geheim": geheim})

    pagina = inhoud_van(client.get(pad, follow=True))

    assert "Zo geeft u wat nog mist" in pagina
    assert "De school vroeg: Het verslag" in pagina
    assert "Wilt u de aanmelding intrekken?" in pagina
    assert "Uiterlijk deze dag hoort u het besluit" in pagina
    assert "Laatste werkdag" not in pagina
    papier = client.get(reverse("mijn_tijdlijn_pdf", kwargs={"code": "99AA00"})).content
    tekst = " ".join(bladzijde.get_textpage().get_text_bounded() for bladzijde in pypdfium2.PdfDocument(papier))
    woorden = " ".join(tekst.split())
    for wat in ("30 november 2026", "Uiterlijk deze dag hoort u het besluit. De aanmelding", "Het verslag", "artikel"):
        assert wat in woorden


def test_school_without_a_form_says_what_to_write_and_where_to(school: School, client: Client) -> None:
    dicht = Beleidgegevens(is_openbaar=False, is_aanmelden_open=False)
    set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=dicht, op=OP)

    pagina = inhoud_van(client.get(reverse("kind_aanmelden", kwargs={"code": "99AA00"})))

    assert "Aanmelden met een brief of e-mail" in pagina
    assert "of uw kind extra hulp nodig heeft" in pagina


def test_schools_near_home_stand_first_with_their_kilometres_and_near_the_school_where_no_home_is_known(
    school: School,
) -> None:
    for brin, naam, postcode in (("99BA", "Ver", "9712 AB"), ("99BB", "Bij", "3511 AB"), ("99BC", "Onbekend", "")):
        vestiging = maak_vestiging(school.vestiging.bestuur, brin=brin, naam=naam)
        Vestiging.objects.filter(pk=vestiging.pk).update(postcode=postcode)
    Vestiging.objects.filter(pk=school.vestiging.pk).update(postcode="6211 AB")
    Toelatingsbeleid.objects.create(bestuur=school.vestiging.bestuur, vestiging=vestiging, gewijzigd_op=OP)  # bijzonder
    thuis = maak_aanmelding(school, adres="Helmweg 8, 9711 AB Zeestad")
    zonder = maak_aanmelding(school, adres="", voornaam="Bo")

    van_huis = inhoud_van(meld_aan(school.directeur).get(_zaak(thuis)))
    van_school = inhoud_van(meld_aan(school.directeur).get(_zaak(zonder)))

    kilometers = [("Ver", "0,9"), ("Bij", "159,1"), ("Onbekend", "")]
    openbaar = kilometers[:2]  # beside the grondslag: no school that says it is not a public one (WPO 58 lid 1)
    gevonden = re.findall(r"(Ver|Bij|Onbekend), Voorbeeldstad(?: \(([\d,]+) km\))?", van_huis)
    assert gevonden in ([*kilometers, *openbaar], [*openbaar, *kilometers])
    assert "Dicht bij huis staat bovenaan" in van_huis
    namen = [een[0] for een in re.findall(r"(Ver|Bij|Onbekend), (Voorbeeldstad)", van_school)]
    assert namen in (["Bij", "Ver", "Onbekend", "Bij", "Ver"], ["Bij", "Ver", "Bij", "Ver", "Onbekend"])
    assert "Van dit kind is geen postcode bekend." in van_school


def test_decision_of_an_earlier_day_says_when_parents_were_told_and_an_objection_is_noted_once(school: School) -> None:
    aanmelding = _lang_geleden(school, 30)
    with in_bestuur(school.vestiging.bestuur_id):
        maak_weigerbaar(school, aanmelding)
        besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, 7, op=OP.date() + 4 * DAGEN)

    voor = _lees(school.directeur, _zaak(aanmelding))
    velden = {"stap": "bezwaar", "op": "2026-10-12", "tekst": "Niet eens."}
    _stap(school.directeur, aanmelding, velden)
    na, nog_een = (
        _lees(school.directeur, _zaak(aanmelding)),
        _stap(school.directeur, aanmelding, velden | {"tekst": "Nog eens."}, 422),
    )

    assert "De ouders hoorden het op ma 12 oktober 2026. Wat voor hen telt, telt vanaf die dag." in voor
    assert ["Waartegen is het bezwaar?" in een for een in (voor, na)] == [True, False]
    assert "Dit staat er al." in inhoud_van(nog_een)


def test_school_in_the_list_says_its_kind_and_its_room_and_is_asked_as_that_kind(school: School) -> None:
    ander = maak_vestiging(school.vestiging.bestuur, brin="99BA", naam="De Zandkorrel")
    kiezen = Beleidgegevens(
        is_openbaar=False, is_aanmelden_open=False, schoolsoort=Andereschool.SBO, beleid_adres="https://zand.example/ja"
    )
    set_beleid(actor=None, vestiging=ander, gegevens=kiezen, op=OP)
    for leerjaar, stand in ((3, Plaatsstand.VOL), (4, Plaatsstand.PLAATS), (5, Plaatsstand.VOL)):
        ruimte = Ruimtegegevens(leerjaar=leerjaar, stand=stand, geldig_van=OP.date())
        set_ruimte(actor=None, vestiging=ander, gegevens=ruimte, op=OP)
    aanmelding = maak_aanmelding(school)

    pagina = _lees(school.directeur, _zaak(aanmelding))
    vraag = {"stap": "school_gevraagd", "op": "2026-10-05", "school_code": ander.code, "schoolsoort": "bao"}
    _stap(school.directeur, aanmelding, vraag)

    vol = ", ".join(f"groep {groep} vol sinds ma 5 oktober 2026" for groep in (3, 5))
    assert f"Speciaal basisonderwijs (sbo) · {vol} · plaats in groep 4" in pagina
    assert Aanmeldgebeurtenis.objects.get(soort="school_gevraagd").schoolsoort == "sbo"
    naast = inhoud_van(Client().get("/vergelijk", {"school": ["99AA00", ander.code]}))
    assert f"Speciaal basisonderwijs (sbo) · {vol} · plaats in groep 4" in naast


def test_case_says_its_next_date_at_the_top(school: School) -> None:
    pagina = _lees(school.directeur, _zaak(maak_aanmelding(school)))

    assert pagina.index("Hierna: uiterlijk het besluit, ma 16 november 2026") < pagina.index("De data")


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"stap": "onderzoek", "bevinding": "zzz"}, "Kies wat het kind nodig heeft."),
        ({"stap": "ouders_gehoord", "tlv": "zzz"}, "Kies hoe het met de toelaatbaarheidsverklaring staat."),
    ],
)
def test_choice_that_there_is_not_is_refused_and_the_case_stays_to_be_read(
    school: School, velden: dict[str, str], zin: str
) -> None:
    aanmelding = maak_aanmelding(school)

    antwoord = _stap(school.directeur, aanmelding, {"op": "2026-10-05", "tekst": "Gezien."} | velden, 422)

    assert zin in inhoud_van(antwoord)
    _lees(school.directeur, _zaak(aanmelding))


VORMEN = {"verleng": "verlengd", "plaats": "tijdelijk_geplaatst", "ontvangst": "ontvangst_gemeld"}


@pytest.mark.parametrize("fase", Zaakfase)
def test_page_offers_only_what_can_be_done_now(school: School, fase: Zaakfase) -> None:
    is_asiel = fase is Zaakfase.VAN_RECHTSWEGE
    aanmelding = _lang_geleden(school, 45 if is_asiel else 30, is_asielzoeker=is_asiel)
    vraag = {"soort": "aanvulling_gevraagd", "op": OP.date() - 20 * DAGEN, "uiterlijk_op": OP.date() - 15 * DAGEN}
    rij = {"bestuur_id": aanmelding.bestuur_id, "aanmelding": aanmelding, "vastgelegd_op": OP - 20 * DAGEN}
    if fase in {Zaakfase.TOEGELATEN, Zaakfase.NIET_TOEGELATEN, Zaakfase.NIET_BEHANDELD}:
        uitkomst = {Zaakfase.NIET_TOEGELATEN: "geweigerd"}.get(fase, fase.value)
        Aanmeldgebeurtenis.objects.create(**rij | vraag)
        besluit = {"soort": "besluit", "op": OP.date(), "uitkomst": uitkomst, "tekst": "Omdat.", "doorbreking": "Zo."}
        Aanmeldgebeurtenis.objects.create(**rij | besluit)
    if fase is Zaakfase.INGETROKKEN:
        Aanmeldgebeurtenis.objects.create(**rij | {"soort": "ingetrokken", "op": OP.date(), "tekst": "Per mail."})

    bron = meld_aan(school.directeur).get(_zaak(aanmelding)).content.decode()

    gevonden = {VORMEN.get(een, een) for een in re.findall(r'name="stap" value="(\w+)"', bron)}
    stappen = gevonden & {soort.value for soort in FASEN}
    mogelijk = mogelijke_stappen(fase)
    assert stappen <= mogelijk
    assert bool(stappen) == bool(mogelijk)


@pytest.mark.parametrize(("dagen", "is_later"), [(-10, False), (0, True)])
def test_case_says_when_the_policy_was_written_down_after_the_parents_applied(
    school: School,
    dagen: int,
    is_later: bool,  # noqa: FBT001 -- a case
) -> None:
    gegevens = Beleidgegevens(
        is_openbaar=False,
        is_aanmelden_open=True,
        beleid_adres="https://school.example/ander",
        beleid_sinds=OP.date() - 400 * DAGEN,
    )
    set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=gegevens, op=OP + dagen * DAGEN)
    aanmelding = _lang_geleden(school, 5)

    pagina = _lees(school.directeur, _zaak(aanmelding))

    vol = {"leerjaar": 3, "bewijs_adres": "https://school.example/ander", "vooraf_op": OP.date() - 400 * DAGEN}
    vol |= {"beleid_genoteerd_op": OP.date() + dagen * DAGEN, "doorbreking": "Schoolgids, bladzijde 12."}
    Aanmeldgebeurtenis.objects.create(
        bestuur_id=aanmelding.bestuur_id,
        aanmelding=aanmelding,
        soort="school_vol",
        op=OP.date(),
        vastgelegd_op=OP,
        **vol,
    )
    later = _lees(school.directeur, _zaak(aanmelding))

    keren = [een.count("De school schreef dit beleid pas op") for een in (pagina, later)]
    assert keren == ([1, 2] if is_later else [0, 0])
    assert ("waaraan is dat te zien?" in pagina) is is_later
    assert "Eerder te lezen: Schoolgids, bladzijde 12." in later
