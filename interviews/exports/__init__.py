"""Briefings as files to take away, one format per file."""
