"""An edition as a visitor sees it: what the school offers by kind, how old each claim is, where it can be seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from passend.begrippen.profielinhoud import Tabelrij, Tekst
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Prozatekst, Tabel, VasteTekst
from passend.begrippen.uitgave import Onderbouwing, Stap, Stapsoort, Uitgave
from passend.documenten.zetten.aanbodoverzicht import GEBOUW, Aanbodpunt, Staat, groepeer, lees_aanbod, ontbreekt
from passend.documenten.zetten.alineas import Alinea, alineas
from passend.documenten.zetten.structuurtekening import Tekstdeel, als_tekst, teken
from passend.documenten.zetten.woorden import Taal, waardetekst
from passend.regels.leeftijd import is_oud
from passend.regels.vaststelling import evaluatie_uiterlijk_op

GETOOND: Final = tuple(soort for soort in Stapsoort if soort is not Stapsoort.GEEVALUEERD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing a school says of itself; `taal` is set when the words are not in the language of the page."""

    naam: str
    taal: str
    woorden: str
    woorden_taal: str
    omvang: str
    omvang_taal: str
    op: date | None
    is_oud: bool
    onderbouwing: tuple[Onderbouwing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimgroep:
    """Claims of one broad kind."""

    code: str
    naam: str
    claims: tuple[Claim, ...]

    @property
    def samen_op(self) -> date | None:
        """The day all claims were last looked at together; None when they differ."""
        dagen = {claim.op for claim in self.claims}
        return dagen.pop() if len(dagen) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proza:
    """A text with its title, in paragraphs and lists."""

    titel: str
    alineas: tuple[Alinea, ...]
    op: date | None
    is_oud: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapbeeld:
    """A step on the path of adoption; `stap` is None when nothing was recorded."""

    soort: Stapsoort
    stap: Stap | None

    @property
    def staat(self) -> str:
        """Taken, skipped or unknown; of an advice only that it was given, for it may be a negative one."""
        if self.stap is None:
            return "open"
        if self.stap.is_overgeslagen:
            return "overgeslagen"
        return "gegeven" if self.soort is Stapsoort.MR_ADVIES else "gezet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolbeeld:
    """Everything on the page of a school that comes from its edition."""

    uitgave: Uitgave
    schooljaar: Schooljaar | None
    is_voorbij: bool
    nakijken_op: date | None
    biedt: tuple[Claimgroep, ...]
    niet: tuple[str, ...]
    niet_gebouw: tuple[str, ...]
    onbekend: tuple[str, ...]
    werkwijze: tuple[Claim, ...]
    oudste: date | None
    aantal_oud: int
    tekening: str
    in_woorden: tuple[Tekstdeel, ...]
    eigen: tuple[Proza, ...]
    regio: tuple[Proza, ...]
    stappen: tuple[Stapbeeld, ...]
    rijnamen: Mapping[str, str]

    @property
    def overgeslagen(self) -> tuple[Stapbeeld, ...]:
        """The steps this edition was published without, openly."""
        return tuple(beeld for beeld in self.stappen if beeld.staat == "overgeslagen")

    def stap(self, soort: str) -> Stapbeeld:
        """The step of a kind."""
        return next(beeld for beeld in self.stappen if beeld.soort == soort)


def maak_beeld(uitgave: Uitgave, *, taal: Taal, vandaag: date) -> Schoolbeeld:
    """The page of an edition on a day, in a language."""
    punten = lees_aanbod(uitgave)
    weg = ontbreekt(punten)
    biedt = tuple(
        Claimgroep(
            code=groep.groep.code,
            naam=groep.naam(taal),
            claims=tuple(_claim_van_punt(uitgave, punt, taal, vandaag) for punt in groep.punten),
        )
        for groep in groepeer(punten, Staat.BIEDT)
    )
    werkwijze = _werkwijze(uitgave, taal, vandaag)
    claims = [claim for groep in biedt for claim in groep.claims] + list(werkwijze)
    jaar = Schooljaar.uit_tekst(uitgave.inhoud.schooljaar or "")
    structuur = uitgave.inhoud.structuur
    return Schoolbeeld(
        uitgave=uitgave,
        schooljaar=jaar,
        is_voorbij=jaar is not None and vandaag > jaar.eindigt_op,
        nakijken_op=evaluatie_uiterlijk_op(jaar) if jaar is not None else None,
        biedt=biedt,
        niet=_namen((punt for punt in weg if punt.groep != GEBOUW), taal),
        niet_gebouw=_namen((punt for punt in weg if punt.groep == GEBOUW), taal),
        onbekend=_namen(_onbekend(punten), taal),
        werkwijze=werkwijze,
        oudste=min((claim.op for claim in claims if claim.op), default=None),
        aantal_oud=sum(claim.is_oud for claim in claims),
        tekening=teken(structuur) if structuur else "",
        in_woorden=als_tekst(structuur) if structuur else (),
        eigen=_proza(uitgave, vandaag, is_vast=False),
        regio=_proza(uitgave, vandaag, is_vast=True),
        stappen=tuple(Stapbeeld(soort=soort, stap=uitgave.stap(soort)) for soort in GETOOND),
        rijnamen={rij.sleutel: rij.label for rij in uitgave.inhoud.tabellen},
    )


def _claim_van_punt(uitgave: Uitgave, punt: Aanbodpunt, taal: Taal, vandaag: date) -> Claim:
    vertaald = punt.wanneer_en if taal == "en" else None
    return Claim(
        naam=punt.naam(taal),
        taal="nl" if punt.is_vreemd(taal) else "",
        woorden=vertaald or punt.wanneer,
        woorden_taal="nl" if taal == "en" and vertaald is None else "",
        omvang=(punt.omvang_en if taal == "en" else None) or punt.omvang,
        omvang_taal="nl" if taal == "en" and punt.omvang_en is None else "",
        op=punt.op,
        is_oud=is_oud(punt.op, vandaag),
        onderbouwing=uitgave.onderbouwingen.get(punt.sleutel, ()),
    )


def _werkwijze(uitgave: Uitgave, taal: Taal, vandaag: date) -> tuple[Claim, ...]:
    """How the school judges its own way of working: the tables that ask for evidence."""
    return tuple(
        _claim_van_rij(uitgave, tabel, rij, taal, vandaag)
        for tabel in uitgave.sjabloon.tabellen()
        if tabel.vraagt_onderbouwing
        for rij in uitgave.inhoud.rijen(tabel.code)
    )


def _claim_van_rij(uitgave: Uitgave, tabel: Tabel, rij: Tabelrij, taal: Taal, vandaag: date) -> Claim:
    op = uitgave.rijen_op.get(rij.sleutel)
    anders = "nl" if taal != "nl" else ""
    return Claim(
        naam=rij.label,
        taal=anders,
        woorden=waardetekst(tabel, rij.waarde).lower(),
        woorden_taal=anders,
        omvang="",
        omvang_taal="",
        op=op,
        is_oud=is_oud(op, vandaag),
        onderbouwing=uitgave.onderbouwingen.get(rij.sleutel, ()),
    )


def _onbekend(punten: Iterable[Aanbodpunt]) -> Iterable[Aanbodpunt]:
    return (punt for groep in groepeer(punten, Staat.ONBEKEND) for punt in groep.punten)


def _namen(punten: Iterable[Aanbodpunt], taal: Taal) -> tuple[str, ...]:
    """Names once each."""
    return tuple(dict.fromkeys(punt.naam(taal) for punt in punten))


def _proza(uitgave: Uitgave, vandaag: date, *, is_vast: bool) -> tuple[Proza, ...]:
    soort = VasteTekst if is_vast else Prozatekst
    titels = {deel.code: deel.titel for deel in uitgave.sjabloon.onderdelen() if isinstance(deel, soort)}
    teksten: dict[str, Tekst] = {tekst.code: tekst for tekst in uitgave.inhoud.teksten if tekst.is_vast is is_vast}
    gevuld = [teksten[code] for code in titels if code in teksten and teksten[code].tekst.strip()]
    return tuple(
        Proza(
            titel=titels[tekst.code],
            alineas=alineas(tekst.tekst),
            op=uitgave.rijen_op.get(tekst.sleutel),
            is_oud=is_oud(uitgave.rijen_op.get(tekst.sleutel), vandaag),
        )
        for tekst in gevuld
    )
