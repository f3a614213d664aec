"""Writing in a file: who does it, who does not, and what parents add to it."""

from datetime import date, timedelta

import pytest
from tests.factories.dossiers import maak_buurt, nieuwe_regels
from tests.factories.leerlingen import maak_gezin, maak_ouder, maak_stuk
from tests.factories.profielen import OP

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions.dossier import (
    NietVeranderdError,
    add_stuk,
    add_zienswijze,
    decide_zienswijze,
    revise_stuk,
)
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Dossierstuk, Dossierversie, Leerling, Zienswijze
from passend.leerlingen.permissions import get_inzage, require_inzage
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
TE_LANG = "Dit is te lang: houd het bij {} tekens. Maak het korter en probeer het opnieuw."
V = Vertrouwelijkheid
TEAM = ("leerkracht", "intern_begeleider", "directeur")
NIET = ("mr_lid", "bestuurder", "adviseur")


def _schrijf(actor: Account, leerling: Leerling, klasse: Vertrouwelijkheid = V.GEWOON, **anders: object) -> Dossierstuk:
    velden = {"titel": "Gesprek", "tekst": "Wij spraken af.", "geldig_van": OP.date(), "op": LATER, **anders}
    return add_stuk(actor=actor, leerling=leerling, vertrouwelijkheid=klasse, **velden)


@pytest.mark.parametrize("klasse", list(V))
def test_each_class_is_written_by_whose_task_it_is_and_by_nobody_else(klasse: Vertrouwelijkheid) -> None:
    gezin = maak_gezin()
    mensen = {naam: getattr(gezin.school, naam) for naam in (*TEAM, *NIET)}
    mensen |= {"ouder": gezin.ouder, "zonder": gezin.ouder_zonder_gezag, "deskundige": gezin.deskundige}

    schrijvers = TEAM if klasse is V.GEWOON else ("intern_begeleider", "directeur")
    geschreven = [_schrijf(mensen.pop(naam), gezin.leerling, klasse) for naam in schrijvers]
    for account in mensen.values():
        with pytest.raises(GeenToegangError, match="Dit mag wel: de intern begeleider en de directeur"):
            _schrijf(account, gezin.leerling, klasse)

    assert list(Dossierstuk.objects.filter(vertrouwelijkheid=klasse).exclude(pk=gezin.stuk.pk)) == geschreven


