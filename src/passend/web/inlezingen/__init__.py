"""Handing in a document and checking what was read."""
