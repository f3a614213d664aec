"""The pages of a pupil who goes to another school, from the first word to the file."""

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.overleggen import maak_besluit, maak_mdo
from tests.factories.overstap import maak_rapport
from tests.factories.paginas import meld_aan
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat

from passend.leerlingen.actions.burgerservicenummer import set_burgerservicenummer
from passend.leerlingen.models import Ouderrelatie
from passend.organisaties.models import Vestiging
from passend.overstap.actions.rapport import Bestemming, begin_rapport
from passend.overstap.models import Onderwijskundigrapport, Rapportbericht, Rapportreactie, Rapportuitvoer
from passend.overstap.queries.rapport import list_besluitkeuzes
from passend.plannen.actions.plannen import add_plan
from passend.regels.planevaluatie import Planfeiten
from passend.toegang.models import Account, Logregel
from passend.toelating.models import Schoolcontact
from passend.uitwisseling.oso.controle import controleer
from passend.uitwisseling.oso.lezen import lees_oso

pytestmark = [pytest.mark.django_db]


def _adres(gezin: Gezin, naam: str = "rapport") -> str:
    return reverse(naam, kwargs={"code": gezin.school.vestiging.code, "sleutel": gezin.leerling.sleutel})


def _stuur(gezin: Gezin, wie: Account, naam: str, gegevens: dict[str, str] | None = None) -> tuple[int, str]:
    antwoord = meld_aan(wie).post(_adres(gezin, naam), gegevens or {}, follow=True)
    return antwoord.status_code, antwoord.content.decode()


def test_the_intern_begeleider_begins_a_report_and_sees_what_the_file_says() -> None:
    gezin = maak_gezin()

    status, pagina = _stuur(gezin, gezin.school.intern_begeleider, "rapport_begin")

    assert status == 200
    assert "Groepen op deze school" in pagina
    assert "Het rapport is nog niet vastgesteld." in pagina
    assert Logregel.objects.filter(handeling="open_rapport").count() == 1


def test_what_is_typed_is_kept_and_said_to_whom_came_second() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_vast=False)
    tekst = {"huiswerk": "Altijd af.", "eerder_huiswerk": "Over huiswerk."}

    _status, pagina = _stuur(gezin, gezin.school.intern_begeleider, "rapport_tekst", tekst)
    tweede, anders = _stuur(gezin, gezin.school.directeur, "rapport_tekst", {**tekst, "huiswerk": "Nooit af."})

    assert "Altijd af." in pagina
    assert tweede == 422
    assert "Iemand anders wijzigde dit rapport" in anders
    assert "Nooit af." in anders


def test_a_report_goes_all_the_way_to_a_file_that_breaks_no_rule() -> None:
    gezin = maak_gezin()
    Vestiging.objects.filter(pk=gezin.school.vestiging.pk).update(telefoon="070 - 000 00 00", adres="Duinweg 12a")
    rapport = maak_rapport(gezin, is_verteld=False)
    set_burgerservicenummer(actor=gezin.school.directeur, leerling=gezin.leerling, nummer="999999990", op=OP)
    Onderwijskundigrapport.objects.update(
        vastgesteld_op=OP, inhoud={**rapport.inhoud, "van": {**rapport.inhoud["van"], "telefoon": "070 0000000"}}
    )
    dag = OP.date().isoformat()
    ouders = {"geinformeerd_op": dag, "kopie_op": dag, "kanaal": "gesprek", "akkoord": "Nee", "opmerking": "Te kort."}
    ouders["ouder"] = str(gezin.relatie.pk)

    status, _pagina = _stuur(gezin, gezin.school.directeur, "rapport_ouders", ouders)
    antwoord = meld_aan(gezin.school.directeur).post(_adres(gezin, "rapport_bestand"), {"vorm": "oso"})

    assert (status, antwoord.status_code, antwoord["Content-Type"]) == (200, 200, "application/xml")
    lezing = lees_oso(antwoord.content)
    assert controleer(lezing.boom) == []
    assert lezing.bestand.inzage is not None
    assert (lezing.bestand.inzage.akkoord, lezing.bestand.inzage.redennietakkoord) == (
        "Nee",
        f"{gezin.relatie.naam}: Te kort.",
    )
    assert Rapportuitvoer.objects.get().vorm == "oso"


def test_nothing_leaves_before_the_parents_know_and_the_page_says_so() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_verteld=False)

    status, pagina = _stuur(gezin, gezin.school.directeur, "rapport_bestand", {"vorm": "oso_swv"})

    assert status == 422
    assert f"{gezin.relatie.naam} is nog niet geïnformeerd." in pagina
    assert Rapportuitvoer.objects.count() == 0


