"""What is over its term goes: proposed by the directeur, agreed by the board, whole or not at all, with a proof."""

import json
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.bewaren import (
    ALLES,
    maak_vertrokken,
    maak_vol_dossier,
    stel_voor,
    tel_rijen,
    vraag_verbetering,
    vul_dossier,
)
from tests.factories.leerlingen import maak_gezin, maak_stuk
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.actions import bewaren
from passend.leerlingen.actions.bewaren import (
    execute_vernietiging,
    hold_leerling,
)
from passend.leerlingen.actions.dossier import decide_zienswijze
from passend.leerlingen.actions.leerlingen import LeerlingError, deregister_leerling
from passend.leerlingen.models import Aanhouding, Leerling, Vernietigingsbewijs, Vernietigingslijst, Vernietigingsregel
from passend.leerlingen.queries.bewaren import TABELLEN, list_posten, tabellen_van
from passend.organisaties.models import Groep
from passend.regels.vernietiging import Vernietigingsbezwaar
from passend.toegang.models import Logregel
from passend.toegang.queries import check_logboek

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
K, B = Bewaarklasse, Vernietigingsbezwaar
KORT_WEG = date(2024, 9, 30)  # more than two years, and less than three


def _niets(leerling: Leerling) -> bool:
    return not any(tel_rijen(leerling).values())


def _voer_uit(school: School, lijst: Vernietigingslijst) -> bewaren.Uitkomst:
    return execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=LATER)


def _aantal(leerling: Leerling, klasse: K) -> int:
    """How many rows of a class there are about a pupil."""
    vooraf = tel_rijen(leerling)
    return sum(vooraf[tabel.__name__] for tabel in tabellen_van(klasse))


def test_everything_of_the_pupil_goes_and_everything_of_the_others_stays() -> None:
    school = maak_school()
    weg, ander, hier = maak_vol_dossier(school), maak_vol_dossier(school, "Ot"), maak_gezin(school).leerling
    vooraf = (tel_rijen(ander), tel_rijen(hier))
    assert min(tel_rijen(weg).values()) > 0  # a new table needs a row in the factory
    aantallen = {naam.lower(): aantal for naam, aantal in tel_rijen(weg).items()}

    uitkomst = _voer_uit(school, stel_voor(school, weg))

    assert _niets(weg)
    assert (tel_rijen(ander), tel_rijen(hier)) == vooraf
    assert uitkomst.overgeslagen == {}
    geteld = {naam: aantal for bewijs in uitkomst.bewijzen for naam, aantal in bewijs.aantallen.items()}
    assert geteld == aantallen
    assert not Vernietigingsregel.objects.exists()
    assert Groep.objects.count() == 3  # a group is no pupil


@pytest.mark.parametrize("klasse", sorted(ALLES - {K.INSCHRIJVING}))
def test_one_class_goes_and_the_rest_of_the_pupil_stays(klasse: K) -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    vooraf = tel_rijen(leerling)

    _voer_uit(school, stel_voor(school, leerling, klassen=frozenset({klasse})))

    gaat = {tabel.__name__ for tabel in tabellen_van(klasse)}
    assert tel_rijen(leerling) == {naam: 0 if naam in gaat else aantal for naam, aantal in vooraf.items()}


def test_proof_says_how_much_on_which_ground_by_whom_and_nothing_of_a_pupil() -> None:
    school = maak_school()
    leerling, verwezen = maak_vol_dossier(school), maak_vol_dossier(school, "Ot", is_verwezen=True)
    sleutels = {leerling.pk: leerling.sleutel, verwezen.pk: verwezen.sleutel}
    van_een = {klasse: _aantal(leerling, klasse) for klasse in ALLES}

    lijst = stel_voor(school, leerling, verwezen)
    _voer_uit(school, lijst)

    bewijzen = Vernietigingsbewijs.objects.order_by("pk")
    assert [(een.klasse, een.grondslag, een.leerlingen, sum(een.aantallen.values())) for een in bewijzen] == [
        ("begeleiding", "richtlijn van de PO-Raad over bewaartermijnen", 1, van_een[K.BEGELEIDING]),
        ("begeleiding_verwezen", "richtlijn van de PO-Raad over bewaartermijnen", 1, van_een[K.BEGELEIDING]),
        (
            "overstapdossier",
            "Besluit uitwisseling leer- en begeleidingsgegevens artikel 7a",
            2,
            2 * van_een[K.OVERSTAPDOSSIER],
        ),
        ("bekostiging", "Besluit bekostiging WPO 2022 artikel 11 lid 1 onder b en c en 12", 2, 2),
        (
            "inschrijving",
            "Besluit bekostiging WPO 2022 artikel 11 lid 1 onder a en 12 lid 1",
            2,
            2 * van_een[K.INSCHRIJVING],
        ),
    ]
    assert {(een.op, een.door) for een in bewijzen} == {(LATER, school.bestuurder)}
    rijen = [*Vernietigingsbewijs.objects.values(), *Vernietigingslijst.objects.values()]
    geschreven = json.dumps(rijen, default=str)
    assert [woord for woord in ("Pip", "Ot", "Duinmans", *map(str, sleutels.values())) if woord in geschreven] == []
    assert [sleutel for sleutel in sleutels.values() if sleutel.hex in geschreven] == []


