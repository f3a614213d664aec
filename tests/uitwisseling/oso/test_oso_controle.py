"""Every rule of the standard for our profiles is covered, and every check of ours sees what it is for."""

import csv
import hashlib
from importlib.resources import files

import pytest
from tests.factories.oso import Breuk, boom_van, erbij, maak_popo, maak_poswv, weg, zet
from tests.uitwisseling.oso.test_oso_lezen import NORM

from passend.begrippen.opgave import OnleesbaarError
from passend.uitwisseling.oso.controle import _lees, controleer

ADRES = "<adreslijst><adres/></adreslijst>"
MAIL = "<communicatielijst><communicatie><soort>e-mail</soort><nummer>{}</nummer></communicatie></communicatielijst>"
GEHEIM = (
    "<communicatielijst><communicatie><soort>{}</soort><nummer>{}</nummer><geheim>true</geheim></communicatie>"
    "</communicatielijst>"
)
CONTACT = zet("overstapadvies/contactnodig", "true")
EINDTOETS = "<eindtoets_basisonderwijs><deelgenomen>{}</deelgenomen></eindtoets_basisonderwijs>"
CATEGORIE = "categorie_uitlevering/{}"

BEIDE: dict[str, tuple[Breuk, ...]] = {
    "las": (zet("metadata/deeldossier", "LVS"),),
    "standaardversie": (zet("metadata/standaardversie", "2018.1"),),
    "validatieversie": (zet("metadata/validatieversie", "2018.1.1"),),
    "uitlevering": (weg("metadata/categorie_uitlevering"),),
    "overstap": (weg("metadata/overstap"),),
    "schooladres": (weg("huidigeschool/adreslijst"),),
    "schoolcontact": (weg("huidigeschool/communicatielijst"),),
    "voornaam": (weg("leerling/voornaam"),),
    "geboortedatum": (weg("leerling/geboortedatum"),),
    "geboortemaand": (erbij("leerling", "<geboortemaand>2017-05</geboortemaand>"),),
    "adresgeheim": (weg("leerling/adresgeheim"),),
    "leerlingadres": (weg("leerling/adreslijst"),),
    "geheim_adres": (zet("leerling/adresgeheim", "1"),),
    "geheim_buitenland": (
        zet("leerling/adresgeheim", "true"),
        weg("leerling/adreslijst"),
        erbij("leerling", "<adresbuitenland>Ergens</adresbuitenland>"),
    ),
    "postcode4": (erbij("leerling", "<postcode4adres>9999</postcode4adres>"),),
    "geheime_telefoon": (erbij("leerling", GEHEIM.format("telefoon", "0612345678")),),
    "geheime_mail": (erbij("leerling", GEHEIM.format("e-mail", "echt@voorbeeld.nl")),),
    "geboorteplaats": (erbij("leerling", "<geboorteplaats>Duinrand</geboorteplaats>"),),
    "nationaliteit": (erbij("leerling", "<nationaliteit>0001</nationaliteit>"),),
    "loopbaan": (weg("schoolloopbaanlijst/schoolloopbaan"),),
    "verzorger": (weg("leerling/verzorger"),),
    "verzorger_geheim": (
        erbij("leerling/verzorger", "<adresgeheim>true</adresgeheim>"),
        erbij("leerling/verzorger", ADRES),
    ),
    "resultaat_leeg": (erbij("leerling", "<toetslijst><toets><resultaat/></toets></toetslijst>"),),
    "toetsscore_leeg": (
        erbij("leerling", "<toetslijst><toets><resultaat><toetsscore/></resultaat></toets></toetslijst>"),
    ),
    "score_leeg": (erbij("leerling", "<cijferlijstlijst><cijferlijst><score/></cijferlijst></cijferlijstlijst>"),),
    "mail_lang": (erbij("leerling", MAIL.format("a@" + "b" * 260)),),
    "mail_vorm": (erbij("leerling", MAIL.format("niemand")),),
    "lwoo_einde": (erbij("leerling", "<lwoo><lwoo_einddatum>2027-06-30</lwoo_einddatum></lwoo>"),),
    "overlijdensdatum": (erbij("leerling/verzorger", "<overlijdensdatum>2020-01-01</overlijdensdatum>"),),
    "huisarts": (erbij("leerling", "<huisarts><roepnaam>Doc</roepnaam></huisarts>"),),
}
POPO: dict[str, tuple[Breuk, ...]] = {
    "soort_popo": (zet("overdrachtsoort", "swv-dossier"),),
    "inzageblok": (weg("inzage"),),
    "ingezien": (zet("inzage/inzage", "false"),),
    "inzagedatum": (weg("inzage/inzagedatum"),),
    "akkoord": (weg("inzage/akkoord"),),
    "nummer_nodig": (weg("leerling/bsn"),),
    "datuminschrijving": (weg("leerling/datuminschrijving"),),
    "aansprakelijk": (weg("leerling/verzorgersaansprakelijk"),),
    "aansprakelijke_instelling": (zet("leerling/verzorgersaansprakelijk", "false"),),
    "advies_nodig": (weg("leerling/overstapadvies"),),
    "contactnodig": (
        erbij("overstapadvies", "<argumentatie>a</argumentatie>"),
        weg("overstapadvies/contactnodig"),
    ),
    "contactpersoon": (CONTACT,),
    "contacttelefoon": (CONTACT,),
    "eindtoets_resultaat": (erbij("leerling", EINDTOETS.format("true")),),
    "eindtoets_soort": (erbij("leerling", EINDTOETS.format("false")),),
    "eindtoets_advies": (erbij("leerling", EINDTOETS.format("true")),),
    "elfproef_bsn": (zet("leerling/bsn", "999999991"),),
}
POSWV: dict[str, tuple[Breuk, ...]] = {
    "soort_poswv": (zet("overdrachtsoort", "overstapdossier"),),
    "nummer_verboden": (erbij("leerling", "<onderwijsnummer>999999990</onderwijsnummer>"),),
    "eindtoets_verboden": (erbij("leerling", EINDTOETS.format("true")),),
    "vo_blokken": (erbij("leerling", "<stage/>"),),
    "banknummer": (erbij("leerling/verzorger", "<banknummer>1</banknummer>"),),
    "vir_zat": (erbij("leerling", "<zorg><vir/></zorg>"),),
}
GEVALLEN = [
    *((f"popo {code}", code, maak_popo(), breuken) for code, breuken in {**BEIDE, **POPO}.items()),
    *((f"poswv {code}", code, maak_poswv(), breuken) for code, breuken in {**BEIDE, **POSWV}.items()),
]


