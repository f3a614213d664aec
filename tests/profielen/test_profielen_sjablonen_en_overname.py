"""Templates come in as data; editions made elsewhere come in for a whole board."""

from typing import Any

import pytest
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband, maak_vestiging
from tests.factories.profielen import JAAR, OP, School, maak_editie, maak_profiel, maak_school

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.rollen import GeenToegangError, Reden
from passend.begrippen.sjabloonformaat import SjabloonError
from passend.profielen.actions.overname import REDEN, Overname, publish_overgenomen
from passend.profielen.actions.profiel import OnderdeelError
from passend.profielen.actions.sjablonen import add_sjabloon
from passend.profielen.models import Editie, Sjabloonversie
from passend.profielen.queries.openbaar import get_uitgave_van_editie, zoek_scholen
from passend.regels.vaststelling import VOOR_PUBLICATIE
from passend.toegang.models import Installatieregel

pytestmark = pytest.mark.django_db
REGIO = Reden("adviseur", "U adviseert deze school vanuit het samenwerkingsverband.")


def _voeg_toe(school: School, definitie: dict[str, Any]) -> Sjabloonversie:
    verband = school.vestiging.bestuur.samenwerkingsverband
    return add_sjabloon(actor=school.adviseur, samenwerkingsverband=verband, definitie=definitie, reden=REGIO, op=OP)


def test_template_added_twice_is_stored_once() -> None:
    school = maak_school()

    nogmaals = _voeg_toe(school, load_definitie("haaglanden"))

    assert (nogmaals, Sjabloonversie.objects.count()) == (school.sjabloon, 1)
    assert Installatieregel.objects.filter(onderwerp=f"sjabloon:{nogmaals.pk}").count() == 1


def test_template_nobody_uses_yet_can_be_corrected() -> None:
    school = maak_school()
    nieuw = {**load_definitie("haaglanden"), "titel": "Ondersteuningsaanbod"}

    versie = _voeg_toe(school, nieuw)

    assert (versie.pk, versie.definitie["titel"]) == (school.sjabloon.pk, "Ondersteuningsaanbod")


def test_template_in_use_is_never_changed_but_a_new_period_is_a_new_one() -> None:
    school = maak_school()
    maak_profiel(school)
    nieuw = {**load_definitie("haaglanden"), "titel": "Ondersteuningsaanbod"}

    with pytest.raises(SjabloonError, match="Scholen gebruiken dit sjabloon al"):
        _voeg_toe(school, nieuw)
    versie = _voeg_toe(school, {**nieuw, "geldig_van": "2026-08-01"})

    assert (versie != school.sjabloon, Sjabloonversie.objects.count()) == (True, 2)


def test_template_that_is_wrong_is_refused_and_not_stored() -> None:
    school = maak_school()
    fout = load_definitie("plein013")
    del fout["titel"]

    with pytest.raises(SjabloonError, match="ontbreekt 'titel'"):
        _voeg_toe(school, fout)

    assert Sjabloonversie.objects.count() == 1


def test_editions_taken_over_are_public_and_say_that_no_step_was_recorded() -> None:
    school = maak_school()
    voorbeeld = maak_editie(school).inhoud
    buren = [maak_vestiging(school.vestiging.bestuur, brin, brin) for brin in ("99AB", "99AC")]

    edities = publish_overgenomen(
        actor=school.bestuurder,
        sjabloon=school.sjabloon,
        schooljaar=JAAR,
        overnames=[Overname(vestiging=buur, inhoud=voorbeeld) for buur in buren],
        op=OP,
    )

    uitgave = get_uitgave_van_editie(editie=Editie.objects.get(pk=edities[0].pk), peildatum=OP.date())
    assert [stap.reden for stap in uitgave.stappen] == [REDEN] * len(VOOR_PUBLICATIE) + [""]
    assert [(regel.naam, regel.editie) for regel in zoek_scholen()[0]] == [
        ("99AB", 1),
        ("99AC", 1),
        ("De Wilgenboom", 1),
    ]
    assert [editie.stappen.count() for editie in edities] == [5, 5]


def test_taking_over_nothing_makes_nothing() -> None:
    school = maak_school()

    assert (
        publish_overgenomen(actor=school.bestuurder, sjabloon=school.sjabloon, schooljaar=JAAR, overnames=[], op=OP)
        == []
    )


def test_taking_over_for_schools_of_two_boards_is_refused() -> None:
    school = maak_school()
    elders = maak_vestiging(maak_bestuur(maak_samenwerkingsverband("PO9902"), "99002"), "99AB")
    overnames = [Overname(vestiging=vestiging, inhoud={}) for vestiging in (school.vestiging, elders)]

    with pytest.raises(OnderdeelError, match="horen niet bij een bestuur"):
        publish_overgenomen(
            actor=school.bestuurder, sjabloon=school.sjabloon, schooljaar=JAAR, overnames=overnames, op=OP
        )


def test_taking_over_is_for_the_board_and_only_where_no_edition_is() -> None:
    school = maak_school()
    inhoud = maak_editie(school).inhoud
    overnames = [Overname(vestiging=school.vestiging, inhoud=inhoud)]

    with pytest.raises(GeenToegangError, match="het bestuur"):
        publish_overgenomen(
            actor=school.directeur, sjabloon=school.sjabloon, schooljaar=JAAR, overnames=overnames, op=OP
        )
    with pytest.raises(OnderdeelError, match="heeft al een editie"):
        publish_overgenomen(
            actor=school.bestuurder, sjabloon=school.sjabloon, schooljaar=JAAR, overnames=overnames, op=OP
        )
