"""All that comes out of a profile: documents to hand out, pages to read, data to reuse."""

from passend.uitwisseling.uitgaven.fragmenten import ouders_fragment, schoolgids_fragment
from passend.uitwisseling.uitgaven.maken import maak
from passend.uitwisseling.uitgaven.uitlezing import uitgave_uit_lezing
from passend.uitwisseling.uitgaven.vorm import Vorm

__all__ = ["Vorm", "maak", "ouders_fragment", "schoolgids_fragment", "uitgave_uit_lezing"]
