"""`samvirke diff`: what two studies, or two alternatives of one study, have that the other has not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from samvirke.cases import built_in
from samvirke.cli.choices import chosen, study_folder
from samvirke.cli.section import print_section
from samvirke.cli.working import worked_out
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.report.compare.two_alternatives import two_alternatives
from samvirke.report.compare.two_studies import moved_figures, two_studies
from samvirke.study.reading import read_study
from samvirke.study.shown import shown
from samvirke.study.study import Study
from samvirke.study.suggestion import did_you_mean


def print_difference(first: str, second: str, study: str, figures: bool, draws: int, seed: int) -> None:
    """Tell two alternatives from each other when both are the study's, else two studies.

    Raises StudyError when the two are neither.
    """
    folder = study_folder(study)
    known = sorted(path.stem for path in (folder / "alternatives").glob("*.yaml"))
    if first in known and second in known:
        results = worked_out(read_study(folder), draws, seed)
        print_section(two_alternatives(results, first, second, figures=figures), chosen.language)
    elif _is_study(first) and _is_study(second):
        _print_studies(first, second, figures, draws, seed)
    else:
        raise StudyError(_refused(first, second, study, known))


def _print_studies(first: str, second: str, figures: bool, draws: int, seed: int) -> None:
    old, new = (_read(name) for name in (first, second))
    section = two_studies(old, new)
    if figures:
        before, now = (worked_out(one, draws, seed) for one in (old, new))
        section = replace(section, sections=(*section.sections, moved_figures(before, now)))
    print_section(section, chosen.language)


def _is_study(name: str) -> bool:
    return name in built_in() or (bool(name) and Path(name).is_dir())


def _read(name: str) -> Study:
    """A study whose mistakes are told with its own folder in front, since there are two."""
    try:
        return read_study(study_folder(name))
    except StudyError as error:
        raise StudyError(
            replace(one, place=replace(one.place, file=f"{shown(name, 200)}/{one.place.file}"))
            for one in error.problems
        ) from error


def _refused(first: str, second: str, study: str, known: list[str]) -> list[Problem]:
    """Why the two cannot be told from each other."""
    of = shown(study, 80)
    choices = ", ".join(known)
    otherwise = Text(
        f"Oppgi to alternativer i `{of}` ({choices}), eller to mapper med studier.",
        f"Name two alternatives of `{of}` ({choices}), or two folders with studies.",
    )
    unknown = [name for name in dict.fromkeys((first, second)) if name not in known and not _is_study(name)]
    text = Text(
        f"dette er verken et alternativ i `{of}`, en mappe eller en innebygd studie",
        f"this is neither an alternative of `{of}`, a folder nor a built-in study",
    )
    if unknown:
        names = [*known, *built_in()]
        return [
            Problem(Place(shown(name, 200) or "''"), text, did_you_mean(name, names, otherwise))
            for name in unknown
        ]
    mixed = Text(
        "det ene er et alternativ og det andre en studie", "one is an alternative and the other a study"
    )
    return [Problem(Place(f"{shown(first, 200)}, {shown(second, 200)}"), mixed, otherwise)]
