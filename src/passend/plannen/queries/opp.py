"""Reads of the ontwikkelingsperspectief of a pupil: its versions, what is asked of whom, and facts for the rules."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q
from django.utils import timezone

from passend.begrippen.opp import Oppaanleiding, Oppantwoord, Stemwijze
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.leerlingen.queries.leerlingen import list_ouders
from passend.plannen.models import (
    Leerlingstem,
    Opp,
    Oppbestand,
    Oppdeelname,
    Oppevaluatie,
    Oppinstemming,
    Oppoverleg,
    Oppversie,
    Oppzienswijze,
)
from passend.regels.handelingsdeel import handelingsdeelsom
from passend.regels.opp import (
    Antwoordfeiten,
    Oppbezwaar,
    Oppfeiten,
    Opptermijn,
    Stemfeiten,
    check_vaststelling,
    evaluatie_uiterlijk_op,
    regionale_evaluatie_op,
    versie_uiterlijk_op,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderbeeld:
    """A parent with authority: what they said last, whether that is about what it says now, and that they saw it."""

    ouder: Ouderrelatie
    laatste: Oppinstemming | None
    geldt: bool
    gezien_op: datetime | None
    is_gesproken: bool

    @property
    def is_akkoord(self) -> bool:
        """True when they agree to what it says now."""
        return self.geldt and self.laatste is not None and self.laatste.antwoord == Oppantwoord.AKKOORD

    @property
    def is_tegen(self) -> bool:
        """True when they do not agree to what it says now."""
        return self.geldt and self.zei_nee

    @property
    def zei_nee(self) -> bool:
        """True when they did not agree the last time they answered, also when it says something else by now."""
        return self.laatste is not None and self.laatste.antwoord == Oppantwoord.NIET_AKKOORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegbeeld:
    """A talk over the whole, with the names of who came and who was asked and did not."""

    overleg: Oppoverleg
    erbij: list[str]
    afwezig: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppbeeld:
    """One version of a plan with everything around it, as it stands at a moment."""

    opp: Opp
    versie: Oppversie
    versies: list[Oppversie]
    teksten: Mapping[str, str]
    stemmen: list[Leerlingstem]
    overleggen: list[Overlegbeeld]
    ouders: list[Ouderbeeld]
    zienswijzen: list[Oppzienswijze]
    evaluaties: list[Oppevaluatie]
    bezwaren: tuple[Oppbezwaar, ...]
    vaststellen_voor: Opptermijn | None
    evalueren_voor: tuple[Opptermijn, ...]

    @property
    def is_concept(self) -> bool:
        """True as long as it can change."""
        return not self.versie.is_vastgesteld

    @property
    def opnieuw_te_vragen(self) -> list[str]:
        """The parents who answered to other words than those of now."""
        return [een.ouder.naam for een in self.ouders if een.laatste is not None and not een.geldt]

    @property
    def is_nieuwste(self) -> bool:
        """True when there is no version after it."""
        return self.versie.pk == self.versies[-1].pk


def list_opps(*, leerling: Leerling) -> list[Opp]:
    """The plans of a pupil, the one that goes on first; without what was withdrawn."""
    opps = Opp.objects.filter(leerling=leerling, ingetrokken_op__isnull=True)
    return list(opps.order_by(F("geeindigd_op").desc(nulls_first=True), "-pk"))


def list_ingetrokken(*, leerling: Leerling) -> list[Opp]:
    """The plans of a pupil that were begun by mistake and withdrawn, newest first."""
    opps = Opp.objects.filter(leerling=leerling, ingetrokken_op__isnull=False)
    return list(opps.select_related("ingetrokken_door").order_by("-ingetrokken_op"))


def get_oppversie(*, leerling: Leerling, nummer: int | None = None) -> Oppversie | None:
    """A version of the newest plan of a pupil, the last one when no number is given; None when it is not there."""
    opp = next(iter(list_opps(leerling=leerling)), None)
    if opp is None:
        return None
    versies = Oppversie.objects.filter(opp=opp)
    versie = versies.filter(nummer=nummer).first() if nummer is not None else versies.last()
    if versie is not None:
        opp.leerling = leerling
        versie.opp = opp
    return versie


def get_geldende_versie(*, leerling: Leerling) -> Oppversie | None:
    """The version that holds: the last one that was set; None when none was."""
    versie = get_oppversie(leerling=leerling)
    if versie is None or versie.is_vastgesteld:
        return versie
    vast = Oppversie.objects.filter(opp=versie.opp_id, vastgesteld_op__isnull=False).last()
    if vast is not None:
        vast.opp = versie.opp
    return vast


def get_ouderversie(*, leerling: Leerling, nummer: int | None = None) -> Oppversie | None:
    """The version that parents may read: set, or laid before them; of several the newest."""
    versie = get_oppversie(leerling=leerling, nummer=nummer)
    if versie is None or versie.is_vastgesteld or versie.voorgelegd_op is not None:
        return versie
    return get_geldende_versie(leerling=leerling) if nummer is None else None


def teksten(versie: Oppversie) -> dict[str, str]:
    """What a version says, by the code of the part."""
    return {code: deel["tekst"] for code, deel in versie.inhoud.items()}


def list_gezag(*, leerling: Leerling, peildatum: date) -> list[Ouderrelatie]:
    """The parents who have authority on a day."""
    return [ouder for ouder in list_ouders(leerling=leerling, peildatum=peildatum) if ouder.heeft_gezag]


def list_stemmen(*, versie: Oppversie) -> list[Leerlingstem]:
    """What the child said on a version, oldest first; without the bytes of drawings."""
    stemmen = Leerlingstem.objects.filter(versie=versie).filter(
        Q(bestand__isnull=True) | Q(bestand__bestuur=versie.bestuur_id)
    )
    return list(stemmen.select_related("vastgelegd_door", "bestand").defer("bestand__inhoud"))


def get_stem(*, versie: Oppversie, pk: int) -> Leerlingstem | None:
    """One time the child was heard on this version."""
    stem = Leerlingstem.objects.filter(versie=versie, pk=pk).first()
    if stem is not None:
        stem.versie = versie
    return stem


def get_oppbestand(*, leerling: Leerling, pk: int) -> Oppbestand | None:
    """A drawing or signed paper of this pupil; None when it is another's."""
    return Oppbestand.objects.filter(opp__bestuur=leerling.bestuur_id, opp__leerling=leerling, pk=pk).first()


