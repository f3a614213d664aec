"""HTML from pieces: a fragment for inside a page, or a page that stands alone and works without a network."""

from collections.abc import Iterable, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from passend.begrippen.profielinhoud import Structuurdeel
from passend.documenten.zetten.kleuren import kleuren_van
from passend.documenten.zetten.structuurtekening import teken
from passend.documenten.zetten.stukken import Stuk
from passend.documenten.zetten.woorden import Taal


def zet_fragment(stukken: Iterable[Stuk]) -> Markup:
    """The pieces as HTML with every word escaped."""
    html = _omgeving().get_template("stukken.jinja").render(stukken=tuple(stukken))
    return Markup(html.strip())  # noqa: S704 -- rendered by Jinja with autoescape on


def zet_pagina(inhoud: Markup, *, titel: str, ondertitel: str, taal: Taal, kleur: str) -> bytes:
    """A whole page, with its own small style sheet."""
    pagina = _omgeving().get_template("pagina.jinja")
    return pagina.render(
        inhoud=inhoud, titel=titel, ondertitel=ondertitel, taal=taal, kleuren=kleuren_van(kleur)
    ).encode()


@cache
def _omgeving() -> Environment:
    omgeving = Environment(
        loader=PackageLoader("passend.documenten.zetten", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    omgeving.filters["teken"] = _tekening
    return omgeving


def _tekening(delen: Sequence[Structuurdeel]) -> Markup:
    return Markup(teken(delen))  # noqa: S704 -- `teken` escapes every word itself
