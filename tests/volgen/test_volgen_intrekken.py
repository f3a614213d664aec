"""A result that belongs to another pupil is withdrawn: it is shown and counted nowhere, and what was done stays."""

import json
import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.delen import add_deelzienswijze
from passend.leerlingen.actions.dossier import decide_zienswijze, revise_stuk
from passend.leerlingen.actions.toestemming import ask_toestemming, give_toestemming
from passend.leerlingen.models import Leerling, Zienswijze
from passend.leerlingen.permissions import get_inzage, visible_stukken
from passend.leerlingen.queries.dossier import list_versies
from passend.leerlingen.queries.uitvoer import get_dossieruitvoer
from passend.leerlingen.queries.uitvoertoen import get_dossieruitvoer_toen
from passend.toegang.models import Logregel
from passend.volgen.actions.delen import add_resultatenstuk
from passend.volgen.actions.resultaten import withdraw_toetsresultaat
from passend.volgen.actions.waarnemingen import VolgenError
from passend.volgen.models import Toetsresultaat
from passend.volgen.queries.resultaten import list_resultaten_van, list_toetsresultaten
from passend.volgen.queries.uitvoer import list_rubrieken

pytestmark = [pytest.mark.django_db]
LATER = OP + timedelta(days=2)


def test_withdrawn_result_is_gone_everywhere_and_the_right_one_can_take_its_place() -> None:
    gezin = maak_gezin()
    leerling, ib = gezin.leerling, gezin.school.intern_begeleider
    fout = maak_resultaat(leerling, niveau="V")

    withdraw_toetsresultaat(actor=ib, leerling=leerling, pk=fout.pk, waarom="Is van een ander kind.", op=OP)
    goed = maak_resultaat(leerling, niveau="II")

    assert list_toetsresultaten(leerling=leerling) == [goed]
    assert list_resultaten_van(leerlingen=[leerling.pk], peildatum=OP.date()) == {
        leerling.pk: {"begrijpend_lezen": [goed]}
    }
    rubrieken = {een.naam: een.regels for een in list_rubrieken(leerling, {Vertrouwelijkheid.GEWOON})}
    assert [regel["niveau"] for regel in rubrieken["toetsresultaten"]] == ["II"]
    assert [(regel["waarom"], regel["door"]) for regel in rubrieken["ingetrokken_toetsen"]] == [
        ("Is van een ander kind.", str(ib))
    ]
    assert Logregel.objects.filter(handeling="withdraw_toetsresultaat").count() == 1
    assert Toetsresultaat.objects.count() == 2


def test_result_is_withdrawn_once_with_a_reason_by_who_keeps_the_file() -> None:
    gezin = maak_gezin()
    leerling, ib = gezin.leerling, gezin.school.intern_begeleider
    pk = maak_resultaat(leerling, date(2026, 1, 15)).pk

    for actor in (gezin.school.leerkracht, gezin.ouder):
        with pytest.raises(GeenToegangError):
            withdraw_toetsresultaat(actor=actor, leerling=leerling, pk=pk, waarom="Is van een ander.", op=OP)
    with pytest.raises(VolgenError, match="drie woorden"):
        withdraw_toetsresultaat(actor=ib, leerling=leerling, pk=pk, waarom="Fout.", op=OP)
    withdraw_toetsresultaat(actor=ib, leerling=leerling, pk=pk, waarom="Is van een ander.", op=OP)
    with pytest.raises(VolgenError, match="niet meer"):
        withdraw_toetsresultaat(
            actor=ib, leerling=leerling, pk=pk, waarom="Is van een ander.", op=OP + timedelta(days=1)
        )


def _ander(gezin: Gezin) -> Leerling:
    """A child of the same school with the same test on the same day."""
    ander = maak_leerling(gezin.school, "Ot")
    maak_resultaat(ander)
    return ander


def _vraag(gezin: Gezin, resultaat: Toetsresultaat, op: datetime = OP) -> Zienswijze:
    return add_deelzienswijze(
        actor=gezin.ouder,
        leerling=gezin.leerling,
        deel=f"toetsresultaten:{resultaat.pk}",
        tekst="Zij was er niet.",
        is_verzoek=True,
        op=op,
    )


def _uitvoer(gezin: Gezin) -> str:
    inzage = get_inzage(gezin.ouder, gezin.leerling, op=LATER)
    assert inzage is not None
    stukken = list(visible_stukken(inzage, gezin.leerling))
    vast = {"leerling": gezin.leerling, "stukken": stukken, "account": gezin.ouder, "op": LATER, "is_heel": True}
    vast |= {"klassen": inzage.leesbaar, "is_binnen": True}
    toen = {"geldig_op": OP.date(), "bekend_op": OP + timedelta(hours=2), "is_school": False}
    tekst = json.dumps([get_dossieruitvoer(**vast), get_dossieruitvoer_toen(**vast, **toen)])
    return re.sub(r"[0-9a-f-]{32,}", "", tekst)  # a key can have the digits of a score in it


