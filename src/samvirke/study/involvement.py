"""Who was asked and what they answered, and which findings are accepted for now."""

from __future__ import annotations

import datetime

from pydantic import Field

from samvirke.study.records import ActorId, Frozen, Id, Record, StudyText


class Answer(Frozen):
    """What a body said, in its own words, and its estimate if it gave one."""

    to: Id
    wording: str = Field(min_length=1, max_length=20_000, description="exactly as it was written")
    estimate: float | None = None


class Involved(Record):
    """One body that was invited: what it was asked, when, and what came of its answer."""

    actor: ActorId
    contact: str | None = Field(
        default=None, max_length=200, description="a function, never a private person"
    )
    asked: tuple[Id, ...] = ()
    invited: datetime.date | None = None
    reminded: datetime.date | None = None
    answered: datetime.date | None = None
    answers: tuple[Answer, ...] = ()
    reply: StudyText | None = None
    changed: tuple[Id, ...] = ()
    not_changed_because: StudyText | None = None


class Excuse(Frozen):
    """A finding that the study accepts for now, with a reason and a date to look again."""

    code: str = Field(pattern=r"^[A-Z]{3}\d{3}$")
    place: str = Field(max_length=200, description="the file and the id, such as `tasks.yaml referral`")
    reason: StudyText
    review: datetime.date
