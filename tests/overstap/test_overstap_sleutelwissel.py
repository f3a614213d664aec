"""The keys of a school and the files that came in get the newest key with the numbers of pupils."""

import pytest
from cryptography.fernet import Fernet
from pytest_django import Settings
from tests.factories.profielen import OP, maak_school

from passend.leerlingen.actions.kluis import Wissel, rotate_sleutels
from passend.overstap.actions.sleutels import keep_schoolsleutel, open_schoolsleutel

pytestmark = pytest.mark.django_db


def test_keys_of_a_school_open_after_the_older_key_is_gone(settings: Settings) -> None:
    oud, nieuw = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.PASSEND_SLEUTELS = [oud]
    school = maak_school()
    sleutel = keep_schoolsleutel(actor=school.directeur, vestiging=school.vestiging, geheim=b"privaat", kaart={}, op=OP)
    settings.PASSEND_SLEUTELS = [nieuw, oud]

    wissel = rotate_sleutels(bestuur=school.vestiging.bestuur_id, op=OP)
    settings.PASSEND_SLEUTELS = [nieuw]
    sleutel.refresh_from_db()

    assert wissel == Wissel(vernieuwd=1, onleesbaar=0)
    assert open_schoolsleutel(sleutel) == b"privaat"
