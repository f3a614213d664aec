"""What changed between two editions of a school: new, gone or changed, element by element and word by word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, Literal

from django.utils.translation import gettext as _

from passend.begrippen.profielinhoud import Tabelrij
from passend.begrippen.sjabloon import Kolomsoort, Prozatekst, Tabel, VasteTekst, Veld
from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.structuurtekening import als_tekst
from passend.documenten.zetten.woorden import aaneen, veldtekst, waardetekst

RUIM: Final = 30  # an unchanged stretch of more words than this is shortened
RAND: Final = 10
_WOORD = re.compile(r"\S+\s*")


class Soort(StrEnum):
    """What happened to an element."""

    NIEUW = "nieuw"
    VERVALLEN = "vervallen"
    GEWIJZIGD = "gewijzigd"


class Plek(StrEnum):
    """Where an element belongs, as the page groups them."""

    AANBOD = "aanbod"
    STRUCTUUR = "structuur"
    TEKST = "tekst"
    DOEL = "doel"
    GEGEVENS = "gegevens"
    REGIO = "regio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukje:
    """A stretch of text: the same, new or gone; of words left out `tekst` says how many there are."""

    soort: Literal["gelijk", "nieuw", "weg", "overgeslagen"]
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of an edition in words; `samen` is what finds it back in another template."""

    sleutel: str
    plek: Plek
    groep: str
    naam: str
    woorden: str
    samen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """An element that is not the same in both editions."""

    soort: Soort
    plek: Plek
    groep: str
    naam: str
    oud: str
    nieuw: str
    stukjes: tuple[Stukje, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """Everything that changed, and how much did not."""

    veranderingen: tuple[Verandering, ...]
    gelijk: int
    is_zelfde_sjabloon: bool

    def aantal(self, soort: Soort) -> int:
        """How many elements are new, gone or changed."""
        return sum(verandering.soort is soort for verandering in self.veranderingen)

    def op(self, plek: Plek) -> tuple[Verandering, ...]:
        """The changes of one place."""
        return tuple(verandering for verandering in self.veranderingen if verandering.plek is plek)


def vergelijk_uitgaven(oud: Uitgave, nieuw: Uitgave) -> Verschil:
    """Element by element; in another template an element is found back by its words."""
    heeft_structuur = bool(oud.inhoud.structuur and nieuw.inhoud.structuur)
    was, werd = (list(elementen(uitgave, per_deel=heeft_structuur)) for uitgave in (oud, nieuw))
    paren = _paar(was, werd)
    gevonden = {id(partner) for partner in paren.values()}
    veranderingen: list[Verandering] = []
    for element in werd:
        partner = paren.get(element.sleutel)
        if partner is None:
            veranderingen.append(_verandering(Soort.NIEUW, element, "", element.woorden))
        elif partner.woorden != element.woorden:
            veranderingen.append(_verandering(Soort.GEWIJZIGD, element, partner.woorden, element.woorden))
    veranderingen += [
        _verandering(Soort.VERVALLEN, element, element.woorden, "") for element in was if id(element) not in gevonden
    ]
    gewijzigd = sum(verandering.soort is Soort.GEWIJZIGD for verandering in veranderingen)
    return Verschil(
        veranderingen=tuple(veranderingen),
        gelijk=len(paren) - gewijzigd,
        is_zelfde_sjabloon=oud.sjabloon.code == nieuw.sjabloon.code,
    )


def elementen(uitgave: Uitgave, *, per_deel: bool) -> Iterator[Element]:
    """Everything an edition says, in words; what is blank says nothing.

    The ondersteuningsstructuur counts `per_deel`, or else as one thing: so a first drawing is one piece of news.
    """
    structuur = _structuur(uitgave) if per_deel else _hele_structuur(uitgave)
    alle = (*_rijen(uitgave), *structuur, *_teksten(uitgave), *_doelen(uitgave), *_velden(uitgave))
    return (element for element in alle if element.woorden)


def woordverschil(oud: str, nieuw: str) -> tuple[Stukje, ...]:
    """Two texts in one, word by word; long stretches that stayed the same are shortened."""
    was, werd = _WOORD.findall(oud), _WOORD.findall(nieuw)
    kaal_was, kaal_werd = [woord.strip() for woord in was], [woord.strip() for woord in werd]
    stappen = SequenceMatcher(None, kaal_was, kaal_werd, autojunk=False).get_opcodes()
    stukjes: list[Stukje] = []
    for plaats, (stap, van, tot, vanaf, tot_en) in enumerate(stappen):
        if stap == "equal":
            randen = (plaats > 0, plaats < len(stappen) - 1)
            stukjes += _kort(werd[vanaf:tot_en], *randen)
            continue
        if was[van:tot]:
            stukjes.append(Stukje(soort="weg", tekst="".join(was[van:tot]).strip()))
        if werd[vanaf:tot_en]:
            stukjes.append(Stukje(soort="nieuw", tekst="".join(werd[vanaf:tot_en]).strip()))
    return tuple(stukjes)


def rijwoorden(tabel: Tabel, rij: Tabelrij) -> str:
    """A row in words: its value or its marks, then amount, period and remark."""
    delen = [waardetekst(tabel, rij.waarde)] if rij.waarde else []
    for kolom in tabel.kolommen:
        cel = rij.cellen.get(kolom.code)
        if kolom.soort not in {Kolomsoort.MERK, Kolomsoort.JA_NEE} and isinstance(cel, str) and cel.strip(" -–"):
            delen.append(cel.strip())
    if rij.opmerking:
        delen.append(rij.opmerking)
    return aaneen(delen)


def _kort(woorden: Sequence[str], heeft_voor: bool, heeft_na: bool) -> list[Stukje]:  # noqa: FBT001 -- two sides of one stretch
    """An unchanged stretch; of a long one only the words beside a change stay."""
    if len(woorden) <= RUIM:
        return [Stukje(soort="gelijk", tekst="".join(woorden).strip())]
    begin = "".join(woorden[:RAND]).strip() if heeft_voor else ""
    eind = "".join(woorden[-RAND:]).strip() if heeft_na else ""
    over = len(woorden) - (RAND if begin else 0) - (RAND if eind else 0)
    stukjes = [
        Stukje(soort="gelijk", tekst=begin),
        Stukje(soort="overgeslagen", tekst=str(over)),
        Stukje(soort="gelijk", tekst=eind),
    ]
    return [stukje for stukje in stukjes if stukje.tekst]


def _verandering(soort: Soort, element: Element, oud: str, nieuw: str) -> Verandering:
    is_lang = element.plek in {Plek.TEKST, Plek.REGIO, Plek.DOEL} and soort is Soort.GEWIJZIGD
    return Verandering(
        soort=soort,
        plek=element.plek,
        groep=element.groep,
        naam=element.naam,
        oud=oud,
        nieuw=nieuw,
        stukjes=woordverschil(oud, nieuw) if is_lang else (),
    )


def _paar(was: Sequence[Element], werd: Sequence[Element]) -> Mapping[str, Element]:
    """For each element of now the one it was: by key first, and then, each once, by what it is about."""
    paren: dict[str, Element] = {}
    for zoek in (_sleutel, _inhoudelijk):
        gebruikt = {id(partner) for partner in paren.values()}
        vrij = {zoek(element): element for element in reversed(was) if zoek(element) and id(element) not in gebruikt}
        for element in werd:
            if element.sleutel not in paren and zoek(element) in vrij:
                paren[element.sleutel] = vrij.pop(zoek(element))
    return paren


def _sleutel(element: Element) -> str:
    return element.sleutel


def _inhoudelijk(element: Element) -> str:
    return element.samen


def _rijen(uitgave: Uitgave) -> Iterator[Element]:
    for tabel in uitgave.sjabloon.tabellen():
        for rij in uitgave.inhoud.rijen(tabel.code):
            yield Element(
                sleutel=rij.sleutel,
                plek=Plek.AANBOD,
                groep=tabel.titel,
                naam=rij.label,
                woorden=rijwoorden(tabel, rij) or (rij.label if rij.rij is None else ""),
                samen=f"rij:{_kaal(rij.label)}",
            )


def _structuur(uitgave: Uitgave) -> Iterator[Element]:
    namen = {"mens": _("Mensen"), "overleg": _("Overleg"), "stap": _("Stappen")}
    tellers: dict[str, int] = {}
    for deel in uitgave.inhoud.structuur:
        sleutel = f"structuur:{deel.soort}:{_kaal(deel.naam)}"
        tellers[sleutel] = tellers.get(sleutel, 0) + 1
        woorden = aaneen((deel.rol, deel.toelichting))
        yield Element(
            sleutel=f"{sleutel}:{tellers[sleutel]}",
            plek=Plek.STRUCTUUR,
            groep=namen.get(deel.soort, deel.soort),
            naam=deel.naam,
            woorden=woorden or deel.naam,
        )


def _hele_structuur(uitgave: Uitgave) -> Iterator[Element]:
    delen = als_tekst(uitgave.inhoud.structuur) if uitgave.inhoud.structuur else ()
    yield Element(
        sleutel="structuur",
        plek=Plek.STRUCTUUR,
        groep="",
        naam=_("De ondersteuningsstructuur"),
        woorden="\n".join(f"{deel.kop}: {', '.join(deel.punten)}" for deel in delen),
    )


def _teksten(uitgave: Uitgave) -> Iterator[Element]:
    titels = {
        deel.code: deel.titel for deel in uitgave.sjabloon.onderdelen() if isinstance(deel, Prozatekst | VasteTekst)
    }
    for tekst in uitgave.inhoud.teksten:
        titel = titels.get(tekst.code, tekst.code)
        yield Element(
            sleutel=tekst.sleutel,
            plek=Plek.REGIO if tekst.is_vast else Plek.TEKST,
            groep="",
            naam=titel,
            woorden=tekst.tekst.strip(),
            samen=f"tekst:{_kaal(titel)}",
        )


def _doelen(uitgave: Uitgave) -> Iterator[Element]:
    for doel in uitgave.doelen:
        delen = ((doel.doel, ""), (doel.actie, "Actie: "), (doel.evaluatie, "Terugblik: "))
        yield Element(
            sleutel=f"doel:{_kaal(doel.doel)}",
            plek=Plek.DOEL,
            groep="",
            naam=doel.doel,
            woorden="\n".join(f"{begin}{woorden}" for woorden, begin in delen if woorden),
        )


def _velden(uitgave: Uitgave) -> Iterator[Element]:
    velden = {deel.code: deel for deel in uitgave.sjabloon.onderdelen() if isinstance(deel, Veld)}
    for veld in uitgave.inhoud.velden:
        if veld.veld in velden and veld.waarde:
            yield Element(
                sleutel=veld.sleutel,
                plek=Plek.GEGEVENS,
                groep="",
                naam=velden[veld.veld].label,
                woorden=veldtekst(veld.waarde, velden[veld.veld].soort),
            )


def _kaal(tekst: str) -> str:
    return " ".join("".join(teken if teken.isalnum() else " " for teken in tekst.casefold()).split())
