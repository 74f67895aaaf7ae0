"""What a study says of its figures, held against them."""

import shutil
from pathlib import Path

import pytest
from tests.study.overlays import TINY

from samvirke.study.bindings import claim
from samvirke.study.reading import read_study
from samvirke.uncertainty.claims import holds, likeness
from samvirke.uncertainty.results import Results, run


@pytest.fixture(scope="module")
def results() -> Results:
    return run(read_study(TINY), draws=64)


def saying(tmp_path: Path, text: str) -> list[tuple[str, str, int | None]]:
    folder = tmp_path / "study"
    shutil.copytree(TINY, folder)
    (folder / "texts" / "effects.nb.md").write_text(text, encoding="utf-8")
    found = run(read_study(folder), draws=64).findings
    return [(f.code, f.place.file, f.place.line) for f in found if f.place.file.startswith("texts")]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("holds: today.total > 0", True),
        ("holds: today.total < 0", False),
        ("holds: today.total = zero: today.total", True),
        ("holds: one-more: today.total <= zero: today.total", True),
        ("holds: any: today.total < 0", False),
        ("holds: today.totally > 0", None),
        ("holds: nobody: today.total > 0", None),
        ("holds: today.total > zero: today.totally", None),
    ],
)
def test_a_claim_holds_fails_or_names_what_is_not_there(
    results: Results, written: str, wanted: bool | None
) -> None:
    assert holds(claim(written), results.figures, results.zero) is wanted


def test_any_means_at_least_one_of_those_compared_with_zero(results: Results) -> None:
    values = [results.figures[name, "one_off.total", False].expected for name in results.compared]
    assert holds(claim(f"holds: any: one_off.total >= {max(values):.3f}"), results.figures, results.zero)
    over = f"holds: any: one_off.total >= {max(values) + 1:.3f}"
    assert holds(claim(over), results.figures, results.zero) is False


def test_true_claims_and_figures_that_are_there_are_no_findings(tmp_path: Path) -> None:
    assert saying(tmp_path, "{{today.total}}. {{holds: today.total > 0}}\n") == []


def test_a_false_claim_and_an_unknown_figure_are_told_where_they_stand(tmp_path: Path) -> None:
    text = "Ord.\n\nMer {{holds: today.total < 0}}\nog {{one-more: one_off.totally}}.\n"
    assert sorted(saying(tmp_path, text)) == [
        ("EVD901", "texts/effects.nb.md", 4),
        ("EVD902", "texts/effects.nb.md", 3),
    ]


@pytest.mark.parametrize(
    ("written", "like"),
    [
        ("today.total > 12", "alike"),
        ("moved: expenditure.total.2023 <= today.total", "alike"),
        ("one_off.total < moved: npv.resources", "alike"),
        ("one_off.total < today.total", "money"),
        ("today.total > admin.gaps", "unlike"),
        ("ceiling.strict > admin.gaps", "unlike"),
        ("today.total > today.totally", "alike"),  # the figure that is not there is told by itself
    ],
)
def test_only_figures_in_one_unit_are_alike(written: str, like: str) -> None:
    assert likeness(claim(f"holds: {written}")) == like


def test_a_claim_of_unlike_figures_is_told_and_does_not_count_as_holding(
    results: Results, tmp_path: Path
) -> None:
    assert holds(claim("holds: today.total >= admin.gaps"), results.figures, results.zero) is None
    told = saying(tmp_path, "{{holds: today.total >= zero: admin.gaps}}\n")
    assert told == [("EVD903", "texts/effects.nb.md", 1)]


def test_a_criterion_for_stopping_that_is_no_figure_is_told_where_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    shutil.copytree(TINY, folder)
    file = folder / "alternatives" / "moved.yaml"
    criteria = "[{figure: admin.gaps, threshold: 1}, {figure: budget.change.kap-9-1.2022, threshold: 1}]"
    written = file.read_text(encoding="utf-8").replace(
        "    to: social\n", f"    to: social\n    until: 2023-01\n    stop_criteria: {criteria}\n", 1
    )
    file.write_text(written, encoding="utf-8")
    found = [one for one in run(read_study(folder), draws=64).findings if one.code == "EVD901"]
    line = written.splitlines().index(f"    stop_criteria: {criteria}") + 1
    told = [(one.place.file, one.place.line) for one in found if one.place.file.startswith("alternatives")]
    assert told == [("alternatives/moved.yaml", line)]
