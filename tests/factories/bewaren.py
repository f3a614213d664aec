"""Pupils who left, with a row in every table that has data of a pupil."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from tests.factories.leerlingen import maak_groep, maak_ouder, maak_stuk, maak_stukbestand
from tests.factories.opp import maak_opprijen
from tests.factories.overleggen import maak_overlegrijen
from tests.factories.overstap import maak_overstaprijen
from tests.factories.plannen import maak_planrijen
from tests.factories.profielen import OP, School
from tests.factories.toegang import maak_account
from tests.factories.toelating import maak_toelatingsrijen
from tests.factories.volgen import vul_volgen

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.bewaren import Gekozen, end_aanhouding, hold_leerling, propose_vernietiging
from passend.leerlingen.actions.burgerservicenummer import set_burgerservicenummer
from passend.leerlingen.actions.dossier import add_zienswijze, decide_zienswijze, revise_stuk
from passend.leerlingen.actions.leerlingen import (
    Leerlinggegevens,
    deregister_leerling,
    place_leerling,
    register_leerling,
)
from passend.leerlingen.actions.stukken import move_stuk
from passend.leerlingen.actions.toestemming import ask_toestemming, give_toestemming
from passend.leerlingen.models import Leerling, Noodinzage, Vernietigingslijst, Zienswijze
from passend.leerlingen.queries.bewaren import TABELLEN, rijen_van
from passend.organisaties.queries import get_vestiging
from passend.profielen.models import Sjabloonversie
from passend.regels.vernietiging import LEERLINGKLASSEN
from passend.toegang.models import Account

ALLES = frozenset(LEERLINGKLASSEN)
LANG_WEG = date(2021, 7, 31)  # five years before the day the tests look at
EERST = date(2018, 8, 1)
TOEN = datetime(2020, 10, 5, 9, tzinfo=UTC)  # no decision of then can be contested any more
NUMMERS = ("999999990", "123456782", "111222333")  # made up; each passes the test of eleven
_groepen = count(1)


def maak_vertrokken(
    school: School, voornaam: str = "Pip", *, uit: date = LANG_WEG, is_verwezen: bool = False
) -> Leerling:
    """A pupil who left, of whom nothing else is kept."""
    leerling = register_leerling(
        actor=school.intern_begeleider,
        vestiging=school.vestiging,
        gegevens=Leerlinggegevens(
            voornaam=voornaam, achternaam="Duinmans", geboren_op=date(2013, 3, 14), ingeschreven_op=EERST
        ),
        op=OP,
    )
    deregister_leerling(
        actor=school.intern_begeleider, leerling=leerling, uitgeschreven_op=uit, is_verwezen=is_verwezen, op=OP
    )
    return leerling


def vraag_verbetering(school: School, leerling: Leerling, op: datetime = OP) -> Zienswijze:
    """A parent asks to put a piece of the file of a pupil right, and has no answer yet."""
    ouder, _relatie = maak_ouder(school, leerling)
    stuk = maak_stuk(school, leerling)
    return add_zienswijze(actor=ouder, stuk=stuk, tekst="Dit klopt niet.", is_verzoek=True, op=op)


def vul_dossier(school: School, leerling: Leerling, nummer: str = NUMMERS[0]) -> None:
    """A row in every table, made through the actions where there is one."""
    ib = school.intern_begeleider
    groep = maak_groep(school, f"groep {next(_groepen)}")
    place_leerling(actor=ib, leerling=leerling, groep=groep, geldig_van=EERST, op=OP)
    ouder, _relatie = maak_ouder(school, leerling)
    stuk = maak_stuk(school, leerling)
    revise_stuk(actor=ib, stuk=stuk, tekst="Nu anders.", geldig_van=OP.date(), nummer=1, op=OP)
    wens = add_zienswijze(actor=ouder, stuk=stuk, tekst="Zo was het niet.", is_verzoek=True, op=OP)
    decide_zienswijze(actor=ib, zienswijze=wens, is_verbeterd=False, uitleg="Zo was het.", op=OP)
    maak_stukbestand(school, stuk)
    for klasse in (Vertrouwelijkheid.ZORG, Vertrouwelijkheid.GEWOON):
        move_stuk(actor=ib, stuk=stuk, naar=klasse, op=OP)
    toestemming = ask_toestemming(
        actor=ib,
        leerling=leerling,
        email="roos@praktijk.example",
        doel="Onderzoek",
        geldig_tot_en_met=date(2026, 12, 31),
        stukken=[stuk],
        op=OP,
    )
    give_toestemming(actor=ouder, toestemming=toestemming, op=OP)
    Noodinzage.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        account=maak_account(Rolsoort.LEERKRACHT, school.vestiging),
        op=OP - timedelta(days=3),
        waarom="Ik verving de intern begeleider.",
    )
    end_aanhouding(actor=ib, aanhouding=hold_leerling(actor=ib, leerling=leerling, reden="klacht", op=OP), op=OP)
    set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=nummer, op=OP)
    weg, leerling.uitgeschreven_op = leerling.uitgeschreven_op, None  # this was written while the pupil was here
    maak_planrijen(school, leerling, groep)
    maak_opprijen(school, leerling, ouder, vast=TOEN)
    vul_volgen(school, leerling)
    leerling.uitgeschreven_op = weg
    maak_overlegrijen(school, leerling, stuk)
    maak_overstaprijen(school, leerling)
    maak_toelatingsrijen(school, leerling, geschorst=TOEN)


def maak_vol_dossier(
    school: School, voornaam: str = "Pip", *, uit: date = LANG_WEG, is_verwezen: bool = False
) -> Leerling:
    """A pupil who left, with a row in every table."""
    leerling = maak_vertrokken(school, voornaam, uit=uit, is_verwezen=is_verwezen)
    vul_dossier(school, leerling)
    return leerling


def demoschool(code: str) -> School:
    """A school of the demonstration, with the people it has there."""
    vestiging = get_vestiging(code=code)
    assert vestiging is not None
    namen = ("directeur", "ib", "leerkracht", "mr", "bestuur", "beheer", "samenwerkingsverband")
    mensen = [Account.objects.get(username=f"{naam}@voorbeeld.nl") for naam in namen]
    directeur, ib, leerkracht, mr_lid, bestuurder, beheerder, adviseur = mensen
    return School(
        vestiging=vestiging,
        sjabloon=Sjabloonversie.objects.all()[0],
        directeur=directeur,
        intern_begeleider=ib,
        leerkracht=leerkracht,
        mr_lid=mr_lid,
        bestuurder=bestuurder,
        beheerder=beheerder,
        adviseur=adviseur,
    )


def maak_vertrekkers(school: School) -> tuple[Leerling, Leerling, Leerling, Leerling]:
    """Who left long ago, one of them contested, one referred not so long ago, and one of whom little is kept."""
    vol, betwist = maak_vol_dossier(school), maak_vol_dossier(school, "Ot")
    hold_leerling(actor=school.intern_begeleider, leerling=betwist, reden="klacht", op=OP)
    half = maak_vol_dossier(school, "Sien", uit=date(2023, 12, 1), is_verwezen=True)
    return vol, betwist, half, maak_vertrokken(school, "Bo")


def stel_voor(school: School, *leerlingen: Leerling, klassen: frozenset[Bewaarklasse] = ALLES) -> Vernietigingslijst:
    """A list with these classes of these pupils."""
    gekozen: Gekozen = {leerling.sleutel: klassen for leerling in leerlingen}
    return propose_vernietiging(actor=school.directeur, vestiging=school.vestiging, gekozen=gekozen, op=OP)


def tel_rijen(leerling: Leerling) -> dict[str, int]:
    """How many rows each table has about a pupil, gone or not."""
    return {tabel.__name__: rijen_van(tabel, [leerling]).count() for tabel in TABELLEN}
