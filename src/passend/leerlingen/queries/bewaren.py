"""What of pupils who left is over its term, what waits for the board, and the proof of what is gone.

`TABELLEN` names every table with data of a pupil and the way from a row to the pupil, children before parents. It is
what destruction works with; rooms above this one add theirs with `register_tabellen`, and a test fails when a table
with data of pupils is not in it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from passend.begrippen.bewaren import Bewaarklasse, Bewaartermijn, Lopend
from passend.leerlingen.models import (
    Aanhouding,
    Bewaarkeuze,
    Burgerservicenummer,
    Dossierstuk,
    Dossierversie,
    Gedeeldstuk,
    Groepsplaatsing,
    Leerling,
    Noodinzage,
    Ouderrelatie,
    Stukbestand,
    Toestemming,
    Toestemmingsbesluit,
    Vernietigingsbewijs,
    Vernietigingslijst,
    Vernietigingsregel,
    Vorigegegeven,
    Vorigfeit,
    Zienswijze,
    Zoekwoord,
)
from passend.leerlingen.models.bewaren import AANHOUDREDENEN
from passend.leerlingen.queries.lijstdelen import Lijstregel, list_lijstdelen
from passend.leerlingen.queries.lopend import list_lopend
from passend.organisaties.models import Bestuurstabel, Vestiging
from passend.regels.vernietiging import (
    LEERLINGKLASSEN,
    Keuzes,
    Vernietigingsbezwaar,
    Vertrekfeiten,
    begint_op,
    check_vernietiging,
    tabelklasse_van,
    termijnen_van,
)

TABELLEN: dict[type[Bestuurstabel], str] = {
    Vorigfeit: "leerling",
    Vorigegegeven: "leerling",
    Gedeeldstuk: "toestemming__leerling",
    Toestemmingsbesluit: "toestemming__leerling",
    Toestemming: "leerling",
    Zienswijze: "stuk__leerling",
    Dossierversie: "stuk__leerling",
    Stukbestand: "stuk__leerling",
    Dossierstuk: "leerling",
    Noodinzage: "leerling",
    Aanhouding: "leerling",
    Burgerservicenummer: "leerling",
    Zoekwoord: "leerling",
    Groepsplaatsing: "leerling",
    Ouderrelatie: "leerling",
    Leerling: "pk",
}
REDENEN = dict(AANHOUDREDENEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarpost:
    """One class of data of one pupil who left: its term, why it may not go now, what goes on, what must go with it."""

    leerling: Leerling
    tabelklasse: Bewaarklasse
    termijn: Bewaartermijn
    bezwaar: Vernietigingsbezwaar | None
    samen_met: tuple[Bewaarklasse, ...]
    lijst: Vernietigingslijst | None
    lopend: tuple[Lopend, ...] = ()

    @property
    def klasse(self) -> Bewaarklasse:
        """The class that counts for this pupil."""
        return self.termijn.klasse

    @property
    def sleutel(self) -> str:
        """What a form calls it."""
        return f"{self.leerling.sleutel}:{self.tabelklasse}"

    @property
    def begint_op(self) -> date:
        """The first day on which it may go."""
        return begint_op(self.termijn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstbeeld:
    """A list and what is on it; of a list that was handled nothing is left."""

    lijst: Vernietigingslijst
    regels: list[Lijstregel]


def register_tabellen(tabellen: Mapping[type[Bestuurstabel], str]) -> None:
    """Let destruction know tables of a room above this one, children before parents; they go before what is below."""
    eerder = dict(TABELLEN)
    TABELLEN.clear()
    TABELLEN.update({**tabellen, **eerder})


def get_tabelnamen() -> dict[str, str]:
    """What a person calls each table with data of a pupil, by the name a proof gives it."""
    return {tabel._meta.model_name or "": str(tabel._meta.verbose_name_plural) for tabel in TABELLEN}  # noqa: SLF001 -- Django documents it


def rijen_van(tabel: type[Bestuurstabel], leerlingen: Collection[Leerling]) -> QuerySet[Bestuurstabel]:
    """The rows of a table that are about these pupils."""
    pad = TABELLEN[tabel]
    keuze: dict[str, Any] = {f"{pad}__in": [leerling.pk for leerling in leerlingen]}
    stappen = pad.split("__")[:-1]
    for tot in range(1, len(stappen) + 1):
        keuze[f"{'__'.join(stappen[:tot])}__bestuur"] = F("bestuur")
    return tabel.objects.filter(**keuze)


def tabellen_van(tabelklasse: Bewaarklasse) -> list[type[Bestuurstabel]]:
    """The tables of a class, in the order in which their rows can go."""
    return [tabel for tabel in TABELLEN if _klasse(tabel) is tabelklasse]


def get_keuzes(*, bestuur: int) -> dict[Bewaarklasse, int]:
    """The months that a board chose, by class."""
    gekozen = Bewaarkeuze.objects.filter(bestuur=bestuur).values_list("klasse", "maanden")
    return {Bewaarklasse(klasse): maanden for klasse, maanden in gekozen}


def list_keuzes(*, bestuur: int) -> list[Bewaarkeuze]:
    """What a board chose, and why."""
    return list(Bewaarkeuze.objects.filter(bestuur=bestuur).select_related("door").order_by("klasse"))


def get_vertrekfeiten(*, leerlingen: Collection[Leerling], peildatum: date) -> dict[int, Vertrekfeiten]:
    """What decides about destroying, by the key of the pupil; the same number of questions for any number of pupils.

    A pupil is held by hand, or by what a room knows to go on about them.
    """
    aanwezig: dict[int, set[Bewaarklasse]] = defaultdict(set)
    for tabel, pad in TABELLEN.items():
        for leerling in rijen_van(tabel, leerlingen).order_by().values_list(pad, flat=True).distinct():
            aanwezig[leerling].add(_klasse(tabel))
    bekend = list_lopend(leerlingen=leerlingen, peildatum=peildatum)
    aangehouden = {*_met_de_hand(leerlingen), *bekend}
    return {
        leerling.pk: Vertrekfeiten(
            uitgeschreven_op=leerling.uitgeschreven_op,
            is_verwezen=leerling.is_verwezen,
            is_aangehouden=leerling.pk in aangehouden,
            aanwezig=frozenset(aanwezig[leerling.pk]),
            lopend=bekend.get(leerling.pk, ()),
        )
        for leerling in leerlingen
    }


def list_aangehouden(*, leerlingen: Collection[Leerling], peildatum: date) -> list[Leerling]:
    """Those of these pupils of whom nothing may be destroyed: held by hand, or by what a room knows to go on."""
    aangehouden = {*_met_de_hand(leerlingen), *list_lopend(leerlingen=leerlingen, peildatum=peildatum)}
    return [leerling for leerling in leerlingen if leerling.pk in aangehouden]


def _met_de_hand(leerlingen: Collection[Leerling]) -> QuerySet[Aanhouding, int]:
    lopend = Aanhouding.objects.filter(leerling__in=leerlingen, geeindigd_op__isnull=True)
    return lopend.values_list("leerling", flat=True)


def kan_vernietigd_zijn(*, leerling: Leerling, peildatum: date) -> bool:
    """True when something was destroyed at this site after a term of this pupil had ended: it may be theirs.

    A proof of destruction names nobody, so that more cannot be known.
    """
    heel = Vertrekfeiten(
        uitgeschreven_op=leerling.uitgeschreven_op,
        is_verwezen=leerling.is_verwezen,
        is_aangehouden=False,
        aanwezig=frozenset(LEERLINGKLASSEN),
    )
    termijnen = termijnen_van(heel, peildatum=peildatum, keuzes=get_keuzes(bestuur=leerling.bestuur_id))
    vanaf = {termijn.klasse: begint_op(termijn) for termijn in termijnen.values()}
    bewijzen = list_bewijzen(vestiging=leerling.vestiging)
    return any(
        klasse in vanaf and timezone.localtime(bewijs.op).date() >= vanaf[klasse]
        for bewijs in bewijzen
        if (klasse := Bewaarklasse(bewijs.klasse))
    )


def list_posten(*, vestiging: Vestiging, peildatum: date) -> list[Bewaarpost]:
    """Everything of the pupils of a site who left, by class and name, each with its term and why it may not go now.

    The pupil itself is looked at as if everything else goes with it, `samen_met`, but for what is on a list already.
    """
    return list_posten_bij(vestigingen=[vestiging], peildatum=peildatum)


def list_posten_bij(*, vestigingen: Collection[Vestiging], peildatum: date) -> list[Bewaarpost]:
    """`list_posten` of many sites at once; as many questions as for one."""
    weg = list(Leerling.objects.filter(vestiging__in=vestigingen, uitgeschreven_op__isnull=False))
    if not weg:  # as at most schools on most days, and there are some thirty tables to ask
        return []
    feiten, lijsten = get_vertrekfeiten(leerlingen=weg, peildatum=peildatum), list_op_lijst(vestigingen=vestigingen)
    gekozen = {bestuur: get_keuzes(bestuur=bestuur) for bestuur in {een.bestuur_id for een in weg}}
    return [
        Bewaarpost(
            leerling=leerling,
            tabelklasse=klasse,
            termijn=termijn,
            bezwaar=_bezwaar(
                feiten[leerling.pk],
                klasse,
                frozenset(ander for ander in LEERLINGKLASSEN if (leerling.pk, ander) in lijsten),
                peildatum=peildatum,
                keuzes=gekozen[leerling.bestuur_id],
            ),
            samen_met=_samen_met(feiten[leerling.pk], klasse),
            lijst=lijsten.get((leerling.pk, klasse)),
            lopend=feiten[leerling.pk].lopend,
        )
        for leerling in weg
        for klasse, termijn in termijnen_van(
            feiten[leerling.pk], peildatum=peildatum, keuzes=gekozen[leerling.bestuur_id]
        ).items()
    ]


def list_wachtend(*, vestiging: Vestiging) -> list[Lijstbeeld]:
    """The lists on which the board has not decided, without a name."""
    lijsten = list(
        Vernietigingslijst.objects.filter(vestiging=vestiging, afgehandeld_op__isnull=True).select_related(
            "voorgesteld_door"
        )
    )
    delen = [deel.tel(lijsten) for deel in list_lijstdelen()] if lijsten else []
    per_lijst: dict[int, list[Vernietigingsregel]] = defaultdict(list)
    regels = Vernietigingsregel.objects.filter(lijst__in=lijsten, leerling__bestuur=F("bestuur"))
    for regel in regels.select_related("leerling"):
        per_lijst[regel.lijst_id].append(regel)
    return [
        Lijstbeeld(
            lijst=lijst,
            regels=[*_tel(per_lijst[lijst.pk]), *(deel[lijst.pk] for deel in delen if lijst.pk in deel)],
        )
        for lijst in lijsten
    ]


def list_afgehandeld(*, vestiging: Vestiging) -> list[Vernietigingslijst]:
    """The lists on which the board decided, newest first."""
    lijsten = Vernietigingslijst.objects.filter(vestiging=vestiging, afgehandeld_op__isnull=False)
    return list(lijsten.select_related("afgehandeld_door", "voorgesteld_door").order_by("-afgehandeld_op", "-pk"))


def list_bewijzen(*, vestiging: Vestiging) -> list[Vernietigingsbewijs]:
    """What was destroyed at a site, newest first."""
    bewijzen = Vernietigingsbewijs.objects.filter(lijst__bestuur=vestiging.bestuur_id, lijst__vestiging=vestiging)
    return list(bewijzen.select_related("door"))


def get_lijst(*, vestiging: Vestiging, pk: int) -> Vernietigingslijst | None:
    """One list of a site; None when it is another's."""
    return Vernietigingslijst.objects.filter(vestiging=vestiging, pk=pk).first()


