"""The ondersteuningsstructuur as a drawing a parent understands, and the same in words.

The child is in the middle. Around it lie rings, one in the other, with the people and the meetings above and below
what is inside; the numbered steps go outward, one ring at a time. Everything stands in rows with a fixed width, so that
labels never overlap and the drawing fits a page and a phone. Colours are CSS custom properties with a fallback; in
print, where those do not exist, the fallback stands alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from passend.begrippen.profielinhoud import Structuurdeel
from passend.documenten.zetten.woorden import schoon

KIND: Final = "Het kind"
KLEUREN: Final[Mapping[str, str]] = {
    "inkt": "#1d2733",
    "stil": "#55606e",
    "vlak": "#ffffff",
    "lijn": "#8fa5a6",
    "kring-1": "#e3efee",
    "kring-2": "#f4f8f7",
    "accent": "#0b5d5e",
    "op-accent": "#ffffff",
}
_LETTER: Final = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, sans-serif"
_GROOT, _KLEIN, _KLEINST = 17.0, 14.5, 12.0
_REGEL: Final = 1.22
_KAART: Final = 164.0
_TUSSEN: Final = 12.0
_PER_RIJ: Final = 3
_RAND: Final = 16.0
_KIND: Final = 52.0
_STAPHOOGTE: Final = 30.0
_SMALLE_LETTERS: Final = frozenset("iljtfr.,:;'‘’|!()[]I/ ")
_BREDE_LETTERS: Final = frozenset("mwMW@%&")
_KRINGNAMEN: Final = ("", "Dicht bij het kind", "Daaromheen", "Verder weg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstdeel:
    """A heading with a list; numbered when the order is what matters."""

    kop: str
    punten: tuple[str, ...]
    is_genummerd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Regels:
    """Lines of text of one size."""

    regels: tuple[str, ...]
    grootte: float

    @property
    def hoogte(self) -> float:
        """How high they stand."""
        return len(self.regels) * self.grootte * _REGEL


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """A label: a name and, smaller, a role."""

    naam: Regels
    rol: Regels
    is_overleg: bool

    @property
    def hoogte(self) -> float:
        """How high the box is."""
        return 20 + self.naam.hoogte + self.rol.hoogte


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezet:
    """A label with its place: the left top corner of its box."""

    kaart: Kaart
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kring:
    """A ring: half its width and its height on both sides of the child, its labels and the steps that it stands for."""

    nummer: int
    half: float
    boven: float
    onder: float
    kaarten: tuple[Gezet, ...]
    stappen: tuple[tuple[int, str], ...]


def als_tekst(delen: Sequence[Structuurdeel]) -> tuple[Tekstdeel, ...]:
    """The drawing in words: who stands where, and the steps in their order."""
    uit = [Tekstdeel(kop="In het midden", punten=(_kind(delen),))]
    for plek, ring in enumerate(_ringen(delen), 1):
        mensen = tuple(_woorden(deel) for deel in _op_ring(delen, ring))
        naam = _KRINGNAMEN[plek] if plek < len(_KRINGNAMEN) else f"Nog verder weg (kring {plek})"
        if mensen:
            uit.append(Tekstdeel(kop=naam, punten=mensen))
    stappen = tuple(_woorden(deel) for deel in _stappen(delen))
    return (*uit, Tekstdeel(kop="De stappen", punten=stappen, is_genummerd=True)) if stappen else tuple(uit)


def teken(
    delen: Sequence[Structuurdeel],
    *,
    voor_druk: bool = False,
    accent: str = KLEUREN["accent"],
    voorvoegsel: str = "structuur",
) -> str:
    """The drawing as SVG; `voorvoegsel` keeps its ids apart from others on the same page."""
    kringen = plaats(delen)
    buiten = kringen[-1] if kringen else None
    half = (buiten.half if buiten else _KIND) + 2
    boven, onder = (buiten.boven, buiten.onder) if buiten else (_KIND, _KIND)
    legenda, legendahoogte = _legenda(delen, -half + 4, onder + 20, 2 * half - 8)
    beschrijving = "; ".join(f"{deel.kop}: {', '.join(deel.punten)}" for deel in als_tekst(delen))
    hoogte = boven + onder + 4 + legendahoogte
    begin = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-half:.0f} {-boven - 2:.0f} {2 * half:.0f} {hoogte:.0f}" '
        f'role="img" lang="nl" font-family="{_LETTER}" '
        f'aria-labelledby="{voorvoegsel}-titel {voorvoegsel}-tekst">'
    )
    stukken = [
        begin,
        f'<title id="{voorvoegsel}-titel">De ondersteuningsstructuur van de school</title>',
        f'<desc id="{voorvoegsel}-tekst">{_letterlijk(beschrijving)}</desc>',
        *(stuk for kring in reversed(kringen) for stuk in _kring(kring)),
        *_midden(_kind(delen)),
        *(stuk for kring in kringen for gezet in kring.kaarten for stuk in _kaart(gezet)),
        *legenda,
        "</svg>",
    ]
    svg = "".join(stukken)
    for naam, kleur in {**KLEUREN, "accent": accent}.items():
        svg = svg.replace(f'"kleur:{naam}"', f'"{kleur}"' if voor_druk else f'"var(--tekening-{naam}, {kleur})"')
    return svg


def plaats(delen: Sequence[Structuurdeel]) -> tuple[Kring, ...]:
    """Every ring around what is inside it: half of its labels above, half below."""
    kringen: list[Kring] = []
    half = boven = onder = _KIND
    genummerd = list(enumerate(_stappen(delen), 1))
    for ring in _ringen(delen):
        kaarten = [_maak_kaart(deel) for deel in _op_ring(delen, ring)]
        stappen = tuple((nummer, deel.naam) for nummer, deel in genummerd if max(deel.ring, 1) == ring)
        midden = (len(kaarten) + 1) // 2
        boven_rijen, onder_rijen = _rijen(kaarten[:midden]), _rijen(kaarten[midden:])
        half = max(half, *(_breedte(rij) / 2 for rij in (*boven_rijen, *onder_rijen)), _stapbreedte(stappen)) + _RAND
        gezet = [*_zet(boven_rijen, -boven - _TUSSEN - _hoogte(boven_rijen)), *_zet(onder_rijen, onder + _TUSSEN)]
        boven += _hoogte(boven_rijen) + _TUSSEN + _RAND + _STAPHOOGTE * len(stappen)
        onder += _hoogte(onder_rijen) + _TUSSEN + (_RAND if onder_rijen else 0)
        kringen.append(Kring(nummer=ring, half=half, boven=boven, onder=onder, kaarten=tuple(gezet), stappen=stappen))
    return tuple(kringen)


def tekstbreedte(tekst: str, grootte: float) -> float:
    """A safe estimate of the width of a line of text."""
    return grootte * sum(
        0.32 if letter in _SMALLE_LETTERS else 0.86 if letter in _BREDE_LETTERS else 0.68 if letter.isupper() else 0.54
        for letter in tekst
    )


def breek(tekst: str, breedte: float, grootte: float) -> Regels:
    """Lines that fit a width: smaller letters for a long word, and only then a cut through it."""
    woorden = tekst.replace("/", "/ ").split()
    while grootte > _KLEINST and any(tekstbreedte(woord, grootte) > breedte for woord in woorden):
        grootte -= 0.5
    regels: list[str] = []
    stukken = [stuk for woord in woorden for stuk in _knip(woord, breedte, grootte)]
    for woord in stukken:
        lijm = "" if regels and regels[-1].endswith("/") else " "
        samen = f"{regels[-1]}{lijm}{woord}" if regels else woord
        if regels and not regels[-1].endswith("-") and tekstbreedte(samen, grootte) <= breedte:
            regels[-1] = samen
        else:
            regels.append(woord)
    return Regels(regels=tuple(regels), grootte=grootte)


def _knip(woord: str, breedte: float, grootte: float) -> Iterator[str]:
    rest = woord
    while tekstbreedte(rest, grootte) > breedte:
        knip = max((n for n in range(1, len(rest)) if tekstbreedte(rest[:n] + "-", grootte) <= breedte), default=1)
        yield rest[:knip] + "-"
        rest = rest[knip:]
    yield rest


def _kind(delen: Sequence[Structuurdeel]) -> str:
    return ", ".join(deel.naam for deel in delen if deel.ring <= 0 and deel.soort != "stap") or KIND


def _op_ring(delen: Sequence[Structuurdeel], ring: int) -> tuple[Structuurdeel, ...]:
    return tuple(deel for deel in delen if deel.soort != "stap" and deel.ring == ring)


def _stappen(delen: Sequence[Structuurdeel]) -> tuple[Structuurdeel, ...]:
    return tuple(deel for deel in delen if deel.soort == "stap")


def _ringen(delen: Sequence[Structuurdeel]) -> list[int]:
    return sorted({max(deel.ring, 1) for deel in delen if deel.ring > 0 or deel.soort == "stap"})


def _woorden(deel: Structuurdeel) -> str:
    rol = f" ({deel.rol})" if deel.rol else ""
    return f"{deel.naam}{rol}" + (f": {deel.toelichting}" if deel.toelichting else "")


def _maak_kaart(deel: Structuurdeel) -> Kaart:
    return Kaart(
        naam=breek(deel.naam, _KAART - 20, _GROOT),
        rol=breek(deel.rol, _KAART - 20, _KLEIN),
        is_overleg=deel.soort == "overleg",
    )


def _rijen(kaarten: Sequence[Kaart]) -> list[Sequence[Kaart]]:
    aantal = -(-len(kaarten) // _PER_RIJ)
    per_rij = -(-len(kaarten) // aantal) if aantal else 1
    return [kaarten[begin : begin + per_rij] for begin in range(0, len(kaarten), per_rij)]


def _breedte(rij: Sequence[Kaart]) -> float:
    return len(rij) * (_KAART + _TUSSEN) - _TUSSEN


def _hoogte(rijen: Sequence[Sequence[Kaart]]) -> float:
    return sum(max(kaart.hoogte for kaart in rij) for rij in rijen) + _TUSSEN * max(len(rijen) - 1, 0)


def _stapbreedte(stappen: Sequence[tuple[int, str]]) -> float:
    return max((tekstbreedte(naam, _GROOT) / 2 + 24 for _, naam in stappen), default=0)


def _zet(rijen: Sequence[Sequence[Kaart]], y: float) -> Iterator[Gezet]:
    for rij in rijen:
        hoogte = max(kaart.hoogte for kaart in rij)
        for plek, kaart in enumerate(rij):
            x = -_breedte(rij) / 2 + plek * (_KAART + _TUSSEN)
            yield Gezet(kaart=kaart, x=x, y=y + (hoogte - kaart.hoogte) / 2)
        y += hoogte + _TUSSEN


def _kring(kring: Kring) -> Iterator[str]:
    tint = "kring-1" if kring.nummer % 2 else "kring-2"
    yield (
        f'<rect x="{-kring.half:.1f}" y="{-kring.boven:.1f}" width="{2 * kring.half:.1f}" '
        f'height="{kring.boven + kring.onder:.1f}" rx="34" fill="kleur:{tint}" stroke="kleur:lijn" stroke-width="1"/>'
    )
    for plek, (nummer, naam) in enumerate(kring.stappen):
        y = -kring.boven + 8 + _STAPHOOGTE * (plek + 0.5)
        links = -(tekstbreedte(naam, _GROOT) + 36) / 2
        yield from _merk(nummer, links + 13, y)
        yield from _schrijf(Regels(regels=(naam,), grootte=_GROOT), (links + 34, y), (700, "accent"), "start")


def _midden(naam: str) -> Iterator[str]:
    yield f'<circle r="{_KIND - 6:.0f}" fill="kleur:accent"/>'
    yield from _schrijf(breek(naam, 80, _GROOT), (0, 0), (700, "op-accent"))


def _kaart(gezet: Gezet) -> Iterator[str]:
    kaart = gezet.kaart
    rond = 5 if kaart.is_overleg else min(kaart.hoogte / 2, 24)
    streep = ' stroke-dasharray="5 3"' if kaart.is_overleg else ""
    yield (
        f'<rect x="{gezet.x:.1f}" y="{gezet.y:.1f}" width="{_KAART:.0f}" height="{kaart.hoogte:.1f}" '
        f'rx="{rond:.0f}" fill="kleur:vlak" stroke="kleur:accent" stroke-width="1.5"{streep}/>'
    )
    x, y = gezet.x + _KAART / 2, gezet.y + 10
    yield from _schrijf(kaart.naam, (x, y + kaart.naam.hoogte / 2), (600, "inkt"))
    yield from _schrijf(kaart.rol, (x, y + kaart.naam.hoogte + kaart.rol.hoogte / 2), (400, "stil"))


def _schrijf(
    tekst: Regels, midden: tuple[float, float], letter: tuple[int, str], anker: str = "middle"
) -> Iterator[str]:
    dikte, kleur = letter
    eerste = midden[1] - tekst.hoogte / 2 + tekst.grootte * 0.95
    for nummer, regel in enumerate(tekst.regels):
        yield (
            f'<text x="{midden[0]:.1f}" y="{eerste + nummer * tekst.grootte * _REGEL:.1f}" '
            f'font-size="{tekst.grootte:g}" font-weight="{dikte}" text-anchor="{anker}" fill="kleur:{kleur}">'
            f"{_letterlijk(regel)}</text>"
        )


def _letterlijk(tekst: str) -> str:
    """Words as XML; quotes too, so that no word is taken for a colour of the drawing."""
    return escape(schoon(tekst), quote=False).replace('"', "&quot;")


def _merk(nummer: int, x: float, y: float) -> Iterator[str]:
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="12" fill="kleur:accent"/>'
    yield from _schrijf(Regels(regels=(str(nummer),), grootte=15), (x, y), (700, "op-accent"))


def _legenda(delen: Sequence[Structuurdeel], links: float, boven: float, breedte: float) -> tuple[list[str], float]:
    """The steps with what happens in them, and what the two shapes of label mean."""
    stukken: list[str] = []
    y = boven
    for nummer, deel in enumerate(_stappen(delen), 1):
        naam = breek(deel.naam, breedte - 40, _GROOT)
        uitleg = breek(": ".join(woord for woord in (deel.rol, deel.toelichting) if woord), breedte - 40, _KLEIN)
        stukken += _merk(nummer, links + 12, y + 11)
        stukken += _schrijf(naam, (links + 34, y + naam.hoogte / 2), (600, "inkt"), "start")
        stukken += _schrijf(uitleg, (links + 34, y + naam.hoogte + uitleg.hoogte / 2), (400, "stil"), "start")
        y += naam.hoogte + uitleg.hoogte + 12
    if any(deel.soort == "overleg" for deel in delen):
        woorden = breek("Ronde hoeken: mensen. Rechte hoeken en streepjes: een overleg.", breedte, _KLEIN)
        stukken += _schrijf(woorden, (links, y + woorden.hoogte / 2), (400, "stil"), "start")
        y += woorden.hoogte + 6
    return stukken, y - boven + (20 if stukken else 0)
