"""The body of the pages, for use inside the site or in a page of its own."""

from markupsafe import Markup

from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.htmlzetter import zet_fragment
from passend.documenten.zetten.ouders import bouw_ouders
from passend.documenten.zetten.schoolgids import bouw_schoolgids
from passend.documenten.zetten.woorden import Taal


def ouders_fragment(uitgave: Uitgave, taal: Taal) -> Markup:
    """The page for parents from its first h2, without styles."""
    return zet_fragment(bouw_ouders(uitgave, taal))


def schoolgids_fragment(uitgave: Uitgave) -> Markup:
    """The chapter of the schoolgids from its first h2, without styles."""
    return zet_fragment(bouw_schoolgids(uitgave))
