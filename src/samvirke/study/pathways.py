"""How people move through the effort, what was observed of it, and non-priced effects."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.language import short_number
from samvirke.quantities.expressions import Constant, Expression
from samvirke.study.concerned import Concerned
from samvirke.study.records import (
    ActorId,
    ActorIds,
    AlternativeId,
    Frozen,
    GroupId,
    Id,
    Link,
    Named,
    Number,
    Quantity,
    Record,
    Share,
    ShortText,
    SourceIds,
    StudyText,
    TaskId,
    UnitName,
    Whole,
    Year,
    YesNo,
    many,
    mistake,
)

Days = Annotated[Expression, Quantity("days")]
StepId = Annotated[Id, Link("step")]
HandoffClass = Literal[
    "same-unit", "same-agency", "same-ministry", "other-ministry", "state-municipality",
    "municipality-municipality", "public-ngo", "ngo-ngo",
]  # fmt: skip


class Group(Record):
    """People alike enough to follow the same routes."""

    name: ShortText
    arrivals: Annotated[Expression, Quantity("persons/yr")] = Field(description="how many come a year")
    growth: Annotated[Expression, Quantity("1/yr", low=-1.0)] | None = Field(
        default=None, description="growth per year, as a fraction"
    )
    enters: StepId = Field(description="the first step")
    attributes: dict[Id, str] = Field(default_factory=dict, description="what sets the group apart")


class Hours(Frozen):
    """Staff hours for one person at a step: mean, and coefficient of variation."""

    mean: Annotated[Expression, Quantity("hours")] = Field(description="the mean")
    cv: Annotated[Expression, Quantity("factor")] | None = Field(
        default=None, description="standard deviation over mean"
    )


class Elapsed(Frozen):
    """Elapsed days at a step: mean, and coefficient of variation."""

    mean: Days = Field(description="the mean")
    cv: Annotated[Expression, Quantity("factor")] | None = Field(
        default=None, description="standard deviation over mean"
    )


def _elapsed(value: object) -> object:
    return value if isinstance(value, dict) else {"mean": value}


ElapsedDays = Annotated[Elapsed, BeforeValidator(_elapsed, json_schema_input_type=Days | Elapsed)]


class Step(Record):
    """A stage of somebody's path, in which a task is done for them."""

    task: TaskId
    name: ShortText | None = None
    hours: Hours | None = Field(default=None, description="staff hours for one person")
    days: ElapsedDays | None = Field(default=None, description="days that pass, observed")
    deadline: Days | None = Field(default=None, description="days within which the step should be done")
    patience: ElapsedDays | None = Field(default=None, description="days a person waits before giving up")
    priority: Annotated[Whole, Field(ge=0, le=100)] = Field(default=0, description="higher goes first")


class Exit(Record):
    """Where a path ends."""

    name: ShortText
    kind: Literal["good", "neutral", "lost"] = Field(description="what sort of end it is")


class Sharing(Record):
    """Whether one body may tell another about a person, and on what basis."""

    sender: ActorId = Field(alias="from", description="who tells")
    receiver: ActorId = Field(alias="to", description="who is told")
    basis: Annotated[Literal["none"] | StudyText, Field(union_mode="left_to_right")] = Field(
        description="the legal basis, or `none`"
    )
    consent: YesNo = Field(description="whether the person must consent")


class WayPoint(Record):
    """One point of a person's way: a task of the study, and what happens to the person there."""

    task: TaskId
    text: StudyText = Field(description="what happens to the person here")
    by: ActorIds | None = Field(
        default=None,
        description="which of the task's doers meet the person, when not all do; `[]` when none does",
    )


class Person(Record):
    """A composite person, whose way through the effort is told point by point."""

    name: ShortText
    text: StudyText = Field(description="who it is, and that it is no real person")
    way: tuple[WayPoint, ...] = Field(min_length=1, description="the points of the way, in order")


class Handoff(Record):
    """What a change of hands costs a person: days, and the chance of being lost or sent back."""

    delay: Days = Field(description="days lost")
    loss: Share = Field(description="chance of losing the person")
    rework: Share = Field(description="chance of being sent back")


def _route_share(value: object) -> object:
    return Quantity("share", high=1.0).read(value) if value != "rest" else "rest"


