"""Writing changes back to a file: only what changes is touched, everything else is kept to the byte.

The parser says from where to where each value stands; a change replaces that stretch of the text. Comments,
quotation marks, order and layout of the rest stay because nobody writes them again.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Final

import yaml

from samvirke.errors import StudyError
from samvirke.study.document import FieldPath, read_document
from samvirke.study.yaml_values import after_colon, fields, item, items, on_one_line, plain


class _Removed:
    """The type of REMOVED."""


REMOVED: Final = _Removed()
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
BOM = "\ufeff"


def edited(text: str, edits: Mapping[FieldPath, object]) -> str:
    r"""The text of a YAML file with some of its fields set, added or removed.

    A path leads from the top of the file to a field; a number is an item of a list, and the number after
    the last adds one. The value `REMOVED` takes the field away. Fields on the way there are made if missing.

    Raises StudyError when the text cannot be read, KeyError when a path leads nowhere.

    >>> edited("desk:  # in Oslo\n  kind: unit\n", {("desk", "kind"): "agency"})
    'desk:  # in Oslo\n  kind: agency\n'
    """
    mark = BOM if text.startswith(BOM) else ""
    windows = "\r\n" in text
    now = text.removeprefix(BOM).replace("\r\n", "\n")
    data = _data(now)
    for path, value in edits.items():
        written = value if value is REMOVED else plain(value)
        data = _changed(data, path, written)
        now = _spliced(now, path, written)
    if _data(now) != data:
        raise AssertionError("the text would not be read back as it was meant")
    if not edits:
        return text
    return mark + (now.replace("\n", "\r\n") if windows else now)


def renamed(text: str, names: Mapping[FieldPath, str]) -> str:
    r"""The text of a YAML file with some of its fields called something else, each where it stands.

    Raises KeyError when a path leads nowhere.

    >>> renamed("desk:  # in Oslo\n  sort: unit\n", {("desk", "sort"): "kind"})
    'desk:  # in Oslo\n  kind: unit\n'
    """
    mark = BOM if text.startswith(BOM) else ""
    windows = "\r\n" in text
    now = text.removeprefix(BOM).replace("\r\n", "\n")
    layout = _Layout(now)
    stretches = [(*_name_at(layout, path), name) for path, name in names.items()]
    for start, end, name in sorted(stretches, reverse=True):
        now = now[:start] + name + now[end:]
    return mark + (now.replace("\n", "\r\n") if windows else now)


def _name_at(layout: _Layout, path: FieldPath) -> tuple[int, int]:
    """From where to where the name of a field stands."""
    node = layout.root
    for key in path[:-1]:
        node = _below(node, key)
    for name, _ in node.value if isinstance(node, yaml.MappingNode) else ():
        if name.value == str(path[-1]):
            return layout.start(name), layout.end(name)
    raise KeyError(path)


def _data(text: str) -> Any:
    document = read_document("", text)
    if document.problems:
        raise StudyError(document.problems)
    return document.data


def _changed(data: Any, path: FieldPath, value: object) -> Any:
    """The data with one change; also the judge of whether a path leads anywhere."""
    if not path:
        return None if value is REMOVED else value
    key, *rest = path
    new = copy.copy(data) if data is not None else _container(key)
    present = key in new if isinstance(new, dict) else isinstance(key, int) and 0 <= key < len(new)
    if not present and (value is REMOVED or (isinstance(new, list) and key != len(new))):
        raise KeyError(path)
    if value is REMOVED and not rest:
        del new[key]
        return new
    below = _changed(new[key] if present else None, tuple(rest), value)
    if isinstance(new, list) and not present:
        new.append(below)
    else:
        new[key] = below
    return new


class _Layout:
    """Where the nodes of a text stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        loader = Loader(text)
        try:
            self.root = loader.get_single_node()
        finally:
            loader.dispose()

    def start(self, node: Any) -> int:
        line: int = node.start_mark.line
        return self.starts[line] + int(node.start_mark.column)

    def end(self, node: Any) -> int:
        """Where a node's last character stands; comments and blank lines after it are not part of it."""
        if not isinstance(node, yaml.ScalarNode) and not node.flow_style:
            last = node.value[-1]
            return self.end(last[1] if isinstance(node, yaml.MappingNode) else last)
        end = self.starts[node.end_mark.line] + node.end_mark.column
        is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return len(self.text[:end].rstrip("\n")) if is_block else end

    def line_end(self, position: int) -> int:
        """The end of the line that a position is on."""
        found = self.text.find("\n", position)
        return len(self.text) if found < 0 else found

    def colon(self, key: Any) -> int:
        """Just after the colon of a field's name."""
        return self.text.index(":", self.end(key)) + 1


