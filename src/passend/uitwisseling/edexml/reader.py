"""Reads EDEXML as a stream: one pupil at a time, so that a large file takes no more memory than a small one.

A file that is no EDEXML, or breaks off, is refused as a whole. A record that breaks a rule of the standard is refused
by itself, with its line. Numbers that the state gives are looked past: they are in no value that leaves this module.
"""

from dataclasses import dataclass, field
from typing import IO, Any

from lxml import etree

from passend.begrippen.opgave import (
    Invoersoort,
    Leerkrachtopgave,
    Leerlingopgave,
    OnleesbaarError,
    Opgave,
    Weigering,
)
from passend.begrippen.schooljaar import Schooljaar
from passend.uitwisseling.edexml.formaat import NIEUWSTE, Formaat, kies_formaat
from passend.uitwisseling.edexml.waarden import WaardeError, lees_dag
from passend.uitwisseling.opruimen import zonder_opruimen
from passend.uitwisseling.xmlstroom import delen_van, vergeet_eerdere

_DELEN = ("school", "vestigingen", "groepen", "leerling", "leerkracht")
_WORTEL = "EDEX"
_RUIM_OP = 200
LANGSTE_GROEPSNAAM = 40
ZONDER_NUMMER = (
    "In dit bestand staan burgerservicenummers of onderwijsnummers. Passend neemt die niet over. "
    "De directeur kan een nummer bewaren in het dossier zelf."
)
ZONDER_SAMENGESTELD = (
    "In dit bestand staan samengestelde groepen. Passend neemt alleen de groep over waar een leerling elke dag in zit."
)


@dataclass(slots=True)
class _Lezing:
    """What is known while a file goes by: its school, its groups, its people, and what was looked past."""

    formaat: Formaat = NIEUWSTE
    schooljaar: str = ""
    brin: str = ""
    vestigingen: list[tuple[str, str]] = field(default_factory=list)
    groepen: dict[str, str] = field(default_factory=dict)
    samengesteld: set[str] = field(default_factory=set)
    geweigerd: dict[str, str] = field(default_factory=dict)
    heeft_nummers: bool = False
    leerlingen: list[Leerlingopgave] = field(default_factory=list)
    leerkrachten: list[Leerkrachtopgave] = field(default_factory=list)
    weigeringen: list[Weigering] = field(default_factory=list)


@zonder_opruimen()
def read_edexml(bron: IO[bytes], *, versie: str = "") -> Opgave:
    """Everything a file says.

    Args:
        bron: the file.
        versie: the version it is in; what the file itself says when empty.

    Raises:
        OnleesbaarError: it is no EDEXML, or breaks off, or says nothing of its school or its pupils.
    """
    lezing = _Lezing()
    _lees(bron, lezing, versie)
    opmerkingen = {ZONDER_NUMMER: lezing.heeft_nummers, ZONDER_SAMENGESTELD: bool(lezing.samengesteld)}
    return Opgave(
        soort=Invoersoort.EDEXML,
        schooljaar=lezing.schooljaar,
        brin=lezing.brin,
        vestigingen=tuple(lezing.vestigingen),
        groepen=tuple(dict.fromkeys(lezing.groepen.values())),
        leerlingen=lezing.leerlingen,
        leerkrachten=lezing.leerkrachten,
        weigeringen=lezing.weigeringen,
        opmerkingen=tuple(zin for zin, is_zo in opmerkingen.items() if is_zo),
    )


def _lees(bron: IO[bytes], lezing: _Lezing, versie: str) -> None:
    """Go along the file, while `lezing` fills up."""
    verloop = etree.iterparse(
        bron,
        events=("end",),
        tag=_DELEN,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_blank_text=True,  # what stands between the parts: a tenth of the time
        remove_comments=True,
        remove_pis=True,
    )
    aantal = 0
    try:
        for _soort, element in verloop:
            naam = element.tag
            if naam == "leerling":
                _leerling(element, lezing)
                aantal += 1
                if aantal % _RUIM_OP == 0:
                    vergeet_eerdere(element)
            elif naam == "leerkracht":
                _leerkracht(element, lezing)
            else:
                _omgeving(element, lezing, versie)
    except etree.XMLSyntaxError as fout:
        raise OnleesbaarError(_stuk(fout)) from fout
    _check_einde(verloop.root, lezing, aantal)


def _stuk(fout: etree.XMLSyntaxError) -> str:
    regel = fout.lineno or 1
    if "DTD" in str(fout) or "ntity" in str(fout):
        return (
            f"Regel {regel}: dit bestand verwijst naar iets buiten zichzelf. EDEXML doet dat niet. "
            "Maak het opnieuw in uw administratie."
        )
    return (
        f"Regel {regel}: het bestand klopt hier niet of breekt af. Er is niets overgenomen. "
        "Maak het opnieuw in uw administratie, en lever het heel in."
    )


