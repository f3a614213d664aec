"""Reading what somebody handed in takes turns, so that the rest of the site keeps a thread of its own.

No more is read at once than there are processors. The next one waits shortly; who comes when somebody waits already is
told so at once, for a thread that waits serves nobody either.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings
from django.utils.translation import gettext as _

from passend.documenten.document import DocumentError

WACHTENDEN = 1
LEZERS = max(1, min(os.cpu_count() or 1, settings.DRADEN - WACHTENDEN - 1))
SECONDEN = 5.0


class DrukteError(DocumentError):
    """All turns are taken; nothing is wrong with the file."""


class Leesbeurten:
    """So many who read, and so many who wait for it."""

    def __init__(self, *, lezers: int, wachtenden: int, seconden: float) -> None:
        self._deur = BoundedSemaphore(lezers + wachtenden)
        self._plek = BoundedSemaphore(lezers)
        self._seconden = seconden

    @contextmanager
    def neem(self) -> Iterator[None]:
        """Read within this.

        Raises:
            DrukteError: it is not one's turn within a few seconds, or others wait already.
        """
        with _houd(self._deur, 0), _houd(self._plek, self._seconden):
            yield


@contextmanager
def _houd(plek: BoundedSemaphore, seconden: float) -> Iterator[None]:
    if not plek.acquire(timeout=seconden):
        raise DrukteError(
            _("Er worden nu al andere bestanden gelezen. Er is niets bewaard. Wacht een minuut en probeer het opnieuw.")
        )
    try:
        yield
    finally:
        plek.release()


leesbeurten = Leesbeurten(lezers=LEZERS, wachtenden=WACHTENDEN, seconden=SECONDEN)
