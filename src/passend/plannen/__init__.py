"""Plans: rounds, what a pupil needs, group plans and individual plans; no results of tests, and no meetings."""