def _spliced(text: str, path: FieldPath, value: object) -> str:
    layout = _Layout(text)
    trail: list[tuple[Any, str | int]] = []
    node = layout.root
    while len(trail) < len(path):
        key = path[len(trail)]
        below = _below(node, key)
        if below is None:
            break
        trail.append((node, key))
        node = below
    rest = path[len(trail) :]
    if value is REMOVED:
        return _without(layout, trail, path)
    if rest and not _holds_something(node):
        # Nothing to add to: the value of the field itself becomes a set of fields.
        below = _nested(rest[1:], value)
        is_list = isinstance(node, yaml.SequenceNode) or (not _is_map(node) and rest[0] == 0)
        return _with(layout, trail, node, [below] if is_list else {rest[0]: below})
    if rest:
        return _added(layout, node, rest[0], _nested(rest[1:], value), _in_brackets(trail, node))
    return _with(layout, trail, node, value)


def _below(node: Any, key: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key]
    return None


def _holds_something(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.value)


def _is_map(node: Any) -> bool:
    return isinstance(node, yaml.MappingNode)


def _container(key: str | int) -> Any:
    """What is made for a path that goes on: a list for its first item, else a set of fields."""
    return [] if key == 0 else {}


def _nested(path: FieldPath, value: object) -> object:
    for key in reversed(path):
        value = [value] if key == 0 else {key: value}
    return value


def _in_brackets(trail: list[tuple[Any, str | int]], node: Any = None) -> bool:
    nodes = [above for above, _ in trail] + ([node] if node is not None else [])
    return any(isinstance(above, yaml.CollectionNode) and above.flow_style for above in nodes)


def _with(layout: _Layout, trail: list[tuple[Any, str | int]], node: Any, value: object) -> str:
    """The text with a new value where the trail ends."""
    text = layout.text
    if not trail:
        body = (
            fields(value, 0)
            if isinstance(value, dict)
            else items(value, 0)
            if isinstance(value, list)
            else ""
        )
        kept = text if node is None else text[: layout.start(node)]
        return f"{kept.rstrip(' ')}{body}\n"
    above, key = trail[-1]
    style = node.style if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else None
    end = layout.end(node)
    if _in_brackets(trail):
        start = layout.start(node)
        bare = start == end and text[start - 1 : start] == ":"
        return text[:start] + " " * bare + on_one_line(value, style, in_brackets=True) + text[end:]
    if isinstance(above, yaml.MappingNode):
        name = next(name for name, _ in above.value if name.value == str(key))
        start = layout.colon(name)
        return text[:start] + after_colon(value, name.start_mark.column, style) + text[max(end, start) :]
    start = layout.start(node)
    written = on_one_line(value, style) if style else item(value, above.start_mark.column + 2)
    gap = " " if text[start - 1 : start] == "-" else ""
    return text[:start] + gap + written + text[end:]


def _added(layout: _Layout, node: Any, key: str | int, value: object, in_brackets: bool) -> str:
    """The text with one more field in a record, or one more item in a list."""
    text, end = layout.text, layout.end(node)
    is_list = isinstance(node, yaml.SequenceNode)
    if in_brackets:
        written = on_one_line(value, in_brackets=True)
        name = "" if is_list else f"{on_one_line(key, in_brackets=True)}: "
        last = node.value[-1] if is_list else node.value[-1][1]
        at = layout.end(last)
        return f"{text[:at]}, {name}{written}{text[at:]}"
    indent = node.start_mark.column
    body = items([value], indent) if is_list else fields({key: value}, indent)
    at = layout.line_end(end)
    return f"{text[:at]}\n{' ' * indent}{body}{text[at:]}"


def _without(layout: _Layout, trail: list[tuple[Any, str | int]], path: FieldPath) -> str:
    """The text without a field; what held nothing else is left empty."""
    text = layout.text
    above, key = trail[-1]
    is_list = isinstance(above, yaml.SequenceNode)
    pairs = [(one, one) for one in above.value] if is_list else list(above.value)
    if len(pairs) == 1:
        return (
            _with(layout, trail[:-1], above, [] if is_list else {})
            if len(path) > 1
            else _emptied(layout, is_list)
        )
    number = next(
        i
        for i, (name, _) in enumerate(pairs)
        if (is_list and i == key) or (not is_list and name.value == str(key))
    )
    name, value = pairs[number]
    start, end = layout.start(name), layout.end(value)
    if _in_brackets(trail):
        if number:
            return text[: layout.end(pairs[number - 1][1])] + text[end:]
        return text[:start] + text[layout.start(pairs[1][0]) :]
    line = text.rfind("\n", 0, start) + 1
    if is_list or not text[line:start].strip():
        return text[:line] + text[layout.line_end(end) + 1 :]
    return text[:start] + text[layout.start(pairs[number + 1][0]) :]  # the first field after a hyphen


def _emptied(layout: _Layout, is_list: bool) -> str:
    """The text with nothing left in it but the comments before and after."""
    text, root = layout.text, layout.root
    return text[: layout.start(root)] + ("[]" if is_list else "{}") + text[layout.end(root) :]
