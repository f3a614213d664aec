"""OBS De Wilgenboom in full: last year's edition evaluated, this year's read from a Word document and published."""

from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielformaat import lezing_als_dict
from passend.begrippen.profielinhoud import Structuurdeel
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.uitgave import Stapsoort
from passend.cli.demoregio import AMSTERDAM, Regio, adoptiedata, lees, moment, publish
from passend.documenten.lezen import read_document
from passend.documenten.lezen.weergave import als_blokken
from passend.profielen.actions.doelen import Doelgegevens, add_doel, carry_over_doelen, evaluate_doel
from passend.profielen.actions.inlezingen import Ingeleverd, add_inlezing, confirm_element, store_inlezing
from passend.profielen.actions.onderdelen import remove_rij, save_structuur
from passend.profielen.actions.team import add_onderbouwing, add_reactie, close_ronde, open_ronde
from passend.profielen.actions.vaststelling import Stapgegevens, record_stap
from passend.profielen.queries.werk import STRUCTUUR, get_profiel, list_onderdelen
from passend.uitwisseling.sop.reader import read_profiel

CODE = "99AA00"
DOCUMENT = "wilgenboom.docx"


def load_wilgenboom(regio: Regio, vandaag: date) -> None:
    """Add to last year's edition what the team did with it, then this year's profile and a round that is open."""
    bron = lees("wilgenboom-team.json")
    vorig = get_profiel(vestiging=regio.organisaties[CODE], schooljaar=regio.jaar.vorige)
    _evaluate(regio, vorig, bron)
    profiel = _read_document(regio, bron)
    _adapt(regio, profiel, bron)
    _ronde(regio, profiel, bron["ronde_voor_publicatie"], moment(regio.jaar, 5, 6), is_klaar=True)
    publish(regio, profiel, bron)
    sinds_kort = datetime.combine(vandaag - timedelta(days=5), time(9), tzinfo=AMSTERDAM)
    _ronde(regio, profiel, bron["ronde_nu"], sinds_kort, is_klaar=False)


def _evaluate(regio: Regio, vorig: Any, bron: dict[str, Any]) -> None:
    directeur = regio.wie(Rolsoort.DIRECTEUR, CODE)
    op = moment(regio.jaar, 4, 30)
    for een in bron["doelen_vorig_jaar"]:
        gegevens = Doelgegevens(**{naam: een[naam] for naam in ("sleutel", "doel", "actie", "eigenaar")})
        doel = add_doel(actor=directeur, profiel=vorig, gegevens=gegevens, op=moment(regio.jaar.vorige, 9, 10))
        evaluate_doel(
            actor=directeur, profiel=vorig, doel=doel.pk, stand=een["stand"], evaluatie=een["evaluatie"], op=op
        )
    gegevens_stap = Stapgegevens(op=op.date(), door="Team van De Wilgenboom", **bron["evaluatie"])
    record_stap(actor=directeur, profiel=vorig, soort=Stapsoort.GEEVALUEERD, gegevens=gegevens_stap, op=op)


def _read_document(regio: Regio, bron: dict[str, Any]) -> Any:
    inhoud = (files("passend.cli") / "voorbeelden" / DOCUMENT).read_bytes()
    document = read_document(inhoud, DOCUMENT)
    lezing = lezing_als_dict(read_profiel(document, load_sjablonen(), moment(regio.jaar, 5, 4).date()))
    actor, vestiging = regio.wie(Rolsoort.INTERN_BEGELEIDER, CODE), regio.organisaties[CODE]
    op = moment(regio.jaar, 5, 4)
    ingeleverd = Ingeleverd(
        naam=DOCUMENT, sha256=document.sha256, bestand=inhoud, lezing=lezing, document=als_blokken(document)
    )
    inlezing, _is_nieuw = add_inlezing(actor=actor, vestiging=vestiging, ingeleverd=ingeleverd, op=op)
    goed = {"schooljaar": str(regio.jaar), "schoolnaam": bron["schoolnaam"], **adoptiedata(regio.jaar)}
    for veld in lezing["velden"]:
        if (waarde := goed.get(veld["veld"], veld["waarde"])) != veld["waarde"]:
            sleutel, verbeterd = f"veld:{veld['veld']}", {**veld, "waarde": waarde}
            confirm_element(actor=actor, inlezing=inlezing, sleutel=sleutel, verbeterd=verbeterd, op=op)
    sjabloon = regio.sjablonen[CODE]
    return store_inlezing(actor=actor, inlezing=inlezing, schooljaar=regio.jaar, sjabloon=sjabloon, op=op)


def _adapt(regio: Regio, profiel: Any, bron: dict[str, Any]) -> None:
    actor, op = regio.wie(Rolsoort.INTERN_BEGELEIDER, CODE), moment(regio.jaar, 5, 5)
    onderdelen = list_onderdelen(profiel=profiel)
    vervallen = onderdelen["rij:aanbod:+kindercoach-in-de-pauze"]
    remove_rij(actor=actor, profiel=profiel, sleutel=vervallen.sleutel, versie=vervallen.versie, op=op)
    delen = [Structuurdeel(**deel) for deel in bron["structuur"]]
    save_structuur(actor=actor, profiel=profiel, delen=delen, versie=onderdelen[STRUCTUUR].versie, op=op)
    for regel in bron["onderbouwing"]:
        wanneer = date(regio.jaar.beginjaar, regel["maand"], regel["dag"])
        add_onderbouwing(
            actor=actor, profiel=profiel, sleutel=regel["sleutel"], wat=regel["wat"], wanneer=wanneer, op=op
        )
    carry_over_doelen(actor=actor, profiel=profiel, op=op)
    for een in bron["doelen"]:
        add_doel(actor=actor, profiel=profiel, gegevens=Doelgegevens(**een), op=op)


def _ronde(regio: Regio, profiel: Any, bron: dict[str, Any], op: datetime, *, is_klaar: bool) -> None:
    directeur = regio.wie(Rolsoort.DIRECTEUR, CODE)
    ronde = open_ronde(actor=directeur, profiel=profiel, vraag=bron["vraag"], op=op)
    for reactie in bron["reacties"]:
        add_reactie(
            actor=regio.accounts[reactie["account"]],
            ronde=ronde,
            sleutel=reactie["sleutel"],
            soort=reactie["soort"],
            toelichting=reactie.get("toelichting", ""),
            op=op + timedelta(days=2),
        )
    if is_klaar:
        close_ronde(actor=directeur, ronde=ronde, op=op + timedelta(days=5))
