"""The forms about parents and permissions, and what each of them refuses."""

from typing import Any

import pytest
from django.core import mail
from django.test import TestCase
from tests.factories.dossiers import nieuwe_regels, plek
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling, maak_ouder, maak_stuk
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.factories.toegang import SINDS

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.leerlingen import Oudergegevens, add_ouder
from passend.leerlingen.models import Gedeeldstuk, Ouderrelatie, Toestemming, Toestemmingsbesluit
from passend.toegang.models import Account, Uitnodiging

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
VRAAG = {"email": "roos@praktijk.example", "doel": "Een onderzoek", "geldig_tot_en_met": "2026-12-01"}
TE_LANG = "Dit is te lang: houd het bij {} tekens. Maak het korter en probeer het opnieuw."


def _stuur(account: Account, gezin: Gezin, naam: str, velden: dict[str, Any], **waarden: int) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return meld_aan(account).post(plek(gezin.leerling, naam, **waarden), velden, follow=True)


def _oma(gezin: Gezin, email: str = "oma@thuis.example") -> Ouderrelatie:
    gegevens = Oudergegevens(naam="Oma Kok", email=email, heeft_gezag=True, geldig_van=SINDS)
    return add_ouder(actor=gezin.school.directeur, leerling=gezin.leerling, gegevens=gegevens, op=OP)


@pytest.mark.parametrize(("gezag", "woorden"), [("1", "Oma Kok gezag"), ("", "Oma Kok geen gezag")])
def test_parent_is_noted_with_or_without_authority(gezag: str, woorden: str) -> None:
    gezin = maak_gezin()
    velden = {"naam": "Oma Kok", "email": "oma@thuis.example", **({"heeft_gezag": gezag} if gezag else {})}

    antwoord = _stuur(gezin.school.intern_begeleider, gezin, "ouder_nieuw", velden)

    assert f"{woorden} " in inhoud_van(antwoord)
    assert "oma@thuis.example · heeft nog geen account" in inhoud_van(antwoord)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"naam": " "}, "Vul de naam van de ouder in."),
        ({"naam": "y" * 161}, TE_LANG.format(160)),
        ({"email": "oma"}, "Dit is geen e-mailadres. Het heeft een @ en een punt"),
        ({"email": "oma@thuis.example\r\nBcc: x@y.example"}, "Dit is geen e-mailadres."),
    ],
)
def test_parent_that_cannot_be_is_refused_and_what_was_typed_stands_there_still(
    velden: dict[str, str], zin: str
) -> None:
    gezin = maak_gezin()
    heel, vooraf = {"naam": "Oma Kok", "email": "oma@thuis.example"} | velden, Ouderrelatie.objects.count()

    antwoord = _stuur(gezin.school.directeur, gezin, "ouder_nieuw", heel)

    bron = antwoord.content.decode()
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert f'name="naam" value="{heel["naam"].strip()}"' in bron.replace('value=" "', 'value=""')
    assert f'value="{heel["email"]}"' in bron
    assert Ouderrelatie.objects.count() == vooraf


def test_access_of_a_parent_ends_at_once() -> None:
    gezin = maak_gezin()
    ouder = meld_aan(gezin.ouder)
    assert ouder.get(plek(gezin.leerling)).status_code == 200

    antwoord = _stuur(gezin.school.directeur, gezin, "ouder_eindigen", {"ouder": gezin.relatie.pk})

    assert "De toegang van deze ouder is geëindigd." in inhoud_van(antwoord)
    assert ouder.get(plek(gezin.leerling)).status_code == 403
    assert "Er is op dit moment geen dossier dat u mag zien." in inhoud_van(ouder.get("/kinderen"))


@pytest.mark.parametrize("ouder", ["0", "", "x", "-1", "999999", "9" * 40])
def test_parent_that_is_not_there_does_not_end_and_is_not_invited(ouder: str) -> None:
    gezin = maak_gezin()
    ander, elders = maak_ouder(gezin.school, maak_leerling(gezin.school, "Ot"))

    einden = [_stuur(gezin.school.directeur, gezin, "ouder_eindigen", {"ouder": wie}) for wie in (ouder, elders.pk)]
    uit = [_stuur(gezin.school.directeur, gezin, "ouder_uitnodigen", {"ouder": wie}) for wie in (ouder, elders.pk)]

    assert ["is geëindigd" in inhoud_van(antwoord) for antwoord in einden] == [False, False]
    assert [antwoord.status_code for antwoord in uit] == [404, 404]
    assert Ouderrelatie.objects.filter(geldig_tot_en_met__isnull=False).count() == 0
    assert (mail.outbox, ander.is_active) == ([], True)