def _check_einde(wortel: etree._Element | None, lezing: _Lezing, aantal: int) -> None:
    if wortel is None or wortel.tag != _WORTEL:
        begin = "niets" if wortel is None else etree.QName(wortel).localname
        raise OnleesbaarError(
            f"Dit is geen EDEXML. Het bestand begint met '{begin}', en dat moet EDEX zijn. "
            "Kies in uw administratie bij exporteren EDEXML."
        )
    if wortel.getroottree().docinfo.internalDTD is not None:
        raise OnleesbaarError(
            "Regel 1: dit bestand verwijst naar iets buiten zichzelf. EDEXML doet dat niet. "
            "Maak het opnieuw in uw administratie."
        )
    if not lezing.schooljaar:
        raise OnleesbaarError(
            "In dit bestand staat niet van welk schooljaar het is. Maak het opnieuw in uw administratie."
        )
    if not aantal:
        raise OnleesbaarError("In dit bestand staat geen leerling. Kies bij het exporteren ook de leerlingen.")


def _omgeving(element: etree._Element, lezing: _Lezing, versie: str) -> None:
    """The school, its sites and its groups."""
    ouder = element.getparent()
    if ouder is None or ouder.tag != _WORTEL:
        return
    if element.tag == "school":
        _school(element, lezing, versie)
    elif element.tag == "vestigingen":
        lezing.vestigingen = [(een.get("key") or "", een.findtext("naam") or "") for een in element]
    else:
        for groep in element:
            try:
                _groep(groep, lezing)
            except WaardeError as fout:
                lezing.geweigerd[groep.get("key") or ""] = (groep.findtext("naam") or "").strip()
                wie = f"groep {groep.findtext('naam') or groep.get('key')}"
                lezing.weigeringen.append(_weiger(groep, wie, fout))
        element.clear()


def _school(element: etree._Element, lezing: _Lezing, versie: str) -> None:
    lezing.formaat = kies_formaat(versie or (element.findtext("xsdversie") or "").strip())
    jaar = (element.findtext("schooljaar") or "").strip()
    if str(Schooljaar.uit_tekst(jaar)) != jaar:
        raise OnleesbaarError(
            f"Regel {_regel(element)}: '{jaar}' is geen schooljaar. Het hoort te zijn zoals 2026-2027. "
            "Maak het bestand opnieuw in uw administratie."
        )
    lezing.schooljaar = jaar
    brin = (element.findtext("brincode") or "").strip()
    lezing.brin = brin and brin + (element.findtext("dependancecode") or "").strip()


def _groep(element: etree._Element, lezing: _Lezing) -> None:
    sleutel, naam = element.get("key") or "", (element.findtext("naam") or "").strip()
    if not sleutel or not naam:
        raise WaardeError("naam", "Deze groep heeft geen naam of geen sleutel. Vul aan wat mist.")
    if sleutel in lezing.groepen or sleutel in lezing.samengesteld:
        raise WaardeError("naam", f"De sleutel '{sleutel}' staat bij twee groepen. Maak het bestand opnieuw.")
    if element.tag == "samengestelde_groep":
        lezing.samengesteld.add(sleutel)
        return
    if len(naam) > LANGSTE_GROEPSNAAM:
        raise WaardeError("naam", f"De naam van deze groep is langer dan {LANGSTE_GROEPSNAAM} tekens. Maak hem korter.")
    jaargroep = (element.findtext("jaargroep") or "").strip()
    if jaargroep not in lezing.formaat.codes["jaargroep"]:
        raise WaardeError("jaargroep", _geen_code("jaargroep", jaargroep, lezing.formaat))
    lezing.groepen[sleutel] = naam


def _leerling(element: etree._Element, lezing: _Lezing) -> None:
    rij = delen_van(element)
    delen = {deel.tag: deel for deel in rij}
    try:
        _check_delen(element, len(rij), delen, lezing)
        lezing.leerlingen.append(_maak_leerling(element, delen, lezing))
    except WaardeError as fout:
        lezing.weigeringen.append(_weiger(element, _wie(element), fout))


def _check_delen(element: etree._Element, aantal: int, delen: dict[str, etree._Element], lezing: _Lezing) -> None:
    formaat = lezing.formaat
    if not formaat.gewone_delen.issuperset(delen):
        if vreemd := delen.keys() - formaat.gewone_delen - formaat.nummers:
            wat = min(vreemd)
            raise WaardeError(wat, f"'{wat}' hoort niet bij een leerling in EDEXML {formaat.versie}.")
        lezing.heeft_nummers = True
    if len(delen) != aantal:
        dubbel = next(wat for wat in delen if len(element.findall(wat)) > 1)
        raise WaardeError(dubbel, f"'{dubbel}' staat hier twee keer. Maak het bestand opnieuw.")
    for wat, codes in formaat.codes.items():
        deel = delen.get(wat)
        if deel is not None and deel.text not in codes:
            code = (deel.text or "").strip()
            if code not in codes:
                raise WaardeError(wat, _geen_code(wat, code, formaat))


