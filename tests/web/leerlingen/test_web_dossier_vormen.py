"""Every form of a file: what it does, and each refusal in words with what was typed still there."""

from datetime import timedelta
from typing import Any

import pytest
from tests.factories.dossiers import plek
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP

from passend.leerlingen.actions.dossier import add_zienswijze, revise_stuk
from passend.leerlingen.models import (
    Dossierstuk,
    Dossierversie,
    Zienswijze,
)
from passend.toegang.models import Account
from passend.web.leerlingen.woorden import KLASSE_UITLEG, KLASSEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
STUK = {
    "titel": "Leesgesprek",
    "tekst": "Wij spraken elkaar.",
    "geldig_van": "2026-10-12",
    "vertrouwelijkheid": "gewoon",
}
VRAAG = {"email": "roos@praktijk.example", "doel": "Een onderzoek", "geldig_tot_en_met": "2026-12-01"}
TE_LANG = "Dit is te lang: houd het bij {} tekens. Maak het korter en probeer het opnieuw."


def _stuur(account: Account, gezin: Gezin, naam: str, velden: dict[str, Any], **waarden: int) -> Any:
    return meld_aan(account).post(plek(gezin.leerling, naam, **waarden), velden, follow=True)


def _verander(gezin: Gezin, wens: Zienswijze) -> None:
    """Let the piece say something else after it was asked."""
    actor, op = gezin.school.directeur, wens.ingediend_op + timedelta(minutes=1)
    revise_stuk(actor=actor, stuk=gezin.stuk, tekst="Beter.", geldig_van=OP.date(), nummer=1, op=op)


@pytest.mark.parametrize("wie", ["leerkracht", "intern_begeleider", "directeur"])
def test_piece_is_put_in_the_file_and_stands_there(wie: str) -> None:
    gezin = maak_gezin()

    antwoord = _stuur(getattr(gezin.school, wie), gezin, "stuk_nieuw", STUK)

    assert antwoord.redirect_chain == [(plek(gezin.leerling), 302)]
    assert f"Leesgesprek Wij spraken elkaar. {getattr(gezin.school, wie)}" in inhoud_van(antwoord)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"titel": " "}, "Een stuk heeft een titel en een tekst. Vul aan wat leeg is."),
        ({"tekst": ""}, "Een stuk heeft een titel en een tekst. Vul aan wat leeg is."),
        ({"titel": "y" * 161}, TE_LANG.format(160)),
        ({"geldig_van": "2026-10-13"}, "Deze dag moet nog komen. Vul de dag in waarop het zo was."),
        ({"geldig_van": "2026-02-30"}, "Vul een bestaande dag in en kies wie het mag zien."),
        ({"geldig_van": "12-10-2026"}, "Vul een bestaande dag in en kies wie het mag zien."),
        ({"vertrouwelijkheid": "iedereen"}, "Vul een bestaande dag in en kies wie het mag zien."),
        ({"vertrouwelijkheid": ""}, "Vul een bestaande dag in en kies wie het mag zien."),
    ],
)
def test_piece_that_cannot_be_is_refused_and_what_was_typed_stands_there_still(
    velden: dict[str, str], zin: str
) -> None:
    gezin = maak_gezin()
    vooraf = Dossierstuk.objects.count()

    antwoord = _stuur(gezin.school.directeur, gezin, "stuk_nieuw", STUK | velden)

    bron = antwoord.content.decode()
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert f'value="{(STUK | velden)["titel"]}"' in bron
    assert f"{(STUK | velden)['tekst']}</textarea>" in bron
    assert f'value="{(STUK | velden)["geldig_van"]}"' in bron
    assert '<details class="uitklap" open>' in bron
    assert Dossierstuk.objects.count() == vooraf


def test_teacher_who_sends_another_class_is_refused() -> None:
    gezin = maak_gezin()

    for klasse in ("zorg", "meldcode"):
        antwoord = _stuur(gezin.school.leerkracht, gezin, "stuk_nieuw", STUK | {"vertrouwelijkheid": klasse})
        assert antwoord.status_code == 403
        assert "en in het gewone dossier ook de leerkracht van de groep" in inhoud_van(antwoord)


def test_character_that_no_keyboard_has_is_refused_everywhere() -> None:
    gezin = maak_gezin()
    vormen = {
        "stuk_nieuw": STUK | {"tekst": "a\0b"},
        "ouder_nieuw": {"naam": "J\0"},
        "toestemming_vragen": VRAAG | {"doel": "\0"},
        "uitschrijven": {"uitgeschreven_op": "\0"},
    }

    statussen = [_stuur(gezin.school.directeur, gezin, naam, velden).status_code for naam, velden in vormen.items()]

    assert statussen == [400] * 4


