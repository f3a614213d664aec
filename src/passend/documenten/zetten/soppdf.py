"""The SOP as PDF."""

import re
from dataclasses import asdict
from typing import Any

from passend.begrippen.uitgave import Uitgave
from passend.documenten import aankleding
from passend.documenten.zetten.kleuren import kleuren_van
from passend.documenten.zetten.sopdelen import Opbouw
from passend.documenten.zetten.sopopbouw import bouw_sop
from passend.documenten.zetten.structuurtekening import teken
from passend.documenten.zetten.typstzetter import zet_pdf
from passend.documenten.zetten.woorden import webadres


def zet_sop_pdf(uitgave: Uitgave) -> bytes:
    """The SOP in the region's layout, tagged."""
    opbouw = bouw_sop(uitgave)
    dag = uitgave.peildatum
    return zet_pdf("sop.typ", _gegevens(opbouw, uitgave.kleur), dag=(dag.year, dag.month, dag.day), logo=uitgave.logo)


def _gegevens(opbouw: Opbouw, kleur: str) -> dict[str, Any]:
    gegevens = asdict(opbouw)
    kleuren = kleuren_van(kleur)
    for sectie in gegevens["secties"]:
        for blok in sectie["blokken"]:
            if blok["soort"] == "tabel":
                _verkort(blok)
    return gegevens | {
        "documenttitel": opbouw.documenttitel,
        "omslagnaam": re.sub(r"(?<=['‘’][ts]) ", "\N{NO-BREAK SPACE}", opbouw.school),
        "kleuren": asdict(kleuren),
        "woorden": _woorden(),
        "adres_link": webadres(opbouw.adres),
        "tekening": teken(opbouw.structuur, voor_druk=True, accent=kleuren.accent) if opbouw.structuur else "",
        "tekening_alt": "Tekening van de ondersteuningsstructuur; hetzelfde staat er in woorden bij.",
    }


def _woorden() -> dict[str, Any]:
    """Our own words on the pages, from the place where a reader knows them from too."""
    return {
        "inhoud": aankleding.INHOUD,
        "leeswijzer": aankleding.LEESWIJZER,
        "te_lezen": aankleding.TE_LEZEN,
        "in_woorden": aankleding.IN_WOORDEN,
        "eigen_regel": aankleding.EIGEN_REGEL_KORT,
        "leeg": aankleding.LEEG_KORT,
        "doelen": aankleding.DOELEN,
        "kop_doelen": aankleding.KOP_DOELEN,
        "over": aankleding.OVER.format(rij=""),
        "te_zien_aan": aankleding.TE_ZIEN_AAN.format(wat=""),
        "niet_teruggekeken": aankleding.NIET_TERUGGEKEKEN,
        "tot_stand": aankleding.TOT_STAND,
        "bladzijde": aankleding.BLADZIJDE,
        "van": aankleding.VAN,
        "langste_hele_alinea": aankleding.LANGSTE_HELE_ALINEA,
        "zijruimte": aankleding.ZIJRUIMTE_MM,
        "langste_hele_woord": aankleding.LANGSTE_HELE_WOORD,
        "kopruimte": aankleding.KOPRUIMTE_MM,
        "voetruimte": aankleding.VOETRUIMTE_MM,
    }


def _verkort(blok: dict[str, Any]) -> None:
    """In a narrow column the words for an empty cell do not fit; the rows say once, in full, what is missing."""
    for regel in blok["regels"]:
        lege = [cel for cel in regel["cellen"] if cel["soort"] == "leeg"]
        for cel in lege:
            cel["kort"] = True
        if lege and len(lege) == len(regel["cellen"]):
            regel["noten"] = (lege[0]["tekst"], *regel["noten"])
