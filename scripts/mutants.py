"""Small faults, one at a time, in the code that works out money: which of them do the tests not notice?

mutmut makes the faulty versions and finds out which tests reach each function. They are run here, in one
process that has read all tests and their studies and forks for each fault, the tests that have noticed most
so far first; a test run for each takes some twenty times as long. What survives is written to
mutants/survivors.txt. Usage: make mutants [ARGS="part-of-a-name …"]
"""

import gc
import json
import os
import signal
import subprocess
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "mutants"
NOTICED = FOLDER / "noticed.txt"  # the test that noticed the latest fault
KILLED, SURVIVED, UNREACHED, TIMEOUT = "killed", "survived", "not reached by any test", "killed (never ended)"
SLACK = 30  # seconds beyond ten times what the tests take


@dataclass
class Mutants:
    """A pytest plugin that, instead of running the tests, runs those that reach each fault."""

    wanted: tuple[str, ...]
    outcome: dict[str, str] = field(default_factory=dict)
    _noticed: Counter[str] = field(default_factory=Counter)

    def pytest_runtestloop(self, session: Any) -> bool:
        stats = json.loads((FOLDER / "mutmut-stats.json").read_text(encoding="utf-8"))
        self._reach, self._seconds = stats["tests_by_mangled_function_name"], stats["duration_by_test"]
        self._items = {item.nodeid: item for item in session.items}
        for item in session.items:  # without any fault they must pass; and what they read is then known
            if not _tries_many(item):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        gc.collect()
        gc.freeze()  # so that the forked processes share what has been read
        if self._run("no fault", session.items, limit=3600) != SURVIVED:
            sys.exit("The tests do not pass in a forked process without any fault.")
        for name in self._names():
            self._try(name, by_chance=False)
        for name in [name for name, outcome in self.outcome.items() if outcome == SURVIVED]:
            self._try(name, by_chance=True)
        return True

    def _names(self) -> list[str]:
        metas = sorted(FOLDER.glob("src/**/*.meta"))
        found = [name for meta in metas for name in json.loads(meta.read_text())["exit_code_by_key"]]
        if not self.wanted:
            return found
        return list(dict.fromkeys(name for part in self.wanted for name in found if part in name))

    def _try(self, name: str, *, by_chance: bool) -> None:
        """First the tests of single cases, then those that try many at random, which take longer."""
        reach = [test for test in self._reach.get(name.rpartition("__mutmut_")[0], []) if test in self._items]
        chosen = [test for test in reach if _tries_many(self._items[test]) == by_chance]
        # Those first that have noticed most for the time they take.
        chosen.sort(key=lambda test: (-(self._noticed[test] + 0.1) / (self._seconds[test] + 0.01), test))
        if not reach:
            self.outcome[name] = UNREACHED
        else:
            limit = SLACK + 10 * sum(self._seconds[test] for test in chosen)
            self.outcome[name] = self._run(name, [self._items[test] for test in chosen], limit)
        with (FOLDER / "outcome.txt").open("a", encoding="utf-8") as file:
            file.write(f"{self.outcome[name]}\t{name}\n")

    def _run(self, name: str, items: list[Any], limit: float) -> str:
        NOTICED.write_text("", encoding="utf-8")
        child = os.fork()
        if child == 0:
            try:
                signal.setitimer(signal.ITIMER_REAL, limit)
                self._in_child(name, items)
            finally:
                os._exit(2)
        _, status = os.waitpid(child, 0)
        self._noticed.update(NOTICED.read_text(encoding="utf-8").splitlines())
        if os.WIFSIGNALED(status):
            return TIMEOUT if os.WTERMSIG(status) == signal.SIGALRM else KILLED
        return SURVIVED if os.WEXITSTATUS(status) == 0 else KILLED

    def _in_child(self, name: str, items: list[Any]) -> None:
        from mutmut.mutation.trampoline import set_mutant_under_test

        set_mutant_under_test(name)
        for item, after in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        os._exit(0)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: Any) -> Any:
        """Stop before pytest works out how to tell of a failure."""
        try:
            return (yield)
        except pytest.skip.Exception:
            raise
        except BaseException:
            NOTICED.write_text(item.nodeid, encoding="utf-8")
            os._exit(1)

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed:
            NOTICED.write_text(report.nodeid, encoding="utf-8")
            os._exit(1)


def _tries_many(item: Any) -> bool:
    return getattr(item.obj, "is_hypothesis_test", False)


def prepare() -> None:
    """Let mutmut write the faulty versions and find out which tests reach what, unless it has done so."""
    stats = FOLDER / "mutmut-stats.json"
    files = [*ROOT.glob("src/**/*.py"), *ROOT.glob("tests/**/*.py"), ROOT / "pyproject.toml"]
    if stats.exists() and stats.stat().st_mtime > max(file.stat().st_mtime for file in files):
        return
    mutmut = [sys.executable, "-m", "mutmut", "run", "--max-children", "1", "no.such.mutant"]
    subprocess.run(mutmut, cwd=ROOT, check=False)  # it ends with an error, as there is no such mutant
    if not stats.exists():
        sys.exit("mutmut could not run the tests; see above.")


def read_once() -> None:
    """Let the tests' small studies be read once each: no fault is made in what reads them."""
    from tests import making

    read, known = making.small, {}

    def small(**added: Any) -> Any:
        key = repr(added)
        if key not in known:
            known[key] = read(**added)
        return known[key]

    making.small = small


def main() -> None:
    prepare()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    os.chdir(FOLDER)
    sys.path[:0] = [str(FOLDER / "src"), str(FOLDER)]
    read_once()
    (FOLDER / "outcome.txt").unlink(missing_ok=True)
    mutants = Mutants(tuple(sys.argv[1:]))
    pytest.main(["-q", "--rootdir=.", *settings["pytest_add_cli_args_test_selection"]], plugins=[mutants])
    print("\n".join(f"{number:6} {what}" for what, number in Counter(mutants.outcome.values()).most_common()))
    left = [name for name, outcome in mutants.outcome.items() if outcome in (SURVIVED, UNREACHED)]
    (FOLDER / "survivors.txt").write_text("".join(f"{name}\n" for name in left), encoding="utf-8")


if __name__ == "__main__":
    main()
