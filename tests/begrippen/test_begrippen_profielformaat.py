"""The open format: what goes out comes back the same."""

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.profielformaat import inhoud_als_dict, inhoud_uit_dict
from passend.begrippen.profielinhoud import (
    Bron,
    Eenheid,
    Link,
    Methode,
    Omvang,
    Profielinhoud,
    Structuurdeel,
    Tabelrij,
    Tekst,
    Veldwaarde,
)

TEKST = st.text(max_size=20)
MISSCHIEN = st.none() | TEKST
ZEKERHEID = st.floats(min_value=0, max_value=1)
GETAL = st.floats(min_value=0, max_value=2000, allow_nan=False)
BRONNEN = st.builds(
    Bron,
    methode=st.sampled_from(Methode),
    regel=st.none() | st.integers(1, 9999),
    pagina=st.none() | st.integers(1, 99),
    kader=st.none() | st.tuples(GETAL, GETAL, GETAL, GETAL),
)
OMVANGEN = st.builds(
    Omvang,
    getal=st.decimals(min_value=0, max_value=999, places=3).map(lambda getal: Decimal(str(float(getal)))),
    eenheid=st.sampled_from(Eenheid),
)
RIJEN = st.builds(
    Tabelrij,
    tabel=TEKST,
    rij=MISSCHIEN,
    label=TEKST,
    waarde=MISSCHIEN,
    cellen=st.dictionaries(TEKST, st.none() | st.booleans() | TEKST, max_size=4),
    zekerheid=ZEKERHEID,
    bron=BRONNEN,
    omvang=st.none() | OMVANGEN,
    periode=MISSCHIEN,
    soort_ondersteuning=MISSCHIEN,
    opmerking=MISSCHIEN,
)
VELDEN = st.builds(
    Veldwaarde, sectie=TEKST, veld=TEKST, label=TEKST, waarde=MISSCHIEN, zekerheid=ZEKERHEID, bron=BRONNEN
)
TEKSTEN = st.builds(
    Tekst, sectie=TEKST, code=TEKST, tekst=TEKST, is_vast=st.booleans(), zekerheid=ZEKERHEID, bron=BRONNEN
)
INHOUDEN = st.builds(
    Profielinhoud,
    sjabloon=TEKST,
    schooljaar=MISSCHIEN,
    velden=st.lists(VELDEN, max_size=3).map(tuple),
    tabellen=st.lists(RIJEN, max_size=3).map(tuple),
    teksten=st.lists(TEKSTEN, max_size=3).map(tuple),
    links=st.lists(st.builds(Link, url=TEKST, tekst=TEKST, bron=BRONNEN), max_size=2).map(tuple),
    structuur=st.lists(
        st.builds(Structuurdeel, soort=TEKST, naam=TEKST, rol=TEKST, ring=st.integers(0, 9), toelichting=TEKST),
        max_size=2,
    ).map(tuple),
)


@given(INHOUDEN)
def test_a_profile_comes_back_the_same_from_json(inhoud: Profielinhoud) -> None:
    assert inhoud_uit_dict(json.loads(json.dumps(inhoud_als_dict(inhoud)))) == inhoud


@given(RIJEN)
def test_a_row_of_the_school_itself_is_told_apart_in_json(rij: Tabelrij) -> None:
    inhoud = Profielinhoud(sjabloon="s", schooljaar=None, tabellen=(rij,))

    assert inhoud_als_dict(inhoud)["tabellen"][0]["is_eigen"] is (rij.rij is None)


def test_own_rows_are_keyed_by_their_words_and_rows_of_the_region_by_their_code() -> None:
    bron = Bron(methode=Methode.INVOER)
    eigen = Tabelrij(tabel="aanbod", rij=None, label="Rots & Water!", waarde=None, cellen={}, zekerheid=1, bron=bron)
    vast = Tabelrij(tabel="hgw", rij="positief", label="6. Positief", waarde=None, cellen={}, zekerheid=1, bron=bron)

    assert (eigen.sleutel, vast.sleutel) == ("rij:aanbod:+rots-water", "rij:hgw:positief")
