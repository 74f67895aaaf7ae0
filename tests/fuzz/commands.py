"""Mutated copies of the built-in study through real commands: `python -m tests.fuzz.commands -n 50`."""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.case import Case, case, placed
from tests.fuzz.watch import MEGABYTES

from samvirke.cases import DEFAULT, built_in

# A process of the built-in study reads libraries for a second before it begins; the limit is the processor's
# time, since the machine may have others to serve.
SECONDS = 10
CODES = (0, 1, 2)
STUDY, OUT, ELSEWHERE = "study", "out", "elsewhere"
DATA = {"results.json", "figures.csv"}
REPORTS = [{f"report.{language}.{form}" for language in ("nb", "en")} for form in ("html", "pdf")]
Snapshot = dict[str, object]


@dataclass
class Ran:
    """What came of many commands."""

    codes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    longest: float = 0.0
    largest: float = 0.0

    def told(self) -> str:
        """In one line."""
        codes = ", ".join(f"{count} × {what}" for what, count in sorted(self.codes.items()))
        return (
            f"{codes}; longest {self.longest:.1f} s, largest {self.largest:.0f} MB; {len(self.wrong)} wrong"
        )


def snapshot(folder: Path) -> Snapshot:
    """Everything in a folder: what each thing is and, of an ordinary file, what it says."""
    found: Snapshot = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[str(path)] = os.readlink(path)
        elif path.is_file():
            found[str(path)] = path.read_bytes()
        else:
            found[str(path)] = path.is_dir()
    return found


def commands(chance: random.Random) -> list[list[str]]:
    """The commands that a case is put through: `check` always, and one of the others."""
    language = chance.choice(("nb", "en"))
    draws = ("--draws", str(chance.choice((2, 16, 64))), "-l", language)
    figure = chance.choice(("today.total", "one_off.total", "admin.gaps", "no.such", "", "../x", "a" * 500))
    alternative = chance.choice(("zero", "joint-unit-bufdir", "none", "../../etc/passwd", "\u202e"))
    others = (
        # The typesetter takes more than the limit, whatever the study; it is tried in process on small ones.
        ["run", STUDY, "-o", OUT, *draws, "--formats", "html"],
        ["run", STUDY, "-o", OUT, *draws, "--formats", chance.choice(("html", "html", "../x", ""))],
        ["explain", f"{alternative}:{figure}", "-s", STUDY, *draws],
        ["explain", alternative, "-s", STUDY, *draws],
        ["diff", STUDY, DEFAULT, "-l", language],
        ["diff", "zero", chance.choice(("joint-unit-bufdir", "../zero", "zero")), "-s", STUDY, *draws],
        ["check", STUDY, "--diff", "-l", language],
        ["check", STUDY, "--format", "sarif", "-o", f"{OUT}/found.sarif"],
        ["check", STUDY, "--format", "json", "-l", language],
        ["new", OUT, "--from", chance.choice(("starter", "../study", STUDY, "/etc", ""))],
    )
    return [["check", STUDY, "-l", language], chance.choice(others)]


def put_through(made: Case, chance: random.Random, ran: Ran) -> None:
    """One mutated study through its commands, in a place of its own that is looked at afterwards."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / ELSEWHERE).mkdir()
        (place / ELSEWHERE / "secret.yaml").write_text("a: secret-of-another-folder\n", encoding="utf-8")
        for file, content in {**made.study.files, **made.files}.items():
            try:
                placed(content, place / STUDY / file)
            except (OSError, ValueError):
                continue  # this machine has no such file names
        (place / STUDY / "link.yaml").unlink(missing_ok=True)
        if chance.random() < 0.2:
            (place / STUDY / "link.yaml").symlink_to(Path("..") / ELSEWHERE / "secret.yaml")
        for command in commands(chance):
            _run(place, command, made, ran)


def _run(place: Path, command: list[str], made: Case, ran: Ran) -> None:
    before = snapshot(place)
    began = time.monotonic()
    with (place.with_suffix(".told")).open("w+b") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "samvirke", *command],
            cwd=place,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "OPENBLAS_NUM_THREADS": "1"},
            preexec_fn=_limited,  # noqa: PLW1509 - there are no threads here
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        said = told.read().decode("utf-8", "replace")
    place.with_suffix(".told").unlink()
    megabytes = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1024)
    ran.longest, ran.largest = max(ran.longest, time.monotonic() - began), max(ran.largest, megabytes)
    ran.codes[f"{command[0]} {process.returncode}"] += 1
    wrong = [*_wrong(process.returncode, said, megabytes), *_strayed(before, snapshot(place), place / OUT)]
    ran.wrong += [f"{' '.join(command)[:80]}: {one} ({'; '.join(made.told)})" for one in wrong]
    shutil.rmtree(place / OUT, ignore_errors=True)


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _wrong(code: int, said: str, megabytes: float) -> list[str]:
    found = [f"ended with {code}: {said[-300:]}"] if code not in CODES else []
    if "Traceback" in said:
        found.append(said[-2000:])
    if "secret-of-another-folder" in said:
        found.append("what stands in another folder was told")
    if code == 2 and not said.strip():
        found.append("refused without a word")
    if any(not (letter.isprintable() or letter in "\n\t\u00a0\u00ad") for letter in said):
        found.append("characters that steer a terminal")
    if megabytes > MEGABYTES:
        found.append(f"{megabytes:.0f} MB")
    return found


def _strayed(before: Snapshot, after: Snapshot, output: Path) -> list[str]:
    """What is otherwise than before outside the folder for output, and half-made inside it."""
    inside = {path for path in after if Path(path) == output or Path(path).is_relative_to(output)}
    others = {path: content for path, content in after.items() if path not in inside}
    found = [] if others == before else [f"changed: {sorted(dict(others.items() ^ before.items()))[:5]}"]
    names = {Path(path).name for path in inside if Path(path).parent == output}
    together = (DATA, *REPORTS)
    found += [f"only {sorted(names)}" for some in together if names & some not in (set(), some)]
    return found + [f"left {path}" for path in inside if path.endswith(".part")]


def ran(seed: int, first: int, count: int) -> Ran:
    """So many mutated copies of the built-in study through the commands."""
    found = Ran()
    for number in range(first, first + count):
        made = case(seed, number, built_in()[DEFAULT])
        put_through(made, random.Random(number), found)
    return found


def main() -> int:
    """Put as many cases as asked for through the commands; 1 when something came out that must not."""
    parser = argparse.ArgumentParser(description="Mutated copies of the built-in study through the commands.")
    parser.add_argument("-n", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    found = ran(asked.seed, asked.first, asked.n)
    for wrong in found.wrong:
        sys.stdout.write(f"{wrong}\n")
    sys.stdout.write(f"{found.told()}\n")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