@pytest.mark.parametrize(
    ("code", "bestand", "breuken"), [geval[1:] for geval in GEVALLEN], ids=[g[0] for g in GEVALLEN]
)
def test_a_broken_rule_is_seen_and_said(code: str, bestand: object, breuken: tuple[Breuk, ...]) -> None:
    boom = boom_van(bestand)  # type: ignore[arg-type]
    for breek in breuken:
        breek(boom)

    gevonden = {een.code: een for een in controleer(boom)}

    assert code in gevonden
    assert gevonden[code].zin.endswith(".")


@pytest.mark.parametrize("bestand", [maak_popo(), maak_poswv()], ids=["popo", "poswv"])
def test_a_good_file_breaks_no_rule(bestand: object) -> None:
    assert controleer(boom_van(bestand)) == []  # type: ignore[arg-type]


def test_every_rule_of_ours_has_a_file_that_breaks_it() -> None:
    regels = {regel["code"] for regel in _lees("regels_2019.toml")["regel"]}

    assert regels == set(BEIDE) | set(POPO) | set(POSWV)


CODES = [(lijst["nummer"], pad) for lijst in _lees("codes_2019.toml")["codelijst"] for pad in lijst["paden"]]


@pytest.mark.parametrize(("nummer", "pad"), CODES, ids=[f"{nummer} {pad.rsplit(':', 1)[-1]}" for nummer, pad in CODES])
def test_a_code_that_does_not_exist_is_seen(nummer: str, pad: str) -> None:
    boom = boom_van(maak_popo())
    stappen = [stap.removeprefix("o:") for stap in pad.strip("/").split("/")]
    if stappen[0] == "metadata":
        zet("/".join(stappen).replace("/*", "/cat_vve"), "niets")(boom)
    elif stappen == ["overdrachtsoort"]:
        zet("overdrachtsoort", "niets")(boom)
    else:
        erbij("leerling", "".join(f"<{s}>" for s in stappen) + "niets" + "".join(f"</{s}>" for s in stappen[::-1]))(
            boom
        )
    wil = f"codelijst {nummer}"

    try:
        gevonden = {een.code for een in controleer(boom)}
    except OnleesbaarError:  # a kind of transfer that does not exist is no profile either
        gevonden = {"codelijst 16"}

    assert wil in gevonden


