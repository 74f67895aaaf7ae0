"""The figures as data: one JSON file for programs, one CSV file for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import Any

from samvirke.consequences.administration import administration
from samvirke.uncertainty.results import Results

BOTH = ("against_zero", "unit", "expected", "p10", "p50", "p90", "assumptions", "sources")
COLUMNS = ("alternative", "figure", *BOTH)
# What a figure is put together from is told by `samvirke explain` and in the report, not in the data.
FIELDS = ("name", "alternative", *BOTH)


def results_json(results: Results) -> str:
    """Everything a run found: provenance, figures, the state of the organisation, findings."""
    content: dict[str, Any] = {
        "provenance": asdict(results.provenance),
        "zero": results.zero,
        "figures": [
            {field: getattr(figure, field) for field in FIELDS} for figure in results.figures.values()
        ],
        "beliefs": None if results.beliefs is None else asdict(results.beliefs),
        "administration": {name: asdict(administration(plan.final)) for name, plan in results.plans.items()},
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "place": str(finding.place),
                "text": {"nb": finding.text.nb, "en": finding.text.en},
            }
            for finding in results.findings
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def figures_csv(results: Results) -> str:
    """One row for each figure; texts that a spreadsheet could take for a formula are not among them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for f in results.figures.values():
        writer.writerow(
            (
                f.alternative, f.name, "yes" if f.against_zero else "no", f.unit,
                f.expected, f.p10, f.p50, f.p90, " ".join(f.assumptions), " ".join(f.sources),
            )
        )  # fmt: skip
    return out.getvalue()
