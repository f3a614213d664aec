"""Who may see and write the file of a pupil, and why; pages list only through the twin of the same rule.

`_GRONDEN` has a query for each reason of `regels.inzage`, None where somebody has no role for it; a test compares both
on random worlds. A new reason is a member of `Inzagegrond`, a line in the rule, a query here and a sentence: without
one of them the tests fail.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError, Reden, Rolsoort
from passend.leerlingen.models import (
    Dossierstuk,
    Groepsplaatsing,
    Leerling,
    Noodinzage,
    Ouderrelatie,
    Toestemming,
)
from passend.leerlingen.queries.inzage import (
    get_kijkerfeiten,
    get_leerlingfeiten,
    get_toestemmingfeiten,
    list_gedeelde_stukken,
    list_inzagefeiten,
)
from passend.organisaties.models import Vestiging
from passend.regels.inzage import (
    SCHRIJVERS,
    VERVANGERS,
    ZINNEN,
    als_reden,
    inzage_tot,
    inzagegronden,
    leesbaar,
    noodinzage_grens,
    schrijfbaar,
    zestien_grens,
)
from passend.regels.toestemming import toestemming_geldt
from passend.toegang.models import Groepstaak, Rol
from passend.toegang.queries import Account, Bezoeker, rollen_van, rolsoorten_bij

WIE_LEEST = "de leerkracht van de groep, de intern begeleider, de directeur, en ouders met gezag"
NIET_VOOR_U = (
    f"Dit dossier is niet voor u, of het is er niet. Een dossier is voor: {WIE_LEEST}. Een deskundige ziet wat de "
    "ouders delen, zolang hun toestemming geldt; een vervanger ziet het 24 uur."
)
WIE_SCHRIJFT = "de intern begeleider en de directeur, en in het gewone dossier ook de leerkracht van de groep"
BEHEER = (Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER)
SCHOOL = frozenset({Inzagegrond.INTERN_BEGELEIDER, Inzagegrond.DIRECTEUR})
ALS_GAST = (Inzagegrond.OUDER, Inzagegrond.DESKUNDIGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """What somebody may see of one file, and why.

    Attributes:
        gronden: every reason, the first first.
        leesbaar: the classes that can be read whole.
        schrijfbaar: the classes in which something can be written.
        gedeeld: the pieces that parents shared, by their key, with the last day of each.
        tot: the last day of all that was shared, of a piece or of a place in a meeting.
    """

    gronden: tuple[Inzagegrond, ...]
    leesbaar: frozenset[Vertrouwelijkheid]
    schrijfbaar: frozenset[Vertrouwelijkheid]
    gedeeld: Mapping[int, date]
    tot: date | None = None

    @property
    def reden(self) -> Reden:
        """The first of the reasons."""
        return als_reden(self.gronden[0], self._dagen)

    def reden_als(self, gronden: Collection[Inzagegrond]) -> Reden | None:
        """The first of the reasons that is one of these; None when none of them is."""
        grond = next((grond for grond in self.gronden if grond in gronden), None)
        return als_reden(grond, self._dagen) if grond else None

    @property
    def _dagen(self) -> Collection[date]:
        """The last days of what was shared; who takes part in a meeting may have no piece."""
        return set(self.gedeeld.values()) or ({self.tot} if self.tot else ())

    @property
    def is_ouder(self) -> bool:
        """True for a parent with authority."""
        return Inzagegrond.OUDER in self.gronden

    @property
    def is_school(self) -> bool:
        """True for who works on the file: intern begeleider or directeur."""
        return self.reden_als(SCHOOL) is not None

    @property
    def is_binnen(self) -> bool:
        """True for who keeps the file and for parents: they see the parents, the permissions and who looked."""
        return self.is_school or self.is_ouder

    @property
    def is_heel(self) -> bool:
        """True when the ordinary file can be read whole, and not only what was shared."""
        return Vertrouwelijkheid.GEWOON in self.leesbaar

    def mag_lezen(self, stuk: Dossierstuk) -> bool:
        """True when this piece is in a class that can be read, or was shared."""
        return stuk.vertrouwelijkheid in self.leesbaar or stuk.pk in self.gedeeld


def get_inzage(account: Bezoeker, leerling: Leerling, *, op: datetime) -> Inzage | None:
    """What somebody may see of a file; None when there is no reason at all."""
    if not isinstance(account, Account) or not account.is_active:
        return None
    kijker = get_kijkerfeiten(account=account, bestuur=leerling.bestuur_id, op=op)
    soorten = {soort for soort, *_rest in kijker.rollen}
    feiten = get_leerlingfeiten(account=account, leerling=leerling, op=op, soorten=soorten)
    gronden = inzagegronden(kijker, feiten, op=op)
    if not gronden:
        return None
    is_gast = Inzagegrond.DESKUNDIGE in gronden
    return Inzage(
        gronden=gronden,
        leesbaar=leesbaar(gronden),
        schrijfbaar=schrijfbaar(gronden),
        gedeeld=list_gedeelde_stukken(account=account, leerling=leerling, op=op) if is_gast else {},
        tot=inzage_tot(feiten, Inzagegrond.DESKUNDIGE, op=op) if is_gast else None,
    )


def require_inzage(account: Bezoeker, leerling: Leerling, *, op: datetime) -> Inzage:
    """What somebody may see of a file.

    Raises:
        GeenToegangError: there is no reason at all; it says no more than when the file is not there.
    """
    inzage = get_inzage(account, leerling, op=op)
    if inzage is None:
        raise GeenToegangError(NIET_VOOR_U)
    return inzage


def why_may_read_leerling(account: Bezoeker, leerling: Leerling, *, op: datetime) -> Reden | None:
    """The first reason to see a file; None when there is none."""
    inzage = get_inzage(account, leerling, op=op)
    return inzage.reden if inzage else None


def visible_leerlingen(
    account: Bezoeker, *, op: datetime, gronden: Collection[Inzagegrond] = tuple(Inzagegrond)
) -> QuerySet[Leerling]:
    """The twin of `why_may_read_leerling`: the pupils in scope of whom somebody may see something, for any reason.

    With `gronden` only those of whom they may for one of these.
    """
    if not isinstance(account, Account) or not account.is_active:
        return Leerling.objects.none()
    kijker = _kijker(account, op)
    rijen = [q for grond in gronden if (q := _GRONDEN[grond](kijker)) is not None]
    return Leerling.objects.filter(reduce(or_, rijen)) if rijen else Leerling.objects.none()


def list_inzagegronden(
    *,
    rollen: Mapping[int, Collection[Rol]],
    leerlingen: Collection[Leerling],
    op: datetime,
    gronden: Collection[Inzagegrond] = tuple(Inzagegrond),
) -> dict[int, dict[int, tuple[Inzagegrond, ...]]]:
    """`get_inzage` for many: who of the people with these roles may see each pupil for one of these reasons, and why.

    By the keys of the pupil and the account; who has no reason is not in it. As many questions for one as for many.
    """
    waarom: dict[int, dict[int, tuple[Inzagegrond, ...]]] = defaultdict(dict)
    for account, leerling, kijker, feiten in list_inzagefeiten(
        rollen=rollen, leerlingen=leerlingen, op=op, gronden=gronden
    ):
        eigen = tuple(grond for grond in inzagegronden(kijker, feiten, op=op) if grond in gronden)
        if eigen:
            waarom[leerling][account] = eigen
    return waarom


def visible_stukken(inzage: Inzage, leerling: Leerling) -> QuerySet[Dossierstuk]:
    """The pieces of a file that can be read with this."""
    mag = Q(vertrouwelijkheid__in=inzage.leesbaar) | Q(pk__in=list(inzage.gedeeld))
    return Dossierstuk.objects.filter(mag, leerling=leerling)


def why_may_manage(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Intern begeleider and directeur keep the pupils of their school: names, groups, parents, permissions."""
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date())
    soort = next((soort for soort in BEHEER if soort in eigen), None)
    return Reden(soort.value, ZINNEN[Inzagegrond(soort.value)]) if soort else None


