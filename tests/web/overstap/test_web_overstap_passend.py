"""A report from one Passend into another, of another board: cards, the file on a lock, and the receipt back."""

import json
from dataclasses import dataclass, replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.overstap import KIEM, laat_toe, maak_rapport
from tests.factories.paginas import maak_regio, meld_aan
from tests.factories.profielen import OP, School
from tests.factories.volgen import maak_resultaat

from passend.begrippen.overstap import Invoervorm, Overstapopgave
from passend.leerlingen.models import Dossierstuk, Dossierversie, Leerling
from passend.overstap.models import Overstapbestand, Rapportuitvoer, Schoolsleutel, Sleutelkaart
from passend.toegang.models import Logregel
from passend.uitwisseling.passend.bestand import _teken, maak_bewijs
from passend.volgen.models import Toetsresultaat
from passend.web.overstap.passend import sleutels_van

pytestmark = [pytest.mark.django_db]


@dataclass(frozen=True, kw_only=True)
class Kant:
    """A school with a browser of its directeur."""

    school: School
    browser: Client

    def plek(self, naam: str, **meer: object) -> str:
        return reverse(naam, kwargs={"code": self.school.vestiging.code, **meer})

    def stuur(self, naam: str, gegevens: dict[str, object], **meer: object) -> tuple[int, str]:
        antwoord = self.browser.post(self.plek(naam, **meer), gegevens, follow=True)
        return antwoord.status_code, antwoord.content.decode()

    def kaart(self) -> bytes:
        self.stuur("sleutels", {"maak": "1"})
        return self.browser.get(self.plek("sleutelkaart")).content


def _kanten() -> tuple[Gezin, Kant, Kant]:
    regio = maak_regio()
    gezin = maak_gezin(regio.eigen)
    return gezin, *(Kant(school=een, browser=meld_aan(een.directeur)) for een in (regio.eigen, regio.ander))


def _maak_rapport_voor(gezin: Gezin, kant: Kant) -> None:
    naar = kant.school.vestiging
    maak_rapport(gezin, waarheen=replace(KIEM, naar_school=naar.naam, naar_brin=naar.code))


def _leer_kennen(een: Kant, ander: Kant) -> None:
    een.stuur("sleutels", {"kaart": SimpleUploadedFile("k.json", ander.kaart())})
    een.stuur("sleutelkaart_klopt", {"kaart": Sleutelkaart.objects.get(vestiging=een.school.vestiging).pk})


def test_a_report_goes_to_another_board_and_its_receipt_comes_back() -> None:
    gezin, hier, daar = _kanten()
    toets = maak_resultaat(gezin.leerling)
    _maak_rapport_voor(gezin, daar)
    _leer_kennen(hier, daar)
    _leer_kennen(daar, hier)
    sleutel = gezin.leerling.sleutel
    kaart = Sleutelkaart.objects.get(vestiging=hier.school.vestiging).pk

    bestand = hier.browser.post(
        hier.plek("rapport_bestand", sleutel=sleutel), {"vorm": "passend", "kaart": kaart}
    ).content
    _status, nakijken = daar.stuur("overstap", {"bestand": SimpleUploadedFile("o.passend", bestand)})
    pk = Overstapbestand.objects.get().pk
    kind = gezin.leerling
    keuze = laat_toe(
        daar.school,
        Overstapopgave(
            vorm=Invoervorm.PASSEND,
            van_school="De Wilgenboom",
            van_brin="99AA00",
            gemaakt_op=OP.date(),
            voornaam=kind.voornaam,
            achternaam=kind.achternaam,
            geboren_op=kind.geboren_op,
        ),
    )
    komt = {"aanmelding": str(keuze.aanmelding), "eerste_dag": keuze.eerste_dag.isoformat()}
    daar.stuur("overstap_overnemen", komt, pk=pk)
    bewijs = daar.browser.get(daar.plek("overstap_bewijs", pk=pk)).content
    _status, klaar = hier.stuur("rapport_bewijs", {"bewijs": SimpleUploadedFile("b.json", bewijs)}, sleutel=sleutel)

    assert Logregel.objects.get(handeling="export_overstapbewijs").onderwerp.startswith("leerling:")
    assert b"Pip" not in bestand
    assert "Pip Duinmans" in nakijken
    nieuw = Leerling.objects.get(vestiging=daar.school.vestiging)
    assert str(nieuw) == str(gezin.leerling)
    stukken = Dossierstuk.objects.filter(leerling=nieuw)
    teksten = " ".join(Dossierversie.objects.filter(stuk__in=stukken).values_list("tekst", flat=True))
    assert "Over toelichting_begeleiding." in teksten
    assert "cito_" not in teksten
    aangekomen = Toetsresultaat.objects.get(leerling=nieuw)
    velden = ("instrument", "vak", "afgenomen_op", "schaalscore", "niveau", "normschema", "percentiel")
    assert [getattr(aangekomen, veld) for veld in velden] == [getattr(toets, veld) for veld in velden]
    assert "ontvangen op" in klaar
    assert Rapportuitvoer.objects.get(vorm="passend").ontvangen_door == str(daar.school.vestiging)


