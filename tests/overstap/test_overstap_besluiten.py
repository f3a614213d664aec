"""Decisions of meetings go along only when somebody chose so, or when they became a line of a plan."""

from datetime import date

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.overleggen import maak_besluit, maak_mdo
from tests.factories.overstap import maak_rapport
from tests.factories.profielen import OP, School

from passend.begrippen.rollen import GeenToegangError
from passend.overleggen.models import Besluit
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.rapport import choose_besluiten, freeze_rapport
from passend.overstap.models import Onderwijskundigrapport
from passend.overstap.queries.rapport import list_besluitkeuzes
from passend.plannen.actions.plannen import Regelgegevens, add_plan
from passend.regels.planevaluatie import Planfeiten
from passend.toegang.models import Logregel
from passend.uitwisseling.oso.uit_rapport import regels_van

pytestmark = [pytest.mark.django_db]


def _rapport() -> tuple[Onderwijskundigrapport, School]:
    """A report that is being written, of a pupil with two decisions; one of them is a line of a plan."""
    gezin = maak_gezin()
    mdo = maak_mdo(gezin)
    maak_besluit(mdo, "Moeder praat met het wijkteam over geld.")
    maak_besluit(mdo, "Leesgroepje.")
    add_plan(
        actor=gezin.school.leerkracht,
        leerling=gezin.leerling,
        feiten=Planfeiten(
            aanleiding="Leest traag.",
            doel="Vlot lezen.",
            niveau=2,
            geldig_van=OP.date(),
            geldig_tot_en_met=date(2027, 1, 14),
        ),
        regels=[Regelgegevens(aanpak="leesgroepje", wie="juf", hoe_vaak="elke dag")],
        op=OP,
    )
    return maak_rapport(gezin, is_vast=False), gezin.school


def _stel_vast(rapport: Onderwijskundigrapport, school: School) -> list[str]:
    freeze_rapport(actor=school.directeur, rapport=rapport, op=OP)
    rapport.refresh_from_db()
    return [een["wat"] for een in regels_van(rapport.inhoud, "besluiten")]


def _kies(rapport: Onderwijskundigrapport, school: School, merken: list[str]) -> None:
    choose_besluiten(actor=school.intern_begeleider, rapport=rapport, merken=merken, op=OP)


def test_what_was_said_at_home_stays_here_and_what_is_of_the_plan_goes_along() -> None:
    rapport, school = _rapport()

    keuzes = {een.wat: een.is_gekozen for een in list_besluitkeuzes(rapport=rapport)}

    assert keuzes == {"Moeder praat met het wijkteam over geld.": False, "Leesgroepje.": True}
    assert _stel_vast(rapport, school) == ["Leesgroepje."]


def test_who_writes_the_report_chooses_and_that_is_kept() -> None:
    rapport, school = _rapport()
    merken = {een.wat: een.merk for een in list_besluitkeuzes(rapport=rapport)}
    moeder = "Moeder praat met het wijkteam over geld."

    for _keer in range(2):
        _kies(rapport, school, [merken[moeder], "vreemd"])

    rapport.refresh_from_db()
    assert rapport.besluiten == [merken[moeder]]
    assert Logregel.objects.filter(handeling="choose_besluiten").count() == 1
    assert _stel_vast(rapport, school) == [moeder]


def test_nothing_goes_along_when_somebody_took_every_tick_away() -> None:
    rapport, school = _rapport()

    _kies(rapport, school, [])

    rapport.refresh_from_db()
    assert _stel_vast(rapport, school) == []


def test_a_decision_that_gets_other_words_is_not_chosen_any_more() -> None:
    rapport, school = _rapport()
    merken = [een.merk for een in list_besluitkeuzes(rapport=rapport)]
    _kies(rapport, school, merken)
    Besluit.objects.filter(wat="Leesgroepje.").update(wat="Vader heeft schulden.")

    rapport.refresh_from_db()

    assert _stel_vast(rapport, school) == ["Moeder praat met het wijkteam over geld."]


def test_a_report_that_was_set_keeps_its_choice_and_a_teacher_chooses_nothing() -> None:
    rapport, school = _rapport()

    with pytest.raises(GeenToegangError):
        choose_besluiten(actor=school.leerkracht, rapport=rapport, merken=[], op=OP)
    _stel_vast(rapport, school)
    with pytest.raises(OverstapError, match="verandert niet meer"):
        _kies(rapport, school, [])
