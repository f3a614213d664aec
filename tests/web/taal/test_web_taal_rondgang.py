"""Nothing of ours is Dutch on an English page: every page, as everybody, and every form with what can go wrong."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from tests.factories.organisaties import open_besturen
from tests.factories.paginas import HTMX, TWIJFEL, voorbeeld
from tests.web.taal.aanmeldtocht import meld_je_aan
from tests.web.taal.gegevens import Gegevens
from tests.web.taal.groepstocht import loop_langs_groepen
from tests.web.taal.leerlingtocht import loop_langs_inlezen, loop_langs_leerlingen
from tests.web.taal.opptocht import loop_langs_opps
from tests.web.taal.overlegtocht import loop_langs_overleggen
from tests.web.taal.overstaptocht import loop_langs_overstap
from tests.web.taal.proefvertaling import write_proefvertaling
from tests.web.taal.rondgang import Bezoeker, Rondgang, fout_in
from tests.web.taal.schermwoorden import lees
from tests.web.taal.toelatingstocht import loop_langs_toelating
from tests.web.taal.toetstocht import loop_langs_toetsen
from tests.web.taal.vernietigtocht import destroy_what_is_over
from tests.web.taal.volgtocht import volg_leerlingen

from passend.cli.demo import load_demo
from passend.profielen.models import Doelregel, Inlezing, Onderdeel, Ondersteuningsprofiel, Teamronde
from passend.web.openbaar import zoeken

pytestmark = [pytest.mark.django_db]

# they send on to a page, or give a file; what they refuse is read all the same
GEEN_BLADZIJDE = {
    *("groepsoverleg_aanwezig", "overleg_aanwezig", "groepsoverleg_heropenen", "overleg_heropenen"),
    *("resultaten_als_stuk", "rapport_begin", "sleutelkaart", "sleutelkaart_klopt", "overstap_weg", "voorstel_weg"),
    *("aanmeldbrief", "verwijderbrief", "schorsingsbrief", "intrekkingsbrief", "mijn_tijdlijn_pdf", "mijn_brief"),
    *("mijn_verwijdering_pdf", "mijn_verwijderbrief"),
    *("taal", "demo_aanmelden", "afmelden", "opslaan", "profiel_nieuw", "rij_nieuw", "ronde", "stap", "stap_terug"),
    *("overal_afmelden", "account_set_password", "mfa_list_webauthn", "mfa_login_webauthn", "uitnodiging_open"),
    # they send somebody on who has no passkey
    *("mfa_reauthenticate_webauthn", "mfa_remove_webauthn"),
    *("dossier_pdf", "dossier_json", "ingezien_pdf", "ouder_eindigen", "ouder_uitnodigen", "toestemming_besluit"),
    "noodinzage_gezien",
    *("waarneming_intrekken", "verzuim_weg"),
    *("groepsplan_nieuw", "groepsplan_pdf", "plan_regel_weg", "plan_gewoon_begin", "opp_regel_weg", "opp_gewoon"),
    *("opp_pdf", "opp_bestand", "opp_voorleggen", "invoer_weg", "invoer_geweigerd"),
    *("toetsinvoer_weg", "toetsinvoer_geweigerd"),
    *("sleutelkaart", "overstap_bewijs", "rapport_bestand"),
    *("overleg_pdf", "groepsoverleg_pdf", "agenda_feed", "overleg_stuk", "overleg_gedaan", "groepsoverleg_gedaan"),
    *("overleg_uitnodigen", "groepsoverleg_uitnodigen", "uitnodiging_intrekken", "uitschrijven_terug"),
    *("aanmeldingen_vernietigen", "aanmelding_openen", "groep_eindigen"),
    *("aanmeldscan", "mijn_scan", "stukbestand", "overstap_bijlage", "rapport_scan"),
    "lesvrij_weg",
    "nog_aangemeld",  # two words for a script
    *(
        *("vernietiging_akkoord", "vernietiging_afwijzen", "aanhouden", "aanhouding_eindigen", "bewaarkeuze"),
        "doel_anders",
        "doel_evaluatie",
        "doel_weg",
        "inlezing_weg",
        "sjabloon",
        "bladzijde",
        "stapstuk",
        "document",
        "uitgave",
    ),
}
WILGENBOOM = "/school/99AA00"


@pytest.fixture
def rondgang(vaste_tijd: datetime, tmp_path: Path) -> Iterator[Rondgang]:
    """The demonstration region, in an English that shows what is not translated."""
    load_demo(vaste_tijd.date())
    open_besturen()
    with override_settings(LOCALE_PATHS=[write_proefvertaling(tmp_path / "locale")]):
        yield Rondgang()


def _namen(patronen: list[URLPattern | URLResolver]) -> Iterator[str]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            yield from _namen(patroon.url_patterns)
        else:
            yield str(patroon.name)


def test_no_page_says_a_word_of_ours_in_dutch(rondgang: Rondgang, monkeypatch: pytest.MonkeyPatch) -> None:
    _lees_openbaar(rondgang)
    _lees_als_ieder(rondgang)
    _lever_in(rondgang)
    _schrijf(rondgang)
    _praat(rondgang)
    _stel_vast(rondgang)
    destroy_what_is_over(rondgang)
    meld_je_aan(rondgang)
    volg_leerlingen(rondgang)
    loop_langs_overleggen(rondgang)
    loop_langs_overstap(rondgang)
    loop_langs_toelating(rondgang)
    loop_langs_leerlingen(rondgang)
    loop_langs_groepen(rondgang)
    loop_langs_opps(rondgang)
    loop_langs_inlezen(Bezoeker(rondgang, "ib@voorbeeld.nl"))
    loop_langs_toetsen(Bezoeker(rondgang, "ib@voorbeeld.nl"))
    rondgang.lees_gegevens_opnieuw()
    _ga_mis(rondgang)
    _ga_stuk(rondgang, monkeypatch)

    assert list(rondgang.klachten.items()) == []
    assert rondgang.gelezen > 200
    assert set(_namen(get_resolver().url_patterns)) - rondgang.bezocht - GEEN_BLADZIJDE == set()


@pytest.mark.parametrize(
    ("bladzijde", "gehoord"),
    [
        ("<p>Scholen zoeken</p>", ["<p> not translated: Scholen zoeken"]),
        ("<p>⟦Scholen zoeken⟧ <b>⟦Dag ⟦intern⟧⟧</b></p>", []),
        ('<input placeholder="Uw naam"><img alt="⟦afbeelding⟧">', ["<input placeholder> not translated: Uw naam"]),
        ('<p lang="nl">⟦Opslaan⟧</p>', ["<p> announced as Dutch: ⟦Opslaan⟧"]),
        ('<p lang="nl">Opslaan</p><script>var x = "nee"</script>', ["<p> nobody wrote this: opslaan"]),
        ("<time>Mon 12 October 2026</time> <b>Passend</b> 12", []),
    ],
)
def test_reader_hears_what_is_not_translated(bladzijde: str, gehoord: list[str]) -> None:
    gegevens = Gegevens()

    assert [fout for woorden in lees(bladzijde, "en") if (fout := fout_in(woorden, gegevens))] == gehoord


def _lees_openbaar(rondgang: Rondgang) -> None:
    vreemde = Bezoeker(rondgang)
    vreemde.loop("/", "/aanmelden")
    vreemde.ga("/", headers=HTMX)
    for vraag in ("?q=zzz", "?plaats=zzz&soort=rt", "?soort=rt", "?bladzijde=9", "?school=99AA00&q=kompas"):
        vreemde.ga(f"/{vraag}")
    for scholen in (
        "",
        "99AA00",
        "99AA00 99AB00",
        "99AA00 99AB00 99AC00 99AD00 99AE00",
        "99AA00 99ZZ00",
        "99AH00 99AG00",
    ):
        vraag = "&".join(f"school={code}" for code in scholen.split())
        vreemde.ga(f"/vergelijk?{vraag}")
        vreemde.ga(f"/vergelijk?{vraag}&alleen=verschil")
    for vraag in ("", "?van=1&naar=2", "?van=1&naar=1", "?van=1&naar=9"):
        vreemde.ga(f"/scholen/99AA00/verschil{vraag}")
    vreemde.ga("/scholen/99AB00/verschil")


def _lees_als_ieder(rondgang: Rondgang) -> None:
    for account in ("directeur", "ib", "leerkracht", "mr", "bestuur", "samenwerkingsverband", "directeur.heidezoom"):
        Bezoeker(rondgang, f"{account}@voorbeeld.nl").loop("/start", meeste=20)
    for code in ("99AB00", "99AD00", "99AG00", "99AH00"):
        Bezoeker(rondgang, "samenwerkingsverband@voorbeeld.nl").ga(f"/school/{code}/profiel")


def _lever_in(rondgang: Rondgang) -> None:
    directeur, pad = Bezoeker(rondgang, "directeur@voorbeeld.nl"), f"{WILGENBOOM}/inleveren"
    directeur.stuur(pad)
    for naam, inhoud in (
        ("leeg.pdf", b" "),
        ("foto.jpg", b"\xff\xd8\xff0"),
        ("brief.txt", b"Beste ouders, tot morgen."),
    ):
        directeur.stuur(pad, {"bestand": SimpleUploadedFile(naam, inhoud)})
    for _keer in range(2):
        directeur.stuur(pad, {"bestand": SimpleUploadedFile(TWIJFEL, voorbeeld(TWIJFEL))})
    inlezing = Inlezing.objects.order_by("-pk").first()
    assert inlezing is not None
    for sleutel in ("rij:bestaat:niet", *(f"rij:{rij['tabel']}:{rij['rij']}" for rij in inlezing.lezing["tabellen"])):
        directeur.stuur(
            f"{WILGENBOOM}/inlezing/{inlezing.pk}/antwoord", {"sleutel": sleutel, "akkoord": "1"}, headers=HTMX
        )
    directeur.stuur(f"{WILGENBOOM}/inlezing/{inlezing.pk}/opslaan", {"schooljaar": "2026-2027"})
    directeur.ga(f"{WILGENBOOM}/inlezing/{inlezing.pk}?al=1")
    directeur.loop(pad, meeste=20)
    inlezing.lezing["ongelezen"] = [
        {"tekst": "Versie 3", "sectie": None, "na": None, "bron": {"regel": 9, "pagina": None, "kader": None}}
    ]
    inlezing.save()
    directeur.ga(f"{WILGENBOOM}/profiel")
    for vorm in ({}, {"terug": "1"}):
        directeur.stuur(f"{WILGENBOOM}/ongelezen", {"stuk": f"{inlezing.pk}:0", "plek": "", **vorm}, headers=HTMX)


def _van_elke_soort(velden: dict[str, Onderdeel]) -> list[tuple[str, Onderdeel]]:
    """Four of each kind; for rows of each table, for each has other boxes."""
    groepen: dict[str, list[tuple[str, Onderdeel]]] = {}
    for sleutel, onderdeel in velden.items():
        soort, _, rest = sleutel.partition(":")
        if soort in {"veld", "tekst", "rij"}:
            groepen.setdefault(f"rij:{rest.split(':')[0]}" if soort == "rij" else soort, []).append(
                (sleutel, onderdeel)
            )
    return [paar for groep in groepen.values() for paar in groep[:4]]


def _schrijf(rondgang: Rondgang) -> None:
    directeur, ib = Bezoeker(rondgang, "directeur@voorbeeld.nl"), Bezoeker(rondgang, "ib@voorbeeld.nl")
    profiel = Ondersteuningsprofiel.objects.filter(vestiging__brin="99AA").order_by("-schooljaar").first()
    assert profiel is not None
    velden = {onderdeel.sleutel: onderdeel for onderdeel in Onderdeel.objects.filter(profiel=profiel)}
    for sleutel, onderdeel in _van_elke_soort(velden):
        soort = sleutel.split(":")[0]
        directeur.ga(f"{WILGENBOOM}/{soort}?sleutel={sleutel}", headers=HTMX)
        for versie in (onderdeel.versie, onderdeel.versie, 0):
            vorm = {"sleutel": sleutel, "versie": versie, "waarde": "niet zo"}
            directeur.stuur(f"{WILGENBOOM}/{soort}", vorm, headers=HTMX)
    ib.ga(f"{WILGENBOOM}/profiel/nieuws?sinds=2020-01-01T00:00:00", headers=HTMX)
    tabel = next(sleutel for sleutel in velden if sleutel.startswith("rij:hgw:"))
    for waarden in (
        {"wat": "", "wanneer": "x"},
        {"wat": "", "wanneer": "2026-09-01"},
        {"wat": "Verslag", "wanneer": "2099-01-01"},
    ):
        directeur.stuur(f"{WILGENBOOM}/onderbouwing", {"sleutel": tabel, **waarden}, headers=HTMX)
    directeur.stuur(
        f"{WILGENBOOM}/onderbouwing", {"sleutel": tabel, "wat": "Verslag", "wanneer": "2026-09-01"}, headers=HTMX
    )
    directeur.stuur(f"{WILGENBOOM}/onderbouwing/weg", {"sleutel": tabel, "regel": "0"}, headers=HTMX)
    _zet_terug(directeur, profiel)
    directeur.stuur(f"{WILGENBOOM}/bevestig", {"groep": "t-hgw"}, headers=HTMX)
    for label in ("", "Tuin met kas", "x" * 180):
        directeur.stuur(f"{WILGENBOOM}/rij/nieuw", {"tabel": "aanbod", "label": label})
        directeur.stuur(f"{WILGENBOOM}/rij/nieuw", {"tabel": "hgw", "label": label})
    eigen = Onderdeel.objects.get(profiel=profiel, sleutel__contains="tuin-met-kas")
    for label in ("", "Moestuin"):
        directeur.stuur(f"{WILGENBOOM}/rij/naam", {"sleutel": eigen.sleutel, "label": label}, headers=HTMX)
    eigen = Onderdeel.objects.get(pk=eigen.pk)
    for versie in (99, eigen.versie):
        directeur.stuur(f"{WILGENBOOM}/rij/weg", {"sleutel": eigen.sleutel, "versie": versie}, headers=HTMX)
    directeur.stuur(f"{WILGENBOOM}/rij/terug", {"sleutel": eigen.sleutel}, headers=HTMX)
    for vorm in ({"soort": "mens", "naam": "Conciërge", "ring": "1"}, {"versie": "0"}):
        directeur.stuur(f"{WILGENBOOM}/structuur", {"rol": "", "toelichting": "", **vorm}, headers=HTMX)
    Bezoeker(rondgang, "directeur.duinpad@voorbeeld.nl").ga("/school/99AD00/structuur?voorbeeld=1")


def _zet_terug(directeur: Bezoeker, profiel: Ondersteuningsprofiel) -> None:
    gewijzigd = Onderdeel.objects.filter(profiel=profiel, versie__gt=1).first()
    assert gewijzigd is not None
    directeur.ga(f"{WILGENBOOM}/versies?sleutel={gewijzigd.sleutel}", headers=HTMX)
    for terug in (99, gewijzigd.versie - 1):
        vorm = {"sleutel": gewijzigd.sleutel, "terug": terug, "versie": gewijzigd.versie}
        directeur.stuur(f"{WILGENBOOM}/versies/terug", vorm, headers=HTMX)


def _praat(rondgang: Rondgang) -> None:
    directeur, leerkracht = Bezoeker(rondgang, "directeur@voorbeeld.nl"), Bezoeker(rondgang, "leerkracht@voorbeeld.nl")
    rij = {"sleutel": "rij:hgw:algemeen"}
    for vorm in (
        {"soort": "eens"},
        {"soort": "oneens"},
        {"soort": "voorstel", "toelichting": "Later."},
        {"soort": "zo"},
    ):
        leerkracht.stuur(f"{WILGENBOOM}/team/reactie", rij | vorm, headers=HTMX)
    directeur.ga(f"{WILGENBOOM}/team")
    directeur.stuur(f"{WILGENBOOM}/team/ronde", {"sluit": "1"})
    leerkracht.stuur(f"{WILGENBOOM}/team/reactie", rij | {"soort": "eens"}, headers=HTMX)
    leerkracht.ga(f"{WILGENBOOM}/team")
    directeur.stuur(f"{WILGENBOOM}/team/ronde", {"vraag": ""})
    directeur.stuur(f"{WILGENBOOM}/team/ronde", {"vraag": "Klopt het?"})
    doel = {"sleutel": "rij:hgw:algemeen", "doel": "Meer lezen", "eigenaar": "Team"}
    for vorm in (doel, {}, {"sleutel": "rij:x:y", "doel": "Ja", "eigenaar": "Wij"}, {"neem_over": "1"}):
        directeur.stuur(f"{WILGENBOOM}/doelen", vorm)
    for vorm in ({"doel": "0"}, {"doel": "1", "stand": "zo"}):
        directeur.stuur(f"{WILGENBOOM}/doelen/evaluatie", vorm)
    meer_lezen = {"pk": Doelregel.objects.get(doel="Meer lezen").pk}
    for pad, vorm in (("anders", doel), ("anders", {}), ("weg", {}), ("weg", {"terug": "1"})):
        directeur.stuur(f"{WILGENBOOM}/doelen/{pad}", meer_lezen | vorm)
    directeur.stuur(f"{WILGENBOOM}/team/ronde", {"sluit": "1"})
    directeur.ga(f"{WILGENBOOM}/team")
    directeur.stuur(f"{WILGENBOOM}/team/ronde", {"heropen": Teamronde.objects.first().pk})  # type: ignore[union-attr]


def _stel_vast(rondgang: Rondgang) -> None:
    wie = {
        "leerlingen_gehoord": "directeur.duinpad@voorbeeld.nl",
        "mr_gevraagd": "directeur.duinpad@voorbeeld.nl",
        "mr_advies": "mr.duinpad@voorbeeld.nl",
        "bestuur_vastgesteld": "bestuur.vuurbaak@voorbeeld.nl",
        "gepubliceerd": "directeur.duinpad@voorbeeld.nl",
    }
    pad, dag = "/school/99AD00/vaststelling", "2026-10-01"
    directeur = Bezoeker(rondgang, "directeur.duinpad@voorbeeld.nl")
    directeur.stuur("/school/99AD00/profiel/nieuw")
    directeur.ga("/school/99AD00/profiel")
    for soort, naam in wie.items():
        iemand = Bezoeker(rondgang, naam)
        for vorm in (
            {"op": "x"},
            {"op": "2099-01-01"},
            {"op": dag},
            {"op": "2001-01-01", "door": "Wij"},
            {"sla_over": "1"},
        ):
            iemand.stuur(f"{pad}/stap", {"soort": soort, **vorm})
        woorden = {"hoe": "Gesprek", "gezegd": "Goed", "gedaan": "Niets"}
        iemand.stuur(f"{pad}/stap", {"soort": soort, "op": dag, "door": "Wij", **woorden})
        iemand.stuur(f"{pad}/terug", {"soort": soort})
        overslaan = {"soort": soort, "sla_over": "1", "waarom": "Geen tijd."}
        iemand.stuur(f"{pad}/stap", overslaan)
        directeur.stuur(f"{pad}/stap", overslaan)  # the board does not skip its own
        iemand.stuur(f"{pad}/terug", {"soort": "leerlingen_gehoord"})
        Bezoeker(rondgang, "mr.duinpad@voorbeeld.nl").ga(pad)
    Bezoeker(rondgang).loop("/scholen/99AD00", meeste=15)


def _ga_mis(rondgang: Rondgang) -> None:
    vreemde, leerkracht = Bezoeker(rondgang), Bezoeker(rondgang, "leerkracht@voorbeeld.nl")
    vreemde.stuur("/aanmelden", {"login": "directeur@voorbeeld.nl", "password": "fout"})
    vreemde.ga("/bestaat-niet")
    vreemde.stuur(f"{WILGENBOOM}/veld", headers=HTMX)
    leerkracht.ga("/school/99AD00/profiel")
    leerkracht.ga(f"{WILGENBOOM}/inleveren")
    leerkracht.ga(f"{WILGENBOOM}/rij/nieuw")
    leerkracht.ga("/sjablonen")
    leerkracht.stuur(f"{WILGENBOOM}/vaststelling/stap", {"soort": "bestuur_vastgesteld"})
    adviseur = Bezoeker(rondgang, "samenwerkingsverband@voorbeeld.nl")
    for inhoud in (b" ", b"[]", b"geen json", b"{}", b'{"code": "x"}'):
        adviseur.stuur("/sjablonen", {"bestand": SimpleUploadedFile("sjabloon.json", inhoud)})
    adviseur.stuur("/sjablonen")


def _ga_stuk(rondgang: Rondgang, monkeypatch: pytest.MonkeyPatch) -> None:
    vreemde = Bezoeker(rondgang)
    vreemde.client.handler.enforce_csrf_checks = True
    vreemde.stuur("/aanmelden", {"login": "directeur@voorbeeld.nl"})
    vreemde.client.raise_request_exception = False

    def stuk(**_vraag: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(zoeken, "zoek_scholen", stuk)
    assert vreemde.ga("/").status_code == 500
