"""What somebody did wrong in a file can be put right on its pages, and each page says what was stored."""

from typing import Any

import pytest
from tests.factories.dossiers import maak_buurt, plek
from tests.factories.leerlingen import Gezin, beantwoord, maak_gezin, maak_groep, maak_leerling
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP

from passend.leerlingen.actions.dossier import add_stuk, add_zienswijze
from passend.leerlingen.models import Dossierversie, Leerling
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
STUK = {
    "titel": "Leesgesprek",
    "tekst": "Wij spraken elkaar.",
    "geldig_van": "2026-10-12",
    "vertrouwelijkheid": "gewoon",
}
WIE = {"voornaam": "Pippa", "achternaam": "Duin", "geboren_op": "2018-03-15", "ingeschreven_op": "2024-08-01"}


def _stuur(account: Account, gezin: Gezin, naam: str, velden: dict[str, Any], **waarden: int) -> Any:
    return meld_aan(account).post(plek(gezin.leerling, naam, **waarden), velden, follow=True)


def test_piece_is_moved_and_the_teacher_finds_it_no_more() -> None:
    gezin = maak_gezin()
    beantwoord(gezin)
    pad = plek(gezin.leerling, "stuk", pk=gezin.stuk.pk)

    antwoord = _stuur(gezin.school.directeur, gezin, "stuk_soort", {"vertrouwelijkheid": "zorg"}, pk=gezin.stuk.pk)

    assert "Verplaatst. Alleen wie dit soort stukken mag lezen, ziet het nu." in inhoud_van(antwoord)
    assert meld_aan(gezin.school.leerkracht).get(pad).status_code == 404
    nogmaals = _stuur(gezin.school.directeur, gezin, "stuk_soort", {"vertrouwelijkheid": "zorg"}, pk=gezin.stuk.pk)
    assert (nogmaals.status_code, "Dit stuk staat daar al." in inhoud_van(nogmaals)) == (422, True)


def test_piece_of_the_meldcode_that_was_shared_leaves_no_title_with_the_parents() -> None:
    gezin = maak_gezin()
    beantwoord(gezin)

    _stuur(gezin.school.directeur, gezin, "stuk_soort", {"vertrouwelijkheid": "meldcode"}, pk=gezin.stuk.pk)

    pagina = inhoud_van(meld_aan(gezin.ouder).get(plek(gezin.leerling)))
    assert "Onderzoek naar lezen teruggenomen door de school" in pagina
    assert "Gesprek" not in pagina


def test_teacher_sees_no_way_to_move_a_piece_and_one_to_withdraw_their_own() -> None:
    gezin = maak_gezin()
    eigen = add_stuk(actor=gezin.school.leerkracht, leerling=gezin.leerling, titel="X", tekst="Y", op=OP,
                     vertrouwelijkheid="gewoon", geldig_van=OP.date())  # fmt: skip
    client = meld_aan(gezin.school.leerkracht)

    paginas = [inhoud_van(client.get(plek(gezin.leerling, "stuk", pk=pk))) for pk in (gezin.stuk.pk, eigen.pk)]

    assert [("Verplaats dit stuk" in pagina, "Trek dit stuk in" in pagina) for pagina in paginas] == [
        (False, False),
        (False, True),
    ]


def test_piece_about_another_pupil_is_withdrawn_and_a_line_stays_also_on_paper_and_for_parents() -> None:
    gezin = maak_gezin()
    beantwoord(gezin)
    leeg = _stuur(gezin.school.directeur, gezin, "stuk_intrekken", {"waarom": "x"}, pk=gezin.stuk.pk)

    antwoord = _stuur(
        gezin.school.directeur, gezin, "stuk_intrekken", {"waarom": "Gaat over een ander"}, pk=gezin.stuk.pk
    )

    assert (leeg.status_code, "Schrijf in drie woorden of meer" in inhoud_van(leeg)) == (422, True)
    assert 'value="x"' in leeg.content.decode()
    assert "Ingetrokken. De tekst is weg" in inhoud_van(antwoord)
    regel = f"ingetrokken op ma 12 oktober 2026 door {gezin.school.directeur}. Reden: Gaat over een ander"
    for account in (gezin.school.directeur, gezin.ouder):
        client = meld_aan(account)
        pagina = inhoud_van(client.get(plek(gezin.leerling)))
        assert (regel in pagina, "Wat er staat in Gesprek." in pagina) == (True, False)
        assert client.get(plek(gezin.leerling, "stuk", pk=gezin.stuk.pk)).status_code == 302
        assert client.get(plek(gezin.leerling, "dossier_pdf")).status_code == 200
        (uit,) = client.get(plek(gezin.leerling, "dossier_json")).json()["stukken"]
        assert (uit["versies"], uit["ingetrokken"]["waarom"]) == ([], "Gaat over een ander")
    for naam, velden in (
        ("stuk", {"tekst": "z", "geldig_van": "2026-10-12", "nummer": "1"}),
        ("stuk_soort", {"vertrouwelijkheid": "zorg"}),
        ("stuk_intrekken", {"waarom": "Nog een keer"}),
    ):
        laat = _stuur(gezin.school.directeur, gezin, naam, velden, pk=gezin.stuk.pk)
        assert "Dit stuk is ingetrokken. Er is niets meer van over." in inhoud_van(laat)


