"""One module per rule, named for the fault. A new rule is a new file; nothing lists them."""
