"""Files of a run are put in place whole, or not at all."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from samvirke.report.output import rendered, write_all
from samvirke.uncertainty.results import Results

CONTENTS = {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c"}


def listing(folder: Path) -> dict[str, bytes | None]:
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def test_files_are_written_in_a_folder_made_for_them(tmp_path: Path) -> None:
    write_all(tmp_path / "one" / "two", CONTENTS)
    assert listing(tmp_path / "one" / "two") == CONTENTS


def test_earlier_files_are_replaced_and_others_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    write_all(tmp_path, CONTENTS)
    assert listing(tmp_path) == {**CONTENTS, "mine.txt": b"mine"}


@pytest.mark.parametrize("blocked", list(CONTENTS))
def test_when_one_file_cannot_be_put_in_place_none_is(tmp_path: Path, blocked: str) -> None:
    for name in CONTENTS:
        if name == blocked:
            (tmp_path / name).mkdir()
        else:
            (tmp_path / name).write_bytes(b"old")
    before = listing(tmp_path)
    with pytest.raises(OSError, match=blocked):
        write_all(tmp_path, CONTENTS)
    assert listing(tmp_path) == before


def test_when_there_is_no_room_for_the_last_file_the_first_is_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    really = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if "c.txt" in self.name:
            raise OSError(28, "No space left on device", str(self))
        return really(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write_all(tmp_path, CONTENTS)
    assert listing(tmp_path) == {"a.txt": b"old"}


def test_a_disk_that_is_full_is_told_with_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_all(tmp_path, CONTENTS)
    assert caught.value.filename == str(tmp_path)


def test_an_interrupt_waits_until_all_files_are_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, placed = Path.replace, []

    def interrupted(self: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return really(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, CONTENTS, lambda: placed.append(True))
    assert listing(tmp_path) == CONTENTS
    assert placed == [True]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="ends a process of its own")
@pytest.mark.parametrize("moment", range(8))
def test_wherever_a_process_ends_the_files_of_two_runs_are_never_mixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """Three files are set aside and three put in place; the last two moments are after all that."""
    old = dict.fromkeys(CONTENTS, b"old")
    write_all(tmp_path, old, one_run=True)
    really, calls = Path.replace, iter(range(100))

    def replace(self: Path, target: Path) -> Path:
        if next(calls) == moment:
            os._exit(9)
        return really(self, target)

    child = os.fork()
    if child == 0:
        monkeypatch.setattr(Path, "replace", replace)
        write_all(tmp_path, CONTENTS, one_run=True)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == (9 if moment < 6 else 0)
    left = {name: content for name, content in listing(tmp_path).items() if not name.startswith(".")}
    assert left.items() <= old.items() or left.items() <= CONTENTS.items()
    write_all(tmp_path, CONTENTS, one_run=True)
    assert listing(tmp_path) == CONTENTS


@pytest.mark.parametrize("moment", range(6))
def test_when_the_files_of_a_run_cannot_all_be_put_in_place_the_earlier_ones_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    old: dict[str, bytes | None] = {"a.txt": b"old a", "c.txt": b"old c", "mine.txt": b"mine"}
    for name, content in old.items():
        (tmp_path / name).write_bytes(content or b"")
    really, calls = Path.replace, iter(range(100))

    def replace(self: Path, target: Path) -> Path:
        if next(calls) == moment:
            raise PermissionError(1, "Operation not permitted", str(target))
        return really(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    if moment < 5:  # two are set aside and three put in place
        with pytest.raises(PermissionError):
            write_all(tmp_path, CONTENTS, one_run=True)
        assert listing(tmp_path) == old
    else:
        write_all(tmp_path, CONTENTS, one_run=True)
        assert listing(tmp_path) == {**CONTENTS, "mine.txt": b"mine"}


def test_what_a_dead_process_left_half_written_is_taken_away(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for name in ("a.txt", "mine.txt"):
        (tmp_path / f".{name}.{dead.pid}.part").write_bytes(b"half")
    (tmp_path / f".b.txt.{dead.pid}.old.part").write_bytes(b"of an earlier run")
    (tmp_path / f".a.txt.{os.getppid()}.part").write_bytes(b"at work")
    write_all(tmp_path, CONTENTS)
    kept = {f".mine.txt.{dead.pid}.part": b"half", f".a.txt.{os.getppid()}.part": b"at work"}
    assert listing(tmp_path) == {**CONTENTS, **kept}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_an_error_and_left_as_it_was(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            write_all(tmp_path, CONTENTS)
        assert listing(tmp_path) == {}
    finally:
        tmp_path.chmod(0o700)


def test_a_file_where_the_folder_should_be_is_an_error_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(OSError, match="out"):
        write_all(tmp_path / "out", CONTENTS)
    assert listing(tmp_path) == {"out": b"mine"}


@pytest.mark.skipif(os.name != "posix", reason="no locks on folders")
def test_two_that_write_in_one_folder_do_so_one_after_the_other(tmp_path: Path) -> None:
    import fcntl

    (tmp_path / "a.txt").write_bytes(b"old")
    other = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    writing = threading.Thread(target=write_all, args=(tmp_path, CONTENTS), kwargs={"one_run": True})
    writing.start()
    writing.join(0.3)
    waited, before = writing.is_alive(), (tmp_path / "a.txt").read_bytes()
    os.close(other)
    writing.join()
    assert (waited, before) == (True, b"old")
    assert listing(tmp_path) == CONTENTS


@dataclass
class Made:
    """A format that notes when it is begun with, and when it is written."""

    name: str
    order: list[str]
    installed: bool = True
    pictures: bool = False

    def files(self, _results: object, _document: object) -> dict[str, Callable[[], bytes]]:
        self.order.append(f"begun {self.name}")
        return {f"report.{self.name}": self.written}

    def written(self) -> bytes:
        self.order.append(self.name)
        return self.name.encode()


def test_what_takes_longest_is_begun_last_and_files_come_in_the_order_asked_for(results: Results) -> None:
    order: list[str] = []
    names = ("brief", "pdf", "docx", "xlsx", "html")
    formats: list[Any] = [Made(name, order) for name in names]
    made = rendered(results, formats)
    begun = [f"begun {name}" for name in ("docx", "html", "brief", "pdf", "xlsx")]
    assert order == [*begun, "xlsx", "html", "docx", "brief", "pdf"]
    assert list(made) == [*(f"report.{name}" for name in names), "results.json", "figures.csv"]
