"""`passend rol`: invite somebody by mail, end a role and list roles; the only way for who works at no one school."""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from passend.begrippen.rollen import GASTEN, Rolsoort
from passend.cli.start import niet_klaar, start_django

_SOORTEN: Final = [soort.value for soort in Rolsoort if soort not in GASTEN]


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    rol = opdrachten.add_parser("rol", help="nodig iemand uit per e-mail, beëindig een rol, of zie wie welke rol heeft")
    wat = rol.add_subparsers(dest="wat", required=True, metavar="WAT")
    uitnodigen = wat.add_parser("uitnodigen", help="stuur een e-mail met een link die zeven dagen en een keer werkt")
    eindigen = wat.add_parser("eindigen", help="beëindig een rol; wie er geen meer heeft, is overal afgemeld")
    for een in (uitnodigen, eindigen):
        een.add_argument("soort", metavar="SOORT", choices=_SOORTEN, help=f"een van: {', '.join(_SOORTEN)}")
        een.add_argument("email", metavar="EMAIL", help="het e-mailadres waarmee iemand zich aanmeldt")
        een.add_argument(
            "--bij", required=True, metavar="NUMMER", help="BRIN, bestuursnummer of nummer van het verband"
        )
    uitnodigen.add_argument(
        "--adres", required=True, metavar="URL", help="waar Passend staat: https://passend.school.nl"
    )
    uitnodigen.set_defaults(doe=_uitgevoerd(_nodig_uit))
    eindigen.set_defaults(doe=_uitgevoerd(_eindig))
    lijst = wat.add_parser("lijst", help="de rollen die iemand nu heeft")
    lijst.add_argument("email", metavar="EMAIL", help="het e-mailadres waarmee iemand zich aanmeldt")
    lijst.set_defaults(doe=_uitgevoerd(_som_op))


class RolopdrachtError(ValueError):
    """What cannot be done; the text says what to do."""


def _uitgevoerd(doe: Callable[[argparse.Namespace], str]) -> Callable[[argparse.Namespace], int]:
    """A command that prints what it did, or one sentence about what could not be done."""

    def run(opties: argparse.Namespace) -> int:
        start_django()
        from django.db import DatabaseError  # both need Django to be set up

        from passend.toegang.actions import RolError

        try:
            print(doe(opties))
        except DatabaseError:
            sys.stderr.write(niet_klaar())
        except (RolopdrachtError, RolError) as fout:
            sys.stderr.write(f"{fout}\n")
        else:
            return 0
        return 1

    return run


def _nodig_uit(opties: argparse.Namespace) -> str:
    """Invite somebody and send the letter, both or neither."""
    from django.core.exceptions import ValidationError  # these need Django to be set up
    from django.core.validators import validate_email
    from django.db import transaction

    from passend.toegang.actions import invite_als_beheerder

    adres, bij = urlsplit(opties.adres), _organisatie(opties.bij)
    if adres.scheme not in {"http", "https"} or not adres.netloc:
        raise RolopdrachtError(
            f"'{opties.adres}' is geen adres van Passend. Schrijf het zoals https://passend.school.nl."
        )
    try:
        validate_email(opties.email)
        with transaction.atomic():
            sleutel = invite_als_beheerder(
                bij=bij, soort=Rolsoort(opties.soort), email=opties.email, op=datetime.now().astimezone()
            )
            _stuur(opties.email, opties.soort, bij, f"{adres.scheme}://{adres.netloc}", sleutel)
    except ValidationError as fout:
        raise RolopdrachtError(f"'{opties.email}' is geen e-mailadres. Kijk of er een @ in staat.") from fout
    except OSError as fout:  # all errors of the mail are
        raise RolopdrachtError(
            "De mailserver nam de e-mail niet aan. Er is niemand uitgenodigd. Kijk de instellingen van de e-mail na."
        ) from fout
    return f"De uitnodiging is gestuurd aan {opties.email}. De link werkt zeven dagen lang, voor een keer."


def _eindig(opties: argparse.Namespace) -> str:
    """End one role of somebody."""
    from passend.toegang.actions import end_rol_als_beheerder  # needs Django to be set up

    op, bij = datetime.now().astimezone(), _organisatie(opties.bij)
    rollen = [rol for rol in _rollen(opties.email, op) if rol.soort == opties.soort and _bij(rol) == bij]
    if not rollen:
        raise RolopdrachtError(
            f"Dit adres heeft deze rol niet bij {bij}. Zie wat het wel heeft: passend rol lijst {opties.email}"
        )
    for rol in rollen:
        end_rol_als_beheerder(rol=rol, op=op)
    return "De rol is geëindigd. Wie geen rol meer heeft, is overal afgemeld."


def _som_op(opties: argparse.Namespace) -> str:
    """The roles somebody has now, one a line."""
    rollen = _rollen(opties.email, datetime.now().astimezone())
    if not rollen:
        raise RolopdrachtError("Dit adres heeft geen rol.")
    return "\n".join(
        f"{rol.soort} bij {getattr(_bij(rol), 'code', '') or _bij(rol).nummer} ({_bij(rol)}), sinds {rol.geldig_van}"
        for rol in rollen
    )


def _organisatie(nummer: str) -> Any:
    """The school, board or samenwerkingsverband with a number; of a school the number of the site may be left out."""
    from passend.organisaties.queries import get_bestuur, get_samenwerkingsverband, get_vestiging

    bij = (
        get_vestiging(code=nummer)
        or get_vestiging(code=f"{nummer}00")
        or get_bestuur(nummer=nummer)
        or get_samenwerkingsverband(nummer=nummer)
    )
    if bij is None:
        raise RolopdrachtError(
            f"Er is hier geen school, bestuur of samenwerkingsverband met het nummer {nummer}. Schrijf het zoals "
            "99AB00 (een school), 00001 (een bestuur) of PO0000 (een samenwerkingsverband)."
        )
    return bij


def _rollen(email: str, op: datetime) -> list[Any]:
    from django.utils import timezone  # needs Django to be set up

    from passend.toegang.queries import find_account, list_rollen

    account = find_account(naam=email)
    return list(list_rollen(account=account, peildatum=timezone.localtime(op).date()).order_by("pk")) if account else []


def _bij(rol: Any) -> Any:
    return rol.vestiging or rol.bestuur or rol.samenwerkingsverband


def _stuur(email: str, soort: str, bij: Any, adres: str, sleutel: str) -> None:
    from django.core.mail import send_mail  # these need Django to be set up
    from django.urls import reverse

    from passend.toegang.queries import ROLNAMEN

    link = f"{adres}{reverse('uitnodiging_open', kwargs={'sleutel': sleutel})}"
    tekst = (
        f"U bent uitgenodigd in Passend, als {ROLNAMEN[soort]} van {bij}. Neem de uitnodiging aan op dit adres:\n\n"
        f"{link}\n\nHet adres werkt zeven dagen lang, voor een keer. Kent u deze organisatie niet? Gooi dit weg."
        "\n\nDit bericht komt van Passend. Antwoorden kan niet.\n"
    )
    send_mail("U bent uitgenodigd voor Passend", tekst, None, [email])
