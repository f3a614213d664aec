"""The file to take along: on paper and for a machine, with the words in it, and a name that says nothing."""

import json
from base64 import b64decode
from datetime import date, timedelta
from typing import Any

import pytest
from tests.drukwerk import bladzijden
from tests.factories.dossiers import nieuwe_regels, onderwerp, plek
from tests.factories.leerlingen import (
    GEBOREN,
    SINDS,
    Gezin,
    maak_gezin,
    maak_groep,
    maak_leerling,
    maak_stuk,
    maak_stukbestand,
)
from tests.factories.opp import maak_opprijen
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, maak_school
from tests.factories.toelating import maak_toelatingsrijen

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.dossier import add_zienswijze, decide_zienswijze
from passend.leerlingen.actions.leerlingen import Leerlinggegevens, place_leerling
from passend.leerlingen.actions.stukken import move_stuk, withdraw_stuk
from passend.leerlingen.actions.wijzigen import change_leerling
from passend.leerlingen.models import Vorigfeit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
V = Vertrouwelijkheid
DOWNLOADS = {
    "dossier_pdf": ("dossier-2026-10-12.pdf", "application/pdf"),
    "dossier_json": ("dossier-2026-10-12.json", "application/json"),
    "ingezien_pdf": ("wie-zag-het-dossier-2026-10-12.pdf", "application/pdf"),
}


def _vol() -> Gezin:
    gezin = maak_gezin()
    maak_stuk(gezin.school, gezin.leerling, V.ZORG, "Bril en gehoor")
    maak_stuk(gezin.school, gezin.leerling, V.MELDCODE, "Stap een")
    return gezin


def _tekst(antwoord: Any) -> str:
    assert (antwoord.status_code, antwoord.content[:5]) == (200, b"%PDF-")
    return " ".join(" ".join(bladzijden(antwoord.content)).split())


@pytest.mark.parametrize("pagina", DOWNLOADS)
@pytest.mark.parametrize("wie", ["intern_begeleider", "ouder"])
def test_download_is_an_attachment_that_nobody_keeps_with_a_name_that_says_nothing(pagina: str, wie: str) -> None:
    gezin = maak_gezin()
    account = getattr(gezin, wie, None) or getattr(gezin.school, wie)
    naam, mediatype = DOWNLOADS[pagina]

    antwoord = meld_aan(account).get(plek(gezin.leerling, pagina))

    koppen = {kop: antwoord[kop] for kop in ("Content-Disposition", "Content-Type", "Cache-Control")}
    assert koppen == {
        "Content-Disposition": f'attachment; filename="{naam}"',
        "Content-Type": mediatype,
        "Cache-Control": "private, no-store",
    }
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert "Pip" not in str(antwoord.headers)


@pytest.mark.parametrize(
    ("wie", "titels", "gezin_erin"),
    [
        ("directeur", ["Gesprek", "Bril en gehoor", "Stap een"], True),
        ("ouder", ["Gesprek", "Bril en gehoor"], True),
        ("leerkracht", ["Gesprek"], False),
        ("deskundige", ["Gesprek"], False),
    ],
)
def test_paper_holds_for_each_what_the_page_shows(wie: str, titels: list[str], gezin_erin: bool) -> None:  # noqa: FBT001 -- a column of the table above
    gezin = _vol()
    account = getattr(gezin, wie, None) or getattr(gezin.school, wie)
    client = meld_aan(account)

    papier = _tekst(client.get(plek(gezin.leerling, "dossier_pdf")))
    gegevens = client.get(plek(gezin.leerling, "dossier_json")).json()

    alle = ("Gesprek", "Bril en gehoor", "Stap een")
    assert "Dossier van Pip Duinmans" in papier
    assert "Vertrouwelijk. Passend hield bij wie dit ophaalde." in papier
    assert [titel for titel in alle if f"Wat er staat in {titel}." in papier] == titels
    assert [stuk["titel"] for stuk in gegevens["stukken"]] == titels
    assert ("Onderzoek naar lezen" in papier, "toestemmingen" in gegevens) == (gezin_erin, gezin_erin)