def test_a_parent_reads_the_report_once_it_was_set_and_takes_it_on_paper() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_vast=False)
    browser = meld_aan(gezin.ouder)
    assert browser.get(_adres(gezin)).status_code == 403

    Onderwijskundigrapport.objects.all().delete()
    maak_rapport(gezin, is_verteld=False)

    pagina = browser.get(_adres(gezin)).content.decode()
    papier = browser.post(_adres(gezin, "rapport_bestand"), {"vorm": "pdf"})
    assert "Over zelfstandigheid." in pagina
    assert "Stel het rapport vast" not in pagina
    assert (papier.status_code, papier.content[:5]) == (200, b"%PDF-")


def test_a_parent_keeps_reading_the_report_that_was_set_while_the_school_writes_the_next() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin)
    begin_rapport(actor=gezin.school.intern_begeleider, leerling=gezin.leerling, op=OP + timedelta(days=1))

    van_ouder, van_school = (
        meld_aan(wie).get(_adres(gezin)).content.decode() for wie in (gezin.ouder, gezin.school.intern_begeleider)
    )

    assert "Over " in van_ouder
    assert "<textarea" in van_school, "who writes sees the one that is being written"


def test_a_talk_is_noted_on_the_page_and_bad_input_stays() -> None:
    gezin = maak_gezin()
    contact = {
        "op": "2026-09-01",
        "andere_school": "De Kiem",
        "wie_daar": "Sam",
        "wie_hier": "Noor",
        "wijze": "email",
        "reden": "terug",
    }

    leeg = meld_aan(gezin.school.intern_begeleider).get(_adres(gezin)).content.decode()
    fout, pagina = _stuur(gezin, gezin.school.intern_begeleider, "rapport_contact", contact)
    goed, _pagina = _stuur(
        gezin, gezin.school.intern_begeleider, "rapport_contact", {**contact, "waarover": "Hoe het gaat."}
    )

    assert f'name="wie_hier" value="{gezin.school.intern_begeleider}"' in leeg  # who is signed in nearly always had it
    assert (fout, goed) == (422, 200)
    assert 'value="De Kiem"' in pagina
    assert 'name="wie_hier" value="Noor"' in pagina
    assert Schoolcontact.objects.get().leerling == gezin.leerling


@pytest.mark.parametrize("naam", ["rapport_begin", "rapport_contact"])
def test_who_teaches_sees_no_report(naam: str) -> None:
    gezin = maak_gezin()

    assert _stuur(gezin, gezin.school.leerkracht, naam)[0] == 403
    assert meld_aan(gezin.school.leerkracht).get(_adres(gezin)).status_code == 403


def test_a_parent_reads_the_report_writes_and_finds_it_fixed_once_it_left() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)

    _status, gelezen = _stuur(gezin, gezin.ouder, "rapport_gelezen")
    fout, niet = _stuur(gezin, gezin.ouder, "rapport_reactie", {"eens": "Nee", "opmerking": ""})
    _stuur(gezin, gezin.ouder, "rapport_reactie", {"eens": "Nee", "opmerking": "Pip leest thuis wel."})
    bladzijde = meld_aan(gezin.school.intern_begeleider).get(_adres(gezin)).content.decode()
    Rapportuitvoer.objects.create(
        bestuur_id=rapport.bestuur_id, rapport=rapport, vorm="oso", vingerafdruk="0" * 64, op=OP, door=gezin.ouder
    )
    laat, dicht = _stuur(gezin, gezin.ouder, "rapport_reactie", {"eens": "Ja", "opmerking": ""})

    assert "u las het op" in gelezen
    assert (fout, "Schrijf op wat er niet klopt" in niet) == (422, True)
    assert "Pip leest thuis wel." in bladzijde
    assert "mag naar de andere school" in bladzijde
    assert (laat, "Het rapport is al naar de andere school" in dicht) == (422, True)
    assert "<strong>Het rapport is naar de andere school." in dicht  # a label would not break off on a small screen
    assert Rapportreactie.objects.get().akkoord == "Nee"


def test_a_choice_is_asked_and_what_was_typed_stays() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_verteld=False)

    status, pagina = _stuur(gezin, gezin.ouder, "rapport_reactie", {"opmerking": "Pip leest thuis wel."})

    assert (status, "Pip leest thuis wel." in pagina) == (422, True)
    assert "Kies of u het eens bent" in pagina


