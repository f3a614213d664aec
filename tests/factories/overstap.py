"""Reports for the next school, made through the actions of their room."""

from datetime import date, timedelta

from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.profielen import OP, School
from tests.factories.toelating import besluit, maak_aanmelding, spreek

from passend.begrippen.aanmelding import Hulpvraag
from passend.begrippen.bijlage import Bijlage
from passend.begrippen.overstap import Akkoord, Contactreden, Contactwijze, Kanaal, Overstapopgave
from passend.begrippen.toelating import Toelatingsbesluit
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.overstap.actions.bestand import Inschrijving
from passend.overstap.actions.contact import Contactgegevens, add_overstapcontact
from passend.overstap.actions.ouderbericht import Ouderbericht, tell_ouder
from passend.overstap.actions.rapport import (
    Bestemming,
    begin_rapport,
    freeze_rapport,
    set_bestemming,
    write_rapport,
)
from passend.overstap.models import (
    Onderwijskundigrapport,
    Overstapbestand,
    Rapportbericht,
    Rapportreactie,
    Rapporttekst,
    Rapportuitvoer,
)
from passend.overstap.queries.overstap import get_teksten
from passend.plannen.queries.opp import list_gezag
from passend.regels.okr import okr_onderdelen
from passend.toelating.queries.zaken import get_zaak

KIEM = Bestemming(
    naar_school="De Kiem",
    naar_brin="99AB00",
    straat="Duinweg",
    huisnummer="3",
    postcode="9999 ZZ",
    woonplaats="Duinrand",
)
VERSLAG = Bijlage(extensie="pdf", inhoud=b"%PDF verslag van het gesprek")
BERICHT = Ouderbericht(
    geinformeerd_op=OP.date(), kanaal=Kanaal.GESPREK, kopie_op=OP.date(), akkoord=Akkoord.JA, scan=VERSLAG
)
CONTACT = Contactgegevens(
    op=date(2026, 8, 28),
    andere_school="De Kiem",
    wie_daar="Sam Kiemstra",
    wie_hier="Noor Wilg",
    wijze=Contactwijze.TELEFOON,
    reden=Contactreden.WARME_OVERDRACHT,
    waarover="Hoe het leest.",
)


def maak_rapport(
    gezin: Gezin | None = None, *, is_vast: bool = True, is_verteld: bool = True, waarheen: Bestemming = KIEM
) -> Onderwijskundigrapport:
    """A report: being written, set, or set and told to the parents."""
    gezin = gezin or maak_gezin()
    ib, leerling = gezin.school.intern_begeleider, gezin.leerling
    rapport = begin_rapport(actor=ib, leerling=leerling, op=OP)
    set_bestemming(actor=ib, rapport=rapport, waarheen=waarheen, op=OP)
    for deel in okr_onderdelen(OP.date()):
        for code in deel.teksten:
            eerder = get_teksten(rapport=rapport).get(code, "")
            write_rapport(actor=ib, rapport=rapport, onderdeel=code, tekst=f"Over {code}.", eerder=eerder, op=OP)
    if is_vast:
        freeze_rapport(actor=gezin.school.directeur, rapport=rapport, op=OP)
    if is_vast and is_verteld:
        for ouder in list_gezag(leerling=leerling, peildatum=OP.date()):
            tell_ouder(actor=ib, rapport=rapport, ouder=ouder, bericht=BERICHT, op=OP)
    rapport.refresh_from_db()
    return rapport


def laat_toe(school: School, opgave: Overstapopgave, *, is_toegelaten: bool = True) -> Inschrijving:
    """A registration of the child in a file, received a while ago and admitted, and the day on which it comes."""
    op = OP - timedelta(days=14)
    aanmelding = maak_aanmelding(
        school,
        op=op,
        voornaam=opgave.voornaam,
        achternaam=opgave.achternaam,
        geboren_op=opgave.geboren_op,
        verzocht_op=op.date(),
        ontvangen_op=op.date(),
        hulpvraag=Hulpvraag.GEEN,
    )
    if is_toegelaten and aanmelding.huidige_school and get_zaak(aanmelding=aanmelding).feiten.contact_op is None:
        spreek(school, aanmelding, op)
    if is_toegelaten:
        besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN, dagen=0)
    return Inschrijving(aanmelding=aanmelding.pk, eerste_dag=OP.date())


def maak_overstaprijen(school: School, leerling: Leerling) -> None:
    """A row in every table of this room, of a pupil who may have left long ago."""
    ib, bestuur = school.intern_begeleider, leerling.bestuur_id
    rapport = Onderwijskundigrapport.objects.create(
        bestuur_id=bestuur, leerling=leerling, naar_school="De Kiem", begonnen_op=OP, begonnen_door=ib
    )
    Rapporttekst.objects.create(
        bestuur_id=bestuur, rapport=rapport, onderdeel="huiswerk", tekst="Af.", gewijzigd_op=OP, gewijzigd_door=ib
    )
    for ouder in Ouderrelatie.objects.filter(leerling=leerling):
        Rapportreactie.objects.create(bestuur_id=bestuur, rapport=rapport, ouder=ouder, gelezen_op=OP)
        Rapportbericht.objects.create(
            bestuur_id=bestuur,
            rapport=rapport,
            ouder=ouder,
            geinformeerd_op=OP.date(),
            kanaal="gesprek",
            kopie_op=OP.date(),
            akkoord="Ja",
            geheim=b"x",
            vastgelegd_op=OP,
            door=ib,
        )
    Rapportuitvoer.objects.create(
        bestuur_id=bestuur, rapport=rapport, vorm="pdf", vingerafdruk="0" * 64, op=OP, door=ib
    )
    add_overstapcontact(actor=ib, vestiging=school.vestiging, over=leerling, gegevens=CONTACT, op=OP)
    Overstapbestand.objects.create(
        bestuur_id=bestuur,
        vestiging=school.vestiging,
        leerling=leerling,
        vorm="oso",
        vingerafdruk=leerling.sleutel.hex,
        geheim=b"x",
        stand="overgenomen",
        ingelezen_op=OP,
        ingelezen_door=ib,
    )
