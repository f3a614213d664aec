"""A parent says of any part of the file that it is not right; it is answered in the same way as at a piece."""

import re
from datetime import date, datetime, timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels
from tests.factories.leerlingen import Gezin, maak_gezin, maak_groep
from tests.factories.opp import maak_opprijen
from tests.factories.overleggen import maak_groepsbespreking, maak_mdo, maak_overlegrijen
from tests.factories.overstap import maak_overstaprijen
from tests.factories.plannen import maak_planrijen
from tests.factories.profielen import OP
from tests.factories.toelating import maak_toelatingsrijen
from tests.factories.volgen import maak_resultaat, vul_volgen

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.delen import WEG, add_deelzienswijze
from passend.leerlingen.actions.dossier import NietVeranderdError, decide_zienswijze, revise_stuk
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.actions.stukken import VAN_EEN_DEEL, move_stuk
from passend.leerlingen.models import Dossierstuk, Zienswijze
from passend.leerlingen.permissions import get_inzage, visible_stukken
from passend.leerlingen.queries.delen import Dossierdeel, list_deelbeelden, list_delen
from passend.leerlingen.queries.dossier import list_versies, list_verzoeken
from passend.overleggen.models import Overlegdeel
from passend.plannen.models import Plan

pytestmark = [pytest.mark.django_db]
V = Vertrouwelijkheid
ALLES = [V.GEWOON, V.ZORG]
LATER = OP + timedelta(hours=2)


def _vol() -> Gezin:
    gezin = maak_gezin()
    maak_planrijen(gezin.school, gezin.leerling, maak_groep(gezin.school, "6"))
    maak_opprijen(gezin.school, gezin.leerling, gezin.ouder, vast=OP)
    vul_volgen(gezin.school, gezin.leerling)
    maak_overlegrijen(gezin.school, gezin.leerling, gezin.stuk)
    maak_overstaprijen(gezin.school, gezin.leerling)
    maak_toelatingsrijen(gezin.school, gezin.leerling)
    return gezin


def _delen(gezin: Gezin) -> dict[str, Dossierdeel]:
    delen = list_delen(leerling=gezin.leerling, klassen=ALLES, peildatum=OP.date())
    return {een.sleutel.split(":")[0]: een for een in delen}


def _vraag(gezin: Gezin, deel: Dossierdeel, tekst: str = "Zo was het niet.", op: datetime = OP) -> Zienswijze:
    return add_deelzienswijze(
        actor=gezin.ouder, leerling=gezin.leerling, deel=deel.sleutel, tekst=tekst, is_verzoek=True, op=op
    )


def test_every_part_can_be_spoken_of_and_stands_where_the_school_answers_within_the_same_month() -> None:
    gezin = _vol()
    delen = _delen(gezin)

    gevraagd = [_vraag(gezin, deel) for deel in delen.values()]

    assert set(delen) >= {
        *("gegevens", "plannen", "kenmerken", "clusters", "gesprekken", "verzuim", "toetsresultaten"),
        *("schorsingen", "verwijderingen", "aanmelding", "schoolcontacten", "opp"),
    }
    wachtend = list_verzoeken(leerlingen=[gezin.leerling], vestiging=gezin.school.vestiging)
    assert {een.stuk.titel for een in wachtend} >= {deel.titel for deel in delen.values()}
    assert [een.stuk.vertrouwelijkheid for een in gevraagd] == [deel.klasse for deel in delen.values()]
    zorg = {soort for soort, deel in delen.items() if deel.klasse is V.ZORG}
    assert zorg == {"gegevens", "gesprekken", "schorsingen", "verwijderingen", "aanmelding", "schoolcontacten"}


def test_second_parent_speaks_of_the_same_part_at_the_same_piece_and_who_teaches_reads_no_care() -> None:
    gezin = _vol()
    delen = _delen(gezin)
    plan, gesprek = delen["plannen"], delen["gesprekken"]

    eerst, ook, _zorg = _vraag(gezin, plan), _vraag(gezin, plan, "En dit ook niet."), _vraag(gezin, gesprek)

    assert eerst.stuk_id == ook.stuk_id
    inzage = get_inzage(gezin.school.leerkracht, gezin.leerling, op=OP)
    assert inzage is not None
    beelden = list_deelbeelden(stukken=visible_stukken(inzage, gezin.leerling))
    assert {deel: len(beeld.zienswijzen) for deel, beeld in beelden.items()} == {plan.sleutel: 2}


