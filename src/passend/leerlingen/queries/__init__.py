"""Reads of pupils and their files, one file per concern."""
