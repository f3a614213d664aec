"""Leerlingen (pupils): the pupil, the parents with authority, the file and who may see it; not results or plans."""
