"""The made-up transfers of the region: a report that may leave, and a file of another school that waits."""

from datetime import date, datetime, time
from typing import Any

from passend.begrippen.aanmelding import Aanmeldweg, Gebeurtenissoort, Hulpvraag
from passend.begrippen.overstap import Akkoord, Kanaal
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.toelating import Toelatingsbesluit
from passend.cli.democontact import lees_contact
from passend.cli.demodagen import terug
from passend.cli.demoregio import AMSTERDAM, Regio, lees
from passend.documenten.zetten.dossierpdf import zet_inzagelijst_pdf
from passend.leerlingen.queries.leerlingen import find_leerlingen
from passend.organisaties.queries import in_bestuur
from passend.overstap.actions.bestand import keep_bestand
from passend.overstap.actions.contact import add_overstapcontact
from passend.overstap.actions.ouderbericht import Ouderbericht, tell_ouder
from passend.overstap.actions.ouders import answer_rapport
from passend.overstap.actions.rapport import (
    Bestemming,
    begin_rapport,
    choose_besluiten,
    freeze_rapport,
    set_bestemming,
    write_rapport,
)
from passend.overstap.queries.rapport import list_besluitkeuzes
from passend.plannen.queries.opp import list_gezag
from passend.toelating.actions.aanmelden import Aanmelder, Kindgegevens
from passend.toelating.actions.besluiten import Besluitgegevens, decide_aanmelding
from passend.toelating.actions.brieven import receive_aanmelding
from passend.toelating.actions.contact import add_contact as add_zaakcontact
from passend.toelating.actions.school import Beleidgegevens, set_beleid
from passend.toelating.actions.zaak import Gebeurtenisgegevens, record_gebeurtenis
from passend.toelating.queries.aanmeldingen import get_beleid
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso
from passend.uitwisseling.oso.uit_rapport import Verzending, Woonadres, maak_popo

RAPPORT_KAN_VANAF = date(2026, 8, 1)  # what goes along in it was read in the law of that day
NUMMER = "999999990"  # made up; it passes the test of eleven


def load_overstap(regio: Regio, vandaag: date) -> None:
    """Load the transfers, within the scope of their board."""
    bron = lees("overstap.json")
    with in_bestuur(regio.organisaties[bron["komt"]["school"]].bestuur_id):
        if terug(vandaag, 6) >= RAPPORT_KAN_VANAF:
            _load_rapport(regio, bron["rapport"], vandaag)
        _load_komt(regio, bron["komt"], vandaag)
    code, voornaam, achternaam = bron["rapport"]["leerling"]
    with in_bestuur(regio.organisaties[code].bestuur_id):
        (gaat,) = find_leerlingen(vestiging=regio.organisaties[code], voornaam=voornaam, achternaam=achternaam)
    komt_daar = bron["rapport"]["aanmelding"] | {"kind": [voornaam, achternaam], "geboren_op": str(gaat.geboren_op)}
    with in_bestuur(regio.organisaties[bron["rapport"]["naar_brin"]].bestuur_id):
        _load_aanmelding(regio, bron["rapport"]["naar_brin"], komt_daar, vandaag)


def _load_rapport(regio: Regio, bron: dict[str, Any], vandaag: date) -> None:
    code, voornaam, achternaam = bron["leerling"]
    vestiging = regio.organisaties[code]
    (leerling,) = find_leerlingen(vestiging=vestiging, voornaam=voornaam, achternaam=achternaam)
    ib, directeur = regio.wie(Rolsoort.INTERN_BEGELEIDER, code), regio.wie(Rolsoort.DIRECTEUR, code)
    eerst, later = _moment(terug(vandaag, 6)), _moment(terug(vandaag, 2))
    rapport = begin_rapport(actor=ib, leerling=leerling, op=eerst)
    waarheen = Bestemming(naar_school=bron["naar_school"], naar_brin=bron["naar_brin"], **bron["adres"])
    set_bestemming(actor=ib, rapport=rapport, waarheen=waarheen, op=eerst)
    for onderdeel, tekst in bron["teksten"].items():
        write_rapport(actor=ib, rapport=rapport, onderdeel=onderdeel, tekst=tekst, eerder="", op=eerst)
    merken = [een.merk for een in list_besluitkeuzes(rapport=rapport)]  # all of them are about school
    choose_besluiten(actor=ib, rapport=rapport, merken=merken, op=eerst)
    contact = bron["contact"]
    gegevens = lees_contact(contact, eerst.date())
    add_overstapcontact(actor=ib, vestiging=vestiging, over=leerling, gegevens=gegevens, op=eerst)
    freeze_rapport(actor=directeur, rapport=rapport, op=later)
    ouders = bron["ouders"]
    bericht = Ouderbericht(
        geinformeerd_op=later.date(),
        kanaal=Kanaal(ouders["kanaal"]),
        kopie_op=later.date(),
        akkoord=Akkoord(ouders["akkoord"]),
        opmerking=ouders["opmerking"],
    )
    for ouder in list_gezag(leerling=leerling, peildatum=later.date()):
        tell_ouder(actor=ib, rapport=rapport, ouder=ouder, bericht=bericht, op=later)
    reactie = bron["reactie"]
    answer_rapport(
        actor=regio.accounts[reactie["account"]],
        rapport=rapport,
        akkoord=Akkoord(reactie["eens"]),
        opmerking=reactie["opmerking"],
        op=_moment(terug(vandaag, 1)),
    )


