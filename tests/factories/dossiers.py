"""What stands in the log about a pupil, and whole files to try things on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.urls import reverse
from tests.factories.leerlingen import SINDS, Gezin, maak_gezin, maak_leerling, maak_ouder
from tests.factories.paginas import Regio, maak_regio
from tests.factories.profielen import School

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Leerling
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account, Logregel


def onderwerp(leerling: Leerling) -> str:
    """What the log calls a pupil."""
    return f"leerling:{leerling.sleutel.hex}"


@dataclass
class Nieuw:
    """The lines that came while something was done: who, what, about what, why, and of which kind."""

    regels: list[tuple[Account | None, str, str, str, str]] = field(default_factory=list)


@contextmanager
def nieuwe_regels() -> Iterator[Nieuw]:
    """Gather the lines of the log that are written in between."""
    vooraf, nieuw = Logregel.objects.count(), Nieuw()
    yield nieuw
    nieuw.regels.extend(
        (regel.account, regel.handeling, regel.onderwerp, regel.reden, regel.soort)
        for regel in Logregel.objects.select_related("account").order_by("pk")[vooraf:]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Buurt:
    """A family at a school of a region, and a pupil at each of the schools around it."""

    regio: Regio
    gezin: Gezin
    bij_buur: Leerling
    bij_ander: Leerling


def maak_buurt() -> Buurt:
    """A family at the first school; a pupil at a school of the same board, and one of another board."""
    regio = maak_regio()
    return Buurt(
        regio=regio,
        gezin=maak_gezin(regio.eigen),
        bij_buur=maak_leerling(regio.buur, "Saar", "Buurman"),
        bij_ander=maak_leerling(regio.ander, "Guus", "Verderop"),
    )


def plek(leerling: Leerling, naam: str = "dossier", **waarden: str | int) -> str:
    """The address of a page of a file."""
    code = waarden.pop("code", leerling.vestiging.code)
    return reverse(naam, kwargs={"code": code, "sleutel": str(leerling.sleutel), **waarden})


def maak_ook_ouder(school: School, leerling: Leerling, account: Account) -> None:
    """Let somebody with an account be a parent with authority too."""
    grant_rol(account=account, soort=Rolsoort.OUDER, bij=school.vestiging, geldig_van=SINDS)
    maak_ouder(school, leerling, account=account)
