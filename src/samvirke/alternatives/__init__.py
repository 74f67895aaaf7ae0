"""An alternative is a list of changes; applied to today's study they make a plan of phases and postings."""
