"""Attempts to come where one may not: other keys, schools, pieces and sessions; each is refused alike."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from tests.factories.dossiers import maak_buurt, maak_ook_ouder, nieuwe_regels, onderwerp, plek
from tests.factories.leerlingen import maak_gezin, maak_leerling, maak_ouder, maak_stuk
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, maak_school

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.dossier import add_zienswijze
from passend.leerlingen.models import Dossierstuk, Dossierversie, Leerling, Ouderrelatie, Toestemming, Zienswijze
from passend.toegang.actions import grant_rol
from passend.toegang.models import Logregel, Rol

ZORG, MELDCODE = Vertrouwelijkheid.ZORG, Vertrouwelijkheid.MELDCODE
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
PAGINAS = ("dossier", "dossier_pdf", "dossier_json", "ingezien", "ingezien_pdf")
VORMEN: dict[str, dict[str, str]] = {
    "uitschrijven": {"uitgeschreven_op": "2026-10-12"},
    "ouder_nieuw": {"naam": "Jo", "heeft_gezag": "1"},
    "ouder_eindigen": {"ouder": "1"},
    "ouder_uitnodigen": {"ouder": "1"},
    "stuk_nieuw": {"titel": "T", "tekst": "t", "geldig_van": "2026-10-12", "vertrouwelijkheid": "gewoon"},
    "toestemming_vragen": {"email": "r@p.example", "doel": "D", "geldig_tot_en_met": "2026-12-01", "stuk": "1"},
}


def _rijen() -> list[int]:
    return [tabel.objects.count() for tabel in (Leerling, Ouderrelatie, Dossierversie, Toestemming, Zienswijze)]


def test_stranger_gets_one_answer_for_a_file_that_is_there_and_one_that_is_not() -> None:
    buurt = maak_buurt()
    vreemde = meld_aan(buurt.regio.ander.directeur)
    bestaat = plek(buurt.gezin.leerling)
    verzonnen = bestaat.replace(str(buurt.gezin.leerling.sleutel), str(uuid4()))

    antwoorden = [vreemde.get(pad) for pad in (bestaat, verzonnen)]
    gestuurd = [vreemde.post(pad + "/stuk", VORMEN["stuk_nieuw"]) for pad in (bestaat, verzonnen)]

    assert [antwoord.status_code for antwoord in (*antwoorden, *gestuurd)] == [403] * 4
    assert len({inhoud_van(antwoord) for antwoord in (*antwoorden, *gestuurd)}) == 1
    assert dict(antwoorden[0].headers) == dict(antwoorden[1].headers)
    assert "Dit dossier is niet voor u, of het is er niet." in inhoud_van(antwoorden[0])


def test_every_address_of_a_file_refuses_whom_it_is_not_for_and_stores_nothing() -> None:
    buurt = maak_buurt()
    leerling, vooraf = buurt.gezin.leerling, _rijen()
    vreemden = (buurt.regio.buur.directeur, buurt.regio.ander.intern_begeleider, buurt.gezin.ouder_zonder_gezag)

    for account in vreemden:
        client = meld_aan(account)
        statussen = [client.get(plek(leerling, pagina)).status_code for pagina in PAGINAS]
        statussen += [client.post(plek(leerling, pagina), velden).status_code for pagina, velden in VORMEN.items()]
        statussen.append(client.get(plek(leerling, "stuk", pk=buurt.gezin.stuk.pk)).status_code)
        assert statussen == [403] * 12

    leerling.refresh_from_db()
    assert (_rijen(), leerling.uitgeschreven_op) == (vooraf, None)


def test_teacher_of_the_group_keeps_neither_parents_nor_permissions() -> None:
    gezin = maak_gezin()
    client, vooraf = meld_aan(gezin.school.leerkracht), _rijen()

    statussen = {naam: client.post(plek(gezin.leerling, naam), velden).status_code for naam, velden in VORMEN.items()}

    assert statussen == {naam: 302 if naam == "stuk_nieuw" else 403 for naam in VORMEN}
    assert [na - voor for voor, na in zip(vooraf, _rijen(), strict=True)] == [0, 0, 1, 0, 0]


def test_pupil_of_another_school_under_the_code_of_this_school_is_not_there() -> None:
    buurt = maak_buurt()

    antwoorden = [
        meld_aan(buurt.regio.eigen.directeur).get(plek(leerling, code="99AA00"))
        for leerling in (buurt.bij_buur, buurt.bij_ander)
    ]
    omgekeerd = meld_aan(buurt.regio.buur.directeur).get(plek(buurt.gezin.leerling, code="99AB00"))

    assert [antwoord.status_code for antwoord in (*antwoorden, omgekeerd)] == [403, 403, 403]
    assert "Saar" not in inhoud_van(antwoorden[0])


def test_piece_of_another_pupil_under_the_address_of_this_one_is_not_there() -> None:
    gezin = maak_gezin()
    ander = maak_stuk(gezin.school, maak_leerling(gezin.school, "Ot"), titel="Van Ot")
    client = meld_aan(gezin.school.directeur)
    velden = {"tekst": "x", "geldig_van": "2026-10-12", "nummer": "1"}

    gelezen = [client.get(plek(gezin.leerling, "stuk", pk=pk)).status_code for pk in (ander.pk, 999999, gezin.stuk.pk)]
    gestuurd = client.post(plek(gezin.leerling, "stuk", pk=ander.pk), velden).status_code

    assert (gelezen, gestuurd) == ([404, 404, 200], 404)
    assert ander.versies.count() == 1


def test_permission_and_request_of_another_pupil_are_not_there_either() -> None:
    een = maak_gezin()
    ander = maak_leerling(een.school, "Ot")
    ouder, _relatie = maak_ouder(een.school, ander)
    wens = add_zienswijze(actor=ouder, stuk=maak_stuk(een.school, ander), tekst="Van Ot.", is_verzoek=True, op=OP)
    besluit = {"besluit": "verbeterd", "uitleg": "x"}

    pogingen = (
        (een.school.directeur, plek(een.leerling, "zienswijze_besluit", pk=wens.pk), besluit),
        (ouder, plek(ander, "toestemming_besluit", pk=een.toestemming.pk), {"besluit": "geef"}),
        (een.ouder, plek(een.leerling, "zienswijze", pk=wens.stuk_id), {"zienswijze": "x"}),
    )

    assert [meld_aan(account).post(pad, velden).status_code for account, pad, velden in pogingen] == [404, 404, 404]
    wens.refresh_from_db()
    assert wens.besluit == ""


@pytest.mark.parametrize("klasse", [Vertrouwelijkheid.ZORG, Vertrouwelijkheid.MELDCODE])
def test_piece_of_a_class_that_is_not_for_them_is_for_nobody_else_there_at_all(klasse: Vertrouwelijkheid) -> None:
    gezin = maak_gezin()
    stuk = maak_stuk(gezin.school, gezin.leerling, klasse, "Geheim")
    wie = [gezin.school.leerkracht, gezin.deskundige]
    if klasse is Vertrouwelijkheid.MELDCODE:
        wie.append(gezin.ouder)
    goed = meld_aan(gezin.school.directeur).get(plek(gezin.leerling, "stuk", pk=stuk.pk))

    antwoorden = [meld_aan(account).get(plek(gezin.leerling, "stuk", pk=stuk.pk)) for account in wie]
    weg = [meld_aan(account).get(plek(gezin.leerling, "stuk", pk=999999)) for account in wie]

    assert "Wat er staat in Geheim." in inhoud_van(goed)
    assert [antwoord.status_code for antwoord in antwoorden] == [404] * len(wie)
    assert [inhoud_van(antwoord) for antwoord in antwoorden] == [inhoud_van(antwoord) for antwoord in weg]


def test_what_was_not_shown_leaves_no_line_that_it_was_seen() -> None:
    gezin = maak_gezin()
    meldcode = maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.MELDCODE)
    leerkracht, school = meld_aan(gezin.school.leerkracht), meld_aan(gezin.school.directeur)

    with nieuwe_regels() as nieuw:
        leerkracht.get(plek(gezin.leerling, "stuk", pk=meldcode.pk))
        leerkracht.get(plek(gezin.leerling, "ingezien"))
        school.get(plek(gezin.leerling, "stuk_nieuw"))
        school.get(plek(gezin.leerling, "uitschrijven"))
        school.put(plek(gezin.leerling))
        school.head(plek(gezin.leerling))

    assert [regel[1:] for regel in nieuw.regels] == [
        ("geweigerd:meldcode", onderwerp(gezin.leerling), "geen_reden", "geweigerd"),
        ("geweigerd", onderwerp(gezin.leerling), "geen_reden", "geweigerd"),
        ("open_dossier", onderwerp(gezin.leerling), "directeur", "lezen"),
    ]


def test_try_at_a_piece_of_another_class_is_told_to_the_school_and_to_parents_only_when_it_is_theirs_to_read() -> None:
    gezin = maak_gezin()
    zorg, meldcode = (maak_stuk(gezin.school, gezin.leerling, klasse, "Geheim") for klasse in (ZORG, MELDCODE))
    leerkracht, deskundige = meld_aan(gezin.school.leerkracht), meld_aan(gezin.deskundige)
    niet_gedeeld = maak_stuk(gezin.school, gezin.leerling, titel="Niet gedeeld")

    with nieuwe_regels() as nieuw:
        leerkracht.get(plek(gezin.leerling, "stuk", pk=meldcode.pk))
        leerkracht.post(plek(gezin.leerling, "stuk", pk=zorg.pk), {"tekst": "x"})
        deskundige.get(plek(gezin.leerling, "stukbestand", pk=niet_gedeeld.pk, bestand=1))
        meld_aan(gezin.ouder).get(plek(gezin.leerling, "stuk", pk=meldcode.pk))

    assert [regel[:3] for regel in nieuw.regels] == [
        (gezin.school.leerkracht, "geweigerd:meldcode", onderwerp(gezin.leerling)),
        (gezin.school.leerkracht, "geweigerd", onderwerp(gezin.leerling)),
        (gezin.deskundige, "geweigerd", onderwerp(gezin.leerling)),
        (gezin.ouder, "geweigerd:meldcode", onderwerp(gezin.leerling)),
    ]
    assert {regel[4] for regel in nieuw.regels} == {"geweigerd"}
    van_ouder, van_school = (
        inhoud_van(meld_aan(wie).get(plek(gezin.leerling, "ingezien"))).count("wilde erin, en werd geweigerd")
        for wie in (gezin.ouder, gezin.school.directeur)
    )
    assert (van_ouder, van_school) == (2, 3)  # two tries of one person on one day are one line


def test_parent_who_tries_numbers_learns_neither_from_the_page_nor_from_the_log_which_are_signs_of_abuse() -> None:
    gezin = maak_gezin()
    meldcode = maak_stuk(gezin.school, gezin.leerling, MELDCODE, "Geheim")
    van_ander = maak_stuk(gezin.school, maak_leerling(gezin.school, "Ot"), titel="Van Ot")
    ouder, gezien = meld_aan(gezin.ouder), []

    for pk in (meldcode.pk, van_ander.pk, 999999):
        with nieuwe_regels() as nieuw:
            antwoord = ouder.get(plek(gezin.leerling, "stuk", pk=pk))
        bladen = inhoud_van(ouder.get(plek(gezin.leerling, "ingezien")))
        gezien.append((antwoord.status_code, inhoud_van(antwoord), nieuw.regels, "geweigerd" in bladen))

    assert gezien[0] == gezien[1] == gezien[2]
    assert (gezien[0][0], gezien[0][3]) == (404, False)


def test_refused_try_stands_in_the_log_of_the_board_and_the_parent_reads_who_it_was() -> None:
    buurt = maak_buurt()
    vreemde = buurt.regio.ander.leerkracht
    meld_aan(vreemde).get(plek(buurt.gezin.leerling))

    regel = Logregel.objects.get(soort="geweigerd")
    pagina = inhoud_van(meld_aan(buurt.gezin.ouder).get(plek(buurt.gezin.leerling, "ingezien")))

    assert (regel.account, regel.bestuur, regel.onderwerp) == (
        vreemde,
        buurt.regio.eigen.vestiging.bestuur,
        onderwerp(buurt.gezin.leerling),
    )
    assert "wilde erin, en werd geweigerd" in pagina
    assert "geen: geweigerd" in pagina


@pytest.mark.parametrize("code", ["99ZZ00", "99AA99", "99AA", "0", "99aa00x", "..."])
def test_school_that_is_gone_has_no_pupils_and_no_page(code: str) -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.school.directeur)

    statussen = [
        client.get(plek(gezin.leerling, code=code)).status_code,
        client.get(f"/school/{code}/leerlingen").status_code,
        client.post(f"/school/{code}/noodinzage", {"voornaam": "Pip"}).status_code,
    ]

    assert statussen == [404, 404, 404]


@pytest.mark.parametrize("sleutel", ["1", "x", "00000000000000000000000000000000", "' OR 1=1"])
def test_key_that_is_none_leads_nowhere(sleutel: str) -> None:
    gezin = maak_gezin()

    assert meld_aan(gezin.school.directeur).get(f"/school/99AA00/leerling/{sleutel}").status_code == 404


def test_forms_without_the_token_of_the_page_are_refused() -> None:
    gezin = maak_gezin()
    vooraf = _rijen()
    client = meld_aan(gezin.school.directeur, enforce_csrf_checks=True)

    statussen = [client.post(plek(gezin.leerling, naam), velden).status_code for naam, velden in VORMEN.items()]

    assert (statussen, _rijen()) == ([403] * len(VORMEN), vooraf)


def test_every_form_of_the_page_carries_the_token() -> None:
    gezin = maak_gezin()
    for account in (gezin.school.directeur, gezin.ouder):
        bron = meld_aan(account).get(plek(gezin.leerling)).content.decode()
        vormen = re.findall(r'<form[^>]*method="post".*?</form>', bron, flags=re.DOTALL)

        assert len(vormen) > 1
        assert [vorm for vorm in vormen if "csrfmiddlewaretoken" not in vorm] == []


def test_role_that_ends_in_the_middle_of_a_session_closes_the_file_at_the_next_click() -> None:
    gezin = maak_gezin()
    leerkracht, deskundige, ouder = (meld_aan(wie) for wie in (gezin.school.leerkracht, gezin.deskundige, gezin.ouder))
    eerst = [client.get(plek(gezin.leerling)).status_code for client in (leerkracht, deskundige, ouder)]

    Rol.objects.filter(account=gezin.school.leerkracht).update(geldig_tot_en_met=date(2026, 10, 11))
    Toestemming.objects.update(geldig_tot_en_met=date(2026, 10, 11))
    Ouderrelatie.objects.filter(account=gezin.ouder).update(geldig_tot_en_met=date(2026, 10, 11))
    daarna = [client.get(plek(gezin.leerling)).status_code for client in (leerkracht, deskundige, ouder)]
    gestuurd = leerkracht.post(plek(gezin.leerling, "stuk_nieuw"), VORMEN["stuk_nieuw"]).status_code

    assert (eerst, daarna, gestuurd) == ([200, 200, 200], [403, 403, 403], 403)


def test_account_that_is_closed_in_the_middle_of_a_session_is_signed_out() -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.ouder)
    assert client.get(plek(gezin.leerling)).status_code == 200

    gezin.ouder.is_active = False
    gezin.ouder.save()

    assert client.get(plek(gezin.leerling)).status_code == 302


def test_two_browsers_with_two_roles_each_see_their_own_part() -> None:
    gezin = maak_gezin()
    maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.MELDCODE, "Stap een")
    ib, ouder = meld_aan(gezin.school.intern_begeleider), meld_aan(gezin.ouder)

    paginas = [inhoud_van(client.get(plek(gezin.leerling))) for client in (ib, ouder, ib, ouder)]

    assert ["Stap een" in pagina for pagina in paginas] == [True, False, True, False]


def test_intern_begeleider_who_is_also_a_parent_gives_permission_with_the_button_of_a_parent() -> None:
    gezin = maak_gezin()
    wie = gezin.school.intern_begeleider
    maak_ook_ouder(gezin.school, gezin.leerling, wie)
    client, pad = meld_aan(wie), plek(gezin.leerling, "toestemming_besluit", pk=gezin.toestemming.pk)
    bron = client.get(plek(gezin.leerling)).content.decode()
    vorm = bron[bron.index(pad) :]
    namen = re.findall(r'name="besluit" value="(\w+)"', vorm[: vorm.index("</form>")])

    antwoord = client.post(pad, {"besluit": namen[0]}, follow=True)

    assert namen == ["geef", "trek_in"]
    assert "geldt" in inhoud_van(antwoord)
    assert Toestemming.objects.get().besluiten.filter(is_op_papier=False).count() == 2


def test_parent_without_a_role_of_staff_comes_on_no_page_of_the_school() -> None:
    gezin = maak_gezin()
    for account in (gezin.ouder, gezin.deskundige):
        client = meld_aan(account)
        assert client.get("/kinderen").status_code == 200
        statussen = [
            client.get(adres(naam, gezin.school)).status_code
            for naam in ("leerlingen", "noodinzage", "profiel", "mensen")
        ]
        statussen.append(client.post(adres("leerling_nieuw", gezin.school), {"voornaam": "x"}).status_code)
        assert statussen == [403] * 5


def test_signed_out_everything_leads_to_signing_in() -> None:
    gezin, client = maak_gezin(), Client()

    antwoorden = [client.get(plek(gezin.leerling, pagina)) for pagina in PAGINAS]
    gestuurd = [client.post(plek(gezin.leerling, naam), velden) for naam, velden in VORMEN.items()]

    assert {antwoord["Location"].split("?")[0] for antwoord in (*antwoorden, *gestuurd)} == {"/aanmelden"}
    assert Dossierstuk.objects.count() == 1


def test_teacher_of_two_schools_sees_of_each_the_own_group_alone() -> None:
    gezin = maak_gezin()
    buur = maak_school(gezin.school.vestiging.bestuur, brin="99AX", naam="De Buur")
    grant_rol(
        account=gezin.school.leerkracht, soort=Rolsoort.LEERKRACHT, bij=buur.vestiging, geldig_van=date(2020, 1, 1)
    )
    elders = maak_leerling(buur, "Saar")
    client = meld_aan(gezin.school.leerkracht)

    assert [client.get(plek(een)).status_code for een in (gezin.leerling, elders)] == [200, 403]