def test_text_of_more_than_two_megabytes_is_refused_in_words() -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.directeur, gezin, "stuk_nieuw", STUK | {"tekst": "x" * (2 * 1024 * 1024 + 1)})

    assert antwoord.status_code == 413
    assert "Dit is te veel tekst om te bewaren" in inhoud_van(antwoord)


def test_piece_says_something_else_from_now_on_and_what_it_said_stays_to_be_seen() -> None:
    gezin = maak_gezin()
    velden = {"tekst": "Het is nu anders.", "geldig_van": "2026-10-12", "nummer": "1"}

    antwoord = _stuur(gezin.school.leerkracht, gezin, "stuk", velden, pk=gezin.stuk.pk)

    pagina = inhoud_van(antwoord)
    assert "Bewaard. Wat er eerder stond, blijft te zien." in pagina
    assert pagina.index("Het is nu anders.") < pagina.index("Eerder") < pagina.index("Wat er staat in Gesprek.")


def test_two_tabs_the_second_keeps_its_text_sees_the_first_and_can_then_save() -> None:
    gezin = maak_gezin()
    velden = {"geldig_van": "2026-10-12", "nummer": "1"}
    een, twee = gezin.school.intern_begeleider, gezin.school.leerkracht
    _stuur(een, gezin, "stuk", velden | {"tekst": "Van de eerste."}, pk=gezin.stuk.pk)

    antwoord = _stuur(twee, gezin, "stuk", velden | {"tekst": "Van de tweede."}, pk=gezin.stuk.pk)

    bron = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Iemand anders wijzigde dit stuk terwijl u typte." in inhoud_van(antwoord)
    assert "Van de eerste." in inhoud_van(antwoord)
    assert "Van de tweede.</textarea>" in bron
    assert 'name="nummer" value="2"' in bron
    opnieuw = _stuur(twee, gezin, "stuk", velden | {"tekst": "Van ons.", "nummer": "2"}, pk=gezin.stuk.pk)
    assert "Van ons." in inhoud_van(opnieuw)
    assert [versie.tekst for versie in Dossierversie.objects.filter(stuk=gezin.stuk)][1:] == [
        "Van de eerste.",
        "Van ons.",
    ]


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"tekst": " "}, "Een stuk heeft een titel en een tekst. Vul aan wat leeg is."),
        ({"geldig_van": ""}, "Vul een bestaande dag in."),
        ({"geldig_van": "2026-10-13"}, "Deze dag moet nog komen."),
        ({"nummer": "x"}, "Iemand anders wijzigde dit stuk terwijl u typte."),
        ({"nummer": "9" * 30}, "Iemand anders wijzigde dit stuk terwijl u typte."),
    ],
)
def test_change_that_cannot_be_is_refused_and_nothing_changed(velden: dict[str, str], zin: str) -> None:
    gezin = maak_gezin()
    heel = {"tekst": "Nieuwe tekst.", "geldig_van": "2026-10-12", "nummer": "1"} | velden

    antwoord = _stuur(gezin.school.directeur, gezin, "stuk", heel, pk=gezin.stuk.pk)

    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert f"{heel['tekst']}</textarea>" in antwoord.content.decode()
    assert gezin.stuk.versies.count() == 1


def test_correction_about_an_earlier_day_is_to_be_seen_and_does_not_take_the_place_of_now() -> None:
    gezin = maak_gezin()
    velden = {"tekst": "Zo was het toen.", "geldig_van": "2026-09-01", "nummer": "1"}

    antwoord = _stuur(gezin.school.directeur, gezin, "stuk", velden, pk=gezin.stuk.pk)

    pagina = inhoud_van(antwoord)
    eerder = pagina[pagina.index("Eerder") :]
    assert pagina.index("Wat er staat in Gesprek.") < pagina.index("Eerder")
    assert "Zo was het toen." in eerder
    assert "Wat er staat in Gesprek." not in eerder
    assert ">Wat er staat in Gesprek.</textarea>" in antwoord.content.decode()


def test_parent_says_what_they_think_asks_to_put_it_right_and_reads_the_answer() -> None:
    gezin = maak_gezin()
    pagina = inhoud_van(
        _stuur(
            gezin.ouder,
            gezin,
            "zienswijze",
            {"zienswijze": "Dat klopt niet.", "is_verzoek": "1"},
            pk=gezin.stuk.pk,
        )
    )
    wens = Zienswijze.objects.latest("pk")
    besluit = {"besluit": "verbeterd", "uitleg": "U had gelijk."}
    _verander(gezin, wens)

    _stuur(gezin.school.intern_begeleider, gezin, "zienswijze_besluit", besluit, pk=wens.pk)

    assert "Uw zienswijze hoort nu bij dit stuk." in pagina
    assert "Antwoord uiterlijk op do 12 november 2026 (AVG artikel 12 lid 3)" in pagina
    later = inhoud_van(meld_aan(gezin.ouder).get(plek(gezin.leerling, "stuk", pk=gezin.stuk.pk)))
    assert "Dat klopt niet. verbeterd U had gelijk." in later


