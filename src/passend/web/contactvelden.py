"""The form of a talk with another school, the same at a case, at a file that came and at a report that goes."""

from django.http import QueryDict

from passend.begrippen.overstap import Contactreden, Contactwijze
from passend.toelating.actions.contact import Contactgegevens
from passend.web.leerlingen.verzoek import lees_dag


def lees_contact(velden: QueryDict) -> Contactgegevens | None:
    """A talk out of a form; None when there is no day, no means or no reason."""
    op, wijze, reden = lees_dag(velden.get("op", "")), velden.get("wijze", ""), velden.get("reden", "")
    if op is None or wijze not in set(Contactwijze) or reden not in set(Contactreden):
        return None
    woorden = {naam: velden.get(naam, "") for naam in ("andere_school", "wie_daar", "wie_hier", "waarover")}
    return Contactgegevens(op=op, wijze=Contactwijze(wijze), reden=Contactreden(reden), **woorden)