def test_parents_get_mail_when_the_report_is_laid_before_them(django_capture_on_commit_callbacks: Any) -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_vast=False)
    Ouderrelatie.objects.filter(pk=gezin.relatie.pk).update(email="ouder@thuis.example")

    with django_capture_on_commit_callbacks(execute=True):
        status, _pagina = _stuur(gezin, gezin.school.directeur, "rapport_vaststellen")

    (brief,) = [een for een in mail.outbox if een.to == ["ouder@thuis.example"]]
    assert (status, brief.subject) == (200, "De school schreef een rapport over uw kind")
    assert gezin.leerling.voornaam not in brief.body
    assert "Lees het rapport dat de school over" in meld_aan(gezin.ouder).get(reverse("kinderen")).content.decode()


def test_the_school_cannot_note_that_parents_read_it_themselves() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_verteld=False)
    dag = OP.date().isoformat()
    ouders = {"geinformeerd_op": dag, "kopie_op": dag, "kanaal": "passend", "akkoord": "Ja"}
    ouders["ouder"] = str(gezin.relatie.pk)

    assert _stuur(gezin, gezin.school.intern_begeleider, "rapport_ouders", ouders)[0] == 422


def test_what_is_typed_is_in_the_report_that_is_set_with_the_same_button() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_vast=False)
    getypt = {"huiswerk": "Maakt alles af.", "eerder_huiswerk": "Over huiswerk.", "naar_school": "De Kiem"}

    status, _pagina = _stuur(gezin, gezin.school.directeur, "rapport_vaststellen", getypt)

    assert status == 200
    inhoud = Onderwijskundigrapport.objects.get().inhoud
    assert inhoud is not None
    assert "Maakt alles af." in [deel["teksten"].get("huiswerk") for deel in inhoud["onderdelen"]]


def test_decisions_of_meetings_have_a_tick_and_go_along_only_with_it() -> None:
    gezin = maak_gezin()
    mdo = maak_mdo(gezin)
    maak_besluit(mdo, "Moeder praat met het wijkteam.")
    maak_besluit(mdo, "Leesgroepje.")
    rapport = maak_rapport(gezin, is_vast=False)
    lees = {een.wat: een.merk for een in list_besluitkeuzes(rapport=rapport)}["Leesgroepje."]

    pagina = meld_aan(gezin.school.directeur).get(_adres(gezin)).content.decode()
    getypt = {"naar_school": "De Kiem", "besluiten": "1", "besluit": lees}
    _status, daarna = _stuur(gezin, gezin.school.directeur, "rapport_vaststellen", getypt)

    assert pagina.count('name="besluit"') == 2
    assert f'value="{lees}" checked' not in pagina
    assert "Leesgroepje." in daarna
    assert "wijkteam" not in daarna
    assert "wijkteam" not in str(Onderwijskundigrapport.objects.get().inhoud)


def test_nothing_typed_is_lost_when_a_report_cannot_be_set_yet() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_vast=False)
    getypt = {"huiswerk": "", "eerder_huiswerk": "Over huiswerk.", "concentratie": "Kan lang stil zijn."}
    getypt |= {"eerder_concentratie": "Over concentratie.", "naar_school": "De Zandbak", "naar_brin": ""}

    status, pagina = _stuur(gezin, gezin.school.directeur, "rapport_vaststellen", getypt)

    assert status == 422
    assert "Nog leeg: Huiswerk." in pagina
    assert "Kan lang stil zijn." in pagina
    assert "De Zandbak" in pagina
    assert Onderwijskundigrapport.objects.get().vastgesteld_op is None


def test_words_of_an_old_tab_come_back_when_the_report_was_set_meanwhile() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin)
    getypt = {"huiswerk": "Altijd af.", "eerder_huiswerk": "Over huiswerk.", "concentratie": "Over concentratie."}
    getypt |= {"eerder_concentratie": "Over concentratie."}

    status, pagina = _stuur(gezin, gezin.school.directeur, "rapport_tekst", getypt)

    assert status == 422
    assert re.findall(r"<dt>([^<]*)</dt><dd[^>]*>([^<]*)</dd></div></dl></div>", pagina) == [("Huiswerk", "Altijd af.")]


def test_words_of_a_parent_come_back_when_the_report_left_meanwhile() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    Rapportuitvoer.objects.create(
        bestuur_id=rapport.bestuur_id, rapport=rapport, vorm="oso", vingerafdruk="0" * 64, op=OP, door=gezin.ouder
    )
    velden = {"eens": "Nee", "opmerking": "Pip leest thuis wel."}
    thuis = _stuur(gezin, gezin.ouder, "rapport_reactie", velden)
    dag = OP.date().isoformat()
    gesprek = {"ouder": str(gezin.relatie.pk), "geinformeerd_op": dag, "kopie_op": dag, "kanaal": "gesprek"}
    op_school = _stuur(gezin, gezin.school.intern_begeleider, "rapport_ouders", {**gesprek, **velden, "akkoord": "Nee"})

    for status, pagina in (thuis, op_school):
        assert (status, pagina.count("Pip leest thuis wel.")) == (422, 1)
        assert "Dit is niet bewaard" in pagina


