"""The pages of a development perspective plan: what each person reads, sends, and is told."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.factories import opp as maken
from tests.factories.leerlingen import maak_gezin, maak_leerling, maak_ouder
from tests.factories.opp import SCAN, Plan, hoor, maak_plan, maak_rijp_plan, maak_tekening, maak_vast_plan, schrijf
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP

from passend.begrippen.opp import Oppantwoord, Stemwijze
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.overleggen.queries.overleggen import adres_van
from passend.plannen.actions.opp import offer_opp
from passend.plannen.actions.oppevaluatie import Evaluatiegegevens, evaluate_opp, revise_opp
from passend.plannen.models import Groepsstem, Leerlingstem, Opp, Oppbestand, Oppinstemming, Oppversie
from passend.plannen.queries.opp import teksten
from passend.regels.handelingsdeel import handelingsdeelsom
from passend.toelating.actions.school import Beleidgegevens, set_beleid

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
PROGRAMMA = "Dit is geen plaatje maar een programma of een webpagina."
VOOR_KIND = "Dit is geen tekening of foto die we kunnen laten zien."


def _pad(plan: Plan, naam: str = "opp", **waarden: str | int) -> str:
    plek = {"code": plan.school.vestiging.code, "sleutel": plan.gezin.leerling.sleutel}
    return reverse(naam, kwargs={**plek, **waarden})


def _ib(plan: Plan) -> Client:
    return meld_aan(plan.school.intern_begeleider)


def test_school_sees_each_part_with_who_asks_it_and_what_is_missing() -> None:
    plan = maak_plan()

    pagina = inhoud_van(_ib(plan).get(_pad(plan)))

    assert "WPO artikel 40a lid 8 onder a" in pagina
    assert "Inrichtingsbesluit WPO artikel 3.1" in pagina
    assert pagina.count("regio") >= 2
    assert "Het kind is nog niet gehoord." in pagina
    assert "stel het plan voorgoed vast" not in pagina


def test_saving_a_part_answers_with_what_is_still_missing_and_a_colleague_is_not_overwritten() -> None:
    plan = maak_plan(delen={})
    pad = _pad(plan, "opp_deel", deelcode="afwijking")
    een, ander = _ib(plan), meld_aan(plan.school.leerkracht)

    bewaard = een.post(pad, {"waarde": "Kortere teksten", "versie": 0})
    botsing = ander.post(pad, {"waarde": "Niets", "versie": 0})
    gekozen = ander.post(pad, {"waarde": "Niets", "versie": 0, "kies_versie": 1})

    assert (bewaard.status_code, botsing.status_code, gekozen.status_code) == (200, 409, 200)
    assert 'id="oppstand" hx-swap-oob="true"' in bewaard.content.decode()
    assert "Kortere teksten" in botsing.content.decode()
    assert teksten(Oppversie.objects.get()) == {"afwijking": "Niets"}


def test_teacher_does_not_see_why_a_child_misses_lessons_and_parents_do() -> None:
    plan = maak_plan()
    schrijf(plan.versie, plan.school, {"onderwijstijd": "ja", "tijd_b": "Snel uitgeput"})
    offer_opp(actor=plan.school.directeur, versie=plan.versie, op=OP)

    assert "Snel uitgeput" in _ib(plan).get(_pad(plan)).content.decode()
    assert "Snel uitgeput" not in meld_aan(plan.school.leerkracht).get(_pad(plan)).content.decode()
    assert "Snel uitgeput" in meld_aan(plan.gezin.ouder).get(_pad(plan, "opp_ouder")).content.decode()


def test_parent_reads_nothing_before_it_is_laid_before_them_and_answers_after() -> None:
    plan = maak_plan()
    ouder = meld_aan(plan.gezin.ouder)
    assert "Er is nu geen plan" in inhoud_van(ouder.get(_pad(plan, "opp_ouder")))
    assert ouder.get(_pad(plan, "opp_pdf", nummer=1)).status_code == 404

    zonder_woorden = _ib(plan).post(_pad(plan, "opp_voorleggen"))
    assert zonder_woorden.status_code == 422
    assert "Er staan nog geen gewone woorden in dit plan." in inhoud_van(zonder_woorden)
    assert "Er is nu geen plan" in inhoud_van(ouder.get(_pad(plan, "opp_ouder")))
    _ib(plan).post(_pad(plan, "opp_voorleggen"), {"toch": "1"})
    pagina = ouder.get(_pad(plan, "opp_ouder")).content.decode()
    gelezen = re.search(r'name="gelezen" value="(\w+)"', pagina)
    assert gelezen is not None
    ouder.post(_pad(plan, "opp_antwoord"), {"antwoord": "akkoord", "nummer": 1, "gelezen": gelezen[1]})

    assert Oppinstemming.objects.get().antwoord == "akkoord"
    assert "U bent akkoord sinds" in inhoud_van(ouder.get(_pad(plan, "opp_ouder")))


def test_refusal_without_a_reason_keeps_what_was_typed_and_tells_the_road() -> None:
    plan = maak_plan()
    offer_opp(actor=plan.school.directeur, versie=plan.versie, op=OP)

    antwoord = meld_aan(plan.gezin.ouder).post(
        _pad(plan, "opp_antwoord"), {"antwoord": "niet_akkoord", "nummer": 1, "gelezen": "x", "reden": "Nee"}
    )

    assert antwoord.status_code == 422
    assert "geschillencommissie passend onderwijs" in inhoud_van(antwoord)
    assert Oppinstemming.objects.count() == 0


def test_school_sees_who_of_two_parents_disagrees_and_what_comes_next() -> None:
    plan = maak_rijp_plan()
    maak_ouder(plan.school, plan.gezin.leerling)

    pagina = inhoud_van(_ib(plan).get(_pad(plan)))

    assert "akkoord" in pagina
    assert "nog geen antwoord" in pagina
    assert "Nog 2 dingen voor het vast kan" in pagina


def test_child_says_it_with_cards_and_the_page_thanks_it() -> None:
    plan = maak_plan()
    client, pad = _ib(plan), _pad(plan, "opp_stem")

    leeg = client.post(pad, {"wijze": "praatkaarten"})
    klaar = client.post(pad, {"wijze": "praatkaarten", "kaart": ["rust", "samen"]})

    assert (leeg.status_code, klaar.status_code) == (422, 200)
    assert "Kies een of meer kaarten." in inhoud_van(leeg)
    assert "Dank je wel!" in inhoud_van(klaar)
    assert "Vandaag" not in inhoud_van(client.get(pad))  # a page without the menu
    assert Leerlingstem.objects.get().praatkaarten == ["rust", "samen"]


@pytest.mark.parametrize(
    ("naam", "veld", "zin"), [("opp_stem", "tekening", VOOR_KIND), ("opp_papier", "scan", PROGRAMMA)]
)
def test_drawing_or_scan_that_is_a_program_is_refused_and_nothing_is_kept(naam: str, veld: str, zin: str) -> None:
    plan = maak_plan()
    bestand = SimpleUploadedFile("mooi.png", b"MZ\x90 programma", content_type="image/png")
    velden = {"wijze": "tekening", "gezegd": "Dit ben ik", "ouder": plan.gezin.relatie.pk, "antwoord": "akkoord"}

    antwoord = _ib(plan).post(_pad(plan, naam), {**velden, veld: bestand})

    assert antwoord.status_code == 422
    assert zin in inhoud_van(antwoord)
    assert (Oppbestand.objects.count(), Leerlingstem.objects.count(), Oppinstemming.objects.count()) == (0, 0, 0)


def test_drawing_is_a_download_and_never_a_page() -> None:
    plan = maak_plan()
    bestand = SimpleUploadedFile("x.PNG", maak_tekening(), content_type="text/html")
    _ib(plan).post(_pad(plan, "opp_stem"), {"wijze": "tekening", "tekening": bestand})
    stem = Leerlingstem.objects.get()

    antwoord = _ib(plan).get(_pad(plan, "opp_bestand", pk=stem.bestand_id))

    assert antwoord["Content-Type"] == "image/png"
    assert antwoord["Content-Disposition"] == 'attachment; filename="tekening.png"'
    assert "sandbox" in antwoord["Content-Security-Policy"]


def test_drawing_of_another_child_is_not_there() -> None:
    plan = maak_plan()
    ander = maak_plan(replace(plan.gezin, leerling=maak_leerling(plan.school, "Ot", groep=plan.gezin.groep)))
    stem = hoor(ander, wijze=Stemwijze.TEKENING, gezegd="", tekening=SCAN)

    assert _ib(plan).get(_pad(plan, "opp_bestand", pk=stem.bestand_id)).status_code == 404


def test_before_a_plan_is_set_the_page_asks_and_says_what_the_child_was_not_told() -> None:
    pagina = inhoud_van(_ib(plan := maak_rijp_plan()).get(_pad(plan)))

    assert "Aan het kind is nog niet terugverteld" in pagina
    assert "Weet u het zeker? Dit kunt u niet terugdraaien. Ja, stel het plan voorgoed vast" in pagina


def test_stop_of_the_child_says_what_is_still_asked_once_it_was_heard() -> None:
    plan = maak_plan()
    eerst = inhoud_van(_ib(plan).get(_pad(plan)))
    hoor(plan)

    daarna = inhoud_van(_ib(plan).get(_pad(plan)))

    assert ("Het kind is gehoord" in eerst, "Antwoord aan het kind" in eerst) == (True, False)
    assert "Antwoord aan het kind" in daarna


def test_plan_is_set_once_and_given_as_pdf() -> None:
    plan = maak_rijp_plan()
    client = _ib(plan)

    for _klik in range(2):
        assert client.post(_pad(plan, "opp_vaststellen")).status_code == 302

    papier = client.get(_pad(plan, "opp_pdf", nummer=1))
    assert papier.content.startswith(b"%PDF-")
    assert papier["Content-Disposition"] == 'attachment; filename="ontwikkelingsperspectief.pdf"'
    assert "Kijk terug op dit plan" in inhoud_van(client.get(_pad(plan)))


def test_question_nobody_answered_is_not_a_no_in_what_was_set() -> None:
    plan = maak_vast_plan()

    pagina = _ib(plan).get(_pad(plan)).content.decode()

    assert pagina.count("niet beantwoord</p>") == 2
    assert "<p>Nee</p>" not in pagina


def test_second_version_keeps_the_first_to_be_read() -> None:
    plan = maak_vast_plan()
    client = _ib(plan)
    client.post(_pad(plan, "opp_versie"))

    pagina = inhoud_van(client.get(_pad(plan) + "?versie=1"))

    assert "Dit is een eerdere versie" in pagina
    assert client.get(_pad(plan) + "?versie=9").status_code == 404


def test_class_is_heard_and_told_and_the_path_of_adoption_counts_it() -> None:
    gezin = maak_gezin()
    client, code = meld_aan(gezin.school.leerkracht), gezin.school.vestiging.code
    velden = {"groep": gezin.groep.pk, "op": "2026-10-02", "wijze": "gesprek", "gezegd": "Een stille plek."}

    client.post(reverse("groepsstem", kwargs={"code": code}), velden)
    stem = Groepsstem.objects.get()
    leeg = client.post(reverse("groepsstem_antwoord", kwargs={"code": code, "pk": stem.pk}), {"gedaan": ""})
    client.post(
        reverse("groepsstem_antwoord", kwargs={"code": code, "pk": stem.pk}),
        {"gedaan": "Er komt een plek.", "teruggekoppeld_op": "2026-10-03"},
    )

    assert leeg.status_code == 422
    pagina = inhoud_van(client.get(reverse("groepsstem", kwargs={"code": code})))
    assert "terugverteld op za 3 oktober 2026" in pagina


def test_parents_with_authority_get_one_letter_when_a_plan_is_laid_before_them_and_nothing_of_it_is_in_it(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    plan = maak_plan()
    Ouderrelatie.objects.filter(pk=plan.gezin.relatie.pk).update(email="ouder@thuis.example")

    for _keer in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            _ib(plan).post(_pad(plan, "opp_voorleggen"), {"toch": "1"})

    [brief] = mail.outbox
    assert (brief.to, brief.subject) == (["ouder@thuis.example"], "De school heeft een plan voor u klaargezet")
    assert "http://testserver/kinderen" in brief.body
    assert not any(woord in brief.body for woord in ("Pip", "Duinmans", "onderwijsassistent", "perspectief"))


def test_parent_reads_that_the_child_goes_fewer_hours_and_that_a_yes_is_about_that_too() -> None:
    plan = maak_plan()
    schrijf(plan.versie, plan.school, {"onderwijstijd": "ja", "tijd_a": "Wij vragen toestemming.", "tijd_c": "Gym."})
    offer_opp(actor=plan.school.directeur, versie=plan.versie, op=OP)

    pagina = inhoud_van(meld_aan(plan.gezin.ouder).get(_pad(plan, "opp_ouder")))

    for woorden in (
        "Pip gaat minder uren naar school.",
        "Wat de school aan de inspectie vraagt",
        "Welke lessen het kind mist",
        "U zegt dan ook ja tegen minder uren op school",
        "Ik ben akkoord met het handelingsdeel, ook met minder uren",
    ):
        assert woorden in pagina
    assert "Dat u het vraagt" not in pagina


def test_parent_who_said_no_reads_their_own_words_and_the_road_with_its_last_day() -> None:
    plan = maak_rijp_plan()
    maken.antwoord(plan, Oppantwoord.NIET_AKKOORD, "Ik wil meer hulp bij rekenen.")
    beleid = Beleidgegevens(is_openbaar=True, is_aanmelden_open=False, steunpunt="Steunpunt Duinrand, 070 000 00 00")
    set_beleid(actor=None, vestiging=plan.school.vestiging, gegevens=beleid, op=OP)

    pagina = inhoud_van(meld_aan(plan.gezin.ouder).get(_pad(plan, "opp_ouder")))

    for woorden in (
        "Dit schreef u:",
        "Ik wil meer hulp bij rekenen.",
        "ouder- en jeugdsteunpunt",
        "onderwijsconsulent",
        "Naar de onderwijsconsulenten",
        "Naar de geschillencommissie",
        "Steunpunt Duinrand, 070 000 00 00",
        "Vraag de commissie om een oordeel voor 23-11-2026.",
    ):
        assert woorden in pagina


def test_school_is_told_that_a_parent_said_no_by_letter_in_its_list_and_on_the_first_screen(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    plan = maak_rijp_plan()
    ouder, ib = meld_aan(plan.gezin.ouder), _ib(plan)
    ouder.cookies["django_language"] = "en"
    mail.outbox.clear()
    velden = {
        "antwoord": "niet_akkoord",
        "nummer": 1,
        "gelezen": handelingsdeelsom(teksten(plan.versie)),
        "reden": "Ik wil meer hulp bij rekenen.",
    }

    with django_capture_on_commit_callbacks(execute=True):
        ouder.post(_pad(plan, "opp_antwoord"), velden)

    [brief] = mail.outbox
    assert (brief.subject, brief.to) == (
        "Een ouder is het niet eens met een plan",
        [adres_van(plan.school.intern_begeleider)],
    )
    assert "rekenen" not in brief.body
    assert "Pip" not in brief.body
    lijst = reverse("opps", kwargs={"code": plan.school.vestiging.code})
    assert "een ouder is het niet eens" in inhoud_van(ib.get(lijst))
    assert "Een ouder is het niet eens met een ontwikkelingsperspectief" in inhoud_van(ib.get("/start"))


def test_reason_of_a_parent_who_said_no_stays_until_they_answer_again() -> None:
    plan = maak_rijp_plan()
    maken.antwoord(plan, Oppantwoord.NIET_AKKOORD, "Ik wil meer hulp bij rekenen.")
    schrijf(plan.versie, plan.school, {"begeleiding": "Elke dag een kwartier."})
    ouder, reden, weg = meld_aan(plan.gezin.ouder), "Ik wil meer hulp bij rekenen.", "geschillencommissie"

    school, eigen = inhoud_van(_ib(plan).get(_pad(plan))), inhoud_van(ouder.get(_pad(plan, "opp_ouder")))
    maken.antwoord(plan)
    daarna = inhoud_van(_ib(plan).get(_pad(plan))), inhoud_van(ouder.get(_pad(plan, "opp_ouder")))

    assert all(woorden in school for woorden in ("over de vorige tekst:", reden, "opnieuw vragen", weg))
    assert "Een ouder is het niet eens: zo gaat het verder" in school
    assert all(woorden in eigen for woorden in ("niet eens bent met de vorige tekst. Dit schreef u:", reden, weg))
    assert [reden in pagina for pagina in daarna] == [False, False]


def test_parent_is_asked_anew_by_letter_and_on_the_own_page_with_what_changed(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    plan = maak_rijp_plan()
    schrijf(plan.versie, plan.school, {"begeleiding": "Elke dag een kwartier."})
    ouder = meld_aan(plan.gezin.ouder)
    school = inhoud_van(_ib(plan).get(_pad(plan)))
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        gelukt = inhoud_van(_ib(plan).post(_pad(plan, "opp_voorleggen"), follow=True))

    assert "Vraag het opnieuw" in school
    assert "De ouders zijn opnieuw gevraagd." in gelukt
    assert [brief.subject for brief in mail.outbox] == ["De school vraagt opnieuw uw antwoord op een plan"]
    assert "Pip" not in mail.outbox[0].body
    assert "wacht op uw antwoord" in inhoud_van(ouder.get("/kinderen"))
    pagina = inhoud_van(ouder.get(_pad(plan, "opp_ouder")))
    for woorden in ("Dit veranderde nadat u antwoordde", "Elke dag een kwartier.", "Drie keer per week een kwartier"):
        assert woorden in pagina


def test_parent_reads_of_a_new_version_what_is_otherwise_which_one_holds_and_what_was_seen() -> None:
    plan = maak_vast_plan()
    ib = plan.school.intern_begeleider
    gegevens = Evaluatiegegevens(
        op=OP.date(),
        werkte="",
        werkte_niet="Vrijdag viel vaak uit.",
        vervolg="bijstellen",
        is_besproken_met_ouders=True,
        is_besproken_met_leerling=True,
    )
    evaluate_opp(actor=ib, versie=plan.versie, gegevens=gegevens, op=OP)
    nieuw = revise_opp(actor=ib, versie=plan.versie, op=OP)
    nieuw.opp = plan.versie.opp
    schrijf(nieuw, plan.school, {"begeleiding": "Elke dag een kwartier."})
    offer_opp(actor=ib, versie=nieuw, op=OP)

    pagina = inhoud_van(meld_aan(plan.gezin.ouder).get(_pad(plan, "opp_ouder")))
    school = inhoud_van(_ib(plan).get(_pad(plan)))

    for woorden in (
        "versie 2",
        "Versie 1 geldt tot de school deze versie vaststelt.",
        "Wat er anders is dan in versie 1",
        "Elke dag een kwartier.",
        "Vrijdag viel vaak uit.",
    ):
        assert woorden in pagina
    assert "Voor een nieuwe versie is er geen uiterste dag." in school


def test_child_gives_the_laptop_back_and_sees_no_way_to_the_plan_at_once() -> None:
    plan = maak_plan()
    client = meld_aan(plan.school.leerkracht)

    klaar = client.post(_pad(plan, "opp_stem"), {"wijze": "praatkaarten", "kaart": ["samen"]}).content.decode()
    bestand = SimpleUploadedFile("mooi.png", b"MZ\x90 programma", content_type="image/png")
    fout = inhoud_van(client.post(_pad(plan, "opp_stem"), {"wijze": "tekening", "tekening": bestand}))

    assert "Geef de laptop terug aan je juf of meester." in klaar
    assert klaar.index("Voor de juf of meester") < klaar.index(f'href="{_pad(plan)}#stem"')
    assert "Kies een andere, of vraag om hulp." in fout


def test_pupil_who_left_has_no_button_to_begin_anything() -> None:
    plan = maak_plan()
    Opp.objects.all().delete()
    Leerling.objects.update(uitgeschreven_op=OP.date() - timedelta(days=1))
    client = _ib(plan)

    opp = inhoud_van(client.get(_pad(plan)))
    volgen = inhoud_van(client.get(_pad(plan, "volgen")))
    plannen = inhoud_van(client.get(_pad(plan, "leerlingplannen")))

    assert ("Begin het plan" in opp, "Er begint geen ontwikkelingsperspectief meer." in opp) == (False, True)
    assert ("Noteer verzuim" in volgen, "Er komt niets nieuws meer bij." in volgen) == (False, True)
    assert ("Begin dit plan" in plannen, "Er komt geen nieuw plan meer" in plannen) == (False, True)
