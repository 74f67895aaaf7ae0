"""Older formats of a study folder lifted to the present one, text by text, with comments kept."""
