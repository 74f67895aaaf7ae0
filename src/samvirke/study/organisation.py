"""Who there is and who does what: actors, tasks, responsibilities, powers, duties and rules."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.quantities.expressions import Expression
from samvirke.study.records import (
    ActorId,
    ActorIds,
    AreaId,
    Frozen,
    GroupIds,
    LineId,
    Named,
    Quantity,
    Record,
    RuleIds,
    Share,
    ShortText,
    SourceIds,
    StudyText,
    TaskId,
    Whole,
    YesNo,
    many,
    mistake,
)

ActorKind = Literal[
    "ministry", "agency", "unit", "municipality", "county", "court", "ngo", "international", "business",
    "parliament", "government", "joint",
]  # fmt: skip
# The areas every study has; a study may name more of its own in study.yaml.
AREAS = (
    "prevention", "identification", "assistance", "prosecution", "coordination", "guidance", "competence",
    "grants", "statistics",
)  # fmt: skip
LegalStep = Literal["none", "instruction", "agreement", "regulation", "law"]
Part = Literal["decides", "does", "consulted", "informed"]
PowerKind = Literal[
    "inform", "convene", "demand_reports", "set_procedures", "advise_in_cases", "decide_disputes", "escalate",
    "allocate_money", "instruct",
]  # fmt: skip


class Host(Record):
    """An actor that a unit could be placed under."""

    actor: ActorId
    legal: LegalStep = Field(default="none", description="what must be changed in law first")


class Actor(Named):
    """A ministry, agency, unit, municipality, organisation or other body."""

    name: ShortText
    kind: ActorKind = Field(description="what sort of body it is")
    parent: ActorId | None = Field(default=None, description="what it belongs to")
    sector: StudyText | None = Field(default=None, description="the policy area it works in")
    place: StudyText | None = Field(default=None, description="the town it sits in")
    operating_line: LineId | None = Field(
        default=None, description="the line its staff and running costs are paid from"
    )
    grant_line: LineId | None = Field(default=None, description="the line it pays grants from")
    stands_for: Whole = Field(
        default=1, ge=1, le=100_000, description="how many alike bodies the record stands for"
    )
    members: ActorIds = Field(default=(), description="the bodies that make up a joint one")
    capacity: Literal["staffed", "unlimited"] = Field(
        default="staffed", description="whether its staff limits how many it can help"
    )
    other_work: Share | None = Field(
        default=None, description="the share of its time that goes to work outside the effort"
    )
    exists: YesNo = Field(default=True, description="false for one that is only thought of")
    hosts: tuple[Host, ...] = Field(
        default=(), description="what a unit could be placed under, for the search"
    )
    fte_min: Annotated[Expression, Quantity("FTE")] | None = Field(
        default=None, description="the fewest work-years the search may give it"
    )
    fte_max: Annotated[Expression, Quantity("FTE")] | None = Field(
        default=None, description="the most work-years the search may give it"
    )

    @model_validator(mode="after")
    def _kind_and_place(self) -> Actor:
        if self.kind in ("ministry", "ngo", "parliament", "government") and self.parent is not None:
            raise mistake(
                f"en aktør av typen `{self.kind}` har ingen overordnet",
                f"an actor of kind `{self.kind}` has no parent",
                "Ta bort `parent`.",
                "Take `parent` away.",
                "parent",
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
                "members",
            )
        return self


class Candidate(Record):
    """An actor that could take a part in a task, and what that would require in law."""

    actor: ActorId
    part: Literal["does", "decides"] = Field(description="the part it could take")
    legal: LegalStep = Field(description="what must be changed in law first")


class NeededPower(Record):
    """What whoever does a task must be able to do towards others to fulfil it."""

    kinds: Annotated[
        tuple[PowerKind, ...],
        Field(min_length=1),
        BeforeValidator(many, json_schema_input_type=PowerKind | tuple[PowerKind, ...]),
    ] = Field(description="the kind of power that is needed, or several, all of which are")
    over: Annotated[
        tuple[ActorId, ...],
        Field(min_length=1),
        BeforeValidator(many, json_schema_input_type=ActorId | tuple[ActorId, ...]),
    ] = Field(description="towards whom it is needed")


class Task(Named):
    """Something that has to be done."""

    name: ShortText
    area: AreaId = Field(description="the area of the effort it lies in")
    volume: Annotated[Expression, Quantity("cases/yr")] | None = Field(
        default=None, description="how often it is done"
    )
    legal_basis: StudyText | None = Field(default=None, description="the law or instruction it rests on")
    candidates: tuple[Candidate, ...] = Field(default=(), description="who could take it")
    needs_power: tuple[NeededPower, ...] = Field(
        default=(), description="what its doer must be able to do towards others"
    )


class Doer(Frozen):
    """An actor that does a task, or its share of it, or does it for some groups only."""

    actor: ActorId
    share: Share | None = Field(default=None, description="its share of the task, when several do it")
    groups: GroupIds = Field(
        default=(), alias="for", description="the groups it does the task for, when not for all"
    )


def _doer(value: object) -> object:
    return {"actor": value} if isinstance(value, str) else value


OneDoer = Annotated[Doer, BeforeValidator(_doer, json_schema_input_type=ActorId | Doer)]
Doers = Annotated[
    tuple[OneDoer, ...], BeforeValidator(many, json_schema_input_type=ActorId | tuple[OneDoer, ...])
]


class Responsibility(Record):
    """Who decides, does, is consulted and is informed in one task."""

    decides: ActorIds = Field(default=(), description="who has the last word")
    does: Doers = Field(default=(), description="who does the work")
    consulted: ActorIds = Field(default=(), description="who is asked first")
    informed: ActorIds = Field(default=(), description="who is told afterwards")

    @property
    def doers(self) -> tuple[str, ...]:
        """The ids of those who do the task."""
        return tuple(doer.actor for doer in self.does)

    def of(self, part: Part) -> tuple[str, ...]:
        """The ids of those who have this part."""
        if part == "does":
            return self.doers
        actors: tuple[str, ...] = getattr(self, part)
        return actors

    @model_validator(mode="after")
    def _named_once(self) -> Responsibility:
        for part in ("decides", "does", "consulted", "informed"):
            actors = self.of(part)
            twice = next((a for a in actors if actors.count(a) > 1), None)
            if twice:
                raise mistake(
                    f"`{twice}` står to ganger under `{part}`",
                    f"`{twice}` stands twice under `{part}`",
                    "Nevn hver aktør én gang for hver rolle.",
                    "Name each actor once in each part.",
                    part,
                )
        return self


class Power(Named):
    """What one actor may do towards others, and on what basis."""

    holder: ActorId = Field(description="who has the power")
    over: Annotated[Literal["all"] | ActorIds, Field(union_mode="left_to_right")] = Field(
        description="towards whom: actors, or `all`"
    )
    kind: PowerKind = Field(description="what the power allows")
    given_by: ActorId = Field(description="who gave the power")
    basis: StudyText = Field(description="what the power is based on")
    task: TaskId | None = Field(default=None, description="the task it serves")


class Coverage(Frozen):
    """A task that a duty is met by, and how well."""

    task: TaskId
    coverage: Literal["full", "partly"] = Field(
        default="full", description="how well the task meets the duty"
    )
    reason: StudyText | None = None


def _coverage(value: object) -> object:
    return {"task": value} if isinstance(value, str) else value


OneCoverage = Annotated[Coverage, BeforeValidator(_coverage, json_schema_input_type=TaskId | Coverage)]
Coverages = Annotated[
    tuple[OneCoverage, ...], BeforeValidator(many, json_schema_input_type=TaskId | tuple[OneCoverage, ...])
]


class Duty(Named):
    """Something that law, a convention, an evaluation or an action plan requires."""

    text: StudyText
    source: SourceIds = Field(description="one or more ids in sources.yaml")
    tasks: Coverages = Field(description="the tasks that meet the duty")
    needs: RuleIds = Field(default=(), description="rules that must hold for the duty to be met")
    on: ActorIds = Field(default=(), description="whom the duty rests on")


class RuleEnd(Frozen):
    """One end of a rule about who does what."""

    task: TaskId
    part: Part = Field(description="the part in the task")


class Separation(Named):
    """Two parts that must lie apart, must lie together, must not lie alone, or are fixed."""

    kind: Literal["separate", "together", "not-alone", "fixed"] = Field(
        description="whether the parts must lie apart, together, with more than one, or where they are"
    )
    a: RuleEnd = Field(description="the one part")
    b: RuleEnd | None = Field(default=None, description="the other part")
    level: Literal["unit", "agency", "ministry"] = Field(description="how far apart, or how near")
    reason: StudyText
    breach: Literal["error", "finding"] = Field(description="how a breach is told")

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
