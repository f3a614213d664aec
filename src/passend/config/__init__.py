"""Config (settings): the only place that knows everything."""
