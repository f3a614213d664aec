"""Pages of plans: the group overview, plans of groups and pupils, the ontwikkelingsperspectief, what a school chose."""
