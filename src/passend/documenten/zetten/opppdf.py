"""A development perspective plan as tagged PDF, the words of the child first; plain data in, bytes out."""

from typing import Any

from passend.documenten.zetten.typstzetter import zet_pdf


def zet_opp_pdf(papier: dict[str, Any]) -> bytes:
    """The plan with who was heard, who agreed, and where each part is asked."""
    op, tekening = papier["opgehaald_op"], papier["tekening"]
    is_vast = bool(papier["vastgesteld_op"])
    gegevens = {
        **{sleutel: waarde for sleutel, waarde in papier.items() if sleutel not in {"opgehaald_op", "tekening"}},
        "titel": f"Ontwikkelingsperspectief van {papier['voornaam']}",
        "stand": f"vastgesteld op {papier['vastgesteld_op']}" if is_vast else "concept, nog niet vastgesteld",
        "is_vast": is_vast,
        "alt": f"Tekening van {papier['voornaam']}",
        "voet": f"Vertrouwelijk. Opgehaald op {op:%d-%m-%Y}; Passend hield bij wie dit deed.",
        "feiten": [paar for paar in _feiten(papier) if paar[1]],
    }
    return zet_pdf("opp.typ", gegevens, dag=(op.year, op.month, op.day), logo=tekening or None)


def _feiten(papier: dict[str, Any]) -> list[list[str]]:
    vast, door = papier["vastgesteld_op"], papier["vastgesteld_door"]
    return [
        ["Kind", papier["kind"]],
        ["Geboren", papier["geboren_op"]],
        ["Groep", papier["groep"]],
        ["School", papier["school"]],
        ["Het plan begon op", papier["begonnen_op"]],
        ["Vastgesteld", f"{vast} door {door}" if vast else ""],
        ["Terugkijken uiterlijk", papier["evalueren_voor"]],
    ]
