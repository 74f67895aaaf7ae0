"""`samvirke run` ended by a signal, hundreds of times: `python -m tests.fuzz.kills -n 500`.

Every process is a fork of one that has the engine loaded, so that a signal falls in the work rather than in
the reading of libraries; every tenth by the clock begins from nothing as a user's does.
"""

import argparse
import contextlib
import io
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from tests.fuzz.material import TINY

from samvirke.cli import main as samvirke
from samvirke.cli.failure import Done, done
from samvirke.cli.run import run_study
from samvirke.report.writing import drawing

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)
NAMES = ("report.nb.html", "report.en.html", "results.json", "figures.csv")
LEFT = re.compile(rf"\.({'|'.join(map(re.escape, NAMES))})\.[0-9]+(\.old)?\.part")
CODES = {signal.SIGINT: 130, signal.SIGTERM: 143}
SEEDS, ANEW = (1, 2), (3, 4)  # of forks, whose charts are not drawn, and of processes begun from nothing
OPERATIONS = 26  # on the folder of a run, and a few more: four files made, eight renamed, eight taken away
NOTHING, ALL = "Ingenting er skrevet.", "Alle filene var skrevet."
# Before `main` has begun and after it is done, an interrupt is Python's to tell.
WORK = re.compile(r"/samvirke/(?!cli/__init__|cli/failure|__main__)")
Files = dict[str, bytes]


