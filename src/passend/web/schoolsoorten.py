"""What the kinds of schools are called on a page."""

from django.utils.translation import gettext_lazy as _

from passend.begrippen.aanmelding import Andereschool

SCHOOLSOORTEN = {
    Andereschool.BASISSCHOOL.value: _("Basisschool"),
    Andereschool.SBO.value: _("Speciaal basisonderwijs (sbo)"),
    Andereschool.SO.value: _("Speciaal onderwijs (so)"),
    Andereschool.INSTELLING.value: _("School voor slechtziende, dove of taalzwakke kinderen"),
}