def test_the_page_says_what_is_not_in_a_file_and_which_number_it_still_needs() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin)

    pagina = meld_aan(gezin.school.directeur).get(_adres(gezin)).content.decode()

    assert "Los staan zij niet in een OSO-bestand" in pagina
    assert "wie het doet en hoe vaak" in pagina
    assert "de besluiten uit overleggen" in pagina
    assert _adres(gezin, "burgerservicenummer") in pagina


def test_results_stand_on_the_page_by_the_names_that_people_know() -> None:
    gezin = maak_gezin()
    maak_resultaat(gezin.leerling)
    maak_rapport(gezin)

    pagina = meld_aan(gezin.school.directeur).get(_adres(gezin)).content.decode()

    assert "Cito Volgsysteem" in pagina
    assert "cito_" not in pagina


def test_the_school_notes_each_parent_with_the_letter_and_asks_which_one() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_verteld=False)
    browser, dag = meld_aan(gezin.school.intern_begeleider), OP.date().isoformat()
    velden = {"geinformeerd_op": dag, "kopie_op": dag, "kanaal": "gesprek", "akkoord": "Ja"}
    beeld = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(beeld, format="PNG")

    zonder = browser.post(_adres(gezin, "rapport_ouders"), velden)
    program = SimpleUploadedFile("scan.exe", b"MZ programma")
    fout = browser.post(_adres(gezin, "rapport_ouders"), {**velden, "ouder": str(gezin.relatie.pk), "scan": program})
    scan = SimpleUploadedFile("verslag.png", beeld.getvalue())
    met = browser.post(
        _adres(gezin, "rapport_ouders"), {**velden, "ouder": str(gezin.relatie.pk), "scan": scan}, follow=True
    )
    adres = f"{_adres(gezin, 'rapport_ouders')}/{Rapportbericht.objects.get().pk}/scan"

    assert '<nav class="bladen"' in zonder.content.decode()
    assert (zonder.status_code, "Kies welke ouder het hoorde" in zonder.content.decode()) == (422, True)
    assert fout.status_code == 422
    assert adres in met.content.decode()
    assert browser.get(adres)["Content-Type"] == "image/png"
    assert meld_aan(gezin.ouder).get(adres).status_code in {403, 404}
    assert Logregel.objects.filter(handeling="open_rapportscan").count() == 1


def test_an_address_that_is_missing_is_filled_in_where_the_refusal_leads_to() -> None:
    gezin = maak_gezin()
    Vestiging.objects.filter(pk=gezin.school.vestiging.pk).update(telefoon="070 - 000 00 00", adres="Duinweg 12a")
    gezin.leerling.refresh_from_db()
    maak_rapport(gezin, waarheen=Bestemming(naar_school="De Kiem", naar_brin="99AB00"))
    set_burgerservicenummer(actor=gezin.school.directeur, leerling=gezin.leerling, nummer="999999990", op=OP)
    adres = {"straat": "Duinweg", "huisnummer": "3", "postcode": "9999 ZZ", "woonplaats": "Duinrand"}
    directeur = gezin.school.directeur

    geweigerd, pagina = _stuur(gezin, directeur, "rapport_bestand", {"vorm": "oso"})
    half, weer = _stuur(gezin, directeur, "rapport_adres", adres | {"huisnummer": ""})
    goed, daarna = _stuur(gezin, directeur, "rapport_adres", adres)
    antwoord = meld_aan(directeur).post(_adres(gezin, "rapport_bestand"), {"vorm": "oso"})

    assert (geweigerd, half, goed, antwoord.status_code) == (422, 422, 200, 200)
    assert 'href="#adres"' in pagina
    assert '<details class="uitklap" id="adres" open>' in pagina
    assert 'value="Duinrand"' in weer
    assert "nog niet ingevuld" in pagina
    assert "nog niet ingevuld" not in daarna
    leerling = lees_oso(antwoord.content).bestand.huidigeschool.leerling
    assert [(een.straat, een.nummer, een.postcode) for een in leerling.adressen] == [("Duinweg", "3", "9999ZZ")]


