"""The examples of the README and of docs/guide-study.md are valid in the tiny study."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.study.overlays import BAD_STUDIES, EXPECTED, TINY

from samvirke.alternatives.plans import plans_of
from samvirke.alternatives.verbs import APPLY
from samvirke.study.files import FILES
from samvirke.study.reading import read_study

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "guide-study.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, flags=re.DOTALL | re.MULTILINE)


def verbs_in(block: str) -> set[str]:
    return set(re.findall(r"^ *verb: (\w+)$", block, flags=re.MULTILINE))


CHANGES = [block for block in blocks(GUIDE, "yaml") if verbs_in(block)]
RECORDS = [block for block in (*blocks(GUIDE, "yaml"), *blocks(README, "yaml")) if block.startswith("# ")]


@pytest.mark.parametrize("block", CHANGES, ids=lambda block: "-".join(sorted(verbs_in(block))))
def test_the_changes_of_an_example_can_be_made(block: str, tmp_path: Path) -> None:
    study = Path(shutil.copytree(TINY, tmp_path / "study"))
    indented = "".join(f"  {line}\n" for line in block.splitlines())
    head = "name: An example\nsummary: From the guide.\nchanges:\n"
    (study / "alternatives" / "example.yaml").write_text(head + indented, encoding="utf-8")
    assert "example" in plans_of(read_study(study))


@pytest.mark.parametrize("block", RECORDS, ids=lambda block: block.partition("\n")[0].removeprefix("# "))
def test_the_records_of_an_example_can_be_read(block: str, tmp_path: Path) -> None:
    study = Path(shutil.copytree(TINY, tmp_path / "study"))
    for name, text in re.findall(r"^# (\S+\.yaml)\n(.*?)(?=^# |\Z)", block, flags=re.DOTALL | re.MULTILINE):
        file = study / name
        under = yaml.safe_load(file.read_text(encoding="utf-8"))
        file.write_text(yaml.dump(joined(under, yaml.safe_load(text))), encoding="utf-8")
    assert plans_of(read_study(study))


def joined(under: Any, over: Any) -> Any:
    """A file with an example's records in the place of those with the same ids; the others as they were."""
    if isinstance(over, list) or "changes" in over:
        return over
    if "assumptions" in over:
        return {**under, "assumptions": {**under["assumptions"], **over["assumptions"]}}
    return {**under, **over}


def test_every_verb_and_every_file_is_in_the_guide() -> None:
    assert set().union(*map(verbs_in, CHANGES)) == set(APPLY)
    table = set(re.findall(r"`([a-z]+\.yaml)`", GUIDE))
    assert {file.path for file in FILES} <= table


def test_the_error_that_the_guide_shows_is_one_that_is_told() -> None:
    (shown,) = blocks(GUIDE, "text")
    assert shown in {
        (folder / EXPECTED).read_text(encoding="utf-8").partition("---\n")[0]
        for folder in BAD_STUDIES.iterdir()
    }
