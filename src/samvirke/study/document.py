"""YAML 1.2 text to plain data, with the line of every key, and nothing unsafe let through.

libyaml does the parsing, through PyYAML, because it gives line numbers forty times faster than a parser in
Python. The reading of scalars is our own: YAML 1.2's core schema, so that `NO` is a string and `012` is 12.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from samvirke.errors import Place, Problem
from samvirke.language import Text

FieldPath = tuple[str | int, ...]
MAX_BYTES = 4_000_000
MAX_NODES = 400_000
MAX_DEPTH = 30
MAX_DIGITS = 40

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}
INTEGER = re.compile(r"^[-+]?[0-9]+$")
FLOAT = re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
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
        field = ".".join(str(part) for part in path)
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        return Place(self.name, self.lines.get(known), field)


class _Builder:
    """Turns YAML nodes into data, collecting lines and problems on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[FieldPath, int] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def refuse(self, node: yaml.Node, text: Text, remedy: Text) -> None:
        self.problems.append(Problem(Place(self.name, node.start_mark.line + 1), text, remedy))

    def build(self, node: yaml.Node, path: FieldPath) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self.seen:
            self.refuse(node, *ALIAS)
            return None
        self.seen.add(id(node))
        if len(path) > MAX_DEPTH or len(self.seen) > MAX_NODES:
            self.refuse(node, *TOO_LARGE)
            return None
        if node.tag not in PLAIN_TAGS:
            self.refuse(node, *TAGGED)
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        return self.mapping(node, path)

    def mapping(self, node: yaml.Node, path: FieldPath) -> dict[str | int, Any]:
        found: dict[str | int, Any] = {}
        for key_node, value_node in node.value:
            key = self.scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if isinstance(key, bool) or not isinstance(key, str | int) or key == "<<":
                self.refuse(key_node, *BAD_KEY)
                continue
            if key in found:
                self.refuse(
                    key_node, *(part.format(key=key, line=self.lines[*path, key]) for part in REPEATED)
                )
                continue
            self.lines[*path, key] = key_node.start_mark.line + 1
            found[key] = self.build(value_node, (*path, key))
        return found

    def scalar(self, node: Any) -> object:
        text: str = node.value
        if node.style:  # quoted or a block
            return text
        if text in CONSTANTS:
            return CONSTANTS[text]
        if len(text) <= MAX_DIGITS:
            if INTEGER.match(text):
                return int(text)
            if FLOAT.match(text):
                return float(text)
        return text


ALIAS = (
    Text("ankere og henvisninger (`&`, `*`) brukes ikke", "anchors and aliases (`&`, `*`) are not used"),
    Text("Skriv verdien ut der den gjelder.", "Write the value out where it applies."),
)
TOO_LARGE = (
    Text("filen er for stor eller har for mange nivåer", "the file is too large or has too many levels"),
    Text(
        "Del den opp, eller ta bort det som ikke hører til.", "Split it, or take away what does not belong."
    ),
)
BAD_KEY = (
    Text("en nøkkel må være et ord eller et årstall", "a key must be a word or a year"),
    Text("Skriv nøkkelen med små bokstaver og bindestrek.", "Write the key in lower case with hyphens."),
)
REPEATED = (
    Text("nøkkelen `{key}` står også på linje {line}", "the key `{key}` also stands on line {line}"),
    Text("Behold én av dem.", "Keep one of them."),
)
TAGGED = (
    Text("merkelapper (`!`) brukes ikke", "tags (`!`) are not used"),
    Text("Ta bort merkelappen.", "Take the tag away."),
)
NOT_YAML = (
    Text("dette kan ikke leses som YAML: {why}", "this cannot be read as YAML: {why}"),
    Text(
        "Se etter manglende kolon, innrykk eller hermetegn på linjen eller linjen over.",
        "Look for a missing colon, indent or quotation mark on this line or the one above.",
    ),
)
SEVERAL = (
    Text("filen har flere dokumenter (`---`)", "the file holds several documents (`---`)"),
    Text("Behold ett dokument i hver fil.", "Keep one document in each file."),
)


def _unusable(name: str, line: int | None, message: tuple[Text, Text], **values: object) -> Document:
    text, remedy = (part.format(**values) for part in message)
    return Document(name, None, {}, (Problem(Place(name, line), text, remedy),))


def read_document(name: str, text: str) -> Document:
    """Parse one YAML file. Never raises on bad input: what is wrong is in `problems`."""
    if len(text) > MAX_BYTES:
        return _unusable(name, None, TOO_LARGE)
    deepest = _too_deep(text)
    if deepest is not None:
        return _unusable(name, deepest, TOO_LARGE)
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except yaml.composer.ComposerError as error:
        several = "single document" in str(error.context or "") or "single document" in str(
            error.problem or ""
        )
        return _unusable(name, _line(error), SEVERAL if several else ALIAS)
    except yaml.MarkedYAMLError as error:
        return _unusable(name, _line(error), NOT_YAML, why=error.problem or error.context)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _unusable(name, None, NOT_YAML, why=str(error).splitlines()[0][:120])
    finally:
        if loader is not None:
            loader.dispose()
    if node is None:
        return Document(name, None, {}, ())
    builder = _Builder(name)
    data = builder.build(node, ())
    return Document(name, data, builder.lines, tuple(builder.problems))


def _line(error: Any) -> int | None:
    mark = error.problem_mark or error.context_mark
    return None if mark is None else mark.line + 1


def _too_deep(text: str) -> int | None:
    """The line on which brackets nest deeper than any study does, before the parser meets it."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.count("[") + line.count("{") > 200 or len(line) - len(line.lstrip(" -?")) > 400:
            return number
    return None
