"""Where there is no room, or nothing may be written: told, and what stood there stands, also for root."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import RUN, environment

ROOT = os.name == "posix" and os.geteuid() == 0
# Root writes everywhere until these are taken from it.
WITHOUT = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
SMALL = 20_000  # bytes; less than the smallest page of a report
Contents = dict[str, bytes]


def contents(folder: Path) -> Contents:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def samvirke(
    folder: Path,
    *arguments: str | Path,
    before: tuple[str, ...] = (),
    limit: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    ran = subprocess.run(
        [*before, sys.executable, "-m", "samvirke", *map(str, arguments)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        preexec_fn=limit,
        check=False,
    )
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with hardly any room."""
    folder = tmp_path / "full"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    if not ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("file systems cannot be mounted here; the limit on file sizes is tested everywhere")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def test_a_disk_that_is_full_is_told_and_what_stood_there_stands(
    full: Path, tiny: Path, tmp_path: Path
) -> None:
    old = {"results.json": b"old", "mine.txt": b"mine"}
    for name, content in old.items():
        (full / name).write_bytes(content)
    ran = samvirke(tmp_path, "run", tiny, "-o", full, *RUN)
    assert ran.returncode == 2
    assert "full" in ran.stderr
    assert contents(full) == old


@pytest.mark.parametrize("command", ["run", "check", "schema"])
def test_a_file_that_may_not_grow_is_told_and_what_stood_there_stands(
    tiny: Path, tmp_path: Path, command: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "results.json").write_bytes(b"old")
    given: dict[str, tuple[str | Path, ...]] = {
        "run": ("run", tiny, "-o", out, *RUN),
        "check": ("check", tiny, "--format", "sarif", "-o", out / "results.json"),
        "schema": ("schema", out),
    }
    ran = samvirke(tmp_path, *given[command], limit=limited)
    assert ran.returncode == 2, ran.stderr
    assert ran.stderr.strip()
    assert contents(out) == {"results.json": b"old"}


def test_no_room_for_a_new_study_leaves_no_part_of_it(full: Path, tmp_path: Path) -> None:
    ran = samvirke(tmp_path, "new", full / "mine", "--from", "trafficking")
    assert ran.returncode == 2, ran.stdout
    assert contents(full) == {}


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
@pytest.mark.parametrize("command", ["run", "check", "new", "schema"])
def test_a_closed_folder_is_told_and_left_as_it_was_also_by_root(
    tiny: Path, tmp_path: Path, command: str
) -> None:
    if ROOT and not shutil.which(WITHOUT[0]):
        pytest.skip("root may write everywhere, and there is no setpriv to stop it")
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "results.json").write_bytes(b"old")
    closed.chmod(0o500)
    given: dict[str, tuple[str | Path, ...]] = {
        "run": ("run", tiny, "-o", closed, *RUN),
        "check": ("check", tiny, "--format", "sarif", "-o", closed / "found.sarif"),
        "new": ("new", closed / "mine"),
        "schema": ("schema", closed),
    }
    ran = samvirke(tmp_path, *given[command], before=WITHOUT if ROOT else ())
    closed.chmod(0o700)
    assert ran.returncode == 2
    assert "closed" in ran.stderr
    assert contents(closed) == {"results.json": b"old"}
