"""The words of the report: names, amounts, changes and powers told in both languages."""
