"""The made-up development perspective plans, with a drawing and signatures; put in through the actions of the room."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any

from PIL import Image, ImageDraw

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.opp import Oppaanleiding, Oppantwoord, Stemwijze
from passend.begrippen.rollen import Rolsoort
from passend.cli import demodagen
from passend.cli.demoregio import AMSTERDAM, Regio, lees
from passend.cli.demowijzers import wijs_aan
from passend.documenten.lezen.bijlage import read_bijlage
from passend.leerlingen.queries.leerlingen import find_leerlingen
from passend.organisaties.queries import in_bestuur, list_groepen
from passend.plannen.actions.opp import offer_opp, record_oppoverleg, save_oppdeel, set_opp, start_opp
from passend.plannen.actions.oppouders import add_oppzienswijze, answer_opp, record_oppinstemming
from passend.plannen.actions.oppregels import add_oppregel
from passend.plannen.actions.stem import (
    Stemgegevens,
    answer_groepsstem,
    answer_leerlingstem,
    record_groepsstem,
    record_leerlingstem,
)
from passend.plannen.queries.opp import list_gezag, teksten
from passend.regels.handelingsdeel import handelingsdeelsom

DAG = timedelta(days=1)


def moment(dag: date) -> datetime:
    """Nine in the morning of a day."""
    return datetime.combine(dag, time(9), tzinfo=AMSTERDAM)


def load_opps(regio: Regio, vandaag: date) -> None:
    """Load the plans and what classes said, each within the scope of its board."""
    bron = lees("opp.json")
    for plan in bron["plannen"]:
        with in_bestuur(regio.organisaties[plan["vestiging"]].bestuur_id):
            _load_plan(regio, plan, vandaag)
    for groep in bron["groepen"]:
        with in_bestuur(regio.organisaties[groep["vestiging"]].bestuur_id):
            _load_groepsstem(regio, groep, vandaag)


def _load_plan(regio: Regio, bron: dict[str, Any], vandaag: date) -> None:
    school = regio.organisaties[bron["vestiging"]]
    ib = regio.wie(Rolsoort.INTERN_BEGELEIDER, school.code)
    [leerling] = find_leerlingen(vestiging=school, voornaam=bron["voornaam"], achternaam=bron["achternaam"])
    begin = demodagen.terug(vandaag, bron["begonnen_dagen"])
    versie = start_opp(
        actor=ib,
        leerling=leerling,
        aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
        begonnen_op=begin,
        op=moment(begin),
    )
    for code, tekst in bron["delen"].items():
        gezien = versie.inhoud.get(code, {}).get("versie", 0)
        save_oppdeel(actor=ib, versie=versie, code=code, tekst=tekst, gezien=gezien, op=moment(begin + 3 * DAG))
    for regel in bron.get("regels", ()):
        add_oppregel(actor=ib, versie=versie, regel=wijs_aan(leerling, regel), op=moment(begin + 3 * DAG))
    if "stem" in bron:
        _load_stem(ib, versie, bron["stem"], begin + 6 * DAG)
    if "overleg" in bron:
        _load_ouders(regio, versie, bron, begin + 10 * DAG)
    if dagen := bron.get("vastgesteld_dagen"):
        set_opp(actor=ib, versie=versie, op=moment(demodagen.terug(vandaag, dagen)))


def _load_stem(ib: Any, versie: Any, bron: dict[str, Any], dag: date) -> None:
    is_tekening = bron["wijze"] == Stemwijze.TEKENING
    stem = record_leerlingstem(
        actor=ib,
        versie=versie,
        gegevens=Stemgegevens(
            op=dag,
            wijze=Stemwijze(bron["wijze"]),
            gezegd=bron["gezegd"],
            steun=bron["steun"],
            praatkaarten=bron.get("praatkaarten", ()),
            tekening=teken_kind() if is_tekening else None,
        ),
        op=moment(dag),
    )
    terug = dag + 2 * DAG if bron["is_teruggekoppeld"] else None
    answer_leerlingstem(actor=ib, stem=stem, gedaan=bron["gedaan"], teruggekoppeld_op=terug, op=moment(dag + 2 * DAG))


def _load_ouders(regio: Regio, versie: Any, bron: dict[str, Any], dag: date) -> None:
    leerling = versie.opp.leerling
    ib = regio.wie(Rolsoort.INTERN_BEGELEIDER, bron["vestiging"])
    gezag = list_gezag(leerling=leerling, peildatum=dag)
    offer_opp(actor=ib, versie=versie, op=moment(dag - DAG))
    record_oppoverleg(
        actor=ib, versie=versie, dag=dag, **bron["overleg"], ouders=dict.fromkeys(gezag, True), op=moment(dag)
    )
    som = handelingsdeelsom(teksten(versie))
    for antwoord in bron["antwoorden"]:
        account = regio.accounts[antwoord["account"]]
        vast: dict[str, Any] = {"versie": versie, "antwoord": Oppantwoord.AKKOORD, "op": moment(dag + DAG)}
        if antwoord["hoe"] == "papier":
            ouder = next(ouder for ouder in gezag if ouder.account_id == account.pk)
            record_oppinstemming(actor=ib, ouder=ouder, scan=teken_papier(ouder.naam), **vast)
        else:
            answer_opp(actor=account, gelezen=som, **vast)
    if zienswijze := bron.get("zienswijze"):
        account = regio.accounts[zienswijze["account"]]
        add_oppzienswijze(actor=account, versie=versie, tekst=zienswijze["tekst"], op=moment(dag + 2 * DAG))


def _load_groepsstem(regio: Regio, bron: dict[str, Any], vandaag: date) -> None:
    school = regio.organisaties[bron["vestiging"]]
    ib = regio.wie(Rolsoort.INTERN_BEGELEIDER, school.code)
    dag = max(demodagen.terug(vandaag, bron["dagen"]), regio.jaar.begint_op)
    groep = list_groepen(vestiging=school, schooljaar=str(regio.jaar)).get(naam=bron["groep"])
    stem = record_groepsstem(
        actor=ib, groep=groep, dag=dag, wijze=Stemwijze(bron["wijze"]), gezegd=bron["gezegd"], op=moment(dag)
    )
    if bron["gedaan"]:
        terug = dag + 5 * DAG if bron["is_teruggekoppeld"] else None
        answer_groepsstem(actor=ib, stem=stem, gedaan=bron["gedaan"], teruggekoppeld_op=terug, op=moment(dag + 5 * DAG))


def teken_kind() -> Bijlage:
    """Two children in a tent with a book, in thick lines."""
    beeld = Image.new("RGB", (900, 620), "#fffdf5")
    pen = ImageDraw.Draw(beeld)
    pen.ellipse((720, 40, 840, 160), fill="#ffd23f", outline="#e0a800", width=6)
    for x0, y0, x1, y1 in ((700, 170, 670, 205), (780, 180, 780, 225), (860, 165, 890, 200), (690, 100, 640, 100)):
        pen.line((x0, y0, x1, y1), fill="#e0a800", width=9)
    pen.line([(0, 540), (150, 530), (400, 545), (650, 528), (900, 540)], fill="#5a9e4b", width=16, joint="curve")
    pen.polygon([(120, 530), (380, 110), (640, 530)], fill="#f7c7d9", outline="#b23a6f", width=9)
    pen.polygon([(250, 530), (380, 190), (510, 530)], fill="#fff4f8", outline="#b23a6f", width=7)
    for x, haar, trui in ((325, "#5b3a1e", "#2f7fb8"), (435, "#d98c2b", "#3f7d3a")):
        pen.ellipse((x - 32, 330, x + 32, 394), fill="#f6c9a4", outline="#3b2a20", width=5)
        pen.arc((x - 36, 322, x + 36, 392), 180, 360, fill=haar, width=15)
        pen.ellipse((x - 15, 354, x - 8, 361), fill="#222")
        pen.ellipse((x + 8, 354, x + 15, 361), fill="#222")
        pen.arc((x - 15, 358, x + 15, 384), 20, 160, fill="#b3402e", width=5)
        pen.polygon([(x - 34, 500), (x - 24, 396), (x + 24, 396), (x + 34, 500)], fill=trui, outline="#3b2a20", width=5)
    pen.polygon(
        [(300, 455), (380, 470), (460, 455), (460, 505), (380, 520), (300, 505)], fill="#fff", outline="#222", width=6
    )
    pen.line((380, 470, 380, 520), fill="#222", width=5)
    for y in (472, 486):
        pen.line((318, y, 365, y + 8), fill="#888", width=4)
        pen.line((395, y + 8, 442, y), fill="#888", width=4)
    for x in (700, 745, 790):
        pen.line((x, 530, x, 470), fill="#5a9e4b", width=7)
        pen.ellipse((x - 20, 440, x + 20, 480), fill="#e4795b", outline="#b3402e", width=5)
    return _bijlage(beeld)


def teken_papier(naam: str) -> Bijlage:
    """A signed paper: a few lines, and a scribble under them."""
    beeld = Image.new("RGB", (620, 420), "#fdfdfb")
    pen = ImageDraw.Draw(beeld)
    pen.text((40, 40), f"Akkoord met het handelingsdeel\n\n{naam}", fill="#222", font_size=26)
    for y in (170, 196, 222):
        pen.line((40, y, 540, y), fill="#c9c9c4", width=3)
    krabbel = [
        (80, 330),
        (120, 280),
        (140, 340),
        (175, 285),
        (190, 335),
        (240, 300),
        (270, 330),
        (330, 290),
        (400, 325),
    ]
    pen.line(krabbel, fill="#1b3f8b", width=5, joint="curve")
    pen.line((60, 352, 420, 344), fill="#1b3f8b", width=3)
    return _bijlage(beeld)


def _bijlage(beeld: Image.Image) -> Bijlage:
    uit = io.BytesIO()
    beeld.save(uit, format="PNG")
    return read_bijlage(uit.getvalue(), is_pdf_goed=False)
