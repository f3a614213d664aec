"""What is written down while people work: keys and reasons, never a name, an address or a word of a document."""

import logging
import re
from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.factories.paginas import HTMX, TWIJFEL, adres, bestand, maak_regio, meld_aan, voorbeeld
from tests.factories.profielen import School, maak_profiel, maak_school

from passend.profielen.models import Editie, Inlezing
from passend.toegang.actions import create_account
from passend.toegang.models import Account, Installatieregel, Logregel
from passend.toegang.queries import check_logboek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
NAAM, WACHTWOORD, ZIN = "Geheimers", "wachtwoord-van-geheimers", "Een zin die niemand mag lezen"
BRIEF = "brief-van-geheimers.txt"


def _hele_weg(school: School) -> None:
    """From a document that is handed in to a public edition, with mistakes on the way."""
    directeur = meld_aan(school.directeur, raise_request_exception=False)
    regels = voorbeeld(TWIJFEL).replace(b"Basisschool De Wilgenboom", b"School van Geheimers")
    directeur.post(adres("inleveren", school), {"bestand": bestand(b"\x00kapot " + ZIN.encode(), BRIEF)})
    directeur.post(adres("inleveren", school), {"bestand": bestand(regels, BRIEF)})
    pk = Inlezing.objects.get().pk
    rijen = ("hgw:positief", "hgw:samenwerking", "experts:adviseur", "experts:smw", "experts:cjg")
    for sleutel in ("veld:schoolnaam", *(f"rij:{rij}" for rij in rijen)):
        velden = {"sleutel": sleutel, "akkoord": "1"}
        directeur.post(adres("antwoord", school, pk=pk), velden, headers=HTMX)
    fout = {"sleutel": "veld:email", "waarde": f"{NAAM} zonder apenstaart"}
    directeur.post(adres("antwoord", school, pk=pk), fout, headers=HTMX)
    directeur.post(adres("opslaan", school, pk=pk), {"schooljaar": "2026-2027"})
    for versie in (2, 1):  # the second one comes too late
        velden = {"sleutel": "tekst:visie", "waarde": f"{ZIN} {versie}", "versie": versie}
        directeur.post(adres("tekst", school), velden, headers=HTMX)
    directeur.post(adres("rij_nieuw", school), {"tabel": "aanbod", "label": ZIN})
    directeur.post(adres("ronde", school), {"vraag": ZIN})
    reactie = {"sleutel": "rij:hgw:algemeen", "soort": "oneens", "toelichting": ZIN}
    meld_aan(school.leerkracht).post(adres("reactie", school), reactie, headers=HTMX)
    doel = {"sleutel": "rij:hgw:algemeen", "doel": ZIN, "actie": ZIN, "eigenaar": NAAM}
    directeur.post(adres("doelen", school), doel)
    stap = {"op": "2026-10-12", "door": NAAM, "hoe": ZIN, "gezegd": ZIN, "gedaan": ZIN}
    for soort in ("leerlingen_gehoord", "mr_gevraagd", "mr_advies", "bestuur_vastgesteld"):
        wie = meld_aan(school.bestuurder) if soort == "bestuur_vastgesteld" else directeur
        directeur.post(adres("stap", school), {"soort": soort, **stap, "op": "2030-01-01"})
        wie.post(adres("stap", school), {"soort": soort, **stap, "document": bestand(ZIN.encode(), BRIEF)})
    directeur.post(adres("stap", school), {"soort": "gepubliceerd"})


def test_whole_way_to_an_edition_writes_no_name_and_no_word_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    school = maak_school()
    Account.objects.filter(pk=school.directeur.pk).update(last_name=NAAM, username="tess@geheimers.example")
    create_account(gebruikersnaam="x@geheimers.example", voornaam="X", achternaam=NAAM, wachtwoord=WACHTWOORD)

    with caplog.at_level(logging.DEBUG):
        stranger = meld_aan(None)
        for woord in (WACHTWOORD, WACHTWOORD + "-fout"):
            stranger.post("/aanmelden", {"login": "x@geheimers.example", "password": woord})
        _hele_weg(school)
        stranger.post("/afmelden")

    geschreven = "\n".join(
        f"{regel.name} {regel.getMessage()} {regel.exc_text or ''}"
        for regel in caplog.records
        if regel.name != "django.db.backends"
    )
    assert Editie.objects.count() == 1
    assert "Unprocessable Content" in geschreven  # mistakes are written down, by their address
    assert re.findall(r"geheimers|zin die niemand|wachtwoord-van", geschreven, flags=re.IGNORECASE) == []


