"""The texts of files that say what merged data says: only what differs is written, all else is kept."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from samvirke.study.document import read_document
from samvirke.study.writing import REMOVED, edited
from samvirke.study.yaml_values import fields, items

FieldPath = tuple[str | int, ...]
FEW = 8  # edits for which a whole file is read again each time


def edits(old: Any, new: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """What must be set and removed for the old data to become the new."""
    if isinstance(old, dict) and isinstance(new, dict) and old:
        for key in old:
            if key not in new:
                yield (*path, key), REMOVED
        for key, value in new.items():
            if key not in old:
                yield (*path, key), value
            else:
                yield from edits(old[key], value, (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and _has_records(old) and _has_records(new):
        yield from _of_lists(old, new, path)
    elif old != new or isinstance(old, bool) != isinstance(new, bool):
        yield path, new


def _has_records(items: list[Any]) -> bool:
    return any(isinstance(item, dict) for item in items)


def _of_lists(old: list[Any], new: list[Any], path: FieldPath) -> Iterator[tuple[FieldPath, Any]]:
    """Items are known by their ids, or by all they say; one put in between has the list written again."""
    alike = difflib.SequenceMatcher(None, _names(old), _names(new), autojunk=False)
    codes = alike.get_opcodes()
    middle = any(
        (kind == "insert" and first < len(old)) or (kind == "replace" and end - first != to - start)
        for kind, first, end, start, to in codes
    )
    if middle:
        yield path, new
        return
    removed: list[FieldPath] = []
    for kind, first, end, start, to in codes:
        if kind in ("equal", "replace"):
            for number, other in zip(range(first, end), range(start, to), strict=True):
                yield from edits(old[number], new[other], (*path, number))
        elif kind == "delete":
            removed += [(*path, number) for number in range(first, end)]
        else:
            yield from (((*path, len(old) + n), new[start + n]) for n in range(to - start))
    yield from ((one, REMOVED) for one in reversed(removed))


def _names(found: list[Any]) -> list[str]:
    if all(isinstance(item, dict) and "id" in item for item in found):
        return [str(item["id"]) for item in found]
    return [json.dumps(item, sort_keys=True, ensure_ascii=False) for item in found]


def rewritten(text: str | None, old: Any, new: Any) -> str:
    """A file's text, with its old data, so that it says the new; of a new file, all of it."""
    if text is None or old is None:
        body = items(new, 0) if isinstance(new, list) else fields(new, 0)
        return f"{text or ''}{body}\n"
    found = dict(edits(old, new))
    if not found:
        return text
    if len(found) <= FEW or not isinstance(old, dict):
        return edited(text, found)
    return _by_record(text, found)


def _by_record(text: str, found: Mapping[FieldPath, Any]) -> str:
    """The same, a record at a time: reading the whole file for each edit of many would take too long."""
    document = read_document("", text.removeprefix("\ufeff"))
    starts = {path[0]: line - 1 for path, line in document.lines.items() if len(path) == 1}
    lines = text.splitlines(keepends=True)
    in_block = all(lines[line][:1] not in " \t{[" for line in starts.values()) and "\r" not in text
    if not in_block or text.startswith("\ufeff"):
        return edited(text, found)
    inside: dict[Any, dict[FieldPath, Any]] = {}
    whole: dict[FieldPath, Any] = {}
    added: dict[Any, Any] = {}
    for path, value in found.items():
        if path[0] not in starts:
            added[path[0]] = value
        elif len(path) == 1 and value is REMOVED:
            whole[path] = value
        else:
            inside.setdefault(path[0], {})[path] = value
    order = sorted(starts, key=lambda key: starts[key])
    ends = [*(starts[key] for key in order[1:]), len(lines)]
    parts = ["".join(lines[: starts[order[0]]])]
    for key, end in zip(order, ends, strict=True):
        record = "".join(lines[starts[key] : end])
        parts.append(edited(record, inside[key]) if key in inside else record)
    now = "".join(parts)
    if whole:
        now = edited(now, whole)
    if added:
        now = (now if now.endswith("\n") else f"{now}\n") + fields(added, 0) + "\n"
    return now
