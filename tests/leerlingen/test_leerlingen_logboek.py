"""Every act about a pupil leaves one line with the key and the reason, and no word of anybody."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import SINDS, Gezin, maak_gezin, maak_groep, maak_stuk
from tests.factories.profielen import OP, maak_school

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.dossier import (
    add_zienswijze,
    decide_zienswijze,
    log_inzage,
    log_zoeken,
    revise_stuk,
)
from passend.leerlingen.actions.koppelen import link_account
from passend.leerlingen.actions.leerlingen import (
    Leerlinggegevens,
    Oudergegevens,
    add_ouder,
    deregister_leerling,
    end_ouder,
    place_leerling,
    register_leerling,
)
from passend.leerlingen.actions.toestemming import (
    ask_toestemming,
    break_glass,
    give_toestemming,
    record_toestemming,
    retract_papier,
    retract_toestemming,
    see_noodinzage,
    withdraw_toestemming,
)
from passend.leerlingen.models import Noodinzage, Ouderrelatie, Toestemmingsbesluit, Zienswijze
from passend.leerlingen.permissions import require_inzage
from passend.toegang.models import Account, Logregel

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
GEHEIM, ZIN, ADRES = "Geheimers", "Een zin die niemand mag lezen", "tess@geheimers.example"
type Handeling = Callable[[Gezin], object]


def _relatie(gezin: Gezin) -> Ouderrelatie:
    return Ouderrelatie.objects.filter(account=gezin.ouder).earliest("pk")


def _wens(gezin: Gezin) -> Zienswijze:
    return add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst=ZIN, is_verzoek=True, op=OP)


def _noteer(gezin: Gezin) -> Ouderrelatie:
    gegevens = Oudergegevens(naam=GEHEIM, email=ADRES, heeft_gezag=True, geldig_van=SINDS)
    return add_ouder(actor=gezin.school.intern_begeleider, leerling=gezin.leerling, gegevens=gegevens, op=LATER)


def _link(gezin: Gezin) -> int:
    Ouderrelatie.objects.filter(account=gezin.ouder).update(account=None, email=ADRES)
    return link_account(account=gezin.ouder, email=ADRES, op=LATER)


def _glas(gezin: Gezin) -> Noodinzage:
    buur = maak_school(gezin.school.vestiging.bestuur, brin="99AB").leerkracht
    return break_glass(actor=buur, leerling=gezin.leerling, waarom=ZIN, op=LATER)


def _kijk(gezin: Gezin) -> None:
    reden = require_inzage(gezin.ouder, gezin.leerling, op=LATER).reden
    log_inzage(actor=gezin.ouder, leerling=gezin.leerling, reden=reden, op=LATER)


def _ib(gezin: Gezin) -> Account:
    return gezin.school.intern_begeleider


def _papier(gezin: Gezin, ouder: Ouderrelatie) -> None:
    dag = OP.date()
    record_toestemming(actor=_ib(gezin), toestemming=gezin.toestemming, ouder=ouder, getekend_op=dag, op=LATER)


def _zonder_antwoord(gezin: Gezin) -> Ouderrelatie:
    Toestemmingsbesluit.objects.all().delete()
    return _relatie(gezin)


def _op_papier(gezin: Gezin) -> Ouderrelatie:
    Toestemmingsbesluit.objects.update(is_op_papier=True, ingetrokken_op=None)
    return _relatie(gezin)


HANDELINGEN: dict[str, tuple[str, str, Handeling]] = {
    "place_leerling": (
        "intern_begeleider",
        "wijzigen",
        lambda g: place_leerling(
            actor=_ib(g), leerling=g.leerling, groep=maak_groep(g.school, GEHEIM), geldig_van=OP.date(), op=LATER
        ),
    ),
    "add_ouder": ("intern_begeleider", "wijzigen", _noteer),
    "end_ouder": (
        "directeur",
        "wijzigen",
        lambda g: end_ouder(actor=g.school.directeur, ouder=_relatie(g), op=LATER),
    ),
    "deregister_leerling": (
        "directeur",
        "wijzigen",
        lambda g: deregister_leerling(
            actor=g.school.directeur, leerling=g.leerling, uitgeschreven_op=OP.date(), is_verwezen=True, op=LATER
        ),
    ),
    "link_account": ("genodigd", "wijzigen", _link),
    "open_dossier": ("ouder", "lezen", _kijk),
    "add_stuk": (
        "intern_begeleider",
        "wijzigen",
        lambda g: maak_stuk(g.school, g.leerling, titel=ZIN),
    ),
    "add_stuk:meldcode": (
        "intern_begeleider",
        "wijzigen",
        lambda g: maak_stuk(g.school, g.leerling, Vertrouwelijkheid.MELDCODE, ZIN),
    ),
    "revise_stuk": (
        "eigen_groep",
        "wijzigen",
        lambda g: revise_stuk(
            actor=g.school.leerkracht, stuk=g.stuk, tekst=ZIN, geldig_van=OP.date(), nummer=1, op=LATER
        ),
    ),
    "add_zienswijze": ("ouder", "wijzigen", _wens),
    "ask_toestemming": (
        "directeur",
        "wijzigen",
        lambda g: ask_toestemming(
            actor=g.school.directeur,
            leerling=g.leerling,
            email=ADRES,
            doel=ZIN,
            geldig_tot_en_met=date(2026, 12, 31),
            stukken=[g.stuk],
            op=LATER,
        ),
    ),
    "give_toestemming": (
        "ouder",
        "wijzigen",
        lambda g: give_toestemming(actor=g.ouder, toestemming=g.toestemming, op=LATER),
    ),
    "withdraw_toestemming": (
        "ouder",
        "wijzigen",
        lambda g: withdraw_toestemming(actor=g.ouder, toestemming=g.toestemming, op=LATER),
    ),
    "record_toestemming": (
        "intern_begeleider",
        "wijzigen",
        lambda g: _papier(g, _zonder_antwoord(g)),
    ),
    "refuse_toestemming": (
        "ouder",
        "wijzigen",
        lambda g: _zonder_antwoord(g) and withdraw_toestemming(actor=g.ouder, toestemming=g.toestemming, op=LATER),
    ),
    "retract_papier": (
        "intern_begeleider",
        "wijzigen",
        lambda g: retract_papier(actor=_ib(g), toestemming=g.toestemming, ouder=_op_papier(g), op=LATER),
    ),
    "retract_toestemming": (
        "intern_begeleider",
        "wijzigen",
        lambda g: retract_toestemming(actor=_ib(g), toestemming=g.toestemming, op=LATER),
    ),
    "break_glass": ("leerkracht", "wijzigen", _glas),
}


def _velden() -> str:
    """Everything that stands in the log, of every line."""
    return repr(list(Logregel.objects.values()))


@pytest.mark.parametrize("handeling", HANDELINGEN)
def test_each_act_leaves_one_line_with_the_key_of_the_pupil_and_the_reason(handeling: str) -> None:
    gezin = maak_gezin()
    reden, soort, doe = HANDELINGEN[handeling]

    with nieuwe_regels() as nieuw:
        doe(gezin)

    assert [regel[1:] for regel in nieuw.regels] == [(handeling, onderwerp(gezin.leerling), reden, soort)]


def test_pupil_that_is_taken_in_leaves_one_line() -> None:
    school = maak_school()
    gegevens = Leerlinggegevens(
        voornaam=GEHEIM, achternaam=GEHEIM, geboren_op=date(2018, 3, 14), ingeschreven_op=date(2022, 3, 14)
    )

    with nieuwe_regels() as nieuw:
        leerling = register_leerling(actor=school.directeur, vestiging=school.vestiging, gegevens=gegevens, op=OP)

    wat = onderwerp(leerling)
    assert nieuw.regels == [(school.directeur, "register_leerling", wat, "directeur", "wijzigen")]


def test_request_that_is_answered_leaves_one_line() -> None:
    gezin = maak_gezin()
    wens = _wens(gezin)

    with nieuwe_regels() as nieuw:
        decide_zienswijze(actor=gezin.school.directeur, zienswijze=wens, is_verbeterd=False, uitleg=ZIN, op=LATER)

    wat = onderwerp(gezin.leerling)
    assert nieuw.regels == [(gezin.school.directeur, "decide_zienswijze", wat, "directeur", "wijzigen")]


def test_directeur_who_saw_a_stand_in_leaves_one_line() -> None:
    gezin = maak_gezin()
    nood = _glas(gezin)

    with nieuwe_regels() as nieuw:
        see_noodinzage(actor=gezin.school.directeur, noodinzage=nood, op=LATER)

    wat = onderwerp(gezin.leerling)
    assert nieuw.regels == [(gezin.school.directeur, "see_noodinzage", wat, "directeur", "wijzigen")]


def test_search_leaves_the_school_and_never_what_was_searched() -> None:
    school = maak_school()

    with nieuwe_regels() as nieuw:
        log_zoeken(actor=school.directeur, vestiging=school.vestiging, reden=Reden("directeur", "Zo."), op=OP)

    wat = f"vestiging:{school.vestiging.pk}"
    assert nieuw.regels == [(school.directeur, "zoek_leerlingen", wat, "directeur", "zoeken")]


def test_line_is_in_the_log_of_the_board_of_the_pupil() -> None:
    gezin = maak_gezin()

    _glas(gezin)

    regel = Logregel.objects.get(handeling="break_glass", account__rollen__vestiging__brin="99AB")
    assert (regel.bestuur, regel.op) == (gezin.school.vestiging.bestuur, LATER)


def test_nothing_that_anybody_is_called_or_wrote_is_in_any_field_of_the_log() -> None:
    gezin = maak_gezin()
    Account.objects.update(first_name="Tess", last_name=GEHEIM)
    sluiten = ("place_leerling", "deregister_leerling", "end_ouder")  # after these the others are refused
    for handeling in (*(naam for naam in HANDELINGEN if naam not in sluiten), *sluiten):
        HANDELINGEN[handeling][2](gezin)

    geschreven = _velden()

    persoonlijk = [
        *("Pip", "Duinmans", "Roos", "praktijk.example", "Onderzoek", "Gesprek", "2018-03-14", "Tess"),
        *(GEHEIM, ZIN, ADRES, *Account.objects.values_list("username", flat=True)),
    ]
    assert geschreven.count(onderwerp(gezin.leerling)) >= len(HANDELINGEN)
    assert [woord for woord in persoonlijk if woord.lower() in geschreven.lower()] == []
