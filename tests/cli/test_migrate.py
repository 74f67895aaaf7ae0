"""`samvirke migrate`: what changes is shown first, and written only when that is asked for."""

from pathlib import Path

import pytest
from tests.cli.conftest import Command, copy

from samvirke.study.reading import read_study

OLD = Path(__file__).parent.parent / "studies" / "format-1"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return copy(OLD, tmp_path / "old")


def test_what_would_change_is_shown_and_nothing_is_written(samvirke: Command, old: Path) -> None:
    ran = samvirke("migrate", old, "-l", "en")
    assert ran.returncode == 0
    assert "-format: 1\n+format: 2\n" in ran.stdout
    assert "-    rests_on: admin.interfaces\n+    figure: admin.interfaces\n" in ran.stdout
    assert "Nothing was written." in ran.stdout
    assert contents(old) == contents(OLD)
    told = ran.stdout[ran.stdout.index("From format 1 to 2:") :]
    assert all(len(line) <= 80 for line in told.splitlines())


def test_it_is_written_when_asked_and_is_then_the_same_study(samvirke: Command, old: Path) -> None:
    before = read_study(old)
    ran = samvirke("migrate", old, "--write")
    assert ran.returncode == 0
    assert "3 filer er skrevet." in ran.stdout
    assert read_study(old) == before
    assert "det nyeste" in samvirke("migrate", old, "--write").stdout


def test_a_study_with_a_mistake_is_told_so_and_left_as_it_is(samvirke: Command, old: Path) -> None:
    (old / "tasks.yaml").write_text("aid: {nam: Hjelp}\n", encoding="utf-8")
    before = contents(old)
    ran = samvirke("migrate", old, "--write", "-l", "en")
    assert ran.returncode == 2
    assert "tasks.yaml:1" in ran.stderr
    assert contents(old) == before


def test_a_study_that_comes_with_the_program_is_not_written_in(samvirke: Command) -> None:
    ran = samvirke("migrate", "trafficking", "--write", "-l", "en")
    assert ran.returncode == 2
    assert "a built-in study cannot be changed" in ran.stderr


def test_a_file_that_nobody_else_may_read_stays_so(samvirke: Command, old: Path) -> None:
    (old / "study.yaml").chmod(0o600)
    assert samvirke("migrate", old, "--write").returncode == 0
    assert (old / "study.yaml").stat().st_mode & 0o777 == 0o600
