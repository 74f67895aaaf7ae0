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
_WRITE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
FIELDS = ("name", "alternative", *BOTH)


def results_json(results: Results) -> bytes:
    """Everything a run found: provenance, figures, the state of the organisation, findings.

    The figures, of which there can be hundreds of thousands, are written one by one.
    """
    before = {"provenance": asdict(results.provenance), "zero": results.zero}
    after: dict[str, Any] = {
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
    out = io.BytesIO()
    out.write(_indented(before).removesuffix("\n}").encode())
    comma = ',\n "figures": ['
    for figure in results.figures.values():
        fields = ",".join(f'\n   "{field}": {_value(getattr(figure, field))}' for field in FIELDS)
        out.write(f"{comma}\n  {{{fields}\n  }}".encode())
        comma = ","
    out.write(b"\n ],")
    out.write(_indented(after).removeprefix("{").encode())
    out.write(b"\n")
    return out.getvalue()


def _indented(value: dict[str, Any]) -> str:
    """JSON with a space more for each level."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


def _value(value: object) -> str:
    """The value of a field of a figure, as `_indented` would write it there."""
    if isinstance(value, float):
        return repr(value)  # as JSON has it, but faster; what is no number was refused
    if isinstance(value, tuple):
        each = ",".join(f"\n    {_WRITE(one)}" for one in value)
        return f"[{each}\n   ]" if value else "[]"
    return _WRITE(value)


def figures_csv(results: Results) -> bytes:
    """One row for each figure; texts that a spreadsheet could take for a formula are not among them."""
    content = io.BytesIO()
    out = io.TextIOWrapper(content, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for f in results.figures.values():
        writer.writerow(
            (
                f.alternative, f.name, "yes" if f.against_zero else "no", f.unit,
                f.expected, f.p10, f.p50, f.p90, " ".join(f.assumptions), " ".join(f.sources),
            )
        )  # fmt: skip
    return content.getvalue()
