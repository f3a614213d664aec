"""A refusal or removal rests on the yes of another school: asked, answered by somebody, and never this school."""

from dataclasses import replace
from datetime import date

import pytest

from passend.begrippen.vindplaats import Vindplaats
from passend.regels.andereschool import Schoolbericht, check_schoolbericht, check_tlvkeuze

WAAR = Vindplaats(regeling="WPO", artikel="40 lid 11", adres="")
EIGEN = ["OBS De Wilgenboom", "99AA00"]
VRAAG = Schoolbericht(naam="De Els", op=date(2026, 10, 5), is_antwoord=False)
ANTWOORD = Schoolbericht(
    naam="De Els", op=date(2026, 10, 6), is_antwoord=True, zegsman="De directeur, per mail.", gevraagd_op=VRAAG.op
)


@pytest.mark.parametrize(
    ("bericht", "verwacht"),
    [
        (VRAAG, []),
        (ANTWOORD, []),
        (replace(ANTWOORD, op=VRAAG.op), []),
        (replace(VRAAG, naam="De Wilgenboom, Zeestad"), []),
        (replace(VRAAG, naam=" "), [("naam", "Vul in welke school het is.")]),
        (
            replace(VRAAG, naam="De Wilgenboom, Duinrand"),
            [("eigen_school", "Dit is deze school zelf. Vul een andere school in.")],
        ),
        (
            replace(VRAAG, gevraagd_op=VRAAG.op),
            [("al_gevraagd", "Deze school vroeg u al, op 05-10-2026. Noteer wat zij antwoordt.")],
        ),
        (
            replace(ANTWOORD, gevraagd_op=None),
            [("niet_gevraagd", "Deze school is nog niet gevraagd. Noteer eerst dat u haar vroeg.")],
        ),
        (
            replace(ANTWOORD, op=date(2026, 10, 4), zegsman=" "),
            [
                ("voor_vraag", "Het antwoord ligt voor de vraag (05-10-2026). Kijk beide dagen na."),
                ("zegsman", "Schrijf op wie dit zei bij de andere school, en hoe: in een gesprek, brief of mail."),
            ],
        ),
    ],
)
def test_what_another_school_said_is_complete(bericht: Schoolbericht, verwacht: list[tuple[str, str]]) -> None:
    bezwaren = check_schoolbericht(bericht, eigen=EIGEN, plaats="Duinrand", vindplaats=WAAR)

    assert [(een.code, een.zin) for een in bezwaren] == verwacht
    assert {een.vindplaats for een in bezwaren} <= {WAAR}


@pytest.mark.parametrize(("soort", "waar"), [("sbo", "WPO artikel 40 lid 8"), ("so", "WEC artikel 40 lid 10")])
def test_yes_of_special_education_says_how_the_verklaring_stands(soort: str, waar: str) -> None:
    [bezwaar] = check_tlvkeuze(soort, "")

    assert (bezwaar.code, str(bezwaar.vindplaats)) == ("tlvkeuze", waar)
    assert bezwaar.zin == (
        "Deze school laat een kind alleen toe met een toelaatbaarheidsverklaring. Kies of die er is, is aangevraagd of "
        "er niet is."
    )
    assert [check_tlvkeuze(soort, tlv) for tlv in ("er", "gevraagd", "niet")] == [(), (), ()]


def test_yes_of_an_ordinary_school_says_nothing_of_a_verklaring() -> None:
    assert [check_tlvkeuze(soort, "") for soort in ("", "bao", "instelling")] == [(), (), ()]
    assert check_tlvkeuze("bao", "er") == ()
