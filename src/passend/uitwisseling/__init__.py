"""Uitwisseling (exchange): one folder per format, reading and writing; an import is a dry run first."""
