"""What one must believe to choose an alternative: where the answer turns, and how firmly it stands."""