def why_may_direct(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """The directeur alone sees who stood in, keeps the burgerservicenummer, and proposes what is destroyed."""
    if Rolsoort.DIRECTEUR not in rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date()):
        return None
    return Reden(Rolsoort.DIRECTEUR.value, ZINNEN[Inzagegrond.DIRECTEUR])


def why_may_destroy(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """The board is the controller of the data, so the board lets them be destroyed (AVG 4 onder 7)."""
    if Rolsoort.BESTUURDER not in rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date()):
        return None
    return Reden(Rolsoort.BESTUURDER.value, "U bestuurt deze school.")


def why_may_break_glass(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Who teaches or guides at a school of the same board can stand in for the intern begeleider."""
    rol = next((rol for rol in rollen_van(account=account, peildatum=op.date()) if _vervangt(rol, vestiging)), None)
    return Reden(rol.soort, "U werkt bij dit bestuur, en vervangt wie er niet is.") if rol else None


def _vervangt(rol: Rol, vestiging: Vestiging) -> bool:
    return rol.soort in VERVANGERS and rol.vestiging is not None and rol.vestiging.bestuur_id == vestiging.bestuur_id


def why_may_write(inzage: Inzage, klasse: Vertrouwelijkheid) -> Reden | None:
    """Whose task it is writes in the class of the file that is theirs."""
    return inzage.reden_als(SCHRIJVERS[klasse])


def why_may_move(inzage: Inzage, van: Vertrouwelijkheid, naar: Vertrouwelijkheid) -> Reden | None:
    """Who keeps the files, and writes in the class a piece is in and in that where it belongs, moves it."""
    mag = why_may_write(inzage, van) and why_may_write(inzage, naar)
    return inzage.reden_als(SCHOOL) if mag else None


def why_may_withdraw(inzage: Inzage, stuk: Dossierstuk, *, is_schrijver: bool) -> Reden | None:
    """Who wrote a piece takes it out of a file where it does not belong, and so does who keeps the files."""
    schrijft = why_may_write(inzage, Vertrouwelijkheid(stuk.vertrouwelijkheid))
    return inzage.reden_als(SCHOOL) or (schrijft if is_schrijver else None)


def require(reden: Reden | None, wie: str) -> Reden:
    """The reason itself, or a refusal that says who may.

    Raises:
        GeenToegangError: there is no reason.
    """
    if reden is None:
        raise GeenToegangError(f"Dit mag u niet zien of doen. Dit mag wel: {wie}.")
    return reden


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kijker:
    """Who looks and when, with the sites of each of their roles, and the boards at which they can stand in."""

    account: Account
    op: datetime
    rollen: Mapping[str, Collection[int]]
    besturen: Collection[int]

    def waar(self, soort: Rolsoort) -> Collection[int]:
        return self.rollen.get(soort.value, ())


def _kijker(account: Account, op: datetime) -> _Kijker:
    rollen: dict[str, list[int]] = {}
    besturen = set()
    for rol in rollen_van(account=account, peildatum=op.date()):
        if rol.vestiging is not None:
            rollen.setdefault(rol.soort, []).append(rol.vestiging.pk)
            if rol.soort in VERVANGERS:
                besturen.add(rol.vestiging.bestuur_id)
    return _Kijker(account=account, op=op, rollen=rollen, besturen=besturen)


def _geldig(op: datetime) -> Q:
    dag = op.date()
    return Q(geldig_van__lte=dag) & (Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=dag))


def _eigen_groep(kijker: _Kijker) -> Q | None:
    if not (waar := kijker.waar(Rolsoort.LEERKRACHT)):
        return None
    taken = Groepstaak.objects.filter(_geldig(kijker.op), account=kijker.account)
    plaatsingen = Groepsplaatsing.objects.filter(
        _geldig(kijker.op),
        groep__in=taken.values("groep"),
        leerling__bestuur=F("bestuur"),
        leerling__vestiging__in=waar,
    )
    return Q(pk__in=plaatsingen.values("leerling"))


def _intern_begeleider(kijker: _Kijker) -> Q | None:
    return Q(vestiging__in=waar) if (waar := kijker.waar(Rolsoort.INTERN_BEGELEIDER)) else None


def _directeur(kijker: _Kijker) -> Q | None:
    return Q(vestiging__in=waar) if (waar := kijker.waar(Rolsoort.DIRECTEUR)) else None


def _ouder(kijker: _Kijker) -> Q | None:
    if not (waar := kijker.waar(Rolsoort.OUDER)):
        return None
    kinderen = Ouderrelatie.objects.filter(
        _geldig(kijker.op),
        heeft_gezag=True,
        account=kijker.account,
        leerling__bestuur=F("bestuur"),
        leerling__vestiging__in=waar,
        leerling__geboren_op__gt=zestien_grens(kijker.op.date()),
    )
    return Q(pk__in=kinderen.order_by().values("leerling"))


def _deskundige(kijker: _Kijker) -> Q | None:
    """The few permissions of an expert are looked at one by one, by the rule itself."""
    if not (waar := kijker.waar(Rolsoort.DESKUNDIGE)):
        return None
    toestemmingen = list(Toestemming.objects.filter(account=kijker.account))
    feiten = get_toestemmingfeiten(toestemmingen=toestemmingen)
    geldig = {een.leerling_id for een in toestemmingen if toestemming_geldt(feiten[een.pk], op=kijker.op)}
    return Q(vestiging__in=waar, pk__in=geldig)


def _noodinzage(kijker: _Kijker) -> Q | None:
    if not kijker.besturen:
        return None
    nood = Noodinzage.objects.filter(
        bestuur__in=kijker.besturen, account=kijker.account, op__lte=kijker.op, op__gt=noodinzage_grens(kijker.op)
    )
    geopend = set(nood.values_list("leerling", flat=True))
    return Q(pk__in=geopend) if geopend else None


_GRONDEN: Mapping[Inzagegrond, Callable[[_Kijker], Q | None]] = {
    Inzagegrond.EIGEN_GROEP: _eigen_groep,
    Inzagegrond.INTERN_BEGELEIDER: _intern_begeleider,
    Inzagegrond.DIRECTEUR: _directeur,
    Inzagegrond.OUDER: _ouder,
    Inzagegrond.DESKUNDIGE: _deskundige,
    Inzagegrond.NOODINZAGE: _noodinzage,
}
