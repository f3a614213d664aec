"""Regels (rules): facts and a date in, dates and reasons out; no clock, no database, no page."""
