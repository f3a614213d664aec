"""Writes of meetings."""
