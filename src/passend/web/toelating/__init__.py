"""Pages of admission: for the school, for parents who register a child, and for parents who follow a case."""
