"""The made-up region: organisations, accounts and profiles from `voorbeelden`, put in through the rooms' actions."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.rollen import Reden, Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Keuze, Tabel
from passend.begrippen.uitgave import Stapsoort
from passend.organisaties.actions import (
    Vestiginggegevens,
    create_bestuur,
    create_samenwerkingsverband,
    create_vestigingen,
)
from passend.organisaties.queries import in_bestuur
from passend.profielen.actions.onderdelen import add_rij, save_rij, save_tekst, save_veld
from passend.profielen.actions.profiel import create_profiel
from passend.profielen.actions.sjablonen import add_sjabloon
from passend.profielen.actions.vaststelling import Stapgegevens, publish_profiel, record_stap, skip_stap
from passend.profielen.queries.werk import get_sjabloon, list_onderdelen
from passend.toegang.actions import create_demo_account, grant_rol

DEMO = Reden("demo", "Dit hoort bij de verzonnen regio.")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Regio:
    """What was made so far, by the codes that `voorbeelden` uses."""

    jaar: Schooljaar
    organisaties: dict[str, Any]
    sjablonen: dict[str, Any]
    accounts: dict[str, Any]
    rollen: dict[tuple[str, str], Any]

    def wie(self, soort: Rolsoort, code: str) -> Any:
        """The account with a role at a site, or at its board."""
        bestuur = self.organisaties[code].bestuur.nummer
        return self.rollen.get((soort.value, code)) or self.rollen.get((soort.value, bestuur))


def moment(jaar: Schooljaar, maand: int, dag: int) -> datetime:
    """Nine in the morning of a day in the months before a school year starts."""
    return datetime.combine(date(jaar.beginjaar, maand, dag), time(9), tzinfo=AMSTERDAM)


def lees(naam: str) -> Any:
    """One of the files in `voorbeelden`."""
    return json.loads((files("passend.cli") / "voorbeelden" / naam).read_text(encoding="utf-8"))


def load_regio(vandaag: date, *, wachtwoord: str) -> Regio:
    """Load the organisations, the accounts and the editions that need no story."""
    bron = lees("regio.json")
    regio = Regio(jaar=Schooljaar.op(vandaag), organisaties={}, sjablonen={}, accounts={}, rollen={})
    for samenwerkingsverband in bron["samenwerkingsverbanden"]:
        _load_samenwerkingsverband(regio, samenwerkingsverband)
    wachtwoordhash = make_password(wachtwoord)
    for account in bron["accounts"]:
        _load_account(regio, account, wachtwoordhash)
    for profiel in lees("profielen.json"):
        with in_bestuur(regio.organisaties[profiel["vestiging"]].bestuur_id):
            load_editie(regio, profiel)
    return regio


def _load_samenwerkingsverband(regio: Regio, bron: dict[str, Any]) -> None:
    verband = create_samenwerkingsverband(nummer=bron["nummer"], naam=bron["naam"], regio=bron["regio"])
    regio.organisaties[bron["nummer"]] = verband
    sjabloon = add_sjabloon(
        actor=None,
        samenwerkingsverband=verband,
        definitie=load_definitie(bron["sjabloon"]),
        reden=DEMO,
        op=moment(regio.jaar.vorige, 1, 8),
    )
    for een in bron["besturen"]:
        bestuur = create_bestuur(samenwerkingsverband=verband, nummer=een["nummer"], naam=een["naam"])
        regio.organisaties[een["nummer"]] = bestuur
        gegevens = [Vestiginggegevens(**vestiging) for vestiging in een["vestigingen"]]
        for vestiging in create_vestigingen(bestuur=bestuur, gegevens=gegevens):
            regio.organisaties[vestiging.code] = vestiging
            regio.sjablonen[vestiging.code] = sjabloon


def _load_account(regio: Regio, bron: dict[str, Any], wachtwoordhash: str) -> None:
    account = create_demo_account(
        gebruikersnaam=bron["gebruikersnaam"],
        voornaam=bron["voornaam"],
        achternaam=bron["achternaam"],
        wachtwoordhash=wachtwoordhash,
    )
    regio.accounts[bron["gebruikersnaam"]] = account
    for soort, code in bron["rollen"]:
        geldig_van = Schooljaar(regio.jaar.beginjaar - 4).begint_op
        grant_rol(account=account, soort=Rolsoort(soort), bij=regio.organisaties[code], geldig_van=geldig_van)
        regio.rollen[soort, code] = account


def load_editie(regio: Regio, bron: dict[str, Any]) -> Any:
    """Make a working copy, fill it and publish it."""
    jaar = Schooljaar(regio.jaar.beginjaar + bron["jaar"])
    vestiging = regio.organisaties[bron["vestiging"]]
    actor = regio.wie(Rolsoort.DIRECTEUR, vestiging.code)
    op = moment(jaar, 4, 20)
    profiel = create_profiel(
        actor=actor, vestiging=vestiging, schooljaar=jaar, sjabloon=regio.sjablonen[vestiging.code], op=op
    )
    _fill(profiel, _met_gegevens(bron, vestiging, jaar), actor, op)
    publish(regio, profiel, bron)
    return profiel


def _met_gegevens(bron: dict[str, Any], vestiging: Any, jaar: Schooljaar) -> dict[str, Any]:
    velden: dict[str, str] = {
        "schooljaar": str(jaar),
        "schoolnaam": vestiging.naam,
        "adres": f"{vestiging.adres}, {vestiging.postcode} {vestiging.plaats}",
        "telefoon": vestiging.telefoon,
        "email": vestiging.email,
        "schoolgids": f"{vestiging.website}/schoolgids",
        "schoolplan": f"{vestiging.website}/schoolplan",
        "bestuur": vestiging.bestuur.naam,
        "brin": vestiging.brin,
        **adoptiedata(jaar, bron.get("overgeslagen", ())),
        **{veld: bron[veld] for veld in ("directeur", "mr_voorzitter", "bestuur_voorzitter") if veld in bron},
    }
    return {"tabellen": {}, "eigen": [], "teksten": {}, **bron, "velden": velden}


def adoptiedata(jaar: Schooljaar, overgeslagen: Collection[str] = ()) -> dict[str, str]:
    """The days in the general data, as they are recorded on the path of adoption."""
    dagen = {"opgesteld_op": (5, 18), "mr_op": (6, 10), "bestuur_op": (6, 24)}
    if Stapsoort.MR_ADVIES.value in overgeslagen:
        del dagen["mr_op"]
    return {veld: date(jaar.beginjaar, *dag).isoformat() for veld, dag in dagen.items()}


def _fill(profiel: Any, bron: dict[str, Any], actor: Any, op: datetime) -> None:
    sjabloon = get_sjabloon(profiel=profiel)
    versies = {sleutel: onderdeel.versie for sleutel, onderdeel in list_onderdelen(profiel=profiel).items()}
    for veld, waarde in bron["velden"].items():
        if (versie := versies.get(f"veld:{veld}")) is not None:
            save_veld(actor=actor, profiel=profiel, veld=veld, waarde=waarde, versie=versie, op=op)
    for code, tekst in bron["teksten"].items():
        versie = versies[f"tekst:{code}"]
        save_tekst(actor=actor, profiel=profiel, code=code, tekst=tekst, versie=versie, op=op)
    for code, gegeven in bron["tabellen"].items():
        for sleutel, cellen in _cellen(sjabloon.tabel(code), gegeven).items():
            save_rij(actor=actor, profiel=profiel, sleutel=sleutel, cellen=cellen, versie=versies[sleutel], op=op)
    for rij in bron["eigen"]:
        onderdeel = add_rij(
            actor=actor, profiel=profiel, tabel=rij["tabel"], label=rij["label"], soort=rij["soort"], op=op
        )
        save_rij(
            actor=actor,
            profiel=profiel,
            sleutel=onderdeel.sleutel,
            cellen=rij["cellen"],
            versie=onderdeel.versie,
            op=op,
        )


def _cellen(tabel: Tabel, gegeven: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The cells of each row: amounts by row, or rows by column, where `*` is every row not named elsewhere."""
    cellen: dict[str, dict[str, Any]] = {rij.code: {} for rij in tabel.rijen}
    if tabel.keuze is Keuze.JA_NEE:
        ja_nee, omvang = (kolom.code for kolom in tabel.kolommen)
        for code, cel in cellen.items():
            cel |= {ja_nee: "ja" if code in gegeven else "nee", omvang: gegeven.get(code, "-")}
    else:
        genoemd = {code for codes in gegeven.values() for code in codes}
        for kolom, codes in gegeven.items():
            for code in codes if codes != ["*"] else cellen.keys() - genoemd:
                cellen[code][kolom] = True
    return {f"rij:{tabel.code}:{code}": cel for code, cel in cellen.items()}


