"""Who there is and who does what: actors, tasks, responsibilities, powers, duties and rules."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.quantities.expressions import Expression
from samvirke.study.records import (
    ActorId,
    ActorIds,
    Frozen,
    GroupId,
    LineId,
    Named,
    Quantity,
    Record,
    RuleId,
    Share,
    SourceIds,
    StudyText,
    TaskId,
    mistake,
)

ActorKind = Literal[
    "ministry", "agency", "unit", "municipality", "county", "court", "ngo", "international", "business",
    "parliament", "government", "joint",
]  # fmt: skip
Area = Literal[
    "prevention", "identification", "assistance", "prosecution", "coordination", "guidance", "competence",
    "grants", "statistics",
]  # fmt: skip
LegalStep = Literal["none", "instruction", "agreement", "regulation", "law"]
Part = Literal["decides", "does", "consulted", "informed"]
PowerKind = Literal[
    "inform", "convene", "demand_reports", "set_procedures", "advise_in_cases", "decide_disputes", "escalate",
    "allocate_money", "instruct",
]  # fmt: skip


class Host(Record):
    """An actor that a unit could be placed under."""

    actor: ActorId
    legal: LegalStep = "none"


class Actor(Named):
    """A ministry, agency, unit, municipality, organisation or other body."""

    name: StudyText
    kind: ActorKind
    parent: ActorId | None = None
    sector: StudyText | None = None
    place: StudyText | None = None
    operating_line: LineId | None = None
    grant_line: LineId | None = None
    stands_for: int = Field(
        default=1, ge=1, le=100_000, description="how many alike bodies the record stands for"
    )
    members: ActorIds = ()
    capacity: Literal["staffed", "unlimited"] = "staffed"
    other_work: Share | None = None
    exists: bool = True
    hosts: tuple[Host, ...] = ()
    fte_min: Annotated[Expression, Quantity("FTE")] | None = None
    fte_max: Annotated[Expression, Quantity("FTE")] | None = None

    @model_validator(mode="after")
    def _kind_and_place(self) -> Actor:
        if self.kind in ("ministry", "ngo", "parliament", "government") and self.parent is not None:
            raise mistake(
                f"en aktør av typen `{self.kind}` har ingen overordnet",
                f"an actor of kind `{self.kind}` has no parent",
                "Ta bort `parent`.",
                "Take `parent` away.",
            )
        if self.kind == "unit" and (self.parent is None or self.place is None):
            raise mistake(
                "en enhet må ha `parent` og `place`",
                "a unit must have `parent` and `place`",
                "Skriv hvor enheten hører til, og på hvilket sted den sitter.",
                "Say which actor the unit belongs to, and in which town it sits.",
            )
        if self.members and self.kind != "joint":
            raise mistake(
                "bare en aktør av typen `joint` har medlemmer",
                "only an actor of kind `joint` has members",
                "Bruk `kind: joint`, eller ta bort `members`.",
                "Use `kind: joint`, or take `members` away.",
            )
        return self


class Candidate(Record):
    """An actor that could take a part in a task, and what that would require in law."""

    actor: ActorId
    part: Literal["does", "decides"]
    legal: LegalStep


class Task(Named):
    """Something that has to be done."""

    name: StudyText
    area: Area
    volume: Annotated[Expression, Quantity("cases/yr")] | None = None
    legal_basis: StudyText | None = None
    candidates: tuple[Candidate, ...] = ()


class Doer(Frozen):
    """An actor that does a task, or its share of it, or does it for some groups only."""

    actor: ActorId
    share: Share | None = None
    groups: tuple[GroupId, ...] = Field(default=(), alias="for")


def _doer(value: object) -> object:
    return {"actor": value} if isinstance(value, str) else value


class Responsibility(Record):
    """Who decides, does, is consulted and is informed in one task."""

    decides: ActorIds = ()
    does: tuple[Annotated[Doer, BeforeValidator(_doer)], ...] = ()
    consulted: ActorIds = ()
    informed: ActorIds = ()

    @property
    def doers(self) -> tuple[str, ...]:
        """The ids of those who do the task."""
        return tuple(doer.actor for doer in self.does)

    def of(self, part: Part) -> tuple[str, ...]:
        """The ids of those who have this part."""
        return self.doers if part == "does" else getattr(self, part)

    @model_validator(mode="after")
    def _named_once(self) -> Responsibility:
        for part in ("decides", "does", "consulted", "informed"):
            actors = self.of(part)  # type: ignore[arg-type]
            twice = next((a for a in actors if actors.count(a) > 1), None)
            if twice:
                raise mistake(
                    f"`{twice}` står to ganger under `{part}`",
                    f"`{twice}` stands twice under `{part}`",
                    "Nevn hver aktør én gang for hver rolle.",
                    "Name each actor once in each part.",
                )
        return self


class Power(Named):
    """What one actor may do towards others, and on what basis."""

    holder: ActorId
    over: ActorIds | Literal["all"]
    kind: PowerKind
    given_by: ActorId
    basis: StudyText
    task: TaskId | None = None


class Coverage(Frozen):
    """A task that a duty is met by, and how well."""

    task: TaskId
    coverage: Literal["full", "partly"] = "full"
    reason: StudyText | None = None


def _coverage(value: object) -> object:
    return {"task": value} if isinstance(value, str) else value


class Duty(Named):
    """Something that law, a convention, an evaluation or an action plan requires."""

    text: StudyText
    source: SourceIds
    tasks: tuple[Annotated[Coverage, BeforeValidator(_coverage)], ...]
    needs: tuple[RuleId, ...] = ()
    on: ActorIds = Field(default=(), description="whom the duty rests on")


class RuleEnd(Frozen):
    """One end of a rule about who does what."""

    task: TaskId
    part: Part


class Separation(Named):
    """Two parts that must lie apart, must lie together, must not lie alone, or are fixed."""

    kind: Literal["separate", "together", "not-alone", "fixed"]
    a: RuleEnd
    b: RuleEnd | None = None
    level: Literal["unit", "agency", "ministry"]
    reason: StudyText
    breach: Literal["error", "finding"]

    @model_validator(mode="after")
    def _two_ends(self) -> Separation:
        if self.kind in ("separate", "together") and self.b is None:
            raise mistake(
                f"en regel av typen `{self.kind}` trenger både `a` og `b`",
                f"a rule of kind `{self.kind}` needs both `a` and `b`",
                "Skriv den andre oppgaven i `b`.",
                "Write the other task in `b`.",
            )
        return self
