"""The kinds of days in an agenda, by the room they come from."""
