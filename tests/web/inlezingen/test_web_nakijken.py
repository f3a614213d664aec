"""Checking a document: doubtful things first, one answer at a time, and stored once into the profile."""

import re
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from tests.factories.paginas import HTMX, TWIJFEL, ZEKER, adres, inhoud_van, maak_inlezing, meld_aan, onderdeel, tekst
from tests.factories.profielen import OP, School, maak_profiel, maak_school

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.profielinhoud import Structuurdeel
from passend.profielen.actions.inlezingen import list_twijfels
from passend.profielen.actions.onderdelen import save_rij, save_structuur, save_tekst, save_veld
from passend.profielen.models import Inlezing, Onderdeelversie, Ondersteuningsprofiel, Sjabloonversie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
RIJ = "rij:hgw:positief"  # doubtful in the sample, with at least one more


def _antwoord(client: Client, school: School, inlezing: Inlezing, **velden: str) -> tuple[int, str]:
    antwoord = client.post(adres("antwoord", school, pk=inlezing.pk), velden, headers=HTMX)
    return antwoord.status_code, antwoord.content.decode()


def _teller(deel: str) -> str:
    gevonden = re.search(r'id="teller".*?<p role="status".*?>(.*?)</p>', deel, flags=re.DOTALL)
    assert gevonden is not None
    return " ".join(re.sub(r"<[^>]+>", " ", gevonden[1]).split())


def _sla_op(client: Client, school: School, inlezing: Inlezing, schooljaar: str = "2026-2027") -> str:
    velden = {"schooljaar": schooljaar}
    return inhoud_van(client.post(adres("opslaan", school, pk=inlezing.pk), velden, follow=True))


def test_doubtful_things_stand_first_and_are_counted() -> None:
    school = maak_school()
    inlezing = maak_inlezing(school)

    pagina = meld_aan(school.directeur).get(adres("nakijken", school, pk=inlezing.pk)).content.decode()

    elementen = re.findall(r'<article class="gelezen\s+(\S*)\s*" id="([^"]+)"', pagina)
    aantal = len(list_twijfels(inlezing))
    assert aantal >= 2
    assert [klasse for klasse, _id in elementen[: aantal + 1]] == ["twijfel"] * aantal + [""]
    assert len(elementen) == 13 + 46 + 4
    assert len({dom_id for _klasse, dom_id in elementen}) == len(elementen)
    assert _teller(pagina) == f"{aantal} plekken om na te kijken"


def test_document_without_doubts_can_be_stored_at_once() -> None:
    school = maak_school()
    inlezing = maak_inlezing(school, ZEKER)

    pagina = meld_aan(school.directeur).get(adres("nakijken", school, pk=inlezing.pk)).content.decode()

    assert _teller(pagina).startswith("Alles is nagekeken.")


def test_count_goes_down_with_every_answer_until_all_is_checked() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school), meld_aan(school.directeur)

    twijfels = list_twijfels(inlezing)
    over = len(twijfels) - 1

    tellers = [
        _teller(_antwoord(client, school, inlezing, sleutel=sleutel, akkoord="1")[1])
        for sleutel in (twijfels[0], *twijfels)
    ]

    assert tellers[:2] == [f"{over} plek{'ken' if over > 1 else ''} om na te kijken"] * 2
    assert tellers[-2:] == [
        "1 plek om na te kijken",
        "Alles is nagekeken. Mooi werk. Sla het op, dan staat het in uw profiel.",
    ]


