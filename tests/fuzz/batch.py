"""Many cases, by worker processes that are watched from outside: `python -m tests.fuzz.batch --help`."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fuzz.engine import ALL_FORMATS
from tests.fuzz.watch import SECONDS

ROOT = Path(__file__).resolve().parents[2]
NOT_BEGUN = b"\xff" * 8  # what stands where a worker writes the number of its case
AT_A_TIME = (
    5000  # cases of one process: a leak shows within as many, and a fresh start costs little beside them
)


@dataclass
class Tried:
    """What came of many cases."""

    cases: int = 0
    mutations: int = 0
    stages: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0
    largest: float = 0.0
    faults: list[dict[str, Any]] = field(default_factory=list)

    def told(self) -> str:
        """In one line."""
        stages = ", ".join(f"{count} {stage}" for stage, count in sorted(self.stages.items()))
        faults = len({one["fault"] for one in self.faults})
        return (
            f"{self.cases} cases with {self.mutations} mutations: {stages or 'none'}; "
            f"longest {self.longest:.1f} s, largest {self.largest:.0f} MB; {faults} faults"
        )


def tried(seed: int, first: int, count: int, formats: float = ALL_FORMATS) -> Tried:
    """Cases `first` to `first + count - 1`. A worker that dies is a fault of the case it was at.

    `formats` is the share of the reported cases that are written in every format.
    """
    found = Tried()
    with tempfile.TemporaryFile() as progress:
        while found.cases < count:
            start = first + found.cases
            least = found.cases
            _work(found, progress.fileno(), (seed, start, count - found.cases), formats)
            assert found.cases > least, "a worker that does nothing"
    return found


def _work(found: Tried, progress: int, cases: tuple[int, int, int], formats: float) -> None:
    _, start, count = cases
    os.pwrite(progress, NOT_BEGUN, 0)
    worker = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.worker", *map(str, (*cases, progress, formats))],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
        pass_fds=(progress,),
        capture_output=True,
        encoding="utf-8",
        timeout=120 + count * SECONDS,
        check=False,
    )
    records = [json.loads(line) for line in worker.stdout.splitlines()]
    found.faults += [record for record in records if "fault" in record]
    whole = [record for record in records if "stages" in record]
    for record in whole:
        found.cases += count
        found.mutations += record["mutations"]
        found.stages.update(record["stages"])
        found.longest = max(found.longest, record["longest"])
        found.largest = max(found.largest, record["largest"])
    if not whole and (worker.returncode == 1 or os.pread(progress, 8, 0) == NOT_BEGUN):
        raise RuntimeError(f"the fuzzer itself broke:\n{worker.stderr}")
    if not whole:
        number = int.from_bytes(os.pread(progress, 8, 0), "big")
        found.cases += number - start + 1
        found.stages["died"] += 1
        what = {
            "number": number,
            "fault": f"worker ended with {worker.returncode}",
            "traceback": worker.stderr,
        }
        found.faults.append({**what, "told": [], "files": {}})


def saved(folder: Path, seed: int, formats: float, one: dict[str, Any]) -> Path:
    """Keep a case that breaks: its files, what was done, and how to make it again."""
    place = folder / f"{seed}-{one['number']}"
    place.mkdir(parents=True, exist_ok=True)
    again = f"python -m tests.fuzz.batch --seed {seed} --first {one['number']} -n 1 --formats {formats}"
    told = "\n".join((one["fault"], again, *one["told"], "", one["traceback"]))
    (place / "fault.txt").write_text(told, encoding="utf-8", errors="replace")
    (place / "files.json").write_text(json.dumps(one["files"], indent=1), encoding="utf-8")
    return place


def main() -> int:
    """Try the cases asked for, tell how it goes, keep those that break; 1 when any did."""
    parser = argparse.ArgumentParser(description="Mutated studies through the engine, in process.")
    parser.add_argument("-n", type=int, default=1000, help="how many cases")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument(
        "--formats",
        type=float,
        default=ALL_FORMATS,
        help="share of the reports written in every format",
    )
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where cases that break are kept")
    asked = parser.parse_args()
    total, began, seen = Tried(), time.monotonic(), Counter[str]()
    for start in range(asked.first, asked.first + asked.n, AT_A_TIME):
        part = tried(asked.seed, start, min(AT_A_TIME, asked.first + asked.n - start), asked.formats)
        total.cases, total.mutations = total.cases + part.cases, total.mutations + part.mutations
        total.stages.update(part.stages)
        total.longest, total.largest = max(total.longest, part.longest), max(total.largest, part.largest)
        total.faults += part.faults
        for one in part.faults:
            seen[one["fault"]] += 1
            if seen[one["fault"]] <= 3:
                sys.stdout.write(f"{one['fault']}: {saved(asked.keep, asked.seed, asked.formats, one)}\n")
        sys.stdout.write(f"{time.monotonic() - began:.0f} s: {total.told()}\n")
        sys.stdout.flush()
    return 1 if total.faults else 0


if __name__ == "__main__":
    sys.exit(main())
