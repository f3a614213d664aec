"""The pages that are measured; all exist in the small made-up region, and so in the large one too."""

from dataclasses import dataclass, field

SCHOOL = "99AA00"  # the one made-up school with two editions
ANDERE = ("99AB00", "99AC00", "99AD00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A page: its address, who asks for it, and how."""

    naam: str
    adres: str
    wie: str = ""
    koppen: dict[str, str] = field(default_factory=dict)


_VERGELIJK = "/vergelijk?" + "&".join(f"school={code}" for code in (SCHOOL, *ANDERE))
OPENBAAR = (
    Blad(naam="zoeken, eerste scherm", adres="/"),
    Blad(naam="zoeken op woorden", adres="/?q=basisschool"),
    Blad(naam="zoeken op woorden, alleen de lijst", adres="/?q=basisschool", koppen={"HX-Request": "true"}),
    Blad(naam="zoeken op soort", adres="/?soort=logopedie"),
    Blad(naam="zoeken op woorden, plaats en soort", adres="/?q=wilgenboom&plaats=Voorbeeldstad&soort=hgw"),
    Blad(naam="school", adres=f"/scholen/{SCHOOL}"),
    Blad(naam="school, in het Engels", adres=f"/scholen/{SCHOOL}", koppen={"Accept-Language": "en"}),
    Blad(naam="editie", adres=f"/scholen/{SCHOOL}/editie/1"),
    Blad(naam="vergelijking van twee", adres=f"/vergelijk?school={SCHOOL}&school={ANDERE[0]}"),
    Blad(naam="vergelijking van vier", adres=_VERGELIJK),
    Blad(naam="verschil", adres=f"/scholen/{SCHOOL}/verschil"),
)
AANGEMELD = (
    Blad(naam="start van een directeur", adres="/start", wie="directeur@voorbeeld.nl"),
    Blad(naam="profiel", adres=f"/school/{SCHOOL}/profiel", wie="directeur@voorbeeld.nl"),
    Blad(naam="vaststelling", adres=f"/school/{SCHOOL}/vaststelling", wie="directeur@voorbeeld.nl"),
    Blad(naam="overzicht van een samenwerkingsverband", adres="/overzicht", wie="samenwerkingsverband@voorbeeld.nl"),
)