def test_answer_that_nothing_was_done_for_is_refused_with_a_way_to_the_piece() -> None:
    gezin = maak_gezin()
    wens = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Nee.", is_verzoek=True, op=OP)

    antwoord = _stuur(
        gezin.school.directeur, gezin, "zienswijze_besluit", {"besluit": "verbeterd", "uitleg": "Klaar."}, pk=wens.pk
    )

    bron = antwoord.content.decode()
    assert (antwoord.status_code, "Dit stuk is niet veranderd sinds de ouder dit vroeg." in bron) == (422, True)
    assert '<a href="#anders">' in bron
    assert '<details class="uitklap" id="anders" open>' in bron
    assert ">Klaar.</textarea>" in bron


def test_data_of_a_pupil_are_put_right_on_a_page_of_their_own_and_the_group_with_them() -> None:
    gezin = maak_gezin()
    zes = maak_groep(gezin.school, "6")
    client, pad = meld_aan(gezin.school.intern_begeleider), plek(gezin.leerling, "gegevens")
    nu = client.get(pad).content.decode()

    antwoord = client.post(pad, WIE | {"groep": zes.pk, "groep_vanaf": "2026-10-01"}, follow=True)

    assert ('value="Duinmans"' in nu, f'<option value="{gezin.groep.pk}" selected>5' in nu) == (True, True)
    pagina = inhoud_van(antwoord)
    assert "Bewaard. De gegevens van de leerling zijn verbeterd." in pagina
    assert "Pippa Duin Groep 6 · geboren op do 15 maart 2018" in pagina
    assert meld_aan(gezin.school.leerkracht).get(plek(gezin.leerling)).status_code == 403


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"geboren_op": "x"}, "Vul twee bestaande datums in."),
        ({"voornaam": ""}, "Vul de hele naam in."),
        ({"groep_vanaf": ""}, "Vul in vanaf welke dag de leerling in deze groep zit."),
        ({"groep_vanaf": "2024-07-31"}, "De leerling kan niet in een groep zitten voor de eerste schooldag."),
    ],
)
def test_data_that_cannot_be_are_refused_and_nothing_of_them_is_stored(velden: dict[str, str], zin: str) -> None:
    gezin = maak_gezin()
    heel = WIE | {"groep": maak_groep(gezin.school, "6").pk, "groep_vanaf": "2026-10-01"} | velden

    antwoord = _stuur(gezin.school.directeur, gezin, "gegevens", heel)

    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert f'value="{heel["achternaam"]}"' in antwoord.content.decode()
    assert str(Leerling.objects.get(pk=gezin.leerling.pk)) == "Pip Duinmans"


def test_pupil_without_a_group_gets_one_from_that_page() -> None:
    gezin = maak_gezin()
    los = maak_leerling(gezin.school, "Ot")
    client, pad = meld_aan(gezin.school.directeur), plek(los, "gegevens")
    assert "Nog geen" in inhoud_van(client.get(pad))

    client.post(pad, WIE | {"groep": gezin.groep.pk, "groep_vanaf": "2026-09-01"})

    assert meld_aan(gezin.school.leerkracht).get(plek(los)).status_code == 200


def test_parent_is_put_right_and_authority_ends_from_a_day() -> None:
    gezin = maak_gezin()
    client, pad = meld_aan(gezin.school.directeur), plek(gezin.leerling, "ouder", pk=gezin.relatie.pk)
    assert "Deze ouder heeft gezag, en ziet het dossier." in inhoud_van(client.get(pad))

    fout = client.post(pad, {"naam": "Jo Kok", "email": "jo"})
    beter = client.post(pad, {"naam": "Jo Kok", "email": "jo@thuis.example"}, follow=True)
    zonder = client.post(pad, {"gezag": "nee", "vanaf": ""})
    dicht = client.post(pad, {"gezag": "nee", "vanaf": "2026-10-12"}, follow=True)

    assert [antwoord.status_code for antwoord in (fout, zonder)] == [422, 422]
    assert 'value="jo"' in fout.content.decode()
    assert "Bewaard. De gegevens van de ouder zijn verbeterd." in inhoud_van(beter)
    assert "Bewaard. Vanaf die dag is het dossier voor deze ouder dicht." in inhoud_van(dicht)
    assert "Jo Kok geen gezag" in inhoud_van(dicht)
    assert meld_aan(gezin.ouder).get(plek(gezin.leerling)).status_code == 403


