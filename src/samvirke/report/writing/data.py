"""The figures as data: one JSON file for programs, one CSV file for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from typing import Any

from samvirke.consequences.administration import administration
from samvirke.provenance import Figure
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
    for figure in _figures(results.figures.values()):
        out.write(f"{comma}\n  {figure}".encode())
        comma = ","
    out.write(b"\n ],")
    out.write(_indented(after).removeprefix("{").encode())
    out.write(b"\n")
    return out.getvalue()


def _indented(value: dict[str, Any]) -> str:
    """JSON with a space more for each level."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


def _figures(figures: Iterable[Figure]) -> Iterator[str]:
    """Each figure as `_indented` would write it in its place.

    A million values are made of a few thousand names: what one of them or a list of them looks like is kept.
    """
    written = cache(_WRITE)

    @cache
    def listed(names: tuple[str, ...]) -> str:
        each = ",".join(f"\n    {written(name)}" for name in names)
        return f"[{each}\n   ]" if names else "[]"

    def value(of: object) -> str:
        if isinstance(of, float):
            return repr(of)  # as JSON has it, but faster; what is no number was refused
        return listed(of) if isinstance(of, tuple) else written(of)

    for figure in figures:
        fields = ",".join(f'\n   "{field}": {value(getattr(figure, field))}' for field in FIELDS)
        yield f"{{{fields}\n  }}"


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
