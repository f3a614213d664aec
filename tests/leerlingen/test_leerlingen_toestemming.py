"""Asking, giving, noting on paper and taking back; and going in as a stand-in."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.factories.dossiers import maak_buurt, maak_ook_ouder, nieuwe_regels, onderwerp
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling, maak_ouder, maak_stuk
from tests.factories.profielen import OP, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions.leerlingen import LeerlingError, end_ouder
from passend.leerlingen.actions.toestemming import (
    ask_toestemming,
    break_glass,
    give_toestemming,
    record_toestemming,
    see_noodinzage,
    withdraw_toestemming,
)
from passend.leerlingen.models import Gedeeldstuk, Noodinzage, Ouderrelatie, Toestemming, Toestemmingsbesluit
from passend.leerlingen.permissions import get_inzage, visible_leerlingen
from passend.leerlingen.queries.toestemming import list_toestemmingen
from passend.toegang.models import Account

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
GEEN_ADRES = "Dit is geen e-mailadres. Het heeft een @ en een punt, zoals info@school.example."
TE_LANG = "Dit is te lang: houd het bij {} tekens. Maak het korter en probeer het opnieuw."
TE_VER = (
    "Toestemming geldt hooguit een jaar. Kies een dag tot en met 05-10-2027. "
    "Duurt het langer? Vraag het de ouders dan opnieuw."
)
WAAROM = "Ik vervang de intern begeleider."


def _vraag(gezin: Gezin, actor: Account | None = None, **anders: object) -> Toestemming:
    velden = {
        "email": " Roos@Praktijk.example ",
        "doel": " Onderzoek ",
        "geldig_tot_en_met": OP.date(),
        "stukken": [gezin.stuk],
        "op": LATER,
        **anders,
    }
    return ask_toestemming(actor=actor or gezin.school.intern_begeleider, leerling=gezin.leerling, **velden)


def _papier(gezin: Gezin, ouder: Ouderrelatie, actor: Account | None = None) -> None:
    record_toestemming(
        actor=actor or gezin.school.directeur,
        toestemming=gezin.toestemming,
        ouder=ouder,
        getekend_op=OP.date(),
        op=LATER,
    )


def _ziet(account: Account, gezin: Gezin, op: datetime = LATER) -> bool:
    inzage = get_inzage(account, gezin.leerling, op=op)
    return inzage is not None and inzage.mag_lezen(gezin.stuk)


@pytest.mark.parametrize("wie", ["intern_begeleider", "directeur"])
def test_school_asks_and_nothing_is_shared_until_every_parent_agreed(wie: str) -> None:
    gezin = maak_gezin()
    tweede, _relatie = maak_ouder(gezin.school, gezin.leerling)
    deskundige = maak_account(Rolsoort.DESKUNDIGE, gezin.school.vestiging)

    vraag = _vraag(gezin, getattr(gezin.school, wie), account=deskundige)

    assert (vraag.email, vraag.doel, vraag.geldig_tot_en_met) == ("roos@praktijk.example", "Onderzoek", OP.date())
    assert list(Gedeeldstuk.objects.filter(toestemming=vraag).values_list("stuk", flat=True)) == [gezin.stuk.pk]
    assert _ziet(deskundige, gezin) is False
    give_toestemming(actor=gezin.ouder, toestemming=vraag, op=LATER)
    assert _ziet(deskundige, gezin) is False
    give_toestemming(actor=tweede, toestemming=vraag, op=LATER)
    assert _ziet(deskundige, gezin) is True


def test_nobody_else_asks() -> None:
    buurt = maak_buurt()
    gezin, vooraf = buurt.gezin, Toestemming.objects.count()
    anderen = [
        *(getattr(gezin.school, wie) for wie in ("leerkracht", "mr_lid", "bestuurder", "adviseur")),
        *(gezin.ouder, gezin.deskundige, buurt.regio.buur.intern_begeleider, buurt.regio.ander.directeur),
    ]

    for actor in anderen:
        with pytest.raises(GeenToegangError, match="Dit mag wel: de intern begeleider en de directeur"):
            _vraag(gezin, actor)

    assert Toestemming.objects.count() == vooraf


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"doel": " "}, "Schrijf voor wie het is en waarvoor. De ouders lezen dat."),
        ({"email": " "}, "Schrijf voor wie het is en waarvoor. De ouders lezen dat."),
        ({"email": "roos"}, GEEN_ADRES),
        ({"email": f"{'r' * 60}@{('x' * 60 + '.') * 4}example"}, TE_LANG.format(254)),
        ({"doel": "x" * 201}, TE_LANG.format(200)),
        ({"geldig_tot_en_met": date(2026, 10, 4)}, "De laatste dag is al voorbij. Kies een dag die nog komt."),
        (
            {"geldig_tot_en_met": date(2027, 10, 6)},
            TE_VER,
        ),
        ({"stukken": []}, "Kies ten minste een stuk uit dit dossier. Alleen dat wordt gedeeld."),
    ],
)
def test_question_that_cannot_be_is_refused_in_words(velden: dict[str, object], zin: str) -> None:
    gezin = maak_gezin()
    vooraf = Toestemming.objects.count()

    with pytest.raises(LeerlingError) as fout:
        _vraag(gezin, **velden)

    assert (str(fout.value), Toestemming.objects.count()) == (zin, vooraf)


def test_piece_of_another_pupil_is_not_shared() -> None:
    gezin = maak_gezin()
    ander = maak_stuk(gezin.school, maak_leerling(gezin.school, "Ot"))

    with pytest.raises(LeerlingError, match="uit dit dossier"):
        _vraag(gezin, stukken=[gezin.stuk, ander])


def test_signs_of_abuse_are_never_shared_for_the_parents_would_read_the_title() -> None:
    gezin = maak_gezin()
    meldcode = maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.MELDCODE, "Stap 1")
    with pytest.raises(LeerlingError, match="Een stuk van de meldcode deelt u hier niet"):
        _vraag(gezin, stukken=[gezin.stuk, meldcode])
    Gedeeldstuk.objects.create(bestuur_id=gezin.leerling.bestuur_id, toestemming=gezin.toestemming, stuk=meldcode)

    inzage = get_inzage(gezin.deskundige, gezin.leerling, op=LATER)

    assert inzage is not None
    assert set(inzage.gedeeld) == {gezin.stuk.pk}


def test_parent_takes_back_and_gives_again_and_the_moments_are_kept() -> None:
    gezin = maak_gezin()
    momenten = [OP + timedelta(hours=uur) for uur in (1, 2, 3)]

    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=momenten[0])
    withdraw_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=momenten[1])
    ingetrokken = Toestemmingsbesluit.objects.get()
    give_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=momenten[2])
    opnieuw = Toestemmingsbesluit.objects.get()

    assert (ingetrokken.gegeven_op, ingetrokken.ingetrokken_op) == (OP, momenten[0])
    assert (opnieuw.gegeven_op, opnieuw.ingetrokken_op) == (momenten[2], None)
    assert [_ziet(gezin.deskundige, gezin, op) for op in momenten] == [False, False, True]


def test_parent_who_never_answered_can_say_no() -> None:
    gezin = maak_gezin()
    tweede, _relatie = maak_ouder(gezin.school, gezin.leerling)

    withdraw_toestemming(actor=tweede, toestemming=gezin.toestemming, op=LATER)

    (beeld,) = list_toestemmingen(leerling=gezin.leerling, account=tweede, op=LATER)
    assert (beeld.geldt, [ouder.account for ouder in beeld.ontbreken], beeld.mijn) == (False, [tweede], "nee")


@pytest.mark.parametrize("wat", [give_toestemming, withdraw_toestemming])
def test_only_a_parent_with_authority_of_this_pupil_decides(wat: object) -> None:
    gezin = maak_gezin()
    ander, _relatie = maak_ouder(gezin.school, maak_leerling(gezin.school, "Ot"))

    for actor in (ander, gezin.ouder_zonder_gezag, gezin.deskundige, gezin.school.directeur, gezin.school.leerkracht):
        with nieuwe_regels() as nieuw, pytest.raises(GeenToegangError, match="Dit mag wel: een ouder met gezag"):
            wat(actor=actor, toestemming=gezin.toestemming, op=LATER)  # type: ignore[operator] -- two actions of one form
        assert nieuw.regels == []
    assert _ziet(gezin.deskundige, gezin) is True


def test_parent_with_two_rows_of_authority_answers_once() -> None:
    gezin = maak_gezin()
    Ouderrelatie.objects.filter(pk=gezin.relatie.pk).update(email="")  # from before an address came once
    maak_ouder(gezin.school, gezin.leerling, account=gezin.ouder)
    assert _ziet(gezin.deskundige, gezin) is False

    with nieuwe_regels() as nieuw:
        give_toestemming(actor=gezin.ouder, toestemming=gezin.toestemming, op=LATER)

    assert _ziet(gezin.deskundige, gezin) is True
    assert [regel[1] for regel in nieuw.regels] == ["give_toestemming"]


def test_parent_who_also_teaches_decides_as_a_parent() -> None:
    gezin = maak_gezin()
    maak_ook_ouder(gezin.school, gezin.leerling, gezin.school.leerkracht)

    with nieuwe_regels() as nieuw:
        give_toestemming(actor=gezin.school.leerkracht, toestemming=gezin.toestemming, op=LATER)
        withdraw_toestemming(actor=gezin.school.leerkracht, toestemming=gezin.toestemming, op=LATER)

    assert [(handeling, reden) for _wie, handeling, _wat, reden, _soort in nieuw.regels] == [
        ("give_toestemming", "ouder"),
        ("withdraw_toestemming", "ouder"),
    ]


def test_school_notes_what_was_signed_on_paper_and_the_log_says_that_it_did() -> None:
    gezin = maak_gezin()
    _tweede, relatie = maak_ouder(gezin.school, gezin.leerling)

    with nieuwe_regels() as nieuw:
        _papier(gezin, relatie)

    besluit = Toestemmingsbesluit.objects.get(ouder=relatie)
    assert (besluit.is_op_papier, besluit.vastgelegd_door, besluit.gegeven_op) == (True, gezin.school.directeur, LATER)
    assert besluit.getekend_op == OP.date()
    assert _ziet(gezin.deskundige, gezin) is True
    assert nieuw.regels == [
        (gezin.school.directeur, "record_toestemming", onderwerp(gezin.leerling), "directeur", "wijzigen")
    ]


def test_paper_of_who_has_no_authority_now_counts_for_nothing() -> None:
    gezin = maak_gezin()
    _ouder, geweest = maak_ouder(gezin.school, gezin.leerling)
    end_ouder(actor=gezin.school.directeur, ouder=geweest, op=LATER)
    _ander, elders = maak_ouder(gezin.school, maak_leerling(gezin.school, "Ot"))
    zonder = Ouderrelatie.objects.get(account=gezin.ouder_zonder_gezag)

    for ouder in (geweest, elders, zonder):
        with pytest.raises(LeerlingError, match="Alleen een ouder met gezag over deze leerling"):
            _papier(gezin, ouder)
    with pytest.raises(GeenToegangError):
        _papier(gezin, geweest, gezin.ouder)

    assert Toestemmingsbesluit.objects.count() == 1


def test_glass_is_broken_with_a_reason_by_who_has_none_yet() -> None:
    gezin = maak_gezin()
    buur = maak_school(gezin.school.vestiging.bestuur, brin="99AB", naam="De Kiem")

    with pytest.raises(LeerlingError, match="Schrijf in drie woorden of meer waarom"):
        break_glass(actor=buur.leerkracht, leerling=gezin.leerling, waarom=f"{'x' * 14} ziek  ", op=LATER)
    with pytest.raises(LeerlingError, match="U mag dit dossier al zien"):
        break_glass(actor=gezin.school.intern_begeleider, leerling=gezin.leerling, waarom=WAAROM, op=LATER)
    with nieuwe_regels() as nieuw:
        nood = break_glass(actor=buur.leerkracht, leerling=gezin.leerling, waarom=" Jamal is ziek ", op=LATER)
    with pytest.raises(LeerlingError, match="U mag dit dossier al zien"):
        break_glass(actor=buur.leerkracht, leerling=gezin.leerling, waarom=WAAROM, op=LATER)

    assert (nood.account, nood.waarom, nood.gezien_op) == (buur.leerkracht, "Jamal is ziek", None)
    assert nieuw.regels == [(buur.leerkracht, "break_glass", onderwerp(gezin.leerling), "leerkracht", "wijzigen")]


@pytest.mark.parametrize("wie", ["mr_lid", "bestuurder", "adviseur"])
def test_glass_is_not_broken_by_who_does_not_work_with_pupils(wie: str) -> None:
    gezin = maak_gezin()

    for actor in (getattr(gezin.school, wie), gezin.ouder_zonder_gezag, gezin.deskundige):
        with pytest.raises(GeenToegangError, match="wie lesgeeft of begeleidt bij dit bestuur"):
            break_glass(actor=actor, leerling=maak_leerling(gezin.school, "Ot"), waarom=WAAROM, op=LATER)


def test_directeur_of_the_school_of_the_pupil_says_that_she_saw_it_and_says_so_once() -> None:
    gezin = maak_gezin()
    buur = maak_school(gezin.school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    nood = break_glass(actor=buur.leerkracht, leerling=gezin.leerling, waarom=WAAROM, op=OP)

    for actor in (buur.directeur, buur.leerkracht, gezin.school.intern_begeleider, gezin.school.bestuurder):
        with pytest.raises(GeenToegangError, match="de directeur van deze school"):
            see_noodinzage(actor=actor, noodinzage=nood, op=LATER)
    with nieuwe_regels() as nieuw:
        see_noodinzage(actor=gezin.school.directeur, noodinzage=nood, op=LATER)
        see_noodinzage(actor=gezin.school.directeur, noodinzage=nood, op=LATER + timedelta(days=1))

    nood.refresh_from_db()
    assert (nood.gezien_op, nood.gezien_door) == (LATER, gezin.school.directeur)
    assert [regel[1] for regel in nieuw.regels] == ["see_noodinzage"]


@pytest.mark.parametrize("gebroken_op", [datetime(2026, 10, 24, 14, tzinfo=UTC), datetime(2027, 3, 27, 14, tzinfo=UTC)])
def test_glass_closes_after_24_hours_in_page_and_list_alike_also_when_the_clock_is_changed(
    gebroken_op: datetime,
) -> None:
    gezin = maak_gezin()
    buur = maak_school(gezin.school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    nood = break_glass(actor=buur.leerkracht, leerling=gezin.leerling, waarom=WAAROM, op=OP)
    Noodinzage.objects.filter(pk=nood.pk).update(op=gebroken_op)
    dicht = (gebroken_op + timedelta(hours=24)).astimezone(ZoneInfo("Europe/Amsterdam"))

    gezien = [
        (
            get_inzage(buur.leerkracht, gezin.leerling, op=op) is not None,
            visible_leerlingen(buur.leerkracht, op=op).count(),
        )
        for op in (dicht - timedelta(seconds=1), dicht)
    ]

    assert gezien == [(True, 1), (False, 0)]
