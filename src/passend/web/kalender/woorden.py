"""What the log says of the agenda and the first screen, in words for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HANDELINGEN: dict[str, Promise] = {
    "open_agenda": _("keek in de eigen agenda"),
    "open_start": _("keek naar de eigen taken"),
}
