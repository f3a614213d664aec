"""What has to be on file before a board decides on an application: gates that cannot be clicked away."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.termijn import Poortbezwaar
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.aanmeldingsfeiten import (
    Aanmeldingsfeiten,
    Afwijking,
    Besluit,
    Gevraagdeschool,
    aanvullen,
    soort_school,
    waarde,
    wpo,
)
from passend.regels.andereschool import bereid_op, check_bereid
from passend.regels.besluitgrond import waar_redenen
from passend.regels.parameterbestand import GeenWaardeError, load_parameters
from passend.regels.toelatingstermijnen import is_van_rechtswege, niet_behandelen_uiterlijk_op
from passend.regels.volleschool import check_eerder_openbaar, is_later_genoteerd

FEITELIJK: Final = frozenset(
    {
        "niet_ontvangen",
        "besluit_toekomst",
        "besluit_voor_ontvangst",
        "al_besloten",
        "ingetrokken",
        "motivering",
        "van_rechtswege",
        "grondslag_openbaar",
    }
)
"""What no reason of the board gets past: it cannot be true, or the law decided already."""
LAATSTE_LEERJAAR: Final = 8
LEEFTIJD_VOOR_1: Final = 3  # who is four is in the first year
BELEID_VOL: Final = Vindplaats(regeling="afspraak in de regio", artikel="", adres="", is_beleid=True)


def check_besluit(feiten: Aanmeldingsfeiten, besluit: Besluit, *, peildatum: date) -> tuple[Poortbezwaar, ...]:
    """Everything that is missing before a board may decide so; nothing when it may.

    A child that needs extra support is refused only when another school is willing, on that day and still when they
    are told, and the parents were heard (WPO 40 lid 4); or when there is no place, by a policy that was public before
    they asked and was followed (WPO 40 lid 5 onder a); or when they refuse to respect the grondslag (lid 5 onder b),
    while a public school is within reasonable distance (WPO 58 lid 1). A ground that names another school needs that
    school. Nobody is refused while the parents still have time to complete the application, nor after the law admitted
    the child (WPO 40 lid 16). An application is left unhandled only after the parents could complete it, and within
    four weeks (WPO 63 lid 4, Awb 4:5). What the law itself decides, and the four weeks, look at the day on which the
    parents are told.

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14),
    ...     heeft_ondersteuning_nodig=True)
    >>> besluit = Besluit(soort=Toelatingsbesluit.GEWEIGERD, op=date(2026, 10, 19), motivering="Wij kunnen dit niet.")
    >>> [bezwaar.code for bezwaar in check_besluit(feiten, besluit, peildatum=date(2026, 10, 19))]
    ['ouders_gehoord', 'bereid']
    """
    per_soort = {
        Toelatingsbesluit.TOEGELATEN: _van_toelaten,
        Toelatingsbesluit.GEWEIGERD: _van_weigeren,
        Toelatingsbesluit.NIET_BEHANDELD: _van_niet_behandelen,
    }
    return (*_van_dag(feiten, besluit, peildatum), *per_soort[besluit.soort](feiten, besluit))


def resterend(bezwaren: Collection[Poortbezwaar], afwijking: Afwijking | None) -> tuple[Poortbezwaar, ...]:
    """What still stands when a board decides against a gate with its reason: what cannot be true, never yields.

    >>> resterend([Poortbezwaar(code="bereid", zin="", vindplaats=BELEID_VOL)], Afwijking(op=date(2026, 10, 19),
    ...     reden="Besproken met de inspectie."))
    ()
    """
    if afwijking is None or not afwijking.reden.strip():
        return tuple(bezwaren)
    return tuple(bezwaar for bezwaar in bezwaren if bezwaar.code in FEITELIJK)


def check_motivering(motivering: str, *, is_openbaar: bool) -> tuple[Poortbezwaar, ...]:
    """What is missing of the reasons that parents read with a decision (WPO 63 lid 2; of a public school Awb 3:46).

    >>> [str(een.vindplaats) for een in check_motivering(" ", is_openbaar=True)]
    ['Awb artikel 3:46']
    """
    if motivering.strip():
        return ()
    waar = waar_redenen(is_openbaar=is_openbaar)
    zin = "Schrijf voor de ouders op waarom het bestuur dit besluit. Zij lezen het in de brief."
    return (Poortbezwaar(code="motivering", zin=zin, vindplaats=waar),)


def _van_dag(feiten: Aanmeldingsfeiten, besluit: Besluit, peildatum: date) -> Iterator[Poortbezwaar]:
    waar = waarde("besluit", feiten.verzocht_op).vindplaats
    if besluit.op > peildatum:
        zin = f"Het besluit is van {besluit.op:%d-%m-%Y}: die dag is nog niet geweest. Vul de dag in waarop het viel."
        yield Poortbezwaar(code="besluit_toekomst", zin=zin, vindplaats=waar)
    if feiten.ontvangen_op is None:
        zin = "De school heeft deze aanmelding nog niet ontvangen. Vul eerst in op welke dag dat was."
        yield Poortbezwaar(code="niet_ontvangen", zin=zin, vindplaats=waar)
    elif besluit.op < feiten.ontvangen_op:
        zin = (
            f"Het besluit ({besluit.op:%d-%m-%Y}) kan niet voor de ontvangst liggen ({feiten.ontvangen_op:%d-%m-%Y}). "
            "Controleer beide dagen."
        )
        yield Poortbezwaar(code="besluit_voor_ontvangst", zin=zin, vindplaats=waar)
    if feiten.besluit is not None:
        zin = f"Er is al een besluit, van {feiten.besluit.op:%d-%m-%Y}. Lees dat eerst."
        yield Poortbezwaar(code="al_besloten", zin=zin, vindplaats=waar)
    if feiten.ingetrokken_op is not None and feiten.ingetrokken_op <= besluit.op:
        zin = "De ouders hebben de aanmelding ingetrokken. Dan is er niets meer te beslissen."
        yield Poortbezwaar(code="ingetrokken", zin=zin, vindplaats=waar)


def _van_toelaten(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Iterator[Poortbezwaar]:
    if feiten.is_sbo and (feiten.tlv is None or feiten.tlv.gegeven_op > besluit.op):
        zin = "Een sbo laat een kind pas toe als er een toelaatbaarheidsverklaring is. Leg die eerst vast."
        yield Poortbezwaar(code="tlv", zin=zin, vindplaats=wpo("40 lid 8"))
    elif feiten.is_sbo and feiten.tlv is not None and feiten.tlv.geldig_tot_en_met < besluit.op:
        tot = feiten.tlv.geldig_tot_en_met
        zin = f"De toelaatbaarheidsverklaring gold tot en met {tot:%d-%m-%Y}. Vraag een nieuwe, en leg die vast."
        yield Poortbezwaar(code="tlv_voorbij", zin=zin, vindplaats=wpo("40 lid 8"))
    yield from _van_contact(feiten, besluit)


def _van_weigeren(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Iterator[Poortbezwaar]:
    yield from check_motivering(besluit.motivering, is_openbaar=feiten.is_openbaar)
    yield from _van_contact(feiten, besluit)
    yield from _van_rechtswege(feiten, besluit.bekend_op)
    if _kunnen_nog_aanvullen(feiten, besluit.op):
        yield _loopt_nog(aanvullen(feiten).vindplaats)
    if besluit.grond is Weigeringsgrond.SCHOOL_VOL:
        yield from _van_volle_school(feiten, besluit.op)
    elif besluit.grond is Weigeringsgrond.GRONDSLAG:
        yield from _van_grondslag(feiten, besluit.op)
    else:
        yield from _van_ondersteuning(feiten, besluit)


def _van_rechtswege(feiten: Aanmeldingsfeiten, op: date) -> Iterator[Poortbezwaar]:
    if is_van_rechtswege(feiten, op):
        regel = waarde("asielzoeker_toelating", feiten.verzocht_op)
        zin = (
            f"Dit kind vraagt asiel aan, en {regel.feiten['weken']} weken na de aanmelding was er geen besluit. Daarom "
            "is het door de wet toegelaten: weigeren of niet behandelen kan niet meer."
        )
        yield Poortbezwaar(code="van_rechtswege", zin=zin, vindplaats=regel.vindplaats)


def _van_ondersteuning(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Iterator[Poortbezwaar]:
    """Of a refusal that has to do with what the child needs: the school looked, and another school is there."""
    if feiten.heeft_ondersteuning_nodig is None and not feiten.is_alleen_nt2:
        zin = "Beoordeel eerst of het kind extra ondersteuning nodig heeft, en schrijf dat op."
        yield Poortbezwaar(code="beoordeling", zin=zin, vindplaats=wpo("40 lid 3"))
    if feiten.beoordeeld_op is not None and feiten.beoordeeld_op > besluit.op:
        zin = (
            f"De school beoordeelde op {feiten.beoordeeld_op:%d-%m-%Y} wat het kind nodig heeft. Neem het besluit op "
            "die dag of later: het rust daarop."
        )
        yield Poortbezwaar(code="beoordeling_later", zin=zin, vindplaats=wpo("40 lid 3"))
    if feiten.is_zorgplichtig:
        yield from _van_andere_school(feiten, besluit)
    elif besluit.grond is Weigeringsgrond.ANDERE_SCHOOL and not _bereid(feiten, besluit):
        waar = waar_redenen(is_openbaar=feiten.is_openbaar)
        zin = (
            "Geen school zei dat zij het kind wil toelaten. Dan kan dit niet de reden zijn: noteer eerst haar ja, of "
            "kies een andere reden die klopt."
        )
        yield Poortbezwaar(code="grond_bereid", zin=zin, vindplaats=waar)


def _kunnen_nog_aanvullen(feiten: Aanmeldingsfeiten, op: date) -> bool:
    """True while the parents have time for what the school asked them, the last day with it."""
    return any(
        een.van <= op
        and (een.aangevuld_op is None or een.aangevuld_op > op)
        and (een.uiterlijk_op is None or een.uiterlijk_op >= op)
        for een in feiten.onderbrekingen
    )


def _loopt_nog(waar: Vindplaats) -> Poortbezwaar:
    zin = "De ouders kunnen de aanmelding nog aanvullen. Wacht tot die termijn voorbij is."
    return Poortbezwaar(code="aanvullen_loopt", zin=zin, vindplaats=waar)


def _bereid(feiten: Aanmeldingsfeiten, besluit: Besluit) -> list[Gevraagdeschool]:
    """The schools that a decision can name: willing on its day, and still when the parents hear of it."""
    return bereid_op(feiten.scholen, besluit.op, besluit.bekend_op)


def _van_andere_school(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Iterator[Poortbezwaar]:
    waar = wpo("40 lid 4")
    if feiten.ouders_gehoord_op is None or feiten.ouders_gehoord_op > besluit.op:
        zin = "Overleg eerst met de ouders over een andere school, en schrijf op wanneer dat was."
        yield Poortbezwaar(code="ouders_gehoord", zin=zin, vindplaats=waar)
    yield from check_bereid(feiten.scholen, op=besluit.op, bekend_op=besluit.bekend_op, vindplaats=waar)


def _van_volle_school(feiten: Aanmeldingsfeiten, op: date) -> Iterator[Poortbezwaar]:
    vol, waar = feiten.vol, wpo("40 lid 5 onder a")
    if vol is None or vol.vol_op > op:
        zin = "Nergens staat dat de groep vol is. Leg vast welke groep, sinds wanneer, en met hoeveel plaatsen."
        yield Poortbezwaar(code="vol_bewijs", zin=zin, vindplaats=waar)
        return
    if vol.beleid_gepubliceerd_op is None or vol.beleid_gepubliceerd_op > feiten.verzocht_op:
        zin = (
            "Het beleid over wie een plaats krijgt, was niet openbaar toen de ouders om toelating vroegen. Dan telt "
            "'vol' niet als reden: laat het kind toe, of zoek met de ouders een andere school."
        )
        yield Poortbezwaar(code="vol_beleid", zin=zin, vindplaats=BELEID_VOL)
    elif (genoteerd := is_later_genoteerd(vol, feiten.verzocht_op)) and check_eerder_openbaar(vol.eerder_openbaar):
        zin = (
            f"De school zette haar beleid over plaatsen op {genoteerd:%d-%m-%Y} in Passend: na de aanmelding. Dat het "
            "eerder openbaar was, laat dat niet zien. Schrijf bij 'De groep is vol' waar het toen te lezen was en "
            "waaraan dat te zien is, bijvoorbeeld: in de schoolgids van 2025, bladzijde 12. Of laat het kind toe."
        )
        yield Poortbezwaar(code="vol_eerder", zin=zin, vindplaats=BELEID_VOL)
    if not vol.is_beleid_gevolgd:
        zin = (
            "Er is niet vastgelegd dat het beleid over plaatsen voor dit kind is gevolgd, zoals voor elk ander kind. "
            "Zet bij 'De groep is vol' dat vinkje, als het zo is."
        )
        yield Poortbezwaar(code="vol_gevolgd", zin=zin, vindplaats=BELEID_VOL)
    if feiten.geboren_op is None or vol.leerjaar is None:
        return
    if vol.leerjaar not in (past := leerjaren_bij(feiten.geboren_op, op=feiten.verzocht_op)):
        zin = (
            f"Groep {vol.leerjaar} is vol, en een kind van deze leeftijd komt in groep {past[0]} tot en met {past[-1]}."
            " Leg vast dat de groep vol is waar dit kind in zou komen."
        )
        yield Poortbezwaar(code="vol_groep", zin=zin, vindplaats=BELEID_VOL)


def leerjaren_bij(geboren_op: date, *, op: date) -> range:
    """The years of primary school a child of this age may come into: the usual one, and one more or less.

    Usual is group 1 for who is four on the first of October of that school year. Policy, to tell a slip from a reason.

    >>> leerjaren_bij(date(2020, 2, 1), op=date(2026, 11, 26)), leerjaren_bij(date(2023, 1, 1), op=date(2026, 11, 26))
    (range(2, 5), range(1, 3))
    """
    oktober = date(Schooljaar.op(op).begint_op.year, 10, 1)
    leeftijd = oktober.year - geboren_op.year - ((geboren_op.month, geboren_op.day) > (oktober.month, oktober.day))
    gewoon = min(max(leeftijd - LEEFTIJD_VOOR_1, 1), LAATSTE_LEERJAAR)
    return range(max(gewoon - 1, 1), min(gewoon + 1, LAATSTE_LEERJAAR) + 1)


def _van_grondslag(feiten: Aanmeldingsfeiten, op: date) -> Iterator[Poortbezwaar]:
    vraag, waar = feiten.grondslag, wpo("40 lid 5 onder b")
    if feiten.is_openbaar:
        zin = "Een openbare school heeft geen grondslag die ouders moeten respecteren. Dit is hier geen reden."
        yield Poortbezwaar(code="grondslag_openbaar", zin=zin, vindplaats=waar)
    elif vraag is None or vraag.gevraagd_op > op:
        zin = "Vraag de ouders eerst of zij de grondslag van de school respecteren, en leg hun antwoord vast."
        yield Poortbezwaar(code="grondslag_gevraagd", zin=zin, vindplaats=waar)
    elif vraag.geweigerd_op is None or vraag.geweigerd_op > op:
        zin = "De ouders hebben niet geweigerd de grondslag te respecteren. Dan is dat geen reden om te weigeren."
        yield Poortbezwaar(code="grondslag_geweigerd", zin=zin, vindplaats=waar)
    elif not vraag.openbare_school.strip():
        zin = (
            "Er staat niet welke openbare school op redelijke afstand van het huis van het kind is. Is er geen, dan "
            "mag een school niet weigeren om haar grondslag: laat het kind toe, of kies een andere reden die klopt. "
            "Is er wel een, noteer haar bij 'Ouders respecteren de grondslag niet'."
        )
        yield Poortbezwaar(code="openbaar_dichtbij", zin=zin, vindplaats=wpo("58 lid 1"))


def _van_niet_behandelen(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Iterator[Poortbezwaar]:
    yield from check_motivering(besluit.motivering, is_openbaar=feiten.is_openbaar)
    yield from _van_rechtswege(feiten, besluit.bekend_op)
    waar = waarde(f"niet_behandelen_{soort_school(feiten)}", feiten.verzocht_op).vindplaats
    if not feiten.onderbrekingen:
        zin = "Geef de ouders eerst de kans de aanmelding aan te vullen, met een dag waarop dat uiterlijk kan."
        yield Poortbezwaar(code="aanvullen_gevraagd", zin=zin, vindplaats=waar)
        return
    dag = niet_behandelen_uiterlijk_op(feiten, peildatum=besluit.op)
    if dag is None or _kunnen_nog_aanvullen(feiten, besluit.op):
        yield _loopt_nog(waar)
    elif besluit.bekend_op > dag:
        zin = f"Niet behandelen kon tot en met {dag:%d-%m-%Y}. Beslis nu of het kind wordt toegelaten."
        yield Poortbezwaar(code="niet_behandelen_te_laat", zin=zin, vindplaats=waar)


def _van_contact(feiten: Aanmeldingsfeiten, besluit: Besluit) -> Iterator[Poortbezwaar]:
    """In a region that agreed so, both schools speak before a decision on a pupil of another school."""
    parameter = load_parameters("toelating").get(f"contact_{feiten.samenwerkingsverband}")
    if not feiten.komt_van_school or parameter is None:
        return
    try:
        waar = parameter.op(feiten.verzocht_op).vindplaats
    except GeenWaardeError:
        return
    if feiten.contact_op is None or feiten.contact_op > besluit.op:
        zin = "Spreek eerst met de school waar het kind nu zit, en schrijf op wie u sprak, wanneer en waarover."
        yield Poortbezwaar(code="contact", zin=zin, vindplaats=waar)