def test_parent_of_another_pupil_is_not_there() -> None:
    buurt = maak_buurt()
    client = meld_aan(buurt.regio.buur.directeur)

    assert client.get(plek(buurt.bij_buur, "ouder", pk=buurt.gezin.relatie.pk)).status_code == 404


def test_day_that_is_still_to_come_is_shown_and_leaving_is_undone() -> None:
    gezin = maak_gezin()

    weg = inhoud_van(_stuur(gezin.school.directeur, gezin, "uitschrijven", {"uitgeschreven_op": "2026-12-18"}))
    lijst = inhoud_van(meld_aan(gezin.school.directeur).get(adres("leerlingen", gezin.school)))
    terug = inhoud_van(_stuur(gezin.school.intern_begeleider, gezin, "uitschrijven_terug", {}))
    nogmaals = inhoud_van(_stuur(gezin.school.intern_begeleider, gezin, "uitschrijven_terug", {}))

    assert "Tot en met vr 18 december 2026 blijft alles zoals het is." in weg
    assert "Groep 5 · uitgeschreven per vr 18 december 2026" in weg
    assert "5 uitgeschreven per vr 18 december 2026" in lijst
    assert "De leerling is weer ingeschreven, in dezelfde groep." in terug
    assert "Schrijf deze leerling uit" in terug
    assert "Deze leerling is niet uitgeschreven." in nogmaals


def test_every_form_says_what_it_stored() -> None:
    gezin = maak_gezin()
    school = gezin.school
    nieuw = {"voornaam": "Ot", "achternaam": "Kwast", "geboren_op": "2019-01-01", "ingeschreven_op": "2026-08-01"}

    ingeschreven = meld_aan(school.directeur).post(adres("leerling_nieuw", school), nieuw, follow=True)
    gezegd = {
        "Ingeschreven. Noteer hier ook de ouders.": ingeschreven,
        "Vastgelegd.": _stuur(school.directeur, gezin, "stuk_nieuw", STUK),
        "De ouder is genoteerd.": _stuur(school.directeur, gezin, "ouder_nieuw", {"naam": "Oma"}),
        "Uw antwoord staat bij het stuk. De ouder leest het daar.": _stuur(
            school.directeur,
            gezin,
            "zienswijze_besluit",
            {"besluit": "bijgevoegd", "uitleg": "Zo was het."},
            pk=gezin.zienswijze.pk,
        ),
        "Vastgelegd. Hiermee wordt niets gedeeld.": _stuur(
            gezin.ouder, gezin, "toestemming_besluit", {"besluit": "trek_in"}, pk=gezin.toestemming.pk
        ),
        "U gaf toestemming. U kunt haar altijd weer intrekken.": _stuur(
            gezin.ouder, gezin, "toestemming_besluit", {"besluit": "geef"}, pk=gezin.toestemming.pk
        ),
    }

    assert [zin for zin, antwoord in gezegd.items() if zin not in inhoud_van(antwoord)] == []


def test_long_text_folds_on_the_page_of_the_file_and_one_that_is_too_long_is_refused() -> None:
    gezin = maak_gezin()
    lang, te_lang = "Woord " * 400, "x" * 20_001

    antwoord = _stuur(gezin.school.directeur, gezin, "stuk_nieuw", STUK | {"tekst": lang})
    geweigerd = _stuur(gezin.school.directeur, gezin, "stuk_nieuw", STUK | {"tekst": te_lang})

    assert antwoord.content.decode().count('<details class="lees-verder">') == 1
    assert inhoud_van(antwoord).count("Woord") == 400
    assert (geweigerd.status_code, f"{te_lang}</textarea>" in geweigerd.content.decode()) == (422, True)
    assert "houd het bij 20.000 tekens" in inhoud_van(geweigerd)
    assert not Dossierversie.objects.filter(tekst=te_lang).exists()


def test_piece_of_before_the_pupil_was_born_is_refused() -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.directeur, gezin, "stuk_nieuw", STUK | {"geldig_van": "0206-10-12"})

    zin = "Op deze dag was de leerling nog niet geboren. Kijk het jaar na."
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [("stuk_soort", {"vertrouwelijkheid": "meldcode"}), ("stuk_intrekken", {"waarom": "Gaat over een ander"})],
)
def test_piece_with_an_open_request_stays_and_the_page_says_what_to_do_first(naam: str, velden: dict[str, str]) -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.directeur, gezin, naam, velden, pk=gezin.stuk.pk)

    assert (antwoord.status_code, "Een ouder vroeg om dit stuk te verbeteren" in inhoud_van(antwoord)) == (422, True)
    assert "Dit mis ik." in inhoud_van(meld_aan(gezin.ouder).get(plek(gezin.leerling, "stuk", pk=gezin.stuk.pk)))