def test_line_in_the_book_of_acts_holds_keys_and_reasons_only() -> None:
    school = maak_school()

    _hele_weg(school)

    regels = list(Logregel.objects.values_list("handeling", "onderwerp", "reden"))
    assert len(regels) > 10
    assert {(handeling, reden) for handeling, _onderwerp, reden in regels} >= {
        ("add_inlezing", "directeur"),
        ("store_inlezing", "directeur"),
        ("save_onderdeel", "directeur"),
        ("add_reactie", "leerkracht"),
        ("record_stap:bestuur_vastgesteld", "bestuurder"),
        ("record_stap:gepubliceerd", "directeur"),
    }
    assert [deel for regel in regels for deel in regel if not re.fullmatch(r"[a-z_]+(:[a-z_]+|:\d+)?", deel)] == []


def test_fault_of_ours_is_written_down_without_the_words_of_the_form(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    school = maak_school()
    client = meld_aan(school.directeur, raise_request_exception=False)
    client.post(adres("profiel_nieuw", school))

    def breek(**_waarden: object) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr("passend.web.profielen.elementen.save_tekst", breek)
    velden = {"sleutel": "tekst:visie", "waarde": ZIN, "versie": 1}

    antwoord = client.post(adres("tekst", school), velden, headers=HTMX)

    assert antwoord.status_code == 500
    assert "Internal Server Error: /school/99AA00/tekst" in caplog.text
    assert ZIN not in caplog.text


def test_database_is_not_asked_to_write_its_questions_down() -> None:
    assert logging.getLogger("django.db.backends").getEffectiveLevel() > logging.DEBUG


def test_refused_try_stands_in_the_log_of_the_board_it_was_about_with_the_page_and_nothing_of_what_was_asked() -> None:
    regio = maak_regio()
    vreemde = regio.ander.directeur

    status = meld_aan(vreemde).post(adres("ronde", regio.eigen), {"vraag": ZIN}).status_code

    regel = Logregel.objects.get(soort="geweigerd")
    assert status == 403
    assert (regel.account, regel.bestuur, regel.onderwerp, regel.reden) == (
        vreemde,
        regio.eigen.vestiging.bestuur,
        "pagina:ronde",
        "geen_reden",
    )
    assert [stand.breuk for stand in check_logboek()] == [None] * len(check_logboek())


def test_stranger_who_is_sent_to_sign_in_leaves_no_line() -> None:
    regio = maak_regio()

    status = meld_aan(None).post(adres("ronde", regio.eigen), {"vraag": ZIN}).status_code

    assert status == 302
    assert not Logregel.objects.filter(soort="geweigerd").exists()


def test_document_that_was_fetched_stands_in_the_log_with_the_reason() -> None:
    school = maak_school()
    maak_profiel(school)

    meld_aan(school.bestuurder).get(adres("document", school, bestandsnaam="aanbod.json"))

    regel = Logregel.objects.get(soort="uitvoer")
    assert (regel.account, regel.bestuur, regel.handeling, regel.reden) == (
        school.bestuurder,
        school.vestiging.bestuur,
        "download_document",
        "bestuurder",
    )


def test_what_a_school_does_stands_in_the_log_of_its_board() -> None:
    school = maak_school()

    _hele_weg(school)

    handelingen = Logregel.objects.filter(bestuur=school.vestiging.bestuur).values_list("handeling", flat=True)
    assert {"add_inlezing", "store_inlezing", "save_onderdeel", "add_rij", "open_ronde", "add_doel"} <= set(handelingen)


@pytest.mark.parametrize(
    ("pagina", "waarden"),
    [
        ("agenda_feed", {"nummer": 1, "geheim": "geraden"}),
        ("aanmelding_openen", {"code": "99AA00", "geheim": "geraden"}),
    ],
)
def test_key_that_opens_nothing_leaves_one_line_a_quarter_of_an_hour_and_not_the_key(
    pagina: str, waarden: dict[str, str | int], vaste_tijd: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_school()
    stranger = meld_aan(None)

    def probeer(na: int) -> int:
        vooraf = Installatieregel.objects.count()
        monkeypatch.setattr(timezone, "now", lambda: vaste_tijd + timedelta(minutes=na))
        assert stranger.get(reverse(pagina, kwargs=waarden)).status_code == 404
        return Installatieregel.objects.count() - vooraf

    assert [probeer(na) for na in (0, 1, 14, 16)] == [1, 0, 0, 1]
    regel = Installatieregel.objects.latest("pk")
    assert (regel.account, regel.handeling, regel.onderwerp, regel.soort) == (
        None,
        "geweigerd:sleutel",
        f"pagina:{pagina}",
        "geweigerd",
    )
    assert [stand.breuk for stand in check_logboek()] == [None] * len(check_logboek())
