"""YAML 1.2 text to plain data, with the line of every key, and nothing unsafe let through.

libyaml does the parsing, through PyYAML, because it gives line numbers forty times faster than a parser in
Python. Data is built from its events one by one, so that too many levels stop the reading before they fill
the memory. The reading of scalars is our own: YAML 1.2's core schema, so that `NO` is a string and `012`
is 12.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from samvirke.errors import Place, Problem
from samvirke.study.shown import shown
from samvirke.study.yaml_faults import (
    ALIAS,
    BAD_KEY,
    CONTROL,
    DIRECTIVE,
    ESCAPED,
    MISFIT,
    REPEATED,
    SEVERAL,
    TAGGED,
    TOO_LARGE,
    TOO_MANY,
    Message,
    problem,
    syntax_problem,
)

FieldPath = tuple[str | int, ...]
MAX_BYTES = 4_000_000
MAX_NODES = 100_000
MAX_DEPTH = 30
MAX_DIGITS = 40
MAX_PROBLEMS = 50

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Control characters, and those that turn the direction of writing: they steer terminals and hide text.
_TEXT = "\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
NOT_TEXT = re.compile(f"[^\r{_TEXT}]")
NOT_IN_VALUES = re.compile(f"[^{_TEXT}]")
PER_CENT_FIRST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*%")
INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
CONSTANTS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its data, the line of each field (from 1), and what could not be used."""

    name: str
    data: Any
    lines: dict[FieldPath, int]
    problems: tuple[Problem, ...]

    def place(self, path: FieldPath) -> Place:
        """Where a field stands, or the nearest field around it that has a line."""
        field = ".".join(shown(part) for part in path)
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        return Place(self.name, self.lines.get(known), field)


class _Stop(Exception):  # noqa: N818 - not an error: the rest of the file is left unread
    """The file cannot be read further; what is wrong has been written down."""


class _Builder:
    """Turns the parser's events into data, collecting lines and problems on the way."""

    def __init__(self, name: str, loader: Any) -> None:
        self.name, self.loader = name, loader
        self.lines: dict[FieldPath, int] = {}
        self.problems: list[Problem] = []
        self.nodes = 0

    def refuse(self, event: Any, message: Message, /, **values: object) -> None:
        line = event.start_mark.line + 1
        if len(self.problems) >= MAX_PROBLEMS:
            self.problems.append(problem(self.name, line, TOO_MANY))
            raise _Stop
        self.problems.append(problem(self.name, line, message, **values))

    def count(self, event: Any, depth: int) -> None:
        """One value more; stops at a file that has too many of them, or too many levels."""
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            self.refuse(event, TOO_LARGE)
            raise _Stop

    def document(self) -> Any:
        """The data of the file's one document; None when the file says nothing."""
        self.loader.get_event()
        if self.loader.check_event(yaml.StreamEndEvent):
            return None
        self.loader.get_event()
        data = self.build(self.loader.get_event(), ())
        self.loader.get_event()
        if not self.loader.check_event(yaml.StreamEndEvent):
            self.refuse(self.loader.peek_event(), SEVERAL)
        return data

    def build(self, event: Any, path: FieldPath) -> Any:
        self.lines.setdefault(path, event.start_mark.line + 1)
        self.count(event, len(path))
        if event.anchor is not None:
            self.refuse(event, ALIAS)
            if isinstance(event, yaml.AliasEvent):
                return None
        if event.tag is not None:
            self.refuse(event, TAGGED)
        if isinstance(event, yaml.ScalarEvent):
            return self.value(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def value(self, event: Any) -> object:
        if NOT_IN_VALUES.search(event.value):  # the file has none: it was written as a code
            self.refuse(event, ESCAPED)
        return scalar(event.value, quoted=bool(event.style))

    def sequence(self, path: FieldPath) -> list[Any]:
        found: list[Any] = []
        while not self.loader.check_event(yaml.SequenceEndEvent):
            found.append(self.build(self.loader.get_event(), (*path, len(found))))
        self.loader.get_event()
        return found

    def mapping(self, path: FieldPath) -> dict[str | int, Any]:
        found: dict[str | int, Any] = {}
        while not self.loader.check_event(yaml.MappingEndEvent):
            event = self.loader.get_event()
            key = self.key(event, path)
            if key is None:
                self.skip(self.loader.get_event())
            elif key in found:
                self.refuse(event, REPEATED, key=shown(key), line=self.lines[*path, key])
                self.skip(self.loader.get_event())
            else:
                self.lines[*path, key] = event.start_mark.line + 1
                found[key] = self.build(self.loader.get_event(), (*path, key))
        self.loader.get_event()
        return found

    def key(self, event: Any, path: FieldPath) -> str | int | None:
        """The name of a field, or None after saying why it cannot be one."""
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None:
            key = self.value(event)
            if key == "<<":
                self.refuse(event, ALIAS)
                return None
            if isinstance(key, str | int) and not isinstance(key, bool) and key != "":
                return key
            self.refuse(event, BAD_KEY, key=shown(event.value))
            return None
        if isinstance(event, yaml.CollectionStartEvent):
            self.refuse(event, BAD_KEY, key="[…]" if isinstance(event, yaml.SequenceStartEvent) else "{…}")
        else:
            self.refuse(event, ALIAS if event.anchor is not None else TAGGED)
        self.skip(event)
        return None

    def skip(self, event: Any) -> None:
        """Pass by a value that begins with this event."""
        open_ones = 0
        while True:
            self.count(event, open_ones)
            open_ones += isinstance(event, yaml.CollectionStartEvent)
            open_ones -= isinstance(event, yaml.CollectionEndEvent)
            if open_ones == 0:
                return
            event = self.loader.get_event()


def scalar(text: str, *, quoted: bool) -> object:
    """A value as YAML 1.2's core schema reads it; a quoted one is a text.

    >>> [scalar(text, quoted=False) for text in ("NO", "012", "12:30", "1e3", ".5", "~")]
    ['NO', 12, '12:30', 1000.0, 0.5, None]
    """
    if quoted:
        return text
    if text in CONSTANTS:
        return CONSTANTS[text]
    if len(text) <= MAX_DIGITS:
        if INTEGER.fullmatch(text):
            return int(text)
        if FLOAT.fullmatch(text):
            return float(text)
    return text


def read_document(name: str, text: str) -> Document:
    """Parse one YAML file. Never raises on bad input: what is wrong is in `problems`."""
    refused = _refused(name, text)
    if refused is not None:
        return Document(name, None, {}, (refused,))
    loader = _Loader(text)
    builder = _Builder(name, loader)
    data = None
    try:
        data = builder.document()
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        builder.problems.append(syntax_problem(name, error))
    except (yaml.YAMLError, ValueError):
        builder.problems.append(problem(name, None, MISFIT))
    finally:
        loader.dispose()
    return Document(name, data, builder.lines, tuple(builder.problems))


def control_problem(name: str, text: str) -> Problem | None:
    """The first character of a file that no text should have."""
    control = NOT_TEXT.search(text)
    return control and problem(name, text.count("\n", 0, control.start()) + 1, CONTROL)


def _refused(name: str, text: str) -> Problem | None:
    """What the parser should not be given at all."""
    if len(text) > MAX_BYTES:
        return problem(name, None, TOO_LARGE)
    control = control_problem(name, text)
    if control is not None:
        return control
    directive = PER_CENT_FIRST.match(text)
    if directive is not None:
        return problem(name, text.count("\n", 0, directive.end()) + 1, DIRECTIVE)
    return None
