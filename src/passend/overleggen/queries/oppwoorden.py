"""What was said on the development perspective plan, to take over on the sheet of a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from passend.begrippen.opp import Stemwijze
from passend.begrippen.overleg import Deelsoort
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import Inzage
from passend.plannen.models import Leerlingstem
from passend.plannen.permissions import why_may_read_opp
from passend.plannen.queries.oppwoorden import Gezegd, Ouderwoord, get_oppwoorden
from passend.regels.praatkaarten import PRAATKAARTEN

type Deel = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppwoord:
    """What one of them said.

    Of each of `delen` the first is of Passend, in the language of who reads, and the second as people wrote it; the
    words of the `kaarten` a child chose are of Passend, in Dutch. `overname` is all of it as one text, in the language
    of the school, as it comes on the sheet.
    """

    delen: tuple[Deel, ...]
    overname: str
    kaarten: tuple[str, ...] = ()


def list_oppwoorden(*, leerling: Leerling, inzage: Inzage) -> dict[tuple[Deelsoort, int | None], Oppwoord]:
    """What the child and each parent said last on the development perspective plan.

    By the part of the sheet it is for, and for a parent by the key of their relation.

    For who may read that plan, and works at the school: what parents said is theirs, and is never laid before others.
    """
    if why_may_read_opp(inzage) is None:
        return {}
    gezegd = get_oppwoorden(leerling=leerling)
    woorden: dict[tuple[Deelsoort, int | None], Oppwoord] = {
        (Deelsoort.OUDERS, ouder): _van_ouder(delen) for ouder, delen in gezegd.ouders.items()
    }
    if gezegd.kind is not None:
        woorden[Deelsoort.KIND, None] = _van_kind(gezegd.kind)
    return woorden


def _van_kind(stem: Leerlingstem) -> Oppwoord:
    """Its words, the cards it chose, and that there is a drawing."""
    kaarten = tuple(PRAATKAARTEN[code].woorden for code in stem.praatkaarten if code in PRAATKAARTEN)
    with translation.override(settings.LANGUAGE_CODE):
        gekozen = [_("Koos deze kaartjes: %(kaarten)s.") % {"kaarten": "; ".join(kaarten)}] if kaarten else []
        overname = "\n".join([*_als_tekst(_delen_van(stem)), *gekozen])
    return Oppwoord(delen=_delen_van(stem), overname=overname, kaarten=kaarten)


def _delen_van(stem: Leerlingstem) -> tuple[Deel, ...]:
    delen = [("", stem.gezegd.strip())] if stem.gezegd.strip() else []
    if stem.wijze == Stemwijze.TEKENING:
        delen.append((_("Maakte een tekening; die staat bij het OPP."), ""))
    return tuple(delen)


def _van_ouder(gezegd: list[Gezegd]) -> Oppwoord:
    with translation.override(settings.LANGUAGE_CODE):
        overname = "\n".join(_als_tekst(map(_deel, gezegd)))
    return Oppwoord(delen=tuple(map(_deel, gezegd)), overname=overname)


def _deel(een: Gezegd) -> Deel:
    return (_("Niet akkoord met het handelingsdeel:") if een.soort is Ouderwoord.WEIGERING else "", een.tekst)


def _als_tekst(delen: Iterable[Deel]) -> list[str]:
    return [" ".join(filter(None, deel)) for deel in delen]
