"""The made-up registrations of the region: one for each way in which a case can stand."""

from datetime import date, datetime, time, timedelta
from typing import Any

from passend.begrippen.aanmelding import Aanmeldweg, Gebeurtenissoort, Hulpvraag, Oudertaal, Plaatsstand
from passend.begrippen.bijlage import Bijlage
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.cli.democontact import lees_contact
from passend.cli.demodagen import schooldag, terug, twee_werkdagen
from passend.cli.demoregio import AMSTERDAM, Regio, lees
from passend.cli.demoscholen import load_schoolruimte, met_school
from passend.documenten.zetten.briefpdf import zet_brief_pdf
from passend.leerlingen.queries.leerlingen import find_leerlingen
from passend.organisaties.queries import in_bestuur
from passend.regels.werkdagen import laatste_werkdag
from passend.toelating.actions.aanmelden import Aanmelder, Kindgegevens
from passend.toelating.actions.besluiten import Besluitgegevens, decide_aanmelding
from passend.toelating.actions.brieven import receive_aanmelding, send_aanvulling, send_verlenging
from passend.toelating.actions.contact import add_contact
from passend.toelating.actions.hulp import Hulpantwoord, answer_hulpvraag
from passend.toelating.actions.school import Beleidgegevens, Ruimtegegevens, set_beleid, set_ruimte
from passend.toelating.actions.schorsen import report_schorsing, suspend_leerling
from passend.toelating.actions.verwijderen import begin_verwijdering, decide_verwijdering, record_verwijderstap
from passend.toelating.actions.verwijderstap import Verwijderstap
from passend.toelating.actions.zaak import Gebeurtenisgegevens, record_gebeurtenis

NEGEN = time(9)


def load_toelating(regio: Regio, vandaag: date) -> None:
    """Load how the schools admit, and the cases of one of them."""
    bron = lees("toelating.json")
    load_schoolruimte(regio, bron["scholen"], vandaag)
    code = bron["school"]
    vestiging = regio.organisaties[code]
    ib, directeur = regio.wie(Rolsoort.INTERN_BEGELEIDER, code), regio.wie(Rolsoort.DIRECTEUR, code)
    with in_bestuur(vestiging.bestuur_id):
        gegevens = Beleidgegevens(is_openbaar=True, is_aanmelden_open=True, **bron["beleid"])
        set_beleid(actor=directeur, vestiging=vestiging, gegevens=gegevens, op=_moment(terug(vandaag, 90)))
        for leerjaar, stand, dagen, toelichting in bron["ruimte"]:
            dag = terug(vandaag, dagen)
            ruimte = Ruimtegegevens(
                leerjaar=leerjaar, stand=Plaatsstand(stand), geldig_van=dag, toelichting=toelichting
            )
            set_ruimte(actor=ib, vestiging=vestiging, gegevens=ruimte, op=_moment(dag))
        for zaak in bron["zaken"]:
            _load_zaak(zaak, regio, vestiging, (ib, directeur), vandaag)
        _schors(bron["schorsing"], vestiging, (ib, directeur), vandaag)


def _load_zaak(bron: dict[str, Any], regio: Regio, vestiging: Any, wie: tuple[Any, Any], vandaag: date) -> None:
    ib, directeur = wie
    dag = terug(vandaag, bron["dagen"])
    voornaam, achternaam = bron["kind"]
    kind = Kindgegevens(
        voornaam=voornaam,
        achternaam=achternaam,
        geboren_op=date(vandaag.year - bron["jaren"] - 1, 11 if vandaag.month > 1 else 1, 3),
        weg=Aanmeldweg.PAPIER if "papier" in bron else Aanmeldweg.FORMULIER,
        oudertaal=Oudertaal(bron.get("oudertaal", "nl")),
        verzocht_op=dag,
        ontvangen_op=dag,
        gewenst_op=schooldag(vandaag + timedelta(days=bron["gewenst"])) if bron["gewenst"] else None,
        adres=bron["adres"],
        hulpvraag=Hulpvraag(bron["hulpvraag"]),
        toelichting=bron["toelichting"],
        is_elders_ingeschreven="elders" in bron,
        huidige_school=bron.get("elders", ""),
    )
    ouders = [Aanmelder(naam=naam, email=email, heeft_gezag=gezag) for naam, email, gezag in bron["ouders"]]
    aanmelding, _geheim = receive_aanmelding(
        actor=ib if "papier" in bron else None,
        vestiging=vestiging,
        kind=kind,
        ouders=ouders,
        scan=_papier(bron["papier"], str(vestiging), dag) if "papier" in bron else None,
        op=_moment(dag),
    )
    for soort, dagen, geschreven in bron["gebeurd"]:
        feiten = met_school(regio, geschreven)
        if soort in (Gebeurtenissoort.HULP_GEGEVEN, Gebeurtenissoort.HULP_KLAAR):
            _help(regio, aanmelding, soort, terug(vandaag, dagen), feiten)
            continue
        _gebeurt(aanmelding, soort, terug(vandaag, dagen), feiten, (ib, directeur))


