"""What a program may do with Samvirke: read a study, check it, work it out, write the report.

These functions and the records they give are promised to stay, as docs/api-promise.md says; import them from
`samvirke`. They take values and give values, and only `read_study` and `write_report` touch files.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from samvirke.alternatives.plans import plans_of
from samvirke.cases import built_in
from samvirke.checks.finding import Finding
from samvirke.checks.registry import Checked
from samvirke.checks.registry import check as findings_of
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.output import rendered, write_all
from samvirke.study.files import is_part_of_a_study
from samvirke.study.reading import read_study as read
from samvirke.study.shown import shown
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results
from samvirke.uncertainty.results import run as work_out

__all__ = [
    "Checked",
    "Figure",
    "Finding",
    "Results",
    "Study",
    "StudyError",
    "Text",
    "built_in",
    "check",
    "read_study",
    "run",
    "write_report",
]

MOST_DRAWS, MOST_SEED = 1 << 20, (1 << 32) - 1


def read_study(folder: str | Path) -> Study:
    """Read a study folder.

    Raises:
        StudyError: with every mistake that was found, each with its place and its remedy.

    >>> read_study(built_in()["starter"]).assignment.title["en"]
    'Young people who stop going to school (invented example)'
    """
    return read(Path(folder))


def check(study: Study, today: date | None = None) -> Checked:
    """The findings of a study, the gravest first, and apart from them those that the study has excused.

    Args:
        study: what `read_study` gave.
        today: the day by which excuses lapse; the study's `as_of` when left out.

    Raises:
        StudyError: when a change of an alternative cannot be made.
    """
    plans_of(study)  # changes that cannot be made are mistakes, not findings
    return findings_of(study, today=today)


def run(
    study: Study, draws: int = 8192, seed: int = 1, progress: Callable[[str], None] | None = None
) -> Results:
    """Work out every alternative on the same joint draws; the same arguments and version, the same results.

    Args:
        study: what `read_study` gave.
        draws: how many joint draws, from 2 to 1,048,576.
        seed: from 0 to 4,294,967,295.
        progress: told the id of each alternative as its turn comes.

    Raises:
        ValueError: when `draws` or `seed` is out of range.
        StudyError: when a change cannot be made, or a figure is in some draws not a number.
    """
    if not 2 <= draws <= MOST_DRAWS:
        raise ValueError(f"draws is {draws}; it must be from 2 to {MOST_DRAWS}")
    if not 0 <= seed <= MOST_SEED:
        raise ValueError(f"seed is {seed}; it must be from 0 to {MOST_SEED}")
    return work_out(study, draws, seed, progress)


def write_report(results: Results, folder: str | Path) -> tuple[Path, ...]:
    """Write what `samvirke run` writes: the report in both languages, and the figures as JSON and CSV.

    The report is written in every format whose libraries are installed; HTML always is. The folder is made
    when it is not there. Each file is put in place whole.

    Returns:
        The files that were written.

    Raises:
        StudyError: when the folder is a study's own, which a report may not be mixed with.
        OSError: when the folder cannot be written; the files that stood there are then untouched.
    """
    place = Path(folder)
    if is_part_of_a_study(place):
        text = Text("dette er en studies egen mappe", "this is a study's own folder")
        remedy = Text("Velg en annen mappe, som `out`.", "Choose another folder, such as `out`.")
        raise StudyError([Problem(Place(shown(place, 200)), text, remedy)])
    contents = rendered(results)
    write_all(place, contents)
    return tuple(place / name for name in contents)
