"""Handing in a document: every kind is read; everything else is told in a sentence and leaves nothing behind."""

from typing import Any

import pytest
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from tests.documenten.lezen.slecht import SLECHT
from tests.factories.organisaties import maak_bestuur
from tests.factories.paginas import TWIJFEL, ZEKER, adres, bestand, inhoud_van, maak_inlezing, meld_aan, voorbeeld
from tests.factories.profielen import School, maak_profiel, maak_school

from passend.profielen.actions import inlezingen
from passend.profielen.models import Inlezing, Ondersteuningsprofiel
from passend.toegang.models import Logregel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _lever_in(client: Client, school: School, inhoud: bytes, naam: str = "") -> Any:
    return client.post(adres("inleveren", school), {"bestand": bestand(inhoud, naam)})


@pytest.mark.parametrize("naam", [TWIJFEL, ZEKER, "wilgenboom-rooster.odt", "wilgenboom-vakjes.pdf"])
def test_document_of_every_kind_is_read_and_shown_beside_what_was_read(naam: str) -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    antwoord = _lever_in(client, school, voorbeeld(naam), naam)

    inlezing = Inlezing.objects.get()
    assert antwoord["Location"] == adres("nakijken", school, pk=inlezing.pk)
    pagina = inhoud_van(client.get(antwoord["Location"]))
    assert f"{naam} Gelezen: 13 gegevens," in pagina
    assert "Basisschool De Wilgenboom" in pagina
    assert (inlezing.bestandsnaam, bytes(inlezing.bestand), inlezing.profiel) == (naam, voorbeeld(naam), None)
    assert not Ondersteuningsprofiel.objects.exists()


def test_kind_of_document_follows_from_what_is_in_it_and_its_name_must_say_the_same() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    vals = inhoud_van(_lever_in(client, school, voorbeeld(ZEKER), "foto.jpg"))
    _lever_in(client, school, voorbeeld(ZEKER), "foto.docx")

    inlezing = Inlezing.objects.get()
    assert "hij hoort te eindigen op .docx." in vals
    assert (inlezing.bestandsnaam, inlezing.document["soort"]) == ("foto.docx", "docx")


@pytest.mark.parametrize(
    "soort", ["scan", "pdf met wachtwoord", "half docx", "entiteit van buiten", "willekeurig als pdf", "jpeg", "leeg"]
)
def test_document_that_cannot_be_read_is_told_and_not_kept(soort: str) -> None:
    naam, maak, zin = SLECHT[soort]
    school = maak_school()
    client = meld_aan(school.directeur)

    antwoord = _lever_in(client, school, maak(), naam)

    pagina = inhoud_van(antwoord)
    assert antwoord.status_code == 422
    assert "Dit bestand kunnen we niet lezen" in pagina
    assert ("Er is geen bestand gekozen, of het is leeg." if soort == "leeg" else zin) in pagina
    assert not Inlezing.objects.exists()
    assert not Logregel.objects.filter(handeling="add_inlezing").exists()


def test_text_that_is_no_profile_is_told_and_not_kept() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    antwoord = _lever_in(client, school, b"Boodschappen: melk, brood en kaas.\n" * 20, "lijst.txt")

    assert antwoord.status_code == 422
    assert "Dit bestand kunnen we niet lezen" in inhoud_van(antwoord)
    assert not Inlezing.objects.exists()


@pytest.mark.parametrize("velden", [{}, {"bestand": ""}, {"bestand": "geen bestand maar tekst"}])
def test_form_without_a_file_says_what_to_choose(velden: dict[str, str]) -> None:
    school = maak_school()

    antwoord = meld_aan(school.directeur).post(adres("inleveren", school), velden)

    assert antwoord.status_code == 422
    assert "Er is geen bestand gekozen, of het is leeg. Kies het document van uw profiel." in inhoud_van(antwoord)


def test_same_file_twice_is_kept_once_and_goes_on_where_one_was() -> None:
    school = maak_school()
    maak_inlezing(school, ZEKER)
    client = meld_aan(school.intern_begeleider)

    antwoord = _lever_in(client, school, voorbeeld(ZEKER), "andere-naam.docx")

    assert Inlezing.objects.count() == 1
    assert "Dit document had u al ingeleverd. U gaat verder waar u was." in inhoud_van(client.get(antwoord["Location"]))