@pytest.mark.parametrize("naam", _lees("regels_2019.toml")["categorieen"])
def test_data_that_do_not_go_along_and_data_that_must_are_seen(naam: str) -> None:
    boom, leeg = boom_van(maak_popo()), boom_van(maak_popo())
    pad = _lees("regels_2019.toml")["categorieen"][naam].split()[0].rsplit(":", 1)[1]
    if "{oo}" in _lees("regels_2019.toml")["categorieen"][naam]:
        erbij("leerling", f"<onderwijsondersteuning><{pad}/></onderwijsondersteuning>")(boom)
    elif "{ll}" in _lees("regels_2019.toml")["categorieen"][naam]:
        erbij("leerling", f"<{pad}/>")(boom)
    zet(CATEGORIE.format(naam), "OPT-UIT")(boom)
    zet(CATEGORIE.format(naam), "VERPLICHT")(leeg)
    for kind in ("verzorger", "verzorgersaansprakelijk", "overstapadvies", "schoolloopbaanlijst"):
        weg(f"leerling/{kind}")(leeg)
    weg("inzage")(leeg)

    assert naam in {een.code for een in controleer(boom)}
    assert naam == "cat_metadata" or naam in {een.code for een in controleer(leeg)}


@pytest.mark.parametrize("soort", ["POVO", "VOVO", "VOSWV"])
def test_another_kind_of_transfer_is_not_checked(soort: str) -> None:
    boom = boom_van(maak_popo())
    zet("metadata/overstap", soort)(boom)

    with pytest.raises(OnleesbaarError, match=f"andere overstap \\({soort}\\)"):
        controleer(boom)


def _dekking() -> list[dict[str, str]]:
    tekst = files("passend.uitwisseling.oso").joinpath("dekking_2019.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(tekst.splitlines()))


def test_every_rule_of_the_standard_has_a_check_that_exists_or_a_reason() -> None:
    bekend = {
        *(regel["code"] for regel in _lees("regels_2019.toml")["regel"]),
        *(f"codelijst {lijst['nummer']}" for lijst in _lees("codes_2019.toml")["codelijst"]),
        *_lees("regels_2019.toml")["categorieen"],
        "schema",
        "profiel",
    }

    assert [rij for rij in _dekking() if not rij["controle"] and not rij["reden"]] == []
    assert {rij["controle"] for rij in _dekking() if rij["controle"]} - bekend == set()
    assert all(rij["reden"] for rij in _dekking() if rij["controle"] in {"schema", "profiel", ""})


@pytest.mark.skipif(not NORM.is_dir(), reason="the rules of the standard are not on this machine")
def test_every_rule_of_the_standard_is_in_our_table() -> None:
    with (NORM / "businessrules_from_xsl.csv").open(encoding="utf-8") as bestand:
        norm = [
            (rij["rule"], hashlib.sha256(rij["melding"].encode()).hexdigest()[:10]) for rij in csv.DictReader(bestand)
        ]

    assert [(rij["regel"], rij["merk"]) for rij in _dekking()] == norm


ONMOGELIJK: dict[str, tuple[Breuk, str, str]] = {
    "a day with more behind it": (zet("leerling/geboortedatum", "2017-05-04x"), "vorm", "Er hoort een dag."),
    "a day that does not exist": (zet("leerling/geboortedatum", "2017-02-30"), "vorm", "Er hoort een dag."),
    "born after the file": (zet("leerling/geboortedatum", "2030-01-01"), "dagen", "ligt na de dag van het bestand"),
    "born long ago": (zet("leerling/geboortedatum", "1917-05-04"), "dagen", "te lang geleden"),
    "enrolled before birth": (zet("leerling/datuminschrijving", "1999-01-01"), "dagen", "ligt voor de geboortedag"),
    "left before coming": (
        erbij("leerling", "<datumuitschrijving>2020-01-01</datumuitschrijving>"),
        "dagen",
        "ligt voor het begin",
    ),
    "a BRIN of one digit": (zet("huidigeschool/brincode", "9"), "vorm", "zoals 99AA"),
    "a BRIN in small letters": (zet("schoolloopbaan/brincode", "99aa"), "vorm", "zoals 99AA"),
    "a year that is none": (zet("schoolloopbaan/schooljaar", "dit jaar"), "vorm", "Er hoort een schooljaar"),
    "a part that nobody knows": (erbij("huidigeschool", "<onbekend/>"), "onbekend", "'onbekend' hoort niet bij"),
    "a name without a name": (zet("leerling/achternaam", " "), "leeg", "'achternaam' staat niets"),
    "an attachment that is none": (
        erbij(
            "leerling",
            "<overigdocumentlijst><document><bestandsnaam>a.pdf</bestandsnaam><bestandsinhoud>@@@</bestandsinhoud>"
            "</document></overigdocumentlijst>",
        ),
        "bijlage",
        "Een bijlage is kapot",
    ),
}


@pytest.mark.parametrize(("breek", "code", "zin"), ONMOGELIJK.values(), ids=ONMOGELIJK)
def test_what_cannot_be_is_seen_and_said(breek: Breuk, code: str, zin: str) -> None:
    boom = boom_van(maak_popo())
    breek(boom)

    gevonden = controleer(boom)

    assert {een.code for een in gevonden} == {code}
    assert any(zin in een.zin for een in gevonden)
