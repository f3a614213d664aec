"""A parent says on the page of any part that it is not right, and reads it back where the part stands."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.factories.dossiers import plek
from tests.factories.leerlingen import Gezin, maak_gezin, maak_groep
from tests.factories.overleggen import maak_mdo
from tests.factories.paginas import meld_aan
from tests.factories.plannen import maak_planrijen
from tests.factories.profielen import maak_school
from tests.factories.toelating import maak_toelatingsrijen
from tests.factories.volgen import vul_volgen

from passend.leerlingen.models import Dossierstuk, Zienswijze
from passend.plannen.models import Plan
from passend.toelating.models import Schorsing
from passend.volgen.models import Verzuim

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _vol() -> Gezin:
    gezin = maak_gezin()
    maak_planrijen(gezin.school, gezin.leerling, maak_groep(gezin.school, "6"))
    vul_volgen(gezin.school, gezin.leerling)
    maak_toelatingsrijen(gezin.school, gezin.leerling)
    return gezin


def _zeg(gezin: Gezin, soort: str, nr: int, **meer: str) -> str:
    adres = plek(gezin.leerling, "klopt_deel", soort=soort, nr=nr)
    antwoord = meld_aan(gezin.ouder).post(adres, {"zienswijze": "Dit was anders.", **meer}, follow=True)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_parent_chooses_a_part_and_what_they_say_is_read_on_the_page_of_that_part() -> None:
    gezin = _vol()
    mdo = maak_mdo(gezin)
    ib, ouder = meld_aan(gezin.school.intern_begeleider), meld_aan(gezin.ouder)
    delen = {
        "plannen": (Plan.objects.get().pk, plek(gezin.leerling, "leerlingplannen")),
        "verzuim": (Verzuim.objects.get().pk, plek(gezin.leerling, "volgen")),
        "schorsingen": (Schorsing.objects.get().pk, plek(gezin.leerling, "schorsing")),
        "gegevens": (gezin.leerling.pk, plek(gezin.leerling, "gegevens")),
        "gesprekken": (mdo.overleg.pk, plek(gezin.leerling, "overleg", nr=mdo.overleg.pk)),
    }

    lijst = ouder.get(plek(gezin.leerling, "klopt_niet")).content.decode()
    for soort, (nr, waar) in delen.items():
        assert plek(gezin.leerling, "klopt_deel", soort=soort, nr=nr) in lijst
        _zeg(gezin, soort, nr, is_verzoek="1")

        assert "Dit was anders." in ib.get(waar).content.decode()

    verzoeken = ib.get(reverse("verzoeken", kwargs={"code": gezin.school.vestiging.code})).content.decode()
    titels = Dossierstuk.objects.exclude(deel="").values_list("titel", flat=True)
    assert [titel for titel in titels if titel not in verzoeken] == []


def test_parent_reads_it_back_at_the_plan_and_in_the_whole_file() -> None:
    gezin = _vol()
    stuk = _zeg(gezin, "plannen", Plan.objects.get().pk)
    ouder = meld_aan(gezin.ouder)

    assert "Zo stond het in het dossier op" in stuk
    assert "Dit was anders." in ouder.get(plek(gezin.leerling, "leerlingplannen")).content.decode()
    heel = ouder.get(plek(gezin.leerling, "dossier_json")).json()
    [zelf] = [een for een in heel["stukken"] if een["titel"].startswith("Individueel plan")]
    assert (zelf["versies"][0]["door"], zelf["zienswijzen"][0]["tekst"]) == (
        "Passend, uit het dossier",
        "Dit was anders.",
    )


def test_what_is_not_there_is_not_there_and_nothing_said_is_not_kept() -> None:
    gezin = _vol()
    ander = maak_gezin(maak_school(gezin.school.vestiging.bestuur, brin="99AB"))
    ouder = meld_aan(gezin.ouder)

    weg = ouder.post(plek(gezin.leerling, "klopt_deel", soort="gegevens", nr=ander.leerling.pk), {"zienswijze": "X"})
    leeg = ouder.post(plek(gezin.leerling, "klopt_deel", soort="gegevens", nr=gezin.leerling.pk), {"zienswijze": " "})
    ib = meld_aan(gezin.school.intern_begeleider).get(plek(gezin.leerling, "klopt_niet"))

    assert (weg.status_code, leeg.status_code, ib.status_code) == (404, 422, 403)
    assert not Dossierstuk.objects.exclude(deel="").exists()


def test_answer_that_is_neither_is_refused() -> None:
    gezin = maak_gezin()
    ib = meld_aan(gezin.school.intern_begeleider)

    antwoord = ib.post(
        plek(gezin.leerling, "zienswijze_besluit", pk=gezin.zienswijze.pk), {"uitleg": "Zo was het.", "besluit": "x"}
    )

    assert antwoord.status_code == 422
    assert "Kies of u het verbeterde, of liet staan." in antwoord.content.decode()
    assert Zienswijze.objects.get(pk=gezin.zienswijze.pk).besluit == ""


def test_same_request_sent_twice_is_answered_with_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    gezin = _vol()
    plan = Plan.objects.get().pk
    _zeg(gezin, "plannen", plan, is_verzoek="1")
    al = "Dit vroeg u al op ma 12 oktober 2026. Uw verzoek staat er; de school antwoordt uiterlijk op do 12 november"
    later = timezone.now() + timedelta(seconds=2)
    monkeypatch.setattr(timezone, "now", lambda: later)

    deel = _zeg(gezin, "plannen", plan, is_verzoek="1")
    stuk = Zienswijze.objects.get(tekst="Dit was anders.").stuk_id
    bij_stuk = meld_aan(gezin.ouder).post(
        plek(gezin.leerling, "zienswijze", pk=stuk), {"zienswijze": "Dit was anders.", "is_verzoek": "1"}, follow=True
    )

    assert (al in deel, al in bij_stuk.content.decode()) == (True, True)
    assert Zienswijze.objects.filter(tekst="Dit was anders.").count() == 1


def test_school_is_offered_to_move_or_withdraw_a_piece_only_once_a_request_about_it_has_an_answer() -> None:
    gezin = _vol()
    _zeg(gezin, "plannen", Plan.objects.get().pk, is_verzoek="1")
    wens = Zienswijze.objects.get(tekst="Dit was anders.")
    ib, stuk = meld_aan(gezin.school.intern_begeleider), plek(gezin.leerling, "stuk", pk=wens.stuk_id)
    wegen = [plek(gezin.leerling, naam, pk=wens.stuk_id) for naam in ("stuk_soort", "stuk_intrekken")]

    eerst = ib.get(stuk).content.decode()
    besluit = {"uitleg": "Zo was het.", "besluit": "bijgevoegd"}
    ib.post(plek(gezin.leerling, "zienswijze_besluit", pk=wens.pk), besluit)
    daarna = ib.get(stuk).content.decode()

    assert "Een ouder vroeg om dit te verbeteren. Tot daar een antwoord op is" in eerst
    assert "Een ouder vroeg om dit te verbeteren." not in daarna
    for weg in wegen:
        assert (f'action="{weg}"' in eerst, f'action="{weg}"' in daarna) == (False, True)
