"""Room of the calendar: the days of all rooms together, for one person."""
