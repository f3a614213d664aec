"""Why the term for a decision on an application can be extended, or not: once, in time, and not too long."""

from collections.abc import Iterator
from datetime import date

from passend.begrippen.termijn import Poortbezwaar
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Verlenging, waarde
from passend.regels.toelatingstermijnen import Besluittermijn, besluittermijn, is_asielregel


def check_verlenging(feiten: Aanmeldingsfeiten, verlenging: Verlenging, *, peildatum: date) -> tuple[Poortbezwaar, ...]:
    """Why the term for the decision cannot be extended like this; nothing when it can.

    Once, told to the parents before the first term ends, with the shortest date that will do and the reason, and at
    most four weeks (WPO 40 lid 6); never for a child that seeks asylum (WPO 40 lid 15).
    """
    return tuple(_van_verlenging(feiten, verlenging, peildatum))


def _van_verlenging(feiten: Aanmeldingsfeiten, verlenging: Verlenging, peildatum: date) -> Iterator[Poortbezwaar]:
    waar = waarde("verlenging", feiten.verzocht_op).vindplaats
    termijn = besluittermijn(feiten, peildatum=peildatum)
    if termijn is None:
        zin = "De school heeft deze aanmelding nog niet ontvangen. Vul eerst in op welke dag dat was."
        yield Poortbezwaar(code="niet_ontvangen", zin=zin, vindplaats=waar)
        return
    if is_asielregel(feiten):
        zin = "Voor een kind dat asiel zoekt mag de termijn niet langer. Beslis binnen de eerste termijn."
        regel = waarde("asielzoeker_besluit", feiten.verzocht_op)
        yield Poortbezwaar(code="asielzoeker", zin=zin, vindplaats=regel.vindplaats)
        return
    if feiten.verlengd is not None:
        zin = (
            f"De termijn is al een keer verlengd, tot {feiten.verlengd.tot:%d-%m-%Y}. Dat mag maar één keer: beslis "
            "voor die dag."
        )
        yield Poortbezwaar(code="al_verlengd", zin=zin, vindplaats=waar)
    if feiten.besluit is not None:
        zin = "Er is al een besluit. Dan valt er niets meer te verlengen."
        yield Poortbezwaar(code="al_besloten", zin=zin, vindplaats=waar)
    if not verlenging.reden.strip():
        zin = "Schrijf voor de ouders op waarom de school meer tijd nodig heeft."
        yield Poortbezwaar(code="reden", zin=zin, vindplaats=waar)
    yield from (
        Poortbezwaar(code=code, zin=zin, vindplaats=waar)
        for code, zin in _van_verlengdagen(feiten.ontvangen_op, verlenging, termijn, peildatum)
    )


def _van_verlengdagen(
    ontvangen_op: date | None, verlenging: Verlenging, termijn: Besluittermijn, peildatum: date
) -> Iterator[tuple[str, str]]:
    if verlenging.op > peildatum:
        yield (
            "verlengd_toekomst",
            (
                f"De ouders horen het op {verlenging.op:%d-%m-%Y}: die dag is nog niet geweest. Vul de dag in waarop "
                "u het hun vertelde."
            ),
        )
    if ontvangen_op is not None and verlenging.op < ontvangen_op:
        yield (
            "verlengd_voor_ontvangst",
            (
                f"De verlenging ({verlenging.op:%d-%m-%Y}) kan niet voor de ontvangst liggen "
                f"({ontvangen_op:%d-%m-%Y}). Controleer beide dagen."
            ),
        )
    if verlenging.op > termijn.eerste:
        yield (
            "verlengd_te_laat",
            (
                f"Verlengen kon tot en met {termijn.eerste:%d-%m-%Y}, het einde van de eerste termijn. Dat is te laat: "
                "beslis nu zo snel mogelijk."
            ),
        )
    if verlenging.tot <= termijn.eerste:
        yield (
            "verlengd_te_kort",
            f"De eerste termijn loopt al tot en met {termijn.eerste:%d-%m-%Y}. Kies een dag daarna, of verleng niet.",
        )
    if verlenging.tot > termijn.hooguit:
        yield (
            "verlengd_te_lang",
            (
                f"Verlengen mag tot en met {termijn.hooguit:%d-%m-%Y}. Kies de vroegste dag waarop het besluit er kan "
                "zijn, en niet later dan die dag."
            ),
        )
