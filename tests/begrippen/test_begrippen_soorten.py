from collections import Counter

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.soorten import GROEP_BIJ_CODE, SOORT_BIJ_CODE, SOORTEN


def test_every_code_of_a_kind_of_support_is_unique() -> None:
    assert [code for code, aantal in Counter(soort.code for soort in SOORTEN).items() if aantal > 1] == []


def test_every_kind_of_support_belongs_to_a_group_that_exists() -> None:
    assert [soort.code for soort in SOORTEN if soort.groep not in GROEP_BIJ_CODE] == []


def test_every_group_has_a_kind_of_support() -> None:
    assert {soort.groep for soort in SOORTEN} == set(GROEP_BIJ_CODE)


def test_every_row_of_the_shipped_templates_has_a_kind_of_support_in_the_vocabulary() -> None:
    rijen = [
        (sjabloon.code, rij.code, rij.soort)
        for sjabloon in load_sjablonen()
        for tabel in sjabloon.tabellen()
        for rij in tabel.rijen
    ]

    assert [rij for rij in rijen if rij[2] not in SOORT_BIJ_CODE] == []