def test_part_is_answered_as_put_right_only_once_it_says_something_else() -> None:
    gezin = _vol()
    ib, deel = gezin.school.intern_begeleider, _delen(gezin)["plannen"]
    wens = _vraag(gezin, deel)

    with pytest.raises(NietVeranderdError):
        decide_zienswijze(actor=ib, zienswijze=wens, is_verbeterd=True, uitleg="Veranderd.", op=LATER)
    Plan.objects.update(doel="Leest met plezier.")
    decide_zienswijze(actor=ib, zienswijze=wens, is_verbeterd=True, uitleg="Het doel is anders.", op=LATER)

    eerst, nu = list_versies(stuk=wens.stuk)
    assert ("Leest vlotter." in eerst.tekst, "Leest met plezier." in nu.tekst) == (True, True)
    assert Zienswijze.objects.get(pk=wens.pk).besluit == "verbeterd"


def test_part_that_is_gone_was_put_right() -> None:
    gezin = _vol()
    wens = _vraag(gezin, _delen(gezin)["verzuim"])
    gezin.leerling.verzuim.all().delete()

    ib = gezin.school.intern_begeleider
    decide_zienswijze(actor=ib, zienswijze=wens, is_verbeterd=True, uitleg="Dat was een ander kind.", op=LATER)

    assert list_versies(stuk=wens.stuk)[-1].tekst == "Dit staat niet meer in het dossier."


def test_copy_of_a_part_is_not_written_in_and_nobody_else_speaks_of_a_part() -> None:
    gezin = _vol()
    deel = _delen(gezin)["plannen"]
    stuk = _vraag(gezin, deel).stuk

    with pytest.raises(LeerlingError, match="Verander het daar"):
        revise_stuk(
            actor=gezin.school.intern_begeleider, stuk=stuk, tekst="Anders.", geldig_van=OP.date(), nummer=1, op=LATER
        )
    for actor in (gezin.school.intern_begeleider, gezin.ouder_zonder_gezag, gezin.deskundige):
        with pytest.raises(GeenToegangError):
            add_deelzienswijze(
                actor=actor, leerling=gezin.leerling, deel=deel.sleutel, tekst="Nee.", is_verzoek=False, op=OP
            )
    with pytest.raises(LeerlingError, match="niet meer"):
        add_deelzienswijze(
            actor=gezin.ouder, leerling=gezin.leerling, deel="plannen:0", tekst="Nee.", is_verzoek=False, op=OP
        )
    assert Dossierstuk.objects.exclude(deel="").count() == 1


def test_copy_of_a_part_moves_to_no_class_but_that_of_its_part_also_after_the_answer() -> None:
    gezin = _vol()
    ib, delen = gezin.school.intern_begeleider, _delen(gezin)
    plan, gesprek = (_vraag(gezin, delen[soort]) for soort in ("plannen", "gesprekken"))
    for wens in (plan, gesprek):
        decide_zienswijze(actor=ib, zienswijze=wens, is_verbeterd=False, uitleg="Zo was het.", op=LATER)

    for wens, naar in ((plan, V.ZORG), (plan, V.MELDCODE), (gesprek, V.GEWOON), (gesprek, V.MELDCODE)):
        with pytest.raises(LeerlingError) as fout:
            move_stuk(actor=ib, stuk=wens.stuk, naar=naar, op=LATER)
        assert str(fout.value) == VAN_EEN_DEEL
    Dossierstuk.objects.filter(pk=plan.stuk_id).update(vertrouwelijkheid=V.MELDCODE)
    move_stuk(actor=ib, stuk=plan.stuk, naar=V.GEWOON, op=LATER)

    assert Dossierstuk.objects.get(pk=plan.stuk_id).vertrouwelijkheid == V.GEWOON


def test_copy_of_a_part_that_is_gone_comes_out_of_the_meldcode_to_the_parents_and_no_further() -> None:
    gezin = _vol()
    wens = _vraag(gezin, _delen(gezin)["verzuim"])
    gezin.leerling.verzuim.all().delete()
    Dossierstuk.objects.filter(pk=wens.stuk_id).update(vertrouwelijkheid=V.MELDCODE)

    with pytest.raises(LeerlingError, match="een afdruk van een ander deel"):
        move_stuk(actor=gezin.school.directeur, stuk=wens.stuk, naar=V.GEWOON, op=LATER)
    move_stuk(actor=gezin.school.directeur, stuk=wens.stuk, naar=V.ZORG, op=LATER)

    assert Dossierstuk.objects.get(pk=wens.stuk_id).vertrouwelijkheid == V.ZORG


