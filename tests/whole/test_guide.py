"""The examples of the README and of the guides are valid in the tiny study; their commands can be given."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from scripts.tutorial import walk
from tests.study.overlays import BAD_STUDIES, EXPECTED, TINY

from samvirke.alternatives.plans import plans_of
from samvirke.alternatives.verbs import APPLY
from samvirke.study.files import FILES
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import run

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "guide-study.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "guides").glob("*.md"))
}
PAGES = {"README": README, "guide-study": GUIDE, **GUIDES}


class Words(yaml.SafeLoader):
    """YAML 1.2, in which `on`, `yes` and `no` are words."""


Words.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if first in "tTfF" or not tag.endswith(":bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, flags=re.DOTALL | re.MULTILINE)


def verbs_in(block: str) -> set[str]:
    return set(re.findall(r"^ *verb: (\w+)$", block, flags=re.MULTILINE))


YAML = [(page, block) for page, text in PAGES.items() for block in blocks(text, "yaml")]
RECORDS = [
    pytest.param(block, id=f"{page}-{block.partition(chr(10))[0].removeprefix('# ')}")
    for page, block in YAML
    if block.startswith("# ")
]
CHANGES = [
    pytest.param(block, id=f"{page}-{'-'.join(sorted(verbs_in(block)))}")
    for page, block in YAML
    if not block.startswith("# ")
]
CONSOLE = {page: blocks(text, "console") for page, text in GUIDES.items() if blocks(text, "console")}


@pytest.mark.parametrize("block", CHANGES)
def test_the_changes_of_an_example_can_be_made(block: str, tmp_path: Path) -> None:
    study = Path(shutil.copytree(TINY, tmp_path / "study"))
    indented = "".join(f"  {line}\n" for line in block.splitlines())
    head = "name: An example\nsummary: From the guide.\nchanges:\n"
    (study / "alternatives" / "example.yaml").write_text(head + indented, encoding="utf-8")
    assert "example" in plans_of(read_study(study))


@pytest.mark.parametrize("block", RECORDS)
def test_the_records_of_an_example_can_be_read(block: str, tmp_path: Path) -> None:
    study = Path(shutil.copytree(TINY, tmp_path / "study"))
    for name, text in re.findall(r"^# (\S+\.yaml)\n(.*?)(?=^# |\Z)", block, flags=re.DOTALL | re.MULTILINE):
        file = study / name
        under = yaml.load(file.read_text(encoding="utf-8"), Words) if file.exists() else {}
        file.write_text(yaml.dump(joined(under, yaml.load(text, Words))), encoding="utf-8")
    assert plans_of(read_study(study))


def test_the_texts_of_an_example_bind_figures_that_are_there_and_claims_that_hold(tmp_path: Path) -> None:
    study = Path(shutil.copytree(TINY, tmp_path / "study"))
    examples = [block for text in PAGES.values() for block in blocks(text, "markdown")]
    assert examples
    for block in examples:
        name, _, words = block.removeprefix("# ").partition("\n")
        (study / name).write_text(words, encoding="utf-8")
    content = read_study(study)
    assert {"effects"} <= {key.split(".")[0] for key in content.texts}
    named = [finding for finding in run(content, draws=64).findings if "texts/" in finding.place.file]
    assert named == []


@pytest.mark.slow
@pytest.mark.parametrize("page", CONSOLE)
def test_the_commands_of_a_guide_print_what_it_shows(page: str, tmp_path: Path) -> None:
    only = "".join(f"```console\n{block}```\n" for block in CONSOLE[page])
    shown = [one for _, commands in walk(only, tmp_path) for one in commands]
    assert [f"{one.command}\n{one.printed}" for one in shown if not one.agrees] == []


def joined(under: Any, over: Any) -> Any:
    """A file with an example's records in the place of those with the same ids; the others as they were."""
    if isinstance(over, list) or "changes" in over:
        return over
    if "assumptions" in over:
        return {**under, "assumptions": {**under["assumptions"], **over["assumptions"]}}
    return {**under, **over}


def test_every_verb_and_every_file_is_in_the_guide() -> None:
    assert verbs_in(GUIDES["alternative"]) == set(APPLY)
    table = set(re.findall(r"`([a-z_]+\.yaml)`", GUIDE))
    assert {file.path for file in FILES} <= table


def test_the_error_that_the_guide_shows_is_one_that_is_told() -> None:
    (shown,) = blocks(GUIDE, "text")
    assert shown in {
        (folder / EXPECTED).read_text(encoding="utf-8").partition("---\n")[0]
        for folder in BAD_STUDIES.iterdir()
    }
