"""Draws of every assumption, and what the spread of the figures says."""
