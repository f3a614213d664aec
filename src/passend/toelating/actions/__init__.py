"""Writes of admission."""
