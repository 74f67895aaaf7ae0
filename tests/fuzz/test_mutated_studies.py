"""Whatever is done to a study folder, the engine gives an answer or problems in words, soon.

`make fuzz N=20000` tries that many; what breaks is kept in `out/fuzz`.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from tests.fuzz.batch import ROOT, tried
from tests.fuzz.case import case
from tests.fuzz.engine import PLANNING, READING, WHOLE
from tests.fuzz.kills import NAMES, SIGNALS

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures processes by /proc")
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_a_thousand_spoilt_studies_give_an_answer_or_problems_in_words() -> None:
    found = tried(seed=1, first=0, count=1000)
    assert found.faults == []
    assert found.cases == sum(found.stages.values()) == 1000
    # The cases go deep: some are refused at each door, and many come all the way.
    assert found.stages[READING] > 300
    assert found.stages[PLANNING] > 0
    assert found.stages[WHOLE] > 100


def module(name: str, count: int) -> str:
    """What a program of the fuzzer says, begun by a process that is smaller than the one of all the tests."""
    ended = subprocess.run(
        [sys.executable, "-m", f"tests.fuzz.{name}", "-n", str(count)],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.mark.slow
def test_spoilt_copies_of_the_built_in_study_break_no_command() -> None:
    told = module("commands", 5)
    assert told.endswith(" 0 wrong\n")
    assert sum(int(count) for count in re.findall(r"(\d+) × ", told)) == 10


@pytest.mark.slow
def test_a_run_ended_by_a_signal_leaves_files_of_one_run_whole_or_absent() -> None:
    """Fifty at random moments, and one of each signal at every operation on the folder."""
    told = module("kills", 50)
    assert told.endswith(" 0 wrong\n")
    assert all(f"{sent.name} new" in told for sent in SIGNALS)
    # Some moments lie between two files: what is there is then a part of one run.
    assert any(f"SIGKILL {count} of {len(NAMES)}" in told for count in range(len(NAMES)))


def test_the_same_seed_and_number_make_the_same_case() -> None:
    for number in range(20):
        one, again, other = case(1, number), case(1, number), case(2, number)
        assert (one.files, one.told) == (again.files, again.told)
        assert one.told != other.told or one.files != other.files


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("time.sleep(30)", "TooLong"),
        ("spin()", "TooLong"),
        ("open(place / 'elsewhere.txt')", "read "),
        ("open(study / 'link.txt')", "read "),
        ("open(study / 'made.txt', 'w')", "open for writing"),
        ("os.mkdir(place / 'made')", "os.mkdir"),
        ("os.rename(out / 'a', place / 'a')", "os.rename"),
        ("os.symlink('/', study / 'root')", "os.symlink"),
        ("subprocess.run(['true'])", "subprocess.Popen"),
        ("socket.socket().connect(('127.0.0.1', 9))", "socket.connect"),
        ("b'x' * 600_000_000", " MB"),
        ("open(out / 'made.txt', 'w').close(); open(study / 'own.txt').close()", "nothing"),
    ],
)
def test_what_a_case_must_not_take_or_touch_is_seen(tmp_path: Path, deed: str, told: str) -> None:
    for folder in ("study", "out"):
        (tmp_path / folder).mkdir()
    for file in ("study/own.txt", "out/a", "elsewhere.txt"):
        (tmp_path / file).write_text("x", encoding="utf-8")
    (tmp_path / "study" / "link.txt").symlink_to("../elsewhere.txt")
    code = f"""
import os, socket, subprocess, time
from pathlib import Path
from tests.fuzz import watch
watch.SECONDS = 2.0
def spin():
    while True:
        pass
place = Path.cwd()
study, out = place / "study", place / "out"
eye = watch.Watch()
try:
    with eye.over(study, out):
        try:
            {deed}
        except OSError:
            pass
except BaseException as error:
    print(type(error).__name__, error)
else:
    print("nothing")
"""
    ended = python(code, tmp_path)
    assert told in ended.stdout, ended.stderr


def test_a_fault_in_the_engine_is_found_told_and_made_small(tmp_path: Path) -> None:
    """A planner that breaks on every study whose alternative `more` is not as it was."""
    code = """
import sys
from tests.fuzz import engine, worker
from tests.fuzz.material import SMALL
from samvirke.study.reading import read_study
really, good = engine.plans_of, []
def broken(study):
    more = study.alternatives.get("more")
    if more not in (None, good[0]):
        raise KeyError("planted")
    return really(study)
engine.plans_of = broken
good.append(read_study(SMALL).alternatives["more"])
worker.work(1, 0, 120, int(sys.stdin.fileno()), formats=0.0)
"""
    with tempfile.TemporaryFile() as progress:
        ended = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env=ENVIRONMENT,
            stdin=progress,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    records = [json.loads(line) for line in ended.stdout.splitlines()]
    faults = [record for record in records if "fault" in record]
    assert faults, ended.stderr
    assert all(record["fault"].startswith("KeyError") for record in faults)
    assert list(faults[0]["files"]) == ["alternatives/more.yaml"]
    assert records[-1]["stages"]["broken"] == len(faults)
