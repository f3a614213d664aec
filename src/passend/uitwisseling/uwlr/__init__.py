"""UWLR 2.2: results of tests, as makers of tests hand them to schools."""
