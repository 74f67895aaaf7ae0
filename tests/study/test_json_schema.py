"""The schemas for editors agree with what reading accepts."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.study.overlays import BAD_STUDIES, TESTS, TINY

from samvirke.study.document import read_document
from samvirke.study.json_schema import schemas

SCHEMAS = schemas()
CASES = TESTS.parent / "src" / "samvirke" / "cases"
FILES = sorted([*TINY.rglob("*.yaml"), *CASES.rglob("*.yaml")])
# Mistakes that an editor sees: they lie in one field of one file.
SEEN = (
    "a-number-where-a-text-belongs/sources.yaml",
    "amount-below-nothing/spending.yaml",
    "amount-with-decimal-comma/spending.yaml",
    "criterion-that-measures-something-else/grant_schemes.yaml",
    "date-that-is-a-number/study.yaml",
    "field-misspelt/actors.yaml",
    "field-missing/lines.yaml",
    "field-of-another-verb/alternatives/moved.yaml",
    "hand-off-class-unknown/pathways.yaml",
    "id-stated-inside-the-record/actors.yaml",
    "id-with-capitals/actors.yaml",
    "list-has-too-few-items/assumptions.yaml",
    "month-in-another-form/alternatives/moved.yaml",
    "number-in-quotation-marks/assumptions.yaml",
    "number-too-high/study.yaml",
    "person-without-a-way/pathways.yaml",
    "power-over-everyone-misspelt/alternatives/wrong.yaml",
    "scheme-without-a-task/grant_schemes.yaml",
    "share-above-one/spending.yaml",
    "text-in-a-third-language/study.yaml",
    "transfer-to-a-need-misspelt/alternatives/wrong.yaml",
    "unit-misspelt/assumptions.yaml",
    "value-outside-the-choices/actors.yaml",
    "verb-unknown/alternatives/wrong.yaml",
    "whole-number-wanted/lines.yaml",
    "yes-where-true-belongs/alternatives/zero.yaml",
)


def validator(path: Path) -> Draft202012Validator:
    name = "alternative.yaml" if path.parent.name == "alternatives" else path.name
    return Draft202012Validator(SCHEMAS[name])


def data(path: Path) -> Any:
    document = read_document(path.name, path.read_text(encoding="utf-8"))
    assert document.problems == ()
    return json.loads(json.dumps(document.data))  # keys are strings in JSON


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_good_file_agrees_with_its_schema(path: Path) -> None:
    assert [error.message for error in validator(path).iter_errors(data(path))] == []


@pytest.mark.parametrize("name", SEEN)
def test_an_editor_sees_a_mistake_in_one_field(name: str) -> None:
    path = BAD_STUDIES / name
    assert list(validator(path).iter_errors(data(path))) != []


def test_schemas_are_the_same_each_time() -> None:
    assert json.dumps(schemas()) == json.dumps(SCHEMAS)


def fields_without_description(part: Any, where: str = "") -> list[str]:
    if isinstance(part, list):
        return [name for item in part for name in fields_without_description(item, where)]
    if not isinstance(part, dict):
        return []
    found = []
    for name, field in part.get("properties", {}).items():
        if "description" not in field:
            found.append(f"{where}.{name}")
        found += fields_without_description(field, f"{where}.{name}")
    for key, below in part.items():
        if key != "properties":
            found += fields_without_description(below, where or str(part.get("title", key)))
    return found


PLAIN = {
    "name",
    "nb",
    "en",
    "actor",
    "task",
    "text",
    "verb",
    "reason",
    "group",
    "unit",
    "value",
    "title",
    "date",
}


def test_every_field_whose_name_does_not_say_it_all_is_described() -> None:
    missing = {name for schema in SCHEMAS.values() for name in fields_without_description(schema)}
    assert sorted(name for name in missing if name.rpartition(".")[2] not in PLAIN) == []
