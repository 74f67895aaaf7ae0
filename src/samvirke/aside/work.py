"""Work that something else can do while this process goes on: a second process of the program, or threads.

A function that is marked `@aside` gives the same answer whoever makes it. What has been asked for ahead is
fetched; all else, and what was lost on the way, is made where it is called for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from contextvars import ContextVar, copy_context
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

from samvirke.aside.second_process import AT_ONCE, LostError, SecondProcess

P = ParamSpec("P")
R = TypeVar("R")


class Aside(Generic[P, R]):
    """A function whose answers can be asked for ahead. What it is given can be hashed and pickled."""

    def __init__(self, work: Callable[P, R]) -> None:
        self.here = work  # the function itself, which asks nobody
        update_wrapper(self, work)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """The answer, fetched or made here."""
        helped = HELPED.get()
        promise = None if helped is None or kwargs else helped.promised.get((self, args))
        if promise is not None:
            with suppress(LostError):
                answer: R = promise.result()
                return answer
        return self.here(*args, **kwargs)

    def ahead(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Begin with an answer that will be wanted; with nobody to help, it is made when it is."""
        if kwargs:
            raise TypeError(f"{self.here.__name__} is asked for ahead by position only")
        helped = HELPED.get()
        if helped is not None and (self, args) not in helped.promised:
            helped.promised[self, args] = helped.helper.ask(self, args)

    def __reduce__(self) -> str:
        return str(self.here.__qualname__)  # by its name, as any function


def aside(work: Callable[P, R]) -> Aside[P, R]:
    """Mark a function as one that can be done aside."""
    return Aside(work)


class Threads:
    """Threads of this process, where there is no second one: for what goes on outside Python."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(AT_ONCE)

    def ask(self, work: Aside[Any, Any], args: tuple[Any, ...]) -> Future[Any]:
        """What they will answer. What waits for another answer must be asked for after it."""
        return self._pool.submit(copy_context().run, work.here, *args)

    def end(self) -> None:
        """Wait for what they are at, which cannot be ended."""
        self._pool.shutdown(cancel_futures=True)


class Helped:
    """Who does what is to be done aside, and what has been promised."""

    def __init__(self, helper: SecondProcess | Threads) -> None:
        self.helper = helper
        self.promised: dict[tuple[Aside[Any, Any], tuple[Any, ...]], Future[Any]] = {}


# Each thread of a program that uses the engine has its own, or none.
HELPED: ContextVar[Helped | None] = ContextVar("HELPED", default=None)


@contextmanager
def second_process(*modules: str) -> Iterator[None]:
    """Have a second process for as long as this lasts; where none can be started, do without.

    `modules` are what it imports before it is asked for anything.
    """
    started = None
    with suppress(OSError):
        started = SecondProcess(modules)
    if started is None:
        yield
    else:
        with _helped_by(started):
            yield


@contextmanager
def help_at_hand() -> Iterator[None]:
    """Have something that works aside for as long as this lasts: what there is, or threads.

    What was promised by then is forgotten at the end; it may be large.
    """
    helped = HELPED.get()
    if helped is None:
        with _helped_by(Threads()):
            yield
        return
    try:
        yield
    finally:
        helped.promised.clear()


@contextmanager
def _helped_by(one: SecondProcess | Threads) -> Iterator[None]:
    before = HELPED.set(Helped(one))
    try:
        yield
    finally:
        HELPED.reset(before)
        one.end()
