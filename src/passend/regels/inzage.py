"""Who may see the file of a pupil, and why: people whose task it is, parents with authority, and whom they let in.

Health data are for those whose guidance of the pupil needs them and who are bound to secrecy (UAVG 30 lid 2 onder a
and lid 4); signs of abuse stay apart from the ordinary file (WPO 4b). Parents exercise the rights of a child under
sixteen (UAVG 5), each who has authority; an expert sees what the parents let be shared, for one case until a day.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.periode import Periode
from passend.begrippen.rollen import Reden, Rolsoort
from passend.regels.toestemming import Toestemmingfeiten, toestemming_geldt

EIGEN_RECHT_VANAF = 16  # UAVG 5: from this age the rights are the pupil's own
VERVANGERS = (Rolsoort.LEERKRACHT, Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR)
DUUR_NOODINZAGE = timedelta(hours=24)

ZINNEN: Mapping[Inzagegrond, str] = {
    Inzagegrond.EIGEN_GROEP: "U geeft les aan de groep van deze leerling.",
    Inzagegrond.INTERN_BEGELEIDER: "U bent intern begeleider van deze school.",
    Inzagegrond.DIRECTEUR: "U bent directeur van deze school.",
    Inzagegrond.OUDER: "U bent ouder van deze leerling, met gezag.",
    Inzagegrond.DESKUNDIGE: "De ouders gaven u toestemming voor wat hier staat.",
    Inzagegrond.NOODINZAGE: "U opende dit dossier als vervanger. De directeur ziet dat.",
}
_LEESBAAR: Mapping[Inzagegrond, frozenset[Vertrouwelijkheid]] = {
    Inzagegrond.EIGEN_GROEP: frozenset({Vertrouwelijkheid.GEWOON}),
    Inzagegrond.INTERN_BEGELEIDER: frozenset(Vertrouwelijkheid),
    Inzagegrond.DIRECTEUR: frozenset(Vertrouwelijkheid),
    Inzagegrond.OUDER: frozenset({Vertrouwelijkheid.GEWOON, Vertrouwelijkheid.ZORG}),
    Inzagegrond.DESKUNDIGE: frozenset(),  # only what was shared, piece by piece
    Inzagegrond.NOODINZAGE: frozenset({Vertrouwelijkheid.GEWOON, Vertrouwelijkheid.ZORG}),
}
SCHRIJVERS: Mapping[Vertrouwelijkheid, frozenset[Inzagegrond]] = {
    Vertrouwelijkheid.GEWOON: frozenset(
        {Inzagegrond.EIGEN_GROEP, Inzagegrond.INTERN_BEGELEIDER, Inzagegrond.DIRECTEUR}
    ),
    Vertrouwelijkheid.ZORG: frozenset({Inzagegrond.INTERN_BEGELEIDER, Inzagegrond.DIRECTEUR}),
    Vertrouwelijkheid.MELDCODE: frozenset({Inzagegrond.INTERN_BEGELEIDER, Inzagegrond.DIRECTEUR}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijkerfeiten:
    """What is known of who wants to look.

    Attributes:
        rollen: kind of role, the site it is at, and when it counts; those at the board that keeps the file.
        groepen: the key of a group that they teach, and when.
    """

    rollen: Collection[tuple[Rolsoort, int, Periode]] = ()
    groepen: Collection[tuple[int, Periode]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlingfeiten:
    """What is known of a pupil, and of the ties of this onlooker with this pupil.

    Attributes:
        vestiging: the site that keeps the file.
        geboren_op: day of birth.
        groepen: the key of a group that the pupil is in, and when.
        gezag: when the onlooker has authority over the pupil.
        toestemmingen: what the parents were asked to let the onlooker see, and what they said.
        noodinzagen: the moments at which the onlooker broke the glass.
    """

    vestiging: int
    geboren_op: date
    groepen: Collection[tuple[int, Periode]] = ()
    gezag: Collection[Periode] = ()
    toestemmingen: Collection[Toestemmingfeiten] = ()
    noodinzagen: Collection[datetime] = ()


def inzage_tot(leerling: Leerlingfeiten, grond: Inzagegrond, *, op: datetime) -> date | None:
    """The last day of what somebody may see for a reason that ends by itself; None for one that ends with a role.

    >>> from datetime import UTC
    >>> from passend.regels.toestemming import Besluitfeiten
    >>> gezag = {1: Periode(date(2020, 1, 1))}
    >>> ja = {1: Besluitfeiten(gegeven_op=datetime(2026, 9, 1, tzinfo=UTC))}
    >>> vraag = Toestemmingfeiten(tot_en_met=date(2026, 12, 31), gezag=gezag, besluiten=ja)
    >>> kind = Leerlingfeiten(vestiging=7, geboren_op=date(2018, 1, 1), toestemmingen=[vraag])
    >>> inzage_tot(kind, Inzagegrond.DESKUNDIGE, op=datetime(2026, 9, 2, tzinfo=UTC))
    datetime.date(2026, 12, 31)
    >>> inzage_tot(kind, Inzagegrond.DIRECTEUR, op=datetime(2026, 9, 2, tzinfo=UTC))
    """
    if grond is not Inzagegrond.DESKUNDIGE:
        return None
    geldig = (feiten.tot_en_met for feiten in leerling.toestemmingen if toestemming_geldt(feiten, op=op))
    return max(geldig, default=None)


def inzagegronden(kijker: Kijkerfeiten, leerling: Leerlingfeiten, *, op: datetime) -> tuple[Inzagegrond, ...]:
    """Every reason to see the file at a moment, in the order of `Inzagegrond`; none when there is none.

    Each asks for a role that counts on that day, so that who leaves sees nothing from then on, whatever else still says
    so: a group, a child, a permission, or glass that was broken an hour before.

    The day is that of the moment as it is given, so the moment must be in the time of the school.

    >>> from datetime import UTC
    >>> ib = Kijkerfeiten(rollen=[(Rolsoort.INTERN_BEGELEIDER, 7, Periode(date(2026, 8, 1)))])
    >>> kind = Leerlingfeiten(vestiging=7, geboren_op=date(2018, 1, 1))
    >>> inzagegronden(ib, kind, op=datetime(2026, 9, 1, tzinfo=UTC))
    (<Inzagegrond.INTERN_BEGELEIDER: 'intern_begeleider'>,)
    """
    dag = op.date()
    geldig = [(soort, waar) for soort, waar, periode in kijker.rollen if periode.bevat(dag)]
    rollen = {soort for soort, waar in geldig if waar == leerling.vestiging}
    geldt = {
        Inzagegrond.EIGEN_GROEP: Rolsoort.LEERKRACHT in rollen
        and bool(_op(kijker.groepen, dag) & _op(leerling.groepen, dag)),
        Inzagegrond.INTERN_BEGELEIDER: Rolsoort.INTERN_BEGELEIDER in rollen,
        Inzagegrond.DIRECTEUR: Rolsoort.DIRECTEUR in rollen,
        Inzagegrond.OUDER: Rolsoort.OUDER in rollen
        and leerling.geboren_op > zestien_grens(dag)
        and any(periode.bevat(dag) for periode in leerling.gezag),
        Inzagegrond.DESKUNDIGE: Rolsoort.DESKUNDIGE in rollen
        and any(toestemming_geldt(feiten, op=op) for feiten in leerling.toestemmingen),
        Inzagegrond.NOODINZAGE: any(soort in VERVANGERS for soort, _waar in geldig)
        and any(noodinzage_grens(op) < moment <= op for moment in leerling.noodinzagen),
    }
    return tuple(grond for grond in Inzagegrond if geldt[grond])


def _op(groepen: Collection[tuple[int, Periode]], dag: date) -> set[int]:
    return {groep for groep, periode in groepen if periode.bevat(dag)}


def zestien_grens(dag: date) -> date:
    """Whoever was born on or before this day is sixteen by `dag`.

    >>> zestien_grens(date(2026, 11, 25))
    datetime.date(2010, 11, 25)
    """
    try:
        return dag.replace(year=dag.year - EIGEN_RECHT_VANAF)
    except ValueError:  # 29 February, sixteen years after a year that had none
        return dag.replace(year=dag.year - EIGEN_RECHT_VANAF, day=28)


def noodinzage_grens(op: datetime) -> datetime:
    """Glass that was broken at or before this moment is closed again at `op`.

    Counted in hours that pass, for on the clock of the school the day on which it is changed has 23 hours, or 25.

    >>> noodinzage_grens(datetime(2026, 10, 5, 9, tzinfo=UTC))
    datetime.datetime(2026, 10, 4, 9, 0, tzinfo=datetime.timezone.utc)
    """
    return op.astimezone(UTC) - DUUR_NOODINZAGE


def leesbaar(gronden: Collection[Inzagegrond]) -> frozenset[Vertrouwelijkheid]:
    """The classes that can be read whole for these reasons.

    >>> sorted(leesbaar([Inzagegrond.EIGEN_GROEP]))
    [<Vertrouwelijkheid.GEWOON: 'gewoon'>]
    """
    return frozenset().union(*(_LEESBAAR[grond] for grond in gronden))


def schrijfbaar(gronden: Collection[Inzagegrond]) -> frozenset[Vertrouwelijkheid]:
    """The classes in which something can be written for these reasons."""
    return frozenset(klasse for klasse, schrijvers in SCHRIJVERS.items() if schrijvers & set(gronden))


def als_reden(grond: Inzagegrond, dagen: Collection[date] = ()) -> Reden:
    """A reason in words, with its last day when it has one of its own: the permission of parents.

    One that lets more be seen can have more last days: then it says the first and the last of them.
    """
    if not dagen or grond is not Inzagegrond.DESKUNDIGE:
        return Reden(grond.value, ZINNEN[grond])
    eerste, tot = f"{min(dagen):%d-%m-%Y}", f"{max(dagen):%d-%m-%Y}"
    if eerste == tot:
        return Reden(grond.value, f"De ouders gaven u toestemming voor wat hier staat, tot en met {tot}.")
    zin = (
        f"De ouders gaven u toestemming voor wat hier staat: het eerste tot en met {eerste}, "
        f"het laatste tot en met {tot}."
    )
    return Reden(grond.value, zin)
