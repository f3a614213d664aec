"""Small transfer files of made-up pupils, and ways to break them."""

from collections.abc import Callable, Collection
from dataclasses import fields, replace
from datetime import date

from lxml import etree

from passend.uitwisseling.oso.bouwstenen import Adres, Communicatie, Document, Schoolloopbaan, Verzorger
from passend.uitwisseling.oso.dossier import (
    Bestand,
    Metadata,
    Ouderinzage,
    Overstapbestand,
    SchoolMetNummer,
    SchoolZonderNummer,
    Swvbestand,
    Uitlevering,
)
from passend.uitwisseling.oso.formaat import NIEUWSTE
from passend.uitwisseling.oso.leerling import LeerlingMetNummer, LeerlingZonderNummer, Overstapadvies
from passend.uitwisseling.oso.ondersteuning import Arrangement, Onderwijsondersteuning, Toelichting
from passend.uitwisseling.oso.schrijven import schrijf_oso

RUIMTE = {"o": NIEUWSTE.ruimte}
type Breuk = Callable[[etree._Element], None]
_OVER = {"cat_vve", "cat_verzuim", "cat_toetsresultaten", "cat_handelingsplannen", "cat_cijferlijsten"}
_OPTIONEEL = _OVER | {"cat_bijlagedocs"}


def maak_popo() -> Overstapbestand:
    """A file of a made-up pupil who goes to another school; it breaks no rule."""
    school = SchoolMetNummer(
        naam="Basisschool De Wilgenboom",
        adressen=(_adres("bezoek"),),
        communicatie=(Communicatie(soort="telefoon", nummer="0700000000"),),
        brincode="99AA",
        vestigingscode="00",
        aanleverpunt="1",
        leerling=LeerlingMetNummer(
            voornaam=("Fenna",),
            achternaam="Verzonnen",
            geboortedatum=date(2017, 5, 4),
            adresgeheim=False,
            adressen=(_adres("gba"),),
            bsn="999999990",
            datuminschrijving=date(2021, 8, 23),
            verzorgersaansprakelijk=True,
            overstapadvies=Overstapadvies(contactnodig=False),
            schoolloopbaan=(_LOOPBAAN,),
            verzorgers=(Verzorger(achternaam="Verzonnen", wettigevertegenwoordiger=True),),
        ),
    )
    return Overstapbestand(
        metadata=maak_metadata("POPO", {"cat_onderwijsondersteuning", "cat_eindtoetsbo"}),
        overdrachtsoort="overstapdossier",
        inzage=Ouderinzage(voorlopigdossier=False, inzage=True, inzagedatum=date(2026, 11, 2), akkoord="Ja"),
        huidigeschool=school,
    )


def maak_popo_met(*documenten: Document) -> Overstapbestand:
    """The same file, with documents in it: the first with what the pupil needs, the others in the list."""
    bestand = maak_popo()
    eerste, *rest = documenten
    school = bestand.huidigeschool
    leerling = replace(
        school.leerling,
        documenten=tuple(rest),
        onderwijsondersteuning=Onderwijsondersteuning(toelichting_onderwijsbehoeften=Toelichting(document=eerste)),
    )
    return replace(bestand, huidigeschool=replace(school, leerling=leerling))


def maak_poswv() -> Swvbestand:
    """A file of a made-up pupil for the samenwerkingsverband; it breaks no rule."""
    school = SchoolZonderNummer(
        naam="Basisschool De Wilgenboom",
        adressen=(_adres("bezoek"),),
        communicatie=(Communicatie(soort="telefoon", nummer="0700000000"),),
        brincode="99AA",
        vestigingscode="00",
        aanleverpunt="1",
        leerling=LeerlingZonderNummer(
            voornaam=("Fenna",),
            achternaam="Verzonnen",
            geboortedatum=date(2017, 5, 4),
            adresgeheim=False,
            adressen=(_adres("gba"),),
            schoolloopbaan=(_LOOPBAAN,),
            verzorgersaansprakelijk=True,
            onderwijsondersteuning=Onderwijsondersteuning(
                arrangementen=(Arrangement(arrangement_datum=date(2026, 9, 1)),)
            ),
            verzorgers=(Verzorger(achternaam="Verzonnen", wettigevertegenwoordiger=True),),
        ),
    )
    return Swvbestand(
        metadata=maak_metadata("POSWV", {"cat_ouderinzage", "cat_overstapadvies"}, verboden={"cat_eindtoetsbo"}),
        overdrachtsoort="swv-dossier",
        huidigeschool=school,
    )


def maak_metadata(overstap: str, optioneel: set[str], verboden: Collection[str] = ()) -> Metadata:
    """What a file says of itself; what is in neither set must be in it."""
    standen = {
        veld.name: "VERBODEN"
        if veld.name in {*verboden, "cat_vombo"}
        else ("OPTIONEEL" if veld.name in optioneel | _OPTIONEEL else "VERPLICHT")
        for veld in fields(Uitlevering)
    }
    return Metadata(
        deeldossier="LASLVS",
        pakketnaam="Passend",
        pakketversie="1",
        datum=date(2026, 11, 10),
        standaardversie="2019.1",
        validatieversie="2019.1.1",
        categorie_uitlevering=Uitlevering(**standen),
        overstap=overstap,
    )


def boom_van(bestand: Bestand) -> etree._Element:
    """The tree of a file."""
    return etree.fromstring(schrijf_oso(bestand))


def zet(pad: str, tekst: str) -> Breuk:
    """Give an element another text."""

    def breek(boom: etree._Element) -> None:
        een_van(boom, pad).text = tekst

    return breek


def weg(pad: str) -> Breuk:
    """Take an element out."""

    def breek(boom: etree._Element) -> None:
        element = een_van(boom, pad)
        ouder = element.getparent()
        assert ouder is not None
        ouder.remove(element)

    return breek


def erbij(pad: str, xml: str) -> Breuk:
    """Put something into an element; the schema is not looked at."""

    def breek(boom: etree._Element) -> None:
        een_van(boom, pad).append(etree.fromstring(f'<a xmlns="{NIEUWSTE.ruimte}">{xml}</a>')[0])

    return breek


def een_van(boom: etree._Element, pad: str) -> etree._Element:
    """The first element on a path such as `leerling/bsn`."""
    stappen = "/".join(f"o:{stap}" for stap in pad.split("/"))
    gevonden = boom.find(f".//{stappen}", RUIMTE)
    assert gevonden is not None, pad
    return gevonden


def _adres(soort: str) -> Adres:
    return Adres(soortadres=soort, straat="Duinweg", nummer="1", postcode="9999ZZ", plaats="Duinrand")


_LOOPBAAN = Schoolloopbaan(schooljaar="2026-2027", groepscode="5A", jaargroep="5", brincode="99AA", vestigingscode="00")
