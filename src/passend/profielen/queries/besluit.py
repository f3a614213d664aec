"""What the board decided on, and what says something else since."""

from collections.abc import Mapping
from datetime import datetime

from passend.begrippen.profielformaat import zegt_hetzelfde
from passend.begrippen.uitgave import Stapsoort
from passend.profielen.models import Onderdeel, Onderdeelversie, Ondersteuningsprofiel, Vaststellingsstap


def get_besluit(*, profiel: Ondersteuningsprofiel) -> Vaststellingsstap | None:
    """The decision of the board in the round that is going on; None when it did not decide (yet)."""
    besluiten = profiel.stappen.filter(editie=None, soort=Stapsoort.BESTUUR_VASTGESTELD.value, is_overgeslagen=False)
    return besluiten.defer("document").first()


def list_na_besluit(*, besluit: Vaststellingsstap | None) -> list[Onderdeel]:
    """The elements that say something else than when the board decided; none without a decision."""
    return list_anders_dan_toen(momenten={besluit.profiel_id: besluit.vastgelegd_op} if besluit is not None else {})


def count_na_besluit(*, profiel: Ondersteuningsprofiel) -> int:
    """How many elements say something else than when the board decided; 0 without a decision."""
    return len(list_na_besluit(besluit=get_besluit(profiel=profiel)))


def list_anders_dan_toen(*, momenten: Mapping[int, datetime]) -> list[Onderdeel]:
    """The elements of some working copies that say something else than at a moment, by the key of each working copy.

    What was changed and put back is the same again: it is about what a reader reads, not about who touched it.
    """
    if not momenten:
        return []
    kandidaten = Onderdeel.objects.filter(profiel__in=momenten, gewijzigd_op__gt=min(momenten.values()))
    geraakt = [een for een in kandidaten if een.gewijzigd_op > momenten[een.profiel_id]]
    sinds = {een.pk: momenten[een.profiel_id] for een in geraakt}
    toen = {
        versie.onderdeel_id: versie
        for versie in Onderdeelversie.objects.filter(onderdeel__in=sinds).order_by("versie")
        if versie.op <= sinds[versie.onderdeel_id]
    }
    return [een for een in geraakt if _is_anders(een, toen.get(een.pk))]


def _is_anders(nu: Onderdeel, toen: Onderdeelversie | None) -> bool:
    was_er, is_er = toen is not None and not toen.is_verwijderd, not nu.is_verwijderd
    if toen is None or not (was_er and is_er):
        return was_er is not is_er
    return not zegt_hetzelfde(nu.inhoud, toen.inhoud)
