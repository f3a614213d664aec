"""Pages of plans: the group overview, group plans, individual plans, and what a school chose for them."""
