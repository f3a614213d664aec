"""What each address of admission expects of whom; the facts of a row, by its name."""

from typing import Any

from tests.factories.leerlingen import Gezin
from tests.factories.profielen import OP
from tests.factories.toelating import SCAN, maak_aanmelding, maak_beleid

from passend.toelating.actions.aanmelden import add_aanmeldscan
from passend.toelating.actions.schorsen import suspend_leerling, withdraw_schorsing
from passend.toelating.actions.verwijderen import begin_verwijdering
from passend.toelating.models import Brief

SCHRIJVERS = {"directeur", "intern_begeleider"}
LEZERS = {*SCHRIJVERS, "bestuurder"}
LIJST = {*LEZERS, "adviseur"}  # who sees no case until the school asks for help, and then that one
FOUT_IN_FORMULIER, WEG = 422, 404


def rijen_van_toelating(gezin: Gezin, iedereen: set[str], bij_pip: set[str]) -> dict[str, dict[str, Any]]:
    """The addresses of a registration, and of suspending and removing the pupil of this world."""
    school = gezin.school
    maak_beleid(school)
    aanmelding = maak_aanmelding(school)
    brief = Brief.objects.get(aanmelding=aanmelding).pk
    scan = add_aanmeldscan(actor=school.intern_begeleider, aanmelding=aanmelding, scan=SCAN, op=OP).pk
    dag, directeur = OP.date(), school.directeur
    schorsing = suspend_leerling(
        actor=directeur, leerling=gezin.leerling, van=dag, tot_en_met=dag, motivering="Een gevecht.", op=OP
    )
    withdraw_schorsing(actor=directeur, schorsing=schorsing, motivering="De dag klopt niet.", op=OP)
    verwijdering = begin_verwijdering(actor=directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)
    zaak = {"zaak": str(aanmelding.sleutel)}
    pip = {"code": "99AA00", "sleutel": str(gezin.leerling.sleutel)}
    weg = {"waarden": {"zaak": str(verwijdering.sleutel)}}
    openbaar = {"lezen": iedereen, "van_school": False}
    code = {"code": "99AA00"}
    ruimte = {"wat": "ruimte", "leerjaar": "3", "stand": "plaats", "geldig_van": "2026-10-01"}
    stap = {"stap": "ouders_gehoord", "op": dag.isoformat(), "tekst": "Zij schrokken."}
    return {
        "aanmeldingen": {"lezen": LIJST},
        "hulpvragen": {"lezen": {"adviseur", "adviseur_elders"}, "van_school": False},
        "aanmelding_nieuw": {"lezen": SCHRIJVERS, "sturen": SCHRIJVERS, "gestuurd": FOUT_IN_FORMULIER},
        "aanmeldingen_vernietigen": {"sturen": {"directeur"}},
        "plaatsruimte": {"lezen": LIJST, "sturen": SCHRIJVERS, "velden": ruimte},
        "aanmelding": {"lezen": LEZERS, "binnen": LEZERS, "waarden": zaak},
        "aanmelding_stap": {"sturen": SCHRIJVERS, "binnen": LEZERS, "waarden": zaak, "velden": {"stap": "sleutel"}},
        "aanmeldbrief": {"lezen": LEZERS, "binnen": LEZERS, "waarden": zaak | {"pk": brief}},
        "aanmeldscan": {"lezen": LEZERS, "binnen": LEZERS, "waarden": zaak | {"pk": scan}},
        "verwijdering": {"lezen": LEZERS, "sturen": SCHRIJVERS, "velden": stap, **weg},
        "verwijderbrief": {"lezen": LEZERS, "gelezen": WEG, "waarden": weg["waarden"] | {"pk": 1}},
        "schorsing": {
            "lezen": SCHRIJVERS,
            "sturen": {"directeur"},
            "binnen": bij_pip,
            "van_school": False,
            "waarden": pip,
            "velden": {"wat": "schorsen"},
            "gestuurd": FOUT_IN_FORMULIER,
        },
        **{
            naam: {
                "lezen": {*SCHRIJVERS, "ouder"},
                "binnen": bij_pip,
                "van_school": False,
                "waarden": pip | {"pk": schorsing.pk},
            }
            for naam in ("schorsingsbrief", "intrekkingsbrief")
        },
        **{
            naam: {"lezen": {*SCHRIJVERS, "ouder"}, "binnen": bij_pip, "van_school": False, "waarden": pip}
            for naam in ("mijn_verwijdering", "mijn_verwijdering_pdf")
        },
        "mijn_verwijderbrief": {
            "lezen": {*SCHRIJVERS, "ouder"},
            "binnen": bij_pip,
            "van_school": False,
            "gelezen": WEG,
            "waarden": pip | {"pk": 1},
        },
        "kind_aanmelden": {**openbaar, "sturen": iedereen, "gestuurd": FOUT_IN_FORMULIER, "waarden": code},
        "mijn_aanmelding": {**openbaar, "gelezen": WEG, "waarden": code},
        "mijn_tijdlijn_pdf": {**openbaar, "gelezen": WEG, "waarden": code},
        "mijn_brief": {**openbaar, "gelezen": WEG, "waarden": code | {"pk": brief}},
        "mijn_scan": {**openbaar, "gelezen": WEG, "waarden": code | {"pk": scan}},
        "aanmelding_openen": {**openbaar, "gelezen": WEG, "waarden": code | {"geheim": "x"}},
    }
