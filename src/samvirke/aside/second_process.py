"""A second process of the program: what it is asked, and what it answers."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from typing import Any

SERVED_BY = "samvirke.aside.served"
AT_ONCE = 2  # pieces of work: the languages of a report
HERE = str(Path(__file__).resolve().parent)


class LostError(Exception):
    """The second process gave no answer."""


class SecondProcess:
    """Another process of this program. It does what it is asked in turn, and ends with this one.

    It begins by importing some modules. Raises OSError when it cannot be started.
    """

    def __init__(self, modules: Iterable[str] = ()) -> None:
        self._waiting: dict[int, Future[Any]] = {}
        self._numbers = count()
        self._lost = False
        self._asked: SimpleQueue[tuple[int, Any, tuple[Any, ...]] | None] = SimpleQueue()
        self._process = _started(modules)
        # Neither may keep this process waiting: the other reads and answers when it has time to.
        self._listener = threading.Thread(target=self._listen, daemon=True)
        try:
            threading.Thread(target=self._tell, daemon=True).start()
            self._listener.start()
        except RuntimeError as error:  # there may be too many threads
            with self._process:
                self._process.kill()
            raise OSError(str(error)) from error

    def ask(self, work: Callable[..., Any], args: tuple[Any, ...]) -> Future[Any]:
        """What it will answer; LostError stands for what it could not."""
        number, promise = next(self._numbers), Future[Any]()
        self._waiting[number] = promise
        self._asked.put((number, work, args))
        if self._lost:
            self._lose(number)
        return promise

    def _tell(self) -> None:
        assert self._process.stdin is not None
        with suppress(OSError), self._process.stdin:
            while (asked := self._asked.get()) is not None:
                number, *work = asked
                try:
                    told = pickle.dumps(work)
                except Exception:  # whatever pickling may raise: what cannot be sent is done here
                    self._lose(number)
                else:
                    pickle.dump((number, told), self._process.stdin)
                    self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        # A process that is ended in the middle of an answer leaves one that cannot be read, in whatever way.
        with suppress(Exception), self._process.stdout:
            while True:
                number, made, answer = pickle.load(self._process.stdout)
                if made:
                    self._waiting.pop(number).set_result(answer)
                else:
                    self._lose(number)
        self._lost = True
        for number in list(self._waiting):
            self._lose(number)
        self._process.wait()

    def _lose(self, number: int) -> None:
        if (promise := self._waiting.pop(number, None)) is not None:
            promise.set_exception(LostError())

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._asked.put(None)
        self._listener.join()


def _started(modules: Iterable[str]) -> subprocess.Popen[bytes]:
    if not sys.executable:
        raise OSError("nobody knows where Python is")
    # What this Python is told to leave alone, the other leaves alone too; and it looks for no modules in the
    # folder that the user stands in.
    told = {"-E": sys.flags.ignore_environment, "-s": sys.flags.no_user_site, "-I": sys.flags.isolated}
    flags = ["-P", *(flag for flag, is_set in told.items() if is_set)]
    return subprocess.Popen(
        [sys.executable, *flags, "-m", SERVED_BY, HERE, *modules],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Away from the terminal, so that an interrupt is heard by this process alone.
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
