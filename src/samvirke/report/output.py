"""Files of a run: all of them made first, then each put in place whole."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import signal
import stat
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import FrameType

from samvirke.aside.work import help_at_hand
from samvirke.language import LANGUAGES
from samvirke.report.document import Section
from samvirke.report.formats import FORMATS, Format
from samvirke.report.report import report
from samvirke.report.writing.data import figures_csv, results_json
from samvirke.report.writing.drawing import svg
from samvirke.report.writing.edition import pictures
from samvirke.uncertainty.results import Results

# The last is how the command asks itself again when the first time was lost; Windows has none.
ASKED_TO_STOP = [signal.SIGINT, signal.SIGTERM, *([signal.SIGALRM] if hasattr(signal, "SIGALRM") else [])]

# Work aside is done in turn: what others wait for first, and last what takes longest.
BEGUN = ("docx", "html", "brief", "pdf", "xlsx")
# Meanwhile the files are made: first what waits for nothing from there.
MADE = ("xlsx", "html", "docx", "brief", "pdf")


def rendered(results: Results, formats: Iterable[Format] = FORMATS) -> dict[str, bytes]:
    """Every output of a run by file name: the figures as data, and the report in each installed format."""
    found = _reports(results, [one for one in formats if one.installed])
    # The report as data is gone by now: that of a large study takes as much memory as its figures as text.
    return found | {"results.json": results_json(results), "figures.csv": figures_csv(results)}


def _reports(results: Results, formats: Iterable[Format]) -> dict[str, bytes]:
    wanted = tuple(formats)
    with help_at_hand():
        document = report(results, _draw if any(one.pictures for one in wanted) else None)
        begun = {one.name: one.files(results, document) for one in _in_turn(wanted, BEGUN)}
        files = [file for one in _in_turn(wanted, MADE) for file in begun[one.name].items()]
        made = {name: content() for name, content in files}
    return {name: made[name] for one in wanted for name in begun[one.name]}


def _in_turn(wanted: Iterable[Format], turns: tuple[str, ...]) -> list[Format]:
    return sorted(wanted, key=lambda one: (*turns, one.name).index(one.name))


def _draw(finished: Section) -> None:
    """Begin with the pictures of a section in the first language, while the next section is put together."""
    for picture in pictures((finished,)):
        svg.ahead(picture, LANGUAGES[0])


def write_all(
    folder: Path,
    contents: Mapping[str, bytes],
    in_place: Callable[[], None] = lambda: None,
    *,
    one_run: bool = False,
    gone: Iterable[str] = (),
) -> None:
    """Write files beside their places and then rename them: whole or not at all.

    Names may lead into folders below. `gone` are files that are taken away when the others are in place.
    Raises OSError, with a path, when the folder cannot be written; files that stood there are then untouched.
    `in_place` is called when all files stand in their places, before any interrupt of it is let through.
    With `one_run` the files belong together: earlier ones are gone before the first new one is in place, so
    that a process ended at any moment leaves files of one run, or some of them, and never some of each. Of
    two processes that write in one folder at the same time, the one that is done last leaves all its files.
    """
    try:
        _write_all(folder, contents, in_place, one_run, tuple(gone))
    except OSError as error:
        if error.filename is None:  # a disk that is full does not say which file was one too many
            error.filename = str(folder)
        raise


def _write_all(
    folder: Path,
    contents: Mapping[str, bytes],
    in_place: Callable[[], None],
    one_run: bool,
    gone: tuple[str, ...],
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    places = {name: folder / name for name in contents}
    for parent in dict.fromkeys(place.parent for place in places.values()):
        parent.mkdir(parents=True, exist_ok=True)
        _sweep(parent, [place.name for place in places.values() if place.parent == parent])
    waiting: dict[Path, Path] = {}
    try:
        for name, content in contents.items():
            beside = places[name].with_name(f".{places[name].name}.{os.getpid()}.part")
            waiting[beside] = places[name]
            beside.write_bytes(content)
            if places[name].is_file():  # what its owner keeps to himself stays so
                beside.chmod(stat.S_IMODE(places[name].stat().st_mode))
        if blocked := [place for place in waiting.values() if place.is_dir()]:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(blocked[0]))
        with _alone(folder), _undisturbed(), _earlier_aside(list(waiting.values()) if one_run else []):
            for beside, place in waiting.items():
                beside.replace(place)
            for name in gone:
                (folder / name).unlink(missing_ok=True)
            in_place()
    finally:
        for beside in waiting:
            beside.unlink(missing_ok=True)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep others that are to put files in the same folder waiting; on Windows nobody can be."""
    if os.name != "posix":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network drives know no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _earlier_aside(places: Iterable[Path]) -> Iterator[None]:
    """Keep the files that stand in some places aside; if the block fails, all is as it was before."""
    aside: dict[Path, Path] = {}
    empty: list[Path] = []
    try:
        for place in places:
            if os.path.lexists(place):
                kept = place.with_name(f".{place.name}.{os.getpid()}.old.part")
                place.replace(kept)
                aside[place] = kept
            else:
                empty.append(place)
        yield
    except OSError:
        for place in empty:
            place.unlink(missing_ok=True)
        for place, kept in aside.items():
            kept.replace(place)
        raise
    for kept in aside.values():
        with contextlib.suppress(OSError):  # the next run takes it away
            kept.unlink()


def _sweep(folder: Path, names: Iterable[str]) -> None:
    """Take away what processes that are no more left half-written of these files."""
    left = re.compile(rf"\.({'|'.join(map(re.escape, names))})\.([0-9]{{1,9}})(\.old)?\.part")
    for path in folder.iterdir():
        found = left.fullmatch(path.name)
        if found and not _lives(int(found[2])):
            with contextlib.suppress(OSError):
                path.unlink()


def _lives(process: int) -> bool:
    """Whether a process may still be at work."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep interrupts waiting until the block is done; outside the main thread there are none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []

    def later(number: int, _frame: FrameType | None) -> None:
        waiting.append(number)

    known = {number: signal.getsignal(number) for number in ASKED_TO_STOP}
    before = {number: handler for number, handler in known.items() if handler is not None}
    try:
        for number in before:
            signal.signal(number, later)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if waiting:
            signal.raise_signal(waiting[0])
