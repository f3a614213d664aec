"""Which school accounts may open an account of ours."""

import pytest

from passend.regels.schoolaccount import Schoolbezwaar, check_schoolaccount

ONZE = ["99AB00", "99AB01"]


@pytest.mark.parametrize(
    ("soorten", "instelling", "codes", "verwacht"),
    [
        (["employee"], "99AB", ONZE, None),
        (["staff"], "99ab", ONZE, None),
        (["employee"], "99AB01", ONZE, None),
        (["affiliate"], " 99AB00 ", ONZE, None),
        (["employee"], "99AB02", ONZE, Schoolbezwaar.ANDERE_SCHOOL),
        (["employee"], "99AC", ONZE, Schoolbezwaar.ANDERE_SCHOOL),
        (["employee"], "99AB", [], Schoolbezwaar.ANDERE_SCHOOL),
        (["student"], "99AB", ONZE, Schoolbezwaar.LEERLING),
        (["employee", "Student"], "99AB", None, Schoolbezwaar.LEERLING),
        (["employee"], "99AB", None, Schoolbezwaar.ONBEKEND),
        (["employee"], "", ONZE, Schoolbezwaar.GEEN_SCHOOL),
        (["employee"], "9", ONZE, Schoolbezwaar.GEEN_SCHOOL),
        ([], "99AB0", ONZE, Schoolbezwaar.GEEN_SCHOOL),
    ],
)
def test_school_account_opens_an_account_of_its_own_school_only(
    soorten: list[str], instelling: str, codes: list[str] | None, verwacht: Schoolbezwaar | None
) -> None:
    assert check_schoolaccount(soorten=soorten, instelling=instelling, codes=codes) == verwacht
