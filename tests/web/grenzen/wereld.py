"""A region in which every address leads somewhere, and what each address expects of whom."""

from dataclasses import dataclass, replace
from typing import Any

from django.apps import apps
from django.utils import timezone
from tests.factories.bewaren import NUMMERS, maak_vertrokken, maak_vol_dossier, stel_voor
from tests.factories.invoer import lever_in
from tests.factories.leerlingen import (
    GEBOREN,
    Gezin,
    deel_ook,
    maak_gezin,
    maak_groep,
    maak_leerling,
    maak_ouder,
    maak_stuk,
    maak_stukbestand,
)
from tests.factories.opgave import opgave_van
from tests.factories.paginas import Regio, maak_inlezing, maak_regio
from tests.factories.plannen import maak_planrijen, maak_voorstel
from tests.factories.profielen import HGW, OP, maak_editie, maak_profiel, maak_school
from tests.factories.toegang import SINDS, maak_account
from tests.web.grenzen.oppwereld import rijen_van_opp
from tests.web.grenzen.overleg import rijen_van_overleg
from tests.web.grenzen.overstap import rijen_van_overstap
from tests.web.grenzen.rij import (
    AANGEMELD,
    BIJ_PIP,
    DOOR,
    FOUT_IN_FORMULIER,
    GASTEN,
    IEDEREEN,
    NEE,
    OK,
    SCHOOL,
    SCHRIJVERS,
    TEAM,
    TELEFOON,
    WEG,
    Rij,
)
from tests.web.grenzen.toelating import rijen_van_toelating
from tests.web.grenzen.volgen import rijen_van_volgen

from passend.begrippen.opgave import Invoersoort, Leerlingopgave
from passend.begrippen.opgaveformaat import pak_in
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.uitgave import Stapsoort
from passend.leerlingen.actions.bewaren import hold_leerling
from passend.leerlingen.actions.invoer import Aanlevering, prepare_invoer
from passend.plannen.actions.groepsplannen import draft_groepsplan
from passend.plannen.models import Plan, Planregel
from passend.profielen.actions.doelen import Doelgegevens, add_doel
from passend.profielen.actions.onderdelen import add_rij, save_veld
from passend.profielen.actions.team import add_onderbouwing, open_ronde
from passend.profielen.actions.vaststelling import Stapgegevens, record_stap
from passend.regels.tekstmerk import tekstmerk
from passend.toegang.actions import assign_groep, invite
from passend.toegang.models import Account, Groepstaak, Uitnodiging


@dataclass(frozen=True, kw_only=True)
class Wereld:
    """A region in which every address leads somewhere."""

    regio: Regio
    gezin: Gezin
    mensen: dict[str, Account]
    rijen: dict[str, Rij]


def _openbaar(**waarden: str | int) -> Rij:
    return Rij(lezen=IEDEREEN, waarden=waarden, van_school=False)


