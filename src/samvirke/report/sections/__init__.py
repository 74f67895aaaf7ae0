"""The body: what is told under each of the six questions."""
