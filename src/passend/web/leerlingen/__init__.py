"""Pages of pupils and their files."""
