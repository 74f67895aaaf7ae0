"""The made-up studies of the benchmarks: as large as asked for, the same each time, and right to read."""

from pathlib import Path
from typing import get_args

import pytest
from benchmarks.large_study import LARGE, SMALL, Size, study_files, write_study

from samvirke.alternatives.plans import plans_of
from samvirke.alternatives.verbs import APPLY
from samvirke.report.report import report
from samvirke.report.writing.html import html
from samvirke.study.organisation import Part
from samvirke.study.reading import read_study
from samvirke.study.study import Study
from samvirke.uncertainty.results import run


def made(folder: Path, size: Size, seed: int = 1) -> Study:
    write_study(folder, size, seed)
    return read_study(folder)


def size_of(study: Study) -> Size:
    parts = get_args(Part)
    return Size(
        actors=len(study.actors),
        tasks=len(study.tasks),
        parts=sum(len(r.of(part)) for r in study.responsibilities.values() for part in parts),
        rows=len(study.spending),
        assumptions=len(study.assumptions),
        alternatives=len(study.alternatives) - 1,
    )


def near(size: Size) -> Size:
    """Assumptions come six at a time, and one besides."""
    return Size(**{**vars(size), "assumptions": 1 + 6 * ((size.assumptions - 1) // 6)})


@pytest.mark.parametrize("size", [SMALL, LARGE.times(0.15), Size(60, 200, 900, 300, 40, 3)])
def test_a_made_up_study_has_as_many_of_each_as_was_asked_for(tmp_path: Path, size: Size) -> None:
    assert size_of(made(tmp_path, size)) == near(size)


def test_the_large_study_has_the_size_of_the_budget() -> None:
    assert (LARGE.actors, LARGE.tasks, LARGE.parts, LARGE.rows, LARGE.alternatives) == (
        500, 2_000, 10_000, 5_000, 30,
    )  # fmt: skip


def test_each_alternative_uses_all_twelve_verbs_and_can_be_made(tmp_path: Path) -> None:
    study = made(tmp_path, SMALL)
    for key in study.alternatives:
        used = {written.change.verb for written in study.changes(key)}
        assert used == set(APPLY) or key == "zero", key
    assert list(plans_of(study)) == list(study.alternatives)


def test_a_made_up_study_can_be_run_and_reported(tmp_path: Path) -> None:
    results = run(made(tmp_path, Size(**{**vars(SMALL), "alternatives": 2})), draws=16)
    page = html(report(results), "nb")
    assert all(f'id="parts-{key}"' in page for key in results.compared)


def test_the_same_size_and_seed_give_the_same_study_and_another_seed_another() -> None:
    assert study_files(SMALL, seed=3) == study_files(SMALL, seed=3) != study_files(SMALL, seed=4)