def list_aanhoudingen(*, vestiging: Vestiging) -> list[Aanhouding]:
    """What goes on now, so that nothing of those pupils may be destroyed; longest first."""
    lopend = _aanhoudingen(vestiging).filter(geeindigd_op__isnull=True)
    return list(lopend.select_related("leerling", "door").order_by("begonnen_op", "pk"))


def get_aanhouding(*, vestiging: Vestiging, pk: int) -> Aanhouding | None:
    """One hold of a site; None when it is another's."""
    return _aanhoudingen(vestiging).filter(pk=pk).select_related("leerling__vestiging").first()


def _aanhoudingen(vestiging: Vestiging) -> QuerySet[Aanhouding]:
    return Aanhouding.objects.filter(leerling__bestuur=vestiging.bestuur_id, leerling__vestiging=vestiging)


def _klasse(tabel: type[Bestuurstabel]) -> Bewaarklasse:
    klasse: object = getattr(tabel, "bewaarklasse", None)
    assert isinstance(klasse, Bewaarklasse)  # noqa: S101 -- every table declares one, and a test says so
    return klasse


def _bezwaar(
    feiten: Vertrekfeiten,
    klasse: Bewaarklasse,
    op_lijst: frozenset[Bewaarklasse],
    *,
    peildatum: date,
    keuzes: Keuzes,
) -> Vernietigingsbezwaar | None:
    """The objection to one class, when everything else goes with it that does not wait for the board already."""
    gekozen = feiten.aanwezig if klasse in op_lijst else feiten.aanwezig - op_lijst
    return check_vernietiging(feiten, gekozen, peildatum=peildatum, keuzes=keuzes)[klasse]