def maak_wereld() -> Wereld:
    """Four schools; the first has a profile in use, an edition, two documents and a round that is open."""
    regio = maak_regio()
    school = regio.eigen
    profiel = maak_profiel(school)
    maak_editie(school, profiel)
    actor, sleutel = school.directeur, "rij:expertise:+lego"
    add_rij(actor=actor, profiel=profiel, tabel="expertise", label="Lego", soort=None, op=OP)
    save_veld(actor=actor, profiel=profiel, veld="telefoon", waarde="000-7654321", versie=1, op=OP)
    bewijs = add_onderbouwing(actor=actor, profiel=profiel, sleutel=HGW, wat="Verslag", wanneer=OP.date(), op=OP)
    doel = add_doel(
        actor=actor,
        profiel=profiel,
        gegevens=Doelgegevens(sleutel=HGW, doel="Rust", actie="", eigenaar="Team"),
        op=OP,
    )
    open_ronde(actor=actor, profiel=profiel, vraag="Klopt dit?", op=OP)
    record_stap(
        actor=actor,
        profiel=profiel,
        soort=Stapsoort.LEERLINGEN_GEHOORD,
        gegevens=Stapgegevens(
            op=OP.date(), door="Raad", hoe="x", gezegd="y", gedaan="z", document=b"a", documentnaam="a.txt"
        ),
        op=OP,
    )
    tekst, pdf = maak_inlezing(school).pk, maak_inlezing(school, "wilgenboom-rooster.pdf").pk
    lijst, kind = stel_voor(school, maak_vol_dossier(school)).pk, maak_vertrokken(school, "Ot")
    klacht = hold_leerling(actor=actor, leerling=maak_vertrokken(school, "Bo"), reden="klacht", op=OP).pk
    maak_school(regio.eigen.vestiging.bestuur, brin="99AE", naam="Leeg")
    gezin = maak_gezin(school)
    invite(actor=actor, vestiging=school.vestiging, soort=Rolsoort.LEERKRACHT, email="y@school.example", op=OP)
    uitnodiging = Uitnodiging.objects.latest("pk").pk
    mensen = _mensen(gezin)
    code, twee = "99AA00", {"code": "99AA00", "nummer": 1}
    veld, rij = {"sleutel": "veld:schoolnaam", "versie": 1}, {"sleutel": HGW, "versie": 1}
    rijen = {
        "openbaar": _openbaar(),
        "vergelijk": _openbaar(),
        "school": _openbaar(code=code),
        "verschil": _openbaar(code=code),
        "editie": _openbaar(**twee),
        "uitgave": _openbaar(**twee, bestandsnaam="aanbod.json"),
        "taal": Rij(alles=DOOR, van_school=False),
        "account_login": Rij(lezen=IEDEREEN, sturen=IEDEREEN, gestuurd=FOUT_IN_FORMULIER, van_school=False),
        "account_reset_password": Rij(lezen=IEDEREEN, sturen=IEDEREEN, gestuurd=OK, van_school=False),
        "account_reset_password_done": _openbaar(),
        "account_reset_password_from_key_done": _openbaar(),
        "account_reset_password_from_key": Rij(
            lezen=IEDEREEN,
            sturen=IEDEREEN,
            gelezen=WEG,
            gestuurd=WEG,
            waarden={"uidb36": "1", "key": "x"},
            van_school=False,
        ),
        "account_change_password": Rij(lezen=AANGEMELD, sturen=AANGEMELD, gelezen=DOOR, van_school=False),
        "account_set_password": Rij(alles=DOOR, van_school=False),
        "account_reauthenticate": Rij(lezen=AANGEMELD, sturen=AANGEMELD, gelezen=NEE, gestuurd=NEE, van_school=False),
        "mfa_authenticate": Rij(lezen=IEDEREEN, sturen=IEDEREEN, gelezen=DOOR, van_school=False),
        "mfa_login_webauthn": Rij(lezen=IEDEREEN, sturen=IEDEREEN, gelezen=DOOR, van_school=False),
        "openid_connect_login": Rij(lezen=IEDEREEN, gelezen=WEG, waarden={"provider_id": "school"}, van_school=False),
        "openid_connect_callback": Rij(
            lezen=IEDEREEN, gelezen=WEG, waarden={"provider_id": "school"}, van_school=False
        ),
        "uitnodiging": Rij(lezen=IEDEREEN, sturen=IEDEREEN, gelezen=WEG, gestuurd=WEG, van_school=False),
        "uitnodiging_open": Rij(lezen=IEDEREEN, gelezen=DOOR, waarden={"sleutel": "x"}, van_school=False),
        "mensen": Rij(lezen={"directeur", "bestuurder", "beheerder"}),
        "uitnodigen": Rij(
            sturen={"directeur", "beheerder"}, velden={"email": "x@school.example", "soort": "leerkracht"}
        ),
        "rol_eindigen": Rij(sturen={"directeur", "beheerder"}, velden={"rol": school.leerkracht.rollen.get().pk}),
        "mens_afmelden": Rij(sturen={"directeur", "beheerder"}, velden={"mens": school.leerkracht.rollen.get().pk}),
        "uitnodiging_intrekken": Rij(sturen={"directeur", "beheerder"}, velden={"uitnodiging": uitnodiging}),
        "bewaren": Rij(lezen={*SCHRIJVERS, "bestuurder"}),
        "vernietiging_voorstel": Rij(sturen={"directeur"}, velden={"post": f"{kind.sleutel}:inschrijving"}),
        "vernietiging_akkoord": Rij(sturen={"bestuurder"}, velden={"lijst": lijst}),
        "vernietiging_afwijzen": Rij(sturen={"bestuurder"}, velden={"lijst": lijst}),
        "aanhouden": Rij(sturen=SCHRIJVERS, velden={"leerling": kind.sleutel, "reden": "geschil"}),
        "aanhouding_eindigen": Rij(sturen=SCHRIJVERS, velden={"aanhouding": klacht}),
        "bewaarkeuze": Rij(sturen={"bestuurder"}, velden={"klasse": "begeleiding", "maanden": 36, "waarom": "Nazorg"}),
        "burgerservicenummer": Rij(
            lezen={"directeur"},
            sturen={"directeur"},
            waarden={"sleutel": str(kind.sleutel)},
            velden={"nummer": NUMMERS[0]},
        ),
        "mfa_index": Rij(lezen=AANGEMELD, van_school=False),
        "mfa_activate_totp": Rij(lezen=AANGEMELD, sturen=AANGEMELD, gestuurd=OK, van_school=False),
        "mfa_deactivate_totp": Rij(lezen=AANGEMELD, sturen=AANGEMELD, gelezen=WEG, gestuurd=WEG, van_school=False),
        "mfa_list_webauthn": Rij(alles=DOOR, van_school=False),
        "mfa_add_webauthn": Rij(lezen=AANGEMELD, sturen=AANGEMELD, gestuurd=OK, van_school=False),
        "mfa_remove_webauthn": Rij(
            lezen=AANGEMELD, sturen=AANGEMELD, gelezen=WEG, gestuurd=WEG, waarden={"pk": 1}, van_school=False
        ),
        "mfa_view_recovery_codes": Rij(lezen=AANGEMELD, gelezen=WEG, van_school=False),
        "mfa_generate_recovery_codes": Rij(lezen=AANGEMELD, sturen=AANGEMELD, gestuurd=OK, van_school=False),
        "mfa_reauthenticate": Rij(lezen=AANGEMELD, sturen=AANGEMELD, gelezen=NEE, gestuurd=NEE, van_school=False),
        "mfa_reauthenticate_webauthn": Rij(
            lezen=AANGEMELD, sturen=AANGEMELD, gelezen=NEE, gestuurd=NEE, van_school=False
        ),
        "usersessions_list": Rij(lezen=AANGEMELD, sturen=AANGEMELD, van_school=False),
        "overal_afmelden": Rij(sturen=AANGEMELD, van_school=False),
        "nog_aangemeld": Rij(lezen=IEDEREEN, van_school=False),
        "demo_aanmelden": Rij(sturen=IEDEREEN, van_school=False),
        "afmelden": Rij(sturen=IEDEREEN, van_school=False),
        "start": Rij(lezen=AANGEMELD, door=GASTEN, van_school=False),
        "scholen": Rij(lezen=AANGEMELD, van_school=False),
        "sjablonen": Rij(
            lezen={"adviseur", "adviseur_elders"}, sturen={"adviseur", "adviseur_elders"}, van_school=False
        ),
        "sjabloon": Rij(
            lezen={"adviseur"}, weg={"adviseur_elders"}, waarden={"pk": school.sjabloon.pk}, van_school=False
        ),
        "inleveren": Rij(lezen=SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "nakijken": Rij(lezen=SCHRIJVERS, waarden={"pk": tekst}),
        "bladzijde": Rij(lezen=SCHRIJVERS, waarden={"pk": pdf, "nummer": 1}),
        "antwoord": Rij(
            sturen=SCHRIJVERS,
            gestuurd=OK,
            waarden={"pk": tekst},
            velden={"sleutel": "rij:hgw:positief", "akkoord": 1},
        ),
        "opslaan": Rij(sturen=SCHRIJVERS, waarden={"pk": pdf}, velden={"schooljaar": "2026-2027"}),
        "inlezing_weg": Rij(sturen=SCHRIJVERS, waarden={"pk": tekst}),
        "profiel": Rij(lezen=SCHOOL),
        "profiel_nieuw": Rij(sturen=SCHRIJVERS),
        "profiel_nieuws": Rij(lezen=SCHOOL),
        "veld": Rij(lezen=SCHOOL, sturen=SCHRIJVERS, gestuurd=OK, velden={**veld, "waarde": "Wilg"}),
        "tekst": Rij(
            lezen=SCHOOL,
            sturen=SCHRIJVERS,
            gestuurd=OK,
            velden={"sleutel": "tekst:visie", "waarde": "Wij", "versie": 1},
        ),
        "rij": Rij(lezen=SCHOOL, sturen=SCHRIJVERS, gestuurd=OK, velden={**rij, "keus": "op_orde"}),
        "rij_nieuw": Rij(sturen=SCHRIJVERS, velden={"tabel": "expertise", "label": "Schaakles"}),
        "rij_naam": Rij(sturen=SCHRIJVERS, gestuurd=OK, velden={"sleutel": sleutel, "label": "Bouwen"}),
        "rij_weg": Rij(sturen=SCHRIJVERS, gestuurd=OK, velden={"sleutel": sleutel, "versie": 1}),
        "rij_terug": Rij(sturen=SCHRIJVERS, gestuurd=OK, velden={"sleutel": sleutel}),
        "versies": Rij(lezen=SCHRIJVERS, velden={"sleutel": TELEFOON}),
        "versie_terug": Rij(sturen=SCHRIJVERS, gestuurd=OK, velden={"sleutel": TELEFOON, "terug": 1, "versie": 2}),
        "bevestig": Rij(sturen=SCHRIJVERS, gestuurd=OK, velden={"groep": "t-hgw"}),
        "ongelezen": Rij(sturen=SCHRIJVERS, gestuurd=OK, velden={"stuk": f"{tekst}:0", "plek": ""}),
        "onderbouwing": Rij(
            sturen=SCHRIJVERS, gestuurd=OK, velden={"sleutel": HGW, "wat": "Verslag", "wanneer": "2026-10-01"}
        ),
        "onderbouwing_weg": Rij(sturen=SCHRIJVERS, gestuurd=OK, velden={"sleutel": HGW, "regel": bewijs.pk}),
        "structuur": Rij(
            lezen=SCHOOL,
            sturen=SCHRIJVERS,
            gestuurd=OK,
            velden={"soort": "mens", "naam": "Ib", "rol": "", "ring": "1", "toelichting": "", "versie": 1},
        ),
        "team": Rij(lezen=TEAM),
        "ronde": Rij(sturen=SCHRIJVERS, velden={"sluit": "1"}),
        "reactie": Rij(sturen=TEAM, gestuurd=OK, velden={"sleutel": HGW, "soort": "eens"}),
        "vaststelling": Rij(lezen=SCHOOL),
        "stap": Rij(
            sturen=SCHRIJVERS, velden={"soort": "mr_gevraagd", "op": "2026-10-06", "door": "Directeur", "hoe": "x"}
        ),
        "stap_terug": Rij(sturen=SCHRIJVERS, velden={"soort": "leerlingen_gehoord"}),
        "stapstuk": Rij(lezen=SCHOOL, waarden={"soort": "leerlingen_gehoord"}),
        "doelen": Rij(
            lezen=SCHOOL, sturen=SCHRIJVERS, velden={"sleutel": HGW, "doel": "Meer rust", "eigenaar": "Team"}
        ),
        "doel_evaluatie": Rij(sturen=SCHRIJVERS, velden={"doel": doel.pk, "stand": "deels", "evaluatie": "Ging wel"}),
        "doel_anders": Rij(
            sturen=SCHRIJVERS, velden={"pk": doel.pk, "sleutel": HGW, "doel": "Meer rust", "eigenaar": "Team"}
        ),
        "doel_weg": Rij(sturen=SCHRIJVERS, velden={"pk": doel.pk}),
        **_rijen_van_leerling(gezin),
        **rijen_van_volgen(gezin),
        **_rijen_van_plannen(gezin),
        **{naam: Rij(**feiten) for naam, feiten in rijen_van_overleg(gezin).items()},
        **{naam: Rij(**feiten) for naam, feiten in rijen_van_toelating(gezin, IEDEREEN, BIJ_PIP).items()},
        **{naam: Rij(**feiten) for naam, feiten in rijen_van_overstap(gezin).items()},
        **_rijen_van_invoer(gezin),
        "documenten": Rij(lezen=SCHOOL),
        "document": Rij(lezen=SCHOOL, waarden={"bestandsnaam": "aanbod.json"}),
    }
    return Wereld(
        regio=regio,
        gezin=gezin,
        mensen=mensen,
        rijen={
            naam: replace(rij, waarden={"code": code, **rij.waarden}) if rij.van_school else rij
            for naam, rij in rijen.items()
        },
    )


def _mensen(gezin: Gezin) -> dict[str, Account]:
    """The people around the pupil who have no role among those of a school."""
    school = gezin.school
    collega = maak_account(Rolsoort.LEERKRACHT, school.vestiging)
    andere_groep = maak_groep(school, "8")
    assign_groep(account=collega, groep=andere_groep, geldig_van=SINDS)
    ander_ouder, _relatie = maak_ouder(school, maak_leerling(school, "Ot", groep=andere_groep))
    return {
        "ouder": gezin.ouder,
        "ouder_zonder_gezag": gezin.ouder_zonder_gezag,
        "ander_ouder": ander_ouder,
        "deskundige": gezin.deskundige,
        "leerkracht_andere_groep": collega,
    }


def _rijen_van_leerling(gezin: Gezin) -> dict[str, Rij]:
    """The addresses of pupils, for the pupil of this world."""
    van, stuk = {"code": "99AA00", "sleutel": str(gezin.leerling.sleutel)}, {"pk": gezin.stuk.pk}
    vraag, wens = gezin.toestemming, gezin.zienswijze
    ander = maak_stuk(gezin.school, gezin.leerling, titel="Los")  # no parent waits for an answer about it
    deel_ook(gezin, ander, gezin.toestemming.geldig_tot_en_met)  # so that everybody around the pupil may read it
    los = {"pk": ander.pk}

    def dossier(lezen: set[str] | None = None, **meer: Any) -> Rij:
        waarden = {**van, **meer.pop("waarden", {})}
        return Rij(lezen=lezen or set(), binnen=BIJ_PIP, van_school=False, waarden=waarden, **meer)

    return {
        "kinderen": Rij(lezen=AANGEMELD, van_school=False),
        "leerlingen": Rij(lezen=TEAM),
        "verzoeken": Rij(lezen=SCHRIJVERS),
        "leerling_nieuw": Rij(lezen=SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "noodinzage": Rij(lezen=TEAM, sturen=TEAM, gestuurd=FOUT_IN_FORMULIER),
        "noodinzage_gezien": Rij(sturen={"directeur"}, waarden={"pk": gezin.noodinzage.pk}),
        "dossier": dossier(BIJ_PIP),
        "dossier_pdf": dossier(BIJ_PIP),
        "dossier_json": dossier(BIJ_PIP),
        "uitschrijven": dossier(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),  # a removal is under way
        "uitschrijven_terug": dossier(sturen=SCHRIJVERS),
        "gegevens": dossier(SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "ouder": dossier(
            SCHRIJVERS, sturen=SCHRIJVERS, waarden={"pk": gezin.relatie.pk}, velden={"naam": "Jo", "email": ""}
        ),
        "stuk_soort": dossier(sturen=SCHRIJVERS, waarden=los, velden={"vertrouwelijkheid": "zorg"}),
        "stuk_intrekken": dossier(sturen=SCHRIJVERS, waarden=los, velden={"waarom": "Gaat over een ander"}),
        "ouder_nieuw": dossier(sturen=SCHRIJVERS, velden={"naam": "Oma"}),
        "ouder_eindigen": dossier(sturen=SCHRIJVERS, velden={"ouder": 1}),
        "ouder_uitnodigen": dossier(sturen=SCHRIJVERS, velden={"ouder": gezin.relatie.pk}),
        "stuk_nieuw": dossier(
            sturen=TEAM,
            velden={"titel": "T", "tekst": "Iets", "geldig_van": "2026-10-01", "vertrouwelijkheid": "gewoon"},
        ),
        "stuk": dossier(
            BIJ_PIP, sturen=TEAM, waarden=stuk, velden={"tekst": "Anders", "geldig_van": "2026-10-02", "nummer": 1}
        ),
        "stukbestand": dossier(BIJ_PIP, waarden={**stuk, "bestand": maak_stukbestand(gezin.school, gezin.stuk).pk}),
        "zienswijze": dossier(sturen={"ouder"}, waarden=stuk, velden={"zienswijze": "Ik mis iets"}),
        "zienswijze_besluit": dossier(
            sturen=SCHRIJVERS, waarden={"pk": wens.pk}, velden={"besluit": "bijgevoegd", "uitleg": "Zo was het."}
        ),
        "klopt_niet": dossier({"ouder"}),
        "klopt_deel": dossier(
            {"ouder"},
            sturen={"ouder"},
            waarden={"soort": "gegevens", "nr": gezin.leerling.pk},
            velden={"zienswijze": "De naam is anders."},
        ),
        "toestemming_vragen": dossier(
            sturen=SCHRIJVERS,
            velden={"email": "x@y.example", "doel": "D", "geldig_tot_en_met": "2026-12-01", "stuk": gezin.stuk.pk},
        ),
        "toestemming_besluit": dossier(sturen={"ouder"}, waarden={"pk": vraag.pk}, velden={"besluit": "trek_in"}),
        **rijen_van_opp(gezin, dossier),
        "ingezien": dossier({*SCHRIJVERS, "ouder"}),
        "ingezien_pdf": dossier({*SCHRIJVERS, "ouder"}),
    }


def _rijen_van_plannen(gezin: Gezin) -> dict[str, Rij]:
    """The addresses of the group of this pupil and of its plans."""
    maak_planrijen(gezin.school, gezin.leerling, gezin.groep)
    plan, regel = Plan.objects.get(leerling=gezin.leerling), Planregel.objects.get(plan__leerling=gezin.leerling)
    groepsplan = draft_groepsplan(actor=gezin.school.leerkracht, groep=gezin.groep, vak="spelling", op=OP)
    vervanger = maak_account(Rolsoort.LEERKRACHT, gezin.school.vestiging)
    assign_groep(account=vervanger, groep=gezin.groep, geldig_van=SINDS)
    taak = Groepstaak.objects.get(account=vervanger).pk
    van = {"code": "99AA00", "groep": gezin.groep.pk}
    bij_pip = {"code": "99AA00", "sleutel": str(gezin.leerling.sleutel)}
    tekst = {"cluster": "basis", "veld": "doel", "tekst": "Vlot.", "versie": tekstmerk("")}

    def groep(lezen: set[str] | None = None, **meer: Any) -> Rij:
        return Rij(
            lezen=lezen or set(), binnen=TEAM, van_school=False, waarden={**van, **meer.pop("waarden", {})}, **meer
        )

    def op_plan(lezen: set[str] | None = None, **meer: Any) -> Rij:
        return groep(lezen, waarden={"pk": groepsplan.pk}, **meer)

    def bij_leerling(lezen: set[str] | None = None, **meer: Any) -> Rij:
        waarden = {**bij_pip, **meer.pop("waarden", {})}
        return Rij(lezen=lezen or set(), binnen=BIJ_PIP, van_school=False, waarden=waarden, **meer)

    van_plan = {"waarden": {"pk": plan.pk}, "sturen": TEAM}
    return {
        "groepen": Rij(lezen=SCHRIJVERS, door={"leerkracht"}),
        "groepsleerkrachten": Rij(lezen=SCHRIJVERS),
        "groep_geven": Rij(
            sturen=SCHRIJVERS,
            gestuurd=FOUT_IN_FORMULIER,  # she has this group already
            velden={
                "leerkracht": gezin.school.leerkracht.pk,
                "groep": gezin.groep.pk,
                "van": str(timezone.localdate()),
            },
        ),
        "groep_eindigen": Rij(sturen=SCHRIJVERS, velden={"taak": taak}),
        "groep_nieuw": Rij(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "planinstellingen": Rij(lezen=SCHRIJVERS),
        "rondes": Rij(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER, velden={"van-1": "2026-08-01"}),
        "clustergrenzen": Rij(sturen=SCHRIJVERS, velden={"verdiept": "80", "intensief": "20"}),
        "niveaus": Rij(sturen=SCHRIJVERS, velden={f"naam-{nummer}": "N" for nummer in range(1, 6)}),
        "groepsoverzicht": groep(TEAM),
        "overzichtsrij": groep(
            TEAM,
            sturen=TEAM,
            gestuurd=OK,
            waarden={"sleutel": bij_pip["sleutel"]},
            velden={"versie": "||", "behoefte": "rust"},
        ),
        "groepsplan_nieuw": groep(sturen=TEAM, velden={"vak": "rekenen"}),
        "groepsplan": op_plan(TEAM),
        "groepsplan_tekst": op_plan(sturen=TEAM, gestuurd=OK, velden=tekst),
        "groepsplan_uitkomst": op_plan(sturen=TEAM, gestuurd=OK, velden={"cluster": "basis", "uitkomst": "deels"}),
        "groepsplan_wijst": op_plan(sturen=TEAM, gestuurd=OK, velden={"cluster": "basis", "versie": "|"}),
        "groepsplan_plaats": op_plan(
            sturen=TEAM, gestuurd=OK, velden={"leerling": bij_pip["sleutel"], "cluster": "intensief"}
        ),
        "groepsplan_sluit": op_plan(sturen=TEAM, gestuurd=FOUT_IN_FORMULIER),
        "groepsplan_pdf": op_plan(TEAM),
        "leerlingplannen": bij_leerling({*TEAM, "ouder"}, sturen=TEAM, gestuurd=FOUT_IN_FORMULIER),
        "plan_doel": bij_leerling(
            **van_plan, gestuurd=OK, velden={"tekst": "Leest een boek.", "versie": tekstmerk(plan.doel)}
        ),
        "plan_gewoon": bij_leerling(
            **van_plan, gestuurd=OK, velden={"tekst": "Pip leert lezen.", "versie": tekstmerk("")}
        ),
        "plan_gewoon_begin": bij_leerling(**van_plan),
        "plan_regel": bij_leerling(**van_plan, velden={"aanpak": "Thuis lezen", "wie": "ouders"}),
        "plan_regel_weg": bij_leerling(**van_plan, velden={"regel": regel.pk}),
        "plan_evaluatie": bij_leerling(**van_plan, velden={"uitkomst": "deels", "evaluatie": "Gaat vooruit."}),
        "plan_voorstel": bij_leerling(sturen=TEAM, gestuurd=FOUT_IN_FORMULIER, waarden={"pk": maak_voorstel(gezin).pk}),
        "voorstel_weg": bij_leerling(sturen=TEAM, waarden={"pk": maak_voorstel(gezin).pk}),
        "plan_vervolg": bij_leerling(**van_plan, gestuurd=FOUT_IN_FORMULIER),
    }


def _rijen_van_invoer(gezin: Gezin) -> dict[str, Rij]:
    """The addresses of files about pupils; one waits to be carried out, another to be told what its columns are."""
    school, pip = gezin.school, Leerlingopgave(2, "L1", "Saar", "Zeegras", GEBOREN, SINDS, None, "5")
    op = timezone.now()
    invoer = lever_in(school, opgave_van(pip), op)
    lijst = Aanlevering(soort=Invoersoort.CSV, bestandsnaam="x.csv", tabel=pak_in([["Kind", "Dag"], [], []]))
    vast = {"vestiging": school.vestiging, "actor": school.intern_begeleider, "op": op}
    tabel, waarden = prepare_invoer(aanlevering=lijst, **vast).pk, {"pk": invoer.pk}
    weg = lever_in(school, opgave_van(pip), op).pk
    return {
        "leerlingen_inlezen": Rij(lezen=SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "invoer": Rij(lezen=SCHRIJVERS, waarden=waarden),
        "invoer_kolommen": Rij(lezen=SCHRIJVERS, sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER, waarden={"pk": tabel}),
        "invoer_uitvoeren": Rij(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER, waarden=waarden),
        "invoer_weg": Rij(sturen=SCHRIJVERS, waarden={"pk": weg}),
        "invoer_geweigerd": Rij(lezen=SCHRIJVERS, waarden=waarden),
    }


_LOG = {"Logketen", "Logregel", "Installatieregel"}


def zonder_logboek() -> dict[str, list[tuple[Any, ...]]]:
    """Every row but those of the log, in which a refusal and a document that was fetched leave a line on purpose."""
    return {tabel: rijen for tabel, rijen in alles().items() if tabel not in _LOG}


def alles() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of ours."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model.__module__.startswith("passend.")
    }
