"""The people of a school: an invitation is withdrawn, and one to somebody who is here already asks once more."""

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.contrib.auth import SESSION_KEY
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import adres, inhoud_van, maak_regio, meld_aan
from tests.factories.profielen import maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Ouderrelatie
from passend.toegang.actions import grant_rol
from passend.toegang.models import Logregel, Rol, Uitnodiging

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
EMAIL = "sam@school.example"


def test_invitation_is_withdrawn_by_a_button_and_its_link_says_so(vaste_tijd: datetime) -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    client.post(adres("uitnodigen", school), {"email": EMAIL, "soort": "leerkracht"})
    rij, brief = Uitnodiging.objects.get(), str(mail.outbox[-1].body)
    assert f'value="{rij.pk}"' in client.get(adres("mensen", school)).content.decode()

    weg = client.post(adres("uitnodiging_intrekken", school), {"uitnodiging": rij.pk}, follow=True)

    assert "De uitnodiging is ingetrokken." in inhoud_van(weg)
    assert EMAIL not in inhoud_van(weg)
    rij.refresh_from_db()
    assert rij.ingetrokken_op == vaste_tijd
    buiten = Client().get(brief[brief.index("http://testserver") :].split(maxsplit=1)[0], follow=True)
    assert "Deze uitnodiging is ingetrokken, of vervangen door een nieuwe." in inhoud_van(buiten)


@pytest.mark.parametrize(
    "weigert", [ConnectionRefusedError("mail.example"), SMTPRecipientsRefused({EMAIL: (550, b"")})]
)
def test_letter_that_cannot_be_sent_invites_nobody_and_says_so(
    monkeypatch: pytest.MonkeyPatch, weigert: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.school.directeur)

    def weiger(*_args: object) -> None:
        raise weigert

    monkeypatch.setattr(EmailBackend, "send_messages", weiger)
    antwoord = client.post(adres("uitnodigen", gezin.school), {"email": EMAIL, "soort": "leerkracht"})
    van_ouder = client.post(
        adres("ouder_uitnodigen", gezin.school, sleutel=gezin.leerling.sleutel),
        {"ouder": gezin.relatie.pk},
        follow=True,
    )

    assert antwoord.status_code == 503
    for gezegd in (antwoord, van_ouder):
        assert "De brief ging niet weg, want de mailserver neemt hem nu niet aan." in inhoud_van(gezegd)
        assert "De uitnodiging is gestuurd." not in inhoud_van(gezegd)
    assert EMAIL in antwoord.content.decode()  # what was typed stays
    assert Uitnodiging.objects.count() == Uitnodiging.objects.filter(ingetrokken_op__isnull=False).count() == 2
    assert EMAIL not in caplog.text


def test_invitation_of_another_school_is_not_there() -> None:
    regio = maak_regio()
    meld_aan(regio.eigen.directeur).post(adres("uitnodigen", regio.eigen), {"email": EMAIL, "soort": "leerkracht"})

    antwoord = meld_aan(regio.buur.directeur).post(
        adres("uitnodiging_intrekken", regio.buur), {"uitnodiging": Uitnodiging.objects.get().pk}
    )

    assert antwoord.status_code == 404
    assert Uitnodiging.objects.get().ingetrokken_op is None


def test_address_of_a_parent_or_of_somebody_with_a_role_here_asks_once_more() -> None:
    gezin = maak_gezin()
    school, client = gezin.school, meld_aan(gezin.school.directeur)
    Ouderrelatie.objects.filter(pk=gezin.relatie.pk).update(email="Kok@thuis.example")
    adressen = {"kok@thuis.example": "ouder", school.leerkracht.username: "leerkracht"}

    for email, wat in adressen.items():
        vorm = {"email": email, "soort": "intern_begeleider"}
        eerst = client.post(adres("uitnodigen", school), vorm)
        assert (eerst.status_code, f"die hier al iets anders is: {wat}." in inhoud_van(eerst)) == (422, True)
        assert (f'value="{email}"' in eerst.content.decode(), Uitnodiging.objects.count()) == (True, 0)

        dan = client.post(adres("uitnodigen", school), vorm | {"toch": "1"}, follow=True)
        assert "De uitnodiging is gestuurd." in inhoud_van(dan)
        Uitnodiging.objects.all().delete()


