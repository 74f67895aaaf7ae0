"""A report is data; here it is put together from results and rendered. Nothing is worked out here."""
