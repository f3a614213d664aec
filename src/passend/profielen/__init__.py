"""Profielen (support profiles): sjablonen, the working copy, editions, adoption and publication; never a pupil."""