def test_same_file_of_two_schools_is_two_documents() -> None:
    school = maak_school()
    buur = maak_school(school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    maak_inlezing(school, ZEKER)

    _lever_in(meld_aan(buur.directeur), buur, voorbeeld(ZEKER))

    assert sorted(Inlezing.objects.values_list("vestiging__brin", flat=True)) == ["99AA", "99AB"]


@pytest.mark.parametrize("deel", [0.3, 0.9, 0.995])
def test_upload_that_breaks_off_leaves_nothing(deel: float) -> None:
    school = maak_school()
    heel = encode_multipart(BOUNDARY, {"bestand": bestand(voorbeeld(TWIJFEL), TWIJFEL)})

    antwoord = meld_aan(school.directeur).generic(
        "POST", adres("inleveren", school), heel[: int(len(heel) * deel)], content_type=MULTIPART_CONTENT
    )

    assert antwoord.status_code == 422
    assert not Inlezing.objects.exists()


def test_connection_that_breaks_while_sending_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def breek(*_waarden: object) -> None:
        raise OSError("verbinding weg")

    school = maak_school()
    client = meld_aan(school.directeur, raise_request_exception=False)
    monkeypatch.setattr(MemoryFileUploadHandler, "receive_data_chunk", breek)

    antwoord = _lever_in(client, school, voorbeeld(TWIJFEL))

    assert antwoord.status_code >= 400
    assert not Inlezing.objects.exists()


def test_server_that_stops_while_keeping_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(**_waarden: object) -> None:
        raise KeyboardInterrupt

    school = maak_school()
    client = meld_aan(school.directeur)
    monkeypatch.setattr(inlezingen, "log_handeling", stop)

    with pytest.raises(KeyboardInterrupt):
        _lever_in(client, school, voorbeeld(TWIJFEL))

    assert not Inlezing.objects.exists()


def test_name_of_a_file_and_words_in_it_are_shown_as_words() -> None:
    naam = "<img src=x onerror=alert(1)>&amp;\"'.txt"
    regels = voorbeeld(TWIJFEL).decode().replace("Basisschool De Wilgenboom", "<script>alert(2)</script>")
    school = maak_school()
    client = meld_aan(school.directeur)

    antwoord = _lever_in(client, school, regels.encode(), naam)

    pagina = client.get(antwoord["Location"]).content.decode()
    lijst = client.get(adres("inleveren", school)).content.decode()
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in pagina
    assert "&lt;img src=x onerror=alert(1)&gt;" in pagina
    assert "&lt;img src=x onerror=alert(1)&gt;" in lijst
    assert [vorm for vorm in ("<script>alert", "<img src=x") if vorm in pagina + lijst] == []


@pytest.mark.parametrize(
    "naam", ["../../etc/passwd.txt", "C:\\mijn\\profiel.txt", "a" * 300 + ".txt", "-h.txt", "\u202egpj.txt"]
)
def test_name_of_a_file_is_a_name_and_nothing_else(naam: str) -> None:
    school = maak_school()

    antwoord = _lever_in(meld_aan(school.directeur), school, voorbeeld(TWIJFEL), naam)

    bewaard = Inlezing.objects.get().bestandsnaam
    assert antwoord.status_code == 302
    assert (len(bewaard) <= 200, "/" in bewaard, "\\" in bewaard) == (True, False, False)
    assert bewaard


def test_document_handed_in_waits_on_the_list_and_on_the_first_screen() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    assert "Heeft uw school al een profiel? Lever het hier in." in inhoud_van(client.get("/start"))

    maak_inlezing(school)

    assert f"{TWIJFEL} ma 5 oktober 2026, 7 dagen geleden nog na te kijken" in inhoud_van(
        client.get(adres("inleveren", school))
    )
    assert "Kijk uw ingeleverde document na" in inhoud_van(client.get("/start"))


def test_document_thrown_away_is_gone_with_its_task_and_the_profile_stays() -> None:
    school = maak_school()
    maak_profiel(school)
    inlezing = maak_inlezing(school)
    client = meld_aan(school.directeur)

    antwoord = client.post(adres("inlezing_weg", school, pk=inlezing.pk))

    pagina = inhoud_van(client.get(antwoord["Location"]))
    assert "Het document is weg. Aan uw profiel is niets veranderd." in pagina
    assert "Eerder ingeleverd" not in pagina
    assert "Kijk uw ingeleverde document na" not in inhoud_van(client.get("/start"))
    assert not Inlezing.objects.exists()
    assert Ondersteuningsprofiel.objects.count() == 1
    assert Logregel.objects.filter(handeling="remove_inlezing", onderwerp=f"inlezing:{inlezing.pk}").count() == 1


def test_document_that_is_in_the_profile_is_not_thrown_away() -> None:
    school = maak_school()
    inlezing = maak_inlezing(school, ZEKER)
    client = meld_aan(school.directeur)
    client.post(adres("opslaan", school, pk=inlezing.pk), {"schooljaar": "2026-2027"})

    antwoord = client.post(adres("inlezing_weg", school, pk=inlezing.pk), follow=True)

    assert "Dit document is al opgeslagen in het profiel en blijft daarom bewaard." in inhoud_van(antwoord)
    assert "Gooi dit document weg" not in inhoud_van(antwoord)
    assert Inlezing.objects.count() == 1


def test_document_of_a_region_without_a_template_is_read_with_a_shipped_one_and_not_stored() -> None:
    school = maak_school()
    school.sjabloon.delete()
    client = meld_aan(school.directeur)
    pagina = _lever_in(client, school, voorbeeld(ZEKER))["Location"]

    antwoord = client.post(f"{pagina}/opslaan", {"schooljaar": "2026-2027"}, follow=True)

    assert "Uw samenwerkingsverband heeft dit sjabloon niet (meer). Vraag het daar na." in inhoud_van(antwoord)
    assert not Ondersteuningsprofiel.objects.exists()


def test_document_made_with_the_template_of_another_region_is_told() -> None:
    school = maak_school(maak_bestuur(), sjabloon="plein013")

    antwoord = _lever_in(meld_aan(school.directeur), school, voorbeeld(ZEKER))

    assert antwoord.status_code == 422
    assert not Inlezing.objects.exists()
