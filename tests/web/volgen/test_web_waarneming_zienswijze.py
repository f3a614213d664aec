"""A parent says on the pages what they think of something that the school saw."""

import pytest
from django.urls import reverse
from tests.factories.dossiers import nieuwe_regels
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.volgen import Waarnemingsoort
from passend.leerlingen.actions.stukken import move_stuk
from passend.leerlingen.models import Dossierstuk
from passend.volgen.actions.waarnemingen import Waarneminggegevens, add_waarneming

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _plek(gezin: Gezin, naam: str, **meer: int) -> str:
    return reverse(naam, kwargs={"code": gezin.school.vestiging.code, "sleutel": gezin.leerling.sleutel, **meer})


def _zag(gezin: Gezin) -> int:
    gegevens = Waarneminggegevens(soort=Waarnemingsoort.OBSERVATIE, tekst="Was erg druk.", gezien_op=OP.date())
    return add_waarneming(actor=gezin.school.leerkracht, leerling=gezin.leerling, gegevens=gegevens, op=OP).pk


def test_parent_finds_the_way_from_what_was_seen_to_their_own_words() -> None:
    gezin = maak_gezin()
    plek, ouder = _plek(gezin, "waarneming_zienswijze", pk=_zag(gezin)), meld_aan(gezin.ouder)

    ervoor = ouder.get(_plek(gezin, "volgen")).content.decode()
    leeg = ouder.post(plek, {"zienswijze": " "})
    stuk = inhoud_van(ouder.post(plek, {"zienswijze": "Pip was ziek."}, follow=True))
    erna = inhoud_van(meld_aan(gezin.school.leerkracht).get(_plek(gezin, "volgen")))

    assert plek in ervoor
    assert (leeg.status_code, "Was erg druk." in inhoud_van(leeg)) == (422, True)
    assert ("Was erg druk." in stuk, "Pip was ziek." in stuk) == (True, True)
    assert "1 zienswijze van ouders" in erna
    assert erna.count("Was erg druk.") == 1
    assert ouder.get(plek).status_code == 302


def test_piece_that_moved_to_care_is_read_no_more_by_who_teaches() -> None:
    gezin = maak_gezin()
    meld_aan(gezin.ouder).post(_plek(gezin, "waarneming_zienswijze", pk=_zag(gezin)), {"zienswijze": "Pip was ziek."})
    stuk = Dossierstuk.objects.get(titel__startswith="Observatie")
    move_stuk(actor=gezin.school.directeur, stuk=stuk, naar=Vertrouwelijkheid.ZORG, op=OP)

    pagina = inhoud_van(meld_aan(gezin.school.leerkracht).get(_plek(gezin, "volgen")))

    assert "Was erg druk." not in pagina
    assert "Dit is nu een stuk in het dossier." in pagina


def test_parent_who_tries_what_became_a_piece_of_the_meldcode_finds_what_is_not_there() -> None:
    gezin = maak_gezin()
    ouder, gezien = meld_aan(gezin.ouder), _zag(gezin)
    waar, er_niet = (_plek(gezin, "waarneming_zienswijze", pk=pk) for pk in (gezien, gezien + 1000))
    ouder.post(waar, {"zienswijze": "Pip was ziek."})
    stuk = Dossierstuk.objects.get(titel__startswith="Observatie")
    move_stuk(actor=gezin.school.directeur, stuk=stuk, naar=Vertrouwelijkheid.MELDCODE, op=OP)

    with nieuwe_regels() as nieuw:
        pogingen = [ouder.post(pad, {"zienswijze": "En nu?"}) for pad in (waar, er_niet)]
        pogingen += [ouder.get(pad) for pad in (waar, er_niet)]

    assert [een.status_code for een in pogingen] == [404] * 4
    assert "Was erg druk." not in pogingen[0].content.decode()
    assert {regel[1] for regel in nieuw.regels} == {"geweigerd:nummer"}  # of what is not there either