def test_piece_that_is_refused_is_nowhere() -> None:
    gezin = maak_gezin()
    vooraf = Dossierstuk.objects.count(), Dossierversie.objects.count()

    with nieuwe_regels() as nieuw, pytest.raises(GeenToegangError):
        _schrijf(gezin.ouder, gezin.leerling)

    assert (Dossierstuk.objects.count(), Dossierversie.objects.count()) == vooraf
    assert nieuw.regels == []


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"titel": " "}, "Een stuk heeft een titel en een tekst. Vul aan wat leeg is."),
        ({"tekst": "\n "}, "Een stuk heeft een titel en een tekst. Vul aan wat leeg is."),
        ({"titel": "x" * 161}, TE_LANG.format(160)),
        ({"tekst": "x" * 20_001}, TE_LANG.format("20.000")),
        ({"geldig_van": date(2018, 3, 13)}, "Op deze dag was de leerling nog niet geboren. Kijk het jaar na."),
        ({"geldig_van": date(2026, 10, 6)}, "Deze dag moet nog komen. Vul de dag in waarop het zo was."),
    ],
)
def test_piece_that_cannot_be_is_refused_in_words(velden: dict[str, object], zin: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(LeerlingError) as fout:
        _schrijf(gezin.school.directeur, gezin.leerling, **velden)

    assert str(fout.value) == zin


def test_longest_title_fits_and_white_around_it_does_not_count() -> None:
    gezin = maak_gezin()

    stuk = _schrijf(gezin.school.leerkracht, gezin.leerling, titel=f"  {'x' * 160} ", tekst=" Zo was het. ")

    assert (stuk.titel, stuk.versies.get().tekst) == ("x" * 160, "Zo was het.")


@pytest.mark.parametrize("wie", TEAM)
def test_people_of_another_school_and_another_board_write_and_read_nothing(wie: str) -> None:
    buurt = maak_buurt()
    for vreemde in (getattr(buurt.regio.buur, wie), getattr(buurt.regio.ander, wie)):
        with pytest.raises(GeenToegangError):
            _schrijf(vreemde, buurt.gezin.leerling)
        with pytest.raises(GeenToegangError):
            revise_stuk(actor=vreemde, stuk=buurt.gezin.stuk, tekst="x", geldig_van=OP.date(), nummer=1, op=LATER)
        with pytest.raises(GeenToegangError):
            require_inzage(vreemde, buurt.gezin.leerling, op=LATER)
    eigen = getattr(buurt.regio.eigen, wie)
    for elders in (buurt.bij_buur, buurt.bij_ander):
        with pytest.raises(GeenToegangError):
            _schrijf(eigen, elders)

    assert buurt.gezin.stuk.versies.count() == 1


def test_two_tabs_the_second_is_told_and_both_texts_are_kept() -> None:
    gezin = maak_gezin()
    actor, velden = gezin.school.directeur, {"stuk": gezin.stuk, "geldig_van": OP.date(), "op": LATER}
    revise_stuk(actor=actor, tekst="Van de eerste.", nummer=1, **velden)

    with nieuwe_regels() as nieuw, pytest.raises(LeerlingError, match="Iemand anders wijzigde dit stuk"):
        revise_stuk(actor=actor, tekst="Van de tweede.", nummer=1, **velden)
    versie = revise_stuk(actor=actor, tekst="Van allebei.", nummer=2, **velden)

    assert nieuw.regels == []
    assert versie.nummer == 3
    teksten = list(Dossierversie.objects.filter(stuk=gezin.stuk).values_list("nummer", "tekst"))
    assert teksten == [(1, "Wat er staat in Gesprek."), (2, "Van de eerste."), (3, "Van allebei.")]


@pytest.mark.parametrize("nummer", [0, 2, 99])
def test_version_that_was_never_seen_cannot_be_changed(nummer: int) -> None:
    gezin = maak_gezin()

    with pytest.raises(LeerlingError, match="lees eerst wat er nu staat"):
        revise_stuk(
            actor=gezin.school.directeur,
            stuk=gezin.stuk,
            tekst="x",
            geldig_van=OP.date(),
            nummer=nummer,
            op=LATER,
        )


def test_teacher_changes_no_piece_of_care_although_somebody_shared_it_with_them() -> None:
    gezin = maak_gezin()
    zorg = maak_stuk(gezin.school, gezin.leerling, V.ZORG, "Bril")

    with pytest.raises(GeenToegangError):
        revise_stuk(actor=gezin.school.leerkracht, stuk=zorg, tekst="x", geldig_van=OP.date(), nummer=1, op=LATER)


def test_view_of_a_parent_stays_with_the_piece_and_who_else_tries_is_refused() -> None:
    gezin = maak_gezin()
    anderen = [gezin.ouder_zonder_gezag, gezin.deskundige, gezin.school.leerkracht, gezin.school.directeur]
    vooraf = Zienswijze.objects.count()

    for ander in anderen:
        with pytest.raises(GeenToegangError, match="Dit mag wel: een ouder met gezag"):
            add_zienswijze(actor=ander, stuk=gezin.stuk, tekst="Nee.", is_verzoek=False, op=LATER)
    zienswijze = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst=" Ja. ", is_verzoek=False, op=LATER)

    assert (zienswijze.tekst, zienswijze.ouder, zienswijze.besluit) == ("Ja.", gezin.ouder, "")
    assert Zienswijze.objects.count() == vooraf + 1


def test_empty_view_is_refused_in_words() -> None:
    gezin = maak_gezin()

    with pytest.raises(LeerlingError, match="Er staat nog niets"):
        add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst=" \n", is_verzoek=True, op=LATER)


def test_parent_says_nothing_of_a_piece_they_may_not_read() -> None:
    gezin = maak_gezin()
    zorg, meldcode = (maak_stuk(gezin.school, gezin.leerling, klasse) for klasse in (V.ZORG, V.MELDCODE))

    add_zienswijze(actor=gezin.ouder, stuk=zorg, tekst="Klopt.", is_verzoek=False, op=LATER)
    with pytest.raises(GeenToegangError):
        add_zienswijze(actor=gezin.ouder, stuk=meldcode, tekst="Hoezo?", is_verzoek=False, op=LATER)


