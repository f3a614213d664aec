"""Documents handed in: with what template they were read, and what in them was not understood."""

from dataclasses import dataclass

from passend.begrippen.sjabloon import Sjabloon
from passend.begrippen.sjabloonformaat import sjabloon_uit_dict
from passend.organisaties.models import Vestiging
from passend.profielen.models import Inlezing, Sjabloonversie


@dataclass(frozen=True, slots=True, kw_only=True)
class Ongelezenstuk:
    """Text of a stored document that was not understood, and that nobody dealt with yet.

    `inlezing` and `nummer` (from 0) are its key; `na` and `sectie` tell its place as the reader saw it, `pagina` where
    it stands in a document with pages, `regel` in others.
    """

    inlezing: int
    bestandsnaam: str
    nummer: int
    tekst: str
    sectie: str | None
    na: str | None
    pagina: int | None
    regel: int | None


def get_sjabloon_van_inlezing(*, inlezing: Inlezing) -> Sjabloon | None:
    """The newest template of the region that a document was read with; None when the region has it no more."""
    versie = Sjabloonversie.objects.filter(
        samenwerkingsverband__besturen=inlezing.vestiging.bestuur_id, code=inlezing.lezing["sjabloon"]
    ).first()
    return sjabloon_uit_dict(versie.definitie) if versie else None  # not kept: it may not be in use yet


def list_inlezingen(*, vestiging: Vestiging) -> list[Inlezing]:
    """Documents handed in for a site, newest first; without their bytes."""
    return list(vestiging.inlezingen.defer("bestand", "document", "lezing"))


def get_inlezing(*, vestiging: Vestiging, inlezing: int) -> Inlezing | None:
    """One document handed in for this site, its bytes fetched when they are asked; another site's is not found."""
    return vestiging.inlezingen.defer("bestand").filter(pk=inlezing).first()


def ongelezen_sleutel(nummer: int) -> str:
    """The key under which somebody says that a piece of unread text was dealt with."""
    return f"ongelezen:{nummer}"


def list_ongelezen(*, vestiging: Vestiging) -> list[Ongelezenstuk]:
    """Unread text of all stored documents of a site that nobody dealt with, oldest document first."""
    opgeslagen = vestiging.inlezingen.filter(profiel__isnull=False).order_by("ingelezen_op", "pk")
    rijen = opgeslagen.values_list("pk", "bestandsnaam", "lezing__ongelezen", "antwoorden")
    return [
        Ongelezenstuk(
            inlezing=inlezing,
            bestandsnaam=bestandsnaam,
            nummer=nummer,
            tekst=stuk["tekst"],
            sectie=stuk["sectie"],
            na=stuk["na"],
            pagina=stuk["bron"]["pagina"] if stuk["bron"]["kader"] else None,
            regel=stuk["bron"]["regel"],
        )
        for inlezing, bestandsnaam, stukken, antwoorden in rijen
        for nummer, stuk in enumerate(stukken or ())
        if ongelezen_sleutel(nummer) not in antwoorden
    ]
