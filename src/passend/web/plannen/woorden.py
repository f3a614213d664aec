"""What plans say in codes, in words for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from passend.begrippen.hgw import Cluster, Kenmerksoort, Uitkomst
from passend.begrippen.volgen import Vak
from passend.regels.planevaluatie import Evaluatiestand

VAKKEN: dict[str, Promise] = {
    Vak.REKENEN: _("rekenen"),
    Vak.TECHNISCH_LEZEN: _("technisch lezen"),
    Vak.BEGRIJPEND_LEZEN: _("begrijpend lezen"),
    Vak.SPELLING: _("spelling"),
    Vak.TAALVERZORGING: _("taalverzorging"),
    Vak.WOORDENSCHAT: _("woordenschat"),
    Vak.BEGRIJPEND_LUISTEREN: _("begrijpend luisteren"),
    Vak.ENGELS: _("Engels"),
    Vak.STUDIEVAARDIGHEDEN: _("studievaardigheden"),
    Vak.WERELDORIENTATIE: _("wereldoriëntatie"),
    Vak.SOCIAAL_EMOTIONEEL: _("sociaal-emotioneel"),
    Vak.LEERAANPAK: _("leeraanpak"),
}
"""In the order in which a school looks at them."""
KORT: dict[str, Promise] = {
    Vak.TECHNISCH_LEZEN: _("techn. lezen"),
    Vak.BEGRIJPEND_LEZEN: _("begr. lezen"),
    Vak.BEGRIJPEND_LUISTEREN: _("begr. luisteren"),
    Vak.SOCIAAL_EMOTIONEEL: _("soc.-emotioneel"),
}
CLUSTERS: dict[str, Promise] = {
    Cluster.VERDIEPT: _("verdiept"),
    Cluster.BASIS: _("basis"),
    Cluster.INTENSIEF: _("intensief"),
}
UITKOMSTEN: dict[str, Promise] = {
    Uitkomst.BEHAALD: _("behaald"),
    Uitkomst.DEELS: _("deels behaald"),
    Uitkomst.NIET: _("niet behaald"),
}
SOORTEN: dict[str, Promise] = {
    Kenmerksoort.BEVORDEREND: _("Wat helpt"),
    Kenmerksoort.BELEMMEREND: _("Wat zit in de weg"),
    Kenmerksoort.BEHOEFTE: _("Wat is nodig"),
}
STANDEN: dict[str, Promise] = {
    Evaluatiestand.LOOPT: _("loopt"),
    Evaluatiestand.BINNENKORT: _("bijna evalueren"),
    Evaluatiestand.TE_LAAT: _("evaluatie te laat"),
    Evaluatiestand.GEDAAN: _("geëvalueerd"),
}
TONEN = {Evaluatiestand.LOOPT: "teal", Evaluatiestand.BINNENKORT: "let-op", Evaluatiestand.TE_LAAT: "fout"}
UITKOMSTTONEN = {Uitkomst.BEHAALD: "goed", Uitkomst.DEELS: "let-op", Uitkomst.NIET: "fout"}
