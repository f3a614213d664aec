"""Pages on how a pupil is doing."""
