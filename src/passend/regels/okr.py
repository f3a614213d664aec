"""What goes along in an onderwijskundig rapport, and what must be there before it leaves.

The decree is a closed list: a part, a kind of thing or a field that it does not name is left out, whatever the file
holds. Parents are told of the report one by one, with proof, before it is sent.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from passend.begrippen.overstap import Akkoord
from passend.begrippen.rubriek import Rubriek
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.parameterbestand import GeenWaardeError, load_parameters
from passend.regels.verslag import is_verslag

ONDERDELEN = ("schoolverleden", "gedrag", "begeleiding", "verzuim")
REACTIETIJD = timedelta(days=7)
"""How long a parent has before the report goes without an answer; no law says how long, but an evening is too short."""
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
    return " ".join(str(tekst).casefold().split()).rstrip(".")


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
class Ouderlezing:
    """What is known of one parent and the report: told, given a copy, and what they say of it.

    `is_bewezen` is true when the file shows that they were told; `is_genoteerd` of an answer that the school wrote
    down; `heeft_gezag` of who has authority now.
    """

    naam: str
    geinformeerd_op: date | None = None
    kanaal: str = ""
    is_bewezen: bool = False
    kopie_op: date | None = None
    akkoord: str = ""
    opmerking: str = ""
    is_genoteerd: bool = False
    heeft_gezag: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Oudersgezegd:
    """That the parents were told, how, when they had the report itself, and what they say of it."""

    geinformeerd_op: date | None = None
    kanaal: str = ""
    kopie_op: date | None = None
    akkoord: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzendfeiten:
    """What is known before a report leaves."""

    is_vastgesteld: bool
    naar_school: str
    ouders: Sequence[Ouderlezing]


def samen_gezegd(lezingen: Sequence[Ouderlezing]) -> Oudersgezegd:
    """What is known of each parent, taken together: told on the last of the days, once each of them was.

    Who disagrees is never outvoted, and the words of each go along with their name.

    >>> samen = samen_gezegd([Ouderlezing(naam="Ro", geinformeerd_op=date(2026, 11, 2), kanaal="passend",
    ...     kopie_op=date(2026, 11, 2), akkoord="Ja", opmerking="Mooi.")])
    >>> (samen.geinformeerd_op, samen.kanaal, samen.akkoord, samen.opmerking)
    (datetime.date(2026, 11, 2), 'passend', 'Ja', 'Ro: Mooi.')
    """
    woorden = "\n\n".join(f"{een.naam}: {een.opmerking}" for een in lezingen if een.opmerking)
    tellend = [een for een in lezingen if een.heeft_gezag]
    dagen = [een.geinformeerd_op for een in tellend if een.geinformeerd_op is not None]
    kopieen = [een.kopie_op for een in tellend if een.kopie_op is not None]
    if not tellend or not len(tellend) == len(dagen) == len(kopieen):
        return Oudersgezegd(opmerking=woorden)
    laatste = max(dagen)
    return Oudersgezegd(
        geinformeerd_op=laatste,
        kanaal=next(een.kanaal for een in tellend if een.geinformeerd_op == laatste),
        kopie_op=max(kopieen),
        akkoord=_samen_eens([een.akkoord for een in lezingen if een.heeft_gezag or een.akkoord]),
        opmerking=woorden,
    )


def _samen_eens(gezegd: Collection[str]) -> str:
    if Akkoord.NEE in gezegd:
        return Akkoord.NEE.value
    return Akkoord.JA.value if set(gezegd) == {Akkoord.JA} else Akkoord.ONBEKEND.value


def wat_nog_moet(feiten: Verzendfeiten, *, peildatum: date) -> Sequence[str]:
    """Why a report may not leave yet, each with what to do; empty when it may.

    >>> ro = Ouderlezing(naam="Ro", geinformeerd_op=date(2026, 11, 2), kanaal="gesprek", is_bewezen=True,
    ...     kopie_op=date(2026, 11, 2), akkoord="Ja")
    >>> wat_nog_moet(Verzendfeiten(is_vastgesteld=True, naar_school="De Kiem", ouders=[ro]),
    ...     peildatum=date(2026, 11, 3))
    []
    """
    redenen = []
    if not feiten.is_vastgesteld:
        redenen.append("Het rapport is nog niet vastgesteld. De directeur doet dat, na overleg met het team.")
    if not feiten.naar_school.strip() and feiten.is_vastgesteld:
        redenen.append("Dit rapport is alleen voor het samenwerkingsverband. Begin een nieuw voor een andere school.")
    elif not feiten.naar_school.strip():
        redenen.append("Er staat nog niet in naar welke school de leerling gaat. Vul die school in.")
    tellend = [een for een in feiten.ouders if een.heeft_gezag]
    if not tellend:
        redenen.append("Er staat geen ouder met gezag in het dossier. Noteer daar eerst wie gezag heeft.")
    for ouder in tellend:
        redenen += _van_ouder(ouder, peildatum)
    return redenen


def wat_nog_moet_swv(feiten: Verzendfeiten) -> Sequence[str]:
    """Why a report may not go to the samenwerkingsverband yet: it stays within the own board, so no school is named.

    Inspection by the parents before sending belongs to a transfer to another school (overstapserviceonderwijs.nl), so
    nothing waits for them. That they hear of it, at the latest when it is sent (AVG 13), is asked beside it and closes
    nothing: `nog_te_vertellen` says of whom nobody knows that they did.

    >>> wat_nog_moet_swv(Verzendfeiten(is_vastgesteld=True, naar_school="", ouders=[]))
    []
    """
    if feiten.is_vastgesteld:
        return []
    return ["Het rapport is nog niet vastgesteld. De directeur doet dat, na overleg met het team."]


def nog_te_vertellen(feiten: Verzendfeiten, *, peildatum: date) -> list[str]:
    """The names of the parents with authority of whom it is not known that they heard of the report by a day.

    >>> nog_te_vertellen(Verzendfeiten(is_vastgesteld=True, naar_school="", ouders=[Ouderlezing(naam="Ro")]),
    ...     peildatum=date(2026, 11, 3))
    ['Ro']
    """
    return [
        een.naam
        for een in feiten.ouders
        if een.heeft_gezag and (een.geinformeerd_op is None or een.geinformeerd_op > peildatum)
    ]


def is_bewezen(*, las_zelf: bool, heeft_brief: bool, woorden: str) -> bool:
    """Whether the file shows that a parent was told: they read it on their own page, or there is a letter or words.

    The file must prove of each parent that they were told, by a letter or a report of the talk (Beleidsregel CBP
    BWBR0033236); what a parent said of it, written down, is such a report.

    >>> [is_bewezen(las_zelf=False, heeft_brief=False, woorden=woorden) for woorden in ("Prima.", "Fijn.", "...")]
    [True, False, False]
    """
    return las_zelf or heeft_brief or is_verslag(woorden)


def _van_ouder(ouder: Ouderlezing, peildatum: date) -> Iterator[str]:
    """Each parent is told by itself, at the latest when the report is sent (Beleidsregel CBP BWBR0033236)."""
    wie = ouder.naam
    if ouder.geinformeerd_op is None or not ouder.kanaal:
        yield f"{wie} is nog niet geïnformeerd. Wacht tot deze ouder het las, of leg vast wanneer en hoe het ging."
    elif ouder.geinformeerd_op > peildatum:
        yield f"De dag waarop {wie} wordt geïnformeerd moet nog komen. Wacht tot dat is gebeurd."
    elif not ouder.is_bewezen:
        yield (
            f"Het dossier laat nog niet zien dat {wie} het hoorde. Leg het opnieuw vast, met de brief of het verslag "
            "van het gesprek, of met wat deze ouder zei."
        )
    elif ouder.kopie_op is None:
        yield f"{wie} heeft nog geen afschrift. Geef het en leg de dag vast (WPO 42 lid 1)."
    elif ouder.kopie_op > peildatum:
        yield f"De dag van het afschrift voor {wie} moet nog komen. Wacht tot deze ouder het heeft."
    elif not ouder.akkoord:
        yield f"{wie} las het, en gaf nog geen antwoord. Vraag het, of leg vast dat er geen antwoord kwam."
    elif ouder.is_genoteerd and ouder.akkoord == Akkoord.ONBEKEND and ouder.kopie_op + REACTIETIJD > peildatum:
        vanaf = ouder.kopie_op + REACTIETIJD
        yield f"{wie} kan nog antwoorden tot {vanaf:%d-%m-%Y}. Wacht tot die dag, of vraag het nog eens."


def contactregel(samenwerkingsverband: str, peildatum: date) -> Vindplaats | None:
    """Where it says that schools of a region talk before one decides on a pupil of the other: an agreement, no law.

    It is the rule that a decision waits for too; None in a region that agreed nothing.

    >>> str(contactregel("PO2815", date(2026, 11, 25)))
    'afspraak in de regio Haaglanden'
    """
    parameter = load_parameters("toelating").get(f"contact_{samenwerkingsverband}")
    try:
        return parameter.op(peildatum).vindplaats if parameter else None
    except GeenWaardeError:
        return None
