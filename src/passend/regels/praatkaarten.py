"""The picture cards with which a child can say what it thinks: a picture and a few words, in the words of a child."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Praatkaart:
    """One card: its words, and what it is about; the picture has the same name as the code."""

    code: str
    woorden: str
    over: Literal["goed", "lastig", "wens"]


PRAATKAARTEN: Final[Mapping[str, Praatkaart]] = {
    kaart.code: kaart
    for kaart in (
        Praatkaart(code="blij", woorden="Ik ben blij op school", over="goed"),
        Praatkaart(code="vrienden", woorden="Ik heb vrienden", over="goed"),
        Praatkaart(code="bewegen", woorden="Ik vind bewegen fijn", over="goed"),
        Praatkaart(code="maken", woorden="Ik maak graag iets", over="goed"),
        Praatkaart(code="lezen_goed", woorden="Lezen gaat goed", over="goed"),
        Praatkaart(code="rekenen_goed", woorden="Rekenen gaat goed", over="goed"),
        Praatkaart(code="anders_goed", woorden="Iets anders gaat goed", over="goed"),
        Praatkaart(code="verdrietig", woorden="Ik ben soms verdrietig", over="lastig"),
        Praatkaart(code="druk", woorden="Het is te druk", over="lastig"),
        Praatkaart(code="lezen", woorden="Lezen is moeilijk", over="lastig"),
        Praatkaart(code="rekenen", woorden="Rekenen is moeilijk", over="lastig"),
        Praatkaart(code="anders_lastig", woorden="Iets anders is lastig", over="lastig"),
        Praatkaart(code="hulp", woorden="Ik wil meer hulp", over="wens"),
        Praatkaart(code="zelf", woorden="Ik wil het zelf doen", over="wens"),
        Praatkaart(code="rust", woorden="Ik wil een rustige plek", over="wens"),
        Praatkaart(code="samen", woorden="Ik wil samen werken", over="wens"),
        Praatkaart(code="anders_wens", woorden="Ik wil iets anders", over="wens"),
    )
}
KOPPEN: Final[Mapping[str, str]] = {
    "goed": "Dit gaat goed",
    "lastig": "Dit is lastig",
    "wens": "Dit wil ik graag",
}
