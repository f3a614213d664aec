"""Who reads and writes the sheet of a meeting, and why; lists only through the twin of the same rule."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.overleg import Deelsoort, Overlegstand
from passend.begrippen.rollen import GeenToegangError, Reden, Rolsoort
from passend.leerlingen.models import Leerling, Toestemming
from passend.leerlingen.permissions import (
    BEHEER,
    SCHOOL,
    Inzage,
    get_inzage,
    list_inzagegronden,
    visible_leerlingen,
    why_may_manage,
)
from passend.organisaties.models import Vestiging
from passend.overleggen.models import Overleg, Overlegdeel, Overlegdeelnemer
from passend.overleggen.queries.overleggen import geldige_toestemmingen, list_deelnemers, mijn_deelnames, wie_is
from passend.regels.inzage import als_reden
from passend.regels.overleg import LEZEN_ALTIJD, mag_overleg_lezen
from passend.toegang.models import Groepstaak, Rol
from passend.toegang.queries import Account, Bezoeker, list_vestigingen_uit, rollen_van, rolsoorten_bij, rolsoorten_uit

WIE_PLANT = "de intern begeleider en de directeur van deze school"
WIE_LEEST = "wie aan dit overleg meedoet, de intern begeleider, de directeur, en ouders die zijn uitgenodigd"
NIET_VOOR_U = f"Dit overleg is niet voor u, of het is er niet. Een overleg is voor: {WIE_LEEST}."
WIE_SCHRIJFT = "wie van de school aan dit overleg meedoet, en elke ouder bij de eigen kijk"
EIGEN_GROEP = Reden(Inzagegrond.EIGEN_GROEP.value, "U geeft les aan deze groep.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegrecht:
    """What somebody may do with one meeting, and why.

    Attributes:
        reden: why they may read it.
        beheert: True for who plans it, asks people and closes it.
        schrijft: the parts they may write in while it is open.
        ouder_van: the relations by which they take part as a parent; the view of another parent is not theirs to write.
        inzage: what they may see of the file; None for a meeting about a group.
    """

    reden: Reden
    beheert: bool
    schrijft: frozenset[Deelsoort]
    inzage: Inzage | None
    ouder_van: frozenset[int] = frozenset()

    def mag_schrijven(self, deel: Overlegdeel) -> bool:
        """True for a part they may write in: a parent in their own view, who is of the school in each."""
        return Deelsoort(deel.soort) in self.schrijft and (self.besluit_mee or deel.ouder_id in self.ouder_van)

    @property
    def besluit_mee(self) -> bool:
        """True for who writes down what is decided: who is of the school."""
        return Deelsoort.VRAAG in self.schrijft


def get_overlegrecht(
    account: Bezoeker,
    overleg: Overleg,
    *,
    op: datetime,
    deelnemers: Collection[Overlegdeelnemer] | None = None,
    inzage: Inzage | None = None,
) -> Overlegrecht | None:
    """What somebody may do with a meeting; None when there is no reason at all.

    `deelnemers` are those who take part, and `inzage` what they may see of the file of its pupil at that moment: from
    who read that already.
    """
    if not isinstance(account, Account) or not account.is_active:
        return None
    if overleg.leerling_id is None:
        return _over_groep(account, overleg, op)
    genodigd = list_deelnemers(overleg=overleg) if deelnemers is None else deelnemers
    mijn = [een for een in genodigd if een.overleg_id == overleg.pk and account.pk in wie_is(een)]
    assert overleg.leerling is not None  # noqa: S101 -- its key is there
    ziet = inzage or get_inzage(account, overleg.leerling, op=op)
    return _over_leerling(account, overleg, op, mijn, ziet) if ziet is not None else None


def require_overlegrecht(
    account: Bezoeker,
    overleg: Overleg,
    *,
    op: datetime,
    deelnemers: Collection[Overlegdeelnemer] | None = None,
    inzage: Inzage | None = None,
) -> Overlegrecht:
    """What somebody may do with a meeting, with what was read already.

    Raises:
        GeenToegangError: there is no reason; it says no more than when the meeting is not there.
    """
    recht = get_overlegrecht(account, overleg, op=op, deelnemers=deelnemers, inzage=inzage)
    if recht is None:
        raise GeenToegangError(NIET_VOOR_U)
    return recht


def _over_leerling(
    account: Account, overleg: Overleg, op: datetime, mijn: Collection[Overlegdeelnemer], inzage: Inzage
) -> Overlegrecht | None:
    gevraagd = [een.toestemming for een in mijn if een.toestemming]
    geldig = geldige_toestemmingen(toestemmingen=gevraagd, op=op) if gevraagd else set()
    grond = _leesgrond(account.pk, overleg, inzage.gronden, mijn, geldig)
    if grond is None:
        return None
    schrijft: frozenset[Deelsoort] = frozenset()
    if grond in SCHOOL or grond is Inzagegrond.EIGEN_GROEP:
        schrijft = frozenset(Deelsoort)
    elif grond is Inzagegrond.OUDER:
        schrijft = frozenset({Deelsoort.OUDERS})
    return Overlegrecht(
        reden=als_reden(grond, _laatste_dagen(gevraagd, geldig)),
        beheert=inzage.is_school,
        schrijft=_zolang_open(overleg, schrijft),
        inzage=inzage,
        ouder_van=frozenset(een.ouder.pk for een in mijn if een.ouder and een.ouder.account_id == account.pk),
    )


def _laatste_dagen(gevraagd: Collection[Toestemming], geldig: Collection[int]) -> set[date]:
    """Until when the parents let somebody take part; the last of them, for the sheet is one thing."""
    dagen = {een.geldig_tot_en_met for een in gevraagd if een.pk in geldig}
    return {max(dagen)} if dagen else set()


def _leesgrond(
    account: int,
    overleg: Overleg,
    gronden: Collection[Inzagegrond],
    mijn: Collection[Overlegdeelnemer],
    geldig: Collection[int],
) -> Inzagegrond | None:
    """Why somebody reads the sheet, by the rows by which they take part and the permissions that count."""
    als_gast = [een for een in mijn if een.toestemming and een.toestemming.account_id == account]
    als_ouder = [een for een in mijn if een.ouder and een.ouder.account_id == account]
    return mag_overleg_lezen(
        gronden,
        is_deelnemer=bool(als_gast) or any(een.account_id == account for een in mijn),
        heeft_toestemming=any(een.toestemming_id in geldig for een in als_gast),
        is_genodigd=any(een.uitgenodigd_op for een in (*als_gast, *als_ouder)),
        is_gesloten=overleg.stand == Overlegstand.GESLOTEN,
    )


def list_lezers(
    *,
    overleggen: Collection[Overleg],
    deelnames: Collection[Overlegdeelnemer],
    rollen: Mapping[int, Collection[Rol]],
    op: datetime,
) -> dict[int, set[int]]:
    """`get_overlegrecht` for many: who of these people takes part in each meeting and may read its sheet.

    By the keys of the meeting and the account; as many questions for one as for many.
    """
    per_overleg: dict[int, list[Overlegdeelnemer]] = defaultdict(list)
    for een in deelnames:
        per_overleg[een.overleg_id].append(een)
    leerlingen = {een.leerling.pk: een.leerling for een in overleggen if een.leerling}
    gronden = list_inzagegronden(rollen=rollen, leerlingen=list(leerlingen.values()), op=op)
    geldig = geldige_toestemmingen(toestemmingen=[een.toestemming for een in deelnames if een.toestemming], op=op)
    lessen = _lessen([een.groep_id for een in overleggen if een.leerling_id is None and een.groep_id], rollen, op)

    def leest(account: int, overleg: Overleg) -> bool:
        if overleg.leerling_id is None:
            soorten = rolsoorten_uit(rollen[account], overleg.vestiging)
            geeft_les = Rolsoort.LEERKRACHT in soorten and (account, overleg.groep_id) in lessen
            return geeft_les or bool(soorten & set(BEHEER))
        mijn = [een for een in per_overleg[overleg.pk] if account in wie_is(een)]
        waarom = gronden.get(overleg.leerling_id, {}).get(account, ())
        return _leesgrond(account, overleg, waarom, mijn, geldig) is not None

    genodigd = {pk: {account for een in rijen for account in wie_is(een)} for pk, rijen in per_overleg.items()}
    return {
        overleg.pk: {account for account in genodigd.get(overleg.pk, set()) & rollen.keys() if leest(account, overleg)}
        for overleg in overleggen
    }


def _lessen(groepen: Collection[int], accounts: Collection[int], op: datetime) -> set[tuple[int, int]]:
    """Who teaches which of these groups."""
    if not groepen:
        return set()
    taken = Groepstaak.objects.filter(_geldig(op), account__in=list(accounts), groep__in=groepen)
    return set(taken.values_list("account", "groep"))


def _over_groep(account: Account, overleg: Overleg, op: datetime) -> Overlegrecht | None:
    beheer = why_may_manage(account, overleg.vestiging, op=op)
    reden = beheer or _als_leerkracht(account, overleg, op)
    if reden is None:
        return None
    schrijft = _zolang_open(overleg, frozenset(Deelsoort))
    return Overlegrecht(reden=reden, beheert=beheer is not None, schrijft=schrijft, inzage=None)


def _als_leerkracht(account: Account, overleg: Overleg, op: datetime) -> Reden | None:
    """Who teaches the group, while they teach at this school."""
    soorten = rolsoorten_bij(account=account, vestiging=overleg.vestiging, peildatum=op.date())
    geeft_les = Groepstaak.objects.filter(_geldig(op), account=account, groep=overleg.groep).exists()
    return EIGEN_GROEP if Rolsoort.LEERKRACHT in soorten and geeft_les else None


def _zolang_open(overleg: Overleg, schrijft: frozenset[Deelsoort]) -> frozenset[Deelsoort]:
    return frozenset() if overleg.stand in {Overlegstand.GESLOTEN, Overlegstand.AFGEZEGD} else schrijft


def _geldig(op: datetime) -> Q:
    dag = op.date()
    return Q(geldig_van__lte=dag) & (Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=dag))


def visible_overleggen(account: Bezoeker, *, op: datetime, van: Leerling | None = None) -> QuerySet[Overleg]:
    """The twin of `get_overlegrecht`: the meetings in scope of which somebody may read the sheet.

    Who asks for those of one pupil names them with `van`, so that nobody looks through a whole school.
    """
    if not isinstance(account, Account) or not account.is_active:
        return Overleg.objects.none()
    wie = {} if van is None else {"pk": van.pk}
    altijd = visible_leerlingen(account, op=op, gronden=LEZEN_ALTIJD).filter(**wie)
    eigen = visible_leerlingen(account, op=op, gronden=[Inzagegrond.EIGEN_GROEP]).filter(**wie)
    gast = visible_leerlingen(account, op=op, gronden=[Inzagegrond.DESKUNDIGE]).filter(**wie)
    kind = visible_leerlingen(account, op=op, gronden=[Inzagegrond.OUDER]).filter(**wie)
    mijn = list(mijn_deelnames(account=account).prefetch_related("toestemming", "ouder"))
    gevraagd = [een.toestemming for een in mijn if een.toestemming is not None]
    geldig = geldige_toestemmingen(toestemmingen=gevraagd, op=op)
    als_gast = {een.overleg_id for een in mijn if een.toestemming_id in geldig and een.uitgenodigd_op}
    als_ouder = {
        een.overleg_id for een in mijn if een.ouder and een.ouder.account_id == account.pk and een.uitgenodigd_op
    }
    als_collega = {een.overleg_id for een in mijn if een.account_id == account.pk}
    return Overleg.objects.filter(
        Q(leerling__in=altijd.values("pk"))
        | Q(leerling__in=kind.values("pk")) & (Q(pk__in=als_ouder) | Q(stand=Overlegstand.GESLOTEN.value))
        | Q(pk__in=als_collega, leerling__in=eigen.values("pk"))
        | Q(pk__in=als_gast, leerling__in=gast.values("pk"))
        | _van_groepen(account, op)
    )


def _van_groepen(account: Account, op: datetime) -> Q:
    """The meetings about a group; a parent or an expert has none of them, and is not asked about groups."""
    rollen = rollen_van(account=account, peildatum=op.date())
    als_beheer = [rol for rol in rollen if rol.soort in BEHEER]
    als_leerkracht = [rol for rol in rollen if rol.soort == Rolsoort.LEERKRACHT]
    if not als_beheer and not als_leerkracht:
        return Q(pk__in=())
    beheer, les = list_vestigingen_uit(rollen=als_beheer), list_vestigingen_uit(rollen=als_leerkracht)
    groepen = Groepstaak.objects.filter(_geldig(op), account=account, groep__bestuur=F("bestuur")).values("groep")
    return Q(leerling__isnull=True) & (Q(vestiging__in=list(beheer)) | Q(vestiging__in=list(les), groep__in=groepen))


def why_may_plan(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Intern begeleider and directeur plan the meetings of their school, and ask who comes."""
    return why_may_manage(account, vestiging, op=op)
