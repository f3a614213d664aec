"""Parents read a report and say what they think of it on their own page, until it leaves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin, maak_ouder
from tests.factories.overstap import BERICHT, maak_rapport
from tests.factories.profielen import OP

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.overstap import Akkoord, Uitvoervorm
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.kluis import rotate_sleutels
from passend.leerlingen.models import Ouderrelatie
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.ouderbericht import tell_ouder
from passend.overstap.actions.ouders import answer_rapport, read_rapport
from passend.overstap.actions.rapport import export_rapport, verzendfeiten
from passend.overstap.models import Onderwijskundigrapport, Rapportbericht, Rapportreactie
from passend.overstap.queries.ouders import (
    get_oudersgezegd,
    is_verzonden,
    list_ouderbeelden,
    list_rapportvragen,
    open_rapportscan,
)
from passend.overstap.queries.overstap import AKKOORDNAMEN, KANAALNAMEN
from passend.regels.okr import Oudersgezegd, wat_nog_moet
from passend.toegang.models import Logregel

pytestmark = [pytest.mark.django_db]
DAG = OP.date()


def _gezegd(rapport: Onderwijskundigrapport) -> Oudersgezegd:
    return get_oudersgezegd(beelden=list_ouderbeelden(rapport=rapport, peildatum=DAG))


def _stuur_weg(gezin: Gezin, rapport: Onderwijskundigrapport, vorm: Uitvoervorm = Uitvoervorm.PASSEND) -> None:
    export_rapport(actor=gezin.school.intern_begeleider, rapport=rapport, vorm=vorm, bestand=b"x", op=OP)


def _nog(rapport: Onderwijskundigrapport, dag: date = DAG) -> list[str]:
    return list(wat_nog_moet(verzendfeiten(rapport, peildatum=dag), peildatum=dag))


def test_a_report_may_leave_once_every_parent_with_authority_answered() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    ander, relatie = maak_ouder(gezin.school, gezin.leerling)

    read_rapport(actor=gezin.ouder, rapport=rapport, op=OP)
    half = _nog(rapport)
    answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.ONBEKEND, opmerking="", op=OP)
    answer_rapport(actor=ander, rapport=rapport, akkoord=Akkoord.JA, opmerking="", op=OP)

    assert [zin.split(",")[0].split(" is ")[0] for zin in half] == [f"{gezin.relatie.naam} las het", relatie.naam]
    assert _nog(rapport) == []
    assert Logregel.objects.filter(handeling="read_rapport").count() == 1


def test_one_talk_with_one_parent_tells_no_other_parent() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin)
    _ander, relatie = maak_ouder(gezin.school, gezin.leerling)

    assert [zin.split(".")[0] for zin in _nog(rapport)] == [f"{relatie.naam} is nog niet geïnformeerd"]
    assert _gezegd(rapport).geinformeerd_op is None


def test_a_parent_who_does_not_answer_has_a_week_before_the_report_goes() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    read_rapport(actor=gezin.ouder, rapport=rapport, op=OP)
    stil = replace(BERICHT, akkoord=Akkoord.ONBEKEND)

    tell_ouder(actor=gezin.school.intern_begeleider, rapport=rapport, ouder=gezin.relatie, bericht=stil, op=OP)

    assert [zin.split(".")[0] for zin in _nog(rapport)] == [
        f"{gezin.relatie.naam} kan nog antwoorden tot {DAG + timedelta(days=7):%d-%m-%Y}"
    ]
    assert _nog(rapport, DAG + timedelta(days=7)) == []


def test_a_letter_is_kept_locked_and_stays_when_what_was_noted_is_corrected() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    ib, scan = gezin.school.intern_begeleider, Bijlage(extensie="pdf", inhoud=b"%PDF een verslag")

    for bericht in (replace(BERICHT, scan=scan), replace(BERICHT, scan=None)):
        rij = tell_ouder(actor=ib, rapport=rapport, ouder=gezin.relatie, bericht=bericht, op=OP)

    assert b"verslag" not in bytes(rij.geheim)
    assert open_rapportscan(Rapportbericht.objects.get()) == scan.inhoud
    assert rotate_sleutels(bestuur=rapport.bestuur_id, op=OP).onleesbaar == 0


@pytest.mark.parametrize("opmerking", ["", " \n"])
def test_that_a_parent_was_told_is_not_noted_without_a_letter_or_words(opmerking: str) -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    kaal = replace(BERICHT, scan=None, opmerking=opmerking)

    with pytest.raises(OverstapError, match="moet laten zien dat deze ouder het hoorde"):
        tell_ouder(actor=gezin.school.intern_begeleider, rapport=rapport, ouder=gezin.relatie, bericht=kaal, op=OP)

    assert Rapportbericht.objects.count() == 0


def test_words_of_a_talk_or_that_they_read_it_themselves_prove_that_a_parent_was_told() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    _ander, relatie = maak_ouder(gezin.school, gezin.leerling)
    ib, kaal = gezin.school.intern_begeleider, replace(BERICHT, scan=None)
    read_rapport(actor=gezin.ouder, rapport=rapport, op=OP)

    tell_ouder(actor=ib, rapport=rapport, ouder=gezin.relatie, bericht=kaal, op=OP)
    met_woorden = replace(kaal, opmerking="Zij vindt het goed zo.")
    tell_ouder(actor=ib, rapport=rapport, ouder=relatie, bericht=met_woorden, op=OP)

    assert _nog(rapport) == []


def test_what_was_noted_before_without_proof_holds_a_report_back_unless_it_left_already() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin)
    Rapportbericht.objects.update(extensie="")

    assert [zin.split(". ")[0] for zin in _nog(rapport)] == [
        f"Het dossier laat nog niet zien dat {gezin.relatie.naam} het hoorde"
    ]
    Rapportbericht.objects.update(extensie="pdf")
    _stuur_weg(gezin, rapport)
    Rapportbericht.objects.update(extensie="")
    assert _nog(rapport) == []


def test_nothing_is_noted_of_a_parent_without_authority() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    ander = Ouderrelatie.objects.get(account=gezin.ouder_zonder_gezag)

    with pytest.raises(OverstapError, match="Kies een ouder met gezag"):
        tell_ouder(actor=gezin.school.intern_begeleider, rapport=rapport, ouder=ander, bericht=BERICHT, op=OP)


def test_words_of_a_parent_go_along_with_their_name_and_the_day() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)

    answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.NEE, opmerking=" Te kort. ", op=OP)

    gezegd = _gezegd(rapport)
    assert gezegd == Oudersgezegd(
        geinformeerd_op=DAG,
        kanaal="passend",
        kopie_op=DAG,
        akkoord="Nee",
        opmerking=f"{gezin.relatie.naam}, {DAG:%d-%m-%Y}: Te kort.",
    )


def test_what_a_parent_said_before_is_changed_until_the_report_leaves() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    later = OP + timedelta(hours=1)
    read_rapport(actor=gezin.ouder, rapport=rapport, op=OP)

    answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.NEE, opmerking="Te kort.", op=OP)
    answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.JA, opmerking="", op=later)
    _stuur_weg(gezin, rapport)

    reactie = Rapportreactie.objects.get()
    assert (reactie.gelezen_op, reactie.akkoord, reactie.opmerking, reactie.gezegd_op) == (OP, "Ja", "", later)
    with pytest.raises(OverstapError, match="al naar de andere school"):
        answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.NEE, opmerking="Toch niet.", op=later)
    with pytest.raises(OverstapError, match="al naar de andere school"):
        read_rapport(actor=gezin.ouder, rapport=rapport, op=later)
    assert Rapportreactie.objects.get().akkoord == "Ja"


def test_who_disagrees_says_why() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)

    with pytest.raises(OverstapError, match="Schrijf op wat er niet klopt"):
        answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.NEE, opmerking=" ", op=OP)
    assert Rapportreactie.objects.count() == 0


def test_what_the_school_notes_of_a_talk_stays_beside_what_a_parent_wrote() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)
    answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.NEE, opmerking="Te kort.", op=OP)

    tell_ouder(actor=gezin.school.intern_begeleider, rapport=rapport, ouder=gezin.relatie, bericht=BERICHT, op=OP)
    rapport.refresh_from_db()

    assert (_gezegd(rapport).kanaal, _gezegd(rapport).akkoord) == ("gesprek", "Nee")


@pytest.mark.parametrize("wie", ["ouder_zonder_gezag", "deskundige"])
def test_who_has_no_authority_says_nothing_about_a_report(wie: str) -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_verteld=False)

    with pytest.raises(GeenToegangError):
        read_rapport(actor=getattr(gezin, wie), rapport=rapport, op=OP)


def test_the_school_does_not_answer_for_a_parent_on_their_page_and_nobody_before_it_is_set() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, is_vast=False)

    with pytest.raises(GeenToegangError):
        read_rapport(actor=gezin.ouder, rapport=rapport, op=OP)
    with pytest.raises(GeenToegangError):
        answer_rapport(actor=gezin.school.directeur, rapport=rapport, akkoord=Akkoord.JA, opmerking="", op=OP)


def test_a_report_waits_for_a_parent_until_they_read_it_or_it_left() -> None:
    gezin = maak_gezin()
    assert _wacht(gezin) == set()
    rapport = maak_rapport(gezin, is_vast=False)
    assert _wacht(gezin) == set()
    Onderwijskundigrapport.objects.all().delete()
    rapport = maak_rapport(gezin)

    assert _wacht(gezin) == {gezin.leerling.pk}

    _stuur_weg(gezin, rapport)
    assert _wacht(gezin) == set()
    Onderwijskundigrapport.objects.all().delete()
    read_rapport(actor=gezin.ouder, rapport=maak_rapport(gezin, is_verteld=False), op=OP)
    assert _wacht(gezin) == set()


def _wacht(gezin: Gezin) -> set[int]:
    return list_rapportvragen(account=gezin.ouder, leerlingen=[gezin.leerling], peildatum=DAG)


@pytest.mark.parametrize("vorm", [Uitvoervorm.OSO_SWV, Uitvoervorm.PDF])
def test_what_goes_to_no_other_school_leaves_the_parents_their_say(vorm: Uitvoervorm) -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin)
    read_rapport(actor=gezin.ouder, rapport=rapport, op=OP)
    answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.JA, opmerking="", op=OP)
    _stuur_weg(gezin, rapport, vorm)
    ander, _relatie = maak_ouder(gezin.school, gezin.leerling)

    answer_rapport(actor=gezin.ouder, rapport=rapport, akkoord=Akkoord.NEE, opmerking="Te kort.", op=OP)

    assert Rapportreactie.objects.get().opmerking == "Te kort."
    assert not is_verzonden(rapport=rapport)
    assert list_rapportvragen(account=ander, leerlingen=[gezin.leerling], peildatum=DAG) == {gezin.leerling.pk}


def test_answer_of_a_parent_is_said_in_words_that_fit_one_parent_and_two() -> None:
    assert [str(naam) for naam in AKKOORDNAMEN.values()] == ["ja", "nee", "geen antwoord"]
    assert str(KANAALNAMEN["passend"]) == "op de eigen pagina"
