"""Passend: what a primary school promises, what each pupil gets, and whether the promise is true."""

__version__ = "0.1.0"
