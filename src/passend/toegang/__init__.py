"""Toegang (access): accounts, their roles, the reasons they get in and the log; no page and no rule of law."""
