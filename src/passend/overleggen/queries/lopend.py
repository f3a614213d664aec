"""What goes on about a pupil: agreements of earlier meetings, the development perspective plan, absence and signals.

None of it is typed on a sheet; each says where it is kept, and is there only for who may read it there.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passend.begrippen.volgen import Verzuimsoort
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import Inzage
from passend.overleggen.models import Overleg
from passend.overleggen.queries.afspraken import Openafspraak, list_open_afspraken
from passend.overleggen.queries.bekend import Bekend
from passend.plannen.models import Oppversie
from passend.plannen.permissions import why_may_read_opp
from passend.plannen.queries.opp import list_opps, teksten
from passend.regels.oppdelen import UITSTROOM, UITSTROOMBESTEMMINGEN
from passend.regels.verzuim import Verzuimsom, Verzuimstand
from passend.volgen.permissions import why_may_follow, why_may_record
from passend.volgen.queries.resultaten import VAKNAMEN
from passend.volgen.queries.signalen import REGELNAMEN, list_signalen
from passend.volgen.queries.waarnemingen import VERZUIMNAMEN, get_verzuimstanden

DOELEN = "doelen"


def list_lopend(
    *, overleg: Overleg, inzage: Inzage, zichtbaar: Callable[[], QuerySet[Overleg]], op: datetime
) -> list[Bekend]:
    """What goes on about the pupil of a meeting as it was at a moment, the agreements that are still open first.

    `zichtbaar` gives the meetings that somebody may read: an agreement of another is not on their sheet.
    """
    leerling, dag = overleg.leerling, timezone.localtime(op).date()
    if leerling is None:
        return []
    verzuim = _standen(leerling, dag) if why_may_follow(inzage) else None
    return [
        *_afspraken(overleg, leerling, zichtbaar, op),
        *(_opp(leerling, dag) if why_may_read_opp(inzage) else ()),
        *(_verzuim(leerling, verzuim, dag) if verzuim else ()),
        *(_signalen(leerling, verzuim, dag) if why_may_record(inzage) else ()),
    ]


def _standen(leerling: Leerling, dag: date) -> Mapping[int, Verzuimstand]:
    return get_verzuimstanden(leerlingen=[leerling], vestiging=leerling.vestiging, peildatum=dag)


def _afspraken(
    overleg: Overleg, leerling: Leerling, zichtbaar: Callable[[], QuerySet[Overleg]], op: datetime
) -> list[Bekend]:
    """What was decided of this pupil in meetings that were closed before, and was not done yet."""
    open_ = list_open_afspraken(leerlingen=[leerling], zichtbaar=zichtbaar, op=op, behalve=overleg)
    return [
        Bekend(
            waarover=_("Nog open van een eerder overleg"),
            tekst=een.wat,
            erbij=_wie_en_wanneer(een),
            herkomst=str(een.overleg.get_soort_display()),
            op=timezone.localtime(een.overleg.begint_op).date(),
        )
        for een in open_.get(leerling.pk, ())
    ]


def _wie_en_wanneer(afspraak: Openafspraak) -> str:
    dag = _("uiterlijk %(dag)s") % {"dag": f"{afspraak.uiterlijk_op:%d-%m-%Y}"} if afspraak.uiterlijk_op else ""
    rest = ", ".join(filter(None, [afspraak.wie, dag]))
    return f"({rest})" if rest else ""


def _opp(leerling: Leerling, dag: date) -> list[Bekend]:
    """The goals and where the child goes after school, of the version that held or lay before the parents that day."""
    opp = next(iter(list_opps(leerling=leerling)), None)
    if opp is None:
        return []
    eind = timezone.make_aware(datetime.combine(dag, time.max))
    gelezen = Oppversie.objects.filter(Q(vastgesteld_op__lte=eind) | Q(voorgelegd_op__lte=eind), opp=opp)
    versie = gelezen.order_by("nummer").last()
    if versie is None:
        return []
    is_vast = versie.vastgesteld_op is not None and versie.vastgesteld_op <= eind
    moment = versie.vastgesteld_op if is_vast else versie.voorgelegd_op
    herkomst = _("ontwikkelingsperspectief") if is_vast else _("ontwikkelingsperspectief, nog niet vastgesteld")
    woorden = teksten(versie)
    delen = [
        (_("doelen uit het plan"), woorden.get(DOELEN, "").strip()),
        (_("waar het kind naartoe gaat"), UITSTROOMBESTEMMINGEN.get(woorden.get(UITSTROOM, ""), "")),
    ]
    return [
        Bekend(
            waarover=waarover,
            tekst=tekst,
            herkomst=herkomst,
            op=timezone.localtime(moment or versie.begonnen_op).date(),
            is_zin=not is_doel,
            is_doel=is_doel,
        )
        for (waarover, tekst), is_doel in zip(delen, (True, False), strict=True)
        if tekst
    ]


def _verzuim(leerling: Leerling, standen: Mapping[int, Verzuimstand], dag: date) -> list[Bekend]:
    """Each kind of absence in this school year."""
    sommen = standen[leerling.pk].per_soort
    tekst = ", ".join(_som(soort, som) for soort, som in sommen.items() if som.keren)
    laatste = max((som.laatste_op for som in sommen.values() if som.laatste_op), default=dag)
    herkomst = _("dit schooljaar")
    return [Bekend(waarover=_("verzuim"), tekst=tekst, herkomst=herkomst, op=laatste, is_zin=True)] if tekst else []


def _som(soort: Verzuimsoort, som: Verzuimsom) -> str:
    if soort is Verzuimsoort.TE_LAAT:
        return f"{VERZUIMNAMEN[soort]} {som.keren}×"
    dagen = ngettext("%(num)s dag", "%(num)s dagen", som.keren) % {"num": som.keren}
    return f"{VERZUIMNAMEN[soort]} {dagen}"


def _signalen(leerling: Leerling, verzuim: Mapping[int, Verzuimstand] | None, dag: date) -> list[Bekend]:
    """What asks for a look and was not put aside; for who follows the pupil, as it is on their own page."""
    beelden = list_signalen(leerlingen=[leerling], vestiging=leerling.vestiging, peildatum=dag, verzuim=verzuim)
    return [
        Bekend(
            waarover=_("signaal"),
            tekst=een.zin,
            herkomst=" ".join(
                filter(None, [str(REGELNAMEN[een.regel]), str(VAKNAMEN[een.vak]) if een.vak in VAKNAMEN else ""])
            ),
            op=een.sinds,
            is_zin=True,
        )
        for een in (beeld.signaal for beeld in beelden[leerling.pk] if beeld.besluit is None)
    ]
