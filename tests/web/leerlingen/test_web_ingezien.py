"""Who saw a file: every visit with its reason, in words, for the school and for parents."""

import re
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from tests.drukwerk import bladzijden
from tests.factories.dossiers import nieuwe_regels, onderwerp, plek
from tests.factories.leerlingen import Gezin, maak_gezin, maak_groep, maak_leerling, maak_stuk
from tests.factories.oso import maak_popo
from tests.factories.overstap import laat_toe
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP, maak_school
from tests.factories.toegang import SINDS, maak_account
from tests.web.conftest import NU

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Reden, Rolsoort
from passend.leerlingen.actions.bewaren import end_aanhouding, hold_leerling
from passend.leerlingen.actions.burgerservicenummer import read_burgerservicenummer, set_burgerservicenummer
from passend.leerlingen.actions.dossier import log_inzage
from passend.leerlingen.models import Leerling
from passend.overstap.actions.bestand import keep_bestand, take_over
from passend.toegang.actions import assign_groep, log_handeling
from passend.toegang.models import Account, Logregel
from passend.toegang.queries import check_logboek
from passend.toelating.models import Aanmelding
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso

VAN_VROEGER = [
    ["Jo Bos leerkracht", "wilde erin, en werd geweigerd"],
    ["Jo Bos bestuurder", "keek in de aanmelding"],
    ["Jo Bos intern begeleider", "noteerde een aanmelding"],
    ["Jo Bos intern begeleider", "leverde het bestand van de vorige school in"],
    ["Jo Bos intern begeleider", "keek in het bestand van de vorige school"],
    ["Jo Bos intern begeleider", "nam het bestand van de vorige school over"],
    ["Jo Zandstra directeur", "keek in het bestand van de vorige school"],
]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _rijen(account: Account, leerling: Leerling, vraag: str = "") -> list[list[str]]:
    """The table, cell by cell, without the moment."""
    bron = meld_aan(account).get(plek(leerling, "ingezien") + vraag).content.decode()
    tabel = re.findall(r"<tr class=\"utrecht-table__row\">(.*?)</tr>", bron.split("<tbody")[1], flags=re.DOTALL)
    cellen = [re.findall(r"<td[^>]*>(.*?)</td>", rij, flags=re.DOTALL) for rij in tabel]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cel).split()) for cel in rij] for rij in cellen]


def test_each_visit_stands_there_with_who_what_and_why_newest_first() -> None:
    school = maak_school()
    groep = maak_groep(school)
    assign_groep(account=school.leerkracht, groep=groep, geldig_van=SINDS)
    leerling = maak_leerling(school, groep=groep)
    stuk = maak_stuk(school, leerling)
    leerkracht = meld_aan(school.leerkracht)
    leerkracht.get(plek(leerling))
    leerkracht.get(plek(leerling, "stuk", pk=stuk.pk))
    leerkracht.get(plek(leerling, "dossier_json"))

    assert _rijen(school.directeur, leerling) == [
        ["Jo Bos leerkracht", "haalde het hele dossier op", "eigen groep"],
        ["Jo Bos leerkracht", "las een stuk", "eigen groep"],
        ["Jo Bos leerkracht", "keek in het dossier", "eigen groep"],
        ["Jo Bos intern begeleider", "legde een stuk vast", "intern begeleider van de school"],
        ["Jo Bos intern begeleider", "zette de leerling in een groep", "intern begeleider van de school"],
        ["Jo Bos intern begeleider", "schreef de leerling in", "intern begeleider van de school"],
    ]


def test_reader_can_leave_out_what_they_did_themselves_and_nothing_else() -> None:
    gezin = maak_gezin()
    school, leerling = gezin.school, gezin.leerling
    meld_aan(school.intern_begeleider).get(plek(leerling))
    ouder = meld_aan(gezin.ouder)
    ouder.get(plek(leerling))

    alles, anderen = _rijen(gezin.ouder, leerling), _rijen(gezin.ouder, leerling, "?wie=anderen")

    zelf = [rij for rij in alles if rij[0].endswith("ouder")]
    assert zelf
    assert anderen == [rij for rij in alles if rij not in zelf]
    assert ["Jo Bos intern begeleider", "keek in het dossier", "intern begeleider van de school"] in anderen


