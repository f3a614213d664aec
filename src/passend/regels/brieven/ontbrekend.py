"""What was missing for a decision, and what the school found otherwise than the parents, in words for the parents."""

from collections.abc import Iterable, Iterator, Mapping

ONTBREKEND = {
    "beoordeling": "kijken wat uw kind nodig heeft",
    "beoordeling_later": "wachten met het besluit tot de school had gekeken wat uw kind nodig heeft",
    "ouders_gehoord": "met u praten over een school die past",
    "bereid": "een andere school vinden die uw kind wil toelaten",
    "bereid_ingetrokken": "een andere school vinden die uw kind wil toelaten",
    "bereid_tlv": "een toelaatbaarheidsverklaring voor de andere school",
    "grond_bereid": "een andere school vinden die uw kind wil toelaten",
    "leraar_gehoord": "met de leerkracht praten",
    "contact": "praten met de school waar uw kind nu zit",
    "vol_bewijs": "vastleggen dat de groep vol is",
    "vol_beleid": "een toelatingsbeleid dat openbaar was voordat u uw kind aanmeldde",
    "vol_eerder": "laten zien dat het toelatingsbeleid al openbaar was voordat u uw kind aanmeldde",
    "vol_gevolgd": "het toelatingsbeleid volgen, zoals voor elk ander kind",
    "vol_groep": "vastleggen dat de groep vol is waar uw kind in zou komen",
    "grondslag_gevraagd": "u vragen of u de grondslag van de school respecteert",
    "grondslag_geweigerd": "uw antwoord over de grondslag van de school",
    "openbaar_dichtbij": "nagaan of er een openbare school is op redelijke afstand van uw huis",
    "aanvullen_gevraagd": "u de kans geven de aanmelding aan te vullen",
    "aanvullen_loopt": "wachten tot de dag waarop u de aanmelding kon aanvullen",
    "niet_behandelen_te_laat": "dit besluiten binnen vier weken",
    "tlv": "een toelaatbaarheidsverklaring",
    "tlv_voorbij": "een toelaatbaarheidsverklaring die nog geldt",
}
MISSING = {
    "beoordeling": "looking at what your child needs",
    "beoordeling_later": "waiting with the decision until the school had looked at what your child needs",
    "ouders_gehoord": "talking with you about a school that fits",
    "bereid": "finding another school that is willing to admit your child",
    "bereid_ingetrokken": "finding another school that is willing to admit your child",
    "bereid_tlv": "a statement of admissibility for the other school",
    "grond_bereid": "finding another school that is willing to admit your child",
    "leraar_gehoord": "talking with the teacher",
    "contact": "talking with the school where your child is now",
    "vol_bewijs": "putting on record that the group is full",
    "vol_beleid": "an admission policy that was public before you applied",
    "vol_eerder": "showing that the admission policy was public before you applied",
    "vol_gevolgd": "following the admission policy, as for every other child",
    "vol_groep": "noting that the group is full that your child would come into",
    "grondslag_gevraagd": "asking you whether you respect the denominational basis of the school",
    "grondslag_geweigerd": "your answer about the denominational basis of the school",
    "openbaar_dichtbij": "finding out whether there is a public school within reasonable distance of your home",
    "aanvullen_gevraagd": "giving you the chance to complete the application",
    "aanvullen_loopt": "waiting until the day by which you could complete the application",
    "niet_behandelen_te_laat": "deciding this within four weeks",
    "tlv": "a statement of admissibility",
    "tlv_voorbij": "a statement of admissibility that still holds",
}
BIJ_VERWIJDERING = {**ONTBREKEND, "ouders_gehoord": "met u praten over de verwijdering"}
AT_REMOVAL = {**MISSING, "ouders_gehoord": "talking with you about the removal"}


def afwijking(reden: str, codes: Iterable[str], woorden: Mapping[str, str] = ONTBREKEND) -> Iterator[str]:
    """That the board decided although something was missing: what, and its reason; nothing without a reason.

    >>> list(afwijking("Spoed.", ["ouders_gehoord"]))[0]
    'Het bestuur besloot, terwijl dit nog niet klaar was: met u praten over een school die past.'
    """
    if not reden:
        return
    wat = list(dict.fromkeys(woorden[code] for code in codes if code in woorden))
    if wat:
        yield f"Het bestuur besloot, terwijl dit nog niet klaar was: {'; '.join(wat)}."
    yield f"Het bestuur week af van wat eerst klaar moest zijn. De reden daarvoor: {reden}"


def deviation(reden: str, codes: Iterable[str], woorden: Mapping[str, str] = MISSING) -> Iterator[str]:
    """`afwijking` in English.

    >>> list(deviation("", ["bereid"]))
    []
    """
    if not reden:
        return
    wat = list(dict.fromkeys(woorden[code] for code in codes if code in woorden))
    if wat:
        yield f"The board decided while this was not ready yet: {'; '.join(wat)}."
    yield f"The board decided although something had to be ready first. Its reason, as it was written: {reden}"


def bevonden(kind: str, waarom: str) -> Iterator[str]:
    """That the parents asked for extra help and the school found none needed, with its reason; nothing without one.

    >>> list(bevonden("Noa", ""))
    []
    """
    if waarom:
        yield (
            f"U schreef dat {kind} extra hulp nodig heeft. De school keek ernaar en vindt iets anders, hierom: {waarom}"
        )


def found(kind: str, waarom: str) -> Iterator[str]:
    """`bevonden` in English.

    >>> list(found("Noa", ""))
    []
    """
    if waarom:
        yield (
            f"You wrote that {kind} needs extra help. The school looked at that and finds otherwise. Its reason, as it "
            f"was written: {waarom}"
        )
