"""What goes along in an onderwijskundig rapport, and what must be there before it leaves.

The decree is a closed list: a part, a kind of thing or a field that it does not name is left out, whatever the file
holds. Parents are told of the report one by one, with proof, before it is sent.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from passend.begrippen.overstap import Akkoord, Kanaal
from passend.begrippen.rubriek import Rubriek
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.parameterbestand import load_parameters

ONDERDELEN = ("schoolverleden", "gedrag", "begeleiding", "verzuim")
CONTACT = "contact"
BESLUITEN, PLANREGELS = "besluiten", ("planregels", "oppregels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Okronderdeel:
    """A part of the report: what the school describes itself, what comes from the file, and where the law says so."""

    code: str
    wat: str
    teksten: tuple[str, ...]
    rubrieken: tuple[str, ...]
    vindplaats: Vindplaats


def okr_onderdelen(peildatum: date) -> list[Okronderdeel]:
    """The parts of a report that is written on a day.

    >>> [deel.code for deel in okr_onderdelen(date(2026, 11, 25))]
    ['schoolverleden', 'gedrag', 'begeleiding', 'verzuim']

    Raises:
        GeenWaardeError: there is no rule for that day.
    """
    alle = load_parameters("okr")
    delen = []
    for code in ONDERDELEN:
        waarde = alle[code].op(peildatum)
        delen.append(
            Okronderdeel(
                code=code,
                wat=alle[code].wat,
                teksten=tuple(waarde.feiten["teksten"]),
                rubrieken=tuple(_velden(waarde.feiten["velden"])),
                vindplaats=waarde.vindplaats,
            )
        )
    return delen


def alleen_toegestaan(code: str, rubrieken: Collection[Rubriek], peildatum: date) -> list[Rubriek]:
    """What of the file may be in a part of the report: the kinds and the fields that the decree allows, no other.

    >>> verzuim = Rubriek(naam="relatief_verzuim", kop="Verzuim", velden={"op": "Op", "reden": "Reden"},
    ...     regels=[{"op": "2026-10-01", "reden": "uitgeslapen"}])
    >>> alleen_toegestaan("verzuim", [verzuim], date(2026, 11, 25))[0].regels
    [{'op': '2026-10-01'}]
    """
    lijst = _velden(load_parameters("okr")[code].op(peildatum).feiten["velden"])
    uit = []
    for rubriek in rubrieken:
        toegestaan = lijst.get(rubriek.naam, ())
        velden = {veld: naam for veld, naam in rubriek.velden.items() if veld in toegestaan}
        if not velden:
            continue
        regels = [{veld: regel.get(veld) for veld in velden} for regel in rubriek.regels]
        uit.append(replace(rubriek, velden=velden, regels=regels))
    return uit


def besluitmerk(besluit: Mapping[str, object]) -> str:
    """What tells a decision of a meeting from the others; of one that gets other words nobody chose that it goes along.

    >>> eerst = {"op": "2026-10-05T14:00+02:00", "wat": "Leesgroepje"}
    >>> besluitmerk(eerst) == besluitmerk({**eerst, "gedaan_op": "2026-11-02"}), len(besluitmerk(eerst))
    (True, 16)
    """
    return hashlib.sha256(f"{besluit.get('op')}\n{besluit.get('wat')}".encode()).hexdigest()[:16]


def besluiten_van_plan(rubrieken: Collection[Rubriek]) -> set[str]:
    """The decisions that became a line of a plan, in the same words: those go along until somebody chooses otherwise.

    In a meeting more is said than the next school may read: only guidance, and of what happens at home only what
    counts for school (Besluit uitwisseling leer- en begeleidingsgegevens 6).
    """
    regels = {naam: een.regels for een in rubrieken for naam in [een.naam]}
    van_plan = {_kaal(regel["aanpak"]) for naam in PLANREGELS for regel in regels.get(naam, ())}
    return {besluitmerk(een) for een in regels.get(BESLUITEN, ()) if _kaal(een["wat"]) in van_plan}


def _kaal(tekst: object) -> str:
    return " ".join(str(tekst or "").casefold().split()).rstrip(".")


def _velden(regels: Collection[str]) -> dict[str, list[str]]:
    """The fields of each kind of thing, as `verzuim: op uren` says them."""
    return {naam: velden.split() for naam, velden in (regel.split(": ") for regel in regels)}


def verzuimperiode(geschreven_op: date) -> tuple[date, date]:
    """The days of which unauthorised absence may be told: the year before the day of writing.

    >>> verzuimperiode(date(2026, 11, 25))
    (datetime.date(2025, 11, 25), datetime.date(2026, 11, 24))
    """
    try:
        begin = geschreven_op.replace(year=geschreven_op.year - 1)
    except ValueError:  # 29 February
        begin = geschreven_op.replace(year=geschreven_op.year - 1, month=3, day=1)
    return begin, geschreven_op - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzendfeiten:
    """What is known before a report leaves."""

    is_vastgesteld: bool
    naar_school: str
    ouders_geinformeerd_op: date | None
    kanaal: str
    kopie_op: date | None
    is_reactie_gevraagd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderlezing:
    """What one parent with authority did with the report on their own page."""

    naam: str
    gelezen_op: date | None = None
    akkoord: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oudersgezegd:
    """That the parents were told, how, when they had the report itself, and what they say of it."""

    geinformeerd_op: date | None = None
    kanaal: str = ""
    kopie_op: date | None = None
    akkoord: str = ""
    opmerking: str = ""


def samen_gezegd(genoteerd: Oudersgezegd, lezingen: Sequence[Ouderlezing]) -> Oudersgezegd:
    """What the school noted and what parents did on their own page, taken together.

    A page that every parent with authority read is proof that each was told and has the report; what the school noted
    of a talk or a letter is proof too. Who disagrees is never outvoted, and the words of each go along with their name.

    >>> gelezen = [Ouderlezing(naam="Ro", gelezen_op=date(2026, 11, 2), akkoord="Ja", opmerking="Mooi.")]
    >>> samen = samen_gezegd(Oudersgezegd(), gelezen)
    >>> (samen.geinformeerd_op, samen.kanaal, samen.akkoord, samen.opmerking)
    (datetime.date(2026, 11, 2), 'passend', 'Ja', 'Ro: Mooi.')
    """
    woorden = [genoteerd.opmerking, *(f"{een.naam}: {een.opmerking}" for een in lezingen if een.opmerking)]
    gezegd = [een.akkoord or Akkoord.ONBEKEND for een in lezingen if een.gelezen_op is not None]
    gezegd += [genoteerd.akkoord] if genoteerd.akkoord else []
    samen = replace(genoteerd, opmerking="\n\n".join(filter(None, woorden)))
    dagen = [een.gelezen_op for een in lezingen if een.gelezen_op is not None]
    heeft_elk = bool(dagen) and len(dagen) == len(lezingen)
    if genoteerd.geinformeerd_op is None and heeft_elk:
        laatste = max(dagen)
        samen = replace(samen, geinformeerd_op=laatste, kanaal=Kanaal.PASSEND.value, kopie_op=laatste)
    return replace(samen, akkoord=_samen_eens(gezegd) if samen.geinformeerd_op is not None else "")


def _samen_eens(gezegd: Collection[str]) -> str:
    if Akkoord.NEE in gezegd:
        return Akkoord.NEE.value
    return Akkoord.JA.value if set(gezegd) == {Akkoord.JA} else Akkoord.ONBEKEND.value


def wat_nog_moet(feiten: Verzendfeiten, *, peildatum: date) -> Sequence[str]:
    """Why a report may not leave yet, each with what to do; empty when it may.

    >>> wat_nog_moet(Verzendfeiten(is_vastgesteld=True, naar_school="De Kiem", kanaal="gesprek",
    ...     ouders_geinformeerd_op=date(2026, 11, 2), kopie_op=date(2026, 11, 2), is_reactie_gevraagd=True),
    ...     peildatum=date(2026, 11, 3))
    []
    """
    redenen = []
    if not feiten.is_vastgesteld:
        redenen.append("Het rapport is nog niet vastgesteld. De directeur doet dat, na overleg met het team.")
    if not feiten.naar_school.strip():
        redenen.append("Er staat nog niet in naar welke school de leerling gaat. Vul die school in.")
    if feiten.ouders_geinformeerd_op is None or not feiten.kanaal:
        redenen.append(
            "De ouders zijn nog niet geïnformeerd. Wacht tot elk van hen het las, of leg vast wanneer en hoe het ging."
        )
    elif feiten.ouders_geinformeerd_op > peildatum:
        redenen.append("De dag waarop de ouders worden geïnformeerd moet nog komen. Wacht tot dat is gebeurd.")
    if feiten.kopie_op is None:
        redenen.append("De ouders hebben nog geen afschrift. Geef het en leg de dag vast (WPO 42 lid 1).")
    elif feiten.kopie_op > peildatum:
        redenen.append("De dag van het afschrift moet nog komen. Wacht tot de ouders het hebben.")
    if not feiten.is_reactie_gevraagd:
        redenen.append("Er staat nog niet in wat de ouders ervan vinden. Vraag het en leg hun antwoord vast.")
    return redenen


def contactregel(peildatum: date) -> Vindplaats:
    """Where it says that schools talk before one decides on a pupil of the other: an agreement, no law.

    >>> contactregel(date(2026, 11, 25)).is_beleid
    True
    """
    return load_parameters("okr")[CONTACT].op(peildatum).vindplaats
