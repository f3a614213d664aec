"""Makes a tree of a transfer file, safely: no entities, nothing from elsewhere, and not larger than is sane."""

from typing import Any

from lxml import etree

from passend.begrippen.opgave import OnleesbaarError

_MB = 1024 * 1024
MEESTE_BYTES = 60 * _MB
MEESTE_DELEN = 60_000
"""Elements; a file of a whole school career has about a thousand."""
_ENTITEITEN = "In dit bestand staan verwijzingen die niet in een overstapdossier horen. Passend leest het niet."
_TE_VEEL = "In dit bestand staan te veel delen voor een leerling. Passend leest het niet. Vraag het opnieuw."


def lees_boom(inhoud: bytes) -> etree._Element:
    """The root of the tree.

    Raises:
        OnleesbaarError: it is too large, is no XML, breaks off, or has entities.
    """
    if len(inhoud) > MEESTE_BYTES:
        mb, meeste = -(-len(inhoud) // _MB), MEESTE_BYTES // _MB
        raise OnleesbaarError(
            f"Dit bestand is te groot ({mb} MB). Passend leest hoogstens {meeste} MB. Vraag het met minder bijlagen."
        )
    lezer = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,  # a document of more than 10 MB in one element; the size is held above
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,
    )
    try:
        wortel = etree.fromstring(inhoud, lezer)
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise OnleesbaarError(_zin(inhoud, fout)) from fout
    soort: Any = wortel.getroottree().docinfo
    if soort.doctype:
        raise OnleesbaarError(_ENTITEITEN)
    if sum(1 for _deel in wortel.iter()) > MEESTE_DELEN:
        raise OnleesbaarError(_TE_VEEL)
    return wortel


def _zin(inhoud: bytes, fout: Exception) -> str:
    regel = getattr(fout, "lineno", None) or 1
    if b"<!ENTITY" in inhoud[:4096]:
        return _ENTITEITEN
    is_af = inhoud.rstrip().endswith(b"dossier>")
    begon = b"<dossier" in inhoud[:4096] or b":dossier" in inhoud[:4096]
    if begon and not is_af:
        return f"Dit bestand breekt af bij regel {regel}. Het is niet heel aangekomen. Haal het opnieuw op."
    return f"Dit is geen OSO-bestand, of het is beschadigd bij regel {regel}. Vraag het opnieuw aan de andere school."
