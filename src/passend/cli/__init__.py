"""Cli (commands): the `passend` command; thin, it calls readers and actions only."""
