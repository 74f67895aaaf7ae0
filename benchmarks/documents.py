"""The report in its formats, and a large study out to a workbook and back, against their budgets."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.large_study import LARGE, write_study
from benchmarks.processes import Measured, measured, median, middle

FORMATS = ("html", "pdf", "docx", "xlsx")
COLUMNS = "| what | CPU, s | elapsed, s | memory, MB | budget (elapsed, memory) |\n|---|---|---|---|---|"


def rows(times: int) -> Iterator[str]:
    """A line of the table for each, with medians of so many processes."""
    yield _row("`samvirke run`, all formats in both languages", median(("run",), times), "≤ 8 s")
    for name in FORMATS:
        yield _row(f"`samvirke run --formats {name}`", median(("run", "--formats", name), times))
    found, pages = _sixty_pages(times)
    yield _row(f"a PDF of {pages} pages in one language, set alone", found, "≤ 3 s")
    yield from _workbooks(times)


def _workbooks(times: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        study, book = str(Path(folder, "study")), str(Path(folder, "book.xlsx"))
        write_study(Path(study), LARGE)
        exported = [measured(("excel", "export", study, book)) for _ in range(times)]
        imported = [measured(("excel", "import", book, study)) for _ in range(times)]
    for what, runs in (("export", exported), ("import", imported)):
        found = middle(runs)
        yield _row(f"`samvirke excel {what}`, {LARGE.parts:,} responsibilities", found, "≤ 10 s, ≤ 500 MB")


def _sixty_pages(times: int) -> tuple[Measured, int]:
    command = [sys.executable, "-m", "benchmarks.sixty_pages"]
    told = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(times)]
    return middle([Measured(*one[:3], True) for one in told]), told[0][3]


def _row(what: str, found: Measured, budget: str = "") -> str:
    if not found.ran:
        return f"| {what} | did not run | | | {budget} |"
    return f"| {what} | {found.seconds:.2f} | {found.elapsed:.2f} | {found.megabytes:.0f} | {budget} |"
