"""The Python that the guide shows can be run, and prints what it shows; the doors do what they promise."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from scripts.python_guide import COMMAND, EXAMPLE, PAGE, renewed
from tests.study.overlays import TINY

import samvirke
from samvirke import doors

GUIDE = PAGE.read_text(encoding="utf-8")
HEAVY = ("numpy", "scipy", "pydantic", "yaml", "jinja2", "typing")


def test_the_python_of_the_guide_prints_what_it_shows(tmp_path: Path) -> None:
    assert len(EXAMPLE.findall(GUIDE)) == GUIDE.count("```python") > 0
    assert renewed(GUIDE, tmp_path) == GUIDE, f"The guide is stale; look, and run `{COMMAND}`."


def test_the_guide_names_every_door_and_its_arguments() -> None:
    for name in samvirke.__all__:
        assert f"`{name}" in GUIDE or name == "__version__", name


def test_importing_samvirke_reads_nothing_of_the_engine() -> None:
    code = "import sys, samvirke; print([name for name in sys.argv[1:] if name in sys.modules])"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code, *HEAVY], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(Path(samvirke.__file__).parents[1])},
    )  # fmt: skip
    assert ran.stdout.strip() == "[]"


def test_every_promised_name_is_there_and_is_the_one_behind_the_door() -> None:
    assert samvirke.__all__ == sorted(samvirke.__all__)
    assert set(samvirke.__all__) == {*doors.__all__, "__version__"}
    assert dir(samvirke) == samvirke.__all__
    for name in doors.__all__:
        assert getattr(samvirke, name) is getattr(doors, name)


def test_a_name_that_is_not_promised_is_not_there() -> None:
    with pytest.raises(AttributeError, match="plans_of"):
        samvirke.plans_of  # noqa: B018


@pytest.mark.parametrize(("draws", "seed"), [(1, 1), (2**20 + 1, 1), (64, -1), (64, 2**32)])
def test_draws_and_seeds_out_of_range_are_refused(draws: int, seed: int) -> None:
    study = samvirke.read_study(TINY)
    with pytest.raises(ValueError, match="must be from"):
        samvirke.run(study, draws=draws, seed=seed)


@pytest.mark.parametrize("inside", [".", "alternatives", "texts/deep"])
def test_a_report_is_not_written_among_the_files_of_a_study(tmp_path: Path, inside: str) -> None:
    (tmp_path / "study.yaml").touch()
    results = samvirke.run(samvirke.read_study(TINY), draws=64)
    with pytest.raises(samvirke.StudyError, match="study's own"):
        samvirke.write_report(results, tmp_path / inside)
    assert [path.name for path in tmp_path.iterdir()] == ["study.yaml"]


def test_a_report_may_be_written_beside_the_files_that_a_study_reads(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").touch()
    results = samvirke.run(samvirke.read_study(TINY), draws=64)
    files = samvirke.write_report(results, tmp_path / "out")
    assert all(file.is_file() for file in files)
    assert {file.parent for file in files} == {tmp_path / "out"}


def test_a_check_from_python_finds_what_the_command_finds_and_excuses_lapse_by_the_day_given() -> None:
    study = samvirke.read_study(samvirke.built_in()["trafficking"])
    now, later = samvirke.check(study), samvirke.check(study, today=date(9999, 1, 1))
    assert len(now.excused) >= len(later.excused) == 0
    assert len(now.findings) + len(now.excused) <= len(later.findings)
