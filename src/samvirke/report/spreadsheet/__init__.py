"""The money of a run as a workbook of live formulas."""
