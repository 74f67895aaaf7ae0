"""One process that puts cases through the engine, one after another, each held to its limits."""

import faulthandler
import gc
import json
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.fuzz.case import Case, Content, case, placed, remove
from tests.fuzz.engine import put_through
from tests.fuzz.material import Base
from tests.fuzz.watch import SECONDS, Watch, megabytes

from samvirke.study.reading import read_study
from samvirke.study.study import Study

STUCK = 4 * SECONDS  # after this the process is ended from outside Python, wherever it is
SWEPT = 100  # cases between two collections
OURS = ("/src/samvirke/", "/tests/fuzz/")


class Bench:
    """Keeps each good study on disk, lays a case over it, and puts it right again afterwards."""

    def __init__(self, place: Path, watch: Watch, formats: float) -> None:
        self.place, self.watch, self.formats = place, watch, formats
        self.good: dict[str, Study] = {}

    def study(self, study: Base) -> Path:
        """The folder of a good study, made the first time it is asked for."""
        folder = self.place / study.name
        if study.name not in self.good:
            for name, content in study.files.items():
                placed(content, folder / name)
            self.good[study.name] = read_study(folder)
        return folder

    def tried(self, study: Base, files: Mapping[str, Content], chance: random.Random) -> str:
        """How far a case comes. Raises what it breaks by."""
        folder, output = self.study(study), self.place / "out"
        written = [name for name in files if _placed(files[name], folder / name)]
        shutil.rmtree(output, ignore_errors=True)
        try:
            with self.watch.over(folder, output):
                return put_through(folder, output, self.good[study.name], chance, self.formats)
        finally:
            for name in written:
                placed(study.files.get(name), folder / name)
                if "/" in name and name.partition("/")[0] not in ("alternatives", "texts"):
                    remove(folder / name.partition("/")[0])


def _placed(content: Content, path: Path) -> bool:
    """Whether a file could be put there at all."""
    try:
        placed(content, path)
    except (OSError, ValueError):
        return False
    return True


def fault(error: BaseException) -> str:
    """What broke and where, in one line: the same for two cases that break by the same fault."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if any(part in f.filename for part in OURS)
    ]
    engine = [f for f in frames if OURS[0] in f.filename] or frames
    where = f"{Path(engine[-1].filename).name}:{engine[-1].name}" if engine else "?"
    return f"{type(error).__name__} in {where}"


def smallest(bench: Bench, made: Case, chance: random.Random, like: str) -> dict[str, Content]:
    """The files without which the same fault does not show, each with as few lines as will do."""
    state = chance.getstate()
    deadline = time.monotonic() + 60

    def still(files: Mapping[str, Content]) -> bool:
        chance.setstate(state)
        try:
            bench.tried(made.study, files, chance)
        except BaseException as error:
            return fault(error) == like
        return False

    kept = dict(made.files)
    for name in list(kept):
        if still(fewer := {key: value for key, value in kept.items() if key != name}):
            kept = fewer
    for name, content in kept.items():
        if isinstance(content, bytes):
            size = max(1, content.count(b"\n") // 2)
            while size and time.monotonic() < deadline:
                lines = kept[name].split(b"\n")  # type: ignore[union-attr]
                for start in range(0, len(lines), size):
                    shorter = {**kept, name: b"\n".join(lines[:start] + lines[start + size :])}
                    if still(shorter):
                        kept = shorter
                        break
                else:
                    size //= 2
    return kept


def work(seed: int, first: int, count: int, progress: int, formats: float) -> None:
    """Try `count` cases from `first` on; a line of JSON for each that breaks, and one for all at the end."""
    warnings.simplefilter("error")
    stages: Counter[str] = Counter()
    longest, largest, mutations, seen = 0.0, 0.0, 0, set[str]()
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place), Watch(), formats)
        for folder in (0, 1):  # all that is loaded late is loaded before anybody looks
            warm = case(seed, folder)
            bench.study(warm.study)
            put_through(
                bench.study(warm.study), Path(place) / "out", bench.good[warm.study.name], random.Random(0)
            )
        bench.watch.rest()
        gc.freeze()
        gc.disable()  # what is left in circles is collected now and then: it takes a tenth of the time
        for number in range(first, first + count):
            if number % SWEPT == 0:
                gc.collect()
            os.pwrite(progress, number.to_bytes(8, "big"), 0)
            faulthandler.dump_traceback_later(STUCK, exit=True)
            made = case(seed, number)
            mutations += len(made.told)
            chance = random.Random(number)
            state = chance.getstate()
            began = time.monotonic()
            try:
                stages[bench.tried(made.study, made.files, chance)] += 1
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                like = fault(error)
                stages["broken"] += 1
                told = "".join(traceback.format_exception(error))
                kept = made.files
                if like not in seen:
                    seen.add(like)
                    faulthandler.cancel_dump_traceback_later()
                    chance.setstate(state)
                    kept = smallest(bench, made, chance, like)
                _say(
                    {
                        "number": number,
                        "fault": like,
                        "told": made.told,
                        "traceback": told,
                        "files": _kept(kept),
                    }
                )
            longest, largest = max(longest, time.monotonic() - began), max(largest, megabytes("VmHWM"))
        faulthandler.cancel_dump_traceback_later()
    _say({"stages": stages, "mutations": mutations, "longest": longest, "largest": largest})


def _kept(files: Mapping[str, Content]) -> dict[str, object]:
    return {
        name: content.decode("latin-1") if isinstance(content, bytes) else content and vars(content)
        for name, content in files.items()
    }


def _say(record: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(record) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    seed, first, count, progress = map(int, sys.argv[1:5])
    work(seed, first, count, progress, float(sys.argv[5]))
