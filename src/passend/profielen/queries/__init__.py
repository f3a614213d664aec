"""Reads of support profiles: the working copy, the team, editions and the public offer."""
