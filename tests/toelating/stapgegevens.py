"""What each step of a case takes to be noted at all, so that a test can try any step anywhere."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.factories.toelating import BELEID, DAG

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.aanmelding import Hulpvraag

TEKST: Mapping[str, Any] = {"tekst": "Zo ging het."}
SCHELP: Mapping[str, Any] = {"school": "De Schelp, Zeestad", "tekst": "De directeur."}
VOLLEDIG: Mapping[Soort, Mapping[str, Any]] = {
    Soort.AANVULLING_GEVRAAGD: {**TEKST, "uiterlijk_op": date(2026, 11, 20)},
    Soort.ONDERZOEK: {**TEKST, "bevinding": Hulpvraag.EXTRA.value},
    Soort.SCHOOL_GEVRAAGD: {"school": "De Kiezel", "plaats": "Zeestad"},
    Soort.SCHOOL_BEREID: SCHELP,
    Soort.SCHOOL_NIET_BEREID: SCHELP,
    Soort.BEREIDHEID_INGETROKKEN: SCHELP,
    Soort.SCHOOL_VOL: {**TEKST, "bewijs_adres": BELEID, "vooraf_op": DAG, "is_gevolgd": True, "leerjaar": 1},
    Soort.GRONDSLAG_GEWEIGERD: {
        **TEKST,
        "vooraf_op": DAG,
        "school": "De Zandloper",
        "plaats": "Zeestad",
        "is_openbaar_nagekeken": True,
    },
    Soort.ELDERS_INGESCHREVEN: {**TEKST, "school": "De Eb"},
    Soort.TLV_GEGEVEN: {"tekst": "12", "vooraf_op": DAG, "uiterlijk_op": date(2028, 7, 31)},
}


def volledig(soort: Soort) -> dict[str, Any]:
    """What is typed in the form of a step, all of it."""
    return dict(VOLLEDIG.get(soort, TEKST))