RouteShare = Annotated[
    Literal["rest"] | Share,
    BeforeValidator(_route_share, json_schema_input_type=Share | Literal["rest"]),
]
Routes = dict[GroupId, dict[StepId, dict[StepId, RouteShare]]]


class Pathways(Frozen):
    """`pathways.yaml`: groups, steps, routes, exits, sharing, hand-offs and persons."""

    groups: dict[Id, Group] = Field(
        default_factory=dict, description="id → people alike enough to follow the same routes"
    )
    steps: dict[Id, Step] = Field(default_factory=dict, description="id → a stage of somebody's path")
    routes: Routes = Field(
        default_factory=dict,
        description="group → step → next step or exit → share, or `rest` for what is left",
    )
    exits: dict[Id, Exit] = Field(default_factory=dict, description="id → where a path ends")
    sharing: tuple[Sharing, ...] = Field(default=(), description="who may tell whom about a person")
    handoffs: dict[HandoffClass, Handoff] = Field(
        default_factory=dict,
        description="what a change of hands costs the person, by how the two bodies are related",
    )
    persons: dict[Id, Person] = Field(
        default_factory=dict, description="id → a composite person whose way is told point by point"
    )

    @model_validator(mode="after")
    def _routes_add_up(self) -> Pathways:
        for group, steps in self.routes.items():
            for step, targets in steps.items():
                shares = list(targets.values())
                plain = [share.value for share in shares if isinstance(share, Constant)]
                if shares.count("rest") > 1:
                    raise mistake(
                        f"`rest` står mer enn én gang fra `{step}` for `{group}`",
                        f"`rest` stands more than once from `{step}` for `{group}`",
                        "Skriv andelen for alle unntatt én.",
                        "Write the share for all but one.",
                        *("routes", group, step),
                    )
                closed = len(plain) == len(shares) and abs(sum(plain) - 1) > 1e-9
                if closed or sum(plain) > 1 + 1e-9:
                    raise mistake(
                        f"rutene fra `{step}` for `{group}` blir {short_number(sum(plain), 'nb')}, ikke 1",
                        f"the routes from `{step}` for `{group}` add to {sum(plain):g}, not 1",
                        "La andelene bli 1, eller skriv `rest` på én av dem.",
                        "Let the shares add to 1, or write `rest` for one of them.",
                        *("routes", group, step),
                    )
        missing = [name for name in HandoffClass.__args__ if name not in self.handoffs]  # type: ignore[attr-defined]
        if self.handoffs and missing:
            raise mistake(
                f"overleveringsklassen `{missing[0]}` mangler",
                f"the hand-off class `{missing[0]}` is missing",
                "Skriv alle de åtte klassene, eller ingen.",
                "Write all eight classes, or none.",
                "handoffs",
            )
        return self


class Observation(Named):
    """Something that was observed, to hold a simulation against."""

    figure: str = Field(max_length=100, description="the name of a figure")
    group: GroupId | None = None
    year: Year = Field(description="the year it was observed")
    value: Number
    unit: UnitName
    tolerance: Annotated[Number, Field(gt=0, le=10)] = Field(
        description="how far off a simulation may be, as a share of the value"
    )
    source: SourceIds = Field(description="one or more ids in sources.yaml")
    definition: StudyText = Field(description="what was counted")
    use: Literal["compare", "show"] = Field(description="whether to compare with it or only show it")


class Magnitude(Frozen):
    """How large a non-priced effect is under one alternative, and why we think so."""

    magnitude: Annotated[Whole, Field(ge=-3, le=3)] = Field(
        description="from −3, much worse, to 3, much better"
    )
    reason: StudyText
    source: SourceIds = Field(default=(), description="one or more ids in sources.yaml")


class NonPricedEffect(Named):
    """A difference from the zero alternative that has no price."""

    text: StudyText
    group: StudyText
    falls_on: Annotated[
        tuple[Concerned, ...],
        BeforeValidator(many, json_schema_input_type=Concerned | tuple[Concerned, ...]),
    ] = Field(default=(), description="which of those whom the instructions name it falls on")
    duration: StudyText = Field(description="how long it lasts")
    importance: Annotated[Whole, Field(ge=1, le=3)] = Field(
        description="from 1, of little weight, to 3, of great weight"
    )
    reason: StudyText = Field(description="why it is that important, to society")
    by_alternative: dict[AlternativeId, Magnitude] = Field(
        default_factory=dict, description="alternative → how large the effect is"
    )