@pytest.mark.parametrize(
    ("velden", "wat"),
    [
        ({"sleutel": RIJ, "keus": "in_ontwikkeling"}, "In ontwikkeling"),
        ({"sleutel": RIJ, "keus": ""}, "niet ingevuld"),
        ({"sleutel": "veld:schoolnaam", "waarde": " De Nieuwe Naam "}, "De Nieuwe Naam"),
        ({"sleutel": "veld:mr_op", "waarde": "2026-06-09"}, "di 9 juni 2026"),
        ({"sleutel": "veld:mr_op", "waarde": ""}, "niet ingevuld"),
        ({"sleutel": "tekst:visie", "waarde": "Regel een.\r\nRegel twee."}, "Regel een. Regel twee."),
        ({"sleutel": "rij:expertise:rt", "cel-ja_nee": "ja", "cel-uren_beschikbaar": "3 uur"}, "ja · 3 uur"),
    ],
)
def test_correction_is_shown_at_once_and_is_what_the_profile_gets(velden: dict[str, str], wat: str) -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school), meld_aan(school.directeur)
    for sleutel in list_twijfels(inlezing):
        _antwoord(client, school, inlezing, sleutel=sleutel, akkoord="1")

    status, deel = _antwoord(client, school, inlezing, **velden)

    assert status == 200
    assert "nagekeken" in deel
    assert wat in " ".join(re.sub(r"<[^>]+>", " ", deel).split())
    _sla_op(client, school, inlezing)
    bewaard = onderdeel(Ondersteuningsprofiel.objects.get(), velden["sleutel"]).inhoud
    gelezen = client.get(adres(velden["sleutel"].split(":")[0], school), {"sleutel": velden["sleutel"]})
    assert bewaard["zekerheid"] == 1.0
    assert gelezen.status_code == 200


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"sleutel": "veld:mr_op", "waarde": "2026-02-30"}, "Dit is geen dag die bestaat."),
        ({"sleutel": "veld:mr_op", "waarde": "vorige week"}, "Dit is geen dag die bestaat."),
        ({"sleutel": "veld:email", "waarde": "school"}, "Dit is geen e-mailadres."),
        ({"sleutel": "veld:schoolgids", "waarde": "javascript:alert(1)"}, "Dit is geen webadres."),
        ({"sleutel": "veld:schooljaar", "waarde": "ooit"}, "Dit is geen schooljaar."),
        ({"sleutel": RIJ, "keus": "heel_goed"}, "Deze keuze is er niet (meer)."),
        ({"sleutel": "veld:bestaat-niet", "waarde": "x"}, "Dit onderdeel komt niet voor in het document."),
        ({"sleutel": ""}, "Dit onderdeel komt niet voor in het document."),
        ({}, "Dit onderdeel komt niet voor in het document."),
    ],
)
def test_value_that_cannot_be_is_refused_in_a_sentence_and_nothing_is_lost(velden: dict[str, str], zin: str) -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school), meld_aan(school.directeur)
    _antwoord(client, school, inlezing, sleutel="veld:schoolnaam", waarde="De Nieuwe Naam")
    vooraf = Inlezing.objects.get()

    status, deel = _antwoord(client, school, inlezing, **velden)

    achteraf = Inlezing.objects.get()
    assert (status, zin in deel) == (422, True)
    assert "Niet opgeslagen" in deel
    assert (achteraf.antwoorden, achteraf.lezing) == (vooraf.antwoorden, vooraf.lezing)


def test_remark_that_was_read_with_a_row_stays_when_its_mark_is_corrected() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school), meld_aan(school.directeur)
    rij = next(rij for rij in inlezing.lezing["tabellen"] if rij["rij"] == "positief")
    rij["opmerking"] = "sinds de herfst"
    inlezing.save()

    _antwoord(client, school, inlezing, sleutel=RIJ, keus="op_orde")

    assert Inlezing.objects.get().antwoorden[RIJ]["inhoud"]["opmerking"] == "sinds de herfst"


def test_words_beside_yes_or_no_stay_until_one_is_chosen() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school), meld_aan(school.directeur)
    rij = next(rij for rij in inlezing.lezing["tabellen"] if rij["rij"] == "rt")
    rij["cellen"]["ja_nee"] = "deels, via de gemeente"
    inlezing.save()

    _antwoord(client, school, inlezing, sleutel="rij:expertise:rt", **{"cel-uren_beschikbaar": "3 uur"})
    alleen_uren = Inlezing.objects.get().antwoorden["rij:expertise:rt"]["inhoud"]["cellen"]
    _antwoord(client, school, inlezing, sleutel="rij:expertise:rt", **{"cel-ja_nee": "nee"})
    gekozen = Inlezing.objects.get().antwoorden["rij:expertise:rt"]["inhoud"]["cellen"]

    assert alleen_uren == {"ja_nee": "deels, via de gemeente", "uren_beschikbaar": "3 uur"}
    assert gekozen == {"ja_nee": "nee", "uren_beschikbaar": None}


def test_document_with_open_doubts_is_not_stored() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school), meld_aan(school.directeur)

    pagina = _sla_op(client, school, inlezing)

    assert f"Nog niet alles is nagekeken (nog te doen: {len(list_twijfels(inlezing))}). Doe dat eerst." in pagina
    assert not Ondersteuningsprofiel.objects.exists()


