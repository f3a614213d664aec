"""Documenten (documents): text and tables out of a file, and PDF, Word and pictures into one. Plain data, no tables."""
