"""Pictures of the report, one module each; what they show stands in words and numbers beside them."""