def test_document_is_stored_once_however_often_one_clicks() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(school.directeur)

    pagina = _sla_op(client, school, inlezing)
    profiel = Ondersteuningsprofiel.objects.get()
    vooraf = list(profiel.onderdelen.values_list("sleutel", "versie"))
    _sla_op(client, school, inlezing)

    assert "Het document staat nu in het profiel van 2026-2027." in pagina
    assert list(profiel.onderdelen.values_list("sleutel", "versie")) == vooraf
    assert Ondersteuningsprofiel.objects.count() == 1


@pytest.mark.parametrize("schooljaar", ["", "ooit", "1999-2000", "2031-2032", "2026-2028"])
def test_school_year_that_is_not_on_the_list_is_refused(schooljaar: str) -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(school.directeur)

    pagina = _sla_op(client, school, inlezing, schooljaar)

    assert "Dit schooljaar kan niet. Kies er een uit de lijst." in pagina
    assert not Ondersteuningsprofiel.objects.exists()


def test_stored_document_can_be_read_but_no_longer_answered() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(school.directeur)
    _sla_op(client, school, inlezing)

    pagina = client.get(adres("nakijken", school, pk=inlezing.pk))
    status, deel = _antwoord(client, school, inlezing, sleutel=RIJ, akkoord="1")

    assert "<form hx-post" not in pagina.content.decode()
    assert _teller(pagina.content.decode()) == "opgeslagen"
    assert (status, "Dit document is al opgeslagen. Verander het nu in het profiel zelf." in deel) == (422, True)


def test_page_says_what_happens_to_a_profile_that_is_there_already() -> None:
    school = maak_school()
    inlezing = maak_inlezing(school, ZEKER)

    pagina = inhoud_van(meld_aan(school.directeur).get(adres("nakijken", school, pk=inlezing.pk)))

    assert (
        "Wat er in dat profiel al stond, wordt vervangen waar dit document iets zegt. "
        "Waar het document leeg is, blijft staan wat er stond."
    ) in pagina


def test_document_read_into_a_profile_replaces_what_it_speaks_of_and_leaves_the_rest() -> None:
    school = maak_school()
    profiel, actor = maak_profiel(school), school.directeur
    save_tekst(actor=actor, profiel=profiel, code="visie", tekst="Oude visie", versie=1, op=OP)
    save_veld(actor=actor, profiel=profiel, veld="telefoon", waarde="000-1234567", versie=1, op=OP)
    save_rij(actor=actor, profiel=profiel, sleutel=RIJ, cellen={"op_orde": True}, versie=1, op=OP)
    save_structuur(actor=actor, profiel=profiel, delen=[Structuurdeel(soort="mens", naam="Ib")], versie=1, op=OP)
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(actor)
    next(veld for veld in inlezing.lezing["velden"] if veld["veld"] == "telefoon")["waarde"] = None
    rij = next(rij for rij in inlezing.lezing["tabellen"] if rij["rij"] == "positief")
    rij |= {"waarde": None, "cellen": dict.fromkeys(rij["cellen"], False), "opmerking": None}
    inlezing.save()

    _sla_op(client, school, inlezing)

    nu = {sleutel: onderdeel(profiel, sleutel).inhoud for sleutel in ("tekst:visie", "veld:telefoon", RIJ, "structuur")}
    assert nu["tekst:visie"]["tekst"].startswith("Op De Wilgenboom hoort ieder kind erbij.")
    assert nu["veld:telefoon"]["waarde"] == "000-1234567"
    assert nu[RIJ]["waarde"] == "op_orde"
    assert [deel["naam"] for deel in nu["structuur"]["delen"]] == ["Ib"]
    assert Onderdeelversie.objects.filter(onderdeel__sleutel="tekst:visie", inhoud__tekst="Oude visie").exists()


def test_blank_that_somebody_chose_does_replace_what_was_there() -> None:
    school = maak_school()
    profiel, actor = maak_profiel(school), school.directeur
    save_rij(actor=actor, profiel=profiel, sleutel=RIJ, cellen={"op_orde": True}, versie=1, op=OP)
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(actor)

    _antwoord(client, school, inlezing, sleutel=RIJ, keus="")
    _sla_op(client, school, inlezing)

    assert onderdeel(profiel, RIJ).inhoud["waarde"] is None


