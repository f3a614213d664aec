"""What parents say to a plan: each for themselves, on what it says, on the screen or on paper."""

import pytest
from tests.factories.dossiers import nieuwe_regels
from tests.factories.leerlingen import maak_ouder
from tests.factories.opp import SCAN, antwoord, maak_plan, maak_rijp_plan, maak_vast_plan, overleg, schrijf
from tests.factories.profielen import OP

from passend.begrippen.opp import Oppantwoord
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.leerlingen import end_ouder
from passend.plannen.actions.opp import OppError, offer_opp
from passend.plannen.actions.oppouders import add_oppzienswijze, answer_opp, record_oppinstemming
from passend.plannen.models import Opp, Oppbestand, Oppinstemming, Oppversie, Oppzienswijze
from passend.plannen.queries.opp import get_oppbeeld, get_oppversie, teksten
from passend.plannen.queries.opplijst import list_oppvragen
from passend.regels.handelingsdeel import handelingsdeelsom

pytestmark = pytest.mark.django_db


def _som() -> str:
    return handelingsdeelsom(teksten(Oppversie.objects.get()))


def test_two_parents_who_disagree_are_both_to_be_seen() -> None:
    plan = maak_rijp_plan()
    ander, relatie = maak_ouder(plan.school, plan.gezin.leerling)
    reden = "Ik wil dat Pip meer hulp krijgt bij rekenen."
    answer_opp(actor=ander, versie=plan.versie, antwoord=Oppantwoord.NIET_AKKOORD, reden=reden, gelezen=_som(), op=OP)

    versie = get_oppversie(leerling=plan.gezin.leerling)
    assert versie is not None
    beeld = get_oppbeeld(versie=versie, op=OP)
    assert [(een.ouder, een.is_akkoord, een.is_tegen) for een in beeld.ouders] == [
        (plan.gezin.relatie, True, False),
        (relatie, False, True),
    ]
    assert beeld.ouders[1].laatste is not None
    assert beeld.ouders[1].laatste.reden == reden


def test_parent_answers_only_on_what_was_laid_before_them_and_on_what_they_read() -> None:
    plan = maak_plan()
    ouder, som = plan.gezin.ouder, _som()
    velden = {"actor": ouder, "versie": plan.versie, "antwoord": Oppantwoord.AKKOORD, "op": OP}

    with pytest.raises(OppError, match="nog niet aan u voorgelegd"):
        answer_opp(**velden, gelezen=som)
    offer_opp(actor=plan.school.directeur, versie=plan.versie, op=OP)
    schrijf(plan.versie, plan.school, {"begeleiding": "Anders"})
    with pytest.raises(OppError, match="terwijl u las"):
        answer_opp(**velden, gelezen=som)
    answer_opp(**velden, gelezen=_som())

    assert Oppinstemming.objects.get().antwoord == Oppantwoord.AKKOORD


def test_who_has_no_authority_answers_nothing() -> None:
    plan = maak_rijp_plan()
    gezin = plan.gezin

    for actor in (gezin.ouder_zonder_gezag, gezin.deskundige, gezin.school.leerkracht, gezin.school.directeur):
        with pytest.raises(GeenToegangError):
            answer_opp(actor=actor, versie=plan.versie, antwoord=Oppantwoord.AKKOORD, gelezen=_som(), op=OP)
        with pytest.raises(GeenToegangError):
            add_oppzienswijze(actor=actor, versie=plan.versie, tekst="Iets", op=OP)
    with pytest.raises(GeenToegangError):
        record_oppinstemming(
            actor=gezin.school.leerkracht,
            versie=plan.versie,
            ouder=gezin.relatie,
            antwoord=Oppantwoord.AKKOORD,
            scan=SCAN,
            op=OP,
        )


def test_refusal_has_a_reason_and_can_become_an_agreement() -> None:
    plan = maak_plan()
    offer_opp(actor=plan.school.directeur, versie=plan.versie, op=OP)

    with pytest.raises(OppError, match="Schrijf in een zin waarom niet"):
        antwoord(plan, Oppantwoord.NIET_AKKOORD, "nee")
    antwoord(plan, Oppantwoord.NIET_AKKOORD, "Het is te weinig hulp.")
    antwoord(plan)

    assert list(Oppinstemming.objects.values_list("antwoord", "reden")) == [
        ("niet_akkoord", "Het is te weinig hulp."),
        ("akkoord", ""),
    ]


def test_signature_on_paper_needs_its_scan_and_a_parent_with_authority() -> None:
    plan = maak_plan()
    _account, zonder = maak_ouder(plan.school, plan.gezin.leerling, heeft_gezag=False)
    velden = {"actor": plan.school.directeur, "versie": plan.versie, "antwoord": Oppantwoord.AKKOORD, "op": OP}

    with pytest.raises(OppError, match="Voeg een foto of scan toe"):
        record_oppinstemming(**velden, ouder=plan.gezin.relatie, scan=None)
    with pytest.raises(OppError, match="Alleen een ouder met gezag"):
        record_oppinstemming(**velden, ouder=zonder, scan=SCAN)
    with nieuwe_regels() as nieuw:
        record_oppinstemming(**velden, ouder=plan.gezin.relatie, scan=SCAN)

    rij = Oppinstemming.objects.get()
    assert (rij.is_op_papier, rij.bestand, bytes(Oppbestand.objects.get().inhoud)) == (
        True,
        Oppbestand.objects.get(),
        SCAN.inhoud,
    )
    assert [regel[1] for regel in nieuw.regels] == ["record_oppinstemming"]


