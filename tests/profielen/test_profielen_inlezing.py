"""A document handed in: kept once, checked, stored once."""

from dataclasses import replace
from typing import Any

import pytest
from tests.factories.organisaties import maak_bestuur
from tests.factories.profielen import HGW, JAAR, OP, School, maak_profiel, maak_school

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.profielinhoud import INGEVOERD
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.sjabloonformaat import sjabloon_uit_dict
from passend.profielen.actions.inlezingen import (
    Ingeleverd,
    add_inlezing,
    confirm_element,
    list_twijfels,
    settle_ongelezen,
    store_inlezing,
)
from passend.profielen.actions.onderdelen import add_rij, save_rij
from passend.profielen.actions.profiel import OnderdeelError, leeg_profiel
from passend.profielen.models import Inlezing, Onderdeel, Onderdeelversie, Ondersteuningsprofiel
from passend.profielen.queries.inlezingen import get_inlezing, list_inlezingen, list_ongelezen
from passend.profielen.queries.werk import get_inhoud
from passend.toegang.queries import list_logregels

pytestmark = pytest.mark.django_db


def _ingeleverd(zekerheid: float = 0.6) -> Ingeleverd:
    """A document with one marked row, one row of the school's own, and a school year of long ago."""
    inhoud: dict[str, Any] = leeg_profiel(sjabloon_uit_dict(load_definitie("haaglanden")))
    hgw = next(rij for rij in inhoud["tabellen"] if rij["tabel"] == "hgw")
    hgw |= {"waarde": "op_orde", "cellen": {**hgw["cellen"], "op_orde": True}, "zekerheid": zekerheid}
    inhoud["velden"][0]["waarde"] = "2023-2024"
    inhoud["tabellen"] += [_eigen_rij("Leesclub", "op dinsdag")]
    lezing = {**inhoud, "sjabloon": "haaglanden", "schooljaar": "2023-2024"}
    return Ingeleverd(naam="profiel.docx", sha256="a" * 64, bestand=b"PK", lezing=lezing, document={})


def _eigen_rij(label: str, periode: str) -> dict[str, Any]:
    return {
        "tabel": "aanbod",
        "rij": None,
        "is_eigen": True,
        "label": label,
        "waarde": None,
        "cellen": {"periode_wanneer_in_te_zetten": periode},
        "omvang": None,
        "periode": periode,
        "soort_ondersteuning": None,
        "opmerking": None,
        "zekerheid": 1.0,
        "bron": INGEVOERD.als_dict(),
    }


def _lever_in(school: School, ingeleverd: Ingeleverd) -> Inlezing:
    inlezing, _is_nieuw = add_inlezing(actor=school.directeur, vestiging=school.vestiging, ingeleverd=ingeleverd, op=OP)
    return inlezing


def _sla_op(school: School, inlezing: Inlezing) -> Ondersteuningsprofiel:
    return store_inlezing(actor=school.directeur, inlezing=inlezing, schooljaar=JAAR, sjabloon=school.sjabloon, op=OP)


def test_same_file_twice_is_kept_once() -> None:
    school = maak_school()

    uitkomsten = [
        add_inlezing(actor=school.directeur, vestiging=school.vestiging, ingeleverd=_ingeleverd(), op=OP)
        for _keer in range(2)
    ]

    assert [is_nieuw for _inlezing, is_nieuw in uitkomsten] == [True, False]
    assert list_inlezingen(vestiging=school.vestiging) == [uitkomsten[0][0]]
    assert len(list_logregels(onderwerp=f"inlezing:{uitkomsten[0][0].pk}")) == 1


def test_same_file_of_another_school_is_a_document_of_its_own() -> None:
    school = maak_school()
    buur = maak_school(maak_bestuur(school.vestiging.bestuur.samenwerkingsverband, "99002"), brin="99AB")
    eigen, anders = _lever_in(school, _ingeleverd()), _lever_in(buur, _ingeleverd())

    gevonden = [get_inlezing(vestiging=school.vestiging, inlezing=inlezing.pk) for inlezing in (eigen, anders)]

    assert gevonden == [eigen, None]


