"""The page of a school: what it offers, how old that is, how it was adopted; and the outputs of its editions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests.factories.organisaties import maak_bestuur, maak_vestiging
from tests.factories.profielen import HGW, OP, School, maak_editie, maak_profiel, maak_school, stapgegevens

from passend.begrippen.profielinhoud import Structuurdeel
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort
from passend.documenten.zetten.woorden import Taal
from passend.profielen.actions.doelen import Doelgegevens, add_doel
from passend.profielen.actions.onderdelen import add_rij, save_rij, save_structuur, save_tekst, save_veld
from passend.profielen.actions.team import add_onderbouwing
from passend.profielen.actions.vaststelling import publish_profiel, record_stap, skip_stap
from passend.profielen.models import Editie, Ondersteuningsprofiel
from passend.profielen.queries.openbaar import get_uitgave_van_editie
from passend.regels.vaststelling import VOOR_PUBLICATIE
from passend.uitwisseling.uitgaven import Vorm
from passend.web.openbaar.schoolbeeld import Schoolbeeld, maak_beeld

pytestmark = pytest.mark.django_db
DAG = OP.date()
DELEN = (Structuurdeel(soort="mens", naam="Leerkracht"), Structuurdeel(soort="stap", naam="Samen kijken"))


def _volle_school() -> tuple[School, Editie]:
    """One edition with every kind of thing in it."""
    school = maak_school()
    profiel = maak_profiel(school)
    actor = school.directeur
    save_rij(
        actor=actor,
        profiel=profiel,
        sleutel="rij:expertise:gedrag",
        cellen={"ja_nee": "ja", "uren_beschikbaar": "0,8 FTE"},
        versie=1,
        op=OP,
    )
    for sleutel in (HGW, "rij:hgw:positief"):
        save_rij(actor=actor, profiel=profiel, sleutel=sleutel, cellen={"op_orde": True}, versie=1, op=OP)
    add_rij(actor=actor, profiel=profiel, tabel="aanbod", label="Rouwgroep", soort=None, op=OP)
    save_tekst(actor=actor, profiel=profiel, code="visie", tekst="Elk kind telt.\n- samen\n- rustig", versie=1, op=OP)
    save_structuur(actor=actor, profiel=profiel, delen=DELEN, versie=1, op=OP)
    add_onderbouwing(actor=actor, profiel=profiel, sleutel=HGW, wat="Verslag van groep 4", wanneer=DAG, op=OP)
    gegevens = Doelgegevens(sleutel=HGW, doel="Meer rust", actie="Stilteplek", eigenaar="Jo Bos")
    add_doel(actor=actor, profiel=profiel, gegevens=gegevens, op=OP)
    return school, maak_editie(school, profiel)


def _beeld(editie: Editie, taal: Taal = "nl", vandaag: date = DAG) -> Schoolbeeld:
    return maak_beeld(get_uitgave_van_editie(editie=editie, peildatum=DAG), taal=taal, vandaag=vandaag)


def _lees(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_offer_is_grouped_by_kind_with_its_words_hours_and_day() -> None:
    _, editie = _volle_school()

    groepen = {groep.naam: groep for groep in _beeld(editie).biedt}

    assert list(groepen) == ["Gedrag en gevoel", "Ook op onze school"]
    (gedrag,) = groepen["Gedrag en gevoel"].claims
    assert (gedrag.naam, gedrag.woorden, gedrag.omvang, gedrag.op) == ("Gedrag", "in ons eigen team", "0,8 FTE", DAG)
    assert groepen["Gedrag en gevoel"].samen_op == DAG


@pytest.mark.parametrize(
    ("geschreven", "engels", "taal"),
    [
        ("0,8 FTE", "0.8 FTE", ""),
        ("6 uur per week", "6 hours a week", ""),
        ("1 uur", "1 hour", ""),
        ("2 dagdelen", "2 half-days", ""),
        ("6 uur, op dinsdag", "6 uur, op dinsdag", "nl"),
    ],
)
def test_amount_is_said_in_english_unless_the_school_wrote_more_than_that(
    geschreven: str, engels: str, taal: str
) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    cellen = {"ja_nee": "ja", "uren_beschikbaar": geschreven}
    save_rij(actor=school.directeur, profiel=profiel, sleutel="rij:expertise:gedrag", cellen=cellen, versie=1, op=OP)
    editie = maak_editie(school, profiel)

    (claim,) = _beeld(editie, "en").biedt[0].claims
    (nederlands,) = _beeld(editie).biedt[0].claims

    assert (claim.omvang, claim.omvang_taal) == (engels, taal)
    assert (nederlands.omvang, nederlands.omvang_taal) == (geschreven, "")


def test_page_says_apart_what_is_nothing_extra_and_what_the_building_lacks(client: Client) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for sleutel, cellen in (
        ("rij:expertise:autisme", {"ja_nee": "nee", "uren_beschikbaar": ""}),
        ("rij:expertise:rekenen", {"ja_nee": "nee", "uren_beschikbaar": ""}),
        ("rij:voorzieningen:lift", {"niet_van_toepassing": True}),
    ):
        save_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, cellen=cellen, versie=1, op=OP)
    add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="Rekenclub", soort="rekenen", op=OP)
    editie = maak_editie(school, profiel)

    assert (_beeld(editie).niet, _beeld(editie).niet_gebouw) == (("Autisme",), ("Lift",))
    assert "Hiervoor is op school niets extra’s" in _lees(client, "/scholen/99AA00")


def test_offer_in_english_keeps_own_words_in_dutch_and_says_so() -> None:
    _, editie = _volle_school()

    claims = [claim for groep in _beeld(editie, "en").biedt for claim in groep.claims]

    assert [(claim.naam, claim.taal, claim.woorden) for claim in claims] == [
        ("Behaviour", "", "in our own team"),
        ("Rouwgroep", "nl", ""),
    ]


@pytest.mark.parametrize(("dagen", "is_oud"), [(365, False), (366, True)])
def test_claim_is_old_after_a_year(dagen: int, is_oud: bool) -> None:  # noqa: FBT001 -- what the test expects
    _, editie = _volle_school()

    beeld = _beeld(editie, vandaag=DAG + timedelta(days=dagen))

    assert beeld.biedt[0].claims[0].is_oud is is_oud
    assert bool(beeld.aantal_oud) is is_oud


def test_old_claims_are_marked_on_the_page(client: Client) -> None:
    school = maak_school()
    jaren_terug = OP - timedelta(days=3 * 366)
    profiel = maak_profiel(school, Schooljaar.op(jaren_terug.date()), op=jaren_terug)
    maak_editie(school, profiel, jaren_terug)

    inhoud = _lees(client, "/scholen/99AA00")

    assert "ouder dan een jaar" in inhoud
    assert "Dit schooljaar is voorbij. Vraag de school wat er veranderd is." in inhoud


def test_page_says_where_a_claim_can_be_seen(client: Client) -> None:
    _volle_school()

    inhoud = _lees(client, "/scholen/99AA00")

    assert "Waar te zien:</strong> <span>Verslag van groep 4</span>" in inhoud


def test_judgement_without_evidence_says_so_and_a_blank_one_does_not(client: Client) -> None:
    _volle_school()

    inhoud = _lees(client, "/scholen/99AA00").partition('id="werkwijze"')[2].partition("</section>")[0]

    assert (inhoud.count("zonder onderbouwing"), inhoud.count("niet ingevuld")) == (1, 6)


def test_page_tells_what_pupils_said_and_what_was_done_with_it(client: Client) -> None:
    _volle_school()

    inhoud = _lees(client, "/scholen/99AA00")

    assert "<blockquote><p>Meer rust</p></blockquote>" in inhoud
    assert "Wat de school ermee deed:</strong> <span>Stilteplek</span>" in inhoud
    assert "Het bestuur stelde dit vast op ma 5 oktober 2026." in inhoud


def test_page_shows_drawing_prose_goals_and_every_output(client: Client) -> None:
    _volle_school()

    inhoud = _lees(client, "/scholen/99AA00")

    for stuk in ("<svg", "Samen kijken", "<p>Elk kind telt.</p><ul><li>samen</li>", "Stilteplek"):
        assert stuk in inhoud
    assert [f'"/scholen/99AA00/editie/1/{vorm.bestandsnaam}"' in inhoud for vorm in Vorm] == [True] * len(Vorm)


def test_names_of_people_who_recorded_a_step_are_not_on_the_page(client: Client) -> None:
    school, _ = _volle_school()

    inhoud = _lees(client, "/scholen/99AA00")

    assert str(school.directeur) not in inhoud
    assert "Jo Bos" not in inhoud


def test_edition_without_a_step_says_so_and_why(client: Client) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for soort in VOOR_PUBLICATIE:
        if soort is Stapsoort.LEERLINGEN_GEHOORD:
            record_stap(actor=school.directeur, profiel=profiel, soort=soort, gegevens=stapgegevens(), op=OP)
        else:
            skip_stap(actor=school.directeur, profiel=profiel, soort=soort, waarom="Geen tijd.", op=OP)
    publish_profiel(actor=school.directeur, profiel=profiel, op=OP)

    inhoud = _lees(client, "/scholen/99AA00")

    assert (
        "<strong>Geen advies van de MR</strong> (overgeslagen). De school zegt waarom: <span>Geen tijd.</span>"
        in inhoud
    )
    assert "Het bestuur stelde dit vast" not in inhoud
    assert "Vastgesteld door het bestuur" not in inhoud
    boven, _, onder = inhoud.partition("<h1>")
    assert "<strong>Het bestuur heeft dit aanbod niet vastgesteld</strong>" in boven
    assert 'iconen.svg#let-op"' in boven
    assert "De school zegt waarom het besluit er niet is: <span>Geen tijd.</span>" in boven
    assert "<strong>Niet vastgesteld door het bestuur</strong>" in onder


def test_edition_that_the_board_adopted_has_no_warning_above_its_name(client: Client) -> None:
    _volle_school()

    assert "niet vastgesteld" not in _lees(client, "/scholen/99AA00")


def test_advice_of_the_mr_gets_no_tick_for_it_may_be_a_negative_one(client: Client) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for soort in VOOR_PUBLICATIE:
        gegevens = replace(stapgegevens(), gezegd="Niet akkoord.")
        actor = school.bestuurder if soort is Stapsoort.BESTUUR_VASTGESTELD else school.directeur
        record_stap(actor=actor, profiel=profiel, soort=soort, gegevens=gegevens, op=OP)
    publish_profiel(actor=school.directeur, profiel=profiel, op=OP)

    stap = next(li for li in _lees(client, "/scholen/99AA00").split("<li") if "Advies van de MR" in li)

    assert 'class="gegeven"' in stap
    assert "#vink" not in stap
    assert "Niet akkoord." in stap


def _zet(school: School, profiel: Ondersteuningsprofiel, **velden: str) -> None:
    for veld, waarde in velden.items():
        versie = profiel.onderdelen.get(sleutel=f"veld:{veld}").versie
        save_veld(actor=school.directeur, profiel=profiel, veld=veld, waarde=waarde, versie=versie, op=OP)


def test_page_shows_how_the_school_is_reached_as_its_edition_says(client: Client) -> None:
    school = maak_school()
    for naam, waarde in (("telefoon", "000-1111111"), ("email", "oud@school.example"), ("adres", "Oudeweg 1")):
        setattr(school.vestiging, naam, waarde)
    school.vestiging.website = "https://wilgenboom.example"
    school.vestiging.save()
    profiel = maak_profiel(school)
    _zet(school, profiel, telefoon="000 2222222 <b>", adres="Nieuweweg 2", schoolnaam="OBS De Wilgenboom")
    maak_editie(school, profiel)

    inhoud = _lees(client, "/scholen/99AA00")

    assert "<h1>OBS De Wilgenboom</h1>" in inhoud
    assert '<a href="tel:0002222222">000 2222222 &lt;b&gt;</a>' in inhoud
    assert f"<p>Nieuweweg 2<br>{school.vestiging.plaats}</p>" in inhoud
    assert '<a href="mailto:oud@school.example">oud@school.example</a>' in inhoud
    assert '<a href="https://wilgenboom.example" rel="external">wilgenboom.example</a>' in inhoud
    assert "000-1111111" not in inhoud
    assert "Oudeweg" not in inhoud


def test_edition_with_the_name_of_another_school_stands_under_the_name_of_its_own(client: Client) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _zet(school, profiel, schoolnaam="Het Kompas")
    maak_editie(school, profiel)

    assert "<h1>De Wilgenboom</h1>" in _lees(client, "/scholen/99AA00")
    assert "De Wilgenboom" in _lees(client, "/?q=wilgenboom")


def test_page_says_the_last_day_of_looking_back_as_the_school_sees_it(client: Client) -> None:
    _volle_school()

    assert "De school kijkt dit na, uiterlijk za 31 juli 2027." in _lees(client, "/scholen/99AA00")


def test_who_pupils_talked_to_and_how_are_told_apart(client: Client) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for soort in VOOR_PUBLICATIE:
        gegevens = replace(stapgegevens(), door="leerlingenraad", hoe="In een gesprek")
        actor = school.bestuurder if soort is Stapsoort.BESTUUR_VASTGESTELD else school.directeur
        record_stap(actor=actor, profiel=profiel, soort=soort, gegevens=gegevens, op=OP)
    publish_profiel(actor=school.directeur, profiel=profiel, op=OP)

    assert "<span>leerlingenraad</span> · <span>In een gesprek</span> · ma 5 oktober 2026" in _lees(
        client, "/scholen/99AA00"
    )


def test_school_without_an_edition_has_an_honest_page(client: Client) -> None:
    maak_vestiging()

    inhoud = _lees(client, "/scholen/99AA00")

    assert "Deze school heeft haar profiel hier nog niet gepubliceerd." in inhoud
    assert "Dat betekent niet dat er geen hulp is." in inhoud
    assert 'href="/scholen/99AA00/aanmelden"' in inhoud


@pytest.mark.parametrize("adres", ["/scholen/99ZZ00", "/scholen/99AA00/editie/2", "/scholen/99AA00/editie/0"])
def test_school_or_edition_that_is_not_there_is_not_found(client: Client, adres: str) -> None:
    _volle_school()

    assert client.get(adres).status_code == 404


def test_older_edition_says_that_there_is_a_newer_one(client: Client) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    maak_editie(school, profiel)
    maak_editie(school, profiel)

    oud, nieuw = (_lees(client, f"/scholen/99AA00/editie/{nummer}") for nummer in (1, 2))

    assert ("Dit is een oudere editie" in oud, "Dit is een oudere editie" in nieuw) == (True, False)
    assert 'href="/scholen/99AA00/verschil?van=1&amp;naar=2"' in nieuw


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_of_a_school_takes_three_queries(
    client: Client, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for _keer in range(aantal):
        maak_editie(school, profiel)

    with django_assert_num_queries(3):
        inhoud = _lees(client, "/scholen/99AA00")

    assert f"<strong>Editie {aantal}</strong>" in inhoud


def test_page_that_a_browser_has_is_not_sent_again_unless_the_language_changes(client: Client) -> None:
    _volle_school()
    client.get("/scholen/99AA00/editie/1")  # the first visit brings the key of the forms
    eerste = client.get("/scholen/99AA00/editie/1")
    kop = {"If-None-Match": eerste["ETag"]}

    weer = client.get("/scholen/99AA00/editie/1", headers=kop)
    client.cookies["django_language"] = "en"
    engels = client.get("/scholen/99AA00/editie/1", headers=kop)

    assert (eerste.status_code, weer.status_code, engels.status_code) == (200, 304, 200)


@pytest.mark.parametrize("vorm", [Vorm.SOP_PDF, Vorm.OUDERS_NL, Vorm.OUDERS_EN, Vorm.AANBOD_JSON, Vorm.AANBOD_CSV])
def test_output_is_served_for_every_cache_and_not_sent_twice(client: Client, vorm: Vorm) -> None:
    _volle_school()
    adres = f"/scholen/99AA00/editie/1/{vorm.bestandsnaam}"

    eerste = client.get(adres)
    weer = client.get(adres, headers={"If-None-Match": eerste["ETag"]})
    op_datum = client.get(adres, headers={"If-Modified-Since": eerste["Last-Modified"]})

    assert (eerste.status_code, eerste["Content-Type"], eerste["Cache-Control"]) == (
        200,
        vorm.mediatype,
        "public, max-age=86400",
    )
    assert eerste.content
    assert (weer.status_code, op_datum.status_code) == (304, 304)
    assert (eerste.cookies, eerste.has_header("Vary")) == ({}, False)


def test_output_that_does_not_exist_is_not_found(client: Client) -> None:
    _volle_school()

    assert client.get("/scholen/99AA00/editie/1/geheim.txt").status_code == 404


def test_output_of_an_edition_keeps_the_day_it_was_published(client: Client) -> None:
    _volle_school()

    gegevens = client.get("/scholen/99AA00/editie/1/aanbod.json").json()

    assert gegevens["uitgave"]["peildatum"] == "2026-10-05"
    assert timezone.localdate() != DAG


def test_words_of_a_school_are_never_markup(client: Client) -> None:
    school = maak_school(maak_bestuur(), naam="<script>alert(1)</script>")
    profiel = maak_profiel(school)
    save_tekst(
        actor=school.directeur, profiel=profiel, code="visie", tekst="<img src=x onerror=alert(1)>", versie=1, op=OP
    )
    delen = (Structuurdeel(soort="mens", naam="<b>Juf</b>"),)
    save_structuur(actor=school.directeur, profiel=profiel, delen=delen, versie=1, op=OP)
    add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="<i>groep</i>/x", soort=None, op=OP)
    maak_editie(school, profiel)

    inhoud = _lees(client, "/scholen/99AA00")

    assert [stuk in inhoud for stuk in ("<script>alert", "<img src=x", "<b>Juf", "<i>groep")] == [False] * 4
    assert "&lt;i&gt;groep&lt;/<wbr>i&gt;/<wbr>x" in inhoud


@override_settings(ALLOWED_HOSTS=["profielen.example", "elders.example"])
def test_output_names_the_address_it_was_asked_at(client: Client) -> None:
    _volle_school()
    adres = f"/scholen/99AA00/editie/1/{Vorm.AANBOD_JSON.bestandsnaam}"

    genoemd = {
        host: client.get(adres, headers={"Host": host}).json()["uitgave"]["adres"]
        for host in ("profielen.example", "elders.example")
    }

    assert genoemd == {host: f"http://{host}/scholen/99AA00/editie/1" for host in genoemd}
