"""Pages of plans for groups and pupils."""
