"""Permissions of a file with what each parent answered, what waits for a parent, and whose glass was broken."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Count, F
from django.utils.timezone import localtime

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import (
    Dossierversie,
    Gedeeldstuk,
    Leerling,
    Noodinzage,
    Ouderrelatie,
    Toestemming,
    Toestemmingsbesluit,
    Zienswijze,
)
from passend.leerlingen.queries.inzage import get_toestemmingfeiten
from passend.organisaties.models import Vestiging
from passend.regels.toestemming import (
    Toestemmingfeiten,
    Toestemmingsstand,
    gesloten_door,
    ontbrekende_ouders,
    toestemming_stand,
)
from passend.toegang.queries import Account, list_mensen, list_uitgenodigd

JA, NEE, INGETROKKEN, OPEN = "ja", "nee", "ingetrokken", "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gedeeldbeeld:
    """A piece that a permission is about: how often it was written, and how many views of parents are with it."""

    pk: int
    titel: str
    versies: int
    zienswijzen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderantwoord:
    """What one parent said, and when; of paper when it was signed, and who noted it."""

    ouder: Ouderrelatie
    stand: str
    op: datetime | None = None
    getekend_op: date | None = None
    vastgelegd_door: Account | None = None
    heeft_gezag: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemmingbeeld:
    """A permission, what it is about, whether it counts now and why not, and what each parent said.

    `mijn` is what the parent who looks said; None for who is no parent. `is_binnen` says that the expert can sign in
    here, and else `uitgenodigd_op` when they were last invited.
    """

    toestemming: Toestemming
    stukken: list[Gedeeldbeeld]
    stand: Toestemmingsstand
    antwoorden: list[Ouderantwoord]
    mijn: str | None
    is_binnen: bool
    uitgenodigd_op: datetime | None
    feiten: Toestemmingfeiten

    @property
    def geldt(self) -> bool:
        """True when it counts."""
        return self.stand is Toestemmingsstand.GELDT

    @property
    def is_voorbij(self) -> bool:
        """True when nobody has anything to say of it any more."""
        return self.stand in {Toestemmingsstand.VOORBIJ, Toestemmingsstand.TERUGGENOMEN}

    @property
    def ontbreken(self) -> list[Ouderrelatie]:
        """The parents with authority who did not agree, or do not agree any more."""
        return [een.ouder for een in self.antwoorden if een.heeft_gezag and een.stand != JA]

    @property
    def onbeantwoord(self) -> list[Ouderrelatie]:
        """The parents with authority who said nothing yet."""
        return [een.ouder for een in self.antwoorden if een.heeft_gezag and een.stand == OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Eindgevolg:
    """What happens to permissions when the access of a parent ends."""

    blijft_dicht: list[Toestemming]
    gaat_gelden: list[Toestemming]
    stopt: list[Toestemming]


def list_toestemmingen(*, leerling: Leerling, account: Account, op: datetime) -> list[Toestemmingbeeld]:
    """All permissions of a file, newest first, as one person looks at them."""
    toestemmingen = list(Toestemming.objects.filter(leerling=leerling).select_related("ingetrokken_door"))
    if not toestemmingen:
        return []
    feiten = get_toestemmingfeiten(toestemmingen=toestemmingen)
    stukken, antwoorden = _stukken(toestemmingen), _antwoorden(leerling, toestemmingen, feiten, op)
    vestiging = leerling.vestiging
    deskundigen = list_mensen(vestiging=vestiging, peildatum=op.date()).filter(soort=Rolsoort.DESKUNDIGE.value)
    binnen = set(deskundigen.order_by().values_list("account", flat=True))
    genodigd = list_uitgenodigd(vestiging=vestiging, soort=Rolsoort.DESKUNDIGE)
    return [
        Toestemmingbeeld(
            toestemming=een,
            stukken=stukken[een.pk],
            stand=toestemming_stand(feiten[een.pk], op=op),
            antwoorden=antwoorden[een.pk],
            mijn=_mijn(antwoorden[een.pk], account),
            is_binnen=een.account_id in binnen,
            uitgenodigd_op=genodigd.get(een.email),
            feiten=feiten[een.pk],
        )
        for een in toestemmingen
    ]


def list_nog_gedeeld(*, beelden: Collection[Toestemmingbeeld], beeld: Toestemmingbeeld) -> list[str]:
    """What of a permission the same person still reads by another that counts, when this one is taken back."""
    wie, stukken = beeld.toestemming.email.lower(), {stuk.pk for stuk in beeld.stukken}
    anders = [een for een in beelden if een is not beeld and een.geldt and een.toestemming.email.lower() == wie]
    gedeeld = {stuk.pk: stuk.titel for een in anders for stuk in een.stukken if stuk.pk in stukken}
    return [gedeeld[pk] for pk in sorted(gedeeld)]


def get_eindgevolg(*, beelden: Collection[Toestemmingbeeld], ouder: Ouderrelatie, op: datetime) -> Eindgevolg:
    """What ending the access of a parent does to the permissions of a file."""
    blijft, gaat, stopt = [], [], []
    for beeld in beelden:
        zonder = {pk: periode for pk, periode in beeld.feiten.gezag.items() if pk != ouder.pk}
        straks = toestemming_stand(replace(beeld.feiten, gezag=zonder), op=op)
        if beeld.stand is Toestemmingsstand.GEWEIGERD and ouder.pk in gesloten_door(beeld.feiten, op=op):
            blijft.append(beeld.toestemming)
        elif straks is not beeld.stand and straks is Toestemmingsstand.GELDT:
            gaat.append(beeld.toestemming)
        elif straks is not beeld.stand and beeld.geldt:
            stopt.append(beeld.toestemming)
    return Eindgevolg(blijft_dicht=blijft, gaat_gelden=gaat, stopt=stopt)


def list_wachtend_op_ouder(*, leerlingen: Collection[Leerling], account: Account, op: datetime) -> list[Toestemming]:
    """The questions about children that wait for the answer of this parent, oldest first."""
    return [een for een, _wie in _wachtend(leerlingen, [account.pk], op)]


def list_onbeantwoord(
    *, leerlingen: Collection[Leerling], accounts: Collection[int], op: datetime
) -> list[tuple[Toestemming, set[int]]]:
    """The questions about children with those of these parents who said nothing yet, oldest first."""
    wachtend = _wachtend(leerlingen, accounts, op)
    besluiten = Toestemmingsbesluit.objects.filter(
        toestemming__in=[een for een, _wie in wachtend], ouder__bestuur=F("bestuur"), ouder__account__in=accounts
    )
    beantwoord: dict[int, set[int]] = defaultdict(set)
    for toestemming, account in besluiten.values_list("toestemming", "ouder__account") if wachtend else ():
        beantwoord[toestemming].add(account)
    return [(een, wie - beantwoord[een.pk]) for een, wie in wachtend if wie - beantwoord[een.pk]]


def _wachtend(
    leerlingen: Collection[Leerling], accounts: Collection[int], op: datetime
) -> list[tuple[Toestemming, set[int]]]:
    """The questions about children with those of these parents whose answer they wait for."""
    gevraagd = list(
        Toestemming.objects.filter(
            leerling__in=leerlingen,
            leerling__bestuur=F("bestuur"),
            geldig_tot_en_met__gte=op.date(),
            ingetrokken_op__isnull=True,
        )
        .select_related("leerling__vestiging")
        .order_by("gevraagd_op", "pk")
    )
    feiten = get_toestemmingfeiten(toestemmingen=gevraagd)
    ouders = Ouderrelatie.objects.filter(leerling__in=leerlingen, account__in=accounts)
    wie = dict(ouders.values_list("pk", "account"))
    wacht = [een for een in gevraagd if toestemming_stand(feiten[een.pk], op=op) is Toestemmingsstand.WACHT]
    op_wie = [
        (een, {wie[ouder] for ouder in ontbrekende_ouders(feiten[een.pk], op=op) if ouder in wie}) for een in wacht
    ]
    return [(een, ouders) for een, ouders in op_wie if ouders]


def _stukken(toestemmingen: Collection[Toestemming]) -> dict[int, list[Gedeeldbeeld]]:
    """What each is about; signs of abuse are never shared, so that a piece that became one is not named."""
    gedeeld = list(
        Gedeeldstuk.objects.filter(toestemming__in=toestemmingen, stuk__bestuur=F("bestuur"))
        .exclude(stuk__vertrouwelijkheid=Vertrouwelijkheid.MELDCODE)
        .order_by("pk")
        .values_list("toestemming", "stuk", "stuk__titel")
    )
    sleutels = {stuk for _toestemming, stuk, _titel in gedeeld}
    versies, zienswijzen = (
        dict(tabel.objects.filter(stuk__in=sleutels).order_by().values_list("stuk").annotate(Count("pk")))
        for tabel in (Dossierversie, Zienswijze)
    )
    per_vraag: dict[int, list[Gedeeldbeeld]] = defaultdict(list)
    for toestemming, stuk, titel in gedeeld:
        per_vraag[toestemming].append(
            Gedeeldbeeld(pk=stuk, titel=titel, versies=versies.get(stuk, 0), zienswijzen=zienswijzen.get(stuk, 0))
        )
    return per_vraag


def _antwoorden(
    leerling: Leerling,
    toestemmingen: Collection[Toestemming],
    feiten: Mapping[int, Toestemmingfeiten],
    op: datetime,
) -> dict[int, list[Ouderantwoord]]:
    """What each parent with authority said, and what somebody said before their authority ended."""
    ouders = list(Ouderrelatie.objects.filter(leerling=leerling).order_by("pk"))
    besluiten: dict[tuple[int, int], Toestemmingsbesluit] = {
        (besluit.toestemming_id, besluit.ouder_id): besluit
        for besluit in Toestemmingsbesluit.objects.filter(toestemming__in=toestemmingen).select_related(
            "vastgelegd_door"
        )
    }
    per_vraag: dict[int, list[Ouderantwoord]] = {}
    for een in toestemmingen:
        gezag = feiten[een.pk].gezag
        nu = {ouder.pk for ouder in ouders if ouder.pk in gezag and gezag[ouder.pk].bevat(op.date())}
        per_vraag[een.pk] = [
            _antwoord(ouder, besluiten.get((een.pk, ouder.pk)), heeft_gezag=ouder.pk in nu)
            for ouder in ouders
            if ouder.pk in nu or (een.pk, ouder.pk) in besluiten
        ]
    return per_vraag


def _antwoord(ouder: Ouderrelatie, besluit: Toestemmingsbesluit | None, *, heeft_gezag: bool) -> Ouderantwoord:
    if besluit is None:
        return Ouderantwoord(ouder=ouder, stand=OPEN, heeft_gezag=heeft_gezag)
    if besluit.ingetrokken_op is not None:
        stand = NEE if besluit.ingetrokken_op == besluit.gegeven_op else INGETROKKEN
        return Ouderantwoord(ouder=ouder, stand=stand, op=besluit.ingetrokken_op, heeft_gezag=heeft_gezag)
    return Ouderantwoord(
        ouder=ouder,
        stand=JA,
        op=besluit.gegeven_op,
        getekend_op=besluit.getekend_op or (localtime(besluit.gegeven_op).date() if besluit.is_op_papier else None),
        vastgelegd_door=besluit.vastgelegd_door if besluit.is_op_papier else None,
        heeft_gezag=heeft_gezag,
    )


def _mijn(antwoorden: Collection[Ouderantwoord], account: Account) -> str | None:
    """What somebody said by all rows by which they have authority: a no by one of them is a no."""
    standen = {een.stand for een in antwoorden if een.heeft_gezag and een.ouder.account_id == account.pk}
    return next((stand for stand in (NEE, INGETROKKEN, OPEN, JA) if stand in standen), None)


def get_toestemming(*, leerling: Leerling, pk: int) -> Toestemming | None:
    """One permission of this file; None when it is another's."""
    return Toestemming.objects.filter(leerling=leerling, pk=pk).first()


def list_noodinzagen(*, vestiging: Vestiging) -> list[Noodinzage]:
    """Whose glass was broken at a school, newest first."""
    noodinzagen = Noodinzage.objects.filter(leerling__bestuur=vestiging.bestuur_id, leerling__vestiging=vestiging)
    return list(noodinzagen.select_related("account", "leerling", "gezien_door")[:100])


def get_noodinzage(*, vestiging: Vestiging, pk: int) -> Noodinzage | None:
    """One opening of a file of this school; None when it is another's."""
    noodinzagen = Noodinzage.objects.filter(leerling__bestuur=vestiging.bestuur_id, leerling__vestiging=vestiging)
    return noodinzagen.filter(pk=pk).select_related("leerling").first()
