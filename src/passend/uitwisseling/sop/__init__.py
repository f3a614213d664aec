"""Profile documents: from lines and grids to a profile, driven by templates."""