def test_parent_is_invited_by_a_letter_that_says_nothing_of_the_child() -> None:
    gezin = maak_gezin()
    oma = _oma(gezin)

    antwoord = _stuur(gezin.school.intern_begeleider, gezin, "ouder_uitnodigen", {"ouder": oma.pk})

    assert "De uitnodiging is gestuurd. De link werkt zeven dagen lang, voor een keer." in inhoud_van(antwoord)
    (brief,) = mail.outbox
    assert (brief.to, Uitnodiging.objects.get().soort) == (["oma@thuis.example"], "ouder")
    assert "als ouder van De Wilgenboom" in brief.body
    assert [woord for woord in ("Pip", "Duinmans", str(gezin.leerling.sleutel)) if woord in brief.body] == []


def test_invitation_of_a_parent_leaves_a_trace_and_is_taken_back_by_the_intern_begeleider() -> None:
    gezin = maak_gezin()
    oma, ib = _oma(gezin), gezin.school.intern_begeleider

    uit = inhoud_van(_stuur(ib, gezin, "ouder_uitnodigen", {"ouder": oma.pk}))
    terug = inhoud_van(_stuur(ib, gezin, "ouder_uitnodigen", {"ouder": oma.pk, "intrekken": "1"}))

    assert "heeft nog geen account, uitgenodigd op ma 12 oktober 2026" in uit
    assert ["Trek de uitnodiging in" in pagina for pagina in (uit, terug)] == [True, False]
    assert [rij.ingetrokken_op is None for rij in Uitnodiging.objects.all()] == [False]


def test_parent_without_an_address_is_not_invited() -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.directeur, gezin, "ouder_uitnodigen", {"ouder": _oma(gezin, "").pk})

    assert (antwoord.status_code, mail.outbox) == (404, [])


def test_school_asks_the_parents_and_the_expert_hears_nothing_yet() -> None:
    gezin = maak_gezin()

    antwoord = _stuur(gezin.school.intern_begeleider, gezin, "toestemming_vragen", VRAAG | {"stuk": [gezin.stuk.pk]})

    pagina = inhoud_van(antwoord)
    assert "De vraag staat bij de ouders. De deskundige krijgt een uitnodiging zodra zij ja zeggen." in pagina
    assert "Een onderzoek wacht op antwoord voor roos@praktijk.example, tot en met di 1 december 2026" in pagina
    assert "Jo Duinmans: nog geen antwoord" in pagina
    (aan_ouder,) = mail.outbox
    assert Uitnodiging.objects.count() == 0
    assert aan_ouder.to == [gezin.relatie.email]
    assert "http://testserver/kinderen" in aan_ouder.body
    geheim = ("Pip", "Duinmans", "onderzoek", "Gesprek", "roos@")
    assert [woord for woord in geheim if woord in aan_ouder.subject + aan_ouder.body] == []


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"email": "roos"}, "Dit is geen e-mailadres. Kijk of er een @ in staat."),
        ({"email": ""}, "Dit is geen e-mailadres. Kijk of er een @ in staat."),
        ({"doel": " "}, "Schrijf voor wie het is en waarvoor. De ouders lezen dat."),
        ({"doel": "y" * 201}, TE_LANG.format(200)),
        ({"geldig_tot_en_met": "morgen"}, "Vul een bestaande dag in."),
        ({"geldig_tot_en_met": "2026-10-11"}, "De laatste dag is al voorbij. Kies een dag die nog komt."),
        ({"stuk": []}, "Kies ten minste een stuk uit dit dossier. Alleen dat wordt gedeeld."),
        ({"stuk": ["x", "999999"]}, "Kies ten minste een stuk uit dit dossier. Alleen dat wordt gedeeld."),
    ],
)
def test_question_that_cannot_be_is_refused_with_what_was_typed_and_without_a_letter(
    velden: dict[str, Any], zin: str
) -> None:
    gezin = maak_gezin()
    heel, vooraf = VRAAG | {"stuk": [gezin.stuk.pk]} | velden, Toestemming.objects.count()

    antwoord = _stuur(gezin.school.directeur, gezin, "toestemming_vragen", heel)

    bron = antwoord.content.decode()
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert f'name="email" value="{heel["email"]}"' in bron
    assert f'name="doel" value="{heel["doel"].strip() or " "}"' in bron
    assert f'name="geldig_tot_en_met" value="{heel["geldig_tot_en_met"]}"' in bron
    assert (Toestemming.objects.count(), mail.outbox) == (vooraf, [])


