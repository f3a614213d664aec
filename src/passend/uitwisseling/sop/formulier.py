"""The lines of a grid that is no table of the template: often a form of labels and values."""

from collections.abc import Sequence

from passend.documenten.document import Regel, Rooster
from passend.uitwisseling.sop.ondertekening import Ondertekening
from passend.uitwisseling.sop.velden import Veldlezer, als_regel


def regels_van_formulier(rooster: Rooster, ondertekening: Ondertekening, velden: Veldlezer) -> Sequence[Regel]:
    """Signatures cell by cell, labels with their values as lines, and anything else as it stands on the page."""
    if (handtekeningen := ondertekening.uit_rooster(rooster)) is not None:
        return handtekeningen
    labels = sum(velden.is_label(cel.tekst) for rij in rooster.rijen for cel in rij[:1])
    if rooster.regels and labels * 3 < len(rooster.rijen):
        return rooster.regels
    return [
        Regel(
            nummer=rooster.nummer,
            tekst=als_regel(cel.tekst for cel in rij),
            woorden=(),
            pagina=rooster.pagina,
            kader=rij[0].kader if rij else None,
        )
        for rij in rooster.rijen
    ]
