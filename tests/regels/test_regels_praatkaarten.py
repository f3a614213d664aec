"""With the cards a child can say of the same thing that it goes well and that it is hard, or something else."""

from passend.regels.praatkaarten import KOPPEN, PRAATKAARTEN


def test_reading_and_arithmetic_can_go_well_too_and_each_question_has_something_else() -> None:
    per_kop = {kop: [een.code for een in PRAATKAARTEN.values() if een.over == kop] for kop in KOPPEN}

    assert {"lezen_goed", "rekenen_goed"} <= set(per_kop["goed"])
    assert all(f"anders_{kop}" in codes for kop, codes in per_kop.items())
