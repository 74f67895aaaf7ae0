"""Times whole commands as a user meets them, the growth with size, and a peer; nothing is asserted.

Machines differ, so the page names the machine and its load. Writes what it measured, beside the budgets, to
`benchmarks/results.md`; sections that are not asked for stay as they are.
Run from the repository's folder: `python -m benchmarks.run`, or with the names of sections: `commands`,
`documents`, `large`, `growth`, `peer`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import COLUMNS as DOCUMENT_COLUMNS
from benchmarks.documents import rows as document_rows
from benchmarks.growth import DRAWS_OF_SHARES, SHARE_OF_DRAWS, by_draws, by_rows, table
from benchmarks.large_study import LARGE, write_study
from benchmarks.peer import EVALUATIONS
from benchmarks.processes import compile_first, machine, median

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results.md"
HEADING = """# Benchmarks

Made by `benchmarks/run.py`; docs/benchmarks.md tells how. Ratios are firmer than absolutes.
"""
COLUMNS = "| command | CPU, s | elapsed, s | memory, MB | budget (CPU, memory) |\n|---|---|---|---|---|"
LARGEST_DRAWS = 2_000
WEB = ("--formats", "html")


@dataclass(frozen=True)
class Budget:
    """A command, and what it may take: CPU seconds, and MB at the most it holds at one time."""

    command: tuple[str, ...]
    seconds: float
    megabytes: float | None = None
    times: int = 5


BUILT_IN = (
    Budget(("--help",), 0.25),
    Budget(("check",), 1.0),
    Budget(("run",), 5.0, 500),  # 8,192 draws of the built-in study
)


def row(budget: Budget, folder: str = "") -> str:
    """A line of the table: medians, or that the command could not be run. `DIR` stands for the folder."""
    found = median(tuple(folder if word == "DIR" else word for word in budget.command), budget.times)
    name = f"`samvirke {' '.join(budget.command)}`"
    allowed = f"≤ {budget.seconds:g} s" + (f", ≤ {budget.megabytes:g} MB" if budget.megabytes else "")
    if not found.ran:
        return f"| {name} | did not run | | | {allowed} |"
    return f"| {name} | {found.seconds:.2f} | {found.elapsed:.2f} | {found.megabytes:.0f} | {allowed} |"


def commands(_: argparse.Namespace) -> str:
    """The built-in study."""
    rows = "\n".join(row(budget) for budget in BUILT_IN)
    return f"## The built-in study\n\nMedians of 5 processes. {machine()}.\n\n{COLUMNS}\n{rows}\n"


def documents(asked: argparse.Namespace) -> str:
    """The report in its formats, and workbooks of a large study."""
    rows = "\n".join(document_rows(asked.times))
    what = (
        "The report of the built-in study, and a made-up study of the size below out to a workbook and back, "
        "unchanged. The PDF that is set alone is the first part of the report in bokmål; its study has been "
        "worked out and its pictures drawn before the clock starts"
    )
    runs = f"Medians of {asked.times} processes"
    return f"## Documents\n\n{what}. {runs}. {machine()}.\n\n{DOCUMENT_COLUMNS}\n{rows}\n"


def large(asked: argparse.Namespace) -> str:
    """A made-up study of the size of the budget."""
    budgets = (
        Budget(("check", "DIR"), 8.0, times=asked.times),
        Budget(("run", "DIR", "--draws", str(LARGEST_DRAWS), *WEB), 60.0, 2_000, times=asked.times),
    )
    with tempfile.TemporaryDirectory() as folder:
        write_study(Path(folder), LARGE)
        rows = "\n".join(row(budget, folder) for budget in budgets)
    what = (
        f"{LARGE.actors} actors, {LARGE.tasks:,} tasks, {LARGE.parts:,} responsibilities, {LARGE.rows:,} "
        f"spending rows, {LARGE.assumptions} assumptions and {LARGE.alternatives} alternatives besides zero, "
        "made up by `benchmarks/large_study`. The budget of `run` is for figures and web edition; PDF and "
        "Word are not measured here"
    )
    runs = "One process of each" if asked.times == 1 else f"Medians of {asked.times} processes"
    return f"## A large study\n\n{what}. {runs}. {machine()}.\n\n{COLUMNS}\n{rows}\n"


def growth(_: argparse.Namespace) -> str:
    """How the commands grow; an exponent of 1 is growth in step with the size."""
    rows = LARGE.times(SHARE_OF_DRAWS).rows
    tables = "\n\n".join(
        f"{title}\n\n{table(list(points))}"
        for title, points in (
            ("`samvirke check`, by the size of the study (30 alternatives all along):", by_rows("check")),
            (f"`samvirke run --draws {DRAWS_OF_SHARES}`, by the size of the study:", by_rows("run")),
            (f"`samvirke run` of a study of {rows:,} rows, by draws:", by_draws()),
        )
    )
    return f"## Growth\n\nOne process at each size. {machine()}. An exponent of 1 is linear.\n\n{tables}\n"


def peer(asked: argparse.Namespace) -> str:
    """Evaluations beside EMA Workbench, in an environment that has it."""
    done = subprocess.run(
        [asked.peer, "-m", "benchmarks.peer"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found: Mapping[str, float] = json.loads(done.stdout.splitlines()[-1])
    same = f"the same {found['compared']:.0f} figures"
    every = f"all {found['figures']:.0f} figures here, {found['compared']:.0f} there"
    told = (
        (f"{same}, from the same draws", "same_given", "peer_given", "≥ 50"),
        (f"{every}, from the same draws", "all_given", "peer_given", ""),
        (f"{same}, each with draws of its own", "same_drawn", "peer_drawn", ""),
        (f"{every}, each with draws of its own", "all_drawn", "peer_drawn", ""),
    )
    rows = "\n".join(
        f"| {what} | {found[own]:.3f} | {found[other]:.2f} | {found[other] / found[own]:.0f} | {budget} |"
        for what, own, other, budget in told
    )
    columns = "| what | Samvirke, CPU s | EMA Workbench, CPU s | ratio | budget |\n|---|---|---|---|---|"
    return (
        f"## {EVALUATIONS:,} evaluations beside EMA Workbench 2.5.3\n\n"
        "A study of four spending rows, with one alternative. The peer calls a Python function once for each "
        "experiment; benchmarks/peer.py tells what is counted and what is not. The answers were the same. "
        f"Medians of 5 in one process. {machine()}.\n\n{columns}\n{rows}\n"
    )


SECTIONS: Mapping[str, Callable[[argparse.Namespace], str]] = {
    "commands": commands, "documents": documents, "large": large, "growth": growth, "peer": peer,
}  # fmt: skip


def sections_of(page: str) -> dict[str, str]:
    """The sections that a page has, by their headings."""
    return {part.partition("\n")[0]: f"## {part}".rstrip() + "\n" for part in page.split("\n## ")[1:]}


def main() -> None:
    """Measure what is asked for, and write the page anew."""
    parser = argparse.ArgumentParser(description="Measure, and write benchmarks/results.md.")
    parser.add_argument("sections", nargs="*", help="which to measure; all if none is named")
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter that has ema_workbench")
    parser.add_argument("--times", type=int, default=3, help="processes of each command on the large study")
    asked = parser.parse_args()
    if unknown := [name for name in asked.sections if name not in SECTIONS]:
        parser.error(f"`{unknown[0]}` is not one of {', '.join(SECTIONS)}")
    if "peer" in asked.sections and not asked.peer:
        parser.error("`peer` needs `--peer PYTHON`, an interpreter that has ema_workbench")
    chosen = asked.sections or [name for name in SECTIONS if name != "peer" or asked.peer]
    compile_first()
    known = sections_of(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for name in chosen:
        known |= sections_of(f"\n{SECTIONS[name](asked)}")
        page = "\n".join((HEADING, *known.values()))
        beside = RESULTS.with_suffix(".part")
        beside.write_text(page, encoding="utf-8")
        beside.replace(RESULTS)
    sys.stdout.write(RESULTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
