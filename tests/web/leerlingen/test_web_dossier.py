"""What each person sees on the page of a file, and what is not there for them."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries
from tests.factories.bewaren import maak_vol_dossier, stel_voor
from tests.factories.dossiers import nieuwe_regels, plek
from tests.factories.leerlingen import SINDS, Gezin, deel_ook, maak_gezin, maak_leerling, maak_ouder, maak_stuk
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, maak_school

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.bewaren import execute_vernietiging
from passend.leerlingen.actions.dossier import add_zienswijze
from passend.leerlingen.actions.leerlingen import Leerlinggegevens, deregister_leerling
from passend.leerlingen.actions.stukken import withdraw_stuk
from passend.leerlingen.actions.toestemming import break_glass
from passend.leerlingen.actions.wijzigen import change_leerling
from passend.leerlingen.models import Dossierstuk, Ouderrelatie
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
V = Vertrouwelijkheid
STUKKEN = ("Gesprek", "Bril en gehoor", "Stap een")
VORMEN = {
    "vastleggen": "Leg iets vast",
    "vragen": "Vraag de ouders om iets te delen",
    "ouder": "Noteer een ouder",
    "uitschrijven": "Schrijf deze leerling uit",
    "kijkers": "Wie zag dit dossier?",
    "zienswijze": "Zeg wat u hiervan vindt",
    "intrekken": "Trek mijn toestemming in",
    "ouders": "Beëindig de toegang",
    "toestemmingen": "Onderzoek naar lezen",
    "meenemen": "Alles wat u hier mag zien, als PDF",
}
SCHOOL = {"vastleggen", "vragen", "ouder", "uitschrijven", "kijkers", "ouders", "toestemmingen", "meenemen"}


def _vol() -> tuple[Gezin, dict[str, Account]]:
    """A file with a piece of each class, and everybody who comes near it."""
    gezin = maak_gezin()
    maak_stuk(gezin.school, gezin.leerling, V.ZORG, "Bril en gehoor")
    maak_stuk(gezin.school, gezin.leerling, V.MELDCODE, "Stap een")
    vervanger = maak_school(gezin.school.vestiging.bestuur, brin="99AX", naam="De Buur").leerkracht
    school = {naam: getattr(gezin.school, naam) for naam in ("leerkracht", "intern_begeleider", "directeur")}
    return gezin, {**school, "ouder": gezin.ouder, "deskundige": gezin.deskundige, "vervanger": vervanger}


def _pagina(account: Account, gezin: Gezin) -> str:
    antwoord = meld_aan(account).get(plek(gezin.leerling))
    assert antwoord.status_code == 200
    return inhoud_van(antwoord)


@pytest.mark.parametrize(
    ("wie", "stukken", "vormen", "waarom"),
    [
        (
            "leerkracht",
            {"Gesprek"},
            {"vastleggen", "meenemen"},
            "U geeft les aan de groep van deze leerling.",
        ),
        ("intern_begeleider", set(STUKKEN), SCHOOL, "U bent intern begeleider van deze school."),
        ("directeur", set(STUKKEN), SCHOOL, "U bent directeur van deze school."),
        (
            "ouder",
            {"Gesprek", "Bril en gehoor"},
            {"kijkers", "zienswijze", "intrekken", "toestemmingen", "meenemen"},
            "U bent ouder van deze leerling, met gezag.",
        ),
        (
            "deskundige",
            {"Gesprek"},
            {"meenemen"},
            "De ouders gaven u toestemming voor wat hier staat, tot en met 31 december 2026.",
        ),
    ],
)
def test_each_person_sees_their_part_of_the_page_and_why(
    wie: str, stukken: set[str], vormen: set[str], waarom: str
) -> None:
    gezin, mensen = _vol()

    pagina = _pagina(mensen[wie], gezin)

    assert {titel for titel in STUKKEN if f"Wat er staat in {titel}." in pagina} == stukken
    assert {titel for titel in STUKKEN if titel in pagina} == stukken
    assert {naam for naam, woorden in VORMEN.items() if woorden in pagina} == vormen
    assert f"U ziet dit dossier omdat: {waarom}" in pagina


def test_expert_reads_the_last_day_of_each_piece() -> None:
    gezin = maak_gezin()
    deel_ook(gezin, maak_stuk(gezin.school, gezin.leerling, titel="Ander gesprek"), date(2026, 12, 18))

    pagina = _pagina(gezin.deskundige, gezin)

    assert "wat hier staat: het eerste tot en met 18 december 2026, het laatste tot en met 31 december 2026." in pagina
    for dag in ("vr 18 december 2026", "do 31 december 2026"):
        assert f"U kunt dit lezen tot en met {dag}." in pagina
    assert "U kunt dit lezen tot" not in _pagina(gezin.ouder, gezin)


def test_expert_sees_the_school_and_nothing_of_the_family() -> None:
    gezin, mensen = _vol()
    familie = ("14 maart 2018", "Groep 5", "geboren", gezin.ouder.email, gezin.deskundige.email)
    alles, pagina = _pagina(mensen["directeur"], gezin), _pagina(mensen["deskundige"], gezin)

    assert "geboren op wo 14 maart 2018" in alles
    assert gezin.ouder.email in alles
    assert "De Wilgenboom" in pagina
    assert [woord for woord in familie if woord in pagina] == []


def test_stand_in_reads_ordinary_and_care_writes_nothing_and_is_told_that_it_ends(vaste_tijd: datetime) -> None:
    gezin, mensen = _vol()
    break_glass(actor=mensen["vervanger"], leerling=gezin.leerling, waarom="Ik vervang de ib-er.", op=vaste_tijd)

    pagina = _pagina(mensen["vervanger"], gezin)

    assert [titel for titel in STUKKEN if titel in pagina] == ["Gesprek", "Bril en gehoor"]
    assert {naam for naam, woorden in VORMEN.items() if woorden in pagina} == {"meenemen"}
    assert "Dit dossier gaat 24 uur nadat u het opende weer dicht." in pagina
    assert "U opende dit dossier als vervanger." in pagina


def test_meldcode_is_not_offered_to_be_shared_and_everything_else_is() -> None:
    gezin, mensen = _vol()

    bron = meld_aan(mensen["directeur"]).get(plek(gezin.leerling)).content.decode()

    vak = bron[bron.index("Wat wordt gedeeld?") : bron.index("Vraag het de ouders")]
    assert [titel for titel in STUKKEN if titel in vak] == ["Gesprek", "Bril en gehoor"]


def test_parent_without_authority_a_stranger_and_colleagues_get_no_page() -> None:
    gezin, mensen = _vol()
    school = gezin.school
    niemand = (gezin.ouder_zonder_gezag, school.mr_lid, school.bestuurder, school.adviseur, mensen["vervanger"])

    antwoorden = [meld_aan(account).get(plek(gezin.leerling)) for account in niemand]

    assert [antwoord.status_code for antwoord in antwoorden] == [403] * len(niemand)
    assert {inhoud_van(antwoord) for antwoord in antwoorden} == {inhoud_van(antwoorden[0])}
    assert "Pip" not in inhoud_van(antwoorden[0])
    assert "Een dossier is voor: de leerkracht van de groep" in inhoud_van(antwoorden[0])
    assert Client().get(plek(gezin.leerling)).status_code == 302


def test_other_parent_sees_the_view_that_one_parent_added() -> None:
    gezin, _mensen = _vol()
    tweede, _relatie = maak_ouder(gezin.school, gezin.leerling)
    add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Ik zie dat anders.", is_verzoek=False, op=OP)

    assert "Ik zie dat anders." in _pagina(tweede, gezin)


def test_text_of_people_is_shown_as_text() -> None:
    school = maak_school()
    leerling = maak_leerling(school, "<b>Pip</b>", "<script>alert(1)</script>")
    maak_stuk(school, leerling, titel="<img src=x>")

    bron = meld_aan(school.directeur).get(plek(leerling)).content.decode()

    assert "&lt;img src=x&gt;" in bron
    assert [ruw for ruw in ("<b>Pip", "<script>alert", "<img src=x") if ruw in bron] == []


def test_page_of_another_day_says_so_and_takes_the_forms_to_write_away() -> None:
    gezin, mensen = _vol()
    client = meld_aan(mensen["directeur"])

    toen = inhoud_van(client.get(f"{plek(gezin.leerling)}?geldig_op=2026-10-05&bekend_op=2026-10-05"))
    ervoor = inhoud_van(client.get(f"{plek(gezin.leerling)}?geldig_op=2026-10-04&bekend_op=2026-10-12"))

    assert "Wat gold op ma 5 oktober 2026, zoals de school het wist op ma 5 oktober 2026." in toen
    assert "Wat er staat in Gesprek." in toen
    assert "Leg iets vast" not in toen
    assert "Op die dag stond hier nog niets." in ervoor


def test_page_of_another_day_shows_the_parents_of_then_without_a_button_and_leaves_permissions_out() -> None:
    gezin, mensen = _vol()
    Ouderrelatie.objects.filter(pk=gezin.relatie.pk).update(geldig_tot_en_met=date(2026, 10, 6), naam="Oma van toen")
    client = meld_aan(mensen["intern_begeleider"])

    toen = client.get(f"{plek(gezin.leerling)}?geldig_op=2026-10-05&bekend_op=2026-10-12")
    nu = inhoud_van(client.get(plek(gezin.leerling)))

    assert "Ouders op die dag Zoals de school het toen had genoteerd. Oma van toen gezag" in inhoud_van(toen)
    assert "Welke toestemmingen toen golden, staat hier niet" in inhoud_van(toen)
    assert ["Oma van toen" in nu.split("Ouders")[-1], "Onderzoek naar lezen" in inhoud_van(toen)] == [False, False]
    midden = toen.content.decode().split("<main")[1].split("</main>")[0]
    assert 'method="post"' not in midden


def test_file_with_nothing_in_it_says_so_to_who_reads_all_and_not_to_others() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    ouder, _relatie = maak_ouder(school, leerling)

    zinnen = [
        [zin for zin in ("Nog leeg.", "Er staat hier niets dat u mag zien.") if zin in inhoud_van(antwoord)]
        for antwoord in (meld_aan(account).get(plek(leerling)) for account in (school.intern_begeleider, ouder))
    ]

    assert zinnen == [["Nog leeg."], ["Er staat hier niets dat u mag zien."]]


def test_file_that_was_destroyed_says_when_and_takes_nothing_new() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    lijst = stel_voor(school, leerling, klassen=frozenset({Bewaarklasse.BEGELEIDING}))
    execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP)
    client = meld_aan(school.directeur)

    pagina = inhoud_van(client.get(plek(leerling)))
    velden = {"titel": "T", "tekst": "x", "geldig_van": "2026-10-01", "vertrouwelijkheid": "gewoon"}
    antwoord = client.post(plek(leerling, "stuk_nieuw"), velden)

    assert "Het dossier is vernietigd op ma 5 oktober 2026" in pagina
    assert "Maak de uitschrijving ongedaan" not in pagina
    assert "Leg iets vast" not in pagina
    assert (antwoord.status_code, Dossierstuk.objects.filter(leerling=leerling).count()) == (422, 0)


def test_day_that_is_not_filled_in_shows_the_file_of_today() -> None:
    gezin, mensen = _vol()

    pagina = inhoud_van(meld_aan(mensen["directeur"]).get(plek(gezin.leerling), {"geldig_op": "", "bekend_op": ""}))

    assert "Dit is het dossier van toen" not in pagina
    assert "Wat er staat in Gesprek." in pagina


@pytest.mark.parametrize("pagina", ["dossier", "dossier_pdf", "dossier_json"])
@pytest.mark.parametrize("dag", ["x", "2026-02-30", "01-10-2026", "2026-13-01", "99999-01-01", "0000-00-00"])
def test_day_that_is_none_is_refused_with_what_to_do_and_shows_nothing_of_the_file(dag: str, pagina: str) -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.school.directeur)

    for vraag in ({"geldig_op": dag}, {"geldig_op": "2026-10-05", "bekend_op": dag}):
        with nieuwe_regels() as nieuw:
            antwoord = client.get(plek(gezin.leerling, pagina), vraag)

        assert (antwoord.status_code, nieuw.regels) == (422, [])
        assert "Deze dag is er niet" in inhoud_van(antwoord)
        assert "kies de dag bij Hoe was het op een dag?" in inhoud_van(antwoord)
        assert "Gesprek" not in inhoud_van(antwoord)


@pytest.mark.parametrize(
    ("dag", "zin"), [("0001-01-01", "Dit is het dossier van toen"), ("9999-12-31", "Deze dag moet nog komen.")]
)
def test_first_and_last_day_of_the_calendar_are_days_too(dag: str, zin: str) -> None:
    gezin, mensen = _vol()

    antwoord = meld_aan(mensen["directeur"]).get(plek(gezin.leerling), {"geldig_op": dag, "bekend_op": dag})

    assert antwoord.status_code == 200
    assert zin in inhoud_van(antwoord)


@pytest.mark.parametrize("aantal", [1, 3])
def test_file_takes_the_same_queries_with_one_piece_and_with_three(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    for nummer in range(aantal):
        maak_stuk(school, leerling, titel=f"Stuk {nummer}")
    client = meld_aan(school.directeur)

    with django_assert_num_queries(20):
        antwoord = client.get(plek(leerling))

    assert inhoud_van(antwoord).count("Wat er staat in Stuk") == aantal


def test_day_that_is_still_to_come_is_refused_and_the_file_of_today_is_shown() -> None:
    gezin = maak_gezin()

    antwoord = meld_aan(gezin.ouder).get(f"{plek(gezin.leerling)}?geldig_op=2030-01-01&bekend_op=2026-10-12")

    pagina = inhoud_van(antwoord)
    assert (antwoord.status_code, "Deze dag moet nog komen." in pagina) == (200, True)
    assert "Dit is het dossier van toen" not in pagina


@pytest.mark.parametrize("pagina", ["dossier_pdf", "dossier_json"])
def test_file_of_a_day_that_is_still_to_come_cannot_be_taken_along(pagina: str) -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.ouder)

    for vraag in ({"geldig_op": "2030-01-01"}, {"geldig_op": "2026-10-05", "bekend_op": "2030-01-01"}):
        with nieuwe_regels() as nieuw:
            antwoord = client.get(plek(gezin.leerling, pagina), vraag)

        assert (antwoord.status_code, nieuw.regels) == (422, [])
        assert "Deze dag moet nog komen" in inhoud_van(antwoord)
        assert "Gesprek" not in inhoud_van(antwoord)
    assert client.get(plek(gezin.leerling, pagina), {"geldig_op": "2026-10-12"}).status_code == 200


def test_pieces_stand_newest_first_and_the_menu_says_where_one_is() -> None:
    gezin = maak_gezin()
    for titel, weken in (("Juni", 20), ("September", 5), ("Juli", 12)):
        maak_stuk(gezin.school, gezin.leerling, titel=titel, op=OP - timedelta(weeks=weken))

    bron = meld_aan(gezin.school.intern_begeleider).get(plek(gezin.leerling)).content.decode()

    boom = html.fromstring(bron)
    titels = [kop.text_content().strip() for kop in boom.xpath(".//ul[contains(@class, 'dossier')]//h3")]
    assert titels == ["Gesprek", "September", "Juli", "Juni"]
    assert [a.text_content().strip() for a in boom.xpath(".//ul[@class='plekken']//a[@aria-current]")] == ["Leerlingen"]
    assert bron.count(f'href="{plek(gezin.leerling, "leerling_overleggen")}"') == 1


def test_page_of_another_day_tells_what_stood_there_and_was_withdrawn_later_and_not_that_there_was_nothing() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    stuk = maak_stuk(school, leerling, titel="Van een ander")
    moment = stuk.versies.get().vastgelegd_op
    withdraw_stuk(actor=school.directeur, stuk=stuk, waarom="Gaat over een ander", op=moment + timedelta(days=3))
    client, adres = meld_aan(school.directeur), plek(leerling)

    def op(dag: date) -> str:
        return inhoud_van(client.get(adres, {"geldig_op": dag.isoformat(), "bekend_op": dag.isoformat()}))

    ervoor, toen, erna = (op((moment + timedelta(days=dagen)).date()) for dagen in (-1, 1, 4))

    assert ["later is ingetrokken" in pagina for pagina in (ervoor, toen, erna)] == [False, True, False]
    assert ["Een stuk is ingetrokken op" in pagina for pagina in (ervoor, toen, erna)] == [False, False, True]
    assert ["stond hier nog niets" in pagina for pagina in (ervoor, toen)] == [True, False]
    assert "Van een ander" not in toen


def test_page_of_another_day_says_left_only_once_the_pupil_had_and_that_the_name_was_put_right_since() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    eerder, later = leerling.achternaam, OP + timedelta(days=2)
    gegevens = Leerlinggegevens(
        voornaam=leerling.voornaam, achternaam="Nieuwman", geboren_op=leerling.geboren_op, ingeschreven_op=SINDS
    )
    change_leerling(actor=school.directeur, leerling=leerling, gegevens=gegevens, op=later)
    deregister_leerling(
        actor=school.directeur, leerling=leerling, uitgeschreven_op=date(2026, 9, 1), is_verwezen=False, op=later
    )
    client, adres = meld_aan(school.directeur), plek(leerling)
    vooraf = OP.date().isoformat()

    toen = inhoud_van(client.get(adres, {"geldig_op": "2026-08-20"}))
    onbekend = inhoud_van(client.get(adres, {"bekend_op": vooraf}))

    assert "Uitgeschreven op" not in toen
    assert "uitgeschreven per di 1 september 2026" in toen
    assert "Nieuwman" in toen
    assert f"Pip {eerder}" in onbekend
    assert "Na die dag is verbeterd: de achternaam, de uitschrijving." in onbekend
    assert "uitgeschreven per" not in onbekend
