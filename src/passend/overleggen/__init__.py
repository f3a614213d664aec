"""Room of meetings: about a group, about a pupil, and with parents and others."""
