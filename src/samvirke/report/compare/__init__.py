"""Two alternatives, or two versions of a study, told apart."""
