"""The parts of a working copy in the order of its template, as the profile page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from passend.begrippen.profielinhoud import Structuurdeel
from passend.begrippen.sjabloon import Figuur, Prozatekst, Sectie, Sjabloon, Tabel, VasteTekst, Veld
from passend.documenten.zetten.structuurtekening import teken
from passend.profielen.queries.team import Rijstand
from passend.profielen.queries.werk import STRUCTUUR, Onderbouwingsregel, Onderdeel
from passend.regels.leeftijd import is_oud
from passend.web.verzoek import Bezoek


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One editable thing: the stored row, the part of the template it belongs to, and what hangs on it."""

    onderdeel: Onderdeel
    deel: Veld | Prozatekst | Tabel
    soort: str
    titel: str
    onderbouwingen: list[Onderbouwingsregel]
    stand: Rijstand | None = None
    op: date | None = None
    is_oud: bool = False

    @property
    def dom_id(self) -> str:
        """An id that is valid in a page."""
        return dom_id(self.onderdeel.sleutel)

    @property
    def is_zonder_soort(self) -> bool:
        """True for a row of the school's own that nobody can find, for it has no kind of support."""
        inhoud = self.onderdeel.inhoud
        return isinstance(self.deel, Tabel) and inhoud["rij"] is None and not inhoud["soort_ondersteuning"]

    @property
    def is_zonder_onderbouwing(self) -> bool:
        """True for a row that claims something and shows nothing for it."""
        vraagt = isinstance(self.deel, Tabel) and self.deel.vraagt_onderbouwing
        return vraagt and not self.onderbouwingen and self.onderdeel.inhoud["waarde"] is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nakijkgroep:
    """What somebody says of at once that it is still right: the rows of a table, or the texts of a section."""

    code: str
    titel: str
    elementen: list[Element]

    @property
    def oudste(self) -> date | None:
        """The day from which the oldest of it counts."""
        return min((element.op for element in self.elementen if element.op), default=None)

    @property
    def is_oud(self) -> bool:
        """True when something of it was last looked at more than a year ago."""
        return any(element.is_oud for element in self.elementen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """A part of a section: its elements, or a fixed text or picture."""

    soort: str
    deel: Any
    elementen: list[Element]
    tekst: str = ""


def dom_id(sleutel: str) -> str:
    """An id that is valid in a page."""
    return "o-" + "".join(teken if teken.isalnum() else "-" for teken in sleutel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bouwstenen:
    """Everything the page is made of, read once."""

    sjabloon: Sjabloon
    onderdelen: dict[str, Onderdeel]
    onderbouwingen: dict[str, list[Onderbouwingsregel]]
    standen: dict[str, Rijstand]
    dagen: Mapping[str, date]
    peildatum: date | None

    def element(self, sleutel: str, deel: Veld | Prozatekst | Tabel) -> Element:
        """The element with a key."""
        onderdeel = self.onderdelen[sleutel]
        # a field has no age to a reader, and no button to say that it is still right
        peildatum = None if isinstance(deel, Veld) else self.peildatum
        return Element(
            onderdeel=onderdeel,
            deel=deel,
            soort=sleutel.split(":", 1)[0],
            titel=onderdeel.inhoud["label"] if isinstance(deel, Tabel) else _titel(deel),
            onderbouwingen=self.onderbouwingen.get(sleutel, []),
            stand=self.standen.get(sleutel),
            op=self.dagen.get(sleutel),
            is_oud=peildatum is not None and is_oud(self.dagen.get(sleutel), peildatum),
        )

    def zoek(self, sleutel: str) -> Element | None:
        """The element with a key wherever it stands; None when it is not (any more) in the profile."""
        if sleutel not in self.onderdelen or ":" not in sleutel:
            return None
        soort, code = sleutel.split(":", 2)[:2]
        klasse = {"veld": Veld, "tekst": Prozatekst, "rij": Tabel}.get(soort)
        delen = [
            deel for deel in self.sjabloon.onderdelen() if klasse and isinstance(deel, klasse) and deel.code == code
        ]
        return self.element(sleutel, delen[0]) if delen and isinstance(delen[0], Veld | Prozatekst | Tabel) else None

    def structuur(self) -> tuple[Structuurdeel, ...]:
        """The people, meetings and steps that were entered."""
        onderdeel = self.onderdelen.get(STRUCTUUR)
        return tuple(Structuurdeel(**deel) for deel in onderdeel.inhoud["delen"]) if onderdeel else ()

    def blokken(self, sectie: Sectie, bezoek: Bezoek) -> list[Blok]:
        """The parts of a section in order."""
        return [blok for deel in sectie.onderdelen if (blok := self._blok(deel, bezoek)) is not None]

    def _blok(self, deel: Any, bezoek: Bezoek) -> Blok | None:
        if isinstance(deel, VasteTekst):
            return Blok(soort="vast", deel=deel, elementen=[], tekst=deel.tekst_op(bezoek.vandaag))
        if isinstance(deel, Figuur):
            delen = self.structuur()
            return Blok(soort="figuur", deel=deel, elementen=[], tekst=teken(delen) if delen else "")
        if isinstance(deel, Tabel):
            begin = f"rij:{deel.code}:"
            rijen = [self.element(sleutel, deel) for sleutel in self.onderdelen if sleutel.startswith(begin)]
            return Blok(soort="tabel", deel=deel, elementen=rijen)
        sleutel = f"{'veld' if isinstance(deel, Veld) else 'tekst'}:{deel.code}"
        if sleutel not in self.onderdelen:
            return None
        return Blok(soort="element", deel=deel, elementen=[self.element(sleutel, deel)])


def nakijkgroepen(sectie: Sectie, blokken: list[Blok]) -> dict[str, Nakijkgroep]:
    """What of a section is confirmed at once, by a code that is also its place in the page."""
    groepen = [
        Nakijkgroep(code=f"t-{blok.deel.code}", titel=blok.deel.titel, elementen=blok.elementen)
        for blok in blokken
        if blok.soort == "tabel"
    ]
    teksten = [element for blok in blokken for element in blok.elementen if element.soort == "tekst"]
    groepen.append(Nakijkgroep(code=f"s-{sectie.code}", titel=sectie.titel, elementen=teksten))
    return {groep.code: groep for groep in groepen if groep.elementen}


def _titel(deel: Veld | Prozatekst) -> str:
    return deel.label if isinstance(deel, Veld) else deel.titel