def test_same_person_doing_the_same_on_one_day_is_one_line_and_a_namesake_is_another() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    naamgenoot = maak_account(Rolsoort.INTERN_BEGELEIDER, school.vestiging)
    assert str(naamgenoot) == str(school.intern_begeleider)
    for _keer in range(3):
        meld_aan(school.intern_begeleider).get(plek(leerling))
    meld_aan(naamgenoot).get(plek(leerling))

    rijen = [rij for rij in _rijen(school.directeur, leerling) if "keek in het dossier" in rij[1]]

    assert rijen == [
        ["Jo Bos intern begeleider", "keek in het dossier", "intern begeleider van de school"],
        [
            "Jo Bos intern begeleider",
            "keek in het dossier 3 keer 11:00, 11:00, 11:00",
            "intern begeleider van de school",
        ],
    ]


def test_every_moment_of_a_line_stays_to_be_read_and_pictures_of_a_page_are_that_page() -> None:
    school = maak_school()
    leerling, ib = maak_leerling(school), school.intern_begeleider

    def deed(handeling: str, op: datetime) -> None:
        reden = Reden("intern_begeleider", "U bent intern begeleider.")
        log_inzage(actor=ib, leerling=leerling, reden=reden, op=op, handeling=handeling)

    for minuten in (0, 7, 60):
        deed("open_opp", NU + timedelta(minutes=minuten))
        deed("open_oppbestand", NU + timedelta(minutes=minuten, seconds=2))
    deed("open_oppbestand", NU + timedelta(minutes=30))

    wat = [rij[1] for rij in _rijen(school.directeur, leerling)][:2]
    uur = timezone.localtime(NU).hour
    assert wat == [
        f"las het ontwikkelingsperspectief 3 keer {uur + 1}:00, {uur}:07, {uur}:00",
        "opende een tekening of getekend papier",
    ]


def test_looking_who_looked_is_itself_a_line_the_next_time() -> None:
    gezin = maak_gezin()

    with nieuwe_regels() as nieuw:
        _rijen(gezin.ouder, gezin.leerling)

    assert nieuw.regels == [(gezin.ouder, "open_ingezien", onderwerp(gezin.leerling), "ouder", "lezen")]
    assert ["Jo Duinmans ouder", "keek wie het dossier zag", "ouder met gezag"] in _rijen(gezin.ouder, gezin.leerling)


def test_parent_does_not_learn_from_the_list_that_there_are_signs_of_abuse_and_the_school_does() -> None:
    gezin = maak_gezin()
    vooraf = _rijen(gezin.ouder, gezin.leerling), _papier(gezin)
    ib = meld_aan(gezin.school.intern_begeleider)
    stuk = maak_stuk(gezin.school, gezin.leerling, Vertrouwelijkheid.MELDCODE, "Stap een", NU)
    pad = plek(gezin.leerling, "stuk", pk=stuk.pk)
    ib.get(pad)
    ib.post(pad, {"tekst": "Stap twee.", "geldig_van": "2026-10-12", "nummer": "1"})

    na = _rijen(gezin.ouder, gezin.leerling), _papier(gezin)
    van_school = [rij[1] for rij in _rijen(gezin.school.directeur, gezin.leerling)]

    eigen = ("keek wie het dossier zag", "haalde de lijst van kijkers op")
    assert [rij for rij in na[0] if rij[1] not in eigen] == [rij for rij in vooraf[0] if rij[1] not in eigen]
    assert [na[1].count(wat) - vooraf[1].count(wat) for wat in ("een stuk vast", "las een stuk", "wijzigde")] == [0] * 3
    assert {"legde een stuk vast", "las een stuk", "wijzigde een stuk"} <= set(van_school)
    assert Logregel.objects.filter(handeling__endswith=":meldcode").count() == 3


def _papier(gezin: Gezin) -> str:
    return " ".join(bladzijden(meld_aan(gezin.ouder).get(plek(gezin.leerling, "ingezien_pdf")).content))


def test_lines_of_another_pupil_do_not_stand_there() -> None:
    gezin = maak_gezin()
    ander = maak_leerling(gezin.school, "Ot")
    client = meld_aan(gezin.school.directeur)
    client.get(plek(ander))
    client.get(plek(ander))

    assert ["Jo Zandstra directeur", "keek in het dossier 2 keer 11:00, 11:00", "directeur van de school"] in _rijen(
        gezin.school.directeur, ander
    )
    assert [rij for rij in _rijen(gezin.ouder, gezin.leerling) if "Zandstra" in rij[0]] == []


def test_long_list_goes_by_pages_and_no_line_is_lost() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    reden = Reden("directeur", "U bent directeur.")
    for dag in range(120):
        log_handeling(
            account=school.directeur,
            handeling="open_dossier",
            onderwerp=onderwerp(leerling),
            reden=reden,
            op=timezone.now() - timedelta(days=dag),
            bestuur=school.vestiging.bestuur_id,
        )

    aantallen = [len(_rijen(school.directeur, leerling, f"?blad={blad}")) for blad in (1, 2, 99)]

    assert aantallen == [100, 22, 99]  # each look at it is a line more; a page that is not there is the first
    assert meld_aan(school.directeur).get(plek(leerling, "ingezien") + "?blad=x").status_code == 200


