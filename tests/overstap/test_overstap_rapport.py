"""A report: filled from the file, no more than the decree allows, set by the directeur, sent once parents know."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from tests.factories.leerlingen import Gezin, maak_gezin, maak_stuk
from tests.factories.opp import maak_plan, rijp
from tests.factories.overstap import BERICHT, KIEM, maak_rapport
from tests.factories.paginas import maak_regio
from tests.factories.profielen import OP, maak_school
from tests.factories.volgen import maak_resultaat

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overstap import Akkoord, Uitvoervorm
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.models import Ouderrelatie
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.ouderbericht import tell_ouder
from passend.overstap.actions.rapport import (
    begin_rapport,
    export_rapport,
    freeze_rapport,
    set_bestemming,
    write_rapport,
)
from passend.overstap.models import Onderwijskundigrapport, Rapportbericht, Rapporttekst
from passend.overstap.queries.overstap import get_teksten, list_uitvoer
from passend.plannen.actions.opp import set_opp
from passend.plannen.actions.oppregels import add_oppregel
from passend.plannen.actions.plannen import Regelgegevens
from passend.toegang.models import Logregel
from passend.uitwisseling.oso.uit_rapport import regels_van
from passend.volgen.models import Verzuim

pytestmark = [pytest.mark.django_db]


def _vertel(gezin: Gezin, rapport: Onderwijskundigrapport, **anders: Any) -> None:
    tell_ouder(
        actor=gezin.school.intern_begeleider,
        rapport=rapport,
        ouder=gezin.relatie,
        bericht=replace(BERICHT, **anders),
        op=OP,
    )


def test_a_report_is_filled_from_the_file_and_nothing_is_typed_twice() -> None:
    rapport = maak_rapport()

    inhoud = rapport.inhoud

    assert inhoud["leerling"]["voornaam"] == "Pip"
    assert inhoud["naar"] == {"naam": "De Kiem", "brin": "99AB00"}
    assert regels_van(inhoud, "loopbaan") == [{"schooljaar": "2026-2027", "groep": "5", "van": "2024-08-01"}]
    assert [deel["code"] for deel in inhoud["onderdelen"]] == ["schoolverleden", "gedrag", "begeleiding", "verzuim"]


def test_pieces_of_the_file_and_signs_of_abuse_are_in_no_report() -> None:
    gezin = maak_gezin()
    maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.MELDCODE, "Zorgen thuis")

    rapport = maak_rapport(gezin)

    assert "Zorgen thuis" not in str(rapport.inhoud)
    assert "Wat er staat in Gesprek." not in str(rapport.inhoud)


def test_only_absence_without_a_good_reason_in_the_year_before_goes_along() -> None:
    gezin = maak_gezin()
    dagen = [
        ("ongeoorloofd", OP.date() - timedelta(days=30)),
        ("ziek", OP.date() - timedelta(days=31)),
        ("ongeoorloofd", OP.date() - timedelta(days=400)),
        ("ongeoorloofd", OP.date()),
    ]
    for soort, dag in dagen:
        Verzuim.objects.create(
            bestuur_id=gezin.leerling.bestuur_id,
            leerling=gezin.leerling,
            soort=soort,
            op=dag,
            uren=Decimal("5.5"),
            herkomst="getypt",
            vastgelegd_op=OP,
        )

    rapport = maak_rapport(gezin)

    assert regels_van(rapport.inhoud, "relatief_verzuim") == [{"op": "2026-09-05", "uren": 5.5}]


def test_the_plan_goes_along_with_its_lines_and_without_the_name_of_an_offer_here() -> None:
    plan = maak_plan()
    regel = Regelgegevens(aanpak="Samen plannen", wie="juf", hoe_vaak="elke dag")
    add_oppregel(actor=plan.school.intern_begeleider, versie=plan.versie, regel=regel, op=OP)
    rijp(plan)
    ervoor = maak_rapport(plan.gezin).inhoud
    set_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)

    inhoud = maak_rapport(plan.gezin).inhoud

    assert regels_van(ervoor, "oppregels") == regels_van(ervoor, "ontwikkelingsperspectieven") == []
    assert regels_van(inhoud, "oppregels") == [
        {"plan": 1, "versie": 1, "aanpak": "Samen plannen", "wie": "juf", "hoe_vaak": "elke dag"}
    ]
    assert regels_van(ervoor, "leerlingstemmen") == []
    assert regels_van(inhoud, "leerlingstemmen") == [
        {
            "plan": 1,
            "versie": 1,
            "op": OP.date().isoformat(),
            "gezegd": "Ik wil samen lezen.",
            "gedaan": "We lezen nu met een maatje.",
        }
    ]
    assert regels_van(inhoud, "ontwikkelingsperspectieven")[0]["terugkijken_op"] == "2027-07-31"
    assert "begeleidingsregels" not in regels_van(inhoud, "ontwikkelingsperspectieven")[0]


def test_a_report_that_was_set_never_changes() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin)

    for doe in (
        lambda: set_bestemming(actor=gezin.school.directeur, rapport=rapport, waarheen=KIEM, op=OP),
        lambda: write_rapport(
            actor=gezin.school.directeur, rapport=rapport, onderdeel="huiswerk", tekst="Nee", eerder="", op=OP
        ),
        lambda: freeze_rapport(actor=gezin.school.directeur, rapport=rapport, op=OP),
    ):
        with pytest.raises(OverstapError, match="verandert niet meer"):
            doe()


def test_who_begins_again_goes_on_with_the_report_that_is_open() -> None:
    gezin = maak_gezin()
    eerste = begin_rapport(actor=gezin.school.intern_begeleider, leerling=gezin.leerling, op=OP)

    tweede = begin_rapport(actor=gezin.school.directeur, leerling=gezin.leerling, op=OP)

    assert tweede == eerste


def test_who_begins_again_after_a_report_was_set_types_nothing_twice() -> None:
    gezin = maak_gezin()
    eerste = maak_rapport(gezin)

    tweede = begin_rapport(actor=gezin.school.intern_begeleider, leerling=gezin.leerling, op=OP)

    assert tweede != eerste
    assert get_teksten(rapport=tweede) == get_teksten(rapport=eerste) != {}
    assert (tweede.naar_school, tweede.straat, tweede.vastgesteld_op, tweede.inhoud) == (
        "De Kiem",
        "Duinweg",
        None,
        None,
    )


def test_the_directeur_alone_sets_a_report() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)

    with pytest.raises(GeenToegangError):
        freeze_rapport(actor=gezin.school.intern_begeleider, rapport=rapport, op=OP)


@pytest.mark.parametrize("wie", ["leerkracht"])
def test_who_teaches_does_not_write_a_report(wie: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(GeenToegangError):
        begin_rapport(actor=getattr(gezin.school, wie), leerling=gezin.leerling, op=OP)


def test_behaviour_must_be_described_per_aspect_before_a_report_is_set() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)
    write_rapport(
        actor=gezin.school.directeur, rapport=rapport, onderdeel="huiswerk", tekst="", eerder="Over huiswerk.", op=OP
    )

    with pytest.raises(OverstapError, match="Nog leeg: Huiswerk"):
        freeze_rapport(actor=gezin.school.directeur, rapport=rapport, op=OP)


def test_a_report_without_a_school_to_go_to_is_not_set() -> None:
    gezin = maak_gezin()
    rapport = begin_rapport(actor=gezin.school.directeur, leerling=gezin.leerling, op=OP)

    with pytest.raises(OverstapError, match="naar welke school"):
        freeze_rapport(actor=gezin.school.directeur, rapport=rapport, op=OP)


def test_words_of_two_writers_do_not_overwrite_each_other() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)

    with pytest.raises(OverstapError, match="Iemand anders wijzigde"):
        write_rapport(
            actor=gezin.school.directeur, rapport=rapport, onderdeel="huiswerk", tekst="Ander", eerder="Oud", op=OP
        )

    assert get_teksten(rapport=rapport)["huiswerk"] == "Over huiswerk."


def test_a_part_that_the_decree_does_not_name_cannot_be_written() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)

    with pytest.raises(OverstapError, match="hoort niet in een onderwijskundig rapport"):
        write_rapport(actor=gezin.school.directeur, rapport=rapport, onderdeel="geloof", tekst="Iets", eerder="", op=OP)


def test_a_file_for_the_samenwerkingsverband_asks_only_that_the_report_was_set() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)
    naar_swv = {"actor": gezin.school.intern_begeleider, "vorm": Uitvoervorm.OSO_SWV, "bestand": b"x", "op": OP}

    with pytest.raises(OverstapError, match="nog niet vastgesteld"):
        export_rapport(rapport=rapport, **naar_swv)
    freeze_rapport(actor=gezin.school.directeur, rapport=rapport, op=OP)
    export_rapport(rapport=rapport, **naar_swv)

    assert [een.vorm for een in list_uitvoer(rapport=rapport)] == ["oso_swv"]


def test_a_report_of_a_pupil_who_stays_names_no_school_and_goes_to_no_school() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)
    Onderwijskundigrapport.objects.update(naar_school="", naar_brin="")
    naar: dict[str, Any] = {"actor": gezin.school.directeur, "rapport": rapport, "bestand": b"x", "op": OP}

    freeze_rapport(actor=gezin.school.directeur, rapport=rapport, is_voor_swv=True, op=OP)
    export_rapport(vorm=Uitvoervorm.OSO_SWV, **naar)

    rapport.refresh_from_db()
    assert rapport.inhoud["naar"]["naam"] == ""
    with pytest.raises(OverstapError, match="alleen voor het samenwerkingsverband"):
        export_rapport(vorm=Uitvoervorm.PASSEND, **naar)


@pytest.mark.parametrize("vorm", [Uitvoervorm.OSO, Uitvoervorm.PASSEND])
def test_nothing_leaves_before_the_parents_were_told(vorm: Uitvoervorm) -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)

    with pytest.raises(OverstapError, match="nog niet geïnformeerd"):
        export_rapport(actor=gezin.school.directeur, rapport=rapport, vorm=vorm, bestand=b"x", op=OP)

    assert list_uitvoer(rapport=rapport) == []


def test_each_time_a_report_leaves_is_written_down_with_the_fingerprint_of_the_file() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin)

    export_rapport(actor=gezin.school.directeur, rapport=rapport, vorm=Uitvoervorm.OSO, bestand=b"x", op=OP)

    (uitvoer,) = list_uitvoer(rapport=rapport)
    assert uitvoer.vingerafdruk == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    assert Logregel.objects.filter(handeling="export_rapport:oso").count() == 1


def test_the_number_leaves_only_by_the_hand_of_the_directeur() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin)

    with pytest.raises(GeenToegangError):
        export_rapport(actor=gezin.school.intern_begeleider, rapport=rapport, vorm=Uitvoervorm.OSO, bestand=b"x", op=OP)


def test_a_parent_has_the_paper_once_the_report_was_set_and_no_file() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)

    with pytest.raises(GeenToegangError):
        export_rapport(actor=gezin.ouder, rapport=rapport, vorm=Uitvoervorm.PDF, bestand=b"x", op=OP)
    freeze_rapport(actor=gezin.school.directeur, rapport=rapport, op=OP)
    assert export_rapport(actor=gezin.ouder, rapport=rapport, vorm=Uitvoervorm.PDF, bestand=b"x", op=OP)
    with pytest.raises(GeenToegangError):
        export_rapport(actor=gezin.ouder, rapport=rapport, vorm=Uitvoervorm.PASSEND, bestand=b"x", op=OP)


def test_parents_who_do_not_agree_are_heard_in_words() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)

    with pytest.raises(OverstapError, match="Schrijf op wat hij of zij vindt"):
        _vertel(gezin, rapport, akkoord=Akkoord.NEE)


@pytest.mark.parametrize(
    "verkeerd", [{"geinformeerd_op": date(2026, 10, 1)}, {"kopie_op": date(2026, 12, 1)}], ids=["before", "to come"]
)
def test_parents_are_told_after_the_report_was_set_and_not_tomorrow(verkeerd: dict[str, date]) -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)

    with pytest.raises(OverstapError, match="Kijk de dagen na"):
        _vertel(gezin, rapport, **verkeerd)


def test_what_parents_said_stays_as_it_was_when_the_report_left() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin)
    export_rapport(actor=gezin.school.directeur, rapport=rapport, vorm=Uitvoervorm.OSO, bestand=b"x", op=OP)

    with pytest.raises(OverstapError, match="al naar de andere school"):
        _vertel(gezin, rapport)

    assert Rapportbericht.objects.get().akkoord == "Ja"


def test_report_is_in_dutch_also_when_who_set_it_reads_english() -> None:
    gezin = maak_gezin()
    ander = maak_gezin(maak_school(gezin.school.vestiging.bestuur, brin="99AE", naam="De Duin"))
    for een in (gezin, ander):
        maak_resultaat(een.leerling)

    nederlands = maak_rapport(gezin).inhoud["onderdelen"]
    with translation.override("en"):
        engels = maak_rapport(ander).inhoud["onderdelen"]

    assert "begrijpend lezen" in str(nederlands)
    assert engels == nederlands


@pytest.mark.parametrize(
    "tekst", ["Het nummer van de broer is 123456782.", "BSN 1234.56.782", "Sinds groep 3 123456782 en 4 keer."]
)
def test_words_with_a_number_that_can_be_of_the_state_are_not_kept(tekst: str) -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)

    with pytest.raises(OverstapError, match="dat een burgerservicenummer kan zijn"):
        write_rapport(
            actor=gezin.school.directeur,
            rapport=rapport,
            onderdeel="overig_gedrag",
            tekst=tekst,
            eerder="Over overig_gedrag.",
            op=OP,
        )

    assert get_teksten(rapport=rapport)["overig_gedrag"] == "Over overig_gedrag."


def test_a_number_in_the_file_keeps_a_report_from_being_set() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)
    Rapporttekst.objects.filter(rapport=rapport, onderdeel="huiswerk").update(tekst="Zie 123456782.")

    with pytest.raises(OverstapError, match="dat een burgerservicenummer kan zijn"):
        freeze_rapport(actor=gezin.school.directeur, rapport=rapport, op=OP)


def test_a_report_of_a_pupil_without_parents_is_not_set() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)
    Ouderrelatie.objects.filter(leerling=gezin.leerling).update(geldig_tot_en_met=OP.date() - timedelta(days=1))

    with pytest.raises(OverstapError, match="nog geen ouder in het dossier"):
        freeze_rapport(actor=gezin.school.directeur, rapport=rapport, op=OP)


def test_parents_cannot_have_been_told_when_nobody_has_authority() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    Ouderrelatie.objects.filter(leerling=gezin.leerling).update(heeft_gezag=False)

    with pytest.raises(OverstapError, match="Kies een ouder met gezag"):
        _vertel(gezin, rapport)


def test_parents_get_the_report_after_it_was_set_and_what_was_noted_can_be_corrected() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin)

    with pytest.raises(OverstapError, match=f"Het rapport is vastgesteld op {OP:%d-%m-%Y}"):
        _vertel(gezin, rapport, kopie_op=OP.date() - timedelta(days=1))
    _vertel(gezin, rapport, akkoord=Akkoord.ONBEKEND)

    bericht = Rapportbericht.objects.get()
    assert (bericht.kopie_op, bericht.akkoord) == (OP.date(), "Onbekend")


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"naar_brin": "zz"}, "Dit is geen BRIN"),
        ({"naar_brin": "99ac"}, "BRIN 99AC is van Het Duinpad"),
        ({"naar_brin": "12ZZ"}, "heeft BRIN 99AB00, en niet 12ZZ"),
        ({"naar_school": "Het Duinpad", "naar_brin": "99AB00"}, "BRIN 99AB00 is van De Kiem"),
        ({"naar_school": "De Wilgenboom", "naar_brin": ""}, "Dit is uw eigen school"),
        ({"huisnummer": "abc"}, "Een huisnummer begint met een cijfer"),
        ({"postcode": "99"}, "Een postcode heeft vier cijfers"),
    ],
)
def test_a_school_or_an_address_that_cannot_be_is_refused(anders: dict[str, str], zin: str) -> None:
    regio = maak_regio()
    rapport = maak_rapport(maak_gezin(regio.eigen), is_vast=False)

    with pytest.raises(OverstapError, match=zin):
        set_bestemming(actor=regio.eigen.directeur, rapport=rapport, waarheen=replace(KIEM, **anders), op=OP)


def test_the_brin_of_a_school_that_is_known_is_found_by_its_name() -> None:
    regio = maak_regio()
    rapport = maak_rapport(maak_gezin(regio.eigen), is_vast=False)
    waarheen = replace(KIEM, naar_school="Basisschool Het Duinpad", naar_brin="", postcode="9999zz")

    set_bestemming(actor=regio.eigen.directeur, rapport=rapport, waarheen=waarheen, op=OP)

    rapport.refresh_from_db()
    assert (rapport.naar_school, rapport.naar_brin) == ("Basisschool Het Duinpad", "99AC00")
    assert rapport.postcode == "9999 ZZ"
