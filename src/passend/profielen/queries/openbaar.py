"""What everybody may see: published editions and the offer in them; no account, no working copy, no pupil."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Count, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery

from passend.begrippen.profielformaat import inhoud_uit_dict
from passend.begrippen.sjabloonformaat import sjabloon_uit_dict
from passend.begrippen.uitgave import Doel, Onderbouwing, Uitgave
from passend.organisaties.models import Vestiging
from passend.profielen.models import Aanbodregel, Editie
from passend.profielen.queries.verantwoording import get_verband, stap_uit_dict


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolregel:
    """One school in a list of results."""

    code: str
    naam: str
    plaats: str
    bestuur: str
    editie: int | None
    schooljaar: str | None
    gepubliceerd_op: date | None


def zoek_scholen(
    *,
    woorden: str = "",
    plaats: str = "",
    soort: str = "",
    of_soort: tuple[str, str] | None = None,
    vanaf: int = 0,
    aantal: int = 50,
) -> tuple[list[Schoolregel], int]:
    """Schools by words of their name or place, by place, and by a kind of support they offer.

    Args:
        woorden: Each of these is in the name or the place.
        plaats: The place, in full.
        soort: A kind of support.
        of_soort: Instead of `woorden`, a kind of support and words of the name or place; who has `woorden` comes first.
        vanaf: How many to pass over.
        aantal: How many to give.

    Returns:
        The page of results from `vanaf`, and how many there are in all.
    """
    vestigingen = _filter_scholen(woorden, plaats, soort, of_soort)
    eerst = [ExpressionWrapper(_met_woorden(woorden), BooleanField()).desc()] if of_soort and woorden else []
    pagina = list(
        vestigingen.order_by(*eerst, "naam", "plaats", "pk").values_list(
            "brin", "volgnummer", "naam", "plaats", "bestuur__naam", "pk", "bestuur"
        )[vanaf : vanaf + aantal]
    )
    edities = _nieuwste_edities({rij[6] for rij in pagina}, [rij[5] for rij in pagina])
    regels = [_schoolregel(rij, edities.get(rij[5])) for rij in pagina]
    return regels, vestigingen.count()


def _filter_scholen(woorden: str, plaats: str, soort: str, of_soort: tuple[str, str] | None) -> QuerySet[Vestiging]:
    gezocht = _met_woorden(woorden)
    if of_soort:
        gezocht |= _met_aanbod(of_soort[0]) & _met_woorden(of_soort[1])
    vestigingen = Vestiging.objects.filter(gezocht)
    if plaats:
        vestigingen = vestigingen.filter(plaats__iexact=plaats)
    if soort:
        vestigingen = vestigingen.filter(_met_aanbod(soort))
    return vestigingen


def _met_woorden(woorden: str) -> Q:
    gezocht = Q()
    for woord in woorden.split():
        gezocht &= Q(naam__icontains=woord) | Q(plaats__icontains=woord)
    return gezocht


def _met_aanbod(soort: str) -> Q:
    return Q(pk__in=Aanbodregel.objects.filter(soort_ondersteuning=soort).values("vestiging"))


type _Rij = tuple[str, str, str, str, str, int, int]
type _Nieuwste = tuple[int, str, date]


def _nieuwste_edities(besturen: Collection[int], vestigingen: Sequence[int]) -> dict[int, _Nieuwste]:
    edities = Editie.objects.filter(bestuur__in=besturen, vestiging__in=vestigingen).order_by("vestiging", "nummer")
    waarden = edities.values_list("vestiging", "nummer", "schooljaar", "gepubliceerd_op")
    return {vestiging: (nummer, schooljaar, op) for vestiging, nummer, schooljaar, op in waarden}


def _schoolregel(rij: _Rij, editie: _Nieuwste | None) -> Schoolregel:
    brin, volgnummer, naam, plaats, bestuur, _pk, _bestuur = rij
    nummer, schooljaar, op = editie or (None, None, None)
    return Schoolregel(
        code=f"{brin}{volgnummer}",
        naam=naam,
        plaats=plaats,
        bestuur=bestuur,
        editie=nummer,
        schooljaar=schooljaar,
        gepubliceerd_op=op,
    )


def list_soorten_per_school(*, codes: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The kinds of support that each of some schools publishes, in the order of its edition."""
    aanbod = Aanbodregel.objects.filter(
        vestiging__brin__in={code[:4] for code in codes}, vestiging__volgnummer__in={code[4:] for code in codes}
    )
    per_school: dict[str, dict[str, None]] = {code: {} for code in codes}  # a dict keeps the order and drops doubles
    for brin, volgnummer, soort in aanbod.order_by("pk").values_list(
        "vestiging__brin", "vestiging__volgnummer", "soort_ondersteuning"
    ):
        if f"{brin}{volgnummer}" in per_school:
            per_school[f"{brin}{volgnummer}"][soort] = None
    return {code: tuple(soorten) for code, soorten in per_school.items()}


