"""The templates of a samenwerkingsverband."""
