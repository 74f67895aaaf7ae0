"""JSON Schemas of the files of a study, for editors that complete and check while one writes.

They say what each file may hold by itself. Ids that lead nowhere, units and sums are left to the reading.
"""

from __future__ import annotations

from typing import Any

from samvirke.study.files import ALTERNATIVE, FILES, StudyFile, adapter
from samvirke.study.records import ID_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KEPT_BY_KEY = ("Assumption",)  # records that lie in a map further in, and have their key as their id


def schemas() -> dict[str, dict[str, Any]]:
    """File name → schema, in the order of the files; `alternative.yaml` is that of alternatives/*.yaml."""
    return {file.path: _schema(file) for file in (*FILES, ALTERNATIVE)}


def _schema(file: StudyFile) -> dict[str, Any]:
    found = adapter(file.model).json_schema(by_alias=True, mode="validation")
    parts: dict[str, Any] = {name: _tidied(part) for name, part in found.pop("$defs", {}).items()}
    record = _tidied(found)
    for part in (record, *(parts[name] for name in KEPT_BY_KEY if name in parts)):
        _keyed(part)
    record["title"] = file.model.__name__
    whole = {"$schema": DIALECT, **_whole(file, record)}
    return {**whole, "$defs": dict(sorted(parts.items()))} if parts else whole


def _whole(file: StudyFile, record: dict[str, Any]) -> dict[str, Any]:
    """The schema of the file round that of its records; an optional file may be empty."""
    description = record.get("description", "")
    if file.form == "record":
        return record
    if file.form == "list":
        return {"title": file.path, "description": description, "type": ["array", "null"], "items": record}
    return {
        "title": file.path,
        "description": description,
        "type": "object" if file.required else ["object", "null"],
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": record,
    }


def _keyed(record: dict[str, Any]) -> None:
    """Take the id out of a record whose id is its key in the file."""
    record["properties"].pop("id", None)
    record["required"] = [name for name in record.get("required", ()) if name != "id"]
    if not record["required"]:
        del record["required"]


def _tidied(part: Any, is_names: bool = False) -> Any:
    """Without made-up titles, and without defaults that are not plain values; `is_names`: keys are fields."""
    if isinstance(part, list):
        return [_tidied(item) for item in part]
    if not isinstance(part, dict):
        return part
    found = {}
    for key, value in part.items():
        noise = key == "title" or (key == "default" and (value is None or isinstance(value, dict | list)))
        if is_names or not noise:
            found[key] = _tidied(value, is_names=not is_names and key in ("properties", "$defs", "mapping"))
    return found