def test_set_plan_is_agreed_to_no_more_but_seen_and_thought_of() -> None:
    plan = maak_vast_plan()

    with pytest.raises(OppError, match="al vastgesteld"):
        antwoord(plan, Oppantwoord.NIET_AKKOORD, "Nu wil ik het niet meer.")
    answer_opp(actor=plan.gezin.ouder, versie=plan.versie, antwoord=Oppantwoord.GEZIEN, op=OP)
    add_oppzienswijze(actor=plan.gezin.ouder, versie=plan.versie, tekst="Ik mis rekenen.", op=OP)

    assert Oppzienswijze.objects.get().tekst == "Ik mis rekenen."
    with pytest.raises(OppError, match="Er staat nog niets"):
        add_oppzienswijze(actor=plan.gezin.ouder, versie=plan.versie, tekst=" ", op=OP)


def test_parent_is_told_of_a_plan_that_waits_until_they_answered() -> None:
    plan = maak_plan()
    gezin = plan.gezin

    def wacht(account: object) -> set[int]:
        return list_oppvragen(account=account, leerlingen=[gezin.leerling], peildatum=OP.date())  # type: ignore[arg-type]

    seen = [wacht(gezin.ouder)]
    offer_opp(actor=plan.school.directeur, versie=plan.versie, op=OP)
    seen += [wacht(gezin.ouder), wacht(gezin.ouder_zonder_gezag)]
    antwoord(plan)
    seen.append(wacht(gezin.ouder))

    assert seen == [set(), {gezin.leerling.pk}, set(), set()]


def test_parent_whose_authority_ended_is_not_asked_any_more() -> None:
    plan = maak_rijp_plan()
    _account, relatie = maak_ouder(plan.school, plan.gezin.leerling)
    versie = get_oppversie(leerling=plan.gezin.leerling)
    assert versie is not None
    met = [bezwaar.stap for bezwaar in get_oppbeeld(versie=versie, op=OP).bezwaren]

    end_ouder(actor=plan.school.directeur, ouder=relatie, op=OP)

    assert (met, get_oppbeeld(versie=versie, op=OP).bezwaren) == (["overleg", "instemming"], ())


def test_talk_is_shown_with_who_came() -> None:
    plan = maak_plan()
    overleg(plan)
    versie = get_oppversie(leerling=plan.gezin.leerling)
    assert versie is not None

    beeld = get_oppbeeld(versie=versie, op=OP)

    assert [(een.erbij, een.afwezig) for een in beeld.overleggen] == [([plan.gezin.relatie.naam], [])]


def test_parent_who_agreed_is_asked_anew_after_the_handelingsdeel_changed_and_answers_again() -> None:
    plan = maak_rijp_plan()
    ib, leerling = plan.school.intern_begeleider, plan.gezin.leerling
    vraag = {"account": plan.gezin.ouder, "leerlingen": [leerling], "peildatum": OP.date()}
    wacht = [list_oppvragen(**vraag)]
    assert offer_opp(actor=ib, versie=plan.versie, op=OP) == []

    schrijf(plan.versie, plan.school, {"werkt": "Rust."})
    wacht.append(list_oppvragen(**vraag))
    schrijf(plan.versie, plan.school, {"begeleiding": "Elke dag een kwartier."})
    wacht.append(list_oppvragen(**vraag))
    with nieuwe_regels() as nieuw:
        assert offer_opp(actor=ib, versie=plan.versie, op=OP) == [plan.gezin.relatie]
    antwoord(plan)
    wacht.append(list_oppvragen(**vraag))

    assert wacht == [set(), set(), {leerling.pk}, set()]
    assert [regel[1] for regel in nieuw.regels] == ["offer_opp"]
    assert Oppversie.objects.get().opnieuw_gevraagd_op == OP
    eerst, later = Oppinstemming.objects.order_by("pk")
    assert (eerst.handelingsdeel["begeleiding"][:4], later.handelingsdeel) == (
        "Drie",
        {"begeleiding": "Elke dag een kwartier."},
    )
    versie = get_oppversie(leerling=leerling)
    assert versie is not None
    assert get_oppbeeld(versie=versie, op=OP).opnieuw_te_vragen == []


def test_parent_is_not_asked_about_a_plan_that_was_withdrawn() -> None:
    plan = maak_plan()
    offer_opp(actor=plan.school.directeur, versie=plan.versie, op=OP)
    vraag = {"account": plan.gezin.ouder, "leerlingen": [plan.gezin.leerling], "peildatum": OP.date()}
    eerst = list_oppvragen(**vraag)
    Opp.objects.update(ingetrokken_op=OP)

    assert (eerst, list_oppvragen(**vraag)) == ({plan.gezin.leerling.pk}, set())
