"""Reads UWLR as a stream: one pupil at a time, so that a large file takes no more memory than its results do.

A file that is no UWLR, or breaks off, is refused as a whole. A result that breaks a rule of the standard is refused by
itself, with its line. In a file the results come first and the tests after them, so what a test is, is known last.
"""

from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from passend.begrippen.opgave import OnleesbaarError, Weigering
from passend.uitwisseling.edexml.waarden import WaardeError, lees_dag
from passend.uitwisseling.opruimen import zonder_opruimen
from passend.uitwisseling.uwlr.bestand import Norm, Uwlrbestand, Uwlrtoets, Uwlruitslag
from passend.uitwisseling.xmlstroom import delen_van, vergeet_eerdere

VERSIES = ("2.1", "2.2")
_LR = "{http://www.edustandaard.nl/leerresultaten/2/leerresultaten}"
_OSO = "{http://www.edustandaard.nl/oso_gegevensset/1.2/dossier}"
_VERZOEK, _SCHOOL, _AFNAME, _TOETS = (
    f"{_LR}{naam}" for naam in ("leerresultaten_verzoek", "school", "toetsafname", "toets")
)
_WORTELS = (_VERZOEK, "{http://schemas.xmlsoap.org/soap/envelope/}Envelope")
_RUIM_OP = 500
_LANGSTE = 256
_LANDELIJK = frozenset({None, "", "Landelijk"})  # a value beside another group of pupils is another number
_LEERLINGID, _RESULTATEN, _RESULTAAT, _TOETSCODE, _AFNAMEDATUM, _ONDERDEEL, _SCORE, _OSORESULTAAT = (
    f"{_LR}{naam}"
    for naam in (
        *("leerlingid", "resultaten", "resultaat", "toetscode", "afnamedatum", "toetsonderdeelcode"),
        *("score", "osoresultaat"),
    )
)
_REFERENTIESCORE, _CODE, _GROEP, _WAARDE, _AANTALGOED, _VAARDIGHEIDSSCORE = (
    f"{_OSO}{naam}"
    for naam in (
        *("referentiescore", "codereferentiescore", "codevergelijkingsgroep", "waarde"),
        *("aantalgoed", "vaardigheidsscore"),
    )
)
_EEN_VAN = frozenset({_SCORE, _OSORESULTAAT, f"{_LR}anderresultaat"})
_IN_RESULTAAT = _EEN_VAN | {_AFNAMEDATUM, _TOETSCODE, _ONDERDEEL, f"{_LR}versie", f"{_LR}infourl"}


@zonder_opruimen()
def read_uwlr(bron: IO[bytes]) -> Uwlrbestand:
    """Everything a file says.

    Raises:
        OnleesbaarError: it is no UWLR, or breaks off, or says nothing of its school or of a result.
    """
    bestand = Uwlrbestand()
    for deel in stream_uwlr(bron, bestand):
        if isinstance(deel, Uwlruitslag):
            bestand.uitslagen.append(deel)
        else:
            bestand.weigeringen.append(deel)
    bekend = [een for een in bestand.uitslagen if een.toets in bestand.toetsen]
    if len(bekend) < len(bestand.uitslagen):
        bestand.weigeringen.extend(
            Weigering(
                een.regel,
                een.leerling,
                f"De toets '{een.toets}' staat niet in dit bestand. Maak het opnieuw in het systeem van de toetsen.",
                een.leerling,
            )
            for een in bestand.uitslagen
            if een.toets not in bestand.toetsen
        )
        bestand.uitslagen = bekend
    if not bestand.uitslagen and not bestand.weigeringen:
        raise OnleesbaarError("In dit bestand staat geen enkele uitslag. Kies bij het exporteren ook de uitslagen.")
    return bestand


def stream_uwlr(bron: IO[bytes], bestand: Uwlrbestand) -> Iterator[Uwlruitslag | Weigering]:
    """Each result and refusal as it goes by; the school and the tests of `bestand` fill up meanwhile.

    Raises:
        OnleesbaarError: it is no UWLR, or breaks off, or does not say of which school it is.
    """
    verloop = etree.iterparse(
        bron,
        events=("end",),
        tag=(_SCHOOL, _AFNAME, _TOETS, _VERZOEK),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
    )
    sleutels: set[str] = set()
    is_heel, aantal = False, 0
    try:
        for _soort, element in verloop:
            if element.tag == _AFNAME:
                yield from _afname(element, sleutels)
                element.clear()
                aantal += 1
                if aantal % _RUIM_OP == 0:
                    vergeet_eerdere(element)
            elif element.tag == _TOETS:
                yield from _toets(element, bestand)
                element.clear()
            elif element.tag == _SCHOOL:
                bestand.brin = _school(element)
            else:
                is_heel = element.find(_SCHOOL) is not None
    except etree.XMLSyntaxError as fout:
        raise OnleesbaarError(_stuk(fout)) from fout
    _check_einde(verloop.root, is_heel=is_heel)


