"""Numbers of the law as dated data: each with the day it holds from, its article, and when it was last checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from passend.begrippen.vindplaats import Vindplaats


class GeenWaardeError(LookupError):
    """No value holds on that day; the text says from which day there is one."""


@dataclass(frozen=True, slots=True)
class Waarde:
    """One value of a parameter: the day it holds from, its facts, and where they stand."""

    geldig_van: date
    gecontroleerd_op: date
    vindplaats: Vindplaats
    feiten: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with its values, newest first; `wat` and `vanaf` say it in words."""

    code: str
    wat: str
    vanaf: str
    waarden: tuple[Waarde, ...]

    def op(self, peildatum: date) -> Waarde:
        """The value on a day.

        Raises:
            GeenWaardeError: the day lies before the first value.
        """
        for waarde in self.waarden:
            if waarde.geldig_van <= peildatum:
                return waarde
        eerste = self.waarden[-1].geldig_van
        raise GeenWaardeError(
            f"Voor {peildatum:%d-%m-%Y} is er geen regel over {self.wat}. Kies een dag vanaf {eerste:%d-%m-%Y}."
        )


@cache
def load_parameters(naam: str) -> Mapping[str, Parameter]:
    """The parameters of one file in `parameters/`, by their code."""
    ruw = tomllib.loads(files("passend.regels").joinpath("parameters", f"{naam}.toml").read_bytes().decode())
    return {code: _parameter(code, deel) for code, deel in ruw.items()}


def _parameter(code: str, deel: Mapping[str, Any]) -> Parameter:
    waarden = sorted((_waarde(ruw) for ruw in deel["waarden"]), key=lambda waarde: waarde.geldig_van, reverse=True)
    return Parameter(code, deel["wat"], deel["vanaf"], tuple(waarden))


def _waarde(ruw: Mapping[str, Any]) -> Waarde:
    over = dict(ruw)
    geldig_van, gecontroleerd_op = over.pop("geldig_van"), over.pop("gecontroleerd_op")
    vindplaats = Vindplaats(
        regeling=over.pop("regeling"),
        artikel=over.pop("artikel"),
        adres=over.pop("adres"),
        is_beleid=over.pop("beleid"),
    )
    return Waarde(geldig_van, gecontroleerd_op, vindplaats, over)
