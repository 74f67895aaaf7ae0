"""The report as a Word file that people can go on writing in, and their texts back from it."""
