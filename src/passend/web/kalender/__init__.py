"""Pages of the agenda, and the feed of it."""
