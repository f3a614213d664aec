"""Which law a decision stands in: nothing is decided before somebody said whether the school is public."""

from passend.begrippen.termijn import Poortbezwaar
from passend.organisaties.models import Vestiging
from passend.regels.aanmeldingsfeiten import wpo
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.queries.aanmeldingen import get_beleid

ZIN = (
    "Zeg eerst bij Plaats en beleid of dit een openbare of een bijzondere school is. Daarvan hangt af hoe de ouders "
    "bezwaar maken. De directeur of het bestuur vult dit in."
)


def check_schoolsoort(vestiging: Vestiging) -> tuple[Poortbezwaar, ...]:
    """What is missing as long as nobody said which kind of school this is (WPO 63 against Awb); nothing after that."""
    if get_beleid(vestiging=vestiging) is not None:
        return ()
    return (Poortbezwaar(code="schoolsoort", zin=ZIN, vindplaats=wpo("63")),)


def require_schoolsoort(vestiging: Vestiging) -> None:
    """Stop a decision or a letter that would say the wrong way to object.

    Raises:
        ToelatingError: nobody said yet whether this school is public.
    """
    if bezwaren := check_schoolsoort(vestiging):
        raise ToelatingError(*(bezwaar.zin for bezwaar in bezwaren))
