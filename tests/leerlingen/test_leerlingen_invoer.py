"""A file about pupils is handed in, looked at, and taken over whole or not at all."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError
from django.utils import timezone
from tests.factories.dossiers import nieuwe_regels
from tests.factories.invoer import keuze_van, lever_in
from tests.factories.leerlingen import SINDS, maak_groep, maak_leerling, maak_ouder
from tests.factories.opgave import opgave_van
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.opgave import Invoersoort, Leerkrachtopgave, Leerlingopgave, Ouderopgave
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions import invoeruitvoering
from passend.leerlingen.actions.invoer import (
    NIET_MEER,
    VERANDERD,
    Aanlevering,
    InvoerError,
    Invoerkeuze,
    discard_invoer,
    execute_invoer,
    expire_invoeren,
    map_invoer,
    prepare_invoer,
)
from passend.leerlingen.models import Groepsplaatsing, Invoer, Kolomkoppeling, Leerling, Ouderrelatie, Zoekwoord
from passend.leerlingen.queries.invoer import get_koppeling, get_opgave, list_groepseinden
from passend.organisaties.models import Groep
from passend.toegang.models import Account, Groepstaak

pytestmark = pytest.mark.django_db
VANDAAG = OP.date()
AN = Ouderopgave(naam="An Duinmans", email="an@duin.example", heeft_gezag=True)
PIP = Leerlingopgave(12, "L1", "Pip", "Duinmans", date(2018, 3, 14), SINDS, None, "5", (AN,))
OT = Leerlingopgave(20, "L2", "Ot", "Helm", date(2017, 5, 6), None, None, "6", ())


def _voer_uit(school: School, invoer: Invoer, **rest: Any) -> dict[str, int]:
    return execute_invoer(actor=school.intern_begeleider, invoer=invoer, keuze=keuze_van(invoer, **rest), op=OP)


def _lees_in(school: School, *leerlingen: Leerlingopgave, **rest: Any) -> dict[str, int]:
    return _voer_uit(school, lever_in(school, opgave_van(*leerlingen, **rest)))


def _stand() -> tuple[Any, ...]:
    """Everything an import can change, without the keys of rows."""
    return (
        list(Leerling.objects.order_by("pk").values_list("voornaam", "achternaam", "administratiesleutel")),
        list(
            Groepsplaatsing.objects.order_by("pk").values_list(
                "leerling", "groep__naam", "geldig_van", "geldig_tot_en_met"
            )
        ),
        list(Ouderrelatie.objects.order_by("pk").values_list("naam", "email", "heeft_gezag", "geldig_tot_en_met")),
        list(Groep.objects.order_by("pk").values_list("naam", "schooljaar")),
    )


def test_handing_in_changes_nothing_of_pupils() -> None:
    school = maak_school()
    vooraf = _stand()

    with nieuwe_regels() as nieuw:
        invoer = lever_in(school, opgave_van(PIP, OT))

    assert _stand() == vooraf
    assert (invoer.stand, get_opgave(invoer)) == ("concept", opgave_van(PIP, OT))
    assert nieuw.regels == [
        (school.intern_begeleider, "prepare_invoer", f"invoer:{invoer.pk}", "intern_begeleider", "wijzigen")
    ]


def test_new_pupils_come_with_group_parents_and_the_key_of_the_administration() -> None:
    school = maak_school()

    aantallen = _lees_in(school, PIP, OT)

    assert {wat: aantal for wat, aantal in aantallen.items() if aantal} == {"nieuw": 2, "groepen": 2}
    assert list(
        Leerling.objects.order_by("pk").values_list(
            "voornaam", "achternaam", "geboren_op", "ingeschreven_op", "uitgeschreven_op", "administratiesleutel"
        )
    ) == [
        ("Pip", "Duinmans", date(2018, 3, 14), SINDS, None, "L1"),
        ("Ot", "Helm", date(2017, 5, 6), date(2026, 8, 1), None, "L2"),
    ]
    plaatsingen = Groepsplaatsing.objects.order_by("pk")
    assert list(plaatsingen.values_list("leerling__voornaam", "groep__naam", "groep__schooljaar", "geldig_van")) == [
        ("Pip", "5", "2026-2027", date(2026, 8, 1)),
        ("Ot", "6", "2026-2027", date(2026, 8, 1)),
    ]
    assert list(
        Ouderrelatie.objects.values_list("leerling__voornaam", "naam", "email", "heeft_gezag", "geldig_van")
    ) == [("Pip", "An Duinmans", "an@duin.example", True, SINDS)]


def test_pupils_from_a_file_are_found_by_their_names_as_they_are_now() -> None:
    school = maak_school()
    _lees_in(school, PIP, OT)
    _lees_in(school, PIP._replace(voornaam="Zoë"), OT)

    assert sorted(Zoekwoord.objects.values_list("leerling__administratiesleutel", "woord")) == [
        ("L1", "duinmans"),
        ("L1", "zoe"),
        ("L2", "helm"),
        ("L2", "ot"),
    ]


def test_same_file_a_second_time_changes_nothing() -> None:
    school = maak_school()
    _lees_in(school, PIP, OT)
    vooraf = _stand()

    aantallen = _lees_in(school, PIP, OT)

    assert _stand() == vooraf
    assert {wat: aantal for wat, aantal in aantallen.items() if aantal} == {"ongewijzigd": 2}


def test_nothing_of_the_file_is_left_once_it_is_carried_out() -> None:
    school = maak_school()
    invoer = lever_in(school, opgave_van(PIP))

    _voer_uit(school, invoer)

    invoer.refresh_from_db()
    assert (invoer.stand, invoer.opgave, invoer.tabel, invoer.bestandsnaam) == ("uitgevoerd", None, None, "")
    assert invoer.afgerond_op == OP
    assert invoer.aantallen["nieuw"] == 1
    with pytest.raises(InvoerError, match="Dit bestand is er niet meer"):
        execute_invoer(actor=school.directeur, invoer=invoer, keuze=Invoerkeuze(kenmerk=""), op=OP)


def test_file_that_breaks_halfway_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    school = maak_school()
    invoer, vooraf = lever_in(school, opgave_van(PIP, OT)), _stand()

    def valt_uit(*_alles: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(invoeruitvoering, "_schrijf_uit", valt_uit)
    with pytest.raises(DatabaseError):
        _voer_uit(school, invoer)

    invoer.refresh_from_db()
    assert (_stand(), invoer.stand) == (vooraf, "concept")


def test_what_changed_of_a_known_pupil_is_put_right_and_stands_in_the_log_of_the_file() -> None:
    school = maak_school()
    groep = maak_groep(school, "5")
    pip = maak_leerling(school, groep=groep)
    anders = PIP._replace(voornaam="Pippa", achternaam="Duinmans", groep="6", ouders=None)

    with nieuwe_regels() as nieuw:
        # the name is another, so the key must be known before
        Leerling.objects.filter(pk=pip.pk).update(administratiesleutel="L1")
        _lees_in(school, anders)

    pip.refresh_from_db()
    assert (pip.voornaam, pip.administratiesleutel) == ("Pippa", "L1")
    assert list(pip.plaatsingen.order_by("pk").values_list("groep__naam", "geldig_van", "geldig_tot_en_met")) == [
        ("5", SINDS, VANDAAG - timedelta(days=1)),
        ("6", VANDAAG, None),
    ]
    assert (
        school.intern_begeleider,
        "import_leerling",
        f"leerling:{pip.sleutel.hex}",
        "bestand",
        "wijzigen",
    ) in nieuw.regels


def test_pupil_who_changes_group_twice_on_a_day_ends_in_the_last_one() -> None:
    school = maak_school()
    _lees_in(school, PIP)

    for groep in ("6", "7", "6"):
        _lees_in(school, PIP._replace(groep=groep))

    assert list(
        Groepsplaatsing.objects.order_by("pk").values_list("groep__naam", "geldig_van", "geldig_tot_en_met")
    ) == [
        ("5", date(2026, 8, 1), VANDAAG - timedelta(days=1)),
        ("6", VANDAAG, None),
    ]


def test_groups_of_the_next_year_begin_with_that_year() -> None:
    school = maak_school()
    _lees_in(school, PIP)

    _lees_in(school, PIP._replace(groep="6"), schooljaar="2027-2028")

    assert list(
        Groepsplaatsing.objects.order_by("pk").values_list("groep__schooljaar", "geldig_van", "geldig_tot_en_met")
    ) == [
        ("2026-2027", date(2026, 8, 1), date(2027, 7, 31)),
        ("2027-2028", date(2027, 8, 1), None),
    ]


def test_authority_that_is_gone_ends_a_row_and_begins_another_with_the_same_account() -> None:
    school = maak_school()
    pip = maak_leerling(school)
    account, relatie = maak_ouder(school, pip)
    Leerling.objects.filter(pk=pip.pk).update(administratiesleutel="L1")
    zonder = Ouderopgave(naam=relatie.naam, email=relatie.email, heeft_gezag=False)

    _lees_in(school, PIP._replace(ouders=(zonder,), groep=None))

    assert list(pip.ouders.order_by("pk").values_list("account", "heeft_gezag", "geldig_van", "geldig_tot_en_met")) == [
        (account.pk, True, SINDS, VANDAAG - timedelta(days=1)),
        (account.pk, False, VANDAAG, None),
    ]


def test_address_that_changed_is_put_right_in_its_row_and_a_parent_who_is_not_named_stays() -> None:
    school = maak_school()
    _lees_in(school, PIP)

    _lees_in(school, PIP._replace(ouders=(Ouderopgave(naam="An Duinmans", email="an@zee.example"),)))
    _lees_in(school, PIP._replace(ouders=()))

    assert list(Ouderrelatie.objects.values_list("naam", "email", "heeft_gezag", "geldig_tot_en_met")) == [
        ("An Duinmans", "an@zee.example", True, None)
    ]


def test_pupil_who_is_gone_leaves_only_when_somebody_says_so_with_the_day() -> None:
    school = maak_school()
    pip, ot = maak_leerling(school), maak_leerling(school, "Ot", "Helm")

    _lees_in(school, OT)
    assert list(Leerling.objects.filter(uitgeschreven_op__isnull=False)) == []

    aantallen = _voer_uit(school, lever_in(school, opgave_van(OT)), uitschrijven={pip.sleutel: date(2026, 9, 30)})

    pip.refresh_from_db()
    assert (aantallen["uitgeschreven"], pip.uitgeschreven_op) == (1, date(2026, 9, 30))
    ot.refresh_from_db()
    assert ot.uitgeschreven_op is None


def test_pupil_who_is_not_on_the_list_of_who_is_gone_cannot_be_let_go() -> None:
    school = maak_school()
    ot = maak_leerling(school, "Ot", "Helm")
    invoer = lever_in(school, opgave_van(OT._replace(geboren_op=ot.geboren_op)))

    with pytest.raises(InvoerError, match="Iemand die u aanvinkte"):
        _voer_uit(school, invoer, uitschrijven={ot.sleutel: VANDAAG})


def test_line_that_is_left_out_is_not_taken_over() -> None:
    school = maak_school()

    aantallen = _voer_uit(school, lever_in(school, opgave_van(PIP, OT)), overslaan=frozenset({OT.kenmerk}))

    assert (aantallen["nieuw"], aantallen["overgeslagen"]) == (1, 1)
    assert list(Leerling.objects.values_list("voornaam", flat=True)) == ["Pip"]


def test_what_changed_since_somebody_looked_is_not_taken_over() -> None:
    school = maak_school()
    invoer = lever_in(school, opgave_van(PIP))
    keuze = keuze_van(invoer)
    maak_leerling(school)
    vooraf = _stand()

    with pytest.raises(InvoerError) as fout:
        execute_invoer(actor=school.intern_begeleider, invoer=invoer, keuze=keuze, op=OP)

    assert (str(fout.value), _stand()) == (VERANDERD, vooraf)


def test_teacher_without_an_address_of_their_own_is_known_by_the_one_they_sign_in_with() -> None:
    school = maak_school()
    Account.objects.filter(pk=school.leerkracht.pk).update(email="", username="mila@voorbeeld.nl")

    _lees_in(school, PIP, leerkrachten=[Leerkrachtopgave(50, "Mila", "Mila@voorbeeld.nl", ("5",))])

    assert list(Groepstaak.objects.values_list("account", "groep__naam")) == [(school.leerkracht.pk, "5")]


def test_teacher_who_works_here_gets_the_group_once_and_who_has_no_account_waits() -> None:
    school = maak_school()
    leerkrachten = [
        Leerkrachtopgave(50, "Wie hier werkt", school.leerkracht.email.upper(), ("5",)),
        Leerkrachtopgave(60, "Nog niet genodigd", "nieuw@school.example", ("5",)),
    ]

    for _keer in range(2):
        _lees_in(school, PIP, leerkrachten=leerkrachten)

    assert list(Groepstaak.objects.values_list("account", "groep__naam", "geldig_van")) == [
        (school.leerkracht.pk, "5", VANDAAG)
    ]


def _met_sietse(school: School) -> list[Leerkrachtopgave]:
    sietse = maak_account(Rolsoort.LEERKRACHT, school.vestiging, naam="Kraan")
    return [Leerkrachtopgave(60, "Sietse Kraan", sietse.email, ("5",))]


def test_group_that_the_file_gives_to_another_ends_in_the_same_go_and_other_groups_stay() -> None:
    school = maak_school()
    _lees_in(school, PIP, OT, leerkrachten=[Leerkrachtopgave(50, "Mila", school.leerkracht.email, ("5", "6"))])
    invoer = lever_in(school, opgave_van(PIP, leerkrachten=_met_sietse(school)))
    (einde,) = list_groepseinden(
        vestiging=school.vestiging, opgave=get_opgave(invoer) or opgave_van(), peildatum=VANDAAG
    )

    with nieuwe_regels() as nieuw:
        aantallen = _voer_uit(school, invoer, eindigen=frozenset({einde.taak.pk}))

    gisteren = VANDAAG - timedelta(days=1)
    van_mila = Groepstaak.objects.filter(account=school.leerkracht).order_by("pk")
    assert list(van_mila.values_list("groep__naam", "geldig_tot_en_met")) == [("5", gisteren), ("6", None)]
    assert (aantallen["leerkrachten"], aantallen["leerkrachten_weg"], einde.twijfel) == (1, 1, "")
    assert [regel[1] for regel in nieuw.regels if regel[2].startswith("groepstaak")] == ["give_groep", "end_groep"]


def test_group_that_ends_nobody_ticked_stays_and_one_the_file_does_not_name_is_refused() -> None:
    school = maak_school()
    _lees_in(school, PIP, OT, leerkrachten=[Leerkrachtopgave(50, "Mila", school.leerkracht.email, ("5", "6"))])
    van_zes = Groepstaak.objects.get(groep__naam="6").pk
    invoer = lever_in(school, opgave_van(PIP, leerkrachten=_met_sietse(school)))

    with pytest.raises(InvoerError, match="Sinds u keek"):
        _voer_uit(school, invoer, eindigen=frozenset({van_zes}))
    _voer_uit(school, invoer)

    assert not Groepstaak.objects.filter(geldig_tot_en_met__isnull=False).exists()


@pytest.mark.parametrize("wie", ["leerkracht", "mr_lid", "bestuurder", "adviseur", "beheerder"])
def test_who_does_not_keep_the_pupils_can_do_nothing_with_a_file(wie: str) -> None:
    school = maak_school()
    iemand = getattr(school, wie)
    invoer = lever_in(school, opgave_van(PIP))
    aanlevering = Aanlevering(soort=Invoersoort.EDEXML, bestandsnaam="x", opgave=opgave_van(PIP))
    vooraf = _stand()

    for doe in (
        lambda: prepare_invoer(actor=iemand, vestiging=school.vestiging, aanlevering=aanlevering, op=OP),
        lambda: map_invoer(actor=iemand, invoer=invoer, koppeling={}, opgave=opgave_van(PIP), op=OP),
        lambda: execute_invoer(actor=iemand, invoer=invoer, keuze=keuze_van(invoer), op=OP),
        lambda: discard_invoer(actor=iemand, invoer=invoer, op=OP),
    ):
        with pytest.raises(GeenToegangError):
            doe()
    assert _stand() == vooraf


def test_columns_that_were_told_are_remembered_for_the_next_file() -> None:
    school = maak_school()
    aanlevering = Aanlevering(soort=Invoersoort.CSV, bestandsnaam="lijst.csv", tabel=b"x")
    vast = {"actor": school.intern_begeleider, "op": OP}
    invoer = prepare_invoer(vestiging=school.vestiging, aanlevering=aanlevering, **vast)
    with pytest.raises(InvoerError, match="Zeg eerst wat er in de kolommen staat"):
        execute_invoer(invoer=invoer, keuze=Invoerkeuze(kenmerk=""), **vast)

    for kop in ("Kind", "Naam"):
        map_invoer(invoer=invoer, koppeling={"naam": kop}, opgave=opgave_van(PIP), **vast)

    assert get_koppeling(vestiging=school.vestiging) == {"naam": "Naam"}
    assert Kolomkoppeling.objects.count() == 1
    invoer.refresh_from_db()
    assert get_opgave(invoer) == opgave_van(PIP)


def test_file_of_another_school_or_without_anybody_is_refused() -> None:
    school = maak_school()

    with pytest.raises(InvoerError, match="Dit bestand is van school 99ZZ"):
        lever_in(school, opgave_van(PIP, brin="99ZZ00"))
    with pytest.raises(InvoerError, match="In dit bestand staat geen leerling van deze school"):
        lever_in(school, opgave_van())
    assert Invoer.objects.count() == 0


def test_file_that_waited_a_day_is_emptied_and_cannot_be_carried_out() -> None:
    school = maak_school()
    invoer, jong = lever_in(school, opgave_van(PIP)), lever_in(school, opgave_van(OT))
    Invoer.objects.filter(pk=invoer.pk).update(ingelezen_op=OP - timedelta(hours=24))

    with pytest.raises(InvoerError) as fout:
        _voer_uit(school, invoer)
    assert str(fout.value) == NIET_MEER

    assert expire_invoeren(bestuur=school.vestiging.bestuur_id, op=OP) == 1
    assert expire_invoeren(bestuur=school.vestiging.bestuur_id, op=OP) == 0
    assert dict(Invoer.objects.values_list("pk", "stand")) == {invoer.pk: "vervallen", jong.pk: "concept"}
    invoer.refresh_from_db()
    assert (invoer.opgave, invoer.bestandsnaam) == (None, "")


def test_file_that_is_thrown_away_is_gone_with_what_was_read() -> None:
    school = maak_school()
    invoer = lever_in(school, opgave_van(PIP))

    discard_invoer(actor=school.directeur, invoer=invoer, op=OP)

    invoer.refresh_from_db()
    assert (invoer.stand, invoer.opgave) == ("vervallen", None)
    with pytest.raises(InvoerError):
        discard_invoer(actor=school.directeur, invoer=invoer, op=OP)


def test_many_pupils_at_once_each_get_their_own_group_and_parents() -> None:
    school = maak_school()
    veel = [
        PIP._replace(
            regel=nummer,
            sleutel=f"K{nummer}",
            voornaam=f"Kind {nummer}",
            groep=str(nummer % 8 + 1),
            ouders=(Ouderopgave(naam=f"Ouder {nummer}", heeft_gezag=True),),
        )
        for nummer in range(1, 301)
    ]

    _lees_in(school, *veel)

    rijen = Ouderrelatie.objects.values_list("leerling__voornaam", "naam")
    assert all(kind.split()[1] == ouder.split()[1] for kind, ouder in rijen)
    assert Counter(Groepsplaatsing.objects.values_list("groep__naam", flat=True)) == {
        str(groep): 37 + (groep in {2, 3, 4, 5}) for groep in range(1, 9)
    }
    assert timezone.is_aware(Invoer.objects.get().ingelezen_op)