def list_evaluaties_van(*, versie: Oppversie) -> list[Oppevaluatie]:
    """How a version was looked at again."""
    return list(Oppevaluatie.objects.filter(versie=versie))


def get_oppfeiten(*, versie: Oppversie, op: datetime) -> Oppfeiten:
    """What decides whether a version may be set."""
    gezag = list_gezag(leerling=versie.opp.leerling, peildatum=op.date())
    deelnames = Oppdeelname.objects.filter(overleg__bestuur=versie.bestuur_id, overleg__versie=versie)
    return _feiten(
        versie,
        gezag,
        _instemmingen(versie),
        set(deelnames.values_list("ouder", flat=True)),
        list_stemmen(versie=versie),
    )


def _feiten(
    versie: Oppversie,
    gezag: Collection[Ouderrelatie],
    instemmingen: Collection[Oppinstemming],
    uitgenodigd: Collection[int],
    stemmen: Collection[Leerlingstem],
) -> Oppfeiten:
    inhoud = teksten(versie)
    som = handelingsdeelsom(inhoud)
    antwoorden = {
        een.ouder_id: Antwoordfeiten(antwoord=Oppantwoord(een.antwoord), is_over_dit=een.handelingsdeelsom == som)
        for een in instemmingen
        if een.antwoord != Oppantwoord.GEZIEN
    }
    return Oppfeiten(
        inhoud=inhoud,
        gezag={ouder.pk: ouder.naam for ouder in gezag},
        uitgenodigd=uitgenodigd,
        antwoorden=antwoorden,
        stem=_stemfeiten(stemmen),
    )


def _stemfeiten(stemmen: Collection[Leerlingstem]) -> Stemfeiten:
    gehoord = [stem for stem in stemmen if stem.wijze != Stemwijze.NIET_GEHOORD]
    return Stemfeiten(
        is_gehoord=bool(gehoord),
        is_verwerkt=any(stem.gedaan for stem in gehoord),
        waarom_niet=next((stem.reden for stem in stemmen if stem.wijze == Stemwijze.NIET_GEHOORD), ""),
    )


def _instemmingen(versie: Oppversie) -> list[Oppinstemming]:
    """The answers on a version, oldest first.

    An agreement to a version before counts when the handelingsdeel did not change: only what changes in it asks for a
    new one (WPO 40a lid 5).
    """
    rijen = Oppinstemming.objects.filter(versie__bestuur=versie.bestuur_id, versie__opp=versie.opp_id)
    eerder = Q(versie__nummer__lt=versie.nummer, handelingsdeelsom=handelingsdeelsom(teksten(versie)))
    gekozen = rijen.filter(Q(versie=versie) | (eerder & Q(antwoord=Oppantwoord.AKKOORD.value)))
    return list(gekozen.select_related("vastgelegd_door").order_by("op", "pk"))


