"""Everything that happened with a pupil on one line, newest first."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passend.begrippen.volgen import Waarnemingsoort
from passend.leerlingen.queries.dossier import Stukbeeld
from passend.regels.instrumenten import list_instrumenten
from passend.volgen.queries.resultaten import Toetsresultaat
from passend.volgen.queries.waarnemingen import Verzuim, Waarneming
from passend.web.afdruk import stuktitel

ICONEN = {
    Waarnemingsoort.OBSERVATIE: "oog",
    Waarnemingsoort.METHODETOETS: "papier",
    Waarnemingsoort.BEZORGDHEID: "let-op",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """One thing on the line.

    Attributes:
        op: the day it stands at.
        icoon: the picture beside it.
        kop: what it is, in words of ours.
        titel: how the school called it, or what part of the file it copies.
        tekst: what the school wrote, or what was measured.
        door: who.
        stuk: the key of a piece of the file; 0 for what is none.
        waarneming: what can be taken back; None for what is none.
        zienswijzen: how many views of parents there are of what was seen; None while it is no piece of the file.
        adres: where it is kept; empty for what stands only here.
        is_getypt: True when the words are of people, and stay in the language they were written in.
    """

    op: date
    icoon: str
    kop: str
    titel: str = ""
    tekst: str = ""
    door: str = ""
    stuk: int = 0
    waarneming: Waarneming | None = None
    zienswijzen: int | None = None
    adres: str = ""
    is_getypt: bool = False


def maak_tijdlijn(
    *,
    resultaten: Collection[Toetsresultaat],
    waarnemingen: Collection[Waarneming],
    verzuim: Collection[Verzuim],
    stukken: Collection[Stukbeeld],
    verder: Collection[Gebeurtenis] = (),
) -> list[Gebeurtenis]:
    """Everything, newest first; tests of one day and absence of one month are one thing."""
    per_stuk = {een.stuk.pk: een for een in stukken}
    gezien = [_waarneming(een, per_stuk) for een in waarnemingen]
    geworden = {een.stuk_id for een in waarnemingen}
    los = [_stuk(een) for een in stukken if een.stuk.pk not in geworden]
    alles = [*_toetsen(resultaten), *gezien, *_verzuim(verzuim), *los, *verder]
    return sorted(alles, key=lambda een: een.op, reverse=True)


def uitslag(resultaat: Toetsresultaat) -> str:
    """What a result says, shortest first: its score, and its band or reference level between brackets."""
    is_ruw = resultaat.schaalscore is None  # how many were right: no score on the scale of the curve
    score = resultaat.ruwe_score if is_ruw else resultaat.schaalscore
    niveau = resultaat.niveau or resultaat.referentieniveau or resultaat.functioneringsniveau
    if score is None:
        return niveau or f"P{resultaat.percentiel}"
    getal = localize(score.normalize() if score % 1 else score.quantize(Decimal(1)))
    getal = _("ruwe score %(n)s") % {"n": getal} if is_ruw else getal
    return f"{getal} ({niveau})" if niveau else str(getal)


def _toetsen(resultaten: Collection[Toetsresultaat]) -> Iterator[Gebeurtenis]:
    per_keer: dict[tuple[date, str, str], list[Toetsresultaat]] = defaultdict(list)
    for een in resultaten:
        per_keer[een.afgenomen_op, een.instrument, een.afnamemoment].append(een)
    for (dag, code, moment), rijen in per_keer.items():
        instrument = list_instrumenten().get(code)
        naam = instrument.naam if instrument else code
        yield Gebeurtenis(
            op=dag,
            icoon="doel",
            kop=_("Toetsen %(naam)s %(moment)s") % {"naam": naam, "moment": moment},
            tekst=", ".join(f"{een.get_vak_display()} {uitslag(een)}" for een in rijen),
        )


def _waarneming(een: Waarneming, per_stuk: Mapping[int, Stukbeeld]) -> Gebeurtenis:
    """What was seen; once it is a piece of the file, as that piece says it now, for who may read that."""
    kop = {
        Waarnemingsoort.OBSERVATIE: _("Observatie"),
        Waarnemingsoort.METHODETOETS: _("Toets uit de methode"),
        Waarnemingsoort.BEZORGDHEID: _("Zorgen"),
    }[Waarnemingsoort(een.soort)]
    vak = f": {een.get_vak_display()}" if een.vak else ""
    return Gebeurtenis(
        op=een.gezien_op,
        icoon=ICONEN[Waarnemingsoort(een.soort)],
        kop=f"{kop}{vak}",
        tekst=_woorden(een, per_stuk),
        door=str(een.door),
        waarneming=een,
        is_getypt=True,
        zienswijzen=len(beeld.zienswijzen) if (beeld := per_stuk.get(een.stuk_id or 0)) else None,
    )


def _woorden(een: Waarneming, per_stuk: Mapping[int, Stukbeeld]) -> str:
    if een.stuk_id is None:
        return " · ".join(deel for deel in (een.score, een.tekst) if deel)
    beeld = per_stuk.get(een.stuk_id)
    return beeld.versie.tekst if beeld else ""


def _verzuim(verzuim: Collection[Verzuim]) -> Iterator[Gebeurtenis]:
    per_maand: dict[tuple[int, int, str], list[Verzuim]] = defaultdict(list)
    for een in verzuim:
        per_maand[een.op.year, een.op.month, str(een.get_soort_display())].append(een)
    for (_jaar, _maand, soort), rijen in per_maand.items():
        dag = max(een.op for een in rijen)
        uren = localize(sum((een.uren for een in rijen), Decimal(0)).normalize())
        dagen = ngettext("%(n)s dag", "%(n)s dagen", len(rijen)) % {"n": len(rijen)}
        yield Gebeurtenis(
            op=dag,
            icoon="klok",
            kop=_("Niet op school: %(soort)s") % {"soort": soort},
            tekst=_("%(maand)s: %(dagen)s, %(uren)s uur")
            % {"maand": date_format(dag, "F Y"), "dagen": dagen, "uren": uren},
        )


def _stuk(beeld: Stukbeeld) -> Gebeurtenis:
    return Gebeurtenis(
        op=beeld.versie.geldig_van,
        icoon="blad",
        kop=_("Stuk in het dossier"),
        titel=stuktitel(beeld.stuk.titel, beeld.stuk.deel),
        door="" if beeld.stuk.deel else str(beeld.versie.door),  # nobody wrote a copy
        stuk=beeld.stuk.pk,
    )
