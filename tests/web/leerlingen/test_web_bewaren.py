"""The page about keeping and destroying: who sees what, and what a click does."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.bewaren import maak_vertrokken, maak_vol_dossier, stel_voor, tel_rijen, vraag_verbetering
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.bewaren import execute_vernietiging, hold_leerling
from passend.leerlingen.actions.dossier import decide_zienswijze
from passend.leerlingen.models import (
    Aanhouding,
    Bewaarkeuze,
    Leerling,
    Vernietigingsbewijs,
    Vernietigingslijst,
    Vernietigingsregel,
)
from passend.toegang.actions import grant_rol
from passend.toegang.models import Logregel
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Verwijdergebeurtenis, Verwijdering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VOL = frozenset({"begeleiding", "overstapdossier", "bekostiging", "inschrijving"})


def _lees(school: School, wie: str) -> Any:
    return meld_aan(getattr(school, wie)).get(adres("bewaren", school))


def _vakjes(antwoord: Any) -> set[str]:
    return set(re.findall(r'type="checkbox" name="post" value="([^"]+)"', antwoord.content.decode()))


def test_directeur_sees_what_is_due_with_its_article_and_can_tick_it() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    maak_vol_dossier(school, "Sien", uit=date(2024, 12, 24))
    maak_gezin(school)

    antwoord = _lees(school, "directeur")

    assert _vakjes(antwoord) == {f"{leerling.sleutel}:{klasse}" for klasse in VOL}
    woorden = inhoud_van(antwoord)
    assert "Dossier richtlijn van de PO-Raad over bewaartermijnen" in woorden
    assert "Pip Duinmans za 31 juli 2021 ma 31 juli 2023 had weg moeten zijn op ma 31 juli 2023" in woorden
    assert "Besluit bekostiging WPO 2022 artikel 11 lid 1 onder b en c en 12" in woorden
    assert "kies ook: dossier, burgerservicenummer, onderwijskundig rapport en contact met andere scholen" in woorden
    assert "Binnen drie maanden komt er 1 bij, op do 24 december 2026." in woorden
    assert Logregel.objects.filter(handeling="list_bewaren", soort="lezen").count() == 1


def test_school_without_anything_due_reads_so() -> None:
    school = maak_school()

    assert "Er is niets aan de beurt." in inhoud_van(_lees(school, "directeur"))


def test_board_sees_numbers_and_years_and_no_name() -> None:
    school = maak_school()
    stel_voor(school, maak_vol_dossier(school))
    hold_leerling(actor=school.directeur, leerling=maak_vol_dossier(school, "Ot"), reden="klacht", op=OP)

    woorden = inhoud_van(_lees(school, "bestuurder"))

    assert "Dossier 1 2021 (1)" in woorden
    assert "Akkoord: vernietig dit" in woorden
    assert [naam for naam in ("Pip", "Ot Duinmans", "Duinmans", "Aangehouden") if naam in woorden] == []
    assert not Logregel.objects.filter(handeling="list_bewaren").exists()


def test_intern_begeleider_sees_what_goes_on_and_destroys_nothing() -> None:
    school = maak_school()
    hold_leerling(actor=school.directeur, leerling=maak_vol_dossier(school), reden="klacht", op=OP)

    woorden = inhoud_van(_lees(school, "intern_begeleider"))

    assert "Pip Duinmans klacht ma 5 oktober 2026" in woorden
    assert [kop for kop in ("Aan de beurt", "Wacht op het bestuur", "Wat vernietigd is") if kop in woorden] == []


def test_from_the_tick_of_the_directeur_to_the_proof_of_the_board() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    directeur, bestuur = meld_aan(school.directeur), meld_aan(school.bestuurder)
    posten = [f"{leerling.sleutel}:{klasse}" for klasse in VOL]

    directeur.post(adres("vernietiging_voorstel", school), {"post": posten})
    wacht = directeur.get(adres("bewaren", school))
    akkoord = bestuur.post(
        adres("vernietiging_akkoord", school), {"lijst": Vernietigingslijst.objects.get().pk}, follow=True
    )

    assert (_vakjes(wacht), inhoud_van(wacht).count("ligt bij het bestuur")) == (set(), 4)
    woorden = inhoud_van(akkoord)
    assert woorden.startswith("Vernietigd. Het bewijs staat hieronder.")
    assert "Akkoord op ma 12 oktober 2026 van Jo Bos" in woorden
    assert f"Voorgesteld op ma 12 oktober 2026 door {school.directeur}" in woorden
    assert "Burgerservicenummer 1 burgerservicenummers: 1 Besluit bekostiging WPO 2022" in woorden
    assert not any(tel_rijen(leerling).values())
    assert "Pip" not in inhoud_van(directeur.get(adres("bewaren", school)))


def test_proof_says_in_plain_words_what_is_gone() -> None:
    school = maak_school()
    lijst = stel_voor(school, maak_vol_dossier(school))

    akkoord = meld_aan(school.bestuurder).post(adres("vernietiging_akkoord", school), {"lijst": lijst.pk}, follow=True)

    woorden = inhoud_van(akkoord)
    assert "antwoorden van ouders op een vraag om te delen: 1" in woorden
    assert [
        woord for woord in ("Rijen", "dossierversies", "gedeeldstuk", "toestemmingsbesluiten") if woord in woorden
    ] == []


def test_everything_that_can_is_nothing_when_all_of_it_is_held_and_the_page_says_why() -> None:
    school = maak_school()
    hold_leerling(actor=school.directeur, leerling=maak_vol_dossier(school), reden="klacht", op=OP)

    antwoord = meld_aan(school.directeur).post(adres("vernietiging_voorstel", school), {"alles": "1"})

    zin = "Er loopt nog een bezwaar, geschil, klacht of verzoek om verbetering. Tot dan blijft alles staan."
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)


def test_everything_that_can_is_proposed_with_one_click() -> None:
    school = maak_school()
    maak_vol_dossier(school)
    maak_vertrokken(school, "Ot")
    maak_vol_dossier(school, "Sien", uit=date(2023, 7, 31))
    hold_leerling(actor=school.directeur, leerling=maak_vol_dossier(school, "Bo"), reden="klacht", op=OP)

    meld_aan(school.directeur).post(adres("vernietiging_voorstel", school), {"alles": "1"})

    assert sorted(Vernietigingsregel.objects.values_list("leerling__voornaam", "klasse")) == [
        ("Ot", "inschrijving"),
        ("Pip", "begeleiding"),
        ("Pip", "bekostiging"),
        ("Pip", "inschrijving"),
        ("Pip", "overstapdossier"),
        ("Sien", "begeleiding"),
    ]


def test_pupil_of_whom_a_part_waits_is_not_proposed_whole() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    stel_voor(school, leerling, klassen=frozenset({Bewaarklasse.BEGELEIDING}))
    client = meld_aan(school.directeur)

    pagina = client.get(adres("bewaren", school))
    client.post(adres("vernietiging_voorstel", school), {"alles": "1"})

    assert _vakjes(pagina) == {f"{leerling.sleutel}:{klasse}" for klasse in ("bekostiging", "overstapdossier")}
    assert "gaat na wat er nog meer is" in inhoud_van(pagina)
    assert sorted(Vernietigingsregel.objects.values_list("klasse", flat=True)) == [
        "begeleiding",
        "bekostiging",
        "overstapdossier",
    ]


@pytest.mark.parametrize(
    ("klassen", "zin"),
    [
        (["inschrijving"], "De inschrijving gaat als laatste."),
        ([], "Kies eerst wat u wilt laten vernietigen."),
        (["zomaar"], "Kies eerst wat u wilt laten vernietigen."),
    ],
)
def test_what_cannot_be_proposed_is_told_and_stays_ticked(klassen: list[str], zin: str) -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    posten = [f"{leerling.sleutel}:{klasse}" for klasse in klassen]

    antwoord = meld_aan(school.directeur).post(
        adres("vernietiging_voorstel", school), {"post": [*posten, "x:inschrijving"]}
    )

    assert antwoord.status_code == 422
    assert zin in inhoud_van(antwoord)
    if klassen == ["inschrijving"]:
        assert f'value="{posten[0]}" checked' in antwoord.content.decode()
    assert not Vernietigingslijst.objects.exists()


def test_what_stays_because_of_a_dispute_is_told_to_the_board() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    lijst = stel_voor(school, leerling)
    hold_leerling(actor=school.directeur, leerling=leerling, reden="klacht", op=OP)

    antwoord = meld_aan(school.bestuurder).post(adres("vernietiging_akkoord", school), {"lijst": lijst.pk}, follow=True)

    woorden = inhoud_van(antwoord)
    assert woorden.startswith("4 regels bleven staan: bezwaar, geschil, klacht of verzoek.")
    assert "Er is niets vernietigd." in woorden
    assert Leerling.objects.filter(pk=leerling.pk).exists()


def test_board_rejects_and_cannot_carry_out_afterwards() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    lijst, client = stel_voor(school, leerling), meld_aan(school.bestuurder)

    nee = client.post(adres("vernietiging_afwijzen", school), {"lijst": lijst.pk}, follow=True)
    toch = client.post(adres("vernietiging_akkoord", school), {"lijst": lijst.pk}, follow=True)

    assert inhoud_van(nee).startswith("De lijst is afgewezen. Er is niets vernietigd.")
    assert "Afgewezen op ma 12 oktober 2026 door Jo Bos Er is niets vernietigd." in inhoud_van(nee)
    assert inhoud_van(toch).startswith("Deze lijst is afgewezen.")
    assert Leerling.objects.filter(pk=leerling.pk).exists()


def test_list_that_was_carried_out_cannot_be_rejected() -> None:
    school = maak_school()
    lijst = stel_voor(school, maak_vol_dossier(school))
    execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP)

    antwoord = meld_aan(school.bestuurder).post(
        adres("vernietiging_afwijzen", school), {"lijst": lijst.pk}, follow=True
    )

    assert inhoud_van(antwoord).startswith("Deze lijst is al uitgevoerd.")


def test_who_proposed_has_no_button_and_is_refused() -> None:
    school = maak_school()
    grant_rol(
        account=school.directeur,
        soort=Rolsoort.BESTUURDER,
        bij=school.vestiging.bestuur,
        geldig_van=date(2020, 8, 1),
    )
    lijst, client = stel_voor(school, maak_vol_dossier(school)), meld_aan(school.directeur)

    pagina = inhoud_van(client.get(adres("bewaren", school)))
    antwoord = client.post(adres("vernietiging_akkoord", school), {"lijst": lijst.pk})

    assert "U stelde deze lijst voor. Een ander van het bestuur besluit." in pagina
    assert "Akkoord: vernietig dit" not in pagina
    assert antwoord.status_code == 403
    assert "Wie de lijst voorstelde, laat haar niet zelf vernietigen." in inhoud_van(antwoord)


def test_lists_and_pupils_of_a_neighbour_are_not_there() -> None:
    school = maak_school()
    buur = maak_school(school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    leerling = maak_vol_dossier(buur)
    lijst = stel_voor(buur, leerling)
    klacht = hold_leerling(actor=buur.directeur, leerling=leerling, reden="klacht", op=OP)

    directeur, bestuur = meld_aan(school.directeur), meld_aan(school.bestuurder)
    statussen = [
        bestuur.post(adres("vernietiging_akkoord", school), {"lijst": lijst.pk}).status_code,
        bestuur.post(adres("vernietiging_afwijzen", school), {"lijst": "x"}).status_code,
        directeur.post(adres("aanhouden", school), {"leerling": leerling.sleutel}).status_code,
        directeur.post(adres("aanhouden", school), {"leerling": "x"}).status_code,
        directeur.post(adres("aanhouding_eindigen", school), {"aanhouding": klacht.pk}).status_code,
    ]

    assert statussen == [404] * 5
    assert "Pip" not in inhoud_van(directeur.get(adres("bewaren", school)))


def test_dispute_is_noted_and_ended() -> None:
    school = maak_school()
    leerling, client = maak_vol_dossier(school), meld_aan(school.intern_begeleider)
    velden = {"leerling": leerling.sleutel, "reden": "geschil"}

    eerst = client.post(adres("aanhouden", school), velden, follow=True)
    weer = client.post(adres("aanhouden", school), velden, follow=True)
    pk = Aanhouding.objects.get(geeindigd_op=None).pk
    klaar = client.post(adres("aanhouding_eindigen", school), {"aanhouding": pk}, follow=True)

    assert inhoud_van(eerst).startswith("Vastgelegd. Van deze leerling wordt nu niets vernietigd.")
    assert inhoud_van(weer).startswith("Dit is al vastgelegd voor deze leerling.")
    assert inhoud_van(klaar).startswith("Beëindigd. De gewone termijnen gelden weer.")


def test_objection_to_a_removal_is_there_to_read_and_holds_the_file() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    vast = {"bestuur_id": leerling.bestuur_id}
    rij = Verwijdering.objects.create(
        **vast, leerling=leerling, reden="Zo.", begonnen_op=OP, begonnen_door=school.directeur
    )
    for soort, dag in (("besluit", date(2021, 3, 1)), ("bezwaar", date(2021, 3, 8))):
        Verwijdergebeurtenis.objects.create(**vast, verwijdering=rij, soort=soort, op=dag, vastgelegd_op=OP)

    antwoord = _lees(school, "directeur")
    alles = meld_aan(school.directeur).post(adres("vernietiging_voorstel", school), {"alles": "1"})

    assert not _vakjes(antwoord)
    woorden = inhoud_van(antwoord)
    assert "aangehouden bezwaar tegen de verwijdering, sinds ma 8 maart 2021" in woorden
    assert "het dossier noteer in het dossier hoe het afliep" in woorden
    assert alles.status_code == 422
    assert not Vernietigingslijst.objects.exists()


def test_request_that_waits_for_an_answer_is_there_to_read_and_holds_the_file() -> None:
    school = maak_school()
    wens = vraag_verbetering(school, maak_vol_dossier(school))

    antwoord = _lees(school, "directeur")
    alles = meld_aan(school.directeur).post(adres("vernietiging_voorstel", school), {"alles": "1"})

    woorden = inhoud_van(antwoord)
    assert (_vakjes(antwoord), alles.status_code) == (set(), 422)
    assert "een ouder vroeg op ma 5 oktober 2026 om iets in het dossier te verbeteren (AVG artikel 16)" in woorden
    assert "het dossier vanzelf, na uw antwoord" in woorden
    decide_zienswijze(actor=school.directeur, zienswijze=wens, is_verbeterd=False, uitleg="Zo was het.", op=OP)
    assert _vakjes(_lees(school, "directeur"))


def test_case_of_a_child_that_never_came_goes_by_the_same_road() -> None:
    school = maak_school()
    vast = {"bestuur_id": school.vestiging.bestuur_id, "vestiging": school.vestiging, "ingevoerd_op": OP}
    lang_geleden = OP - timedelta(days=360)
    klaar, open_ = (
        Aanmelding.objects.create(
            **vast | {"ingevoerd_op": lang_geleden}, voornaam=naam, achternaam="Zeegras", geboren_op=date(2021, 3, 14),
            verzocht_op=lang_geleden.date(), ontvangen_op=lang_geleden.date(), weg="papier", hulpvraag="geen",
        )
        for naam in ("Noa", "Ot")
    )  # fmt: skip
    Aanmeldgebeurtenis.objects.create(
        bestuur_id=klaar.bestuur_id, aanmelding=klaar, soort="ingetrokken", op=lang_geleden.date(), vastgelegd_op=OP
    )
    directeur, bestuur = meld_aan(school.directeur), meld_aan(school.bestuurder)

    melding = inhoud_van(directeur.get(adres("aanmeldingen", school)))
    pagina = inhoud_van(directeur.get(adres("bewaren", school)))
    voorstel = directeur.post(adres("aanmeldingen_vernietigen", school), {"alles": "1"}, follow=True)
    wacht = inhoud_van(bestuur.get(adres("bewaren", school)))
    lijst = Vernietigingslijst.objects.get()
    akkoord = bestuur.post(adres("vernietiging_akkoord", school), {"lijst": lijst.pk}, follow=True)

    assert "Van 2 aanmeldingen is de bewaartijd bijna voorbij" in melding
    assert (
        "Ot Zeegras vr 10 oktober 2025 za 10 oktober 2026 had al weg moeten zijn nooit afgerond Bekijk : Ot Zeegras"
        in pagina
    )
    assert inhoud_van(voorstel).startswith("De lijst ligt nu bij het bestuur.")
    assert "Aanmelding van wie niet is gekomen 1 2025 (1)" in wacht
    assert "Zeegras" not in wacht
    bewijs = "Aanmelding van wie niet is gekomen 1 gebeurtenissen bij aanmeldingen: 1, aanmeldingen: 1 AVG"
    assert bewijs in inhoud_van(akkoord)
    assert list(Aanmelding.objects.all()) == [open_]  # what nobody decided on is ticked by hand


def test_pupil_who_is_still_here_can_be_held_by_hand() -> None:
    school = maak_school()
    leerling, client = maak_gezin(school).leerling, meld_aan(school.intern_begeleider)

    keuzes = client.get(adres("bewaren", school)).content.decode()
    client.post(adres("aanhouden", school), {"leerling": leerling.sleutel, "reden": "klacht"})

    assert f'<optgroup label="Nog op school"><option value="{leerling.sleutel}">' in keuzes
    assert Aanhouding.objects.get().leerling == leerling


def test_board_chooses_a_term_and_its_reason_is_there_to_read() -> None:
    school = maak_school()
    client = meld_aan(school.bestuurder)
    velden = {"klasse": "begeleiding", "maanden": "36", "waarom": "Nazorg duurt hier langer."}

    goed = client.post(adres("bewaarkeuze", school), velden, follow=True)
    te_lang = client.post(adres("bewaarkeuze", school), velden | {"maanden": "61"}, follow=True)
    wet = client.post(adres("bewaarkeuze", school), velden | {"klasse": "inschrijving"}, follow=True)
    onzin = client.post(adres("bewaarkeuze", school), velden | {"klasse": "zomaar"})

    assert inhoud_van(goed).startswith("De termijn is bewaard. Zij geldt voor alle scholen van dit bestuur.")
    assert "Dossier 36 maanden besluit van het bestuur Nazorg duurt hier langer." in inhoud_van(goed)
    assert "Aanmelding van wie niet is gekomen 12 maanden AVG artikel 5 lid 1 onder e" in inhoud_van(goed)
    assert inhoud_van(te_lang).startswith("Kies een termijn van 1 tot en met 60 maanden.")
    assert inhoud_van(wet).startswith("Deze termijn staat vast (Besluit bekostiging WPO 2022")
    assert (onzin.status_code, Bewaarkeuze.objects.get().maanden) == (404, 36)
    client.post(adres("bewaarkeuze", school), velden | {"maanden": ""})
    assert not Bewaarkeuze.objects.exists()


@pytest.mark.parametrize("wie", ["directeur", "bestuurder", "intern_begeleider"])
def test_page_costs_the_same_number_of_queries_however_much_is_on_it(wie: str) -> None:
    school = maak_school()
    client, aantallen = meld_aan(getattr(school, wie)), []
    for nummer in range(3):
        for naam in ("A", "B", "C"):
            leerling = maak_vol_dossier(school, f"{naam}{nummer}")
            if naam == "A":
                stel_voor(school, leerling)
            elif naam == "B":
                execute_vernietiging(
                    actor=school.bestuurder, lijst=stel_voor(school, leerling), op=OP + timedelta(hours=nummer)
                )
            else:
                hold_leerling(actor=school.directeur, leerling=leerling, reden="klacht", op=OP)
        if nummer in {0, 2}:
            client.get(adres("bewaren", school))
            with CaptureQueriesContext(connection) as vragen:
                client.get(adres("bewaren", school))
            aantallen.append(len(vragen))

    assert Vernietigingsbewijs.objects.count() == 12
    assert aantallen[0] == aantallen[1] < 100
