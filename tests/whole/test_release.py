"""A fragment of changelog.d says what changes for whom, and a release is made of fragments alone."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from scripts.promised import released
from scripts.release import FRAGMENTS, KINDS, Fragment, faults, fragments, refusals, written

import samvirke
from samvirke.cases import built_in

ROOT = Path(__file__).resolve().parents[2]
README = (FRAGMENTS / "README.md").read_text(encoding="utf-8")
TOWNCRIER = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
GOOD = "Amounts in the first year were discounted. They are now counted in full.\n"


def test_every_fragment_has_a_kind_and_says_in_whole_sentences_what_changes() -> None:
    assert [fault for one in fragments(FRAGMENTS) for fault in faults(one, built_in())] == []


def test_the_kinds_are_those_of_the_release_notes_and_of_the_readme_for_writers() -> None:
    assert tuple(one["directory"] for one in TOWNCRIER["type"]) == KINDS
    assert all(f"| `{kind}` |" in README for kind in KINDS)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("discount.md", GOOD, "call it short-name.kind.md"),
        ("discount.mended.md", GOOD, "call it short-name.kind.md"),
        ("Discount.fixed.md", GOOD, "call it short-name.kind.md"),
        ("discount.fixed.txt", GOOD, "call it short-name.kind.md"),
        ("discount.fixed.md", "", "whole sentences"),
        ("discount.fixed.md", "Discounting mended\n", "whole sentences"),
        ("discount.fixed.md", "mended the discounting of amounts in year nought.\n", "whole sentences"),
        ("discount.figures.md", GOOD, "end with a line `Studies: …`"),
        ("discount.figures.md", f"{GOOD}\nStudies: \n", "end with a line `Studies: …`"),
        ("discount.figures.md", f"{GOOD}\nStudies: starter, traficking\n", "no study is called traficking"),
        ("discount.fixed.md", f"{GOOD}\nStudies: starter\n", "short-name.figures.md"),
    ],
)
def test_a_fragment_that_tells_too_little_is_refused(name: str, text: str, told: str) -> None:
    found = list(faults(Fragment(name, text), built_in()))
    assert all(fault.startswith(f"{name}: ") for fault in found)
    assert any(told in fault for fault in found)


@pytest.mark.parametrize(
    ("name", "text"), [("discount.fixed.md", GOOD), ("discount.figures.md", f"{GOOD}\nStudies: starter\n")]
)
def test_a_fragment_that_tells_enough_is_taken(name: str, text: str) -> None:
    assert list(faults(Fragment(name, text), built_in())) == []


@pytest.mark.parametrize(
    ("version", "day", "known", "kinds", "told"),
    [
        ("", "2027-01-31", (), {"fixed"}, "is not a version"),
        ("1.0", "2027-01-31", (), {"fixed"}, "is not a version"),
        ("0.1.0", "2027-01-31", ("0.1.0",), {"fixed"}, "released already"),
        ("0.0.9", "2027-01-31", (), {"fixed"}, "comes before"),
        ("99.9.9", "2027-01-31", ("99.10.0",), {"fixed"}, "comes before 99.10.0"),
        ("99.10.1", "2027-01-31", ("99.10.0",), {"fixed", "figures"}, "the middle number must rise"),
        ("99.10.1", "2027-01-31", ("99.10.0",), set(), "nothing in changelog.d"),
        ("99.10.1", "2027-02-30", ("99.10.0",), {"fixed"}, "is not a day"),
    ],
)
def test_a_release_that_would_break_the_promise_of_its_number_is_refused(
    version: str, day: str, known: tuple[str, ...], kinds: set[str], told: str
) -> None:
    (refusal,) = refusals(version, day, known, kinds)
    assert told in refusal


@pytest.mark.parametrize(
    ("version", "known", "kinds"),
    [
        (samvirke.__version__, (), set(KINDS)),
        ("99.10.1", ("99.10.0",), {"fixed", "changed"}),
        ("99.11.0", ("99.10.0",), {"figures"}),
    ],
)
def test_a_release_that_keeps_the_promise_is_made(
    version: str, known: tuple[str, ...], kinds: set[str]
) -> None:
    assert list(refusals(version, "2027-01-31", known, kinds)) == []


def test_the_version_is_written_wherever_it_stands() -> None:
    for path, text in written("7.6.5", "2027-01-31").items():
        assert text.count("7.6.5") == 1, path
        assert text.count("2027-01-31") == (path.name != "__init__.py"), path


def test_the_notes_of_a_release_have_every_fragment_and_the_newest_version_first(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "scripts/release_notes.md.j2"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    head, mark, _ = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").partition(TOWNCRIER["start_string"])
    assert mark
    (tmp_path / "CHANGELOG.md").write_text(head + mark, encoding="utf-8")
    shutil.copytree(FRAGMENTS, tmp_path / "changelog.d")
    (tmp_path / "changelog.d" / "one.figures.md").write_text(f"{GOOD}\nStudies: starter\n", encoding="utf-8")
    texts = [one.text for one in fragments(tmp_path / "changelog.d")]
    first = notes(tmp_path, "7.0.0")
    for text in texts:
        assert text.splitlines()[0] in first
    assert first.count("\n- ") == len(texts)
    assert not fragments(tmp_path / "changelog.d")
    (tmp_path / "changelog.d" / "two.fixed.md").write_text(GOOD, encoding="utf-8")
    second = notes(tmp_path, "7.0.1")
    assert released(second) == ("7.0.1", "7.0.0")
    assert "\n\n## 7.0.1, 2027-01-31\n\n### Fixed\n\n- Amounts in" in second
    assert second.endswith(first.partition("## 7.0.0")[2])
    assert "\n\n\n" not in second


def notes(folder: Path, version: str) -> str:
    """The release notes after a release."""
    command = ["towncrier", "build", "--version", version, "--date", "2027-01-31", "--yes"]
    subprocess.run([sys.executable, "-m", *command], cwd=folder, check=True, capture_output=True)
    return (folder / "CHANGELOG.md").read_text(encoding="utf-8")
