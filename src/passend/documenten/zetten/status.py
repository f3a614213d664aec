"""In what state an edition is, and how that and what is missing are said."""

from passend.begrippen.profielinhoud import Bron, Methode
from passend.begrippen.uitgave import Stap, Stapsoort, Uitgave
from passend.documenten import aankleding


def statuswoorden(uitgave: Uitgave) -> str:
    """The status as it stands on a cover; what was published without a step says so.

    The step of evaluation comes after publication, so its absence skips nothing.
    """
    naam = uitgave.status.replace("_", " ").capitalize()
    if uitgave.nummer is None:
        return naam
    overgeslagen = any(stap.is_overgeslagen for stap in uitgave.stappen)
    zonder = " – niet alle stappen zijn gezet" if overgeslagen else ""
    if besluit_ontbreekt(uitgave) is not None:
        zonder = " – zonder besluit van het bestuur"
    return f"{naam} – editie {uitgave.nummer}{zonder}"


def besluit_ontbreekt(uitgave: Uitgave) -> Stap | None:
    """The step that says why the board did not adopt this; None when it did, or when nobody came to that yet."""
    stap = uitgave.stap(Stapsoort.BESTUUR_VASTGESTELD)
    return stap if stap is not None and stap.is_overgeslagen else None


def besluitwaarschuwing(uitgave: Uitgave) -> str:
    """What an output says loudly when the board did not adopt it, with the reason; empty when there is nothing to say.

    The law wants the board to set the offer (WPO 13a lid 2), so no reader may have to search for this.
    """
    stap = besluit_ontbreekt(uitgave)
    return f"Het bestuur heeft dit aanbod niet vastgesteld: {redenwoorden(stap)}" if stap is not None else ""


def redenwoorden(stap: Stap) -> str:
    """Why a step was skipped, as the end of a sentence."""
    reden = stap.reden.strip() or "de reden is niet genoemd"
    return reden if reden.endswith((".", "!", "?")) else f"{reden}."


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
