"""How people move through the effort, what was observed of it, and non-priced effects."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.quantities.expressions import Constant, Expression
from samvirke.study.records import (
    ActorId,
    AlternativeId,
    Frozen,
    GroupId,
    Id,
    Link,
    Named,
    Quantity,
    Record,
    Share,
    SourceIds,
    StudyText,
    TaskId,
    Year,
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

    name: StudyText
    arrivals: Annotated[Expression, Quantity("persons/yr")]
    growth: Annotated[Expression, Quantity("1/yr", low=-1.0)] | None = None
    enters: StepId
    attributes: dict[Id, str] = Field(default_factory=dict)


class Hours(Frozen):
    """Staff hours for one person at a step: mean, and coefficient of variation."""

    mean: Annotated[Expression, Quantity("hours")]
    cv: Annotated[Expression, Quantity("factor")] | None = None


class Elapsed(Frozen):
    """Elapsed days at a step: mean, and coefficient of variation."""

    mean: Days
    cv: Annotated[Expression, Quantity("factor")] | None = None


def _elapsed(value: object) -> object:
    return value if isinstance(value, dict) else {"mean": value}


class Step(Record):
    """A stage of somebody's path, in which a task is done for them."""

    task: TaskId
    name: StudyText | None = None
    hours: Hours | None = None
    days: Annotated[Elapsed, BeforeValidator(_elapsed)] | None = None
    deadline: Days | None = None
    patience: Annotated[Elapsed, BeforeValidator(_elapsed)] | None = None
    priority: int = 0


class Exit(Record):
    """Where a path ends."""

    name: StudyText
    kind: Literal["good", "neutral", "lost"]


class Sharing(Record):
    """Whether one body may tell another about a person, and on what basis."""

    sender: ActorId = Field(alias="from")
    receiver: ActorId = Field(alias="to")
    basis: StudyText | Literal["none"]
    consent: bool


class Handoff(Record):
    """What a change of hands costs a person: days, and the chance of being lost or sent back."""

    delay: Days
    loss: Share
    rework: Share


def _route_share(value: object) -> object:
    return Quantity("share", high=1.0).read(value) if value != "rest" else "rest"


RouteShare = Annotated[Expression | Literal["rest"], BeforeValidator(_route_share)]
Routes = dict[GroupId, dict[StepId, dict[StepId, RouteShare]]]


class Pathways(Frozen):
    """`pathways.yaml`: groups, steps, routes, exits, sharing and hand-offs."""

    groups: dict[Id, Group] = Field(default_factory=dict)
    steps: dict[Id, Step] = Field(default_factory=dict)
    routes: Routes = Field(default_factory=dict)
    exits: dict[Id, Exit] = Field(default_factory=dict)
    sharing: tuple[Sharing, ...] = ()
    handoffs: dict[HandoffClass, Handoff] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _routes_add_up(self) -> Pathways:
        for group, steps in self.routes.items():
            for step, targets in steps.items():
                shares = list(targets.values())
                plain = [share.value for share in shares if isinstance(share, Constant)]
                rests = shares.count("rest")
                closed = len(plain) == len(shares) and abs(sum(plain) - 1) > 1e-9
                if closed or rests > 1 or sum(plain) > 1 + 1e-9:
                    raise mistake(
                        f"rutene fra `{step}` for `{group}` blir {sum(plain):g}, ikke 1",
                        f"the routes from `{step}` for `{group}` add to {sum(plain):g}, not 1",
                        "La andelene bli 1, eller skriv `rest` på én av dem.",
                        "Let the shares add to 1, or write `rest` for one of them.",
                    )
        missing = [name for name in HandoffClass.__args__ if name not in self.handoffs]  # type: ignore[attr-defined]
        if self.handoffs and missing:
            raise mistake(
                f"overleveringsklassen `{missing[0]}` mangler",
                f"the hand-off class `{missing[0]}` is missing",
                "Skriv alle de åtte klassene, eller ingen.",
                "Write all eight classes, or none.",
            )
        return self


class Observation(Named):
    """Something that was observed, to hold a simulation against."""

    figure: str = Field(max_length=100)
    group: GroupId | None = None
    year: Year
    value: float
    unit: str
    tolerance: Annotated[float, Field(gt=0, le=10)]
    source: SourceIds
    definition: StudyText
    use: Literal["compare", "show"]


class Magnitude(Frozen):
    """How large a non-priced effect is under one alternative, and why we think so."""

    magnitude: Annotated[int, Field(ge=-3, le=3)]
    reason: StudyText
    source: SourceIds = ()


class NonPricedEffect(Named):
    """A difference from the zero alternative that has no price."""

    text: StudyText
    group: StudyText
    duration: StudyText
    importance: Annotated[int, Field(ge=1, le=3)]
    reason: StudyText = Field(description="why it is that important, to society")
    by_alternative: dict[AlternativeId, Magnitude] = Field(default_factory=dict)
