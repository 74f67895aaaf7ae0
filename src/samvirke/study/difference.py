"""What one study says otherwise than another: what is added, removed and changed, file by file.

Values are compared as the files write them. A text in bokmål alone is the same with and without `nb:`, and
one id is the same with and without the list around it. Nothing is taken for a new name of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from samvirke.study.document import Document
from samvirke.study.files import FILES
from samvirke.study.study import Study

Kind = Literal["added", "removed", "changed"]
Path = tuple[str, ...]
HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)[\s#]*$")
KEYS = ("id", "actor")  # by these, items of a list are known again wherever they stand


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two studies say differently, or that only one of them says.

    `path` leads from the top of the file to the field: `("desk-fte", "p50")`; in a text it is the heading of
    a section, empty for what stands before the first. `before` and `after` are as the files write them, and
    None where there is nothing; of a section only whether it is there is told.
    """

    file: str
    path: Path
    kind: Kind
    before: Any = None
    after: Any = None

    @property
    def id(self) -> str:
        """The record, or the field of a file that is one record; nothing when it is the whole file."""
        return self.path[0] if self.path else ""

    @property
    def field(self) -> str:
        """The field inside the record; nothing when it is the whole record."""
        return ".".join(self.path[1:])


def differences(old: Study, new: Study) -> tuple[Difference, ...]:
    """Everything in which two studies, as they were read, differ: in the order of the files."""
    return (*_records(old.documents, new.documents), *_texts(old, new))


def record_differences(old: Mapping[str, Document], new: Mapping[str, Document]) -> tuple[Difference, ...]:
    """What the files of records say otherwise, texts left out; by path inside the folder of a study."""
    return tuple(_records(old, new))


def _records(old: Mapping[str, Document], new: Mapping[str, Document]) -> Iterator[Difference]:
    alternatives = sorted(f for f in old.keys() | new.keys() if "/" in f)
    forms = {one.path: one.form for one in FILES}
    for file in (*forms, *alternatives):
        before, after = (documents[file].data if file in documents else None for documents in (old, new))
        if forms.get(file, "record") == "record" and (before is None or after is None):
            yield from _compared(file, (), before, after)
        else:
            nothing: Any = [] if forms.get(file) == "list" else {}
            yield from _compared(file, (), before or nothing, after or nothing)


def _compared(file: str, path: Path, before: Any, after: Any) -> Iterator[Difference]:
    """What differs in a value and below it."""
    before, after = _plain(before), _plain(after)
    if _same(before, after):
        return
    if before is None:
        yield Difference(file, path, "added", None, after)
    elif after is None:
        yield Difference(file, path, "removed", before, None)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            yield from _compared(file, (*path, str(key)), before.get(key), after.get(key))
    elif isinstance(before, list | tuple) or isinstance(after, list | tuple):
        yield from _items(file, path, _listed(before), _listed(after))
    else:
        yield Difference(file, path, "changed", before, after)


def _items(file: str, path: Path, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Difference]:
    """What differs in a list: item by item, or its order when the items are the same."""
    old, new = _by_key(before), _by_key(after)
    if old is None or new is None:
        gone = _without(before, after)
        come = _without(after, before)
        yield from (Difference(file, path, "removed", item, None) for item in gone)
        yield from (Difference(file, path, "added", None, item) for item in come)
        if not gone and not come:
            yield Difference(file, path, "changed", before, after)
        return
    yield from _compared(file, path, old, new)
    kept = [[key for key in one if key in old and key in new] for one in (old, new)]
    if kept[0] != kept[1]:
        yield Difference(file, path, "changed", kept[0], kept[1])


def _by_key(items: Sequence[Any]) -> dict[str, Any] | None:
    """Items by what they are known by, or None when they have nothing of the kind."""
    for key in KEYS:
        if all(isinstance(item, Mapping) and key in item for item in items):
            found = {str(item[key]): {k: v for k, v in item.items() if k != key} for item in items}
            return found if len(found) == len(items) else None
    return None


def _without(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The items for which there is none left among the others."""
    left = list(others)
    found = []
    for item in items:
        match = next((n for n, other in enumerate(left) if _same(item, other)), None)
        if match is None:
            found.append(item)
        else:
            del left[match]
    return found


def _same(before: Any, after: Any) -> bool:
    """Whether two values say the same; `true` is not 1, but 4 is 4.0."""
    before, after = _plain(before), _plain(after)
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return before.keys() == after.keys() and all(_same(before[key], after[key]) for key in before)
    if isinstance(before, list | tuple) and isinstance(after, list | tuple):
        return len(before) == len(after) and all(_same(b, a) for b, a in zip(before, after, strict=True))
    return isinstance(before, bool) == isinstance(after, bool) and bool(before == after)


def _plain(value: Any) -> Any:
    """A text in bokmål alone, and the only item of a list, as themselves."""
    if isinstance(value, Mapping) and list(value) == ["nb"]:
        return _plain(value["nb"])
    if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], Mapping | list):
        return value[0]
    return value


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else (value,)


def _texts(old: Study, new: Study) -> Iterator[Difference]:
    for name in sorted(old.texts.keys() | new.texts.keys()):
        file = f"texts/{name}"
        if name not in old.texts or name not in new.texts:
            yield Difference(file, (), "added" if name in new.texts else "removed")
            continue
        before, after = _sections(old.texts[name]), _sections(new.texts[name])
        for heading in dict.fromkeys((*before, *after)):
            if heading not in before or heading not in after:
                yield Difference(file, (heading,), "added" if heading in after else "removed")
            elif before[heading] != after[heading]:
                yield Difference(file, (heading,), "changed")
        shared = [
            [heading for heading in one if heading in before and heading in after] for one in (before, after)
        ]
        if shared[0] != shared[1]:
            yield Difference(file, (), "changed", shared[0], shared[1])


def _sections(text: str) -> dict[str, str]:
    """What stands under each heading, without blank space at the ends; headings of the same name as one."""
    found: dict[str, list[str]] = {"": []}
    here = ""
    for line in text.splitlines():
        heading = HEADING.match(line)
        if heading:
            here = heading[1]
            found.setdefault(here, [])
        else:
            found[here].append(line.rstrip())
    whole = {heading: "\n".join(lines).strip() for heading, lines in found.items()}
    return {heading: body for heading, body in whole.items() if heading or body}
