"""Writes of this room, one file per concern."""
