"""Signing in: password, second step, school account, invitation; django-allauth does the work, the words are ours."""
