"""What each address of a pupil who goes to another school, or comes from one, expects of whom."""

from dataclasses import replace
from typing import Any

from tests.factories.leerlingen import Gezin
from tests.factories.oso import maak_popo_met
from tests.factories.overstap import BERICHT, maak_rapport
from tests.factories.profielen import OP, School
from tests.web.grenzen.rij import BIJ_PIP, FOUT_IN_FORMULIER, OK, SCHRIJVERS, WEG

from passend.begrippen.bijlage import Bijlage
from passend.overstap.actions.bestand import keep_bestand
from passend.overstap.actions.ouderbericht import tell_ouder
from passend.overstap.actions.sleutels import add_sleutelkaart, keep_schoolsleutel
from passend.uitwisseling.oso.bijlagen import pak_in
from passend.uitwisseling.oso.bouwstenen import Document
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso
from passend.uitwisseling.passend.sleutels import maak_sleutels

PLAN = Document(bestandsnaam="plan.txt", bestandsinhoud=pak_in("plan.txt", b"Elke dag lezen."))
DIRECTEUR = {"directeur"}
LEZERS = {*SCHRIJVERS, "ouder"}


def rijen_van_overstap(gezin: Gezin) -> dict[str, dict[str, Any]]:
    """The addresses of a report that was set, and of a file that waits."""
    rapport = maak_rapport(gezin, is_verteld=False)
    bericht = tell_ouder(
        actor=gezin.school.intern_begeleider,
        rapport=rapport,
        ouder=gezin.relatie,
        bericht=replace(BERICHT, scan=Bijlage(extensie="png", inhoud=b"een plaatje")),
        op=OP,
    )
    school, xml = gezin.school, schrijf_oso(maak_popo_met(PLAN))
    bestand = keep_bestand(
        actor=school.intern_begeleider,
        vestiging=school.vestiging,
        opgave=maak_opgave(lees_oso(xml)),
        inhoud=xml,
        op=OP,
    )
    leerling = {"code": "99AA00", "sleutel": str(gezin.leerling.sleutel)}
    contact = {
        "op": "2026-09-01",
        "andere_school": "De Kiem",
        "wie_daar": "Sam",
        "wie_hier": "Noor",
        "wijze": "telefoon",
        "reden": "aanmelding",
        "waarover": "Of het past.",
    }

    def pip(**feiten: Any) -> dict[str, Any]:
        return {"binnen": BIJ_PIP, "van_school": False, "waarden": leerling, **feiten}

    def hier(**feiten: Any) -> dict[str, Any]:
        return {"waarden": {"code": "99AA00", "pk": bestand.pk}, **feiten}

    return {
        "rapport": pip(lezen=LEZERS),
        "rapport_begin": pip(sturen=SCHRIJVERS),
        "rapport_tekst": pip(sturen=SCHRIJVERS),
        "rapport_bestemming": pip(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "rapport_vaststellen": pip(sturen=DIRECTEUR, gestuurd=FOUT_IN_FORMULIER),
        "rapport_adres": pip(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "rapport_ouders": pip(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "rapport_scan": {
            "binnen": BIJ_PIP,
            "van_school": False,
            "lezen": SCHRIJVERS,
            "waarden": {**leerling, "pk": bericht.pk},
        },
        "rapport_gelezen": pip(sturen={"ouder"}),
        "rapport_reactie": pip(sturen={"ouder"}, velden={"eens": "Ja"}),
        "rapport_contact": pip(sturen=SCHRIJVERS, velden=contact),
        "rapport_bestand": pip(sturen=LEZERS, gestuurd=OK, velden={"vorm": "pdf"}),
        "overstap": {"lezen": SCHRIJVERS, "sturen": SCHRIJVERS, "gestuurd": FOUT_IN_FORMULIER},
        "overstapbestand": hier(lezen=SCHRIJVERS),
        "overstap_bijlage": {"lezen": SCHRIJVERS, "waarden": {"code": "99AA00", "pk": bestand.pk, "nummer": 1}},
        "overstap_contact": hier(sturen=SCHRIJVERS, velden=contact),
        "overstap_overnemen": hier(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "overstap_weg": hier(sturen=SCHRIJVERS),
        "overstap_bewijs": hier(lezen=SCHRIJVERS, gelezen=WEG),
        "rapport_bewijs": pip(sturen=SCHRIJVERS, gestuurd=FOUT_IN_FORMULIER),
        "sleutels": {"lezen": SCHRIJVERS, "sturen": SCHRIJVERS, "gestuurd": FOUT_IN_FORMULIER},
        "sleutelkaart": {"lezen": SCHRIJVERS},
        "sleutelkaart_klopt": {"sturen": SCHRIJVERS, "velden": {"kaart": _kaart(school)}},
    }


def _kaart(school: School) -> int:
    """The key of a card of another school; this school has keys of its own too."""
    eigen, ander = maak_sleutels(), maak_sleutels().kaart(school="De Kiem", brin="99AB00")
    wie, waar = school.intern_begeleider, school.vestiging
    kaart = eigen.kaart(school=str(waar), brin=waar.code).als_dict()
    keep_schoolsleutel(actor=wie, vestiging=waar, geheim=eigen.als_bytes(), kaart=kaart, op=OP)
    bewaard = add_sleutelkaart(
        actor=wie, vestiging=waar, school=ander.school, kaart=ander.als_dict(), vingerafdruk=ander.vingerafdruk, op=OP
    )
    return bewaard.pk
