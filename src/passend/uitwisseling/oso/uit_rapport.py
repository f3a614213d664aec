"""Makes a transfer file of a report that was set: to another school, or to the samenwerkingsverband."""

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from passend.begrippen.overstap import Akkoord
from passend.uitwisseling.oso.bijlagen import pak_in
from passend.uitwisseling.oso.bouwstenen import (
    Adres,
    Communicatie,
    Document,
    Schoolloopbaan,
    Verzorger,
)
from passend.uitwisseling.oso.dossier import (
    Metadata,
    Ouderinzage,
    Overstapbestand,
    SchoolMetNummer,
    SchoolZonderNummer,
    Swvbestand,
    Uitlevering,
)
from passend.uitwisseling.oso.formaat import NIEUWSTE, SWV_SOORT, Formaat
from passend.uitwisseling.oso.leerling import LeerlingMetNummer, LeerlingZonderNummer, Overstapadvies
from passend.uitwisseling.oso.ondersteuning import (
    Handelingsplan,
    Onderwijsondersteuning,
    Opp,
    Toelichting,
    Verzuimblok,
)

PAKKET: Final = "Passend"
_NIET_GELEVERD = {"cat_vve", "cat_eindtoetsbo", "cat_toetsresultaten", "cat_cijferlijsten"}
_STRAAT = re.compile(r"(?P<straat>.*?)\s+(?P<nummer>\d+)\s*(?P<rest>.*)")
_JAAR = re.compile(r"[1-8]")
PAPIER = "onderwijskundig-rapport.pdf"
_TUSSEN = re.compile(r"(van der|van den|van de|van|der|den|de|ter|ten|'t|te|op)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Woonadres:
    """Where the pupil lives; nothing of it goes along when it is secret."""

    is_geheim: bool
    straat: str = ""
    nummer: str = ""
    postcode: str = ""
    plaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzending:
    """What a file says beside the report: when it is made, where the pupil lives, what parents said, and the papers."""

    datum: date
    adres: Woonadres
    inzagedatum: date | None
    akkoord: str
    opmerking: str
    rapport: bytes


def maak_popo(
    inhoud: dict[str, Any], verzending: Verzending, *, bsn: str, formaat: Formaat = NIEUWSTE
) -> Overstapbestand:
    """The file for the next school; the number goes along (WPO 182 lid 6).

    Raises:
        ValueError: there is no address, and it is not secret either; the text says what to do.
    """
    leerling = LeerlingMetNummer(
        **_leerling(inhoud, verzending),
        bsn=bsn,
        overstapadvies=Overstapadvies(contactnodig=False),  # the rules of OSO ask both: OVa.OA01 and OVa.OA03
        onderwijsondersteuning=_ondersteuning(inhoud) if _heeft_steun(inhoud) else None,
        documenten=(_papier(verzending),),
    )
    over = dict.fromkeys(_NIET_GELEVERD, "OPT-UIT") | {"cat_vombo": "VERBODEN"}
    over |= dict.fromkeys(("cat_onderwijsondersteuning", "cat_verzuim", "cat_handelingsplannen"), "OPTIONEEL")
    return Overstapbestand(
        metadata=_metadata("POPO", over, verzending, formaat),
        overdrachtsoort="overstapdossier",
        inzage=_inzage(verzending),
        huidigeschool=SchoolMetNummer(**_school(inhoud), leerling=leerling),
    )


def maak_poswv(inhoud: dict[str, Any], verzending: Verzending, *, formaat: Formaat = NIEUWSTE) -> Swvbestand:
    """The file for the samenwerkingsverband; there is no place in it for a number.

    Raises:
        ValueError: there is no address, and it is not secret either; the text says what to do.
    """
    toelichting = Toelichting(document=_papier(verzending))
    leerling = LeerlingZonderNummer(
        **_leerling(inhoud, verzending), onderwijsondersteuning=_ondersteuning(inhoud, toelichting)
    )
    over = dict.fromkeys((*_NIET_GELEVERD, "cat_overstapadvies", "cat_bijlagedocs"), "OPT-UIT")
    over |= dict.fromkeys(("cat_eindtoetsbo", "cat_vombo"), "VERBODEN")
    over |= dict.fromkeys(("cat_ouderinzage", "cat_verzuim", "cat_handelingsplannen"), "OPTIONEEL")
    return Swvbestand(
        metadata=_metadata("POSWV", over, verzending, formaat),
        overdrachtsoort=SWV_SOORT,
        inzage=_inzage(verzending),
        huidigeschool=SchoolZonderNummer(**_school(inhoud), leerling=leerling),
    )


def _metadata(overstap: str, over: dict[str, str], verzending: Verzending, formaat: Formaat) -> Metadata:
    standen = {veld.name: over.get(veld.name, "VERPLICHT") for veld in fields(Uitlevering)}
    return Metadata(
        deeldossier="LASLVS",
        pakketnaam=PAKKET,
        pakketversie="1",
        datum=verzending.datum,
        standaardversie=formaat.versie,
        validatieversie=formaat.validatie,
        categorie_uitlevering=Uitlevering(**standen),
        overstap=overstap,
    )


def _inzage(verzending: Verzending) -> Ouderinzage:
    """Whether parents agree; the standard has a place for their words only when they do not (`redennietakkoord`).

    Whatever they say stands in the report on paper too, which hangs in the file.
    """
    is_oneens = verzending.akkoord == Akkoord.NEE
    return Ouderinzage(
        voorlopigdossier=False,
        inzage=verzending.inzagedatum is not None,
        inzagedatum=verzending.inzagedatum,
        akkoord=verzending.akkoord or None,
        redennietakkoord=(verzending.opmerking or None) if is_oneens else None,
    )


def _school(inhoud: dict[str, Any]) -> dict[str, Any]:
    van = inhoud["van"]
    gevonden = _STRAAT.fullmatch(van["adres"].strip())
    straat, nummer, rest = gevonden.groups() if gevonden else (van["adres"].strip() or "onbekend", "0", "")
    bereik = [("telefoon", re.sub(r"[^\d+]", "", van["telefoon"])), ("e-mail", van["email"])]
    return {
        "naam": van["naam"],
        "adressen": (
            Adres(
                soortadres="bezoek",
                straat=straat,
                nummer=nummer,
                toevoeging=rest.strip() or None,
                postcode=_postcode(van["postcode"]),
                plaats=van["plaats"],
            ),
        ),
        "communicatie": tuple(Communicatie(soort=soort, nummer=waarde) for soort, waarde in bereik if waarde),
        "brincode": van["brin"],
        "vestigingscode": van["vestiging"],
        "aanleverpunt": "00",
    }


def _leerling(inhoud: dict[str, Any], verzending: Verzending) -> dict[str, Any]:
    feiten, adres = inhoud["leerling"], verzending.adres
    if not adres.is_geheim and not (adres.straat and adres.nummer and adres.postcode and adres.plaats):
        raise ValueError(
            "Voor een OSO-bestand is het adres van de leerling nodig, of dat het geheim is. Vul het in bij het rapport."
        )
    voorvoegsel, achternaam = _deel_naam(feiten["achternaam"])
    weg = feiten["uitgeschreven_op"]
    return {
        "voornaam": (feiten["voornaam"],),
        "voorvoegsel": voorvoegsel,
        "achternaam": achternaam,
        "geboortedatum": date.fromisoformat(feiten["geboren_op"]),
        "adresgeheim": adres.is_geheim,
        "adressen": () if adres.is_geheim else (_adres(adres),),
        "datuminschrijving": date.fromisoformat(feiten["ingeschreven_op"]),
        "datumuitschrijving": date.fromisoformat(weg) if weg else None,
        "verzorgersaansprakelijk": True,
        "schoolloopbaan": _loopbaan(inhoud),
        "verzuim": _verzuim(inhoud),
        "verzorgers": tuple(_verzorger(ouder) for ouder in inhoud["ouders"]),
    }


def _adres(adres: Woonadres) -> Adres:
    return Adres(
        soortadres="bezoek",
        straat=adres.straat,
        nummer=adres.nummer,
        postcode=_postcode(adres.postcode),
        plaats=adres.plaats,
    )


def _loopbaan(inhoud: dict[str, Any]) -> tuple[Schoolloopbaan, ...]:
    van = inhoud["van"]
    return tuple(
        Schoolloopbaan(
            schooljaar=regel["schooljaar"],
            groepscode=regel["groep"],
            groepsnaam=regel["groep"],
            jaargroep=gevonden[0] if (gevonden := _JAAR.search(regel["groep"])) else "0",
            begindatum=date.fromisoformat(regel["van"]),
            einddatum=_dag(regel.get("tot_en_met")),
            brincode=van["brin"],
            vestigingscode=van["vestiging"],
        )
        for regel in regels_van(inhoud, "loopbaan")
    )


def _dag(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _verzuim(inhoud: dict[str, Any]) -> Verzuimblok | None:
    regels = regels_van(inhoud, "relatief_verzuim")
    return Verzuimblok(frequentie=len(regels)) if regels else None


def _verzorger(ouder: dict[str, Any]) -> Verzorger:
    voornaam, _spatie, rest = ouder["naam"].partition(" ")
    voorvoegsel, achternaam = _deel_naam(rest or voornaam)
    return Verzorger(
        voornaam=(voornaam,) if rest else (),
        voorvoegsel=voorvoegsel,
        achternaam=achternaam,
        wettigevertegenwoordiger=ouder["heeft_gezag"],
    )


def _heeft_steun(inhoud: dict[str, Any]) -> bool:
    return bool(regels_van(inhoud, "plannen") or regels_van(inhoud, "ontwikkelingsperspectieven"))


def _ondersteuning(inhoud: dict[str, Any], toelichting: Toelichting | None = None) -> Onderwijsondersteuning:
    opps = regels_van(inhoud, "ontwikkelingsperspectieven")
    laatste = opps[-1] if opps else None
    einde = laatste.get("geeindigd_op") if laatste else None
    return Onderwijsondersteuning(
        toelichting_onderwijsbehoeften=toelichting,
        handelingsplannen=tuple(
            Handelingsplan(
                startdatum=date.fromisoformat(plan["van"]),
                einddatum=date.fromisoformat(plan["tot_en_met"]),
                isgerichtop=plan["doel"],
            )
            for plan in regels_van(inhoud, "plannen")
        ),
        opp=Opp(
            opp_ingangdatum=date.fromisoformat(laatste["begonnen_op"]),
            opp_einddatum=date.fromisoformat(einde) if einde else None,
        )
        if laatste
        else None,
    )


def regels_van(inhoud: dict[str, Any], naam: str) -> list[dict[str, Any]]:
    """Everything of one kind in a report."""
    rubrieken = (rubriek for deel in inhoud["onderdelen"] for rubriek in deel["rubrieken"])
    return [regel for rubriek in rubrieken if rubriek["naam"] == naam for regel in rubriek["regels"]]


def _papier(verzending: Verzending) -> Document:
    return Document(
        bestandsnaam=PAPIER,
        omschrijving="Onderwijskundig rapport, zoals de ouders het kregen",
        bestandsinhoud=pak_in(PAPIER, verzending.rapport),
    )


def _deel_naam(naam: str) -> tuple[str | None, str]:
    gevonden = _TUSSEN.match(naam)
    if gevonden is None or not naam[gevonden.end() :].strip():
        return None, naam
    return gevonden[1], naam[gevonden.end() :].strip()


def _postcode(postcode: str) -> str:
    return postcode.replace(" ", "").upper() or "0000AA"
