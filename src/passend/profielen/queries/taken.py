"""What needs somebody today: the next step of each profile they can do something about."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Subquery

from passend.begrippen.profielformaat import zegt_hetzelfde
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort
from passend.organisaties.models import Vestiging
from passend.profielen.models import (
    Editie,
    Inlezing,
    Onderdeel,
    Ondersteuningsprofiel,
    Teamronde,
    Vaststellingsstap,
)
from passend.profielen.queries.besluit import list_anders_dan_toen
from passend.profielen.queries.werk import SOORTEN, STRUCTUUR
from passend.regels.vaststelling import evaluatie_uiterlijk_op, volgende_stap

WIE: Mapping[Stapsoort, frozenset[Rolsoort]] = {
    Stapsoort.LEERLINGEN_GEHOORD: frozenset({Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER}),
    Stapsoort.MR_GEVRAAGD: frozenset({Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER}),
    Stapsoort.MR_ADVIES: frozenset({Rolsoort.MR_LID, Rolsoort.DIRECTEUR}),
    Stapsoort.BESTUUR_VASTGESTELD: frozenset({Rolsoort.BESTUURDER}),
    Stapsoort.GEPUBLICEERD: frozenset({Rolsoort.DIRECTEUR, Rolsoort.BESTUURDER}),
    Stapsoort.GEEVALUEERD: frozenset({Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER}),
}
VOORAF = timedelta(days=61)
SCHRIJVERS = frozenset({Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolstand:
    """Where the profile of one site stands."""

    vestiging: Vestiging
    schooljaar: str | None
    stappen: Mapping[Stapsoort, date]
    editie: int | None
    editie_schooljaar: str | None
    gepubliceerd_op: date | None
    nakijken: int | None
    ronde: str | None
    is_besluit_verouderd: bool

    @property
    def volgende(self) -> Stapsoort | None:
        """The step that comes next; None when there is no profile or all is done."""
        if not self.schooljaar:
            return None
        volgende = volgende_stap(self.stappen)
        moet_opnieuw = volgende is Stapsoort.GEPUBLICEERD and self.is_besluit_verouderd
        return Stapsoort.BESTUUR_VASTGESTELD if moet_opnieuw else volgende


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak:
    """One thing to do: what (`soort`), for which school, and before when."""

    soort: str
    vestiging: Vestiging
    stap: Stapsoort | None = None
    inlezing: int | None = None
    vraag: str = ""
    uiterlijk_op: date | None = None
    is_opnieuw: bool = False


def list_schoolstanden(*, vestigingen: Collection[Vestiging]) -> list[Schoolstand]:
    """The stand of each site, in the order given; a fixed number of queries however many sites."""
    pks = [vestiging.pk for vestiging in vestigingen]
    profielen = {
        profiel.vestiging_id: profiel
        for profiel in Ondersteuningsprofiel.objects.filter(vestiging__in=pks)
        .annotate(gewijzigd_op=_gewijzigd_op(), besloten_op=_besloten_op())
        .order_by("schooljaar")
    }
    stappen = _stappen([profiel.pk for profiel in profielen.values()])
    edities = {
        rij[0]: rij
        for rij in Editie.objects.filter(
            bestuur__in={vestiging.bestuur_id for vestiging in vestigingen}, vestiging__in=pks
        )
        .order_by("nummer")
        .values_list("vestiging", "nummer", "schooljaar", "gepubliceerd_op")
    }
    inlezingen = dict(
        Inlezing.objects.filter(vestiging__in=pks, profiel__isnull=True)
        .order_by("ingelezen_op")
        .values_list("vestiging", "pk")
    )
    school_van = {profiel.pk: vestiging for vestiging, profiel in profielen.items()}
    open_rondes = Teamronde.objects.filter(profiel__in=school_van, gesloten_op__isnull=True)
    rondes = {school_van[profiel]: vraag for profiel, vraag in open_rondes.values_list("profiel", "vraag")}
    _mark_verouderd_besluit(profielen.values())
    return [
        _stand(vestiging, profielen.get(vestiging.pk), stappen, edities, inlezingen, rondes)
        for vestiging in vestigingen
    ]


def _mark_verouderd_besluit(profielen: Iterable[Ondersteuningsprofiel]) -> None:
    """Say of each working copy whether it says something else than when the board decided.

    One that was not touched since costs no query.
    """
    momenten: dict[int, datetime] = {}
    for profiel in profielen:
        gewijzigd_op, besloten_op = getattr(profiel, "gewijzigd_op", None), getattr(profiel, "besloten_op", None)
        if gewijzigd_op is not None and besloten_op is not None and gewijzigd_op > besloten_op:
            momenten[profiel.pk] = besloten_op
    verouderd = {onderdeel.profiel_id for onderdeel in list_anders_dan_toen(momenten=momenten)}
    for profiel in profielen:
        setattr(profiel, "is_besluit_verouderd", profiel.pk in verouderd)  # noqa: B010 -- beside the annotations


def get_pad(*, profiel: Ondersteuningsprofiel, van_editie: bool | None = None) -> list[Vaststellingsstap]:
    """The steps on the path: of the round that is going on, or else of the newest edition; or the one asked for."""
    stappen = list(profiel.stappen.select_related("vastgelegd_door").defer("document").order_by("op", "pk"))
    laatste = max((stap.editie_id or 0 for stap in stappen), default=0)
    lopend = [stap for stap in stappen if stap.editie_id is None]
    uitgegeven = [stap for stap in stappen if stap.editie_id == laatste]
    if van_editie is None:
        return lopend or uitgegeven
    return uitgegeven if van_editie else lopend


def _gewijzigd_op() -> Subquery:
    onderdelen = Onderdeel.objects.filter(bestuur=OuterRef("bestuur"), profiel=OuterRef("pk"))
    return Subquery(onderdelen.order_by("-gewijzigd_op").values("gewijzigd_op")[:1])


def _besloten_op() -> Subquery:
    besluit = Vaststellingsstap.objects.filter(
        bestuur=OuterRef("bestuur"),
        profiel=OuterRef("pk"),
        editie=None,
        soort=Stapsoort.BESTUUR_VASTGESTELD.value,
        is_overgeslagen=False,
    )
    return Subquery(besluit.values("vastgelegd_op")[:1])


def count_veranderd(*, profiel: Ondersteuningsprofiel, editie: Editie) -> int:
    """How many elements of the working copy say something else than the edition that was made of it."""
    gepubliceerd = editie.stappen.filter(soort=Stapsoort.GEPUBLICEERD.value).values("vastgelegd_op")
    return sum(
        _is_veranderd(onderdeel, editie.inhoud)
        for onderdeel in profiel.onderdelen.filter(gewijzigd_op__gt=gepubliceerd)
    )


def _is_veranderd(onderdeel: Onderdeel, uitgegeven: Mapping[str, Any]) -> bool:
    if onderdeel.sleutel == STRUCTUUR:
        return bool(onderdeel.inhoud["delen"] != uitgegeven["structuur"])
    uitgegeven_delen = uitgegeven[SOORTEN[onderdeel.sleutel.split(":", 1)[0]]]
    staat_erin = any(zegt_hetzelfde(onderdeel.inhoud, deel) for deel in uitgegeven_delen)
    return staat_erin is onderdeel.is_verwijderd


def _stappen(profielen: list[int]) -> dict[int, dict[Stapsoort, date]]:
    """Per profile the steps of the round that is going on, or else of its newest edition."""
    rondes: dict[int, dict[int | None, dict[Stapsoort, date]]] = {}
    rijen = Vaststellingsstap.objects.filter(profiel__in=profielen).values_list("profiel", "editie", "soort", "op")
    for profiel, editie, soort, op in rijen:
        rondes.setdefault(profiel, {}).setdefault(editie, {})[Stapsoort(soort)] = op
    return {
        profiel: per_editie.get(None) or per_editie[max(editie for editie in per_editie if editie is not None)]
        for profiel, per_editie in rondes.items()
    }


type _Edities = dict[int, tuple[int, int, str, date]]


def _stand(
    vestiging: Vestiging,
    profiel: Ondersteuningsprofiel | None,
    stappen: dict[int, dict[Stapsoort, date]],
    edities: _Edities,
    inlezingen: dict[int, int],
    rondes: dict[int, str],
) -> Schoolstand:
    _pk, nummer, schooljaar, op = edities.get(vestiging.pk, (None, None, None, None))
    return Schoolstand(
        vestiging=vestiging,
        schooljaar=profiel.schooljaar if profiel else None,
        stappen=stappen.get(profiel.pk, {}) if profiel else {},
        editie=nummer,
        editie_schooljaar=schooljaar,
        gepubliceerd_op=op,
        nakijken=inlezingen.get(vestiging.pk),
        ronde=rondes.get(vestiging.pk),
        is_besluit_verouderd=getattr(profiel, "is_besluit_verouderd", False),
    )


def taken_van(stand: Schoolstand, *, rollen: Collection[Rolsoort], peildatum: date) -> list[Taak]:
    """What somebody with these roles can do for a site, most urgent first.

    Looking back on the year becomes a task two months before it must be done.
    """
    is_schrijver = bool(SCHRIJVERS & set(rollen))
    taken = []
    if stand.nakijken and is_schrijver:
        taken.append(Taak(soort="nakijken", vestiging=stand.vestiging, inlezing=stand.nakijken))
    if stand.schooljaar is None and is_schrijver and not stand.nakijken:
        taken.append(Taak(soort="inleveren", vestiging=stand.vestiging))
    stap = stand.volgende
    if stap is not None and WIE[stap] & set(rollen):
        uiterlijk_op = _uiterlijk(stand, stap)
        if uiterlijk_op is None or uiterlijk_op - peildatum <= VOORAF:
            taken.append(
                Taak(
                    soort="stap",
                    vestiging=stand.vestiging,
                    stap=stap,
                    uiterlijk_op=uiterlijk_op,
                    is_opnieuw=stap in stand.stappen,
                )
            )
    if stand.ronde and set(rollen) & (SCHRIJVERS | {Rolsoort.LEERKRACHT}):
        taken.append(Taak(soort="ronde", vestiging=stand.vestiging, vraag=stand.ronde))
    return taken


def _uiterlijk(stand: Schoolstand, stap: Stapsoort) -> date | None:
    if stap is not Stapsoort.GEEVALUEERD or stand.schooljaar is None:
        return None
    return evaluatie_uiterlijk_op(Schooljaar(int(stand.schooljaar[:4])))