def _stuk(fout: etree.XMLSyntaxError) -> str:
    regel = fout.lineno or 1
    if "DTD" in str(fout) or "ntity" in str(fout):
        return f"Regel {regel}: dit bestand verwijst naar iets buiten zichzelf. UWLR doet dat niet. Maak het opnieuw."
    return (
        f"Regel {regel}: het bestand klopt hier niet of breekt af. Er is niets overgenomen. "
        "Maak het opnieuw in het systeem van de toetsen, en lever het heel in."
    )


def _check_einde(wortel: etree._Element | None, *, is_heel: bool) -> None:
    if wortel is None or wortel.tag not in _WORTELS:
        begin = "niets" if wortel is None else etree.QName(wortel).localname
        if begin == "EDEX":
            raise OnleesbaarError("Dit is EDEXML: daar staan leerlingen in. Lees het in bij Leerlingen inlezen.")
        raise OnleesbaarError(
            f"Dit is geen UWLR. Het bestand begint met '{begin}', en dat moet leerresultaten_verzoek zijn. "
            "Kies bij exporteren UWLR 2.2."
        )
    if wortel.getroottree().docinfo.internalDTD is not None:
        raise OnleesbaarError("Regel 1: dit bestand verwijst naar iets buiten zichzelf. UWLR doet dat niet.")
    if not is_heel:
        raise OnleesbaarError("In dit bestand staat niet van welke school het is. Maak het opnieuw.")


def _school(element: etree._Element) -> str:
    versie = (element.findtext(f"{_LR}xsdversie") or "").strip()
    if versie not in VERSIES:
        raise OnleesbaarError(
            f"Regel {_regel(element)}: dit bestand is UWLR '{versie}'. Passend leest {' en '.join(VERSIES)}. "
            "Maak het opnieuw in een van die versies."
        )
    brin = (element.findtext(f"{_LR}brincode") or "").strip()
    return brin and brin + (element.findtext(f"{_LR}dependancecode") or "").strip()


def _afname(element: etree._Element, sleutels: set[str]) -> Iterator[Uwlruitslag | Weigering]:
    """The results of one pupil."""
    leerling, resultaten = "", None
    for deel in delen_van(element):
        if deel.tag == _LEERLINGID:
            leerling = (deel.text or "").strip()
        elif deel.tag == _RESULTATEN:
            resultaten = deel
    if not 0 < len(leerling) <= _LANGSTE:
        yield Weigering(_regel(element), "", "Het leerlingid is leeg of te lang. Zo is niet te zien van wie dit is.")
        return
    if resultaten is None or not len(resultaten):
        yield Weigering(_regel(element), leerling, "Bij deze leerling staat geen uitslag.", leerling)
        return
    for resultaat in delen_van(resultaten):
        try:
            yield _resultaat(resultaat, leerling, sleutels)
        except WaardeError as fout:
            bij = resultaat.find(f"{_LR}{fout.wat}")
            yield Weigering(_regel(resultaat if bij is None else bij), leerling, str(fout), leerling)


def _resultaat(element: etree._Element, leerling: str, sleutels: set[str]) -> Uwlruitslag:
    delen = {deel.tag: deel for deel in delen_van(element)}
    _check_delen(element, delen, sleutels)
    toets, op = _tekst(delen, _TOETSCODE), _tekst(delen, _AFNAMEDATUM)
    if not toets or not op:
        wat = "afnamedatum" if toets else "toetscode"
        raise WaardeError(wat, f"De {wat} is leeg. Maak het bestand opnieuw in het systeem van de toetsen.")
    if _ONDERDEEL in delen:
        toets = f"{toets}/{_tekst(delen, _ONDERDEEL)}"
    dag = lees_dag("afnamedatum", op)
    if _OSORESULTAAT in delen:
        return Uwlruitslag(_regel(element), leerling, toets, dag, None, *_oso(delen[_OSORESULTAAT]))
    if _SCORE not in delen:
        zin = "Deze uitslag staat in een eigen vorm van de maker, en die kent Passend niet."
        raise WaardeError("anderresultaat", zin)
    getal = _tekst(delen, _SCORE)
    if not (getal.isascii() and getal.isdigit()):
        raise WaardeError("score", f"De score '{getal}' is geen heel getal vanaf 0. Kijk hem na.")
    return Uwlruitslag(_regel(element), leerling, toets, dag, int(getal))


