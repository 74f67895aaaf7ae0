"""`sources.yaml`: what was read, who published it, when, and what it says."""

from __future__ import annotations

from pydantic import Field

from samvirke.study.records import Frozen, Id, PartialDate, StudyText


class Source(Frozen):
    """One statement in one publication."""

    id: Id
    title: str = Field(min_length=1, max_length=500)
    publisher: str = Field(min_length=1, max_length=300)
    date: PartialDate
    address: str | None = Field(default=None, max_length=1000)
    retrieved: PartialDate
    says: StudyText | None = Field(default=None, description="what it says, in our words")
    section: str | None = Field(default=None, max_length=300)
    note: StudyText | None = None
    unverified: bool = Field(default=False, description="not confirmed in the publication itself")