def test_log_holds_counts_and_stays_whole() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    begeleiding, inschrijving = _aantal(leerling, K.BEGELEIDING), _aantal(leerling, K.INSCHRIJVING)
    overstap = _aantal(leerling, K.OVERSTAPDOSSIER)
    lijst = stel_voor(school, leerling)

    _voer_uit(school, lijst)

    regels = Logregel.objects.filter(op=LATER).order_by("volgnummer").values_list("handeling", "onderwerp", "reden")
    wat = f"vernietigingslijst:{lijst.pk}"
    assert list(regels) == [
        ("destroy:begeleiding", f"{wat} leerlingen:1 rijen:{begeleiding}", "bestuurder"),
        ("destroy:overstapdossier", f"{wat} leerlingen:1 rijen:{overstap}", "bestuurder"),
        ("destroy:bekostiging", f"{wat} leerlingen:1 rijen:1", "bestuurder"),
        ("destroy:inschrijving", f"{wat} leerlingen:1 rijen:{inschrijving}", "bestuurder"),
        ("execute_vernietiging", wat, "bestuurder"),
    ]
    assert {stand.breuk for stand in check_logboek()} == {None}


def test_dispute_that_comes_after_the_proposal_wins() -> None:
    school = maak_school()
    leerling, ander = maak_vol_dossier(school), maak_vol_dossier(school, "Ot")
    lijst = stel_voor(school, leerling, ander)
    hold_leerling(actor=school.intern_begeleider, leerling=leerling, reden="geschil", op=OP)
    vooraf = tel_rijen(leerling)

    uitkomst = _voer_uit(school, lijst)

    assert (tel_rijen(leerling), _niets(ander)) == (vooraf, True)
    assert uitkomst.overgeslagen == {B.AANGEHOUDEN: len(ALLES)}
    assert Vernietigingslijst.objects.get().overgeslagen == {"aangehouden": len(ALLES)}
    assert [bewijs.leerlingen for bewijs in uitkomst.bewijzen] == [1, 1, 1, 1]


def test_request_of_a_parent_that_waits_for_an_answer_keeps_the_file_and_one_that_has_it_does_not() -> None:
    school = maak_school()
    leerling, ander = maak_vol_dossier(school), maak_vol_dossier(school, "Ot")
    lijst = stel_voor(school, leerling, ander)
    vraag_verbetering(school, leerling)
    wens = vraag_verbetering(school, ander)
    decide_zienswijze(actor=school.directeur, zienswijze=wens, is_verbeterd=False, uitleg="Zo was het.", op=OP)
    vooraf = tel_rijen(leerling)

    execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP + timedelta(hours=1))

    assert (tel_rijen(leerling), any(tel_rijen(ander).values())) == (vooraf, False)
    lijst.refresh_from_db()
    assert lijst.overgeslagen == {"aangehouden": len(ALLES)}
    with pytest.raises(LeerlingError, match="verzoek om verbetering"):
        stel_voor(school, leerling)


def test_day_of_leaving_that_was_put_right_after_the_proposal_wins() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    lijst = stel_voor(school, leerling)
    deregister_leerling(
        actor=school.directeur, leerling=leerling, uitgeschreven_op=date(2025, 7, 31), is_verwezen=False, op=OP
    )

    uitkomst = _voer_uit(school, lijst)

    assert (uitkomst.bewijzen, uitkomst.overgeslagen) == ((), {B.NOG_BEWAREN: len(ALLES)})


def test_piece_that_came_after_the_proposal_keeps_the_pupil() -> None:
    school = maak_school()
    leerling = maak_vertrokken(school)
    lijst = stel_voor(school, leerling, klassen=frozenset({K.INSCHRIJVING}))
    maak_stuk(school, leerling)

    uitkomst = _voer_uit(school, lijst)

    assert uitkomst.overgeslagen == {B.ER_IS_MEER: 1}
    assert Leerling.objects.filter(pk=leerling.pk).exists()


