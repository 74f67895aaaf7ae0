"""What the second process does: it reads what is asked of it, and answers.

It ends when the first process does, or closes its end of the pipe.
"""

from __future__ import annotations

import importlib
import os
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, BinaryIO

from samvirke.aside.second_process import AT_ONCE


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Do what is asked, in turn, until nothing more can be."""
    answering = Lock()

    def answer(number: int, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
        try:
            told = pickle.dumps((number, True, work(*args)))
        except BaseException:  # the first process does it anew, and meets what is wrong where it is told
            told = pickle.dumps((number, False, None))
        try:
            with answering:
                answers.write(told)
                answers.flush()
        except OSError:
            os._exit(0)  # nobody is left to answer

    with ThreadPoolExecutor(AT_ONCE) as pool:
        while True:
            try:
                pool.submit(answer, *pickle.load(asked))
            except (EOFError, OSError, pickle.UnpicklingError):
                os._exit(0)  # and do not finish what nobody is waiting for


def main() -> None:
    """Serve the process that started this one, once the modules that it named are read."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    for name in sys.argv[1:]:
        importlib.import_module(name)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
