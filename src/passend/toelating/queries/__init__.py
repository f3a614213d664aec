"""Reads of admission."""