def _load_komt(regio: Regio, bron: dict[str, Any], vandaag: date) -> None:
    vestiging = regio.organisaties[bron["school"]]
    aanmelding = bron["aanmelding"] | {"kind": [bron["voornaam"], bron["achternaam"]], "geboren": bron["geboren"]}
    _load_aanmelding(regio, bron["school"], aanmelding, vandaag)
    binnen = terug(vandaag, 1)
    xml = schrijf_oso(maak_popo(_inhoud(bron, binnen), _verzending(bron, binnen), bsn=NUMMER))
    keep_bestand(
        actor=regio.wie(Rolsoort.INTERN_BEGELEIDER, bron["school"]),
        vestiging=vestiging,
        opgave=maak_opgave(lees_oso(xml)),
        inhoud=xml,
        op=_moment(binnen),
    )


def _load_aanmelding(regio: Regio, code: str, bron: dict[str, Any], vandaag: date) -> None:
    """A child that was registered at a school some weeks ago, and admitted two days ago."""
    vestiging, toen = regio.organisaties[code], terug(vandaag, 21)
    ib, directeur = regio.wie(Rolsoort.INTERN_BEGELEIDER, code), regio.wie(Rolsoort.DIRECTEUR, code)
    kind = Kindgegevens(
        voornaam=bron["kind"][0],
        achternaam=bron["kind"][1],
        geboren_op=date.fromisoformat(bron["geboren_op"]) if "geboren_op" in bron else _geboren(bron, vandaag),
        weg=Aanmeldweg.SCHOOL,
        verzocht_op=toen,
        ontvangen_op=toen,
        hulpvraag=Hulpvraag(bron["hulpvraag"]),
        adres=bron["adres"],
        is_elders_ingeschreven=True,
        huidige_school=bron["huidige_school"],
    )
    ouders = [Aanmelder(naam=bron["ouder"][0], email=bron["ouder"][1])]
    aanmelding, _geheim = receive_aanmelding(actor=ib, vestiging=vestiging, kind=kind, ouders=ouders, op=_moment(toen))
    gesproken, bekeken = terug(vandaag, 10), terug(vandaag, 9)
    gesprek = lees_contact(bron["gesprek"], gesproken)
    add_zaakcontact(actor=ib, vestiging=vestiging, over=aanmelding, gegevens=gesprek, op=_moment(gesproken))
    noot = Gebeurtenisgegevens(op=bekeken, tekst=bron["bekeken"], bevinding=Hulpvraag(bron["hulpvraag"]))
    soort = Gebeurtenissoort.ONDERZOEK
    record_gebeurtenis(actor=ib, aanmelding=aanmelding, soort=soort, gegevens=noot, op=_moment(bekeken))
    if get_beleid(vestiging=vestiging) is None:
        beleid = Beleidgegevens(is_openbaar="Openbaar" in str(vestiging.bestuur), is_aanmelden_open=False)
        set_beleid(actor=directeur, vestiging=vestiging, gegevens=beleid, op=_moment(toen))
    besloten = terug(vandaag, 2)
    besluit = Besluitgegevens(soort=Toelatingsbesluit.TOEGELATEN, op=besloten, motivering=bron["besluit"])
    decide_aanmelding(actor=directeur, aanmelding=aanmelding, gegevens=besluit, op=_moment(besloten))


def _geboren(bron: dict[str, Any], vandaag: date) -> date:
    return vandaag.replace(year=vandaag.year - bron["geboren"], month=3, day=2)


def _inhoud(bron: dict[str, Any], vandaag: date) -> dict[str, Any]:
    jaar, van = Schooljaar.op(vandaag), bron["van"]
    begin = date(jaar.beginjaar, 8, 1)
    jaren = [
        {
            "schooljaar": f"{jaar.beginjaar - terug}-{jaar.beginjaar - terug + 1}",
            "groep": groep,
            "van": begin.replace(year=jaar.beginjaar - terug).isoformat(),
            "tot_en_met": None,
        }
        for terug, groep in reversed(list(enumerate(reversed(bron["groepen"]))))
    ]
    plan = {"van": begin.isoformat(), "tot_en_met": vandaag.isoformat(), "doel": bron["plan"]}
    return {
        "van": {"vestiging": "00", "adres": "Helmweg 2", "postcode": "9999 ZZ", "email": "", **van},
        "leerling": {
            "voornaam": bron["voornaam"],
            "achternaam": bron["achternaam"],
            "geboren_op": _geboren(bron, vandaag).isoformat(),
            "ingeschreven_op": begin.replace(year=jaar.beginjaar - 3).isoformat(),
            "uitgeschreven_op": None,
        },
        "ouders": [{"naam": " ".join(bron["ouder"]), "heeft_gezag": True}],
        "onderdelen": [
            {"rubrieken": [{"naam": "loopbaan", "regels": jaren}, {"naam": "plannen", "regels": [plan]}]},
        ],
    }


def _verzending(bron: dict[str, Any], vandaag: date) -> Verzending:
    adres = Woonadres(is_geheim=False, straat="Helmweg", nummer="8", postcode="9999ZZ", plaats="Duinrand")
    gezien = terug(vandaag, 3)
    return Verzending(
        datum=vandaag, adres=adres, inzagedatum=gezien, akkoord="Ja", opmerking="", rapport=_papier(bron, vandaag)
    )


def _papier(bron: dict[str, Any], vandaag: date) -> bytes:
    """The report of the other school on paper, which hangs in its file."""
    return zet_inzagelijst_pdf(
        titel=f"Onderwijskundig rapport van {bron['voornaam']} {bron['achternaam']}",
        school=bron["van"]["naam"],
        op=vandaag,
        koppen=("Onderdeel", "Wat de school schrijft"),
        rijen=[["Begeleiding", bron["plan"]], *(["Groep", groep] for groep in bron["groepen"])],
    )


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, time(9), tzinfo=AMSTERDAM)
