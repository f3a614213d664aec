"""A school that somebody types is the school we know by that name and place: what it says of itself holds."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband, maak_vestiging
from tests.factories.profielen import OP
from tests.factories.toelating import DAG, gebeur, maak_aanmelding

from passend.begrippen.aanmelding import Andereschool
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.organisaties.models import Bestuur, Vestiging
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.school import Beleidgegevens, set_beleid
from passend.toelating.actions.verwijderen import begin_verwijdering, record_verwijderstap
from passend.toelating.actions.verwijderstap import Verwijderstap

pytestmark = pytest.mark.django_db
type Noteer = Callable[..., Any]
VERKLARING = "laat een kind alleen toe met een toelaatbaarheidsverklaring"


@pytest.fixture
def bestuur() -> Bestuur:
    """A board that is not the one of this school."""
    return maak_bestuur(maak_samenwerkingsverband("PO9902"), "99002")


@pytest.fixture(params=["aanmelding", "verwijdering"])
def noteer(request: pytest.FixtureRequest, bestuur: Bestuur) -> Iterator[Noteer]:
    """Note something of another school, of a registration and of a removal; this school is De Wilgenboom."""
    gezin = maak_gezin()
    school = gezin.school

    def bij_aanmelding(soort: Soort, naam: str, plaats: str = "", **meer: Any) -> Any:
        return gebeur(school, aanmelding, soort, 1, school=naam, plaats=plaats, **meer)

    def bij_verwijdering(soort: Soort, naam: str, plaats: str = "", **meer: Any) -> Any:
        stap = Verwijderstap(soort=soort, op=DAG, school=f"{naam}, {plaats}" if plaats else naam, **meer)
        return record_verwijderstap(actor=school.intern_begeleider, verwijdering=verwijdering, stap=stap, op=OP)

    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        verwijdering = begin_verwijdering(
            actor=school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP
        )
        yield bij_aanmelding if request.param == "aanmelding" else bij_verwijdering


def _zegt(vestiging: Vestiging, soort: Andereschool = Andereschool.SBO, *, is_openbaar: bool = False) -> Vestiging:
    gegevens = Beleidgegevens(is_openbaar=is_openbaar, is_aanmelden_open=False, schoolsoort=soort)
    with in_bestuur(vestiging.bestuur_id):
        set_beleid(actor=None, vestiging=vestiging, gegevens=gegevens, op=OP)
    return vestiging


@pytest.mark.parametrize("naam", ["SBO De Zandkorrel", "de zandkorrel", " Zandkorrel  Zeestad", "99ZA00"])
def test_typed_school_is_the_one_we_know_and_its_yes_says_how_the_verklaring_stands(
    noteer: Noteer, bestuur: Bestuur, naam: str
) -> None:
    korrel = _zegt(maak_vestiging(bestuur, "99ZA", "SBO De Zandkorrel", "Zeestad"))

    gevraagd = noteer(Soort.SCHOOL_GEVRAAGD, naam, " zeestad ", schoolsoort="bao")

    assert (gevraagd.vestiging, gevraagd.schoolsoort) == (korrel, "sbo")
    assert gevraagd.school == "SBO De Zandkorrel, Zeestad"
    with pytest.raises(ToelatingError, match=VERKLARING):
        noteer(Soort.SCHOOL_BEREID, "SBO De Zandkorrel, Zeestad", tekst="De directeur.", schoolsoort="bao")
    ja = noteer(Soort.SCHOOL_BEREID, "SBO De Zandkorrel, Zeestad", tekst="De directeur.", tlv="gevraagd")
    assert ja.vestiging == korrel


def test_typed_and_chosen_school_are_asked_once(noteer: Noteer, bestuur: Bestuur) -> None:
    korrel = _zegt(maak_vestiging(bestuur, "99ZA", "SBO De Zandkorrel", "Zeestad"))
    noteer(Soort.SCHOOL_GEVRAAGD, "SBO De Zandkorrel, Zeestad", vestiging=korrel)
    noteer(Soort.SCHOOL_NIET_BEREID, "SBO De Zandkorrel, Zeestad", tekst="De directeur: vol.")

    ja = noteer(Soort.SCHOOL_BEREID, "de zandkorrel, zeestad", tekst="De directeur: toch.", tlv="er")

    assert ja.school == "SBO De Zandkorrel, Zeestad"


def test_school_that_was_asked_before_we_knew_it_is_answered_by_the_name_it_was_asked_by(
    noteer: Noteer, bestuur: Bestuur
) -> None:
    noteer(Soort.SCHOOL_GEVRAAGD, "de zandkorrel", "Zeestad", schoolsoort="bao")
    korrel = _zegt(maak_vestiging(bestuur, "99ZA", "SBO De Zandkorrel", "Zeestad"))

    with pytest.raises(ToelatingError, match=VERKLARING):
        noteer(Soort.SCHOOL_BEREID, "de zandkorrel, Zeestad", tekst="De directeur.")

    ja = noteer(Soort.SCHOOL_BEREID, "de zandkorrel, Zeestad", tekst="De directeur.", tlv="er")
    assert (ja.school, ja.vestiging, ja.schoolsoort) == ("de zandkorrel, Zeestad", korrel, "sbo")


@pytest.mark.parametrize(
    ("naam", "plaats"),
    [("De Zandkorrel", "Duinrand"), ("De Zandkorrel Noord", "Zeestad"), ("De Korrel", "Zeestad")],
)
def test_name_alone_or_half_a_name_is_another_school(noteer: Noteer, bestuur: Bestuur, naam: str, plaats: str) -> None:
    _zegt(maak_vestiging(bestuur, "99ZA", "SBO De Zandkorrel", "Zeestad"))

    gevraagd = noteer(Soort.SCHOOL_GEVRAAGD, naam, plaats, schoolsoort="bao")

    assert (gevraagd.school, gevraagd.vestiging, gevraagd.schoolsoort) == (f"{naam}, {plaats}", None, "bao")


def test_known_school_that_did_not_say_its_kind_is_of_the_kind_that_was_chosen(
    noteer: Noteer, bestuur: Bestuur
) -> None:
    korrel = maak_vestiging(bestuur, "99ZA", "De Zandkorrel", "Zeestad")

    gevraagd = noteer(Soort.SCHOOL_GEVRAAGD, "De Zandkorrel", "Zeestad", schoolsoort="so")

    assert (gevraagd.vestiging, gevraagd.schoolsoort) == (korrel, "so")


def test_name_that_can_mean_two_schools_or_one_of_another_kind_is_asked_for(noteer: Noteer, bestuur: Bestuur) -> None:
    for brin, naam in (("99ZA", "OBS De Wier"), ("99ZB", "RKBS De Wier"), ("99ZC", "SBO De Zandkorrel")):
        _zegt(maak_vestiging(bestuur, brin, naam, "Zeestad"), Andereschool.BASISSCHOOL)

    with pytest.raises(ToelatingError, match="Passend kent in Zeestad: OBS De Wier en RKBS De Wier"):
        noteer(Soort.SCHOOL_GEVRAAGD, "De Wier", "Zeestad")
    with pytest.raises(ToelatingError, match="Passend kent in Zeestad: SBO De Zandkorrel"):
        noteer(Soort.SCHOOL_GEVRAAGD, "Basisschool De Zandkorrel", "Zeestad")

    assert noteer(Soort.SCHOOL_GEVRAAGD, "rkbs de wier", "Zeestad").vestiging.brin == "99ZB"
    assert noteer(Soort.SCHOOL_GEVRAAGD, "Basisschool De Zandkorrel Kade 2", "Zeestad").vestiging is None


@pytest.mark.parametrize("naam", ["De Wilgenboom", "Basisschool De Wilgenboom", "De Wilgenboom Voorbeeldstad"])
def test_name_of_this_school_with_another_place_is_asked_for(noteer: Noteer, naam: str) -> None:
    with pytest.raises(ToelatingError, match="De Wilgenboom is de naam van deze school zelf"):
        noteer(Soort.SCHOOL_GEVRAAGD, naam, "Zeestad")

    assert noteer(Soort.SCHOOL_GEVRAAGD, f"{naam} Kade 2", "Zeestad").vestiging is None


def test_known_school_that_has_the_name_of_this_one_is_another_school(noteer: Noteer, bestuur: Bestuur) -> None:
    ver = _zegt(maak_vestiging(bestuur, "99ZA", "De Wilgenboom", "Zeestad"))
    hier = _zegt(maak_vestiging(bestuur, "99ZB", "De Wilgenboom"))

    with pytest.raises(ToelatingError, match="Dit is deze school zelf"):
        noteer(Soort.SCHOOL_GEVRAAGD, "De Wilgenboom", "Voorbeeldstad")
    assert noteer(Soort.SCHOOL_GEVRAAGD, "De Wilgenboom", "Zeestad").vestiging == ver
    assert noteer(Soort.SCHOOL_GEVRAAGD, "De Wilgenboom, Voorbeeldstad", vestiging=hier).vestiging == hier


def test_school_that_is_asked_has_a_place(noteer: Noteer) -> None:
    with pytest.raises(ToelatingError, match="Vul ook in in welke plaats deze school staat"):
        noteer(Soort.SCHOOL_GEVRAAGD, "De Kiezel")


def test_answer_is_of_the_kind_of_school_that_was_asked(noteer: Noteer) -> None:
    noteer(Soort.SCHOOL_GEVRAAGD, "De Rots", "Zeestad", schoolsoort="so")

    with pytest.raises(ToelatingError, match=VERKLARING):
        noteer(Soort.SCHOOL_BEREID, "De Rots, Zeestad", tekst="De directeur.", schoolsoort="bao")


@pytest.mark.parametrize("soort", ["", "bao"])
def test_school_called_sbo_is_not_asked_as_an_ordinary_one(noteer: Noteer, bestuur: Bestuur, soort: str) -> None:
    maak_vestiging(bestuur, "99ZA", "SBO De Zandkorrel", "Zeestad")  # it did not say its kind

    for naam in ("SBO De Zandkorrel", "SBO De Zeester"):
        with pytest.raises(ToelatingError, match=f"In de naam van {naam}, Zeestad staat sbo"):
            noteer(Soort.SCHOOL_GEVRAAGD, naam, "Zeestad", schoolsoort=soort)

    assert noteer(Soort.SCHOOL_GEVRAAGD, "SBO De Zeester", "Zeestad", schoolsoort="sbo").schoolsoort == "sbo"
