"""The working copy as content, and everything that hangs on it."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from passend.begrippen.profielformaat import inhoud_uit_dict
from passend.begrippen.profielinhoud import INGEVOERD, Methode, Profielinhoud
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Sjabloon
from passend.begrippen.sjabloonformaat import sjabloon_uit_dict
from passend.begrippen.uitgave import STAPVELDEN, Doel, Onderbouwing, Stapsoort, Uitgave
from passend.organisaties.models import Vestiging
from passend.profielen.models import (
    Doelregel,
    Editie,
    Inlezing,
    Onderbouwingsregel,
    Onderdeel,
    Onderdeelversie,
    Ondersteuningsprofiel,
    Sjabloonversie,
    Vaststellingsstap,
)
from passend.profielen.queries.verantwoording import doel_als_dict, get_verband, stap_als_dict, stap_uit_dict

SOORTEN = {"veld": "velden", "rij": "tabellen", "tekst": "teksten", "link": "links"}
STRUCTUUR = "structuur"


def list_sjablonen(*, vestiging: Vestiging, peildatum: date) -> list[Sjabloonversie]:
    """The templates a school may use on a day: those of its samenwerkingsverband, newest first."""
    eigen = Sjabloonversie.objects.filter(
        samenwerkingsverband__besturen=vestiging.bestuur_id, geldig_van__lte=peildatum
    )
    return [sjabloon for sjabloon in eigen if not sjabloon.geldig_tot_en_met or sjabloon.geldig_tot_en_met >= peildatum]


def list_regiosjablonen(*, samenwerkingsverband: int) -> list[Sjabloonversie]:
    """All templates of a samenwerkingsverband, newest first."""
    return list(Sjabloonversie.objects.filter(samenwerkingsverband=samenwerkingsverband))


@lru_cache(maxsize=64)
def _sjabloon(sjabloonversie: int) -> Sjabloon:
    return sjabloon_uit_dict(Sjabloonversie.objects.get(pk=sjabloonversie).definitie)


def get_sjabloon(*, profiel: Ondersteuningsprofiel) -> Sjabloon:
    """The template of a profile; kept in memory, for a template in use never changes."""
    return _sjabloon(profiel.sjabloon_id)


def get_profiel(*, vestiging: Vestiging, schooljaar: Schooljaar) -> Ondersteuningsprofiel | None:
    """The working copy of a site for a school year."""
    profielen = Ondersteuningsprofiel.objects.select_related("vestiging__bestuur", "sjabloon")
    return profielen.filter(vestiging=vestiging, schooljaar=str(schooljaar)).first()


def get_laatste_profiel(*, vestiging: Vestiging) -> Ondersteuningsprofiel | None:
    """The working copy of the newest school year of a site."""
    profielen = Ondersteuningsprofiel.objects.select_related("vestiging__bestuur", "sjabloon")
    return profielen.filter(vestiging=vestiging).order_by("-schooljaar").first()


def get_vorig_profiel(*, profiel: Ondersteuningsprofiel) -> Ondersteuningsprofiel | None:
    """The working copy of the school year before."""
    vorig = Schooljaar(int(profiel.schooljaar[:4])).vorige
    return Ondersteuningsprofiel.objects.filter(vestiging=profiel.vestiging_id, schooljaar=str(vorig)).first()


def list_onderdelen(*, profiel: Ondersteuningsprofiel) -> dict[str, Onderdeel]:
    """The elements of a working copy by key, in order; `heeft_eerder` tells which said something else before.

    What the template left blank, in the first version, is nothing somebody would want back.
    """
    versies = Onderdeelversie.objects.filter(onderdeel=OuterRef("pk")).exclude(
        versie=1, inhoud__bron__methode=Methode.INVOER.value, op=profiel.aangemaakt_op
    )
    onderdelen = profiel.onderdelen.filter(is_verwijderd=False).select_related("gewijzigd_door")
    onderdelen = onderdelen.annotate(heeft_eerder=Exists(versies))
    return {onderdeel.sleutel: onderdeel for onderdeel in onderdelen}


def get_onderdeel(*, profiel: Ondersteuningsprofiel, sleutel: str) -> Onderdeel | None:
    """One element of a working copy."""
    return profiel.onderdelen.filter(sleutel=sleutel, is_verwijderd=False).select_related("gewijzigd_door").first()


def list_versies(*, onderdeel: Onderdeel) -> list[Onderdeelversie]:
    """What an element said before, newest first."""
    return list(onderdeel.versies.select_related("door"))


def inhoud_dict(*, profiel: Ondersteuningsprofiel) -> dict[str, Any]:
    """A working copy in the open format."""
    inhoud: dict[str, Any] = {
        "sjabloon": get_sjabloon(profiel=profiel).code,
        "schooljaar": profiel.schooljaar,
        "velden": [],
        "tabellen": [],
        "teksten": [],
        "links": [],
        "structuur": [],
    }
    for sleutel, onderdeel in list_onderdelen(profiel=profiel).items():
        if sleutel == STRUCTUUR:
            inhoud["structuur"] = onderdeel.inhoud["delen"]
        else:
            inhoud[SOORTEN[sleutel.split(":", 1)[0]]].append(onderdeel.inhoud)
    return inhoud


def get_inhoud(*, profiel: Ondersteuningsprofiel) -> Profielinhoud:
    """A working copy as content."""
    return inhoud_uit_dict(inhoud_dict(profiel=profiel))


def vastgesteld_dict(*, profiel: Ondersteuningsprofiel) -> dict[str, Any]:
    """A working copy in the open format as it goes out.

    Where a step was really taken its day stands in the field for it, whatever a document or a colleague wrote there
    before: nobody should find two days of one decision. Who took it fills a blank name only. Of a step that was
    skipped the fields are blank: what stands there is of an older round.
    """
    inhoud = inhoud_dict(profiel=profiel)
    genomen = _velden_van_stappen(list_stappen(profiel=profiel))
    gezegd = {veld["veld"] for veld in inhoud["velden"] if veld["waarde"]}
    namen = {naam for _dag, naam in STAPVELDEN.values()}
    over = {
        code: waarde for code, waarde in genomen.items() if waarde is None or code not in namen or code not in gezegd
    }
    zeker = {"zekerheid": 1.0, "bron": INGEVOERD.als_dict()}
    velden = [
        veld | zeker | {"waarde": over[veld["veld"]]} if veld["veld"] in over else veld for veld in inhoud["velden"]
    ]
    return inhoud | {"velden": velden}


def _velden_van_stappen(stappen: Iterable[Vaststellingsstap]) -> dict[str, str | None]:
    waarden: dict[str, str | None] = {}
    for stap in stappen:
        dag, naam = STAPVELDEN.get(Stapsoort(stap.soort), ("", ""))
        if dag:
            waarden |= {dag: None, naam: None} if stap.is_overgeslagen else {dag: stap.op.isoformat(), naam: stap.door}
    return waarden


def rijen_op(*, profiel: Ondersteuningsprofiel, onderdelen: Iterable[Onderdeel] | None = None) -> dict[str, date]:
    """Per key the day, in the Netherlands, from which an element counts: never later than somebody stood for it.

    That is the day a person typed, corrected or confirmed it. What was only read from a document and looked at by
    nobody counts from the day that document says it was made; without such a day, from the day it was read in. Who
    says later that it is still right makes it of that day. `onderdelen` saves a query for who has them at hand.
    """
    if onderdelen is None:
        onderdelen = profiel.onderdelen.filter(is_verwijderd=False)
    gemaakt = _opgesteld(profiel)
    nagekeken = _nagekeken(profiel)
    dagen = {}
    for onderdeel in onderdelen:
        sleutel, moment, bron = onderdeel.sleutel, onderdeel.gewijzigd_op, onderdeel.inhoud.get("bron")
        dag = timezone.localtime(moment).date()
        is_gezien = bron is None or bron["methode"] == Methode.INVOER or sleutel in nagekeken(moment)
        dagen[sleutel] = dag if is_gezien else min(dag, gemaakt(moment) or dag)
        if onderdeel.bevestigd_op is not None:
            dagen[sleutel] = max(dagen[sleutel], timezone.localtime(onderdeel.bevestigd_op).date())
    return dagen


def _opgesteld(profiel: Ondersteuningsprofiel) -> Callable[[datetime], date | None]:
    """The day the profile said it was made, as it stood at a moment: what came along from last year keeps its own."""
    velden = Onderdeel.objects.filter(
        profiel__bestuur=profiel.bestuur_id,
        profiel__vestiging=profiel.vestiging_id,
        profiel__schooljaar__lte=profiel.schooljaar,
        sleutel="veld:opgesteld_op",
    )
    versies = Onderdeelversie.objects.filter(onderdeel__in=velden)
    gezegd = sorted(
        (
            *versies.order_by("versie").values_list("op", "inhoud__waarde"),
            *velden.values_list("gewijzigd_op", "inhoud__waarde"),
        ),
        key=itemgetter(0),
    )

    def op(moment: datetime) -> date | None:
        waarden = [waarde for sinds, waarde in gezegd if sinds <= moment]
        try:
            return date.fromisoformat(waarden[-1] or "") if waarden else None
        except ValueError:
            return None

    return op


def _nagekeken(profiel: Ondersteuningsprofiel) -> Callable[[datetime], Collection[str]]:
    """What a person checked in the document that was read in last before a moment."""
    inlezingen = Inlezing.objects.filter(
        profiel__bestuur=profiel.bestuur_id,
        profiel__vestiging=profiel.vestiging_id,
        profiel__schooljaar__lte=profiel.schooljaar,
    )
    gelezen = sorted(inlezingen.values_list("ingelezen_op", "antwoorden"), key=itemgetter(0))

    def op(moment: datetime) -> Collection[str]:
        antwoorden = [antwoord for sinds, antwoord in gelezen if sinds <= moment]
        return antwoorden[-1] if antwoorden else ()

    return op


def list_onderbouwingen(*, profiel: Ondersteuningsprofiel) -> dict[str, list[Onderbouwingsregel]]:
    """Evidence by key."""
    per_sleutel: dict[str, list[Onderbouwingsregel]] = {}
    for regel in profiel.onderbouwingen.all():
        per_sleutel.setdefault(regel.sleutel, []).append(regel)
    return per_sleutel


def list_doelen(*, profiel: Ondersteuningsprofiel) -> list[Doelregel]:
    """The goals of the year."""
    return list(profiel.doelen.filter(is_verwijderd=False))


def get_weggehaald_doel(*, profiel: Ondersteuningsprofiel, doel: int) -> Doelregel | None:
    """A goal of this profile that was taken away."""
    return profiel.doelen.filter(pk=doel, is_verwijderd=True).first()


def list_stappen(*, profiel: Ondersteuningsprofiel) -> list[Vaststellingsstap]:
    """The steps of the round that is going on, in order; without the documents' bytes."""
    return list(profiel.stappen.filter(editie__isnull=True).defer("document"))


