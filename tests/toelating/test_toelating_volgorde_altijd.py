"""Whatever the order in which a case is written down, its days say the same; and a decision stays what it was."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.aanmelding import Hulpvraag
from passend.begrippen.toelating import Aanmeldingsstand, Toelatingsbesluit
from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding
from passend.toelating.queries.feiten import get_aanmeldingsfeiten

ALTIJD = settings(max_examples=150, deadline=None)
ONTVANGEN = date(2026, 9, 14)
SOORTEN = (
    *(Soort.ONDERZOEK, Soort.OUDERS_GEHOORD, Soort.SCHOOL_GEVRAAGD, Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID),
    *(Soort.BEREIDHEID_INGETROKKEN, Soort.AANVULLING_GEVRAAGD, Soort.AANGEVULD, Soort.VERLENGD, Soort.SCHOOL_VOL),
    *(Soort.SCHOOL_GESPROKEN, Soort.GRONDSLAG_GEWEIGERD, Soort.ELDERS_INGESCHREVEN, Soort.TIJDELIJK_GEPLAATST),
)
VOORVALLEN = st.lists(
    st.tuples(st.sampled_from(SOORTEN), st.integers(0, 60), st.sampled_from(["De Els", "De Schelp"])),
    unique_by=lambda voorval: voorval[1],  # on one day the order of writing is all there is
    min_size=2,
    max_size=9,
)
VERBAND = Samenwerkingsverband(nummer="PO9999", naam="Verband")
AANMELDING = Aanmelding(
    verzocht_op=ONTVANGEN,
    ontvangen_op=ONTVANGEN,
    geboren_op=date(2020, 2, 1),
    hulpvraag=Hulpvraag.EXTRA.value,
    vestiging=Vestiging(brin="99AA", bestuur=Bestuur(nummer="B1", samenwerkingsverband=VERBAND)),
)
type Voorval = tuple[Soort, int, str]


def _rij(nummer: int, voorval: Voorval) -> Aanmeldgebeurtenis:
    soort, dag, school = voorval
    op = ONTVANGEN + timedelta(days=dag)
    return Aanmeldgebeurtenis(
        pk=nummer,
        soort=soort.value,
        op=op,
        uiterlijk_op=op + timedelta(days=14) if soort in {Soort.AANVULLING_GEVRAAGD, Soort.VERLENGD} else None,
        bevinding=Hulpvraag.EXTRA.value if soort is Soort.ONDERZOEK else "",
        school=school if "school" in soort or "bereid" in soort else "",
        uitkomst=Toelatingsbesluit.GEWEIGERD.value if soort is Soort.BESLUIT else "",
        tekst="Omdat het zo is.",
        doorbreking="Het bestuur wil het zo." if soort is Soort.BESLUIT else "",  # so that the decision always counts
        vastgelegd_op=datetime(2026, 11, 26, 9, tzinfo=UTC),
    )


def _op_dag(rijen: list[Aanmeldgebeurtenis]) -> list[Aanmeldgebeurtenis]:
    """As the database gives them."""
    return sorted(rijen, key=lambda rij: (rij.op, rij.pk))


@ALTIJD
@given(VOORVALLEN, st.data())
def test_facts_are_the_same_in_whatever_order_they_were_written_down(
    voorvallen: list[Voorval], data: st.DataObject
) -> None:
    anders = data.draw(st.permutations(voorvallen))

    feiten, andere = (
        get_aanmeldingsfeiten(
            aanmelding=AANMELDING,
            gebeurtenissen=_op_dag([_rij(nummer, voorval) for nummer, voorval in enumerate(volgorde, 1)]),
            beleid=None,
        )
        for volgorde in (voorvallen, anders)
    )

    assert feiten == andere


@ALTIJD
@given(VOORVALLEN, VOORVALLEN, st.integers(0, 70))
def test_what_is_written_down_after_a_decision_changes_nothing_of_it_whatever_its_day(
    eerst: list[Voorval], later: list[Voorval], dag: int
) -> None:
    tot_besluit = [_rij(nummer, voorval) for nummer, voorval in enumerate([*eerst, (Soort.BESLUIT, dag, "")], 1)]
    erna = [_rij(100 + nummer, voorval) for nummer, voorval in enumerate(later)]

    toen, nu = (
        toelatingsstand(
            get_aanmeldingsfeiten(aanmelding=AANMELDING, gebeurtenissen=_op_dag(rijen), beleid=None),
            peildatum=date(2026, 12, 1),
        )
        for rijen in (tot_besluit, [*tot_besluit, *erna])
    )

    assert toen.soort is Aanmeldingsstand.GEWEIGERD
    assert (nu.soort, nu.volgende, nu.termijnen) == (toen.soort, toen.volgende, toen.termijnen)
