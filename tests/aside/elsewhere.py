"""What a second process can be asked for in tests."""

import os
import sys
import time
from collections.abc import Callable

from samvirke.aside.work import aside


@aside
def process() -> int:
    """The number of the process that does it."""
    return os.getpid()


@aside
def printed(text: str) -> str:
    """What is also printed on the way, as a library may."""
    print(text, flush=True)  # noqa: T201
    os.write(1, text.encode())
    return text


@aside
def refused(text: str) -> None:
    """What cannot be done."""
    raise ValueError(f"{text} in {os.getpid()}")


@aside
def unsendable(text: str) -> object:
    """What can be done, and not be sent."""
    return lambda: text


@aside
def ended_unless(process_number: int) -> int:
    """What ends every process but one."""
    if os.getpid() != process_number:
        os._exit(1)
    return process_number


@aside
def cut_unless(process_number: int) -> int:
    """What answers with half an answer, but in one process."""
    if os.getpid() != process_number:
        for number in range(3, 20):  # wherever the answers go
            try:
                os.write(number, b"\x80\x05\x95")
            except OSError:
                continue
        os._exit(1)
    return process_number


@aside
def slow(seconds: float) -> float:
    """What takes its time."""
    time.sleep(seconds)
    return seconds


@aside
def doubled(text: str) -> str:
    """What rests on another answer."""
    return 2 * printed(text)


@aside
def called(work: Callable[[], str]) -> str:
    """What something else makes of it."""
    return work()


@aside
def imported(name: str) -> bool:
    """Whether a module is there already."""
    return name in sys.modules