def get_evaluatie(*, editie: Editie) -> Vaststellingsstap | None:
    """How the evaluation of an edition went; None when it was not evaluated yet."""
    return editie.stappen.filter(soort=Stapsoort.GEEVALUEERD.value).defer("document").first()


def get_stapdocument(*, stap: Vaststellingsstap) -> bytes:
    """The document that was kept with a step."""
    return bytes(stap.document or b"")


def get_uitgave(*, profiel: Ondersteuningsprofiel, peildatum: date) -> Uitgave:
    """The working copy, ready to be set as a concept."""
    return Uitgave(
        sjabloon=get_sjabloon(profiel=profiel),
        inhoud=inhoud_uit_dict(vastgesteld_dict(profiel=profiel)),
        peildatum=peildatum,
        status="concept",
        stappen=tuple(stap_uit_dict(stap_als_dict(stap)) for stap in list_stappen(profiel=profiel)),
        onderbouwingen={
            sleutel: tuple(Onderbouwing(wat=regel.wat, wanneer=regel.wanneer) for regel in regels)
            for sleutel, regels in list_onderbouwingen(profiel=profiel).items()
        },
        doelen=tuple(Doel(**doel_als_dict(doel)) for doel in list_doelen(profiel=profiel)),
        rijen_op=rijen_op(profiel=profiel),
        verband=get_verband(vestiging=profiel.vestiging),
        kleur=profiel.vestiging.kleur,
    )