def publish(regio: Regio, profiel: Any, bron: dict[str, Any]) -> None:
    """Walk the path of adoption; what `bron` says was skipped is skipped openly."""
    jaar = Schooljaar(int(profiel.schooljaar[:4]))
    code = profiel.vestiging.code
    wie = {
        Stapsoort.LEERLINGEN_GEHOORD: (Rolsoort.DIRECTEUR, "Leerlingenraad", (5, 12), bron.get("leerlingen", {})),
        Stapsoort.MR_GEVRAAGD: (Rolsoort.DIRECTEUR, "Directeur", (5, 26), {}),
        Stapsoort.MR_ADVIES: (Rolsoort.MR_LID, "MR, voorzitter", (6, 10), bron.get("mr", {})),
        Stapsoort.BESTUUR_VASTGESTELD: (Rolsoort.BESTUURDER, profiel.vestiging.bestuur.naam, (6, 24), {}),
    }
    for soort, (rol, door, dag, meer) in wie.items():
        actor = regio.wie(rol, code) or regio.wie(Rolsoort.DIRECTEUR, code)
        op = moment(jaar, *dag)
        if waarom := bron.get("overgeslagen", {}).get(soort.value):
            skip_stap(actor=actor, profiel=profiel, soort=soort, waarom=waarom, op=op)
        else:
            gegevens = Stapgegevens(op=op.date(), door=door, **meer)
            record_stap(actor=actor, profiel=profiel, soort=soort, gegevens=gegevens, op=op)
    publish_profiel(actor=regio.wie(Rolsoort.DIRECTEUR, code), profiel=profiel, op=moment(jaar, 7, 2))
