"""Organisaties (organisations): samenwerkingsverband, bestuur and vestiging; not the people and their rights."""
