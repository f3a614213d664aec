"""What the facts of a scenario and the codes of the rules are called, in the words of who knows the law."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.conf import settings

if not settings.configured:  # the names of a page need no more of Django than this
    settings.configure(USE_I18N=False)

from passend.web.toelating.woorden import AAN_ZET, GRONDNAMEN, STAND_VERWIJDERING, STANDNAMEN, TERMIJNNAMEN

HAAGLANDEN = "PO2815"
NIET = "niet"  # what a scenario says of a fact that is not there
DAGNAMEN = {str(code): str(naam) for code, naam in TERMIJNNAMEN.items()} | {
    "klacht_reactie": "Uiterlijk de reactie van het bestuur",
    "opp_vaststellen": "Het ontwikkelingsperspectief uiterlijk vast",
    "opp_evalueren": "Uiterlijk de jaarlijkse evaluatie met de ouders en de leerling",
    "opp_evalueren_regio": "Uiterlijk de evaluatie in een MDO",
    "tlv_geldig_tot_en_met": "De verklaring geldt tot en met",
    "tlv_vervolg": "Vanaf hier zorgt de school voor een vervolg",
    "tlv_bezwaar": "Laatste dag voor bezwaar tegen de verklaring",
    "tlv_doorsturen": "Bezwaar uiterlijk door naar de adviescommissie",
    "schorsing_hooguit": "Langer kan de schorsing niet duren",
    "schorsing_brief": "De brief aan de ouders",
    "ondersteuningsplan": "Het ondersteuningsplan naar de inspectie",
    "advies_vanaf": "Voorlopig schooladvies: eerste dag",
    "advies_tot_en_met": "Voorlopig schooladvies: laatste dag",
    "advies_definitief": "Definitief schooladvies: laatste dag",
    "doorstroomtoets": "Doorstroomtoets: laatste dag",
    "schoolgids": "De schoolgids naar de inspectie",
    "bewaren_tot": "Bewaren tot",
    "vernietigen_uiterlijk_op": "Uiterlijk vernietigd",
}
UITSCHRIJVING = "De dag van uitschrijving"
"""What `uitschrijving` is called of a pupil that leaves; of an application it is the end of a place for a time."""
STANDEN = {str(code): str(naam) for naamlijst in (STANDNAMEN, STAND_VERWIJDERING) for code, naam in naamlijst.items()}
BEURTEN = {str(code): str(naam) for code, naam in AAN_ZET.items()}
KLASSEN = {
    "bekostiging": "gegevens voor de bekostiging",
    "begeleiding": "dossier over begeleiding",
    "begeleiding_verwezen": "dossier over begeleiding van een leerling die naar het s(b)o ging",
    "samenwerkingsverband": "dossier van het samenwerkingsverband over een leerling",
}
PARAMETERKOPPEN = {
    "bewaartermijnen": "Bewaren en vernietigen",
    "bezwaar": "Bezwaar, geschil, beroep en klacht",
    "jaarkalender": "Vaste dagen van een schooljaar",
    "okr": "Onderwijskundig rapport: wat erin mag",
    "opp": "Ontwikkelingsperspectief",
    "overleg": "Overleg",
    "overstap": "Inschrijven, uitschrijven en overstappen",
    "rechten": "Rechten van ouders op hun gegevens",
    "schorsing": "Schorsing en verwijdering",
    "signalen": "Signalen",
    "tlv": "Toelaatbaarheidsverklaring",
    "toelating": "Aanmelding en toelating",
    "verzuim": "Verzuim",
}
_SCHOOLSOORTEN = {"bao": "basisschool", "sbo": "sbo", "so": "so", "instelling": "instelling van cluster 1 of 2"}
_VERKLARINGEN = {"er": "verklaring is er", "gevraagd": "verklaring aangevraagd", "niet": "geen verklaring"}
_BESLUITEN = {"toegelaten": "toelaten", "geweigerd": "weigeren", "niet_behandeld": "niet behandelen"}
_VERZUIM = {"ongeoorloofd": "zonder goede reden", "ziek": "ziek"}


def zeg_dag(dag: date | str) -> str:
    """A day as in the sentences of the rules: 14-09-2026."""
    return f"{date.fromisoformat(dag) if isinstance(dag, str) else dag:%d-%m-%Y}"


def zeg_feiten(feiten: Mapping[str, Any]) -> Iterator[str]:
    """Each fact of a scenario in words; a fact without words is a slip of this page."""
    yield from _zeg_begin(feiten)
    for naam, waarde in feiten.items():
        if naam in _AL_GEZEGD:
            continue
        if naam in _DAGEN:
            yield _DAGEN[naam].format(zeg_dag(waarde))
        elif naam in _WAAR:
            yield _WAAR[naam] if waarde else _ONWAAR[naam]
        else:
            yield from _SAMENGESTELD[naam](waarde)


def _zeg_begin(feiten: Mapping[str, Any]) -> Iterator[str]:
    """How the case began: an application, a removal or a suspension."""
    if (verzocht := feiten.get("verzocht_op")) is not None:
        ontvangen = feiten.get("ontvangen_op", verzocht)
        if ontvangen == NIET:
            yield f"aangemeld op {zeg_dag(verzocht)}, en bij de school nog niet binnen"
        elif ontvangen == verzocht:
            yield f"aangemeld, en door de school ontvangen, op {zeg_dag(verzocht)}"
        else:
            yield f"aangemeld op {zeg_dag(verzocht)}, door de school ontvangen op {zeg_dag(ontvangen)}"
    if "van" in feiten:
        yield f"geschorst van {zeg_dag(feiten['van'])} tot en met {zeg_dag(feiten['tot_en_met'])}"


def zeg_besluit(besluit: Mapping[str, Any]) -> Iterator[str]:
    """A decision on an application: what, when, on which ground, and when the parents heard."""
    soort = besluit["soort"]
    grond = GRONDNAMEN[besluit.get("grond", "andere_school")] if soort == "geweigerd" else ""
    waarom = f" ({str(grond)[:1].lower()}{str(grond)[1:]})" if grond else ""
    reden = besluit.get("motivering", "").strip()
    in_brief = f"; in de brief: “{reden}”" if reden else "; zonder reden in de brief" if soort != "toegelaten" else ""
    yield f"besluit van {zeg_dag(besluit['op'])}: {_BESLUITEN[soort]}{waarom}{in_brief}"
    if "bekendgemaakt_op" in besluit:
        yield f"de brief aan de ouders is van {zeg_dag(besluit['bekendgemaakt_op'])}"


def zeg_opdracht(opdracht: str) -> Iterator[str]:
    """The facts that an order gives."""
    soort, *woorden = shlex.split(opdracht)
    while woorden:
        optie = woorden.pop(0)
        zin = _OPTIES.get(f"{soort} {optie}") or _OPTIES[optie]
        yield zin if isinstance(zin, str) and "{}" not in zin else _vul(zin, woorden.pop(0))


def zeg_verzuim(scenario: Mapping[str, Any]) -> Iterator[str]:
    """The days on which a pupil was away, and those without lessons."""
    for dag, soort, uren in scenario["dagen"]:
        yield f"{zeg_dag(dag)}: {uren.replace('.', ',')} uur {_VERZUIM[soort]}"
    if vrij := scenario.get("vrij"):
        yield f"geen les van {zeg_dag(vrij[0])} tot en met {zeg_dag(vrij[-1])}"


def zeg_bewaren(scenario: Mapping[str, Any]) -> Iterator[str]:
    """What is kept, from when the term counts, and what holds it up."""
    yield KLASSEN[scenario["klasse"]]
    if "keuze" in scenario:
        yield f"het bestuur koos {scenario['keuze']} maanden"
    if scenario.get("is_aangehouden"):
        yield "er loopt een bezwaar, geschil of klacht"


def _vul(zin: str | Callable[[str], str], waarde: str) -> str:
    if not isinstance(zin, str):
        return zin(waarde)
    return zin.format(zeg_dag(waarde) if waarde.count("-") == 2 else waarde)


def _verlengd(waarde: Mapping[str, Any]) -> Iterator[str]:
    yield f"op {zeg_dag(waarde['op'])} verlengd tot en met {zeg_dag(waarde['tot'])}: “{waarde['reden']}”"


def _onderbrekingen(waarde: list[Mapping[str, Any]]) -> Iterator[str]:
    for een in waarde:
        tot = f"uiterlijk op {zeg_dag(een['uiterlijk_op'])}" if "uiterlijk_op" in een else "zonder uiterste dag"
        klaar = f"; aangevuld op {zeg_dag(een['aangevuld_op'])}" if "aangevuld_op" in een else ""
        yield f"op {zeg_dag(een['van'])} vroeg de school om gegevens, {tot}{klaar}"


def _afwijking(waarde: Mapping[str, Any]) -> Iterator[str]:
    reden = waarde["reden"].strip()
    yield f"op {zeg_dag(waarde['op'])} week het bestuur af" + (f": “{reden}”" if reden else ", zonder reden")


def _tlv(waarde: Mapping[str, Any]) -> Iterator[str]:
    van, tot = zeg_dag(waarde["gegeven_op"]), zeg_dag(waarde["geldig_tot_en_met"])
    yield f"toelaatbaarheidsverklaring gegeven op {van}, geldig tot en met {tot}"


def _vol(waarde: Mapping[str, Any]) -> Iterator[str]:
    yield f"groep{f' {waarde["leerjaar"]}' if 'leerjaar' in waarde else ''} vol op {zeg_dag(waarde['vol_op'])}"
    sinds = waarde.get("beleid_gepubliceerd_op")
    yield f"beleid over plaatsen openbaar sinds {zeg_dag(sinds)}" if sinds else "beleid over plaatsen niet openbaar"
    if "beleid_genoteerd_op" in waarde:
        yield f"dat beleid is opgeschreven op {zeg_dag(waarde['beleid_genoteerd_op'])}"
    if "eerder_openbaar" in waarde:
        waar = waarde["eerder_openbaar"].strip()
        yield f"waar het eerder te lezen was: “{waar}”" if waar else "niet gezegd waar het eerder te lezen was"
    yield "beleid gevolgd" if waarde.get("is_beleid_gevolgd") else "niet vastgelegd dat het beleid is gevolgd"


def _grondslag(waarde: Mapping[str, Any]) -> Iterator[str]:
    nee = f"zij weigerden op {zeg_dag(waarde['geweigerd_op'])}" if "geweigerd_op" in waarde else "zij weigerden niet"
    yield f"op {zeg_dag(waarde['gevraagd_op'])} vroeg de school de ouders de grondslag te respecteren; {nee}"
    dichtbij = waarde.get("openbare_school", "").strip()
    yield f"openbare school op redelijke afstand: {dichtbij}" if dichtbij else "geen openbare school genoemd"


def _scholen(waarde: list[Mapping[str, Any]]) -> Iterator[str]:
    for een in waarde:
        wat = ", ".join(
            [
                *([_SCHOOLSOORTEN[een["soort"]]] if "soort" in een else []),
                *([_VERKLARINGEN[een["tlv"]]] if "tlv" in een else []),
            ]
        )
        ja = f", ja op {zeg_dag(een['bereid_op'])}" if "bereid_op" in een else ", geen antwoord"
        terug = f", ja ingetrokken op {zeg_dag(een['ingetrokken_op'])}" if "ingetrokken_op" in een else ""
        yield f"{een['naam']}{f' ({wat})' if wat else ''}: gevraagd op {zeg_dag(een['gevraagd_op'])}{ja}{terug}"
    if not waarde:
        yield "geen andere school gevraagd"


def _scholen_nu(waarde: list[Mapping[str, Any]]) -> Iterator[str]:
    yield from (f"na het besluit: {zin}" for zin in _scholen(waarde))


def _andere(waarde: list[Mapping[str, Any]]) -> Iterator[str]:
    for een in waarde:
        yield f"een andere schorsing van {zeg_dag(een['van'])} tot en met {zeg_dag(een['tot_en_met'])}"


def _motivering(waarde: str) -> Iterator[str]:
    yield f"reden: “{waarde.strip()}”" if waarde.strip() else "zonder reden"


def _regio(waarde: str) -> Iterator[str]:
    yield "de school is in de regio Haaglanden" if waarde == HAAGLANDEN else "de school is in een andere regio"


def _onderbroken(waarde: str) -> str:
    van, _streep, tot = waarde.partition(":")
    klaar = f"aangevuld op {zeg_dag(tot)}" if tot else "nog niet aangevuld"
    return f"op {zeg_dag(van)} vroeg de school om gegevens, {klaar}"


_AL_GEZEGD = frozenset({"verzocht_op", "ontvangen_op", "van", "tot_en_met"})
_DAGEN = {
    "geboren_op": "het kind is geboren op {}",
    "beoordeeld_op": "de school beoordeelde op {} wat het kind nodig heeft",
    "ouders_gehoord_op": "met de ouders gesproken op {}",
    "leraar_gehoord_op": "de leerkracht gehoord op {}",
    "contact_op": "beide scholen spraken elkaar op {}",
    "pgn_gemeld_op": "gemeld op {} dat er geen nummer is",
    "voorgenomen_op": "voornemen van {}",
    "besloten_op": "besluit van {}",
    "gemeente_op": "de gemeente hoorde het op {}",
    "elders_ingeschreven_op": "op een andere school ingeschreven op {}",
    "bezwaar_op": "bezwaar ontvangen op {}",
    "gehoord_op": "de ouders over hun bezwaar gehoord op {}",
    "geschil_op": "de ouders vroegen de geschillencommissie op {}",
    "oordeel_op": "de commissie gaf haar oordeel op {}",
    "reactie_op": "het bestuur schreef de ouders op {} wat het met het oordeel doet",
    "beslist_op": "het bestuur besliste op het bezwaar op {}",
    "ingetrokken_op": "de ouders trokken de aanmelding in op {}",
    "eerste_schooldag": "de eerste schooldag van het kind was {}",
}
_WAAR = {
    "is_openbaar": "openbare school",
    "is_sbo": "de school is een sbo",
    "is_asielzoeker": "het kind vraagt asiel aan",
    "is_zonder_pgn": "het kind heeft geen burgerservicenummer",
    "is_elders_ingeschreven": "het kind staat op een andere school ingeschreven",
    "is_andere_school_bekend": "van de andere school is alleen de naam of het dossier er",
    "heeft_ondersteuning_nodig": "de school vindt extra ondersteuning nodig",
    "is_alleen_nt2": "dat is alleen hulp bij het leren van Nederlands",
    "is_hulp_gevraagd": "de ouders zeggen dat extra hulp nodig is",
    "is_alsnog_toegelaten": "het kind is daarbij toch toegelaten",
}
_ONWAAR = {"heeft_ondersteuning_nodig": "de school vindt extra ondersteuning niet nodig"}
_SAMENGESTELD: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "verlengd": _verlengd,
    "onderbrekingen": _onderbrekingen,
    "besluit": zeg_besluit,
    "afwijking": _afwijking,
    "tlv": _tlv,
    "vol": _vol,
    "grondslag": _grondslag,
    "scholen": _scholen,
    "scholen_nu": _scholen_nu,
    "andere": _andere,
    "motivering": _motivering,
    "samenwerkingsverband": _regio,
}
_OPTIES: Mapping[str, str | Callable[[str], str]] = {
    "--verzocht": "de ouders vroegen om toelating op {}",
    "--ontvangen": "de school ontving de aanmelding op {}",
    "bezwaar --ontvangen": "het bestuur ontving het bezwaar op {}",
    "--verlengd-op": "de ouders hoorden op {} dat de school meer tijd neemt",
    "--verlengd-tot": "verlengd tot en met {}",
    "--onderbroken": _onderbroken,
    "--geboren": "het kind is geboren op {}",
    "--ingeschreven-elders": "het kind staat op een andere school ingeschreven",
    "--openbaar": "openbare school",
    "--asielzoeker": "het kind vraagt asiel aan",
    "--besluit": "besluit van {}",
    "bezwaar --besluit": "de ouders hoorden het besluit op {}",
    "--soort": lambda waarde: f"het besluit: {_BESLUITEN[waarde]}",
    "tlv --soort": "zij is voor het {}",
    "--zonder-nummer": "het kind heeft geen burgerservicenummer",
    "--peildatum": "gekeken op {}",
    "--geschil": "de ouders vroegen de geschillencommissie op {}",
    "--oordeel": "de commissie gaf haar oordeel op {}",
    "--uitspraak": "het bestuur ontving de uitspraak over de klacht op {}",
    "--ingeschreven": "het kind is ingeschreven op {}",
    "--vastgesteld": "het plan is vastgesteld op {}",
    "--definitief": "de plaatsing werd definitief op {}",
    "--extra-ondersteuning": "de extra ondersteuning begon op {}",
    "--gegeven": "de verklaring werd bekend op {}",
    "--schooljaren": "zij geldt {} hele schooljaren",
    "--bezwaar": "het bestuur ontving het bezwaar op {}",
    "tlv --bezwaar": "het samenwerkingsverband ontving een bezwaar op {}",
    "--van": "de eerste dag van de schorsing is {}",
    "--tot-en-met": "de laatste is {}",
    "--besloten": "besluit van {}",
    "--laatste-dag": "de laatste dag op school was {}",
    "--einde-schooljaar": "dat was de laatste schooldag van het schooljaar",
    "--elders": "de nieuwe school schrijft het kind in op {}",
    "--bericht": "de nieuwe school vertelde dat op {}",
    "--begin": "de termijn begint op {}",
    "schooljaar --begin": lambda waarde: f"schooljaar {waarde}-{int(waarde) + 1}",
    "--klasse": lambda waarde: KLASSEN[waarde],
    "--gemeld": "de gemeente hoorde het op {}",
}
