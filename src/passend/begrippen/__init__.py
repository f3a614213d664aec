"""Begrippen (concepts): the value objects and the glossary as code; no rule, no table, no text on a page."""
