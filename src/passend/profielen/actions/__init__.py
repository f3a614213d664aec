"""Writes of support profiles: one verb, one function, one transaction, one log line."""
