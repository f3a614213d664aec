"""`passend audit`: is the log whole, as it was written, and is nothing in it that should be gone?"""

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

from passend.cli.logterm import MIST, ruim_logboek_op
from passend.cli.start import load_settings, niet_klaar, start_django
from passend.cli.zegels import is_onthouden, list_onthouden, onthoud_einden, schrijf_einden

if TYPE_CHECKING:
    from passend.toegang.queries import Logstand

ONLEESBAAR = (
    "var/logboekzegels.json is niet te lezen, dus wat eerder is onthouden kan niet worden vergeleken. Zoek uit wie "
    "erbij kon. Weet u waardoor het komt? Doe dan eenmalig: passend audit onthoud"
)

GEEN_BESTAND = (
    "Er is geen var/logboekzegels.json, dus er is niet vergeleken met waar het logboek eerder eindigde: regels die aan "
    "het eind weg zijn, of een oude kopie van de database, ziet deze controle zo niet. Is dit de eerste controle van "
    "deze installatie, dan klopt dat. Was het bestand er wel? Zoek uit wie erbij kon, en vergelijk met een zegel dat u "
    "eerder opschreef: passend audit verify --zegel ZEGEL"
)

NIET_OPGERUIMD = (
    "Er is niets vernietigd ({waarom}). Is de database klaar? Doe anders eerst: passend migrate. Met PASSEND_DIENSTROL "
    "mag alleen de gebruiker die de tabellen maakt regels vernietigen: zet die voor deze ene keer in DATABASE_URL.\n"
)


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    audit = opdrachten.add_parser("audit", help="controleer het logboek")
    soorten = audit.add_subparsers(dest="wat", required=True, metavar="WAT")
    verify = soorten.add_parser("verify", help="is er geen regel veranderd of verdwenen?")
    verify.add_argument("--zegel", metavar="ZEGEL", help="een zegel dat u eerder opschreef; het moet er nog zijn")
    verify.set_defaults(doe=run_verify)
    onthoud = soorten.add_parser(
        "onthoud", help="ga uit van het logboek zoals het nu is; nodig nadat u een reservekopie terugzette"
    )
    onthoud.set_defaults(doe=run_onthoud)
    opruimen = soorten.add_parser("opruimen", help="vernietig de regels waarvan de bewaartermijn voorbij is")
    opruimen.set_defaults(doe=run_opruimen)


def run_verify(opties: argparse.Namespace) -> int:
    """Check every log; the exit code is 0 only when all are whole, and hold what was remembered.

    Without a file of what was remembered it says so. A first check has none either, and what could tell the two apart
    would stand in the database, of which an old copy may be looked at; so that alone does not change the exit code.
    """
    load_settings()
    from django.db import DatabaseError  # both need the settings

    from passend.toegang.queries import check_logboek, has_aanmelding_zonder_regel, has_zegel

    try:
        is_zonder = not is_onthouden()
        onthouden = list_onthouden()
        standen = check_logboek(onthouden=onthouden)
        is_kwijt = bool(opties.zegel) and not has_zegel(zegel=opties.zegel)
        is_leeg = has_aanmelding_zonder_regel()
        is_stuk = is_leeg or any(stand.breuk for stand in standen)
        if not is_stuk:
            onthoud_einden()
    except ValueError:
        sys.stderr.write(f"{ONLEESBAAR}\n")
        return 1
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    _druk_af(standen)
    if is_zonder and standen:
        sys.stderr.write(f"{GEEN_BESTAND}\n")
    if is_kwijt:
        sys.stderr.write(
            "Een regel met dit zegel is er niet. Is het zegel ouder dan de bewaartermijn van het logboek, dan is de "
            "regel vernietigd: schrijf een nieuw zegel op. Anders is dit niet meer het logboek van toen.\n"
        )
    if is_leeg:
        sys.stderr.write("Er meldden zich mensen aan, en daarvan staat niets meer in het logboek.\n")
    if is_stuk:
        sys.stderr.write(
            "Het logboek is niet heel. Bewaar een kopie van de database en zoek uit wie erbij kon. Zette u zelf een "
            "reservekopie terug? Doe dan eenmalig: passend audit onthoud\n"
        )
    return 1 if is_kwijt or is_stuk else 0


def run_onthoud(_opties: argparse.Namespace) -> int:
    """Remember the log as it is, also when it lost what was remembered; refused when the log itself is not whole."""
    load_settings()
    from django.db import DatabaseError  # both need the settings

    from passend.toegang.queries import check_logboek, list_einden

    try:
        einden = list_einden()
        standen = check_logboek()
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    _druk_af(standen)
    if any(stand.breuk for stand in standen):
        sys.stderr.write("Het logboek zelf is niet heel. Er is niets onthouden.\n")
        return 1
    schrijf_einden(einden)
    print("Onthouden. Een volgende controle gaat hiervan uit.")
    return 0


def run_opruimen(_opties: argparse.Namespace) -> int:
    """Destroy the lines whose term is over, as the daily round does by itself; the exit code is 1 when it could not."""
    start_django()
    from django.db import DatabaseError  # needs Django to be set up

    try:
        aantal = ruim_logboek_op(datetime.now().astimezone())
    except DatabaseError as fout:
        sys.stderr.write(NIET_OPGERUIMD.format(waarom=type(fout).__name__))
        return 1
    if aantal is None:
        sys.stderr.write(MIST)
        return 1
    print(f"{aantal} regels vernietigd." if aantal else "Er is geen regel waarvan de bewaartermijn voorbij is.")
    return 0


def _druk_af(standen: "list[Logstand]") -> None:
    if not standen:
        print("Er staat nog niets in het logboek.")
    for stand in standen:
        eerder = f", eerder vernietigd na de bewaartermijn: {stand.vernietigd}" if stand.vernietigd else ""
        heel = f"heel, regels: {stand.aantal}{eerder}, zegel: {stand.zegel}"
        print(f"{stand.naam}: {stand.breuk.zin if stand.breuk else heel}")
