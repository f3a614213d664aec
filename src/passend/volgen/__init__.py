"""Volgen (following): test results, observations, worries, absence, and what they point at; not plans or meetings."""
