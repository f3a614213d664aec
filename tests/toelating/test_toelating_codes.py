"""What a form sends as a choice is one of the choices, in every step: a page never falls over what it reads back."""

from datetime import timedelta
from typing import Any

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.profielen import OP, maak_school
from tests.factories.toelating import BELEID, maak_aanmelding, maak_beleid, maak_vol, maak_weigerbaar
from tests.toelating.stapgegevens import volledig

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.school import Beleidgegevens, set_beleid
from passend.toelating.actions.verwijderen import begin_verwijdering, record_verwijderstap
from passend.toelating.actions.verwijderstap import STAPPEN, Verwijderstap
from passend.toelating.actions.zaak import VRIJ, Gebeurtenisgegevens, record_gebeurtenis
from passend.toelating.models import Aanmeldgebeurtenis, Verwijdergebeurtenis

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(days=10)
LANG = f"{BELEID}/{'a' * 200}"
FOUT = {
    "bevinding": "zzz",
    "schoolsoort": "zzz",
    "tlv": "zzz",
    "leerjaar": 9,
    "bewijs_adres": LANG,
}


@pytest.mark.parametrize("veld", FOUT)
def test_no_step_of_a_case_takes_a_choice_that_there_is_not(veld: str) -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        maak_vol(school)
        aanmelding = maak_aanmelding(school)
        maak_weigerbaar(school, aanmelding)
        voor = Aanmeldgebeurtenis.objects.count()
        for soort in VRIJ:
            gegevens = Gebeurtenisgegevens(op=LATER.date(), **volledig(soort) | {veld: FOUT[veld]})
            with pytest.raises(ToelatingError):
                record_gebeurtenis(
                    actor=school.intern_begeleider, aanmelding=aanmelding, soort=soort, gegevens=gegevens, op=LATER
                )
        assert Aanmeldgebeurtenis.objects.count() == voor


@pytest.mark.parametrize("veld", ["schoolsoort", "tlv"])
def test_no_step_of_a_removal_takes_a_choice_that_there_is_not(veld: str) -> None:
    gezin = maak_gezin()
    maak_beleid(gezin.school)
    actor = gezin.school.directeur
    rij = begin_verwijdering(actor=actor, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)

    def stap(soort: Soort, **meer: Any) -> None:
        feiten = {"op": LATER.date(), "tekst": "De directeur.", "school": "De Schelp, Zeestad"} | meer
        record_verwijderstap(actor=actor, verwijdering=rij, stap=Verwijderstap(soort=soort, **feiten), op=LATER)

    stap(Soort.SCHOOL_GEVRAAGD)
    stap(Soort.SCHOOL_BEREID)
    for soort in STAPPEN:
        with pytest.raises(ToelatingError):
            stap(soort, **{veld: "zzz"})
    assert Verwijdergebeurtenis.objects.count() == 2


def test_address_of_a_policy_fits_where_it_is_kept() -> None:
    school = maak_school()
    gegevens = Beleidgegevens(is_openbaar=False, is_aanmelden_open=True, beleid_adres=LANG)

    with pytest.raises(ToelatingError, match="200 tekens"):
        set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=gegevens, op=OP)