def _check_delen(element: etree._Element, delen: dict[Any, Any], sleutels: set[str]) -> None:
    if not delen.keys() <= _IN_RESULTAAT or len(delen) != len(element) or element.tag != _RESULTAAT:
        vreemd = next((deel for deel in element if deel.tag not in _IN_RESULTAAT), element)
        naam = etree.QName(vreemd).localname
        raise WaardeError(naam, f"'{naam}' hoort hier niet, of er staat iets dubbel. Maak het bestand opnieuw.")
    sleutel = element.get("key") or ""
    if not sleutel:
        raise WaardeError("key", "Deze uitslag heeft geen sleutel. Maak het bestand opnieuw.")
    if sleutel in sleutels:
        raise WaardeError("key", f"De sleutel '{sleutel}' staat bij twee uitslagen. Maak het bestand opnieuw.")
    sleutels.add(sleutel)
    if len(_EEN_VAN & delen.keys()) != 1:
        raise WaardeError("score", "Hier staat geen uitslag, of meer dan een. Maak het bestand opnieuw.")


def _oso(element: etree._Element) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What the exchange of files between schools has of a result: how many were good, the scale, and values by code."""
    goed = vaardigheid = ""
    referenties = []
    for deel in delen_van(element):
        waarden = {kind.tag: kind.text for kind in delen_van(deel)}
        if deel.tag == _REFERENTIESCORE:
            code, waarde = waarden.get(_CODE), waarden.get(_WAARDE)
            if not code or not waarde:
                raise WaardeError("osoresultaat", "Bij deze uitslag staat een referentiescore zonder code of waarde.")
            if waarden.get(_GROEP) in _LANDELIJK:
                referenties.append((code.strip(), waarde.strip()))
        else:
            goed = (waarden.get(_AANTALGOED) or "").strip()
            vaardigheid = (waarden.get(_VAARDIGHEIDSSCORE) or "").strip()
    return goed, vaardigheid, tuple(referenties)


def _toets(element: etree._Element, bestand: Uwlrbestand) -> Iterator[Weigering]:
    code = (element.findtext(f"{_LR}toetscode") or "").strip()
    naam = (element.findtext(f"{_LR}toetsnaam") or code).strip()
    if not code or code in bestand.toetsen:
        yield Weigering(_regel(element), naam, "Deze toets heeft geen code, of een code die al voorkwam.")
        return
    try:
        _voeg_toe(element, bestand, code, naam)
    except WaardeError as fout:
        yield Weigering(_regel(element), naam, str(fout))


def _voeg_toe(element: etree._Element, bestand: Uwlrbestand, code: str, naam: str) -> None:
    versie, leerjaar, vakgebied = (
        (element.findtext(f"{_LR}{wat}") or "").strip() for wat in ("versie", "leerjaar", "vakgebied")
    )
    toetsen = [
        Uwlrtoets(
            code=code,
            naam=naam,
            versie=versie,
            leerjaar=leerjaar,
            vakgebied=vakgebied,
            normen=tuple(_normen(element.find(f"{_LR}toetsnormering"))),
        )
    ]
    for deel in element.iterfind(f"{_LR}toetsonderdelen/{_LR}toetsonderdeel"):
        deelcode = (deel.findtext(f"{_LR}toetsonderdeelcode") or "").strip()
        deelnaam = (deel.findtext(f"{_LR}toetsonderdeelnaam") or deelcode).strip()
        toetsen.append(
            Uwlrtoets(
                code=f"{code}/{deelcode}",
                naam=f"{naam}: {deelnaam}",
                versie=versie,
                leerjaar=leerjaar,
                vakgebied=deelnaam,
                normen=tuple(_normen(deel.find(f"{_LR}toetsonderdeelnormering"))),
                is_onderdeel=True,
            )
        )
    bestand.toetsen.update((een.code, een) for een in toetsen)


def _normen(element: etree._Element | None) -> Iterator[Norm]:
    for norm in element.iterfind(f"{_LR}norm") if element is not None else ():
        term = (norm.findtext(f"{_LR}term") or "").strip()
        van, tot = ((norm.findtext(f"{_LR}{wat}") or "").strip() for wat in ("beginnormwaarde", "eindnormwaarde"))
        if not (term and van.isdigit() and tot.isdigit()):
            raise WaardeError(
                "norm", "Een norm van deze toets heeft geen naam, of grenzen die geen hele getallen zijn."
            )
        yield term, int(van), int(tot)


def _tekst(delen: dict[Any, Any], tag: str) -> str:
    deel = delen.get(tag)
    return "" if deel is None else (deel.text or "").strip()


def _regel(element: etree._Element) -> int:
    regel: Any = element.sourceline
    return int(regel)
