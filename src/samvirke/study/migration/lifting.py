"""A folder of any format that was ever shipped, lifted to the present one step at a time.

A step takes the texts of a folder and gives those it changes. It never adds or removes a line, so that a
mistake in an old folder is told at the line where its owner sees it. What a step cannot read it leaves as it
is: reading tells what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from samvirke.language import Text
from samvirke.study.document import read_document
from samvirke.study.migration.answers_say_what_they_are import answers_say_what_they_are
from samvirke.study.writing import edited

STUDY = "study.yaml"


@dataclass(frozen=True, slots=True)
class Step:
    """From one format to the next: what it does in words, and how."""

    told: Text
    lift: Callable[[Mapping[str, str]], Mapping[str, str]]


# The first step leads from format 1 to 2, the next from 2 to 3, and so on.
STEPS: tuple[Step, ...] = (
    Step(
        Text(
            "Svar på utfordringer sier i hvert sitt felt om de bygger på et tall (`figure`) eller på en "
            "vurdering (`judgement`).",
            "Answers to challenges say in a field each whether they rest on a figure (`figure`) or on a "
            "judgement (`judgement`).",
        ),
        answers_say_what_they_are,
    ),
)
FORMAT = len(STEPS) + 1  # the newest, which the steps lead to


def format_of(texts: Mapping[str, str]) -> int | None:
    """The format that a folder says it is written in; None when it says none that is a whole number."""
    text = texts.get(STUDY, "")
    document = read_document(STUDY, text.removeprefix("\ufeff").replace("\r\n", "\n"))
    written = (
        document.data.get("format") if isinstance(document.data, dict) and not document.problems else None
    )
    return written if isinstance(written, int) and not isinstance(written, bool) else None


def steps_for(texts: Mapping[str, str]) -> tuple[Step, ...]:
    """What has to be done to a folder; nothing when it is in the present format, or in none we know."""
    written = format_of(texts)
    return STEPS[written - 1 :] if written is not None and 1 <= written < FORMAT else ()


def lifted(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of a folder in the present format; the same texts when nothing has to be done."""
    now = dict(texts)
    steps = steps_for(texts)
    for step in steps:
        now |= step.lift(now)
    if steps:
        now[STUDY] = edited(now[STUDY], {("format",): FORMAT})
    return now
