"""What a user is told when something cannot be done, and the exit code that goes with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samvirke.language import Language

FINDINGS, UNUSABLE, INTERRUPTED, FAULT = 1, 2, 130, 70
DEBUG = "SAMVIRKE_DEBUG"
MOST_PROBLEMS = 50


@contextmanager
def told_as_failure() -> Iterator[None]:
    """Turn what goes wrong into a message and an exit code; with SAMVIRKE_DEBUG set, show the traceback."""
    try:
        yield
    except KeyboardInterrupt:
        tell("Interrupted. Nothing was written.")
        sys.exit(INTERRUPTED)
    except SystemExit as left:
        if left.code == INTERRUPTED:  # typer has made an exit of the interrupt
            tell("Interrupted. Nothing was written.")
        raise
    except BrokenPipeError:
        # Whoever read the output has left; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(UNUSABLE)
    except OSError as error:
        if os.environ.get(DEBUG):
            raise
        where = f"{error.filename}: " if error.filename else ""
        tell(
            f"{where}{error.strerror or error}",
            "See whether the folder exists, can be written, and has room.",
        )
        sys.exit(UNUSABLE)
    except Exception as error:
        code = _study_error(error)
        if code is not None:
            sys.exit(code)
        if os.environ.get(DEBUG):
            raise
        tell(
            f"This is a fault in Samvirke, not in your study: {type(error).__name__}: {error}"[:400],
            f"Nothing was written. Please report it, with what {DEBUG}=1 shows.",
        )
        sys.exit(FAULT)


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
    from samvirke.cli.choices import chosen

    return chosen.language
