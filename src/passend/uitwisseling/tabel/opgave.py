"""What the rows of a table say of pupils, once it is known what the columns are."""

from collections.abc import Mapping
from datetime import date

from passend.begrippen.opgave import Invoersoort, Leerlingopgave, Opgave, Ouderopgave, Weigering
from passend.regels.herkenning import platte_tekst
from passend.uitwisseling.tabel.kolommen import Koppeling
from passend.uitwisseling.tabel.tabel import Tabel
from passend.uitwisseling.tabel.tekens import heeft_vreemd_teken
from passend.uitwisseling.tabel.waarden import is_adres, lees_ja_nee, lees_kolomdag, splits_naam

_OUDERS = ("ouder1", "ouder2")
_DAGNAMEN = {
    "geboren_op": "geboortedatum",
    "ingeschreven_op": "eerste schooldag",
    "uitgeschreven_op": "uitschrijfdatum",
}

type Waarden = Mapping[str, str]


class RijError(ValueError):
    """A row that cannot be taken."""


def maak_opgave(tabel: Tabel, koppeling: Koppeling, soort: Invoersoort) -> Opgave:
    """Everything the rows say; a row that cannot be is refused with its line and the reason."""
    plekken = {veld: tabel.koppen.index(kop) for veld, kop in koppeling.items() if kop in tabel.koppen}
    heeft_ouders = any(veld.startswith(_OUDERS) for veld in plekken)
    leerlingen, weigeringen = [], []
    for regel, cellen in tabel.rijen:
        waarden = {veld: cellen[plek] for veld, plek in plekken.items()}
        try:
            leerlingen.append(_leerling(regel, waarden, heeft_ouders=heeft_ouders))
        except RijError as fout:
            wie = " ".join(deel for deel in namen_uit(waarden) if deel)
            weigeringen.append(Weigering(regel, wie, str(fout), waarden.get("sleutel", "")))
    opmerkingen = (
        f"De kolom '{kop}' is weggelaten, want daar staan burgerservicenummers of onderwijsnummers in. "
        "De directeur kan een nummer bewaren in het dossier zelf."
        for kop in tabel.weggelaten
    )
    return Opgave(
        soort=soort,
        leerlingen=leerlingen,
        weigeringen=weigeringen,
        opmerkingen=(*tabel.opmerkingen, *opmerkingen),
        twijfel=tabel.twijfel,
    )


def _leerling(regel: int, waarden: Waarden, *, heeft_ouders: bool) -> Leerlingopgave:
    voornaam, achternaam = namen_uit(waarden)
    if not voornaam or not achternaam:
        raise RijError("De naam is niet heel. Vul de voornaam en de achternaam in.")
    _check_tekens(f"{voornaam} {achternaam}")
    geboren_op = _dag(waarden, "geboren_op")
    if geboren_op is None:
        raise RijError("De geboortedatum is leeg. Vul hem in.")
    return Leerlingopgave(
        regel,
        waarden.get("sleutel", ""),
        voornaam,
        achternaam,
        geboren_op,
        _dag(waarden, "ingeschreven_op"),
        _dag(waarden, "uitgeschreven_op"),
        waarden.get("groep") or None,
        _ouders(waarden) if heeft_ouders else None,
    )


def _check_tekens(naam: str) -> None:
    if heeft_vreemd_teken(naam):
        raise RijError(f"In de naam '{naam}' staat een teken dat niet te lezen is. Kijk hem na in uw administratie.")


def namen_uit(waarden: Waarden) -> tuple[str, str]:
    """The first name and the surname of a row, out of one column or more."""
    if "naam" in waarden:
        return splits_naam(waarden["naam"])
    tussen, achternaam = waarden.get("tussenvoegsel", ""), waarden.get("achternaam", "")
    if tussen and achternaam and not achternaam.casefold().startswith(f"{tussen} ".casefold()):
        achternaam = f"{tussen} {achternaam}"  # unless the column says: with what comes before it
    return waarden.get("voornaam", ""), achternaam


def _dag(waarden: Waarden, veld: str) -> date | None:
    tekst = waarden.get(veld, "")
    if not tekst:
        return None
    dag = lees_kolomdag(tekst)
    if dag is None:
        raise RijError(f"De {_DAGNAMEN[veld]} '{tekst}' bestaat niet. Schrijf een dag als 14-03-2018.")
    return dag


def _ouders(waarden: Waarden) -> tuple[Ouderopgave, ...]:
    """The parents of a row; one who stands there twice with the same facts is one parent.

    Raises:
        RijError: what is said of a parent cannot be, or has no name with it, or is said twice and not the same.
    """
    ouders: dict[str, Ouderopgave] = {}
    for wie in _OUDERS:
        naam, email, gezag = (waarden.get(f"{wie}_{wat}", "") for wat in ("naam", "email", "gezag"))
        if not naam and not email:
            continue
        ouder = _ouder(naam, email, gezag)
        eerder = ouders.setdefault(platte_tekst(naam), ouder)
        if eerder.heeft_gezag != ouder.heeft_gezag or eerder.email.casefold() != email.casefold():
            raise RijError(f"{naam} staat hier twee keer als ouder, en niet hetzelfde. Kijk na wat klopt.")
    return tuple(ouders.values())


def _ouder(naam: str, email: str, gezag: str) -> Ouderopgave:
    if not naam:
        raise RijError(f"Bij het e-mailadres '{email}' staat geen naam van een ouder. Vul de naam in.")
    _check_tekens(naam)
    if email and not is_adres(email):
        raise RijError(f"'{email}' bij een ouder is geen e-mailadres. Dat heeft een @ en een punt.")
    heeft_gezag = lees_ja_nee(gezag)
    if gezag and heeft_gezag is None:
        raise RijError(f"'{gezag}' bij gezag begrijpt Passend niet. Schrijf ja of nee.")
    return Ouderopgave(naam=naam, email=email, heeft_gezag=heeft_gezag)
