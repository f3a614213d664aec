"""Meetings with everybody around them, made through the actions of their room."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.profielen import OP, School
from tests.factories.toegang import maak_account

from passend.begrippen.overleg import Deelnemerrol, Overlegsoort
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.toestemming import give_toestemming
from passend.leerlingen.models import Dossierstuk, Leerling
from passend.overleggen.actions.blad import Besluitgegevens, add_besluit, save_deel, set_stuk
from passend.overleggen.actions.deelnemers import (
    Deelnemergegevens,
    add_deelnemer,
    ask_deelnemertoestemming,
    record_uitnodiging,
)
from passend.overleggen.actions.overleg import Overleggegevens, plan_overleg
from passend.overleggen.models import Besluit, Overleg, Overlegdeel, Overlegdeelnemer
from passend.overleggen.queries.overleggen import list_deelnemers, toegelaten
from passend.toegang.models import Account

BEGINT = OP + timedelta(days=3)
NA = BEGINT + timedelta(minutes=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mdo:
    """An MDO about the pupil of a family, three days after everything, with an expert whom the parent let in."""

    gezin: Gezin
    overleg: Overleg
    deskundige: Account
    extern: Overlegdeelnemer

    @property
    def ib(self) -> Account:
        """Who plans it."""
        return self.gezin.school.intern_begeleider

    def deel(self, soort: str) -> Overlegdeel:
        """A part of the sheet as it is now."""
        return Overlegdeel.objects.get(overleg=self.overleg, soort=soort)

    def deelnemer(self, rol: Deelnemerrol) -> Overlegdeelnemer:
        """The first participant with a role."""
        eerste = Overlegdeelnemer.objects.filter(overleg=self.overleg, rol=rol).first()
        assert eerste is not None
        return eerste


def nodig_uit(mdo: Mdo) -> Mdo:
    """Ask everybody who may come, at the moment at which it was planned."""
    op = timezone.localtime(OP)
    deelnemers = list_deelnemers(overleg=mdo.overleg)
    mogen = toegelaten(deelnemers=deelnemers, overleg=mdo.overleg, op=op)
    for een in deelnemers:
        if een.pk in mogen and een.rol != Deelnemerrol.LEERLING:
            record_uitnodiging(actor=mdo.ib, deelnemer=een, op=op)
    return mdo


def gegevens(begint_op: datetime = BEGINT, minuten: int = 60, plaats: str = "Kamer 4") -> Overleggegevens:
    """When and where."""
    return Overleggegevens(begint_op=begint_op, minuten=minuten, plaats=plaats)


def maak_mdo(gezin: Gezin | None = None, *, begint_op: datetime = BEGINT, met_toestemming: bool = True) -> Mdo:
    """An MDO; the parents agreed to the expert unless told otherwise."""
    gezin = gezin or maak_gezin()
    school, op = gezin.school, timezone.localtime(OP)
    overleg = plan_overleg(
        actor=school.intern_begeleider,
        over=gezin.leerling,
        soort=Overlegsoort.MDO,
        gegevens=gegevens(begint_op),
        op=op,
    )
    deskundige = maak_account(Rolsoort.DESKUNDIGE, school.vestiging, naam="Wever")
    extern = add_deelnemer(
        actor=school.intern_begeleider,
        overleg=overleg,
        gegevens=Deelnemergegevens(
            rol=Deelnemerrol.SCHOOLMAATSCHAPPELIJK_WERK, naam="Jo Wever", email=deskundige.username
        ),
        op=op,
    )
    if met_toestemming:
        toestemming = ask_deelnemertoestemming(
            actor=school.intern_begeleider, deelnemer=extern, geldig_tot_en_met=begint_op.date(), op=op
        )
        give_toestemming(actor=gezin.ouder, toestemming=toestemming, op=op)
    return Mdo(gezin=gezin, overleg=overleg, deskundige=deskundige, extern=extern)


def maak_groepsbespreking(gezin: Gezin, begint_op: datetime = BEGINT) -> Overleg:
    """A meeting about the group of the pupil."""
    return plan_overleg(
        actor=gezin.school.intern_begeleider,
        over=gezin.groep,
        soort=Overlegsoort.GROEPSBESPREKING,
        gegevens=gegevens(begint_op),
        op=timezone.localtime(OP),
    )


def maak_overlegrijen(school: School, leerling: Leerling, stuk: Dossierstuk) -> None:
    """A row in every table of meetings, about one pupil."""
    ib, op = school.intern_begeleider, timezone.localtime(OP)
    overleg = plan_overleg(actor=ib, over=leerling, soort=Overlegsoort.MDO, gegevens=gegevens(), op=op)
    deel = Overlegdeel.objects.get(overleg=overleg, soort="vraag")
    eerst = save_deel(actor=ib, deel=deel, tekst="Hoe?", versie=deel.versie, op=op)
    save_deel(actor=school.directeur, deel=eerst, tekst="Hoe helpen we?", versie=eerst.versie, op=op)
    set_stuk(actor=ib, overleg=overleg, stuk=stuk, ligt_erop=True, op=op)
    add_besluit(actor=ib, overleg=overleg, op=op)


def maak_besluit(mdo: Mdo, wat: str = "Leesgroepje", op: datetime = NA, dagen: int = 14) -> Besluit:
    """A decision that the teacher does."""
    return add_besluit(
        actor=mdo.ib,
        overleg=mdo.overleg,
        gegevens=Besluitgegevens(
            wat=wat,
            eigenaar=mdo.deelnemer(Deelnemerrol.LEERKRACHT),
            uiterlijk_op=(op + timedelta(days=dagen)).date(),
        ),
        op=timezone.localtime(op),
    )
