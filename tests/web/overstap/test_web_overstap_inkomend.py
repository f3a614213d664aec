"""A file of another school on the page: dropped, looked at, taken over, and once only."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.factories.oso import maak_popo, maak_popo_met, maak_poswv
from tests.factories.overstap import laat_toe
from tests.factories.paginas import maak_regio, meld_aan
from tests.factories.profielen import School, maak_school
from tests.factories.toelating import maak_aanmelding

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.models import Leerling, Stukbestand
from passend.organisaties.models import Samenwerkingsverband
from passend.overstap.models import Overstapbestand
from passend.overstap.queries.overstap import get_schoolnamen
from passend.toelating.models import Aanmelding, Schoolcontact
from passend.uitwisseling.oso.bijlagen import pak_in
from passend.uitwisseling.oso.bouwstenen import Document
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso
from passend.web.overstap.meegekomen import list_meegekomen
from passend.web.overstap.stuknamen import stuknaam

pytestmark = [pytest.mark.django_db]
XML = schrijf_oso(maak_popo())
VAN_LATER = re.sub(rb"(<metadata>.*?<datum>)[^<]*", rb"\g<1>9999-12-31", XML, count=1, flags=re.DOTALL)

CONTACT = {
    "op": "2026-09-01",
    "andere_school": "De Kiem",
    "wie_daar": "Sam",
    "wie_hier": "Noor",
    "wijze": "telefoon",
    "reden": "aanmelding",
    "waarover": "Of het hier past.",
}


def _plek(school: School, naam: str = "overstap", **meer: object) -> str:
    return reverse(naam, kwargs={"code": school.vestiging.code, **meer})


def _lever_in(browser: Client, school: School, xml: bytes = XML) -> tuple[int, str]:
    bestand = SimpleUploadedFile("dossier.xml", xml)
    antwoord = browser.post(_plek(school), {"bestand": bestand}, follow=True)
    return antwoord.status_code, antwoord.content.decode()


def _inschrijving(school: School, xml: bytes = XML) -> dict[str, str]:
    """What is filled in to take the file of a child that was admitted over."""
    keuze = laat_toe(school, maak_opgave(lees_oso(xml)))
    return {"aanmelding": str(keuze.aanmelding), "eerste_dag": keuze.eerste_dag.isoformat()}


def test_a_file_is_shown_before_anything_of_it_is_stored() -> None:
    school = maak_school()

    status, pagina = _lever_in(meld_aan(school.intern_begeleider), school)

    assert status == 200
    assert "Fenna Verzonnen" in pagina
    assert f'<a href="{_plek(school, "leerlingen")}" aria-current' in pagina
    assert "de directeur legt het zelf vast" in pagina
    assert "Is er al contact geweest" in pagina
    assert "999999990" not in pagina
    assert Leerling.objects.count() == 0


@pytest.mark.parametrize(
    ("nummer", "afspraak"),
    [
        ("PO2815", "afspraak in de regio Haaglanden"),
        ("PO9901", "verzonnen regio Duinrand, zoals Haaglanden"),
        ("PO0001", None),
    ],
)
def test_an_agreement_to_talk_first_is_that_of_the_own_region(nummer: str, afspraak: str | None) -> None:
    school = maak_school()
    Samenwerkingsverband.objects.filter(pk=school.vestiging.bestuur.samenwerkingsverband_id).update(nummer=nummer)

    _status, pagina = _lever_in(meld_aan(school.intern_begeleider), school)

    assert ("Is er al contact geweest" in pagina) is (afspraak is not None)
    assert f"({afspraak})" in pagina or afspraak is None
    assert "Scholen in Haaglanden" not in pagina


def test_a_file_is_taken_over_once_and_the_talk_goes_along() -> None:
    school = maak_school()
    browser = meld_aan(school.intern_begeleider)
    _lever_in(browser, school)
    pk = Overstapbestand.objects.get().pk
    browser.post(_plek(school, "overstap_contact", pk=pk), CONTACT)
    eerste = browser.post(_plek(school, "overstap_overnemen", pk=pk), _inschrijving(school), follow=True)
    tweede = browser.post(_plek(school, "overstap_overnemen", pk=pk))
    _status, opnieuw = _lever_in(browser, school)

    assert eerste.status_code == 200
    assert tweede.status_code == 422
    assert "Dit bestand is overgenomen" in opnieuw
    leerling = Leerling.objects.get()
    assert Schoolcontact.objects.get().leerling == leerling


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Er is geen bestand gekozen"),
        (b"niets", "Dit is geen OSO-bestand"),
        (XML[:900], "breekt af bij regel"),
        (XML.replace(b"/2019/", b"/2018/"), "OSO van 2018"),
        (VAN_LATER, "gemaakt op een dag die nog moet komen"),
    ],
    ids=["empty", "no xml", "cut", "another year", "the future"],
)
def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(inhoud: bytes, zin: str) -> None:
    school = maak_school()

    status, pagina = _lever_in(meld_aan(school.directeur), school, inhoud)

    assert status == 422
    assert zin in pagina
    assert Overstapbestand.objects.count() == 0


def test_a_wrong_number_is_said_on_the_page_without_repeating_it() -> None:
    school = maak_school()

    _status, pagina = _lever_in(meld_aan(school.directeur), school, XML.replace(b"999999990", b"999999991"))

    assert "doorstaat de elfproef niet" in pagina
    assert "999999991" not in pagina


def test_a_file_is_thrown_away_and_nothing_of_it_stays() -> None:
    school = maak_school()
    browser = meld_aan(school.directeur)
    _lever_in(browser, school)

    browser.post(_plek(school, "overstap_weg", pk=Overstapbestand.objects.get().pk))

    assert Overstapbestand.objects.count() == 0


def test_who_teaches_and_who_is_elsewhere_see_no_files() -> None:
    regio = maak_regio()
    school, ander = regio.eigen, regio.ander
    _lever_in(meld_aan(school.directeur), school)
    pk = Overstapbestand.objects.get().pk

    assert meld_aan(school.leerkracht).get(_plek(school)).status_code == 403
    assert meld_aan(ander.directeur).get(_plek(school, "overstapbestand", pk=pk)).status_code in {403, 404}


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_asks_as_much_of_one_file_as_of_three(aantal: int, django_assert_max_num_queries: object) -> None:
    school = maak_school()
    browser = meld_aan(school.directeur)
    for nummer in range(aantal):
        _lever_in(browser, school, XML + b" " * nummer)

    with django_assert_max_num_queries(26):  # type: ignore[operator]
        assert browser.get(_plek(school)).status_code == 200


PLAN = b"Elke dag tien minuten lezen."
MET_BIJLAGEN = schrijf_oso(
    maak_popo_met(
        Document(bestandsnaam="plan.txt", omschrijving="Handelingsplan", bestandsinhoud=pak_in("plan.txt", PLAN)),
        Document(bestandsnaam="kijk.pdf", bestandsinhoud=pak_in("kijk.pdf", b"<script>alert(1)</script>")),
    )
)


def test_attachment_is_opened_as_what_it_is_before_and_after_taking_over() -> None:
    school = maak_school()
    browser = meld_aan(school.intern_begeleider)
    _status, pagina = _lever_in(browser, school, MET_BIJLAGEN)
    pk = Overstapbestand.objects.get().pk

    ervoor = browser.get(_plek(school, "overstap_bijlage", pk=pk, nummer=1))
    dossier = browser.post(
        _plek(school, "overstap_overnemen", pk=pk), _inschrijving(school), follow=True
    ).content.decode()
    erna = browser.get(_plek(school, "overstap_bijlage", pk=pk, nummer=1))
    bestand = Stukbestand.objects.get()
    waar = {"code": "99AA00", "sleutel": bestand.stuk.leerling.sleutel, "pk": bestand.stuk_id, "bestand": bestand.pk}
    stuk = browser.get(reverse("stukbestand", kwargs=waar))

    assert "Het is een programma of een webpagina" in pagina
    for antwoord in (ervoor, erna, stuk):
        assert (antwoord.status_code, antwoord.content) == (200, PLAN)
        assert antwoord["Content-Type"] == "text/plain; charset=utf-8"
        assert antwoord["Content-Disposition"].startswith("attachment")
        assert antwoord["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Handelingsplan (vorige school)" in dossier


@pytest.mark.parametrize("nummer", [0, 2, 3])
def test_attachment_that_is_no_document_or_does_not_exist_is_not_there(nummer: int) -> None:
    school = maak_school()
    browser = meld_aan(school.intern_begeleider)
    _lever_in(browser, school, MET_BIJLAGEN)
    pk = Overstapbestand.objects.get().pk

    assert browser.get(_plek(school, "overstap_bijlage", pk=pk, nummer=nummer)).status_code == 404


def test_piece_of_care_keeps_its_file_from_who_teaches() -> None:
    school = maak_school()
    browser = meld_aan(school.intern_begeleider)
    _lever_in(browser, school, MET_BIJLAGEN)
    browser.post(_plek(school, "overstap_overnemen", pk=Overstapbestand.objects.get().pk), _inschrijving(school))
    bestand = Stukbestand.objects.get()
    waar = {"code": "99AA00", "sleutel": bestand.stuk.leerling.sleutel, "pk": bestand.stuk_id, "bestand": bestand.pk}

    assert meld_aan(school.leerkracht).get(reverse("stukbestand", kwargs=waar)).status_code in {403, 404}


def test_the_page_shows_who_it_is_and_asks_for_the_first_school_day_of_an_admitted_child() -> None:
    school = maak_school()
    browser = meld_aan(school.intern_begeleider)
    _status, ervoor = _lever_in(browser, school)
    pk = Overstapbestand.objects.get().pk
    gekozen = _inschrijving(school)

    nu = browser.get(_plek(school, "overstapbestand", pk=pk)).content.decode()
    zaak = browser.get(
        reverse("aanmelding", kwargs={"code": "99AA00", "zaak": Aanmelding.objects.get().sleutel})
    ).content.decode()
    leeg = browser.post(_plek(school, "overstap_overnemen", pk=pk), {"aanmelding": gekozen["aanmelding"]})
    lijst = browser.get(_plek(school)).content.decode()

    assert "Er is nog geen aanmelding van dit kind" in ervoor
    assert "Neem over" not in ervoor
    assert "4 mei 2017" in ervoor
    assert "2026-2027: groep 5A, De Wilgenboom" in ervoor
    assert "Eerste schooldag bij u" in nu
    assert _plek(school, "overstapbestand", pk=pk) in zaak
    assert leeg.status_code == 422
    assert Leerling.objects.count() == 0
    assert "Fenna Verzonnen" in lijst


def test_a_dossier_for_a_samenwerkingsverband_is_refused_at_a_school() -> None:
    school = maak_school()

    status, pagina = _lever_in(meld_aan(school.directeur), school, schrijf_oso(maak_poswv()))

    assert status == 422
    assert "gemaakt voor het samenwerkingsverband, niet voor een school" in pagina


def test_a_talk_that_was_noted_in_the_case_is_not_asked_again_at_the_file_and_the_other_way_around() -> None:
    school = maak_school()
    ib = meld_aan(school.intern_begeleider)
    _inschrijving(school)
    aanmelding = Aanmelding.objects.get()
    _status, vooraf = _lever_in(ib, school)
    _lever_in(ib, school, XML + b" ")
    eerste, tweede = (een.pk for een in Overstapbestand.objects.order_by("pk"))

    ib.post(_plek(school, "aanmelding_stap", zaak=aanmelding.sleutel), {**CONTACT, "stap": "school_gesproken"})
    nakijken = ib.get(_plek(school, "overstapbestand", pk=eerste)).content.decode()
    ib.post(_plek(school, "overstap_contact", pk=tweede), {**CONTACT, "waarover": "Wat er nog komt."})
    ander = ib.get(_plek(school, "overstapbestand", pk=eerste)).content.decode()

    assert "Is er al contact geweest" in vooraf
    assert "Is er al contact geweest" not in nakijken
    assert "Of het hier past." in nakijken
    assert "aan de telefoon" in nakijken
    assert "Wat er nog komt." in ander


def test_a_talk_without_a_day_is_refused_in_the_case_and_what_was_typed_stays() -> None:
    school = maak_school()
    ib = meld_aan(school.intern_begeleider)
    aanmelding = maak_aanmelding(school, is_elders_ingeschreven=True)
    adres = _plek(school, "aanmelding_stap", zaak=aanmelding.sleutel)

    antwoord = ib.post(adres, {**CONTACT, "op": "", "stap": "school_gesproken"})

    assert antwoord.status_code == 422
    assert "op welke dag het contact was" in antwoord.content.decode()
    assert "Of het hier past." in antwoord.content.decode()
    assert Schoolcontact.objects.count() == 0


def test_the_form_of_a_registration_has_what_the_file_says_already() -> None:
    school = maak_school()
    browser = meld_aan(school.intern_begeleider)
    _status, nakijken = _lever_in(browser, school)
    adres = f"{_plek(school, 'aanmelding_nieuw')}?bestand={Overstapbestand.objects.get().pk}"

    pagina = browser.get(adres).content.decode()

    assert adres in nakijken
    for waarde in ("Fenna", "Verzonnen", "2017-05-04", maak_opgave(lees_oso(XML)).van_school):
        assert f'value="{waarde}"' in pagina
    assert 'name="is_elders_ingeschreven" value="1" checked' in pagina
    assert meld_aan(school.leerkracht).get(adres).status_code == 403
    assert browser.get(f"{_plek(school, 'aanmelding_nieuw')}?bestand=999").status_code == 404


def test_what_a_file_of_another_school_says_is_part_of_the_whole_file_of_the_pupil_and_its_number_is_not() -> None:
    school = maak_school()
    browser = meld_aan(school.intern_begeleider)
    _lever_in(browser, school)
    pk = Overstapbestand.objects.get().pk
    browser.post(_plek(school, "overstap_overnemen", pk=pk), _inschrijving(school), follow=True)
    leerling = Leerling.objects.get()

    [rubriek] = list_meegekomen(leerling, [Vertrouwelijkheid.GEWOON, Vertrouwelijkheid.ZORG])

    opgave = maak_opgave(lees_oso(XML), get_schoolnamen())
    teksten = {str(regel["waarover"]): str(regel["tekst"]) for regel in rubriek.regels}
    assert [stuk.titel for stuk in opgave.stukken if teksten.get(stuk.titel) != stuk.tekst] == []
    assert teksten["Het kind"].startswith("Fenna Verzonnen")
    assert "999999990" not in str(rubriek)
    assert list_meegekomen(leerling, [Vertrouwelijkheid.GEWOON]) == []


@pytest.mark.parametrize(
    ("titel", "engels"),
    [
        ("Schoolloopbaan (vorige school)", "School history (previous school)"),
        ("Individuele plannen (vorige school)", "Individual plans (previous school)"),
        ("Brief van de tandarts (vorige school)", "Brief van de tandarts (vorige school)"),
        ("Brief van de tandarts", "Brief van de tandarts"),
    ],
)
def test_heading_of_a_piece_that_came_along_is_said_in_the_language_of_the_page(titel: str, engels: str) -> None:
    with translation.override("en"):
        assert stuknaam(titel) == engels
    with translation.override("nl"):
        assert stuknaam(titel) == titel