def test_file_of_who_turned_out_to_be_referred_has_a_longer_term() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school, uit=KORT_WEG)
    lijst = stel_voor(school, leerling, klassen=frozenset({K.BEGELEIDING}))
    deregister_leerling(actor=school.directeur, leerling=leerling, uitgeschreven_op=KORT_WEG, is_verwezen=True, op=OP)

    assert _voer_uit(school, lijst).overgeslagen == {B.NOG_BEWAREN: 1}


def test_carrying_out_twice_changes_nothing() -> None:
    school = maak_school()
    lijst = stel_voor(school, maak_vol_dossier(school))
    eerste = _voer_uit(school, lijst)
    vooraf = (Logregel.objects.count(), Vernietigingsbewijs.objects.count())

    tweede = execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=LATER + timedelta(days=1))

    assert asdict(tweede) == asdict(eerste)
    assert (Logregel.objects.count(), Vernietigingsbewijs.objects.count()) == vooraf


@pytest.mark.parametrize("waar", ["_vernietig", "_handel_af", "log_handeling"])
def test_what_breaks_off_halfway_leaves_everything_as_it_was(waar: str, monkeypatch: pytest.MonkeyPatch) -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    lijst = stel_voor(school, leerling)
    vooraf, echt, keren = tel_rijen(leerling), getattr(bewaren, waar), []

    def breek(*delen: Any, **waarden: Any) -> Any:
        keren.append(waar)
        if len(keren) > (0 if waar == "_handel_af" else 1):
            raise KeyboardInterrupt
        return echt(*delen, **waarden)

    monkeypatch.setattr(bewaren, waar, breek)

    with pytest.raises(KeyboardInterrupt):
        _voer_uit(school, lijst)

    assert tel_rijen(leerling) == vooraf
    assert Vernietigingsregel.objects.count() == len(ALLES)
    assert not Vernietigingsbewijs.objects.exists()
    assert Vernietigingslijst.objects.get().afgehandeld_op is None


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    uit=st.lists(st.dates(date(2020, 1, 1), date(2026, 10, 1)), min_size=2, max_size=3),
    aangehouden=st.frozensets(st.integers(0, 2)),
    later=st.integers(0, 2000),
)
def test_whatever_is_proposed_nothing_contested_or_too_early_is_lost(
    uit: list[date], aangehouden: frozenset[int], later: int
) -> None:
    with transaction.atomic():
        school = maak_school()
        leerlingen = [maak_vol_dossier(school, f"Kind {i}", uit=dag) for i, dag in enumerate(uit)]
        op = LATER + timedelta(days=later)
        lijst = Vernietigingslijst.objects.create(
            bestuur_id=school.vestiging.bestuur_id,
            vestiging=school.vestiging,
            voorgesteld_op=OP,
            voorgesteld_door=school.directeur,
        )
        for nummer, leerling in enumerate(leerlingen):
            for klasse in ALLES:  # more than could be proposed
                Vernietigingsregel.objects.create(
                    bestuur_id=leerling.bestuur_id, lijst=lijst, leerling=leerling, klasse=klasse
                )
            if nummer in aangehouden:
                hold_leerling(actor=school.directeur, leerling=leerling, reden="klacht", op=OP)
        vooraf = [tel_rijen(leerling) for leerling in leerlingen]
        blijft = {
            (post.leerling.pk, post.tabelklasse): post.bezwaar
            for post in list_posten(vestiging=school.vestiging, peildatum=op.date())
        }

        execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=op)

        for leerling, eerst in zip(leerlingen, vooraf, strict=True):
            for klasse in ALLES:
                namen = {tabel.__name__ for tabel in tabellen_van(klasse)}
                nu = {naam: aantal for naam, aantal in tel_rijen(leerling).items() if naam in namen}
                eerder = {naam: aantal for naam, aantal in eerst.items() if naam in namen}
                assert nu == (eerder if blijft[leerling.pk, klasse] else dict.fromkeys(namen, 0))
        transaction.set_rollback(True)


def test_hold_itself_goes_with_the_file() -> None:
    school = maak_school()
    leerling = maak_vertrokken(school)
    vul_dossier(school, leerling)

    _voer_uit(school, stel_voor(school, leerling))

    assert not Aanhouding.objects.exists()
    assert Aanhouding in TABELLEN