def test_answer_that_is_not_yes_leaves_the_piece_as_it_is() -> None:
    gezin = maak_gezin()
    wens = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Nee.", is_verzoek=True, op=OP)

    _stuur(
        gezin.school.directeur,
        gezin,
        "zienswijze_besluit",
        {"besluit": "bijgevoegd", "uitleg": "Omdat."},
        pk=wens.pk,
    )

    wens.refresh_from_db()
    assert (wens.besluit, wens.uitleg) == ("bijgevoegd", "Omdat.")


def test_empty_view_and_empty_answer_are_refused_in_words() -> None:
    gezin = maak_gezin()
    wens = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Nee.", is_verzoek=True, op=OP)
    vooraf = Zienswijze.objects.count()

    leeg = _stuur(gezin.ouder, gezin, "zienswijze", {"zienswijze": " "}, pk=gezin.stuk.pk)
    zonder = _stuur(gezin.school.directeur, gezin, "zienswijze_besluit", {"besluit": "verbeterd"}, pk=wens.pk)

    assert [antwoord.status_code for antwoord in (leeg, zonder)] == [422, 422]
    assert "Er staat nog niets. Schrijf wat u van dit stuk vindt" in inhoud_van(leeg)
    assert "Leg in een zin uit wat er is veranderd, of waarom niet." in inhoud_van(zonder)
    assert f'action="{plek(gezin.leerling, "stuk", pk=gezin.stuk.pk)}"' in zonder.content.decode()
    assert (Zienswijze.objects.count(), Zienswijze.objects.exclude(besluit="").count()) == (vooraf, 0)


def test_request_is_answered_once() -> None:
    gezin = maak_gezin()
    wens = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Nee.", is_verzoek=True, op=OP)
    _verander(gezin, wens)
    een, twee = ({"besluit": besluit, "uitleg": besluit} for besluit in ("verbeterd", "bijgevoegd"))
    _stuur(gezin.school.directeur, gezin, "zienswijze_besluit", een, pk=wens.pk)

    antwoord = _stuur(gezin.school.intern_begeleider, gezin, "zienswijze_besluit", twee, pk=wens.pk)

    assert (antwoord.status_code, "Hier is al op geantwoord." in inhoud_van(antwoord)) == (422, True)
    wens.refresh_from_db()
    assert wens.besluit == "verbeterd"


def test_pupil_is_deregistered_and_the_form_to_do_so_is_gone() -> None:
    gezin = maak_gezin()

    antwoord = _stuur(
        gezin.school.directeur, gezin, "uitschrijven", {"uitgeschreven_op": "2026-10-09", "is_verwezen": "1"}
    )

    pagina = inhoud_van(antwoord)
    assert "De leerling is uitgeschreven. Vanaf die dag tellen de bewaartermijnen." in pagina
    assert "Uitgeschreven op vr 9 oktober 2026" in pagina
    assert "Schrijf deze leerling uit" not in pagina
    gezin.leerling.refresh_from_db()
    assert gezin.leerling.is_verwezen is True


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        ("", "Vul de laatste schooldag in."),
        ("9 oktober", "Vul de laatste schooldag in."),
        ("2024-07-31", "De uitschrijving ligt voor de inschrijving. Kijk de twee datums na."),
        ("9999-12-31", "De uitschrijving ligt te ver weg. Kijk het jaar na."),
    ],
)
def test_last_day_that_cannot_be_is_refused_with_what_was_typed(dag: str, zin: str) -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.directeur, gezin, "uitschrijven", {"uitgeschreven_op": dag})

    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert f'name="uitgeschreven_op" value="{dag}"' in antwoord.content.decode()


def test_form_that_was_refused_does_not_fill_in_another() -> None:
    gezin = maak_gezin()

    bron = _stuur(gezin.school.directeur, gezin, "stuk_nieuw", STUK | {"titel": ""}).content.decode()

    assert bron.count("Wij spraken elkaar.") == 1
    assert bron.count('role="alert"') == 1


def test_each_kind_of_piece_says_whether_parents_read_it() -> None:
    gezin = maak_gezin()

    pagina = inhoud_van(meld_aan(gezin.school.intern_begeleider).get(plek(gezin.leerling)))

    lezen = [
        (str(naam), str(KLASSE_UITLEG[klasse]).rsplit(". ", 1)[1])
        for klasse, naam in KLASSEN.items()
        if str(KLASSE_UITLEG[klasse]) in pagina
    ]
    assert lezen == [
        ("gewoon dossier", "De ouders kunnen het lezen."),
        ("zorg", "De ouders kunnen het lezen."),
        ("meldcode", "De ouders lezen dit niet."),
    ]
    assert "Schrijf wat u zag of afsprak. De ouders kunnen het lezen." not in pagina
