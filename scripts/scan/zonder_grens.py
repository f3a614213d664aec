"""The settings of a server that is attacked: how often somebody may ask is not limited, or the attack would end there.

A scanner that meets the limit sees the page that says so instead of the one it attacks, and takes the difference for
something it brought about.
"""

from passend.config.settings.base import *  # noqa: F403 -- all of it holds

ACCOUNT_RATE_LIMITS = False
