"""The report and its findings as HTML, JSON, CSV and SARIF."""
