"""The study as an Excel workbook: written, filled in by people, and read back."""
