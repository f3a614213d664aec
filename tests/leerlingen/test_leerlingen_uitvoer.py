"""The whole file as plain data: for each person exactly what they may see, and never the number of the state."""

import json
from collections.abc import Collection
from datetime import timedelta
from typing import Any

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin, maak_stuk
from tests.factories.profielen import OP, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.rubriek import Rubriek
from passend.documenten.zetten.dossierpdf import zet_dossier_pdf
from passend.leerlingen.actions.toestemming import ask_toestemming, break_glass, give_toestemming
from passend.leerlingen.models import Burgerservicenummer, Leerling
from passend.leerlingen.permissions import get_inzage, visible_stukken
from passend.leerlingen.queries import uitvoer as uitvoerkamer
from passend.leerlingen.queries.uitvoer import get_dossieruitvoer
from passend.toegang.models import Account

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
ALTIJD = ["formaat", "opgehaald_op", "school", "leerling", "stukken"]
GROEP, GEZIN = ["gegevens", "groepen", "rubrieken", "bestanden"], ["ouders", "toestemmingen"]
V = Vertrouwelijkheid


def _vol() -> Gezin:
    """A file with a piece of each class; the expert may see one ordinary piece and one of care."""
    gezin = maak_gezin()
    zorg = maak_stuk(gezin.school, gezin.leerling, V.ZORG, "Bril")
    maak_stuk(gezin.school, gezin.leerling, V.MELDCODE, "Stap 1")
    vraag = ask_toestemming(
        actor=gezin.school.directeur,
        leerling=gezin.leerling,
        email="roos@praktijk.example",
        doel="Oogmeting",
        geldig_tot_en_met=OP.date(),
        stukken=[zorg],
        op=OP,
        account=gezin.deskundige,
    )
    give_toestemming(actor=gezin.ouder, toestemming=vraag, op=OP)
    Burgerservicenummer.objects.create(
        bestuur_id=gezin.leerling.bestuur_id, leerling=gezin.leerling, geheim=b"999999990"
    )
    return gezin


def _uitvoer(account: Account, gezin: Gezin) -> dict[str, Any]:
    inzage = get_inzage(account, gezin.leerling, op=LATER)
    assert inzage is not None
    return get_dossieruitvoer(
        leerling=gezin.leerling,
        stukken=list(visible_stukken(inzage, gezin.leerling)),
        account=account,
        op=LATER,
        klassen=inzage.leesbaar,
        is_heel=inzage.is_heel,
        is_binnen=inzage.is_binnen,
    )


def _titels(uitvoer: dict[str, Any]) -> list[str]:
    return [stuk["titel"] for stuk in uitvoer["stukken"]]


@pytest.mark.parametrize(
    ("wie", "sleutels", "titels"),
    [
        ("directeur", [*ALTIJD, *GROEP, *GEZIN], ["Gesprek", "Bril", "Stap 1"]),
        ("intern_begeleider", [*ALTIJD, *GROEP, *GEZIN], ["Gesprek", "Bril", "Stap 1"]),
        ("ouder", [*ALTIJD, *GROEP, *GEZIN], ["Gesprek", "Bril"]),
        ("leerkracht", [*ALTIJD, *GROEP], ["Gesprek"]),
        ("vervanger", [*ALTIJD, *GROEP], ["Gesprek", "Bril"]),
        ("deskundige", ALTIJD, ["Gesprek", "Bril"]),
    ],
)
def test_each_person_takes_along_what_they_may_see(wie: str, sleutels: list[str], titels: list[str]) -> None:
    gezin = _vol()
    vervanger = maak_school(gezin.school.vestiging.bestuur, brin="99AB").leerkracht
    break_glass(actor=vervanger, leerling=gezin.leerling, waarom="Ik vervang de ib-er.", op=OP)
    mensen = {"ouder": gezin.ouder, "deskundige": gezin.deskundige, "vervanger": vervanger}
    account = mensen.get(wie) or getattr(gezin.school, wie)

    uitvoer = _uitvoer(account, gezin)

    assert list(uitvoer) == sleutels
    assert _titels(uitvoer) == titels
    assert "999999990" not in json.dumps(uitvoer)
    assert zet_dossier_pdf(uitvoer)[:5] == b"%PDF-"