def get_oppbeeld(*, versie: Oppversie, op: datetime) -> Oppbeeld:
    """A version with everything around it."""
    opp, leerling = versie.opp, versie.opp.leerling
    gezag = list_gezag(leerling=leerling, peildatum=op.date())
    deelnames = list(Oppdeelname.objects.filter(overleg__bestuur=versie.bestuur_id, overleg__versie=versie))
    instemmingen, stemmen = _instemmingen(versie), list_stemmen(versie=versie)
    feiten = _feiten(versie, gezag, instemmingen, {een.ouder_id for een in deelnames}, stemmen)
    versies = list(Oppversie.objects.filter(opp=opp))
    terugblik = Oppevaluatie.objects.filter(versie__bestuur=versie.bestuur_id, versie__opp=opp)
    evaluaties = list(terugblik.select_related("vastgelegd_door"))
    return Oppbeeld(
        opp=opp,
        versie=versie,
        versies=versies,
        teksten=feiten.inhoud,
        stemmen=stemmen,
        overleggen=_overleggen(versie, deelnames),
        ouders=[_ouderbeeld(versie, ouder, instemmingen, feiten) for ouder in gezag],
        zienswijzen=list(
            Oppzienswijze.objects.filter(versie=versie, ouder__bestuur=F("bestuur")).select_related("ouder")
        ),
        evaluaties=evaluaties,
        bezwaren=() if versie.is_vastgesteld else check_vaststelling(feiten, op=op.date()),
        vaststellen_voor=versie_uiterlijk_op(
            Oppaanleiding(opp.aanleiding),
            opp.begonnen_op,
            is_eerder_vastgesteld=any(een.is_vastgesteld for een in versies if een.nummer < versie.nummer),
        ),
        evalueren_voor=evaluatietermijnen(versies, evaluaties),
    )


def evaluatietermijnen(versies: Collection[Oppversie], evaluaties: Collection[Oppevaluatie]) -> tuple[Opptermijn, ...]:
    """By when the version that holds is looked at again: by the law, and by the region; nothing when none was set.

    It counts for the law when both parents and child were part of it, and it was about this version.
    """
    vast = {een.pk: timezone.localtime(een.vastgesteld_op).date() for een in versies if een.vastgesteld_op}
    if not vast:
        return ()
    samen = [een for een in evaluaties if een.is_besproken_met_ouders and een.is_besproken_met_leerling]
    geldt, sinds = list(vast.items())[-1]
    return (
        evaluatie_uiterlijk_op(sinds, [een.op for een in samen if een.versie_id == geldt]),
        regionale_evaluatie_op(min(vast.values()), [een.op for een in samen]),
    )


def _overleggen(versie: Oppversie, deelnames: Collection[Oppdeelname]) -> list[Overlegbeeld]:
    namen = {ouder.pk: ouder.naam for ouder in Ouderrelatie.objects.filter(leerling=versie.opp.leerling_id)}
    per: dict[int, dict[bool, list[str]]] = defaultdict(lambda: {True: [], False: []})
    for een in deelnames:
        per[een.overleg_id][een.is_verschenen].append(namen.get(een.ouder_id, ""))
    return [
        Overlegbeeld(overleg=overleg, erbij=per[overleg.pk][True], afwezig=per[overleg.pk][False])
        for overleg in Oppoverleg.objects.filter(versie=versie).select_related("vastgelegd_door")
    ]


def _ouderbeeld(
    versie: Oppversie, ouder: Ouderrelatie, instemmingen: Collection[Oppinstemming], feiten: Oppfeiten
) -> Ouderbeeld:
    eigen = [een for een in instemmingen if een.ouder_id == ouder.pk]
    beslist = [een for een in eigen if een.antwoord != Oppantwoord.GEZIEN]
    antwoord = feiten.antwoorden.get(ouder.pk)
    return Ouderbeeld(
        ouder=ouder,
        laatste=beslist[-1] if beslist else None,
        geldt=antwoord is not None and antwoord.is_over_dit,
        gezien_op=max((een.op for een in eigen if een.versie_id == versie.pk), default=None),
        is_gesproken=ouder.pk in feiten.uitgenodigd,
    )