@pytest.mark.parametrize(("is_verbeterd", "besluit"), [(True, "verbeterd"), (False, "bijgevoegd")])
def test_school_answers_a_request_once_and_says_why(is_verbeterd: bool, besluit: str) -> None:  # noqa: FBT001 -- a column of the table above
    gezin = maak_gezin()
    wens = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Dit klopt niet.", is_verzoek=True, op=OP)
    actor = gezin.school.intern_begeleider
    revise_stuk(
        actor=actor, stuk=gezin.stuk, tekst="Beter.", geldig_van=OP.date(), nummer=1, op=OP + timedelta(minutes=1)
    )

    with pytest.raises(LeerlingError, match="Leg in een zin uit"):
        decide_zienswijze(actor=actor, zienswijze=wens, is_verbeterd=is_verbeterd, uitleg=" ", op=LATER)
    decide_zienswijze(actor=actor, zienswijze=wens, is_verbeterd=is_verbeterd, uitleg=" Omdat. ", op=LATER)
    with pytest.raises(LeerlingError, match="al op geantwoord"):
        decide_zienswijze(actor=actor, zienswijze=wens, is_verbeterd=not is_verbeterd, uitleg="Toch.", op=LATER)

    wens.refresh_from_db()
    assert (wens.besluit, wens.uitleg, wens.besloten_op, wens.besloten_door) == (besluit, "Omdat.", LATER, actor)


def test_answer_that_it_was_put_right_is_refused_when_nothing_changed_since_it_was_asked() -> None:
    gezin = maak_gezin()
    actor = gezin.school.intern_begeleider
    revise_stuk(actor=actor, stuk=gezin.stuk, tekst="Eerder.", geldig_van=OP.date(), nummer=1, op=OP)
    wens = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Dit klopt niet.", is_verzoek=True, op=LATER)

    with nieuwe_regels() as nieuw, pytest.raises(NietVeranderdError) as fout:
        decide_zienswijze(actor=actor, zienswijze=wens, is_verbeterd=True, uitleg="Gedaan.", op=LATER)

    wens.refresh_from_db()
    assert (wens.besluit, nieuw.regels) == ("", [])
    assert str(fout.value) == (
        "Dit stuk is niet veranderd sinds de ouder dit vroeg. Verander het eerst, of laat het staan met uitleg."
    )


@pytest.mark.parametrize("wie", ["leerkracht", "mr_lid", "bestuurder"])
def test_nobody_else_answers_a_request(wie: str) -> None:
    gezin = maak_gezin()
    wens = add_zienswijze(actor=gezin.ouder, stuk=gezin.stuk, tekst="Dit klopt niet.", is_verzoek=True, op=OP)

    for actor in (getattr(gezin.school, wie), gezin.ouder, gezin.deskundige):
        with pytest.raises(GeenToegangError, match="Dit mag wel: de intern begeleider en de directeur"):
            decide_zienswijze(actor=actor, zienswijze=wens, is_verbeterd=True, uitleg="Ja.", op=LATER)


def test_file_opens_for_who_has_a_reason_and_a_stranger_hears_no_more_than_when_it_is_not_there() -> None:
    gezin = maak_gezin()

    assert require_inzage(gezin.ouder, gezin.leerling, op=LATER).reden.code == "ouder"
    with pytest.raises(GeenToegangError, match="Dit dossier is niet voor u, of het is er niet"):
        require_inzage(gezin.ouder_zonder_gezag, gezin.leerling, op=LATER)


def test_who_is_teacher_and_parent_does_each_thing_for_the_reason_that_lets_them() -> None:
    gezin = maak_gezin()
    leerkracht = gezin.school.leerkracht
    grant_rol(account=leerkracht, soort=Rolsoort.OUDER, bij=gezin.school.vestiging, geldig_van=date(2024, 8, 1))
    maak_ouder(gezin.school, gezin.leerling, account=leerkracht)

    with nieuwe_regels() as nieuw:
        _schrijf(leerkracht, gezin.leerling)
        add_zienswijze(actor=leerkracht, stuk=gezin.stuk, tekst="Als ouder.", is_verzoek=False, op=LATER)

    inzage = get_inzage(leerkracht, gezin.leerling, op=LATER)
    assert inzage is not None
    assert (list(inzage.gronden), set(inzage.leesbaar)) == (["eigen_groep", "ouder"], {"gewoon", "zorg"})
    assert [(handeling, reden) for _wie, handeling, _wat, reden, _soort in nieuw.regels] == [
        ("add_stuk", "eigen_groep"),
        ("add_zienswijze", "ouder"),
    ]


def test_teacher_who_is_also_intern_begeleider_writes_about_care_as_intern_begeleider() -> None:
    gezin = maak_gezin()
    leerkracht = gezin.school.leerkracht
    grant_rol(
        account=leerkracht,
        soort=Rolsoort.INTERN_BEGELEIDER,
        bij=gezin.school.vestiging,
        geldig_van=date(2024, 8, 1),
    )

    with nieuwe_regels() as nieuw:
        _schrijf(leerkracht, gezin.leerling, V.ZORG)

    assert [reden for *_feiten, reden, _soort in nieuw.regels] == ["intern_begeleider"]
