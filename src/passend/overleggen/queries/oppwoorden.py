"""What was said on the development perspective plan, to take over on the sheet of a meeting."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from passend.begrippen.opp import Stemwijze
from passend.begrippen.overleg import Deelsoort
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import Inzage
from passend.overleggen.queries.bekend import Bekend
from passend.plannen.models import Leerlingstem
from passend.plannen.permissions import why_may_read_opp
from passend.plannen.queries.oppwoorden import Gezegd, Ouderwoord, get_oppwoorden
from passend.regels.praatkaarten import PRAATKAARTEN


def list_oppwoorden(*, leerling: Leerling, inzage: Inzage) -> dict[tuple[Deelsoort, int | None], Bekend]:
    """What the child and each parent said last on the development perspective plan, in the language of the school.

    By the part of the sheet it is for, and for a parent by the key of their relation.

    For who may read that plan, and works at the school: what parents said is theirs, and is never laid before others.
    """
    if why_may_read_opp(inzage) is None:
        return {}
    gezegd = get_oppwoorden(leerling=leerling)
    with translation.override(settings.LANGUAGE_CODE):
        woorden: dict[tuple[Deelsoort, int | None], Bekend] = {
            (Deelsoort.OUDERS, ouder): _van_ouder(delen) for ouder, delen in gezegd.ouders.items()
        }
        if gezegd.kind is not None:
            woorden[Deelsoort.KIND, None] = _van_kind(gezegd.kind)
    return woorden


def _van_kind(stem: Leerlingstem) -> Bekend:
    """Its words, the words of the cards it chose, and that there is a drawing."""
    kaarten = [PRAATKAARTEN[code].woorden for code in stem.praatkaarten if code in PRAATKAARTEN]
    delen = (
        stem.gezegd.strip(),
        _("Koos deze kaartjes: %(kaarten)s.") % {"kaarten": "; ".join(kaarten)} if kaarten else "",
        _("Maakte een tekening; die staat bij het OPP.") if stem.wijze == Stemwijze.TEKENING else "",
    )
    tekst = "\n".join(filter(None, delen))
    return Bekend(waarover=_("kind"), tekst=tekst, herkomst=str(stem.vastgelegd_door), op=stem.op)


def _van_ouder(delen: list[Gezegd]) -> Bekend:
    laatste = delen[-1]
    return Bekend(waarover=_("ouders"), tekst="\n".join(map(_in_woorden, delen)), herkomst=laatste.naam, op=laatste.op)


def _in_woorden(een: Gezegd) -> str:
    if een.soort is Ouderwoord.WEIGERING:
        return _("Niet akkoord met het handelingsdeel: %(reden)s") % {"reden": een.tekst}
    return een.tekst
