"""Who may do what: every role, at the own school, at another one, and not signed in."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import AnonymousUser
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband
from tests.factories.profielen import OP, School, maak_profiel, maak_school

from passend.begrippen.rollen import GeenToegangError, Reden
from passend.organisaties.models import Vestiging
from passend.profielen.permissions import (
    require,
    visible_profielen,
    visible_vestigingen,
    why_may_add_sjabloon,
    why_may_adopt,
    why_may_edit_profiel,
    why_may_publish,
    why_may_react,
    why_may_read_profiel,
    why_may_record_mr,
)

if TYPE_CHECKING:
    from passend.toegang.queries import Bezoeker

pytestmark = pytest.mark.django_db
PEILDATUM = OP.date()
IEDEREEN = ("adviseur", "bestuurder", "directeur", "intern_begeleider", "leerkracht", "mr_lid")

type Vraag = Callable[..., Reden | None]


def _wie_mag(vraag: Vraag, school: School, vestiging: Vestiging) -> tuple[str, ...]:
    return tuple(wie for wie in IEDEREEN if vraag(getattr(school, wie), vestiging, peildatum=PEILDATUM) is not None)


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        (why_may_read_profiel, IEDEREEN),
        (why_may_edit_profiel, ("directeur", "intern_begeleider")),
        (why_may_react, ("directeur", "intern_begeleider", "leerkracht")),
        (why_may_record_mr, ("directeur", "mr_lid")),
        (why_may_adopt, ("bestuurder",)),
        (why_may_publish, ("bestuurder", "directeur")),
        (why_may_add_sjabloon, ("adviseur",)),
    ],
)
def test_each_permission_is_for_some_roles_of_the_own_school_only(vraag: Vraag, verwacht: tuple[str, ...]) -> None:
    school = maak_school()
    elders = maak_school(maak_bestuur(maak_samenwerkingsverband("PO9902"), "99002"), brin="99AB")

    eigen, andere = _wie_mag(vraag, school, school.vestiging), _wie_mag(vraag, school, elders.vestiging)

    assert (eigen, andere) == (verwacht, ())
    assert vraag(AnonymousUser(), school.vestiging, peildatum=PEILDATUM) is None


@pytest.mark.parametrize("wie", IEDEREEN)
def test_profiles_that_are_listed_are_exactly_those_that_may_be_read(wie: str) -> None:
    verband = maak_samenwerkingsverband()
    scholen = [
        maak_school(maak_bestuur(verband, "99001"), brin="99AA", naam="A"),
        maak_school(maak_bestuur(verband, "99002"), brin="99AB", naam="B"),
        maak_school(maak_bestuur(maak_samenwerkingsverband("PO9902"), "99003"), brin="99AC", naam="C"),
    ]
    profielen = [maak_profiel(school) for school in scholen]
    account: Bezoeker = getattr(scholen[0], wie)

    leesbaar = [
        profiel
        for profiel in profielen
        if why_may_read_profiel(account, profiel.vestiging, peildatum=PEILDATUM) is not None
    ]

    assert list(visible_profielen(account, peildatum=PEILDATUM).order_by("vestiging__naam")) == leesbaar
    assert list(visible_vestigingen(account, peildatum=PEILDATUM)) == [profiel.vestiging for profiel in leesbaar]


def test_reason_is_a_sentence_for_the_person_and_a_code_for_the_log() -> None:
    school = maak_school()

    reden = why_may_edit_profiel(school.directeur, school.vestiging, peildatum=PEILDATUM)

    assert reden == Reden("directeur", "U bent directeur van deze school.")
    assert require(reden, "niemand") is reden


def test_refusal_says_who_may() -> None:
    with pytest.raises(GeenToegangError) as weigering:
        require(None, "het bestuur")

    assert str(weigering.value) == "Dit mag u niet doen voor deze school. Dit mag wel: het bestuur. Vraag het daar."


def test_role_that_has_not_begun_gives_nothing() -> None:
    school = maak_school()

    assert why_may_edit_profiel(school.directeur, school.vestiging, peildatum=date(2020, 7, 31)) is None
