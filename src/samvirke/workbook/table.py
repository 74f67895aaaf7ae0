"""What a workbook has: tables of a study's files, each on a sheet of its own, and their columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from samvirke.language import Language, Text


@dataclass(frozen=True, slots=True)
class Wild:
    """A part of a path that each row says for itself: the key in a map, or the place in a list.

    The items of some lists have ids, which are then what the row says.
    """

    is_list: bool
    has_key: bool


KEY: Final = Wild(is_list=False, has_key=True)
ITEM: Final = Wild(is_list=True, has_key=False)
NAMED: Final = Wild(is_list=True, has_key=True)
Path = tuple[str, ...]

Kind = Literal[
    "text",  # prose, which has a column for each language
    "words",  # a plain text
    "code",  # an id, or one of a few words
    "codes",  # several of these in one cell
    "pairs",  # id → id or quantity, several in one cell
    "quantity",  # a number, the id of an assumption, or one of a few words
    "number",
    "numbers",  # several in one cell
    "whole",
    "yesno",
    "month",
    "day",
    "date",  # a day, a month, a year, or `undated`
]


@dataclass(frozen=True, slots=True, eq=False)  # each is made once; rows are kept by them
class Column:
    """One column: which field of the record it holds, and what can stand in it.

    `path` leads from the record to the field. `link` is the kind of thing that an id leads to, `choices` the
    words that can stand there, `alone` those that stand instead of a list or an id, `unit` that of a
    quantity. `keeps_empty`: an empty list is not the same as nothing. `shorts` says for each part of the path
    the field that a value stands for when it is written without the record round it. `verbs` are the changes
    that have the field; none when all rows do.
    """

    path: Path
    kind: Kind
    heading: Text
    meaning: Text
    language: Language | None = None
    link: str | None = None
    choices: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    unit: str | None = None
    required: bool = False
    keeps_empty: bool = False
    shorts: tuple[str | None, ...] = ()
    verbs: frozenset[str] = frozenset()

    @property
    def is_key(self) -> bool:
        """Whether the column says which row it is, rather than what the row says."""
        return not self.path


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind: where they lie in which file, and their columns.

    `spot` is the path of a row in its file, with a wild part for each of `keys`, outermost first. A list
    whose items have ids has the ids as keys. `short` is the field that an item stands for when it is written
    without a record round it; `is_value`: what lies at the spot is a value, not a record. `required`: the
    field that holds the rows must be there though it is empty.
    """

    name: Text
    says: Text
    file: str
    spot: tuple[str | Wild, ...]
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    numbered: bool = False
    short: str | None = None
    is_value: bool = False
    required: bool = False
    kind: str | None = None
    group: int = 0

    @property
    def is_form(self) -> bool:
        """Whether it is one record, written with a field on each row."""
        return not self.keys and not self.numbered

    @property
    def is_list(self) -> bool:
        """Whether its rows are the items of a list."""
        return bool(self.spot) and isinstance(self.spot[-1], Wild) and self.spot[-1].is_list

    @property
    def above(self) -> tuple[str | Wild, ...]:
        """The spot of the record that the rows lie in."""
        spot = self.spot
        for kind in (Wild, str):
            while spot and isinstance(spot[-1], kind):
                spot = spot[:-1]
        return spot

    @property
    def names(self) -> tuple[str, ...]:
        """The fields on the way from the record above to the rows."""
        return tuple(part for part in self.spot[len(self.above) :] if isinstance(part, str))

    @property
    def depth(self) -> int:
        """How many of the keys are the row's own; the others are those of the record above."""
        own = self.spot[len(self.above) :]
        return sum(isinstance(part, Wild) and part.has_key for part in own)

    @property
    def is_nested(self) -> bool:
        """Whether the rows lie in maps of maps."""
        return self.depth > 1

    @property
    def where(self) -> str:
        """The table's name in the code: the file, and the fields on the way to its rows."""
        return ".".join((self.file.removesuffix(".yaml"), *(p for p in self.spot if isinstance(p, str))))
