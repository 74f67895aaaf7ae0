"""A study as it stands in its folder: read, checked for what cannot be used, and frozen."""
