"""A process that fills a region with people and open registrations once, and times its daily round; prints JSON."""

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import django

django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402 -- Django first
from django.test import override_settings  # noqa: E402 -- Django first
from django.utils import timezone  # noqa: E402 -- Django first

from bench.dossierwerker import LEERLINGEN, SINDS, vul  # noqa: E402 -- Django first
from bench.meten import klok  # noqa: E402 -- Django first
from passend.begrippen.aanmelding import Aanmeldweg, Gebeurtenissoort, Hulpvraag  # noqa: E402 -- Django first
from passend.begrippen.rollen import Rolsoort  # noqa: E402 -- Django first
from passend.cli.herinneringen import send_herinneringen  # noqa: E402 -- Django first
from passend.organisaties.models import Vestiging  # noqa: E402 -- Django first
from passend.organisaties.queries import in_bestuur  # noqa: E402 -- Django first
from passend.toegang.actions import grant_rol  # noqa: E402 -- Django first
from passend.toegang.models import Account  # noqa: E402 -- Django first
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding  # noqa: E402 -- Django first

ZAKEN = 5_000
ROLLEN = (Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR)
BRIEVEN = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
GEBEURD = (Gebeurtenissoort.ONTVANGST_GEMELD, Gebeurtenissoort.ONDERZOEK, Gebeurtenissoort.OUDERS_GEHOORD)


def vul_zaken(vandaag: date) -> None:
    """An intern begeleider and a directeur at each school, and the registrations, each with three events."""
    if Account.objects.filter(username="ib-0").exists():
        return
    hash_ = make_password(None)
    vestigingen = list(Vestiging.objects.order_by("pk"))
    for nummer, vestiging in enumerate(vestigingen):
        with in_bestuur(vestiging.bestuur_id):
            _vul_mensen(vestiging, nummer, hash_)
            aantal = ZAKEN // len(vestigingen) + (nummer < ZAKEN % len(vestigingen))
            zaken = Aanmelding.objects.bulk_create(_zaken(vestiging, aantal, vandaag))
            Aanmeldgebeurtenis.objects.bulk_create(_gebeurd(zaken))


def _vul_mensen(vestiging: Vestiging, nummer: int, hash_: str) -> None:
    for soort, naam in zip(ROLLEN, ("ib", "directeur"), strict=True):
        adres = f"{naam}-{nummer}@school.example"
        account = Account.objects.create(username=f"{naam}-{nummer}", email=adres, password=hash_)
        grant_rol(account=account, soort=soort, bij=vestiging, geldig_van=SINDS)


def _zaken(vestiging: Vestiging, aantal: int, vandaag: date) -> Iterator[Aanmelding]:
    for nummer in range(aantal):
        dagen = 3 + (nummer * 13 + vestiging.pk) % 36  # from just in to nearly six weeks, other days at each school
        ontvangen = vandaag - timedelta(days=dagen)
        yield Aanmelding(
            bestuur_id=vestiging.bestuur_id, vestiging=vestiging, voornaam=f"Kind {nummer}", achternaam="Bench",
            geboren_op=date(2022, 9, 1), weg=Aanmeldweg.SCHOOL, verzocht_op=ontvangen, ontvangen_op=ontvangen,
            hulpvraag=Hulpvraag.EXTRA, ingevoerd_op=timezone.now(),
        )  # fmt: skip


def _gebeurd(zaken: list[Aanmelding]) -> Iterator[Aanmeldgebeurtenis]:
    for zaak in zaken:
        for soort in GEBEURD:
            yield Aanmeldgebeurtenis(
                bestuur_id=zaak.bestuur_id, aanmelding=zaak, soort=soort, op=zaak.ontvangen_op,
                bevinding=Hulpvraag.EXTRA if soort is Gebeurtenissoort.ONDERZOEK else "", vastgelegd_op=timezone.now(),
            )  # fmt: skip


def main() -> None:
    """Each round on the morning of a day later, so that each finds people who were not told yet."""
    herhalingen, nu = int(sys.argv[1]), timezone.localtime().replace(hour=9)
    vul()
    vul_zaken(nu.date())
    with override_settings(MAILERS=BRIEVEN):
        tijden = [_ronde(nu + timedelta(days=dag)) for dag in range(herhalingen + 1)][1:]
    mensen = Account.objects.filter(is_demo=False).count()
    print(json.dumps({"tijden": tijden, "mensen": mensen, "leerlingen": LEERLINGEN, "zaken": ZAKEN}))


def _ronde(op: datetime) -> float:
    return klok(lambda: send_herinneringen(op))


if __name__ == "__main__":
    main()
