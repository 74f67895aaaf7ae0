"""Whole commands as a user meets them: CPU seconds, elapsed seconds and memory of a process."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK = 0.05  # seconds between two looks at the memory of processes


@dataclass(frozen=True)
class Measured:
    """One run of a command; `ran` is whether it came to its end, with findings or without."""

    seconds: float
    elapsed: float
    megabytes: float
    ran: bool


# On a user's machine Python keeps its compiled modules from one command to the next.
COMPILED = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}


def measured(command: tuple[str, ...]) -> Measured:
    """Run `samvirke` once; the system tells what it and its second process have used.

    Their memory is that of both together, where the system shows it; else of the larger one.
    """
    program = [str(Path(sys.executable).with_name("samvirke")), *command]
    with tempfile.TemporaryDirectory() as folder:  # where what the command writes is thrown away
        started = time.perf_counter()
        with Path(folder, "errors").open("w+b") as errors:
            process = subprocess.Popen(
                program, cwd=folder, env=COMPILED, stdout=subprocess.DEVNULL, stderr=errors
            )
            together = Together(process.pid)
            _, status, used = os.wait4(process.pid, 0)
            elapsed = time.perf_counter() - started
            together.end()
            errors.seek(0)
            broke = b"Traceback" in errors.read()
    process.returncode = os.waitstatus_to_exitcode(status)
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    ran = process.returncode in (0, 1) and not broke
    most = max(kilobytes / 1024, together.megabytes)
    return Measured(used.ru_utime + used.ru_stime, elapsed, most, ran)


class Together:
    """The most memory that a process and those it has started have at once, looked at all along.

    What they share is counted for each.
    """

    def __init__(self, process: int) -> None:
        self.megabytes = 0.0
        self._process = process
        self._over = threading.Event()
        self._looking = threading.Thread(target=self._look)
        self._looking.start()

    def _look(self) -> None:
        while not self._over.wait(LOOK):
            self.megabytes = max(self.megabytes, sum(map(_resident, self._all())))

    def _all(self) -> list[int]:
        place = Path(f"/proc/{self._process}/task/{self._process}/children")
        try:
            return [self._process, *map(int, place.read_text(encoding="utf-8").split())]
        except OSError:
            return []

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self._looking.join()


def _resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def compile_first() -> None:
    """Let Python compile what the commands use, so that the first that is measured is like the others."""
    for command in (("check",), ("run", "--draws", "2")):
        measured(command)


def median(command: tuple[str, ...], times: int) -> Measured:
    """The median of each of the three over several runs; `ran` is whether all did."""
    return middle([measured(command) for _ in range(times)])


def middle(runs: Sequence[Measured]) -> Measured:
    """The median of each of the three; `ran` is whether all did."""
    cpu, elapsed, memory = (
        statistics.median(getattr(run, field) for run in runs)
        for field in ("seconds", "elapsed", "megabytes")
    )
    return Measured(cpu, elapsed, memory, all(run.ran for run in runs))


def processor() -> str:
    """The processor's model, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def machine() -> str:
    """The machine, without its name, the day, and how many processes wanted its cores at the time."""
    load = f"; load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    where = f"{os.cpu_count()} cores, {processor()}; Python {platform.python_version()}"
    return f"{where}; {time.strftime('%Y-%m-%d')}{load}"
