"""In what state an edition is, and how that and what is missing are said."""

from passend.begrippen.profielinhoud import Bron, Methode
from passend.begrippen.uitgave import Uitgave
from passend.documenten import aankleding


def statuswoorden(uitgave: Uitgave) -> str:
    """The status as it stands on a cover; what was published without a step says so.

    The step of evaluation comes after publication, so its absence skips nothing.
    """
    naam = uitgave.status.replace("_", " ").capitalize()
    if uitgave.nummer is None:
        return naam
    overgeslagen = [stap for stap in uitgave.stappen if stap.is_overgeslagen]
    zonder = " – niet alle stappen zijn gezet" if overgeslagen else ""
    return f"{naam} – uitgave {uitgave.nummer}{zonder}"


def is_ingelezen(uitgave: Uitgave) -> bool:
    """Whether the content comes straight from a document: nothing is numbered and something was read."""
    inhoud = uitgave.inhoud
    bronnen: list[Bron] = [veld.bron for veld in inhoud.velden]
    bronnen += [rij.bron for rij in inhoud.tabellen]
    bronnen += [tekst.bron for tekst in inhoud.teksten]
    return uitgave.nummer is None and any(bron.methode is not Methode.INVOER for bron in bronnen)


def leegwoorden(uitgave: Uitgave) -> str:
    """What stands where nothing was filled in."""
    return aankleding.LEEG_INGELEZEN if is_ingelezen(uitgave) else aankleding.LEEG