def test_paper_holds_each_version_the_view_of_a_parent_and_the_answer() -> None:
    gezin = maak_gezin()
    wens = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Dat zie ik anders.", is_verzoek=True, op=OP)
    decide_zienswijze(actor=gezin.school.directeur, zienswijze=wens, is_verbeterd=False, uitleg="Het was zo.", op=OP)

    papier = _tekst(meld_aan(gezin.ouder).get(plek(gezin.leerling, "dossier_pdf")))

    assert "Geldig vanaf 5 oktober 2026, vastgelegd op 5 oktober 2026 door Jo Bos: Wat er staat in Gesprek." in papier
    assert "Zienswijze van Jo Duinmans op 5 oktober 2026: Dat zie ik anders." in papier
    assert "Gevraagd is om dit te verbeteren. Bijgevoegd, niet verbeterd: Het was zo." in papier


def test_signs_that_a_setter_could_take_for_its_own_are_set_as_they_were_typed() -> None:
    school = maak_school()
    leerling = maak_leerling(school, "#Pip*", "_Duin_ $x$")
    maak_stuk(school, leerling, titel='#panic("x") @ref <label> // weg')

    papier = _tekst(meld_aan(school.directeur).get(plek(leerling, "dossier_pdf")))

    assert "Dossier van #Pip* _Duin_ $x$" in papier
    assert 'Wat er staat in #panic("x") @ref <label> // weg.' in papier


def test_file_without_a_piece_is_paper_too() -> None:
    school = maak_school()
    leerling = maak_leerling(school)

    papier = _tekst(meld_aan(school.directeur).get(plek(leerling, "dossier_pdf")))

    assert "Dossier van Pip Duinmans" in papier
    assert meld_aan(school.directeur).get(plek(leerling, "dossier_json")).json()["stukken"] == []


def test_list_of_viewers_on_paper_says_who_what_and_why() -> None:
    gezin = maak_gezin()
    meld_aan(gezin.school.leerkracht).get(plek(gezin.leerling))
    meld_aan(gezin.school.mr_lid).get(plek(gezin.leerling))

    papier = _tekst(meld_aan(gezin.ouder).get(plek(gezin.leerling, "ingezien_pdf")))

    assert "Wie zag het dossier van Pip Duinmans" in papier
    assert "12 oktober 2026 11:00 Jo Bos, leerkracht keek in het dossier eigen groep" in papier
    assert [woord in papier for woord in ("lid van", "wilde erin, en", "geweigerd")] == [True] * 3


def test_machine_reads_what_was_typed_letter_by_letter() -> None:
    school = maak_school()
    leerling = maak_leerling(school, "Zoë", 'Çelik "Duin" </script>')

    antwoord = meld_aan(school.directeur).get(plek(leerling, "dossier_json"))

    assert json.loads(antwoord.content)["leerling"]["voornaam"] == "Zoë"
    assert json.loads(antwoord.content)["leerling"]["achternaam"] == 'Çelik "Duin" </script>'
    assert "Zoë".encode() in antwoord.content


@pytest.mark.parametrize(
    ("pagina", "handeling"),
    [
        ("dossier_pdf", "export_dossier"),
        ("dossier_json", "export_dossier"),
        ("ingezien_pdf", "export_ingezien"),
    ],
)
def test_taking_along_is_written_down_as_such(pagina: str, handeling: str) -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.ouder)

    with nieuwe_regels() as nieuw:
        client.get(plek(gezin.leerling, pagina))

    assert nieuw.regels == [(gezin.ouder, handeling, onderwerp(gezin.leerling), "ouder", "uitvoer")]


@pytest.mark.parametrize("pagina", ["dossier_pdf", "dossier_json"])
def test_expert_who_takes_along_what_was_shared_did_not_take_the_whole_file(pagina: str) -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.deskundige)

    with nieuwe_regels() as nieuw:
        client.get(plek(gezin.leerling, pagina))

    lijst = meld_aan(gezin.ouder).get(plek(gezin.leerling, "ingezien")).content.decode()
    assert nieuw.regels == [
        (gezin.deskundige, "export_gedeeld", onderwerp(gezin.leerling), "deskundige", "uitvoer"),
    ]
    assert ("haalde op wat de ouders deelden" in lijst, "haalde het hele dossier op" in lijst) == (True, False)


