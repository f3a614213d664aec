"""Pupils come, are in groups, have parents, and leave; and who was invited is tied to the children that name them."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories.dossiers import maak_buurt, maak_ook_ouder, nieuwe_regels
from tests.factories.dossiers import onderwerp as onderwerp_van
from tests.factories.leerlingen import GEBOREN, SINDS, maak_gezin, maak_groep, maak_leerling, maak_ouder, maak_stuk
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import GeenToegangError, Rolsoort
from passend.leerlingen.actions.koppelen import link_account
from passend.leerlingen.actions.leerlingen import (
    LeerlingError,
    Leerlinggegevens,
    Oudergegevens,
    add_ouder,
    deregister_leerling,
    end_ouder,
    place_leerling,
    register_leerling,
)
from passend.leerlingen.actions.toestemming import ask_toestemming, give_toestemming, retract_toestemming
from passend.leerlingen.models import Groepsplaatsing, Leerling, Ouderrelatie, Toestemming
from passend.leerlingen.permissions import visible_leerlingen, why_may_read_leerling
from passend.leerlingen.queries.leerlingen import find_leerlingen, list_groepsnamen, list_ouders, zoek_leerlingen
from passend.organisaties.queries import in_bestuur
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
GEEN_ADRES = "Dit is geen e-mailadres. Het heeft een @ en een punt, zoals info@school.example."
TE_LANG = "Dit is te lang: houd het bij {} tekens. Maak het korter en probeer het opnieuw."
PIP = Leerlinggegevens(
    voornaam=" Pip ", achternaam=" Duin ", geboren_op=date(2018, 3, 14), ingeschreven_op=date(2022, 3, 15)
)
BEHEER, ANDEREN = ("intern_begeleider", "directeur"), ("leerkracht", "mr_lid", "bestuurder", "adviseur")
EMAIL = "jo@thuis.example"


def _gegevens(**anders: object) -> Leerlinggegevens:
    velden = {naam: getattr(PIP, naam) for naam in ("voornaam", "achternaam", "geboren_op", "ingeschreven_op")}
    return Leerlinggegevens(**{**velden, **anders})


def _ouder(school: School, leerling: Leerling, email: str = EMAIL, account: Account | None = None) -> Ouderrelatie:
    gegevens = Oudergegevens(naam="Jo", email=email, heeft_gezag=True, geldig_van=SINDS)
    return add_ouder(actor=school.directeur, leerling=leerling, gegevens=gegevens, op=OP, account=account)


@pytest.mark.parametrize("wie", BEHEER)
def test_pupil_is_taken_in_by_who_keeps_the_pupils(wie: str) -> None:
    school = maak_school()

    leerling = register_leerling(actor=getattr(school, wie), vestiging=school.vestiging, gegevens=PIP, op=OP)

    assert (str(leerling), leerling.bestuur, leerling.uitgeschreven_op) == ("Pip Duin", school.vestiging.bestuur, None)


def test_everything_about_pupils_is_refused_to_everybody_else() -> None:
    buurt = maak_buurt()
    school, leerling, relatie = buurt.regio.eigen, buurt.gezin.leerling, Ouderrelatie.objects.first()
    assert relatie is not None
    groep = maak_groep(school, "6")
    vreemden = [getattr(andere, wie) for andere in (buurt.regio.buur, buurt.regio.ander) for wie in BEHEER]
    mensen = [getattr(school, wie) for wie in ANDEREN] + vreemden + [buurt.gezin.ouder, buurt.gezin.deskundige]
    nieuw = Oudergegevens(naam="Jo", email="", heeft_gezag=True, geldig_van=SINDS)

    for actor in mensen:
        for doe in (
            lambda wie: register_leerling(actor=wie, vestiging=school.vestiging, gegevens=PIP, op=LATER),
            lambda wie: place_leerling(actor=wie, leerling=leerling, groep=groep, geldig_van=SINDS, op=LATER),
            lambda wie: add_ouder(actor=wie, leerling=leerling, gegevens=nieuw, op=LATER),
            lambda wie: end_ouder(actor=wie, ouder=relatie, op=LATER),
            lambda wie: deregister_leerling(
                actor=wie, leerling=leerling, uitgeschreven_op=OP.date(), is_verwezen=False, op=LATER
            ),
        ):
            with pytest.raises(GeenToegangError, match="Dit mag wel: de intern begeleider en de directeur"):
                doe(actor)

    leerling.refresh_from_db()
    assert (leerling.uitgeschreven_op, Leerling.objects.count(), Groepsplaatsing.objects.count()) == (None, 3, 1)
    assert Ouderrelatie.objects.filter(geldig_tot_en_met__isnull=True).count() == 2


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"voornaam": " "}, "Vul de hele naam in."),
        ({"achternaam": ""}, "Vul de hele naam in."),
        ({"voornaam": "x" * 81}, TE_LANG.format(80)),
        ({"achternaam": "x" * 121}, TE_LANG.format(120)),
        ({"geboren_op": date(2026, 10, 6)}, "Deze geboortedag kan niet kloppen. Kijk het jaar na."),
        ({"geboren_op": date(1995, 12, 31)}, "Deze geboortedag kan niet kloppen. Kijk het jaar na."),
        ({"geboren_op": date(1, 1, 1)}, "Deze geboortedag kan niet kloppen. Kijk het jaar na."),
        ({"ingeschreven_op": date(2018, 3, 13)}, "De inschrijving ligt voor de geboorte. Kijk de twee datums na."),
    ],
)
def test_pupil_that_cannot_be_is_refused_in_words(velden: dict[str, object], zin: str) -> None:
    school = maak_school()

    with pytest.raises(LeerlingError) as fout:
        register_leerling(actor=school.directeur, vestiging=school.vestiging, gegevens=_gegevens(**velden), op=OP)

    assert (str(fout.value), Leerling.objects.count()) == (zin, 0)


@pytest.mark.parametrize(
    "velden",
    [
        {"geboren_op": date(2026, 10, 5), "ingeschreven_op": date(2026, 10, 5)},
        {"geboren_op": date(1996, 1, 1)},
        {"voornaam": "x" * 80, "achternaam": "y" * 120},
    ],
)
def test_pupil_at_the_edge_of_what_can_be_is_taken_in(velden: dict[str, object]) -> None:
    school = maak_school()

    register_leerling(actor=school.directeur, vestiging=school.vestiging, gegevens=_gegevens(**velden), op=OP)

    assert Leerling.objects.count() == 1


def test_pupil_who_moves_to_another_group_is_in_one_group_on_each_day() -> None:
    school = maak_school()
    vijf, zes = maak_groep(school, "5"), maak_groep(school, "6")
    leerling = maak_leerling(school, groep=vijf)

    place_leerling(actor=school.directeur, leerling=leerling, groep=zes, geldig_van=date(2026, 10, 5), op=OP)

    namen = [
        list_groepsnamen(leerlingen=[leerling], peildatum=dag).get(leerling.pk)
        for dag in (date(2024, 7, 31), SINDS, date(2026, 10, 4), date(2026, 10, 5), date(2030, 1, 1))
    ]
    assert namen == [None, "5", "5", "6", "6"]


def test_group_of_another_school_is_refused() -> None:
    school = maak_school()
    buur = maak_school(school.vestiging.bestuur, brin="99AB")
    leerling, elders = maak_leerling(school), maak_groep(buur)

    with pytest.raises(LeerlingError, match="Deze groep is van een andere school"):
        place_leerling(actor=school.directeur, leerling=leerling, groep=elders, geldig_van=SINDS, op=OP)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"naam": " "}, "Vul de hele naam in."),
        ({"naam": "x" * 161}, TE_LANG.format(160)),
        ({"email": "jo@"}, GEEN_ADRES),
        ({"email": f"anna@{('x' * 60 + '.') * 4}example"}, TE_LANG.format(254)),
    ],
)
def test_parent_who_cannot_be_reached_is_refused_in_words(velden: dict[str, object], zin: str) -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    gegevens = Oudergegevens(**{"naam": "Jo", "email": "", "heeft_gezag": True, "geldig_van": SINDS, **velden})

    with pytest.raises(LeerlingError) as fout:
        add_ouder(actor=school.directeur, leerling=leerling, gegevens=gegevens, op=OP)

    assert (str(fout.value), Ouderrelatie.objects.count()) == (zin, 0)


def test_parent_ends_at_once_and_what_ended_before_stays_as_it_ended() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    _ouder_account, relatie = maak_ouder(school, leerling)
    Ouderrelatie.objects.filter(pk=relatie.pk).update(geldig_tot_en_met=date(2026, 10, 9))
    relatie.refresh_from_db()

    end_ouder(actor=school.directeur, ouder=relatie, op=LATER)
    einde = Ouderrelatie.objects.get().geldig_tot_en_met
    end_ouder(actor=school.directeur, ouder=relatie, op=LATER + timedelta(days=30))

    assert einde == Ouderrelatie.objects.get().geldig_tot_en_met == date(2026, 10, 4)
    assert list_ouders(leerling=leerling, peildatum=OP.date()) == []


def test_pupil_leaves_and_the_group_ends_that_day() -> None:
    gezin = maak_gezin()
    dag = date(2026, 10, 2)

    deregister_leerling(
        actor=gezin.school.directeur, leerling=gezin.leerling, uitgeschreven_op=dag, is_verwezen=True, op=LATER
    )

    leerling = Leerling.objects.get(pk=gezin.leerling.pk)
    assert (leerling.uitgeschreven_op, leerling.is_verwezen) == (dag, True)
    assert Groepsplaatsing.objects.get().geldig_tot_en_met == dag
    redenen = {wie: why_may_read_leerling(wie, leerling, op=LATER) for wie in (gezin.school.leerkracht, gezin.ouder)}
    assert [reden.code if reden else None for reden in redenen.values()] == [None, "ouder"]


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2024, 7, 31), "De uitschrijving ligt voor de inschrijving. Kijk de twee datums na."),
        (date(2027, 10, 7), "De uitschrijving ligt te ver weg. Kijk het jaar na."),
        (date(9999, 12, 31), "De uitschrijving ligt te ver weg. Kijk het jaar na."),
    ],
)
def test_last_day_that_cannot_be_is_refused_in_words(dag: date, zin: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(LeerlingError) as fout:
        deregister_leerling(
            actor=gezin.school.directeur, leerling=gezin.leerling, uitgeschreven_op=dag, is_verwezen=False, op=LATER
        )

    assert str(fout.value) == zin


def test_invited_person_is_tied_to_what_names_the_address_and_to_nothing_else() -> None:
    school = maak_school()
    een, ander = maak_leerling(school), maak_leerling(school, "Ot")
    bezet = maak_account()
    relaties = {
        "zelfde": _ouder(school, een, "Jo@Thuis.Example"),
        "ander adres": _ouder(school, een, "jo@elders.example"),
        "geen adres": _ouder(school, een, ""),
        "al bezet": _ouder(school, maak_leerling(school, "Bo"), account=bezet),
        "ander kind": _ouder(school, ander),
    }
    gezin = maak_gezin(maak_school(school.vestiging.bestuur, brin="99AB"))
    toestemming = ask_toestemming(
        actor=gezin.school.directeur,
        leerling=gezin.leerling,
        email=EMAIL,
        doel="Lezen",
        geldig_tot_en_met=date(2026, 12, 31),
        stukken=[gezin.stuk],
        op=OP,
    )
    account = maak_account(Rolsoort.OUDER, school.vestiging)
    grant_rol(account=account, soort=Rolsoort.DESKUNDIGE, bij=gezin.school.vestiging, geldig_van=SINDS)
    relaties["ander school"] = _ouder(gezin.school, gezin.leerling)

    aantal = link_account(account=account, email="JO@thuis.example", op=LATER)
    nogmaals = link_account(account=account, email=EMAIL, op=LATER)

    gebonden = {naam: Ouderrelatie.objects.get(pk=relatie.pk).account for naam, relatie in relaties.items()}
    assert gebonden == {
        "zelfde": account,
        "ander adres": None,
        "geen adres": None,
        "al bezet": bezet,
        "ander kind": account,
        "ander school": None,
    }
    assert Toestemming.objects.get(pk=toestemming.pk).account == account
    assert (aantal, nogmaals) == (3, 0)


def test_log_says_that_somebody_came_in_only_of_the_pupil_whose_file_that_opened() -> None:
    gezin = maak_gezin()
    school, email, stukken = gezin.school, "noor@praktijk.example", [gezin.stuk]
    vraag: dict[str, Any] = {
        "actor": school.directeur,
        "email": email,
        "geldig_tot_en_met": date(2026, 12, 31),
        "op": OP,
    }
    wacht = ask_toestemming(leerling=gezin.leerling, doel="Gehoor", stukken=stukken, **vraag)
    terug = ask_toestemming(leerling=gezin.leerling, doel="Lezen", stukken=stukken, **vraag)
    retract_toestemming(actor=school.directeur, toestemming=terug, op=OP)
    ander = maak_leerling(school, "Zus")
    ouder, _relatie = maak_ouder(school, ander)
    geldt = ask_toestemming(leerling=ander, doel="Rekenen", stukken=[maak_stuk(school, ander)], **vraag)
    give_toestemming(actor=ouder, toestemming=geldt, op=OP)
    account = maak_account(Rolsoort.DESKUNDIGE, school.vestiging)

    with nieuwe_regels() as nieuw:
        link_account(account=account, email=email, op=LATER)

    assert [onderwerp for _wie, _wat, onderwerp, *_rest in nieuw.regels] == [onderwerp_van(ander)]
    gebonden = {een.doel: een.account for een in Toestemming.objects.filter(email=email)}
    assert gebonden == {"Gehoor": account, "Lezen": None, "Rekenen": account}
    assert Toestemming.objects.get(pk=wacht.pk).account == account


def test_same_address_at_another_board_is_not_tied_by_an_invitation_of_this_one() -> None:
    buurt = maak_buurt()
    hier, daar = _ouder(buurt.regio.eigen, buurt.gezin.leerling), _ouder(buurt.regio.ander, buurt.bij_ander)
    account = maak_account(Rolsoort.OUDER, buurt.regio.eigen.vestiging)
    grant_rol(account=account, soort=Rolsoort.OUDER, bij=buurt.regio.ander.vestiging, geldig_van=SINDS)

    with in_bestuur(buurt.regio.eigen.vestiging.bestuur_id):
        aantal = link_account(account=account, email=EMAIL, op=LATER)

    assert aantal == 1
    assert [Ouderrelatie.objects.get(pk=rij.pk).account for rij in (hier, daar)] == [account, None]


def test_children_of_a_parent_are_no_pupils_that_the_parent_teaches() -> None:
    gezin = maak_gezin()
    maak_ook_ouder(gezin.school, maak_leerling(gezin.school, "Ot"), gezin.school.intern_begeleider)
    wie = gezin.school.intern_begeleider

    alles = visible_leerlingen(wie, op=LATER)
    als_ouder = visible_leerlingen(wie, op=LATER, gronden=(Inzagegrond.OUDER,))

    assert sorted(str(een) for een in alles) == ["Ot Duinmans", "Pip Duinmans"]
    assert [str(een) for een in als_ouder] == ["Ot Duinmans"]
    assert list(visible_leerlingen(wie, op=LATER, gronden=())) == []


def test_pupils_are_found_by_every_word_of_the_name_and_a_stand_in_needs_the_whole_name() -> None:
    school = maak_school()
    for voornaam, achternaam in (("Pip", "van den Duin"), ("Pip", "Duinmans"), ("Saar", "Pipper"), ("Ot", "Duin")):
        maak_leerling(school, voornaam, achternaam)

    def gevonden(woorden: str) -> list[str]:
        return [
            str(een) for een in zoek_leerlingen(Leerling.objects.all(), vestiging=school.vestiging, woorden=woorden)
        ]

    def precies(voornaam: str, achternaam: str) -> list[str]:
        gevonden = find_leerlingen(vestiging=school.vestiging, voornaam=voornaam, achternaam=achternaam)
        return [str(een) for een in gevonden]

    assert gevonden("pip duin") == ["Pip Duinmans", "Pip van den Duin"]
    assert gevonden("PIP") == ["Pip Duinmans", "Saar Pipper", "Pip van den Duin"]
    assert gevonden("duin") == ["Ot Duin", "Pip Duinmans", "Pip van den Duin"]
    assert gevonden("uin") == []
    assert gevonden("% _") == []
    assert precies(" pip ", "DUINMANS ") == ["Pip Duinmans"]
    assert [precies("Pip", naam) for naam in ("Duin", "", "%", "Duinman_")] == [[]] * 4


def test_two_pupils_of_one_name_are_not_guessed_between() -> None:
    school = maak_school()
    oudste, jongste = maak_leerling(school), maak_leerling(school)
    Leerling.objects.filter(pk=jongste.pk).update(geboren_op=date(2019, 5, 1))
    pip: dict[str, Any] = {"vestiging": school.vestiging, "voornaam": "Pip", "achternaam": "Duinmans"}

    assert find_leerlingen(**pip) == [oudste, jongste]
    assert [find_leerlingen(**pip, geboren_op=een) for een in (GEBOREN, date(2019, 5, 1), OP.date())] == [
        [oudste],
        [jongste],
        [],
    ]
