"""One registration as a whole: its facts, what happened, how the school admits, and the letters."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from passend.begrippen.aanmelding import Briefsoort, Gebeurtenissoort, Hulpvraag
from passend.begrippen.termijn import Termijn
from passend.begrippen.toelating import Aanzet, Toelatingsbesluit
from passend.organisaties.models import Vestiging
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten
from passend.regels.toelatingsstand import Toelatingsstand
from passend.regels.toelatingstermijnen import plaatsing_vanaf, toelating_van_rechtswege_vanaf
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Aanmeldouder, Aanmeldscan, Brief, Toelatingsbeleid
from passend.toelating.queries.aanmeldingen import (
    besluit_van,
    geldige,
    get_beleid,
    is_gesloten,
    list_brieven,
    list_gebeurtenissen,
    list_gebeurtenissen_van,
    list_ouders_bij,
    list_scans,
)
from passend.toelating.queries.feiten import get_aanmeldingsfeiten
from passend.toelating.queries.hulp import Hulpverloop, get_hulpverloop
from passend.toelating.queries.weggevallen import list_weggevallen

BRON_VAN_BRIEF: Mapping[str, str] = {
    Briefsoort.AANVULLING.value: Gebeurtenissoort.AANVULLING_GEVRAAGD.value,
    Briefsoort.VERLENGING.value: Gebeurtenissoort.VERLENGD.value,
    Briefsoort.ELDERS.value: Gebeurtenissoort.ELDERS_INGESCHREVEN.value,
}
"""Which letters tell of something that can be taken back."""
KANS = frozenset({"verlenging_hooguit", "niet_behandelen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Zaak:
    """A registration with everything that belongs to it."""

    aanmelding: Aanmelding
    ouders: list[Aanmeldouder]
    gebeurtenissen: list[Aanmeldgebeurtenis]
    brieven: list[Brief]
    scans: list[Aanmeldscan]
    beleid: Toelatingsbeleid | None
    feiten: Aanmeldingsfeiten

    @property
    def verschil(self) -> Aanmeldgebeurtenis | None:
        """What the school found, when the parents ask for extra help and it found none needed; None otherwise."""
        gezien = [een for een in geldige(self.gebeurtenissen) if een.soort == Gebeurtenissoort.ONDERZOEK]
        is_anders = self.aanmelding.hulpvraag == Hulpvraag.EXTRA and gezien and gezien[-1].bevinding != Hulpvraag.EXTRA
        return gezien[-1] if is_anders else None

    @property
    def weggevallen(self) -> list[Aanmeldgebeurtenis]:
        """What took back, after the decision, something that it rests on."""
        return list_weggevallen(
            aanmelding=self.aanmelding, gebeurtenissen=self.gebeurtenissen, beleid=self.beleid, feiten=self.feiten
        )

    @property
    def vervallen_brieven(self) -> set[int]:
        """The keys of the letters that count no more, for what they tell was taken back; each was made with its row."""
        telt = {een.pk for een in geldige(self.gebeurtenissen)}
        weg = {(een.soort, een.vastgelegd_op) for een in self.gebeurtenissen if een.pk not in telt}
        return {een.pk for een in self.brieven if (BRON_VAN_BRIEF.get(een.soort), een.vastgelegd_op) in weg}

    @property
    def hulp(self) -> Hulpverloop | None:
        """How the last call for help goes; None when the school never asked."""
        return get_hulpverloop(self.gebeurtenissen)

    @property
    def is_gesloten(self) -> bool:
        """True when nothing is to be done any more."""
        return is_gesloten(self.aanmelding, self.gebeurtenissen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zaakregel:
    """A registration in a list: its facts, whether something is still to be done, and whether anything was done yet."""

    aanmelding: Aanmelding
    feiten: Aanmeldingsfeiten
    is_gesloten: bool
    is_nieuw: bool = False
    hulp: Hulpverloop | None = None
    weggevallen_op: date | None = None


def volgende_termijn(stand: Toelatingsstand, *, peildatum: date) -> Termijn | None:
    """The next date on which somebody must act or something begins; what is only a chance to do something is not it."""
    komt = [een for een in stand.termijnen if een.dag >= peildatum and een.wat not in KANS]
    return None if stand.aan_zet is Aanzet.NIEMAND else min(komt, key=lambda een: een.dag, default=None)


def vroegste_inschrijving(zaak: Zaak, *, peildatum: date) -> date | None:
    """The first day on which the child can be a pupil: placed, or admitted by decision or by law; None before that.

    A director enrols after a decision or a temporary placement, from the first day on which the child comes
    (Besluit bekostiging WPO 9): the day of the decision counts here, not that of its letter.
    """
    besluit, dagen = besluit_van(zaak.gebeurtenissen), []
    if zaak.feiten.ingetrokken_op is not None:
        return None
    if zaak.feiten.is_alsnog_toegelaten:
        return zaak.feiten.beslist_op
    if besluit is not None and besluit.uitkomst != Toelatingsbesluit.TOEGELATEN:
        return None
    if besluit is not None:
        dagen.append(besluit.op)
    is_geplaatst = any(een.soort == Gebeurtenissoort.TIJDELIJK_GEPLAATST for een in geldige(zaak.gebeurtenissen))
    if is_geplaatst and (vanaf := plaatsing_vanaf(zaak.feiten)):
        dagen.append(vanaf)
    if (vanaf := toelating_van_rechtswege_vanaf(zaak.feiten)) and vanaf <= peildatum:
        dagen.append(vanaf)
    return min(dagen, default=None)


def get_zaak(*, aanmelding: Aanmelding) -> Zaak:
    """Everything about one registration."""
    gebeurtenissen, beleid = list_gebeurtenissen(aanmelding=aanmelding), get_beleid(vestiging=aanmelding.vestiging)
    return Zaak(
        aanmelding=aanmelding,
        ouders=list_ouders_bij(aanmelding=aanmelding),
        gebeurtenissen=gebeurtenissen,
        brieven=list_brieven(aanmelding=aanmelding),
        scans=list_scans(aanmelding=aanmelding),
        beleid=beleid,
        feiten=get_aanmeldingsfeiten(aanmelding=aanmelding, gebeurtenissen=gebeurtenissen, beleid=beleid),
    )


def list_zaken(*, aanmeldingen: Collection[Aanmelding]) -> list[Zaakregel]:
    """Registrations with their facts, in the order given; the same number of questions for any number of them."""
    per_zaak = list_gebeurtenissen_van(aanmeldingen=aanmeldingen)
    scholen = {een.vestiging_id for een in aanmeldingen}
    beleid = {een.vestiging_id: een for een in Toelatingsbeleid.objects.filter(vestiging__in=scholen)}
    return [_zaakregel(een, per_zaak[een.pk], beleid.get(een.vestiging_id)) for een in aanmeldingen]


def _zaakregel(
    aanmelding: Aanmelding, gebeurtenissen: list[Aanmeldgebeurtenis], beleid: Toelatingsbeleid | None
) -> Zaakregel:
    feiten = get_aanmeldingsfeiten(aanmelding=aanmelding, gebeurtenissen=gebeurtenissen, beleid=beleid)
    weggevallen = list_weggevallen(aanmelding=aanmelding, gebeurtenissen=gebeurtenissen, beleid=beleid, feiten=feiten)
    return Zaakregel(
        aanmelding=aanmelding,
        feiten=feiten,
        is_gesloten=is_gesloten(aanmelding, gebeurtenissen),
        is_nieuw=all(een.soort == Gebeurtenissoort.ONTVANGST_GEMELD for een in gebeurtenissen),
        hulp=get_hulpverloop(gebeurtenissen),
        weggevallen_op=weggevallen[0].op if weggevallen else None,
    )


def list_hulpvragen(*, vestigingen: Collection[Vestiging]) -> list[tuple[Zaakregel, Hulpverloop]]:
    """The registrations with which these schools asked for help, each with how that goes; who asked first on top."""
    scholen = {een.pk: een for een in vestigingen}
    gevraagd: dict[int, Aanmelding] = {}
    rijen = Aanmeldgebeurtenis.objects.filter(
        soort=Gebeurtenissoort.OPGESCHAALD, aanmelding__bestuur=F("bestuur"), aanmelding__vestiging__in=scholen
    )
    for een in rijen.select_related("aanmelding").order_by("op", "pk") if scholen else ():
        een.aanmelding.vestiging = scholen[een.aanmelding.vestiging_id]
        gevraagd.setdefault(een.aanmelding_id, een.aanmelding)
    zaken = list_zaken(aanmeldingen=list(gevraagd.values())) if gevraagd else []
    return [(zaak, zaak.hulp) for zaak in zaken if zaak.hulp is not None]