def test_parent_gets_every_fact_of_the_family_and_no_sign_of_abuse() -> None:
    gezin = _vol()

    uitvoer = _uitvoer(gezin.ouder, gezin)

    assert {naam: uitvoer[naam] for naam in ("formaat", "opgehaald_op", "school", "leerling")} == {
        "formaat": "passend-dossier-1",
        "opgehaald_op": "2026-10-05T10:00:00+00:00",
        "school": "De Wilgenboom",
        "leerling": {"sleutel": str(gezin.leerling.sleutel), "voornaam": "Pip", "achternaam": "Duinmans"},
    }
    assert {naam: uitvoer[naam] for naam in (*GROEP, *GEZIN) if naam not in {"rubrieken", "bestanden"}} == {
        "gegevens": {
            "administratiesleutel": "",
            "geboren_op": "2018-03-14",
            "ingeschreven_op": "2024-08-01",
            "uitgeschreven_op": None,
            "uitgeschreven_naar": "",
            "is_verwezen": False,
        },
        "groepen": [{"groep": "5", "schooljaar": "2026-2027", "vanaf": "2024-08-01", "tot_en_met": None}],
        "ouders": [
            {"naam": "Jo Duinmans", "heeft_gezag": heeft_gezag, "vanaf": "2024-08-01", "tot_en_met": None}
            for heeft_gezag in (True, False)
        ],
        "toestemmingen": [
            {
                "doel": doel,
                "gevraagd_op": "2026-10-05T09:00:00+00:00",
                "teruggenomen_op": None,
                "tot_en_met": dag,
                "voor": "roos@praktijk.example",
                "stukken": [stuk],
                "geldt": True,
                "stand": "geldt",
                "antwoorden": [
                    {
                        "ouder": "Jo Duinmans",
                        "antwoord": "ja",
                        "op": "2026-10-05T09:00:00+00:00",
                        "op_papier_getekend_op": None,
                        "vastgelegd_door": None,
                    }
                ],
            }
            for doel, dag, stuk in (
                ("Onderzoek naar lezen", "2026-12-31", "Gesprek"),
                ("Oogmeting", "2026-10-05", "Bril"),
            )
        ],
    }
    heel = json.dumps(uitvoer)
    assert [woord for woord in ("meldcode", "Stap 1", "burgerservicenummer", "email", "account") if woord in heel] == []


def test_piece_is_taken_along_with_each_version_and_each_view() -> None:
    gezin = _vol()

    stuk = _uitvoer(gezin.ouder, gezin)["stukken"][0]

    assert list(stuk) == ["titel", "vertrouwelijkheid", "versies", "zienswijzen"]
    assert stuk["versies"] == [
        {
            "nummer": 1,
            "geldig_van": "2026-10-05",
            "vastgelegd_op": "2026-10-05T09:00:00+00:00",
            "door": "Jo Bos",
            "tekst": "Wat er staat in Gesprek.",
        }
    ]
    assert [sorted(zienswijze) for zienswijze in stuk["zienswijzen"]] == [
        ["besloten_door", "besloten_op", "besluit", "ingediend_op", "is_verzoek", "ouder", "tekst", "uitleg"]
    ] * len(stuk["zienswijzen"])


def test_teacher_learns_from_the_file_to_take_along_of_no_care_and_of_no_permission_that_names_it() -> None:
    gezin = _vol()

    heel = json.dumps(_uitvoer(gezin.school.leerkracht, gezin))

    assert "Gesprek" in heel
    assert [woord for woord in ("Bril", "Oogmeting", "roos@", "heeft_gezag") if woord in heel] == []


def test_expert_gets_nothing_of_the_family() -> None:
    gezin = _vol()

    heel = json.dumps(_uitvoer(gezin.deskundige, gezin) | {"stukken": []})

    assert [woord for woord in ("2018", "gezag", "groep", "toestemming", "ouder") if woord in heel] == []


def test_expert_whose_permission_is_for_another_pupil_gets_no_file_at_all() -> None:
    gezin = _vol()
    ander = maak_account(Rolsoort.DESKUNDIGE, gezin.school.vestiging)

    assert get_inzage(ander, gezin.leerling, op=LATER) is None


def test_what_a_room_above_keeps_goes_along_for_who_may_read_its_class_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    gezin = _vol()
    monkeypatch.setattr(uitvoerkamer, "_RUBRIEKGEVERS", {})
    uitvoerkamer.register_rubrieken("proefkamer", _zorgrubriek)

    ouder, leerkracht, deskundige = (
        _uitvoer(account, gezin) for account in (gezin.ouder, gezin.school.leerkracht, gezin.deskundige)
    )

    zorg = {"naam": "lengtes", "kop": "Lengte", "velden": {"cm": "Lengte in cm"}, "regels": [{"cm": 131}]}
    assert ouder["rubrieken"] == [zorg | {"is_doorlopend": False}]
    assert leerkracht["rubrieken"] == []
    assert "rubrieken" not in deskundige


def _zorgrubriek(_leerling: Leerling, klassen: Collection[V]) -> list[Rubriek]:
    if V.ZORG not in klassen:
        return []
    return [Rubriek(naam="lengtes", kop="Lengte", velden={"cm": "Lengte in cm"}, regels=[{"cm": 131}])]
