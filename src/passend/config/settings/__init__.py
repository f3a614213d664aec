"""Settings: `base` for everyone, `test` for the tests, `production` for a server."""
