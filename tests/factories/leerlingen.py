"""Pupils with parents and a file, made through the actions of their room."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.factories.profielen import OP, School, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.dossier import add_stuk, add_zienswijze, decide_zienswijze
from passend.leerlingen.actions.leerlingen import (
    Leerlinggegevens,
    Oudergegevens,
    add_ouder,
    place_leerling,
    register_leerling,
)
from passend.leerlingen.actions.stukbestand import attach_stukbestand
from passend.leerlingen.actions.toestemming import ask_toestemming, break_glass, give_toestemming
from passend.leerlingen.models import (
    Dossierstuk,
    Leerling,
    Noodinzage,
    Ouderrelatie,
    Stukbestand,
    Toestemming,
    Zienswijze,
)
from passend.organisaties.actions import create_groep
from passend.organisaties.models import Groep
from passend.toegang.actions import assign_groep
from passend.toegang.models import Account

LANG_GELEDEN = OP - timedelta(days=30)
GEBOREN = date(2018, 3, 14)
SINDS = date(2024, 8, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezin:
    """A pupil in the group of the teacher of a school, with two parents of whom one has authority, and an expert."""

    school: School
    groep: Groep
    leerling: Leerling
    ouder: Account
    ouder_zonder_gezag: Account
    deskundige: Account
    relatie: Ouderrelatie
    stuk: Dossierstuk
    zienswijze: Zienswijze
    toestemming: Toestemming
    noodinzage: Noodinzage


def maak_groep(school: School, naam: str = "5", schooljaar: str = "2026-2027") -> Groep:
    """A group of a school."""
    return create_groep(vestiging=school.vestiging, schooljaar=schooljaar, naam=naam)


def maak_leerling(
    school: School, voornaam: str = "Pip", achternaam: str = "Duinmans", groep: Groep | None = None
) -> Leerling:
    """A pupil, in a group when one is given."""
    leerling = register_leerling(
        actor=school.intern_begeleider,
        vestiging=school.vestiging,
        gegevens=Leerlinggegevens(voornaam=voornaam, achternaam=achternaam, geboren_op=GEBOREN, ingeschreven_op=SINDS),
        op=OP,
    )
    if groep is not None:
        place_leerling(actor=school.intern_begeleider, leerling=leerling, groep=groep, geldig_van=SINDS, op=OP)
    return leerling


def maak_ouder(
    school: School, leerling: Leerling, *, heeft_gezag: bool = True, account: Account | None = None
) -> tuple[Account, Ouderrelatie]:
    """A parent who can sign in."""
    account = account or maak_account(Rolsoort.OUDER, school.vestiging, naam="Duinmans")
    relatie = add_ouder(
        actor=school.intern_begeleider,
        leerling=leerling,
        gegevens=Oudergegevens(naam=str(account), email=account.email, heeft_gezag=heeft_gezag, geldig_van=SINDS),
        op=OP,
        account=account,
    )
    return account, relatie


def maak_stuk(
    school: School,
    leerling: Leerling,
    klasse: Vertrouwelijkheid = Vertrouwelijkheid.GEWOON,
    titel: str = "Gesprek",
    op: datetime = OP,
) -> Dossierstuk:
    """A piece of a file."""
    return add_stuk(
        actor=school.intern_begeleider,
        leerling=leerling,
        titel=titel,
        tekst=f"Wat er staat in {titel}.",
        vertrouwelijkheid=klasse,
        geldig_van=op.date(),
        op=op,
    )


def maak_stukbestand(school: School, stuk: Dossierstuk) -> Stukbestand:
    """A text that belongs to a piece."""
    bijlage = Bijlage(extensie="txt", inhoud=b"Toen ging het zo.")
    ib = school.intern_begeleider
    return attach_stukbestand(actor=ib, stuk=stuk, naam="toen.txt", bijlage=bijlage, vingerafdruk="0" * 64, op=OP)


def deel_ook(gezin: "Gezin", stuk: Dossierstuk, tot_en_met: date) -> Toestemming:
    """The parent of a family lets the expert see another piece, until another day."""
    toestemming = ask_toestemming(
        actor=gezin.school.intern_begeleider,
        leerling=gezin.leerling,
        email="roos@praktijk.example",
        doel="Nog een onderzoek",
        geldig_tot_en_met=tot_en_met,
        stukken=[stuk],
        op=OP,
        account=gezin.deskundige,
    )
    return give_toestemming(actor=gezin.ouder, toestemming=toestemming, op=OP)


def maak_gezin(school: School | None = None, groepsnaam: str = "5") -> Gezin:
    """A pupil with everybody around it; the expert may see one piece."""
    school = school or maak_school()
    groep = maak_groep(school, groepsnaam)
    assign_groep(account=school.leerkracht, groep=groep, geldig_van=SINDS)
    leerling = maak_leerling(school, groep=groep)
    ouder, relatie = maak_ouder(school, leerling)
    zonder, _relatie = maak_ouder(school, leerling, heeft_gezag=False)
    deskundige = maak_account(Rolsoort.DESKUNDIGE, school.vestiging, naam="Roos")
    stuk = maak_stuk(school, leerling)
    vervanger = maak_account(Rolsoort.LEERKRACHT, school.vestiging)
    toestemming = ask_toestemming(
        actor=school.intern_begeleider,
        leerling=leerling,
        email="roos@praktijk.example",
        doel="Onderzoek naar lezen",
        geldig_tot_en_met=date(2026, 12, 31),
        stukken=[stuk],
        op=OP,
        account=deskundige,
    )
    give_toestemming(actor=ouder, toestemming=toestemming, op=OP)
    return Gezin(
        school=school,
        groep=groep,
        leerling=leerling,
        ouder=ouder,
        ouder_zonder_gezag=zonder,
        deskundige=deskundige,
        relatie=relatie,
        stuk=stuk,
        zienswijze=add_zienswijze(actor=ouder, stuk=stuk, tekst="Dit mis ik.", is_verzoek=True, op=OP),
        toestemming=toestemming,
        noodinzage=break_glass(actor=vervanger, leerling=leerling, waarom="Ik vervang de ib-er.", op=LANG_GELEDEN),
    )


def beantwoord(gezin: Gezin) -> None:
    """The school answered what the parent asked about the piece: it stays as it is, with the view beside it."""
    decide_zienswijze(
        actor=gezin.school.intern_begeleider,
        zienswijze=gezin.zienswijze,
        is_verbeterd=False,
        uitleg="Zo was het.",
        op=OP,
    )
