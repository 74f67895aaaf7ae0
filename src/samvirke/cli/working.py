"""A run on the command line: while it goes on, standard error names the alternative that is worked out."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.status import Status

from samvirke.cli.choices import chosen
from samvirke.report.words.naming import alternative_name
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run


def working(said: str) -> Status:
    """A line that is there for as long as the work takes, and only on a terminal."""
    return Console(stderr=True, highlight=False, markup=False).status(said)


def worked_out(study: Study, draws: int, seed: int) -> Results:
    """A run of a study. Raises StudyError when a change cannot be made."""
    with working(chosen.say("Regner …", "Working out …")) as status:
        return told_run(study, draws, seed, status)


def told_run(
    study: Study, draws: int, seed: int, status: Status, drawn: Callable[[], None] | None = None
) -> Results:
    """The same, told on a line that is there already; `drawn` is called when the draws are there."""

    def tell(alternative: str) -> None:
        if drawn is not None:
            drawn()
        name = alternative_name(study, alternative)[chosen.language]
        status.update(chosen.say(f"Regner: {name} …", f"Working out: {name} …"))

    return run(study, draws, seed, tell)