def test_a_file_without_a_number_leads_to_where_the_number_is_filled_in() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin)

    status, pagina = _stuur(gezin, gezin.school.directeur, "rapport_bestand", {"vorm": "oso"})

    melding = pagina[pagina.index("Dit kan nog niet") :].partition("</div>")[0]
    assert status == 422
    assert "is het burgerservicenummer van de leerling nodig" in melding
    assert _adres(gezin, "burgerservicenummer") in melding
    assert "hieronder" not in melding


def test_a_talk_without_a_letter_or_words_is_not_noted_and_the_form_keeps_what_was_typed() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_verteld=False)
    dag = OP.date().isoformat()
    velden = {"geinformeerd_op": dag, "kopie_op": dag, "kanaal": "gesprek", "akkoord": "Ja"}
    velden["ouder"] = str(gezin.relatie.pk)

    status, pagina = _stuur(gezin, gezin.school.directeur, "rapport_ouders", velden)
    goed, daarna = _stuur(gezin, gezin.school.directeur, "rapport_ouders", velden | {"opmerking": "Zij is blij."})

    assert (status, goed) == (422, 200)
    assert "Het dossier moet laten zien dat deze ouder het hoorde." in pagina
    assert "mag naar de andere school" not in pagina
    assert f'value="{dag}"' in pagina
    assert "mag naar de andere school" in daarna


def test_the_samenwerkingsverband_gets_a_file_that_breaks_no_rule_before_parents_answered() -> None:
    gezin = maak_gezin()
    Vestiging.objects.filter(pk=gezin.school.vestiging.pk).update(telefoon="070 - 000 00 00", adres="Duinweg 12a")
    gezin.leerling.refresh_from_db()
    maak_rapport(gezin, is_verteld=False)
    ib = meld_aan(gezin.school.intern_begeleider)

    antwoord = ib.post(_adres(gezin, "rapport_bestand"), {"vorm": "oso_swv"})

    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/xml")
    assert controleer(lees_oso(antwoord.content).boom) == []
    assert 'value="oso_swv"' in ib.get(_adres(gezin)).content.decode()


def test_the_directeur_sets_a_report_of_a_pupil_who_stays() -> None:
    gezin = maak_gezin()
    maak_rapport(gezin, is_vast=False)
    Onderwijskundigrapport.objects.update(naar_school="", naar_brin="")

    thuis = {"naar_school": "", "straat": "Duinweg", "huisnummer": "3", "postcode": "9999 ZZ", "woonplaats": "Zeestad"}
    status, pagina = _stuur(gezin, gezin.school.directeur, "rapport_vaststellen", {"is_voor_swv": "1", **thuis})
    assert Onderwijskundigrapport.objects.get().straat == "Duinweg"
    ouder = meld_aan(gezin.ouder).get(_adres(gezin)).content.decode()

    assert (status, "alleen voor het samenwerkingsverband" in pagina) == (200, True)
    for zin in (
        "mag naar het samenwerkingsverband",
        "Het mag nu weg: op antwoord van de ouders hoeft u niet te wachten",
    ):
        assert zin in pagina
    assert re.search(rf"staat nog niet vast dat zij het weten: <span[^>]*>{gezin.ouder}</span>", pagina)
    for zin in ("Wat er nog moet voor het weg mag", "Wacht tot deze ouder", "mag naar de andere school"):
        assert zin not in pagina
    assert 'value="oso"' not in meld_aan(gezin.school.directeur).get(_adres(gezin)).content.decode()
    meld_aan(gezin.ouder).post(_adres(gezin, "rapport_gelezen"))
    gelezen = meld_aan(gezin.school.directeur).get(_adres(gezin)).content.decode()
    assert "mag naar het samenwerkingsverband" in gelezen
    assert "staat nog niet vast dat zij het weten" not in gelezen
    assert "Uw kind gaat naar een andere school" not in ouder
    assert "Het samenwerkingsverband leest dit" in ouder
    assert "De andere school leest dit" not in ouder


def test_the_name_of_a_level_is_read_in_the_language_of_the_page() -> None:
    gezin = maak_gezin()
    feiten = Planfeiten(
        aanleiding="Leest traag.", doel="Vlot.", niveau=2, geldig_van=OP.date(), geldig_tot_en_met=date(2027, 1, 14)
    )
    add_plan(actor=gezin.school.leerkracht, leerling=gezin.leerling, feiten=feiten, regels=[], op=OP)
    maak_rapport(gezin, is_vast=False)
    browser = meld_aan(gezin.school.directeur)
    nederlands = browser.get(_adres(gezin)).content.decode()
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    engels = browser.get(_adres(gezin)).content.decode()

    assert "<span>Extra in de groep</span>" in nederlands
    assert "<span>Extra in the group</span>" in engels
