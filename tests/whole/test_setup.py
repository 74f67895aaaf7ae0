"""The requirement files, the Makefile and pyproject.toml say the same."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]


def pins(name: str) -> dict[str, str]:
    """The one version of each package in a requirement file."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", text, flags=re.MULTILINE)
    assert len({package for package, _ in found}) == len(found), f"{name} pins a package twice"
    return {canonicalize_name(package): version for package, version in found}


def asked(*groups: str) -> list[Requirement]:
    rows = [*PROJECT["project"]["dependencies"], *(row for group in groups for row in GROUPS[group])]
    return [Requirement(row) for row in rows if isinstance(row, str)]


@pytest.mark.parametrize(
    ("file", "groups"),
    [("core.txt", ["build"]), ("dev.txt", ["build", "installer", "dev"])],
)
def test_the_requirement_file_has_what_the_project_asks_for(file: str, groups: list[str]) -> None:
    pinned = pins(file)
    stale = [
        str(row)
        for row in asked(*groups)
        if not row.specifier.contains(pinned.get(canonicalize_name(row.name), "0"), prereleases=True)
    ]
    assert not stale, f"requirements/{file} is older than pyproject.toml; run `make lock`. Missing: {stale}"


def test_developers_have_the_same_versions_as_users() -> None:
    developers = pins("dev.txt")
    for name in ("core.txt", "uv.txt"):
        assert pins(name).items() <= developers.items(), f"{name} and dev.txt differ; run `make lock`."


@pytest.mark.parametrize("name", ["core.txt", "dev.txt", "uv.txt"])
def test_every_pin_has_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_target_of_the_makefile_has_a_help_line() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^\.PHONY: (\S+)", makefile, flags=re.MULTILINE)
    silent = [name for name in targets if not re.search(rf"^{name}:.* ## \S", makefile, flags=re.MULTILINE)]
    assert silent == ["python"], "only the inner check of the Python version goes without"
