"""The command line as a user meets it: a process of its own, in a folder of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from samvirke.cases import DEFAULT, built_in

Run = subprocess.CompletedProcess[str]
Command = Callable[..., Run]
DRAWS = ("--draws", "64")
RUN = (*DRAWS, "--formats", "html")  # the other formats have tests of their own, and take longer


def environment(**more: str) -> dict[str, str]:
    """A plain terminal; nothing that changes what Samvirke says."""
    kept = {k: v for k, v in os.environ.items() if k not in ("SAMVIRKE_DEBUG", "COLUMNS", "FORCE_COLOR")}
    return {**kept, "PYTHONIOENCODING": "utf-8", **more}


def command(folder: Path, *arguments: str | Path, env: Mapping[str, str] | None = None) -> Run:
    """Run `samvirke` in a folder. Whatever happens, nobody is shown a traceback."""
    ran = subprocess.run(
        [sys.executable, "-m", "samvirke", *map(str, arguments)],
        cwd=folder,
        env=environment(**(env or {})),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran


@pytest.fixture
def samvirke(tmp_path: Path) -> Command:
    return lambda *arguments, **options: command(tmp_path, *arguments, **options)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny study, to run and to spoil."""
    return copy(Path(__file__).parent.parent / "studies" / "tiny", tmp_path / "tiny")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the built-in study, to spoil."""
    return copy(built_in()[DEFAULT], tmp_path / "copied")


def copy(source: Path, target: Path) -> Path:
    return Path(shutil.copytree(source, target))