def test_words_of_a_withdrawn_result_go_from_what_a_parent_asked_also_of_earlier_and_the_request_stays() -> None:
    gezin = maak_gezin()
    ib, resultaat = gezin.school.intern_begeleider, maak_resultaat(gezin.leerling, schaalscore=Decimal(987))
    eerst = _vraag(gezin, resultaat)
    decide_zienswijze(actor=ib, zienswijze=eerst, is_verbeterd=False, uitleg="Zij was er wel.", op=OP)
    Toetsresultaat.objects.update(schaalscore=Decimal(986))
    wens = _vraag(gezin, resultaat, OP + timedelta(hours=1))
    assert ("987" in _uitvoer(gezin), "986" in _uitvoer(gezin)) == (True, True)

    withdraw_toetsresultaat(actor=ib, leerling=gezin.leerling, pk=resultaat.pk, waarom="Is van een ander.", op=LATER)

    dag = f"{LATER:%d-%m-%Y}"
    weg = f"Wat hier stond, is vernietigd: de school trok dit in op {dag}. Reden: Is van een ander."
    nu = f"Dit staat niet meer in het dossier. De school trok het in op {dag}. Reden: Is van een ander."
    assert [versie.tekst for versie in list_versies(stuk=wens.stuk)] == [weg, weg, nu]
    uitvoer = _uitvoer(gezin)
    assert ("987" in uitvoer, "986" in uitvoer, uitvoer.count("Zij was er niet."), weg in uitvoer) == (
        *(False, False, 4, True),
    )
    assert list(wens.stuk.zienswijzen.values_list("uitleg", flat=True)) == ["Zij was er wel.", ""]


def test_request_about_a_result_that_was_withdrawn_is_answered_as_put_right_and_says_why_still() -> None:
    gezin = maak_gezin()
    ib, resultaat = gezin.school.intern_begeleider, maak_resultaat(gezin.leerling)
    wens = _vraag(gezin, resultaat)
    withdraw_toetsresultaat(actor=ib, leerling=gezin.leerling, pk=resultaat.pk, waarom="Is van een ander.", op=LATER)

    decide_zienswijze(actor=ib, zienswijze=wens, is_verbeterd=True, uitleg="U had gelijk.", op=LATER)

    assert list_versies(stuk=wens.stuk)[-1].tekst.endswith("Reden: Is van een ander.")
    assert list_versies(stuk=wens.stuk)[-1].nummer == 2


def test_score_of_a_withdrawn_result_goes_out_of_every_piece_of_results_also_of_what_it_said_before() -> None:
    gezin = maak_gezin()
    leerling, ib = gezin.leerling, gezin.school.intern_begeleider
    maak_resultaat(leerling, date(2026, 1, 20), schaalscore=Decimal(140))
    fout = maak_resultaat(leerling, schaalscore=Decimal(987))
    stuk = add_resultatenstuk(actor=ib, leerling=leerling, op=OP)
    eerste = list_versies(stuk=stuk)[0].tekst
    Toetsresultaat.objects.filter(pk=fout.pk).update(schaalscore=Decimal(986))  # put right, before it was seen
    revise_stuk(actor=ib, stuk=stuk, tekst=f"{eerste}\nZie ook M5.", geldig_van=OP.date(), nummer=1, op=OP)
    zonder = add_resultatenstuk(actor=ib, leerling=leerling, op=OP)
    revise_stuk(actor=ib, stuk=zonder, tekst="Niet meer nodig.", geldig_van=OP.date(), nummer=1, op=OP)
    ander = add_resultatenstuk(actor=ib, leerling=_ander(gezin), op=OP)

    withdraw_toetsresultaat(actor=ib, leerling=leerling, pk=fout.pk, waarom="Is van een ander.", op=LATER)

    dag, blijft = f"{LATER:%d-%m-%Y}", eerste.splitlines()[1]
    weg = "Hier stond een toets van begrijpend lezen. Dat is vernietigd: de school trok die toets in op "
    weg += f"{dag}. Reden: Is van een ander."
    nu = (
        f"Een toets van begrijpend lezen staat hier niet meer. De school trok die in op {dag}. Reden: Is van een ander."
    )
    assert [versie.tekst.splitlines() for versie in list_versies(stuk=stuk)] == [
        [weg, blijft],
        [weg, blijft, "Zie ook M5."],
        [nu, blijft, "Zie ook M5."],
    ]
    assert [versie.tekst.splitlines() for versie in list_versies(stuk=zonder)] == [[weg, blijft], ["Niet meer nodig."]]
    assert [versie.nummer for versie in list_versies(stuk=ander)] == [1]
    assert [woord in _uitvoer(gezin) for woord in ("987", "986", "140")] == [False, False, True]


def test_expert_keeps_seeing_a_piece_of_results_when_one_of_them_was_withdrawn() -> None:
    gezin = maak_gezin()
    leerling, ib = gezin.leerling, gezin.school.intern_begeleider
    fout = maak_resultaat(leerling)
    stuk = add_resultatenstuk(actor=ib, leerling=leerling, op=OP)
    vraag = ask_toestemming(
        actor=ib,
        leerling=leerling,
        email=gezin.deskundige.email,
        doel="Onderzoek",
        geldig_tot_en_met=LATER.date(),
        stukken=[stuk],
        op=OP,
        account=gezin.deskundige,
    )
    give_toestemming(actor=gezin.ouder, toestemming=vraag, op=OP)

    withdraw_toetsresultaat(actor=ib, leerling=leerling, pk=fout.pk, waarom="Is van een ander.", op=LATER)

    inzage = get_inzage(gezin.deskundige, leerling, op=LATER)
    assert inzage is not None
    assert stuk in visible_stukken(inzage, leerling)
    assert list_versies(stuk=stuk)[-1].tekst.startswith("Een toets van begrijpend lezen staat hier niet meer.")
