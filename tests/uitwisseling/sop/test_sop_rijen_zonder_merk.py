"""A row without marks says no only where its marks would have been seen."""

from tests.uitwisseling.sop.bouw import plein013

LOSSE_MERKEN = """Expertise
binnen de school zelf
beschikbaar
buiten de school snel
toegankelijk
X
X

visuele beperkingen
auditieve beperkingen

X

motorische beperkingen
gedragsproblemen

X
X
"""
OP_DE_REGEL = """Expertise              binnen de school zelf beschikbaar     buiten de school snel toegankelijk
visuele beperkingen                X                           X
auditieve beperkingen
motorische beperkingen             X
gedragsproblemen                                                         X
"""


def test_marks_on_lines_of_their_own_make_no_row_without_marks_certain() -> None:
    rijen = plein013(LOSSE_MERKEN).inhoud.rijen("expertise")

    assert [rij.label for rij in rijen if rij.zekerheid >= 0.9 and not any(rij.cellen.values())] == []
    assert len(rijen) == 4


def test_a_row_without_marks_between_rows_with_marks_on_their_line_is_a_certain_no() -> None:
    rijen = {rij.rij: rij for rij in plein013(OP_DE_REGEL).inhoud.rijen("expertise")}
    leeg = next(rij for rij in rijen.values() if rij.label == "auditieve beperkingen")

    assert (list(leeg.cellen.values()), leeg.zekerheid >= 0.9) == ([False, False], True)