def test_who_does_not_let_parents_in_does_not_learn_who_they_are() -> None:
    regio = maak_regio()
    gezin = maak_gezin(regio.eigen)
    Ouderrelatie.objects.filter(pk=gezin.relatie.pk).update(email="kok@thuis.example")

    antwoord = meld_aan(regio.eigen.beheerder).post(
        adres("uitnodigen", regio.eigen), {"email": "kok@thuis.example", "soort": "leerkracht"}
    )

    assert antwoord.status_code == 302


def test_end_of_a_role_is_asked_once_more() -> None:
    school = maak_school()

    bron = meld_aan(school.directeur).get(adres("mensen", school)).content.decode()

    assert bron.count("Ja, beëindig") == bron.count('<details class="uitklap"><summary>Beëindig') > 0


def test_page_that_lies_open_hears_who_is_signed_in_and_by_which_mark_its_forms_are_taken() -> None:
    school = maak_school()

    hier, buiten = (client.get("/aanmelden/nog").json() for client in (meld_aan(school.directeur), Client()))

    assert (hier["wie"], buiten["wie"]) == (str(school.directeur.pk), "")
    assert hier["merk"]


def test_who_gives_a_role_signs_somebody_out_on_every_device_and_the_log_of_the_board_says_so() -> None:
    school = maak_school()
    eerste, tweede, ander = (meld_aan(wie) for wie in (school.leerkracht, school.leerkracht, school.intern_begeleider))
    directeur, rol = meld_aan(school.directeur), school.leerkracht.rollen.get()
    assert f'name="mens" value="{rol.pk}"' in directeur.get(adres("mensen", school)).content.decode()

    antwoord = directeur.post(adres("mens_afmelden", school), {"mens": rol.pk}, follow=True)

    assert f"{school.leerkracht} is overal afgemeld, en kan zich meteen weer aanmelden." in inhoud_van(antwoord)
    assert [client.get("/start").status_code for client in (eerste, tweede, ander)] == [302, 302, 200]
    school.leerkracht.refresh_from_db()
    assert meld_aan(school.leerkracht).get("/start").status_code == 200
    regel = Logregel.objects.get(handeling="end_sessies")
    assert (regel.account, regel.onderwerp) == (school.directeur, f"account:{school.leerkracht.pk}")
    assert (regel.reden, regel.bestuur_id) == ("directeur", school.vestiging.bestuur_id)
    rol.refresh_from_db()
    assert rol.geldig_tot_en_met is None


@pytest.mark.parametrize("wiens", ["directeur", "buur", "voorbij"])
def test_who_is_not_hers_to_sign_out_stays_signed_in(wiens: str, vaste_tijd: datetime) -> None:
    regio = maak_regio()
    wie = {"directeur": regio.eigen.directeur, "buur": regio.buur.leerkracht, "voorbij": regio.eigen.leerkracht}[wiens]
    rol, client, directeur = wie.rollen.get(), meld_aan(wie), meld_aan(regio.eigen.directeur)
    if wiens == "voorbij":
        grant_rol(account=wie, soort=Rolsoort.MR_LID, bij=regio.buur.vestiging, geldig_van=rol.geldig_van)
        Rol.objects.filter(pk=rol.pk).update(geldig_tot_en_met=vaste_tijd.date() - timedelta(days=1))

    antwoord = directeur.post(adres("mens_afmelden", regio.eigen), {"mens": rol.pk})

    assert antwoord.status_code == (403 if wiens == "directeur" else 404)
    assert client.get("/start").status_code == 200
    assert not Logregel.objects.filter(handeling="end_sessies").exists()