def test_part_of_which_the_copy_was_moved_away_answers_as_what_is_not_there_and_leaves_no_line() -> None:
    gezin = _vol()
    deel = _delen(gezin)["plannen"]
    Dossierstuk.objects.filter(pk=_vraag(gezin, deel).stuk_id).update(vertrouwelijkheid=V.MELDCODE)

    with nieuwe_regels() as nieuw, pytest.raises(LeerlingError) as fout:
        _vraag(gezin, deel)

    assert (str(fout.value), nieuw.regels) == (WEG, [])
    assert Zienswijze.objects.filter(stuk__deel=deel.sleutel).count() == 1


def test_same_request_again_is_the_first_one_until_that_has_an_answer() -> None:
    gezin = _vol()
    deel, directeur = _delen(gezin)["plannen"], gezin.school.directeur
    eerst = _vraag(gezin, deel)

    with nieuwe_regels() as nieuw:
        nogmaals = _vraag(gezin, deel, " Zo was het niet. ", LATER)
    decide_zienswijze(actor=directeur, zienswijze=eerst, is_verbeterd=False, uitleg="Zo was het.", op=LATER)
    weer = _vraag(gezin, deel, op=LATER)

    assert (nogmaals, nogmaals.ingediend_op, nieuw.regels) == (eerst, OP, [])
    assert weer != eerst
    assert Zienswijze.objects.filter(stuk=eerst.stuk).count() == 2


def test_part_says_words_for_codes_and_the_time_of_the_school() -> None:
    gezin = _vol()
    maak_resultaat(
        gezin.leerling,
        instrument="cito_lvs",
        normschema="cito_romeins",
        herkomst="bestand",
        schaalscore=18,
        afnamemoment="E9",
    )

    tekst = "\n".join(een.tekst for een in list_delen(leerling=gezin.leerling, klassen=ALLES, peildatum=OP.date()))

    assert "Instrument: Cito Volgsysteem" in tekst
    assert "Schaalscore: 18\n" in tekst
    assert "Herkomst: uit een bestand" in tekst
    assert re.findall(r"cito_\w+|Herkomst: bestand|\d{4}-\d\d-\d\d", tekst) == []
    assert re.search(r": \d\d-\d\d-2026, \d+\.\d\d uur", tekst)


def test_two_tests_of_one_subject_on_one_day_are_told_apart_by_their_scores() -> None:
    gezin = maak_gezin()
    for score, versie in ((150, "3.0"), (162, "4.0")):
        maak_resultaat(gezin.leerling, schaalscore=score, instrumentversie=versie)

    delen = list_delen(leerling=gezin.leerling, klassen=ALLES, peildatum=OP.date())

    toetsen = [een for een in delen if een.kop == "Toetsresultaten"]
    assert {een.titel for een in toetsen} == {"Toets: begrijpend lezen, 15-06-2026"}
    assert [dict(een.uitgelicht)["Schaalscore"] for een in toetsen] == ["150", "162"]
    assert toetsen[0].uitgelicht[0] == ("Instrument", "Cito Volgsysteem")


def test_newest_part_stands_first_and_meetings_of_every_kind_are_under_one_heading() -> None:
    gezin = _vol()
    for dag in (3, 20):
        maak_mdo(gezin, begint_op=OP + timedelta(days=dag))
    deel = Overlegdeel.objects.get(overleg=maak_groepsbespreking(gezin), leerling=gezin.leerling)
    Overlegdeel.objects.filter(pk=deel.pk).update(tekst="Leest vlot.")
    for dag in (date(2025, 1, 20), date(2026, 9, 1), date(2025, 6, 20)):
        maak_resultaat(gezin.leerling, dag)

    delen = list_delen(leerling=gezin.leerling, klassen=ALLES, peildatum=OP.date())

    toetsen = [een.titel[-10:] for een in delen if een.sleutel.startswith("toetsresultaten:")]
    assert toetsen == ["01-09-2026", "15-06-2026", "20-06-2025", "20-01-2025"]
    gesprekken = [een for een in delen if een.sleutel.split(":")[0] in {"gesprekken", "overleggen"}]
    assert {een.kop for een in gesprekken} == {"Overleggen"}
    assert gesprekken == delen[delen.index(gesprekken[0]) :][: len(gesprekken)]
    dagen = [datetime.strptime(een.titel[-10:], "%d-%m-%Y").astimezone() for een in gesprekken]
    assert (len(dagen), dagen) == (4, sorted(dagen, reverse=True))
