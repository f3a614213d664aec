"""What each address that somebody can read leaves in the log: its line, or why it needs none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from passend.begrippen.rollen import Logsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijn:
    """A line: which act, about what kind of thing, and of which kind it is."""

    handeling: str
    over: str = "leerling"
    soort: Logsoort = Logsoort.LEZEN
    vraag: Mapping[str, str] = field(default_factory=dict)  # what is asked beside what the matrix asks


@dataclass(frozen=True, slots=True)
class Geen:
    """No line, and why: what is shown there says nothing of a pupil."""

    waarom: str


@dataclass(frozen=True, slots=True)
class Elders:
    """In this world there is nothing to see there; the test that looks at the line."""

    handeling: str
    toets: str


OPENBAAR = Geen("anybody may read it: the profile of a school, and no pupil")
PROFIEL = Geen("the profile of a school and its documents, in which no pupil is named")
EIGEN = Geen("signing in, and one's own account")
FORMULIER = Geen("a form that is empty, or that says what one's own browser sent")
INSTELLING = Geen("how a school works, and not with whom")
AANTAL = Geen("a number, and of nobody a name")
SCHOOL, INVOER, GROEP, OVERLEG, ZAAK = "vestiging", "invoer", "groep", "overleg", "aanmelding"
UITVOER, ZOEKEN = Logsoort.UITVOER, Logsoort.ZOEKEN

REGELS: dict[str, Lijn | Geen | Elders] = {
    **dict.fromkeys(("openbaar", "vergelijk", "school", "verschil", "editie", "uitgave"), OPENBAAR),
    **dict.fromkeys(
        (
            "taal", "account_login", "account_reset_password", "account_reset_password_done",
            "account_reset_password_from_key_done", "account_change_password",
            "account_set_password", "account_reauthenticate", "mfa_authenticate", "mfa_login_webauthn",
            "openid_connect_login", "openid_connect_callback", "uitnodiging", "uitnodiging_open", "mfa_index",
            "mfa_activate_totp", "mfa_deactivate_totp", "mfa_list_webauthn", "mfa_add_webauthn",
            "mfa_remove_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_reauthenticate",
            "mfa_reauthenticate_webauthn", "usersessions_list", "nog_aangemeld",
        ),
        EIGEN,
    ),
    **dict.fromkeys(
        (
            "sjablonen", "sjabloon", "inleveren", "nakijken", "bladzijde", "profiel", "profiel_nieuws", "veld", "tekst",
            "rij", "versies", "structuur", "team", "vaststelling", "stapstuk", "doelen", "documenten", "scholen",
        ),
        PROFIEL,
    ),
    **dict.fromkeys(("leerling_nieuw", "aanmelding_nieuw", "kind_aanmelden"), FORMULIER),
    **dict.fromkeys(("plaatsruimte", "lesvrij", "planinstellingen", "groepen", "sleutels", "sleutelkaart"), INSTELLING),
    "signalen_aantal": AANTAL,
    "mensen": Geen("who works at a school, and no pupil"),
    "groepsleerkrachten": Geen("who teaches which group, and no pupil"),
    "groepsstem": Geen("what a group says, which is written down without names"),
    "leerlingen_inlezen": Geen("which files were handed in, by their name and by whom"),
    "toetsen_inlezen": Geen("which files were handed in, by their name and by whom"),
    # with a key that opens nothing, as in this world; the right one opens a feed without the name of any pupil, which a
    # calendar fetches all day, or leads parents on to their page, which has a line of its own
    **dict.fromkeys(
        ("agenda_feed", "aanmelding_openen"),
        Lijn(handeling="geweigerd:sleutel", over="pagina", soort=Logsoort.GEWEIGERD),
    ),
    "account_reset_password_from_key": Lijn(
        handeling="geweigerd:wachtwoord", over="account", soort=Logsoort.GEWEIGERD
    ),
    "document": Lijn(handeling="download_document", over=SCHOOL, soort=UITVOER),
    "start": Lijn(handeling="open_start", over=SCHOOL),
    "agenda": Lijn(handeling="open_agenda", over=SCHOOL),
    "kinderen": Lijn(handeling="open_kinderen"),
    "leerlingen": Lijn(handeling="list_leerlingen", over=SCHOOL),
    "verzoeken": Lijn(handeling="zoek_leerlingen", over=SCHOOL, soort=ZOEKEN),
    "noodinzage": Lijn(handeling="list_noodinzagen", over=SCHOOL),
    "bewaren": Lijn(handeling="list_bewaren", over=SCHOOL),
    "burgerservicenummer": Lijn(handeling="open_burgerservicenummer"),
    "noteren": Lijn(handeling="list_namen", over=SCHOOL, vraag={"groep": "5"}),
    "toets_noteren": Lijn(handeling="list_namen", over=SCHOOL, vraag={"groep": "5"}),
    "signalen": Elders("open_signalen", "volgen/test_web_noteren.py"),
    **dict.fromkeys(
        ("invoer", "invoer_kolommen", "toetsinvoer", "toetsinvoer_kolommen"),
        Lijn(handeling="open_invoer", over=INVOER),
    ),
    **dict.fromkeys(
        ("invoer_geweigerd", "toetsinvoer_geweigerd"), Lijn(handeling="export_geweigerd", over=INVOER, soort=UITVOER)
    ),
    **dict.fromkeys(("dossier", "gegevens", "ouder", "klopt_niet", "klopt_deel"), Lijn(handeling="open_dossier")),
    **dict.fromkeys(("dossier_pdf", "dossier_json"), Lijn(handeling="export_dossier", soort=UITVOER)),
    **dict.fromkeys(("stuk", "stukbestand"), Lijn(handeling="open_stuk")),
    "ingezien": Lijn(handeling="open_ingezien"),
    "ingezien_pdf": Lijn(handeling="export_ingezien", soort=UITVOER),
    **dict.fromkeys(("volgen", "waarneming_zienswijze", "toetsresultaat_nieuw"), Lijn(handeling="open_volgen")),
    "opps": Lijn(handeling="zoek_leerlingen", over=SCHOOL, soort=ZOEKEN),
    **dict.fromkeys(("opp", "opp_deel", "opp_ouder"), Lijn(handeling="open_opp")),
    "opp_stem": Lijn(handeling="open_leerlingstem"),
    "opp_bestand": Lijn(handeling="open_oppbestand"),
    "opp_pdf": Lijn(handeling="export_opp", soort=UITVOER),
    "groepsoverzicht": Lijn(handeling="open_groepsoverzicht", over=GROEP),
    "overzichtsrij": Lijn(handeling="open_groepsoverzicht"),
    "groepsplan": Lijn(handeling="open_groepsplan", over=GROEP),
    "groepsplan_pdf": Lijn(handeling="export_groepsplan", over=GROEP, soort=UITVOER),
    "leerlingplannen": Lijn(handeling="open_plannen"),
    "overleggen": Lijn(handeling="zoek_leerlingen", over=SCHOOL, soort=ZOEKEN),
    "leerling_overleggen": Lijn(handeling="open_overleggen"),
    **dict.fromkeys(
        ("overleg", "overleg_versies", "overleg_deel", "overleg_besluit", "overleg_sluiten"),
        Lijn(handeling="open_overleg"),
    ),
    "overleg_nieuws": Lijn(handeling="open_overleg", vraag={"sinds": "2026-01-01T00:00:00+00:00"}),
    "overleg_pdf": Lijn(handeling="export_overleg", soort=UITVOER),
    **dict.fromkeys(
        (
            "groepsoverleg", "groepsoverleg_versies", "groepsoverleg_deel", "groepsoverleg_besluit",
            "groepsoverleg_sluiten",
        ),
        Lijn(handeling="open_overleg", over=OVERLEG),
    ),
    "groepsoverleg_nieuws": Lijn(
        handeling="open_overleg", over=OVERLEG, vraag={"sinds": "2026-01-01T00:00:00+00:00"}
    ),
    "groepsoverleg_pdf": Lijn(handeling="export_overleg", over=OVERLEG, soort=UITVOER),
    "aanmeldingen": Lijn(handeling="list_aanmeldingen", over=SCHOOL, soort=ZOEKEN),
    "hulpvragen": Elders("list_aanmeldingen", "toelating/test_web_hulpvragen.py"),
    "aanmelding": Lijn(handeling="open_aanmelding", over=ZAAK),
    "aanmeldbrief": Lijn(handeling="open_aanmeldbrief", over=ZAAK, soort=UITVOER),
    "aanmeldscan": Lijn(handeling="open_aanmeldscan", over=ZAAK, soort=UITVOER),
    "mijn_aanmelding": Lijn(handeling="open_aanmelding", over=ZAAK),
    "mijn_tijdlijn_pdf": Lijn(handeling="open_aanmelding", over=ZAAK, soort=UITVOER),
    "mijn_brief": Lijn(handeling="open_aanmeldbrief", over=ZAAK, soort=UITVOER),
    "mijn_scan": Lijn(handeling="open_aanmeldscan", over=ZAAK, soort=UITVOER),
    **dict.fromkeys(("verwijdering", "mijn_verwijdering"), Lijn(handeling="open_verwijdering")),
    "mijn_verwijdering_pdf": Lijn(handeling="open_verwijdering", soort=UITVOER),
    **dict.fromkeys(
        ("verwijderbrief", "mijn_verwijderbrief"), Elders("open_verwijdering", "toelating/test_web_verwijderzicht.py")
    ),
    "schorsing": Lijn(handeling="open_schorsing"),
    **dict.fromkeys(("schorsingsbrief", "intrekkingsbrief"), Lijn(handeling="open_schorsing", soort=UITVOER)),
    "rapport": Lijn(handeling="open_rapport"),
    "rapport_scan": Lijn(handeling="open_rapportscan", soort=UITVOER),
    "overstap": Lijn(handeling="list_overstap", over=SCHOOL),
    "overstapbestand": Lijn(handeling="open_overstapbestand", over="overstapbestand"),
    "overstap_bijlage": Lijn(handeling="open_overstapbijlage", over="overstapbestand"),
    "overstap_bewijs": Elders("export_overstapbewijs", "overstap/test_web_overstap_passend.py"),
}  # fmt: skip
