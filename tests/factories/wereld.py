"""Random worlds: two schools with pupils and people, and ties between them that can be of any day."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from tests.factories.leerlingen import Gezin, maak_gezin, maak_groep, maak_leerling
from tests.factories.profielen import OP, maak_school

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import (
    Groepsplaatsing,
    Leerling,
    Noodinzage,
    Ouderrelatie,
    Toestemming,
    Toestemmingsbesluit,
)
from passend.organisaties.models import Groep
from passend.toegang.actions import assign_groep, grant_rol
from passend.toegang.models import Account, Groepstaak, Rol

SOORTEN = (
    Rolsoort.LEERKRACHT,
    Rolsoort.INTERN_BEGELEIDER,
    Rolsoort.DIRECTEUR,
    Rolsoort.MR_LID,
    Rolsoort.OUDER,
    Rolsoort.DESKUNDIGE,
)
DAG = st.integers(-2, 2).map(lambda dagen: (OP + timedelta(days=dagen)).date())
EINDE = st.none() | DAG
MOMENT = st.integers(-30, 3).map(lambda uren: OP + timedelta(hours=uren))


def maak_wereld(data: st.DataObject) -> tuple[list[Leerling], list[Account]]:
    """Two schools with three groups, four pupils and five people, and random ties between them."""
    gezin = maak_gezin()
    buur = maak_school(gezin.school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    for groep, school in (("6", gezin.school), ("7", buur)):
        maak_groep(school, groep)
    leerlingen = [gezin.leerling, *(maak_leerling(gezin.school, f"Kind {i}") for i in range(2)), maak_leerling(buur)]
    mensen = [gezin.school.leerkracht, gezin.ouder, gezin.ouder_zonder_gezag, gezin.deskundige, buur.leerkracht]
    for tabel in (Groepsplaatsing, Groepstaak, Toestemming, Ouderrelatie):
        tabel.objects.all().delete()
    Rol.objects.filter(account__in=mensen).delete()
    _rollen(data, leerlingen, mensen)
    _groepen(data, leerlingen, mensen)
    for _keer in range(data.draw(st.integers(0, 5))):
        van, tot = data.draw(DAG), data.draw(EINDE)
        maak_rij(Ouderrelatie, leerling=een_van(data, leerlingen), account=een_van(data, mensen), naam="x",
             heeft_gezag=data.draw(st.booleans()), geldig_van=van, geldig_tot_en_met=tot)  # fmt: skip
    for _keer in range(data.draw(st.integers(0, 3))):
        _toestemming(data, gezin, een_van(data, leerlingen), een_van(data, mensen))
    for _keer in range(data.draw(st.integers(0, 3))):
        maak_rij(
            Noodinzage,
            leerling=een_van(data, leerlingen),
            account=een_van(data, mensen),
            op=data.draw(MOMENT),
            waarom="x",
        )
    return leerlingen, mensen


def een_van[T](data: st.DataObject, lijst: list[T]) -> T:
    """One of these."""
    return data.draw(st.sampled_from(lijst))


def maak_rij(tabel: Any, *, leerling: Leerling, **velden: Any) -> Any:
    """A row about a pupil."""
    return tabel.objects.create(bestuur_id=leerling.bestuur_id, leerling=leerling, **velden)


def _rollen(data: st.DataObject, leerlingen: list[Leerling], mensen: list[Account]) -> None:
    vestigingen = [leerlingen[0].vestiging, leerlingen[-1].vestiging]
    for _keer in range(data.draw(st.integers(0, 9))):
        account, soort, bij = een_van(data, mensen), data.draw(st.sampled_from(SOORTEN)), een_van(data, vestigingen)
        rol = grant_rol(account=account, soort=soort, bij=bij, geldig_van=data.draw(DAG))
        Rol.objects.filter(pk=rol.pk).update(geldig_tot_en_met=data.draw(EINDE))


def _groepen(data: st.DataObject, leerlingen: list[Leerling], mensen: list[Account]) -> None:
    groepen = list(Groep.objects.order_by("pk"))
    for account in data.draw(st.lists(st.sampled_from(mensen), unique_by=lambda mens: mens.pk)):
        van, tot = data.draw(DAG), data.draw(EINDE)
        assign_groep(account=account, groep=een_van(data, groepen), geldig_van=van, geldig_tot_en_met=tot)
    for leerling in leerlingen:
        van, tot = data.draw(DAG), data.draw(EINDE)
        maak_rij(
            Groepsplaatsing, leerling=leerling, groep=een_van(data, groepen), geldig_van=van, geldig_tot_en_met=tot
        )


def _toestemming(data: st.DataObject, gezin: Gezin, leerling: Leerling, account: Account) -> None:
    door = gezin.school.directeur
    vraag = maak_rij(Toestemming, leerling=leerling, account=account, email="x@y.example", doel="x",
                 geldig_tot_en_met=data.draw(DAG), gevraagd_op=OP, gevraagd_door=door,
                 ingetrokken_op=data.draw(st.none() | MOMENT))  # fmt: skip
    for ouder in Ouderrelatie.objects.filter(leerling=leerling):
        if data.draw(st.booleans()):
            Toestemmingsbesluit.objects.create(
                bestuur_id=leerling.bestuur_id,
                toestemming=vraag,
                ouder=ouder,
                gegeven_op=data.draw(MOMENT),
                ingetrokken_op=data.draw(st.none() | MOMENT),
                vastgelegd_door=door,
            )
