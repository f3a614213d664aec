"""Signing in with a password; the demonstration also with one click."""