def test_meldcode_and_pieces_of_another_pupil_are_not_shared_by_a_form_that_was_made_up() -> None:
    gezin = maak_gezin()
    meldcode = maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.MELDCODE)
    ander = maak_stuk(gezin.school, maak_leerling(gezin.school, "Ot"))
    vooraf = Gedeeldstuk.objects.count()

    geweigerd = _stuur(gezin.school.directeur, gezin, "toestemming_vragen", VRAAG | {"stuk": [meldcode.pk]})
    _stuur(gezin.school.directeur, gezin, "toestemming_vragen", VRAAG | {"stuk": [ander.pk, gezin.stuk.pk]})

    assert (geweigerd.status_code, "Een stuk van de meldcode deelt u hier niet" in inhoud_van(geweigerd)) == (422, True)
    gedeeld = list(Gedeeldstuk.objects.order_by("pk").values_list("stuk", flat=True))[vooraf:]
    assert gedeeld == [gezin.stuk.pk]


def test_parent_takes_back_and_gives_again_on_the_page() -> None:
    gezin = maak_gezin()
    deskundige = meld_aan(gezin.deskundige)

    def zeg(besluit: str) -> tuple[str, int]:
        antwoord = _stuur(gezin.ouder, gezin, "toestemming_besluit", {"besluit": besluit}, pk=gezin.toestemming.pk)
        pagina = inhoud_van(antwoord)
        knop = next(woord for woord in ("Trek mijn toestemming in", "Ik geef toestemming") if woord in pagina)
        return knop, deskundige.get(plek(gezin.leerling)).status_code

    assert [zeg(besluit) for besluit in ("trek_in", "trek_in", "geef", "geef")] == [
        ("Ik geef toestemming", 403),
        ("Ik geef toestemming", 403),
        ("Trek mijn toestemming in", 200),
        ("Trek mijn toestemming in", 200),
    ]


def test_school_notes_paper_and_the_parents_read_that_it_was_noted() -> None:
    gezin = maak_gezin()
    oma = _oma(gezin)
    assert meld_aan(gezin.deskundige).get(plek(gezin.leerling)).status_code == 403

    velden = {"besluit": "papier", "ouder": oma.pk, "getekend_op": "2026-10-08"}
    _stuur(gezin.school.directeur, gezin, "toestemming_besluit", velden, pk=gezin.toestemming.pk)

    assert meld_aan(gezin.deskundige).get(plek(gezin.leerling)).status_code == 200
    gezien = inhoud_van(meld_aan(gezin.ouder).get(plek(gezin.leerling, "ingezien")))
    assert "Jo Zandstra directeur noteerde toestemming op papier directeur van de school" in gezien
    for account in (gezin.ouder, gezin.school.intern_begeleider):
        pagina = inhoud_van(meld_aan(account).get(plek(gezin.leerling)))
        assert "Oma Kok: ja, op papier, do 8 oktober 2026, vastgelegd door Jo Zandstra" in pagina


def test_paper_of_a_parent_without_authority_is_refused_in_words() -> None:
    gezin = maak_gezin()
    zonder = Ouderrelatie.objects.get(account=gezin.ouder_zonder_gezag)
    velden = {"besluit": "papier", "ouder": zonder.pk, "getekend_op": "2026-10-08"}

    antwoord = _stuur(gezin.school.directeur, gezin, "toestemming_besluit", velden, pk=gezin.toestemming.pk)

    assert antwoord.status_code == 422
    assert "Alleen een ouder met gezag over deze leerling kan toestemming geven." in inhoud_van(antwoord)
    assert Toestemmingsbesluit.objects.count() == 1


@pytest.mark.parametrize(
    ("wie", "velden", "status"),
    [
        ("directeur", {"besluit": "geef"}, 403),
        ("directeur", {"besluit": "trek_in"}, 403),
        ("directeur", {"besluit": "papier"}, 404),
        ("directeur", {}, 404),
        ("ouder", {"besluit": "papier", "ouder": "1"}, 403),
        ("ouder", {}, 403),
        ("leerkracht", {"besluit": "geef"}, 403),
        ("deskundige", {"besluit": "geef"}, 403),
    ],
)
def test_decision_of_somebody_else_is_refused(wie: str, velden: dict[str, str], status: int) -> None:
    gezin = maak_gezin()
    account = getattr(gezin, wie, None) or getattr(gezin.school, wie)

    with nieuwe_regels() as nieuw:
        antwoord = _stuur(account, gezin, "toestemming_besluit", velden, pk=gezin.toestemming.pk)

    assert antwoord.status_code == status
    assert [regel[1] for regel in nieuw.regels] == ["geweigerd" if status == 403 else "geweigerd:nummer"]
    besluit = Toestemmingsbesluit.objects.get()
    assert (besluit.ingetrokken_op, besluit.is_op_papier) == (None, False)