@pytest.mark.parametrize("pagina", ["ingezien", "ingezien_pdf"])
@pytest.mark.parametrize("wie", ["leerkracht", "deskundige"])
def test_teacher_and_expert_do_not_see_who_looked(pagina: str, wie: str) -> None:
    gezin = maak_gezin()
    account = getattr(gezin, wie, None) or getattr(gezin.school, wie)

    antwoord = meld_aan(account).get(plek(gezin.leerling, pagina))

    assert antwoord.status_code == 403
    assert "de intern begeleider, de directeur, en ouders met gezag" in antwoord.content.decode()


def test_every_file_goes_along_whole_in_the_data_and_paper_says_that_it_is_there() -> None:
    gezin = maak_gezin()
    maak_stukbestand(gezin.school, gezin.stuk)
    maak_opprijen(gezin.school, gezin.leerling, gezin.ouder, vast=OP)
    browser = meld_aan(gezin.ouder)

    heel = json.loads(browser.get(plek(gezin.leerling, "dossier_json")).content)
    papier = _tekst(browser.get(plek(gezin.leerling, "dossier_pdf")))

    [bij_stuk] = heel["stukken"][0]["bestanden"]
    assert (bij_stuk["naam"], b64decode(bij_stuk["inhoud_base64"])) == ("toen.txt", b"Toen ging het zo.")
    assert [een["naam"].split("-")[0] for een in heel["bestanden"]] == ["tekening", "handtekening"]
    assert all(een["bytes"] == len(b64decode(een["inhoud_base64"])) for een in heel["bestanden"])
    assert "toen.txt (17 bytes)" in papier
    assert [een["naam"] for een in heel["bestanden"] if een["naam"] not in papier] == []
    assert "Deze bestanden zitten zelf in het gegevensbestand van dit dossier (JSON)." in papier


def test_parent_takes_along_the_letters_of_a_suspension_and_of_a_removal_and_no_address_of_another() -> None:
    gezin = maak_gezin()
    maak_toelatingsrijen(gezin.school, gezin.leerling)
    browser = meld_aan(gezin.ouder)

    heel = json.loads(browser.get(plek(gezin.leerling, "dossier_json")).content)

    rubrieken = {een["naam"]: een["regels"] for een in heel["rubrieken"]}
    [schorsing], [verwijdering] = rubrieken["schorsingen"], rubrieken["verwijderingen"]
    assert (schorsing["brief"], schorsing["aan"], schorsing["inspectie_bewijs"]) == (
        "Brief.",
        "Jo Duinmans, Kim Zee",
        "N-17",
    )
    assert verwijdering["reden"] == "Wij kunnen niet meer."
    assert "ouders.example" not in json.dumps(rubrieken)


def _veranderd() -> Gezin:
    """A file in which two days later the name, the group and the class of a piece changed, and one piece went."""
    gezin = _vol()
    directeur, later = gezin.school.directeur, OP + timedelta(days=2)
    weg = maak_stuk(gezin.school, gezin.leerling, titel="Van een ander")
    nieuw = Leerlinggegevens(voornaam="Pip", achternaam="Nieuwman", geboren_op=GEBOREN, ingeschreven_op=SINDS)
    change_leerling(actor=directeur, leerling=gezin.leerling, gegevens=nieuw, op=later)
    zes = maak_groep(gezin.school, "6")
    place_leerling(actor=directeur, leerling=gezin.leerling, groep=zes, geldig_van=date(2026, 9, 15), op=later)
    withdraw_stuk(actor=directeur, stuk=weg, waarom="Gaat over een ander", op=later)
    maak_stuk(gezin.school, gezin.leerling, titel="Pas later", op=later)
    return gezin


@pytest.mark.parametrize("soort", ["pdf", "json"])
def test_download_of_another_day_is_called_after_that_day(soort: str) -> None:
    gezin = maak_gezin()
    dagen = {"geldig_op": "2026-10-05", "bekend_op": "2026-10-06"}

    antwoord = meld_aan(gezin.school.directeur).get(plek(gezin.leerling, f"dossier_{soort}"), dagen)

    assert antwoord["Content-Disposition"] == f'attachment; filename="dossier-2026-10-05.{soort}"'


def test_piece_that_was_withdrawn_is_not_told_of_a_day_before_it_was_there() -> None:
    gezin = _veranderd()
    client = meld_aan(gezin.school.directeur)

    def gezien(geldig_op: str) -> tuple[bool, bool]:
        dagen = {"geldig_op": geldig_op, "bekend_op": "2026-10-12"}
        pagina = client.get(plek(gezin.leerling), dagen).content.decode()
        stukken = client.get(plek(gezin.leerling, "dossier_json"), dagen).json()["stukken"]
        return "Een stuk is ingetrokken op" in pagina, any("ingetrokken" in een for een in stukken)

    assert (gezien("1900-01-01"), gezien("2026-10-12")) == ((False, False), (True, True))


