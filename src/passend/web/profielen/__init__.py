"""The profile of one school: read, edit, react, adopt, download."""