def test_document_of_another_template_than_the_profile_is_refused_in_a_sentence() -> None:
    school = maak_school()
    maak_profiel(school)
    ander = {**load_definitie("haaglanden"), "code": "eigen", "geldig_van": "2026-09-01"}
    verband = school.vestiging.bestuur.samenwerkingsverband
    Sjabloonversie.objects.create(
        samenwerkingsverband=verband, code="eigen", naam="Eigen", geldig_van="2026-09-01", definitie=ander
    )
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(school.directeur)
    inlezing.lezing["sjabloon"] = "eigen"
    inlezing.save()

    pagina = _sla_op(client, school, inlezing)

    assert "Dit document hoort bij een ander sjabloon dan het profiel van 2026-2027" in pagina


def test_template_that_lost_a_part_since_the_document_was_read_is_no_fault_of_ours() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(school.directeur)
    definitie = load_definitie("haaglanden")
    for sectie in definitie["secties"]:
        sectie["onderdelen"] = [deel for deel in sectie["onderdelen"] if deel["code"] not in {"experts", "telefoon"}]
    Sjabloonversie.objects.update(definitie=definitie)

    pagina = inhoud_van(client.get(adres("nakijken", school, pk=inlezing.pk)))
    opgeslagen = _sla_op(client, school, inlezing)

    assert "Zonder plaats niet begrepen Telefoon: 000-1234567" in pagina
    assert "niet begrepen Logopedie: " in pagina
    assert "Het document staat nu in het profiel" in opgeslagen
    assert not Ondersteuningsprofiel.objects.get().onderdelen.filter(sleutel__startswith="rij:experts:").exists()


def test_row_with_a_label_of_a_whole_page_is_kept_and_can_have_evidence() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(school.directeur)
    rij = next(rij for rij in inlezing.lezing["tabellen"] if rij["is_eigen"])
    rij["label"] = "Heel lang aanbod " * 60
    inlezing.lezing["tabellen"].append({**rij, "label": rij["label"] + "nog een"})
    inlezing.save()

    _sla_op(client, school, inlezing)

    eigen = Ondersteuningsprofiel.objects.get().onderdelen.filter(inhoud__label__startswith="Heel lang")
    sleutels = sorted(eigen.values_list("sleutel", flat=True))
    bewijs = {"sleutel": sleutels[0], "wat": "Foto", "wanneer": "2026-10-01"}
    assert len(sleutels) == 2
    assert max(len(sleutel) for sleutel in sleutels) <= 200
    assert client.post(adres("onderbouwing", school), bewijs, headers=HTMX).status_code == 200


def test_page_of_a_pdf_is_shown_as_a_picture_and_there_is_no_page_beyond_the_last() -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school, "wilgenboom-rooster.pdf"), meld_aan(school.directeur)
    laatste = inlezing.document["aantal_paginas"]

    beelden = [
        client.get(adres("bladzijde", school, pk=inlezing.pk, nummer=nummer)) for nummer in (1, laatste, laatste + 1, 0)
    ]

    assert [beeld.status_code for beeld in beelden] == [200, 200, 404, 404]
    assert [beeld.content[:4] for beeld in beelden[:2]] == [b"\x89PNG"] * 2
    assert beelden[0]["Cache-Control"] == "private, no-store"  # schools share computers


def test_page_that_says_to_be_five_metres_high_is_drawn_within_reason() -> None:
    school = maak_school()
    inlezing, blad = maak_inlezing(school, "wilgenboom-rooster.pdf"), BytesIO()
    canvas = Canvas(blad, pagesize=(14_400, 14_400))
    canvas.drawString(50, 50, "Profiel")
    canvas.save()
    inlezing.bestand = blad.getvalue()
    inlezing.save()

    antwoord = meld_aan(school.directeur).get(adres("bladzijde", school, pk=inlezing.pk, nummer=1))

    assert Image.open(BytesIO(antwoord.content)).size == (3000, 3000)


def test_document_without_pages_has_no_pictures() -> None:
    school = maak_school()
    inlezing = maak_inlezing(school, TWIJFEL)

    antwoord = meld_aan(school.directeur).get(adres("bladzijde", school, pk=inlezing.pk, nummer=1))

    assert antwoord.status_code == 404
    assert "Deze pagina is er niet" in tekst(antwoord)