def test_piece_withdrawn_before_its_days_were_kept_is_said_to_be_of_a_day_that_nobody_knows() -> None:
    gezin = _veranderd()
    client = meld_aan(gezin.school.directeur)
    Vorigfeit.objects.filter(leerling=gezin.leerling, tabel="dossierversie").delete()

    def gezegd(geldig_op: str) -> list[bool]:
        dagen = {"geldig_op": geldig_op, "bekend_op": "2026-10-11"}
        pagina = inhoud_van(client.get(plek(gezin.leerling), dagen))
        let_op = " ".join(client.get(plek(gezin.leerling, "dossier_json"), dagen).json()["zoals_op"]["let_op"])
        papier = _tekst(client.get(plek(gezin.leerling, "dossier_pdf"), dagen))
        assert "Een stuk is ingetrokken op" in pagina
        zinnen = (
            *("op 07-10-2026. Wanneer dat erin kwam, is niet bewaard", "Wanneer dat erin kwam, is niet bewaard"),
            "op 7 oktober 2026. Wanneer dat erin kwam, is niet bewaard",
        )
        return [zin in waar for zin, waar in zip(zinnen, (let_op, pagina, papier), strict=True)]

    assert (gezegd("1900-01-01"), gezegd("2026-10-06"), gezegd("2026-10-07")) == ([True] * 3, [True] * 3, [False] * 3)


def test_download_of_another_day_says_so_first_and_has_what_the_school_knew_then() -> None:
    gezin = _veranderd()
    dagen = {"geldig_op": "2026-10-06", "bekend_op": "2026-10-06"}
    client = meld_aan(gezin.school.directeur)

    tekst = client.get(plek(gezin.leerling, "dossier_json"), dagen).content.decode()
    papier = _tekst(client.get(plek(gezin.leerling, "dossier_pdf"), dagen))

    uitvoer = json.loads(tekst)
    eerste = "Dit is het dossier zoals het gold op 06-10-2026, zoals de school het wist op 06-10-2026."
    assert next(iter(uitvoer)) == "zoals_op"
    assert uitvoer["zoals_op"]["let_op"][0] == eerste
    assert "De tekst is vernietigd op 07-10-2026." in " ".join(uitvoer["zoals_op"]["let_op"])
    assert uitvoer["leerling"]["achternaam"] == "Duinmans"
    assert [groep["groep"] for groep in uitvoer["groepen"]] == ["5"]
    assert sorted(stuk["titel"] for stuk in uitvoer["stukken"]) == ["Bril en gehoor", "Gesprek", "Stap een"]
    assert [woord in tekst for woord in ("Nieuwman", "Van een ander", "Pas later")] == [False, False, False]
    assert papier.index(eerste.replace("06-10-2026", "6 oktober 2026")) < papier.index("Geboren")
    assert "Pip Duinmans" in papier


def test_parent_learns_from_a_day_that_is_over_of_no_class_that_is_not_for_parents() -> None:
    gezin = _vol()
    stuk = maak_stuk(gezin.school, gezin.leerling, V.MELDCODE, "Toch gewoon")
    move_stuk(actor=gezin.school.directeur, stuk=stuk, naar=V.GEWOON, op=OP + timedelta(days=2))
    dagen = {"geldig_op": "2026-10-06", "bekend_op": "2026-10-06"}

    van_ouder, van_school = (
        meld_aan(wie).get(plek(gezin.leerling, "dossier_json"), dagen).content.decode()
        for wie in (gezin.ouder, gezin.school.directeur)
    )
    pagina = meld_aan(gezin.ouder).get(plek(gezin.leerling), dagen).content.decode()

    assert [een["vertrouwelijkheid"] for een in json.loads(van_school)["stukken"] if een["titel"] == "Toch gewoon"] == [
        "meldcode"
    ]
    assert "Toch gewoon" in van_ouder
    assert ["meldcode" in bron.casefold() for bron in (van_ouder, pagina.split("<main")[1])] == [False, False]
    assert "Bij welk soort een stuk hoort, ziet u zoals het nu is." in pagina
