"""Registrations in every state, made through the actions of their room."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.factories.profielen import OP, School

from passend.begrippen.aanmelding import Aanmeldweg, Gebeurtenissoort, Hulpvraag, Plaatsstand
from passend.begrippen.bijlage import Bijlage
from passend.begrippen.overstap import Contactreden, Contactwijze
from passend.begrippen.toelating import Toelatingsbesluit
from passend.leerlingen.models import Leerling
from passend.toelating.actions.aanmelden import Aanmelder, Kindgegevens, add_aanmeldscan
from passend.toelating.actions.besluiten import Besluitgegevens, decide_aanmelding
from passend.toelating.actions.brieven import receive_aanmelding
from passend.toelating.actions.contact import Contactgegevens, add_contact
from passend.toelating.actions.school import Beleidgegevens, Ruimtegegevens, set_beleid, set_ruimte
from passend.toelating.actions.zaak import Gebeurtenisgegevens, record_gebeurtenis
from passend.toelating.models import (
    Aanmeldgebeurtenis,
    Aanmelding,
    Schorsing,
    Verwijdergebeurtenis,
    Verwijdering,
)

GEBOREN = date(2021, 3, 14)
DAG = OP.date()
SCAN = Bijlage(extensie="png", inhoud=b"een plaatje")
BELEID = "https://school.example/toelating"


def maak_kind(**anders: Any) -> Kindgegevens:
    """A child of five that was registered today."""
    basis: dict[str, Any] = {
        "voornaam": "Noa",
        "achternaam": "Zeegras",
        "geboren_op": GEBOREN,
        "weg": Aanmeldweg.PAPIER,
        "verzocht_op": DAG,
        "ontvangen_op": DAG,
        "hulpvraag": Hulpvraag.EXTRA,
    }
    if anders.get("is_elders_ingeschreven"):
        basis["huidige_school"] = "De Vlieger"
    return Kindgegevens(**basis | anders)


def maak_aanmelding(school: School, *, op: datetime = OP, **anders: Any) -> Aanmelding:
    """A registration with one parent, noted by the intern begeleider."""
    ouders = [Aanmelder(naam="Sanne Zeegras", email="sanne@ouders.example")]
    aanmelding, _geheim = receive_aanmelding(
        actor=school.intern_begeleider,
        vestiging=school.vestiging,
        kind=maak_kind(**anders),
        ouders=ouders,
        op=op,
    )
    return aanmelding


def maak_beleid(school: School, *, is_openbaar: bool = False, sinds: date | None = None) -> None:
    """A school that lets parents register, by a policy that everybody can read."""
    gegevens = Beleidgegevens(
        is_openbaar=is_openbaar, is_aanmelden_open=True, beleid_adres=BELEID, beleid_sinds=sinds, steunpunt="070"
    )
    set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=gegevens, op=OP)


def gebeur(
    bij: School, aanmelding: Aanmelding, soort: Gebeurtenissoort, dagen: int = 1, **feiten: Any
) -> Aanmeldgebeurtenis:
    """Something that happened some days after everything."""
    op = OP + timedelta(days=dagen)
    if soort is Gebeurtenissoort.SCHOOL_GESPROKEN:
        return spreek(bij, aanmelding, op, waarover=feiten["tekst"])
    gegevens = Gebeurtenisgegevens(op=op.date(), **feiten)
    return record_gebeurtenis(actor=bij.intern_begeleider, aanmelding=aanmelding, soort=soort, gegevens=gegevens, op=op)


def maak_contactgegevens(**anders: Any) -> Contactgegevens:
    """A talk with the school where a child is now."""
    basis: dict[str, Any] = {
        "op": DAG,
        "andere_school": "De Vlieger",
        "wie_daar": "Els Vlieger",
        "wie_hier": "Noor Wilg",
        "wijze": Contactwijze.TELEFOON,
        "reden": Contactreden.AANMELDING,
        "waarover": "Wat Noa helpt.",
    }
    return Contactgegevens(**basis | anders)


def spreek(school: School, aanmelding: Aanmelding, op: datetime = OP, **anders: Any) -> Aanmeldgebeurtenis:
    """Both schools spoke about the child of a registration."""
    gegevens = maak_contactgegevens(op=op.date(), **anders)
    contact = add_contact(
        actor=school.intern_begeleider, vestiging=school.vestiging, over=aanmelding, gegevens=gegevens, op=op
    )
    assert contact.gebeurtenis is not None
    return contact.gebeurtenis


def maak_weigerbaar(school: School, aanmelding: Aanmelding) -> None:
    """Everything the law wants before a child that needs support is refused."""
    onderzoek = {"bevinding": Hulpvraag.EXTRA, "tekst": "Observatie en gesprek."}
    gebeur(school, aanmelding, Gebeurtenissoort.ONDERZOEK, 1, **onderzoek)
    gebeur(school, aanmelding, Gebeurtenissoort.OUDERS_GEHOORD, 2, tekst="Zij willen een kleine groep.")
    gebeur(school, aanmelding, Gebeurtenissoort.SCHOOL_GEVRAAGD, 3, school="De Schelp", plaats="Zeestad")
    zegt_ja(school, aanmelding, 4)


def zegt_ja(bij: School, aanmelding: Aanmelding, dagen: int = 4, **anders: Any) -> Aanmeldgebeurtenis:
    """The other school that was asked is willing."""
    feiten = {"school": "De Schelp, Zeestad", "tekst": "De directeur van De Schelp."} | anders
    return gebeur(bij, aanmelding, Gebeurtenissoort.SCHOOL_BEREID, dagen, **feiten)


def maak_vol(school: School, leerjaar: int = 1, dag: date = DAG) -> None:
    """A year group that is full, as everybody can read."""
    ruimte = Ruimtegegevens(leerjaar=leerjaar, stand=Plaatsstand.VOL, geldig_van=dag)
    set_ruimte(actor=school.directeur, vestiging=school.vestiging, gegevens=ruimte, op=OP)


def besluit(
    school: School, aanmelding: Aanmelding, soort: Toelatingsbesluit, dagen: int = 10, **anders: Any
) -> Aanmeldgebeurtenis:
    """A decision of the directeur."""
    op = OP + timedelta(days=dagen)
    gegevens = Besluitgegevens(**{"soort": soort, "op": op.date(), "motivering": "Dit past beter."} | anders)
    actor = school.bestuurder if gegevens.doorbreking else school.directeur
    return decide_aanmelding(actor=actor, aanmelding=aanmelding, gegevens=gegevens, op=op)


def maak_toelatingsrijen(school: School, leerling: Leerling, *, geschorst: datetime = OP) -> None:
    """A row in every table of this room, of a pupil who may have left long ago."""
    ib, vast = school.intern_begeleider, {"bestuur_id": leerling.bestuur_id}
    aanmelding = maak_aanmelding(school, voornaam=f"{leerling.sleutel}")
    Aanmelding.objects.filter(pk=aanmelding.pk).update(leerling=leerling)
    add_aanmeldscan(actor=ib, aanmelding=aanmelding, scan=SCAN, op=OP)
    Schorsing.objects.create(
        **vast, leerling=leerling, geldig_van=DAG, geldig_tot_en_met=DAG, reden="Vechten.", brief="Brief.",
        aan="Jo Duinmans jo@ouders.example\nKim Zee kim@ouders.example", inspectie_bewijs="N-17",
        besloten_op=geschorst, besloten_door=ib,
    )  # fmt: skip
    verwijdering = Verwijdering.objects.create(
        **vast, leerling=leerling, reden="Wij kunnen niet meer.", begonnen_op=OP, begonnen_door=ib
    )
    for soort in (Gebeurtenissoort.OUDERS_GEHOORD, Gebeurtenissoort.INGETROKKEN):
        Verwijdergebeurtenis.objects.create(**vast, verwijdering=verwijdering, soort=soort, op=DAG, vastgelegd_op=OP)
