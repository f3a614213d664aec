"""The plan of the pupil of the world, and what each of its addresses expects of whom."""

from collections.abc import Callable

from tests.factories.leerlingen import Gezin
from tests.factories.opp import SCAN, hoor, maak_plan
from tests.factories.plannen import maak_voorstel
from tests.factories.profielen import OP
from tests.web.grenzen.rij import FOUT_IN_FORMULIER, OK, WEG, Rij

from passend.begrippen.opp import Stemwijze
from passend.plannen.actions.opp import offer_opp

SCHRIJVERS = {"directeur", "intern_begeleider"}
TEAM = {*SCHRIJVERS, "leerkracht"}


def rijen_van_opp(gezin: Gezin, dossier: Callable[..., Rij]) -> dict[str, Rij]:
    """The addresses of the plan of this pupil: laid before the parents, with a drawing, and not ripe to be set."""
    plan = maak_plan(gezin)
    stem = hoor(plan, wijze=Stemwijze.TEKENING, tekening=SCAN)
    offer_opp(actor=gezin.school.directeur, versie=plan.versie, op=OP)
    van, ouder = {"waarden": {"pk": stem.pk}}, gezin.relatie.pk
    leerkracht, fout = {*SCHRIJVERS, "leerkracht"}, FOUT_IN_FORMULIER
    return {
        "opps": Rij(lezen=TEAM),
        "groepsstem": Rij(lezen=TEAM, sturen=TEAM, gestuurd=fout),
        "groepsstem_antwoord": Rij(sturen=TEAM, gestuurd=WEG, waarden={"pk": 1}),
        "opp": dossier({*leerkracht, "ouder"}, door={"ouder"}),
        "opp_begin": dossier(sturen=SCHRIJVERS, gestuurd=fout),
        "opp_voorstel": dossier(sturen=SCHRIJVERS, gestuurd=fout, waarden={"pk": maak_voorstel(gezin).pk}),
        "opp_begin_anders": dossier(sturen=SCHRIJVERS, gestuurd=fout),
        "opp_intrekken": dossier(sturen=SCHRIJVERS, gestuurd=fout),
        "opp_deel": dossier(
            leerkracht,
            sturen=leerkracht,
            gestuurd=OK,
            waarden={"deelcode": "werkt"},
            velden={"waarde": "Rust", "versie": 0},
        ),
        "opp_gewoon": dossier(sturen=leerkracht),
        "opp_regel": dossier(sturen=leerkracht, velden={"aanpak": "Samen lezen", "wie": "juf"}),
        "opp_regel_weg": dossier(sturen=leerkracht, velden={"regel": "1"}),
        "opp_voorleggen": dossier(sturen=SCHRIJVERS),
        "opp_overleg": dossier(
            sturen=SCHRIJVERS, velden={"op": "2026-10-01", "gezegd": "Goed", f"ouder-{ouder}": "erbij"}
        ),
        "opp_papier": dossier(sturen=SCHRIJVERS, velden={"ouder": ouder, "antwoord": "akkoord"}, gestuurd=fout),
        "opp_vaststellen": dossier(sturen=SCHRIJVERS, gestuurd=fout),
        "opp_versie": dossier(sturen=SCHRIJVERS, gestuurd=fout),
        "opp_evaluatie": dossier(sturen=SCHRIJVERS, velden={"op": "2026-10-01"}, gestuurd=fout),
        "opp_stem": dossier(
            leerkracht, sturen=leerkracht, gestuurd=OK, velden={"wijze": "eigen_woorden", "gezegd": "Samen"}
        ),
        "opp_stem_antwoord": dossier(sturen=leerkracht, velden={"gedaan": "Een maatje"}, **van),
        "opp_bestand": dossier({*leerkracht, "ouder"}, waarden={"pk": stem.bestand.pk}),
        "opp_ouder": dossier({*SCHRIJVERS, "ouder"}),
        "opp_antwoord": dossier(sturen={"ouder"}, velden={"antwoord": "gezien", "nummer": 1}),
        "opp_zienswijze": dossier(sturen={"ouder"}, velden={"zienswijze": "Fijn", "nummer": 1}),
        "opp_pdf": dossier({*leerkracht, "ouder"}, waarden={"nummer": 1}),
    }
