"""A linter for studies: one file per rule in `checks/rules`. Reads the study; never samples, never searches."""
