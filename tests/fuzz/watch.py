"""What a case may take and touch: five seconds, 500 MB, its own two folders, and nothing else."""

import os
import resource
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

SECONDS = 5.0
MEGABYTES = 500
DATA = 2 << 30  # bytes; so that a case without end cannot take the machine with it
RESET_PEAK = b"5"  # what the kernel is told to begin the count of a process's largest memory anew
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.chmod", "os.chown",
    "os.truncate",
    "os.utime", "os.mkfifo", "os.mknod", "shutil.rmtree",
}  # fmt: skip
NEVER = (
    "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn",
    "socket.connect",
    "socket.bind", "socket.getaddrinfo", "ctypes.dlopen", "pty.spawn", "os.kill", "os.putenv", "os.chdir",
)  # fmt: skip
OURS = tuple(
    os.path.realpath(folder)
    for folder in (sys.prefix, sys.base_prefix, Path(__file__).resolve().parents[2] / "src")
)


TEMPORARY = os.path.realpath(tempfile.gettempdir())


class TooLong(BaseException):
    """A case that was not done in time; no `except Exception` on the way may take it."""


class TooMuchError(AssertionError):
    """A case that took too much memory, or touched what it must not."""


class Watch:
    """Keeps an eye on one case at a time; one in a process, since audit hooks cannot be taken away."""

    def __init__(self) -> None:
        self._study = self._output = ""
        self._seen: list[str] = []
        self._own: list[str] = []  # temporary folders that the case has made for itself
        self._on = False
        self._at_rest = 0.0  # megabytes of the process with all libraries read and no case tried
        sys.addaudithook(self._heard)
        signal.signal(signal.SIGALRM, self._ring)
        resource.setrlimit(resource.RLIMIT_DATA, (DATA, DATA))

    def rest(self) -> None:
        """All that is loaded late is now there."""
        self._at_rest = megabytes("VmRSS")

    @contextmanager
    def over(self, study: Path, output: Path) -> Iterator[None]:
        """Hold a case to its limits; raises TooLong or TooMuchError."""
        self._study, self._output = os.path.realpath(study), os.path.realpath(output)
        self._seen.clear()
        self._own.clear()
        _reset_peak()
        # The typesetter keeps what it has worked out for earlier documents, which a run of its own has not.
        left = max(0.0, megabytes("VmRSS") - self._at_rest)
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        self._on = True
        try:
            yield
        finally:
            self._on = False
            signal.setitimer(signal.ITIMER_REAL, 0)
        if self._seen:
            raise TooMuchError("; ".join(self._seen[:5]))
        if (peak := megabytes("VmHWM") - left) > MEGABYTES:
            raise TooMuchError(f"{peak:.0f} MB")

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._on:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, str | bytes | os.PathLike):
                self._opened(os.fsdecode(path), bool((flags or 0) & WRITING))
        elif event in CHANGES:
            for path in arguments[:2]:
                if isinstance(path, str | bytes | os.PathLike):
                    self._written(event, os.path.join(_around(arguments), os.fsdecode(path)))
        elif event.startswith(NEVER) and not (event == "os.kill" and arguments[1] == 0):
            self._seen.append(f"{event} {arguments!r:.200}")

    def _opened(self, path: str, writing: bool) -> None:
        if writing:
            self._written("open for writing", path)
            return
        # Not real paths: a file read through a link in the study would seem to be where the link leads.
        place = os.path.abspath(path)  # the folder of the output is itself opened to be locked
        inside = place == self._output or place.startswith(
            (f"{self._study}/", f"{self._output}/", *self._own)
        )
        if (inside and not os.path.islink(path)) or os.path.realpath(path).startswith(OURS):
            return
        self._seen.append(f"read {path!r:.200}")

    def _written(self, event: str, path: str) -> None:
        real = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
        if event == "os.mkdir" and os.path.dirname(real) == TEMPORARY:
            self._own.append(real)
        if real != self._output and not real.startswith((f"{self._output}/", *self._own)):
            self._seen.append(f"{event} {path!r:.200}")

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        self._on = False
        raise TooLong(f"more than {SECONDS:g} s")


def _around(arguments: tuple[Any, ...]) -> str:
    """The folder that a path is told from, where a system call is given one by its number."""
    number = arguments[-1]
    return os.readlink(f"/proc/self/fd/{number}") if isinstance(number, int) and number > 2 else ""


def _reset_peak() -> None:
    try:
        with open("/proc/self/clear_refs", "wb") as file:
            file.write(RESET_PEAK)
    except OSError:
        pass  # the peak is then that of all cases so far, which is stricter


def megabytes(which: str) -> float:
    """The memory that this process holds (VmRSS), or the most since the count was last begun (VmHWM)."""
    try:
        with open("/proc/self/status", "rb") as file:
            kilobytes = next(int(line.split()[1]) for line in file if line.startswith(which.encode()))
    except OSError:
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        kilobytes = used // 1024 if sys.platform == "darwin" else used
    return kilobytes / 1024
