"""The public site: what schools offer; never a working copy, never a pupil."""