def test_document_handed_in_by_a_teacher_is_refused_and_not_kept() -> None:
    school = maak_school()

    with pytest.raises(GeenToegangError):
        add_inlezing(actor=school.leerkracht, vestiging=school.vestiging, ingeleverd=_ingeleverd(), op=OP)

    assert not Inlezing.objects.exists()


def test_document_with_doubts_is_stored_only_after_somebody_looked() -> None:
    school = maak_school()
    inlezing = _lever_in(school, _ingeleverd())
    assert list_twijfels(inlezing) == [HGW]

    with pytest.raises(OnderdeelError, match="nog te doen: 1"):
        _sla_op(school, inlezing)
    gekeken = confirm_element(actor=school.directeur, inlezing=inlezing, sleutel=HGW, verbeterd=None, op=OP)
    profiel = _sla_op(school, gekeken)

    rij = get_inhoud(profiel=profiel).rijen("hgw")[0]
    assert (list_twijfels(gekeken), rij.waarde, rij.zekerheid) == ([], "op_orde", 1.0)


def test_correction_of_the_checker_is_what_is_stored() -> None:
    school = maak_school()
    inlezing = _lever_in(school, _ingeleverd())
    gelezen = next(rij for rij in inlezing.lezing["tabellen"] if rij["tabel"] == "hgw")
    beter = {**gelezen, "waarde": "in_ontwikkeling"}

    gekeken = confirm_element(actor=school.directeur, inlezing=inlezing, sleutel=HGW, verbeterd=beter, op=OP)

    assert get_inhoud(profiel=_sla_op(school, gekeken)).rijen("hgw")[0].waarde == "in_ontwikkeling"


def test_document_stored_twice_changes_nothing() -> None:
    school = maak_school()
    inlezing = _lever_in(school, _ingeleverd(zekerheid=0.95))
    profiel = _sla_op(school, inlezing)
    aantallen = (Onderdeel.objects.count(), Onderdeelversie.objects.count())

    nogmaals = _sla_op(school, inlezing)

    assert nogmaals == profiel
    assert (Onderdeel.objects.count(), Onderdeelversie.objects.count()) == aantallen


def test_document_of_an_older_year_gets_the_year_it_is_stored_for() -> None:
    school = maak_school()

    profiel = _sla_op(school, _lever_in(school, _ingeleverd(zekerheid=0.95)))

    inhoud = get_inhoud(profiel=profiel)
    assert (inhoud.schooljaar, inhoud.waarde("schooljaar")) == ("2026-2027", "2026-2027")


def test_document_stored_keeps_the_kind_of_support_the_school_gave_a_row() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label="Leesclub", soort="taal_lezen", op=OP)

    _sla_op(school, _lever_in(school, _ingeleverd(zekerheid=0.95)))

    rij = get_inhoud(profiel=profiel).rijen("aanbod")[0]
    assert (rij.periode, rij.soort_ondersteuning) == ("op dinsdag", "taal_lezen")


def test_two_rows_of_the_same_words_are_both_kept() -> None:
    school = maak_school()
    ingeleverd = _ingeleverd(zekerheid=0.95)
    tabellen = [*ingeleverd.lezing["tabellen"], _eigen_rij("leesclub", "op vrijdag")]
    dubbel = replace(ingeleverd, lezing={**ingeleverd.lezing, "tabellen": tabellen})

    profiel = _sla_op(school, _lever_in(school, dubbel))

    assert [rij.periode for rij in get_inhoud(profiel=profiel).rijen("aanbod")] == ["op dinsdag", "op vrijdag"]


def test_document_of_another_template_is_not_mixed_into_a_profile() -> None:
    school = maak_school()
    ingeleverd = _ingeleverd(zekerheid=0.95)
    anders = replace(ingeleverd, lezing={**ingeleverd.lezing, "sjabloon": "plein013"})

    with pytest.raises(OnderdeelError, match="hoort bij een ander sjabloon dan het profiel van 2026-2027"):
        _sla_op(school, _lever_in(school, anders))

    assert not Ondersteuningsprofiel.objects.exists()


