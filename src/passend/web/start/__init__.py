"""The first screen of each role, and the schools of a board or region."""
