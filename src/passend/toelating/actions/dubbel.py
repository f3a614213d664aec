"""One child, one registration: a form that is sent twice is one, and who is noted already is not noted again."""

from collections.abc import Iterable, Sequence

from passend.organisaties.models import Vestiging
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import Aanmelder, Kindgegevens, ToelatingError
from passend.toelating.models import Aanmelding
from passend.toelating.queries.aanmeldingen import find_zelfde_kind, list_ouders_bij
from passend.toelating.queries.zaken import get_zaak

AL_AANGEMELD = (
    "Dit kind is al aangemeld. U kreeg daarvan een e-mail als bewijs, met het adres van uw eigen pagina. Nog een keer "
    "aanmelden hoeft niet."
)


class DubbelError(ToelatingError):
    """A child with this name and birthday was noted here already; `zaak` is that registration."""

    def __init__(self, zin: str, zaak: Aanmelding) -> None:
        super().__init__(zin)
        self.zaak = zaak


def hold_vestiging(vestiging: Vestiging) -> None:
    """Let registrations of one school come in one after the other, until the end of this one."""
    Vestiging.objects.select_for_update(no_key=True).get(pk=vestiging.pk)


def find_herhaalde(
    *, door: Account | None, vestiging: Vestiging, kind: Kindgegevens, ouders: Sequence[Aanmelder]
) -> Aanmelding | None:
    """The open registration that somebody sent before, word for word; None when this is news."""
    for een in _open(vestiging, kind):
        zelfde_kind = all(getattr(een, veld) == getattr(kind, veld) for veld in kind.__slots__)
        if zelfde_kind and een.ingevoerd_door_id == (door.pk if door else None) and _van(ouders) == _bij(een):
            return een
    return None


def check_al_aangemeld(*, vestiging: Vestiging, kind: Kindgegevens, ouders: Sequence[Aanmelder]) -> None:
    """Refuse the form of parents who registered this child already; only they hear that it is there.

    Somebody with another e-mail address learns nothing of a child by its name and birthday: that form comes in, and the
    school sees that there are two.

    Raises:
        DubbelError: one of these parents registered this child here, and nothing is decided yet.
    """
    adressen = {email.casefold() for _naam, email in _van(ouders) if email}
    for een in _open(vestiging, kind):
        if adressen & {email.casefold() for _naam, email in _bij(een)}:
            raise DubbelError(AL_AANGEMELD, een)


def check_dubbel(vestiging: Vestiging, kind: Kindgegevens) -> None:
    """Refuse to note a child a second time: two cases have two clocks.

    Raises:
        DubbelError: a child with this name and birthday is noted here.
    """
    zelfde = _zelfde(vestiging, kind)
    if zelfde:
        zin = (
            "Een kind met deze naam en geboortedatum is hier al genoteerd, binnen op "
            f"{zelfde[-1].ontvangen_op:%d-%m-%Y}. Kijk eerst daar. Is dit toch een andere aanmelding, zet dan het "
            "vinkje."
        )
        raise DubbelError(zin, zelfde[-1])


def _zelfde(vestiging: Vestiging, kind: Kindgegevens) -> list[Aanmelding]:
    gevonden = list(
        find_zelfde_kind(
            vestiging=vestiging, voornaam=kind.voornaam, achternaam=kind.achternaam, geboren_op=kind.geboren_op
        )
    )
    for een in gevonden:
        een.vestiging = vestiging
    return gevonden


def _open(vestiging: Vestiging, kind: Kindgegevens) -> Iterable[Aanmelding]:
    """Those on which nothing was decided, and that were not withdrawn."""
    for een in _zelfde(vestiging, kind):
        zaak = get_zaak(aanmelding=een)
        if zaak.feiten.besluit is None and not zaak.is_gesloten:
            yield een


def _van(ouders: Iterable[Aanmelder]) -> list[tuple[str, str]]:
    return [(een.naam.strip(), een.email.strip()) for een in ouders]


def _bij(aanmelding: Aanmelding) -> list[tuple[str, str]]:
    return [(een.naam, een.email) for een in list_ouders_bij(aanmelding=aanmelding) if een.naam or een.email]
