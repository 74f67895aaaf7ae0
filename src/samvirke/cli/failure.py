"""What a user is told when something cannot be done, and the exit code that goes with it."""

from __future__ import annotations

import atexit
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samvirke.language import Language

FINDINGS, UNUSABLE, INTERRUPTED, TERMINATED, FAULT = 1, 2, 130, 143, 70
DEBUG = "SAMVIRKE_DEBUG"
MOST_PROBLEMS = 50
SOON = 0.05  # seconds


class Done:
    """What the command has brought about so far, for a user who hears that it stopped."""

    written: Callable[[], bool] = staticmethod(lambda: False)
    stopped: int | None = None  # the exit code, once somebody has asked the command to stop
    told = False  # whether the user has heard that it did

    def in_place(self) -> None:
        """Every file stands where it should."""
        self.written = lambda: True


done = Done()


@contextmanager
def told_as_failure() -> Iterator[None]:
    """Turn what goes wrong into a message and an exit code; with SAMVIRKE_DEBUG set, show the traceback."""
    try:
        _listen()
        yield
    except KeyboardInterrupt:  # before it was listened for
        _tell_interrupted()
        sys.exit(INTERRUPTED)
    except SystemExit:
        if done.stopped is not None:  # also where what was raised then has been lost on the way
            _tell_interrupted()
            sys.exit(done.stopped)
        raise
    except BrokenPipeError:
        # Whoever read the output has left; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(UNUSABLE)
    except OSError as error:
        if os.environ.get(DEBUG):
            raise
        _tell_no_access(error)
        sys.exit(UNUSABLE)
    except Exception as error:
        code = _study_error(error) or _interrupted_on_the_way_out()
        if code is not None:
            sys.exit(code)
        if os.environ.get(DEBUG):
            raise
        _tell_fault(error)
        sys.exit(FAULT)


def _tell_no_access(error: OSError) -> None:
    from samvirke.study.shown import shown

    where = f"{shown(error.filename, 200)}: " if error.filename else ""
    tell(
        f"{where}{error.strerror or error}",
        _say(
            "Se om mappen finnes, kan skrives i og har plass.",
            "See whether the folder exists, can be written, and has room.",
        ),
    )


def _tell_fault(error: Exception) -> None:
    from samvirke.study.shown import shown

    tell(
        _say(
            "Dette er en feil i Samvirke, ikke i studien",
            "This is a fault in Samvirke, not in your study",
        )
        + f": {type(error).__name__}: {shown(error, 300)}",
        _what_was_written(),
        _say(
            f"Meld gjerne fra, med det som {DEBUG}=1 viser.",
            f"Please report it, with what {DEBUG}=1 shows.",
        ),
    )


def _listen() -> None:
    """Hear when the command is asked to stop; an interrupt that is turned off from outside stays so."""
    signal.signal(signal.SIGTERM, _leave)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    sys.unraisablehook = _ask_again
    atexit.register(_tell_if_nobody_has)


def _ask_again(lost: sys.UnraisableHookArgs) -> None:
    """Ask to leave once more: Python lets go of what is raised where an object is taken down."""
    if done.stopped is None or not issubclass(lost.exc_type, SystemExit):
        sys.__unraisablehook__(lost)
    elif hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _leave)
        signal.setitimer(signal.ITIMER_REAL, SOON)


def _tell_if_nobody_has() -> None:
    """A library in C may end the process by itself when it is told to leave."""
    if done.stopped is not None and not done.told:
        _tell_interrupted()


def _leave(number: int, _frame: FrameType | None) -> None:
    """Asked to stop: leave by the way that takes half-written files away.

    Not by KeyboardInterrupt: where that goes through code that a library runs from a text, Python remembers
    it, and ends the process as killed by the signal whatever exit code it is given.
    """
    if done.stopped is None:
        done.stopped = INTERRUPTED if number == signal.SIGINT else TERMINATED
    sys.exit(done.stopped)


def _interrupted_on_the_way_out() -> int | None:
    """Tell an interrupt in the middle of which a library broke, such as by a lock let go twice."""
    if done.stopped is not None:
        _tell_interrupted()
    return done.stopped


def _tell_interrupted() -> None:
    done.told = True
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)  # it need not be asked again
    tell(f"{_say('Avbrutt.', 'Interrupted.')} {_what_was_written()}")


def _what_was_written() -> str:
    if done.written():
        return _say("Alle filene var skrevet.", "All files had been written.")
    return _say("Ingenting er skrevet.", "Nothing was written.")


def _say(nb: str, en: str) -> str:
    return en if _language() == "en" else nb


def _study_error(error: Exception) -> int | None:
    """Tell a study's mistakes; None when the error is something else."""
    from samvirke.errors import StudyError

    if not isinstance(error, StudyError):
        return None
    language = _language()
    for problem in error.problems[:MOST_PROBLEMS]:
        tell(problem.told(language))
    if not any(problem.place.file.endswith((".yaml", ".md")) for problem in error.problems):
        return UNUSABLE  # about what was asked for, not about what a study says
    count = len(error.problems)
    if language == "nb":
        mistakes = "1 feil" if count == 1 else f"{count} feil"
        tell(f"{mistakes}. Studien kan ikke brukes før dette er rettet.")
    else:
        mistakes = "1 mistake" if count == 1 else f"{count} mistakes"
        tell(f"{mistakes}. The study cannot be used until this is mended.")
    return UNUSABLE


def tell(*lines: str) -> None:
    """Print to the user beside the answer, so that the answer can be piped on."""
    print("\n".join(lines), file=sys.stderr)  # noqa: T201  # plain words, wherever standard error goes


def _language() -> Language:
    # The module is not there, or not whole, when the command is stopped as it begins.
    chosen = getattr(sys.modules.get("samvirke.cli.choices"), "chosen", None)
    return "nb" if chosen is None else chosen.language