def _help(regio: Regio, aanmelding: Any, soort: str, dag: date, feiten: dict[str, Any]) -> None:
    verband = aanmelding.vestiging.bestuur.samenwerkingsverband.nummer
    antwoord = Hulpantwoord(op=dag, tekst=feiten["tekst"], is_klaar=soort == Gebeurtenissoort.HULP_KLAAR)
    adviseur = regio.rollen[Rolsoort.ADVISEUR.value, verband]
    answer_hulpvraag(actor=adviseur, aanmelding=aanmelding, antwoord=antwoord, op=_moment(dag))


def _papier(regels: list[str], school: str, dag: date) -> Bijlage:
    """What came through the letter box, as a scan of one page."""
    brief = {"school": school, "afzender": [], "aan": [], "onderwerp": "Aanmeldformulier", "alineas": regels}
    return Bijlage(extensie="pdf", inhoud=zet_brief_pdf(brief | {"op": _moment(dag).isoformat()}))


def _schors(bron: dict[str, Any], vestiging: Any, wie: tuple[Any, Any], vandaag: date) -> None:
    """A suspension that was reported, and the way to a removal that was begun."""
    ib, directeur = wie
    voornaam, achternaam = bron["leerling"]
    [leerling] = find_leerlingen(vestiging=vestiging, voornaam=voornaam, achternaam=achternaam)
    dag, volgende = twee_werkdagen(vandaag - timedelta(days=bron["dagen"]))
    schorsing = suspend_leerling(
        actor=directeur,
        leerling=leerling,
        van=dag,
        tot_en_met=volgende,
        motivering=bron["reden"],
        op=_moment(dag),
    )
    report_schorsing(actor=ib, schorsing=schorsing, dag=dag, bewijs=bron["melding"], op=_moment(dag))
    begin = laatste_werkdag(vandaag - timedelta(days=bron["verwijdering"]["dagen"]))
    verwijdering = begin_verwijdering(
        actor=directeur, leerling=leerling, motivering=bron["verwijdering"]["reden"], op=_moment(begin)
    )
    for soort, dagen, feiten in bron["verwijdering"]["gebeurd"]:
        op = _moment(laatste_werkdag(vandaag - timedelta(days=dagen)))
        if soort == Gebeurtenissoort.BESLUIT:
            decide_verwijdering(actor=directeur, verwijdering=verwijdering, doorbreking="", op=op, **feiten)
            continue
        stap = Verwijderstap(soort=Gebeurtenissoort(soort), op=op.date(), **feiten)
        record_verwijderstap(actor=ib, verwijdering=verwijdering, stap=stap, op=op)


def _gebeurt(aanmelding: Any, soort: str, dag: date, feiten: dict[str, Any], wie: tuple[Any, Any]) -> None:
    ib, directeur = wie
    op, tot = _moment(dag), dag + timedelta(days=feiten.pop("dagen", 0))
    if soort == Gebeurtenissoort.BESLUIT:
        gegevens = Besluitgegevens(
            soort=Toelatingsbesluit(feiten["uitkomst"]), op=dag, motivering=feiten.get("tekst", "")
        )
        decide_aanmelding(actor=directeur, aanmelding=aanmelding, gegevens=gegevens, op=op)
    elif soort == Gebeurtenissoort.VERLENGD:
        send_verlenging(actor=ib, aanmelding=aanmelding, nieuwe_datum=tot, motivering=feiten["tekst"], op=op)
    elif soort == Gebeurtenissoort.AANVULLING_GEVRAAGD:
        vraag = Gebeurtenisgegevens(op=dag, uiterlijk_op=tot, tekst=feiten["tekst"])
        send_aanvulling(actor=ib, aanmelding=aanmelding, gegevens=vraag, op=op)
    elif soort == Gebeurtenissoort.SCHOOL_GESPROKEN:
        contact = lees_contact(feiten, dag)
        add_contact(actor=ib, vestiging=aanmelding.vestiging, over=aanmelding, gegevens=contact, op=op)
    else:
        noot = Gebeurtenisgegevens(op=dag, **feiten)
        record_gebeurtenis(actor=ib, aanmelding=aanmelding, soort=Gebeurtenissoort(soort), gegevens=noot, op=op)


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, NEGEN, tzinfo=AMSTERDAM)
