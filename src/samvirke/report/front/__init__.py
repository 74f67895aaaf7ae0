"""The one page in front."""