@dataclass
class Ended:
    """What came of many signals."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def arguments(output: Path, seed: int) -> list[str]:
    """A run of the tiny study on few draws."""
    return [
        "samvirke",
        "run",
        str(TINY),
        "-o",
        str(output),
        "--draws",
        "2",
        "--seed",
        str(seed),
        "--formats",
        "html",
    ]


def visible(folder: Path) -> Files:
    """The files that a user sees."""
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*")}


def hidden(folder: Path) -> list[str]:
    """And those that he does not."""
    return [path.name for path in folder.glob(".*")]


class Target:
    """Runs of the tiny study into one folder, and what their files are when nobody ends them."""

    def __init__(self, place: Path) -> None:
        self.output, self.told = place / "out", place / "told.txt"
        self.whole: dict[int, Files] = {}
        self.seconds: dict[bool, float] = {}  # that a run takes, begun anew or not
        # The drawing of charts has threads of its own, which a fork cannot have; forks go without.
        mock.patch.object(drawing, "_chart", return_value="<svg/>").start()
        with contextlib.redirect_stdout(io.StringIO()):  # loads all that a run needs
            run_study(str(TINY), place / "first", 2, 1, "html")
        for seed in (*ANEW, *SEEDS):
            begun = self.anew if seed in ANEW else self.forked
            began = time.monotonic()
            assert self.ended(begun(seed)) == 0, self.told.read_text("utf-8")
            self.seconds[seed in ANEW] = time.monotonic() - began
            self.whole[seed] = visible(self.output)

    def forked(self, seed: int, before: Callable[[], object] = lambda: None) -> int:
        """Begin a run in a process of its own; its id."""
        self.told.write_bytes(b"")
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS[:2])  # until the child is past this function's end
        child = os.fork()
        if child:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS[:2])
            return child
        try:
            self._run(seed, before)
        finally:  # a signal may fall in the telling too; the child must not go on as if it were its parent
            os._exit(70)

    def _run(self, seed: int, before: Callable[[], object]) -> None:
        """What the child does; it ends here."""
        code = 70
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS[:2])
            signal.signal(signal.SIGINT, signal.default_int_handler)
            told = os.open(self.told, os.O_WRONLY)
            os.dup2(told, 1)
            os.dup2(told, 2)
            sys.argv = arguments(self.output, seed)
            done.written, done.stopped = Done.written, None
            before()
            samvirke()
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else int(left.code is not None)
        except BaseException as error:
            sys.stderr.write("".join(traceback.format_exception(error)))
            code = 1
        finally:
            signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS[:2])
            with contextlib.suppress(OSError):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)

    def anew(self, seed: int) -> int:
        """Begin a run as a user does; the id of its process."""
        with self.told.open("wb") as told:
            command = [sys.executable, "-m", *arguments(self.output, seed)]
            return subprocess.Popen(command, stdout=told, stderr=told).pid

    def ended(self, process: int) -> int:
        """Wait for a run; how it ended, as `subprocess` tells it."""
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])

    def judged(self, seed: int, before: Files, sent: signal.Signals, code: int) -> tuple[str, str]:
        """What a signal left, and what is wrong with it, if anything is."""
        left, told = visible(self.output), self.told.read_text("utf-8")
        of = [known for known, files in self.whole.items() if left.items() <= files.items()]
        wrong = [name for name in hidden(self.output) if not LEFT.fullmatch(name)]
        if not of:
            wrong.append(f"files of two runs or not whole: {sorted(left)}")
        early = "Traceback" in told and not WORK.search(told)
        if "Traceback" in told and not early:
            wrong.append(told)
        if sent is not signal.SIGKILL:
            wrong += hidden(self.output) if code >= 0 else []
            if code not in (0, CODES[sent], -sent, 1 if early else 0):
                wrong.append(f"ended with {code}: {told}")
            if NOTHING in told and left != before:
                wrong.append("said that nothing was written, and it was")
            if (ALL in told or code == 0) and left != self.whole[seed]:
                wrong.append("said that all was written, and it was not")
        elif code not in (0, -sent):
            wrong.append(f"ended with {code}: {told}")
        if left == before and left != self.whole[seed]:
            return "before or after the work" if early else "as before", "; ".join(wrong)
        return ("new" if left == self.whole[seed] else f"{len(left)} of 4"), "; ".join(wrong)


def at_operation(number: int, sent: signal.Signals, folder: Path) -> Callable[[], None]:
    """End this process as it is about to do its `number`th operation on the files of a folder."""
    seen = iter(range(1 << 30))
    stem = f"{folder}/"

    def heard(event: str, given: tuple[Any, ...]) -> None:
        if (
            event in ("open", "os.rename", "os.remove")
            and str(given[0]).startswith(stem)
            and next(seen) == number
        ):
            os.kill(os.getpid(), sent)

    return lambda: sys.addaudithook(heard)


def once(
    target: Target, seed: int, sent: signal.Signals, start: Callable[[], int], delay: float | None
) -> str:
    """One run that is ended; returns its outcome, or raises AssertionError with what it left."""
    before = visible(target.output)
    process = start()
    if delay is not None:
        time.sleep(delay)
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, sent)
    outcome, wrong = target.judged(seed, before, sent, target.ended(process))
    assert not wrong, f"{sent.name}: {outcome}: {wrong}"
    return f"{sent.name} {outcome}"


def ended(times: int, seed: int = 1) -> Ended:
    """Signals at random moments, and one of each kind at every operation on the folder; then whole runs."""
    found, chance = Ended(), random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        target = Target(Path(place))
        for number in range(times):
            _attempt(found, target, chance, number)
        for sent in SIGNALS:
            for operation in range(OPERATIONS):
                of, hook = SEEDS[operation % 2], at_operation(operation, sent, target.output)
                _count(found, target, of, sent, partial(target.forked, of, hook), None)
        if not _whole_again(target):
            found.wrong.append(f"a later run leaves {sorted(hidden(target.output))}")
    return found


def _attempt(found: Ended, target: Target, chance: random.Random, number: int) -> None:
    sent, of, anew = chance.choice(SIGNALS), chance.choice(SEEDS), chance.choice(ANEW)
    if number % 10 == 9:
        delay = chance.uniform(0, 1.1 * target.seconds[True])
        _count(found, target, anew, sent, lambda: target.anew(anew), delay)
    else:
        _count(
            found, target, of, sent, lambda: target.forked(of), chance.uniform(0, 1.2 * target.seconds[False])
        )
    if number % 20 == 0 and not _whole_again(target):
        found.wrong.append(f"a later run leaves {sorted(hidden(target.output))}")


def _count(
    found: Ended, target: Target, of: int, sent: signal.Signals, start: Callable[[], int], delay: float | None
) -> None:
    try:
        found.outcomes[once(target, of, sent, start, delay)] += 1
    except AssertionError as error:
        found.wrong.append(str(error))


def _whole_again(target: Target) -> bool:
    """Whether a run that nobody ends leaves its four files and nothing else."""
    code = target.ended(target.forked(SEEDS[0]))
    return code == 0 and visible(target.output) == target.whole[SEEDS[0]] and not hidden(target.output)


def main() -> int:
    """End as many runs as asked for; 1 when one left what it must not."""
    parser = argparse.ArgumentParser(description="Runs ended by signals at random moments.")
    parser.add_argument("-n", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = time.monotonic()
    found = ended(asked.n, asked.seed)
    for wrong in found.wrong[:20]:
        sys.stdout.write(f"{wrong}\n")
    for outcome, count in sorted(found.outcomes.items()):
        sys.stdout.write(f"{count:5} {outcome}\n")
    sys.stdout.write(f"{time.monotonic() - began:.0f} s: {len(found.wrong)} wrong\n")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
