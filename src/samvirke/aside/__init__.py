"""Work that is done aside, while this process goes on with its own."""
