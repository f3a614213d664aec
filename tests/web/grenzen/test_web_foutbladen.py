"""What goes wrong is told: what it was, why, and what to do now; and a fault of ours gives nothing away."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import resolve, reverse
from pytest_django import Settings
from tests.factories.paginas import HTMX, Regio, adres, bestand, inhoud_van, maak_inlezing, maak_regio, meld_aan
from tests.factories.profielen import maak_profiel

from passend.profielen.actions.onderdelen import save_tekst
from passend.profielen.models import Onderdeel
from passend.web.profielen import profiel as profielpagina
from passend.web.weigering import vorm_bij

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
GEHEIM = "Geheime zin over een kind"


def _regio() -> Regio:
    regio = maak_regio()
    maak_profiel(regio.eigen)
    return regio


@pytest.mark.parametrize("pad", ["/bestaat-niet", "/school/99ZZ00/profiel", "/school/9/team"])
def test_address_that_leads_nowhere_says_where_to_go(pad: str) -> None:
    antwoord = meld_aan(_regio().eigen.directeur).get(pad)

    assert antwoord.status_code == 404
    assert inhoud_van(antwoord) == (
        "Deze pagina is er niet Het adres klopt niet, of de pagina is weg. "
        "Ga terug naar het begin en zoek van daar. Naar het begin"
    )


def test_page_of_another_school_says_who_may_see_it() -> None:
    regio = _regio()

    antwoord = meld_aan(regio.ander.directeur).get(adres("profiel", regio.eigen))

    assert antwoord.status_code == 403
    assert inhoud_van(antwoord) == (
        "Dit is niet voor uw rol Deze pagina is voor mensen die voor deze school werken. "
        "Werkt u hier? Vraag de directeur u uit te nodigen. Naar het begin"
    )


def test_refusal_keeps_the_menu_of_who_is_signed_in_and_names_only_who_may() -> None:
    regio = _regio()

    antwoord = meld_aan(regio.eigen.mr_lid).get(adres("leerlingen", regio.eigen))

    bron = antwoord.content.decode()
    assert (antwoord.status_code, "zijbalk" in bron, "openbaar-kop" in bron) == (403, True, False)
    zin = inhoud_van(antwoord)
    assert zin.startswith("Dit is niet voor uw rol Dit mag u niet zien of doen. Dit mag wel: ")
    assert [wie for wie in ("leerling.", "bestuur", "samenwerkingsverband") if wie in zin] == []


@pytest.mark.parametrize(
    ("pad", "terug"),
    [
        ("/school/99AA00/leerling/00000000-0000-4000-8000-000000000000/toestemming/5", "dossier"),
        ("/school/99AA00/leerling/00000000-0000-4000-8000-000000000000/stuk/5/soort", "stuk"),
        ("/school/99AA00/ronde", ""),
    ],
)
def test_address_of_a_form_leads_to_the_page_that_holds_it(pad: str, terug: str) -> None:
    adres_van_vorm = vorm_bij(pad)

    assert (resolve(adres_van_vorm).url_name if adres_van_vorm else "") == terug


def test_address_that_only_takes_a_form_is_no_blank_page() -> None:
    regio = _regio()

    antwoord = meld_aan(regio.eigen.directeur).get(adres("ronde", regio.eigen))

    assert (antwoord.status_code, antwoord["Allow"]) == (405, "POST")
    assert inhoud_van(antwoord).startswith("Dit adres is geen pagina Hier komt een formulier binnen")


def test_text_that_is_too_long_is_refused_in_words_and_the_old_one_stays() -> None:
    regio = _regio()
    client = meld_aan(regio.eigen.directeur)
    velden = {"sleutel": "tekst:visie", "waarde": "a" * (2 * 1024 * 1024 + 1), "versie": 1}

    antwoord = client.post(adres("tekst", regio.eigen), velden, headers=HTMX)

    assert antwoord.status_code == 413
    assert "Dit is te veel tekst om te bewaren" in antwoord.content.decode()
    assert Onderdeel.objects.get(sleutel="tekst:visie").inhoud["tekst"] == ""


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (b"kapot", "multipart/form-data; boundary="),
        ("&".join(f"v{nummer}=1" for nummer in range(1001)).encode(), "application/x-www-form-urlencoded"),
    ],
    ids=["no boundary", "more fields than a form has"],
)
def test_form_that_cannot_be_taken_in_is_refused_in_words(inhoud: bytes, soort: str) -> None:
    regio = _regio()

    antwoord = meld_aan(regio.eigen.directeur).post(adres("tekst", regio.eigen), inhoud, content_type=soort)

    assert antwoord.status_code == 400
    assert inhoud_van(antwoord).startswith("Dit kwam niet goed aan De gegevens zijn onderweg beschadigd")


def test_character_that_no_database_keeps_is_refused_in_words() -> None:
    regio = _regio()
    client = meld_aan(regio.eigen.directeur)

    in_adres = client.get("/school/%00/profiel")
    in_tekst = client.post(adres("tekst", regio.eigen), {"sleutel": "tekst:visie", "waarde": "a\0", "versie": 1})

    assert (in_adres.status_code, in_tekst.status_code) == (400, 400)
    assert inhoud_van(in_adres).startswith("Dit kwam niet goed aan")
    assert Onderdeel.objects.get(sleutel="tekst:visie").inhoud["tekst"] == ""


def test_name_of_another_computer_is_refused_in_words() -> None:
    antwoord = Client().get("/", headers={"Host": "elders.example"})

    assert antwoord.status_code == 400
    assert inhoud_van(antwoord).startswith("Dit kwam niet goed aan")
    assert "elders.example" not in antwoord.content.decode()


def test_fault_of_ours_says_that_nothing_was_lost_and_gives_nothing_away(monkeypatch: pytest.MonkeyPatch) -> None:
    regio = _regio()
    profiel = regio.eigen.vestiging.profielen.get()
    save_tekst(
        actor=regio.eigen.directeur,
        profiel=profiel,
        code="visie",
        tekst=GEHEIM,
        versie=1,
        op=profiel.aangemaakt_op,
    )

    def breek(**waarden: object) -> None:
        raise RuntimeError(GEHEIM, waarden)

    monkeypatch.setattr(profielpagina, "list_onderdelen", breek)
    client = meld_aan(regio.eigen.directeur, raise_request_exception=False)

    bladzijde, deel = client.get(adres("profiel", regio.eigen)), client.get(adres("profiel", regio.eigen), headers=HTMX)

    assert (bladzijde.status_code, deel.status_code) == (500, 500)
    assert inhoud_van(bladzijde) == (
        "Er ging bij ons iets mis Wat u net deed, is niet opgeslagen. Wat er al stond, is er nog. "
        "Probeer het opnieuw. Naar het begin"
    )
    for antwoord in (bladzijde, deel):
        pagina = antwoord.content.decode()
        assert [woord for woord in (GEHEIM, "RuntimeError", "Traceback", ".py", "Zandstra") if woord in pagina] == []
    assert "<html" not in deel.content.decode()


def test_refusal_without_a_reason_of_ours_has_a_page_too(monkeypatch: pytest.MonkeyPatch) -> None:
    regio = _regio()

    def weiger(**_waarden: object) -> None:
        raise PermissionDenied

    monkeypatch.setattr(profielpagina, "list_onderdelen", weiger)

    antwoord = meld_aan(regio.eigen.directeur).get(adres("profiel", regio.eigen))

    assert antwoord.status_code == 403
    assert inhoud_van(antwoord).startswith("Dit is niet voor uw rol Dit mag u met uw rol niet doen.")


@pytest.mark.parametrize("sleutel", ["", "veld", "rij", "rij:hgw", "rij:hgw:bestaat-niet", "tekst:x", "structuur"])
@pytest.mark.parametrize("naam", ["veld", "tekst", "rij", "rij_weg", "rij_terug", "onderbouwing", "reactie"])
def test_element_that_does_not_exist_is_never_a_fault_of_ours(naam: str, sleutel: str) -> None:
    regio = _regio()
    client = meld_aan(regio.eigen.directeur)
    client.post(adres("ronde", regio.eigen), {"vraag": "Klopt dit?"})
    velden = {"sleutel": sleutel, "waarde": "x", "versie": "²", "soort": "eens", "wat": "x", "wanneer": "2026-10-01"}
    vooraf = list(Onderdeel.objects.order_by("pk").values_list("inhoud", "versie", "is_verwijderd"))

    antwoord = client.post(adres(naam, regio.eigen), velden, headers=HTMX)

    assert antwoord.status_code in {404, 409, 422}
    assert list(Onderdeel.objects.order_by("pk").values_list("inhoud", "versie", "is_verwijderd")) == vooraf


@pytest.mark.parametrize("getal", ["", "-1", "²", "1e3", "9" * 5000, "x"])
def test_number_that_is_none_is_never_a_fault_of_ours(getal: str) -> None:
    regio = _regio()
    client, inlezing = meld_aan(regio.eigen.directeur), maak_inlezing(regio.eigen, "wilgenboom-rooster.pdf")
    velden = {"regel": getal, "doel": getal, "versie": getal, "stand": "deels", "evaluatie": "x", "naam": "x"}
    sleutel = {"sleutel": "rij:hgw:algemeen", "soort": "mens", "ring": getal, "rol": "", "toelichting": ""}

    statussen = {
        naam: client.post(adres(naam, regio.eigen), velden | sleutel).status_code
        for naam in ("onderbouwing_weg", "doel_evaluatie", "structuur", "rij")
    }
    bladzijde = client.get(f"/school/99AA00/inlezing/{inlezing.pk}/bladzijde/{getal}.png")

    assert statussen == {"onderbouwing_weg": 200, "doel_evaluatie": 302, "structuur": 409, "rij": 200}
    assert bladzijde.status_code == 404


@pytest.mark.parametrize(
    "sinds", ["", "gisteren", "2026-99-99T00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59"]
)
def test_moment_that_is_none_is_never_a_fault_of_ours(sinds: str) -> None:
    regio = _regio()

    antwoord = meld_aan(regio.eigen.directeur).get(adres("profiel_nieuws", regio.eigen), {"sinds": sinds})

    assert antwoord.status_code == 200


def test_upload_above_the_limit_is_told_and_nothing_is_stored(settings: Settings) -> None:
    regio = _regio()
    settings.BESTAND_MAX_BYTES = 1024 * 1024

    antwoord = meld_aan(regio.eigen.directeur).post(
        adres("inleveren", regio.eigen), {"bestand": bestand(b"x" * (1024 * 1024 + 1))}
    )

    assert antwoord.status_code == 413
    assert "Dit bestand is groter dan 1 MB. Een profiel is kleiner." in inhoud_van(antwoord)
    assert not regio.eigen.vestiging.inlezingen.exists()


def test_error_page_speaks_the_language_of_the_visitor() -> None:
    client = Client()
    client.post(reverse("taal"), {"language": "en", "next": "/"})

    antwoord = client.get("/bestaat-niet")

    assert antwoord["Content-Language"] == "en"
    assert '<html lang="en">' in antwoord.content.decode()
