"""Who was asked and what they answered, and which findings are accepted for now."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from samvirke.study.records import ActorId, Day, Frozen, Id, Number, Record, StudyText


class Answer(Frozen):
    """What a body said, in its own words, and its estimate if it gave one."""

    to: Id = Field(description="the statement or assumption that was asked about")
    wording: str = Field(min_length=1, max_length=20_000, description="exactly as it was written")
    estimate: Number | None = Field(default=None, description="the number it gave")


class Involved(Record):
    """One body that was invited: what it was asked, when, and what came of its answer."""

    actor: ActorId
    contact: str | None = Field(
        default=None, max_length=200, description="a function, never a private person"
    )
    asked: tuple[Id, ...] = Field(default=(), description="the statements and assumptions it was asked about")
    invited: Day | None = Field(default=None, description="when it was invited")
    reminded: Day | None = Field(default=None, description="when it was reminded")
    answered: Day | None = Field(default=None, description="when it answered")
    answers: tuple[Answer, ...] = Field(default=(), description="what it answered")
    reply: StudyText | None = Field(default=None, description="what it was told in return")
    changed: tuple[Id, ...] = Field(default=(), description="what its answer changed in the study")
    not_changed_because: StudyText | None = Field(default=None, description="why its answer changed nothing")


class Excuse(Frozen):
    """A finding that the study accepts for now, with a reason and a date to look again."""

    code: str = Field(pattern=r"^[A-Z]{3}\d{3}$", description="the code of the check, such as RSP101")
    place: str = Field(max_length=200, description="the file and the id, such as `tasks.yaml shared-figures`")
    reason: StudyText
    review: Day = Field(description="when to look at it again; after this day it excuses nothing")

    def lapsed(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.review < today
