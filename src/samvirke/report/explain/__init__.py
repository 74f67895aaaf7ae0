"""What a figure is put together from, as trees down to sources and judgements."""