@pytest.mark.parametrize(
    "moment",
    [
        "9999-12-31T23:59:59+00:00",
        "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00:00+12:00",
        "2020-01-01T12:00:00+01:00",
    ],
)
def test_a_receipt_of_a_moment_that_cannot_be_is_refused_and_the_page_stays_readable(moment: str) -> None:
    gezin, hier, daar = _kanten()
    _maak_rapport_voor(gezin, daar)
    _leer_kennen(hier, daar)
    _leer_kennen(daar, hier)
    sleutel, kaart = gezin.leerling.sleutel, Sleutelkaart.objects.get(vestiging=hier.school.vestiging).pk
    vraag = {"vorm": "passend", "kaart": kaart}
    bestand = hier.browser.post(hier.plek("rapport_bestand", sleutel=sleutel), vraag).content
    sleutels, van = sleutels_van(daar.school.vestiging)
    ruw = json.loads(maak_bewijs(bestand, kaart=van, sleutels=sleutels, op=timezone.now()))
    heel = {naam: waarde for naam, waarde in ruw.items() if naam != "handtekening"} | {"ontvangen_op": moment}
    bewijs = json.dumps({**heel, "handtekening": _teken(heel, sleutels)}).encode()

    status, pagina = hier.stuur("rapport_bewijs", {"bewijs": SimpleUploadedFile("b.json", bewijs)}, sleutel=sleutel)

    assert (status, "Volgens dit bewijs kwam het bestand aan voordat u het maakte" in pagina) == (422, True)
    assert Rapportuitvoer.objects.get(vorm="passend").ontvangen_op is None
    regel = Logregel.objects.get(handeling="geweigerd:ontvangstbewijs")
    assert (regel.onderwerp, regel.account) == (f"leerling:{sleutel.hex}", hier.school.directeur)
    assert hier.browser.get(hier.plek("rapport", sleutel=sleutel)).status_code == 200


def test_a_file_of_a_school_whose_code_nobody_heard_is_not_read() -> None:
    gezin, hier, daar = _kanten()
    _maak_rapport_voor(gezin, daar)
    hier.kaart()
    _leer_kennen(hier, daar)
    kaart = Sleutelkaart.objects.get(vestiging=hier.school.vestiging).pk
    plek = hier.plek("rapport_bestand", sleutel=gezin.leerling.sleutel)
    bestand = hier.browser.post(plek, {"vorm": "passend", "kaart": kaart}).content

    status, pagina = daar.stuur("overstap", {"bestand": SimpleUploadedFile("o.passend", bestand)})

    assert status == 422
    assert "U kent de afzender van dit bestand nog niet." in pagina
    assert Overstapbestand.objects.count() == 0


def test_no_file_is_made_for_a_school_whose_code_was_not_heard() -> None:
    gezin, hier, daar = _kanten()
    _maak_rapport_voor(gezin, daar)
    hier.stuur("sleutels", {"kaart": SimpleUploadedFile("k.json", daar.kaart())})
    kaart = Sleutelkaart.objects.get().pk

    status, pagina = hier.stuur(
        "rapport_bestand", {"vorm": "passend", "kaart": str(kaart)}, sleutel=gezin.leerling.sleutel
    )

    assert status == 422
    assert "waarvan u de code aan de telefoon heeft gehoord" in pagina


def test_keys_are_made_once_and_kept_locked() -> None:
    _gezin, hier, _daar = _kanten()

    eerste, tweede = hier.kaart(), hier.kaart()

    assert eerste == tweede
    assert bytes(Schoolsleutel.objects.get().geheim).startswith(b"gAAAA")


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"x" * 20_000], ids=["empty", "no card", "too large"])
def test_what_is_no_card_is_refused_on_the_page(inhoud: bytes) -> None:
    _gezin, hier, _daar = _kanten()

    status, pagina = hier.stuur("sleutels", {"kaart": SimpleUploadedFile("k.json", inhoud)})

    assert status == 422
    assert "geen sleutelkaart van Passend" in pagina


def test_a_file_is_locked_for_no_other_school_than_the_report_is_for() -> None:
    gezin, hier, daar = _kanten()
    maak_rapport(gezin)  # for De Kiem
    _leer_kennen(hier, daar)
    kaart = Sleutelkaart.objects.get(vestiging=hier.school.vestiging).pk

    status, pagina = hier.stuur(
        "rapport_bestand", {"vorm": "passend", "kaart": str(kaart)}, sleutel=gezin.leerling.sleutel
    )

    assert status == 422
    assert "Dit rapport is voor De Kiem." in pagina
    assert Rapportuitvoer.objects.count() == 0


def test_the_card_of_the_own_school_is_no_card_of_another() -> None:
    _gezin, hier, _daar = _kanten()

    status, pagina = hier.stuur("sleutels", {"kaart": SimpleUploadedFile("k.json", hier.kaart())})

    assert status == 422
    assert "Dit is de kaart van uw eigen school" in pagina
    assert Sleutelkaart.objects.count() == 0