def _samen_met(feiten: Vertrekfeiten, klasse: Bewaarklasse) -> tuple[Bewaarklasse, ...]:
    if klasse is not Bewaarklasse.INSCHRIJVING:
        return ()
    return tuple(sorted(feiten.aanwezig - {klasse}))


def list_op_lijst(
    *, vestigingen: Collection[Vestiging] | Collection[int]
) -> dict[tuple[int, Bewaarklasse], Vernietigingslijst]:
    """The lists of sites on which the board has not decided, by the pupil and the class that are on it."""
    regels = Vernietigingsregel.objects.filter(
        lijst__bestuur=F("bestuur"), lijst__vestiging__in=vestigingen, lijst__afgehandeld_op__isnull=True
    )
    return {
        (regel.leerling_id, tabelklasse_van(Bewaarklasse(regel.klasse))): regel.lijst
        for regel in regels.select_related("lijst")
    }


def _tel(regels: Iterable[Vernietigingsregel]) -> list[Lijstregel]:
    jaren: dict[Bewaarklasse, dict[int, int]] = {}
    for regel in regels:
        per_jaar = jaren.setdefault(Bewaarklasse(regel.klasse), {})
        dag = regel.leerling.uitgeschreven_op
        if dag is not None:
            per_jaar[dag.year] = per_jaar.get(dag.year, 0) + 1
    return [
        Lijstregel(klasse=klasse, leerlingen=sum(per_jaar.values()), jaren=dict(sorted(per_jaar.items())))
        for klasse, per_jaar in sorted(jaren.items())
    ]