@pytest.mark.parametrize(
    ("naam", "van_wie"),
    [(naam, wie) for naam in ("uitnodigen", "rol_eindigen", "mens_afmelden") for wie in ("ouder", "leerkracht")]
    + [("uitnodiging_intrekken", "leerkracht")],
)
def test_who_may_not_see_the_page_does_nothing_on_it_and_one_line_says_that_they_tried(naam: str, van_wie: str) -> None:
    school = maak_school()
    wie = maak_account(Rolsoort.OUDER, school.vestiging) if van_wie == "ouder" else school.leerkracht
    rol, mens = wie.rollen.get(), meld_aan(wie)
    meld_aan(school.directeur).post(adres("uitnodigen", school), {"email": "mo@x.example", "soort": "leerkracht"})
    stand, regels, brieven = _stand(), Logregel.objects.count(), len(mail.outbox)
    vorm = {
        "uitnodigen": {"email": EMAIL, "soort": van_wie},
        "rol_eindigen": {"rol": rol.pk},
        "mens_afmelden": {"mens": rol.pk},
        "uitnodiging_intrekken": {"uitnodiging": Uitnodiging.objects.get().pk},
    }[naam]

    antwoord = meld_aan(school.intern_begeleider).post(adres(naam, school), vorm)

    assert antwoord.status_code == 403
    assert "Dit mag u niet doen voor deze school." in inhoud_van(antwoord)
    assert (_stand(), len(mail.outbox)) == (stand, brieven)
    assert SESSION_KEY in mens.session  # still signed in
    nieuw = Logregel.objects.order_by("pk")[regels:]
    assert [(regel.handeling, regel.onderwerp) for regel in nieuw] == [("geweigerd", f"pagina:{naam}")]


@pytest.mark.parametrize("soort", [Rolsoort.OUDER, Rolsoort.DESKUNDIGE])
def test_who_leads_the_school_gives_and_ends_no_role_of_who_comes_for_a_child(soort: Rolsoort) -> None:
    school = maak_school()
    gast = maak_account(soort, school.vestiging)
    rol, directeur, stand = gast.rollen.get(), meld_aan(school.directeur), _stand()

    geven = directeur.post(adres("uitnodigen", school), {"email": EMAIL, "soort": soort.value})
    eindigen = directeur.post(adres("rol_eindigen", school), {"rol": rol.pk})

    assert (geven.status_code, eindigen.status_code) == (403, 403)
    assert "Een ouder of deskundige nodigt u hier niet uit, want die komt voor een kind." in inhoud_van(geven)
    assert "De rol van een ouder of deskundige beëindigt u hier niet." in inhoud_van(eindigen)
    assert (_stand(), mail.outbox) == (stand, [])
    assert [(regel.handeling, regel.onderwerp) for regel in Logregel.objects.order_by("pk")] == [
        ("geweigerd", "pagina:uitnodigen"),
        ("geweigerd", "pagina:rol_eindigen"),
    ]


def test_who_leads_the_school_signs_out_a_parent_who_lost_a_telephone() -> None:
    school = maak_school()
    ouder = maak_account(Rolsoort.OUDER, school.vestiging)
    rol, mens, directeur = ouder.rollen.get(), meld_aan(ouder), meld_aan(school.directeur)
    assert f'name="mens" value="{rol.pk}"' in directeur.get(adres("mensen", school)).content.decode()

    antwoord = directeur.post(adres("mens_afmelden", school), {"mens": rol.pk}, follow=True)

    assert "is overal afgemeld" in inhoud_van(antwoord)
    assert mens.get("/start").status_code == 302
    rol.refresh_from_db()
    assert rol.geldig_tot_en_met is None


def test_role_that_had_ended_already_is_not_said_to_have_ended_now() -> None:
    school = maak_school()
    directeur, vorm = meld_aan(school.directeur), {"rol": school.leerkracht.rollen.get().pk}
    directeur.post(adres("rol_eindigen", school), vorm, follow=True)

    antwoord = directeur.post(adres("rol_eindigen", school), vorm, follow=True)

    assert "Deze rol was al geëindigd. Er is nu niets veranderd." in inhoud_van(antwoord)
    assert "De rol is geëindigd." not in inhoud_van(antwoord)
    assert Logregel.objects.filter(handeling="end_rol").count() == 1


def _stand() -> list[list[dict[str, object]]]:
    """What is kept about roles and invitations, to see whether anything changed."""
    return [list(tabel.objects.order_by("pk").values()) for tabel in (Rol, Uitnodiging)]
