"""Work that something else can do while this process goes on: a second process of the program, or threads.

A function that is marked `@aside` gives the same answer whoever makes it. What has been asked for ahead is
fetched; all else, and what was lost on the way, is made where it is called for.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import update_wrapper
from itertools import count
from queue import SimpleQueue
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
SERVED_BY = "samvirke.report.writing.served"
AT_ONCE = 2  # the languages of a report


class LostError(Exception):
    """The second process gave no answer."""


class Aside(Generic[P, R]):
    """A function whose answers can be asked for ahead. What it is given can be hashed and pickled."""

    def __init__(self, work: Callable[P, R]) -> None:
        self._work = work
        update_wrapper(self, work)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer, fetched or made here."""
        promise = None if kwargs else at_hand.promised.get((self, args))
        if promise is not None:
            with suppress(LostError):
                answer: R = promise.result()
                return answer
        return self._work(*args, **kwargs)

    def ahead(self, *args: P.args, **_none: P.kwargs) -> None:
        """Begin with an answer that will be wanted; with nobody at hand, it is made when it is."""
        if at_hand.helper is not None and (self, args) not in at_hand.promised:
            at_hand.promised[self, args] = at_hand.helper.ask(self, args)

    def __reduce__(self) -> str:
        return str(self._work.__qualname__)  # by its name, as any function


def aside(work: Callable[P, R]) -> Aside[P, R]:
    """Mark a function as one that can be done aside."""
    return Aside(work)


class SecondProcess:
    """Another process of this program. It does what it is asked in turn, and ends with this one."""

    def __init__(self) -> None:
        self._waiting: dict[int, Future[Any]] = {}
        self._numbers = count()
        self._lost = False
        self._asked: SimpleQueue[tuple[int, Any, tuple[Any, ...]] | None] = SimpleQueue()
        # Away from the terminal, so that an interrupt is heard by this process alone; and without the folder
        # that the user stands in among the places that Python looks for modules in.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", SERVED_BY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )
        # Neither may keep this process waiting: the other reads and answers when it has time to.
        self._threads = [threading.Thread(target=one, daemon=True) for one in (self._tell, self._listen)]
        for one in self._threads:
            one.start()

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
        with suppress(OSError):
            while (asked := self._asked.get()) is not None:
                pickle.dump(asked, self._process.stdin)
                self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        # A process that is ended in the middle of an answer leaves one that cannot be read.
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            while True:
                number, made, answer = pickle.load(self._process.stdout)
                if made:
                    self._waiting.pop(number).set_result(answer)
                else:
                    self._lose(number)
        self._lost = True
        for number in list(self._waiting):
            self._lose(number)

    def _lose(self, number: int) -> None:
        if (promise := self._waiting.pop(number, None)) is not None:
            promise.set_exception(LostError())

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.wait()
        self._asked.put(None)
        for one in self._threads:
            one.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()


class Threads:
    """Threads of this process, where there is no second one: for what goes on outside Python."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE)

    def ask(self, work: Callable[..., Any], args: tuple[Any, ...]) -> Future[Any]:
        """What they will answer."""
        return self._pool.submit(work, *args)

    def end(self) -> None:
        """Wait for what they are at, which cannot be ended."""
        self._pool.shutdown(cancel_futures=True)


class AtHand:
    """Who does what is to be done aside, and what has been promised so far."""

    def __init__(self) -> None:
        self.helper: SecondProcess | Threads | None = None
        self.promised: dict[tuple[Aside[Any, Any], tuple[Any, ...]], Future[Any]] = {}


at_hand = AtHand()


@contextmanager
def second_process() -> Iterator[None]:
    """Have a second process for as long as this lasts; where none can be started, do without."""
    try:
        started = SecondProcess()
    except OSError:
        yield
        return
    with _helped_by(started):
        yield


@contextmanager
def help_at_hand() -> Iterator[None]:
    """Have something that works aside for as long as this lasts: what there is, or threads."""
    if at_hand.helper is not None:
        yield
        return
    with _helped_by(Threads()):
        yield


@contextmanager
def _helped_by(one: SecondProcess | Threads) -> Iterator[None]:
    at_hand.helper = one
    try:
        yield
    finally:
        at_hand.helper = None
        at_hand.promised.clear()
        one.end()
