"""A line of a plan in words: what is done, by whom and how often, for which need and with which offer of the school."""

from dataclasses import dataclass

MEESTE_REGELS = 12  # what is done for one child; more nobody keeps up


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelfeiten:
    """What a line says; need and offer in the words of the day on which they were chosen."""

    aanpak: str
    wie: str
    hoe_vaak: str = ""
    behoefte: str = ""
    belofte: str = ""


def regelzin(regel: Regelfeiten) -> str:
    """The whole line as one sentence, for paper, for a file and to see what changed.

    >>> regelzin(Regelfeiten(aanpak="Samen lezen", wie="leerkracht", hoe_vaak="elke dag", behoefte="korte stappen"))
    'Samen lezen, leerkracht, elke dag (voor: korte stappen)'
    """
    wat = ", ".join(filter(None, (regel.aanpak, regel.wie, regel.hoe_vaak)))
    waarbij = "; ".join(
        f"{kop}: {tekst}" for kop, tekst in (("voor", regel.behoefte), ("uit het aanbod", regel.belofte)) if tekst
    )
    return f"{wat} ({waarbij})" if waarbij else wat
