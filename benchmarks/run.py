"""Times whole commands as a user meets them: CPU seconds and memory of a process, the median of five.

Nothing is asserted: machines differ. Writes what it measured, beside the budgets, to `benchmarks/results.md`.
Run from the repository's folder: `python benchmarks/run.py`.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results.md"
TIMES = 5


@dataclass(frozen=True)
class Budget:
    """A command, and what it may take: CPU seconds, and MB at the most it holds at one time."""

    command: tuple[str, ...]
    seconds: float
    megabytes: float | None = None


@dataclass(frozen=True)
class Measured:
    """One run of a command; `ran` is whether it came to its end, with findings or without."""

    seconds: float
    elapsed: float
    megabytes: float
    ran: bool


BUDGETS = (
    Budget(("--help",), 0.25),
    Budget(("check",), 1.0),
    Budget(("run",), 5.0, 500),  # 8,192 draws of the built-in study
)


def measured(command: tuple[str, ...]) -> Measured:
    """Run `samvirke` once; the system tells what that process alone has used."""
    program = [str(Path(sys.executable).with_name("samvirke")), *command]
    with tempfile.TemporaryDirectory() as folder:  # where what the command writes is thrown away
        started = time.perf_counter()
        with Path(folder, "errors").open("w+b") as errors:
            process = subprocess.Popen(program, cwd=folder, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, used = os.wait4(process.pid, 0)
            elapsed = time.perf_counter() - started
            errors.seek(0)
            broke = b"Traceback" in errors.read()
    process.returncode = os.waitstatus_to_exitcode(status)
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    ran = process.returncode in (0, 1) and not broke
    return Measured(used.ru_utime + used.ru_stime, elapsed, kilobytes / 1024, ran)


def row(budget: Budget) -> str:
    """A line of the table: medians, or that the command could not be run."""
    runs = [measured(budget.command) for _ in range(TIMES)]
    name = f"`samvirke {' '.join(budget.command)}`"
    allowed = f"≤ {budget.seconds:g} s" + (f", ≤ {budget.megabytes:g} MB" if budget.megabytes else "")
    if not all(run.ran for run in runs):
        return f"| {name} | did not run | | | {allowed} |"
    cpu, elapsed, memory = (
        statistics.median(getattr(run, field) for run in runs)
        for field in ("seconds", "elapsed", "megabytes")
    )
    return f"| {name} | {cpu:.2f} | {elapsed:.2f} | {memory:.0f} | {allowed} |"


def processor() -> str:
    """The processor's model, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def machine() -> str:
    """The machine, without its name."""
    return f"{os.cpu_count()} cores, {processor()}; Python {platform.python_version()}"


def report() -> str:
    """The whole page."""
    rows = "\n".join(row(budget) for budget in BUDGETS)
    return f"""# Benchmarks

Medians of {TIMES} processes, made by `benchmarks/run.py`. Ratios are firmer than absolutes.

Machine: {machine()}; {time.strftime("%Y-%m-%d")}.

| command | CPU, s | elapsed, s | memory, MB | budget (CPU, memory) |
|---|---|---|---|---|
{rows}
"""


if __name__ == "__main__":
    page = report()
    beside = RESULTS.with_suffix(".part")
    beside.write_text(page, encoding="utf-8")
    beside.replace(RESULTS)
    sys.stdout.write(page)