def list_scholen(*, codes: Sequence[str]) -> list[Vestiging]:
    """The sites with these public codes, in this order; unknown codes are left out."""
    gekozen = Q(pk__in=())
    for code in codes:
        gekozen |= Q(brin=code[:4].upper(), volgnummer=code[4:])
    vestigingen = {
        vestiging.code: vestiging for vestiging in Vestiging.objects.filter(gekozen).select_related("bestuur")
    }
    return [vestigingen[code.upper()] for code in codes if code.upper() in vestigingen]


def list_nieuwste_edities(*, vestigingen: Sequence[Vestiging]) -> dict[int, Editie]:
    """The newest edition of each of some sites, by the key of the site."""
    van_school = Editie.objects.filter(bestuur=OuterRef("bestuur"), vestiging=OuterRef("vestiging"))
    hoogste = van_school.order_by("-nummer").values("nummer")[:1]
    edities = Editie.objects.filter(
        bestuur__in={vestiging.bestuur_id for vestiging in vestigingen},
        vestiging__in=vestigingen,
        nummer=Subquery(hoogste),
    ).select_related("vestiging__bestuur__samenwerkingsverband")
    return {editie.vestiging_id: editie for editie in edities}


def list_plaatsen() -> list[str]:
    """The places that have a school, in alphabetical order."""
    return list(Vestiging.objects.order_by("plaats").values_list("plaats", flat=True).distinct())


def count_soorten() -> Mapping[str, int]:
    """How many schools publish something of each kind of support."""
    per_soort = Aanbodregel.objects.values("soort_ondersteuning").annotate(scholen=Count("vestiging", distinct=True))
    return dict(per_soort.order_by("soort_ondersteuning").values_list("soort_ondersteuning", "scholen"))


def get_editie(*, vestiging: Vestiging, nummer: int | None = None) -> Editie | None:
    """An edition of a site by number, or the newest one."""
    edities = vestiging.edities.filter(bestuur=vestiging.bestuur_id)
    edities = edities.select_related("vestiging__bestuur__samenwerkingsverband")
    return edities.filter(nummer=nummer).first() if nummer else edities.first()


def list_edities(*, vestiging: Vestiging) -> QuerySet[Editie]:
    """All editions of a site, newest first, without their content."""
    edities = vestiging.edities.filter(bestuur=vestiging.bestuur_id)
    return edities.defer("inhoud", "verantwoording", "definitie")


def get_uitgave_van_editie(*, editie: Editie, peildatum: date) -> Uitgave:
    """An edition exactly as it was published."""
    verantwoording = editie.verantwoording
    return Uitgave(
        sjabloon=sjabloon_uit_dict(editie.definitie),
        inhoud=inhoud_uit_dict(editie.inhoud),
        peildatum=peildatum,
        status="gepubliceerd",
        nummer=editie.nummer,
        adres=f"/scholen/{editie.vestiging.code}/editie/{editie.nummer}",
        stappen=tuple(stap_uit_dict(stap) for stap in verantwoording["stappen"]),
        onderbouwingen={
            sleutel: tuple(
                Onderbouwing(wat=regel["wat"], wanneer=date.fromisoformat(regel["wanneer"])) for regel in regels
            )
            for sleutel, regels in verantwoording["onderbouwingen"].items()
        },
        doelen=tuple(Doel(**doel) for doel in verantwoording["doelen"]),
        rijen_op={sleutel: date.fromisoformat(op) for sleutel, op in verantwoording["rijen_op"].items()},
        verband=get_verband(vestiging=editie.vestiging),
        kleur=editie.vestiging.kleur,
    )