def _geen_code(wat: str, code: str, formaat: Formaat) -> str:
    return f"'{code}' kan niet bij {wat} in EDEXML {formaat.versie}. Kijk het na in uw administratie."


def _maak_leerling(element: etree._Element, delen: dict[str, etree._Element], lezing: _Lezing) -> Leerlingopgave:
    """Spelled out part by part: a function for each of them is a tenth of the time of a large file."""
    sleutel = element.get("key")
    roepnaam = delen["roepnaam"].text if "roepnaam" in delen else None
    voornaam = delen["voornamen"].text if not roepnaam and "voornamen" in delen else roepnaam
    achternaam = (delen["achternaam"].text or "").strip() if "achternaam" in delen else ""
    voorvoegsel = delen["voorvoegsel"].text if "voorvoegsel" in delen else None
    geboren = delen["geboortedatum"].text if "geboortedatum" in delen else None
    instroom = delen["instroomdatum"].text if "instroomdatum" in delen else None
    uitstroom = delen["uitstroomdatum"].text if "uitstroomdatum" in delen else None
    if not (sleutel and voornaam and achternaam and geboren):
        raise _wat_mist(sleutel=sleutel, achternaam=achternaam, roepnaam=voornaam, geboortedatum=geboren)
    if len(sleutel) > lezing.formaat.langste_sleutel or len(achternaam) > lezing.formaat.langste_achternaam:
        raise WaardeError("achternaam", "De sleutel of de achternaam is te lang. Maak hem korter in uw administratie.")
    return Leerlingopgave(
        _regel(element),
        sleutel,
        voornaam.strip(),
        f"{voorvoegsel.strip()} {achternaam}" if voorvoegsel else achternaam,
        lees_dag("geboortedatum", geboren),
        lees_dag("instroomdatum", instroom) if instroom else None,
        lees_dag("uitstroomdatum", uitstroom) if uitstroom else None,
        _groepsnaam(delen["groep"], lezing) if "groep" in delen else None,
        None,
        (delen["vestiging"].get("key") or "") if "vestiging" in delen else "",
    )


def _wat_mist(**waarden: str | None) -> WaardeError:
    wat = next(wat for wat, waarde in waarden.items() if not waarde)
    return WaardeError(wat, f"De {wat} is leeg. Vul hem in in uw administratie.")


def _groepsnaam(element: etree._Element, lezing: _Lezing) -> str:
    sleutel = element.get("key") or ""
    naam = lezing.groepen.get(sleutel)
    if naam is None and (geweigerd := lezing.geweigerd.get(sleutel)):
        raise WaardeError(
            "groep", f"De groep '{geweigerd}' is geweigerd, zie de regel daarvan. Verbeter eerst de groep."
        )
    if naam is None:
        raise WaardeError("groep", f"De groep '{sleutel}' is onbekend: die staat niet (goed) in dit bestand.")
    return naam


def _leerkracht(element: etree._Element, lezing: _Lezing) -> None:
    """A teacher with the groups they teach; who is there to learn or to help is not the teacher of a group."""
    wie = _wie(element)
    bezwaar = _bezwaar_leerkracht(element, wie, lezing.formaat)
    if bezwaar is not None:
        lezing.weigeringen.append(_weiger(element, wie or "leerkracht", bezwaar))
        return
    namen = [
        lezing.groepen.get(groep.get("key") or "") for groep in element.iterfind("groepen/groep") if _geeft_les(groep)
    ]
    email = (element.findtext("emailadres") or "").strip()
    geeft_les = tuple(naam for naam in namen if naam)
    lezing.leerkrachten.append(Leerkrachtopgave(_regel(element), wie, email, geeft_les))


def _bezwaar_leerkracht(element: etree._Element, wie: str, formaat: Formaat) -> WaardeError | None:
    rol = next((deel.text or "" for deel in element.iter("rol") if deel.text not in formaat.rollen), None)
    if rol is not None:
        return WaardeError("rol", _geen_code("rol", rol, formaat))
    if not {deel.tag for deel in element} <= formaat.van_leerkracht or not wie:
        return WaardeError("achternaam", "Deze leerkracht heeft geen naam, of iets dat er niet hoort.")
    return None


def _geeft_les(groep: etree._Element) -> bool:
    rollen = [rol.text for rol in groep.iterfind("rol")]
    return not rollen or "LRK" in rollen


def _wie(element: etree._Element) -> str:
    delen = (element.findtext(wat) for wat in ("roepnaam", "voorvoegsel", "achternaam"))
    return " ".join(deel.strip() for deel in delen if deel)


def _weiger(element: etree._Element, wie: str, fout: WaardeError) -> Weigering:
    deel = element.find(fout.wat)
    sleutel = (element.get("key") or "") if element.tag == "leerling" else ""
    return Weigering(_regel(element if deel is None else deel), wie, str(fout), sleutel)


def _regel(element: etree._Element) -> int:
    regel: Any = element.sourceline
    return int(regel)
