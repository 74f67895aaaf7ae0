"""A linter for studies: one file per rule in `checks/rules`. It reads the study and never samples."""
