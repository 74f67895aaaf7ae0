"""The reference is what the program says of itself, and the docs leave out no command and no rule."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from scripts.markdown import anchor, table
from scripts.reference import COMMAND, FOLDER, commands, pages

from samvirke.cli.rule import every_rule
from samvirke.consequences.catalogue import FIGURES
from samvirke.quantities.units import UNITS
from samvirke.study.json_schema import schemas

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = pages()
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# By hand, and about what is there: neither written by the program, nor of what is planned or decided.
BY_HAND = [
    path
    for path in DOCS
    if FOLDER not in path.parents and path.parent.name != "decisions" and path.name != "roadmap.md"
]
CODE = re.compile(r"\b(?:ALT|ASG|EVD|GRT|MNY|PTH|RSP|TRN|UTR)[0-9]{3}\b")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_of_the_reference_is_not_stale(name: str) -> None:
    place = FOLDER / name
    there = place.read_text(encoding="utf-8") if place.is_file() else ""
    assert there == WRITTEN[name], f"docs/reference/{name} is stale; run `{COMMAND}`."


def test_the_reference_has_no_page_that_nothing_writes() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(WRITTEN)


def test_every_command_is_told_of_in_the_docs_that_are_written_by_hand() -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in BY_HAND)
    silent = [name for name in commands() if not re.search(rf"\bsamvirke {name}\b", told)]
    assert silent == [], "Say in docs/README.md what these commands are for."


def test_the_docs_name_every_rule_and_no_rule_that_is_not_there() -> None:
    named = {code for path in DOCS for code in CODE.findall(path.read_text(encoding="utf-8"))}
    codes = {one.code for one in every_rule()}
    assert named == codes
    assert all(CODE.fullmatch(code) for code in codes), "Add the new family to CODE."


def test_every_field_of_the_json_schemas_is_on_the_page_of_the_files() -> None:
    written: dict[str, set[str]] = {}
    for schema in schemas().values():
        whole = schema.get("additionalProperties") or schema.get("items") or schema
        for name, record in {whole["title"]: whole, **schema.get("$defs", {})}.items():
            if "properties" in record:
                written.setdefault(name, set()).update(record["properties"])
    page = sections(WRITTEN["schema.md"])
    bases = fields(page["Record"]) | fields(page["Change"])
    assert set(page) == {*written, "Record", "Change"}
    for name, names in written.items():
        assert fields(page[name]) <= names <= fields(page[name]) | bases, name


def sections(page: str) -> Mapping[str, str]:
    """What stands under each record's heading."""
    found = re.split(r"^### (\w+)$", page, flags=re.MULTILINE)
    names = found[1::2]
    assert len(names) == len(set(names)), "a record is told twice"
    return dict(zip(names, found[2::2], strict=True))


def fields(section: str) -> set[str]:
    return set(re.findall(r"^\| `([^`]+)` \|", section.partition("\n## ")[0], flags=re.MULTILINE))


def test_every_figure_and_every_unit_is_on_its_page() -> None:
    assert [one.name for one in FIGURES] == re.findall(
        r"^\| `([^`]+)` \|", WRITTEN["figures.md"], re.MULTILINE
    )
    assert all(f"| `{unit}` |" in WRITTEN["schema.md"] for unit in UNITS)


@pytest.mark.parametrize("name", WRITTEN)
def test_every_link_inside_a_page_leads_to_a_heading(name: str) -> None:
    headings = re.findall(r"^#+ (.+)$", WRITTEN[name], flags=re.MULTILINE)
    anchors = {anchor(heading) for heading in headings}
    assert len(anchors) == len(headings), "two headings have the same anchor"
    assert set(re.findall(r"\]\((#[^)]*)\)", WRITTEN[name])) <= anchors


def test_a_cell_of_a_table_stays_one_cell() -> None:
    made = table(("A", "B"), [("a|b", "x < y,\n`a < b`")])
    assert made.splitlines() == ["| A | B |", "| --- | --- |", "| a\\|b | x &lt; y, `a < b` |"]
