"""What went wrong, where, and what to do: errors as data, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samvirke.language import NO_BREAK_SPACE, Language, Text

BREAKS = f"{NO_BREAK_SPACE}\n"  # say how a message is to be broken


def visible(text: str, kept: str = BREAKS) -> str:
    r"""A text with a dot for each letter that steers a terminal or cannot be seen, but for those `kept`.

    >>> visible("a\u200bb\u00a0c")
    'a·b\xa0c'
    """
    return "".join(one if one.isprintable() or one in kept else "·" for one in text)


def in_sight(text: Text) -> Text:
    """The same of a text in both languages: what a message quotes is anything that people wrote."""
    if text.nb.isprintable() and (text.en is None or text.en.isprintable()):
        return text
    return Text(visible(text.nb), None if text.en is None else visible(text.en))


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a study folder: the file, its line counted from 1, and the field inside it."""

    file: str
    line: int | None = None
    field: str = ""

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the input: where it is, what it is, and its remedy."""

    place: Place
    text: Text
    remedy: Text

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", in_sight(self.text))
        object.__setattr__(self, "remedy", in_sight(self.remedy))

    def told(self, language: Language) -> str:
        """Two lines for a terminal: place and problem, then the remedy."""
        return f"{self.place}: {self.text[language]}\n  {self.remedy[language]}"


class StudyError(Exception):
    """Input that cannot be used; carries every problem that was found, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(
            sorted(set(problems), key=lambda p: (p.place.file, p.place.line or 0, p.place.field, p.text.nb))
        )
        super().__init__("\n".join(problem.told("en") for problem in self.problems))