def test_answer_about_something_that_is_not_in_the_document_is_refused() -> None:
    school = maak_school()
    inlezing = _lever_in(school, _ingeleverd())

    with pytest.raises(OnderdeelError, match="komt niet voor in het document"):
        confirm_element(actor=school.directeur, inlezing=inlezing, sleutel="veld:verzonnen", verbeterd=None, op=OP)


def test_answer_after_storing_is_refused() -> None:
    school = maak_school()
    inlezing = _lever_in(school, _ingeleverd(zekerheid=0.95))
    _sla_op(school, inlezing)

    with pytest.raises(OnderdeelError, match="al opgeslagen"):
        confirm_element(actor=school.directeur, inlezing=inlezing, sleutel=HGW, verbeterd=None, op=OP)


def _met_ongelezen(school: School) -> Inlezing:
    stukken = [
        {
            "tekst": tekst,
            "sectie": "algemeen",
            "na": None,
            "bron": {"methode": "tekst", "regel": regel, "pagina": None, "kader": None},
        }
        for regel, tekst in ((7, "(zie bijlage)"), (9, "Versie 3"))
    ]
    ingeleverd = _ingeleverd(zekerheid=1.0)
    inlezing = _lever_in(school, replace(ingeleverd, lezing={**ingeleverd.lezing, "ongelezen": stukken}))
    _sla_op(school, inlezing)
    return inlezing


def test_unread_text_of_a_stored_document_waits_until_somebody_deals_with_it_and_can_come_back() -> None:
    school = maak_school()
    inlezing = _met_ongelezen(school)
    stuk = (inlezing.pk, 0)

    def waar(*, is_verwerkt: bool) -> list[tuple[str, int | None]]:
        settle_ongelezen(
            actor=school.directeur, vestiging=school.vestiging, stukken={stuk}, is_verwerkt=is_verwerkt, op=OP
        )
        return [(wacht.tekst, wacht.regel) for wacht in list_ongelezen(vestiging=school.vestiging)]

    assert waar(is_verwerkt=True) == [("Versie 3", 9)]
    assert waar(is_verwerkt=False) == [("(zie bijlage)", 7), ("Versie 3", 9)]


def test_unread_text_of_another_school_is_left_alone() -> None:
    verband = maak_bestuur()
    school, buur = maak_school(verband), maak_school(verband, brin="99AB", naam="De Kiem")
    inlezing = _met_ongelezen(school)

    settle_ongelezen(
        actor=buur.directeur, vestiging=buur.vestiging, stukken={(inlezing.pk, 0)}, is_verwerkt=True, op=OP
    )

    assert len(list_ongelezen(vestiging=school.vestiging)) == 2
    with pytest.raises(GeenToegangError):
        settle_ongelezen(
            actor=buur.directeur, vestiging=school.vestiging, stukken={(inlezing.pk, 0)}, is_verwerkt=True, op=OP
        )


def test_document_that_says_the_same_leaves_an_element_as_young_as_it_is() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    gezet = save_rij(actor=school.directeur, profiel=profiel, sleutel=HGW, cellen={"op_orde": True}, versie=1, op=OP)

    _sla_op(school, _lever_in(school, _ingeleverd(zekerheid=1.0)))

    na = Onderdeel.objects.get(pk=gezet.pk)
    assert (na.inhoud["waarde"], na.versie, na.gewijzigd_op, na.bevestigd_op) == ("op_orde", 2, OP, None)


def test_who_checked_the_same_in_a_document_says_that_it_is_still_right() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    gezet = save_rij(actor=school.directeur, profiel=profiel, sleutel=HGW, cellen={"op_orde": True}, versie=1, op=OP)
    inlezing = _lever_in(school, _ingeleverd(zekerheid=0.6))
    inlezing = confirm_element(actor=school.directeur, inlezing=inlezing, sleutel=HGW, verbeterd=None, op=OP)

    _sla_op(school, inlezing)

    na = Onderdeel.objects.get(pk=gezet.pk)
    assert (na.versie, na.bevestigd_op) == (2, OP)
