"""What the second process does: it reads what is asked of it, and answers.

It ends when the first process does, or closes its end of the pipe.
"""

from __future__ import annotations

import importlib
import os
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import BinaryIO

from samvirke.aside.second_process import AT_ONCE, HERE


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Do what is asked, in turn, until nothing more can be."""
    answering = Lock()

    def answer(number: int, told: bytes) -> None:
        try:
            work, args = pickle.loads(told)
            answered = pickle.dumps((number, True, work(*args)))
        except BaseException:  # the first process does it anew, and meets what is wrong where it is told
            answered = pickle.dumps((number, False, None))
        try:
            with answering:
                answers.write(answered)
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
    first, *modules = sys.argv[1:]
    if first != HERE:  # another copy of the program, whose answers may be others
        sys.exit(1)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    for name in modules:
        importlib.import_module(name)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
