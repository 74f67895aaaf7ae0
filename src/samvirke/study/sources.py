"""`sources.yaml`: what was read, who published it, when, and what it says."""

from __future__ import annotations

from pydantic import Field

from samvirke.study.records import Frozen, Id, PartialDate, StudyText, YesNo


class Source(Frozen):
    """One statement in one publication."""

    id: Id
    title: str = Field(min_length=1, max_length=500)
    publisher: str = Field(min_length=1, max_length=300, description="who published it")
    date: PartialDate = Field(description="when it was published; `undated` when that is not known")
    address: str | None = Field(default=None, max_length=1000, description="where it is found")
    retrieved: PartialDate = Field(description="when it was read")
    says: StudyText | None = Field(default=None, description="what it says, in our words")
    section: str | None = Field(
        default=None, max_length=300, description="where in the publication it stands"
    )
    note: StudyText | None = Field(default=None, description="a remark for whoever reads the study")
    unverified: YesNo = Field(default=False, description="not confirmed in the publication itself")
