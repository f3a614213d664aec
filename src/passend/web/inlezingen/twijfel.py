"""Why somebody must look at what was read, in a sentence, and what is asked of them there."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from passend.begrippen.profielinhoud import Methode
from passend.begrippen.sjabloon import Tabel, Veld, Veldsoort
from passend.profielen.actions.inlezingen import is_geen_dag
from passend.profielen.actions.veldvormen import heeft_vorm

OVER_TWIJFEL = frozenset({"rij_dubbel", "rij_leeg"})  # warnings that say the same, with the name of the row before it
_OP_ZICHT = frozenset({Methode.WITRUIMTE.value, Methode.GEOMETRIE.value})


def waarom(tabel: Tabel | None, veld: Veld | None, inhoud: Mapping[str, Any]) -> str:
    """What makes this doubtful."""
    if tabel is not None:
        return _waarom_rij(inhoud)
    if veld is None:
        return _("Het is niet zeker dat deze tekst hier hoort, of dat hij compleet is.")
    if not inhoud["waarde"]:
        return _("Hier is niets gelezen, en dat is niet zeker.")
    return _waarom_veld(veld, inhoud)


def _waarom_veld(veld: Veld, inhoud: Mapping[str, Any]) -> str:
    if is_onleesbare_dag(veld, inhoud):
        return _("Dit staat niet als datum in het document.")
    if not heeft_vorm(inhoud["waarde"], veld.soort):
        return _("Dit heeft niet de vorm die hier hoort.")
    if veld.soort is Veldsoort.LINK:
        return _("Het document noemt dit webadres, maar zegt er niet bij dat het hierbij hoort.")
    return _("Het is niet zeker dat dit hier hoort, of dat het compleet is.")


def _waarom_rij(inhoud: Mapping[str, Any]) -> str:
    if vraagt_keuze(inhoud):
        return _("Er stonden twee kruisjes, en er kan er maar een gelden.")
    if inhoud["waarde"] is None and not any(inhoud["cellen"].values()):
        return _("In deze rij is geen kruisje te zien.")
    if inhoud["bron"]["methode"] in _OP_ZICHT:
        return _("De kolom is niet goed te zien.")
    return _("Op twee manieren gelezen, kwam hier niet hetzelfde uit.")


def is_onleesbare_dag(veld: Veld | None, inhoud: Mapping[str, Any]) -> bool:
    """True when words stand where a day belongs."""
    return veld is not None and veld.soort is Veldsoort.DATUM and is_geen_dag(inhoud["waarde"])


def vraagt_keuze(inhoud: Mapping[str, Any]) -> bool:
    """True for a row with more marks than one, so that none of them counts yet."""
    return inhoud["waarde"] is None and sum(cel is True for cel in inhoud.get("cellen", {}).values()) > 1
