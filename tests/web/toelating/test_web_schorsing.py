"""Suspension and removal on a page: what stands where, for whom, and what was typed stays."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.factories.toelating import maak_beleid

from passend.organisaties.queries import in_bestuur
from passend.toegang.models import Account
from passend.toelating.actions.schorsen import suspend_leerling
from passend.toelating.actions.verwijderen import begin_verwijdering
from passend.toelating.models import Schorsing, Verwijdergebeurtenis, Verwijdering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
WEEK = {"wat": "schorsen", "geldig_van": "2026-10-13", "motivering": "Een gevecht."}


@pytest.fixture
def gezin() -> Any:
    """A pupil with a teacher and a parent who have an account."""
    gezin = maak_gezin()
    with in_bestuur(gezin.school.vestiging.bestuur_id):
        maak_beleid(gezin.school)
        yield gezin


def _pad(gezin: Gezin, naam: str = "schorsing", **meer: int) -> str:
    return reverse(naam, kwargs={"code": "99AA00", "sleutel": gezin.leerling.sleutel, **meer})


def _lees(account: Account, pad: str) -> str:
    antwoord = meld_aan(account).get(pad)
    assert antwoord.status_code == 200
    return inhoud_van(antwoord)


def test_suspension_is_at_most_a_week_and_longer_than_a_day_asks_for_a_report(gezin: Gezin) -> None:
    pad, client = _pad(gezin), meld_aan(gezin.school.directeur)
    te_lang = client.post(pad, WEEK | {"geldig_tot_en_met": "2026-10-20"})
    assert "hooguit een week" in inhoud_van(te_lang)
    assert client.post(pad, WEEK | {"geldig_van": "2010-11-20", "geldig_tot_en_met": "2010-11-21"}).status_code == 422

    client.post(pad, WEEK | {"geldig_tot_en_met": "2026-10-14"})

    schorsing = Schorsing.objects.get()
    assert "De inspectie weet het nog niet" in inhoud_van(client.get(pad))
    gemeld = {"wat": "gemeld", "schorsing": schorsing.pk, "bewijs": "Melding 12"}
    te_vroeg = client.post(pad, gemeld | {"op": "2026-10-11"})
    assert "ligt voor het besluit" in inhoud_van(te_vroeg)
    assert 'value="Melding 12"' in te_vroeg.content.decode()
    client.post(pad, gemeld | {"op": "2026-10-12"})
    assert "gemeld aan de Inspectie" in inhoud_van(client.get(pad))


def test_one_day_is_told_as_one_day_and_needs_no_report(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.directeur)
    client.post(_pad(gezin), WEEK | {"geldig_tot_en_met": "2026-10-13"})

    pagina = inhoud_van(client.get(_pad(gezin)))

    assert "een dag: de Inspectie hoeft het niet te weten" in pagina
    assert "tot en met" not in pagina.partition("Een gevecht")[0].rpartition("Inspectie.")[2]


def test_suspended_days_stand_where_teacher_and_parent_look(gezin: Gezin) -> None:
    school = gezin.school
    meld_aan(school.directeur).post(_pad(gezin), WEEK | {"geldig_van": "2026-10-12", "geldig_tot_en_met": "2026-10-14"})

    for wie in (school.leerkracht, school.intern_begeleider, gezin.ouder):
        for naam in ("dossier", "volgen"):
            assert "geschorst van ma 12 oktober 2026 tot en met wo 14 oktober 2026" in _lees(wie, _pad(gezin, naam))
    assert "geschorst" in _lees(school.leerkracht, adres("leerlingen", school))
    assert "geschorst" not in _lees(gezin.deskundige, _pad(gezin, "dossier"))
    assert "Brieven over schorsing" in _lees(gezin.ouder, _pad(gezin, "dossier"))


def test_teacher_cannot_make_a_suspended_day_one_without_a_reason(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.leerkracht)
    meld_aan(gezin.school.directeur).post(
        _pad(gezin), WEEK | {"geldig_van": "2026-10-12", "geldig_tot_en_met": "2026-10-12"}
    )

    velden = {"soort": "ongeoorloofd", "van": "2026-10-12", "uren": "5,5"}
    nieuw = client.post(_pad(gezin, "verzuim_nieuw"), velden)
    weg = client.post(_pad(gezin, "verzuim_weg"), {"dag": "schorsing:2026-10-12"})

    assert "is deze leerling geschorst" in inhoud_van(nieuw)
    assert "hoort bij een schorsing" in inhoud_van(weg)


def test_suspension_that_is_wrong_is_taken_back_with_a_letter(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.directeur)
    client.post(_pad(gezin), WEEK | {"geldig_tot_en_met": "2026-10-14"})
    pk = Schorsing.objects.get().pk
    assert meld_aan(gezin.ouder).get(_pad(gezin, "intrekkingsbrief", pk=pk)).status_code == 404
    leeg = client.post(_pad(gezin), {"wat": "ingetrokken", "schorsing": pk, "motivering": " "})
    assert "waarom de schorsing niet klopt" in inhoud_van(leeg)

    client.post(_pad(gezin), {"wat": "ingetrokken", "schorsing": pk, "motivering": "Het was een ander kind."})

    assert "ingetrokken" in inhoud_van(client.get(_pad(gezin)))
    for naam in ("schorsingsbrief", "intrekkingsbrief"):
        assert meld_aan(gezin.ouder).get(_pad(gezin, naam, pk=pk))["Content-Type"] == "application/pdf"
    assert "geschorst" not in _lees(gezin.school.leerkracht, _pad(gezin, "dossier"))


def test_who_does_not_decide_reads_who_does(gezin: Gezin) -> None:
    pagina = _lees(gezin.school.intern_begeleider, _pad(gezin))

    assert "Schorsen en verwijderen doet de directeur, of het bestuur." in pagina
    assert "Schors, met een brief" not in pagina


def test_list_of_pupils_asks_as_much_for_three_suspended_as_for_one(gezin: Gezin) -> None:
    client, school = meld_aan(gezin.school.directeur), gezin.school
    client.get(adres("leerlingen", school))
    leerlingen = [gezin.leerling, *(maak_leerling(school, naam, "Helm") for naam in ("Fien", "Guus"))]
    aantallen = []
    for leerling in leerlingen:
        suspend_leerling(
            actor=school.directeur, leerling=leerling, van=OP.date(), tot_en_met=OP.date(), motivering="Ja.", op=OP
        )
        with CaptureQueriesContext(connection) as vragen:
            client.get(adres("leerlingen", school))
        aantallen.append(len(vragen))

    assert len(set(aantallen)) == 1


def _besloten(gezin: Gezin, client: Any) -> str:
    """The page of a removal that was decided with the yes of De Schelp."""
    client.post(_pad(gezin), {"wat": "verwijderen", "motivering": "Het gaat niet.", "voorgenomen_op": "2026-10-05"})
    pad = reverse("verwijdering", kwargs={"code": "99AA00", "zaak": Verwijdering.objects.get().sleutel})
    for stap in (
        {"stap": "leerkracht_gehoord", "tekst": "Alles geprobeerd."},
        {"stap": "ouders_gehoord", "tekst": "Zij begrijpen het."},
        {"stap": "school_gevraagd", "school": "De Schelp, Zeestad"},
        {"stap": "school_bereid", "school": "De Schelp, Zeestad", "tekst": "De directeur, per mail."},
        {"stap": "besluit", "motivering": "De school heeft alles gedaan."},
    ):
        assert client.post(pad, stap | {"op": "2026-10-07"}).status_code == 302
    return pad


def test_removal_is_done_only_when_another_school_has_the_pupil(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.directeur)
    pad = _besloten(gezin, client)

    pagina = inhoud_van(client.get(pad))
    assert "besloten, het kind blijft nog" in pagina
    assert [zin in pagina for zin in ("Bent u het", "Meld de verwijdering vandaag")] == [False, True]
    client.post(pad, {"stap": "gemeente_gemeld", "op": "2026-10-12", "tekst": "Brief"})
    client.post(
        pad, {"stap": "elders_ingeschreven", "op": "2026-10-12", "school": "De Schelp, Zeestad", "tekst": "Mail."}
    )
    pagina = inhoud_van(client.get(pad))
    assert "op een andere school" in pagina
    assert "Schrijf het kind nu uit in het dossier" in pagina


def test_removal_says_what_is_missing_before_anybody_decides(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.directeur)
    client.post(_pad(gezin), {"wat": "verwijderen", "motivering": "Het gaat niet.", "voorgenomen_op": "2026-10-05"})
    pad = reverse("verwijdering", kwargs={"code": "99AA00", "zaak": Verwijdering.objects.get().sleutel})

    poort = inhoud_van(client.post(pad, {"stap": "besluit", "motivering": "De school heeft alles gedaan."}))
    ja = {"stap": "school_bereid", "op": "2026-10-12", "school": "De Schelp, Zeestad", "tekst": "Jo."}
    zonder = inhoud_van(client.post(pad, ja))

    assert [zin in poort for zin in ("Hoor eerst de leerkracht van de groep", "Hoor eerst de ouders")] == [True, True]
    assert "nog niet gevraagd" in zonder


def test_way_loses_its_tick_with_the_only_yes_and_another_school_needs_its_own(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.directeur)
    pad = _besloten(gezin, client)

    client.post(
        pad, {"stap": "bereidheid_ingetrokken", "op": "2026-10-07", "school": "De Schelp, Zeestad", "tekst": "Vol."}
    )

    pagina = inhoud_van(client.get(pad))
    assert "Een andere school zegt ja niet meer" in pagina
    assert "De school die het kind wilde toelaten, kan dat niet meer" in pagina
    elders = {"stap": "elders_ingeschreven", "op": "2026-10-12", "tekst": "Mail."}
    assert "Bij De Schelp, Zeestad staat geen ja" in inhoud_van(
        client.post(pad, elders | {"school": "De Schelp, Zeestad"})
    )
    vraag = {"stap": "school_gevraagd", "op": "2026-10-12", "school": "De Eb", "plaats": "Rijswijk"}
    client.post(pad, vraag | {"schoolsoort": "sbo"})
    ja = {"stap": "school_bereid", "bij": "antwoord", "op": "2026-10-12", "school": "De Eb, Rijswijk", "tekst": "Jo."}
    zonder_keus = client.post(pad, ja)
    assert "Kies of die er is, is aangevraagd of er niet is" in inhoud_van(zonder_keus)
    assert 'value="Jo."' in zonder_keus.content.decode()
    client.post(pad, ja | {"tlv": "er"})
    assert "Een andere school zegt ja ma 12 oktober 2026" in inhoud_van(client.get(pad))
    assert client.post(pad, elders | {"school": "De Eb, Rijswijk"}).status_code == 302


def test_removal_under_way_stands_in_the_file_and_in_the_list_of_the_board(gezin: Gezin) -> None:
    school = gezin.school
    begin_verwijdering(actor=school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)

    assert "er loopt een verwijdering" in _lees(school.intern_begeleider, _pad(gezin, "dossier"))
    assert "er loopt een verwijdering" not in _lees(gezin.ouder, _pad(gezin, "dossier"))
    assert "Aan zet: het bestuur" in _lees(school.bestuurder, adres("aanmeldingen", school))
    assert "Begin de weg naar een verwijdering" not in _lees(school.directeur, _pad(gezin))


def test_step_that_is_wrong_is_mended_on_the_page(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.directeur)
    rij = begin_verwijdering(actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)
    pad = reverse("verwijdering", kwargs={"code": "99AA00", "zaak": rij.sleutel})
    client.post(pad, {"stap": "leerkracht_gehoord", "op": "2026-10-07", "tekst": "Alles geprobeerd."})
    stap = Verwijdergebeurtenis.objects.get().pk

    client.post(pad, {"stap": "vervallen", "gebeurtenis": stap, "tekst": "Een ander kind."})

    pagina = inhoud_van(client.get(pad))
    assert ["telt niet mee" in pagina, "Hoor eerst de leerkracht" in pagina] == [True, True]
    assert client.post(pad, {"stap": "vervallen", "gebeurtenis": 0, "tekst": "x"}).status_code == 404


def test_objection_is_decided_on_the_page_with_a_letter_and_marks_the_first(gezin: Gezin) -> None:
    school, client = gezin.school, meld_aan(gezin.school.bestuurder)
    rij = begin_verwijdering(actor=school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)
    pad = reverse("verwijdering", kwargs={"code": "99AA00", "zaak": rij.sleutel})
    client.post(pad, {"stap": "besluit", "motivering": "Alles is gedaan.", "doorbreking": "De inspectie dacht mee."})
    for stap in ("bezwaar", "ouders_gehoord"):
        meld_aan(school.directeur).post(pad, {"stap": stap, "op": "2026-10-12", "tekst": "Zij willen blijven."})
    beslis = {"stap": "bezwaar_beslist", "motivering": "Zij hebben gelijk."}
    assert "Kies wat het bestuur" in inhoud_van(client.post(pad, beslis))

    client.post(pad, beslis | {"uitkomst": "gegrond"})

    assert "Het bestuur gaf u gelijk" in inhoud_van(client.get(pad))
    brieven = list(Verwijdergebeurtenis.objects.exclude(brief="").values_list("pk", flat=True))
    zaak = {"code": "99AA00", "zaak": rij.sleutel}
    antwoorden = [client.get(reverse("verwijderbrief", kwargs=zaak | {"pk": pk})) for pk in (*brieven, 0)]
    assert [een.status_code for een in antwoorden] == [200, 200, 404]


def test_removal_shows_its_steps_and_opens_the_next(gezin: Gezin) -> None:
    pad, client = _pad(gezin), meld_aan(gezin.school.directeur)
    client.post(pad, {"wat": "verwijderen", "motivering": "Het gaat niet."})
    zaak = reverse("verwijdering", kwargs={"code": "99AA00", "zaak": Verwijdering.objects.get().sleutel})
    client.post(zaak, {"stap": "leerkracht_gehoord", "op": "2026-10-12", "tekst": "Zij weet het niet."})

    bron, lijst = client.get(zaak).content.decode(), client.get(pad).content.decode()

    assert re.findall(r'<details class="uitklap" open><summary>([^<]+)', bron) == ["De ouders zijn gehoord"]
    assert "Begin de weg naar een verwijdering" not in lijst
    assert "voornemen" in lijst


def test_page_says_before_it_is_sent_to_whom_a_letter_goes(gezin: Gezin) -> None:
    begin_verwijdering(actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)
    zaak = reverse("verwijdering", kwargs={"code": "99AA00", "zaak": Verwijdering.objects.get().sleutel})
    paginas = (_pad(gezin), zaak)
    met = [f"De brief gaat aan: {gezin.relatie.naam}" in _lees(gezin.school.directeur, pad) for pad in paginas]
    gezin.relatie.heeft_gezag = False
    gezin.relatie.save()

    zin = "Van dit kind staat hier geen ouder met gezag De brief begint dan met: Beste ouders of verzorgers van Pip."
    assert (met, [zin in _lees(gezin.school.directeur, pad) for pad in paginas]) == ([True, True], [True, True])


def test_words_of_an_old_tab_come_back_when_the_step_of_a_removal_is_gone(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.directeur)
    pad = _besloten(gezin, client)

    over = client.post(pad, {"stap": "besluit", "motivering": "Een tweede besluit."}).content.decode()

    assert [zin in over for zin in ("Dit typte u", "Een tweede besluit.")] == [True, True]


def test_words_of_an_old_tab_come_back_when_the_suspension_or_removal_is_there_already(gezin: Gezin) -> None:
    client = meld_aan(gezin.school.directeur)
    weg = {"wat": "verwijderen", "motivering": "Het gaat niet.", "voorgenomen_op": "2026-10-05"}
    client.post(_pad(gezin), weg)

    over = client.post(_pad(gezin), weg | {"motivering": "Het gaat echt niet meer."}).content.decode()

    assert [zin in over for zin in ("Dit typte u", "Het gaat echt niet meer.")] == [True, True]