def test_act_that_has_no_words_yet_is_shown_by_its_code_and_not_left_out() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    log_handeling(
        account=None,
        handeling="iets_nieuws",
        onderwerp=onderwerp(leerling),
        reden=Reden("nieuwe_reden", "Zo."),
        op=timezone.now(),
        bestuur=school.vestiging.bestuur_id,
    )

    assert ["Passend zelf", "iets_nieuws", "nieuwe_reden"] in _rijen(school.directeur, leerling)


def test_log_is_whole_after_everything_that_was_seen_and_refused() -> None:
    gezin = maak_gezin()
    for account in (gezin.ouder, gezin.deskundige, gezin.school.mr_lid, gezin.ouder_zonder_gezag):
        for pagina in ("dossier", "ingezien", "dossier_json"):
            meld_aan(account).get(plek(gezin.leerling, pagina))

    assert [stand.breuk for stand in check_logboek()] == [None] * len(check_logboek())
    assert Logregel.objects.filter(soort="geweigerd").count() == 7
    assert "Wie zag dit dossier?" in inhoud_van(meld_aan(gezin.ouder).get(plek(gezin.leerling, "ingezien")))


def test_acts_with_the_number_and_with_a_hold_are_told_in_words_on_page_and_paper() -> None:
    gezin = maak_gezin()
    directeur = gezin.school.directeur
    set_burgerservicenummer(actor=directeur, leerling=gezin.leerling, nummer="999999990", op=NU)
    read_burgerservicenummer(actor=directeur, leerling=gezin.leerling, op=NU)
    aanhouding = hold_leerling(actor=directeur, leerling=gezin.leerling, reden="klacht", op=NU)
    end_aanhouding(actor=directeur, aanhouding=aanhouding, op=NU)

    rijen = _rijen(gezin.ouder, gezin.leerling)

    wat = [rij[1] for rij in rijen[:4]]
    assert wat == [
        "beëindigde een aanhouding",
        "hield het dossier aan: er loopt een bezwaar, geschil of klacht",
        "bekeek het burgerservicenummer",
        "bewaarde het burgerservicenummer",
    ]
    papier = _papier(gezin)
    assert ["burgerservicenummer" in papier, "_burgerservicenummer" in papier] == [True, False]


def test_paper_follows_the_language_of_the_reader() -> None:
    gezin = maak_gezin()
    client = meld_aan(gezin.ouder)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    with translation.override("en"):
        verwacht = " ".join(translation.gettext(kop) for kop in ("Wanneer", "Wie", "Wat", "Waarom"))
    papier = " ".join(bladzijden(client.get(plek(gezin.leerling, "ingezien_pdf")).content))

    assert verwacht in " ".join(papier.split())
    assert "Wanneer" not in papier


def test_who_looked_in_the_registration_and_in_the_file_of_the_school_before_saw_this_child_too() -> None:
    school = maak_school()
    xml = schrijf_oso(maak_popo())
    ib, opgave = school.intern_begeleider, maak_opgave(lees_oso(xml))
    bestand = keep_bestand(actor=ib, vestiging=school.vestiging, opgave=opgave, inhoud=xml, op=OP)
    keuze = laat_toe(school, opgave)
    zaak = Aanmelding.objects.get(pk=keuze.aanmelding)
    van_school = {"code": school.vestiging.code}
    bladen = (
        reverse("aanmelding", kwargs=van_school | {"zaak": zaak.sleutel}),
        reverse("overstapbestand", kwargs=van_school | {"pk": bestand.pk}),
    )
    meld_aan(school.leerkracht).get(bladen[0])  # refused
    meld_aan(school.bestuurder).get(bladen[0])
    meld_aan(ib).get(bladen[1])
    leerling = take_over(actor=ib, bestand=bestand, opgave=opgave, inschrijving=keuze, op=OP)
    meld_aan(school.directeur).get(bladen[1])

    rijen = [rij[:2] for rij in _rijen(school.directeur, leerling)]

    assert [een for een in VAN_VROEGER if een not in rijen] == []
    assert not {wat for _wie, wat in rijen} & {regel.handeling for regel in Logregel.objects.all()}
    van_bestand = Logregel.objects.filter(handeling="open_overstapbestand").order_by("volgnummer")
    assert [regel.onderwerp for regel in van_bestand] == [f"overstapbestand:{bestand.pk}", onderwerp(leerling)]
